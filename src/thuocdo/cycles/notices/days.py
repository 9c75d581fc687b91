"""On which days somebody is reminded: a table of steps around a due day, in local days."""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from thuocdo.core.dates import add_working_days

STEPS = (-30, -14, -7, -3, -1, 1)
"""Days before (negative) and after the last day in time on which those who owe are reminded."""

HEAD_FROM = -7
"""From this step on the head is told too when nothing has been filed."""

AFTER = 1
"""The step at which everybody on the ladder is told: the day has passed."""

MONITOR_AGAIN = 10
"""Working days after the due day at which the monitor is told a second time."""

CATCH_UP = 3
"""Days for which a step that no run saw is made up for; what is older is not told any more."""

APPROVAL_LIMIT = 2
VERIFICATION_LIMIT = 10
"""Working days that a head, and a verifier, may take before somebody is told."""

SOON = 14
"""Days that the weekly summary looks ahead."""

MORNING = 7
"""Hour of the local day from which the messages of the day leave."""

_LAST_DIGEST_DAY = 2


def step_on(due: date, day: date) -> int | None:
    """Return the step of the reminder that belongs to this day, None when none does.

    The newest step that has been reached is meant: after days without a run it is made up for
    once, and the steps before it are dropped, so that nobody gets three at a time.
    """
    reached = [step for step in STEPS if due + timedelta(days=step) <= day]
    if not reached:
        return None
    return reached[-1] if day <= due + timedelta(days=reached[-1] + CATCH_UP) else None


def monitor_step_on(due: date, day: date, holidays: AbstractSet[date] = frozenset()) -> str:
    """Return "1" on the day after the due day, "10w" ten working days after it, "" on other days."""
    moments = (
        ("10w", add_working_days(due, MONITOR_AGAIN, holidays)),
        ("1", due + timedelta(days=AFTER)),
    )
    for name, first in moments:
        if first <= day <= first + timedelta(days=CATCH_UP):
            return name
    return ""


def digest_monday(day: date) -> date | None:
    """Return the Monday whose summary belongs to this day; None from Thursday on."""
    return day - timedelta(days=day.weekday()) if day.weekday() <= _LAST_DIGEST_DAY else None
