"""Writing matters: opening one and moving it. One act is one transaction with its audit event."""

import secrets
from datetime import date, datetime
from typing import Any

import msgspec
from django.conf import settings
from django.db import transaction

from thuocdo.accounts import queries as people
from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.dates import local_day
from thuocdo.core.errors import Conflict, Invalid, NotFound
from thuocdo.core.typed import convert
from thuocdo.core.workdays import working_day_after
from thuocdo.cycles.intake import Books
from thuocdo.cycles.matters import models, queries, windows
from thuocdo.cycles.matters.reading import Around, answer_faults, read_content
from thuocdo.cycles.matters.rules import (
    ANSWERED,
    FOREIGN_ASKS,
    PUBLIC,
    check_move,
    check_opener,
    first_state,
    may_read,
)
from thuocdo.cycles.matters.types import ANSWER_WITHIN, Answer, Cells, Content, Kind, Read, State
from thuocdo.programme import actions as programmes
from thuocdo.programme.designating import designation_faults
from thuocdo.programme.rules import existing_on
from thuocdo.programme.types import Designation, Task

_SENT = frozenset({State.OPEN, State.STANDING})


@transaction.atomic
def open_matter(
    *,
    slug: str,
    kind: Kind,
    task: str,
    cells: Cells,
    by: Actor,
    now: datetime,
    once: str = "",
    illustrative: bool = False,
) -> str:
    """Open a matter on a task for the person's body and return its public id.

    A head's matter is sent at once, a reporter's waits for the head. `once` is the sender's own
    key: the same key of the same person is one matter, however often it is sent. An illustrative
    one is made up and says so wherever it is shown.
    """
    check_opener(kind, by)
    key = sha256_hex(f"{by.id}\n{once or secrets.token_hex(16)}".encode())
    known = models.Matter.objects.filter(key=key).first()
    if known is not None:
        return str(known.public_id)
    books = Books(day=_today(now))
    found = queries.own_task(slug, task, kind=kind, by=by, books=books)
    read = _read(slug, found, kind, cells, by=by, books=books)
    cycle = windows.open_window(slug, day=books.day).code if kind is Kind.NOTE else ""
    row = _new(slug, kind, task, read, by=by, now=now)
    row.key, row.cycle, row.illustrative = key, cycle, illustrative
    if kind is Kind.NOTE:
        _replace_notes(row, by=by, now=now)
    taken = Conflict(
        "Your body has such a question about this task open already.", hint="Open it from the list."
    )
    with inserting(taken):
        row.save(force_insert=True)
    _say(row, 1, "opened", Answer(text=read.content.text, body=read.asked), by=by, now=now)
    _record(row, "opened", by=by, now=now)
    return row.public_id


@transaction.atomic
def move_matter(*, matter: str, to: State, by: Actor, now: datetime, answer: Answer | None = None) -> None:
    """Take a matter one step on, as the table of moves allows; every fault of the answer is named at once.

    What the person may not see is `NotFound`. Of two people who move at once one wins, the other
    gets `Conflict`. A confirmed designation is recorded with the programme in the same transaction.
    """
    row, books, said = queries.locked(matter), Books(day=_today(now)), answer or Answer()
    (case,) = queries.cases([row], books)
    if not may_read(case, by):
        raise NotFound("There is no such matter.", hint="Look for it in the list of matters.")
    move = check_move(case, to=to, by=by)
    around = Around(day=books.day, bodies=_bodies(row.programme, books), own=case.own, had=case.ladder)
    faults = answer_faults(said, needs=move.needs, kind=case.kind, around=around)
    if faults:
        raise Invalid("Nothing was changed.", faults=faults)
    if case.kind is Kind.NOTE:
        windows.check_open(row.programme, row.cycle, day=books.day)
    if to is State.STANDING:
        _replace_notes(row, by=by, now=now)
    if to is State.CONFIRMED:
        _designate(row, by=by, now=now)
    _enter(row, to, said, by=by, now=now)
    _say(row, row.words, move.event, said, by=by, now=now)
    _record(row, move.event, by=by, now=now)


def _read(slug: str, task: Task, kind: Kind, cells: Cells, *, by: Actor, books: Books) -> Read:
    records = queries.records_of(slug, task.code, by.agency) if kind is Kind.DISPUTE else ()
    around = Around(
        day=books.day,
        due=task.deadline.due,
        records=frozenset(public_id for public_id, _, _ in records),
        bodies=_bodies(slug, books) if kind in FOREIGN_ASKS else (),
        own={by.agency},
    )
    read = read_content(kind, cells, around)
    faults = list(read.faults)
    if kind is Kind.DESIGNATION and read.content.on is not None:
        register = books.register(slug)
        faults += designation_faults(task, _named(task.code, read.content), register, books.day)
    if faults:
        raise Invalid("Nothing was sent.", faults=faults)
    return read


def _new(slug: str, kind: Kind, task: str, read: Read, *, by: Actor, now: datetime) -> models.Matter:
    state = first_state(kind, by)
    row = models.Matter(
        public_id=f"K-{secrets.token_hex(6)}",
        kind=kind.value,
        state=state.value,
        programme=slug,
        task=task,
        agency=by.agency,
        asked=read.asked,
        content=msgspec.to_builtins(read.content),
        opened_by=by.id,
        opened_at=now,
    )
    for name, value in (_sent(row, by, now) if state in _SENT else {}).items():
        setattr(row, name, value)
    return row


def _sent(row: models.Matter, by: Actor, now: datetime) -> dict[str, Any]:
    """Return what changes when the head lets a matter go: the day, and by when it is answered."""
    kind, today = Kind(row.kind), _today(now)
    due = working_day_after(today, ANSWER_WITHIN) if kind is Kind.DISPUTE else None
    return {"sent_by": by.id, "sent_on": today, "due_on": due, "public": kind in PUBLIC}


def _enter(row: models.Matter, to: State, said: Answer, *, by: Actor, now: datetime) -> None:
    """Write the new state with one guarded update, which also settles races."""
    fields: dict[str, Any] = {"state": to.value, "words": row.words + 1}
    if to in _SENT:
        fields |= _sent(row, by, now)
    if to in ANSWERED:
        fields |= {"answered_by": by.id, "answered_on": _today(now)}
    if said.body and to is State.PASSED:
        fields["asked"] = said.body
    same = models.Matter.objects.filter(pk=row.pk, state=row.state, words=row.words)
    if same.update(**fields) != 1:
        raise Conflict("Somebody else moved this matter meanwhile.", hint="Open it again.")
    for name, value in fields.items():
        setattr(row, name, value)


def _replace_notes(row: models.Matter, *, by: Actor, now: datetime) -> None:
    """End the notes that this one takes the place of; what stands gives way to what the head sent only."""
    same = {"programme": row.programme, "task": row.task, "agency": row.agency, "cycle": row.cycle}
    others = models.Matter.objects.filter(kind=Kind.NOTE.value, **same).exclude(pk=row.pk)
    ends = {State.SUBMITTED: State.WITHDRAWN}
    if row.pk or row.state == State.STANDING:
        ends[State.STANDING] = State.REPLACED
    for old in others.filter(state__in=[state.value for state in ends]):
        to = ends[State(old.state)]
        _enter(old, to, Answer(), by=by, now=now)
        _say(old, old.words, to.value, Answer(), by=by, now=now)
        _record(old, to.value, by=by, now=now)


def _designate(row: models.Matter, *, by: Actor, now: datetime) -> None:
    content = convert(row.content, Content)
    programmes.designate(
        slug=row.programme,
        designation=_named(row.task, content),
        by=people.actor(row.opened_by),
        confirmed_by=by,
        now=now,
    )


def _named(task: str, content: Content) -> Designation:
    on = content.on or date.max
    return Designation(task, content.group, content.members, content.document, on)


def _say(row: models.Matter, number: int, event: str, said: Answer, *, by: Actor, now: datetime) -> None:
    models.Word.objects.create(
        matter=row,
        number=number,
        by=by.id,
        agency=by.agency,
        at=now,
        event=event,
        state=row.state,
        **msgspec.to_builtins(said),
    )


def _record(row: models.Matter, event: str, *, by: Actor, now: datetime) -> None:
    body = {
        "task": row.task,
        "agency": row.agency,
        "state": row.state,
        "asked": row.asked,
        "due_on": row.due_on,
        "number": row.words,
    }
    audit.record(kind=f"{row.kind}_{event}", on=row.public_id, by=by, at=now, body=body)


def _bodies(slug: str, books: Books) -> frozenset[str]:
    return frozenset(body.code for body in existing_on(books.day, books.register(slug)))


def _today(now: datetime) -> date:
    return local_day(now, settings.THUOCDO_ZONE)
