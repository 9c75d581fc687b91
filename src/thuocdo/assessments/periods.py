"""Periods that a set judges: their codes, and their first and last days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thuocdo.core.dates import month_end
from thuocdo.evaluation.scoring.kinds import Period as Length
from thuocdo.evaluation.scoring.periods import IN_A_YEAR, code

_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period by its code (2026, 2026-H1, 2026-Q3, 2026-07), both days included."""

    code: str
    starts_on: date
    ends_on: date


def stretches(length: Length, *, since: date, until: date) -> tuple[Stretch, ...]:
    """Return the periods that lie wholly between two days, in order."""
    return tuple(
        each for each in _all(length, since, until) if since <= each.starts_on and each.ends_on <= until
    )


def before(stretch: Stretch, length: Length) -> Stretch:
    """Return the period before one."""
    year = stretch.starts_on.year
    found = [
        each
        for each in _all(length, date(year - 1, 1, 1), stretch.starts_on)
        if each.ends_on < stretch.starts_on
    ]
    return found[-1]


def _all(length: Length, since: date, until: date) -> Iterator[Stretch]:
    months = _MONTHS_A_YEAR // IN_A_YEAR[length]
    for year in range(since.year, until.year + 1):
        for number in range(IN_A_YEAR[length]):
            first, last = number * months + 1, (number + 1) * months
            yield Stretch(code(length, year, number + 1), date(year, first, 1), month_end(year, last))
