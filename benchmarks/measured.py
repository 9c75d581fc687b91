"""The ways in which ten ratios come out of a register; each runs in a process of its own (measure.py)."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from thuocdo.adapters.engines import duckdb_synthetic
from thuocdo.adapters.engines.duckdb_partials import DuckDBPartials
from thuocdo.adapters.engines.duckdb_session import DuckDBParser, Limits
from thuocdo.adapters.engines.spark import SparkEngine
from thuocdo.adapters.intake.taking import take
from thuocdo.measurement.months import Month, year
from thuocdo.measurement.partials import PartitionKey
from thuocdo.measurement.planning import TablePlan, fuse, measure_name
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.rollup import RolledUp
from thuocdo.measurement.sources.contracts import contracts
from thuocdo.measurement.sources.ports import Order
from thuocdo.measurement.sources.types import Declaration, Form, Kind, Mapped
from thuocdo.measurement.sources.types import Limits as Bounds
from thuocdo.measurement.subset.reading import read
from thuocdo.measurement.synthetic.types import Recipe, tree
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.measurement.tables.types import ColumnType

TABLE = "dossiers"
YEAR = year(2025)
SEEN = Month(2025, 12)
CORES = 2
# Beyond so many rows one run is long enough to be quiet; below, the least disturbed of three counts.
_LONG = 20_000_000
RESOLVED = "resolved_at is not null"
# Numerator, denominator, and the same in pandas.
RATIOS: list[tuple[str, str]] = [
    ("count(*) filter (where channel in ('online_full', 'online_partial'))", "count(*)"),
    ("count(*) filter (where channel = 'online_full')", "count(*)"),
    (f"count(*) filter (where {RESOLVED} and dossier_digitised and result_digitised)", "count(resolved_at)"),
    (f"count(*) filter (where {RESOLVED} and result_electronic)", "count(resolved_at)"),
    ("count(*) filter (where data_reusable and data_reused)", "count(*) filter (where data_reusable)"),
    ("count(*) filter (where payment = 'online')", "count(payment)"),
    ("count(*) filter (where outside_boundary)", "count(*)"),
    ("count(*) filter (where resolved_at <= due_at)", "count(resolved_at)"),
    ("count(*) filter (where channel = 'online_full' and result_electronic)", "count(*)"),
    ("sum(minutes_taken)", "count(resolved_at)"),
]
PANDAS: dict[str, Callable[[Any], Any]] = {
    RATIOS[0][0]: lambda rows: rows["channel"].isin(["online_full", "online_partial"]),
    RATIOS[1][0]: lambda rows: rows["channel"] == "online_full",
    RATIOS[2][0]: lambda rows: (
        rows["resolved_at"].notna() & rows["dossier_digitised"] & rows["result_digitised"]
    ),
    RATIOS[3][0]: lambda rows: rows["resolved_at"].notna() & rows["result_electronic"],
    RATIOS[4][0]: lambda rows: rows["data_reusable"] & rows["data_reused"],
    RATIOS[4][1]: lambda rows: rows["data_reusable"],
    RATIOS[5][0]: lambda rows: rows["payment"] == "online",
    RATIOS[5][1]: lambda rows: rows["payment"].notna(),
    RATIOS[6][0]: lambda rows: rows["outside_boundary"],
    RATIOS[7][0]: lambda rows: rows["resolved_at"] <= rows["due_at"],
    RATIOS[8][0]: lambda rows: (rows["channel"] == "online_full") & rows["result_electronic"],
    RATIOS[9][0]: lambda rows: rows["minutes_taken"].fillna(0).astype("int64"),
    "count(resolved_at)": lambda rows: rows["resolved_at"].notna(),
    "count(*)": lambda rows: rows["outside_boundary"].notna(),
}
Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Given:
    """What a way gets: how many rows, where they lie as delivered, and where as the platform keeps them."""

    rows: int
    delivered: Path
    kept: Path

    @property
    def recipe(self) -> Recipe:
        """Return how the rows are made."""
        return Recipe(self.rows, YEAR, SEEN)

    @property
    def times(self) -> int:
        """Return how often a quick way is run again."""
        return 3 if self.rows <= _LONG else 1


def planned() -> tuple[TablePlan, dict[str, str]]:
    """Return the one scan for the ten ratios, and the name of each sum."""
    table, parser = standard_tables()[TABLE], DuckDBParser()
    names, wanted = {}, []
    for text in dict.fromkeys(each for ratio in RATIOS for each in ratio):
        aggregate, faults = read(text, table, parser, where="benchmark", field=text)
        if aggregate is None:
            raise SystemExit(str(faults))
        names[text] = measure_name(aggregate)
        wanted.append(aggregate)
    return fuse(table, [], wanted), names


def partitions(folder: Path) -> list[Partition]:
    """Return the months that lie in a folder."""
    paths = sorted((folder / TABLE).glob("month=*/*.parquet"))
    keys = [PartitionKey(TABLE, duckdb_synthetic.SOURCE, Month.read(path.parent.name[6:])) for path in paths]
    return [Partition(key, 1, (path,)) for key, path in zip(keys, paths, strict=True)]


def ingest(given: Given) -> Figures:
    """Take in every month as the platform does: read, judge, and keep what counts, sorted and compact."""
    tables, plan = standard_tables(), planned()[0]
    names = [column.name for column in tables[TABLE].columns]
    declared = Declaration(
        name="Cổng dịch vụ công (minh hoạ)",
        owner="VPCP",
        table=TABLE,
        kind=Kind.FOLDER,
        form=Form.PARQUET,
        place=f"{TABLE}/month={{month}}/*.parquet",
        mapping=tuple(Mapped(name, name) for name in names),
        limits=Bounds(seconds=3_600, megabytes=100_000, rows=given.rows + 1),
        illustrative=True,
    )
    started, worked = time.perf_counter(), time.process_time()
    for month in YEAR.months():
        into = given.kept / TABLE / f"month={month}"
        into.mkdir(parents=True)
        order = Order(
            declaration=declared,
            table=tables[TABLE],
            # A small register may have no dossier of a month's last days.
            contract=replace(contracts(tables)[TABLE], fresh_days=0),
            month=str(month),
            as_of="2026-02-01",
            folder=str(given.delivered),
            into=str(into),
            keep=tuple(column.name for column in plan.columns()),
        )
        taken = take(order)
        if not taken.file or taken.quarantined:
            raise SystemExit(f"{month}: {taken.outcome} {taken.reason} {taken.broken}")
        (into / "staged.parquet").unlink()
    return {"seconds": time.perf_counter() - started, "cpu": time.process_time() - worked}


def decode(given: Given) -> Figures:
    """Decode the columns of the plan with pyarrow and do nothing with them, in the cheapest of its ways."""
    import pyarrow as pa  # noqa: PLC0415  only in the child that needs it
    import pyarrow.parquet as pq  # noqa: PLC0415  same

    pa.set_cpu_count(CORES)
    plan = planned()[0]
    columns = [column.name for column in plan.columns()]
    words = [column.name for column in plan.columns() if column.type in {ColumnType.CODE, ColumnType.ID}]

    def whole(kept: list[str] | None) -> None:
        for partition in partitions(given.delivered):
            pq.ParquetFile(partition.files[0], read_dictionary=kept).read(columns=columns)

    def batches(kept: list[str] | None) -> None:
        for partition in partitions(given.delivered):
            for _ in pq.ParquetFile(partition.files[0], read_dictionary=kept).iter_batches(
                1 << 17, columns=columns
            ):
                pass

    ways = [(way, kept) for way in (whole, batches) for kept in (None, words)]
    return least([timed(way, kept) for _ in range(given.times) for way, kept in ways])


def measure(given: Given) -> Figures:
    """Compute all partial sums and the roll-up of what was delivered; then a month more, and a correction."""
    runs = [{**full(given, given.delivered), **increments(given)} for _ in range(given.times)]
    return least(runs)


def compact(given: Given) -> Figures:
    """Compute all partial sums and the roll-up from what the platform keeps of the same months."""
    return least([full(given, given.kept) for _ in range(given.times)])


def scan(given: Given) -> Figures:
    """Compute all partial sums and the roll-up from what was delivered, and nothing more."""
    return least([full(given, given.delivered) for _ in range(given.times)])


def full(given: Given, folder: Path) -> Figures:
    """Measure a year from nothing."""
    import pyarrow  # noqa: F401, ICN001, PLC0415  what it loads once is no part of a pass

    kept, places, plan = DuckDBPartials(Limits(folders=(folder,))), tree(given.recipe), planned()[0]
    clock = Clock()
    for partition in partitions(folder):
        kept.put(plan, partition)
    scanned = clock.said()
    rolled = kept.roll_up(plan, YEAR, lambda _: places)
    nation(plan, rolled)
    whole = clock.said()
    found = {**scanned, "full": whole["seconds"], "full_cpu": whole["cpu"], "memory": peak_mb()}
    found["numbers"] = numbers(rolled)
    kept.close()
    return found


def increments(given: Given) -> Figures:
    """Measure eleven months, and time the twelfth; then correct it twice, so that the year is as before."""
    kept, places, plan = DuckDBPartials(Limits(folders=(given.delivered,))), tree(given.recipe), planned()[0]
    *earlier, before, last = partitions(given.delivered)
    for partition in (*earlier, before):
        kept.put(plan, partition)
    kept.roll_up(plan, YEAR, lambda _: places)
    found: Figures = {}
    made: list[Figures] = []
    for name, partition in (
        ("new", last),
        ("wrong", Partition(last.key, 2, before.files)),
        ("correction", Partition(last.key, 3, last.files)),
    ):
        clock = Clock()
        kept.put(plan, partition)
        found[f"{name}_month"] = clock.said()["seconds"]
        rolled = kept.roll_up(plan, YEAR, lambda _: places)
        nation(plan, rolled)
        found |= {f"{name}_{figure}": value for figure, value in clock.said().items()}
        made.append(numbers(rolled))
    if made[0] != made[2] or (made[0] == made[1] and given.rows > given.recipe.bodies):
        raise SystemExit("a correction does not give the numbers of its rows")
    found["incremental_numbers"] = made[2]
    kept.close()
    return found


def pandas(given: Given) -> Figures:
    """Compute the same sums with pandas, month by month so that memory suffices."""
    import pandas as pd  # noqa: PLC0415  only in the child that needs it

    plan, names = planned()
    columns = [column.name for column in plan.columns()]
    clock = Clock()
    months = []
    for partition in partitions(given.delivered):
        rows = pd.read_parquet(partition.files[0], columns=columns)
        wanted = pd.DataFrame({names[text]: PANDAS[text](rows) for text in names})
        months.append(wanted.groupby(rows["agency"]).sum())
    total = pd.concat(months).groupby(level=0).sum()
    found = clock.said()
    sums = {body: {name: int(value) for name, value in row.items()} for body, row in total.iterrows()}
    return {**found, "memory": peak_mb(), "numbers": sums}


def spark(given: Given) -> Figures:
    """Compute the same sums with Spark on the same cores, all months in one statement."""
    engine = SparkEngine(Limits(memory_mb=4_000, threads=CORES, folders=(given.delivered,)))
    months, plan, java = partitions(given.delivered), planned()[0], engine.process
    whole = Partition(months[0].key, 1, tuple(path for month in months for path in month.files))
    runs = []
    for _ in range(given.times):
        started, worked = time.perf_counter(), processor_seconds(java)
        partial = engine.scan(plan, whole)
        runs.append({"seconds": time.perf_counter() - started, "cpu": processor_seconds(java) - worked})
    engine.close()
    sums = {
        group[0]: {name: int(number) for name, number in found.items()}
        for group, found in partial.sums.items()
    }
    return {**least(runs), "numbers": sums}


class Clock:
    """Says how long it is since it was made: on the clock, and in time of the processors."""

    def __init__(self) -> None:
        self._started, self._worked = time.perf_counter(), time.process_time()

    def said(self) -> Figures:
        """Return both."""
        return {"seconds": time.perf_counter() - self._started, "cpu": time.process_time() - self._worked}


def timed(way: Callable[..., None], *given: Any) -> Figures:
    """Return what a way takes."""
    clock = Clock()
    way(*given)
    return clock.said()


def least(runs: list[Figures]) -> Figures:
    """Return the least disturbed of every figure; of memory the most."""
    found = {name: value for name, value in runs[0].items() if isinstance(value, dict)}
    for name in runs[0].keys() - found.keys():
        found[name] = (max if name == "memory" else min)(run[name] for run in runs)
    return found


def nation(plan: TablePlan, rolled: RolledUp) -> list[Any]:
    """Look up what a programme asks for: every number of the nation."""
    return [rolled.of("VN", measure.name) for measure in plan.measures]


def numbers(rolled: RolledUp) -> dict[str, dict[str, int]]:
    """Return the numbers of all bodies."""
    return {
        group[0]: {name: int(number) for name, number in found.items()}
        for group, found in rolled.numbers.items()
        if "." in group[0]
    }


def processor_seconds(process: int) -> float:
    """Return the seconds that the processors worked for another process."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_mb() -> float:
    """Return the most memory that this process had so far, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))


WAYS: dict[str, Callable[[Given], Figures]] = {
    "ingest": ingest,
    "decode": decode,
    "measure": measure,
    "compact": compact,
    "pandas": pandas,
    "spark": spark,
    "scan": scan,
}
