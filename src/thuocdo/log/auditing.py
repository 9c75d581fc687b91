"""Holding the database against the log: each logged event must still be there, as it was committed to."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path

from thuocdo.audit.commitment import NONCE_BYTES, commitment
from thuocdo.audit.models import Event as Row
from thuocdo.audit.types import Event
from thuocdo.log import reading
from thuocdo.log.entries import read_entry
from thuocdo.log.errors import Unsound
from thuocdo.log.events import entry_of
from thuocdo.log.models import Leaf
from thuocdo.log.types import Approval, Submission, Verification

_AT_ONCE = 500
_Logged = Submission | Verification | Approval


def database_faults(root: Path, size: int) -> Iterator[Unsound]:
    """Yield what the database says otherwise than the first `size` entries of the log."""
    entries = enumerate(
        read_entry(data, where=f"entry {number}")
        for number, data in enumerate(reading.entries(reading.folder(root), size))
    )
    logged = ((number, entry) for number, entry in entries if isinstance(entry, _Logged))
    while batch := list(islice(logged, _AT_ONCE)):
        yield from _batch_faults(batch)


def _batch_faults(batch: Sequence[tuple[int, _Logged]]) -> Iterator[Unsound]:
    wanted = [entry.commitment for _, entry in batch]
    rows = {row.commitment: row for row in Row.objects.filter(commitment__in=wanted)}
    numbers = dict(Leaf.objects.filter(commitment__in=wanted).values_list("commitment", "number"))
    for number, entry in batch:
        row = rows.get(entry.commitment)
        if row is None:
            yield Unsound("event_missing", index=number, commitment=entry.commitment)
            continue
        event = f"{row.kind} {row.on}"
        if not _is_itself(row):
            yield Unsound("event_changed", index=number, event=event)
        elif not _agrees(row, entry):
            yield Unsound("event_disagrees", index=number, event=event)
        if numbers.get(entry.commitment) != number:
            found = numbers.get(entry.commitment, "—")
            yield Unsound("index_wrong", index=number, event=event, found=found)


def _is_itself(row: Row) -> bool:
    """Say whether body and nonce still give the commitment, and the columns say what the body says."""
    nonce = bytes(row.nonce)
    try:
        body = json.loads(row.body)
        said = (body["kind"], body["on"], body["by"], datetime.fromisoformat(body["at"]))
    except (ValueError, KeyError, TypeError):
        return False
    if said != (row.kind, row.on, row.by, row.at) or len(nonce) != NONCE_BYTES:
        return False
    return commitment(body, nonce) == row.commitment


def _agrees(row: Row, entry: _Logged) -> bool:
    body, nonce = json.loads(row.body), bytes(row.nonce)
    event = Event(row.kind, row.on, row.by, row.at, body, nonce, row.commitment)
    revision = entry.revision if isinstance(entry, Submission) else 1
    return entry_of(event, revision=revision) == entry
