"""One process at a time does a recurring work: a lease in the database, which ends by itself."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from thuocdo.cycles.notices.models import Lease


def take_lease(name: str, *, holder: str, now: datetime, seconds: int) -> bool:
    """Take the lease or prolong one's own; False when another process holds it.

    Clocks of the machines have to agree to well within `seconds`.
    """
    until = now + timedelta(seconds=seconds)
    mine = Lease.objects.filter(Q(holder=holder) | Q(until__lte=now), name=name)
    if mine.update(holder=holder, until=until):
        return True
    try:
        with transaction.atomic():
            Lease.objects.create(name=name, holder=holder, until=until)
    except IntegrityError:  # somebody holds it
        return False
    return True


def give_back(name: str, *, holder: str, now: datetime) -> None:
    """End one's own lease, so that the next process need not wait for its end."""
    Lease.objects.filter(name=name, holder=holder).update(until=now)
