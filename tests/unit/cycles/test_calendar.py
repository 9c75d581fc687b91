"""The days of a cycle, and what comes in time by the server's clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from thuocdo.core.dates import working_days_before
from thuocdo.core.workdays import holidays
from thuocdo.cycles.calendar import (
    day_faults,
    in_time,
    periods,
    preset,
    taking,
)
from thuocdo.cycles.types import OpenCycle
from thuocdo.programme.catalogue import catalogue

ZONE = "Asia/Ho_Chi_Minh"
HANOI = ZoneInfo(ZONE)
JUNE = OpenCycle("2025-1", date(2025, 1, 9), date(2025, 6, 14), date(2025, 6, 27))
LEAP = OpenCycle("x", date(2028, 1, 1), date(2028, 2, 29), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("received_at", "cycle", "expected"),
    [
        (datetime(2025, 6, 14, 0, 0, tzinfo=HANOI), JUNE, True),
        (datetime(2025, 6, 14, 23, 59, 59, 999999, tzinfo=HANOI), JUNE, True),
        (datetime(2025, 6, 15, 0, 0, tzinfo=HANOI), JUNE, False),
        (datetime(2025, 6, 14, 16, 59, 59, 999999, tzinfo=UTC), JUNE, True),
        (datetime(2025, 6, 14, 17, 0, tzinfo=UTC), JUNE, False),
        (datetime(2025, 6, 15, 0, 0, tzinfo=ZoneInfo("Pacific/Kiritimati")), JUNE, True),
        (datetime(2025, 6, 14, 13, 0, tzinfo=ZoneInfo("America/Los_Angeles")), JUNE, False),
        (datetime(2028, 2, 29, 23, 59, 59, 999999, tzinfo=HANOI), LEAP, True),
        (datetime(2028, 3, 1, 0, 0, tzinfo=HANOI), LEAP, False),
    ],
)
def test_what_comes_in_time(received_at, cycle, expected):
    """A report is in time until the last moment of the due day in Hà Nội, whatever clock the sender has."""
    assert in_time(received_at, cycle, ZONE) is expected


def test_a_moment_without_a_zone_is_no_receipt():
    """A naive moment is refused rather than taken for one of some zone."""
    with pytest.raises(ValueError, match="time zone"):
        in_time(datetime(2025, 6, 14, 12, 0), JUNE, ZONE)  # noqa: DTZ001  that is the case


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2025, 7, 11), 5, date(2025, 7, 4)),
        (date(2025, 7, 14), 1, date(2025, 7, 11)),
        (date(2025, 7, 13), 1, date(2025, 7, 11)),
        (date(2025, 5, 5), 1, date(2025, 4, 29)),
        (date(2025, 2, 3), 1, date(2025, 1, 24)),
        (date(2025, 7, 11), 0, date(2025, 7, 11)),
    ],
)
def test_working_days_are_counted_back(day, days, expected):
    """Weekends and public holidays do not count; the holidays stand in a file."""
    assert working_days_before(day, days, holidays()) == expected


def test_the_calendar_of_the_model_programme():
    """Reports are due on the last day before 15 June and before 1 December, year after year."""
    cycles = [preset(cycle, holidays()) for cycle in periods(catalogue("nq03"), 2031)]
    assert [(cycle.code, cycle.due_on.isoformat()) for cycle in cycles[:3]] == [
        ("2025-1", "2025-06-14"),
        ("2025-2", "2025-11-30"),
        ("2026-1", "2026-06-14"),
    ]
    assert cycles[-1].code == "2031-2"
    assert not any(day_faults(cycle, holidays()) for cycle in cycles)
    assert not any(cycle.opened for cycle in cycles)


def test_in_the_days_of_grace_the_cycle_that_was_due_takes_reports():
    """Who is late finds the cycle that was due; the day after it closes the next one stands there."""
    cycles = [preset(cycle) for cycle in periods(catalogue("nq03"), 2026)]
    closes_on = cycles[0].closes_on
    assert taking(cycles, date(2025, 6, 15)).code == "2025-1"
    assert taking(cycles, closes_on).code == "2025-1"
    assert taking(cycles, date.fromordinal(closes_on.toordinal() + 1)).code == "2025-2"
    assert taking(cycles, date(2024, 1, 1)) is None


@pytest.mark.parametrize(
    ("closes_on", "preview_on", "publish_on", "fields"),
    [
        (date(2025, 6, 13), None, None, ["closes_on"]),
        (date(2025, 6, 27), date(2025, 6, 26), date(2025, 7, 11), ["preview_on"]),
        (date(2025, 6, 27), date(2025, 7, 7), date(2025, 7, 11), ["preview_on"]),
        (date(2025, 6, 27), date(2025, 7, 4), date(2025, 7, 11), []),
        (date(2025, 6, 27), date(2025, 7, 12), date(2025, 7, 11), ["publish_on"]),
        (date(2025, 6, 27), None, None, []),
    ],
)
def test_days_out_of_order_are_named(closes_on, preview_on, publish_on, fields):
    """Each day follows the one before, and the preview stands for five working days."""
    cycle = OpenCycle("2025-1", date(2025, 1, 9), date(2025, 6, 14), closes_on, preview_on, publish_on)
    assert [fault.field for fault in day_faults(cycle)] == fields
