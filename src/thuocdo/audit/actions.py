"""Recording what was done, in the transaction of the change itself."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection

from thuocdo.audit.commitment import commitment, new_nonce
from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import canonical_json


def record(*, kind: str, on: str, by: Actor, at: datetime, body: Mapping[str, Any]) -> str:
    """Append one event and return its commitment; refuses outside a transaction.

    The body carries no personal data beyond the actor's log-in name (trust.md §2.2).
    """
    if not connection.in_atomic_block:
        msg = "an audit event belongs into the transaction of its change"
        raise RuntimeError(msg)
    full = {"kind": kind, "on": on, "by": by.id, "at": at.isoformat(), **body}
    nonce = new_nonce()
    digest = commitment(full, nonce)
    Event.objects.create(
        kind=kind,
        on=on,
        by=by.id,
        at=at,
        body=canonical_json(full).decode(),
        nonce=nonce,
        commitment=digest,
    )
    return digest
