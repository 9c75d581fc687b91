"""Who asks: a machine by its token, never by a session; and how often it may ask."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

import msgspec
from django.core.cache import caches
from django.http import HttpRequest
from django.utils import timezone
from ninja.responses import Status
from ninja.security import HttpBearer

from thuocdo.accounts.actions import actor_of_token
from thuocdo.accounts.requests import Answer, answer_before, answer_once
from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import NotAllowed, ThuocDoError

PER_MINUTE = 120
"""Requests that one token may make within a minute, in each serving process."""

_MINUTE = 60

Work = Callable[[datetime], tuple[int, Any]]


class TooMany(ThuocDoError):
    """The token has asked too often; `retry_after` are the seconds until it may ask again."""

    code = "too_many"
    exit_status = 14
    http_status = 429

    def __init__(self, retry_after: int) -> None:
        super().__init__(
            f"More than {PER_MINUTE} requests in one minute.", hint=f"Wait {retry_after} seconds."
        )
        self.retry_after = retry_after


class MachineToken(HttpBearer):
    """`Authorization: Bearer tdo_…`; without it, or with one that does not hold, one and the same 401."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:  # noqa: ARG002  ninja's form
        """Return the machine, None for a token that does not hold."""
        now = moment()
        machine = actor_of_token(token, now=now)
        if machine is not None:
            _count(machine, now)
        return machine


def moment() -> datetime:
    """Return the server's clock."""
    return timezone.now()


def machine_of(request: HttpRequest) -> Actor:
    """Return who asks; only behind `MachineToken`."""
    return cast("Actor", cast("Any", request).auth)


def reporter_of(request: HttpRequest) -> Actor:
    """Return the machine that reports for its body; refuses every other."""
    machine = machine_of(request)
    check(machine, Permission.REPORT)
    if not machine.agency:
        raise NotAllowed(f"{machine.name} belongs to no body.", hint="Make a token for one body.")
    return machine


def once(request: HttpRequest, key: str, work: Work, *, said: bytes | None = None) -> Status[Any]:
    """Do the work of a request and answer, or answer what the same key and request got before.

    `said` stands for the body where its bytes are not the same each time.
    """
    now, by = moment(), machine_of(request)

    def do() -> Answer:
        status, body = work(now)
        return Answer(status, msgspec.to_builtins(body))

    answer = answer_once(key=key, request=digest_of(request, said), by=by, now=now, work=do)
    return Status(answer.status, answer.body)


def before(request: HttpRequest, key: str, *, said: bytes) -> Status[Any] | None:
    """Return what this request got before under this key, None when it is new."""
    answer = answer_before(key=key, request=digest_of(request, said), by=machine_of(request))
    return None if answer is None else Status(answer.status, answer.body)


def digest_of(request: HttpRequest, said: bytes | None = None) -> str:
    """Return the digest of everything that was asked."""
    head = f"{request.method} {request.get_full_path()}\n".encode()
    return sha256_hex(head + (request.body if said is None else said))


def _count(machine: Actor, now: datetime) -> None:
    minute, second = divmod(int(now.timestamp()), _MINUTE)
    key = f"api:{machine.id}:{minute}"
    cache = caches["process"]  # each server process counts for itself: no call waits for the database
    count = 1
    if not cache.add(key, 1, 2 * _MINUTE):
        try:
            count = int(cache.incr(key))
        except ValueError:  # dropped between the two lines
            cache.add(key, 1, 2 * _MINUTE)
    if count > PER_MINUTE:
        raise TooMany(_MINUTE - second)
