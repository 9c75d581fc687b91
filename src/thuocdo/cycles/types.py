"""What was reported: claims, evidence and milestones, as values that rules and pages read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from thuocdo.core.errors import Fault


class State(StrEnum):
    """Where a report or a piece of evidence stands; five different words (domain.md, Reporting)."""

    SAVED = "saved"
    SUBMITTED = "submitted"
    SENT = "sent"
    RETURNED = "returned"
    VERIFIED = "verified"
    CORRECTED = "corrected"


INSIDE = (State.SAVED.value, State.SUBMITTED.value)
"""The states of what has not left its body: that is the body's own affair."""


class Situation(StrEnum):
    """What the lead says of its task; a claim, never a status."""

    DONE = "done"
    WORKING = "working"
    OBSTACLE = "obstacle"
    NOT_OURS = "not_ours"


class EvidenceKind(StrEnum):
    """A document, proof that a thing runs, or an attestation for what may not be shown."""

    DOCUMENT = "document"
    RUNNING = "running"
    ATTESTATION = "attestation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence for a task by an agency.

    `text` is the line as given ("Quyết định 1131/QĐ-TTg ngày 12/6/2025 ..."); `number`,
    `issued_on` and `issuer` are what was read from it or typed. `component` names the part it
    proves, "" when the rules shall find it. `received_on` is the server's local day of receipt;
    `in_gazette` says that the issue date was found in the official gazette. For `running`,
    `url` is the address or register entry, and `has_data`, `has_users` are what the verifier found.
    `accepted_component` and `verified_*` are set by the second person; `verifier_note` carries
    the sentence that a `check: person` component needs. `files` are the SHA-256 of what was
    handed in with it, so that no file can be exchanged unseen.
    """

    id: str
    task: str
    agency: str
    kind: EvidenceKind
    text: str
    state: State
    received_on: date
    number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    in_gazette: bool = False
    url: str = ""
    component: str = ""
    verified_on: date | None = None
    verified_by: str = ""
    verifier_note: str = ""
    verified_components: tuple[str, ...] = ()
    illustrative: bool = False
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What one agency says of one task in one cycle (`cycle` "" for between cycles).

    `allocated` and `disbursed` are money of the task since its start, in million VND.
    """

    id: str
    task: str
    agency: str
    cycle: str
    situation: Situation
    state: State
    received_on: date
    expected_on: date | None = None
    obstacle: str = ""
    obstacle_since: date | None = None
    has_draft: bool = False
    has_plan: bool = False
    public_sentence: str = ""
    illustrative: bool = False
    allocated: Decimal | None = None
    disbursed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step registered by the lead; "on track" needs the last due one verified."""

    id: str
    task: str
    agency: str
    name: str
    due_on: date
    verified_on: date | None = None
    illustrative: bool = False


class RecordKind(StrEnum):
    """What one row of a file is."""

    EVIDENCE = "evidence"
    REPORT = "report"
    MILESTONE = "milestone"
    OBSERVATION = "observation"


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in a file: where it stands ("row 12") and its cells by column name.

    Every door hands rows over like this, so that a web form, a CSV file and a JSON list are
    read and refused by the same rules.
    """

    where: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a file: public ids of the rows that were added, and of those known before."""

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    state: State = State.SENT


@dataclass(frozen=True, slots=True)
class Waiting:
    """One record that waits for a person: for the head's approval or for verification."""

    id: str
    kind: RecordKind
    state: State
    about: str
    agency: str
    text: str
    author: str
    received_on: date


@dataclass(frozen=True, slots=True)
class Decision:
    """What a second person says of one record.

    `components` are the required parts that it proves; empty means the ones it names or, where
    it names none, whatever the rules match. A return lists every fault, each on its field.
    """

    id: str
    accept: bool
    components: tuple[str, ...] = ()
    note: str = ""
    in_gazette: bool | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenCycle:
    """A period as reports are taken for it: all days are the last ones, in the programme's time zone.

    A report received after `due_on` is late; after `closes_on` only a correction is taken. What the
    public will see is shown to the bodies from `preview_on` and published on `publish_on`. `opened`
    is false while only the programme's calendar speaks: nobody has set its days.
    """

    code: str
    starts_on: date
    due_on: date
    closes_on: date
    preview_on: date | None = None
    publish_on: date | None = None
    opened: bool = True


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """What an officer has saved of one task: cells as typed, evidence as typed, and its version.

    `faults` are what the head said when the report was handed back; they go with the next hand-in.
    """

    task: str
    agency: str
    cycle: str
    cells: Mapping[str, str]
    evidence: tuple[Mapping[str, str], ...]
    version: int
    saved_by: str
    saved_at: datetime
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What became of a hand-in: the tasks that went, the faults of those that stay drafts.

    `ids` are the public ids of the records, reports first; `receipt` is the commitment of the
    audit event, "" when nothing went. `state` says whether the head has it or the verifier.
    """

    sent: tuple[str, ...] = ()
    faulty: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    receipt: str = ""
    state: State = State.SENT


@dataclass(frozen=True, slots=True)
class DraftValues:
    """A draft read as the values that it would become; what is faulty is left out and named."""

    report: Report | None = None
    evidence: tuple[Evidence, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that a body handed in, as it was received; `pages` where the format tells them."""

    public_id: str
    name: str
    size: int
    media: str
    sha256: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was looked at, and what waits until its bytes are on the disk (raises OSError)."""

    file: AttachedFile
    wait: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found inside a file: whether it carries a mark of secrecy, its pages where known.

    `fault` is a code of filekinds.py when nobody could look: damaged, protected, in disguise.
    """

    marked: bool = False
    pages: int | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """Evidence that a second person accepted: of whom, when, and for which parts (none named: all)."""

    agency: str
    on: date
    parts: tuple[str, ...] = ()


class Asked(StrEnum):
    """Why a question is open between cycles."""

    DUE_NEAR = "due_near"
    DUE_PASSED = "due_passed"


@dataclass(frozen=True, slots=True)
class Question:
    """A due date that asks its lead how the task stands; answered by a report without a cycle."""

    task: str
    agency: str
    due: date
    asked: Asked
    since: date


@dataclass(frozen=True, slots=True)
class EvidenceStanding:
    """One piece of evidence with where it stands, and what was wrong with it."""

    value: Evidence
    state: State
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one body stands with one task in a cycle.

    `state` is "not_reported" or the state of the last report (a draft alone is "saved"); `before` is
    the last report of an earlier time. `author` gave the report in, for the four eyes of the head.
    """

    task: str
    state: str = "not_reported"
    report: Report | None = None
    before: Report | None = None
    evidence: tuple[EvidenceStanding, ...] = ()
    faults: tuple[Fault, ...] = ()
    late: bool = False
    draft: bool = False
    author: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One body in one cycle: how many reports it owes, and where those that came stand.

    What is still inside the body counts as missing. `late` counts those received after the due day.
    """

    owed: int = 0
    sent: int = 0
    returned: int = 0
    verified: int = 0
    late: int = 0

    @property
    def missing(self) -> int:
        """Return how many have not been heard of."""
        return self.owed - self.sent - self.returned - self.verified


@dataclass(frozen=True, slots=True)
class Matrix:
    """All bodies that owe reports against all cycles that have begun."""

    cycles: tuple[OpenCycle, ...]
    agencies: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]

    def cell(self, agency: str, cycle: str) -> Cell:
        """Return one cell; empty where the body owes nothing."""
        return self.cells.get((agency, cycle), Cell())


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What pasting one line gives.

    `kind` is what sort of evidence it is; `type_word` the document's type in the words of the law
    ("Quyết định"), "" for what is no document. `announces` says that the line tells of something to
    come; `proves` are the codes of the required parts; `doubts` are codes for a person to look at.
    """

    kind: EvidenceKind
    type_word: str = ""
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    url: str = ""
    announces: bool = False
    proves: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """Which records are read: all of some tasks, and of others those of some bodies only."""

    whole: frozenset[str]
    own: frozenset[str]
    agencies: frozenset[str]
