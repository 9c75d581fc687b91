"""Counting log-ins, so that nobody can try passwords by the thousand."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from thuocdo.accounts import counting

WINDOW = 15 * 60
"""Seconds for which a failure counts."""

PER_ACCOUNT = 5
"""Failures of one name from one address; whether such an account exists plays no part."""

PER_ADDRESS = 50
"""Failures of one address under whatever names; a whole office may stand behind it."""

NOTED = 20
"""Failures of one name, from wherever, that the audit trail keeps within the window."""


def allowed(request: HttpRequest, username: str, *, scope: str = "log-in") -> bool:
    """Count one attempt and say whether it may be made.

    It is counted before anything is checked, so that attempts at the same moment are each counted;
    `succeeded` takes it back.
    """
    counts = [_count(key) <= limit for key, limit in _counters(request, username, scope)]
    return all(counts)


def succeeded(request: HttpRequest, username: str, *, scope: str = "log-in") -> None:
    """Forget the failures of this name from this address, and this attempt of the address."""
    (account, _limit), (address, _limit) = _counters(request, username, scope)
    counting.forget(account)
    counting.take_back(address)


def worth_noting(username: str) -> bool:
    """Say whether one more failure of this name belongs in the audit trail, so that no flood fills it."""
    return _count(_key("noted", username.casefold())) <= NOTED


def _counters(request: HttpRequest, username: str, scope: str) -> Iterator[tuple[str, int]]:
    address = request.META.get("REMOTE_ADDR", "")
    yield _key(scope, address, username.casefold()), PER_ACCOUNT
    yield _key(scope, address), PER_ADDRESS


def _count(key: str) -> int:
    return counting.count(key, window=timedelta(seconds=WINDOW), now=timezone.now())


def _key(*parts: str) -> str:
    """Return a key of fixed length, whatever was typed."""
    return "attempts:" + hashlib.sha256("\0".join(parts).encode()).hexdigest()
