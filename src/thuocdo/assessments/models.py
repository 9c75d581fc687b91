"""Versions of sets, assessments, experts' scores and what was said (migration 0002 refuses to change it)."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db import models

from thuocdo.assessments.types import Card, Checked, Own, Ruling, SetState, State
from thuocdo.assessments.types import SetVersion as SetVersionValue
from thuocdo.assessments.types import Word as WordValue
from thuocdo.core.typed import convert
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.types import CriteriaSet

_DECIDED = models.Q(state__in=[SetState.FROZEN.value, SetState.REFUSED.value])
_LOOKED = [State.VERIFIED.value, State.DISPUTED.value, State.ANSWERED.value, State.FINAL.value]


class SetVersion(models.Model):
    """A version of a set: `text` is the file as proposed, `spelling` its canonical JSON.

    Who freezes it writes standing, day and judged days into the spelling; from then on it stays.
    """

    public_id = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    text = models.TextField()
    spelling = models.TextField()
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=[(each.value, each.value) for each in SetState])
    judges_from = models.DateField()
    judges_until = models.DateField()
    illustrative = models.BooleanField(default=False)
    body = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    moved = models.PositiveIntegerField(default=0)
    proposed_by = models.CharField(max_length=60)
    proposed_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60, blank=True)
    decided_at = models.DateTimeField(null=True)
    frozen_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["name", "number"],
                condition=~models.Q(state=SetState.REFUSED.value),
                name="one_set_a_version_number",
            ),
            models.CheckConstraint(
                condition=~_DECIDED & models.Q(decided_by="", decided_at__isnull=True)
                | _DECIDED & ~models.Q(decided_by="") & models.Q(decided_at__isnull=False),
                name="set_decided_together",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=SetState.FROZEN.value)
                | ~models.Q(decided_by=models.F("proposed_by"))
                & models.Q(frozen_on__isnull=False)
                & models.Q(frozen_on__lt=models.F("judges_from")),
                name="set_frozen_before_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(judges_from__lte=models.F("judges_until")), name="set_days_in_order"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "name"], name="sets_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.name} {self.number}"

    def to_value(self, criteria_set: CriteriaSet) -> SetVersionValue:
        """Return the version as a value, with the set that was read from its spelling."""
        return SetVersionValue(
            id=self.public_id,
            criteria_set=criteria_set,
            digest=self.digest,
            state=SetState(self.state),
            judges_from=self.judges_from,
            judges_until=self.judges_until,
            proposed_by=self.proposed_by,
            proposed_at=self.proposed_at,
            body=self.body,
            decided_by=self.decided_by,
            decided_at=self.decided_at,
            frozen_on=self.frozen_on,
            note=self.note,
            illustrative=self.illustrative,
        )


class Expert(models.Model):
    """Somebody who scores by a version of a set."""

    version = models.ForeignKey(SetVersion, on_delete=models.PROTECT, related_name="experts")
    person = models.CharField(max_length=60)
    named_by = models.CharField(max_length=60)
    named_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "person"], name="one_expert_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.person}"


class Assessment(models.Model):
    """One unit in one period under one version; the three contents are of three different people.

    `number` grows with each change: who changes it names the number that was read, so that two
    changes at once cannot both win.
    """

    public_id = models.CharField(max_length=20, unique=True)
    version = models.ForeignKey(SetVersion, on_delete=models.PROTECT, related_name="assessments")
    unit = models.CharField(max_length=120)
    name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=24, choices=[(each.value, each.value) for each in UnitType])
    phase = models.CharField(max_length=40, blank=True)
    agency = models.CharField(max_length=40)
    period = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=[(each.value, each.value) for each in State])
    number = models.PositiveIntegerField(default=1)
    own = models.JSONField(default=dict)
    checked = models.JSONField(default=dict)
    ruling = models.JSONField(default=dict)
    office = models.JSONField(default=dict)
    counted = models.JSONField(default=dict)
    illustrative = models.BooleanField(default=False)
    opened_by = models.CharField(max_length=60)
    opened_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60, blank=True)
    submitted_by = models.CharField(max_length=60, blank=True)
    submitted_on = models.DateField(null=True)
    verified_by = models.CharField(max_length=60, blank=True)
    verified_on = models.DateField(null=True)
    dispute_until = models.DateField(null=True)
    disputed_by = models.CharField(max_length=60, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_on = models.DateField(null=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "unit", "period"], name="one_assessment_a_period"),
            models.CheckConstraint(
                condition=models.Q(submitted_by="", submitted_on__isnull=True)
                | ~models.Q(submitted_by="") & models.Q(submitted_on__isnull=False),
                name="assessment_submitted_together",
            ),
            models.CheckConstraint(
                condition=models.Q(verified_by="", verified_on__isnull=True, dispute_until__isnull=True)
                | ~models.Q(verified_by="")
                & models.Q(verified_on__isnull=False, dispute_until__isnull=False),
                name="assessment_verified_together",
            ),
            models.CheckConstraint(
                condition=models.Q(verified_by="")
                | ~models.Q(verified_by=models.F("submitted_by"))
                & ~models.Q(verified_by=models.F("saved_by")),
                name="assessment_two_people",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_by="")
                | ~models.Q(answered_by=models.F("verified_by"))
                & ~models.Q(answered_by=models.F("disputed_by")),
                name="dispute_answered_by_another",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=_LOOKED) | ~models.Q(verified_by=""),
                name="assessment_looked_at",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["agency", "period"], name="assessments_of_a_body"),
            models.Index(fields=["state"], name="assessments_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.unit} {self.period}"

    def to_value(
        self,
        experts: Mapping[str, tuple[str, ...]] | None = None,
        office: Mapping[str, str] | None = None,
    ) -> Card:
        """Return the assessment as a value, with what experts and the office gave by input.

        What the office gave is kept with the assessment once it is verified.
        """
        return Card(
            id=self.public_id,
            version=self.version.public_id,
            unit=self.unit,
            name=self.name,
            kind=UnitType(self.kind),
            phase=self.phase,
            agency=self.agency,
            period=self.period,
            state=State(self.state),
            number=self.number,
            own=convert(self.own, Own),
            checked=convert(self.checked, Checked),
            ruling=convert(self.ruling, Ruling),
            office=self.office if self.verified_by else office or {},
            counted=self.counted,
            experts=experts or {},
            saved_by=self.saved_by,
            submitted_by=self.submitted_by,
            submitted_on=self.submitted_on,
            verified_by=self.verified_by,
            verified_on=self.verified_on,
            disputed_by=self.disputed_by,
            answered_by=self.answered_by,
            dispute_until=self.dispute_until,
            illustrative=self.illustrative,
        )


class ExpertScore(models.Model):
    """What one expert gave for one input; each expert changes the own score only."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="expert_scores")
    question = models.CharField(max_length=80)
    person = models.CharField(max_length=60)
    value = models.CharField(max_length=30)
    at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "question", "person"], name="one_score_an_expert"),
        ]
        ordering: ClassVar[list[str]] = ["assessment", "question", "person"]

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.question} {self.person}"


class OfficeValue(models.Model):
    """A value that no unit gives (a survey, a count from elsewhere), by unit and period."""

    version = models.ForeignKey(SetVersion, on_delete=models.PROTECT, related_name="office_values")
    unit = models.CharField(max_length=120)
    period = models.CharField(max_length=10)
    question = models.CharField(max_length=80)
    value = models.CharField(max_length=30)
    given_by = models.CharField(max_length=60)
    given_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["version", "unit", "period", "question"], name="one_office_value_a_unit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.period} {self.question}"


class AssessmentWord(models.Model):
    """One thing that was done or said, append-only; `number` is its place."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="said")
    number = models.PositiveIntegerField()
    by = models.CharField(max_length=60)
    agency = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    event = models.CharField(max_length=20)
    state = models.CharField(max_length=10)
    text = models.TextField(blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["assessment", "number"], name="one_word_an_assessment_number"),
        ]
        ordering: ClassVar[list[str]] = ["assessment", "number"]

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.number} {self.event}"

    def to_value(self) -> WordValue:
        """Return the word as a value."""
        return WordValue(self.number, self.by, self.agency, self.at, self.event, State(self.state), self.text)
