"""What this room needs from outside: the values that this system counts for a unit in a period."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from thuocdo.assessments.periods import Stretch


class Counts(Protocol):
    """Counts the inputs of this system (evaluation.scoring.inputs.SYSTEM)."""

    def __call__(
        self, units: Collection[str], stretch: Stretch, names: Collection[str]
    ) -> Mapping[str, Mapping[str, Decimal]]:
        """Return by unit the inputs that could be counted; what cannot be counted is left out."""


def counts() -> Counts:
    """Return the way to count that the settings name."""
    found: Counts = import_string(settings.THUOCDO_COUNTS)
    return found
