"""When a body may attach a note: from the preview to the day before publication (domain.md, Reporting)."""

from datetime import date

from thuocdo.core.errors import Conflict
from thuocdo.cycles.opening import calendar_of
from thuocdo.cycles.types import OpenCycle


def is_open(cycle: OpenCycle, day: date) -> bool:
    """Say whether notes to what this cycle publishes are taken on a day."""
    if cycle.preview_on is None or cycle.publish_on is None:
        return False
    return cycle.preview_on <= day < cycle.publish_on


def window_around(slug: str, *, day: date) -> OpenCycle | None:
    """Return the cycle whose notes are taken on a day, else the next one that will take some."""
    known = [cycle for cycle in calendar_of(slug, day=day) if cycle.publish_on and day < cycle.publish_on]
    return min(known, key=lambda cycle: cycle.publish_on or date.max, default=None)


def open_window(slug: str, *, day: date) -> OpenCycle:
    """Return the cycle whose notes are taken on a day, or refuse."""
    found = window_around(slug, day=day)
    if found is None or not is_open(found, day):
        raise Conflict(
            "Notes are taken only in the days of preview before a publication.",
            hint="See on the page of the preview when the next one begins.",
        )
    return found


def check_open(slug: str, cycle: str, *, day: date) -> None:
    """Refuse to change a note once its own days are over."""
    if open_window(slug, day=day).code != cycle:
        raise Conflict("What was noted for an earlier publication stays as it is.")
