"""Tables in plain text whose cells stand below each other, as programs lay out a printed page."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thuocdo.core.country import names
from thuocdo.documents.flow import parted
from thuocdo.documents.layout import Cell, Grid, spread_heads
from thuocdo.documents.reading.agencies import directory
from thuocdo.documents.reading.columns import heads_columns, is_number_head, is_year
from thuocdo.documents.reading.gridrows import numbers_columns
from thuocdo.documents.reading.labels import read_label
from thuocdo.documents.typedlines import Block, Segment, Typed, wrapped

_FEWEST = 3
_SAMPLE = 400  # lines that tell where the columns stand
_CROSSING = 12  # one line of so many may run across a border
_LOOK = 8  # blocks in which an unknown heading must show rows
_ROWS = 3
_BETWEEN = 4  # blocks of words between two rows of one table
_SHORT = 160


@dataclass(slots=True)
class Laid:
    """A table: its rows, the line that each begins on, and how many blocks it takes."""

    grid: Grid
    numbers: list[int]
    taken: int


def grid_at(blocks: Sequence[Block], place: int, *, known_only: bool = False) -> Laid | None:
    """Return the table that begins with this block, None when none does; its heading may be unknown."""
    if not _may_head(blocks[place]):
        return None
    known = _is_head(blocks[place])
    if not known and (known_only or not _shows_rows(blocks, place)):
        return None
    starts = _starts(blocks, place)
    if len(starts) < _FEWEST:
        return None
    columns = _Columns(starts)
    stop = _end(blocks, place, columns)
    if stop - place < (2 if known else _ROWS) and len(blocks[place]) < _ROWS:
        return None
    return _laid(blocks[place:stop], columns)


def _may_head(block: Block) -> bool:
    return any(len(line.parts) >= _FEWEST for line in block)


def _is_head(block: Block) -> bool:
    """Say whether a block, or its first lines, holds words for columns."""
    if not _may_head(block):
        return False
    lines = [line for line in block[:8] if not _is_row(line)]
    spans = _merged((part.start, part.end) for line in lines for part in line.parts)
    texts = [
        " ".join(part.text for line in lines for part in line.parts if start <= part.start < end)
        for start, end in spans
    ]
    return heads_columns(texts) or any(heads_columns([part.text for part in line.parts]) for line in lines)


def _heads_another(head: Block, block: Block, *, after_words: bool) -> bool:
    """Say whether a block heads another table: rows may hold such words, too, but stand below their heads."""
    if not _may_head(block):
        return False
    if [line.text() for line in block] == [line.text() for line in head]:
        return True
    if any(is_number_head(part.text) for part in block[0].parts[:2]):
        return _is_head(block)
    first, own = ({part.start for line in lines for part in line.parts} for lines in (head, block))
    return after_words and 2 * len(own & first) < len(own) and _is_head(block)


def _is_row(line: Typed) -> bool:
    return bool(read_label(line.parts[0].text)) and len(line.parts) > 1


def _shows_rows(blocks: Sequence[Block], place: int) -> bool:
    """Say whether what follows an unknown heading stands in as many columns as it has."""
    first = {part.start for line in blocks[place] for part in line.parts}
    rows = 0
    for block in blocks[place + 1 : place + 1 + _LOOK]:
        starts = {part.start for line in block for part in line.parts}
        rows += len(starts) >= _FEWEST and len(starts & first) >= _FEWEST
    return rows >= _ROWS


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[list[int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 1:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    return [(start, end) for start, end in found]


def _starts(blocks: Sequence[Block], place: int) -> list[int]:
    """Return where the columns begin: stretches that nearly all rows leave free part them, and heads."""
    head = blocks[place]
    rows: list[Typed] = []
    after_words = False
    for block in blocks[place + 1 :]:
        if len(rows) > _SAMPLE or _heads_another(head, block, after_words=after_words):
            break
        after_words = not _may_head(block) and len(block[0].parts) == 1
        rows += (line for line in block if len(line.parts) >= _FEWEST)
    rows += (line for line in head if len(line.parts) >= _FEWEST)
    counts: Counter[int] = Counter()
    for line in rows:
        for part in line.parts:
            counts.update(range(part.start, part.end + 1))  # a space behind it is no border
    most = len(rows) // _CROSSING
    width = max((part.end for line in rows for part in line.parts), default=0)
    taken = [counts[at] > most for at in range(width + 1)]
    starts = [at for at in range(width + 1) if taken[at] and (at == 0 or not taken[at - 1])]
    for line in head:
        for before, part in pairwise(line.parts):
            if _is_free(starts, before, part, counts, most):
                starts = sorted([*starts, part.start])
    return starts


def _is_free(starts: Sequence[int], before: Segment, part: Segment, counts: Counter[int], most: int) -> bool:
    """Say whether a head begins a column that hardly any row fills."""
    apart = any(before.start < at <= part.start for at in starts)
    return not apart and counts[part.start - 1] <= most + 1


class _Columns:
    """Where the columns of a table begin."""

    def __init__(self, starts: Sequence[int]) -> None:
        self.starts = starts

    def first(self, part: Segment) -> int:
        """Return the column in which words begin."""
        return max(bisect_right(self.starts, part.start) - 1, 0)

    def last(self, part: Segment) -> int:
        """Return the column in which words end."""
        return max(bisect_right(self.starts, part.end - 1) - 1, 0)

    def crosses(self, part: Segment) -> bool:
        """Say whether words run over a border."""
        return self.first(part) != self.last(part)

    def fits(self, block: Block) -> bool:
        """Say whether the words of a block stand where the columns begin."""
        inner = [part for line in block for part in line.parts if part.start > self.starts[0]]
        at_start = sum(part.start - self.starts[self.first(part)] <= 1 for part in inner)
        return bool(inner) and 2 * at_start >= len(inner)

    def is_across(self, block: Block) -> bool:
        """Say whether a block is words over the whole page, not in its columns."""
        return all(len(line.parts) == 1 for line in block) and (
            any(self.crosses(line.parts[0]) for line in block)
            or not all(line.parts[0].start in self.starts for line in block)
            or block[0].parts[0].start <= self.starts[0]
        )


def _end(blocks: Sequence[Block], place: int, columns: _Columns) -> int:
    """Return where the table ends: before another heading, or what does not stand in its columns."""
    stop = at = place + 1
    while at < len(blocks) and at - stop <= _BETWEEN:
        block = blocks[at]
        if _heads_another(blocks[place], block, after_words=at > stop):
            break
        if columns.is_across(block):
            at += 1
            continue
        if not columns.fits(block):
            break
        at += 1
        stop = at
    return stop


def _laid(blocks: Sequence[Block], columns: _Columns) -> Laid:
    rooms = _rooms(blocks, columns)
    rows: list[list[Cell]] = []
    numbers: list[int] = []
    for place, block in enumerate(blocks):
        for lines in _parted(block, columns, head=not place):
            rows.append(_row(lines, columns, rooms))
            numbers.append(lines[0].number)
    spread_heads(rows)
    return Laid(Grid(rows), numbers, len(blocks))


def _rooms(blocks: Sequence[Block], columns: _Columns) -> list[int]:
    """Return how many letters a line of each column has room for, as far as some line shows it."""
    rooms = [0] * len(columns.starts)
    for block in blocks:
        for line in block:
            for part in line.parts:
                if not columns.crosses(part):
                    place = columns.first(part)
                    rooms[place] = max(rooms[place], part.end - part.start)
    return rooms


def _parted(block: Block, columns: _Columns, *, head: bool) -> Iterator[list[Typed]]:
    """Yield the lines of each row: a number begins another one, and a row that numbers the columns."""
    rows: list[list[Typed]] = []
    levels = _levels(block, columns) if head else 0
    several = head or _is_row(block[0])
    for place, line in enumerate(block):
        texts = [part.text for part in line.parts]
        labelled = several and line.parts[0].start <= columns.starts[0] + 1 and _is_row(line)
        begins = labelled or numbers_columns(texts) or (head and place == levels)
        if not rows or begins or numbers_columns([part.text for part in block[place - 1].parts]):
            rows.append([])
        rows[-1].append(line)
    yield from rows


def _levels(block: Block, columns: _Columns) -> int:
    """Return the line on which heads begin below those that cover several columns; 0 for no such line."""
    first = {columns.first(part) for part in block[0].parts}
    covered = [part for part in block[0].parts if columns.crosses(part)]
    for place, line in enumerate(block[1:], start=1):
        new = [part for part in line.parts if columns.first(part) not in first]
        if not new:
            first |= {columns.first(part) for part in line.parts}
            continue
        return place if covered or all(is_year(part.text) for part in new) or len(new) > 1 else 0
    return 0


def _entries(lines: Sequence[str], room: int) -> list[str]:
    """Return the paragraphs of a cell; bodies that are known by name stand on a line each."""
    knows = directory(names()).knows
    if len(lines) > 1 and (knows(lines[0]) or knows(" ".join(lines[:2]))):
        bodies = parted(lines, knows)
        if len(bodies) > 1:
            return bodies
    return wrapped(lines, room)


def _row(lines: Sequence[Typed], columns: _Columns, rooms: Sequence[int]) -> list[Cell]:
    """Return the cells of a row; words that run over a border cover the columns that they reach."""
    owner = list(range(len(columns.starts)))
    for line in lines:
        for part in line.parts:
            first, last = columns.first(part), columns.last(part)
            for place in range(first + 1, last + 1):
                owner[place] = owner[first]
    words: list[list[str]] = [[] for _start in columns.starts]
    for line in lines:
        for part in line.parts:
            words[owner[columns.first(part)]].append(part.text)
    cells: list[Cell] = []
    for place, own in enumerate(owner):
        if own != place:
            cells.append(cells[own])
            continue
        covered = [number for number, other in enumerate(owner) if other == own]
        room = (
            rooms[place]
            if len(covered) == 1
            else columns.starts[covered[-1]] - columns.starts[place] + _SHORT
        )
        cells.append(Cell([*_entries(words[place], room)]))
    return cells
