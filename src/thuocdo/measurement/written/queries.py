"""Reading the versions of written metrics: values, never rows."""

from django.db.models import Max

from thuocdo.core.errors import N_, NotFound
from thuocdo.measurement.written import models
from thuocdo.measurement.written.types import Step, Version


def versions() -> tuple[Version, ...]:
    """Return every version that was ever proposed, by code and number."""
    rows = models.Version.objects.select_related("logged").order_by("code", "number", "id")
    return tuple(row.to_value() for row in rows)


def approved() -> tuple[Version, ...]:
    """Return the versions that were approved, by code and number."""
    return tuple(each for each in versions() if each.step is Step.APPROVED)


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
