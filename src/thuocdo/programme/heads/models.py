"""The register of heads: proposed by one person, decided by another, and never changed afterwards."""

from typing import Any, ClassVar

from django.db import models

from thuocdo.programme.heads.types import Entry, EntryState, HeadTerm

_PROPOSED = models.Q(state=EntryState.PROPOSED.value)
_DECIDED = ~models.Q(decided_by="") & models.Q(decided_at__isnull=False, decided_on__isnull=False)


class Term(models.Model):
    """One entry. A changed term is a new entry that takes the place of the one it `replaces`."""

    public_id = models.CharField(max_length=20, unique=True)
    agency = models.CharField(max_length=40)
    person = models.CharField(max_length=120)
    office_vi = models.CharField(max_length=120)
    office_en = models.CharField(max_length=120)
    since = models.DateField()
    document = models.CharField(max_length=200)
    until = models.DateField(null=True)
    until_document = models.CharField(max_length=200, blank=True)
    illustrative = models.BooleanField(default=False)
    replaces = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=10, choices=[(item.value, item.value) for item in EntryState])
    proposed_by = models.CharField(max_length=60)
    proposed_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_on = models.DateField(null=True)
    note = models.CharField(max_length=500, blank=True)
    replaced_on = models.DateField(null=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["agency", "since"],
                condition=models.Q(state=EntryState.CONFIRMED.value),
                name="heads_one_term_a_day",
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                condition=_PROPOSED & ~models.Q(replaces=""),
                name="heads_one_change_at_a_time",
            ),
            models.CheckConstraint(
                condition=_PROPOSED
                & models.Q(decided_by="", decided_at__isnull=True, decided_on__isnull=True)
                | ~_PROPOSED & _DECIDED,
                name="heads_decided_together",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[EntryState.PROPOSED.value, EntryState.REFUSED.value])
                | ~models.Q(decided_by=models.F("proposed_by")),
                name="heads_two_people",
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("since")),
                name="heads_days_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(state=EntryState.REPLACED.value, replaced_on__isnull=False)
                | ~models.Q(state=EntryState.REPLACED.value) & models.Q(replaced_on__isnull=True),
                name="heads_replaced_has_day",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "agency", "since"], name="heads_of_a_body"),
        ]
        ordering: ClassVar[list[str]] = ["agency", "since", "id"]

    def __str__(self) -> str:
        return f"{self.public_id} {self.agency} {self.since}"

    def to_term(self) -> HeadTerm:
        """Return the term as a value."""
        return HeadTerm(
            agency=self.agency,
            person=self.person,
            office_vi=self.office_vi,
            office_en=self.office_en,
            since=self.since,
            document=self.document,
            until=self.until,
            until_document=self.until_document,
            illustrative=self.illustrative,
        )

    def to_value(self) -> Entry:
        """Return the entry as a value."""
        return Entry(
            id=self.public_id,
            term=self.to_term(),
            state=EntryState(self.state),
            proposed_by=self.proposed_by,
            proposed_at=self.proposed_at,
            decided_by=self.decided_by,
            decided_at=self.decided_at,
            note=self.note,
            replaces=self.replaces,
        )
