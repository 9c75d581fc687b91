"""What a body got for what it handed in, read from the audit trail."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from thuocdo.audit.models import Event
from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import NotFound

_KIND = "handed_in"


@dataclass(frozen=True, slots=True)
class HandInReceipt:
    """What was received of a body in one act; `place` orders receipts by time of receipt."""

    place: int
    receipt: str
    programme: str
    cycle: str
    at: datetime
    by: str
    tasks: tuple[str, ...]
    records: tuple[str, ...]


def receipts(agency: str, *, before: int | None = None, limit: int) -> tuple[HandInReceipt, ...]:
    """Return a body's receipts, the newest first; those older than the place `before`."""
    rows = _of(agency)
    if before is not None:
        rows = rows.filter(id__lt=before)
    return tuple(_value(row.pk, row, json.loads(row.body)) for row in rows.order_by("-id")[:limit])


def receipt(code: str, *, agency: str) -> HandInReceipt:
    """Return a body's receipt by its code; that of another body does not exist."""
    row = _of(agency).filter(commitment=code).first()
    if row is None:
        raise NotFound("There is no such receipt.", hint="List your receipts.")
    return _value(row.pk, row, json.loads(row.body))


def _of(agency: str) -> "QuerySet[Event]":
    # Bodies are RFC 8785 JSON: inside a text quotes are escaped, so these signs are the field itself.
    said = canonical_json({"agency": agency}).decode().removeprefix("{").removesuffix("}")
    return Event.objects.filter(kind=_KIND, body__contains=said)


def _value(place: int, row: Event, body: Mapping[str, Any]) -> HandInReceipt:
    return HandInReceipt(
        place=place,
        receipt=row.commitment,
        programme=body["programme"],
        cycle=body["cycle"],
        at=row.at,
        by=row.by,
        tasks=tuple(body["tasks"]),
        records=tuple(body["records"]),
    )
