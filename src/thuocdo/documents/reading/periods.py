"""Named stretches of days in a text: days, months, quarters, half-years, years, and lists of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

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
MONTH_WORD = "|".join(
    "sept?(?:ember)?" if name == "september" else f"{name[:3]}(?:{name[3:]})?" for name in MONTHS
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
_QUARTERS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4}
_SECOND_HALF = frozenset({"cuoi", "sau", "second", "2", "2nd", "last", "ii"})
_YEAR = r"(?P<year>20\d\d|19\d\d)\b"
_IN = r"\s*(?:[/.(;:-]|,?\s*(?:cua\s+)?(?:nam|year)|of(?:\s+the)?(?:\s+year)?|in|,)?\s*"
_AND = (
    r"\s*(?:-|,|va|den|toi|and|to|until|through)\s*(?:(?:finish|end|conclud|clos)(?:ing|es|s)?\s+(?:in\s+)?)?"
)
_QUARTER = "i{1,3}|iv|[1-4]"
_SLASH = r"\s*(?P<sign>[/.-])\s*"
_OF_YEAR = r"(?:\s*[/.(-]\s*|,?\s*(?:(?:cua|thuoc|trong)\s+)?nam\s*)"
_ORDINAL = "(?:st|nd|rd|th)?"
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of days, where it stands in the text, and the kind of deadline it makes.

    `several` says that the words name a first and a last month or quarter; `doubt` is the code
    of a remark on a form that could be read otherwise.
    """

    kind: DeadlineKind
    first: date
    last: date
    start: int = 0
    end: int = 0
    several: bool = False
    doubt: str = ""


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
                if match.re in _TRIED:
                    continue  # 30-6/2025 is no list of months: let the plain form have it
                period = None  # no such day or month
            taken[start:end] = [True] * (end - start)
            if period:
                several = match.re in _LISTS
                several = several or period.several
                found.append(
                    Period(period.kind, period.first, period.last, start, end, several, period.doubt)
                )
    return sorted(found, key=lambda period: period.start)


def _day(found: re.Match[str]) -> Period:
    day = date(int(found["year"]), month_number(found["month"]), int(found["day"]))
    return Period("date", day, day)


def _day_after_month(found: re.Match[str]) -> Period:
    """Read 12/31/2025, which can only name the month first."""
    day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    return Period("date", day, day, doubt="deadline_month_first")


def _short_day(found: re.Match[str]) -> Period:
    day = date(_CENTURY + int(found["short"]), int(found["month"]), int(found["day"]))
    return Period("date", day, day, doubt="deadline_short_year")


def _short_month(found: re.Match[str]) -> Period:
    year, month = _CENTURY + int(found["short"]), month_number(found["month"])
    return Period("month", date(year, month, 1), month_end(year, month), doubt="deadline_short_year")


def _month(found: re.Match[str]) -> Period:
    year, month = int(found["year"]), month_number(found["month"])
    return Period("month", date(year, month, 1), month_end(year, month))


def _months(found: re.Match[str]) -> Period:
    year, first, last = int(found["year"]), month_number(found["first"]), month_number(found["month"])
    _check_order(first, last)
    return Period("month", date(year, first, 1), month_end(year, last))


def _quarter(found: re.Match[str]) -> Period:
    year, quarter = int(found["year"]), quarter_number(found["quarter"])
    return Period("quarter", date(year, quarter * 3 - 2, 1), quarter_end(year, quarter))


def _quarters(found: re.Match[str]) -> Period:
    year, first, last = int(found["year"]), quarter_number(found["first"]), quarter_number(found["quarter"])
    _check_order(first, last)
    return Period("quarter", date(year, first * 3 - 2, 1), quarter_end(year, last))


def _half(found: re.Match[str]) -> Period:
    year, second = int(found["year"]), found["half"] in _SECOND_HALF
    return Period("quarter", date(year, 7 if second else 1, 1), quarter_end(year, 4 if second else 2))


def _year(found: re.Match[str]) -> Period:
    year = int(found["year"])
    return Period("year", date(year, 1, 1), date(year, 12, 31))


def _years(found: re.Match[str]) -> Period:
    """Read 2025-27, 2025/26 and lists such as 2026, 2027, 2028."""
    first = int(found["year"])
    last = first // 100 * 100 + int(found["short"])
    _check_order(first, last)
    slash = "/" in found.group() and last == first + 1
    doubt = "deadline_two_years" if slash else ""
    return Period("year_range", date(first, 1, 1), date(last, 12, 31), several=True, doubt=doubt)


def _year_list(found: re.Match[str]) -> Period:
    years = [int(year) for year in re.findall(r"20\d\d", found.group())]
    if any(after != before + 1 for before, after in pairwise(years)):
        msg = "a list of years goes on by one"
        raise ValueError(msg)
    return Period("year_range", date(years[0], 1, 1), date(years[-1], 12, 31), several=True)


def _fiscal_year(found: re.Match[str]) -> Period:
    year = int(found["year"]) if len(found["year"]) > len("25") else _CENTURY + int(found["year"])
    if short := found["short"]:
        last = year // 100 * 100 + int(short[-2:])
        _check_order(year, last)
        year = last
    return Period("year", date(year, 1, 1), date(year, 12, 31), doubt="deadline_fiscal_year")


def quarter_number(word: str) -> int:
    """Return the number of a quarter from its figure, its numeral or its English word."""
    return int(word) if word.isdigit() else _QUARTERS[word]


def _check_order(first: int, last: int) -> None:
    if first >= last:
        msg = "a list of periods goes forward"
        raise ValueError(msg)


_MONTH_LIST = re.compile(
    rf"\b(?P<first>\d{{1,2}})(?:\s*,\s*(?:thang\s*)?\d{{1,2}})*{_AND}(?:thang\s*)?(?P<month>\d{{1,2}})"
    rf"(?:\s*/\s*|,?\s*nam\s*){_YEAR}"
)
_MONTH_LIST_EN = re.compile(
    rf"\b(?P<first>{MONTH_WORD})\.?{_AND}(?P<month>{MONTH_WORD})\.?,?\s*(?:of\s+)?[/-]?{_YEAR}"
)
_QUARTER_LIST = re.compile(
    rf"\b(?:quy|quarters?|q)\s*(?P<first>{_QUARTER})(?:\s*,\s*(?:quy|q)?\s*(?:{_QUARTER}))*{_AND}"
    rf"(?:quy|q)?\s*(?P<quarter>{_QUARTER}){_IN}{_YEAR}"
)
_YEAR_LIST = re.compile(
    r"\b20\d\d(?:\s*[,;]\s*20\d\d)+(?:\s*(?:,|va|and|&)\s*20\d\d)?\b|\b20\d\d\s*(?:va|and|&)\s*20\d\d\b"
)
_SHORT_YEARS = re.compile(r"\b(?P<year>20\d\d)\s*[-/]\s*(?P<short>\d\d)\b(?!\s*[-/]?\d)")
_LISTS = frozenset({_MONTH_LIST, _MONTH_LIST_EN, _QUARTER_LIST})
_TRIED = frozenset({*_LISTS, _YEAR_LIST, _SHORT_YEARS})
"""Forms that leave their words to the plainer ones when they name no stretch of time."""
_ORDINAL_QUARTER = "first|second|third|fourth|last|final|1st|2nd|3rd|4th"
_ORDINAL_HALF = "first|second|last|1st|2nd"
_NOT_A_COUNT = r"(?<!trong )(?<!tuan )(?<!lan )(?<!thu )(?<!dot )(?<!ky )(?<!khoa )"
# From the most exact form to the barest: what one has taken the next does not see.
_PERIODS: tuple[tuple[re.Pattern[str], _Maker], ...] = (
    (
        re.compile(
            rf"(?:ngay\s*)?\b(?P<day>\d{{1,2}}){_SLASH}(?P<month>0?[1-9]|1[0-2])\s*(?P=sign)\s*{_YEAR}"
        ),
        _day,
    ),
    (
        re.compile(rf"\b(?P<month>\d{{1,2}})\s*/\s*(?P<day>1[3-9]|2\d|3[01])\s*/\s*{_YEAR}"),
        _day_after_month,
    ),
    (re.compile(rf"{_NOT_A_COUNT}\b(?P<day>\d{{1,2}})\s*thang\s*(?P<month>\d{{1,2}}){_IN}{_YEAR}"), _day),
    (re.compile(rf"\b(?P<month>{MONTH_WORD})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+{_YEAR}"), _day),
    (
        re.compile(
            rf"\b(?P<day>\d{{1,2}}){_ORDINAL}[\s/-]+(?:day\s+)?(?:of\s+)?(?P<month>{MONTH_WORD})\.?,?[\s/-]+{_YEAR}"
        ),
        _day,
    ),
    (re.compile(r"\b(?P<year>20\d\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)\b"), _day),
    (re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<short>\d\d)\b"), _short_day),
    (re.compile(rf"\b(?:6|06|sau)\s*thang\s*(?P<half>dau|cuoi){_IN}{_YEAR}"), _half),
    (re.compile(rf"\b(?P<half>{_ORDINAL_HALF})\s+(?:6|six)\s+months{_IN}(?:the\s+year\s+)?{_YEAR}"), _half),
    (re.compile(rf"\bnua\s*(?P<half>dau|cuoi|sau){_IN}{_YEAR}"), _half),
    (
        re.compile(rf"\b(?P<half>{_ORDINAL_HALF})[\s-]+half(?:[\s-]?year)?{_IN}(?:the\s+year\s+)?{_YEAR}"),
        _half,
    ),
    (re.compile(rf"\bh(?:alf\s)?(?P<half>[12]){_IN}{_YEAR}"), _half),
    (re.compile(rf"\b(?P<half>[12])h{_IN}{_YEAR}"), _half),
    (re.compile(r"\b(?P<year>20\d\d)\s*[-/,;]?\s*h(?P<half>[12])\b"), _half),
    (
        re.compile(  # 2028 Q3 - 2029 Q1: the year stands first in both, so Q3 is not of 2029
            r"\b(?P<year>20\d\d)\s*[-/,]?\s*(?:q|quy|quarter)\s*(?P<quarter>iv|i{1,3}|[1-4])"
            r"(?=\s*(?:-|to|until|through|and|den|va)\s*20\d\d\s*[-/,]?\s*(?:q|quy|quarter)\s*[1-4i])"
        ),
        _quarter,
    ),
    (_QUARTER_LIST, _quarters),
    (re.compile(rf"\b(?:quy|quarter|qtr|q)\.?\s*(?P<quarter>{_QUARTER}){_IN}{_YEAR}"), _quarter),
    (re.compile(rf"\b(?P<year>20\d\d)\s*[-/,]?\s*(?:q|quy|quarter)\s*(?P<quarter>{_QUARTER})\b"), _quarter),
    (re.compile(rf"\b(?P<quarter>i{{1,3}}|iv)\s*/\s*{_YEAR}"), _quarter),
    (re.compile(rf"\b(?P<quarter>[1-4])q{_IN}{_YEAR}"), _quarter),
    (
        re.compile(rf"\b(?P<quarter>{_ORDINAL_QUARTER})[\s-]+(?:quarter|qtr){_IN}(?:the\s+year\s+)?{_YEAR}"),
        _quarter,
    ),
    (
        re.compile(
            r"\b(?:fy|fiscal year|financial year|nam tai chinh)\s*(?P<year>20\d\d|"
            r"\d\d)(?:\s*[-/]\s*(?P<short>(?:20)?\d\d))?\b"
        ),
        _fiscal_year,
    ),
    (_MONTH_LIST, _months),
    (_MONTH_LIST_EN, _months),
    (_YEAR_LIST, _year_list),
    (re.compile(r"\b(?P<year>20\d\d)-(?P<month>0[1-9]|1[0-2])\b(?!\s*-)"), _month),
    (_SHORT_YEARS, _years),
    (re.compile(rf"\bth?\.?\s?(?P<month>\d{{1,2}}){_OF_YEAR}{_YEAR}"), _month),
    (re.compile(rf"(?:\bthang\s*)?{_NOT_A_COUNT}\b(?P<month>\d{{1,2}}){_OF_YEAR}{_YEAR}"), _month),
    (re.compile(rf"\b(?P<month>{MONTH_WORD})\.?,?\s*[-/]?\s*(?:of\s+)?{_YEAR}"), _month),
    (re.compile(rf"\b(?P<month>{MONTH_WORD})\.?\s?[-/' ]\s?'?(?P<short>2\d|3\d)\b(?!\s*20)"), _short_month),
    (re.compile(r"^(?P<month>0?[1-9]|1[0-2])/(?P<short>2[4-9]|3\d)$"), _short_month),
    (re.compile(rf"\b{_YEAR}"), _year),
)
