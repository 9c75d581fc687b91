"""A draft under review: its cells with their doubts, what people decide about them, and where they stand."""

import dataclasses
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from thuocdo.documents.types import DraftDeadline, DraftProgramme, DraftTarget, Remark

WHOLE = "row"
"""The field that stands for a row as a whole: whether it belongs to the programme."""

PLACE = "place"
"""The kind of a row that is none: a place that a remark names."""

DROPPABLE = frozenset({"theme", "task", "indicator"})
"""Kinds of rows that a person may drop."""

Key = tuple[str, str]
"""(where, field), the name of a cell; `where` never changes, whatever is edited."""


class Verdict(StrEnum):
    """What a person says about a cell, or takes back.

    ADD and DROP are about a row as a whole. UNDO takes back the person's last step that still counts.
    RELEASE frees the place of the reviewer whose log-in name is the step's value.
    """

    ACCEPT = "accept"
    EDIT = "edit"
    BLANK = "blank"
    ADD = "add"
    DROP = "drop"
    UNDO = "undo"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a reviewer did; steps are only ever added."""

    by: str
    verdict: Verdict
    where: str = ""
    field: str = ""
    value: str = ""
    at: datetime | None = None

    @property
    def key(self) -> Key:
        """Return the cell that it is about."""
        return self.where, self.field


@dataclass(frozen=True, slots=True)
class NewRow:
    """What the value of an ADD step holds: a row that the reading missed, and the row that it follows."""

    kind: Literal["task", "indicator"]
    code: str
    title: str
    after: str = ""
    horizon: int | None = None
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the words of the document ("" for a blank) and our reading of them.

    `doubts` need a person's word; `notes` only tell something.
    """

    where: str
    field: str
    printed: str
    names: tuple[str, ...] = ()
    deadline: DraftDeadline | None = None
    targets: tuple[DraftTarget, ...] = ()
    doubts: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()

    @property
    def key(self) -> Key:
        """Return the name of the cell."""
        return self.where, self.field


@dataclass(frozen=True, slots=True)
class Row:
    """A task, an indicator for one horizon, a theme, a clause or the head of the document.

    `first` is the index of the passage where it stands, None when its place is unknown or it was added.
    """

    where: str
    kind: str
    code: str
    cells: tuple[Cell, ...]
    horizon: int | None = None
    confidence: float = 1.0
    first: int | None = None

    @property
    def title(self) -> str:
        """Return the words that name it."""
        return next((cell.printed for cell in self.cells if cell.field == "title"), "")

    def cell(self, field: str) -> Cell | None:
        """Return a cell by its field."""
        return next((cell for cell in self.cells if cell.field == field), None)


class Why(StrEnum):
    """Why a cell waits for a person."""

    DOUBT = "doubt"
    TOUCHED = "touched"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands with a draft.

    `mine` and `theirs` are the decisions that count; `theirs` is shown only on cells that the person
    has decided too. `open` keeps the order of the rows; `total` counts every cell that needs this
    person's word, decided or not.
    """

    person: str
    partner: str
    mine: dict[Key, Step]
    theirs: dict[Key, Step]
    open: dict[Key, Why]
    total: int

    @property
    def decided(self) -> int:
        """Return how many of the cells that need a word have one that nobody contradicts."""
        return self.total - len(self.open)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a table row of the source, as the page beside the rows shows it."""

    text: str
    line: int = 0
    page: int = 0
    table: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class DraftHead:
    """A draft in a list: who sent it and how far it is.

    `version` is the number of the adopted version, 0 as long as there is none.
    """

    id: int
    slug: str
    amends: bool
    partial: bool
    number: str
    file_name: str
    sha256: str
    sent_by: str
    sent_at: datetime
    finished: tuple[str, ...] = ()
    version: int = 0
    effective_on: date | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A draft with everything that its review holds."""

    head: DraftHead
    draft: DraftProgramme
    passages: tuple[Passage, ...] = ()
    steps: tuple[Step, ...] = dataclasses.field(default_factory=tuple)
