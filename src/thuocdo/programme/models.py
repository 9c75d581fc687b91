"""Programmes in versions and bodies in time. A version never changes once it is adopted.

The columns carry what is searched and constrained; `content` is the whole value
(msgspec JSON of the dataclass in types.py), so that a row and its value cannot drift apart.
"""

from typing import ClassVar

from django.db import models


class Programme(models.Model):
    """A programme of action, known by its slug in addresses."""

    slug = models.SlugField(max_length=40, unique=True)
    number = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.number


class Version(models.Model):
    """One adopted state of the programme; `content` holds themes, duties, cycles and names."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    effective_on = models.DateField()
    adopted_by = models.CharField(max_length=60)
    confirmed_by = models.CharField(max_length=60)
    adopted_at = models.DateTimeField()
    document_sha256 = models.CharField(max_length=64, blank=True)
    content = models.JSONField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_version_a_number"),
            models.CheckConstraint(
                condition=~models.Q(adopted_by=models.F("confirmed_by")), name="two_people_adopt"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} v{self.number}"


class Task(models.Model):
    """One task of a version."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="tasks")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=20)
    theme = models.CharField(max_length=20)
    due_on = models.DateField(null=True)
    content = models.JSONField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "code"], name="one_task_a_code"),
        ]
        ordering: ClassVar[list[str]] = ["version", "position"]

    def __str__(self) -> str:
        return self.code


class Indicator(models.Model):
    """One indicator row of a version, with its targets in `content`."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="indicators")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=20)
    horizon = models.PositiveIntegerField()
    content = models.JSONField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "code", "horizon"], name="one_indicator_a_key"),
        ]
        ordering: ClassVar[list[str]] = ["version", "position"]

    def __str__(self) -> str:
        return f"{self.code}@{self.horizon}"


class OfficialWords(models.Model):
    """The words of the adopted document for one row, beside our short name (adopted by two people)."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="words")
    kind = models.CharField(
        max_length=10, choices=[("task", "task"), ("indicator", "indicator"), ("theme", "theme")]
    )
    code = models.CharField(max_length=20)
    horizon = models.PositiveIntegerField(default=0)
    content = models.JSONField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "kind", "code", "horizon"], name="one_wording_a_row"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"


class Agency(models.Model):
    """A body for as long as it exists under one code; `valid_until` is exclusive."""

    position = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    kind = models.CharField(max_length=30)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    content = models.JSONField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="one_agency_a_code_and_start"),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_until__isnull=True)
                | models.Q(valid_from__lt=models.F("valid_until")),
                name="agency_starts_before_it_ends",
            ),
        ]
        ordering: ClassVar[list[str]] = ["position"]

    def __str__(self) -> str:
        return self.code


class Succession(models.Model):
    """From `on` the successor carries the predecessor's duties."""

    predecessor = models.CharField(max_length=40)
    successor = models.CharField(max_length=40)
    on = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["predecessor", "on"], name="one_successor_a_day"),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="nobody_succeeds_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Restructuring(models.Model):
    """One change of bodies as it was ordered: what happened, from when, by which document, who entered it.

    `content` holds the bodies, their heirs and the tasks for which a document must still name who leads.
    """

    kind = models.CharField(max_length=10)
    on = models.DateField()
    document = models.CharField(max_length=200)
    document_on = models.DateField()
    content = models.JSONField()
    by = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Group(models.Model):
    """A collective name and who it means."""

    code = models.CharField(max_length=40, unique=True)
    content = models.JSONField()

    def __str__(self) -> str:
        return self.code


class Designation(models.Model):
    """A dated document that names the members of a group in one task."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="designations")
    task = models.CharField(max_length=20)
    group = models.CharField(max_length=40)
    members = models.JSONField()
    document = models.CharField(max_length=120)
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.task}: {self.group}"


class Draft(models.Model):
    """What a reader made of a file, under review until two people have finished; never the file itself.

    `content` is the DraftProgramme, `passages` the text that stands beside the rows. A draft that was
    discarded keeps neither.
    """

    slug = models.SlugField(max_length=40)
    amends = models.BooleanField(default=False)
    partial = models.BooleanField(default=False)
    number = models.CharField(max_length=80, blank=True)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    sent_by = models.CharField(max_length=60)
    sent_at = models.DateTimeField()
    content = models.JSONField()
    passages = models.JSONField()
    discarded_by = models.CharField(max_length=60, blank=True)
    discarded_at = models.DateTimeField(null=True)
    version = models.OneToOneField(Version, null=True, on_delete=models.PROTECT, related_name="draft")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(discarded_by="", discarded_at__isnull=True)
                | (~models.Q(discarded_by="") & models.Q(discarded_at__isnull=False)),
                name="who_and_when_discarded",
            ),
            models.CheckConstraint(
                condition=models.Q(version__isnull=True) | models.Q(discarded_by=""),
                name="adopted_or_discarded",
            ),
        ]
        ordering: ClassVar[list[str]] = ["-id"]

    def __str__(self) -> str:
        return f"{self.slug}: {self.file_name}"


class ReviewStep(models.Model):
    """One step of a reviewer; append-only, the order is `number`."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    by = models.CharField(max_length=60)
    at = models.DateTimeField()
    where = models.CharField(max_length=200, blank=True)
    field = models.CharField(max_length=20, blank=True)
    verdict = models.CharField(max_length=10)
    value = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_step_a_number"),
        ]
        ordering: ClassVar[list[str]] = ["draft", "number"]

    def __str__(self) -> str:
        return f"{self.where} {self.field}: {self.verdict}"


class Finished(models.Model):
    """A person has nothing left to decide in a draft; a later step of theirs takes it back."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="finishes")
    person = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["draft", "person"], name="one_finish_a_person"),
        ]
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        return f"{self.draft_id}: {self.person}"
