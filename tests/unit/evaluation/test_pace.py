"""What the pace so far would bring."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.evaluation.rules.pace import pace
from thuocdo.measurement.types import Observation, Origin, Standing


def series(*values, first=2020):
    """Return one value at each year's end."""
    return [
        Observation(
            id=str(year),
            indicator="10",
            value=Decimal(value),
            unit="percent_gdp",
            period_end=date(year, 12, 31),
            source="test",
            origin=Origin.OUTSIDE,
            standing=Standing.DECLARED,
            method="m",
        )
        for year, value in enumerate(values, first)
    ]


DIGITAL = series("12.66", "12.87", "12.83", "12.87", "13.17", "14.02")


def test_the_published_digital_economy_needs_more_than_its_best_year():
    """From 14.02 % in 2025 to 30 % in 2030 takes 3.2 points a year; the best year so far brought 0.85."""
    found = pace(DIGITAL, target=Decimal(30), due=date(2030, 12, 31), lower_is_better=False)
    assert round(found.needed, 2) == Decimal("3.20")
    assert round(found.best, 2) == Decimal("0.85")
    assert round(found.mean, 2) == Decimal("0.27")
    assert (round(found.low, 1), round(found.high, 1)) == (Decimal("15.4"), Decimal("18.3"))


def test_for_ranks_the_best_year_is_the_largest_fall():
    """Where lower is better the best pace is the most negative one."""
    found = pace(series("60", "50", "48"), target=Decimal(30), due=date(2030, 12, 31), lower_is_better=True)
    assert round(found.best) == -10
    assert found.needed < 0


@pytest.mark.parametrize("values", [(), ("1",), ("1", "2")])
def test_too_few_years_tell_no_pace(values):
    """One step is no pace."""
    assert pace(series(*values), target=Decimal(9), due=date(2030, 12, 31), lower_is_better=False) is None


def test_values_within_a_year_tell_no_pace():
    """Two months' difference times six is a season, not a year."""
    days = (date(2025, 1, 31), date(2025, 3, 31), date(2025, 5, 31))
    close = [replace(one, period_end=day) for one, day in zip(series("1", "2", "3"), days, strict=True)]
    assert pace(close, target=Decimal(9), due=date(2030, 12, 31), lower_is_better=False) is None


@given(st.lists(st.integers(0, 100), min_size=3, max_size=9), st.booleans())
def test_the_best_year_is_never_worse_than_the_mean(values, lower):
    """The outlook's better edge comes from the best year."""
    found = pace(series(*values), target=Decimal(50), due=date(2040, 12, 31), lower_is_better=lower)
    better = found.best <= found.mean if lower else found.best >= found.mean
    assert better or abs(found.best - found.mean) < Decimal("0.05")
    assert found.low <= found.high


def test_from_eight_values_on_the_scatter_makes_an_interval():
    """Seven steps of 1 or 3: a mean of 15/7 a year, and five years on four of five within 4 of it."""
    values = [10, 11, 14, 15, 18, 19, 22, 25]
    due = date(2032, 12, 31)
    few = pace(series(*values[:7]), target=Decimal(40), due=due, lower_is_better=False)
    many = pace(series(*values), target=Decimal(40), due=due, lower_is_better=False)
    assert (few.interval, many.interval) == (False, True)
    assert round((many.low + many.high) / 2, 1) == Decimal("35.7")
    assert round((many.high - many.low) / 2, 1) == Decimal("4.0")


def test_a_steady_series_has_an_interval_of_no_width():
    """Where every year brought the same, the pace holds at one value."""
    found = pace(series(*range(10, 20)), target=Decimal(40), due=date(2039, 12, 31), lower_is_better=False)
    assert found.interval
    assert abs(found.high - found.low) < Decimal("0.1")
