"""Publications on their way: what two people decided, and whose signatures came in."""

from typing import Any, ClassVar

from django.db import models

from thuocdo.publication.releases.types import CorrectionRequest as CorrectionRequestValue
from thuocdo.publication.releases.types import Release as ReleaseValue
from thuocdo.publication.releases.types import RequestState, Sent, State

_WAITING = [State.PROPOSED.value, State.CONFIRMED.value]


class Release(models.Model):
    """One publication on its way; its files wait in a folder of its name until it is released."""

    public_id = models.CharField(max_length=20, unique=True)
    programme = models.CharField(max_length=40)
    as_of = models.DateField()
    manifest = models.CharField(max_length=64)
    publish_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=[(item.value, item.value) for item in State])
    proposed_by = models.CharField(max_length=60)
    proposed_at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=60, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["programme"],
                condition=models.Q(state__in=_WAITING),
                name="release_one_on_its_way",
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_by="") | ~models.Q(confirmed_by=models.F("proposed_by")),
                name="release_two_people",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=[State.CONFIRMED.value, State.RELEASED.value])
                | ~models.Q(confirmed_by="") & models.Q(confirmed_at__isnull=False),
                name="release_confirmed_first",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=_WAITING, ended_at__isnull=True)
                | ~models.Q(state__in=_WAITING) & models.Q(ended_at__isnull=False),
                name="release_ended_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.state}"

    def to_value(self) -> ReleaseValue:
        """Return the publication as a value."""
        return ReleaseValue(
            id=self.public_id,
            programme=self.programme,
            as_of=self.as_of,
            manifest=self.manifest,
            publish_at=self.publish_at,
            state=State(self.state),
            proposed_by=self.proposed_by,
            proposed_at=self.proposed_at,
            confirmed_by=self.confirmed_by,
            confirmed_at=self.confirmed_at,
            ended_by=self.ended_by,
            ended_at=self.ended_at,
            note=self.note,
            signatures=tuple(each.to_value() for each in self.sent.order_by("id")),
        )


class Brought(models.Model):
    """One signature over a publication's manifest, as one of the key holders sent it."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="sent")
    key_id = models.CharField(max_length=16)
    public_key = models.CharField(max_length=44)
    signature = models.CharField(max_length=88)
    sent_by = models.CharField(max_length=60)
    sent_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["release", "public_key"], name="release_one_signature_of_a_key"),
        ]

    def __str__(self) -> str:
        return f"{self.release} {self.key_id}"

    def to_value(self) -> Sent:
        """Return the signature as a value."""
        return Sent(self.key_id, self.public_key, self.signature, self.sent_by, self.sent_at)


class CorrectionRequest(models.Model):
    """One published value that is to be corrected; a second person brings it into the log."""

    public_id = models.CharField(max_length=20, unique=True)
    programme = models.CharField(max_length=40)
    manifest = models.CharField(max_length=64)
    where = models.TextField()
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    reason = models.TextField()
    document = models.TextField()
    document_on = models.DateField()
    state = models.CharField(max_length=10, choices=[(item.value, item.value) for item in RequestState])
    proposed_by = models.CharField(max_length=60)
    proposed_at = models.DateTimeField()
    ended_by = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True)
    note = models.TextField(blank=True)
    entry = models.BigIntegerField(null=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(state=RequestState.LOGGED.value)
                | ~models.Q(ended_by="") & ~models.Q(ended_by=models.F("proposed_by")),
                name="correction_two_people",
            ),
            models.CheckConstraint(
                condition=models.Q(state=RequestState.LOGGED.value, entry__isnull=False)
                | ~models.Q(state=RequestState.LOGGED.value) & models.Q(entry__isnull=True),
                name="correction_entry_of_logged",
            ),
            models.CheckConstraint(
                condition=models.Q(state=RequestState.PROPOSED.value, ended_at__isnull=True, ended_by="")
                | ~models.Q(state=RequestState.PROPOSED.value)
                & models.Q(ended_at__isnull=False)
                & ~models.Q(ended_by=""),
                name="correction_ended_together",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.state}"

    def to_value(self) -> CorrectionRequestValue:
        """Return the correction as a value."""
        return CorrectionRequestValue(
            id=self.public_id,
            programme=self.programme,
            manifest=self.manifest,
            where=self.where,
            old=self.old,
            new=self.new,
            reason=self.reason,
            document=self.document,
            document_on=self.document_on,
            state=RequestState(self.state),
            proposed_by=self.proposed_by,
            proposed_at=self.proposed_at,
            ended_by=self.ended_by,
            ended_at=self.ended_at,
            note=self.note,
            entry=self.entry,
        )
