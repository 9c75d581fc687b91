"""How a column looks, whatever its heading says: how long, how different and of what kind its cells are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from thuocdo.documents.reading.contents import Contents
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.spelling import bare

_FEWEST = 3  # filled cells that say anything
_SAMPLE = 20  # cells that show whether a column names bodies
_LONGEST_NAMES = 300
_SHORT = 60
_BESIDE = 6  # words beside a figure
_WORD = re.compile(r"[^\W\d_]+")
_NOBODY = re.compile(r"\W*$|(?:khong|chua)\b|(?:none|nil|not|n/?a|no)\b(?! of)")
_BLANK = frozenset({"", "-"})
_LABELLED = re.compile(
    r"^(?:[^\W\d_][^\d:,;]{0,30}?)?\d{1,2}(?:\.\d{1,2})?\s*(?:[:.)]\s+|\s[-–—]\s+)(?=[^\W\d_]{2})"
)
"""The number of a section before its words: “Pillar 2: Clean rivers” holds no figure."""


@dataclass(frozen=True, slots=True)
class Look:
    """One column: its filled cells, and which share of them are times, bodies and figures.

    `rows` are all cells, so that those of several columns stand beside each other.
    """

    cells: Sequence[str]
    times: float
    bodies: float
    figures: float
    rows: Sequence[str] = ()

    @property
    def words(self) -> float:
        """Return how many words a cell has."""
        return sum(text.count(" ") + 1 for text in self.cells) / len(self.cells)

    @property
    def letters(self) -> float:
        """Return how long a cell is."""
        return sum(map(len, self.cells)) / len(self.cells)

    @property
    def distinct(self) -> float:
        """Return how many of the cells differ from all others."""
        return len(set(self.cells)) / len(self.cells)

    @property
    def runs(self) -> float:
        """Return how many stretches of like cells there are for each cell."""
        return (sum(above != below for above, below in pairwise(self.cells)) + 1) / len(self.cells)


def holds_figure(text: str) -> bool:
    """Say whether a short text holds a figure and hardly anything else, whatever the words beside it."""
    text = _LABELLED.sub("", text)
    if len(text) > _SHORT or not any(char.isdigit() for char in text) or is_only_time(text):
        return False
    return len(_WORD.findall(text)) <= _BESIDE


def look_at(contents: Contents, place: int) -> Look | None:
    """Return how a column looks, None where too few cells are filled."""
    cells = [text for text in contents.cells(place) if text not in _BLANK and not _NOBODY.match(bare(text))]
    if len(cells) < _FEWEST:
        return None

    def share(role: str) -> float:
        return contents.fit(place, role) or 0.0

    figures = sum(map(holds_figure, cells)) / len(cells)
    sample = cells[:_SAMPLE]
    bodies = sum(len(text) <= _LONGEST_NAMES and contents.is_body(text) for text in sample) / len(sample)
    return Look(cells, share("deadline"), bodies, figures, contents.cells(place))
