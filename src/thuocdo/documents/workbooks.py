"""What the XML of a spreadsheet says beside its values: hidden rows, merged cells, how numbers are shown.

Also looks how far the cells of each sheet reach before any reader makes room for them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from xml.parsers import expat

from thuocdo.documents import errors
from thuocdo.documents.archives import Archive
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.registers import MAX_COLUMNS, MAX_ROWS, too_many_cells

Format = Literal["percent", "month", "year"]
Attributes = Mapping[str, str]
Corner = tuple[int, int]
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_BUILT_IN: dict[str, Format] = {"9": "percent", "10": "percent", "17": "month"}
_TRUE = frozenset({"1", "true"})
_SHOWN_TYPES = frozenset({"float", "percentage", "currency", "date", "time", "boolean"})


@dataclass(slots=True)
class Look:
    """What one sheet hides, merges and shows; rows and columns from 0, `hidden` are rows.

    `formats` says how a number is shown, `shown` holds the words that the file itself shows.
    """

    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_sheet: bool = False
    merged: list[tuple[Corner, Corner]] = field(default_factory=list)
    formats: dict[Corner, Format] = field(default_factory=dict)
    shown: dict[Corner, str] = field(default_factory=dict)


def look_at_xlsx(archive: Archive) -> dict[str, Look]:
    """Return the look of each worksheet by its name."""
    targets: dict[str, str] = {}

    def relation(name: str, attributes: Attributes) -> None:
        if name == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"

    _parse(archive.part("xl/_rels/workbook.xml.rels"), relation)
    sheets: dict[str, str] = {}

    def sheet(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            relation_id = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            sheets[attributes.get("name", "")] = targets.get(relation_id, "")

    _parse(archive.part("xl/workbook.xml"), sheet)
    formats = _formats(archive)
    known = set(archive.names)
    return {
        name: _Worksheet(formats).look(archive.part(part)) for name, part in sheets.items() if part in known
    }


def look_at_ods(archive: Archive) -> dict[str, Look]:
    """Return the look of each sheet by its name."""
    return _Content().looks(archive.part("content.xml"))


def _parse(
    data: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    words: Callable[[str], None] | None = None,
) -> None:
    """Walk through XML by local names; a document type, which may define entities, is refused."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_declaration: object) -> None:
        raise Unreadable(errors.DECLARATIONS)

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    if end:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if words:
        parser.CharacterDataHandler = words
    parser.Parse(data, True)


def _formats(archive: Archive) -> list[Format | None]:
    """Return how each cell style of an .xlsx shows its numbers, as far as it changes their meaning."""
    custom: dict[str, str] = {}
    found: list[Format | None] = []
    inside: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            custom[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and inside[-1:] == ["cellXfs"]:
            number = attributes.get("numFmtId", "")
            found.append(_format(custom[number]) if number in custom else _BUILT_IN.get(number))
        inside.append(name)

    def end(_name: str) -> None:
        inside.pop()

    if "xl/styles.xml" in archive.names:
        _parse(archive.part("xl/styles.xml"), start, end)
    return found


def _format(code: str) -> Format | None:
    signs = _NOT_SHOWN.sub("", code).lower()
    if "%" in signs:
        return "percent"
    if "y" not in signs or "d" in signs:
        return None
    return "month" if "m" in signs else "year"


def _place(reference: str) -> Corner | None:
    """Return row and column of “B7”, from 0."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


class _Worksheet:
    """Walks through one worksheet of an .xlsx."""

    def __init__(self, formats: list[Format | None]) -> None:
        self._formats = formats
        self._found = Look()
        self._row = -1
        self._cell: Corner = (-1, -1)

    def look(self, data: bytes) -> Look:
        _parse(data, self._start)
        return self._found

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            place = _place(attributes.get("r", ""))
            self._cell = place or (self._row, self._cell[1] + 1)
            style = attributes.get("s", "0")
            shown = (
                self._formats[int(style)] if style.isdecimal() and int(style) < len(self._formats) else None
            )
            if shown:
                self._found.formats[self._cell] = shown
        elif name in {"v", "is"}:
            # Cells with a style alone may stand anywhere: a whole column is often coloured.
            _check_reach(*self._cell)
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) - 1 if number.isdecimal() else self._row + 1
            self._cell = (self._row, -1)
            if attributes.get("hidden") in _TRUE:
                self._found.hidden.add(self._row)
        elif name == "col" and attributes.get("hidden") in _TRUE:
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdecimal() and last.isdecimal() and len(last) < len(str(MAX_ROWS)):
                self._found.hidden_columns |= set(range(int(first) - 1, min(int(last), MAX_COLUMNS)))
        elif name == "mergeCell":
            first, _colon, last = attributes.get("ref", "").partition(":")
            corners = _place(first), _place(last)
            if corners[0] and corners[1]:
                self._found.merged.append((corners[0], corners[1]))


class _Content:
    """Walks through the content of an .ods, where rows and cells may stand for many equal ones."""

    def __init__(self) -> None:
        self._looks: dict[str, Look] = {}
        self._found = Look()
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._type = ""
        self._words: list[str] = []
        self._listening = False
        self._notes = 0
        self._style = ""
        self._hidden_styles: set[str] = set()

    def looks(self, data: bytes) -> dict[str, Look]:
        _parse(data, self._start, self._end, self._hear)
        return self._looks

    def _start(self, name: str, attributes: Attributes) -> None:
        if name in {"table-cell", "covered-table-cell"}:
            self._columns = _count(attributes, "table:number-columns-repeated")
            self._type = attributes.get("office:value-type", "")
            self._words = []
            down = _count(attributes, "table:number-rows-spanned")
            across = _count(attributes, "table:number-columns-spanned")
            if down > 1 or across > 1:
                end = self._row + down - 1, self._column + across - 1
                self._found.merged.append(((self._row, self._column), end))
        elif name == "p" and not self._notes:
            self._listening = True
            self._words.append("")
        elif name == "annotation":
            self._notes += 1
        elif name == "table-row":
            self._rows = _count(attributes, "table:number-rows-repeated")
            self._column = 0
            if attributes.get("table:visibility", "visible") != "visible":
                self._found.hidden |= set(range(self._row, min(self._row + self._rows, MAX_ROWS)))
        elif name == "table":
            self._found = self._looks[attributes.get("table:name", "")] = Look()
            self._found.hidden_sheet = attributes.get("table:style-name", "") in self._hidden_styles
            self._row = self._column = 0
        elif name == "table-column":
            columns = _count(attributes, "table:number-columns-repeated")
            if attributes.get("table:visibility", "visible") != "visible":
                self._found.hidden_columns |= set(
                    range(self._column, min(self._column + columns, MAX_COLUMNS))
                )
            self._column += columns
        elif name == "style":
            self._style = attributes.get("style:name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def _end(self, name: str) -> None:
        if name in {"table-cell", "covered-table-cell"}:
            if self._type or any(self._words):
                _check_reach(self._row + self._rows - 1, self._column + self._columns - 1)
            if self._type in _SHOWN_TYPES and any(self._words):
                self._show("\n".join(self._words))
            self._column += self._columns
        elif name == "p":
            self._listening = False
        elif name == "annotation":
            self._notes -= 1
        elif name == "table-row":
            self._row += self._rows

    def _hear(self, words: str) -> None:
        if self._listening and self._words and not self._notes:
            self._words[-1] += words

    def _show(self, text: str) -> None:
        for row in range(self._row, self._row + self._rows):
            for column in range(self._column, self._column + self._columns):
                self._found.shown[row, column] = text


def _count(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < len(str(MAX_ROWS**2)) else 1


def _check_reach(row: int, column: int) -> None:
    if row >= MAX_ROWS or column >= MAX_COLUMNS:
        raise too_many_cells()
