"""Tables by their drawn lines: lines that touch make a grid, and cells without a line between are one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from thuocdo.documents.pdfium import Ruling

_SAME = 3.5  # points; closer lines are one line, such as a double border
_TOUCHES = 2.5
_SHORTEST = 6.0
_DRAWN = 0.6  # share of a border that has to be drawn
_OPEN = 8.0  # a table whose sides are not drawn goes on so far beyond its last line
_FEWEST_ROWS = 3
MAX_CROSSINGS = 4_000_000


class Stroke(NamedTuple):
    """A line along one axis: its place on the other one, and where it runs from and to."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class RuledTable:
    """Lines that touch each other: columns and rows by their borders, from the left and from above.

    `guessed` says that the borders between columns are not drawn.
    """

    across: list[Stroke]
    down: list[Stroke]
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    guessed: bool = False

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies within."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def area(self) -> float:
        """Return how much of the page it takes."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def cells(self, xs: Sequence[float]) -> list[list[int]]:
        """Return for each row the number of the cell in each column; one cell may take several places."""
        width, height = len(xs) - 1, len(self.ys) - 1
        cells = _Joined(width * height)
        for row in range(height):
            for col in range(width):
                here = row * width + col
                sides = (self.ys[row], self.ys[row + 1])
                if col + 1 < width and not _is_drawn(self.down, xs[col + 1], *sides):
                    cells.join(here, here + 1)
                sides = (xs[col], xs[col + 1])
                if row + 1 < height and not _is_drawn(self.across, self.ys[row + 1], *sides):
                    cells.join(here, here + width)
        return [[cells.first(row * width + col) for col in range(width)] for row in range(height)]


class _Joined:
    """Numbers that are joined into groups, each named by its smallest."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def first(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = number = self._above[self._above[number]]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low


def ruled_tables(rulings: Sequence[Ruling]) -> tuple[list[RuledTable], list[Stroke]] | None:
    """Return the tables of a page and the lines across it that no other meets.

    None when it has more lines than any table.
    """
    across = _strokes((line.y0 + line.y1, line.x0, line.x1) for line in rulings if _runs_across(line))
    down = _strokes((line.x0 + line.x1, line.y0, line.y1) for line in rulings if _runs_down(line))
    if len(across) * len(down) > MAX_CROSSINGS:
        return None
    groups = _Joined(len(across) + len(down))
    for one, flat in enumerate(across):
        for other, upright in enumerate(down, start=len(across)):
            if _meet(flat, upright):
                groups.join(one, other)
    found: dict[int, RuledTable] = {}
    for number, flat in enumerate(across):
        found.setdefault(groups.first(number), RuledTable([], [])).across.append(flat)
    for number, upright in enumerate(down, start=len(across)):
        found.setdefault(groups.first(number), RuledTable([], [])).down.append(upright)
    tables = [table for table in found.values() if table.across and table.down]
    loose = [stroke for table in found.values() if not table.down for stroke in table.across]
    for table in tables:
        table.xs = _places(table.down, table.across)
        table.ys = _places(table.across, table.down)
    whole = _side_by_side(tables)
    return [table for table in whole if (len(table.xs) - 1) * (len(table.ys) - 1) > 1], loose


def _side_by_side(tables: Iterable[RuledTable]) -> list[RuledTable]:
    """Join what a cell that runs from the page before to the next one parts: rows beside each other."""
    found: list[RuledTable] = []
    for table in sorted(tables, key=lambda table: table.xs[0]):
        left = next(
            (other for other in found if other.xs[-1] < table.xs[0] and _same_rows(other, table)), None
        )
        if left is None:
            found.append(table)
            continue
        left.across += table.across
        left.down += table.down
        left.xs = _places(left.down, left.across)
        left.ys = _places(left.across, left.down)
    return found


def _same_rows(one: RuledTable, other: RuledTable) -> bool:
    few, many = sorted((one.ys, other.ys), key=len)
    return (
        len(few) >= _FEWEST_ROWS
        and abs(few[0] - many[0]) <= _SAME
        and abs(few[-1] - many[-1]) <= _SAME
        and all(any(abs(y - place) <= _SAME for place in many) for y in few)
    )


def clustered(places: Iterable[float]) -> list[float]:
    """Return each place once; those that lie close together count as one."""
    found: list[list[float]] = []
    for place in sorted(places):
        if found and place - found[-1][0] <= _SAME:
            found[-1].append(place)
        else:
            found.append([place])
    return [sum(group) / len(group) for group in found]


def _runs_across(line: Ruling) -> bool:
    return line.y1 - line.y0 <= max(line.x1 - line.x0, 1.5)


def _runs_down(line: Ruling) -> bool:
    return line.x1 - line.x0 <= max(line.y1 - line.y0, 1.5)


def _strokes(lines: Iterable[tuple[float, float, float]]) -> list[Stroke]:
    """Join what lies on one line and touches; `lines` give twice their place, start and end."""
    groups: list[list[tuple[float, float, float]]] = []
    for twice, start, end in sorted(lines):
        if groups and twice / 2 - groups[-1][0][0] <= _SAME:
            groups[-1].append((twice / 2, start, end))
        else:
            groups.append([(twice / 2, start, end)])
    strokes: list[Stroke] = []
    for group in groups:
        made: list[list[float]] = []
        for at, start, end in sorted(group, key=lambda line: line[1]):
            if made and start <= made[-1][1] + _SAME:
                made[-1][1] = max(made[-1][1], end)
                made[-1].append(at)
            else:
                made.append([start, end, at])
        strokes += (
            Stroke(sum(places) / len(places), start, end)
            for start, end, *places in made
            if end - start >= _SHORTEST
        )
    return strokes


def _meet(flat: Stroke, upright: Stroke) -> bool:
    return (
        flat.start - _TOUCHES <= upright.at <= flat.end + _TOUCHES
        and upright.start - _TOUCHES <= flat.at <= upright.end + _TOUCHES
    )


def _places(lines: Sequence[Stroke], crossing: Sequence[Stroke]) -> list[float]:
    """Return the borders along one axis; a side that is not drawn lies where the crossing lines end."""
    places = clustered(line.at for line in lines)
    first, last = min(line.start for line in crossing), max(line.end for line in crossing)
    if first < places[0] - _OPEN:
        places.insert(0, first)
    if last > places[-1] + _OPEN:
        places.append(last)
    return places


def _is_drawn(lines: Sequence[Stroke], at: float, start: float, end: float) -> bool:
    covered = sum(
        max(0.0, min(line.end, end) - max(line.start, start)) for line in lines if abs(line.at - at) <= _SAME
    )
    return covered >= _DRAWN * (end - start)
