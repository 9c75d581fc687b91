"""Tables with lines between their rows only: the columns are told by where the words stand."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from thuocdo.documents.bands import segments
from thuocdo.documents.flow import Line, lines_of
from thuocdo.documents.letters import Word
from thuocdo.documents.pdfium import Sheet
from thuocdo.documents.reading.columns import heads_columns, is_number_head
from thuocdo.documents.reading.yearparts import part_of_year
from thuocdo.documents.ruled import RuledTable, Stroke

_SAME = 4.0
_SPACE = 0.4  # times the height of a line; words of one cell stand nearer
_FEWEST = 3
_ALLEY = 2.0  # points that two columns stand apart at least
_TEXT = 0.15  # share of a word's height; a line further up in it underlines the word
_HEAD_BANDS = 3
_EDGE = 2.0  # times the height of a line
_APART = 1.2  # times the height of a line; a line above a row stands further off
_TIGHT = 0.6  # times the height of a line; lines of one heading stand no further apart
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b20\d\d\b")
_NUMBER = re.compile(r"\(?(?:\d|[IVX]+[.)]?$|[A-Za-z][.)]$)")
Span = tuple[float, float]


@dataclass(slots=True)
class _Band:
    """What stands between two lines."""

    top: float
    bottom: float
    lines: list[Line] = field(default_factory=list)
    cells: list[Span] = field(default_factory=list)
    is_head: bool = False
    is_numbered: bool = False

    def read(self, words: Sequence[Word]) -> None:
        self.lines = lines_of(words)
        parts = [part for line in self.lines for part in segments(line, _SPACE)]
        self.cells = _merged((part.x0, part.x1) for part in parts)
        texts = [
            " ".join(part.text() for part in parts if start <= part.x0 <= end) for start, end in self.cells
        ]
        self.is_numbered = any(map(is_number_head, texts))
        self.is_head = heads_columns(texts) and (self.is_numbered or not any(map(_has_figure, texts)))

    def text(self) -> str:
        return " ".join(line.text() for line in self.lines)

    def rows(self, left: float) -> int:
        """Return how many lines begin with the number of a row at the left end."""
        firsts = (line.words[0] for line in self.lines)
        return sum(word.x0 < left + _EDGE * word.height and bool(_NUMBER.match(word.text)) for word in firsts)

    def is_row_below(self, head: "_Band") -> bool:
        """Say whether words that could head columns stand just where those of the heading above do."""
        if self.is_numbered or not head.is_head or self.text() == head.text():
            return False
        return all(
            any(abs(start - above) < _SAME for above, _end in head.cells) for start, _end in self.cells
        )

    def is_section(self, borders: Sequence[float]) -> bool:
        """Say whether only words at the left end stand here, and more than the number of a row."""
        if len(self.cells) != 1 or self.cells[0][0] > borders[0]:
            return False
        return len(self.lines[0].words) > 1 or self.cells[0][1] > borders[0]

    def crosses(self, x: float) -> bool:
        """Say whether words run across a place, without more than a space there."""
        for line in self.lines:
            before = max((word.x1 for word in line.words if word.x0 < x), default=None)
            after = min((word.x0 for word in line.words if word.x0 >= x), default=None)
            if before is None:
                continue
            near = after is not None and after - before < _SPACE * line.main.height
            if before > x or near:
                return True
        return False


@dataclass(slots=True)
class _Stack:
    """Lines below each other on a page, with the words between them; an open one lacks the first line."""

    left: float
    right: float
    rules: list[Stroke]
    bands: list[_Band]
    is_open: bool = False

    def continues(self, chain: Sequence["_Stack"]) -> bool:
        """Say whether this is what the next page shows of the table."""
        first = chain[0]
        same = abs(first.left - self.left) < _SAME and abs(first.right - self.right) < _SAME
        return same and (not self.bands[0].is_head or self.bands[0].text() == first.bands[0].text())

    def close(self) -> None:
        """Leave out what stands above the first line, but for a heading."""
        if self.is_open and not self.bands[0].is_head:
            del self.bands[0]

    def has_head(self) -> bool:
        """Say whether it begins with words for columns."""
        return any(band.is_head for band in self.bands[:2])


def lined_tables(pages: Sequence[tuple[Sheet, Sequence[Stroke]]]) -> list[list[RuledTable]]:
    """Return for each page its tables that have a known heading, or go on from the page before."""
    found: list[list[RuledTable]] = [[] for _page in pages]
    for chain in _chains(pages):
        borders = _borders([stack for _page, stack in chain])
        bands = [band for _page, stack in chain for band in stack.bands]
        most = max(band.rows(chain[0][1].left) for band in bands)
        full = sum(len(band.cells) >= _FEWEST for band in bands)
        # Several rows between two lines: only the heading has lines.
        if len(borders) + 1 >= _FEWEST and (most == 1 or (not most and full >= _FEWEST)):
            for number, stack in chain:
                found[number].append(_table(stack, borders))
    return found


def _chains(pages: Sequence[tuple[Sheet, Sequence[Stroke]]]) -> list[list[tuple[int, _Stack]]]:
    """Return the tables, each as what its pages show."""
    chains: list[list[tuple[int, _Stack]]] = []
    for number, (sheet, strokes) in enumerate(pages):
        for place, stack in enumerate(_stacks(sheet, strokes)):
            last = chains[-1] if chains and not place else []
            if last and last[-1][0] == number - 1 and stack.continues([part for _page, part in last]):
                last.append((number, stack))
                continue
            stack.close()
            if stack.has_head():
                chains.append([(number, stack)])
    return chains


def _stacks(sheet: Sheet, strokes: Sequence[Stroke]) -> Iterator[_Stack]:
    """Yield the stacks of a page; another heading begins another one."""
    runs: list[list[list[Stroke]]] = []
    for rule in _rules(sheet, strokes):
        start, end = _width(rule)
        left, right = _width(runs[-1][0]) if runs else (start, end)
        if runs and start > left - _SAME and end < right + _SAME:
            runs[-1].append(rule)
        else:
            runs.append([rule])
    for place, run in enumerate(runs):
        head = _head_above(sheet, run[0])
        top = head if head is not None or place else _text_above(sheet, run[0])
        yield from _parted(sheet, run, top)


def _text_above(sheet: Sheet, rule: list[Stroke]) -> float | None:
    """Return where the row begins that ends with the first line of a page."""
    top = rule[0].at
    for line in reversed(lines_of(_words_above(sheet, rule))):
        if top - line.main.y1 > _APART * line.main.height:
            break
        top = min(word.y0 for word in line.words)
    return top if top < rule[0].at else None


def _head_above(sheet: Sheet, rule: list[Stroke]) -> float | None:
    """Return where a heading begins that has a line below it only, None where no such words stand there."""
    found, top = None, rule[0].at
    words: list[Word] = []
    for line in reversed(lines_of(_words_above(sheet, rule))):
        near = _TIGHT if words else _APART
        if top - line.main.y1 > near * line.main.height:
            break
        words += line.words
        top = min(word.y0 for word in line.words)
        band = _Band(top, rule[0].at)
        band.read(words)
        found = top if band.is_head else found
    return found


def _words_above(sheet: Sheet, rule: list[Stroke]) -> list[Word]:
    left, right = _width(rule)
    return [word for word in sheet.words if word.y1 < rule[0].at + 1 and left <= word.x0 and word.x1 <= right]


def _rules(sheet: Sheet, strokes: Sequence[Stroke]) -> Iterator[list[Stroke]]:
    """Yield what runs across the page at one height, but for what underlines words."""
    kept = [stroke for stroke in strokes if not any(_underlines(stroke, word) for word in sheet.words)]
    rule: list[Stroke] = []
    for stroke in sorted(kept, key=lambda stroke: stroke.at):
        if rule and stroke.at - rule[0].at > _SAME:
            yield sorted(rule, key=lambda part: part.start)
            rule = []
        rule.append(stroke)
    if rule:
        yield sorted(rule, key=lambda part: part.start)


def _underlines(stroke: Stroke, word: Word) -> bool:
    inside = word.y0 < stroke.at < word.y1 - _TEXT * word.height
    return inside and stroke.start < word.x1 and word.x0 < stroke.end


def _width(rule: Sequence[Stroke]) -> Span:
    return rule[0].start, max(part.end for part in rule)


def _parted(sheet: Sheet, run: Sequence[list[Stroke]], top: float | None) -> Iterator[_Stack]:
    """Yield the stacks that follow each other; `top` is where words above the first line begin."""
    left, right = _width(run[0])
    places = [sum(part.at for part in rule) / len(rule) for rule in run]
    places = places if top is None else [top, *places]
    bands = [_Band(*between) for between in pairwise(places)]
    words: list[list[Word]] = [[] for _band in bands]
    for word in sheet.words:
        across, down = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        place = bisect_right(places, down) - 1
        if left <= across <= right and 0 <= place < len(bands):
            words[place].append(word)
    for band, held in zip(bands, words, strict=True):
        band.read(held)
    first = int(top is not None)
    heads = (
        place
        for place, band in enumerate(bands)
        if place > first + 1 and band.is_head and not band.is_row_below(bands[0])
    )
    for start, stop in pairwise([0, *heads, len(bands)]):
        last = stop
        while start < last < len(bands) and len(bands[last - 1].cells) <= 1:
            last -= 1
        if last > start:
            rules = [stroke for rule in run[max(start - first, 0) : last + 1 - first] for stroke in rule]
            yield _Stack(left, right, rules, bands[start:last], is_open=start < first)


def _borders(stacks: Sequence[_Stack]) -> list[float]:
    """Return where columns part: they reach as far as the words below and in the heading do."""
    bands = [band for stack in stacks for band in stack.bands]
    columns = _merged(_head_cells(bands, stacks[0].left))
    alone: list[Span] = []
    for start, end in (cell for band in bands if len(band.cells) >= _FEWEST for cell in band.cells):
        met = [place for place, column in enumerate(columns) if _overlap(column, (start, end))]
        if len(met) == 1:
            column = columns[met[0]]
            columns[met[0]] = (min(column[0], start), max(column[1], end))
        elif not met:
            alone.append((start, end))
    columns += (
        cell
        for cell in _merged(alone)
        if sum(_overlap(cell, other) for other in alone) > 1
        and not any(_overlap(cell, column) for column in columns)
    )
    columns.sort()
    padding = max(columns[0][0] - stacks[0].left, 0) if columns else 0
    return [
        max(after[0] - padding, min(before[1] + 1, (before[1] + after[0]) / 2))
        for before, after in pairwise(columns)
    ]


def _head_cells(bands: Sequence[_Band], left: float) -> Iterator[Span]:
    """Yield where the words of the heading stand, but for those over several columns."""
    heads: list[list[Span]] = []
    for band in bands[:_HEAD_BANDS]:
        if band.rows(left):
            break
        heads.append(band.cells)
    for cells in heads:
        others = [other for other in heads if other is not cells]
        yield from (
            cell
            for cell in cells
            if all(sum(_overlap(cell, below) for below in other) <= 1 for other in others)
        )


def _has_figure(text: str) -> bool:
    """Say whether a figure stands in words that could head a column: a year or a quarter is none."""
    return bool(_DIGIT.search(_YEAR.sub("", text))) and part_of_year(text) is None


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _merged(spans: Iterator[Span] | Sequence[Span]) -> list[Span]:
    """Join the stretches that overlap or nearly touch."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1] + _ALLEY:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _table(stack: _Stack, borders: Sequence[float]) -> RuledTable:
    """Return the table with its borders drawn, but for those that words run across."""
    down = [
        Stroke(x, band.top, band.bottom)
        for band in stack.bands
        if not band.is_section(borders)
        for x in borders
        if not band.crosses(x)
    ]
    ys = [stack.bands[0].top, *(band.bottom for band in stack.bands)]
    return RuledTable(stack.rules, down, [stack.left, *borders, stack.right], ys, guessed=True)
