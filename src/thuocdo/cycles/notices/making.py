"""Making a run's notices and messages: one transaction, whose second run makes nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from thuocdo.core.errors import Conflict
from thuocdo.cycles.notices import models, rules
from thuocdo.cycles.notices.outbox import Message, put
from thuocdo.cycles.notices.types import AT_ONCE, Channel, Notice, Person, Standing

CARRIED_FOR = timedelta(days=3)
"""How long a notice waits for a message of the day; what is older is in the workspace only."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the last run left: parts at risk (None before the first run), its place in the trail."""

    risks: frozenset[tuple[str, str]] | None
    trail: int
    version: int


@dataclass(frozen=True, slots=True)
class Run:
    """What one run found out: the day's standing, notices, messages to machines, its place in the trail."""

    standing: Standing
    notices: tuple[Notice, ...]
    messages: tuple[Message, ...] = ()
    trail: int = 0


def remembered(programme: str) -> Remembered:
    """Return what the last run of a programme left."""
    row = models.Memory.objects.filter(programme=programme).first()
    if row is None:
        return Remembered(None, 0, 0)
    risks = None if row.risks is None else frozenset((task, agency) for task, agency in row.risks)
    return Remembered(risks, row.trail, row.version)


@transaction.atomic
def make(
    run: Run, *, before: Remembered, people: Sequence[Person], day: date, now: datetime, send: bool
) -> int:
    """Write down a run: its notices, and the messages that carry them; returns how many were new.

    Every row has a unique key, so nothing is made twice; two runs that built on the same memory
    cannot both end (the second is refused with Conflict and nothing of it stays). `send` says
    that the hour has come for the messages of the day; what tells of returned work never waits.
    """
    _advance(run, before)
    fresh = write(run.notices, people=people, day=day, now=now)
    addresses = {person.id for person in people if person.address}
    at_once = [
        Message(_own_message(each), Channel.MAIL, each.person, {})
        for each in fresh
        if each.person in addresses and each.occasion in AT_ONCE
    ]
    put([*at_once, *run.messages], now=now)
    if send:
        _send_of_the_day(addresses, day=day, now=now)
    return len(fresh)


def write(
    notices: Sequence[Notice], *, people: Sequence[Person], day: date, now: datetime
) -> tuple[Notice, ...]:
    """Put notices into the lists of their people and return the new ones; a known key is left alone."""
    keys = [each.key for each in notices]
    known = set(models.Notice.objects.filter(key__in=keys).values_list("key", flat=True))
    fresh = tuple(each for each in notices if each.key not in known)
    addresses = {person.id for person in people if person.address}
    models.Notice.objects.bulk_create(
        [
            models.Notice(
                key=each.key,
                person=each.person,
                occasion=each.occasion.value,
                params=dict(each.params),
                place=each.place.value,
                made_on=day,
                made_at=now,
                message=_own_message(each) if each.person in addresses else "",
            )
            for each in fresh
        ],
        ignore_conflicts=True,
    )
    return fresh


def mark_read(person: str, *, ids: Collection[int] | None, now: datetime) -> int:
    """Mark a person's own notices as read, all when none is named; returns how many were unread.

    No audit event: it would tell nobody anything, and each event makes every page compute anew.
    """
    mine = models.Notice.objects.filter(person=person, read_at=None)
    if ids is not None:
        mine = mine.filter(pk__in=ids)
    return int(mine.update(read_at=now))


def _own_message(notice: Notice) -> str:
    """Return the key of the message that carries this notice alone, "" for what waits for the day's."""
    return f"now:{notice.key}" if notice.occasion in AT_ONCE else ""


def _advance(run: Run, before: Remembered) -> None:
    models.Memory.objects.bulk_create(
        [models.Memory(programme=run.standing.programme)], ignore_conflicts=True
    )
    risks = sorted(rules.risks(run.standing))
    mine = models.Memory.objects.filter(programme=run.standing.programme, version=before.version)
    if not mine.update(risks=risks, trail=max(run.trail, before.trail), version=before.version + 1):
        raise Conflict("Another run made the notices meanwhile.", hint="The next run goes on from there.")


def _send_of_the_day(addresses: set[str], *, day: date, now: datetime) -> None:
    """Give each person one message with everything that no message has carried yet."""
    waiting = models.Notice.objects.filter(
        person__in=addresses, message="", read_at=None, made_on__gt=day - CARRIED_FOR
    )
    keys = {person: f"day:{day}:{person}" for person in waiting.values_list("person", flat=True).distinct()}
    there = set(models.Outbox.objects.filter(key__in=keys.values()).values_list("key", flat=True))
    for person, key in keys.items():
        if key not in there:
            put([Message(key, Channel.MAIL, person, {})], now=now)
            waiting.filter(person=person).update(message=key)
