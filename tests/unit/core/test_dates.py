"""Days: local days, working days, ends of periods."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.dates import (
    add_working_days,
    local_day,
    month_end,
    quarter_end,
    start_of_day,
    working_days_between,
)

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2025, 6, 14, 16, 59, 59, 999999, tzinfo=UTC), date(2025, 6, 14)),
        (datetime(2025, 6, 14, 17, 0, 0, tzinfo=UTC), date(2025, 6, 15)),
        (datetime(2024, 2, 29, 17, 0, 0, tzinfo=UTC), date(2024, 3, 1)),
    ],
)
def test_the_day_changes_at_midnight_in_viet_nam(moment, day):
    """A moment belongs to the Vietnamese day, whatever zone the server runs in."""
    assert local_day(moment) == day


def test_a_moment_without_zone_is_refused():
    """A naive moment is refused instead of being taken for some zone."""
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2025, 1, 1))  # noqa: DTZ001  that is the point


@given(DAYS)
def test_a_day_starts_on_itself(day):
    """The first moment of a day lies on that day, and the one before it does not."""
    start = start_of_day(day)
    assert local_day(start) == day
    assert local_day(start - timedelta(microseconds=1)) == day - timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2025, 6, 13), 1, date(2025, 6, 16)),  # Friday to Monday
        (date(2025, 6, 14), 1, date(2025, 6, 16)),  # Saturday to Monday
        (date(2025, 6, 2), 10, date(2025, 6, 16)),
        (date(2025, 6, 2), 0, date(2025, 6, 2)),
    ],
)
def test_weekends_are_no_working_days(start, days, end):
    """Working days step over Saturdays and Sundays."""
    assert add_working_days(start, days) == end


def test_holidays_are_no_working_days():
    """A public holiday is stepped over like a Sunday."""
    assert add_working_days(date(2025, 4, 29), 1, {date(2025, 4, 30), date(2025, 5, 1)}) == date(2025, 5, 2)


@given(DAYS, st.integers(min_value=1, max_value=60))
def test_adding_and_counting_working_days_agree(day, days):
    """The day n working days later lies exactly n working days later."""
    assert working_days_between(day, add_working_days(day, days)) == days


@given(DAYS, st.integers(min_value=-5, max_value=400), st.sets(st.integers(min_value=-10, max_value=410)))
def test_working_days_are_those_that_one_counts_by_hand(start, length, free):
    """Between two days lie as many working days as counting day by day finds."""
    end, holidays = start + timedelta(days=length), {start + timedelta(days=day) for day in free}
    days = [start + timedelta(days=day) for day in range(1, length + 1)]
    slow = sum(day.weekday() < 5 and day not in holidays for day in days)
    assert working_days_between(start, end, holidays) == slow


def test_periods_end_on_their_last_day():
    """A month ends on its last day, leap years included, a quarter with its last month."""
    assert month_end(2024, 2) == date(2024, 2, 29)
    assert quarter_end(2025, 2) == date(2025, 6, 30)
    assert working_days_between(date(2025, 6, 2), date(2025, 6, 1)) == 0
