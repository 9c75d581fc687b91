"""Writing people and what they do with their own account: one transaction each, with its audit event.

What administrators do stands in administering.py and inviting.py, second factors in factors.py,
delegations in delegating.py, machines in tokens.py.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from thuocdo.accounts import sessions
from thuocdo.accounts.inviting import check_password_choice
from thuocdo.accounts.models import Grant, User
from thuocdo.accounts.tokens import actor_of_token  # the doors ask for it here
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import N_, Conflict, Fault, Invalid, NotFound

__all__ = [
    "actor_of_token",
    "add_person",
    "change_password",
    "end_own_sessions",
    "record_failed_log_in",
    "record_log_in",
    "record_log_out",
]

UNKNOWN = Actor(id="unknown", name="")
"""Who tried to log in, as long as nobody has."""


@transaction.atomic
def add_person(
    *,
    username: str,
    name: str,
    agency: str,
    roles: Collection[Role],
    password: str | None,
    by: Actor,
    now: datetime,
) -> Actor:
    """Add a person who can log in; without a password the account waits for an invitation."""
    if User.objects.filter(username=username).exists():
        hint = N_("Choose another name.")
        raise Conflict(N_("Somebody already logs in as '{name}'."), hint=hint, params={"name": username})
    user = User(username=username, name=name, agency=agency, created_at=now)
    user.set_password(password)
    user.save()
    Grant.objects.bulk_create(Grant(user=user, role=role.value) for role in sorted(roles))
    body = {"username": username, "agency": agency, "roles": sorted(role.value for role in roles)}
    audit.record(kind="person_added", on=username, by=by, at=now, body=body)
    return Actor(id=username, name=name, roles=frozenset(roles), agency=agency)


@transaction.atomic
def record_log_in(*, how: str, by: Actor, now: datetime) -> None:
    """Note that a person has logged in, and with what."""
    audit.record(kind="logged_in", on=by.id, by=by, at=now, body={"with": how})


@transaction.atomic
def record_log_out(*, by: Actor, now: datetime) -> None:
    """Note that a person has logged out."""
    audit.record(kind="logged_out", on=by.id, by=by, at=now, body={})


@transaction.atomic
def record_failed_log_in(*, username: str, step: str, by: Actor, now: datetime) -> None:
    """Note a log-in that failed; a name that nobody has is not kept, for it may be a password."""
    known = User.objects.filter(username=username).exists()
    audit.record(kind="log_in_failed", on=username if known else by.id, by=by, at=now, body={"step": step})


@transaction.atomic
def change_password(
    *, old: str, password: str, again: str, keep_session: str, by: Actor, now: datetime
) -> User:
    """Set one's own new password and end one's other sessions; returns whose session to renew."""
    user = User.objects.select_for_update().filter(username=by.id, is_active=True).first()
    if user is None:
        raise NotFound("There is no such account.")
    if not user.check_password(old):
        template = "this is not your present password"
        fault = Fault(where="form", message=template, field="old", template=template)
        raise Invalid("Something has to be put right", faults=[fault])
    check_password_choice(user, password, again)
    user.set_password(password)
    user.save(update_fields=["password"])
    ended = sessions.end_sessions(by.id, but=keep_session)
    audit.record(kind="password_changed", on=by.id, by=by, at=now, body={"sessions": ended})
    return user


@transaction.atomic
def end_own_sessions(*, shown: str, keep_session: str, by: Actor, now: datetime) -> int:
    """End one of one's own sessions, or with "" all but the present one; returns how many ended."""
    all_others = not shown
    ended = (
        sessions.end_sessions(by.id, but=keep_session) if all_others else sessions.end_session(by.id, shown)
    )
    audit.record(kind="sessions_ended", on=by.id, by=by, at=now, body={"sessions": ended})
    return ended
