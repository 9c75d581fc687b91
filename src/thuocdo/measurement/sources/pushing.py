"""Receiving a month from an owner whose systems nobody may ask: streamed to a file, counted and logged."""

import hashlib
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import transaction

from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, Invalid, fault
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import queries
from thuocdo.measurement.sources.taking_in import Stores
from thuocdo.measurement.sources.types import Declaration, Kind

_PIECE = 1 << 18
_MEGABYTE = 1_000_000
_NOTHING = N_("Nothing was received.")

Read = Callable[[int], bytes]
"""Gives the next bytes of what is sent, nothing at its end."""


@dataclass(frozen=True, slots=True)
class Received:
    """What was received: it is taken in by the next run."""

    source: str
    month: str
    size: int
    sha256: str


def receive_month(
    *, source: str, month: str, read: Read, stores: Stores, by: Actor, now: datetime
) -> Received:
    """Keep a month that the owner of a source sends, in place of what it sent for the month before.

    Refused are sources of other bodies (as unknown), and more than the source may send. The file is
    whole before it stands under its name.
    """
    check(by, Permission.REPORT)
    declaration = _pushed_by(source, by)
    named = Month.read(month)
    folder = stores.pushed(source)
    folder.mkdir(parents=True, exist_ok=True)
    coming = folder / f".{secrets.token_hex(8)}"
    try:
        size, digest = _write(coming, read, declaration.limits.megabytes)
        with transaction.atomic():
            body = {"month": str(named), "size": size, "sha256": digest, "agency": declaration.owner}
            audit.record(kind="delivery_pushed", on=source, by=by, at=now, body=body)
            coming.replace(folder / f"{named}.{declaration.form.value}")
    finally:
        coming.unlink(missing_ok=True)
    return Received(source, str(named), size, digest)


def _pushed_by(source: str, by: Actor) -> Declaration:
    current = queries.source(source, by).current
    if current is None or current.declaration.owner != by.agency:
        raise queries.unknown()
    if current.declaration.kind is not Kind.PUSH:
        raise Invalid(
            _NOTHING, faults=[fault("source", "kind", N_("is asked by us; nothing is to be sent to it"))]
        )
    return current.declaration


def _write(path: Path, read: Read, megabytes: int) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as file:
        while piece := read(_PIECE):
            size += len(piece)
            if size > megabytes * _MEGABYTE:
                too_large = N_("is larger than the {most} MB that this source may send")
                raise Invalid(_NOTHING, faults=[fault("body", "file", too_large, most=megabytes)])
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if not size:
        raise Invalid(_NOTHING, faults=[fault("body", "file", N_("is empty"))])
    return size, digest.hexdigest()
