"""Reports that people compose, and the facts that a frozen one rests on."""

from datetime import date
from typing import Any, ClassVar

from django.db import models

from thuocdo.reports.types import Heading, Layout, Own, Saved, State

_OPEN = models.Q(state=State.DRAFT.value)


class FrozenFacts(models.Model):
    """The facts.json of a snapshot, compressed; never changed, and one row for each digest."""

    digest = models.CharField(max_length=64, unique=True)
    data = models.BinaryField()

    objects: ClassVar[models.Manager[Any]]

    def __str__(self) -> str:
        return self.digest


class ReportDraft(models.Model):
    """One report: a draft until it is frozen, then with the snapshot that its numbers come from."""

    public_id = models.CharField(max_length=20, unique=True)
    programme = models.CharField(max_length=60)
    cycle = models.CharField(max_length=20)
    agency = models.CharField(max_length=60, blank=True)
    layout = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Layout])
    language = models.CharField(max_length=2)
    as_of = models.DateField()
    texts = models.JSONField(default=dict)
    heading = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=[(each.value, each.value) for each in State])
    version = models.PositiveIntegerField(default=1)
    saved_by = models.CharField(max_length=60)
    saved_at = models.DateTimeField()
    facts = models.ForeignKey(FrozenFacts, null=True, on_delete=models.PROTECT)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme", "cycle", "agency", "layout", "language"],
                condition=_OPEN,
                name="reports_one_open_draft",
            ),
            models.CheckConstraint(
                condition=_OPEN & models.Q(facts__isnull=True)
                | models.Q(state=State.FROZEN.value, facts__isnull=False),
                name="reports_frozen_with_facts",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["programme", "agency", "-saved_at"], name="reports_of_a_body"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.cycle} {self.agency}".strip()

    def to_value(self) -> Saved:
        """Return the report as a value."""
        kept = dict(self.heading)
        dated = kept.pop("dated", "")
        recipients = tuple(kept.pop("recipients", ()))
        heading = Heading(**kept, dated=date.fromisoformat(dated) if dated else None, recipients=recipients)
        return Saved(
            id=self.public_id,
            programme=self.programme,
            cycle=self.cycle,
            agency=self.agency,
            layout=Layout(self.layout),
            language=self.language,
            as_of=self.as_of,
            own=Own(dict(self.texts), heading),
            state=State(self.state),
            version=self.version,
            by=self.saved_by,
            at=self.saved_at,
            digest=self.facts.digest if self.facts else "",
        )
