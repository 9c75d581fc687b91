"""The rows behind every count of a report, made from facts and verdicts alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thuocdo.cycles.calendar import periods, preset
from thuocdo.cycles.owing import Owers, owed_reports, proofs_of
from thuocdo.cycles.types import OpenCycle, Report, State
from thuocdo.evaluation.rules.bodies import Bodies
from thuocdo.evaluation.rules.evidence import known_filed, known_verified
from thuocdo.evaluation.types import AssignmentVerdict, Facts, Status, TaskVerdict
from thuocdo.programme.types import AgencyKind, Cycle, IndicatorKind, Mode, Task
from thuocdo.reports.types import Snapshot

_HEARD = frozenset({State.SENT, State.RETURNED, State.VERIFIED})


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is counted: what it is called, its facets, and how much it counts."""

    key: str
    facets: frozenset[str]
    amount: Decimal | int = 1


def rows_of(snapshot: Snapshot, cycle: Cycle) -> Mapping[str, tuple[Row, ...]]:
    """Return the rows of every set."""
    tasks = {task.code: task for task in snapshot.facts.programme.tasks}
    seen = _Seen(snapshot, cycle, next_cycle(snapshot.facts, cycle))
    pairs = [(tasks[verdict.task], verdict) for verdict in snapshot.verdicts.tasks]
    in_force = [pair for pair in pairs if pair[1].status is not Status.REPLACED]
    owed = tuple(_owed(snapshot.facts, cycle, tasks))
    return {
        "tasks": tuple(seen.task(task, verdict) for task, verdict in in_force),
        "parts": tuple(row for task, verdict in in_force for row in seen.parts(task, verdict)),
        "replaced": tuple(
            Row(task.code, frozenset({_rhythm(verdict), f"theme-{task.theme}"}))
            for task, verdict in pairs
            if verdict.status is Status.REPLACED
        ),
        "indicators": tuple(_indicators(snapshot)),
        "reports": owed,
        "bodies": tuple(_bodies(snapshot.facts, owed)),
        "evidence": tuple(_evidence(snapshot.facts, tasks)),
        "allocated": tuple(_money(snapshot.facts, tasks, "allocated")),
        "disbursed": tuple(_money(snapshot.facts, tasks, "disbursed")),
    }


def next_cycle(facts: Facts, cycle: Cycle) -> Cycle:
    """Return the period that follows one."""
    known = periods(facts.programme, cycle.ends_on.year + 1)
    return min((each for each in known if each.starts_on > cycle.starts_on), key=lambda each: each.starts_on)


def said_in(facts: Facts, cycle: str) -> dict[tuple[str, str], Report]:
    """Return the last report of each body (as it answers today) on each task in a period, by both."""
    owers = Owers(facts.register, facts.as_of)
    found: dict[tuple[str, str], Report] = {}
    for report in sorted(facts.reports, key=lambda item: (item.received_on, item.id)):
        if report.cycle == cycle and report.state in _HEARD:
            found[(owers.holder(report.agency), report.task)] = report
    return found


@dataclass(frozen=True, slots=True)
class _Seen:
    """Tasks and parts as rows, looked at from the snapshot's day in a period."""

    snapshot: Snapshot
    cycle: Cycle
    following: Cycle

    def task(self, task: Task, verdict: TaskVerdict) -> Row:
        cell = verdict.office_cell or "no_cell"
        marks = self._marks(verdict, verdict, recurring=verdict.recurring)
        base = {verdict.status.value, _rhythm(verdict), f"theme-{task.theme}", cell}
        return Row(task.code, frozenset(base | marks))

    def parts(self, task: Task, verdict: TaskVerdict) -> Iterator[Row]:
        for part in verdict.assignments or self._as_one(task, verdict):
            base = {part.status.value, _rhythm(verdict), f"theme-{task.theme}"}
            marks = self._marks(part, verdict, recurring=verdict.recurring) | self._due(part, verdict)
            for code in part.agencies:
                yield Row(task.code, frozenset({*base, *marks, f"of-{code}"}))

    def _as_one(self, task: Task, verdict: TaskVerdict) -> tuple[AssignmentVerdict, ...]:
        facts = self.snapshot.facts
        holders = Bodies(facts.register, facts.as_of).parts(task.leads, task=task.code, due=None).holders
        if task.mode is Mode.EACH_LEAD:
            return tuple(AssignmentVerdict((code,), verdict.status, verdict.reason) for code in holders)
        return (AssignmentVerdict(holders, verdict.status, verdict.reason),)

    def _marks(
        self, found: TaskVerdict | AssignmentVerdict, verdict: TaskVerdict, *, recurring: bool
    ) -> set[str]:
        day, due, done = self.snapshot.facts.as_of, found.due, found.done_on
        finished = found.status is Status.DONE
        marks = {
            "claimed_without_proof": found.claimed_without_proof,
            "open": not finished and verdict.status is not Status.NOT_MEASURABLE,
            "due_next": not (finished or recurring) and _between(day, due, self.following.ends_on),
            "done_in_period": finished and done is not None and self.cycle.starts_on <= done <= day,
        }
        return {name for name, holds in marks.items() if holds}

    def _due(self, part: AssignmentVerdict, verdict: TaskVerdict) -> set[str]:
        judged = part.status is not Status.NOT_MEASURABLE and not verdict.recurring
        if not judged or part.due is None or part.due >= self.snapshot.facts.as_of:
            return set()
        in_time = part.status is Status.DONE and part.days_late == 0
        return {"due", "due_in_time"} if in_time else {"due"}


def _between(after: date, day: date | None, until: date) -> bool:
    return day is not None and after <= day <= until  # what is due today is still ahead


def _rhythm(verdict: TaskVerdict) -> str:
    return "recurring" if verdict.recurring else "once"


def _indicators(snapshot: Snapshot) -> Iterator[Row]:
    heading = {item.key for item in snapshot.facts.programme.indicators if item.kind is IndicatorKind.HEADER}
    for verdict in snapshot.verdicts.indicators:
        facet = "heading" if verdict.indicator in heading else verdict.status.value
        yield Row(verdict.indicator, frozenset({facet}))


def _owed(facts: Facts, cycle: Cycle, tasks: Mapping[str, Task]) -> Iterator[Row]:
    asked: OpenCycle = preset(cycle, frozenset(facts.holidays))
    owers = Owers(facts.register, facts.as_of)
    owed = owed_reports(facts.programme, (asked,), owers, proofs_of(facts.evidence))
    said = said_in(facts, cycle.code)
    kinds = {item.code: item.kind for item in facts.register.agencies}
    for (agency, _cycle), codes in owed.items():
        for code in codes:
            report = said.get((agency, code))
            state = "missing" if report is None else report.state.value
            facets = {state, f"theme-{tasks[code].theme}", f"of-{agency}", _side(kinds.get(agency))}
            if report is not None:
                facets.add("received")
                if report.received_on > asked.due_on:
                    facets.add("received_late")
            yield Row(code, frozenset(facets))


def _side(kind: AgencyKind | None) -> str:
    return "province" if kind is AgencyKind.PROVINCE else "central"


def _bodies(facts: Facts, owed: tuple[Row, ...]) -> Iterator[Row]:
    """Yield each body that owes reports: silent, partly or completely heard."""
    kinds = {item.code: item.kind for item in facts.register.agencies}
    for agency, kind in kinds.items():
        mine = [row for row in owed if f"of-{agency}" in row.facets]
        if not mine:
            continue
        missing = sum("missing" in row.facets for row in mine)
        progress = "complete" if not missing else "silent" if missing == len(mine) else "partly"
        yield Row(agency, frozenset({progress, _side(kind), f"of-{agency}"}))


def _evidence(facts: Facts, tasks: Mapping[str, Task]) -> Iterator[Row]:
    bodies = Bodies(facts.register, facts.as_of)
    for piece in facts.evidence:
        if not piece.agency or piece.task not in tasks or not known_filed(piece, facts.as_of):
            continue
        state = "accepted" if known_verified(piece, facts.as_of) else "waiting"
        body = f"of-{bodies.holder(piece.agency, task=piece.task)}"
        yield Row(piece.id, frozenset({state, f"theme-{tasks[piece.task].theme}", body}))


def _money(facts: Facts, tasks: Mapping[str, Task], name: str) -> Iterator[Row]:
    """Yield the money of each body's task as last reported: it is told since the task's start."""
    last: dict[tuple[str, str], Decimal] = {}
    owers = Owers(facts.register, facts.as_of)
    for report in sorted(facts.reports, key=lambda item: (item.received_on, item.id)):
        amount: Decimal | None = getattr(report, name)
        if amount is not None and report.task in tasks and report.state in _HEARD - {State.RETURNED}:
            last[(owers.holder(report.agency), report.task)] = amount
    for (agency, code), amount in last.items():
        yield Row(code, frozenset({f"theme-{tasks[code].theme}", f"of-{agency}"}), amount)
