"""Reading the audit trail."""

import json

from thuocdo.audit.models import Event as Row
from thuocdo.audit.types import Event


def events_on(thing: str) -> tuple[Event, ...]:
    """Return all events of one thing, oldest first."""
    return tuple(_value(row) for row in Row.objects.filter(on=thing).order_by("id"))


def _value(row: Row) -> Event:
    return Event(
        kind=row.kind,
        on=row.on,
        by=row.by,
        at=row.at,
        body=json.loads(row.body),
        nonce=bytes(row.nonce),
        commitment=row.commitment,
    )
