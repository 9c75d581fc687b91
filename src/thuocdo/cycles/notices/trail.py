"""What happened since the last run, read from the audit trail: returned work, answers, events for machines.

Every change writes its audit event in its own transaction, so what is read here has happened,
and what happened is never missed: no action has to remember to tell anybody.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from django.db import connection

from thuocdo.audit.models import Event as AuditEvent
from thuocdo.core.typed import from_json
from thuocdo.cycles.matters.models import Matter
from thuocdo.cycles.matters.rules import ANSWERED, MOVES
from thuocdo.cycles.notices import queries
from thuocdo.cycles.notices.cast import Cast, Returning, answer_notices, delivery_notices, return_notices
from thuocdo.cycles.notices.making import Remembered
from thuocdo.cycles.notices.outbox import Message, put
from thuocdo.cycles.notices.queries import Subscribed
from thuocdo.cycles.notices.types import Channel, Event, Notice, Occasion, Person
from thuocdo.cycles.queries import MODELS

OVERLAP = timedelta(minutes=15)
"""The last minutes are read again: a transaction may commit after one that began later."""

STALE = timedelta(days=7)
"""What is older tells nobody: who loads an old file wants no storm of messages."""

RECORD_EVENTS: Mapping[str, Event] = {
    "report_sent": Event.REPORT_SENT,
    "report_returned": Event.REPORT_RETURNED,
    "report_verified": Event.REPORT_VERIFIED,
    "evidence_sent": Event.EVIDENCE_SENT,
    "evidence_returned": Event.EVIDENCE_RETURNED,
    "evidence_verified": Event.EVIDENCE_VERIFIED,
}
RETURNS: Mapping[str, Occasion] = {
    f"{kind.value}_{event}": occasion
    for kind in MODELS
    for event, occasion in (("returned", Occasion.RETURNED), ("handed_back", Occasion.HANDED_BACK))
}
ANSWERS = frozenset(
    f"{kind.value}_{move.event}"
    for kind, table in MOVES.items()
    for (_, to), move in table.items()
    if to in ANSWERED
)
DELIVERIES = frozenset({"delivery_held", "delivery_failed", "source_stopped"})
KINDS = frozenset(chain(RECORD_EVENTS, RETURNS, ANSWERS, DELIVERIES))


@dataclass(frozen=True, slots=True)
class Happened:
    """What the trail gave: notices for people, messages for machines, and the new place in it."""

    notices: tuple[Notice, ...]
    messages: tuple[Message, ...]
    trail: int


@dataclass(frozen=True, slots=True)
class _Thing:
    """What an event is about."""

    id: str
    task: str
    agency: str
    author: str


def happened(programme: str, *, before: Remembered, people: Sequence[Person], now: datetime) -> Happened:
    """Return what the trail tells since the last run; before the first run it starts at its end."""
    settled = AuditEvent.objects.filter(id__gt=before.trail, at__lte=now - OVERLAP)
    trail = settled.order_by("-id").values_list("id", flat=True).first() or before.trail
    if before.version == 0:
        newest = AuditEvent.objects.order_by("-id").values_list("id", flat=True).first()
        return Happened((), (), newest or 0)
    events = list(
        AuditEvent.objects.filter(id__gt=before.trail, kind__in=KINDS, at__gte=now - STALE).order_by("id")
    )
    things = _things(events, programme)
    return Happened(
        notices=(
            *_returns(events, things, people),
            *_answers(events, things, people),
            *_deliveries(events, people),
        ),
        messages=_messages(events, things, queries.subscriptions()),
        trail=trail,
    )


def enqueue(
    event: Event, *, key: str, programme: str, agency: str, body: Mapping[str, Any], now: datetime
) -> int:
    """Put an event that the audit trail does not tell into the outbox of every machine that asked for it.

    To be called in the transaction of the change itself; `key` makes the event once. Returns how
    many machines will be told.
    """
    if not connection.in_atomic_block:
        msg = "an event belongs into the transaction of its change"
        raise RuntimeError(msg)
    full = {"event": event.value, "programme": programme, "agency": agency, "at": now.isoformat(), **body}
    messages = for_machines(event, key=key, agency=agency, body=full, subscriptions=queries.subscriptions())
    put(messages, now=now)
    return len(messages)


def for_machines(
    event: Event, *, key: str, agency: str, body: Mapping[str, Any], subscriptions: Iterable[Subscribed]
) -> list[Message]:
    """Return one message for each subscription that asked for the event and may know of the body."""
    return [
        Message(f"hook:{each.id}:{key}", Channel.WEBHOOK, each.id, dict(body))
        for each in subscriptions
        if event in each.events and each.agency in {"", agency}
    ]


def reminders_for_machines(
    programme: str, notices: Sequence[Notice], people: Sequence[Person], now: datetime
) -> tuple[Message, ...]:
    """Return the reminders of deadlines for machines: one for each body, day and step, as people get them."""
    subscriptions = [each for each in queries.subscriptions() if Event.REMINDER in each.events]
    if not subscriptions:
        return ()
    bodies = {person.id: person.agency for person in people}
    found: dict[str, Message] = {}
    for notice in notices:
        if notice.occasion not in {Occasion.CYCLE_DUE, Occasion.TASK_DUE}:
            continue
        agency = bodies[notice.person]
        key = f"{notice.key.removesuffix(f':{notice.person}')}:{agency}"
        body = {
            "event": Event.REMINDER.value,
            "programme": programme,
            "agency": agency,
            "about": notice.occasion.value,
            "at": now.isoformat(),
            **notice.params,
        }
        told = for_machines(Event.REMINDER, key=key, agency=agency, body=body, subscriptions=subscriptions)
        for message in told:
            found.setdefault(message.key, message)  # the reporters' come first, and list everything
    return tuple(found.values())


def _things(events: Sequence[AuditEvent], programme: str) -> dict[str, _Thing]:
    """Return what the events are about, by public id, as far as it belongs to the programme."""
    ids = {event.on for event in events}
    found: dict[str, _Thing] = {}
    for model in MODELS.values():
        rows = model.objects.filter(programme=programme, public_id__in=ids)
        for row in rows.only("public_id", "task", "agency", "author"):
            found[row.public_id] = _Thing(row.public_id, row.task, row.agency, row.author)
    for row in Matter.objects.filter(programme=programme, public_id__in=ids):
        found[row.public_id] = _Thing(row.public_id, row.task, row.agency, row.opened_by)
    return found


def _returns(
    events: Sequence[AuditEvent], things: Mapping[str, _Thing], people: Sequence[Person]
) -> list[Notice]:
    """Tell each act of returning once, whatever number of records it gave back."""
    acts: dict[tuple[str, Occasion, str], list[_Thing]] = defaultdict(list)
    for event in events:
        if event.kind in RETURNS and event.on in things:
            thing = things[event.on]
            act = f"{event.at:%Y%m%dT%H%M%S.%f}:{event.by}"
            acts[act, RETURNS[event.kind], thing.agency].append(thing)
    cast = Cast(people)
    found: list[Notice] = []
    for (act, occasion, agency), given in acts.items():
        tasks, authors = {thing.task for thing in given}, {thing.author for thing in given}
        found += return_notices(Returning(act, occasion, agency, tasks, authors), cast)
    return found


def _answers(
    events: Sequence[AuditEvent], things: Mapping[str, _Thing], people: Sequence[Person]
) -> list[Notice]:
    cast = Cast(people)
    return [
        notice
        for event in events
        if event.kind in ANSWERS and event.on in things
        for notice in answer_notices(
            event.on, things[event.on].task, things[event.on].agency, things[event.on].author, cast
        )
    ]


def _deliveries(events: Sequence[AuditEvent], people: Sequence[Person]) -> list[Notice]:
    """Tell the owner of a source each time that its data do not count, with the run or month as the act."""
    cast = Cast(people)
    found: list[Notice] = []
    for event in events:
        if event.kind in DELIVERIES:
            body = from_json(event.body)
            found += delivery_notices(event.commitment, body["agency"], body["source"], body["month"], cast)
    return found


def _messages(
    events: Sequence[AuditEvent], things: Mapping[str, _Thing], subscriptions: Sequence[Subscribed]
) -> tuple[Message, ...]:
    if not subscriptions:
        return ()
    found: list[Message] = []
    for event in events:
        thing = things.get(event.on)
        told = Event.MATTER_ANSWERED if event.kind in ANSWERS else RECORD_EVENTS.get(event.kind)
        if thing is None or told is None:
            continue
        body = {
            "event": told.value,
            "on": thing.id,
            "task": thing.task,
            "agency": thing.agency,
            "at": event.at.isoformat(),
        }
        found += for_machines(
            told, key=event.commitment, agency=thing.agency, body=body, subscriptions=subscriptions
        )
    return tuple(found)
