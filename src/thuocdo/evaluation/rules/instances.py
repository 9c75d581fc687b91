"""The instances of a task: one for a due date, one per cycle or one per year for what recurs."""

from dataclasses import dataclass
from datetime import date

from thuocdo.core.dates import month_end
from thuocdo.programme.types import Programme, Rhythm, Task


@dataclass(frozen=True, slots=True)
class Instance:
    """One time at which a task is owed: evidence dated from `starts_on` to `ends_on` counts."""

    code: str
    starts_on: date
    ends_on: date
    due: date
    recurring: bool = True

    def covers(self, day: date) -> bool:
        """Say whether evidence of that day belongs to this instance."""
        return not self.recurring or self.starts_on <= day <= self.ends_on


def instances(task: Task, programme: Programme, as_of: date) -> tuple[Instance, ...]:
    """Return the instances that have begun by `as_of`, oldest first; none without a due date.

    A task that a later act added is owed from that act's effect, not from the programme's date.
    """
    begun = task.assigned_on or programme.issued_on
    first = task.deadline.start or begun
    if task.rhythm is Rhythm.EACH_CYCLE:
        return tuple(
            Instance(cycle.code, cycle.starts_on, cycle.ends_on, cycle.ends_on)
            for cycle in sorted(programme.cycles, key=lambda item: item.ends_on)
            if cycle.starts_on <= as_of and cycle.ends_on >= first
        )
    if task.rhythm is Rhythm.EACH_YEAR:
        years = range(max(first, begun).year, as_of.year + 1)
        return tuple(_year(year, task.deadline.day, begun) for year in years)
    due = task.deadline.due
    return () if due is None else (Instance("", first, date.max, due, recurring=False),)


def _year(year: int, day: str | None, begun: date) -> Instance:
    due = date(year, 12, 31)
    if day:
        month, number = (int(part) for part in day.split("-"))
        due = min(date(year, month, min(number, 28)), due)
        due = due.replace(day=min(number, month_end(year, month).day))
    return Instance(str(year), max(date(year, 1, 1), min(begun, due)), date(year, 12, 31), due)
