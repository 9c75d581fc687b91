"""A body's own sheets as tables, and the grid's own file, which comes back without loss."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.sheets import SheetRows, csv_bytes, ods, ods_row, with_part, xlsx

from thuocdo.adapters.sheets import sheets_handed_over
from thuocdo.cycles.pasting import as_table, read_text
from thuocdo.cycles.sheets import (
    Sheet,
    best_sheet,
    guarded,
    key_of_heading,
    read_sheets,
    unguarded,
    write_csv,
    write_text,
)
from thuocdo.documents.errors import Unreadable

ROWS = [["Số TT", "Tình hình", "Dự kiến"], ["17", "Đang thực hiện", "30/11/2025"]]
TABLE = tuple(tuple(row) for row in ROWS)


def only(data, name):
    """Return the table of the only sheet of a file."""
    found = read_sheets(data, name)
    assert found.refusal == ""
    assert len(found.sheets) == 1
    return found.sheets[0].rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("bom", [True, False])
def test_a_csv_is_read_with_every_delimiter(delimiter, bom):
    """The sign between cells is found by itself, with a byte order mark or without."""
    assert only(csv_bytes(ROWS, delimiter=delimiter, bom=bom), "a.CSV") == TABLE


def test_unicode_text_of_excel_is_read():
    """A CSV in UTF-16, which Excel calls Unicode text, is read too."""
    text = "\r\n".join("\t".join(row) for row in ROWS)
    assert only(text.encode("utf-16"), "a.csv") == TABLE


def test_a_workbook_gives_days_and_values():
    """Days are read as people see them, numbers as they stand, formulas by what they gave."""
    rows = [["TT", "Dự kiến", "Câu công khai"], [17, date(2025, 11, 30), "=1+1"]]
    data = with_part(xlsx(SheetRows(rows)), "xl/worksheets/sheet1.xml", ("<v></v>", "<v>2</v>"))
    assert only(data, "a.xlsx")[1] == ("17", "30/11/2025", "2")


def test_an_open_document_sheet_is_read():
    """An .ods gives the same table."""
    assert only(ods("".join(ods_row(*row) for row in ROWS)), "a.ods") == TABLE


def test_every_visible_sheet_is_there():
    """Hidden sheets and empty ones are not, and the first with a heading of ours is shown."""
    data = xlsx(
        SheetRows([["Ghi chú"]], name="Bìa"),
        SheetRows(ROWS, name="Kín", hidden=True),
        SheetRows([], name="Trống"),
        SheetRows(ROWS, name="Báo cáo"),
    )
    found = read_sheets(data, "a.xlsx").sheets
    assert [sheet.name for sheet in found] == ["Bìa 1", "Báo cáo 4"]
    assert best_sheet(found) == 1
    assert best_sheet([Sheet("a", (("x",),))]) == 0


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.csv", "empty"),
        (b"", "a.xlsx", "empty"),
        (b"PK\x03\x04 broken", "a.xlsx", "damaged"),
        (b"x", "a.docx", "cannot be read"),
        (b'a,"b\nc', "a.csv", "never ends"),
        (b"\n\n", "a.csv", "empty"),
        (b"a,b\n" * 1001, "a.csv", "No sheet of the file fits"),
        ("nghị quyết".encode("utf-16-le"), "a.csv", "not plain text"),
    ],
)
def test_what_is_no_sheet_is_refused_with_a_sentence(data, name, words):
    """Whatever is wrong with a file, one sentence says it."""
    with pytest.raises(Unreadable) as refused:
        sheets_handed_over(data, name)
    assert words in refused.value.message


def test_a_sheet_that_is_too_long_leaves_the_others():
    """One sheet with too many rows does not hide the one that fits."""
    data = xlsx(SheetRows([["x"]] * 1001, name="Dài"), SheetRows(ROWS, name="Vừa"))
    assert [sheet.name for sheet in read_sheets(data, "a.xlsx").sheets] == ["Vừa 2"]


def test_a_sheet_is_read_in_a_process_of_its_own():
    """The way through the child gives the same sheets as reading here."""
    data = xlsx(SheetRows(ROWS))
    assert sheets_handed_over(data, "a.xlsx") == read_sheets(data, "a.xlsx").sheets


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+84 24", "'+84 24"),
        ("-5", "-5"),
        ("+5,25", "+5,25"),
        ("-a", "'-a"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'x", "''x"),
        ("17", "17"),
        ("", ""),
    ],
)
def test_formulas_are_guarded_and_numbers_are_not(cell, written):
    """An apostrophe stands before what a spreadsheet might run, and is taken away again."""
    assert guarded(cell) == written
    assert unguarded(((written,),)) == ((cell,),)


def test_an_apostrophe_of_somebody_else_stays():
    """Only our own guard is taken away."""
    assert unguarded((("'quoted'", "'"),)) == (("'quoted'", "'"),)


CELL = st.text(alphabet=st.sampled_from("=+-@'\"a1,.; ấ"), max_size=8).map(str.strip)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_our_own_file_comes_back_without_loss(rows):
    """What was written as CSV is read again as the same cells."""
    heading = ["Số TT", "Tình hình", "Dự kiến", "Từ ngày"]
    wide = [heading, *([*row, "", ""][:4] for row in rows)]
    table = as_table(wide)
    read = read_sheets(write_csv(table), "a.csv").sheets[0].rows
    assert [tuple(row) for row in read] == [tuple(" ".join(cell.split()) for cell in row) for row in table]


@given(
    st.lists(st.lists(st.text(alphabet=st.sampled_from("a\"\t\n 'ấ"), max_size=6), max_size=4), max_size=5)
)
def test_a_table_written_as_text_is_the_same_table(rows):
    """What the preview carries is what was read."""
    table = as_table([row or [""] for row in rows])
    assert read_text(write_text(table)) == table


def test_a_heading_is_remembered_whatever_its_case():
    """The key of a heading leaves case, tone marks and empty columns at the end aside."""
    assert key_of_heading(("Số TT", "Tình hình", "")) == key_of_heading(("số tt", "TÌNH HÌNH"))
    assert key_of_heading(("Số TT",)) != key_of_heading(("Tình hình",))
    assert key_of_heading(()) == ""
