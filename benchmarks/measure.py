"""How fast ten ratios come out of a register of dossiers, beside merely decoding it, pandas and Spark.

Makes its data (illustrative) in a folder that is removed afterwards, measures each way in a process of
its own, alternating, and takes the least disturbed run of each. Prints one `name: value` line each.
Spark is compared where it is installed (`make test-engines` installs it).
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from thuocdo.adapters.engines import duckdb_synthetic
from thuocdo.adapters.engines.duckdb_partials import DuckDBPartials
from thuocdo.adapters.engines.duckdb_session import DuckDBParser, Limits
from thuocdo.adapters.engines.spark import SparkEngine
from thuocdo.measurement.months import Month, year
from thuocdo.measurement.partials import PartitionKey
from thuocdo.measurement.places import Tree
from thuocdo.measurement.planning import TablePlan, fuse, measure_name
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.subset.reading import read
from thuocdo.measurement.synthetic.types import Recipe, tree
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.measurement.tables.types import ColumnType

TABLE = "dossiers"
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
    """Return the months that were made."""
    paths = sorted((folder / TABLE).glob("month=*/*.parquet"))
    keys = [PartitionKey(TABLE, duckdb_synthetic.SOURCE, Month.read(path.parent.name[6:])) for path in paths]
    return [Partition(key, 1, (path,)) for key, path in zip(keys, paths, strict=True)]


def decode(folder: Path, plan: TablePlan, recipe: Recipe) -> dict[str, Any]:
    """Decode the columns of the plan with pyarrow and do nothing with them, in the cheapest of its ways."""
    import pyarrow as pa  # noqa: PLC0415  only in the child that needs it
    import pyarrow.parquet as pq  # noqa: PLC0415  same

    del recipe
    pa.set_cpu_count(2)
    columns = [column.name for column in plan.columns()]
    words = [column.name for column in plan.columns() if column.type in {ColumnType.CODE, ColumnType.ID}]

    def whole(kept: list[str] | None) -> None:
        for partition in partitions(folder):
            pq.ParquetFile(partition.files[0], read_dictionary=kept).read(columns=columns)

    def batches(kept: list[str] | None) -> None:
        for partition in partitions(folder):
            for _ in pq.ParquetFile(partition.files[0], read_dictionary=kept).iter_batches(
                1 << 17, columns=columns
            ):
                pass

    found = [timed(way, kept) for _ in range(3) for way in (whole, batches) for kept in (None, words)]
    return {"seconds": min(seconds for seconds, _ in found), "cpu": min(cpu for _, cpu in found)}


def timed(way: Callable[..., None], *given: Any) -> tuple[float, float]:
    """Return the seconds that passed and the seconds that the processors worked."""
    started, worked = time.perf_counter(), time.process_time()
    way(*given)
    return time.perf_counter() - started, time.process_time() - worked


def measure(folder: Path, plan: TablePlan, recipe: Recipe) -> dict[str, Any]:
    """Compute all partials and the roll-up, then one month again and the roll-up again; the best of three."""
    places = tree(recipe)
    found = [once(folder, plan, places) for _ in range(3)]
    figures = {
        name: min(each[name] for each in found) for name in found[0] if name not in {"numbers", "memory"}
    }
    return {**figures, "memory": max(each["memory"] for each in found), "numbers": found[0]["numbers"]}


def once(folder: Path, plan: TablePlan, places: Tree) -> dict[str, Any]:
    """Measure from nothing, and correct one month."""
    kept = DuckDBPartials(Limits(folders=(folder,)))
    found = partitions(folder)
    started, worked = time.perf_counter(), time.process_time()
    for partition in found:
        kept.put(plan, partition)
    scanned, cpu = time.perf_counter(), time.process_time() - worked
    rolled = kept.roll_up(plan, year(2025), lambda _: places)
    whole, whole_cpu = time.perf_counter(), time.process_time() - worked
    peak = peak_mb()
    correction = Partition(found[-1].key, 2, found[-1].files)
    again, worked = time.perf_counter(), time.process_time()
    kept.put(plan, correction)
    month = time.perf_counter()
    corrected = kept.roll_up(plan, year(2025), lambda _: places)
    ended, again_cpu = time.perf_counter(), time.process_time() - worked
    if corrected.numbers != rolled.numbers:
        raise SystemExit("the same month again changed the numbers")
    bodies = {"".join(group): numbers for group, numbers in rolled.numbers.items() if "." in group[0]}
    return {
        "seconds": scanned - started,
        "cpu": cpu,
        "rollup": whole - scanned,
        "full": whole - started,
        "month": month - again,
        "full_cpu": whole_cpu,
        "increment": ended - again,
        "increment_cpu": again_cpu,
        "memory": peak,
        "numbers": {
            body: {name: int(number) for name, number in each.items()} for body, each in bodies.items()
        },
    }


def pandas(folder: Path, plan: TablePlan, recipe: Recipe) -> dict[str, Any]:
    """Compute the same sums with pandas, month by month so that memory suffices."""
    import pandas as pd  # noqa: PLC0415  only in the child that needs it

    del recipe
    columns = [column.name for column in plan.columns()]
    names = planned()[1]
    started = time.perf_counter()
    months = []
    for partition in partitions(folder):
        rows = pd.read_parquet(partition.files[0], columns=columns)
        wanted = pd.DataFrame({names[text]: PANDAS[text](rows) for text in names})
        months.append(wanted.groupby(rows["agency"]).sum())
    total = pd.concat(months).groupby(level=0).sum()
    seconds = time.perf_counter() - started
    numbers = {body: {name: int(value) for name, value in row.items()} for body, row in total.iterrows()}
    return {"seconds": seconds, "memory": peak_mb(), "numbers": numbers}


def spark(folder: Path, plan: TablePlan, recipe: Recipe) -> dict[str, Any]:
    """Compute the same sums with Spark on two cores, all months in one statement; the best of three."""
    del recipe
    engine = SparkEngine(Limits(memory_mb=4_000, folders=(folder,)))
    months = partitions(folder)
    whole = Partition(months[0].key, 1, tuple(path for month in months for path in month.files))
    java = engine.process
    found = []
    for _ in range(3):
        started, worked = time.perf_counter(), processor_seconds(java)
        partial = engine.scan(plan, whole)
        found.append((time.perf_counter() - started, processor_seconds(java) - worked))
    engine.close()
    numbers = {
        group[0]: {name: int(number) for name, number in sums.items()} for group, sums in partial.sums.items()
    }
    return {
        "seconds": min(seconds for seconds, _ in found),
        "cpu": min(cpu for _, cpu in found),
        "numbers": numbers,
    }


def processor_seconds(process: int) -> float:
    """Return the seconds that the processors worked for another process."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_mb() -> float:
    """Return the most memory that this process had so far, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))


WAYS = {"decode": decode, "measure": measure, "pandas": pandas, "spark": spark}


def child(way: str, folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Run one way in a process of its own and return what it says."""
    command = [sys.executable, __file__, "--way", way, "--folder", str(folder), "--rows", str(options.rows)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ})  # noqa: S603  ourselves
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def compare(folder: Path, options: argparse.Namespace) -> None:
    """Run every way several times, alternating, and print the figures."""
    ways = [way for way in WAYS if way != "spark" or importlib.util.find_spec("pyspark")]
    runs: dict[str, list[dict[str, Any]]] = {way: [] for way in ways}
    for _ in range(options.runs):
        for way in ways:
            runs[way].append(child(way, folder, options))

    def best(way: str, figure: str = "seconds") -> float:
        return min(float(run[figure]) for run in runs[way])

    for way in ways[2:]:
        if runs["measure"][0]["numbers"] != runs[way][0]["numbers"]:
            raise SystemExit(f"{way} has other numbers")
    size = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
    print(f"rows: {options.rows}")
    print(f"bytes_per_row: {size / max(1, options.rows):.1f}")
    print(f"decode_s: {best('decode'):.3f}")
    print(f"scan_s: {best('measure'):.3f}")
    print(f"rollup_s: {best('measure', 'rollup'):.3f}")
    print(f"month_s: {best('measure', 'month'):.3f}")
    print(f"pandas_s: {best('pandas'):.3f}")
    print(f"scan_ratio: {best('measure') / best('decode'):.2f}")
    print(f"scan_cpu_ratio: {best('measure', 'cpu') / best('decode', 'cpu'):.2f}")
    print(f"pandas_ratio: {best('pandas') / best('measure', 'full'):.2f}")
    if "spark" in ways:
        print(f"spark_s: {best('spark'):.3f}")
        print(f"spark_ratio: {best('spark') / best('measure', 'full'):.2f}")
        print(f"spark_cpu_ratio: {best('spark', 'cpu') / best('measure', 'full_cpu'):.2f}")
    else:
        print("spark_ratio: not measured, pyspark is not installed (make test-engines)")
    print(f"incremental_ratio: {best('measure', 'full') / best('measure', 'increment'):.2f}")
    cpu = best("measure", "full_cpu") / best("measure", "increment_cpu")
    print(f"incremental_cpu_ratio: {cpu:.2f}")
    print(f"memory_mb: {max(float(run['memory']) for run in runs['measure']):.0f}")
    print(f"pandas_memory_mb: {max(float(run['memory']) for run in runs['pandas']):.0f}")


def main() -> None:
    """Make the data, compare, remove the data; or be one of the children."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    recipe = Recipe(options.rows, year(2025), Month(2025, 12))
    if options.way:
        print(json.dumps(WAYS[options.way](options.folder, planned()[0], recipe)))
        return
    with tempfile.TemporaryDirectory(prefix="thuocdo-measure-") as folder:
        started = time.perf_counter()
        for _ in duckdb_synthetic.write(recipe, TABLE, Path(folder)):
            pass
        print(f"made_s: {time.perf_counter() - started:.1f}")
        compare(Path(folder), options)


if __name__ == "__main__":
    main()
