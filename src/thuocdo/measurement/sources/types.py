"""Sources of source data: where a register is found, how its columns map, when it is due, how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from thuocdo.core.messages import Reason
from thuocdo.measurement.months import Month


class Kind(StrEnum):
    """How the rows of a source reach us."""

    FOLDER = "folder"
    """Files that a program or a person puts into a folder of this installation."""
    HTTP = "http"
    OBJECTS = "objects"
    """One object for each month in object storage that speaks S3."""
    SHEETS = "sheets"
    """Spreadsheets dropped into a folder."""
    POSTGRESQL = "postgresql"
    SDMX = "sdmx"
    PUSH = "push"
    """The owner sends files to an address of ours, because nobody may ask its systems."""


class Form(StrEnum):
    """What the bytes of a delivery are."""

    PARQUET = "parquet"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


FORMS: Mapping[Kind, tuple[Form, ...]] = {
    Kind.FOLDER: (Form.PARQUET, Form.CSV),
    Kind.HTTP: (Form.CSV, Form.JSON),
    Kind.OBJECTS: (Form.PARQUET, Form.CSV, Form.JSON),
    Kind.SHEETS: (Form.XLSX,),
    Kind.POSTGRESQL: (Form.CSV,),
    Kind.SDMX: (Form.CSV,),
    Kind.PUSH: (Form.CSV, Form.PARQUET),
}
"""What each kind may deliver; the first is taken when nothing is said."""


class Rhythm(StrEnum):
    """How often a source delivers: months of events and snapshots alike."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class SourceState(StrEnum):
    """How a source stands on a day; computed, never chosen."""

    NEW = "new"
    UP = "up"
    LATE = "late"
    DOWN = "down"
    PAUSED = "paused"


class Step(StrEnum):
    """Where a version of a declaration stands: one person proposes it, a second one switches it on."""

    PROPOSED = "proposed"
    ON = "on"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a month is due: so many days after the period has ended, with days of grace."""

    rhythm: Rhythm = Rhythm.MONTHLY
    days: int = 10
    grace: int = 5


@dataclass(frozen=True, slots=True)
class Mapped:
    """One column of the standard table and where it comes from.

    `given` is the source's own name of the column. `words` turn its words into ours. `factor`
    multiplies a number that the source keeps in another unit. `constant` stands in every row
    where the source has no such column.
    """

    column: str
    given: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    factor: Decimal = Decimal(1)
    constant: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a delivery may use before it is ended."""

    seconds: int = 120
    megabytes: int = 500
    rows: int = 20_000_000


@dataclass(frozen=True, slots=True)
class Declaration:
    """One version of a source, as two people agreed on it.

    `place` is a path inside the folder of deliveries, an address, or the name of a table or view;
    `{month}` in it stands for the month as 2025-03. `month_column` names the column that holds the
    month where one delivery has several. `tolerance` is how many rows in a thousand may be
    quarantined before the whole delivery is held.
    """

    name: str
    owner: str
    table: str
    kind: Kind
    form: Form
    place: str
    mapping: tuple[Mapped, ...]
    schedule: Schedule = Schedule()
    limits: Limits = Limits()
    first: str = ""
    month_column: str = ""
    delimiter: str = ","
    hours: int = 0
    tolerance: int = 0
    illustrative: bool = False

    def mapped(self, column: str) -> Mapped | None:
        """Return where a column of the standard table comes from."""
        return next((each for each in self.mapping if each.column == column), None)


class Outcome(StrEnum):
    """How a run of a source for one month ended."""

    RUNNING = "running"
    KEPT = "kept"
    """The delivery passed its contract and counts from now on."""
    SAME = "same"
    """The same bytes as before: nothing to do."""
    NOTHING = "nothing"
    """The source has nothing for the month."""
    HELD = "held"
    """The contract was broken: the delivery stands apart and the last good values stay."""
    FAILED = "failed"
    """Nothing could be read within the limits."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One check of a contract that rows, or a whole delivery, did not keep.

    `rows` is 0 for what concerns the delivery as a whole. `sample` holds the first rows as text.
    """

    check: str
    column: str
    reason: Reason
    rows: int = 0
    sample: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """What a column looked like in one delivery; medians tell when a unit has changed."""

    column: str
    empty: int
    median: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What a delivery looked like as a whole."""

    rows: int = 0
    columns: tuple[ColumnProfile, ...] = ()


@dataclass(frozen=True, slots=True)
class RunValue:
    """One run: one source, one month."""

    id: str
    source: str
    month: Month
    outcome: Outcome
    reason: Reason | None
    started_at: datetime
    ended_at: datetime | None
    version: int
    revision: int
    digest: str
    rows: int
    quarantined: int
    bytes: int
    file: str
    aside: str
    broken: tuple[Broken, ...]
    profile: Profile
    by: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """What a measured value was made of; `missing` are the months for which a source gave nothing."""

    observation: str
    metric: str
    version: int
    place: str
    first: Month
    last: Month
    digest: str
    runs: tuple[str, ...]
    missing: tuple[str, ...]
    engine: str
    measured_at: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a declaration with the two people that stand behind it."""

    source: str
    number: int
    declaration: Declaration
    step: Step
    proposed_by: str
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source with the version in force, if any, and the one that waits."""

    id: str
    current: Version | None
    waiting: Version | None
    paused_on: date | None
    paused_why: str
    has_secret: bool

    @property
    def shown(self) -> Version:
        """Return the version to show: the one in force, else the one that waits or was refused."""
        found = self.current or self.waiting
        if found is None:
            raise AssertionError(self.id)
        return found


@dataclass(frozen=True, slots=True)
class Condition:
    """How a source stands on a day, why, and which month it owes next."""

    state: SourceState
    reason: Reason | None
    expected: Month | None
    due: date | None
    last_good: Month | None
