"""Headings that only the rows below show: as many paragraphs as each numbered row has, whatever they say."""

from collections.abc import Sequence
from dataclasses import dataclass

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.columns import Columns, Judge, assign, is_number_head
from thuocdo.documents.reading.labels import read_label, section_title
from thuocdo.documents.reading.rows import ends_table
from thuocdo.documents.reading.widths import NARROWEST, WIDEST, regular_rows, row_width

_LONGEST_HEAD = 80
_SEEN = 300  # paragraphs that show how many of them a row has
_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Regular:
    """A heading of single paragraphs: where it begins, where its rows begin, and its columns.

    `counted` is how many numbers of columns stand between its words and its rows.
    """

    start: int
    first: int
    columns: Columns
    counted: int


def regular_head(blocks: Sequence[Block], place: int, count: int, knows: Judge) -> Regular | None:
    """Return the heading that begins with the head of the numbers at `place`, or one column before it.

    `count` is how many numbers of columns stand below it, 0 for none. Its words need not be known:
    the rows have as many cells, and these say what the columns hold.
    """
    if not is_number_head(blocks[place].text):
        return None
    found = [_from(blocks, place, first, count, knows) for first in _firsts(blocks, place)]
    return next(filter(None, found), None)


def _firsts(blocks: Sequence[Block], place: int) -> range:
    """Return where the first row may begin: behind short words that are no labels."""
    stop = place + 1
    while stop < min(len(blocks), place + WIDEST + 1):
        text = blocks[stop].text
        if not text or len(text) > _LONGEST_HEAD or text.endswith(".") or ends_table(text):
            break
        if read_label(text) or section_title(text)[0]:
            break
        stop += 1
    titled = stop < len(blocks) and not blocks[stop].text  # a section, with empty cells beside it
    return range(stop - titled, min(stop, len(blocks) - 1) + 1)


def _from(blocks: Sequence[Block], place: int, first: int, count: int, knows: Judge) -> Regular | None:
    width = first - place
    if width < NARROWEST:
        return None
    start, after = place, first + count
    texts = [block.text for block in blocks[after : after + _SEEN]]
    if count == width + 1 and place:
        start, width = place - 1, count  # a column of themes stands before the numbers
    elif count not in {0, width} or row_width(texts) != width:
        return None
    rows = regular_rows(texts, width, place - start)
    if len(rows) < _FEWEST_ROWS:
        return None
    heads = [(block.text,) for block in blocks[start:first]]
    columns = assign(heads, [[row[column] for row in rows] for column in range(width)], knows)
    if columns is None or columns.roles[place - start] != "number":
        return None
    return Regular(start, after, columns, count)
