"""The shapes of what a body's machine sends and gets; docs/api.md explains the words."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Header, Schema
from pydantic import ConfigDict, Field, StringConstraints

from thuocdo.api.asking import MOST, Asked
from thuocdo.api.schemas import FaultShape
from thuocdo.cycles.cells import MAX_EVIDENCE
from thuocdo.cycles.drafting import MAX_BATCH
from thuocdo.cycles.matters.types import State as MatterState
from thuocdo.cycles.notices.types import Event
from thuocdo.cycles.types import EvidenceKind, Situation, State

_NO_NUL = r"^[^\x00]*$"
Code = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=_NO_NUL)]
Period = Annotated[str, StringConstraints(max_length=20, pattern=_NO_NUL)]
Cell = Annotated[str, StringConstraints(max_length=60, pattern=_NO_NUL)]
Words = Annotated[str, StringConstraints(max_length=20_000, pattern=_NO_NUL)]
Key = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=100,
        pattern=r"^[\x21-\x7e]+$",
        description="Your own name for this request: sent again, it is recorded once and answered alike.",
    ),
]


class Sent(Schema):
    """What is sent; a field that is not known is refused, because it would be lost silently."""

    model_config = ConfigDict(extra="forbid")


class PeriodAsked(Asked):
    """A period, by its code; "" is between periods, nothing the one that takes reports today."""

    period: Period | None = Field(None, description='Code of a period, "" for between periods.')


class StandingAsked(PeriodAsked):
    """A part of the body's tasks."""

    limit: int = Field(50, ge=1, le=MOST, description="Rows in the answer at most.")
    cursor: Code | None = Field(None, description="`next` of the answer before.")


class ReceiptsAsked(Asked):
    """A part of the body's receipts."""

    limit: int = Field(50, ge=1, le=MOST, description="Rows in the answer at most.")
    cursor: int | None = Field(None, ge=1, lt=2**63, description="`next` of the answer before.")


class DraftContent(Sent):
    """What is said of one task; names of cells are the columns of docs/records.md."""

    cells: dict[Cell, Words]
    evidence: list[dict[Cell, Words]] = Field(default=[], max_length=MAX_EVIDENCE)
    version: int | None = Field(
        None, ge=0, lt=2**63, description="Version of the draft that is replaced; null when there is none."
    )


class DraftSent(DraftContent):
    """A draft with its period."""

    period: Period = Field("", description='Code of a period, "" for between periods.')


class TaskSent(Sent):
    """One task to hand in: its draft as saved before, or the one that is sent along."""

    task: Code
    draft: DraftContent | None = None


class HandInSent(Sent):
    """Tasks of one period to hand in."""

    period: Period = Field("", description='Code of a period, "" for between periods.')
    tasks: list[TaskSent] = Field(min_length=1, max_length=MAX_BATCH)


class SubscriptionSent(Sent):
    """Whom to call, and of what."""

    url: Words
    events: list[Event] = Field(min_length=1, max_length=20)


class MatterSent(Sent):
    """What a body asks about one of its tasks."""

    kind: Literal["dispute", "extension", "difficulty"]
    task: Code
    cells: dict[Cell, Words]


class OwnPeriodShape(Schema):
    """A reporting period with its last days; `current` takes reports today."""

    code: str
    starts_on: date
    due_on: date
    closes_on: date
    preview_on: date | None
    publish_on: date | None
    opened: bool
    current: bool


class Periods(Schema):
    """Periods."""

    items: Sequence[OwnPeriodShape]


class DraftShape(Schema):
    """A draft as typed; `faults` are what the head said when the report was handed back."""

    task: str
    period: str
    cells: dict[str, str]
    evidence: Sequence[dict[str, str]]
    version: int
    saved_by: str
    saved_at: datetime
    faults: Sequence[FaultShape]


class OneDraft(Schema):
    """A draft."""

    item: DraftShape


class OwnReportShape(Schema):
    """What the body said of a task."""

    id: str
    cycle: str
    situation: Situation
    state: State
    received_on: date
    expected_on: date | None
    obstacle: str
    obstacle_since: date | None
    has_draft: bool
    has_plan: bool
    public_sentence: str
    illustrative: bool
    allocated: Decimal | None
    disbursed: Decimal | None


class OwnEvidenceShape(Schema):
    """One piece of the body's evidence, with what a verifier found wrong."""

    id: str
    kind: EvidenceKind
    text: str
    number: str
    issuer: str
    issued_on: date | None
    url: str
    component: str
    state: State
    received_on: date
    verified_on: date | None
    illustrative: bool
    files: Sequence[str]
    faults: Sequence[FaultShape]


class StandingShape(Schema):
    """Where the body stands with one task; `state` is "not_reported" or that of the last report."""

    task: str
    state: str
    late: bool
    draft: bool
    report: OwnReportShape | None
    before: OwnReportShape | None
    evidence: Sequence[OwnEvidenceShape]
    faults: Sequence[FaultShape]


class OwnTasks(Schema):
    """A part of the body's tasks; `next` is the cursor of what follows, null at the end."""

    agency: str
    period: str
    as_of: date
    items: Sequence[StandingShape]
    next: str | None


class HandedShape(Schema):
    """What became of one task: its report was taken, or it stays a draft with these faults."""

    task: str
    status: Literal[201, 409, 422]
    faults: Sequence[FaultShape]


class HandedInShape(Schema):
    """What became of a hand-in; `state` says who has it now, `receipt` is "" when nothing went."""

    period: str
    state: State
    receipt: str
    records: Sequence[str]
    results: Sequence[HandedShape]


class ReceiptShape(Schema):
    """What was received of the body in one act, under which code."""

    receipt: str
    programme: str
    period: str
    at: datetime
    by: str
    tasks: Sequence[str]
    records: Sequence[str]


class OneReceipt(Schema):
    """A receipt."""

    item: ReceiptShape


class Receipts(Schema):
    """A part of the receipts, the newest first; `next` is the cursor of what follows."""

    items: Sequence[ReceiptShape]
    next: int | None


class FileShape(Schema):
    """A file as it was received; its `id` goes into the cell `files` of a piece of evidence."""

    id: str
    name: str
    size: int
    media: str
    sha256: str
    pages: int | None


class OneFile(Schema):
    """A file."""

    item: FileShape


class SubscriptionShape(Schema):
    """A subscription without its secret; until `overlap_until` the secret before signs as well."""

    id: str
    url: str
    events: Sequence[Event]
    secret_version: int
    overlap_until: datetime | None
    made_at: datetime


class Subscriptions(Schema):
    """Subscriptions."""

    items: Sequence[SubscriptionShape]


class NewSecret(Schema):
    """The secret of a subscription, given when it is made or replaced."""

    id: str
    secret_version: int
    secret: str


class MatterShape(Schema):
    """What was asked, and where it stands."""

    id: str
    kind: str
    task: str
    state: MatterState
    text: str
    sent_on: date | None
    answered_on: date | None


class OneMatter(Schema):
    """A matter."""

    item: MatterShape


class NameSent(Sent):
    """What the body's own system calls one task."""

    id: Code
    task: Code


class MirrorSent(Sent):
    """All names of the body's own system."""

    items: list[NameSent] = Field(max_length=MAX_BATCH)


class MirroredReport(Sent):
    """One version of a report as the body's own system holds it, under its own identifier."""

    id: Code
    version: Code
    cells: dict[Cell, Words]
    evidence: list[dict[Cell, Words]] = Field(default=[], max_length=MAX_EVIDENCE)


class MirroredSent(Sent):
    """Reports of one period."""

    period: Period = Field("", description='Code of a period, "" for between periods.')
    items: list[MirroredReport] = Field(min_length=1, max_length=MAX_BATCH)


class NameShape(Schema):
    """A name with its task and the last version that was recorded, "" for none."""

    id: str
    task: str
    version: str


class Mirror(Schema):
    """All names."""

    items: Sequence[NameShape]


class MirroredShape(Schema):
    """What became of one report: 201 recorded now, 200 recorded before, else refused with its faults."""

    id: str
    version: str
    task: str
    status: Literal[200, 201, 404, 409, 422]
    faults: Sequence[FaultShape]


class MirroredIn(Schema):
    """What became of the reports."""

    period: str
    receipt: str
    results: Sequence[MirroredShape]
