"""What was reported: claims, evidence and milestones, as values that rules and pages read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
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
    the sentence that a `check: person` component needs.
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


@dataclass(frozen=True, slots=True)
class Report:
    """What one agency says of one task in one cycle (`cycle` "" for between cycles)."""

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
