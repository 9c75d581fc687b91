"""Observations as they were received: a revision is a new vintage, never an overwrite."""

from typing import ClassVar

from django.db import models

from thuocdo.core.typed import convert
from thuocdo.measurement.types import Observation as ObservationValue
from thuocdo.measurement.types import Origin, Review


class Observation(models.Model):
    """One value of an indicator. `content` is the value as given (msgspec JSON).

    `known_on` is the day from which rules may use it: the day of verification, or of
    publication for values that were already public when they were loaded. `vintage` is the
    SHA-256 of everything but the value, so that one vintage has one value.
    """

    public_id = models.CharField(max_length=80, unique=True)
    key = models.CharField(max_length=64, unique=True)
    vintage = models.CharField(max_length=64)
    programme = models.CharField(max_length=40)
    indicator = models.CharField(max_length=20)
    agency = models.CharField(max_length=40, blank=True)
    content = models.JSONField()
    illustrative = models.BooleanField(default=False)
    review = models.CharField(max_length=10, choices=[(item.value, item.value) for item in Review])
    author = models.CharField(max_length=60)
    received_at = models.DateTimeField()
    received_on = models.DateField()
    known_on = models.DateField(null=True)
    verified_by = models.CharField(max_length=60, blank=True)
    verified_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["vintage"],
                condition=~models.Q(review="returned"),
                name="one_value_a_vintage",
            ),
            models.CheckConstraint(
                condition=models.Q(verified_by="", verified_on__isnull=True, known_on__isnull=True)
                | ~models.Q(verified_by="") & models.Q(verified_on__isnull=False, known_on__isnull=False),
                name="observation_verified_together",
            ),
            models.CheckConstraint(
                condition=models.Q(verified_by="") | ~models.Q(verified_by=models.F("author")),
                name="observation_two_people",
            ),
            models.CheckConstraint(
                condition=~models.Q(review="verified") | models.Q(verified_on__isnull=False),
                name="observation_verified_has_verifier",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["programme", "known_on"], name="observation_known_by"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} ({self.indicator})"

    @property
    def origin(self) -> Origin:
        """Return how the value came to be."""
        return Origin(self.content["origin"])

    def to_value(self) -> ObservationValue:
        """Return the observation as a value."""
        given = {
            "id": self.public_id,
            # What was public before it was loaded (no agency handed it in) has no day of receipt.
            "received_on": self.received_on if self.agency else None,
            "verified_by": self.verified_by,
            "illustrative": self.illustrative,
        }
        return convert({**self.content, **given}, ObservationValue)
