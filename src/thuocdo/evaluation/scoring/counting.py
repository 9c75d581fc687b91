"""What this system counts for the scores of bodies, from the facts: each count with its day, pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from thuocdo.core.dates import add_working_days
from thuocdo.core.memory import Memory
from thuocdo.cycles.handled import EarlierReport
from thuocdo.cycles.matters.types import ANSWER_WITHIN, Kind
from thuocdo.cycles.types import Evidence, Report, Situation, State
from thuocdo.evaluation.rules.evidence import known_filed
from thuocdo.evaluation.rules.index import FactsIndex, OfTask, arranged
from thuocdo.evaluation.rules.tasks import instance_verdicts
from thuocdo.evaluation.scoring.counting_indicators import of_indicators
from thuocdo.evaluation.scoring.counting_reports import Reporting, of_reports, of_returned
from thuocdo.evaluation.scoring.counts import Count, Span
from thuocdo.evaluation.types import AssignmentVerdict, Facts, Status, TaskVerdict, Verdicts
from thuocdo.programme.types import Rhythm, Task

RESOLVED_WITHIN = 30
"""Days within which a body whose turn it is resolves an obstacle, or passes it on."""

_UNCOUNTED = frozenset({Status.REPLACED, Status.NOT_MEASURABLE})


@dataclass(frozen=True)
class Counts:
    """All counts of all bodies; a window of days picks those that a score is made of."""

    of_body: Mapping[str, tuple[Count, ...]]
    memory: Memory = field(default_factory=Memory, compare=False)

    def inputs(self, body: str, span: Span) -> dict[str, int]:
        """Return how often each input was counted for a body within a stretch of days."""
        own = self.of_body.get(body, ())
        return self.memory.of(("inputs", body, span), own, lambda: _inputs(own, span))


def _inputs(counts: Iterable[Count], span: Span) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for each in counts:
        found[each.name] += each.lies_in(span)
    return {name: count for name, count in sorted(found.items()) if count}


def count(facts: Facts, verdicts: Verdicts, memory: Memory | None = None) -> Counts:
    """Return everything that is counted for every body, as it is known on the facts' day.

    What a body owed before it merged is counted for the body that answers for it now. With a `memory`
    a task of which nothing changed since the round before is not counted again.
    """
    memory = memory or Memory()
    index = arranged(facts)
    asked = memory.of("reporting", (index.seen, facts.handled.cycles), lambda: Reporting(facts))
    earlier: dict[str, list[EarlierReport]] = defaultdict(list)
    for each in facts.handled.earlier:
        earlier[each.task].append(each)
    found: dict[str, list[Count]] = defaultdict(list)
    for verdict, task in zip(verdicts.tasks, facts.programme.tasks, strict=True):
        own = index.of[task.code]
        told = tuple(earlier.get(task.code, ()))
        make = partial(_of_task, own, verdict, told, asked, index)
        for body, counts in memory.of(("counted", task.code), (own, verdict, told, asked), make).items():
            found[body] += counts
    for body, one in (
        *_of_evidence((piece for piece in facts.evidence if piece.task not in index.of), index),
        *of_returned(facts.handled.earlier, asked, index.bodies),
        *of_indicators(verdicts, index),
        *_of_turns(index),
        *_of_disputes(index),
    ):
        found[body].append(one)
    return Counts({body: tuple(each) for body, each in sorted(found.items())}, memory)


_Counted = Iterator[tuple[str, Count]]


def _of_task(
    own: OfTask, verdict: TaskVerdict, earlier: Iterable[EarlierReport], asked: Reporting, index: FactsIndex
) -> dict[str, list[Count]]:
    """Return what one task gives each body."""
    found: dict[str, list[Count]] = defaultdict(list)
    for body, each in (
        *_of_duties(own.task, verdict, own.records.reports, index),
        *of_reports(own.task, own.records, earlier, asked, index.bodies),
        *_of_evidence(own.records.evidence, index),
    ):
        found[body].append(each)
    return dict(found)


def _of_duties(task: Task, whole: TaskVerdict, reports: Iterable[Report], index: FactsIndex) -> _Counted:
    """Count each duty that has fallen due once for each body, however many parts of it came to it."""
    if task.doubtful_leads:
        return  # unscored until it is decided who leads
    claims = _claims(reports, index)
    each = instance_verdicts(task, index) if task.rhythm is not Rhythm.ONCE else (whole,)
    for verdict in each:
        yield from _of_instance(task, verdict, index, claims)


def _of_instance(task: Task, verdict: TaskVerdict, index: FactsIndex, claims: Mapping[str, date]) -> _Counted:
    parts: dict[str, list[AssignmentVerdict]] = defaultdict(list)
    for part in verdict.assignments:
        if part.status not in _UNCOUNTED:
            for code in part.agencies:
                parts[code].append(part)
    alone = len(task.leads) == 1 and not index.bodies.is_group(task.leads[0])
    role = "lead" if alone else "co_lead"
    for code, own in parts.items():
        due = max((part.due for part in own if part.due is not None), default=None)
        if any(part.claimed_without_proof for part in own):
            said = claims.get(code) or due
            if said is not None:
                yield code, Count("claims.without_proof", said, open_since=True)
        if due is None or due >= index.as_of:
            continue
        done = all(part.status is Status.DONE for part in own)
        ends = [part.done_on for part in own if part.done_on is not None] if done else []
        late = any(part.days_late > 0 for part in own)
        for name in _names(role, done=done, late=late):
            yield code, Count(f"tasks.{name}", due, until=max(ends, default=None), open_since=True)


def _names(role: str, *, done: bool, late: bool) -> Iterable[str]:
    """Return what a duty that has fallen due is counted as."""
    yield f"{role}_due"
    if role == "co_lead":
        yield from ("co_lead_done",) if done else ()
    elif done:
        yield "lead_done_late" if late else "lead_done_in_time"
    else:
        yield "lead_overdue"


def _claims(reports: Iterable[Report], index: FactsIndex) -> dict[str, date]:
    """Return the day of the last claim by body, of the reports on one task."""
    found: dict[str, date] = {}
    for report in reports:
        if report.situation is Situation.DONE and report.received_on <= index.as_of:
            body = index.bodies.holder(report.agency, task=report.task)
            found[body] = max(found.get(body, report.received_on), report.received_on)
    return found


def _of_evidence(evidence: Iterable[Evidence], index: FactsIndex) -> _Counted:
    """Count evidence that a second person has decided upon; what waits is nobody's fault."""
    for piece in evidence:
        verified = piece.state is State.VERIFIED
        if not piece.agency or not (verified or piece.state is State.RETURNED):
            continue
        if verified and not known_filed(piece, index.as_of):
            continue
        body = index.bodies.holder(piece.agency, task=piece.task)
        yield body, Count("evidence.filed", piece.received_on)
        if verified:
            yield body, Count("evidence.verified", piece.received_on)


def _of_turns(index: FactsIndex) -> _Counted:
    """Count the turns of bodies that others asked: as partner of the task, or as who can resolve it.

    A turn is counted once its time has run out or it has ended with an answer; one that was passed on
    in time is the next body's.
    """
    tasks = {task.code: task for task in index.programme.tasks}
    holidays = frozenset(index.facts.holidays)
    for turn in index.facts.handled.turns:
        task = tasks.get(turn.task)
        if task is None:
            continue
        body = index.bodies.holder(turn.asked, task="")
        partners = index.bodies.parts(task.coordinators, task=task.code, due=task.deadline.due).holders
        if body in partners:
            last = add_working_days(turn.since, ANSWER_WITHIN, holidays)
            names = ("tasks.partner_asked", "tasks.partner_answered")
            kept = turn.until is not None and turn.until <= last
        elif turn.kind == Kind.DIFFICULTY.value:
            last = turn.since + timedelta(days=RESOLVED_WITHIN)
            names = ("obstacles.reported", "obstacles.resolved")
            kept = turn.until is not None and turn.until <= last and turn.solved
            if turn.passed and turn.until is not None and turn.until <= last:
                continue
        else:
            continue
        if turn.until is None and index.as_of <= last:
            continue
        yield body, Count(names[0], turn.since)
        if kept:
            yield body, Count(names[1], turn.since)


def _of_disputes(index: FactsIndex) -> _Counted:
    """Count disputes that were answered after their last day, for the body that answered."""
    for each in index.facts.handled.disputes:
        if each.answered_on is not None and each.answered_on > each.due_on and each.answered_by:
            body = index.bodies.holder(each.answered_by, task="")
            yield body, Count("disputes.answered_late", each.due_on)
