"""How a reading is told to people, in both languages."""

import pytest
from tests.factories.reviewed import EDUCATION, a_draft

from thuocdo.documents.reading.deadlines import read_deadline
from thuocdo.documents.types import DraftTarget
from thuocdo.programme.review.cells import rows_of
from thuocdo.programme.review.types import Cell, Passage
from thuocdo.programme.review.words import field_word, place_words, reading_words, row_word


def cell(printed, **read):
    """Return a cell with a reading."""
    return Cell("task 1", "deadline", printed, **read)


@pytest.mark.parametrize(
    ("printed", "vi", "en"),
    [
        ("6/2025", "chậm nhất 30/6/2025", "by 2025-06-30"),
        ("2025 - 2026", "1/1/2025 – 31/12/2026", "2025-01-01 – 2026-12-31"),
        ("Thường xuyên", "thường xuyên", "all the time"),
        ("Hằng năm", "hằng năm", "every year"),
        ("Hằng năm, trước ngày 15/12", "hằng năm, 14/12", "every year, 12-14"),
        ("6 tháng/lần", "nửa năm một lần", "every half-year"),
        ("Từ 2025 trở đi", "từ 1/1/2025 trở đi, không có hạn cuối", "from 2025-01-01 on, without end"),
        ("30 ngày sau khi ban hành", "sau một sự kiện", "after an event"),
        ("sớm", "không có thời hạn", "no time"),
    ],
)  # fmt: skip
def test_a_time_in_words(printed, vi, en):
    """Each kind of deadline is said in full."""
    found = cell(printed, deadline=read_deadline(printed)[0])
    assert (reading_words(found, "vi"), reading_words(found, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("target", "vi"),
    [
        (DraftTarget(">=", "12.5"), "≥ 12,5"),
        (DraftTarget("range", "20", "50"), "20 – 50"),
        (DraftTarget("<=", "3", None, "Đông Nam Á"), "≤ 3 Đông Nam Á"),
        (DraftTarget("qualitative"), "bằng lời"),
    ],
)
def test_a_target_in_words(target, vi):
    """Comparator, figures and scope are shown; a target in words is called so."""
    assert reading_words(cell("x", targets=(target,)), "vi") == vi


def test_bodies_are_told_where_they_differ_from_the_words():
    """The canonical names are shown only when the cell prints something else."""
    assert reading_words(Cell("task 1", "leads", "Bộ GD&ĐT", (EDUCATION,)), "vi") == EDUCATION
    assert reading_words(Cell("task 1", "leads", EDUCATION, (EDUCATION,)), "vi") == ""
    assert reading_words(Cell("task 1", "title", "Tên"), "vi") == ""


def test_a_blank_time_has_no_reading():
    """Nothing is said about a cell that is empty."""
    assert reading_words(cell("", deadline=read_deadline("")[0]), "en") == ""


def test_rows_and_fields_have_names():
    """Every row and every cell of a draft is called by a word in both languages."""
    rows = {row.where: row for row in rows_of(a_draft())}
    assert row_word(rows["indicator 1@2030"], "vi") == "Chỉ tiêu 1 (2030)"
    assert row_word(rows["task 3"], "en") == "Task 3"
    assert row_word(rows["table 9"], "en") == "Table 9"
    for row in rows.values():
        for each in row.cells:
            assert field_word(each.field, "en") != each.field
            assert field_word(each.field, "vi") != each.field


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        (Passage("x", 7), "paragraph 7"),
        (Passage("x", 7, 3), "page 3"),
        (Passage("x", 0, 3, 2, 5), "page 3, table 2, row 5"),
        (Passage("x"), ""),
    ],
)
def test_a_place_in_words(passage, words):
    """Page, table and row are named as far as the format knows them."""
    assert place_words(passage, "en") == words
