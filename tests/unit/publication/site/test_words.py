"""Tests of numbers, shares, days and ages as each language writes them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.errors import Invalid
from thuocdo.publication.site.addresses import page
from thuocdo.publication.site.bodies import band_of
from thuocdo.publication.site.words import age_in_months, day, number, percent, rounded, say


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (None, "–", "–"),
        (0, "0", "0"),
        (7, "7", "7"),
        (1234567, "1.234.567", "1,234,567"),
        (Decimal("13.17"), "13,17", "13.17"),
        (Decimal("1234.50"), "1.234,50", "1,234.50"),
        (Decimal("-0.5"), "−0,5", "−0.5"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (-12, "−12", "−12"),
    ],
)
def test_a_number_in_both_languages(value, vi, en):
    """Vietnamese swaps the decimal sign and the grouping, and none is a dash."""
    assert (number(value, "vi"), number(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Decimal("1.9"), "+1,9", "+1.9"),
        (Decimal("-1.9"), "−1,9", "−1.9"),
    ],
)
def test_a_gap_carries_its_sign(value, vi, en):
    """A reader sees at once on which side of the path a value lies."""
    assert (number(value, "vi", sign=True), number(value, "en", sign=True)) == (vi, en)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_no_digit_is_lost_in_either_language(value):
    """Reading the written number back gives the value."""
    english = number(value, "en").replace(",", "").replace("−", "-")
    vietnamese = number(value, "vi").replace(".", "").replace(",", ".").replace("−", "-")
    assert Decimal(english) == Decimal(vietnamese) == value


@pytest.mark.parametrize(
    ("value", "decimals", "wanted"),
    [
        ("2.345", 2, "2.35"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("15.92", 1, "15.9"),
        ("7", 2, "7.00"),
    ],
)
def test_halves_are_rounded_away_from_zero(value, decimals, wanted):
    """Statistics offices round so, and a reader with a pencil does too."""
    assert str(rounded(Decimal(value), decimals)) == wanted


def test_nothing_is_rounded_to_nothing():
    """A missing value stays missing."""
    assert rounded(None, 2) is None


@pytest.mark.parametrize(
    ("part", "whole", "vi", "en"),
    [
        (0, 0, "–", "–"),
        (0, 7, "0 %", "0 %"),
        (1, 3, "33 %", "33 %"),
        (1, 200, "1 %", "1 %"),
        (7, 7, "100 %", "100 %"),
    ],
)
def test_a_share_needs_something_to_divide(part, whole, vi, en):
    """No denominator, no share; otherwise whole percents, halves upward."""
    assert (percent(part, whole, "vi"), percent(part, whole, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (None, "", ""),
        (date(2025, 6, 5), "05/06/2025", "5 June 2025"),
        (date(2026, 12, 31), "31/12/2026", "31 December 2026"),
    ],
)
def test_a_day_in_both_languages(value, vi, en):
    """Vietnamese writes day, month and year in figures; English names the month."""
    assert (day(value, "vi"), day(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("value", "as_of", "months"),
    [
        (date(2025, 11, 30), date(2026, 5, 31), 6),
        (date(2025, 12, 31), date(2026, 6, 30), 6),
        (date(2025, 12, 31), date(2026, 6, 29), 5),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2026, 1, 15), date(2026, 1, 15), 0),
        (date(2026, 3, 1), date(2026, 1, 1), 0),
    ],
)
def test_the_age_of_a_value_in_whole_months(value, as_of, months):
    """The end of a month to the end of another counts whole months; what lies ahead has no age."""
    assert age_in_months(value, as_of) == months


def test_a_message_is_said_in_the_language_asked_for():
    """The placeholder is filled in both languages."""
    assert say("{count} late", "en", count=3) == "3 late"
    assert say("{count} late", "vi", count=3) == "3 quá hạn"


@pytest.mark.parametrize("code", ['1"><script>', "../x", "a/b", "", ".hidden", "a b"])
def test_a_code_that_could_break_an_address_is_refused(code):
    """Whatever is neither letter, digit nor a plain sign never reaches a path or a link."""
    with pytest.raises(Invalid, match="cannot stand in an address"):
        page("vi", "nq03", "nhiem-vu", code)


def test_vietnamese_letters_may_stand_in_an_address():
    """Sub-rows are lettered a b c d đ, and đ is another row than d."""
    assert page("en", "nq03", "nhiem-vu", "12.đ") == "en/nq03/nhiem-vu/12.đ/"


@pytest.mark.parametrize(
    ("done", "due", "band"),
    [(85, 100, 0), (17, 20, 0), (11, 13, 0), (10, 13, 1), (5, 9, 2), (6, 11, 2), (1, 9, 3)],
)
def test_the_band_agrees_with_the_printed_share(done, due, band):
    """11 of 13 prints 85 % and stands with those of 85 % and more."""
    assert band_of(done, due) == band
