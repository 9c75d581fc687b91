"""The days of a cycle: when reports are due, when it closes, when it is shown and published."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date, datetime, timedelta

from thuocdo.core.dates import add_working_days, local_day, working_days_before, working_days_between
from thuocdo.core.errors import Fault, fault
from thuocdo.cycles import faults
from thuocdo.cycles.types import OpenCycle
from thuocdo.programme.halves import cycles_until
from thuocdo.programme.types import Cycle, Programme

GRACE_DAYS = 10
"""Working days after the due day in which a late report is still taken, unless the cycle says other."""

CHECKING_DAYS = 10
"""Working days from closing to publication."""

PREVIEW_DAYS = 5
"""Working days for which bodies see what the public will see (domain.md, Reporting)."""


def in_time(received_at: datetime, cycle: OpenCycle, zone: str) -> bool:
    """Say whether a report came in time: by the server's clock, until the last moment of the due day."""
    return local_day(received_at, zone) <= cycle.due_on


def preset(cycle: Cycle, holidays: AbstractSet[date] = frozenset()) -> OpenCycle:
    """Return a period of the programme's calendar with the days that hold until somebody sets others."""
    due_on = cycle.due_before - timedelta(days=1)
    closes_on = add_working_days(due_on, GRACE_DAYS, holidays)
    publish_on = publication_day(closes_on, holidays)
    preview_on = working_days_before(publish_on, PREVIEW_DAYS, holidays)
    return OpenCycle(cycle.code, cycle.starts_on, due_on, closes_on, preview_on, publish_on, opened=False)


def publication_day(closes_on: date, holidays: AbstractSet[date] = frozenset()) -> date:
    """Return the day of publication that follows from the closing day."""
    return add_working_days(closes_on, CHECKING_DAYS, holidays)


def periods(programme: Programme, year: int) -> tuple[Cycle, ...]:
    """Return the programme's periods, carried on by the same calendar up to the end of a year."""
    return cycles_until(year, start=programme.issued_on, known=programme.cycles)


def taking(cycles: Iterable[OpenCycle], day: date) -> OpenCycle | None:
    """Return the cycle that takes reports on a day: of those that have begun, the first still open.

    In the days of grace that is the one that was due, so that who is late finds it.
    """
    open_now = (cycle for cycle in cycles if cycle.starts_on <= day <= cycle.closes_on)
    return min(open_now, key=lambda cycle: cycle.closes_on, default=None)


def day_faults(cycle: OpenCycle, holidays: AbstractSet[date] = frozenset()) -> list[Fault]:
    """Return what is wrong with the days that somebody set."""
    days = (
        ("due_on", cycle.due_on),
        ("closes_on", cycle.closes_on),
        ("preview_on", cycle.preview_on),
        ("publish_on", cycle.publish_on),
    )
    found = []
    last_name, last = "starts_on", cycle.starts_on
    for name, day in days:
        if day is None:
            continue
        if day < last:
            found.append(fault(cycle.code, name, faults.EARLIER, other=last_name, day=last))
        last_name, last = name, day
    if cycle.preview_on is None or cycle.publish_on is None or found:
        return found
    if working_days_between(cycle.preview_on, cycle.publish_on, holidays) < PREVIEW_DAYS:
        params = {"days": PREVIEW_DAYS, "day": cycle.publish_on}
        found.append(fault(cycle.code, "preview_on", faults.SHORT_PREVIEW, **params))
    return found
