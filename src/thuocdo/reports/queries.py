"""Reading reports that people compose: those that somebody may see, and no others."""

import zlib

from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, IntegrityBroken
from thuocdo.reports import models
from thuocdo.reports.rules import may_see, no_report
from thuocdo.reports.snapshots import of_bytes
from thuocdo.reports.types import Saved, Snapshot

MOST = 200
"""Reports in one list, the newest first."""


def reports(slug: str, *, by: Actor) -> tuple[Saved, ...]:
    """Return the reports that somebody may see, the newest first; what is another body's is not there."""
    rows = models.ReportDraft.objects.filter(programme=slug).select_related("facts")
    values = (row.to_value() for row in rows.order_by("-saved_at", "-id")[:MOST])
    return tuple(each for each in values if may_see(by, each.agency, each.state))


def report(id: str, *, by: Actor) -> Saved:  # noqa: A002  public ids are called id everywhere
    """Return one report; NotFound also when it is not theirs to see."""
    row = models.ReportDraft.objects.filter(public_id=id).select_related("facts").first()
    if row is None:
        raise no_report()
    found: Saved = row.to_value()
    if not may_see(by, found.agency, found.state):
        raise no_report()
    return found


def snapshot_of(saved: Saved) -> Snapshot:
    """Return the snapshot of a frozen report, as it was when it was frozen."""
    row = models.FrozenFacts.objects.filter(digest=saved.digest).first()
    if row is None:
        raise no_report()
    found = of_bytes(zlib.decompress(bytes(row.data)))
    if found.digest != saved.digest:
        raise IntegrityBroken(N_("The facts of this report are no longer those that were frozen."))
    return found
