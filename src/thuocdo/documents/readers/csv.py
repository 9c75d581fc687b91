"""CSV with commas, semicolons or tabs: one register in UTF-8."""

import csv
from collections import Counter
from collections.abc import Sequence

from thuocdo.core.delimited import delimited
from thuocdo.documents.blocks import Block
from thuocdo.documents.encodings import decoded
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.reading.columns import heads_columns
from thuocdo.documents.registers import (
    MAX_COLUMNS,
    MAX_ROWS,
    Line,
    clean_cell,
    register_blocks,
    too_many_cells,
)

SUFFIXES = (".csv",)
BROKEN_CSV = (
    "The cell at line {line} never ends: its quotation mark is not closed; save the file again as CSV."
)
_DELIMITERS = (",", ";", "\t")
_FEWEST = 2  # cells of a row
_SAMPLE_ROWS = 50
_SAMPLE = 100_000


def read(data: bytes) -> list[Block]:
    """Return a block for each cell."""
    text = decoded(data)
    first, *others = _delimiters(text)
    try:
        lines = _rows(text, first)
    except Unreadable:
        # Quotation marks end within a cell where the sign is not the one that parts the cells.
        fitting = (found for sign in others if (found := _whole(text, sign)))
        lines = next(fitting, []) or _rows(text, first)
    return register_blocks(lines, table=0)[0]


def _whole(text: str, sign: str) -> list[Line]:
    """Return the rows that this sign parts, none when it does not fit."""
    try:
        lines = _rows(text, sign)
    except Unreadable:
        return []
    return lines if any(heads_columns(line.cells) for line in lines) else []


def _delimiters(text: str) -> list[str]:
    """Return the signs, first one that cuts most rows into as many cells and gives a heading."""
    sample = text[:_SAMPLE]

    def worth(sign: str) -> tuple[bool, int, int, int]:
        rows = [[clean_cell(cell) for cell in row] for row in _parsed(sample, sign) if any(row)]
        headed = next((-place for place, row in enumerate(rows) if heads_columns(row)), -_SAMPLE_ROWS)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        width, count = max(widths.items(), key=lambda pair: pair[1], default=(0, 0))
        regular = 2 * count > len(rows) and width > _FEWEST  # titles with commas part no rows
        return regular, headed, count, width

    return sorted(_DELIMITERS, key=worth, reverse=True)


def _parsed(sample: str, delimiter: str) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = []
    try:
        for row in delimited(sample, delimiter, strict=False):
            rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                break
    except csv.Error:
        pass  # the sample is only looked at; reading the whole says what is wrong
    return rows


def _rows(text: str, delimiter: str) -> list[Line]:
    source = delimited(text, delimiter)
    lines: list[Line] = []
    number = 1
    try:
        for row in source:
            if len(lines) >= MAX_ROWS or len(row) > MAX_COLUMNS:
                raise too_many_cells()
            lines.append(Line(number, [clean_cell(cell) for cell in row]))
            number = source.line_num + 1
    except csv.Error:
        raise Unreadable(BROKEN_CSV, line=str(number)) from None
    return lines
