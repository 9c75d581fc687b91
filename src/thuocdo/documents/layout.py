"""Paragraphs and tables of a format that knows its tables become blocks; tables for layout dissolve."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Self, TypeAlias

from thuocdo.documents import errors
from thuocdo.documents.blocks import Block
from thuocdo.documents.encodings import clean, refuse_legacy
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.reading.columns import heads_columns

MAX_COLUMNS = 100
MAX_CELLS = 200_000
_FEWEST_COLUMNS = 3  # a table of tasks or indicators has at least so many
_HEAD_ROWS = 6
_HEAD_LEVELS = 2


class Paragraph(str):
    """A paragraph of a format that knows its pages."""

    __slots__ = ("page",)
    page: int

    def __new__(cls, text: str, page: int) -> Self:
        """Make the text know its page."""
        made = super().__new__(cls, text)
        made.page = page
        return made


class Heading(str):
    """The heading of the whole page, in a format that tells it from the others."""

    __slots__ = ()


@dataclass(slots=True)
class Cell:
    """A cell: its paragraphs and the tables within it, in their order; its page where the format knows it."""

    items: list["Item"] = field(default_factory=list)
    page: int = 0

    def text(self) -> str:
        """Return the lines of the cell, those of tables within it too."""
        return "\n".join(filter(None, lines(self.items)))


@dataclass(slots=True)
class Grid:
    """A table in which every row names the cell of each column; a merged cell is named repeatedly."""

    rows: list[list[Cell]]


Item: TypeAlias = str | Grid
"""A paragraph ("" is one left blank on purpose) or a table."""


def to_blocks(items: Iterable[Item]) -> list[Block]:
    """Return the blocks; paragraphs are numbered through, tables likewise."""
    blocks: list[Block] = []
    line, table = count(1), count(1)
    for item in _flat(items):
        if isinstance(item, str):
            page = item.page if isinstance(item, Paragraph) else 0
            blocks.append(Block(str(item), next(line), page, heads_page=isinstance(item, Heading)))
        else:
            blocks += grid_blocks(item, next(table))
            if len(blocks) > MAX_CELLS:
                raise too_many_cells()
    words = "\n".join({block.text for block in blocks})
    if not words.strip():
        raise Unreadable(errors.EMPTY)
    if not words.isascii() and "ạ" not in words and "ế" not in words:
        refuse_legacy(words)
    return blocks


def too_many_cells() -> Unreadable:
    """Return the refusal of more cells than the tables of a document have."""
    return Unreadable(errors.TOO_MANY_CELLS, limit=f"{MAX_CELLS:,}")


def tidy(text: str) -> str:
    """Return one paragraph with its white space collapsed and its letters in one spelling."""
    return " ".join(clean(text).split())


def spread(rows: Sequence[Sequence[tuple[Cell, int, int]]]) -> Grid:
    """Return the grid of rows whose cells say how many columns and rows they cover."""
    grid: list[list[Cell]] = []
    hanging: dict[int, tuple[Cell, int]] = {}
    covered = 0
    for number, row in enumerate(rows):
        made: list[Cell] = []
        waiting = list(reversed(row))
        while waiting or len(made) in hanging:
            if len(made) >= MAX_COLUMNS:
                break
            if len(made) in hanging:
                cell, left = hanging.pop(len(made))
                if left > 1:
                    hanging[len(made)] = (cell, left - 1)
                made.append(cell)
                continue
            cell, across, down = waiting.pop()
            for _column in range(max(1, min(across, MAX_COLUMNS - len(made)))):
                below = min(down, len(rows) - number) - 1
                if below > 0:
                    hanging[len(made)] = (cell, below)
                made.append(cell)
        covered += len(made)
        if covered > MAX_CELLS:
            raise Unreadable(errors.TOO_MANY_CELLS, limit=f"{MAX_CELLS:,}")
        grid.append(made)
    return Grid(grid)


def spread_heads(rows: Sequence[list[Cell]]) -> None:
    """Let a head cover the columns beside it whose own heads stand in the row below, under a blank place.

    Text shows no merged cells: what covers several columns stands over the first of them.
    """
    if len(rows) < _HEAD_LEVELS or rows[1][0].items:
        return
    upper, lower = rows[0], rows[1]
    if sum(bool(cell.items) for cell in lower) > len(lower) / 2 + 1:
        return
    for place in range(1, len(upper)):
        if not upper[place].items and lower[place].items and lower[place - 1].items:
            upper[place] = upper[place - 1]


def lines(items: Iterable[Item]) -> Iterable[str]:
    """Yield every paragraph, those of tables too, each merged cell once."""
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            for cell in _once(item):
                yield from lines(cell.items)


def _flat(items: Iterable[Item], width: int = 0) -> Iterable[Item]:
    """Dissolve the tables that only place words on the page, such as the head of a document.

    A table as wide as the headed one before it goes on with its rows, whatever its cells hold.
    """
    for item in items:
        if isinstance(item, str):
            yield item
        elif _holds_rows(item) or _goes_on(item, width):
            width = _width(item) if _is_headed(item) else width
            yield item
        else:
            for cell in _once(item):
                yield from _flat(cell.items)


def _width(grid: Grid) -> int:
    return max(map(len, grid.rows), default=0)


def _goes_on(grid: Grid, width: int) -> bool:
    return _width(grid) == width > _FEWEST_COLUMNS


def _is_headed(grid: Grid) -> bool:
    return any(heads_columns([cell.text() for cell in row]) for row in grid.rows[:_HEAD_ROWS])


def _holds_rows(grid: Grid) -> bool:
    """Say whether a table holds rows of a programme; one that holds other tables must be headed so."""
    if _width(grid) < _FEWEST_COLUMNS:
        return False
    if _is_headed(grid):
        return True
    return not any(isinstance(item, Grid) for cell in _once(grid) for item in cell.items)


def _once(grid: Grid) -> list[Cell]:
    return list({id(cell): cell for row in grid.rows for cell in row}.values())


def grid_blocks(grid: Grid, table: int) -> Iterable[Block]:
    """Yield a block for each place of a table."""
    texts = {id(cell): cell.text() for cell in _once(grid)}
    covered = Counter(id(cell) for row in grid.rows for cell in row)
    several = (key for key, places in covered.items() if places > 1)
    merged = {key: number for number, key in enumerate(several, start=1)}
    for row, cells in enumerate(grid.rows, start=1):
        page = max((cell.page for cell in cells), default=0)
        for col, cell in enumerate(cells, start=1):
            yield Block(texts[id(cell)], 0, page, table, row, col, merged.get(id(cell), 0))
