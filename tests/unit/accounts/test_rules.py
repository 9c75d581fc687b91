"""Who may do what."""

import pytest

from thuocdo.accounts.rules import GRANTS, can, check, check_two_people
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import NotAllowed


def actor(*roles, name="an"):
    return Actor(id=name, name=name, roles=frozenset(roles))


def test_every_role_is_decided():
    """No role is forgotten in the table."""
    assert set(GRANTS) == set(Role)


def test_without_a_role_nothing_is_allowed():
    """Deny by default."""
    assert not any(can(actor(), permission) for permission in Permission)


@pytest.mark.parametrize(
    ("role", "permission", "allowed"),
    [
        (Role.REPORTER, Permission.REPORT, True),
        (Role.REPORTER, Permission.VERIFY, False),
        (Role.MONITOR, Permission.VERIFY, True),
        (Role.MONITOR, Permission.PUBLISH, False),
        (Role.AUDITOR, Permission.READ_ALL, True),
        (Role.AUDITOR, Permission.REPORT, False),
        (Role.ADMINISTRATOR, Permission.VERIFY, False),
    ],
)
def test_roles_bring_their_permissions_and_no_others(role, permission, allowed):
    """The table decides, and asking agrees with checking."""
    assert can(actor(role), permission) is allowed
    if not allowed:
        with pytest.raises(NotAllowed):
            check(actor(role), permission)


def test_nobody_is_the_second_person_to_themselves():
    """Four eyes belong to two people."""
    check_two_people(actor(name="an"), actor(name="binh"))
    with pytest.raises(NotAllowed, match="second person"):
        check_two_people(actor(name="an"), actor(name="an"))
