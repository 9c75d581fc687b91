"""Working days of a country: its public holidays as data (`core/vn/holidays.csv`), one row a day."""

import csv
from datetime import date
from functools import cache
from importlib import resources

from thuocdo.core.dates import add_working_days


@cache
def holidays(country: str = "vn") -> frozenset[date]:
    """Return the public holidays that are known; a year that is not in the file has none."""
    text = resources.files("thuocdo.core").joinpath(country, "holidays.csv").read_text(encoding="utf-8")
    return frozenset(date.fromisoformat(row["on"]) for row in csv.DictReader(text.splitlines()))


def working_day_after(day: date, days: int, country: str = "vn") -> date:
    """Return the day that is so many working days after `day`, by the country's calendar."""
    return add_working_days(day, days, holidays(country))
