"""Columns of paragraphs looked at again once their cells are known: what a grid shows at once."""

from collections.abc import Sequence

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.columns import Columns, Judge, assign
from thuocdo.documents.reading.marks import with_times
from thuocdo.documents.reading.rows import Row

_FEWEST = 3

Line = Sequence[Block]


def refined(columns: Columns, lines: Sequence[Line], knows: Judge) -> tuple[Columns, list[Line]] | None:
    """Return the columns as their cells show them, with one column for a time spread over several.

    None where the cells say nothing that the heading does not say.
    """
    if not lines:
        return None
    levels = [head.split("\n") for head in columns.heads]
    depth = max(map(len, levels))
    first = lines[0][0]._replace(merged=0)
    heads: list[Line] = [
        [first._replace(text=texts[min(level, len(texts) - 1)]) for texts in levels] for level in range(depth)
    ]
    rows = with_times([*heads, *lines])
    width = len(rows[0])
    texts = [[cell.text for cell in row] for row in rows[depth:]]
    body = [row for row in texts if len(row) == width and len(set(row)) >= _FEWEST]
    samples = [[row[place] for row in body] for place in range(width)]
    found = assign([[row[place].text for row in rows[:depth]] for place in range(width)], samples, knows)
    if found is None or (found.roles == columns.roles and found.kind == columns.kind):
        return None
    return found, list(rows[depth:])


def clear_lines(rows: Sequence[Row], width: int) -> list[Line]:
    """Return the cells of the rows that have one paragraph for each column."""
    return [
        [Block(text, row.place.get("line", 0)) for text in (row.code, *row.paragraphs)]
        for row in rows
        if row.kind == "row" and len(row.paragraphs) == width - 1
    ]
