"""Names that stand alone somewhere in a document: they show where a list of names in another cell parts."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from thuocdo.documents.reading.bodies import begins_as_body, is_kind_of_body
from thuocdo.documents.reading.names import Tokens, read_cell
from thuocdo.documents.reading.rows import Row, Table
from thuocdo.documents.reading.spelling import bare

_OWNERS = frozenset({"leads", "coordinators"})
_PARTS = re.compile(r"[;\n]")
_LISTED = re.compile(r"[,;\n]")
_JOINED = re.compile(r"\band\b|\bvà\b|&", re.IGNORECASE)
_MARKS = " -+•·–*."
_AGAIN = 2  # cells
_LONGEST = 400
_LONGEST_NAME = 12  # words


def standing_alone(tables: Iterable[Table]) -> frozenset[Tokens]:
    """Return the names, as tokens, that cells of bodies hold alone, or in a list that only marks join.

    One English word between commas is one of them where it comes back: names hold such words, too.
    """
    found: set[Tokens] = set()
    seen: Counter[Tokens] = Counter()
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
                    seen[words] += 1 if _is_one_of_many(name, parts) else _AGAIN
    return frozenset(words for words in found if seen[words] >= _AGAIN)


def _is_one_of_many(name: str, parts: Sequence[str]) -> bool:
    """Say whether a name is one English word between commas, and neither initials nor a kind of body."""
    one = len(parts) > 1 and " " not in name and name.isascii()
    return one and not name.isupper() and not is_kind_of_body(name)


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
