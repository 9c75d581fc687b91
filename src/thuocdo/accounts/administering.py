"""What an administrator does with the accounts of others: roles, closing, opening, ending sessions."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from thuocdo.accounts.models import Delegation, Grant, Invitation, MachineToken, User
from thuocdo.accounts.rules import check, check_not_self, permissions_of_roles
from thuocdo.accounts.sessions import end_sessions
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Fault, Invalid, NotFound

UNUSABLE = "!"
"""How the stored password of an account begins that has none yet."""


@dataclass(frozen=True, slots=True)
class RoleChange:
    """What a change of roles means before it is made: permissions won and lost, and what ends with it."""

    roles: frozenset[Role]
    gained: frozenset[Permission]
    lost: frozenset[Permission]
    sessions: int
    delegations: int


def preview_roles(*, username: str, roles: Collection[Role], now: datetime) -> RoleChange:
    """Return what would change; nothing is written."""
    user = User.objects.prefetch_related("grants").filter(username=username).first()
    if user is None:
        raise _nobody()
    before = permissions_of_roles([Role(grant.role) for grant in user.grants.all()])
    after = permissions_of_roles(roles)
    lapsing = Delegation.objects.filter(
        giver=user, revoked_at=None, ends_on__gte=now.date(), permission__in=before - after
    )
    return RoleChange(
        roles=frozenset(roles),
        gained=after - before,
        lost=before - after,
        sessions=user.open_sessions.filter(expire_date__gt=now).count(),
        delegations=lapsing.count(),
    )


@transaction.atomic
def change_roles(
    *, username: str, roles: Collection[Role], seen: Collection[Role], typed: str, by: Actor, now: datetime
) -> None:
    """Give a person other roles; `seen` are those that the administrator looked at when deciding.

    The person's sessions end, so that no page opened under the old roles goes on.
    """
    user = _other(username, typed, by)
    before = frozenset(Role(grant.role) for grant in user.grants.all())
    if before != frozenset(seen):
        raise Conflict("Somebody changed these roles meanwhile.", hint="Look at them again, then decide.")
    if before == frozenset(roles):
        return
    if Role.ADMINISTRATOR in before and Role.ADMINISTRATOR not in roles:
        _check_another_administrator(username)
    Grant.objects.filter(user=user).exclude(role__in=roles).delete()
    Grant.objects.bulk_create(Grant(user=user, role=role.value) for role in sorted(frozenset(roles) - before))
    ended = end_sessions(username)
    body = {"before": _names(before), "after": _names(roles), "sessions": ended}
    audit.record(kind="roles_changed", on=username, by=by, at=now, body=body)


@transaction.atomic
def deactivate(*, username: str, typed: str, by: Actor, now: datetime) -> None:
    """Close an account: sessions end, invitations and delegations too; what the person did stays."""
    user = _other(username, typed, by)
    if user.grants.filter(role=Role.ADMINISTRATOR).exists():
        _check_another_administrator(username)
    if not User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        raise Conflict("This account is closed already.")
    Invitation.objects.filter(user=user, ended_at=None).update(ended_at=now)
    given = Delegation.objects.filter(giver=user, revoked_at=None)
    received = Delegation.objects.filter(receiver=user, revoked_at=None)
    delegations = given.update(revoked_at=now) + received.update(revoked_at=now)
    body = {"sessions": end_sessions(username), "delegations": delegations}
    audit.record(kind="person_deactivated", on=username, by=by, at=now, body=body)


@transaction.atomic
def reactivate(*, username: str, by: Actor, now: datetime) -> None:
    """Open a closed account again, with the roles, password and factors it had."""
    check(by, Permission.MANAGE_PEOPLE)
    check_not_self(by, username)
    if not User.objects.filter(username=username, is_active=False).update(is_active=True):
        raise Conflict("This account is open already, or does not exist.")
    audit.record(kind="person_reactivated", on=username, by=by, at=now, body={})


@transaction.atomic
def end_all_sessions(*, username: str, by: Actor, now: datetime) -> int:
    """Log a person out everywhere; returns how many sessions ended."""
    check(by, Permission.MANAGE_PEOPLE)
    if not User.objects.filter(username=username).exists():
        raise _nobody()
    ended = end_sessions(username)
    audit.record(kind="sessions_ended", on=username, by=by, at=now, body={"sessions": ended})
    return ended


def tokens_made_by(username: str) -> int:
    """Return how many tokens of this person are still open; they outlive the person's roles."""
    return int(MachineToken.objects.filter(created_by=username, revoked_at=None).count())


def _other(username: str, typed: str, by: Actor) -> User:
    """Return the account, locked, after everything that a dangerous act asks for."""
    check(by, Permission.MANAGE_PEOPLE)
    check_not_self(by, username)
    user = User.objects.select_for_update().filter(username=username).first()
    if user is None:
        raise _nobody()
    if typed.strip() != username:
        template = "type the log-in name to confirm"
        fault = Fault(where="form", message=template, field="typed", template=template)
        raise Invalid("Something has to be put right", faults=[fault])
    return user


def _check_another_administrator(username: str) -> None:
    """Refuse when nobody else could administer; the rows are locked, so two cannot remove each other."""
    rows = Grant.objects.select_for_update().filter(role=Role.ADMINISTRATOR.value).order_by("id")
    users = [grant.user_id for grant in rows]
    others = User.objects.filter(pk__in=users, is_active=True).exclude(username=username)
    if not others.exclude(password__startswith=UNUSABLE).exists():
        raise Conflict(
            "This is the last administrator who can log in.",
            hint="Make somebody else administrator first.",
        )


def _names(roles: Collection[Role]) -> list[str]:
    return sorted(role.value for role in roles)


def _nobody() -> NotFound:
    return NotFound("There is no such account.")
