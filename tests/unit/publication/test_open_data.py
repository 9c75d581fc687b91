"""Tests of the open data: tables, formats, and finding differences."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis.strategies import characters, text
from tests.factories.facts import some_facts

from thuocdo.core.messages import translate
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.publication import columns
from thuocdo.publication.columns import Table
from thuocdo.publication.open_data import all_tables, data_files, formats
from thuocdo.publication.tables import dictionary, tables
from thuocdo.publication.writers import csv as csv_writer
from thuocdo.publication.writers import json as json_writer

FACTS = some_facts()
ALL = tables(FACTS, evaluate(FACTS))
TABLES = {table.name: table for table in ALL if not table.part}


def a_table(*texts):
    """Return a table of one text column."""
    return Table("t", "t", columns.columns("text"), tuple((text,) for text in texts))


def csv_rows(data):
    """Return the rows of a CSV file as dictionaries."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_every_list_is_published_in_every_format():
    """The public addresses are fixed, and the same in each format."""
    paths = {path for path, _ in data_files(all_tables(FACTS, evaluate(FACTS)), FACTS)}
    for name in ("nhiem-vu", "chi-tieu", "co-quan", "dia-phuong", "nghia-vu", "du-lieu/dictionary"):
        assert {f"thu/{name}.csv", f"thu/{name}.json"} <= paths
    assert len(paths) == len(formats()) * (len(ALL) + 2)


def test_each_task_and_indicator_has_its_own_rows_beside_its_page():
    """The parts at the pages' addresses hold every row of the whole table, and no other."""
    programme = FACTS.programme
    pieces = {table.path: table for table in ALL if table.part}
    assert set(pieces) == {f"thu/nhiem-vu/{task.code}" for task in programme.tasks} | {
        f"thu/chi-tieu/{item.code}" for item in programme.indicators
    }
    rows = [row for path, table in pieces.items() if "nhiem-vu" in path for row in table.rows]
    assert sorted(rows, key=str) == sorted(TABLES["assignments"].rows, key=str)


def test_each_row_fits_its_columns():
    """No table has a row that is shorter or longer than its header."""
    for table in TABLES.values():
        assert {len(row) for row in table.rows} <= {len(table.columns)}


def test_every_table_marks_illustrative_rows():
    """The column stands in each table and follows the records, or the whole for computed rows."""
    for table in TABLES.values():
        assert table.columns[-1].name == "illustrative"
    assert [row[-1] for row in TABLES["evidence"].rows] == [True]
    assert [row[-1] for row in TABLES["observations"].rows] == [False, False]
    assert {row[-1] for row in TABLES["tasks"].rows} == {True}


def test_ministries_and_provinces_never_share_a_table():
    """Each body stands in the table of its kind."""
    kinds = {name: {row[3] for row in TABLES[name].rows} for name in ("agencies", "provinces")}
    assert kinds == {"agencies": {"ministry"}, "provinces": {"province"}}


def test_each_column_is_explained_in_both_languages():
    """The dictionary has one row for each column, and no Vietnamese text is left in English."""
    found = dictionary(FACTS, tuple(TABLES.values()))
    assert len(found.rows) == sum(len(table.columns) for table in TABLES.values())
    for row in found.rows:
        *_, meaning_vi, meaning_en, _values, _illustrative = row
        assert meaning_vi != meaning_en
        assert "{" not in f"{meaning_vi}{meaning_en}"


def test_every_message_of_the_columns_has_a_translation():
    """A new column cannot be forgotten in the Vietnamese catalogue."""
    for column in columns._COLUMNS.values():
        assert translate(column.meaning, "vi") != column.meaning, column.name


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "'=1", "＝1", "\0=1"])
def test_text_that_a_spreadsheet_might_run_is_guarded(text):
    """The cell begins with an apostrophe, and dropping it gives the text back."""
    (row,) = list(
        csv.reader(io.StringIO(csv_writer.write(a_table(text), FACTS).decode("utf-8-sig"), newline=""))
    )[1:]
    assert row == [f"'{text}"]


def test_lists_are_guarded_too():
    """A list whose first entry begins like a formula is text like any other."""
    assert csv_writer.shown(("=x", "y")) == "'=x; y"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Decimal(-5), "-5"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (-3, "-3"),
        (True, "true"),
        (None, ""),
        (date(2025, 6, 30), "2025-06-30"),
        ("Nghị định", "Nghị định"),
    ],
)
def test_numbers_and_days_stay_what_they_are_in_csv(cell, text):
    """A negative number is no formula and keeps its digits."""
    assert csv_writer.shown(cell) == text


def test_csv_opens_as_vietnamese_in_spreadsheets():
    """The byte order mark stands first and each line ends as RFC 4180 says."""
    data = csv_writer.write(a_table("Đề án"), FACTS)
    assert data.startswith("\ufefftext\r\nĐề án\r\n".encode())


def test_json_tells_the_day_the_rules_and_the_mark():
    """A file that was passed on alone still says what it is."""
    found = json.loads(json_writer.write(TABLES["targets"], FACTS))
    assert {key: found[key] for key in ("as_of", "illustrative", "rules_version")} == {
        "as_of": "2025-12-31",
        "illustrative": True,
        "rules_version": "1",
    }
    assert found["rows"][3]["target_value"] == "7.5"
    assert found["rows"][1]["progress"] is None


def test_json_without_rows_is_json():
    """An empty list is still a list."""
    empty = replace(TABLES["evidence"], rows=())
    assert json.loads(json_writer.write(empty, FACTS))["rows"] == []


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.SUFFIX)
def test_a_file_as_written_has_no_differences(form):
    """Comparing is the inverse of writing for each table and format."""
    for table in TABLES.values():
        assert list(form.differences(form.write(table, FACTS), table, FACTS)) == []


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.SUFFIX)
def test_a_changed_cell_is_named_with_row_and_field(form):
    """Not only the file: the row, the field and both values."""
    table = TABLES["tasks"]
    data = form.write(table, FACTS)
    data = data.replace(b",done,", b",late,", 1).replace(b'"status":"done"', b'"status":"late"', 1)
    (found,) = form.differences(data, table, FACTS)
    assert (found.row, found.field, found.published, found.recomputed) == ("task 1", "status", "late", "done")


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.SUFFIX)
def test_missing_added_and_repeated_rows_are_named(form):
    """Rows are matched by their key, so one missing row is one difference."""
    table = TABLES["duties"]
    more = replace(table, rows=(*table.rows, ("III.2", "x", "y", (), False), table.rows[0]))
    added = list(form.differences(form.write(more, FACTS), table, FACTS))
    assert [(each.row, each.recomputed) for each in added] == [("clause III.2", None), ("clause III.1", None)]
    missing = list(form.differences(form.write(table, FACTS), more, FACTS))
    assert [(each.row, each.published) for each in missing] == [
        ("clause III.2", None),
        ("clause III.1", None),
    ]


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.SUFFIX)
def test_dropped_and_added_columns_are_seen(form):
    """A table without its status column is not the table that the rules give."""
    table = TABLES["duties"]
    less = replace(table, columns=table.columns[:-1], rows=tuple(row[:-1] for row in table.rows))
    assert list(form.differences(form.write(less, FACTS), table, FACTS))
    assert list(form.differences(form.write(table, FACTS), less, FACTS))


def test_json_types_are_compared():
    """1 in place of true reads the same in Python and otherwise elsewhere."""
    table = TABLES["duties"]
    data = json_writer.write(table, FACTS).replace(b'"illustrative":false}', b'"illustrative":0}')
    assert [each.field for each in json_writer.differences(data, table, FACTS)] == ["illustrative"]


def test_json_head_is_compared():
    """A file that claims another day is named."""
    table = TABLES["duties"]
    data = json_writer.write(table, FACTS).replace(b"2025-12-31", b"2026-12-31")
    assert [each.field for each in json_writer.differences(data, table, FACTS)] == ["as_of"]


@pytest.mark.parametrize("form", formats(), ids=lambda form: form.SUFFIX)
@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b"[" * 100_000, b'\xef\xbb\xbf"open'])
def test_what_is_no_table_is_refused(form, data):
    """Damage is a `ValueError` with words, whatever the bytes."""
    with pytest.raises(ValueError, match=r"\w"):
        list(form.differences(data, TABLES["tasks"], FACTS))


@given(text(characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_a_csv_cell(said):
    """Reading the cell and dropping one leading apostrophe gives exactly the text back."""
    written = csv_writer.write(a_table(said), FACTS).decode()[1:]
    _header, row = csv.reader(io.StringIO(written, newline=""))
    (cell,) = row or [""]
    assert cell.removeprefix("'") == said
    assert not cell.startswith(tuple("=+-@\t\r\n\0"))
