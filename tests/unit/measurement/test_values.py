"""Values out of sums, in exact decimals."""

from decimal import Decimal

import pytest
from tests.factories.measures import metric

from thuocdo.measurement.declaring.types import Better, Kind
from thuocdo.measurement.values import keeps_above, ranks, value_of

SHARE = metric("1.1-a", "count(*) filter (where paid)", "count(*)", scale=Decimal(100))
GROWTH = metric("1.1-b", "count(*)", kind=Kind.GROWTH, base_year=2024)


@pytest.mark.parametrize(
    ("above", "below", "value"),
    [
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (1, 8000, "0.01"),
        (0, 7, "0.00"),
        (7, 7, "100.00"),
        (10**30 + 1, 10**30, "100.00"),
        (1, 0, None),
        (None, 5, None),
        (5, None, None),
    ],
)
def test_a_share_is_rounded_once_and_as_people_round(above, below, value):
    """1 of 8000 is 0.0125 %, shown as 0.01; without rows or denominator there is no value."""
    assert value_of(SHARE, above, below).value == (value and Decimal(value))


def test_half_a_hundredth_is_rounded_up():
    """0.125 % becomes 0.13, not the even 0.12."""
    assert value_of(SHARE, 1, 800).value == Decimal("0.13")


def test_small_denominators_are_marked():
    """Under five nothing should be read into a share."""
    assert value_of(SHARE, 1, 4).small
    assert not value_of(SHARE, 1, 5).small


@pytest.mark.parametrize(
    ("last", "first", "years", "value"),
    [
        (121, 100, 2, "10.00"),
        (1331, 1000, 3, "10.00"),
        (100, 100, 6, "0.00"),
        (50, 100, 1, "-50.00"),
        (0, 100, 1, "-100.00"),
        (100, 0, 1, None),
        (100, 100, 0, None),
        (200, 100, 6, "12.25"),
    ],
)
def test_growth_is_compound(last, first, years, value):
    """121 after two years from 100 is 10 % a year; from nothing there is no growth."""
    assert value_of(GROWTH, last, first, years=years).value == (value and Decimal(value))


def test_equal_values_share_a_rank():
    """Two first places are followed by a third; who has no value has no rank."""
    values = {"a": Decimal(3), "b": Decimal(5), "c": Decimal(5), "d": None, "e": Decimal(1)}
    assert ranks(values, Better.HIGHER) == {"a": 3, "b": 1, "c": 1, "e": 4}
    assert ranks(values, Better.LOWER) == {"a": 2, "b": 3, "c": 3, "e": 1}


@pytest.mark.parametrize(
    ("series", "kept"),
    [
        (["3", "3.1", "3.1"], True),
        (["3", "2.9"], False),
        (["3.2", "3.1"], False),
        (["3", None], None),
        ([], None),
    ],
)
def test_keeping_above_looks_at_every_year(series, kept):
    """Each year reaches 3, none falls below the one before; with a gap nobody can say."""
    assert keeps_above([None if each is None else Decimal(each) for each in series], Decimal(3)) is kept
