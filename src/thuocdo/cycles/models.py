"""Evidence, reports and milestones as they were received, drafts, cycles; what was given never changes.

The columns carry what is searched, constrained and moved; `content` is what the agency gave
(msgspec JSON), and the record's own key (SHA-256 of it) makes a second identical row no second record.
"""

from datetime import date
from typing import Any, ClassVar, TypeVar

from django.db import models

from thuocdo.core.typed import convert
from thuocdo.cycles.rules import Paper
from thuocdo.cycles.types import Evidence as EvidenceValue
from thuocdo.cycles.types import Milestone as MilestoneValue
from thuocdo.cycles.types import Report as ReportValue
from thuocdo.cycles.types import State

LONGEST_KEY = 120

_Value = TypeVar("_Value")


class Record(models.Model):
    """What the three kinds share: who said what of which task, and where it stands."""

    public_id = models.CharField(max_length=20, unique=True)
    key = models.CharField(max_length=64, unique=True)
    programme = models.CharField(max_length=40)
    task = models.CharField(max_length=20)
    agency = models.CharField(max_length=40)
    state = models.CharField(max_length=12, choices=[(state.value, state.value) for state in State])
    content = models.JSONField()
    illustrative = models.BooleanField(default=False)
    author = models.CharField(max_length=60)
    sent_by = models.CharField(max_length=60, blank=True)
    received_at = models.DateTimeField()
    received_on = models.DateField()
    verified_by = models.CharField(max_length=60, blank=True)
    verified_on = models.DateField(null=True)
    verifier_note = models.TextField(blank=True)
    verified_components = models.JSONField(default=list)
    returned_on = models.DateField(null=True)
    faults = models.JSONField(default=list)
    corrected_on = models.DateField(null=True)
    corrected_by = models.CharField(max_length=20, blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(verified_by="", verified_on__isnull=True)
                | ~models.Q(verified_by="") & models.Q(verified_on__isnull=False),
                name="%(class)s_verified_by_with_on",
            ),
            models.CheckConstraint(
                condition=models.Q(verified_by="") | ~models.Q(verified_by=models.F("author")),
                name="%(class)s_two_people",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="verified") | models.Q(verified_on__isnull=False),
                name="%(class)s_verified_has_verifier",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="returned") | models.Q(returned_on__isnull=False),
                name="%(class)s_returned_has_day",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["programme", "received_on"], name="%(class)s_known_by"),
            models.Index(fields=["state"], name="%(class)s_waiting"),
            models.Index(fields=["programme", "task", "agency"], name="%(class)s_of_a_task"),
            models.Index(fields=["programme", "agency"], name="%(class)s_of_a_body"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} ({self.task}, {self.agency})"

    def to_paper(self, bodies: frozenset[str] = frozenset()) -> Paper:
        """Return what the table of moves must know; `bodies` answer for the task."""
        people = frozenset({self.author, self.sent_by} - {""})
        return Paper(self.public_id, State(self.state), self.agency, people, bodies)

    def state_on(self, day: date) -> State:
        """Return the state as it was known at the end of that day."""
        if self.corrected_on is not None and self.corrected_on <= day:
            return State.CORRECTED
        if self.verified_on is not None and self.verified_on <= day:
            return State.VERIFIED
        if self.returned_on is not None and self.returned_on <= day:
            return State.RETURNED
        return State.SENT if self.sent_by else State(self.state)

    def _as(self, value: type[_Value], extra: dict[str, Any]) -> _Value:
        common = {
            "id": self.public_id,
            "task": self.task,
            "agency": self.agency,
            "illustrative": self.illustrative,
        }
        return convert({**self.content, **common, **extra}, value)


class Evidence(Record):
    """A document, proof that a thing runs, or an attestation.

    `in_gazette` is what the verifier found: a reporter's word must not move the day that counts.
    `document_key` is the number in its one spelling, by which a document is found that serves two tasks.
    """

    in_gazette = models.BooleanField(default=False)
    document_key = models.CharField(max_length=LONGEST_KEY, blank=True, default="")

    class Meta(Record.Meta):
        indexes: ClassVar[list[models.Index]] = [
            *Record.Meta.indexes,
            models.Index(fields=["document_key"], name="evidence_of_a_document"),
        ]

    def to_value(self, as_of: date) -> EvidenceValue:
        """Return the evidence as it was known at the end of that day."""
        state = self.state_on(as_of)
        extra: dict[str, Any] = {"state": state.value, "received_on": self.received_on}
        if self.verified_on is not None and self.verified_on <= as_of:
            extra |= {
                "verified_on": self.verified_on,
                "verified_by": self.verified_by,
                "verifier_note": self.verifier_note,
                "verified_components": self.verified_components,
                "in_gazette": self.in_gazette,
            }
        return self._as(EvidenceValue, extra)


class Report(Record):
    """What one agency says of one task in one cycle."""

    def to_value(self, as_of: date) -> ReportValue:
        """Return the report as it was known at the end of that day."""
        state = self.state_on(as_of)
        cycle = self.content.get("cycle", "")  # between cycles the row carries none
        extra = {"state": state.value, "received_on": self.received_on, "cycle": cycle}
        return self._as(ReportValue, extra)


class Milestone(Record):
    """A step that the lead registered."""

    def to_value(self, as_of: date) -> MilestoneValue:
        """Return the milestone as it was known at the end of that day."""
        verified = self.verified_on if self.verified_on and self.verified_on <= as_of else None
        return self._as(MilestoneValue, {"verified_on": verified})


class Cycle(models.Model):
    """A reporting period that was opened; `due_on` and `closes_on` are the last days, in local time."""

    programme = models.CharField(max_length=40)
    code = models.CharField(max_length=10)
    starts_on = models.DateField()
    due_on = models.DateField()
    closes_on = models.DateField()
    preview_on = models.DateField(null=True)
    publish_on = models.DateField(null=True)
    opened_by = models.CharField(max_length=60)
    opened_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["programme", "code"], name="one_cycle_a_code"),
            models.CheckConstraint(
                condition=models.Q(starts_on__lte=models.F("due_on"))
                & models.Q(due_on__lte=models.F("closes_on")),
                name="cycle_days_in_order",
            ),
        ]
        ordering: ClassVar[list[str]] = ["programme", "starts_on"]

    def __str__(self) -> str:
        return f"{self.programme} {self.code}"


class Draft(models.Model):
    """What an officer has saved of one task and not handed in; the body's own affair.

    `content` holds the cells of the panel as typed (column name → text) and the rows of evidence;
    `version` grows with each save, so that two people cannot overwrite each other unseen.
    """

    programme = models.CharField(max_length=40)
    task = models.CharField(max_length=20)
    agency = models.CharField(max_length=40)
    cycle = models.CharField(max_length=10, blank=True)
    content = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    saved_by = models.CharField(max_length=60)
    saved_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme", "task", "agency", "cycle"], name="one_draft_a_question"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["programme", "agency"], name="drafts_of_a_body"),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.task} ({self.agency})"


class Attachment(models.Model):
    """A file that a body handed in, kept under its SHA-256; evidence names it by `public_id`."""

    public_id = models.CharField(max_length=20, unique=True)
    agency = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    media = models.CharField(max_length=100)
    pages = models.PositiveIntegerField(null=True)
    author = models.CharField(max_length=60)
    received_at = models.DateTimeField()
    evidence = models.CharField(max_length=20, blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agency", "sha256"], name="one_file_a_body"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["evidence"], name="files_of_evidence"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.name}"


class Batch(models.Model):
    """Many drafts saved in one act (a paste, an uploaded sheet), with what stood there before: one undo."""

    public_id = models.CharField(max_length=20, unique=True)
    programme = models.CharField(max_length=40)
    agency = models.CharField(max_length=40)
    cycle = models.CharField(max_length=10, blank=True)
    by = models.CharField(max_length=60)
    at = models.DateTimeField()
    before = models.JSONField()
    undone_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Any]]

    def __str__(self) -> str:
        return self.public_id


class RememberedColumns(models.Model):
    """Which column of a body's own sheet means what, so that the next upload asks nothing."""

    agency = models.CharField(max_length=40)
    headings = models.CharField(max_length=64)
    columns = models.JSONField()
    saved_by = models.CharField(max_length=60)
    saved_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agency", "headings"], name="one_memory_a_sheet"),
        ]

    def __str__(self) -> str:
        return f"{self.agency} {self.headings[:12]}"
