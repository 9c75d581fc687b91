"""Inviting people: a one-time link with an end, of which only the hash is kept."""

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from thuocdo.accounts.factors import forget_factors
from thuocdo.accounts.models import Grant, Invitation, User
from thuocdo.accounts.rules import INVITATION, check, check_not_self, username_faults
from thuocdo.accounts.sessions import end_sessions
from thuocdo.accounts.types import Invited, Permission, Welcome
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Fault, Invalid, NotFound


@transaction.atomic
def invite(
    *, username: str, name: str, agency: str, roles: Collection[Role], by: Actor, now: datetime
) -> Invited:
    """Add a person who sets the password through a link; the link exists in the answer only."""
    check(by, Permission.MANAGE_PEOPLE)
    _check_person(username, name)
    user = User(username=username, name=name.strip(), agency=agency, created_at=now)
    user.set_unusable_password()
    user.save()
    Grant.objects.bulk_create(Grant(user=user, role=role.value) for role in sorted(roles))
    body = {"agency": agency, "roles": sorted(role.value for role in roles)}
    audit.record(kind="person_invited", on=username, by=by, at=now, body=body)
    return _issue(user, by, now)


@transaction.atomic
def reset(*, username: str, by: Actor, now: datetime) -> Invited:
    """Take password, second factors and sessions from a person, and invite them anew.

    For somebody who has lost them, or whose account somebody else may know.
    """
    check(by, Permission.MANAGE_PEOPLE)
    check_not_self(by, username)
    user = User.objects.select_for_update().filter(username=username, is_active=True).first()
    if user is None:
        raise NotFound("There is no such account.")
    user.set_unusable_password()
    user.save(update_fields=["password"])
    body = {"factors": forget_factors(user), "sessions": end_sessions(username)}
    audit.record(kind="person_reset", on=username, by=by, at=now, body=body)
    return _issue(user, by, now)


def welcome(code: str, *, now: datetime) -> Welcome:
    """Return whom an open invitation is for; a wrong, used and expired one are the same to outsiders."""
    user = _open(code, now).user
    roles = frozenset(Role(grant.role) for grant in user.grants.all())
    return Welcome(user.username, user.name, user.agency, roles)


@transaction.atomic
def accept(*, code: str, password: str, again: str, now: datetime) -> User:
    """Set the password of the invited person and end the invitation; returns whom to log in."""
    invitation = _open(code, now)
    user = invitation.user
    check_password_choice(user, password, again)
    if not Invitation.objects.filter(pk=invitation.pk, ended_at=None).update(ended_at=now):
        raise _unknown()  # somebody was faster with the same link
    user.set_password(password)
    user.save(update_fields=["password"])
    person = user.to_actor()
    audit.record(kind="invitation_accepted", on=user.username, by=person, at=now, body={})
    return user


def check_password_choice(user: User, password: str, again: str) -> None:
    """Refuse a password that is weak or was typed differently the second time, with all faults at once."""
    faults = []
    try:
        validate_password(password, user)
    except ValidationError as error:
        faults += [Fault(where="form", message=text, field="password") for text in error.messages]
    if password != again:
        template = "the two passwords differ"
        faults.append(Fault(where="form", message=template, field="again", template=template))
    if faults:
        raise Invalid("Something has to be put right", faults=faults)


def _issue(user: User, by: Actor, now: datetime) -> Invited:
    Invitation.objects.filter(user=user, ended_at=None).update(ended_at=now)
    code = secrets.token_urlsafe(32)
    expires_at = now + INVITATION
    Invitation.objects.create(
        user=user, digest=_digest(code), created_by=by.id, created_at=now, expires_at=expires_at
    )
    return Invited(user.username, code, expires_at)


def _open(code: str, now: datetime) -> Invitation:
    found: Invitation | None = (
        Invitation.objects.select_related("user")
        .filter(digest=_digest(code), ended_at=None, expires_at__gt=now, user__is_active=True)
        .first()
    )
    if found is None:
        raise _unknown()
    return found


def _unknown() -> NotFound:
    return NotFound(
        "This invitation does not exist, has been used, or has expired.",
        hint="Ask your administrator for a new one.",
    )


def _digest(code: str) -> str:
    return hashlib.sha256(f"invitation:{code}".encode()).hexdigest()


def _check_person(username: str, name: str) -> None:
    faults = username_faults(username)
    if not name.strip() or len(name) > 120:  # noqa: PLR2004  the column's length
        template = "write the full name, 120 characters at most"
        faults.append(Fault(where="form", message=template, field="name", template=template))
    if faults:
        raise Invalid("Something has to be put right", faults=faults)
    if User.objects.filter(username=username).exists():
        raise Conflict("Somebody already logs in under this name.", hint="Choose another name.")
