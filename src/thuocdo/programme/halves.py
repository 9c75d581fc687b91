"""The reporting periods of a programme: two a year, due before 15 June and before 1 December."""

from collections.abc import Iterator
from datetime import date, timedelta

from thuocdo.programme.types import Cycle

_DUE = ((1, 6, 15), (2, 12, 1))


def cycles_until(year: int, *, start: date, known: tuple[Cycle, ...] = ()) -> tuple[Cycle, ...]:
    """Return the known periods and those that follow them up to the end of `year`.

    A period ends the day before its reports are due and the next begins on that day, so that
    every day belongs to one; the first begins on `start`.
    """
    begins = known[-1].due_before if known else start
    return (*known, *_following(begins, year))


def _following(begins: date, year: int) -> Iterator[Cycle]:
    for each in range(begins.year, year + 1):
        for half, month, day in _DUE:
            due = date(each, month, day)
            if due > begins:
                yield Cycle(f"{each}-{half}", begins, due - timedelta(days=1), due)
                begins = due
