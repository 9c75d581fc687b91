"""The draft programme: what reading one document yields, as `thuocdo read --json` prints it.

The words of the document stay verbatim (`…_text`, titles); our reading stands beside them.
A blank cell is None: nothing is guessed.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["vi", "en", "mixed"]
Comparator = Literal[">=", ">", "<=", "<", "=", "range", "qualitative"]
DeadlineKind = Literal[
    "date",
    "month",
    "quarter",
    "year",
    "year_range",
    "ongoing",
    "annual",
    "open_from",
    "relative",
    "none",
]
Every = Literal["month", "quarter", "half_year", "year"]


@dataclass(frozen=True, slots=True)
class DocumentData:
    """What the head of the document says about itself; `sha256` is that of the file."""

    number: str | None = None
    title: str | None = None
    issuer: str | None = None
    issued_on: dt.date | None = None
    language: Language = "vi"
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class DraftTheme:
    """A section row of the task table."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class DraftClause:
    """A lettered or numbered clause of the body: "II.1.đ"."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """An aim that the prose of a clause states in words, without a figure."""

    code: str
    text: str
    horizon: int | None = None


@dataclass(frozen=True, slots=True)
class DraftTarget:
    """A typed target; values are decimal strings with a point, `upper` only for a range."""

    comparator: Comparator
    value: str | None = None
    upper: str | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class DraftIndicator:
    """One row of the indicator table for one horizon; `agencies` are canonical names."""

    code: str
    title: str
    unit: str | None
    target_text: str | None
    targets: tuple[DraftTarget, ...]
    agencies: tuple[str, ...]
    horizon: int | None
    confidence: float
    parent: str | None = None
    agencies_text: str | None = None
    source: Mapping[str, int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftDeadline:
    """A typed deadline: `due` is the last day in time, `start` only for ranges and open ones."""

    kind: DeadlineKind
    start: dt.date | None = None
    due: dt.date | None = None
    every: Every | None = None
    day: str | None = None


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A document that a result text names."""

    number: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class StatusCheck:
    """Whether the reported result supports the claimed status; `flag` is true when it does not."""

    flag: bool
    documents: tuple[CitedDocument, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DraftTask:
    """One row of the task table; `leads` and `coordinators` are canonical names."""

    code: str
    title: str
    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    output: str | None
    deadline_text: str | None
    deadline: DraftDeadline
    confidence: float
    theme: str | None = None
    leads_text: str | None = None
    coordinators_text: str | None = None
    serves: str | None = None
    status_text: str | None = None
    result_text: str | None = None
    status_check: StatusCheck | None = None
    source: Mapping[str, int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reviewer must look at.

    `message` is the English sentence; `code` and `params` let a door say it in another language
    (documents/remarks.py holds the sentences).
    """

    where: str
    message: str
    field: str | None = None
    code: str = ""
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftProgramme:
    """The proposal that two people accept before it becomes version 1.

    `statements` are aims in words; they are looked for only where no table states the aims, and
    serve comparing: nobody accepts them.
    """

    document: DocumentData
    themes: tuple[DraftTheme, ...] = ()
    clauses: tuple[DraftClause, ...] = ()
    indicators: tuple[DraftIndicator, ...] = ()
    tasks: tuple[DraftTask, ...] = ()
    remarks: tuple[Remark, ...] = ()
    statements: tuple[DraftStatement, ...] = ()
