"""Names that stand alone somewhere in a document: they show where a list of names in another cell parts."""

import re
from collections.abc import Iterable, Iterator

from thuocdo.documents.reading.bodies import begins_as_body
from thuocdo.documents.reading.names import Tokens, read_cell
from thuocdo.documents.reading.rows import Row, Table
from thuocdo.documents.reading.spelling import bare

_OWNERS = frozenset({"leads", "coordinators"})
_PARTS = re.compile(r"[;\n]")
_LISTED = re.compile(r"[,;\n]")
_JOINED = re.compile(r"\band\b|\bvà\b|&", re.IGNORECASE)
_MARKS = " -+•·–*."
_LONGEST = 400
_LONGEST_NAME = 12  # words


def standing_alone(tables: Iterable[Table]) -> frozenset[Tokens]:
    """Return the names, as tokens, that cells of bodies hold alone, or in a list that only marks join."""
    found: set[Tokens] = set()
    for text in dict.fromkeys(_cells(tables)):
        mark = _PARTS if _JOINED.search(text) else _LISTED
        parts = [part.strip(_MARKS) for part in mark.split(text[:_LONGEST])]
        if any(part[:1].islower() for part in parts):
            continue  # “Đảng ủy các xã, phường” is one name
        if any(cell.words and cell.is_bare_kind(0) for cell in map(read_cell, parts[1:])):
            continue  # so is “Các Vụ, Cục thuộc Bộ”
        if any(map(_names_field, parts[1:])):
            continue  # so is “Vụ Kế hoạch, Tài chính”
        for part in parts:
            if (name := part.strip(_MARKS)) and not (_JOINED.search(name) or "," in name):
                words = read_cell(name).words
                if 0 < len(words) <= _LONGEST_NAME:
                    found.add(words)
    return frozenset(found)


def _names_field(part: str) -> bool:
    """Say whether Vietnamese words are a field of work, as an office has several, and no body."""
    cell = read_cell(part)
    if part.isascii() or not cell.words:
        return False
    return not (cell.starts_name(0) or begins_as_body(bare(part)))


def _cells(tables: Iterable[Table]) -> Iterator[str]:
    for table in tables:
        places = [place for place, role in enumerate(table.columns.roles[1:]) if role in _OWNERS]
        for row in table.rows:
            if row.kind == "row":
                yield from _of_row(row, places, len(table.columns.roles) - 1)


def _of_row(row: Row, places: list[int], width: int) -> Iterator[str]:
    cells = row.cells or (row.paragraphs if len(row.paragraphs) == width else ())
    for place in places:
        if place < len(cells):
            yield cells[place]
