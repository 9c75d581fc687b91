"""Notices of people, messages on their way, subscriptions of machines, and what the daily run remembers."""

from typing import Any, ClassVar

from django.db import models

from thuocdo.cycles.notices.types import Channel, Occasion


class Notice(models.Model):
    """One thing that one person was told in the workspace; `key` makes it once, ever.

    `message` is the key of the message that carried it to the person's channel, "" while none has.
    """

    key = models.CharField(max_length=200, unique=True)
    person = models.CharField(max_length=60)
    occasion = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Occasion])
    params = models.JSONField()
    place = models.CharField(max_length=40)
    made_on = models.DateField()
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    message = models.CharField(max_length=200, blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "read_at"], name="notices_unread"),
            models.Index(fields=["message"], name="notices_of_a_message"),
        ]

    def __str__(self) -> str:
        return self.key


class Outbox(models.Model):
    """One message to one receiver; `key` makes it once, and its sent id is derived from the key.

    `leased_until` and `lease` say which worker is sending it just now. A message that failed
    too often, or that the receiver refused for good, is `dead` until somebody tries it again.
    """

    key = models.CharField(max_length=200, unique=True)
    channel = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Channel])
    receiver = models.CharField(max_length=60)
    body = models.JSONField(default=dict)
    state = models.CharField(
        max_length=10, default="waiting", choices=[(each, each) for each in ("waiting", "sent", "dead")]
    )
    attempts = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    next_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    lease = models.CharField(max_length=32, blank=True)
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=200, blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(state="sent", sent_at__isnull=False)
                | ~models.Q(state="sent") & models.Q(sent_at__isnull=True),
                name="sent_with_its_moment",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "next_at"], name="outbox_due"),
        ]

    def __str__(self) -> str:
        return f"{self.key} ({self.state})"


class Preference(models.Model):
    """What one person wants: messages by e-mail or not and where to, in which language, the weekly summary.

    `language` "" is that of the account.
    """

    person = models.CharField(max_length=60, unique=True)
    mail = models.BooleanField(default=False)
    address = models.CharField(max_length=254, blank=True)
    digest = models.BooleanField(default=True)
    language = models.CharField(max_length=2, blank=True)

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(mail=False) | ~models.Q(address=""), name="mail_needs_an_address"
            ),
        ]

    def __str__(self) -> str:
        return self.person


class Subscription(models.Model):
    """A machine that is told of events; its secret is derived, so none is kept (secrets.py).

    `agency` limits it to one body's events, "" means all bodies. `secret_version` grows with each
    rotation; until `overlap_until` messages carry signatures with the new and the old secret.
    """

    public_id = models.CharField(max_length=24, unique=True)
    agency = models.CharField(max_length=40, blank=True)
    owner = models.CharField(max_length=60)
    url = models.CharField(max_length=500)
    events = models.JSONField()
    secret_version = models.PositiveIntegerField(default=1)
    overlap_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Any]]

    def __str__(self) -> str:
        return f"{self.public_id} {self.url}"


class Memory(models.Model):
    """What the last run of a programme saw: its parts at risk, and how far it read the audit trail.

    `version` grows with each run, so that two runs cannot both build on the same memory.
    """

    programme = models.CharField(max_length=40, unique=True)
    risks = models.JSONField(null=True)
    trail = models.BigIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager[Any]]

    def __str__(self) -> str:
        return f"{self.programme}, run {self.version}"


class Lease(models.Model):
    """Which process does a recurring work just now; others keep still until it ends."""

    name = models.CharField(max_length=40, unique=True)
    holder = models.CharField(max_length=80)
    until = models.DateTimeField()

    objects: ClassVar[models.Manager[Any]]

    def __str__(self) -> str:
        return f"{self.name}: {self.holder}"
