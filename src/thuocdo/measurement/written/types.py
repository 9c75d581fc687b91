"""A metric that a methodologist writes as SQL: its file, its versions in time, and what a trial gave."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from thuocdo.measurement.declaring.types import Better, Declaration, Kind

COLUMNS = ("numerator", "denominator")
"""What a statement gives; without a denominator the numerator is the value."""

MONTH = "month"
"""A column of every table that a statement reads: the month of the row, as 2025-03."""


@dataclass(frozen=True, slots=True)
class Written:
    """The file of one metric. `tables` names what the statement may read, column by column.

    The code is that of a new metric, or of one that is declared or written already and gets a new version.
    It decides for periods that begin on `applies_from`, the first day of a month, or later.
    """

    code: str
    name_vi: str
    name_en: str
    indicators: tuple[str, ...]
    unit_vi: str
    unit_en: str
    direction: Better
    applies_from: date
    method_vi: str
    method_en: str
    tables: Mapping[str, tuple[str, ...]]
    sql: str
    scale: Decimal = Decimal(1)
    places: int = 2
    rival_of: str = ""

    def declaration(self, version: int) -> Declaration:
        """Return it as every metric is declared; how it computes is its statement."""
        return Declaration(
            name_vi=self.name_vi,
            name_en=self.name_en,
            indicators=self.indicators,
            kind=Kind.LEVEL,
            unit_vi=self.unit_vi,
            unit_en=self.unit_en,
            direction=self.direction,
            version=version,
            since=self.applies_from,
            method_vi=self.method_vi,
            method_en=self.method_en,
            scale=self.scale,
            places=self.places,
            rival_of=self.rival_of,
        )


class Step(StrEnum):
    """Where a version stands: only an approved one ever measures."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Trial:
    """What a statement gave on made-up rows, by which engine: the same text gives the same again."""

    engine: str
    rows: int
    value: str
    numerator: str
    denominator: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """What a version gives on made-up rows beside the one that would measure in its place, on the same rows.

    `against` names that one, "" where there is none. `before` is None where it cannot be asked of these rows.
    """

    against: str
    before: Trial | None
    after: Trial


@dataclass(frozen=True, slots=True)
class Version:
    """One version in time. `text` is the file as it was proposed, and `digest` its SHA-256.

    `decided_for` is the body to which the second person belonged, "" for none. `entry` is the number of its
    method in the log, `logged_on` the day since which it stands there.
    """

    id: str
    number: int
    written: Written
    text: str
    digest: str
    trial: Trial
    reason: str
    step: Step
    proposed_by: str
    proposed_at: datetime
    decided_by: str = ""
    decided_at: datetime | None = None
    decided_on: date | None = None
    decided_for: str = ""
    note: str = ""
    entry: int | None = None
    logged_on: date | None = None

    @property
    def code(self) -> str:
        """Return the code of the metric."""
        return self.written.code

    @property
    def declaration(self) -> Declaration:
        """Return it as every metric is declared."""
        return self.written.declaration(self.number)


@dataclass(frozen=True, slots=True)
class WrittenMethod:
    """An approved version as the public gets it: its file word for word, and the entry that proves it.

    Everything else about it stands in `text`. `approved_for` is the body of who approved it, "" for none.
    """

    code: str
    number: int
    text: str
    approved_on: date
    approved_for: str = ""
    entry: int | None = None
    logged_on: date | None = None
