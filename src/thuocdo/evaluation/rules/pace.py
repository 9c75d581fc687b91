"""What the pace so far would bring: shown as "if the pace holds", no forecast, and no verdict uses it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from thuocdo.measurement.types import Observation

_YEAR = Decimal("365.25")
_WHOLE_YEAR = 300
"""Days between two values from which on their difference tells of a year, not of a season."""
_FIVE_YEARS = 5 * 366
_STEPS = 2
_INTERVAL_FROM = 8
"""Values from which on their scatter is told as an interval, not as a wedge."""
_EIGHTY_PERCENT = Decimal("1.2816")
"""Standard deviations on both sides of the mean between which four of five outcomes lie."""
_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Pace:
    """Changes a year: `mean` over the last five years, `best` of a single year, `needed` from now on.

    `low` and `high` are the values at the target's day if the mean or the best pace held. From eight
    values on they are the ends of an interval of 80 %, and `interval` says so.
    """

    mean: Decimal
    best: Decimal
    needed: Decimal
    low: Decimal
    high: Decimal
    interval: bool = False


def pace(series: Sequence[Observation], *, target: Decimal, due: date, lower_is_better: bool) -> Pace | None:
    """Return the pace of a series in order of its periods; None with fewer than two yearly steps."""
    steps = [
        _a_year(older, newer)
        for older, newer in pairwise(series)
        if (newer.period_end - older.period_end).days >= _WHOLE_YEAR
    ]
    if len(steps) < _STEPS:
        return None
    last = series[-1]
    left = Decimal((due - last.period_end).days) / _YEAR
    if left <= 0:
        return None
    recent = next(one for one in series if (last.period_end - one.period_end).days <= _FIVE_YEARS)
    mean = _a_year(recent, last) if recent is not last else steps[-1]
    best = min(steps) if lower_is_better else max(steps)
    interval = len(steps) + 1 >= _INTERVAL_FROM
    ends = (
        _interval(last.value, steps, left)
        if interval
        else [last.value + each * left for each in (mean, best)]
    )
    return Pace(
        mean=mean.quantize(_PLACES),
        best=best.quantize(_PLACES),
        needed=((target - last.value) / left).quantize(_PLACES),
        low=min(ends).quantize(_PLACES),
        high=max(ends).quantize(_PLACES),
        interval=interval,
    )


def _interval(last: Decimal, steps: Sequence[Decimal], years: Decimal) -> list[Decimal]:
    """Return between which values the series ends in four of five cases, if its years stay as they were.

    Each year adds the mean change and its own scatter; that the mean itself is known from few years only
    widens the interval with the square of the distance.
    """
    count = len(steps)
    mean = sum(steps, Decimal(0)) / count
    variance = sum(((each - mean) ** 2 for each in steps), Decimal(0)) / (count - 1)
    half = _EIGHTY_PERCENT * (variance * (years + years * years / count)).sqrt()
    return [last + mean * years - half, last + mean * years + half]


def _a_year(older: Observation, newer: Observation) -> Decimal:
    return (newer.value - older.value) * _YEAR / (newer.period_end - older.period_end).days
