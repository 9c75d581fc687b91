"""Messages on their way: made once by their key, claimed by one worker, tried a bounded number of times.

The promise: never twice from our side, unless the server died between the receiver's acceptance
and our note of it; then with the same id, so that the receiver can drop the second.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q

from thuocdo.cycles.notices.models import Outbox
from thuocdo.cycles.notices.types import Channel

LEASE = timedelta(minutes=5)
"""How long one try may take; after it another worker takes the message over."""

BACKOFF = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
"""Pauses between the tries; after the last try the message is dead."""

TRIES = len(BACKOFF) + 1
_PROBLEM = 200


@dataclass(frozen=True, slots=True)
class Message:
    """One message to put into the outbox."""

    key: str
    channel: Channel
    receiver: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that this worker may send now; `lease` proves it when the outcome is noted."""

    key: str
    channel: Channel
    receiver: str
    body: dict[str, Any]
    attempts: int
    lease: str


def put(messages: Sequence[Message], *, now: datetime) -> None:
    """Put messages into the outbox; a key that is there already is left as it is."""
    Outbox.objects.bulk_create(
        [
            Outbox(
                key=each.key,
                channel=each.channel.value,
                receiver=each.receiver,
                body=each.body,
                made_at=now,
                next_at=now,
            )
            for each in messages
        ],
        ignore_conflicts=True,
    )


def due(channels: Sequence[Channel], *, now: datetime, limit: int) -> tuple[str, ...]:
    """Return the keys of what may be tried now on these channels, the oldest first."""
    rows = _free(now).filter(channel__in=[each.value for each in channels])
    return tuple(rows.order_by("next_at", "id").values_list("key", flat=True)[:limit])


def claim(key: str, *, now: datetime) -> Claimed | None:
    """Take one message for sending; None when another worker was faster.

    The try counts from here, so that a message that kills its worker is not tried for ever.
    """
    lease = secrets.token_hex(16)
    taken = (
        _free(now).filter(key=key).update(lease=lease, leased_until=now + LEASE, attempts=F("attempts") + 1)
    )
    if not taken:
        return None
    row = Outbox.objects.get(key=key)
    if row.attempts > TRIES:  # its last worker died while it sent
        note_failure(key, lease=lease, problem="the worker stopped while sending", permanent=True, now=now)
        return None
    return Claimed(row.key, Channel(row.channel), row.receiver, row.body, row.attempts, lease)


def note_sent(key: str, *, lease: str, now: datetime) -> bool:
    """Write down that the receiver accepted; False when the lease had gone to another worker."""
    mine = Outbox.objects.filter(key=key, lease=lease, state="waiting")
    return bool(mine.update(state="sent", sent_at=now, leased_until=None, lease="", problem=""))


def note_failure(key: str, *, lease: str, problem: str, permanent: bool, now: datetime) -> bool:
    """Write down a failed try and when the next one is; the last one, or a refusal for good, is the end."""
    mine = Outbox.objects.filter(key=key, lease=lease, state="waiting")
    attempts = mine.values_list("attempts", flat=True).first()
    if attempts is None:
        return False
    ended: dict[str, Any] = {"state": "dead"}
    if not permanent and attempts < TRIES:
        ended = {"next_at": now + BACKOFF[attempts - 1]}
    return bool(mine.update(**ended, leased_until=None, lease="", problem=problem[:_PROBLEM]))


def _free(now: datetime) -> Any:
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    return Outbox.objects.filter(free, state="waiting", next_at__lte=now)
