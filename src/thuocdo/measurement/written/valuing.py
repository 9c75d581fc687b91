"""From the rows that were kept to the value of a written metric, with the partitions it was made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from thuocdo.core.dates import month_end
from thuocdo.measurement.months import Period
from thuocdo.measurement.partials import choose
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.sources.measuring import missing_months, partitions
from thuocdo.measurement.sources.taking_in import Stores
from thuocdo.measurement.sources.valuing import Made
from thuocdo.measurement.tables.types import Grain, Table
from thuocdo.measurement.values import plain_value
from thuocdo.measurement.written.ports import Question, Runner
from thuocdo.measurement.written.types import COLUMNS, MONTH, Version, Written

LayDown = Callable[[Mapping[str, tuple[Partition, ...]]], Path]
"""Writes the rows of partitions, by table, into the one file that a statement reads."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a statement gave; nothing where it gave no row."""

    numerator: Decimal | None
    denominator: Decimal | None
    ratio: bool

    def of(self) -> tuple[Decimal | None, Decimal | None]:
        """Return numerator and denominator."""
        return self.numerator, self.denominator


def asked(runner: Runner, written: Written, database: Path) -> Sums:
    """Return what the statement of a metric gives from a file."""
    found = runner.run(Question(written.sql, database, permitted(written), COLUMNS))
    row = [*found[0]] if found else [None]
    return Sums(row[0], row[1] if len(row) > 1 else None, ratio=len(row) > 1)


def permitted(written: Written) -> Mapping[str, tuple[str, ...]]:
    """Return the columns that a statement may read, by table; the month of a row is always one."""
    return {name: (*columns, MONTH) for name, columns in written.tables.items()}


def make(
    version: Version,
    wanted: Period,
    *,
    stores: Stores,
    tables: Mapping[str, Table],
    runner: Runner,
    lay_down: LayDown,
    as_of: date,
) -> Made | None:
    """Return the nation's value of a written metric for a period; None where a table has no rows for it.

    Where months are missing, or the period has not ended, the value is provisional, as for every metric.
    """
    used: dict[str, tuple[Partition, ...]] = {}
    for name in version.written.tables:
        held = {each.key: each for each, _run in partitions(stores, name)}
        chosen = choose(tables[name], wanted, list(held))
        used[name] = tuple(held[key] for key in sorted(chosen))
    if not all(used.values()):
        return None
    sums = asked(runner, version.written, lay_down(used))
    value = plain_value(version, *sums.of(), ratio=sums.ratio)
    if value.value is None:
        return None
    missing = tuple(
        each for name in sorted(used) for each in missing_months(name, wanted.first, wanted.last, as_of)
    )
    ended = month_end(wanted.last.year, wanted.last.month) < as_of
    return Made(
        metric=version,
        period=_reached(wanted, used, tables),
        value=value,
        partitions=tuple((each.key, each.revision) for found in used.values() for each in found),
        missing=missing,
        provisional=bool(missing) or not ended,
    )


def _reached(
    wanted: Period, used: Mapping[str, tuple[Partition, ...]], tables: Mapping[str, Table]
) -> Period:
    """Return the period up to the last month of events that is there; snapshots speak of the whole period."""
    months = [
        each.key.month for name, found in used.items() if tables[name].grain is Grain.EVENTS for each in found
    ]
    return Period(wanted.first, max(months)) if months else wanted
