"""Where a body stands with each task of a cycle, and where all bodies stand with all cycles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thuocdo.core.errors import Fault
from thuocdo.cycles import models, opening, queries
from thuocdo.cycles.owing import Owers, open_questions, owed_reports, with_predecessors
from thuocdo.cycles.types import (
    INSIDE,
    Cell,
    EvidenceStanding,
    Matrix,
    OpenCycle,
    Question,
    Standing,
    State,
)
from thuocdo.programme import queries as programmes
from thuocdo.programme.types import Programme, Register

NOT_REPORTED = "not_reported"


def standing(
    slug: str,
    *,
    agency: str,
    cycle: str,
    day: date,
    programme: Programme | None = None,
    register: Register | None = None,
) -> Mapping[str, Standing]:
    """Return where a body stands with each task of the programme, by task ("" is between cycles).

    Reports of bodies whose duties have come to it count as its own. What the body has not sent yet
    is in it: show it to that body only. Who has read programme and register hands them on.
    """
    programme = programme or programmes.programme(slug, as_of=day)
    bodies = with_predecessors(agency, register or programmes.register(slug))
    codes = [task.code for task in programme.tasks]
    mine = {"programme": slug, "agency__in": bodies, "task__in": codes, "received_on__lte": day}
    last: dict[str, models.Report] = {}
    before: dict[str, models.Report] = {}
    for row in models.Report.objects.filter(**mine).order_by("received_at", "id"):
        if row.state_on(day) is not State.CORRECTED:
            (last if row.content.get("cycle", "") == cycle else before)[row.task] = row
    pieces: dict[str, list[EvidenceStanding]] = {}
    for proof in models.Evidence.objects.filter(**mine).order_by("received_at", "id"):
        value = proof.to_value(day)
        if value.state is not State.CORRECTED:
            found = EvidenceStanding(value, value.state, _faults(proof))
            pieces.setdefault(proof.task, []).append(found)
    drafts = models.Draft.objects.filter(programme=slug, agency=agency, cycle=cycle)
    drafted = frozenset(drafts.values_list("task", flat=True))
    due = _due_on(slug, programme, cycle, day)
    return {
        task.code: replace(
            _reported(task.code, last.get(task.code), day=day, due=due, drafted=task.code in drafted),
            before=before[task.code].to_value(day) if task.code in before else None,
            evidence=tuple(pieces.get(task.code, ())),
        )
        for task in programme.tasks
    }


@dataclass(frozen=True, slots=True)
class Ledger:
    """Who owes a report on which tasks in each cycle, and what was heard: state and day of receipt."""

    cycles: tuple[OpenCycle, ...]
    agencies: tuple[str, ...]
    owed: Mapping[tuple[str, str], Sequence[str]]
    heard: Mapping[tuple[str, str, str], tuple[State, date]]


def ledger(
    slug: str,
    *,
    day: date,
    programme: Programme | None = None,
    register: Register | None = None,
) -> Ledger:
    """Return what is owed and what was heard, of all bodies; always as many queries.

    Only what was sent counts. Who has proved the whole result before a cycle began owes nothing in it.
    Who has read programme and register of that day hands them on.
    """
    programme = programme or programmes.programme(slug, as_of=day)
    register = register or programmes.register(slug)
    cycles = tuple(
        cycle for cycle in opening.calendar_of(slug, day=day, programme=programme) if cycle.starts_on <= day
    )
    owers = Owers(register, day)
    owed = owed_reports(programme, cycles, owers, queries.proofs(slug, as_of=day))
    order = {agency.code: place for place, agency in enumerate(register.agencies)}
    agencies = sorted({agency for agency, _cycle in owed}, key=lambda code: order.get(code, len(order)))
    return Ledger(cycles, tuple(agencies), owed, _heard(slug, day, owers))


def matrix(slug: str, *, day: date) -> Matrix:
    """Return all bodies that owe reports against all cycles that have begun; see `ledger`."""
    return matrix_of(ledger(slug, day=day))


def matrix_of(found: Ledger) -> Matrix:
    """Return the counts of a ledger."""
    due = {cycle.code: cycle.due_on for cycle in found.cycles}
    cells: dict[tuple[str, str], dict[str, int]] = {}
    for (agency, cycle), tasks in found.owed.items():
        cell = cells.setdefault((agency, cycle), {"owed": len(tasks)})
        for task in tasks:
            said = found.heard.get((task, agency, cycle))
            if said is None:
                continue
            state, received_on = said
            cell[state.value] = cell.get(state.value, 0) + 1
            cell["late"] = cell.get("late", 0) + (received_on > due[cycle])
    return Matrix(found.cycles, found.agencies, {key: Cell(**cell) for key, cell in cells.items()})


def questions(slug: str, *, day: date) -> tuple[Question, ...]:
    """Return the due dates that ask their leads on a day, from what has been sent."""
    return open_questions(
        programmes.programme(slug, as_of=day),
        programmes.register(slug),
        queries.reports(slug, as_of=day),
        queries.evidence(slug, as_of=day),
        day,
    )


def _heard(slug: str, day: date, owers: Owers) -> dict[tuple[str, str, str], tuple[State, date]]:
    """Return the last report that was sent of each task by each body in each cycle."""
    rows = models.Report.objects.filter(programme=slug, received_on__lte=day)
    rows = rows.exclude(state__in=[*INSIDE, State.CORRECTED.value])
    found: dict[tuple[str, str, str], tuple[State, date]] = {}
    fields = ("task", "agency", "content__cycle", "state", "received_on")
    for task, agency, cycle, state, received_on in rows.order_by("received_at", "id").values_list(*fields):
        found[(task, owers.holder(agency), cycle or "")] = (State(state), received_on)
    return found


def _reported(
    task: str, row: models.Report | None, *, day: date, due: date | None, drafted: bool
) -> Standing:
    if row is None:
        return Standing(task, State.SAVED.value if drafted else NOT_REPORTED, draft=drafted)
    report = row.to_value(day)
    return Standing(
        task,
        report.state.value,
        report=report,
        faults=_faults(row),
        late=due is not None and row.received_on > due,
        draft=drafted,
        author=row.author,
    )


def _faults(row: models.Record) -> tuple[Fault, ...]:
    return tuple(Fault(row.public_id, item["message"], item["field"] or None) for item in row.faults)


def _due_on(slug: str, programme: Programme, cycle: str, day: date) -> date | None:
    if not cycle:
        return None
    calendar = opening.calendar_of(slug, day=day, programme=programme)
    return next((item.due_on for item in calendar if item.code == cycle), None)
