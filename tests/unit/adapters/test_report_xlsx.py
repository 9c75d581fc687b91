"""The workbook of annexes: sheets, numbers as numbers, every reference, and never a formula."""

import io
import zipfile
from dataclasses import replace

from openpyxl import load_workbook
from tests.factories.composed import a_snapshot, composed, figures_of
from tests.factories.facts import a_task, some_facts

from thuocdo.adapters.report_xlsx import report_xlsx
from thuocdo.reports.checking import references

SNAPSHOT = a_snapshot()


def opened(report):
    """Return the workbook as an independent library reads it."""
    return load_workbook(io.BytesIO(report_xlsx(report)))


def test_each_annex_is_a_sheet_and_all_references_are_one():
    """Tasks, indicators, who reported, all references with the snapshot, and the quoted sentences."""
    report = composed(language="en", snapshot=SNAPSHOT).report
    book = opened(report)
    assert book.sheetnames == ["Annex I", "Annex II", "Annex III", "Annex IV", "References", "Quoted"]
    listed = [[cell.value for cell in row] for row in book["References"].iter_rows(min_row=3)]
    assert [(row[0], row[2]) for row in listed] == [(each.place, each.query) for each in references(report)]
    assert {row[4] for row in listed} == {SNAPSHOT.digest}
    assert [cell.value for cell in book["Quoted"][3]][2:4] == ["bo-a", "r1"]


def test_counts_are_numbers_and_equal_the_snapshot():
    """A count in a cell is a number, in either language, and the one that its query gives."""
    figures = figures_of(SNAPSHOT)
    for language in ("vi", "en"):
        sheet = opened(composed(language=language, snapshot=SNAPSHOT).report).worksheets[2]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
        assert rows[0][2:] == [
            figures.value(f"reports.central.of-bo-a{each}")
            for each in ("", ".received", ".verified", ".returned", ".received_late", ".missing")
        ]


def test_no_cell_is_a_formula_whatever_stands_in_it():
    """Names and sentences that begin like a formula are texts, and marked so."""
    task = a_task("1", name_vi="=HYPERLINK(1)", name_en="@SUM(1)")
    facts = some_facts()
    programme = replace(facts.programme, tasks=(task, *facts.programme.tasks[1:]))
    report = composed(snapshot=a_snapshot(programme=programme)).report
    data = report_xlsx(report)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = "".join(archive.read(each).decode() for each in archive.namelist() if "sheet" in each)
    assert "<f>" not in sheets
    assert "<f " not in sheets
    book = load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    risky = [cell for cell in cells if str(cell.value)[0] in "=+-@" and cell.data_type == "s"]
    assert any(cell.value == "=HYPERLINK(1)" for cell in risky)
    assert all(cell.quotePrefix for cell in risky)
    assert {cell.data_type for cell in cells} <= {"n", "s", "inlineStr"}


def test_illustrative_data_is_marked_on_every_sheet_and_printed_page():
    """The mark stands above every table and in every header."""
    for sheet in opened(composed(snapshot=SNAPSHOT).report):
        above = [cell.value or "" for row in sheet.iter_rows(max_row=2) for cell in row]
        assert any("MINH HOẠ" in text for text in above)
        assert "MINH HOẠ" in sheet.oddHeader.center.text


def test_the_same_report_gives_the_same_workbook():
    """Nothing of the hour or the machine stands in the file."""
    report = composed(snapshot=SNAPSHOT).report
    assert report_xlsx(report) == report_xlsx(report)
