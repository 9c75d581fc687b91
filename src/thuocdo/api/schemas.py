"""The shapes of the API's answers; docs/api.md explains the words. Shapes only grow within v1."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ninja import Schema

from thuocdo.cycles.types import Situation, State
from thuocdo.evaluation.types import IndicatorStatus, Status
from thuocdo.measurement.types import Origin, Standing
from thuocdo.programme.types import AgencyKind, DeadlineKind, IndicatorKind, Mode, Need, Rhythm


class Answer(Schema):
    """What every answer says of itself: the day it looks from, and whether it is made up."""

    as_of: date
    illustrative: bool


class ListAnswer(Answer):
    """A part of a list: `total` rows in all, from `offset` on at most `limit`."""

    total: int
    limit: int
    offset: int


class FaultShape(Schema):
    """One thing wrong with a request; `vi` is the sentence in Vietnamese where there is one."""

    where: str
    field: str | None
    message: str
    vi: str


class Refusal(Schema):
    """Every refusal, whatever its status."""

    code: str
    message: str
    hint: str
    faults: Sequence[FaultShape]


class Because(Schema):
    """Why a rule decided so: its fixed code, the values, and the sentence in both languages."""

    code: str
    params: dict[str, str]
    vi: str
    en: str


class ProgrammeShape(Schema):
    """One programme."""

    slug: str
    number: str
    name_vi: str
    name_en: str
    issuer_vi: str
    issuer_en: str
    issued_on: date
    version: int
    tasks: int
    indicators: int
    duties: int
    illustrative: bool


class ThemeShape(Schema):
    """A group of tasks with its one-off tasks by status."""

    code: str
    name_vi: str
    name_en: str
    counts: dict[str, int]


class DutyShape(Schema):
    """What a clause demands and no task row assigns."""

    clause: str
    name_vi: str
    name_en: str
    nearest_tasks: Sequence[str]


class AmendmentShape(Schema):
    """A later act that changes the programme."""

    number: str
    on: date
    note_vi: str
    note_en: str


class CycleShape(Schema):
    """A reporting period."""

    code: str
    starts_on: date
    ends_on: date
    due_before: date


class TotalsShape(Schema):
    """Counts of the programme; what recurs is counted apart."""

    once: dict[str, int]
    recurring: dict[str, int]
    office: dict[str, int]
    indicators: dict[str, int]


class ProgrammeDetail(ProgrammeShape):
    """One programme with its themes, duties, periods and totals."""

    rules_version: str
    themes: Sequence[ThemeShape]
    duties_list: Sequence[DutyShape]
    amendments: Sequence[AmendmentShape]
    cycles: Sequence[CycleShape]
    totals: TotalsShape


class DeadlineShape(Schema):
    """The time of a task: the printed words and our reading."""

    kind: DeadlineKind
    text: str
    start: date | None
    due: date | None
    every: str | None
    day: str | None


class TaskShape(Schema):
    """One task with its computed status."""

    code: str
    theme: str
    name_vi: str
    name_en: str
    leads: Sequence[str]
    coordinators: Sequence[str]
    deadline: DeadlineShape
    mode: Mode
    rhythm: Rhythm
    status: Status
    reason: Because
    due: date | None
    done_on: date | None
    days_late: int
    overdue: bool
    claimed_without_proof: bool
    claim_reason: Because | None
    office_cell: str
    recurring: bool
    instance: str
    run_done: int
    run_total: int
    counts: dict[str, int]
    members_unnamed: bool


class ComponentShape(Schema):
    """One required part of a task's output."""

    code: str
    any_of: Sequence[Need]
    name_vi: str
    name_en: str
    minimum: int
    check_person: bool


class AssignmentShape(Schema):
    """One body's own part of a task."""

    agencies: Sequence[str]
    origin: str
    status: Status
    reason: Because
    due: date | None
    done_on: date | None
    days_late: int
    overdue: bool


class EvidenceShape(Schema):
    """One piece of evidence; who handed it in and who verified it by name is not public."""

    id: str
    agency: str
    kind: str
    text: str
    number: str
    issuer: str
    issued_on: date | None
    received_on: date
    state: State
    verified_on: date | None
    illustrative: bool


class ReportShape(Schema):
    """What a body says of the task: a claim, never a status."""

    id: str
    agency: str
    cycle: str
    situation: Situation
    state: State
    received_on: date
    expected_on: date | None
    public_sentence: str
    illustrative: bool


class TaskDetail(TaskShape):
    """One task with what it asks for, each body's part and what was filed."""

    clauses: Sequence[str]
    reading_vi: str
    reading_en: str
    title: str | None
    output: str | None
    components: Sequence[ComponentShape]
    assignments: Sequence[AssignmentShape]
    evidence: Sequence[EvidenceShape]
    reports: Sequence[ReportShape]


class TargetShape(Schema):
    """One target of a row with its verdict; values are decimals as text."""

    scope: str
    status: IndicatorStatus
    reason: Because
    target: Decimal | None
    due: date | None
    baseline: Decimal | None
    baseline_end: date | None
    value: Decimal | None
    value_end: date | None
    required: Decimal | None
    progress: Decimal | None
    observation: str


class IndicatorShape(Schema):
    """One indicator row with its verdict."""

    key: str
    code: str
    horizon: int
    parent: str
    name_vi: str
    name_en: str
    kind: IndicatorKind
    unit: str
    unit_vi: str
    unit_en: str
    lower_is_better: bool
    monitors: Sequence[str]
    status: IndicatorStatus
    reason: Because
    measured: int
    total: int


class ObservationShape(Schema):
    """One value with its source, method and vintage."""

    id: str
    value: Decimal
    unit: str
    qualifier: str
    place: str
    scope: str
    period_start: date | None
    period_end: date
    source: str
    origin: Origin
    standing: Standing
    method: str
    published_on: date | None
    provisional: bool
    numerator: Decimal | None
    denominator: Decimal | None
    definition_vi: str
    definition_en: str
    illustrative: bool


class IndicatorDetail(IndicatorShape):
    """One indicator with its targets and every value that is known."""

    method_vi: str
    method_en: str
    reading_vi: str
    reading_en: str
    title: str | None
    target_text: str | None
    targets: Sequence[TargetShape]
    interim: Sequence[TargetShape]
    tasks: Sequence[str]
    clauses: Sequence[str]
    observations: Sequence[ObservationShape]


class AgencyShape(Schema):
    """One body for as long as it exists under one code; `valid_until` is exclusive."""

    code: str
    name_vi: str
    name_en: str
    short_vi: str
    short_en: str
    kind: AgencyKind
    statistics_code: str
    valid_from: date | None
    valid_until: date | None


class AgencyTotalsShape(Schema):
    """Counts of a body's own parts of tasks."""

    lead: dict[str, int]
    co_lead: dict[str, int]
    partner: dict[str, int]
    recurring: dict[str, int]
    due: int
    due_done_in_time: int
    evidence_filed: int
    evidence_verified: int
    open_codes: Sequence[str]


class AgencyDetail(AgencyShape):
    """One body in time: whom it followed, who answers for it on the day, and its counts."""

    note_vi: str
    note_en: str
    exists: bool
    answers: str | None
    predecessors: Sequence[str]
    totals: AgencyTotalsShape | None


class Programmes(ListAnswer):
    """Programmes."""

    items: Sequence[ProgrammeShape]


class OneProgramme(Answer):
    """A programme."""

    item: ProgrammeDetail


class Tasks(ListAnswer):
    """Tasks."""

    items: Sequence[TaskShape]


class OneTask(Answer):
    """A task."""

    item: TaskDetail


class Indicators(ListAnswer):
    """Indicator rows."""

    items: Sequence[IndicatorShape]


class OneIndicator(Answer):
    """An indicator row."""

    item: IndicatorDetail


class Agencies(ListAnswer):
    """Bodies."""

    items: Sequence[AgencyShape]


class OneAgency(Answer):
    """A body."""

    item: AgencyDetail
