"""Standard tables: what a register must look like so that metrics can speak of it."""

from dataclasses import dataclass
from enum import StrEnum


class ColumnType(StrEnum):
    """What a column holds; every engine has an exact type for each, and none is a floating number."""

    CODE = "code"
    """One of the words listed."""
    ID = "id"
    """Text that only tells rows apart."""
    FLAG = "flag"
    COUNT = "count"
    """A whole number (64 bits)."""
    MONEY = "money"
    """Whole đồng (64 bits)."""
    QUANTITY = "quantity"
    """A number with three decimals."""
    DAY = "day"
    MOMENT = "moment"
    """A time stamp in UTC without zone."""


class Grain(StrEnum):
    """How the months of a table make longer periods."""

    EVENTS = "events"
    """Each row happened in its month: months add up."""
    SNAPSHOT = "snapshot"
    """Each month is the whole register as it then stood: the latest month counts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `null` says what an empty cell means; without it none may be empty."""

    name: str
    type: ColumnType
    vi: str
    en: str
    null: str = ""
    null_vi: str = ""
    unit: str = ""
    values: tuple[str, ...] = ()
    dimension: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One standard table. A row belongs to one `agency` and to the month of the file it came in.

    `carry_months` says for how many months a snapshot that was not renewed still speaks.
    """

    name: str
    title_vi: str
    title_en: str
    about_vi: str
    about_en: str
    month_vi: str
    month_en: str
    grain: Grain
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    carry_months: int = 0

    def column(self, name: str) -> Column | None:
        """Return a column by its name."""
        return next((column for column in self.columns if column.name == name), None)
