"""Days and moments: deadlines are days in the programme's time zone, moments are UTC."""

import calendar
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

DEFAULT_ZONE = "Asia/Ho_Chi_Minh"
_SATURDAY = 5
_WEEK = 7


def local_day(moment: datetime, zone: str = DEFAULT_ZONE) -> date:
    """Return the calendar day of an aware moment in the programme's time zone."""
    if moment.tzinfo is None:
        msg = "a moment needs a time zone"
        raise ValueError(msg)
    return moment.astimezone(ZoneInfo(zone)).date()


def start_of_day(day: date, zone: str = DEFAULT_ZONE) -> datetime:
    """Return the first moment of a local day, in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def quarter_end(year: int, quarter: int) -> date:
    """Return the last day of a quarter, 1 to 4."""
    return month_end(year, quarter * 3)


def add_working_days(day: date, days: int, holidays: AbstractSet[date] = frozenset()) -> date:
    """Return the day `days` working days after `day`; Saturdays, Sundays and `holidays` do not count."""
    return _counted(day, days, timedelta(days=1), holidays)


def working_days_before(day: date, days: int, holidays: AbstractSet[date] = frozenset()) -> date:
    """Return the day `days` working days before `day`, counted in the same way."""
    return _counted(day, days, timedelta(days=-1), holidays)


def _counted(day: date, days: int, step: timedelta, holidays: AbstractSet[date]) -> date:
    left = days
    current = day
    while left > 0:
        current += step
        if current.weekday() < _SATURDAY and current not in holidays:
            left -= 1
    return current


def working_days_between(start: date, end: date, holidays: AbstractSet[date] = frozenset()) -> int:
    """Count working days after `start` up to and including `end`; 0 when `end` is not later."""
    if end <= start:
        return 0
    free = sum(start < day <= end and day.weekday() < _SATURDAY for day in holidays)
    return _weekdays_until(end) - _weekdays_until(start) - free


def _weekdays_until(day: date) -> int:
    """Count Mondays to Fridays from 1 January of year 1, a Monday, up to and including a day."""
    weeks, rest = divmod(day.toordinal(), _WEEK)
    return weeks * _SATURDAY + min(rest, _SATURDAY)
