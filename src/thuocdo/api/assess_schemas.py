"""The shapes of criteria sets, self-assessments and results, as a body's machine sends and gets them."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from ninja import Field, Schema
from pydantic import StringConstraints

from thuocdo.api.asking import MOST, Asked
from thuocdo.api.own_schemas import Cell, Code, Sent, Words
from thuocdo.api.schemas import FaultShape
from thuocdo.assessments.types import Giver, State
from thuocdo.evaluation.scoring.kinds import Kind, UnitType

MOST_ITEMS = 500
"""Assessments, or units, in one request at most."""

Unit = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\x00]*$")]
Name = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]


class ResultsAsked(Asked):
    """Which results."""

    set: Code = Field(description="Id of a frozen version, as /own/criteria-sets answers it.")
    period: Code = Field(description="Code of a period: 2026, 2026-H1, 2026-Q3 or 2026-07.")
    limit: int = Field(50, ge=1, le=MOST, description="Units in the answer at most.")
    cursor: Unit | None = Field(None, description="`next` of the answer before.")


class InputShape(Schema):
    """A value that a set reads, and who gives it."""

    name: str
    title_vi: str
    title_en: str
    kind: Kind
    giver: Giver
    criteria: list[str]


class SetShape(Schema):
    """A frozen version of a criteria set."""

    id: str
    name: str
    version: int
    sha256: str
    title_vi: str
    title_en: str
    author: str
    units: list[UnitType]
    phases: list[str]
    period: str
    judges_from: date
    judges_until: date
    periods: list[str] = Field(description="Codes of the periods that have begun, the latest first.")
    inputs: list[InputShape]
    illustrative: bool


class SetShapes(Schema):
    """All frozen versions."""

    items: list[SetShape]


class ResultShape(Schema):
    """Where a unit stands; totals and points are decimal texts, null where there is none."""

    id: str
    unit: str
    name: str
    kind: UnitType
    agency: str
    period: str
    state: State
    number: int
    total: Decimal | None
    possible: Decimal | None
    level: str
    few_cases: bool
    pillars: dict[str, Decimal | None]
    criteria: dict[str, Decimal | None]
    note: str
    illustrative: bool


class Results(Schema):
    """Verified results in the order of units; there is no rank."""

    set: str
    sha256: str
    period: str
    items: list[ResultShape]
    next: str | None


class OwnSent(Sent):
    """What a unit says of itself in one period; what is not sent is not kept."""

    set: Code
    period: Code
    kind: UnitType | None = Field(None, description="For a unit that is no body of the register.")
    name: Name = Field("", description="Name of a unit that is no body of the register.")
    phase: Cell = ""
    number: int | None = Field(
        None, ge=1, lt=2**31, description="Number of the assessment that was read; another one answers 409."
    )
    values: dict[Cell, Cell] = Field(
        default={}, description="By input; numbers as text, 1 and 0 for yes and no."
    )
    not_applicable: dict[Cell, Words] = Field(default={}, description="By criterion, why it does not apply.")
    evidence: dict[Cell, list[Words]] = Field(default={}, description="By criterion, one line a document.")
    files: dict[Cell, list[Cell]] = Field(
        default={}, description="By criterion, ids that POST /own/files answered."
    )
    note: Words = ""
    hand_up: bool = Field(False, description="Hand it up to the head when all is right.")


class AssessmentsSent(Sent):
    """Self-assessments of the machine's body."""

    items: list[OwnSent] = Field(min_length=1, max_length=MOST_ITEMS)


class OwnTaken(Schema):
    """What became of one item, in the order in which they were sent."""

    status: int
    id: str | None
    number: int | None
    state: State | None
    faults: list[FaultShape]


class AssessmentsTaken(Schema):
    """What became of each item."""

    results: list[OwnTaken]


class UnitSent(Sent):
    """Values of one unit that the unit does not give itself."""

    unit: Unit
    values: dict[Cell, Cell]


class OfficeSent(Sent):
    """Values of many units in a period."""

    set: Code
    period: Code
    items: list[UnitSent] = Field(min_length=1, max_length=MOST_ITEMS)


class UnitTaken(Schema):
    """What became of the values of one unit."""

    unit: str
    status: int
    faults: list[FaultShape]


class OfficeTaken(Schema):
    """What became of each unit."""

    results: list[UnitTaken]
