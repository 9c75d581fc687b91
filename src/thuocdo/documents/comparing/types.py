"""What comparing two documents yields: findings that say what stands where, never who is wrong."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Side = Literal["a", "b"]
Element = Literal["aim", "clause", "task", "document"]
Certainty = Literal["certain", "likely", "candidate"]


class Kind(StrEnum):
    """What was found, in the order in which it is shown."""

    AIM_DIFFERS = "aim_differs"
    AIM_WITHOUT_INDICATOR = "aim_without_indicator"
    FIGURE_WITHOUT_INDICATOR = "figure_without_indicator"
    INDICATOR_WITHOUT_AIM = "indicator_without_aim"
    CLAUSE_WITHOUT_TASK = "clause_without_task"
    TASK_WITHOUT_TASK = "task_without_task"
    TASK_DIFFERS = "task_differs"
    TWO_DEADLINES = "two_deadlines"
    LEAD_GONE = "lead_gone"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in which document, what it is, its code and the words there."""

    side: Side
    element: Element
    code: str
    words: str = ""
    horizon: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not the same in both places; None where nothing is printed."""

    field: str
    first: str | None
    second: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a reader must look at.

    `second` is the counterpart, or, where none was found, the nearest there is (None when nothing
    comes near). `score` from 0 to 1 says how alike the words of the two places are; None where no
    words were compared. `certain` follows from codes, numbers and days alone, `likely` also from
    words, `candidate` asks a reader. `within` names the document in which both places stand; None
    for what lies between the two documents.
    """

    kind: Kind
    certainty: Certainty
    first: Place
    second: Place | None = None
    score: float | None = None
    differences: tuple[Difference, ...] = ()
    within: Side | None = None
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All findings by kind, in each kind those between the two documents first, then within each.

    `words_compared` is false where the documents are in two languages, so that only figures, codes
    and days could be compared. `told_apart` counts the clauses of both documents that assign
    nothing (views, aims) or say who organises the work.
    """

    as_of: dt.date
    findings: tuple[Finding, ...]
    words_compared: bool = True
    told_apart: int = 0

    def counts(self) -> Mapping[Kind, int]:
        """Return how many findings of each kind there are, also those that are none."""
        return {kind: sum(finding.kind is kind for finding in self.findings) for kind in Kind}


@dataclass(frozen=True, slots=True)
class Ended:
    """A body that no longer exists on the day of comparison, and who has its duties ("" for nobody)."""

    last_day: dt.date
    successor_vi: str = ""
    successor_en: str = ""


EndedBody = Callable[[str, dt.date | None], Ended | None]
"""Answers for a name in a document of that day; None where the body exists or is not known."""
