"""Tokens for machines: made for one body, limited in scope and time, never a session."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from thuocdo.accounts.models import MachineToken
from thuocdo.accounts.rules import (
    LONGEST_TOKEN,
    MACHINE,
    can,
    check,
    check_token_body,
    scopes_for,
)
from thuocdo.accounts.types import NewToken, Permission, Token
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor, Lent
from thuocdo.core.dates import start_of_day
from thuocdo.core.errors import Fault, Invalid, NotFound

HEAD = "tdo"
"""How every token begins, so that people and scanners of leaked secrets know what it is."""

_PREFIX = re.compile(r"[0-9a-f]{8}")

_SEEN = timedelta(minutes=1)
"""How exactly the last use is kept; more would write a row for every call."""


@transaction.atomic
def create_token(
    *,
    name: str,
    agency: str,
    scopes: Collection[Permission],
    last_day: date | None,
    by: Actor,
    now: datetime,
) -> NewToken:
    """Make a token for a machine of a body; its secret exists in the answer only."""
    check_token_body(by, agency)
    expires_at = start_of_day(last_day + timedelta(days=1)) if last_day is not None else None
    faults = _faults(name, scopes, expires_at, by, now)
    if faults or expires_at is None:
        raise Invalid("Something has to be put right", faults=faults)
    prefix, secret = secrets.token_hex(4), secrets.token_urlsafe(32)
    row = MachineToken.objects.create(
        public_id=f"{MACHINE}{prefix}",
        name=name.strip(),
        agency=agency,
        scopes=sorted(scope.value for scope in scopes),
        prefix=prefix,
        digest=_digest(secret),
        created_by=by.id,
        created_at=now,
        expires_at=expires_at,
    )
    body = {"agency": agency, "scopes": row.scopes, "expires_at": expires_at.isoformat()}
    audit.record(kind="token_created", on=row.public_id, by=by, at=now, body=body)
    return NewToken(_value(row), f"{HEAD}_{prefix}_{secret}")


@transaction.atomic
def revoke_token(*, token: str, by: Actor, now: datetime) -> None:
    """End a token at this moment; a head only those of the own body."""
    mine = _visible(by).filter(public_id=token)
    if not mine.filter(revoked_at=None).update(revoked_at=now):
        raise NotFound("There is no such token that is still open.")
    audit.record(kind="token_revoked", on=token, by=by, at=now, body={})


def tokens_of(person: Actor) -> tuple[Token, ...]:
    """Return the tokens that the person may see: an administrator all, a head those of the body."""
    check(person, Permission.MANAGE_TOKENS)
    return tuple(_value(row) for row in _visible(person).order_by("-created_at"))


def actor_of_token(token: str, *, now: datetime) -> Actor | None:
    """Return the machine that shows this token, None for anything else.

    The actor belongs to the token's body and holds its scopes and nothing more. It is no person:
    it gets no session, and no cookie may ever be given for it.
    """
    head, _line, rest = token.partition("_")
    prefix, _line, secret = rest.partition("_")
    ours = head == HEAD and _PREFIX.fullmatch(prefix) is not None
    row = MachineToken.objects.filter(prefix=prefix).first() if ours else None
    # Without a row something is compared as well, so that the time tells no prefix.
    right = hmac.compare_digest(row.digest if row is not None else _digest(""), _digest(secret))
    if row is None or not right or row.revoked_at is not None or row.expires_at <= now:
        return None
    stale = Q(used_at=None) | Q(used_at__lt=now - _SEEN)
    MachineToken.objects.filter(stale, pk=row.pk).update(used_at=now)
    lent = tuple(Lent(Permission(scope).value) for scope in row.scopes)
    return Actor(id=row.public_id, name=row.name, agency=row.agency, lent=lent)


def _faults(
    name: str, scopes: Collection[Permission], expires_at: datetime | None, by: Actor, now: datetime
) -> list[Fault]:
    faults = []
    if not name.strip() or len(name) > 80:  # noqa: PLR2004  the column's length
        faults.append(_fault("token", "name the machine, in 80 characters at most"))
    if not scopes or not set(scopes) <= set(scopes_for(by)):
        faults.append(_fault("scopes", "choose at least one of the scopes that are offered"))
    if expires_at is None or expires_at <= now:
        faults.append(_fault("ends_on", "name a last day that is still to come"))
    elif expires_at - now > LONGEST_TOKEN:
        faults.append(_fault("ends_on", "a token lives one year at most"))
    return faults


def _visible(person: Actor) -> QuerySet[MachineToken]:
    """Return the rows that the person may see."""
    rows: QuerySet[MachineToken] = MachineToken.objects.all()
    if can(person, Permission.MANAGE_PEOPLE):
        return rows
    check(person, Permission.MANAGE_TOKENS)
    return rows.filter(agency=person.agency) if person.agency else rows.none()


def _value(row: MachineToken) -> Token:
    return Token(
        id=row.public_id,
        name=row.name,
        agency=row.agency,
        scopes=tuple(Permission(scope) for scope in row.scopes),
        prefix=f"{HEAD}_{row.prefix}",
        created_by=row.created_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
    )


def _digest(secret: str) -> str:
    return hashlib.sha256(f"token:{secret}".encode()).hexdigest()


def _fault(field: str, template: str) -> Fault:
    return Fault(where="form", message=template, field=field, template=template)
