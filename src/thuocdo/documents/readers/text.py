"""Plain text: one non-empty line is a paragraph, a line of one non-breaking space is an empty cell.

Drawn tables, rows with tabs, and words that stand in columns below a heading are tables.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from thuocdo.documents.blocks import Block
from thuocdo.documents.encodings import clean, decoded
from thuocdo.documents.layout import MAX_CELLS, Grid, grid_blocks, tidy, too_many_cells
from thuocdo.documents.typedgrids import Laid, grid_at
from thuocdo.documents.typedlines import Typed, blocks_of, paragraphs
from thuocdo.documents.typedrules import Drawn, drawn_tables
from thuocdo.documents.typedtabs import Tabbed, pieces

SUFFIXES = (".txt",)
_MOST_TRIES = 2000  # blocks that are no table; a longer text without one is searched for known headings only
_Piece = tuple[int, str] | Tabbed | Laid | Drawn
_Part = list[Typed] | Tabbed | Laid | Drawn


def read(data: bytes) -> list[Block]:
    """Return a block for each non-empty line, and for each cell of a table."""
    text = clean(decoded(data)).replace("\r\n", "\n").replace("\r", "\n")
    found = list(_pieces(text.split("\n")))
    laid = _laid_out(found)
    blocks: list[Block] = []
    table = count(1)
    for piece in laid or found:
        if isinstance(piece, tuple):
            blocks += _paragraph(*piece)
            continue
        blocks += _cells(piece.grid, next(table), piece.numbers)
        if len(blocks) > MAX_CELLS:
            raise too_many_cells()
    return blocks


def _pieces(lines: Sequence[str]) -> Iterator[_Piece]:
    """Yield drawn tables, rows with tabs, and the other lines with their numbers."""
    run: list[tuple[int, str]] = []
    for piece in drawn_tables(list(enumerate(lines, start=1))):
        if isinstance(piece, tuple):
            run.append(piece)
            continue
        yield from pieces(run)
        yield piece
        run = []
    yield from pieces(run)


def _paragraph(number: int, line: str) -> Iterator[Block]:
    words = tidy(line)
    if words or "\u00a0" in line:
        yield Block(words, number)


def _cells(grid: Grid, table: int, numbers: Sequence[int]) -> Iterator[Block]:
    """Yield the cells of a table; the row of each is the line on which it begins."""
    return (block._replace(row=numbers[block.row - 1]) for block in grid_blocks(grid, table))


def _laid_out(found: Sequence[_Piece]) -> list[_Piece]:
    """Return the pieces of text whose tables stand in columns, none where no table does."""
    parts: list[_Part] = []
    run: list[tuple[int, str]] = []
    for piece in found:
        if isinstance(piece, tuple):
            run.append(piece)
            continue
        parts += [*_tables(blocks_of(run)), piece]
        run = []
    parts += _tables(blocks_of(run))
    if not any(isinstance(part, Laid) for part in parts):
        return []
    room = _room([part for part in parts if isinstance(part, list)])
    made: list[_Piece] = []
    for part in parts:
        made += paragraphs(part, room) if isinstance(part, list) else [part]
    return made


def _tables(blocks: Sequence[list[Typed]]) -> Iterator[_Part]:
    """Yield tables, and the blocks of lines between them."""
    place = failed = 0
    while place < len(blocks):
        laid = grid_at(blocks, place, known_only=failed > _MOST_TRIES)
        failed += laid is None
        yield laid or blocks[place]
        place += laid.taken if laid else 1


def _room(blocks: Sequence[Sequence[Typed]]) -> int:
    """Return how long a line of a paragraph may be, as far as some line shows it."""
    return max((len(line.text()) for block in blocks for line in block if len(line.parts) == 1), default=0)
