"""Plain text in which each paragraph is one cell: its rows are as long as the heading, and become a grid.

Nothing but the kind of the paragraphs tells where rows begin: below a heading of so many words, times,
bodies, numbers and sentences come back at the same distance. What fits no row is the title of a section.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.cellgrids import Found, grid_of, levels_of
from thuocdo.documents.reading.cellkinds import Kinds, fit_of, joined, profile_of, shares_of
from thuocdo.documents.reading.columns import Judge, heads_columns, is_number_head, may_head_figures
from thuocdo.documents.reading.gridrows import numbers_columns
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.headways import CAPTION, heads_groups
from thuocdo.documents.reading.labels import read_label, section_title
from thuocdo.documents.reading.rows import ends_table
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.targets import is_figure
from thuocdo.documents.reading.together import are_parted, together

_NARROWEST, _WIDEST = 3, 16
_SECOND_LEVEL = 6  # heads that stand below others
_FEWEST_ROWS = 3
_MOST_CELLS = 5000
_TRIED = 160  # paragraphs that show how wide the rows are
_LONGEST_HEAD = 120
_HEAD = 60
_FEWEST_HEADS = 4
_TITLE = 3.0  # what a paragraph costs that belongs to no row
_MOST_TITLES = 3
_FITS = 0.5  # what a paragraph says for its column at the least, 1 where all are of one kind
_COVERED = 0.8
_LABELLED = 0.7
_LABELLED_LINE = re.compile(r"[^:()]{2,40}:\s+\S")
_LAST_DIGITS = re.compile(r"\d{1,6}$")
_MORE = 4  # paragraphs that one cell of a numbered row may have beside its first
_ANOTHER = 1.5  # what each of these costs
_BETTER = 0.04  # of two widths about as good the lesser one: twice the width fits as well


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a table may be: its heads, how wide its rows are, where they begin, what stands in its columns."""

    worth: float
    heads: Sequence[str]
    width: int
    first: int
    profile: Sequence[Counter[str]]


def celled(blocks: Sequence[Block], knows: Judge) -> list[Block]:
    """Return the blocks with those as the cells of tables that are regular enough to be sure of.

    Only where blank lines part the paragraphs, and no table is there already.
    """
    if not are_parted(blocks) or any(block.table is not None for block in blocks):
        return list(blocks)
    cells = together(blocks)
    if len(cells) > _MOST_CELLS:
        return list(blocks)
    texts = [block.text for block in cells]
    kinds = Kinds(knows)
    made: list[Block] = []
    place = table = 0
    while place < len(cells):
        found = _table_at(texts, place, kinds, knows)
        if found is None:
            made.append(cells[place])
            place += 1
            continue
        table += 1
        made += grid_of(cells, found, table, kinds)
        place = found.stop
    return made if table else list(blocks)


def _table_at(texts: Sequence[str], place: int, kinds: Kinds, knows: Judge) -> Found | None:
    """Return the table whose heading begins here, None when none does."""
    number = _number_head(texts, place)
    if number is None and not _is_head(texts[place]):
        return None
    window = texts[place : place + _WIDEST + _SECOND_LEVEL]
    most = next((at for at, text in enumerate(window) if (text or at) and not _may_head(text)), len(window))
    best: _Shape | None = None
    for width in range(_NARROWEST, min(_WIDEST, most) + 1):
        deepest = width if number is None else min(most, width + _SECOND_LEVEL)
        for count in range(width, deepest + 1):
            if number is None and not _head_all(texts[place : place + count]):
                continue
            if count > width and any(map(_is_head, texts[place + count : place + count + 1])):
                continue  # the heading goes on
            first = _behind(texts, place + count, width)
            found = _tried(texts[first : first + _TRIED], width, number, kinds)
            if found and (best is None or found[0] > best.worth + _BETTER):
                best = _Shape(found[0], texts[place : place + count], width, first, found[1])
    return _whole(texts, place, best, kinds, knows) if best else None


def _head_all(heads: Sequence[str]) -> bool:
    """Say whether words head columns of a table without row numbers; a caption above them is none."""
    if not heads or any(map(is_number_head, heads)) or CAPTION.match(bare(heads[0])):
        return False
    return heads_columns(heads)


def _number_head(texts: Sequence[str], place: int) -> int | None:
    """Return the column that the head of row numbers stands over: the first, or the second behind themes."""
    if is_number_head(texts[place]) or (
        not texts[place] and _head_all(texts[place + 1 : place + 1 + _FEWEST_HEADS])
    ):
        return 0
    below = texts[place + 1 : place + 2]
    return 1 if heads_groups(texts[place]) and any(map(is_number_head, below)) else None


def _behind(texts: Sequence[str], first: int, width: int) -> int:
    """Return where the rows begin: behind numbers of the columns."""
    return first + width if numbers_columns(texts[first : first + width]) else first


def _may_head(text: str) -> bool:
    """Say whether words may stand over a column: neither a label nor a figure, no sentence."""
    if is_number_head(text):
        return True
    if not text or len(text) > _LONGEST_HEAD or text.endswith((".", ";")) or ends_table(text):
        return False
    if _LABELLED_LINE.match(text) or section_title(text)[0]:
        return False
    return not (read_label(text) or (is_figure(text) and not may_head_figures(text)))


def _is_counted(column: Counter[str]) -> bool:
    """Say whether labels stand in nearly all filled cells of a column, or none is filled at all."""
    filled = column.total() - column["blank"]
    return column["label"] >= _LABELLED * filled


def _counts_up(cells: Sequence[str]) -> bool:
    """Say whether labels count the rows one by one."""
    codes = [label.code for text in cells if (label := read_label(text))]
    digits = [int(found[0]) for code in codes if (found := _LAST_DIGITS.search(code))]
    steps = [below - above for above, below in pairwise(digits)]
    return len(steps) >= _FEWEST_ROWS - 1 and steps.count(1) >= _LABELLED * len(steps)


def _begins_row(texts: Sequence[str], width: int, number: int, kinds: Kinds) -> bool:
    """Say whether a row with a label may begin here, or the title of a section with blank cells beside it."""
    return kinds.at(number, texts[number]) in {"label", "blank"} or (
        bool(texts[0]) and not any(texts[1:width])
    )


def _is_head(text: str) -> bool:
    """Say whether words are known to head a column, and no section."""
    if len(text) > _HEAD or section_title(text)[0] or any(char.isdigit() for char in text):
        return False
    return bool(senses(text)) and _may_head(text)


def _tried(
    sample: Sequence[str], width: int, number: int | None, kinds: Kinds
) -> tuple[float, list[Counter[str]]] | None:
    """Return how well rows of so many cells fit the first paragraphs, and what stands in their columns."""
    best: tuple[float, list[Counter[str]]] | None = None
    if len(sample) < width * 2 + _MOST_TITLES or _is_head(sample[0]):
        return None
    for skipped in range(_MOST_TITLES):
        if number is not None and not _begins_row(sample[skipped:], width, number, kinds):
            continue
        profile = profile_of(
            [sample[at : at + width] for at in range(skipped, 3 * width, width)], width, kinds
        )
        worth, rows, stop = _walk(sample, width, profile, kinds)
        whole = [sample[a:b] for a, b in rows if b - a == width]
        if len(whole) < _FEWEST_ROWS or len(whole) * width < _COVERED * stop:
            continue
        profile = profile_of(whole, width, kinds)
        if number is not None and not _is_counted(profile[number]):
            continue
        if number is None and any(_counts_up([row[at] for row in whole]) for at in range(2, width)):
            continue  # the numbers of rows stand in front
        if worth >= _FITS * stop and (best is None or worth / stop > best[0]):
            best = worth / stop, profile
    return best


def _whole(texts: Sequence[str], start: int, shape: _Shape, kinds: Kinds, knows: Judge) -> Found | None:
    """Return the whole table below a heading, None where its heads do not say what it holds."""
    first, width = shape.first, shape.width
    _worth, rows, stop = _walk(texts[first:], width, shape.profile, kinds, longer=True)
    placed = tuple((first + a, first + b) for a, b in rows)
    whole = [texts[a:b] for a, b in placed if b - a == width]
    if 2 * len(whole) <= sum(b - a > 1 for a, b in placed):
        return None
    levels = levels_of(shape.heads, whole, profile_of(whole, width, kinds), knows)
    return Found(start, levels, placed, first + stop, shape.profile) if levels else None


def _walk(
    texts: Sequence[str], width: int, profile: Sequence[Counter[str]], kinds: Kinds, *, longer: bool = False
) -> tuple[float, list[tuple[int, int]], int]:
    """Return the best way to deal paragraphs to rows: its worth, where rows and titles stand, and its end.

    `longer` lets one cell of a numbered row hold several paragraphs.
    """
    shares = [shares_of(column) for column in profile]
    counted = longer and shares_of(profile[0]).get("label", 0) >= _LABELLED
    best: list[tuple[float, int, int]] = [(0.0, -1, 0)]  # worth, where the step began, titles in a row
    top = 0
    for place in range(1, len(texts) + 1):
        found = (float("-inf"), -1, 0)
        text = texts[place - 1]
        before, _step, titles = best[place - 1]
        if text and titles < _MOST_TITLES and not is_number_head(text) and not ends_table(text):
            found = (before - _TITLE, place - 1, titles + 1)
        if place >= width:
            worth = fit_of(texts[place - width : place], shares, kinds) + best[place - width][0]
            if worth >= found[0]:
                found = (worth, place - width, 0)
        for more in range(1, _MORE + 1 if counted else 0):
            first = place - width - more
            if first < 0 or kinds.of(texts[first]) != "label":
                continue
            worth = max(fit_of(row, shares, kinds) for row in joined(texts[first:place], width))
            worth += best[first][0] - _ANOTHER * more
            if worth > found[0]:
                found = (worth, first, 0)
        best.append(found)
        if found[0] > best[top][0] and not found[2]:
            top = place
        if place - top > width * _MOST_TITLES:
            break
    steps: list[tuple[int, int]] = []
    place = top
    while place > 0:
        steps.append((best[place][1], place))
        place = best[place][1]
    return best[top][0], steps[::-1], top
