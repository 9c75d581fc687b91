"""Reading people."""

from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from thuocdo.accounts.administering import UNUSABLE
from thuocdo.accounts.models import Invitation, Session, User
from thuocdo.accounts.types import FactorKind, Page, Person
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import N_, NotFound

PAGE = 50
"""People on one page of the list."""


def actor(username: str, *, on: date | None = None) -> Actor:
    """Return an active person as an actor, with what is delegated to them where a day is given."""
    user = User.objects.prefetch_related("grants").filter(username=username, is_active=True).first()
    if user is None:
        hint = N_("List the names with: thuocdo people")
        raise NotFound(N_("Nobody logs in as '{name}'."), hint=hint, params={"name": username[:60]})
    return user.to_actor(on=on)


def people() -> tuple[Actor, ...]:
    """Return all active people, by log-in name."""
    found = User.objects.prefetch_related("grants").filter(is_active=True).order_by("username")
    return tuple(user.to_actor() for user in found)


def list_people(*, search: str = "", agency: str = "", page: int = 1, now: datetime) -> Page:
    """Return one page of all accounts, open and closed, by log-in name; searched in both names."""
    rows = User.objects.all()
    for word in search.split():
        rows = rows.filter(Q(username__icontains=word) | Q(name__icontains=word))
    if agency:
        rows = rows.filter(agency=agency)
    count = rows.count()
    pages = max(1, -(-count // PAGE))
    number = min(max(page, 1), pages)
    shown = _with_counts(rows, now).order_by("username")[(number - 1) * PAGE : number * PAGE]
    return Page(tuple(_person(row) for row in shown), number, pages, count)


def person(username: str, *, now: datetime) -> Person:
    """Return one account, open or closed."""
    row = _with_counts(User.objects.filter(username=username), now).first()
    if row is None:
        raise NotFound("There is no such account.")
    return _person(row)


def _with_counts(rows: QuerySet[User], now: datetime) -> QuerySet[User]:
    """Return the rows with what a list shows of each, in the same query."""
    open_invitation = Invitation.objects.filter(user=OuterRef("pk"), ended_at=None, expires_at__gt=now)
    factors = _counted(
        Authenticator.objects.filter(user=OuterRef("pk"), type__in=[kind.value for kind in FactorKind]),
        "user",
    )
    sessions = _counted(Session.objects.filter(account=OuterRef("pk"), expire_date__gt=now), "account")
    return rows.prefetch_related("grants").annotate(
        invited_until=Subquery(open_invitation.values("expires_at")[:1]), factors=factors, sessions=sessions
    )


def _counted(rows: QuerySet[Any], by: str) -> Subquery:
    return Subquery(rows.order_by().values(by).annotate(count=Count("pk")).values("count"))


def _person(row: User) -> Person:
    counts = vars(row)  # what `_with_counts` has added
    return Person(
        username=row.username,
        name=row.name,
        agency=row.agency,
        roles=frozenset(Role(grant.role) for grant in row.grants.all()),
        active=row.is_active,
        can_log_in=row.is_active and not row.password.startswith(UNUSABLE),
        invited_until=counts["invited_until"],
        factors=counts["factors"] or 0,
        sessions=counts["sessions"] or 0,
        last_login=row.last_login,
    )
