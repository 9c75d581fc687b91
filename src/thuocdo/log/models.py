"""Which entry of the log stands for which event: found again in the log's files, which alone count."""

from typing import Any, ClassVar

from django.db import models


class Leaf(models.Model):
    """One entry of the log. `subject` is what it is about: agency and period, a manifest, a method."""

    number = models.PositiveBigIntegerField(unique=True)
    type = models.CharField(max_length=20)
    subject = models.CharField(max_length=220, blank=True)
    commitment = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001  unique where there is one

    objects: ClassVar[models.Manager[Any]]

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["type", "subject"], name="log_leaf_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.type} {self.subject}"
