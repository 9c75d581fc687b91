"""Removing rows that were set aside: they are kept for so many days, then only their counts stay."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import transaction

from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.measurement.sources import models
from thuocdo.measurement.sources.taking_in import Stores

AT_ONCE = 200
"""Deliveries of one sweep at most: the next one goes on."""


def sweep_quarantine(*, stores: Stores, days: int, by: Actor, now: datetime) -> int:
    """Remove what was set aside longer ago than so many days, with the rows shown of it.

    What broke and how many rows it were stays for ever. Running it twice, or while runs go on, does no
    harm; a file that no run names, left by a crash, goes as well once it is as old.
    """
    before = now - timedelta(days=days)
    removed = _forget(before, days, by, now)
    for name in removed:
        (stores.aside / name).unlink(missing_ok=True)
    return len(removed) + _strays(stores.aside, before)


@transaction.atomic
def _forget(before: datetime, days: int, by: Actor, now: datetime) -> list[str]:
    """Take the names of the files and the sampled rows out of the runs, with an event for each."""
    old = models.Run.objects.filter(ended_at__lt=before).exclude(aside="").select_related("source")
    rows = list(old.select_for_update(of=("self",)).order_by("id")[:AT_ONCE])
    names = [row.aside for row in rows]
    events = []
    for row in rows:
        row.aside = ""
        row.broken = [{**each, "sample": []} for each in row.broken]
        body = {"source": row.source.public_id, "month": row.month, "days": days}
        events.append(("quarantine_removed", row.public_id, body))
    models.Run.objects.bulk_update(rows, ["aside", "broken"])
    if events:
        audit.record_all(events=events, by=by, at=now)
    return names


def _strays(folder: Path, before: datetime) -> int:
    """Remove old files that no run names."""
    if not folder.is_dir():
        return 0
    old = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*.parquet")
        if datetime.fromtimestamp(path.stat().st_mtime, UTC) < before
    }
    named = set(models.Run.objects.exclude(aside="").values_list("aside", flat=True)) if old else set()
    for name, path in old.items():
        if name not in named:
            path.unlink(missing_ok=True)
    return len(old.keys() - named)
