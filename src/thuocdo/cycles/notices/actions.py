"""Writing of people's wishes, of subscriptions, and of what a monitor or administrator sets going."""

import ipaddress
import secrets
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import F

from thuocdo.accounts.rules import can, check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Fault, Invalid, NotAllowed, NotFound
from thuocdo.core.messages import LANGUAGES
from thuocdo.cycles.notices import models, queries
from thuocdo.cycles.notices.cast import chase_notices
from thuocdo.cycles.notices.making import write
from thuocdo.cycles.notices.queries import Wishes
from thuocdo.cycles.notices.types import Event, Period

OVERLAP = timedelta(days=1)
"""How long messages also carry a signature with the secret that was replaced."""

MOST = 20
"""Subscriptions that one body may have."""

LONGEST = 500
"""Characters of an address that is called."""

PORTS = frozenset({None, 443, 8443})
_LOOK = N_("Look at the list and try again.")


@transaction.atomic
def set_wishes(*, wishes: Wishes, by: Actor, now: datetime) -> None:
    """Say how one wants to be told; deadlines and returns stay in the workspace list in any case."""
    address = wishes.address.strip()
    faults = []
    try:
        if address or wishes.mail:
            validate_email(address)
    except ValidationError:
        faults.append(Fault("address", "write one e-mail address, as in name@example.vn", "address"))
    if wishes.language not in {"", *LANGUAGES}:
        faults.append(Fault("language", "choose one of the list", "language"))
    if faults:
        raise Invalid("Nothing was changed.", faults=faults)
    chosen = {"mail": wishes.mail, "digest": wishes.digest, "language": wishes.language}
    models.Preference.objects.update_or_create(person=by.id, defaults={**chosen, "address": address})
    # The address itself is personal data and stays out of the trail.
    audit.record(kind="notices_chosen", on=by.id, by=by, at=now, body=chosen)


@transaction.atomic
def remind_bodies(
    *, slug: str, period: Period, agencies: Sequence[str], count: int, by: Actor, now: datetime
) -> int:
    """Remind exactly the named bodies of a period's report; `count` is the number that the person saw.

    Returns how many people are told. A body is reminded once a day; one that owes nothing any
    more is refused, so that nobody is chased for what came in meanwhile.
    """
    check(by, Permission.MANAGE_CYCLES)
    named = list(dict.fromkeys(agencies))
    if len(named) != count:
        raise Conflict(
            N_("{named} bodies were named, not {count}."),
            hint=_LOOK,
            params={"named": len(named), "count": count},
        )
    if not named:
        raise Invalid("No body was named.", hint="Tick at least one body.")
    owing = {each.agency for each in period.owing if each.open}
    done = [agency for agency in named if agency not in owing]
    if done:
        raise Conflict(
            N_("{bodies}: nothing is owed any more."), hint=_LOOK, params={"bodies": ", ".join(done)}
        )
    day = local_day(now, settings.THUOCDO_ZONE)
    people = queries.people(day)
    fresh = write(chase_notices(slug, period, named, people, day), people=people, day=day, now=now)
    body = {"bodies": sorted(named), "people": len(fresh)}
    audit.record(kind="bodies_reminded", on=f"{slug} {period.code}", by=by, at=now, body=body)
    return len(fresh)


@transaction.atomic
def try_again(*, message: int, by: Actor, now: datetime) -> None:
    """Send a message again that could not be delivered; it keeps its id and gets all its tries."""
    check(by, Permission.MANAGE_PEOPLE)
    dead = models.Outbox.objects.filter(pk=message, state="dead")
    if not dead.update(state="waiting", attempts=0, next_at=now):
        raise NotFound("This message does not wait for anybody.", hint="Look at the list again.")
    audit.record(kind="message_revived", on=str(message), by=by, at=now, body={})


@transaction.atomic
def subscribe(*, url: str, events: Collection[str], by: Actor, now: datetime) -> str:
    """Let a machine be told of events; returns the public id (the secret: `signing.secret_of`, version 1).

    Who reports for a body gets that body's events; who may read everything and belongs to no
    reporting role gets those of all bodies.
    """
    agency = _scope(by)
    _check_form(url, events)
    if models.Subscription.objects.filter(agency=agency, ended_at=None).count() >= MOST:
        raise Conflict(
            N_("There are {most} subscriptions already."), hint=N_("End one first."), params={"most": MOST}
        )
    public_id = f"S-{secrets.token_hex(10)}"
    models.Subscription.objects.create(
        public_id=public_id,
        agency=agency,
        owner=by.id,
        url=url,
        events=sorted(set(events)),
        made_at=now,
    )
    host = urlsplit(url).hostname or ""
    body = {"agency": agency, "host": host, "events": sorted(set(events))}
    audit.record(kind="subscription_made", on=public_id, by=by, at=now, body=body)
    return public_id


@transaction.atomic
def unsubscribe(*, subscription: str, by: Actor, now: datetime) -> None:
    """End a subscription of one's own body; what still waits for it is not sent any more."""
    mine = _own(subscription, by)
    if not mine.update(ended_at=now):
        raise _unknown()
    audit.record(kind="subscription_ended", on=subscription, by=by, at=now, body={})


@transaction.atomic
def rotate_secret(*, subscription: str, by: Actor, now: datetime) -> int:
    """Replace a subscription's secret; returns the new version. For a day both secrets sign."""
    mine = _own(subscription, by)
    if not mine.update(secret_version=F("secret_version") + 1, overlap_until=now + OVERLAP):
        raise _unknown()
    version = int(
        models.Subscription.objects.values_list("secret_version", flat=True).get(public_id=subscription)
    )
    audit.record(kind="subscription_rotated", on=subscription, by=by, at=now, body={"version": version})
    return version


def _scope(by: Actor) -> str:
    """Return the body whose events this person's or machine's subscriptions carry, "" for all."""
    if by.agency and (can(by, Permission.REPORT) or can(by, Permission.APPROVE)):
        return by.agency
    if can(by, Permission.READ_ALL):
        return ""
    raise NotAllowed(
        N_("{name} may not subscribe to events."),
        hint=N_("Ask an administrator for a role that reports."),
        params={"name": by.name},
    )


def _own(subscription: str, by: Actor) -> Any:
    return models.Subscription.objects.filter(public_id=subscription, ended_at=None, agency=_scope(by))


def _unknown() -> NotFound:
    return NotFound("There is no such subscription.", hint="List your subscriptions.")


def _check_form(url: str, events: Collection[str]) -> None:
    """Refuse with every fault at once; whether the host is reached is decided at each delivery."""
    faults = []
    try:
        parts = urlsplit(url)
        plain = parts.scheme == "https" and parts.hostname and not parts.username and not parts.fragment
        port = parts.port
    except ValueError:
        plain, port = False, None
    if not plain or len(url) > LONGEST or not url.isascii() or port not in PORTS:
        faults.append(Fault("url", "write an https:// address without a name, password or fragment", "url"))
    elif not _may_be_called(parts.hostname or ""):
        message = f"{parts.hostname} is not among the hosts that this installation may call"
        faults.append(Fault("url", message, "url"))
    known = {each.value for each in Event}
    unknown = sorted(set(events) - known)
    if unknown or not events:
        message = f"choose among: {', '.join(sorted(known))}"
        faults.append(Fault(", ".join(unknown) or "events", message, "events"))
    if faults:
        raise Invalid("Nothing was subscribed.", faults=faults)


def _may_be_called(host: str) -> bool:
    """Say whether a host is on the list, by its name: a bare address has no certificate to check."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host in {each.lower() for each in settings.THUOCDO_WEBHOOK_HOSTS}
    return False
