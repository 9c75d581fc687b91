"""Telling the database what stands in the log's files; doing it twice changes nothing."""

from pathlib import Path

from django.db import transaction

from thuocdo.core.canonical import sha256_hex
from thuocdo.log import queries, reading
from thuocdo.log.entries import entry_bytes, read_entry
from thuocdo.log.errors import Unsound
from thuocdo.log.models import Leaf
from thuocdo.log.types import (
    Approval,
    Correction,
    Entry,
    Method,
    Publication,
    Submission,
    Tombstone,
    Verification,
)

_AT_ONCE = 1000


def catch_up(root: Path, signed: int) -> int:
    """Take in the entries that the signer has signed and the database does not know; return how many.

    The log is not written by the transaction that reports, so that nobody waits for a signature;
    here the two are brought together again, also after a crash between them.
    """
    start = queries.size()
    if start > signed:
        raise Unsound("rewound", size=signed, known=start)
    rows: list[Leaf] = []
    for number, data in enumerate(reading.entries(reading.folder(root), signed, since=start), start):
        rows.append(_row(number, read_entry(data, where=f"entry {number}")))
    with transaction.atomic():
        # Another job may do the same at this moment: the rows are the same ones.
        Leaf.objects.bulk_create(rows, batch_size=_AT_ONCE, ignore_conflicts=True)
    return len(rows)


def _row(number: int, entry: Entry) -> Leaf:
    commitment = entry.commitment if isinstance(entry, Submission | Verification | Approval) else None
    return Leaf(number=number, type=entry.TYPE, subject=subject_of(entry), commitment=commitment)


def subject_of(entry: Entry) -> str:
    """Return what an entry is found by."""
    match entry:
        case Submission(agency=agency, period=period):
            return f"{agency} {period}"
        case Publication(manifest=manifest):
            return manifest
        case Method(code=code, formula=formula, queries=digest):
            return f"{code} {formula[:32]} {digest[:32]}"
        case Correction() | Tombstone():
            return sha256_hex(entry_bytes(entry))
    return ""
