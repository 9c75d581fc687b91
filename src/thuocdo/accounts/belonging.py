"""Who and what belongs to a body: open accounts and tokens of machines, counted."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Count

from thuocdo.accounts.models import MachineToken, User


def accounts_of(agencies: Collection[str]) -> dict[str, int]:
    """Return how many open accounts each of the bodies has; a body without any is left out."""
    rows = User.objects.filter(agency__in=agencies, is_active=True).order_by().values("agency")
    return {row["agency"]: row["count"] for row in rows.annotate(count=Count("pk"))}


def tokens_of_bodies(agencies: Collection[str], *, now: datetime) -> dict[str, int]:
    """Return how many tokens of each of the bodies still open something."""
    rows = MachineToken.objects.filter(agency__in=agencies, revoked_at=None, expires_at__gt=now)
    return {
        row["agency"]: row["count"] for row in rows.order_by().values("agency").annotate(count=Count("pk"))
    }
