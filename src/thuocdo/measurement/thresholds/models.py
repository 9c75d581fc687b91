"""Sets of thresholds: proposed by one person, decided by another, then never changed (migration 0002)."""

from decimal import Decimal
from typing import Any, ClassVar

from django.db import models

from thuocdo.measurement.thresholds.types import SetState, Thresholds
from thuocdo.measurement.thresholds.types import ThresholdSet as ThresholdSetValue

_APPROVED = models.Q(state=SetState.APPROVED.value)


class ThresholdSet(models.Model):
    """One set; an approved one applies from a day after that on which it was approved."""

    public_id = models.CharField(max_length=20, unique=True)
    on_track_from = models.DecimalField(max_digits=3, decimal_places=2)
    at_risk_from = models.DecimalField(max_digits=3, decimal_places=2)
    draft_share = models.DecimalField(max_digits=3, decimal_places=2)
    obstacle_days = models.PositiveSmallIntegerField()
    plan_months = models.PositiveSmallIntegerField()
    applies_from = models.DateField()
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=[(item.value, item.value) for item in SetState])
    proposed_by = models.CharField(max_length=60)
    proposed_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["state"],
                condition=models.Q(state=SetState.PROPOSED.value),
                name="thresholds_one_open_proposal",
            ),
            models.CheckConstraint(
                condition=models.Q(state=SetState.PROPOSED.value, decided_by="", decided_at__isnull=True)
                & models.Q(decided_on__isnull=True)
                | ~models.Q(state=SetState.PROPOSED.value)
                & ~models.Q(decided_by="")
                & models.Q(decided_at__isnull=False, decided_on__isnull=False),
                name="thresholds_decided_together",
            ),
            models.CheckConstraint(
                condition=~_APPROVED | ~models.Q(decided_by=models.F("proposed_by")),
                name="thresholds_two_people",
            ),
            models.CheckConstraint(
                condition=~_APPROVED | models.Q(applies_from__gt=models.F("decided_on")),
                name="thresholds_never_back",
            ),
            models.CheckConstraint(
                condition=models.Q(at_risk_from__lt=models.F("on_track_from"))
                & models.Q(at_risk_from__gt=0, on_track_from__lte=1),
                name="thresholds_in_order",
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="thresholds_with_reason"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "applies_from"], name="thresholds_in_force"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} from {self.applies_from}"

    def to_value(self) -> ThresholdSetValue:
        """Return the set as a value."""
        places = Decimal("0.01")
        return ThresholdSetValue(
            id=self.public_id,
            thresholds=Thresholds(
                on_track_from=self.on_track_from.quantize(places),
                at_risk_from=self.at_risk_from.quantize(places),
                draft_share=self.draft_share.quantize(places),
                obstacle_days=self.obstacle_days,
                plan_months=self.plan_months,
            ),
            applies_from=self.applies_from,
            reason=self.reason,
            state=SetState(self.state),
            proposed_by=self.proposed_by,
            proposed_at=self.proposed_at,
            decided_by=self.decided_by,
            decided_at=self.decided_at,
            note=self.note,
        )
