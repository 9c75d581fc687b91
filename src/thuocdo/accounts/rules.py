"""Who may do what: one table from role to permissions, deny by default."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta

from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import N_, Fault, NotAllowed

GRANTS: Mapping[Role, frozenset[Permission]] = {
    Role.REPORTER: frozenset({Permission.REPORT}),
    Role.HEAD: frozenset({Permission.REPORT, Permission.APPROVE, Permission.MANAGE_TOKENS}),
    Role.MONITOR: frozenset(
        {
            Permission.VERIFY,
            Permission.ADOPT,
            Permission.READ_ALL,
            Permission.JUDGE,
            Permission.MANAGE_CYCLES,
            Permission.MANAGE_SOURCES,
        }
    ),
    Role.PUBLISHER: frozenset({Permission.PUBLISH, Permission.READ_ALL}),
    Role.METHODOLOGIST: frozenset(
        {Permission.ADOPT, Permission.READ_ALL, Permission.SET_THRESHOLDS, Permission.MANAGE_SOURCES}
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.MANAGE_PEOPLE,
            Permission.MANAGE_TOKENS,
            Permission.MANAGE_CYCLES,
            Permission.MANAGE_AGENCIES,
            Permission.SET_THRESHOLDS,
            Permission.READ_ALL,
            Permission.READ_AUDIT,
        }
    ),
    Role.AUDITOR: frozenset({Permission.READ_ALL, Permission.READ_AUDIT}),
}

READING = frozenset({Permission.READ_ALL, Permission.READ_AUDIT})
"""Permissions that change nothing; whoever holds another one has a writing role."""

DELEGABLE = (Permission.APPROVE, Permission.REPORT)
"""What may be lent to a colleague of the same body, by somebody whose own role brings it."""

SCOPES = (Permission.REPORT, Permission.READ_ALL, Permission.READ_AUDIT)
"""What a machine may be given: approving, verifying and publishing are acts of persons."""

LONGEST_DELEGATION = 90
"""Days that a delegation lasts at most, its first and last day counted."""

LONGEST_TOKEN = timedelta(days=366)
INVITATION = timedelta(days=7)
FRESH = timedelta(minutes=15)
"""How long a password or code that was just given counts for a dangerous act."""

IDLE = timedelta(hours=1)
ABSOLUTE = timedelta(hours=12)
"""A session ends after so long without a page, and after so long in any case."""

SYSTEM = frozenset({"setup", "unknown"})
"""Names that the audit trail uses for itself; nobody logs in under them."""

MACHINE = "may-"
"""How the name of a machine begins, as that of no person does."""

LONGEST_NAME = 60


def permissions_of_roles(roles: Collection[Role]) -> frozenset[Permission]:
    """Return everything the roles bring together."""
    return frozenset().union(*(GRANTS[role] for role in roles))


def permissions_of(actor: Actor) -> frozenset[Permission]:
    """Return everything that the actor's roles bring, and what is lent to the actor at this moment."""
    return permissions_of_roles(actor.roles) | {Permission(lent.permission) for lent in actor.lent}


def can(actor: Actor, permission: Permission) -> bool:
    """Ask; the action still checks."""
    return permission in permissions_of(actor)


def check(actor: Actor, permission: Permission) -> None:
    """Refuse with the reason when neither a role of the actor nor a delegation brings the permission."""
    if not can(actor, permission):
        raise NotAllowed(
            N_("{name} may not {act}."),
            hint=N_("Ask an administrator for a role that allows it."),
            params={"name": actor.name, "act": permission.value.replace("_", " ")},
        )


def check_two_people(first: Actor, second: Actor) -> None:
    """Refuse when the second person is the first, or acts for the first: four eyes, not two."""
    givers = {lent.by for lent in second.lent if lent.by}
    if first.id == second.id or first.id in givers:
        raise NotAllowed(
            N_("{name} cannot confirm their own work."),
            hint=N_("A second person has to do it."),
            params={"name": second.name},
        )


def acting_for(actor: Actor, permission: Permission) -> str:
    """Return whose permission the actor uses, "" where a role of the actor's own brings it."""
    if permission in permissions_of_roles(actor.roles):
        return ""
    return next((lent.by for lent in actor.lent if lent.permission == permission and lent.by), "")


def needs_factor(permissions: Collection[Permission]) -> bool:
    """Say whether somebody with these permissions changes anything, and so needs a second factor."""
    return not READING.issuperset(permissions)


def session_ended(*, began: datetime, seen: datetime, now: datetime) -> bool:
    """Say whether a session is over: idle for too long, or too old however busy."""
    return now - seen >= IDLE or now - began >= ABSOLUTE


def is_fresh(given: datetime | None, now: datetime) -> bool:
    """Say whether a password or code that was given then still counts for a dangerous act."""
    return given is not None and timedelta(0) <= now - given < FRESH


def check_not_self(by: Actor, username: str) -> None:
    """Refuse somebody who administers their own account."""
    if by.id == username:
        raise NotAllowed(
            "Nobody changes their own roles or account here.",
            hint="Another administrator has to do it.",
        )


def delegation_faults(
    *, starts_on: date, ends_on: date | None, today: date, same_body: bool, self_given: bool
) -> list[Fault]:
    """Return everything wrong with a delegation that somebody wants to give."""
    faults = []
    if self_given:
        faults.append(_fault("receiver", "choose somebody else than yourself"))
    if not same_body:
        faults.append(_fault("receiver", "choose somebody of your own body"))
    if ends_on is None:
        faults.append(_fault("ends_on", "name the last day; a delegation always ends"))
        return faults
    if ends_on < starts_on:
        faults.append(_fault("ends_on", "the last day comes before the first"))
    elif ends_on < today:
        faults.append(_fault("ends_on", "this day has passed"))
    elif (ends_on - starts_on).days >= LONGEST_DELEGATION:
        days = {"days": str(LONGEST_DELEGATION)}
        faults.append(_fault("ends_on", "a delegation lasts {days} days at most", days))
    return faults


def may_delegate(actor: Actor) -> tuple[Permission, ...]:
    """Return what the actor may lend: only what an own role brings, and only inside a body."""
    own = permissions_of_roles(actor.roles) if actor.agency else frozenset()
    return tuple(permission for permission in DELEGABLE if permission in own)


def scopes_for(actor: Actor) -> tuple[Permission, ...]:
    """Return what the actor may put into a token: an administrator any scope, a head the own ones."""
    if can(actor, Permission.MANAGE_PEOPLE):
        return SCOPES
    if can(actor, Permission.MANAGE_TOKENS):
        own = permissions_of_roles(actor.roles)
        return tuple(scope for scope in SCOPES if scope in own)
    return ()


def check_token_body(actor: Actor, agency: str) -> None:
    """Refuse a token for a body that is not the actor's own, except to an administrator."""
    check(actor, Permission.MANAGE_TOKENS)
    if not can(actor, Permission.MANAGE_PEOPLE) and (not agency or agency != actor.agency):
        raise NotAllowed("You make tokens for your own body only.", hint="An administrator can help.")


def username_faults(username: str) -> list[Fault]:
    """Return what is wrong with a log-in name: it stands in addresses and in the audit trail."""
    bare = username.replace(".", "").replace("-", "")
    well = bare.isascii() and bare.isalnum() and username == username.lower()
    if well and len(username) <= LONGEST_NAME and username not in SYSTEM and not username.startswith(MACHINE):
        return []
    return [_fault("username", "write lower-case letters, digits, dots and dashes only", where=username)]


def _fault(
    field: str, template: str, params: Mapping[str, str] | None = None, *, where: str = "form"
) -> Fault:
    message = template.format(**(params or {}))
    return Fault(where=where, message=message, field=field, template=template, params=params or {})
