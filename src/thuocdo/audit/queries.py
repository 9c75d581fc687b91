"""Reading the audit trail."""

import json
from collections.abc import Collection
from datetime import timedelta

from django.db.models import Count, QuerySet, Window

from thuocdo.audit import looking
from thuocdo.audit.models import Event as Row
from thuocdo.audit.types import Entry, Event, Wanted
from thuocdo.core.dates import start_of_day


def events_on(thing: str) -> tuple[Event, ...]:
    """Return all events of one thing, oldest first."""
    return tuple(to_event(row) for row in Row.objects.filter(on=thing).order_by("id"))


def trail_of(kinds: Collection[str]) -> tuple[int, str]:
    """Return what changes with each event of these few kinds: their number, and the newest's commitment.

    The number is needed beside the newest: on PostgreSQL a transaction may commit after one that began
    later, and then the newest event stays the same. Within one look it is asked once.
    """
    found = looking.seen(kinds)
    if found is None:
        telling = Row.objects.filter(kind__in=kinds).annotate(number=Window(Count("*")))
        found = telling.order_by("-id").values_list("number", "commitment").first() or (0, "")
        looking.remember(kinds, found)
    return found


def search(wanted: Wanted, *, most: int, before: int = 0, after: int = 0) -> tuple[Entry, ...]:
    """Return the events that fit, newest first, `most` at most: older or newer than a number, if given.

    Paging by number stays right while new events come in.
    """
    rows = _wanted(wanted)
    if after:
        newer = rows.filter(id__gt=after).order_by("id")[:most]
        return tuple(Entry(row.pk, to_event(row)) for row in reversed(newer))
    if before:
        rows = rows.filter(id__lt=before)
    return tuple(Entry(row.pk, to_event(row)) for row in rows.order_by("-id")[:most])


def has_newer(wanted: Wanted, number: int) -> bool:
    """Say whether there are events that fit and came after this one."""
    return _wanted(wanted).filter(id__gt=number).exists()


def _wanted(wanted: Wanted) -> QuerySet[Row]:
    rows = Row.objects.all()
    if wanted.person:
        rows = rows.filter(by=wanted.person)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.thing:
        rows = rows.filter(on__startswith=wanted.thing)
    if wanted.first is not None:
        rows = rows.filter(at__gte=start_of_day(wanted.first))
    if wanted.last is not None:
        rows = rows.filter(at__lt=start_of_day(wanted.last + timedelta(days=1)))
    return rows


def to_event(row: Row) -> Event:
    """Return a stored event as a value."""
    return Event(
        kind=row.kind,
        on=row.on,
        by=row.by,
        at=row.at,
        body=json.loads(row.body),
        nonce=bytes(row.nonce),
        commitment=row.commitment,
    )
