"""A CSV register is read whatever parts its cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import sheets
from tests.unit.documents.test_readers_sheet import without_place

from thuocdo.core.errors import Invalid
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import read_bytes
from thuocdo.documents.readers import csv

HEAD = sheets.TASK_HEAD
ROW = ["1", "Trồng cây, tưới cây", "Bộ Y tế; Bộ Công an", "", 'Sổ "xanh"', "2025"]


@pytest.mark.parametrize("bom", [False, True])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_sample_gives_the_same_draft_as_its_text(delimiter, bom):
    """Tasks, indicators, sections and clauses are those of the plain text, with any delimiter."""
    data = sheets.sample_csv(delimiter=delimiter, bom=bom)
    draft, text = read_bytes(data, filename="a.csv"), sheets.sample_draft()
    assert without_place(draft.tasks) == without_place(text.tasks)
    assert without_place(draft.indicators) == without_place(text.indicators)
    assert (draft.themes, draft.clauses) == (text.themes, text.clauses)
    assert (draft.document.number, draft.document.issuer) == (text.document.number, text.document.issuer)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_signs_in_cells_part_nothing(delimiter):
    """Delimiters, quotation marks and line breaks in a quoted cell belong to it; rows keep their line."""
    broken = ["2", "Trồng\ncây", *ROW[2:]]
    found = csv.read(sheets.csv_bytes([HEAD, ROW, broken, ROW], delimiter=delimiter))
    cells = [block.text for block in found]
    assert cells == [*HEAD, *ROW, *broken, *ROW]
    assert [block.row for block in found][:: len(HEAD)] == [1, 2, 3, 5]


def test_long_codes_number_rows_as_short_ones_do():
    """A register whose codes are long ends with its last row all the same; a note below it is text."""
    rows = [[f"CT-HĐ/2031-{number:04}", *ROW[1:]] for number in range(1, 4)]
    found = csv.read(sheets.csv_bytes([HEAD, *rows, [""] * len(HEAD), ["Ghi chú: số liệu tạm tính"]]))
    assert [block.text for block in found if block.table and block.col == 1] == [
        HEAD[0],
        *(row[0] for row in rows),
    ]
    assert [block.text for block in found if not block.table] == ["Ghi chú: số liệu tạm tính"]


def test_rows_without_numbers_below_a_head_for_numbers():
    """Where the column of numbers stays empty, or heads sections only, the rows are rows all the same."""
    section = ["Nhóm việc về cây xanh trong trường", *[""] * (len(HEAD) - 1)]
    rows = [["", f"- {ROW[1]} đợt {number}", *ROW[2:]] for number in range(1, 4)]
    signed = ["Nơi nhận: các lớp", "", "", "TM. Ban giám hiệu", "", ""]
    found = csv.read(sheets.csv_bytes([HEAD, section, *rows, [""] * len(HEAD), signed]))
    titles = [block.text for block in found if block.table and block.col == 2]
    assert titles == [HEAD[1], "", *(row[1] for row in rows)]
    assert [block.text for block in found if not block.table] == ["Nơi nhận: các lớp", "TM. Ban giám hiệu"]


def read_or_refused(data: bytes) -> bool:
    """Return True when the file is read or refused in a sentence; anything else escapes."""
    try:
        return bool(csv.read(data))
    except Invalid as refusal:
        return bool(refusal.message)


HOSTILE = {
    "empty": b" \n",
    "binary": bytes(range(256)),
    "utf-16": "TT;a".encode("utf-16"),
    "open quote": sheets.csv_bytes([HEAD, ROW]) + b'"2,Tr\n3,x',
    "too wide": sheets.csv_bytes([["x"] * 201]),
    "too long": b"a,b\n" * 20_001,
    "long cell": b"a," + b"b" * 150_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(name):
    """Broken, endless and encoded files give one sentence."""
    with pytest.raises(Unreadable) as refusal:
        csv.read(HOSTILE[name])
    assert refusal.value.message.endswith(".")
    assert "\n" not in refusal.value.message


@given(place=st.floats(0, 1), noise=st.one_of(st.binary(min_size=1, max_size=8), st.text().map(str.encode)))
def test_mutated_bytes_escape_as_unreadable_only(place, noise):
    """Whatever bytes are changed, the file is read or refused."""
    data = sheets.csv_bytes([HEAD, ROW])
    start = int(place * len(data))
    assert read_or_refused(data[:start] + noise + data[start + len(noise) :])
