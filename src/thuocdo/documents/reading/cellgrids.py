"""The grid that paragraphs make once it is known where its rows begin: heads over others, cells, titles."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.cellkinds import Kinds, fit_of, joined, shares_of
from thuocdo.documents.reading.columns import Judge, assign
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.headways import Levels, ways
from thuocdo.documents.reading.labels import read_label

_KIND_OF = {
    "number": {"label"}, "deadline": {"time"}, "leads": {"body", "words"}, "coordinators": {"body", "words"},
    "target": {"figure", "label"}, "baseline": {"figure", "label"}, "title": {"words", "body"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A table: where its heading begins, its heads, and where each row or title begins behind them."""

    start: int
    levels: Levels
    rows: tuple[tuple[int, int], ...]
    stop: int
    profile: Sequence[Counter[str]]


def levels_of(
    heads: Sequence[str], rows: Sequence[Sequence[str]], profile: Sequence[Counter[str]], knows: Judge
) -> Levels:
    """Return the heads of the columns, some of them below others where there are more words than columns."""
    width = len(rows[0])
    samples = [[row[column] for row in rows] for column in range(width)]
    best: tuple[float, Levels] = (float("-inf"), [])
    for levels in _ways(heads, width):
        columns = assign(levels, samples, knows)
        if columns is None:
            continue
        worth = sum(map(_suits, columns.roles, levels, profile)) - len(columns.by_cells)
        if worth > best[0]:
            best = (worth, levels)
    return best[1]


def _ways(heads: Sequence[str], width: int) -> Iterator[Levels]:
    """Yield what the columns may be: where there are more words than columns, the last stand below others."""
    plain: Levels = [(text,) for text in heads]
    if len(heads) == width:
        yield plain
        return
    yield from (levels for levels in ways(heads, width) if len(levels) == width)
    if len(heads) == width + 1:
        for count in range(2, len(heads) - 2):
            for place in range(1, len(heads) - count):
                below = [(heads[place], text) for text in heads[-count:]]
                yield [*plain[:place], *below, *plain[place + 1 : -count]]


def _suits(role: str, levels: Sequence[str], column: Counter[str]) -> int:
    """Return what speaks for a column so headed: words that fit the kind of its cells, and a known role."""
    kind = max(shares_of(column).items(), key=lambda item: item[1], default=("", 0))[0]
    said = [sense[0].roles[0] for text in (levels[-1], levels[0]) if (sense := senses(text))]
    if not said:
        return 0
    known = int(role not in {"other", "note"}) + (len(levels) > 1 and len(said) > 1 and said[0] == said[1])
    wanted = _KIND_OF.get(said[0])
    if wanted is None or not kind:
        return known
    return known + (3 if kind in wanted else -3)


def grid_of(cells: Sequence[Block], found: Found, table: int, kinds: Kinds) -> Iterator[Block]:
    """Yield the cells of a table; a paragraph that belongs to no row fills one."""
    width, deep = len(found.levels), max(map(len, found.levels))
    for level in range(deep):
        for column, words in enumerate(found.levels, start=1):
            text = words[min(level, len(words) - 1)]
            merged = column if len(words) < deep else 0
            yield Block(text, cells[found.start].line, 0, table, level + 1, column, merged)
    rows: list[tuple[Sequence[Block], bool]] = []
    group: list[Block] = []
    for a, b in found.rows:
        if b - a == 1:
            group.append(cells[a])
            continue
        rows += [(title, True) for title in _titles(group, width)]
        rows.append((_row(cells[a:b], found.profile, kinds), False))
        group = []
    for number, (row, spread) in enumerate(rows, start=deep + 1):
        for column, block in enumerate(row, start=1):
            merged = width + number if spread else 0
            yield block._replace(table=table, row=number, col=column, merged=merged)


def _row(blocks: Sequence[Block], profile: Sequence[Counter[str]], kinds: Kinds) -> list[Block]:
    """Return the cells of a row; of several paragraphs in one cell the lines of one."""
    shares = [shares_of(column) for column in profile]
    if len(blocks) == len(profile):
        return list(blocks)
    texts = max(
        joined([block.text for block in blocks], len(profile)), key=lambda row: fit_of(row, shares, kinds)
    )
    return [blocks[0]._replace(text=text) for text in texts]


def _titles(group: Sequence[Block], width: int) -> list[list[Block]]:
    """Return rows for the paragraphs between two rows: a label goes with the words behind it."""
    rows: list[list[Block]] = []
    label: Block | None = None
    for block in group:
        if label is None and read_label(block.text):
            label = block
            continue
        text = f"{label.text.rstrip(' .')}. {block.text}" if label else block.text
        rows.append([block._replace(text=text)] * width)
        label = None
    return rows
