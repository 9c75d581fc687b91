"""CSV with commas, semicolons or tabs: one register in UTF-8."""

import csv
import io
from collections import Counter
from collections.abc import Sequence

from thuocdo.documents.blocks import Block
from thuocdo.documents.encodings import decoded
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.reading.columns import read_columns
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
_SAMPLE_ROWS = 50
_SAMPLE = 100_000


def read(data: bytes) -> list[Block]:
    """Return a block for each cell."""
    text = decoded(data)
    lines = _rows(text, _delimiter(text))
    return register_blocks(lines, table=0)[0]


def _delimiter(text: str) -> str:
    """Return the sign that gives a heading, else the one that cuts most rows into equally many cells."""
    sample = text[:_SAMPLE]

    def worth(sign: str) -> tuple[bool, int, int]:
        rows = [row for row in _parsed(sample, sign) if any(row)]
        headed = any(read_columns([clean_cell(cell) for cell in row if cell.strip()]) for row in rows)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        width, count = max(widths.items(), key=lambda pair: pair[1], default=(0, 0))
        return headed, count, width

    return max(_DELIMITERS, key=worth)


def _parsed(sample: str, delimiter: str) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                break
    except csv.Error:
        pass  # the sample is only looked at; reading the whole says what is wrong
    return rows


def _rows(text: str, delimiter: str) -> list[Line]:
    # Strict: a quotation mark that is never closed would swallow all rows below it.
    source = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
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
