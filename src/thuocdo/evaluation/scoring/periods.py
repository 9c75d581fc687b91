"""How periods are written: 2026, 2026-H1, 2026-Q3, 2026-07; codes in their order are periods in theirs."""

import re
from collections.abc import Mapping

from thuocdo.evaluation.scoring.kinds import Period as Length

IN_A_YEAR: Mapping[Length, int] = {Length.MONTH: 12, Length.QUARTER: 4, Length.HALF_YEAR: 2, Length.YEAR: 1}
_YEAR = r"((?:19|20|21)[0-9]{2})"
# A half-year may also be called as a reporting cycle is: 2026-1.
_FORMS: Mapping[Length, re.Pattern[str]] = {
    Length.MONTH: re.compile(_YEAR + r"-()(0[1-9]|1[0-2])"),
    Length.QUARTER: re.compile(_YEAR + r"-(Q)([1-4])"),
    Length.HALF_YEAR: re.compile(_YEAR + r"-(H?)([12])"),
    Length.YEAR: re.compile(_YEAR + r"()()"),
}
_MARK = {Length.QUARTER: "Q", Length.HALF_YEAR: "H"}
_SHOWN_YEAR = 2026


def code(length: Length, year: int, number: int) -> str:
    """Return the code of a period, by its place in the year from 1 on."""
    return _spelled(length, year, number, _MARK.get(length, ""))


def is_period(text: str, length: Length) -> bool:
    """Say whether a text is a period of a length."""
    return _FORMS[length].fullmatch(text) is not None


def spelled_alike(one: str, two: str) -> bool:
    """Say whether two periods of one length are written the same way, so that their order is that of time."""
    return ("H" in one) == ("H" in two)


def before(text: str, length: Length) -> str:
    """Return the period before one, written the same way."""
    found = _FORMS[length].fullmatch(text)
    if found is None:
        raise ValueError(f"{text} is no period of the length {length.value}")
    year, number = int(found[1]), int(found[3] or 1) - 1
    if number < 1:
        year, number = year - 1, IN_A_YEAR[length]
    return _spelled(length, year, number, found[2])


def example(length: Length, meant: str = "") -> str:
    """Return how a period is written, in the year that a text seems to mean."""
    year = re.search(r"(?:19|20|21)[0-9]{2}", meant)
    return code(length, int(year[0]) if year else _SHOWN_YEAR, 1)


def _spelled(length: Length, year: int, number: int, mark: str) -> str:
    if length is Length.YEAR:
        return f"{year}"
    return f"{year}-{number:02}" if length is Length.MONTH else f"{year}-{mark}{number}"
