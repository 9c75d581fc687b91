"""Forgetting what was told long ago: notices and sent messages that nothing can make a second time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from thuocdo.cycles.notices import models
from thuocdo.cycles.notices.types import Occasion
from thuocdo.cycles.queries import MODELS
from thuocdo.cycles.types import State

_WHILE_WAITING = (Occasion.APPROVAL.value, Occasion.VERIFICATION.value)
_WAITING = (State.SUBMITTED.value, State.SENT.value)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many notices and sent messages were removed."""

    notices: int = 0
    messages: int = 0


@transaction.atomic
def forget(*, days: int, now: datetime) -> Forgotten:
    """Remove notices and sent messages older than so many days; nothing that is unsent.

    The unique key of a row is what keeps a thing from being told twice, so a row goes only when no
    run can make its key again. Keys name a day or an event of the trail and are made within days of
    it (days.CATCH_UP), except those of queues: they are made as long as something waits since that
    day, and stay until then. No audit event: nobody did anything, and nothing is decided by them.
    """
    before = now - timedelta(days=days)
    unsent = models.Outbox.objects.exclude(state="sent").values("key")
    old = models.Notice.objects.filter(made_at__lt=before).exclude(message__in=unsent)
    if any(_old_waits(model, before) for model in MODELS.values()):
        old = old.exclude(occasion__in=_WHILE_WAITING)
    sent = models.Outbox.objects.filter(state="sent", sent_at__lt=before, made_at__lt=before)
    return Forgotten(_remove(models.Notice, old), _remove(models.Outbox, sent))


def _old_waits(model: Any, before: datetime) -> bool:
    return bool(model.objects.filter(state__in=_WAITING, received_at__lt=before).exists())


def _remove(model: Any, rows: QuerySet[Any]) -> int:
    """Delete in portions, for a database takes only so many numbers in one statement."""
    found = list(rows.values_list("pk", flat=True))
    for some in _portions(found):
        model.objects.filter(pk__in=some).delete()
    return len(found)


def _portions(numbers: list[int]) -> list[list[int]]:
    return [numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE)]
