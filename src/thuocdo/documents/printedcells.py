"""The cells of a printed table: words between borders, paragraphs, and rows that the end of a page broke."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from thuocdo.documents.flow import (
    Frame,
    Line,
    continues,
    grouped,
    holds_list,
    lines_of,
    parted,
    usual_pitch,
)
from thuocdo.documents.layout import MAX_COLUMNS, Cell, Grid
from thuocdo.documents.letters import Word
from thuocdo.documents.named import Bodies, names_bodies
from thuocdo.documents.reading.columns import Judge, heads_columns
from thuocdo.documents.ruled import RuledTable, clustered

MARGIN = 1.5
_HEAD_ROWS = 4
_LAST_HEAD = 5  # rows above it may hold a title


@dataclass(slots=True)
class Part:
    """What one page shows of a table: its lines, the words within, and tables within its cells."""

    page: int
    table: RuledTable
    words: list[Word] = field(default_factory=list)
    within: list["Part"] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """A cell with the lines that it holds and the columns that it covers."""

    cell: Cell
    first: int
    last: int
    down: int = 1
    lines: list[Line] = field(default_factory=list)
    groups: list[list[Line]] = field(default_factory=list)
    frame: Frame | None = None
    inner: list["PrintedTable"] = field(default_factory=list)

    def text(self) -> str:
        """Return its lines as one."""
        return " ".join(line.text() for line in self.lines)

    def runs_on(self, below: "_Place") -> bool:
        """Say whether the paragraph at its end goes on in a cell of the next page."""
        return self.frame is not None and continues(self.groups[-1], below.lines[0], self.frame)


class PrintedTable:
    """Makes the cells of a table out of what its pages show."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._xs = clustered(x for part in parts for x in part.table.xs)[: MAX_COLUMNS + 1]
        pages = [self._rows(part) for part in parts]
        self._frames(pages)
        self._table: list[list[_Place]] = []
        for page in pages:
            below = self._without_repeated_head(self._table, page)
            if self._table and below:
                self._mend_break(self._table, below)
            self._table += below

    def lists(self) -> Iterator[list[str]]:
        """Yield the lines of each paragraph in columns whose heading says that they name bodies."""
        columns = self._columns_of_bodies()
        for place in self._places():
            if place.first in columns:
                yield from ([line.text() for line in group] for group in place.groups)
            for inner in place.inner:
                yield from inner.lists()

    def grid(self, bodies: Bodies, knows: Judge) -> Grid:
        """Return the table."""
        columns = self._columns_of_bodies()
        for place in self._places():
            for group in place.groups:
                texts = [line.text() for line in group]
                found = bodies.parted(texts) if place.first in columns else parted(texts, knows)
                place.cell.items += filter(None, found)
            place.cell.items += (inner.grid(bodies, knows) for inner in place.inner)
        return Grid([[place.cell for place in row] for row in self._table])

    def _places(self) -> Iterable[_Place]:
        return {id(place): place for row in self._table for place in row}.values()

    def _columns_of_bodies(self) -> set[int]:
        """Return the columns headed so; the heading may have two levels."""
        for head, below in pairwise([*self._table[:_LAST_HEAD], []]):
            texts = [place.text() for place in head]
            if heads_columns(texts):
                levels = (
                    [head, below]
                    if any(one is other for one, other in zip(head, below, strict=False))
                    else [head]
                )
                columns = zip(*levels, strict=True)
                return {
                    number
                    for number, cells in enumerate(columns)
                    if names_bodies(cell.text() for cell in cells)
                }
        return set()

    def _rows(self, part: Part) -> list[list[_Place]]:
        numbers = part.table.cells(self._xs)
        places: dict[int, _Place] = {}
        for row in numbers:
            seen: set[int] = set()
            for col, number in enumerate(row):
                place = places.setdefault(number, _Place(Cell(page=part.page), col, col, 0))
                place.first, place.last = min(place.first, col), max(place.last, col)
                place.down += number not in seen
                seen.add(number)
        words: dict[int, list[Word]] = defaultdict(list)
        for word in part.words:
            words[self._number(part, numbers, *middle(word))].append(word)
        for number, found in words.items():
            places[number].lines = lines_of(found)
        for inner in part.within:
            table = inner.table
            place = places[self._number(part, numbers, table.xs[0] + MARGIN, table.ys[0] + MARGIN)]
            place.inner.append(PrintedTable([inner]))
        return [[places[number] for number in row] for row in numbers]

    def _number(self, part: Part, numbers: Sequence[Sequence[int]], x: float, y: float) -> int:
        row = min(max(bisect_right(part.table.ys, y) - 1, 0), len(numbers) - 1)
        return numbers[row][min(max(bisect_right(self._xs, x) - 1, 0), len(self._xs) - 2)]

    def _frames(self, pages: Sequence[Sequence[Sequence[_Place]]]) -> None:
        """Make paragraphs: a line may run as far as any line of its column, or as the border allows."""
        places = {id(place): place for page in pages for row in page for place in row}.values()
        lefts: dict[int, list[float]] = defaultdict(list)
        rights: dict[int, list[float]] = defaultdict(list)
        for place in places:
            lefts[place.first] += (line.x0 for line in place.lines)
            rights[place.last] += (line.x1 for line in place.lines)
        pitch = usual_pitch(place.lines for place in places)
        listed = {place.first for place in places if any(map(holds_list, place.lines))}
        for place in places:
            if place.lines:
                frame = self._frame(place, lefts, rights, pitch)
                place.frame = frame._replace(items=place.first not in listed)
                place.groups = grouped(place.lines, place.frame)

    def _frame(
        self,
        place: _Place,
        lefts: dict[int, list[float]],
        rights: dict[int, list[float]],
        pitch: dict[int, float],
    ) -> Frame:
        left = min(lefts[place.first])
        padding = max(left - self._xs[place.first], 0)
        border = self._xs[place.last + 1] - padding - MARGIN
        return Frame(left, max(border, *rights[place.last]), pitch)

    def _without_repeated_head(
        self, rows: Sequence[Sequence[_Place]], page: list[list[_Place]]
    ) -> list[list[_Place]]:
        """Return the rows of a page but those that repeat the first rows of the table."""
        same = 0
        for above, row in zip(rows[:_HEAD_ROWS], page, strict=False):
            if _words_of(above) != _words_of(row) or not any(_words_of(row)):
                break
            same += 1
        return page[same:]

    def _mend_break(self, rows: list[list[_Place]], below: list[list[_Place]]) -> None:
        """Join a row that the end of the page broke: its rest has no number and leaves cells empty."""
        above, rest = rows[-1], below[0]
        for col, (upper, lower) in enumerate(zip(above, rest, strict=True)):
            if (
                not lower.lines
                and upper.first == lower.first
                and max(upper.down, lower.down) > 1
                and upper.lines
            ):
                for row in below:
                    if row[col] is lower:
                        row[col] = upper
        if rest[0].lines or len({id(place) for place in rest}) == 1 or rest[0] is above[0]:
            return
        filled = [(upper, lower) for upper, lower in zip(above, rest, strict=True) if lower.lines]
        if not filled or not all(upper.lines for upper, _lower in filled):
            return
        whole = all(lower.lines for lower in rest[1:])
        if whole and not any(upper.runs_on(lower) for upper, lower in filled if upper is not lower):
            return
        for upper, lower in {id(pair[1]): pair for pair in filled if pair[0] is not pair[1]}.values():
            groups = list(lower.groups)
            if upper.runs_on(lower):
                upper.groups[-1] = [*upper.groups[-1], *groups.pop(0)]
            upper.groups = [*upper.groups, *groups]
            upper.inner += lower.inner
        del below[0]


def _words_of(row: Sequence[_Place]) -> list[str]:
    return [place.text() for place in row]


def middle(word: Word) -> tuple[float, float]:
    """Return the point that decides where a word stands."""
    return (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
