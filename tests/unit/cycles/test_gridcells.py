"""What one typed cell of the grid is read as, what is refused, and what is offered instead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.cycles.gridcells import DAYS, Column, doubts, issued_in, read_cell

TODAY = date(2025, 6, 20)
DECISION = "Quyết định số 9001/QĐ-TTg ngày 12/6/2025 của Thủ tướng Chính phủ"


def read(column, text, **more):
    """Return the cell as it is read on the day of the tests."""
    return read_cell(Column(column), text, today=TODAY, **more)


def why(column, text):
    """Return the code of what is wrong with a cell."""
    return read(column, text).fault.reason.code


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Đã có kết quả", "done"),
        ("hoàn thành.", "done"),
        ("1", "done"),
        ("2. Đang thực hiện", "working"),
        ("ĐANG TRIỂN KHAI", "working"),
        ("vướng mắc", "obstacle"),
        ("not ours", "not_ours"),
        ("Không phải việc của cơ quan", "not_ours"),
        ("  Done ", "done"),
    ],
)
def test_a_situation_is_read_in_both_languages(text, value):
    """Words, numbers and numbered words all name one of the four situations."""
    assert read("situation", text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30/11/2025", "30/11/2025"),
        ("1/9/2025", "01/09/2025"),
        ("ngày 1 tháng 9 năm 2025", "01/09/2025"),
        ("01.09.2025", "01/09/2025"),
        ("2025-11-30", "30/11/2025"),
        ("2025-11-30 00:00:00", "30/11/2025"),
        ("45991", "30/11/2025"),
        ("45991,0", "30/11/2025"),
        ("45991.5", "30/11/2025"),
    ],
)
def test_a_day_is_read_in_every_form_a_sheet_writes(text, value):
    """Day first, ISO, words and the serial numbers of Excel give the same day."""
    assert read("expected_on", text).value == value


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("expected_on", "31/02/2025", "no_calendar_day"),
        ("expected_on", "06/30/2025", "no_calendar_day"),
        ("expected_on", "30/11/25", "short_year"),
        ("expected_on", "sớm nhất có thể", "no_day"),
        ("expected_on", "12345", "no_day"),
        ("expected_on", "quý III/2025", "period"),
        ("issued_on", "21/06/2025", "still_to_come"),
        ("issued_on", "6/2025", "no_day"),
        ("obstacle_since", "01/07/2025", "still_to_come"),
        ("situation", "tốt", "no_situation"),
        ("situation", "5", "no_situation"),
        ("expected_on", "N/A", "nothing"),
        ("expected_on", "#N/A", "nothing"),
        ("document", "-", "nothing"),
        ("obstacle", "không có", "nothing"),
        ("public_sentence", "như trên", "ditto"),
        ("document", "-nt-", "ditto"),
        ("situation", "như kỳ trước", "as_before"),
        ("public_sentence", "Tài liệu TỐI MẬT", "secret"),
        ("public_sentence", "dài " * 1100, "too_long"),
    ],
)
def test_what_is_no_value_is_a_fault_with_its_reason(column, text, code):
    """Nothing that stands in for a value, and no value of another type, becomes text in a cell."""
    cell = read(column, text)
    assert cell.value == ""
    assert cell.fault.reason.code == code


def test_a_period_offers_its_last_day_and_never_takes_it():
    """A month, a quarter and a year offer their last day as a choice."""
    for text, day in (("6/2025", "30/06/2025"), ("Quý II/2025", "30/06/2025"), ("2025", "31/12/2025")):
        cell = read("expected_on", text)
        assert cell.value == ""
        assert cell.fault.choices[0].value == day


def test_no_value_offers_reasons():
    """N/A in a day offers why there may be none, and leaves the cell as it was."""
    choices = read("expected_on", "n/a").fault.choices
    assert [choice.reason.code for choice in choices] == ["no_date_yet", "waits_for_others", "done_already"]
    assert {choice.value for choice in choices} == {""}


def test_as_above_offers_the_value_above():
    """“Như trên” offers the value of the row above, where there is one."""
    assert read("expected_on", "như trên", above="30/11/2025").fault.choices[0].value == "30/11/2025"
    assert [choice.value for choice in read("expected_on", "như trên").fault.choices] == [""]


def test_a_formula_stays_text():
    """What looks like a formula is kept as the words that it is."""
    assert read("public_sentence", '=HYPERLINK("http://x")').value == '=HYPERLINK("http://x")'


@given(st.sampled_from(Column), st.text(max_size=60), st.text(max_size=12))
def test_any_text_is_a_value_or_a_fault(column, text, above):
    """No text raises; it is nothing, a value or a fault, and a day is written as the grid writes days."""
    cell = read_cell(column, text, today=TODAY, above=above)
    assert not (cell.value and cell.fault)
    if column in DAYS and cell.value:
        assert read_cell(column, cell.value, today=TODAY).value == cell.value


@given(st.sampled_from(Column), st.text(max_size=60))
def test_a_value_reads_as_itself(column, text):
    """What was read once is read the same again, so a saved cell can be pasted back."""
    value = read_cell(column, text, today=TODAY).value
    assert read_cell(column, value, today=TODAY).value == value


def test_the_day_of_issue_is_read_from_the_line():
    """A pasted line gives its day, unless it is another document's or has not come yet."""
    assert issued_in(DECISION, today=TODAY) == "12/06/2025"
    assert issued_in("Quyết định số 9001/QĐ-TTg ngày 12/8/2025", today=TODAY) == ""
    assert issued_in("Bản ghi nghiệm thu", today=TODAY) == ""


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({}, []),
        ({"situation": "working"}, []),
        ({"public_sentence": "Xong"}, [("situation", "situation_missing", True)]),
        ({"situation": "obstacle"}, [("obstacle", "obstacle_missing", True)]),
        ({"situation": "obstacle", "obstacle": "Chờ"}, [("obstacle_since", "since_missing", True)]),
        ({"situation": "working", "issued_on": "12/06/2025"}, [("document", "document_missing", True)]),
        ({"situation": "done"}, [("document", "done_without_document", False)]),
        ({"situation": "done", "document": DECISION}, []),
        ({"situation": "done", "document": "Biên bản"}, [("document", "no_number", False)]),
        (
            {"situation": "done", "document": DECISION, "issued_on": "11/06/2025"},
            [("issued_on", "another_day", False)],
        ),
        (
            {"situation": "working", "expected_on": "01/06/2025"},
            [("expected_on", "expected_passed", False)],
        ),
    ],
)
def test_what_does_not_fit_together(cells, found):
    """Cells that need each other are asked for; what is only doubtful does not stop the row."""
    result = [(fault.column, fault.reason.code, fault.grave) for fault in doubts(cells, today=TODAY)]
    assert result == found


def test_an_announcement_is_doubted():
    """A line that says what will be issued is no document, and is said to be so."""
    line = "Sẽ ban hành Quyết định trước ngày 30/6/2025"
    codes = [fault.reason.code for fault in doubts({"situation": "done", "document": line}, today=TODAY)]
    assert codes == ["announces"]


def test_a_secret_is_not_repeated():
    """The fault of a marked cell carries nothing of its words."""
    assert dict(read("document", "MẬT: kế hoạch").fault.reason.params) == {}
    assert why("document", "MẬT: kế hoạch") == "secret"
