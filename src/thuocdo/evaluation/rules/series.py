"""The values that decide a verdict: one declared method, the newest vintage of each period."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from thuocdo.core.dates import month_end
from thuocdo.measurement.types import Observation, Standing

NOISE_VALUES = 5
"""Values of one method that are needed before normal noise can be told from them."""

_COUNTRY = "VN"


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one method: `points` are the newest vintages by period, `older` what they replaced."""

    points: tuple[Observation, ...] = ()
    older: tuple[Observation, ...] = ()

    def until(self, day: date) -> tuple[Observation, ...]:
        """Return the points whose period had ended by that day."""
        return tuple(item for item in self.points if item.period_end <= day)

    def after(self, day: date) -> tuple[Observation, ...]:
        """Return the points whose period ended later than that day."""
        return tuple(item for item in self.points if item.period_end > day)

    def vintages(self, point: Observation) -> tuple[Observation, ...]:
        """Return the values that were published earlier for the same period."""
        return tuple(item for item in self.older if item.period_end == point.period_end)


def known_on(value: Observation) -> date:
    """Return the day from which a value is known: published, else received, else its period's end."""
    return value.published_on or value.received_on or value.period_end


def declared_series(
    observations: Iterable[Observation], *, scope: str, as_of: date, baseline_by: date
) -> Series:
    """Return the series of the declared method as it was known on `as_of`.

    Where values of several methods are marked as declared, the one that has both a baseline and
    a later value decides, then the newest; methods are never mixed.
    """
    by_method: dict[str, list[Observation]] = defaultdict(list)
    for item in observations:
        known = known_on(item) <= as_of and item.period_end <= as_of
        if item.standing is Standing.DECLARED and item.scope == scope and item.place == _COUNTRY and known:
            by_method[item.method].append(item)
    if not by_method:
        return Series()

    def usable(method: str) -> tuple[bool, date, str]:
        ends = [item.period_end for item in by_method[method]]
        return min(ends) <= baseline_by < max(ends), max(ends), method

    return _newest(by_method[max(by_method, key=usable)])


def _newest(values: list[Observation]) -> Series:
    newest: dict[date, Observation] = {}
    older: list[Observation] = []
    for item in sorted(values, key=lambda value: (value.period_end, known_on(value), value.id)):
        if item.period_end in newest:
            older.append(newest[item.period_end])
        newest[item.period_end] = item
    return Series(tuple(newest.values()), tuple(older))


def years_between(start: date, end: date) -> Decimal:
    """Return years from `start` to `end`: whole anniversaries, then days of the year that is running."""
    whole = end.year - start.year
    if _anniversary(start, whole) > end:
        whole -= 1
    since = _anniversary(start, whole)
    length = (_anniversary(start, whole + 1) - since).days
    return Decimal(whole) + Decimal((end - since).days) / Decimal(length)


def months_later(day: date, months: int) -> date:
    """Return the same day `months` later; a month's last day stays a last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = month_end(year, month + 1)
    return last if day == month_end(day.year, day.month) else last.replace(day=min(day.day, last.day))


def is_stale(value: Observation, frequency_months: int, as_of: date) -> bool:
    """Say whether a value is older than twice the time in which a new one appears."""
    return months_later(value.period_end, 2 * frequency_months) < as_of


def normal_noise(published: Decimal | None, series: Series) -> Decimal | None:
    """Return the normal size of a year's change: as published, else from five or more values.

    From values it is the standard deviation of the yearly changes, which a steady trend leaves
    at zero.
    """
    if published is not None:
        return published
    if len(series.points) < NOISE_VALUES:
        return None
    changes = [
        (later.value - earlier.value) / years_between(earlier.period_end, later.period_end)
        for earlier, later in pairwise(series.points)
    ]
    mean = sum(changes, Decimal(0)) / len(changes)
    variance = sum(((item - mean) ** 2 for item in changes), Decimal(0)) / (len(changes) - 1)
    return variance.sqrt()


def _anniversary(day: date, years: int) -> date:
    last = month_end(day.year + years, day.month)
    return last if day.day > last.day else date(day.year + years, day.month, day.day)
