"""On which days somebody is reminded: leap days, month ends, weekends, and days without a run."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.cycles.notices.days import CATCH_UP, STEPS, digest_monday, monitor_step_on, step_on

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
TET = frozenset(date(2026, 2, day) for day in range(16, 21))


@pytest.mark.parametrize(
    ("due", "day", "step"),
    [
        ("2025-06-14", "2025-05-14", None),
        ("2025-06-14", "2025-05-15", -30),
        ("2025-06-14", "2025-05-18", -30),
        ("2025-06-14", "2025-05-19", None),
        ("2025-06-14", "2025-05-31", -14),
        ("2025-06-14", "2025-06-07", -7),
        ("2025-06-14", "2025-06-10", -7),
        ("2025-06-14", "2025-06-11", -3),
        ("2025-06-14", "2025-06-12", -3),
        ("2025-06-14", "2025-06-13", -1),
        ("2025-06-14", "2025-06-14", -1),
        ("2025-06-14", "2025-06-15", 1),
        ("2025-06-14", "2025-06-18", 1),
        ("2025-06-14", "2025-06-19", None),
        ("2028-03-07", "2028-02-29", -7),
        ("2028-02-29", "2028-01-30", -30),
        ("2028-02-29", "2028-02-28", -1),
        ("2028-02-29", "2028-03-01", 1),
        ("2028-03-01", "2028-02-29", -1),
        ("2027-03-01", "2027-02-28", -1),
        ("2025-12-31", "2025-12-01", -30),
        ("2025-12-31", "2026-01-01", 1),
        ("2026-01-31", "2026-01-01", -30),
        ("2025-03-31", "2025-03-01", -30),
    ],
)
def test_the_step_of_a_day(due, day, step):
    """Each day has the step that was reached last, for as long as it is made up for."""
    assert step_on(date.fromisoformat(due), date.fromisoformat(day)) == step


@pytest.mark.parametrize(
    ("due", "day", "holidays", "step"),
    [
        ("2025-06-14", "2025-06-14", (), ""),
        ("2025-06-14", "2025-06-15", (), "1"),
        ("2025-06-14", "2025-06-18", (), "1"),
        ("2025-06-14", "2025-06-19", (), ""),
        ("2025-06-14", "2025-06-27", (), "10w"),
        ("2025-06-14", "2025-06-26", (), ""),
        ("2025-06-13", "2025-06-27", (), "10w"),
        ("2026-02-13", "2026-02-27", (), "10w"),
        ("2026-02-13", "2026-02-27", TET, ""),
        ("2026-02-13", "2026-03-06", TET, "10w"),
    ],
)
def test_the_monitors_step_of_a_day(due, day, holidays, step):
    """The monitor is told on the day after, and ten working days after, weekends and holidays apart."""
    assert monitor_step_on(date.fromisoformat(due), date.fromisoformat(day), frozenset(holidays)) == step


@given(due=DAYS)
def test_a_daily_run_finds_every_step_on_its_own_day(due):
    """Whoever runs every day tells each step first on the very day of the table."""
    first = {}
    for distance in range(-40, 10):
        step = step_on(due, due + timedelta(days=distance))
        if step is not None:
            first.setdefault(step, distance)
    assert first == {step: step for step in STEPS}


@given(due=DAYS, distance=st.integers(-60, 60))
def test_a_step_is_never_early_and_never_older_than_the_catch_up(due, distance):
    """A step belongs to its day and the few days after it, on which it is made up for."""
    step = step_on(due, due + timedelta(days=distance))
    assert step is None or 0 <= distance - step <= CATCH_UP


@given(day=DAYS)
def test_the_weekly_summary_belongs_to_monday(day):
    """Monday to Wednesday give the same Monday, the other days none."""
    monday = digest_monday(day)
    assert (monday is None) == (day.weekday() > 2)
    assert monday is None or (monday.weekday() == 0 and 0 <= (day - monday).days <= 2)
