"""Versions of written metrics: proposed by one person, decided by another, then never changed."""

from typing import Any, ClassVar

import msgspec
from django.db import models

from thuocdo.core.typed import convert
from thuocdo.measurement.written.types import Step, Trial, Written
from thuocdo.measurement.written.types import Version as VersionValue

_PROPOSED = models.Q(step=Step.PROPOSED.value)
_APPROVED = models.Q(step=Step.APPROVED.value)


class Version(models.Model):
    """One version; an approved one applies from a day after that on which it was approved."""

    public_id = models.CharField(max_length=20, unique=True)
    code = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    text = models.TextField()
    written = models.JSONField()
    digest = models.CharField(max_length=64)
    trial = models.JSONField()
    applies_from = models.DateField()
    reason = models.TextField()
    step = models.CharField(max_length=10, choices=[(item.value, item.value) for item in Step])
    proposed_by = models.CharField(max_length=60)
    proposed_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_on = models.DateField(null=True)
    # null, so that SQLite adds the column to the table that triggers guard, and makes no other table.
    decided_for = models.CharField(max_length=80, null=True)  # noqa: DJ001
    note = models.TextField(blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["code", "number"],
                condition=~models.Q(step=Step.REFUSED.value),
                name="written_version_number",
            ),
            models.UniqueConstraint(fields=["code"], condition=_PROPOSED, name="written_one_open_proposal"),
            models.CheckConstraint(
                condition=_PROPOSED
                & models.Q(decided_by="", decided_at__isnull=True, decided_on__isnull=True)
                | ~_PROPOSED
                & ~models.Q(decided_by="")
                & models.Q(decided_at__isnull=False, decided_on__isnull=False),
                name="written_decided_together",
            ),
            models.CheckConstraint(
                condition=~_APPROVED | ~models.Q(decided_by=models.F("proposed_by")),
                name="written_two_people",
            ),
            models.CheckConstraint(
                condition=~_APPROVED | models.Q(applies_from__gt=models.F("decided_on")),
                name="written_never_back",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}@{self.number}"

    def to_value(self) -> VersionValue:
        """Return the version as a value."""
        logged = getattr(self, "logged", None)
        return VersionValue(
            id=self.public_id,
            number=self.number,
            written=convert(self.written, Written),
            text=self.text,
            digest=self.digest,
            trial=convert(self.trial, Trial),
            reason=self.reason,
            step=Step(self.step),
            proposed_by=self.proposed_by,
            proposed_at=self.proposed_at,
            decided_by=self.decided_by,
            decided_at=self.decided_at,
            decided_on=self.decided_on,
            decided_for=self.decided_for or "",
            note=self.note,
            entry=None if logged is None else logged.entry,
            logged_on=None if logged is None else logged.on,
        )

    @staticmethod
    def plain(value: Written | Trial) -> dict[str, Any]:
        """Return a value as it is kept."""
        found: dict[str, Any] = msgspec.to_builtins(value)
        return found


class Logged(models.Model):
    """That the method of a version stands in the log, under which number and since which day."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="logged")
    entry = models.PositiveBigIntegerField()
    on = models.DateField()

    objects: ClassVar[models.Manager[Any]]

    def __str__(self) -> str:
        return f"{self.version} in entry {self.entry}"
