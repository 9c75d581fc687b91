"""A data set that somebody hands in as one file: values of indicators by area and period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class Period(NamedTuple):
    """A stretch of time as SDMX writes it, with its first and last day."""

    text: str
    start: date
    end: date


class Value(NamedTuple):
    """One line of the file; `value` is None where the file says that there is none."""

    indicator: str
    area: str
    period: Period
    value: Decimal | None
    unit: str
    numerator: Decimal | None
    denominator: Decimal | None
    provisional: bool
    source: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class DataSet:
    """A whole data set: indicators and areas stand in the order of the file, periods in time.

    `indicators` and `areas` give the name of each code, the code itself where the file names none.
    """

    title: str
    publisher: str
    as_of: date
    indicators: Mapping[str, str]
    areas: Mapping[str, str]
    values: tuple[Value, ...]

    @property
    def illustrative(self) -> bool:
        """Say whether any value is invented."""
        return any(each.illustrative for each in self.values)
