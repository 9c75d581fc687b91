"""From sums to values: ratios, growth and ranks in exact decimals, never in floating numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from thuocdo.measurement.declaring.types import Better, Declared, Kind, Metric
from thuocdo.measurement.partials import Number

_PRECISION = 60
SMALL = 5
"""Below this denominator a share is shown in grey (domain.md, Scoring)."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a metric with what it was made of; `value` is None where nothing can be said."""

    metric: str
    version: int
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    small: bool = False


def value_of(
    metric: Metric, numerator: Number | None, denominator: Number | None, *, years: int = 0
) -> Value:
    """Return the value of a metric from its sums.

    For growth, `denominator` is the sum of the base year and `years` the years since. Nothing can be
    said without rows, without a denominator above zero, or in the base year itself.
    """
    above = None if numerator is None else Decimal(numerator)
    below = None if denominator is None else Decimal(denominator)
    if metric.declaration.kind is Kind.GROWTH:
        declared = metric.declaration
        value = _rounded(_growth(above, below, years), declared.places)
        small = metric.denominator is not None and below is not None and below < SMALL
        return Value(metric.code, declared.version, value, above, below, small)
    return plain_value(metric, above, below, ratio=metric.denominator is not None)


def plain_value(metric: Declared, above: Decimal | None, below: Decimal | None, *, ratio: bool) -> Value:
    """Return what numerator and denominator make, or the numerator alone where it is no ratio."""
    declared = metric.declaration
    if ratio:
        value = _ratio(above, below, declared.scale)
    else:
        value = None if above is None else above * declared.scale
    small = ratio and below is not None and below < SMALL
    return Value(metric.code, declared.version, _rounded(value, declared.places), above, below, small)


def ranks(values: Mapping[str, Decimal | None], better: Better) -> Mapping[str, int]:
    """Return the rank of each unit that has a value: equal values share a rank, the next one is skipped."""
    known = {unit: value for unit, value in values.items() if value is not None}
    first: dict[Decimal, int] = {}
    for place, value in enumerate(sorted(known.values(), reverse=better is Better.HIGHER), 1):
        first.setdefault(value, place)
    return {unit: first[value] for unit, value in known.items()}


def keeps_above(values: Iterable[Decimal | None], floor: Decimal) -> bool | None:
    """Say whether every value reaches the floor and none falls below the one before; None with a gap."""
    series = list(values)
    known = [value for value in series if value is not None]
    if not series or len(known) < len(series):
        return None
    return all(value >= floor for value in known) and known == sorted(known)


def _ratio(above: Decimal | None, below: Decimal | None, scale: Decimal) -> Decimal | None:
    if above is None or below is None or below <= 0:
        return None
    with localcontext() as context:
        context.prec = _PRECISION
        return above * scale / below


def _growth(last: Decimal | None, first: Decimal | None, years: int) -> Decimal | None:
    if last is None or first is None or first <= 0 or last < 0 or years < 1:
        return None
    with localcontext() as context:
        context.prec = _PRECISION
        if last == 0:
            return Decimal(-100)
        return ((last / first).ln() / years).exp() * 100 - 100


def _rounded(value: Decimal | None, places: int) -> Decimal | None:
    """Round half up, as people do; sixty digits were kept until here."""
    if value is None:
        return None
    with localcontext() as context:
        context.prec = _PRECISION
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
