"""Matters and what was said in them: a matter moves, a word stays (migration 0002 refuses otherwise)."""

from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.db import models

from thuocdo.core.typed import convert
from thuocdo.cycles.matters.rules import ANSWERED, STATES
from thuocdo.cycles.matters.types import Content, Kind, State
from thuocdo.cycles.matters.types import Matter as MatterValue
from thuocdo.cycles.matters.types import Word as WordValue

_KNOWN = reduce(
    or_,
    (
        models.Q(kind=kind.value, state__in=sorted(state.value for state in states))
        for kind, states in STATES.items()
    ),
)
_INSIDE = models.Q(state__in=[State.SUBMITTED.value, State.WITHDRAWN.value])
_ONE_AT_A_TIME = [Kind.DISPUTE.value, Kind.EXTENSION.value]
_ALIVE = [State.SUBMITTED.value, State.OPEN.value]


class Matter(models.Model):
    """Something between an agency and those who judge or help; `content` is what it was opened with.

    `key` makes a form that is sent twice one matter. `words` counts what was said: who moves a
    matter names the count that was read, so that two moves at once cannot both win.
    """

    public_id = models.CharField(max_length=20, unique=True)
    key = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=12)
    state = models.CharField(max_length=12)
    programme = models.CharField(max_length=40)
    task = models.CharField(max_length=20)
    agency = models.CharField(max_length=40)
    asked = models.CharField(max_length=40, blank=True)
    cycle = models.CharField(max_length=10, blank=True)
    content = models.JSONField()
    opened_by = models.CharField(max_length=60)
    opened_at = models.DateTimeField()
    sent_by = models.CharField(max_length=60, blank=True)
    sent_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_on = models.DateField(null=True)
    public = models.BooleanField(default=False)
    illustrative = models.BooleanField(default=False)
    words = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=_KNOWN, name="matter_state_of_its_kind"),
            models.CheckConstraint(
                condition=models.Q(answered_by="", answered_on__isnull=True)
                | ~models.Q(answered_by="") & models.Q(answered_on__isnull=False),
                name="matter_answered_by_with_on",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_by="")
                | ~models.Q(answered_by=models.F("opened_by")) & ~models.Q(answered_by=models.F("sent_by")),
                name="matter_two_people",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=sorted(state.value for state in ANSWERED))
                | ~models.Q(answered_by=""),
                name="matter_answered_has_person",
            ),
            models.CheckConstraint(
                condition=_INSIDE | ~models.Q(sent_by="") & models.Q(sent_on__isnull=False),
                name="matter_outside_was_sent",
            ),
            models.CheckConstraint(
                condition=_INSIDE | ~models.Q(kind=Kind.DISPUTE.value) | models.Q(due_on__isnull=False),
                name="dispute_has_its_day",
            ),
            models.UniqueConstraint(
                fields=["programme", "kind", "task", "agency"],
                condition=models.Q(kind__in=_ONE_AT_A_TIME, state__in=_ALIVE),
                name="one_open_question_a_task",
            ),
            models.UniqueConstraint(
                fields=["programme", "task", "agency", "cycle", "state"],
                condition=models.Q(
                    kind=Kind.NOTE.value, state__in=[State.SUBMITTED.value, State.STANDING.value]
                ),
                name="one_note_a_task_and_body",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["agency", "kind"], name="matters_of_a_body"),
            models.Index(fields=["asked", "state"], name="matters_asked_of_a_body"),
            models.Index(fields=["programme", "kind", "state"], name="matters_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.kind} ({self.task}, {self.agency})"

    def to_value(self, words: tuple[WordValue, ...] = ()) -> MatterValue:
        """Return the matter as a value, with the words that were read for it."""
        return MatterValue(
            id=self.public_id,
            kind=Kind(self.kind),
            state=State(self.state),
            programme=self.programme,
            task=self.task,
            agency=self.agency,
            content=convert(self.content, Content),
            opened_by=self.opened_by,
            opened_at=self.opened_at,
            asked=self.asked,
            cycle=self.cycle,
            sent_on=self.sent_on,
            due_on=self.due_on,
            answered_by=self.answered_by,
            answered_on=self.answered_on,
            public=self.public,
            illustrative=self.illustrative,
            words=words,
        )


class Word(models.Model):
    """One thing that was said, append-only; `number` is its place in the matter."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="said")
    number = models.PositiveIntegerField()
    by = models.CharField(max_length=60)
    agency = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    event = models.CharField(max_length=12)
    state = models.CharField(max_length=12)
    text = models.TextField(blank=True)
    document = models.CharField(max_length=300, blank=True)
    remedy = models.CharField(max_length=30, blank=True)
    body = models.CharField(max_length=40, blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["matter", "number"], name="one_word_a_number"),
        ]
        ordering: ClassVar[list[str]] = ["matter", "number"]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.number} {self.event}"

    def to_value(self) -> WordValue:
        """Return the word as a value."""
        return WordValue(
            number=self.number,
            by=self.by,
            agency=self.agency,
            at=self.at,
            event=self.event,
            state=State(self.state),
            text=self.text,
            document=self.document,
            remedy=self.remedy,
            body=self.body,
        )


class Seen(models.Model):
    """Up to which word a person has read a matter."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="seen")
    person = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["matter", "person"], name="one_mark_a_reader"),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.person} {self.number}"
