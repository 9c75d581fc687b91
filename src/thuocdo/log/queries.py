"""Reading what is logged: what waits, which entry stands for an event, and receipts."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from thuocdo.audit.models import Event as EventRow
from thuocdo.audit.queries import to_event
from thuocdo.audit.types import Event
from thuocdo.core.errors import N_, NotFound
from thuocdo.log import reading, receipts
from thuocdo.log.checkpoints import read_checkpoint
from thuocdo.log.events import HANDED_IN, KINDS, MARK_OF_A_NEW_RECORD, SENT
from thuocdo.log.growing import shown_note
from thuocdo.log.models import Leaf
from thuocdo.log.notes import read_note
from thuocdo.log.reading import Tiled
from thuocdo.log.types import Entry, Method, Publication


class Standing(StrEnum):
    """Where a receipt stands."""

    READY = "ready"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Proof:
    """A receipt of the log, or that it is not there yet; `number` is None before the event is appended."""

    standing: Standing
    number: int | None = None
    data: bytes = b""


def size() -> int:
    """Return how many entries the database knows of."""
    highest = Leaf.objects.aggregate(highest=Max("number"))["highest"]
    return 0 if highest is None else int(highest) + 1


def waiting(limit: int) -> tuple[Event, ...]:
    """Return the oldest events that are not in the log yet.

    Not simply those after the newest logged one: on PostgreSQL a transaction may commit after one
    that began later.
    """
    return tuple(to_event(row) for row in _waiting().order_by("id")[:limit])


def waits() -> int:
    """Return how many events are not in the log yet."""
    return _waiting().count()


def revisions(agency: str, period: str) -> int:
    """Return how many hand-ins of a body for a period are logged."""
    return Leaf.objects.filter(type="submission", subject=f"{agency} {period}").count()


def last(kind: type[Publication]) -> tuple[int, str] | None:
    """Return the number and subject of the last publication, None before the first."""
    row = Leaf.objects.filter(type=kind.TYPE).order_by("-number").first()
    return None if row is None else (row.number, row.subject)


def last_of(code: str) -> tuple[int, str] | None:
    """Return the number and subject of the last method of a code, None before the first."""
    rows = Leaf.objects.filter(type=Method.TYPE, subject__startswith=f"{code} ")
    row = rows.order_by("-number").first()
    return None if row is None else (row.number, row.subject)


def numbered(kind: type[Entry], subject: str) -> int | None:
    """Return the number of the entry of a type and subject, None where there is none."""
    row = Leaf.objects.filter(type=kind.TYPE, subject=subject).order_by("number").first()
    return None if row is None else int(row.number)


def receipt(root: Path, commitment: str, *, held_from: int | None = None) -> Proof:
    """Return the log's receipt for an event; `held_from` is the size from which receipts are held back.

    NotFound for an event that is none or is not logged at all.
    """
    row = Leaf.objects.filter(commitment=commitment).first()
    if row is None:
        if not EventRow.objects.filter(commitment=commitment, kind=HANDED_IN).exists():
            raise NotFound(N_("There is no such receipt."))
        return Proof(Standing.PENDING)
    note = shown_note(root)
    shown = 0 if note is None else read_checkpoint(read_note(note).text).size
    if note is None or row.number >= shown or (held_from is not None and row.number >= held_from):
        return Proof(Standing.PENDING, row.number)
    read = reading.folder(root)
    made = receipts.make(
        entry=reading.entry(read, row.number, shown),
        index=row.number,
        proof=Tiled(read, shown).inclusion(row.number),
        note=note,
    )
    return Proof(Standing.READY, row.number, bytes(made))


def _waiting() -> "QuerySet[EventRow]":
    logged = Exists(Leaf.objects.filter(commitment=OuterRef("commitment")))
    brought = Q(kind__in=SENT, body__contains=MARK_OF_A_NEW_RECORD)
    return EventRow.objects.filter(~logged, kind__in=KINDS).exclude(brought)
