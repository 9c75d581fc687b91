"""Addresses with which a machine says of what it wants to be told, and where."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja import Path, Router
from ninja.responses import Status

from thuocdo.accounts.rules import can, check
from thuocdo.accounts.types import Permission
from thuocdo.api.own_schemas import Code, Key, NewSecret, Subscriptions, SubscriptionSent
from thuocdo.api.tokens import MachineToken, machine_of, moment, once
from thuocdo.cycles.notices import queries
from thuocdo.cycles.notices.actions import rotate_secret, subscribe, unsubscribe
from thuocdo.cycles.notices.signing import secret_of

router = Router(tags=["subscriptions"], auth=MachineToken())
_DONE, _MADE, _ENDED = 200, 201, 204


@router.get("/own/subscriptions", response=Subscriptions, summary="Subscriptions")
def get_subscriptions(request: HttpRequest) -> dict[str, Any]:
    """Return the standing subscriptions of the token's body, of whichever token."""
    scope = _scope(request)
    return {"items": [_shape(each) for each in queries.subscriptions([scope])]}


@router.post("/own/subscriptions", response={_MADE: NewSecret}, summary="Subscribe")
def post_subscription(request: HttpRequest, sent: SubscriptionSent, key: Key) -> Status[Any]:
    """Let an address be called at each of these events; the answer holds the secret that signs."""
    by = machine_of(request)

    def work(now: datetime) -> tuple[int, Any]:
        public_id = subscribe(url=sent.url, events=sent.events, by=by, now=now)
        return _MADE, {"id": public_id, "secret_version": 1}

    return _with_secret(once(request, key, work))


@router.post("/own/subscriptions/{subscription}/secret", response=NewSecret, summary="Replace a secret")
def post_secret(request: HttpRequest, subscription: Path[Code], key: Key) -> Status[Any]:
    """Replace the secret; for a day the one before signs as well."""
    by = machine_of(request)

    def work(now: datetime) -> tuple[int, Any]:
        version = rotate_secret(subscription=subscription, by=by, now=now)
        return _DONE, {"id": subscription, "secret_version": version}

    return _with_secret(once(request, key, work))


@router.delete("/own/subscriptions/{subscription}", response={_ENDED: None}, summary="Unsubscribe")
def delete_subscription(request: HttpRequest, subscription: Path[Code]) -> Status[None]:
    """End a subscription; a second time it is not found."""
    unsubscribe(subscription=subscription, by=machine_of(request), now=moment())
    return Status(_ENDED, None)


def _scope(request: HttpRequest) -> str:
    by = machine_of(request)
    if by.agency and can(by, Permission.REPORT):
        return by.agency
    check(by, Permission.READ_ALL)
    return ""


def _shape(each: queries.Subscribed) -> dict[str, Any]:
    return {
        "id": each.id,
        "url": each.url,
        "events": each.events,
        "secret_version": each.secret_version,
        "overlap_until": each.overlap_until,
        "made_at": each.made_at,
    }


def _with_secret(answer: Status[Any]) -> Status[Any]:
    """Add the secret, which is derived anew each time and stands in no table."""
    made = answer.value
    secret = secret_of(made["id"], made["secret_version"], settings.SECRET_KEY)
    return Status(answer.status_code, {**made, "secret": secret})
