"""Marking what a person has read: no act of a body, so it leaves no event in the audit trail."""

from datetime import datetime

from thuocdo.core.actor import Actor
from thuocdo.cycles.matters import models
from thuocdo.cycles.matters.types import Matter


def mark_read(matter: Matter, *, by: Actor, now: datetime) -> None:
    """Remember up to which word the person has read; writes only when there is something new."""
    row = models.Matter.objects.only("pk").get(public_id=matter.id)
    number = len(matter.words)
    known = models.Seen.objects.filter(matter=row, person=by.id)
    if known.filter(number__gte=number).exists():
        return
    models.Seen.objects.update_or_create(matter=row, person=by.id, defaults={"number": number, "at": now})
