"""Sources in versions, their sealed secrets, every run, and what each measured value was made of."""

from typing import Any, ClassVar

from django.db import models

from thuocdo.core.messages import Reason
from thuocdo.core.typed import convert
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources.types import (
    Broken,
    Declaration,
    Outcome,
    Profile,
    RunValue,
    Step,
)
from thuocdo.measurement.sources.types import Version as VersionValue

_PROPOSED = models.Q(step=Step.PROPOSED.value)
_RUNNING = models.Q(outcome=Outcome.RUNNING.value)


class Source(models.Model):
    """A source; what it is stands in its versions. Both fields of a pause belong together.

    `stopped` is the month for which its owner was last told that nothing came.
    """

    public_id = models.CharField(max_length=20, unique=True)
    made_at = models.DateTimeField()
    paused_on = models.DateField(null=True)
    paused_why = models.TextField(blank=True)
    stopped = models.CharField(max_length=7, blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(paused_on__isnull=True, paused_why="")
                | models.Q(paused_on__isnull=False) & ~models.Q(paused_why=""),
                name="source_paused_together",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class Version(models.Model):
    """A version of a declaration; the newest one that is on counts."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    owner = models.CharField(max_length=40)
    declaration = models.JSONField()
    step = models.CharField(max_length=10, choices=[(item.value, item.value) for item in Step])
    proposed_by = models.CharField(max_length=60)
    proposed_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60, blank=True)
    decided_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "number"], name="source_version_number"),
            models.UniqueConstraint(fields=["source"], condition=_PROPOSED, name="source_one_open_proposal"),
            models.CheckConstraint(
                condition=_PROPOSED & models.Q(decided_by="", decided_at__isnull=True)
                | ~_PROPOSED & ~models.Q(decided_by="") & models.Q(decided_at__isnull=False),
                name="source_version_decided_together",
            ),
            models.CheckConstraint(
                condition=~models.Q(step=Step.ON.value) | ~models.Q(decided_by=models.F("proposed_by")),
                name="source_version_two_people",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} v{self.number}"

    def to_value(self) -> VersionValue:
        """Return the version as a value."""
        return VersionValue(
            source=self.source.public_id,
            number=self.number,
            declaration=convert(self.declaration, Declaration),
            step=Step(self.step),
            proposed_by=self.proposed_by,
            proposed_at=self.proposed_at,
            decided_by=self.decided_by,
            decided_at=self.decided_at,
            note=self.note,
        )


class Secret(models.Model):
    """What opens a source: sealed with the installation's key, written and never shown again."""

    source = models.OneToOneField(Source, models.PROTECT, related_name="secret")
    sealed = models.TextField()
    set_by = models.CharField(max_length=60)
    set_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    def __str__(self) -> str:
        return f"secret of {self.source}"


class Run(models.Model):
    """One run of a source for one month. `digest` names what was delivered and all that decided about it."""

    public_id = models.CharField(max_length=20, unique=True)
    source = models.ForeignKey(Source, models.PROTECT, related_name="runs")
    month = models.CharField(max_length=7)
    version = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10, choices=[(item.value, item.value) for item in Outcome])
    reason = models.JSONField(null=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    rows = models.BigIntegerField(default=0)
    quarantined = models.BigIntegerField(default=0)
    bytes = models.BigIntegerField(default=0)
    file = models.CharField(max_length=200, blank=True)
    aside = models.CharField(max_length=200, blank=True)
    broken = models.JSONField(default=list)
    profile = models.JSONField(default=dict)
    by = models.CharField(max_length=60)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "month"], condition=_RUNNING, name="run_one_at_a_time"),
            models.UniqueConstraint(
                fields=["source", "month", "revision"],
                condition=models.Q(outcome=Outcome.KEPT.value),
                name="run_revision_once",
            ),
            models.CheckConstraint(
                condition=_RUNNING & models.Q(ended_at__isnull=True)
                | ~_RUNNING & models.Q(ended_at__isnull=False),
                name="run_ended_together",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome=Outcome.KEPT.value, revision__gt=0) & ~models.Q(file="")
                | ~models.Q(outcome=Outcome.KEPT.value) & models.Q(revision=0, file=""),
                name="run_kept_has_file",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["source", "month", "outcome"], name="run_of_month"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} ({self.source} {self.month})"

    def to_value(self) -> RunValue:
        """Return the run as a value."""
        return RunValue(
            id=self.public_id,
            source=self.source.public_id,
            month=Month.read(self.month),
            outcome=Outcome(self.outcome),
            reason=None if self.reason is None else convert(self.reason, Reason),
            started_at=self.started_at,
            ended_at=self.ended_at,
            version=self.version,
            revision=self.revision,
            digest=self.digest,
            rows=self.rows,
            quarantined=self.quarantined,
            bytes=self.bytes,
            file=self.file,
            aside=self.aside,
            broken=convert(self.broken, tuple[Broken, ...]),
            profile=convert(self.profile, Profile),
            by=self.by,
        )


class Measured(models.Model):
    """What a measured observation was made of: the partitions, their runs, the plan and the engines.

    `digest` names the inputs together with metric, version, place and period: the same is never
    measured twice.
    """

    observation = models.CharField(max_length=80, unique=True)
    programme = models.CharField(max_length=40)
    metric = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    place = models.CharField(max_length=40)
    first = models.CharField(max_length=7)
    last = models.CharField(max_length=7)
    digest = models.CharField(max_length=64)
    runs = models.JSONField()
    missing = models.JSONField(default=list)
    engine = models.CharField(max_length=60)
    measured_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["programme", "metric", "last"], name="measured_metric"),
            models.Index(fields=["digest"], name="measured_inputs"),
        ]

    def __str__(self) -> str:
        return f"{self.observation} ({self.metric})"
