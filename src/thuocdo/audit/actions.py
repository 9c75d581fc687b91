"""Recording what was done, in the transaction of the change itself."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.db import connection

from thuocdo.audit import looking
from thuocdo.audit.commitment import commitment, new_nonce
from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import canonical_json

_together: ContextVar[list[Event] | None] = ContextVar("together", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Write the events of everything within with one statement, at the end.

    For an act that happens wholly or not at all: no refusal within may be caught within, and nobody
    within looks for an event of the same act.
    """
    token = _together.set([])
    try:
        yield
        Event.objects.bulk_create(_together.get() or [])
    finally:
        _together.reset(token)


def record(*, kind: str, on: str, by: Actor, at: datetime, body: Mapping[str, Any]) -> str:
    """Append one event and return its commitment; refuses outside a transaction.

    The body carries no personal data beyond the actor's log-in name (trust.md §2.2).
    """
    return record_all(events=[(kind, on, body)], by=by, at=at)[0]


def record_all(
    *, events: Iterable[tuple[str, str, Mapping[str, Any]]], by: Actor, at: datetime
) -> tuple[str, ...]:
    """Append many events of one act (kind, thing, body) and return their commitments, in order."""
    if not connection.in_atomic_block:
        msg = "an audit event belongs into the transaction of its change"
        raise RuntimeError(msg)
    rows = [_row(kind, on, body, by, at) for kind, on, body in events]
    waiting = _together.get()
    if waiting is None:
        Event.objects.bulk_create(rows)
    else:
        waiting += rows
    for row in rows:
        looking.wrote(row.kind)
    return tuple(row.commitment for row in rows)


def _row(kind: str, on: str, body: Mapping[str, Any], by: Actor, at: datetime) -> Event:
    full = {"kind": kind, "on": on, "by": by.id, "at": at.isoformat(), **body}
    acting_for = {lent.permission: lent.by for lent in by.lent if lent.by}
    if acting_for:
        full["for"] = acting_for  # whose permission the person held when this was done
    nonce = new_nonce()
    return Event(
        kind=kind,
        on=on,
        by=by.id,
        at=at,
        body=canonical_json(full).decode(),
        nonce=nonce,
        commitment=commitment(full, nonce),
    )
