"""Rows of a spreadsheet or CSV file become blocks: where its tables begin and end, and the rest as text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thuocdo.core.text import clean
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.reading.columns import heads_columns, is_number_head

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELLS = 500_000
TOO_MANY_CELLS = (
    "The table has more than {rows} rows, {columns} columns or {cells} cells; give only the sheet with "
    "the programme, without far-off cells."
)
_LONGEST_LABEL = 12
_UNIT = re.compile(r"numbers?|nos?\.?", re.IGNORECASE)
_FEWEST_COLUMNS = 3
_HEAD_ROWS = 40
_LOOK_BELOW = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a file: its number as people see it, its clean cells, and the merged cell each is in."""

    number: int
    cells: Sequence[str]
    merged: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class _Span:
    """The columns that a heading fills, and which of them holds the numbers of rows."""

    heads: Sequence[str]
    start: int
    stop: int
    number: int | None = None


def too_many_cells() -> Unreadable:
    """Return the refusal of a table that is larger than any programme."""
    return Unreadable(TOO_MANY_CELLS, rows=f"{MAX_ROWS:,}", columns=str(MAX_COLUMNS), cells=f"{MAX_CELLS:,}")


def clean_cell(text: str) -> str:
    """Return NFC text, white space collapsed in each line, lines that hold nothing left out."""
    lines = text.replace("\r", "\n").split("\n")
    return "\n".join(words for line in lines if (words := clean(line)))


def register_blocks(lines: Sequence[Line], *, table: int) -> tuple[list[Block], int]:
    """Return the blocks of one sheet and the number of the last table in it; `table` is that before.

    A table begins at a row of words for columns and holds the columns of that heading; what
    stands above it, and below it after an empty row, are paragraphs. A heading that is repeated
    begins no new table. Without such a row the whole sheet is one table, or text when it is
    narrower than a table can be.
    """
    heads = _heads(lines)
    if not heads:
        wide = any(len(set(filter(None, line.cells))) >= _FEWEST_COLUMNS for line in lines)
        if not wide:
            return list(_paragraphs(lines)), table
        width = max(len(line.cells) for line in lines)
        return list(_cells(lines, table + 1, _Span((), 0, width))), table + 1
    blocks = list(_paragraphs(lines[: heads[0]]))
    span: _Span | None = None
    for number, place in enumerate(heads):
        stop = heads[number + 1] if number + 1 < len(heads) else len(lines)
        found = _span(lines, place)
        below_head = number > 0 and heads[number - 1] == place - 1
        if span is None or (found.heads != span.heads and not below_head):
            table += 1
        if span is None or not below_head:
            span = found
        end = _end(lines, place + 1, stop, span)
        blocks += _cells(lines[place:end], table, span)
        blocks += _paragraphs(lines[end:stop])
    if len(blocks) > MAX_CELLS:
        raise too_many_cells()
    return blocks, table


def _heads(lines: Sequence[Line]) -> list[int]:
    """Return the rows that head columns: those with a number column, else the first that looks like one."""
    heads = [
        place
        for place, line in enumerate(lines)
        if _has_number_head(line.cells) and heads_columns(line.cells)
    ]
    if heads:
        return heads
    first = next((place for place, line in enumerate(lines[:_HEAD_ROWS]) if heads_columns(line.cells)), None)
    return (
        []
        if first is None
        else [place for place, line in enumerate(lines) if line.cells == lines[first].cells]
    )


def _has_number_head(cells: Sequence[str]) -> bool:
    """Say whether a cell heads the row numbers; “Number” behind another cell is the unit of a row."""
    filled = [text for text in cells if text]
    return any(
        is_number_head(text) and (not place or not _UNIT.fullmatch(text)) for place, text in enumerate(filled)
    )


def _span(lines: Sequence[Line], head: int) -> _Span:
    """Return the columns that the heading fills; a second row of heads may reach further than the first."""
    near = lines[head : head + _LOOK_BELOW]
    filled = [place for line in near for place, text in enumerate(line.cells) if text]
    start, stop = min(filled), max(filled) + 1
    cells = lines[head].cells
    number = next((place for place, text in enumerate(cells) if is_number_head(text)), None)
    return _Span(tuple(cells[start:stop]), start, stop, number)


def _end(lines: Sequence[Line], first: int, stop: int, span: _Span) -> int:
    """Return where the table ends: signatures and notes stand below its last row and a gap."""
    column = span.start if span.number is None else span.number
    rows = [place for place in range(first, stop) if _is_row(lines[place], span)]
    place = rows[-1] + 1 if rows else first
    while place < stop and any(lines[place].cells) and len(_at(lines[place], column)) <= _LONGEST_LABEL:
        place += 1
    return place


def _is_row(line: Line, span: _Span) -> bool:
    """Say whether a line has a short number, or so many cells of its own that it needs none."""
    cells = line.cells[span.start : span.stop]
    if span.number is None:
        return sum(map(bool, cells)) >= _FEWEST_COLUMNS
    several = len({*filter(None, cells)})
    whole = several >= _FEWEST_COLUMNS and 2 * several > span.stop - span.start
    return whole or 0 < len(_at(line, span.number)) <= _LONGEST_LABEL


def _at(line: Line, column: int) -> str:
    return line.cells[column] if column < len(line.cells) else ""


def _cells(lines: Sequence[Line], table: int, span: _Span) -> Iterator[Block]:
    for line in lines:
        if not any(line.cells[span.start : span.stop]):
            continue
        for col, place in enumerate(range(span.start, span.stop), start=1):
            merged = line.merged[place] if place < len(line.merged) else 0
            yield Block(_at(line, place), table=table, row=line.number, col=col, merged=merged)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the texts of each row, one that is repeated in merged cells only once."""
    for line in lines:
        for text in dict.fromkeys(filter(None, line.cells)):
            for paragraph in text.split("\n"):
                yield Block(paragraph, row=line.number)
