"""Append-only events; the database itself refuses to change or delete one (migration 0002)."""

from typing import ClassVar

from django.db import models


class Event(models.Model):
    """One thing done. `body` is RFC 8785 JSON; `commitment` may enter the log without the body."""

    kind = models.CharField(max_length=40)
    on = models.CharField(max_length=120)
    by = models.CharField(max_length=60)
    at = models.DateTimeField()
    body = models.TextField()
    nonce = models.BinaryField(max_length=32)
    commitment = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["on", "id"], name="events_of_a_thing"),
            # The newest of a search come first and a page is cut off by number: each ends with the number.
            models.Index(fields=["kind", "id"], name="events_of_a_kind"),
            models.Index(fields=["by", "id"], name="events_of_a_person"),
            models.Index(fields=["at"], name="events_by_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind} {self.on}"
