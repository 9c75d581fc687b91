"""What one body has to do, the most urgent first, and the counts of all bodies: values for the pages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thuocdo.config.current import Known
from thuocdo.core.messages import Reason
from thuocdo.cycles.types import State
from thuocdo.evaluation.rules.bodies import Bodies
from thuocdo.evaluation.types import AgencyTotals, AssignmentVerdict, Status, TaskVerdict
from thuocdo.programme.rules import holder_on
from thuocdo.programme.types import Agency, AgencyKind, Task

URGENCY = (
    Status.LATE,
    Status.CLAIMED,
    Status.AT_RISK,
    Status.WITHIN_TIME,
    Status.ON_TRACK,
    Status.NOT_MEASURABLE,
    Status.DONE,
    Status.REPLACED,
)
"""The order of a working day: what has missed its day, what only waits for a check, what may miss it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One task on a body's desk, with the status of the body's own part."""

    task: Task
    status: Status
    reason: Reason
    due: date | None
    overdue: bool
    claim_reason: Reason | None
    instance: str
    shared_with: int


@dataclass(frozen=True, slots=True)
class Desk:
    """All tasks of a body: those it answers for and those it takes part in, each by urgency."""

    body: Agency
    leads: tuple[Row, ...]
    takes_part: tuple[Row, ...]
    counts: Mapping[Status, int]
    returned: int


@dataclass(frozen=True, slots=True)
class Line:
    """Counts of one body in the overview; the shares are printed with their denominators."""

    body: Agency
    counts: Mapping[str, int]
    total: int
    totals: AgencyTotals


def desk(known: Known, agency: str) -> Desk:
    """Return what a body has on its desk; a body that was merged sees what its successor answers for."""
    register, as_of = known.facts.register, known.facts.as_of
    code = holder_on(agency, as_of, register)
    tasks = {task.code: task for task in known.facts.programme.tasks}
    bodies = Bodies(register, as_of)
    leads, takes_part = [], []
    for verdict in known.verdicts.tasks:
        task = tasks[verdict.task]
        row = _own_part(task, verdict, code, bodies)
        if row is not None:
            leads.append(row)
        elif code in bodies.parts(task.coordinators, task=task.code, due=verdict.due).holders:
            takes_part.append(_row(task, verdict, verdict, shared_with=0))
    counts = Counter(row.status for row in leads)
    returned = sum(piece.state is State.RETURNED and piece.agency == code for piece in known.facts.evidence)
    return Desk(
        body=_body(code, register.agencies),
        leads=_by_urgency(leads),
        takes_part=_by_urgency(takes_part),
        counts={status: counts[status] for status in URGENCY if counts[status]},
        returned=returned,
    )


def overview(known: Known) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the counts of central bodies and of provinces, which never share a table, by name."""
    agencies = known.facts.register.agencies
    central: list[Line] = []
    provinces: list[Line] = []
    for totals in known.verdicts.agencies:
        counts = Counter(totals.lead) + Counter(totals.co_lead) + Counter(totals.recurring)
        if counts:
            body = _body(totals.agency, agencies)
            line = Line(body, counts, sum(counts.values()), totals)
            (provinces if body.kind is AgencyKind.PROVINCE else central).append(line)
    order = {agency.code: position for position, agency in enumerate(agencies)}
    return _in_order(central, order), _in_order(provinces, order)


def _own_part(task: Task, verdict: TaskVerdict, code: str, bodies: Bodies) -> Row | None:
    """Return the body's part of a task; of several (merged bodies) the most urgent one."""
    mine = [part for part in verdict.assignments if code in part.agencies]
    if mine:
        part = min(mine, key=lambda item: URGENCY.index(item.status))
        return _row(task, verdict, part, shared_with=len(part.agencies) - 1)
    if verdict.assignments:
        return None
    holders = bodies.parts(task.leads, task=task.code, due=None).holders
    return _row(task, verdict, verdict, shared_with=len(holders) - 1) if code in holders else None


def _row(task: Task, whole: TaskVerdict, part: AssignmentVerdict | TaskVerdict, *, shared_with: int) -> Row:
    return Row(
        task=task,
        status=part.status,
        reason=part.reason,
        due=part.due,
        overdue=part.overdue,
        claim_reason=part.claim_reason,
        instance=whole.instance,
        shared_with=shared_with,
    )


def _by_urgency(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (URGENCY.index(row.status), row.due or date.max)))


def _in_order(lines: Sequence[Line], order: Mapping[str, int]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: order.get(line.body.code, len(order))))


def _body(code: str, agencies: Iterable[Agency]) -> Agency:
    named: Iterator[Agency] = (agency for agency in agencies if agency.code == code)
    return next(named, Agency(code=code, name_vi=code, name_en=code, kind=AgencyKind.OTHER))
