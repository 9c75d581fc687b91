"""Reading the register of heads: what counted on a day, and every entry for those who keep it."""

from datetime import date

from django.db.models import Q

from thuocdo.core.errors import N_, NotFound
from thuocdo.programme.heads import models
from thuocdo.programme.heads.types import Entry, EntryState, HeadTerm


def terms(*, as_of: date) -> tuple[HeadTerm, ...]:
    """Return the terms that had been confirmed by the end of a day, as they stood then."""
    decided = models.Term.objects.filter(decided_on__lte=as_of).exclude(state=EntryState.REFUSED.value)
    standing = decided.filter(Q(replaced_on__isnull=True) | Q(replaced_on__gt=as_of))
    return tuple(row.to_term() for row in standing.order_by("agency", "since", "id"))


def confirmed(agency: str = "", *, without: str = "") -> tuple[HeadTerm, ...]:
    """Return the terms that count now, of one body if it is named; `without` leaves one entry out."""
    rows = models.Term.objects.filter(state=EntryState.CONFIRMED.value).exclude(public_id=without)
    if agency:
        rows = rows.filter(agency=agency)
    return tuple(row.to_term() for row in rows.order_by("agency", "since"))


def entries() -> tuple[Entry, ...]:
    """Return every entry: what waits first, then by body and day."""
    rows = (row.to_value() for row in models.Term.objects.order_by("agency", "since", "id"))
    return tuple(sorted(rows, key=lambda each: each.state is not EntryState.PROPOSED))


def entry(public_id: str) -> Entry:
    """Return one entry."""
    row = models.Term.objects.filter(public_id=public_id).first()
    if row is None:
        raise NotFound(N_("There is no such entry."), hint=N_("Look for it in the register of heads."))
    found: Entry = row.to_value()
    return found
