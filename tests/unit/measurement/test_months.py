"""Months and periods."""

import pytest

from thuocdo.core.errors import Invalid
from thuocdo.measurement.months import Month, Period, one, quarter, year


def test_months_go_over_the_end_of_the_year_in_both_directions():
    """The month after December is January, the one before January is December."""
    assert Month(2025, 12).later(1) == Month(2026, 1)
    assert Month(2025, 1).later(-1) == Month(2024, 12)
    assert Month(2025, 5).later(-17) == Month(2023, 12)


def test_a_period_names_its_months_in_order():
    """The second quarter has April, May and June, and a year has twelve months."""
    assert [str(month) for month in quarter(2025, 2).months()] == ["2025-04", "2025-05", "2025-06"]
    assert len(list(year(2025).months())) == 12
    assert Month(2025, 4) in quarter(2025, 2)
    assert Month(2025, 7) not in quarter(2025, 2)
    assert list(one(Month(2025, 7)).months()) == [Month(2025, 7)]


@pytest.mark.parametrize("text", ["2025", "2025-13", "2025-1", "25-01", "2025-00", " 2025-01"])
def test_what_is_no_month_is_refused(text):
    """A month is written 2025-03 and in no other way."""
    with pytest.raises(Invalid, match="2025-03"):
        Month.read(text)


def test_a_period_that_runs_backwards_is_refused():
    """The last month is not before the first."""
    with pytest.raises(Invalid, match="before it begins"):
        Period(Month(2025, 2), Month(2025, 1))
