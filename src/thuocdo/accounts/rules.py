"""Who may do what: one table from role to permissions, deny by default."""

from collections.abc import Mapping

from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import NotAllowed

GRANTS: Mapping[Role, frozenset[Permission]] = {
    Role.REPORTER: frozenset({Permission.REPORT}),
    Role.HEAD: frozenset({Permission.REPORT, Permission.APPROVE}),
    Role.MONITOR: frozenset({Permission.VERIFY, Permission.ADOPT, Permission.READ_ALL}),
    Role.PUBLISHER: frozenset({Permission.PUBLISH, Permission.READ_ALL}),
    Role.METHODOLOGIST: frozenset({Permission.ADOPT, Permission.READ_ALL}),
    Role.ADMINISTRATOR: frozenset({Permission.MANAGE_PEOPLE, Permission.READ_ALL}),
    Role.AUDITOR: frozenset({Permission.READ_ALL}),
}


def permissions_of(actor: Actor) -> frozenset[Permission]:
    """Return everything the actor's roles bring together."""
    return frozenset().union(*(GRANTS[role] for role in actor.roles))


def can(actor: Actor, permission: Permission) -> bool:
    """Ask; the action still checks."""
    return permission in permissions_of(actor)


def check(actor: Actor, permission: Permission) -> None:
    """Refuse with the reason when no role of the actor brings the permission."""
    if not can(actor, permission):
        raise NotAllowed(
            f"{actor.name} may not {permission.value.replace('_', ' ')}.",
            hint="Ask an administrator for a role that allows it.",
        )


def check_two_people(first: Actor, second: Actor) -> None:
    """Refuse when the second person is the first: four eyes, not two."""
    if first.id == second.id:
        raise NotAllowed(
            f"{second.name} cannot confirm their own work.", hint="A second person has to do it."
        )
