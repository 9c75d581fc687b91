"""Lending a permission to a colleague of the same body, from a day until a day."""

import secrets
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from thuocdo.accounts.models import Delegation, User
from thuocdo.accounts.rules import check, delegation_faults, may_delegate
from thuocdo.accounts.types import Delegation as Lending
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import Invalid, NotAllowed, NotFound


@transaction.atomic
def delegate(
    *,
    receiver: str,
    permission: Permission,
    starts_on: date,
    ends_on: date | None,
    by: Actor,
    now: datetime,
) -> Lending:
    """Lend one's own permission; both days count, and after the last one it is simply over."""
    check(by, permission)
    if permission not in may_delegate(by):
        raise NotAllowed("What is lent to you cannot be lent on.", hint="Ask whom it comes from.")
    colleague = User.objects.filter(username=receiver, is_active=True).first()
    faults = delegation_faults(
        starts_on=starts_on,
        ends_on=ends_on,
        today=local_day(now, settings.THUOCDO_ZONE),
        same_body=colleague is not None and bool(by.agency) and colleague.agency == by.agency,
        self_given=receiver == by.id,
    )
    if faults or colleague is None or ends_on is None:
        raise Invalid("Something has to be put right", faults=faults)
    row = Delegation.objects.create(
        public_id=f"U-{secrets.token_hex(5)}",
        giver=User.objects.get(username=by.id),
        receiver=colleague,
        permission=permission.value,
        starts_on=starts_on,
        ends_on=ends_on,
        created_at=now,
    )
    body = {
        "permission": permission.value,
        "to": receiver,
        "starts_on": starts_on.isoformat(),
        "ends_on": ends_on.isoformat(),
    }
    audit.record(kind="delegation_given", on=row.public_id, by=by, at=now, body=body)
    return _value(row)


@transaction.atomic
def revoke_delegation(*, delegation: str, by: Actor, now: datetime) -> None:
    """Take back what one has lent; it ends at this moment."""
    mine = Delegation.objects.filter(public_id=delegation, giver__username=by.id)
    if not mine.filter(revoked_at=None).update(revoked_at=now):
        raise NotFound("There is no such delegation of yours that is still open.")
    audit.record(kind="delegation_revoked", on=delegation, by=by, at=now, body={})


def delegations_about(username: str, *, day: date) -> tuple[Lending, ...]:
    """Return what the person has lent or been lent and what is not over yet, the next to end first."""
    about = Q(giver__username=username) | Q(receiver__username=username)
    rows = Delegation.objects.filter(about, ends_on__gte=day, revoked_at=None)
    return tuple(_value(row) for row in rows.select_related("giver", "receiver").order_by("ends_on", "id"))


def colleagues(person: Actor) -> tuple[tuple[str, str], ...]:
    """Return log-in name and name of everybody else in the person's body who can act there."""
    if not person.agency:
        return ()
    rows = User.objects.filter(agency=person.agency, is_active=True).exclude(username=person.id)
    return tuple(rows.order_by("name").values_list("username", "name"))


def _value(row: Delegation) -> Lending:
    return Lending(
        id=row.public_id,
        giver=row.giver.username,
        giver_name=row.giver.name,
        receiver=row.receiver.username,
        receiver_name=row.receiver.name,
        permission=Permission(row.permission),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        revoked_at=row.revoked_at,
    )
