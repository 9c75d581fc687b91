"""Second factors: codes of an app, security keys, and recovery codes; none is accepted twice.

The secrets, the values of a code and the exchange with a key are allauth.mfa's; the clock, the
counting of guesses and the recovery codes are ours (docs/decisions/0011).
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.webauthn.internal import auth as webauthn
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, Q

from thuocdo.accounts.models import RecoveryCode, UsedStep, User
from thuocdo.accounts.rules import needs_factor, permissions_of
from thuocdo.accounts.sessions import end_sessions
from thuocdo.accounts.types import Factor, FactorKind
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Fault, Invalid, NotAllowed, NotFound

PERIOD = 30
"""Seconds that a code lives; the one before and the one after count as well, for clocks that differ."""

GUESSES = 10
GUESSING = timedelta(minutes=15)
"""How many codes a person may try in which time, from all addresses together."""

CODES = 10
"""Recovery codes that a person gets at a time."""

_CODE_BYTES = 15  # 120 bits, so that a plain hash keeps a code safe
_KINDS = [kind.value for kind in FactorKind]


def factors_of(username: str) -> tuple[Factor, ...]:
    """Return the person's second factors, the oldest first."""
    rows = Authenticator.objects.filter(user__username=username, type__in=_KINDS).order_by("id")
    return tuple(
        Factor(row.pk, FactorKind(row.type), row.data.get("name", ""), row.created_at, row.last_used_at)
        for row in rows
    )


def has_factor(username: str) -> bool:
    """Say whether the person has any second factor."""
    return bool(Authenticator.objects.filter(user__username=username, type__in=_KINDS).exists())


def codes_left(username: str) -> int:
    """Return how many recovery codes the person has not used yet."""
    return int(RecoveryCode.objects.filter(user__username=username).count())


def new_secret() -> str:
    """Return a fresh secret for a code app, in the letters that people can type."""
    return str(generate_totp_secret())


def secret_address(person: Actor, secret: str) -> str:
    """Return the address that a code app reads, also out of the picture."""
    return str(get_adapter().build_totp_url(_user(person), secret))


def secret_picture(address: str) -> str:
    """Return the address as a QR code, in SVG."""
    return str(get_adapter().build_totp_svg(address))


@transaction.atomic
def add_code_factor(
    *, secret: str, code: str, keep_session: str, by: Actor, now: datetime
) -> tuple[str, ...]:
    """Add a code app that has shown a right code; returns the first recovery codes, once.

    All other sessions of the person end: they were opened without it.
    """
    user = _user(by)
    step = _matching_step(secret, code, now)
    if step is None:
        raise _wrong("code", "this code is not right; wait for the next one and check the phone's clock")
    if Authenticator.objects.filter(user=user, type=FactorKind.CODE).exists():
        raise Conflict("There is a code app already.", hint="Remove it first, then add the new one.")
    UsedStep.objects.get_or_create(user=user, step=step)
    Authenticator.objects.create(
        user=user, type=FactorKind.CODE, data={"secret": get_adapter().encrypt(secret)}, created_at=now
    )
    return _added(user, FactorKind.CODE, keep_session, by, now)


def begin_key(person: Actor) -> dict[str, Any]:
    """Return what the browser needs to make a new key; the session keeps what the answer must match."""
    return _plain(webauthn.begin_registration(_user(person), passwordless=False))


@transaction.atomic
def add_key(
    *, name: str, credential: Mapping[str, Any], keep_session: str, by: Actor, now: datetime
) -> tuple[str, ...]:
    """Add the security key that answered; returns the first recovery codes, once."""
    user = _user(by)
    try:
        webauthn.parse_registration_response(credential)
        webauthn.complete_registration(dict(credential))
    except (ValidationError, ValueError, TypeError, KeyError) as error:
        raise _wrong("key", "the key did not answer as it should; try again") from error
    data = {"name": name.strip()[:60], "credential": dict(credential)}
    Authenticator.objects.create(user=user, type=FactorKind.KEY, data=data, created_at=now)
    return _added(user, FactorKind.KEY, keep_session, by, now)


@transaction.atomic
def remove_factor(*, factor: int, required: bool, keep_session: str, by: Actor, now: datetime) -> None:
    """Remove one's own factor; the last one stays while one's roles demand it."""
    row = Authenticator.objects.filter(user__username=by.id, type__in=_KINDS, pk=factor).first()
    if row is None:
        raise NotFound("There is no such second factor.", hint="Load the page again.")
    others = Authenticator.objects.filter(user__username=by.id, type__in=_KINDS).exclude(pk=factor)
    if required and needs_factor(permissions_of(by)) and not others.exists():
        raise NotAllowed("Your roles demand a second factor.", hint="Add another one first.")
    kind = row.type
    row.delete()
    if not others.exists():
        RecoveryCode.objects.filter(user__username=by.id).delete()
    end_sessions(by.id, but=keep_session)
    audit.record(kind="factor_removed", on=by.id, by=by, at=now, body={"factor": kind})


@transaction.atomic
def new_recovery_codes(*, by: Actor, now: datetime) -> tuple[str, ...]:
    """Return fresh recovery codes, once; those given before are worth nothing any more."""
    if not has_factor(by.id):
        raise NotAllowed("Recovery codes stand in for a second factor.", hint="Add one first.")
    audit.record(kind="recovery_codes_made", on=by.id, by=by, at=now, body={"count": CODES})
    return _fresh_codes(_user(by))


def check_code(*, code: str, by: Actor, now: datetime) -> bool:
    """Say whether this code of the app, or this recovery code, is right; each is accepted once.

    Guesses are counted before the code is looked at, so many at once are no more than many in a
    row; beyond the limit even a right code is refused.
    """
    user = _user(by)
    if not _take_guess(user, now):
        return False
    if not (_app_code_is_right(user, code, now) or _recovery_code_is_right(user, code, by, now)):
        return False
    User.objects.filter(pk=user.pk).update(guesses=0)
    return True


def guesses_are_used_up(username: str, *, now: datetime) -> bool:
    """Say whether the person has to wait before the next code is looked at."""
    since = now - GUESSING
    return User.objects.filter(username=username, guesses__gte=GUESSES, guesses_since__gt=since).exists()


def begin_key_check(person: Actor) -> dict[str, Any]:
    """Return what the browser needs to ask for one of the person's keys."""
    return _plain(webauthn.begin_authentication(_user(person)))


def check_key(*, credential: Mapping[str, Any], by: Actor, now: datetime) -> bool:
    """Say whether one of the person's keys answered this session's question, which is asked once."""
    user = _user(by)
    try:
        webauthn.parse_authentication_response(credential)
        row = webauthn.complete_authentication(user, dict(credential))
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        webauthn.clear_state()
        return False
    Authenticator.objects.filter(pk=row.pk).update(last_used_at=now)
    return True


def forget_factors(user: User) -> int:
    """Remove all factors and recovery codes of a person who has lost them; returns how many factors."""
    rows = Authenticator.objects.filter(user=user, type__in=_KINDS)
    count = int(rows.count())
    rows.delete()
    RecoveryCode.objects.filter(user=user).delete()
    return count


def _added(user: User, kind: FactorKind, keep_session: str, by: Actor, now: datetime) -> tuple[str, ...]:
    end_sessions(by.id, but=keep_session)
    audit.record(kind="factor_added", on=by.id, by=by, at=now, body={"factor": kind.value})
    return () if codes_left(by.id) else _fresh_codes(user)


def _fresh_codes(user: User) -> tuple[str, ...]:
    codes = tuple(_new_code() for _number in range(CODES))
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=_digest(code)) for code in codes)
    return codes


def _new_code() -> str:
    letters = base64.b32encode(secrets.token_bytes(_CODE_BYTES)).decode().lower()
    return "-".join(letters[place : place + 4] for place in range(0, len(letters), 4))


def _digest(code: str) -> str:
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return hashlib.sha256(f"recovery:{plain}".encode()).hexdigest()


def _take_guess(user: User, now: datetime) -> bool:
    """Count one guess; settled in the update, so that guesses at the same moment are each counted."""
    mine, since = User.objects.filter(pk=user.pk), now - GUESSING
    if mine.filter(Q(guesses_since=None) | Q(guesses_since__lte=since)).update(guesses=1, guesses_since=now):
        return True
    return bool(mine.filter(guesses__lt=GUESSES, guesses_since__gt=since).update(guesses=F("guesses") + 1))


def _app_code_is_right(user: User, code: str, now: datetime) -> bool:
    row = Authenticator.objects.filter(user=user, type=FactorKind.CODE).first()
    secret = get_adapter().decrypt(row.data["secret"]) if row is not None else ""
    step = _matching_step(secret, code, now) if secret else None
    if row is None or step is None:
        return False
    try:
        with transaction.atomic():
            UsedStep.objects.create(user=user, step=step)
    except IntegrityError:  # somebody was let in with this very code
        return False
    UsedStep.objects.filter(user=user, step__lt=step - 10).delete()
    Authenticator.objects.filter(pk=row.pk).update(last_used_at=now)
    return True


@transaction.atomic
def _recovery_code_is_right(user: User, code: str, by: Actor, now: datetime) -> bool:
    if not RecoveryCode.objects.filter(user=user, digest=_digest(code)).delete()[0]:
        return False
    body = {"left": codes_left(user.username)}
    audit.record(kind="recovery_code_used", on=user.username, by=by, at=now, body=body)
    return True


def _matching_step(secret: str, code: str, now: datetime) -> int | None:
    """Return the time step whose code this is; all candidates are compared, in constant time each."""
    typed = "".join(code.split())
    if not (typed.isascii() and typed.isdigit()):
        return None
    step = int(now.timestamp()) // PERIOD
    right = [
        each
        for each in (step - 1, step, step + 1)
        if hmac.compare_digest(format_hotp_value(hotp_value(secret, each)), typed)
    ]
    return right[0] if right else None


def _plain(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the library's options as JSON values."""
    plain: dict[str, Any] = json.loads(json.dumps(options, default=dict))
    return plain


def _user(person: Actor) -> User:
    user = User.objects.filter(username=person.id, is_active=True).first()
    if user is None:
        raise NotFound("There is no such account.")
    return user


def _wrong(field: str, template: str) -> Invalid:
    fault = Fault(where="form", message=template, field=field, template=template)
    return Invalid("Something has to be put right", faults=[fault])
