"""What the facts mean: statuses and verdicts, each with its reason and the rules' version."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from thuocdo.core.messages import Reason
from thuocdo.cycles.handled import NOTHING_HANDLED, Handled
from thuocdo.cycles.types import Evidence, Milestone, Report
from thuocdo.measurement.thresholds.types import STANDARD, Thresholds
from thuocdo.measurement.types import Observation
from thuocdo.measurement.written.types import WrittenMethod
from thuocdo.programme.heads.types import HeadTerm
from thuocdo.programme.types import Programme, Register

RULES_VERSION = "1"
"""Version of the status and verdict rules; every snapshot stores the one it used."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a status, a verdict or a total needs: the same for application and verifier.

    `as_of` is the day the rules look from; they never look at a clock. `thresholds` are those in
    force on that day. `handled` and `heads` decide about scores only, `written` about nothing: these are
    the texts by which values were measured.
    """

    programme: Programme
    register: Register
    as_of: date
    evidence: tuple[Evidence, ...] = ()
    reports: tuple[Report, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    observations: tuple[Observation, ...] = ()
    holidays: tuple[date, ...] = ()
    illustrative: bool = False
    thresholds: Thresholds = STANDARD
    handled: Handled = NOTHING_HANDLED
    heads: tuple[HeadTerm, ...] = ()
    written: tuple[WrittenMethod, ...] = ()


class Status(StrEnum):
    """Status of a task, computed and never chosen (domain.md, rules 1 to 8)."""

    REPLACED = "replaced"
    NOT_MEASURABLE = "not_measurable"
    DONE = "done"
    CLAIMED = "claimed"
    LATE = "late"
    AT_RISK = "at_risk"
    ON_TRACK = "on_track"
    WITHIN_TIME = "within_time"


class OfficeCell(StrEnum):
    """The Government Office's two-by-two table; "" where it does not apply."""

    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    OPEN_IN_TIME = "open_in_time"
    OPEN_LATE = "open_late"


@dataclass(frozen=True, slots=True)
class ComponentVerdict:
    """Whether one required part has evidence: `filed` matches, `verified` was accepted."""

    component: str
    filed: tuple[str, ...] = ()
    verified: tuple[str, ...] = ()
    on: date | None = None


@dataclass(frozen=True, slots=True)
class AssignmentVerdict:
    """Status of one assignment (an agency's own part) of one instance of a task.

    `agencies` answer for it today. `origin` is the member of a group that had the duty on the
    due date: where it has merged since, its successor answers for an open duty.
    """

    agencies: tuple[str, ...]
    status: Status
    reason: Reason
    due: date | None = None
    done_on: date | None = None
    days_late: int = 0
    overdue: bool = False
    claimed_without_proof: bool = False
    claim_reason: Reason | None = None
    components: tuple[ComponentVerdict, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class TaskVerdict:
    """Status of a task as a whole.

    A recurring task is never done overall: `status` is that of its last instance, `run_done` of
    `run_total` instances were done, and totals count it apart. `counts` are the assignments by
    status. `days_late` is positive for done-late and late tasks. `current` is the running
    instance of a recurring task, with its own status. `submitted_on` is the day of the first sign
    that the output was submitted, so that waiting for signature can be shown apart.
    """

    task: str
    status: Status
    reason: Reason
    due: date | None = None
    first_due: date | None = None
    done_on: date | None = None
    days_late: int = 0
    overdue: bool = False
    claimed_without_proof: bool = False
    claim_reason: Reason | None = None
    office_cell: str = ""
    recurring: bool = False
    instance: str = ""
    run_done: int = 0
    run_total: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    assignments: tuple[AssignmentVerdict, ...] = ()
    members_unnamed: bool = False
    current: str = ""
    current_status: Status | None = None
    submitted_on: date | None = None


class IndicatorStatus(StrEnum):
    """Verdict on an indicator against its required path."""

    MET = "met"
    AT_TARGET = "at_target"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    LATE = "late"
    INCONCLUSIVE = "inconclusive"
    NOT_MEASURABLE = "not_measurable"
    NO_VERDICT = "no_verdict"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class TargetVerdict:
    """Verdict on one target of a row: progress P against the path, with the values it used."""

    scope: str
    status: IndicatorStatus
    reason: Reason
    progress: Decimal | None = None
    baseline: Decimal | None = None
    baseline_end: date | None = None
    value: Decimal | None = None
    value_end: date | None = None
    required: Decimal | None = None
    gap: Decimal | None = None
    distance_share: Decimal | None = None
    time_share: Decimal | None = None
    at_target_from_start: bool = False
    observation: str = ""
    target: Decimal | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class IndicatorVerdict:
    """Verdict on a row: the worst measured target; `measured` of `total` targets have a value.

    `interim` are verdicts on interim targets that others have set; they do not touch the row's.
    """

    indicator: str
    status: IndicatorStatus
    reason: Reason
    targets: tuple[TargetVerdict, ...] = ()
    measured: int = 0
    total: int = 0
    interim: tuple[TargetVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyTotals:
    """Counts of one body, kept apart by role; shares are printed with their denominators.

    `lead`, `co_lead` and `partner` count tasks with one due date; `recurring` counts the body's
    part in the last instance of tasks that recur.
    """

    agency: str
    lead: dict[str, int] = field(default_factory=dict)
    co_lead: dict[str, int] = field(default_factory=dict)
    partner: dict[str, int] = field(default_factory=dict)
    due: int = 0
    due_done_in_time: int = 0
    evidence_filed: int = 0
    evidence_verified: int = 0
    open_codes: tuple[str, ...] = ()
    recurring: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DuplicateUse:
    """One document offered for several tasks: flagged, not refused."""

    number: str
    tasks: tuple[str, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of the programme: one-off tasks by status, recurring ones apart."""

    once: dict[str, int] = field(default_factory=dict)
    recurring: dict[str, int] = field(default_factory=dict)
    office: dict[str, int] = field(default_factory=dict)
    indicators: dict[str, int] = field(default_factory=dict)
    by_theme: dict[str, dict[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All that the rules make of the facts."""

    rules_version: str
    as_of: date
    tasks: tuple[TaskVerdict, ...]
    indicators: tuple[IndicatorVerdict, ...]
    agencies: tuple[AgencyTotals, ...]
    totals: Totals
    duplicates: tuple[DuplicateUse, ...] = ()
