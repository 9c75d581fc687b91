"""Files as people make them: separators, marks, encodings, and what is refused with one sentence."""

import csv
import io
import json

import pytest

from thuocdo.core.errors import Invalid
from thuocdo.cycles.files import MAX_BYTES, MAX_ROWS, columns_of, read_rows, template
from thuocdo.cycles.rows import NAMES, parse
from thuocdo.cycles.types import RawRow, RecordKind

LINES = "kind;task;text;issued_on\nevidence;17;Quyết định 9001/QĐ-TTg;12/06/2025\n"


def values(data, name="a.csv"):
    """Return the cells of the only row."""
    (found,) = read_rows(data, name)
    return found.values


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_csv_as_programs_write_it(separator, encoding, ending):
    """Comma, semicolon and tab, with or without a mark, and both line endings give the same row."""
    text = LINES.replace(";", separator).replace("\n", ending)
    assert values(text.encode(encoding)) == {
        "kind": "evidence",
        "task": "17",
        "text": "Quyết định 9001/QĐ-TTg",
        "issued_on": "12/06/2025",
    }


def test_rows_are_counted_as_excel_does():
    """The header is row 1, empty lines count, and a cell with a line break does not shift the count."""
    text = 'kind,task,text\nevidence,1,"a\nb"\n\nevidence,2,c\n'
    assert [row.where for row in read_rows(text.encode(), "a.csv")] == ["row 2", "row 4"]


def test_json_list_and_lines_agree():
    """A JSON list and one object a line give the same cells; numbers keep their digits."""
    item = '{"kind": "observation", "value": 1.234, "provisional": true, "note": null}'
    expected = {"kind": "observation", "value": "1,234", "provisional": "1"}
    assert values(f"[{item}]".encode()) == values(f"{item}\n".encode()) == expected


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"  \n \n", "is empty"),
        (b"kind,task\n", "no rows"),
        (b"\x00\x01\x02", "NUL"),
        (b"PK\x03\x04....", "workbook"),
        ("kind,text\nevidence,Quyết".encode("cp1258", errors="replace") + b"\xff", "not UTF-8"),
        (b"a,b\n1,2\n", "names no column"),
        (b"kind,colour\nevidence,red\n", "header"),
        (b"kind,task,task\nevidence,1,2\n", "header"),
        (b"kind,task\nevidence,1,2,3\n", "more cells"),
        (b'kind,task\nevidence,"1\n', "no CSV"),
        (b"[1, 2]", "no object"),
        (b'[{"kind": [1]}]', "a list or an object"),
        (b'[{"kind": "a", "kind": "b"}]', "stands twice"),
        (b"[" * 100_000, "no JSON"),
        (b'{"kind": "evidence"', "no JSON"),
        (b"x" * 3_000_000, "names no column"),
        (b"kind," + b"x" * 3_000_000, "names no column"),
        (b"kind,text\nevidence," + b"x" * 3_000_000, "no CSV"),
        (b" " * (MAX_BYTES + 1), "larger than"),
        (b"kind\n" + b"evidence\n" * (MAX_ROWS + 1), "more than"),
    ],
)
def test_hostile_files_get_one_sentence(data, words):
    """A wrong file is refused with what is wrong and what to do, never with a traceback."""
    with pytest.raises(Invalid, match=words) as refused:
        read_rows(data, "hostile.csv")
    assert "hostile.csv" in refused.value.message
    assert refused.value.hint
    assert len(str(refused.value)) < 300


def test_template_has_one_example_of_each_kind():
    """The template names every column, and each example is marked as one and can be read."""
    rows = list(csv.DictReader(io.StringIO(template())))
    assert list(rows[0]) == list(NAMES)
    assert {row["kind"] for row in rows} == {kind.value for kind in RecordKind}
    assert all(
        "EXAMPLE" in json.dumps(row, ensure_ascii=False) and row["illustrative"] == "1" for row in rows
    )
    assert not [row for row in read_rows(template().encode(), "t.csv") if isinstance(parse(row), list)]


def test_columns_belong_to_kinds():
    """Each kind has its own columns beside the common ones."""
    assert "value" in columns_of(RecordKind.OBSERVATION)
    assert "value" not in columns_of(RecordKind.EVIDENCE)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2025-06-12", "2025-06-12"),
        ("12/6/2025", "2025-06-12"),
        ("12.06.2025", "2025-06-12"),
        ("12-6-2025", "2025-06-12"),
        ("2025-06-12 00:00:00", "2025-06-12"),
        ("12/06/2025 0:00", "2025-06-12"),
    ],
)
def test_dates_as_people_write_them(cell, day):
    """The day stands before the month, ISO dates and what Excel adds are read."""
    row = RawRow("row 2", {"kind": "evidence", "task": "1", "text": "x", "issued_on": cell})
    assert parse(row).fields["issued_on"].isoformat() == day


@pytest.mark.parametrize("cell", ["13/13/2025", "45820", "6/2025", "12/6/25", "hôm qua", "2025-06-12 10:30"])
def test_doubtful_dates_are_refused(cell):
    """What could mean two days, or none, is refused on its column."""
    row = RawRow("row 2", {"kind": "evidence", "task": "1", "text": "x", "issued_on": cell})
    assert [fault.field for fault in parse(row)] == ["issued_on"]


@pytest.mark.parametrize(
    ("cell", "number"),
    [("41,5", "41.5"), ("41.5", "41.5"), ("0.726", "0.726"), ("-3", "-3"), ("1 234", "1234")],
)
def test_numbers_with_comma_or_point(cell, number):
    """Comma and point are both decimal signs."""
    assert str(parse(value_row(cell)).fields["value"]) == number


@pytest.mark.parametrize("cell", ["1.234", "1.234,5", "1,2,3", "NaN", "1e9", "> 90", "40 - 50", "9" * 40])
def test_doubtful_numbers_are_refused(cell):
    """A grouped thousand, a range, a sign or a word is no number."""
    assert [fault.field for fault in parse(value_row(cell))] == ["value"]


def value_row(cell):
    """Return an observation with this value."""
    given = {"kind": "observation", "indicator": "12", "unit": "%", "period_end": "2025-03-31"}
    return RawRow("row 2", {**given, "source": "s", "origin": "outside", "method": "m", "value": cell})
