"""Reading observations: values, never rows."""

from datetime import date

from thuocdo.core.errors import N_, NotFound
from thuocdo.measurement import models
from thuocdo.measurement.types import Observation, Review


def observations(slug: str, *, as_of: date) -> tuple[Observation, ...]:
    """Return every verified value that was known by the end of that day, in a fixed order."""
    rows = models.Observation.objects.filter(
        programme=slug, review=Review.VERIFIED.value, known_on__lte=as_of
    ).order_by("public_id")
    return tuple(row.to_value() for row in rows)


def waiting() -> tuple[models.Observation, ...]:
    """Return the rows that wait for a second person, oldest first (for actions)."""
    rows = models.Observation.objects.filter(review=Review.WAITING.value)
    return tuple(rows.order_by("received_at", "public_id"))


def row(public_id: str) -> models.Observation:
    """Return one row (for actions)."""
    found = models.Observation.objects.filter(public_id=public_id).first()
    if found is None:
        hint = N_("List what waits with: thuocdo check")
        raise NotFound(N_("There is no observation {id}."), hint=hint, params={"id": public_id})
    return found


def taken(vintages: list[str]) -> dict[str, str]:
    """Return which of these vintages have a value already, by its public id (for actions)."""
    rows = models.Observation.objects.filter(vintage__in=vintages).exclude(review=Review.RETURNED.value)
    return dict(rows.values_list("vintage", "public_id"))


def known(keys: list[str]) -> dict[str, str]:
    """Return which of these keys are recorded already, with their public ids (for actions)."""
    rows = models.Observation.objects.filter(key__in=keys)
    return dict(rows.values_list("key", "public_id"))


def marks(slug: str) -> dict[str, bool]:
    """Return for each indicator with values whether they are illustrative (for actions)."""
    rows = models.Observation.objects.filter(programme=slug).exclude(review=Review.RETURNED.value)
    return dict(rows.values_list("indicator", "illustrative").distinct())


def by_id(public_ids: list[str]) -> dict[str, Observation]:
    """Return these values by their public ids, whatever their standing."""
    rows = models.Observation.objects.filter(public_id__in=public_ids)
    return {row.public_id: row.to_value() for row in rows}


def about(public_ids: list[str]) -> dict[str, tuple[str, str]]:
    """Return programme and indicator of each of these values (for actions)."""
    rows = models.Observation.objects.filter(public_id__in=public_ids)
    return {row.public_id: (row.programme, row.indicator) for row in rows}
