"""From a measured value down to its rows: each partition counted again by the method that measured it.

The rows are those that were counted: a partition is never overwritten, a correction has a file of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from thuocdo.core.errors import N_, Conflict, NotFound
from thuocdo.measurement.declaring.types import Catalogue, Metric, Part
from thuocdo.measurement.months import Period
from thuocdo.measurement.partials import Number, PartitionKey
from thuocdo.measurement.places import Level, Tree
from thuocdo.measurement.planning import fuse, measure_name, parts
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.sources.ports import Partials, Rows
from thuocdo.measurement.sources.provinces import Roll
from thuocdo.measurement.sources.standing_places import NATION, CountryTree
from thuocdo.measurement.sources.taking_in import Stores
from thuocdo.measurement.sources.types import Lineage, RunValue
from thuocdo.measurement.tables.reading import AGENCY
from thuocdo.measurement.tables.types import Column, ColumnType, Table

MOST_ROWS = 20_000_000
"""So many rows are counted again while a person waits; more take the command."""

SAMPLE = 20
_COUNTRY = CountryTree({NATION: Level.NATION})
_ALONE = Tree({})


@dataclass(frozen=True, slots=True)
class Counter:
    """What counting again needs: fresh partial sums that keep nothing, the metrics, and where rows lie."""

    fresh: Callable[[], Partials]
    rows: Rows
    stores: Stores
    tables: Mapping[str, Table]
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Counted:
    """Numerator and denominator, None for a part that these rows say nothing about."""

    numerator: Decimal | None
    denominator: Decimal | None


@dataclass(frozen=True, slots=True)
class Sample:
    """Some rows that were counted; identifiers that only tell rows apart are left out."""

    columns: tuple[Column, ...]
    left_out: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def metric_of(catalogue: Catalogue, lineage: Lineage) -> Metric:
    """Return the metric in the version that measured a value; another version would count otherwise."""
    found = next((each for each in catalogue.metrics if each.code == lineage.metric), None)
    if found is None or found.declaration.version != lineage.version:
        raise Conflict(
            N_("Version {version} of {metric} is no longer in force; its rows are not counted again."),
            hint=N_("Look its method up in the version of the software that measured it."),
            params={"metric": lineage.metric, "version": lineage.version},
        )
    return found


def recount(counter: Counter, lineage: Lineage, runs: Sequence[tuple[RunValue, str]]) -> Counted:
    """Return the sums of all rows together that a value was made of; each run comes with its table."""
    with rolling(counter, lineage, runs) as roll:
        wanted = parts(metric_of(counter.catalogue, lineage))
        return _pair([_sums(roll, part, runs, _COUNTRY).get(NATION) for part in wanted])


def by_body(counter: Counter, lineage: Lineage, run: RunValue, table: str) -> dict[str, Counted]:
    """Return the sums of one partition for each body that has rows in it."""
    with rolling(counter, lineage, [(run, table)]) as roll:
        wanted = parts(metric_of(counter.catalogue, lineage))
        sums = [_sums(roll, part, [(run, table)], _ALONE) for part in wanted]
    return {
        body: _pair([each.get(body) for each in sums])
        for body in sorted({body for each in sums for body in each})
    }


def sample(counter: Counter, run: RunValue, table: str) -> Sample:
    """Return some rows of a partition by the columns of its standard table (the caller asks who looks)."""
    file = _file(counter, run)
    kept = counter.rows.columns(file)
    columns = [column for column in counter.tables[table].columns if column.name in kept]
    shown = tuple(each for each in columns if each.type is not ColumnType.ID or each.name == AGENCY)
    left_out = tuple(each for each in columns if each not in shown)
    rows = counter.rows.some(file, [each.name for each in shown], SAMPLE)
    return Sample(shown, left_out, rows)


@contextmanager
def rolling(counter: Counter, lineage: Lineage, runs: Sequence[tuple[RunValue, str]]) -> Iterator[Roll]:
    """Yield what rolls the rows of a value up by any trees; they are counted once for all of them."""
    _check_size(runs)
    metric = metric_of(counter.catalogue, lineage)
    partials = counter.fresh()
    plans = {part.table: fuse(counter.tables[part.table], [metric]) for part in parts(metric)}
    try:
        for run, table in runs:
            if table in plans:
                key = PartitionKey(table, run.source, run.month)
                partials.put(plans[table], Partition(key, run.revision, (_file(counter, run),)))
        # A snapshot may speak for later months than its own, so the value's own period is asked for.
        first = min([lineage.first, *(run.month for run, _table in runs)])
        period = Period(first, lineage.last)
        yield lambda table, tree_of: partials.roll_up(plans[table], period, tree_of)
    finally:
        partials.close()


def _check_size(runs: Sequence[tuple[RunValue, str]]) -> None:
    if sum(run.rows for run, _table in runs) > MOST_ROWS:
        raise Conflict(
            N_("These are more than {most} rows; they are not counted while you wait."),
            hint=N_("Look at one month at a time."),
            params={"most": MOST_ROWS},
        )


def _sums(roll: Roll, part: Part, runs: Iterable[tuple[RunValue, str]], tree: Tree) -> dict[str, Number]:
    """Return the sums of one part of a metric by unit; nothing where no run fed its table."""
    if all(table != part.table for _run, table in runs):
        return {}
    name = measure_name(part.aggregate)
    rolled = roll(part.table, lambda _month: tree)
    return {group[0]: numbers[name] for group, numbers in rolled.numbers.items() if name in numbers}


def _file(counter: Counter, run: RunValue) -> Path:
    found = counter.stores.partitions / run.file
    if not run.file or not found.is_file():
        raise NotFound(
            N_("The rows of {month} are no longer kept here."),
            hint=N_("Ask who keeps the copies of this installation."),
            params={"month": str(run.month)},
        )
    return found


def _pair(numbers: Sequence[Number | None]) -> Counted:
    above = numbers[0]
    below = numbers[1] if len(numbers) > 1 else None
    return Counted(
        None if above is None else Decimal(above),
        None if below is None else Decimal(below),
    )
