"""Reading matters: each person finds what concerns the own body, what waits for it, and no more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.conf import settings
from django.db.models import Q, QuerySet

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import NotFound
from thuocdo.cycles import queries as records
from thuocdo.cycles.intake import Books
from thuocdo.cycles.matters import models
from thuocdo.cycles.matters.rules import (
    WAITING,
    Case,
    is_overdue,
    ladder,
    may_read,
    moves_of,
)
from thuocdo.cycles.matters.types import Kind, Matter, State, Step, Word
from thuocdo.cycles.types import RecordKind
from thuocdo.programme.rules import predecessors
from thuocdo.programme.types import Task

PAGE = 50
_JUDGED = [Kind.DISPUTE.value, Kind.EXTENSION.value]
_LEADS_ONLY = frozenset({Kind.DISPUTE, Kind.EXTENSION, Kind.NOTE})
_WAITING = [state.value for state in WAITING]
_READERS = (Permission.REPORT, Permission.APPROVE, Permission.JUDGE, Permission.READ_ALL)


class View(StrEnum):
    """Which matters a person asks for."""

    MINE = "mine"
    ANSWER = "answer"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Line:
    """A matter in a list or on its page, with what this person may do and what is new to them."""

    matter: Matter
    moves: tuple[State, ...]
    overdue: bool
    unread: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list, and how many matters there are in all."""

    lines: tuple[Line, ...]
    total: int
    number: int

    @property
    def last(self) -> int:
        """Return the number of the last page."""
        return max(1, -(-self.total // PAGE))


def line(public_id: str, *, by: Actor, day: date, books: Books | None = None) -> Line:
    """Return one matter; what the person may not see does not exist."""
    row = models.Matter.objects.filter(public_id=public_id).first()
    found = _lines([row], by=by, day=day, books=books or Books(day=day)) if row is not None else ()
    if not found:
        raise NotFound("There is no such matter.", hint="Look for it in the list of matters.")
    return found[0]


def page(
    slug: str,
    *,
    by: Actor,
    day: date,
    view: View,
    kind: Kind | None = None,
    number: int = 1,
    books: Books | None = None,
) -> Page:
    """Return one page of a person's matters, newest first; what waits longest first where they answer."""
    books = books or Books(day=day)
    rows = models.Matter.objects.filter(programme=slug).exclude(kind=Kind.DESIGNATION.value)
    if not any(can(by, each) for each in _READERS):
        return Page((), 0, number)
    if kind is not None:
        rows = rows.filter(kind=kind.value)
    if view is View.ANSWER:
        waits = _waiting_for(rows, by, _codes(by, slug, books))
        lines = tuple(each for each in _lines(waits, by=by, day=day, books=books) if _is_mine(each))
        return Page(lines[(number - 1) * PAGE : number * PAGE], len(lines), number)
    rows = (
        _of_everybody(rows, by) if view is View.ALL else rows.filter(agency__in=_codes(by, slug, books))
    ).order_by("-opened_at", "-id")
    total = rows.count()
    shown = list(rows[(number - 1) * PAGE : number * PAGE])
    return Page(_lines(shown, by=by, day=day, books=books), total, number)


def about(slug: str, task: str, *, by: Actor, day: date, kinds: Iterable[Kind]) -> tuple[Line, ...]:
    """Return what was opened about one task, newest first, as far as the person may see it."""
    rows = models.Matter.objects.filter(programme=slug, task=task, kind__in=[each.value for each in kinds])
    return _lines(list(rows.order_by("-opened_at", "-id")), by=by, day=day, books=Books(day=day))


def designations(slug: str, *, by: Actor, day: date, books: Books | None = None) -> tuple[Line, ...]:
    """Return the proposals of who is meant by a name, those that wait first."""
    rows = models.Matter.objects.filter(programme=slug, kind=Kind.DESIGNATION.value)
    found = _lines(list(rows.order_by("-opened_at", "-id")), by=by, day=day, books=books or Books(day=day))
    return tuple(sorted(found, key=lambda each: each.matter.state is not State.OPEN))


def notes(slug: str, *, cycle: str, agency: str, by: Actor, day: date) -> Mapping[str, Line]:
    """Return a body's notes of one cycle by task: what waits for the head stands before what stands."""
    rows = models.Matter.objects.filter(
        programme=slug,
        kind=Kind.NOTE.value,
        cycle=cycle,
        agency=agency,
        state__in=[State.SUBMITTED.value, State.STANDING.value],
    )
    found = _lines(list(rows), by=by, day=day, books=Books(day=day))
    return {
        each.matter.task: each
        for each in sorted(found, key=lambda each: each.matter.state is State.SUBMITTED)
    }


def published(slug: str, *, as_of: date) -> tuple[Matter, ...]:
    """Return what publication shows, as it stood at the end of a day: disputes, and notes that stand."""
    rows = models.Matter.objects.filter(programme=slug, public=True, sent_on__lte=as_of).order_by("public_id")
    found = []
    for row in rows.prefetch_related("said"):
        said = tuple(word for word in _words(row) if _day_of(word) <= as_of)
        if said and said[-1].state not in {State.SUBMITTED, State.WITHDRAWN, State.REPLACED}:
            value = row.to_value(said)
            found.append(value if value.state is said[-1].state else _as_it_stood(value, said))
    return tuple(found)


def records_of(slug: str, task: str, agency: str) -> tuple[tuple[str, str, str], ...]:
    """Return id, text and state of what a body handed in for a task; what was replaced is left out."""
    found = []
    for kind in (RecordKind.EVIDENCE, RecordKind.REPORT):
        rows = records.MODELS[kind].objects.filter(programme=slug, task=task, agency=agency)
        for row in rows.exclude(state="corrected").order_by("received_at", "public_id"):
            text = row.content.get("text") or row.content.get("situation", "")
            found.append((row.public_id, text, row.state))
    return tuple(found)


def own_task(slug: str, code: str, *, kind: Kind, by: Actor, books: Books) -> Task:
    """Return the task, if the person's body may open such a matter on it; another body's is not found."""
    task = books.task(slug, code)
    if task is None:
        raise NotFound("There is no such task.", hint="See the list of tasks for the codes.")
    if kind is Kind.DESIGNATION:
        return task
    leads = by.agency in books.leads(slug, task)
    if not leads and (kind in _LEADS_ONLY or not books.takes_part(slug, task, by.agency)):
        raise NotFound("This is no task of your body.", hint="See your list of tasks.")
    return task


def locked(public_id: str) -> models.Matter:
    """Return the row for an action, locked where the database can."""
    row: models.Matter | None = models.Matter.objects.select_for_update().filter(public_id=public_id).first()
    if row is None:
        raise NotFound("There is no such matter.", hint="Look for it in the list of matters.")
    return row


def cases(rows: Sequence[models.Matter], books: Books) -> list[Case]:
    """Return what the table of moves must know, with a constant number of queries."""
    touched = _touched(rows)
    said = models.Word.objects.filter(matter__in=rows).exclude(body="").values_list("matter_id", "body")
    asked: dict[int, set[str]] = {}
    for matter, body in said:
        asked.setdefault(matter, set()).add(body)
    return [_case(row, books, touched.get(row.pk, frozenset()), asked.get(row.pk, set())) for row in rows]


def _case(row: models.Matter, books: Books, people: frozenset[str], asked: set[str]) -> Case:
    task = books.task(row.programme, row.task)
    judged = row.kind in _JUDGED
    return Case(
        id=row.public_id,
        kind=Kind(row.kind),
        state=State(row.state),
        own=_speaking(row.agency, row.programme, books),
        opened_by=row.opened_by,
        sent_by=row.sent_by,
        asked=_speaking(row.asked, row.programme, books),
        ladder=frozenset().union(*(_speaking(code, row.programme, books) for code in {row.asked, *asked})),
        barred=books.leads(row.programme, task) if judged and task is not None else frozenset(),
        people=people,
    )


def _speaking(agency: str, slug: str, books: Books) -> frozenset[str]:
    """Return the body and the one that answers for it today."""
    if not agency:
        return frozenset()
    try:
        return frozenset({agency, books.answers_for(slug, agency)})
    except NotFound:
        return frozenset({agency})


def _codes(by: Actor, slug: str, books: Books) -> tuple[str, ...]:
    """Return the person's body with those whose duties have come to it."""
    if not by.agency:
        return ()
    try:
        return (by.agency, *predecessors(by.agency, books.register(slug)))
    except NotFound:
        return (by.agency,)


def _touched(rows: Sequence[models.Matter]) -> dict[int, frozenset[str]]:
    """Return who wrote, sent, verified or returned what each dispute is about.

    Where a dispute names no record, everything is meant that the body handed in for the task.
    """
    disputes = [row for row in rows if row.kind == Kind.DISPUTE.value]
    if not disputes:
        return {}
    tasks, agencies = {row.task for row in disputes}, {row.agency for row in disputes}
    of_task: dict[tuple[str, str, str], list[str]] = {}
    for kind in (RecordKind.EVIDENCE, RecordKind.REPORT):
        known = records.MODELS[kind].objects.filter(task__in=tasks, agency__in=agencies)
        for slug, task, agency, public_id in known.values_list("programme", "task", "agency", "public_id"):
            of_task.setdefault((slug, task, agency), []).append(public_id)
    meant = {
        row.pk: row.content.get("evidence") or of_task.get((row.programme, row.task, row.agency), [])
        for row in disputes
    }
    ids = {public_id for each in meant.values() for public_id in each}
    people: dict[str, set[str]] = {}
    for thing, person in Event.objects.filter(on__in=ids).values_list("on", "by"):
        people.setdefault(thing, set()).add(person)
    return {
        key: frozenset(person for public_id in each for person in people.get(public_id, ()))
        for key, each in meant.items()
    }


def _lines(rows: Sequence[models.Matter], *, by: Actor, day: date, books: Books) -> tuple[Line, ...]:
    visible = [(row, case) for row, case in zip(rows, cases(rows, books), strict=True) if may_read(case, by)]
    shown = [row for row, _ in visible]
    said: dict[int, list[Word]] = {}
    for word in models.Word.objects.filter(matter__in=shown).order_by("matter_id", "number"):
        said.setdefault(word.matter_id, []).append(word.to_value())
    seen = dict(models.Seen.objects.filter(matter__in=shown, person=by.id).values_list("matter_id", "number"))
    return tuple(
        _line(row, case, tuple(said.get(row.pk, ())), seen.get(row.pk, 0), by=by, day=day)
        for row, case in visible
    )


def _line(row: models.Matter, case: Case, said: tuple[Word, ...], seen: int, *, by: Actor, day: date) -> Line:
    foreign = [word for word in said if word.number > seen and word.by != by.id]
    asked = [(word.body, _day_of(word)) for word in said if word.body]
    if asked and row.sent_on is not None:
        asked[0] = (asked[0][0], row.sent_on)
    ended = row.answered_on or (_day_of(said[-1]) if said and row.state not in _WAITING else None)
    return Line(
        matter=row.to_value(said),
        moves=moves_of(case, by),
        overdue=is_overdue(state=case.state, due_on=row.due_on, day=day),
        unread=bool(foreign),
        steps=ladder(asked, until=ended, day=day) if row.sent_on is not None else (),
    )


def _waiting_for(rows: "QuerySet[models.Matter]", by: Actor, codes: Sequence[str]) -> Sequence[models.Matter]:
    wanted = Q(state__in=_WAITING, asked__in=codes) if codes else Q(pk__in=[])
    if can(by, Permission.JUDGE):
        wanted |= Q(state__in=_WAITING, kind__in=_JUDGED)
    if can(by, Permission.APPROVE) and codes:
        wanted |= Q(state=State.SUBMITTED.value, agency__in=codes)
    return list(rows.filter(wanted).order_by("due_on", "opened_at", "id"))


def _is_mine(line: Line) -> bool:
    return any(state is not State.WITHDRAWN for state in line.moves)


def _of_everybody(rows: "QuerySet[models.Matter]", by: Actor) -> "QuerySet[models.Matter]":
    return rows.exclude(state=State.SUBMITTED.value) if can(by, Permission.READ_ALL) else rows.none()


def _words(row: models.Matter) -> tuple[Word, ...]:
    return tuple(word.to_value() for word in sorted(row.said.all(), key=lambda word: word.number))


def _day_of(word: Word) -> date:
    return local_day(word.at, settings.THUOCDO_ZONE)


def _as_it_stood(value: Matter, said: tuple[Word, ...]) -> Matter:
    return replace(value, state=said[-1].state, answered_by="", answered_on=None)
