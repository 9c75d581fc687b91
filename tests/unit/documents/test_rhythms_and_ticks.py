"""Rhythms by grammar, words that point to the cell above, marks below years, and times that lose words."""

import pytest

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.deadlines import read_deadline
from thuocdo.documents.reading.dittos import repeats_above
from thuocdo.documents.reading.marks import times_after, with_times
from thuocdo.documents.reading.ticks import is_mark


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Cứ 3 tháng một lần", "quarter"),
        ("Một lần mỗi tháng", "month"),
        ("6 tháng/1 lần", "half_year"),
        ("Once in every quarter", "quarter"),
        ("every six months", "half_year"),
        ("Every two weeks", None),
    ],
)
def test_a_count_and_a_unit_that_come_again_are_a_rhythm(text, every):
    """Whatever words stand around them, a count and a unit that recur say how often."""
    found, doubts = read_deadline(text)
    assert (found.kind, found.every, doubts) == ("ongoing", every, ())


def test_an_event_sets_the_time_where_no_day_does():
    """A cell that begins with “following” or “sau khi” and names no day depends on that event."""
    assert read_deadline("Following adoption of the statute")[0].kind == "relative"
    assert read_deadline("Sau khi cầu mới thông xe")[0].kind == "relative"


@pytest.mark.parametrize(
    "text", ["Kỳ họp Quốc hội 2027", "Lent term 2027", "Sau năm 2027", "Season of 2027, leg 4"]
)
def test_words_left_beside_a_year_are_remarked(text):
    """What stands beside the year and is no common word may make it another time."""
    assert "deadline_words_left" in {doubt.code for doubt in read_deadline(text)[1]}


@pytest.mark.parametrize("text", ["Hoàn thành năm 2027", "By 2027", "Thực hiện trong năm 2027"])
def test_common_words_beside_a_year_are_none(text):
    """Words of finishing beside a year leave nothing open."""
    assert read_deadline(text)[1] == ()


def test_quarters_with_the_year_first():
    """“2027 Q3 - 2028 Q1” begins in the third quarter of 2027 and ends in the first of 2028."""
    found, _doubts = read_deadline("2027 Q3 - 2028 Q1")
    assert (str(found.start), str(found.due)) == ("2027-07-01", "2028-03-31")


@pytest.mark.parametrize(
    "text", ["như dòng trên", "-nt-", "(As per above)", "Same as the row above.", "Ditto", "〃"]
)
def test_words_that_stand_for_the_cell_above(text):
    """Marks, abbreviations and phrases that point upwards repeat the cell above."""
    assert repeats_above(text)


@pytest.mark.parametrize("text", ["", "Như kế hoạch", "As agreed", "Sở Y tế"])
def test_words_that_repeat_nothing(text):
    """Other words stay as they are."""
    assert not repeats_above(text)


def test_any_sign_is_a_mark():
    """A sign without letters or figures marks a year; dashes, units and words do not."""
    assert all(map(is_mark, ["x", "◆", "✔", "☑", "▲▲", "có"]))
    assert not any(map(is_mark, ["", "-", "%", "12", "xong"]))


def line(*texts):
    """Return a row of cells."""
    return [Block(text) for text in texts]


def shown(rows):
    """Return the words of the rows."""
    return [[cell.text for cell in row] for row in rows]


def test_a_beginning_and_an_end_are_known_by_their_stems_and_order():
    """Heads that speak of starting and finishing, over times that go forward, are one time."""
    rows = [
        line("Việc", "Ngày khởi động thi công", "Ngày hoàn tất bàn giao", "Chủ trì"),
        line("Đắp đê", "T3/2026", "T9/2026", "Bộ Y tế"),
        line("Nạo kênh", "T1/2027", "T2/2028", "Bộ Y tế"),
    ]
    assert shown(with_times(rows))[1][1] == "T3/2026 - T9/2026"


def test_a_table_that_goes_on_without_a_heading_keeps_its_times():
    """The next part of a table has no heading; its two columns of times are one as before."""
    first = [
        line("Task", "Start", "End", "Lead"),
        line("Dig", "2026", "2027", "A"),
        line("Fill", "2027", "2028", "B"),
    ]
    _rows, spreads = times_after(first, ())
    rows, _spreads = times_after([line("Pave", "2028", "2029", "C")], spreads)
    assert shown(rows) == [["Pave", "2028 - 2029", "C"]]
