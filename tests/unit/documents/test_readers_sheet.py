"""Registers in .xlsx and .ods are read as people see them, and nothing hostile gets through."""

import dataclasses
import datetime as dt
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories import sheets
from tests.factories.sheets import SheetRows

from thuocdo.core.errors import Invalid
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import read_bytes
from thuocdo.documents.readers import sheet

pytest.importorskip("python_calamine", reason="needs thuocdo[formats]")
HEAD = sheets.TASK_HEAD
ROW = ["1", "Trồng cây", "Bộ Y tế", "", "Kế hoạch", "2025"]
BASIS = sheets.xlsx(SheetRows([HEAD, ROW]))
FREE = {"source", "confidence"}
BIG_COUNT = 'table:number-rows-repeated="1000000" table:number-columns-repeated="16000"'


def rows_of(data: bytes) -> list[list[str]]:
    """Return the rows of all tables of a file."""
    cells = [block for block in sheet.read(data) if block.table]
    return [
        [cell.text for cell in row] for _place, row in groupby(cells, key=lambda cell: (cell.table, cell.row))
    ]


def without_place(rows):
    """Return the rows of a draft as values, without where they stand and how sure they are."""
    return [{k: v for k, v in dataclasses.asdict(row).items() if k not in FREE} for row in rows]


def test_the_sample_gives_the_same_draft_as_its_text():
    """Tasks, indicators, sections, clauses and the head are those of the plain text."""
    draft, text = read_bytes(sheets.sample_xlsx(), filename="a.xlsx"), sheets.sample_draft()
    assert without_place(draft.tasks) == without_place(text.tasks)
    assert without_place(draft.indicators) == without_place(text.indicators)
    assert (draft.themes, draft.clauses) == (text.themes, text.clauses)
    same = dataclasses.replace(text.document, sha256=draft.document.sha256, language="vi")
    assert draft.document == same


def test_values_stand_as_people_see_them():
    """Whole numbers lose their point; days, months, years and percentages keep their form."""
    day = dt.date(2025, 6, 1)
    formats = {"C2": "0%", "D2": "m/yyyy", "E2": "dd/mm/yyyy", "F2": "yyyy"}
    data = sheets.xlsx(
        SheetRows(
            [HEAD, [1.0, 0.7, 0.3, day, day, day], [2, 1234.5, True, "", " x  y\n\nz ", 90.0]],
            formats=formats,
        )
    )
    assert rows_of(data)[1:] == [
        ["1", "0,7", "30%", "6/2025", "01/06/2025", "2025"],
        ["2", "1234,5", "TRUE", "", "x y\nz", "90"],
    ]


def test_a_formula_gives_its_stored_value():
    """The value that was stored with a formula is read, and nothing is computed."""
    data = sheets.xlsx(SheetRows([HEAD, [1, "=1+1", "Bộ Y tế", "", "", ""]]))
    part = "xl/worksheets/sheet1.xml"
    stored = sheets.with_part(data, part, ("<f>1+1</f><v></v>", "<f>1+1</f><v>7</v>"))
    stored = sheets.with_part(stored, part, ("<f>1+1</f><v />", "<f>1+1</f><v>7</v>"))
    assert rows_of(stored)[1][1] == "7"
    assert rows_of(data)[1][1] == ""


def test_merged_cells_stand_in_every_place():
    """A merged cell is repeated over the rows and columns that it covers."""
    rows = [
        HEAD,
        ["1", "Trồng cây", "Bộ Y tế", "", "Kế hoạch", "2025"],
        ["2", "Tưới cây", "", "", "Sổ", "2026"],
    ]
    found = rows_of(sheets.xlsx(SheetRows(rows, merged=["C2:D3"])))
    assert [row[2:4] for row in found[1:]] == [["Bộ Y tế", "Bộ Y tế"]] * 2


def test_hidden_rows_and_sheets_are_not_read():
    """What people do not see in the file is not read."""
    shown = SheetRows([HEAD, ROW, ["2", "Ẩn", "Bộ Y tế", "", "", ""]], hidden_rows=[3])
    found = sheet.read(sheets.xlsx(shown, SheetRows([HEAD, ["3", "Kín", "", "", "", ""]], hidden=True)))
    assert {block.row for block in found} == {1, 2}
    assert {block.table for block in found} == {1}


def test_hidden_columns_are_not_read():
    """A column that people do not see is no column."""
    data = sheets.xlsx(SheetRows([HEAD, ROW]))
    shown = rows_of(data)
    part = "xl/worksheets/sheet1.xml"
    hidden = '<cols><col min="4" max="4" hidden="1" width="9"/></cols><sheetData>'
    found = rows_of(sheets.with_part(data, part, ("<sheetData>", hidden)))
    assert found == [[*row[:3], *row[4:]] for row in shown]


def test_place_is_row_and_column_of_the_sheet():
    """Text above the table is no cell; rows keep the number that the sheet prints."""
    found = sheet.read(
        sheets.xlsx(SheetRows([["PHỤ LỤC"], [], ["", *HEAD], ["", *ROW], [], ["", "", "Người lập"]]))
    )
    assert [(block.text, block.row) for block in found if block.table is None] == [
        ("PHỤ LỤC", 1),
        ("Người lập", 6),
    ]
    assert [(block.text, block.table, block.row, block.col) for block in found if block.row == 4][:2] == [
        ("1", 1, 4, 1),
        ("Trồng cây", 1, 4, 2),
    ]


def test_two_tables_in_one_sheet():
    """Another heading begins another table; the same heading again does not."""
    rows = [
        HEAD,
        ROW,
        HEAD,
        ["2", *ROW[1:]],
        [],
        sheets.INDICATOR_HEAD,
        ["1", "Cây sống", "%", "≥ 90", "Bộ Y tế"],
    ]
    draft = read_bytes(sheets.xlsx(SheetRows(rows)), filename="a.xlsx")
    assert [task.source["table"] for task in draft.tasks] == [1, 1]
    assert [item.source for item in draft.indicators] == [{"table": 2, "row": 7}]


def test_ods_shows_its_words_and_hides_its_hidden_rows():
    """An .ods gives the words that it shows for numbers, its spans, and no collapsed row."""
    percent = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>2</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-spanned="2"  office:value-type="string"><text:p>Cây</text:p>'
        '</table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="percentage" '
        'office:value="0.3"><text:p>30,0 %</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    data = sheets.ods(
        sheets.ods_row(*HEAD)
        + percent
        + sheets.ods_row(*ROW, attributes='table:visibility="collapse"')
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    )
    assert rows_of(data) == [HEAD, ["2", "Cây", "Cây", "30,0 %", "", ""]]


def far_cell() -> bytes:
    """Return a sheet with a text in its very last cell."""
    book = SheetRows([HEAD, ROW])
    far = '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>'
    return sheets.with_part(sheets.xlsx(book), "xl/worksheets/sheet1.xml", ("</sheetData>", far))


def read_or_refused(data: bytes) -> bool:
    """Return True when the file is read or refused in a sentence; anything else escapes."""
    try:
        return bool(sheet.read(data))
    except Invalid as refusal:
        return bool(refusal.message)


HOSTILE = {
    "truncated": BASIS[:-300],
    "random": bytes(range(256)) * 20,
    "zip without sheets": sheets.zipped({"a.txt": "x"}),
    "bomb": sheets.zipped({"xl/workbook.xml": b"\0" * 60_000_000}),
    "old office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
    "far cell": far_cell(),
    "entities": sheets.with_part(
        BASIS, "xl/workbook.xml", ("<workbook ", '<!DOCTYPE a [<!ENTITY b "c">]><workbook ')
    ),
    "many equal cells": sheets.ods(
        f'<table:table-row {BIG_COUNT}><table:table-cell {BIG_COUNT} office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    ),
    "empty sheet": sheets.xlsx(SheetRows([])),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(name):
    """Broken, bomb-like and far-reaching files give one sentence."""
    with pytest.raises(Unreadable) as refusal:
        sheet.read(HOSTILE[name])
    assert refusal.value.message.endswith(".")
    assert "\n" not in refusal.value.message


def test_a_coloured_far_cell_is_no_far_cell():
    """A cell that has a style and no value may stand anywhere."""
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    data = sheets.with_part(BASIS, "xl/worksheets/sheet1.xml", ("</sheetData>", far))
    assert rows_of(data) == [HEAD, ROW]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.floats(0, 1), noise=st.binary(min_size=1, max_size=8), ods=st.booleans())
def test_mutated_bytes_escape_as_unreadable_only(place, noise, ods):
    """Whatever bytes are changed, the file is read or refused."""
    data = sheets.ods(sheets.ods_row(*HEAD)) if ods else BASIS
    start = int(place * len(data))
    assert read_or_refused(data[:start] + noise + data[start + len(noise) :])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.floats(0, 1), noise=st.text(min_size=1, max_size=8))
def test_mutated_xml_escapes_as_unreadable_only(place, noise):
    """Whatever the worksheet's XML says, the file is read or refused."""
    xml = sheets.part_of(BASIS, "xl/worksheets/sheet1.xml")
    start = int(place * len(xml))
    changed = xml[:start] + noise + xml[start + len(noise) :]
    assert read_or_refused(sheets.with_part(BASIS, "xl/worksheets/sheet1.xml", (xml, changed)))
