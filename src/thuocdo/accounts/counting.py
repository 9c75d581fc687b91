"""Counting in the database, so that a count holds for all server processes together and survives them."""

from datetime import datetime, timedelta

from django.db import transaction

from thuocdo.accounts.models import Count


@transaction.atomic
def count(key: str, *, window: timedelta, now: datetime) -> int:
    """Add one and return how many there are within the window, which begins with the first of them.

    Of those who count at the same moment, each gets a number of its own.
    """
    row, new = Count.objects.select_for_update().get_or_create(
        key=key, defaults={"number": 0, "until": now + window}
    )
    if new:
        Count.objects.filter(until__lte=now).delete()  # whoever begins a count sweeps the ended ones
    if row.until <= now:
        row.number, row.until = 0, now + window
    row.number += 1
    row.save(update_fields=["number", "until"])
    return int(row.number)


def forget(key: str) -> None:
    """Begin this count anew."""
    Count.objects.filter(key=key).delete()


@transaction.atomic
def take_back(key: str) -> None:
    """Take one off, if the count still runs."""
    row = Count.objects.select_for_update().filter(key=key, number__gt=0).first()
    if row is not None:
        row.number -= 1
        row.save(update_fields=["number"])
