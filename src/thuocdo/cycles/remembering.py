"""What a body said of the columns of its own sheet, kept so that the next upload asks nothing."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.cycles import models
from thuocdo.cycles.drafting import check_reporter
from thuocdo.cycles.pasting import MEANINGS


def remembered_columns(key: str, *, agency: str) -> tuple[str, ...]:
    """Return what the columns under this heading meant to the body last time, () when it never said."""
    found = models.RememberedColumns.objects.filter(agency=agency, headings=key).first() if key else None
    return tuple(each if each in MEANINGS else "" for each in found.columns) if found is not None else ()


@transaction.atomic
def remember_columns(*, key: str, columns: Sequence[str], by: Actor, now: datetime) -> bool:
    """Keep what the columns mean; says whether that was new. A table without a heading is not kept."""
    check_reporter(by)
    if not key or remembered_columns(key, agency=by.agency) == tuple(columns):
        return False
    models.RememberedColumns.objects.update_or_create(
        agency=by.agency,
        headings=key,
        defaults={"columns": list(columns), "saved_by": by.id, "saved_at": now},
    )
    audit.record(kind="columns_remembered", on=key[:12], by=by, at=now, body={"columns": list(columns)})
    return True
