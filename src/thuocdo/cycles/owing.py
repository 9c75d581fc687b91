"""Who owes a report on which task, which are settled, and which due dates ask between cycles. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from thuocdo.core.dates import month_end
from thuocdo.core.errors import NotFound
from thuocdo.cycles.types import Asked, Evidence, OpenCycle, Proof, Question, Report, State
from thuocdo.programme.rules import assigned_to, holder_on, predecessors
from thuocdo.programme.types import Assigned, Mode, Programme, Register, Rhythm, Task

NEAR_DAYS = 14
"""Days before the due date from which it asks."""

_HEARD = frozenset({State.SENT, State.VERIFIED})


class Owers:
    """Who owes what on one day; remembered, because many tasks name the same groups."""

    def __init__(self, register: Register, day: date) -> None:
        self._register = register
        self._day = day
        self._designated = {item.task for item in register.designations}
        self._found: dict[tuple[tuple[str, ...], str, date | None], Assigned] = {}
        self._holders: dict[str, str] = {}

    def of(self, task: Task) -> tuple[str, ...]:
        """Return the bodies that owe reports on a task today: its leads, each of several."""
        due = task.deadline.due
        known = due if due is not None and due < self._day else None
        key = (task.leads, task.code if task.code in self._designated else "", known)
        if key not in self._found:
            try:
                self._found[key] = assigned_to(
                    task.leads, task=task.code, due=due, as_of=self._day, register=self._register
                )
            except NotFound:  # a lead that ended without a successor still stands in the document
                self._found[key] = Assigned(task.leads)
        return self._found[key].agencies

    def holder(self, agency: str) -> str:
        """Return the body that answers today for what another one said."""
        if agency not in self._holders:
            self._holders[agency] = holder_on(agency, self._day, self._register)
        return self._holders[agency]


def owes_in(task: Task, cycle: OpenCycle, programme: Programme) -> bool:
    """Say whether a task was to be reported on in a cycle: assigned by its due day, not yet replaced."""
    begun = task.assigned_on or programme.issued_on
    if begun > cycle.due_on:
        return False
    return task.replaced_on is None or not task.replaced_by or task.replaced_on > cycle.starts_on


def proofs_of(evidence: Iterable[Evidence]) -> dict[str, list[Proof]]:
    """Return what was accepted, by task."""
    found: dict[str, list[Proof]] = {}
    for piece in evidence:
        if piece.state is State.VERIFIED and piece.verified_on is not None:
            proof = Proof(piece.agency, piece.verified_on, piece.verified_components)
            found.setdefault(piece.task, []).append(proof)
    return found


def settled(task: Task, proofs: Iterable[Proof], *, before: date) -> bool:
    """Say whether accepted evidence covered every required part of a one-off task before a day.

    Evidence that was accepted without naming parts is taken to cover all: this decides only whether
    somebody is asked again, never a status.
    """
    if task.rhythm is not Rhythm.ONCE or not task.components:
        return False
    parts = {part.code for part in task.components}
    covered: set[str] = set()
    for proof in proofs:
        if proof.on < before:
            covered |= set(proof.parts) or parts
    return parts <= covered


def owed_reports(
    programme: Programme, cycles: Iterable[OpenCycle], owers: Owers, proofs: Mapping[str, Sequence[Proof]]
) -> dict[tuple[str, str], list[str]]:
    """Return the tasks that each body (code, cycle) owes a report on; who has proved the whole owes none."""
    found: dict[tuple[str, str], list[str]] = {}
    known = tuple(cycles)
    for task in programme.tasks:
        for owed in owed_on(task, known, programme, owers, proofs.get(task.code, ())):
            found.setdefault(owed, []).append(task.code)
    return found


def owed_on(
    task: Task, cycles: Iterable[OpenCycle], programme: Programme, owers: Owers, proofs: Sequence[Proof]
) -> Iterator[tuple[str, str]]:
    """Yield each body that owes a report on one task, with the code of the cycle."""
    own: dict[str, list[Proof]] = {}
    for proof in proofs:
        own.setdefault(owers.holder(proof.agency), []).append(proof)
    for cycle in cycles:
        if not owes_in(task, cycle, programme):
            continue
        if task.mode is not Mode.EACH_LEAD and settled(task, proofs, before=cycle.starts_on):
            continue
        for agency in owers.of(task):
            if task.mode is Mode.EACH_LEAD and settled(task, own.get(agency, ()), before=cycle.starts_on):
                continue
            yield agency, cycle.code


def due_on(task: Task, day: date) -> date | None:
    """Return the due date that may ask on a day: of a yearly task this year's, of an ongoing one none."""
    if task.rhythm is Rhythm.ONCE:
        return task.deadline.due
    if task.rhythm is Rhythm.EACH_YEAR:
        return _yearly(day.year, task.deadline.day)
    return None  # what is owed each cycle is asked by the cycle


def _yearly(year: int, day: str | None) -> date:
    if not day:
        return date(year, 12, 31)
    month, number = (int(part) for part in day.split("-"))
    return date(year, month, min(number, month_end(year, month).day))


def open_questions(
    programme: Programme,
    register: Register,
    reports: Iterable[Report],
    evidence: Iterable[Evidence],
    day: date,
    *,
    agency: str = "",
) -> tuple[Question, ...]:
    """Return the due dates that ask their leads (or one of them, `agency`) on a day, the oldest first.

    A due date asks from two weeks before it until somebody has filed a report or evidence since
    then, or the result is proved. Reports without a cycle answer it, and any other does too.
    """
    asking = _Asking(Owers(register, day), day, reports, evidence)
    asked = [
        question
        for task in programme.tasks
        if (due := due_on(task, day)) is not None and _may_ask(task, due, programme, day)
        for question in asking.questions(task, due, agency)
    ]
    return tuple(sorted(asked, key=lambda item: (item.due, item.task, item.agency)))


def _may_ask(task: Task, due: date, programme: Programme, day: date) -> bool:
    if task.unmeasurable or day < due - timedelta(days=NEAR_DAYS):
        return False
    if (task.assigned_on or programme.issued_on) > day:
        return False
    return not task.replaced_by or task.replaced_on is None or task.replaced_on > day


class _Asking:
    """What was heard of each task, and who is still asked."""

    def __init__(
        self, owers: Owers, day: date, reports: Iterable[Report], evidence: Iterable[Evidence]
    ) -> None:
        self._owers, self._day = owers, day
        self._said: dict[tuple[str, str], date] = {}
        pieces = tuple(evidence)
        self._proofs = proofs_of(pieces)
        for report in reports:
            self._hear(report)
        for piece in pieces:
            self._hear(piece)

    def _hear(self, item: Report | Evidence) -> None:
        if item.state in _HEARD:
            key = (item.task, self._owers.holder(item.agency))
            self._said[key] = max(self._said.get(key, item.received_on), item.received_on)

    def questions(self, task: Task, due: date, only: str) -> Iterator[Question]:
        """Yield one question for each lead that has been silent since the date began to ask."""
        since = due - timedelta(days=NEAR_DAYS)
        asked = Asked.DUE_PASSED if self._day > due else Asked.DUE_NEAR
        tomorrow = self._day + timedelta(days=1)
        proofs = self._proofs.get(task.code, [])
        for agency in self._owers.of(task):
            if only not in {"", agency}:
                continue
            own = proofs
            if task.mode is Mode.EACH_LEAD:
                own = [proof for proof in proofs if self._owers.holder(proof.agency) == agency]
            last = self._said.get((task.code, agency))
            if settled(task, own, before=tomorrow) or (last is not None and last >= since):
                continue
            yield Question(task.code, agency, due, asked, since)


def with_predecessors(agency: str, register: Register) -> AbstractSet[str]:
    """Return a body and all whose duties have come to it."""
    try:
        return {agency, *predecessors(agency, register)}
    except NotFound:
        return {agency}
