"""A metric as its file declares it, and as it is once its expressions were read."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from thuocdo.measurement.subset.types import Aggregate


class Kind(StrEnum):
    """How the value of a metric comes out of its sums, and how a target speaks of it."""

    LEVEL = "level"
    SHARE = "share"
    RANK = "rank"
    CUMULATIVE = "cumulative"
    GROWTH = "growth"
    KEEP_ABOVE = "keep_above"
    RANGE = "range"


class Better(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Declaration:
    """The file of one metric. Either it says how to compute, or what is missing and who owes it.

    `rival_of` names the metric that decides, where this one only stands beside it. `base_year` is the
    year from which compound growth counts. `scale` multiplies the ratio (100 for per cent).
    """

    name_vi: str
    name_en: str
    indicators: tuple[str, ...]
    kind: Kind
    unit_vi: str
    unit_en: str
    direction: Better
    version: int
    since: date
    method_vi: str
    method_en: str
    table: str = ""
    numerator: str = ""
    denominator: str = ""
    denominator_table: str = ""
    dimensions: tuple[str, ...] = ()
    scale: Decimal = Decimal(1)
    places: int = 2
    base_year: int = 0
    rival_of: str = ""
    missing_vi: str = ""
    missing_en: str = ""
    owed_by: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Numerator or denominator: an aggregate of one table, and its words."""

    table: str
    aggregate: Aggregate
    text: str


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric that can be computed."""

    code: str
    declaration: Declaration
    numerator: Part
    denominator: Part | None


class Declared(Protocol):
    """What a value is of: a code with its declaration, however it is computed."""

    @property
    def code(self) -> str:
        """Return the code."""
        ...

    @property
    def declaration(self) -> Declaration:
        """Return the declaration."""
        ...


@dataclass(frozen=True, slots=True)
class Uncomputable:
    """A metric that waits for something, which its declaration names."""

    code: str
    declaration: Declaration


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All metrics."""

    metrics: tuple[Metric, ...]
    uncomputable: tuple[Uncomputable, ...]
