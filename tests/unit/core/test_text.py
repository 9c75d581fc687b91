"""Comparing Vietnamese text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.text import clean, fold, slug


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Chuyển đổi số", "chuyen doi so"),
        ("ĐẮK LẮK", "dak lak"),
        ("Ðắk Lắk", "dak lak"),  # U+00D0
        ("hoá", "hoa"),
        ("hóa", "hoa"),
        ("uỷ ban", "uy ban"),
        ("Bộ\u00a0Công\u200b an", "bo cong an"),
    ],
)
def test_spellings_of_one_word_fold_alike(written, folded):
    """Tone placement, letter variants and invisible characters do not make another word."""
    assert fold(written) == folded


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    """Clean text is clean."""
    assert clean(clean(text)) == clean(text)


def test_slugs_are_safe_in_addresses():
    """An address carries only small Latin letters, digits and hyphens."""
    assert slug("Bộ KH&CN: Đề án 06") == "bo-kh-cn-de-an-06"


@given(st.text() | st.text(alphabet="aAdDđĐðÐếỀộƯơẵẩ ỹ\u0301\u0309ß"))
def test_folding_drops_exactly_the_marks(text):
    """The quick way over Vietnamese words gives what dropping mark by mark gives."""
    decomposed = unicodedata.normalize("NFD", clean(text).casefold())
    slowly = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("đ", "d")
    assert fold(text) == slowly
