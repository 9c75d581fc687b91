"""Months and the periods that they make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thuocdo.core.errors import N_, Invalid

_WRITTEN = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of one year."""

    year: int
    month: int

    @classmethod
    def read(cls, text: str) -> "Month":
        """Return the month that `2025-03` names."""
        found = _WRITTEN.fullmatch(text)
        if not found:
            raise Invalid(N_("{text} is no month; write 2025-03."), params={"text": text})
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def number(self) -> int:
        """Months since year 0, so that months can be counted."""
        return self.year * 12 + self.month - 1

    def later(self, months: int) -> "Month":
        """Return the month so many months later; earlier when the number is negative."""
        year, month = divmod(self.number + months, 12)
        return Month(year, month + 1)


@dataclass(frozen=True, slots=True)
class Period:
    """The months from `first` to `last`, both included."""

    first: Month
    last: Month

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last < self.first:
            raise Invalid(
                N_("The period ends in {last}, before it begins in {first}."),
                params={"first": str(self.first), "last": str(self.last)},
            )

    def __contains__(self, month: Month) -> bool:
        return self.first <= month <= self.last

    def months(self) -> Iterator[Month]:
        """Yield every month of the period."""
        for number in range(self.last.number - self.first.number + 1):
            yield self.first.later(number)


def year(number: int) -> Period:
    """Return a whole year."""
    return Period(Month(number, 1), Month(number, 12))


def quarter(number: int, which: int) -> Period:
    """Return a quarter, 1 to 4, of a year."""
    return Period(Month(number, which * 3 - 2), Month(number, which * 3))


def one(month: Month) -> Period:
    """Return a month as a period."""
    return Period(month, month)
