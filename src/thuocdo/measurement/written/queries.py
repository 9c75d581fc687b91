"""Reading the versions of written metrics: values, never rows."""

from collections.abc import Set as AbstractSet
from datetime import date

from django.db.models import Max

from thuocdo.core.errors import N_, NotFound
from thuocdo.measurement.written import models
from thuocdo.measurement.written.types import Step, Version, WrittenMethod


def versions() -> tuple[Version, ...]:
    """Return every version that was ever proposed, by code and number."""
    rows = models.Version.objects.select_related("logged").order_by("code", "number", "id")
    return tuple(row.to_value() for row in rows)


def approved() -> tuple[Version, ...]:
    """Return the versions that were approved, by code and number."""
    return tuple(each for each in versions() if each.step is Step.APPROVED)


def methods(rows: AbstractSet[str], *, as_of: date) -> tuple[WrittenMethod, ...]:
    """Return what the public gets: versions approved by the end of a day that serve one of these indicators.

    The entry in the log is named as soon as it is there, whatever the day: it is the proof, not a fact.
    """
    return tuple(
        WrittenMethod(
            code=each.code,
            number=each.number,
            text=each.text,
            approved_on=each.decided_on,
            approved_for=each.decided_for,
            entry=each.entry,
            logged_on=each.logged_on,
        )
        for each in approved()
        if each.decided_on is not None and each.decided_on <= as_of and rows & {*each.written.indicators}
    )


def version(public_id: str) -> Version:
    """Return one version."""
    row = models.Version.objects.select_related("logged").filter(public_id=public_id).first()
    if row is None:
        hint = N_("List them with: thuocdo metric list")
        raise NotFound(N_("There is no version {id} of a metric."), hint=hint, params={"id": public_id})
    found: Version = row.to_value()
    return found


def highest(code: str) -> int:
    """Return the highest number of a version that stands, 0 before the first (for actions)."""
    rows = models.Version.objects.filter(code=code).exclude(step=Step.REFUSED.value)
    return int(rows.aggregate(highest=Max("number"))["highest"] or 0)
