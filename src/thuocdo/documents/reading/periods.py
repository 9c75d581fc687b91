"""Named stretches of days in a text: days, months, quarters, half-years, years, and lists of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from thuocdo.core.dates import month_end, quarter_end
from thuocdo.documents.types import DeadlineKind

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH_WORD = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_SECOND_HALF = frozenset({"cuoi", "sau", "second", "2"})
_YEAR = r"(?P<year>20\d\d|19\d\d)\b"
_IN = r"\s*(?:[/.-]|,?\s*nam|of|,)?\s*"
_AND = r"\s*(?:-|,|va|den|and|to)\s*"
_QUARTER = "i{1,3}|iv|[1-4]"
_SLASH = r"\s*(?P<sign>[/.-])\s*"
_OF_YEAR = r"(?:\s*[/.-]\s*|,?\s*nam\s*)"
_ORDINAL = "(?:st|nd|rd|th)?"


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of days, where it stands in the text, and the kind of deadline it makes.

    `several` says that the words name a first and a last month or quarter.
    """

    kind: DeadlineKind
    first: date
    last: date
    start: int = 0
    end: int = 0
    several: bool = False


_Maker = Callable[[re.Match[str]], Period]


def month_number(word: str) -> int:
    """Return the number of a month from its figure or its English name."""
    if word.isdigit():
        return int(word)
    return next(number for number, name in enumerate(MONTHS, start=1) if name[:3] == word[:3])


def find_periods(words: str) -> list[Period]:
    """Return the periods that bare words name, in their order, the most exact form of each."""
    found: list[Period] = []
    taken = [False] * len(words)
    for pattern, make in _PERIODS:
        for match in pattern.finditer(words):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            try:
                period = make(match)
            except ValueError:
                if match.re in _LISTS:
                    continue  # 30-6/2025 is no list of months: let the plain form have it
                period = None  # no such day or month
            taken[start:end] = [True] * (end - start)
            if period:
                several = match.re in _LISTS
                found.append(Period(period.kind, period.first, period.last, start, end, several))
    return sorted(found, key=lambda period: period.start)


def _day(found: re.Match[str]) -> Period:
    day = date(int(found["year"]), month_number(found["month"]), int(found["day"]))
    return Period("date", day, day)


def _month(found: re.Match[str]) -> Period:
    year, month = int(found["year"]), month_number(found["month"])
    return Period("month", date(year, month, 1), month_end(year, month))


def _months(found: re.Match[str]) -> Period:
    year, first, last = int(found["year"]), int(found["first"]), int(found["month"])
    _check_order(first, last)
    return Period("month", date(year, first, 1), month_end(year, last))


def _quarter(found: re.Match[str]) -> Period:
    year, quarter = int(found["year"]), _quarter_number(found["quarter"])
    return Period("quarter", date(year, quarter * 3 - 2, 1), quarter_end(year, quarter))


def _quarters(found: re.Match[str]) -> Period:
    year, first, last = int(found["year"]), _quarter_number(found["first"]), _quarter_number(found["quarter"])
    _check_order(first, last)
    return Period("quarter", date(year, first * 3 - 2, 1), quarter_end(year, last))


def _half(found: re.Match[str]) -> Period:
    year, second = int(found["year"]), found["half"] in _SECOND_HALF
    return Period("quarter", date(year, 7 if second else 1, 1), quarter_end(year, 4 if second else 2))


def _year(found: re.Match[str]) -> Period:
    year = int(found["year"])
    return Period("year", date(year, 1, 1), date(year, 12, 31))


def _quarter_number(word: str) -> int:
    return int(word) if word.isdigit() else _QUARTERS[word]


def _check_order(first: int, last: int) -> None:
    if first >= last:
        msg = "a list of periods goes forward"
        raise ValueError(msg)


_MONTH_LIST = re.compile(
    rf"\b(?P<first>\d{{1,2}}){_AND}(?:thang\s*)?(?P<month>\d{{1,2}})(?:\s*/\s*|,?\s*nam\s*){_YEAR}"
)
_QUARTER_LIST = re.compile(
    rf"\b(?:quy|quarters?|q)\s*(?P<first>{_QUARTER}){_AND}(?:quy|q)?\s*(?P<quarter>{_QUARTER}){_IN}{_YEAR}"
)
_LISTS = frozenset({_MONTH_LIST, _QUARTER_LIST})
# From the most exact form to the barest: what one has taken the next does not see.
_PERIODS: tuple[tuple[re.Pattern[str], _Maker], ...] = (
    (
        re.compile(rf"(?:ngay\s*)?\b(?P<day>\d{{1,2}}){_SLASH}(?P<month>\d{{1,2}})\s*(?P=sign)\s*{_YEAR}"),
        _day,
    ),
    (re.compile(rf"\b(?P<day>\d{{1,2}})\s*thang\s*(?P<month>\d{{1,2}}){_IN}{_YEAR}"), _day),
    (re.compile(rf"\b(?P<month>{MONTH_WORD})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+{_YEAR}"), _day),
    (re.compile(rf"\b(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?(?P<month>{MONTH_WORD})\.?,?\s+{_YEAR}"), _day),
    (re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"), _day),
    (re.compile(rf"\b(?:6|06|sau)\s*thang\s*(?P<half>dau|cuoi){_IN}{_YEAR}"), _half),
    (re.compile(rf"\bnua\s*(?P<half>dau|cuoi|sau){_IN}{_YEAR}"), _half),
    (re.compile(rf"\b(?P<half>first|second)\s+half{_IN}(?:the\s+year\s+)?{_YEAR}"), _half),
    (re.compile(rf"\bh(?P<half>[12]){_IN}{_YEAR}"), _half),
    (_QUARTER_LIST, _quarters),
    (re.compile(rf"\b(?:quy|quarter|q)\s*(?P<quarter>{_QUARTER}){_IN}{_YEAR}"), _quarter),
    (re.compile(rf"\b(?P<quarter>i{{1,3}}|iv)\s*/\s*{_YEAR}"), _quarter),
    (re.compile(rf"\b(?P<quarter>first|second|third|fourth)\s+quarter{_IN}{_YEAR}"), _quarter),
    (_MONTH_LIST, _months),
    (re.compile(rf"(?:\bthang\s*)?\b(?P<month>\d{{1,2}}){_OF_YEAR}{_YEAR}"), _month),
    (re.compile(rf"\b(?P<month>{MONTH_WORD})\.?,?\s+(?:of\s+)?{_YEAR}"), _month),
    (re.compile(rf"\b{_YEAR}"), _year),
)
