"""Headings among paragraphs below which no table was read, so that nobody looks for its rows in vain."""

from collections.abc import Iterator, Sequence

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.headings import is_number_head, senses
from thuocdo.documents.reading.labels import read_label
from thuocdo.documents.reading.rows import Table
from thuocdo.documents.reading.ticks import is_mark

_NEAR = 8
_FEWEST = 4  # heads of different kinds that stand together
_LONGEST = 40
_REACH = 40  # paragraphs below a heading in which its first row stands
_MARKED = 0.1
_CELLS, _NUMBERED = 25, 5  # paragraphs that stand together like cells, and numbers of rows among them
_SENTENCE, _LONGEST_TITLE, _FEW_LONG = 80, 300, 0.35
_ABOVE, _BELOW = 16, 3  # lines of a heading above the first row; rows below the last one
_TELLING = frozenset(
    {"leads", "coordinators", "deadline", "output", "target", "baseline", "unit", "number", "status", "title"}
)


def passed_over(blocks: Sequence[Block], tables: Sequence[Table]) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of each heading without rows."""
    lines = [[row.place.get("line", 0) for row in table.rows] for table in tables]
    starts = sorted(min(found) for found in lines if found)
    heads = {text for table in tables for head in table.columns.heads for text in head.split("\n")}
    speaking = [_speaks(block.text) for block in blocks]
    place = 0
    while place < len(blocks):
        if not speaking[place]:
            place += 1
            continue
        near = zip(blocks[place : place + _NEAR], speaking[place : place + _NEAR], strict=True)
        group = [block for block, speaks in near if speaks]
        kinds = {kind for block in group for kind in _kinds(block.text)}
        if len(kinds & _TELLING) < _FEWEST:
            place += 1
            continue
        first, last = blocks[place].line, blocks[min(place + _NEAR, len(blocks)) - 1].line
        known = sum(block.text in heads for block in group)
        if 2 * known < len(group) and not any(first <= start <= last + _REACH for start in starts):
            yield first, " | ".join(block.text for block in group)
        place += _NEAR


def left_over(blocks: Sequence[Block], tables: Sequence[Table]) -> Iterator[tuple[int, str]]:
    """Yield the line and the first words of each long run of short paragraphs that no table holds.

    Cells without borders look so, whatever the words of their heading are.
    """
    run: list[Block] = []
    for block in blocks:
        covered = any(_covers(table, block.line) for table in tables)
        if covered or len(block.text) > _SENTENCE or (block.text.endswith(".") and " " in block.text):
            if block.text and not covered and len(block.text) <= _LONGEST_TITLE and run:
                run.append(block)  # a long title or a remark between cells
                continue
            if _looks_like_cells(run):
                yield run[0].line, " | ".join(cell.text for cell in run[:_NEAR] if cell.text)
            run = []
        else:
            run.append(block)
    if _looks_like_cells(run):
        yield run[0].line, " | ".join(cell.text for cell in run[:_NEAR] if cell.text)


def _covers(table: Table, line: int) -> bool:
    lines = [row.place.get("line", 0) for row in table.rows]
    if not lines or not min(lines):
        return False
    return min(lines) - _ABOVE <= line <= max(lines) + _BELOW * len(table.columns.roles)


def _looks_like_cells(run: Sequence[Block]) -> bool:
    filled = [block.text for block in run if block.text]
    if len(filled) < _CELLS or sum(len(text) > _SENTENCE for text in filled) > _FEW_LONG * len(filled):
        return False
    labels = [text for text in filled if (label := read_label(text)) and label.form in {"number", "printed"}]
    return len(set(labels)) >= _NUMBERED


def holds_marks(table: Table) -> bool:
    """Say whether marks below years fill a table; without borders none can tell what each is below."""
    cells = [text for row in table.rows for text in (row.cells or row.paragraphs)]
    marks = sum(map(is_mark, cells))
    return table.columns.kind == "indicators" and marks >= _FEWEST and marks > _MARKED * len(cells)


def _speaks(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and bool(is_number_head(text) or senses(text))


def _kinds(text: str) -> set[str]:
    if is_number_head(text):
        return {"number"}
    return {sense.roles[0] for sense in senses(text)[:1]}
