"""Counting failed log-ins, so that nobody can try passwords by the thousand."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress

from django.core.cache import cache
from django.http import HttpRequest

WINDOW = 15 * 60
"""Seconds for which a failure counts."""

PER_ACCOUNT = 5
"""Failures of one name from one address; whether such an account exists plays no part."""

PER_ADDRESS = 50
"""Failures of one address under whatever names; a whole office may stand behind it."""


def blocked(request: HttpRequest, username: str) -> bool:
    """Say whether this address has failed too often, with this name or at all."""
    return any(cache.get(key, 0) >= limit for key, limit in _counters(request, username))


def failed(request: HttpRequest, username: str) -> None:
    """Count one failure."""
    for key, _limit in _counters(request, username):
        if not cache.add(key, 1, WINDOW):
            with suppress(ValueError):  # the window ended between the two lines
                cache.incr(key)


def succeeded(request: HttpRequest, username: str) -> None:
    """Forget the failures of this name from this address."""
    key, _limit = next(_counters(request, username))
    cache.delete(key)


def _counters(request: HttpRequest, username: str) -> Iterator[tuple[str, int]]:
    address = request.META.get("REMOTE_ADDR", "")
    yield _key(address, username.casefold()), PER_ACCOUNT
    yield _key(address), PER_ADDRESS


def _key(*parts: str) -> str:
    """Return a key of fixed length, whatever was typed."""
    return "log-in:" + hashlib.sha256("\0".join(parts).encode()).hexdigest()
