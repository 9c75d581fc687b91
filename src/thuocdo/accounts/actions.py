"""Writing people: every act is one transaction with its audit event."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from thuocdo.accounts.models import Grant, User
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict


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
        raise Conflict(f"Somebody already logs in as {username!r}.", hint="Choose another name.")
    user = User(username=username, name=name, agency=agency, created_at=now)
    user.set_password(password)
    user.save()
    Grant.objects.bulk_create(Grant(user=user, role=role.value) for role in sorted(roles))
    body = {"username": username, "agency": agency, "roles": sorted(role.value for role in roles)}
    audit.record(kind="person_added", on=username, by=by, at=now, body=body)
    return Actor(id=username, name=name, roles=frozenset(roles), agency=agency)
