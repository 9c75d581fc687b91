"""Where the cells of a row end: the border is where the words fit their columns best."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.bodies import names_body
from thuocdo.documents.reading.columns import Columns, Role
from thuocdo.documents.reading.deadlines import is_deadline
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.names import read_cell
from thuocdo.documents.reading.parts import HIDDEN
from thuocdo.documents.reading.rows import Row
from thuocdo.documents.reading.targets import is_figure

# What one paragraph more in the same cell costs: titles run on, names and times hardly ever.
_JOIN: dict[Role, float] = {
    "title": 0.05,
    "unit": 1.0,
    "target": 0.5,
    "leads": 0.5,
    "coordinators": 0.5,
    "output": 0.3,
    "deadline": 2.5,
}
_JOIN_OTHER = 0.3
_OWNERS = frozenset({"leads", "coordinators"})
_SEVERAL = 2
_LISTED = re.compile(r"\(\d\)|[-+•*–] ")
_OF_MANY_LINES = _OWNERS | {"title"}
_OF_ONE_LINE = frozenset({"status", "serves", "unit", "theme"})
_FITS, _CLASHES = 3.0, -3.0
_MISPLACED = -2.0
_EMPTY: dict[Role, float] = {"title": -4.0, "leads": -1.0}
_CLOSE = 0.3
_KEPT = 3
_MISSING_CELL = -1.5
_LONGEST_ROW = 200
_SHORT = 300


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row in the order of the columns, and what is doubtful about their borders."""

    texts: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to cut the paragraphs: how well it fits, and the cell of each paragraph."""

    score: float
    cells: tuple[int, ...]


def unlike_lines(texts: Sequence[str], roles: Sequence[Role], directory: Directory) -> bool:
    """Say whether a cell holds lines of two kinds, as a body below an output: a border may be wrong."""
    for role, text in zip(roles, texts, strict=False):
        lines = [line for line in text.split("\n") if line]
        if len(lines) < _SEVERAL or role in _OF_MANY_LINES:
            continue
        if role in _OF_ONE_LINE or any(names_bodies(line, directory) for line in lines):
            return True
    return False


def names_bodies(line: str, directory: Directory) -> bool:
    """Say whether a line looks like the name of a body or an entry of a list of them."""
    return (
        directory.knows(line)
        or names_body(line)
        or read_cell(line).starts_name(0)
        or bool(_LISTED.match(line))
    )


class Cutter:
    """Cuts the rows of one table; what clear rows hold decides between equal ways in others."""

    def __init__(self, columns: Columns, directory: Directory) -> None:
        self._roles = columns.roles[1:]
        self._directory = directory
        self._fit: dict[tuple[Role, str], float] = {}

    def cut(self, rows: Sequence[Row]) -> list[Cells]:
        """Return the cells of every row."""
        width = len(self._roles)
        ways: list[list[_Way]] = []
        for row in rows:
            clear = len(row.paragraphs) == width and not row.last
            ways.append([] if clear else self._ways(row.paragraphs[:_LONGEST_ROW], last=row.last))
        seen: Counter[tuple[int, str]] = Counter()
        for row, found in zip(rows, ways, strict=True):
            if not found:
                seen.update(enumerate(row.paragraphs))
            elif not _rivals(found):
                seen.update(enumerate(self._texts(row, found[0])))
        return [self._cells(row, found, seen) for row, found in zip(rows, ways, strict=True)]

    def _cells(self, row: Row, ways: list[_Way], seen: Counter[tuple[int, str]]) -> Cells:
        if not ways:
            return Cells(row.paragraphs)
        rivals = [ways[0], *_rivals(ways)]
        texts = [self._texts(row, way) for way in rivals]
        # Among equal ways the one whose cells stand so in other rows of the table, then the first.
        weight = [sum(cell in seen for cell in enumerate(cells)) for cells in texts]
        best = weight.index(max(weight))
        doubts = self._paragraph_doubts(row, rivals[best])
        if len(rivals) > 1:
            doubts += self._border_doubts(texts[best], texts[0 if best else 1])
        if len(set(rivals[best].cells)) < len(self._roles):
            doubts.append(Doubt("cells_missing"))
        dealt = zip(row.paragraphs, rivals[best].cells, strict=False)
        misfit = any(text and self._fits(self._roles[cell], text) < 0 for text, cell in dealt)
        if misfit or len(row.paragraphs) > _LONGEST_ROW:
            doubts.append(Doubt("cells_unclear"))
        return Cells(texts[best], tuple(doubts))

    def _border_doubts(self, read: Sequence[str], other: Sequence[str]) -> list[Doubt]:
        changed = [place for place, text in enumerate(read) if text != other[place]]
        shown = {
            "read": _shown(read[place] for place in changed),
            "other": _shown(other[place] for place in changed),
        }
        return [Doubt("border_doubtful", self._roles[place], shown) for place in changed[:1]]

    def _paragraph_doubts(self, row: Row, way: _Way) -> list[Doubt]:
        doubts = []
        for place, role in enumerate(self._roles):
            lines = [text for text, cell in zip(row.paragraphs, way.cells, strict=False) if cell == place]
            loose = any(not above.endswith((",", ";")) for above, _below in pairwise(lines))
            if role in _OWNERS and len(lines) > 1 and loose:
                doubts.append(Doubt("paragraphs_in_cell", role, {"count": str(len(lines))}))
        return doubts

    def _texts(self, row: Row, way: _Way) -> tuple[str, ...]:
        lines: list[list[str]] = [[] for _role in self._roles]
        for text, cell in zip(row.paragraphs, way.cells, strict=False):
            lines[cell].append(text)
        return tuple("\n".join(found) for found in lines)

    def _ways(self, paragraphs: Sequence[str], *, last: bool) -> list[_Way]:
        """Return the best ways to cut, best first; the last row may end before other text.

        Paragraphs are dealt to the columns in order. `open_` holds, for each column, the best
        ways in which the paragraph just dealt went to it.
        """
        width = len(self._roles)
        short = len(paragraphs) < width
        open_: list[list[_Way]] = [[] for _role in self._roles]
        ended: list[_Way] = []
        for place, text in enumerate(paragraphs):
            following: list[list[_Way]] = []
            for cell, role in enumerate(self._roles):
                fit = self._fits(role, text)
                candidates = [
                    _Way(way.score + fit - _JOIN.get(role, _JOIN_OTHER), (*way.cells, cell))
                    for way in open_[cell]
                    if _joins(paragraphs[place - 1], text)
                ]
                candidates += self._entering(place, cell, fit, open_, short=short)
                following.append(_best(candidates))
            open_ = following
            if (last and place + 1 >= width) or not any(paragraphs[place + 1 :]):
                ended += open_[-1]
        if short or not ended:
            ended += [
                _Way(way.score + _MISSING_CELL * (width - 1 - cell), way.cells)
                for cell, found in enumerate(open_)
                for way in found
            ]
        return _best(ended) or [_Way(0, ())]

    @staticmethod
    def _entering(place: int, cell: int, fit: float, open_: list[list[_Way]], *, short: bool) -> list[_Way]:
        """Return the ways in which the paragraph opens a cell; a short row may leave cells out."""
        if place == 0:
            return [_Way(fit + _MISSING_CELL * cell, (cell,))] if cell == 0 or short else []
        before = range(cell) if short else range(max(cell - 1, 0), cell)
        return [
            _Way(way.score + fit + _MISSING_CELL * (cell - 1 - earlier), (*way.cells, cell))
            for earlier in before
            for way in open_[earlier]
        ]

    def _fits(self, role: Role, text: str) -> float:
        key = role, text
        if key not in self._fit:
            self._fit[key] = self._measure(role, text)
        return self._fit[key]

    def _measure(self, role: Role, text: str) -> float:
        if text == HIDDEN:
            return 0.0
        if text in {"", "-"}:
            return _EMPTY.get(role, 0.0)
        if role in _OWNERS:
            return _FITS if self._directory.knows(text) else _CLASHES
        if role == "deadline":
            return _FITS if is_deadline(text) else _CLASHES
        if role == "target" and is_figure(text):
            return _FITS / 2
        misplaced = len(text) <= _SHORT and (self._directory.knows(text) or is_deadline(text))
        return _MISPLACED if misplaced else 0.0


def _joins(above: str, text: str) -> bool:
    """Say whether two paragraphs can stand in one cell; an empty paragraph is a cell of its own."""
    return above not in {"", "-"} and text not in {"", "-"}


def _best(ways: list[_Way]) -> list[_Way]:
    """Return the best ways; among equal ones the earlier cell is the longer one."""
    return sorted(ways, key=lambda way: (-way.score, len(way.cells), way.cells))[:_KEPT]


def _rivals(ways: list[_Way]) -> list[_Way]:
    best = ways[0]
    return [way for way in ways[1:] if best.score - way.score < _CLOSE and len(way.cells) == len(best.cells)]


def _shown(texts: Iterable[str]) -> str:
    return " | ".join(text.replace("\n", " / ").replace(HIDDEN, "[…]") or "—" for text in texts)
