"""Headings among paragraphs below which no table was read, so that nobody looks for its rows in vain."""

from collections.abc import Iterator, Sequence

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.headings import is_number_head, senses
from thuocdo.documents.reading.rows import Table
from thuocdo.documents.reading.ticks import is_mark

_NEAR = 8
_FEWEST = 4  # heads of different kinds that stand together
_LONGEST = 40
_REACH = 40  # paragraphs below a heading in which its first row stands
_MARKED = 0.1
_TELLING = frozenset(
    {"leads", "coordinators", "deadline", "output", "target", "baseline", "unit", "number", "status", "title"}
)


def passed_over(blocks: Sequence[Block], tables: Sequence[Table]) -> Iterator[tuple[int, str]]:
    """Yield the line and the words of each heading without rows."""
    starts = sorted(row.place.get("line", 0) for table in tables for row in table.rows)
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
        if not any(first <= start <= last + _REACH for start in starts):
            yield first, " | ".join(block.text for block in group)
        place += _NEAR


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
