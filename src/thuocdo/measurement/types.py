"""Values of indicators: each with place, period, source, method, vintage and standing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Origin(StrEnum):
    """How a value came to be (domain.md, Measuring)."""

    MEASURED = "measured"
    REPORTED = "reported"
    OUTSIDE = "outside"


class Standing(StrEnum):
    """What a series may be used for: only the declared method decides a verdict."""

    DECLARED = "declared"
    RIVAL = "rival"
    RELATED = "related"
    INTERIM_TARGET = "interim_target"


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of an indicator for a place and a period, from a source, by a method.

    `indicator` is the row's code without horizon. `qualifier` is what was printed before the
    value (">" in "> 90"). `published_on` is the vintage: a revision is a new observation with a
    later day, never an overwrite. `scope` repeats the target's scope key.
    """

    id: str
    indicator: str
    value: Decimal
    unit: str
    period_end: date
    source: str
    origin: Origin
    standing: Standing
    method: str
    place: str = "VN"
    scope: str = ""
    qualifier: str = ""
    period_start: date | None = None
    published_on: date | None = None
    received_on: date | None = None
    provisional: bool = False
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    definition_vi: str = ""
    definition_en: str = ""
    certainty: str = ""
    verified_by: str = ""
    illustrative: bool = False


class Review(StrEnum):
    """Whether a second person has looked at a recorded value."""

    WAITING = "waiting"
    VERIFIED = "verified"
    RETURNED = "returned"
