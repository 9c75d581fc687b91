"""Reading the sets of thresholds: values, never rows."""

from datetime import date

from thuocdo.core.errors import N_, NotFound
from thuocdo.measurement.thresholds import models
from thuocdo.measurement.thresholds.rules import thresholds_on
from thuocdo.measurement.thresholds.types import SetState, Thresholds, ThresholdSet


def in_force_on(day: date) -> Thresholds:
    """Return the thresholds that apply on a day; the standard ones before the first set."""
    begun = models.ThresholdSet.objects.filter(state=SetState.APPROVED.value, applies_from__lte=day)
    newest = begun.order_by("-applies_from", "-decided_at", "-public_id")[:1]
    return thresholds_on((row.to_value() for row in newest), day)


def history() -> tuple[ThresholdSet, ...]:
    """Return every set that was ever proposed, the latest first."""
    rows = models.ThresholdSet.objects.order_by("-proposed_at", "-id")
    return tuple(row.to_value() for row in rows)


def row(public_id: str) -> models.ThresholdSet:
    """Return one row (for actions)."""
    found: models.ThresholdSet | None = models.ThresholdSet.objects.filter(public_id=public_id).first()
    if found is None:
        raise NotFound(N_("There is no such set of thresholds."), hint=N_("Look at the list of sets."))
    return found
