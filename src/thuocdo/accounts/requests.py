"""Requests that machines send again: under the same key they are recorded once and answered alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from thuocdo.accounts.models import RequestKey
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Fault, Invalid

KEPT = timedelta(days=30)
"""How long a key is remembered; later it is as good as new."""

OTHER = "was sent with another request before; choose a new key for a new request"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was answered: the status, and the body as JSON has it."""

    status: int
    body: Any


def answer_before(*, key: str, request: str, by: Actor) -> Answer | None:
    """Return what this request was answered under this key, None when the key is new.

    `request` is the digest of everything that was asked. Raises Invalid when the key came with
    something else before.
    """
    row = RequestKey.objects.filter(actor=by.id, key=key).first()
    if row is None:
        return None
    if row.request != request:
        raise Invalid(
            "Nothing was recorded.", faults=[Fault("header", OTHER, "Idempotency-Key", template=OTHER)]
        )
    return Answer(row.status, row.answer)


def answer_once(*, key: str, request: str, by: Actor, now: datetime, work: Callable[[], Answer]) -> Answer:
    """Do the work of a request and remember its answer, or return what it was answered before.

    Work and answer are one transaction, so of many at the same moment one does the work and the
    others get its answer. When the work refuses, the key is free again: nothing was recorded.
    """
    before = answer_before(key=key, request=request, by=by)
    if before is not None:
        return before
    row = RequestKey(actor=by.id, key=key, request=request, at=now)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            answer = work()
            RequestKey.objects.filter(pk=row.pk).update(status=answer.status, answer=answer.body)
            return answer
    except IntegrityError:
        if row.pk is not None:  # it was the work, not the key
            raise
    before = answer_before(key=key, request=request, by=by)
    if before is None:
        raise Conflict("The same request is being taken at this moment.", hint="Send it again.")
    return before


@transaction.atomic
def sweep_keys(*, now: datetime) -> int:
    """Forget keys that are older than thirty days; returns how many were forgotten."""
    return int(RequestKey.objects.filter(at__lt=now - KEPT).delete()[0])
