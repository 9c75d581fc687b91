"""Removing files that nobody needs: bytes without a row, and rows that nothing ever named."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.cycles import models, ports
from thuocdo.cycles.matters import models as matters

_FILE = re.compile(r"F-[0-9a-f]{12}")
UNUSED_DAYS = 30
"""Days after which a file that nothing names is removed."""

ORPHAN_HOURS = 24
"""Hours after which bytes without a row are removed: nobody takes so long to write the row."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What was removed: rows that nothing named, and files without a row."""

    rows: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def sweep_files(*, by: Actor, now: datetime) -> Swept:
    """Remove what is not needed; running it twice, or while people hand in files, does no harm."""
    rows = _drop_rows(by=by, now=now)
    return Swept(rows, _drop_files(now))


@transaction.atomic
def _drop_rows(*, by: Actor, now: datetime) -> tuple[str, ...]:
    unused = models.Attachment.objects.filter(evidence="", received_at__lt=now - timedelta(days=UNUSED_DAYS))
    # Locked, so that evidence which takes one of them at this moment either comes first or finds it gone.
    found = {row.public_id for row in unused.select_for_update()}
    found -= _named_in_drafts() | _named_in_matters() | ports.held_elsewhere()
    if not found:
        return ()
    unused.filter(public_id__in=found).delete()
    dropped = tuple(sorted(found))
    events = [("file_removed", public_id, {"unused_days": UNUSED_DAYS}) for public_id in dropped]
    audit.record_all(events=events, by=by, at=now)
    return dropped


def _named_in_drafts() -> set[str]:
    contents = models.Draft.objects.values_list("content", flat=True)
    return {
        public_id
        for content in contents.iterator()
        for row in content["evidence"]
        for public_id in row.get("files", "").split()
    }


def _named_in_matters() -> set[str]:
    """Return every id of a file that stands in what was asked or said in a matter."""
    texts = (
        matters.Matter.objects.values_list("content", flat=True),
        matters.Word.objects.values_list("text", flat=True),
        matters.Word.objects.values_list("document", flat=True),
    )
    return {found for rows in texts for text in rows.iterator() for found in _FILE.findall(str(text))}


def _drop_files(now: datetime) -> tuple[str, ...]:
    store = ports.store()
    limit = now - timedelta(hours=ORPHAN_HOURS)
    store.tidy(older_than=limit)
    old = [digest for digest, put_at in store.kept() if put_at < limit]
    dropped = []
    for digest in old:
        if models.Attachment.objects.filter(sha256=digest).exists():
            continue
        if store.drop(digest, older_than=limit):
            dropped.append(digest)
    return tuple(dropped)
