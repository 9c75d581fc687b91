"""From partial sums to observations of the nation, each with the partitions that it was made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.dates import month_end
from thuocdo.measurement.declaring.types import Declared, Kind, Metric, Part
from thuocdo.measurement.months import Month, Period, year
from thuocdo.measurement.partials import Number, PartitionKey
from thuocdo.measurement.planning import measure_name, parts
from thuocdo.measurement.rollup import RolledUp, TreeOf
from thuocdo.measurement.sources.measuring import Machine, missing_months
from thuocdo.measurement.sources.standing_places import NATION
from thuocdo.measurement.tables.types import Grain
from thuocdo.measurement.types import Observation, Origin, Standing
from thuocdo.measurement.values import Value, value_of

_UNITS = {"%": "percent"}


@dataclass(frozen=True, slots=True)
class Made:
    """A value of a metric for the nation, with all that decided about it."""

    metric: Declared
    period: Period
    value: Value
    partitions: tuple[tuple[PartitionKey, int], ...]
    missing: tuple[str, ...]
    provisional: bool

    @property
    def digest(self) -> str:
        """Return what names the inputs: rows, metric and period; equal inputs give equal values."""
        declared = self.metric.declaration
        return sha256_hex(
            canonical_json(
                [
                    self.metric.code,
                    declared.version,
                    NATION,
                    str(self.period.first),
                    str(self.period.last),
                    [[key.table, key.source, str(key.month), revision] for key, revision in self.partitions],
                    list(self.missing),
                    self.provisional,
                ]
            )
        )


def make(machine: Machine, wanted: Period, tree_of: TreeOf, *, only: str = "", as_of: date) -> Iterator[Made]:
    """Yield the nation's value of every metric for a period, as far as its sources have come.

    Where months are missing, or the period has not ended, the value is provisional and speaks of the
    months up to the last one that is there.
    """
    rolled: dict[tuple[str, Period], RolledUp] = {}

    def sums(table: str, period: Period) -> RolledUp:
        if (table, period) not in rolled:
            rolled[table, period] = machine.partials.roll_up(machine.plan.tables[table], period, tree_of)
        return rolled[table, period]

    @cache
    def lacking(table: str, first: Month) -> tuple[str, ...]:
        return missing_months(table, first, wanted.last, as_of)

    for metric in machine.plan.metrics:
        if only and metric.code != only:
            continue
        period = _reached(machine, metric, wanted)
        if period is None:
            continue
        together = [sums(part.table, period) for part in parts(metric)]
        numbers = [_number(found, part) for found, part in zip(together, parts(metric), strict=True)]
        value = _value(machine, metric, period, numbers, tree_of)
        if value is None or value.value is None:
            continue
        tables = {part.table for part in parts(metric)}
        missing = tuple(each for table in sorted(tables) for each in lacking(table, period.first))
        ended = month_end(wanted.last.year, wanted.last.month) < as_of
        used = tuple(sorted({each for found in together for each in found.partitions}))
        yield Made(metric, period, value, used, missing, bool(missing) or not ended)


def observations(made: Made, *, names: str, illustrative: bool, on: date) -> tuple[Observation, ...]:
    """Return the observations that a value makes, one for each indicator that the metric speaks of.

    The mark after the source's name is that of its rows: a correction on the same day is a vintage
    of its own.
    """
    declared, value = made.metric.declaration, made.value
    last = made.period.last
    if value.value is None:
        return ()
    return tuple(
        Observation(
            id="",
            indicator=indicator,
            value=value.value,
            unit=_UNITS.get(declared.unit_en, declared.unit_en),
            period_start=date(made.period.first.year, made.period.first.month, 1),
            period_end=month_end(last.year, last.month),
            source=f"{names} [{made.digest[:8]}]",
            origin=Origin.MEASURED,
            standing=Standing.RIVAL if declared.rival_of else Standing.DECLARED,
            method=f"{made.metric.code}@{declared.version}",
            published_on=on,
            provisional=made.provisional,
            numerator=_exact(value.numerator),
            denominator=_exact(value.denominator),
            definition_vi=declared.name_vi,
            definition_en=declared.name_en,
            illustrative=illustrative,
        )
        for indicator in declared.indicators
    )


def _exact(number: Decimal | None) -> Decimal | None:
    """Return a sum as people write it: an engine adds with six places, whether there are any or not."""
    return None if number is None else Decimal(plain(number))


def _value(
    machine: Machine, metric: Metric, period: Period, numbers: list[Number | None], tree_of: TreeOf
) -> Value | None:
    declared = metric.declaration
    if declared.kind is Kind.GROWTH:
        base = machine.partials.roll_up(
            machine.plan.tables[metric.numerator.table], year(declared.base_year), tree_of
        )
        first = _number(base, metric.numerator)
        return value_of(metric, numbers[0], first, years=period.last.year - declared.base_year)
    return value_of(metric, numbers[0], numbers[1] if len(numbers) > 1 else None)


def _number(found: RolledUp, part: Part) -> Number | None:
    return found.of(NATION, measure_name(part.aggregate))


def _reached(machine: Machine, metric: Metric, wanted: Period) -> Period | None:
    """Return the period up to the last month that the metric's first table has; None without any."""
    table = metric.numerator.table
    held = [key.month for key in machine.partials.revisions(machine.plan.tables[table])]
    if machine.tables[table].grain is Grain.SNAPSHOT:
        return wanted if any(month <= wanted.last for month in held) else None
    inside: list[Month] = [month for month in held if month in wanted]
    return Period(wanted.first, max(inside)) if inside else None


def plain(number: Decimal | None) -> str:
    """Return a number without trailing zeros."""
    return "" if number is None else format(number.normalize(), "f")
