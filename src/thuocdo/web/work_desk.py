"""The list of my work: each task's computed status beside where this period's report stands."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from thuocdo.config.current import Known, today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import NotFound
from thuocdo.cycles.calendar import taking
from thuocdo.cycles.opening import calendar_of
from thuocdo.cycles.owing import open_questions
from thuocdo.cycles.standing import standing
from thuocdo.cycles.types import OpenCycle, Question, Standing, State
from thuocdo.evaluation.queries import on_desk
from thuocdo.evaluation.types import Status
from thuocdo.programme import queries as programmes
from thuocdo.programme.rules import holder_on
from thuocdo.programme.types import Register, Task
from thuocdo.web import desk
from thuocdo.web.language import N_

STATES: Mapping[str, str] = {
    "not_reported": N_("not reported yet"),
    "saved": N_("a draft"),
    "submitted": N_("waits for the head"),
    "sent": N_("has been sent"),
    "returned": N_("given back"),
    "verified": N_("has been verified"),
    "not_needed": N_("not needed"),
}
"""Where the report of the period stands; words, never buttons."""

_STARTED = frozenset({"saved", "returned"})
_NOTHING_UNDER_WAY = frozenset({"not_reported", "sent", "verified"})
_SENT = frozenset({"sent", "verified"})
_CLOSED = frozenset({Status.DONE, Status.REPLACED})
ASKS = timedelta(days=30)
"""How long before its end a period asks for reports; a question between periods is answered by itself."""


@dataclass(frozen=True, slots=True)
class Line(desk.Row):
    """A task on the desk with its report: `question` is a due date that asks between two periods.

    `cycle` is what a report made now is for: "" where it answers the question. `asked` says that a
    report is expected now, by the question or by the end of the period.
    """

    standing: Standing
    state: str
    cycle: str
    question: Question | None = None
    asked: bool = False
    leads: bool = True

    @property
    def word(self) -> str:
        """Return the word for the state of the report."""
        return STATES[self.state]

    @property
    def waits(self) -> bool:
        """Say whether somebody of the body has to do something now."""
        return self.leads and (self.state in _STARTED or (self.state == "not_reported" and self.asked))


@dataclass(frozen=True, slots=True)
class Work:
    """Everything on one body's desk, what waits first."""

    desk: desk.Desk
    cycle: OpenCycle | None
    leads: tuple[Line, ...]
    takes_part: tuple[Line, ...]

    @property
    def waiting(self) -> tuple[Line, ...]:
        """Return the tasks for which something has to be done, in the order of the list."""
        return tuple(line for line in self.leads if line.waits)

    @property
    def asked(self) -> int:
        """Return for how many tasks this period asks a report."""
        return sum(line.state != "not_needed" for line in self.leads)

    @property
    def sent(self) -> int:
        """Return how many of them have left the body."""
        return sum(line.state in _SENT for line in self.leads)

    def counts(self) -> tuple[tuple[str, str, int], ...]:
        """Return state, word and number for the filter."""
        found = Counter(line.state for line in (*self.leads, *self.takes_part))
        return tuple((state, word, found[state]) for state, word in STATES.items())

    def line(self, task: str) -> Line | None:
        """Return the line of a task, None when it is not on this desk."""
        return next((each for each in (*self.leads, *self.takes_part) if each.task.code == task), None)

    def after(self, task: str) -> Line | None:
        """Return what waits next after a task, from the top again at the end; None when nothing does."""
        codes = [line.task.code for line in self.leads]
        place = codes.index(task) + 1 if task in codes else 0
        turned = (*self.leads[place:], *self.leads[:place])
        return next((line for line in turned if line.waits and line.task.code != task), None)

    def next_date(self, day: date) -> Line | None:
        """Return the open task that is due next."""
        coming = [line for line in self.leads if line.due and line.due >= day and line.status not in _CLOSED]
        return min(coming, key=lambda line: line.due or date.max, default=None)


@dataclass(frozen=True, slots=True)
class Duty:
    """What a form has to be held against: a task of the person's body, and the period of the report.

    `own` are the ids of the body's evidence of this task, known where they were asked for.
    """

    person: Actor
    slug: str
    task: Task
    cycle: str
    register: Register
    as_of: date
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person stands: on the desk of the body, at one of its tasks."""

    person: Actor
    known: Known
    work: Work
    row: Line

    @property
    def slug(self) -> str:
        """Return the programme."""
        return self.known.facts.programme.slug

    @property
    def duty(self) -> Duty:
        """Return what a form at this place is held against."""
        facts, row = self.known.facts, self.row
        own = frozenset(each.value.id for each in row.standing.evidence)
        return Duty(self.person, self.slug, row.task, row.cycle, facts.register, facts.as_of, own)


def duty_now(person: Actor, task: str) -> Duty | None:
    """Return the duty of a task in the last weeks of a period, without reading any record.

    None where there is none, and where records decide: outside of these weeks a due date between the
    periods may ask.
    """
    slug, day = settings.THUOCDO_PROGRAMME, today()
    try:
        programme, register = programmes.programme(slug, as_of=day), programmes.register(slug)
    except NotFound:
        return None
    mine = on_desk(programme, register, holder_on(person.agency, day, register), as_of=day)
    found = next((each for each in programme.tasks if each.code == task), None)
    cycle = taking(calendar_of(slug, day=day, programme=programme), day)
    if cycle is None or found is None or task not in mine.own | mine.whole or not _is_near(cycle, day):
        return None
    return Duty(person, slug, found, cycle.code, register, day)


def work_of(known: Known, person: Actor) -> Work:
    """Return the desk of a person's body; the number of queries does not grow with its tasks."""
    slug, day = known.facts.programme.slug, known.facts.as_of
    mine = desk.desk(known, person.agency)
    cycle = taking(calendar_of(slug, day=day, programme=known.facts.programme), day)
    code = cycle.code if cycle else ""
    programme, register = known.facts.programme, known.facts.register

    def of(period: str) -> Mapping[str, Standing]:
        return standing(
            slug, agency=person.agency, cycle=period, day=day, programme=programme, register=register
        )

    of_cycle = of(code)
    asked = _questions(known, mine.body.code)
    now = cycle is not None and _is_near(cycle, day)
    between = of("") if asked and not now else {}
    leads = [
        _line(row, code, between if row.task.code in asked and not now else of_cycle, asked, now=now)
        for row in mine.leads
    ]
    parts = [_part(row, code, of_cycle) for row in mine.takes_part]
    return Work(mine, cycle, _in_order(leads), tuple(parts))


def showing(lines: Sequence[Line], state: str) -> tuple[Line, ...]:
    """Return the lines in a state; all of them for ""."""
    return tuple(line for line in lines if state in {"", line.state})


def _is_near(cycle: OpenCycle, day: date) -> bool:
    """Say whether a period asks for reports already."""
    return day >= cycle.due_on - ASKS


def _questions(known: Known, agency: str) -> dict[str, Question]:
    """Return the due dates that ask a body, by task."""
    facts = known.facts
    found = open_questions(
        facts.programme, facts.register, facts.reports, facts.evidence, facts.as_of, agency=agency
    )
    return {each.task: each for each in found}


def _line(
    row: desk.Row, cycle: str, standings: Mapping[str, Standing], asked: Mapping[str, Question], *, now: bool
) -> Line:
    code, question = row.task.code, asked.get(row.task.code)
    found = standings.get(code) or Standing(code)
    return _with(
        row,
        standing=found,
        state=_state(found, row.status),
        cycle="" if question is not None and not now else cycle,
        question=question,
        asked=now or question is not None,
    )


def _state(found: Standing, status: Status) -> str:
    """Return where the report stands; evidence that was given back waits for the body like a report."""
    if status in _CLOSED:
        return "not_needed" if found.state == "not_reported" else found.state
    back = any(each.state is State.RETURNED for each in found.evidence)
    return State.RETURNED.value if back and found.state in _NOTHING_UNDER_WAY else found.state


def _part(row: desk.Row, cycle: str, of_cycle: Mapping[str, Standing]) -> Line:
    """Return a task in which the body takes part: nobody asks it for a report, and it may give one."""
    found = of_cycle.get(row.task.code) or Standing(row.task.code)
    state = "not_needed" if found.state == "not_reported" else found.state
    return _with(row, standing=found, state=state, cycle=cycle, leads=False)


def _with(row: desk.Row, **more: Any) -> Line:
    return Line(**{each.name: getattr(row, each.name) for each in fields(row)}, **more)


def _in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (line.question is None, line.state != "returned")))
