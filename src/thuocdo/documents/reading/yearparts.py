"""Heads that name a part of a year, or the year itself: “Quý I”, “Q1 (Jul-Sep)”, “Mar 2031”, “FY 2031/32”."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, cast

from thuocdo.documents.reading.labels import roman_value
from thuocdo.documents.reading.periods import MONTH_WORD, MONTHS, month_number
from thuocdo.documents.reading.spelling import bare

Kind = Literal["half", "quarter", "month"]

MONTHS_OF: dict[Kind, int] = {"half": 6, "quarter": 3, "month": 1}
FISCAL = r"(?:fy|(?:fiscal|financial|budget) years?|nam (?:tai chinh|ngan sach))"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUARTER = re.compile(
    r"(?:quy|quarter|qtr|qr|q)[ .]*(?P<part>[1-4]|i{1,3}|iv)|(?P<nth>[1-4])(?:st|nd|rd|th) (?:quarter|qtr)"
)
_MONTH = re.compile(r"(?:thang|month|t|m)[ .]*(?P<part>0?[1-9]|1[0-2])")
_HALF = re.compile(
    r"(?:half(?:-year)?|h)[ .]*(?P<part>[12])|(?P<nth>1|2)(?:st|nd) half|(?P<word>first|second) half|"
    r"6 thang (?P<side>dau|cuoi)"
)
_NAMED_MONTH = re.compile(rf"(?P<word>{MONTH_WORD})\.?(?:[-/' ]'?(?P<short>[2-4]\d))?")
_FIGURES = re.compile(r"(?P<month>0?[1-9]|1[0-2])\s*[/.]\s*(?P<year>20\d\d)")
_ONE = rf"(?:{MONTH_WORD}|(?:thang |t)?(?:0?[1-9]|1[0-2]))"
_BESIDE = re.compile(
    rf"^(?P<part>[^(\[:]+?)\s*[(\[:,-]*\s*(?P<first>{_ONE})\.?\s*(?P<year>20\d\d)?\s*"
    rf"(?:-|/|to|den)\s*(?P<last>{_ONE})\.?\s*(?P<until>20\d\d)?\s*[)\]]?$"
)
_LABEL = re.compile(
    rf"\b(?P<word>{FISCAL}\s*)(?P<year>20\d\d|\d\d)(?:\s*[-/]\s*(?P<short>(?:20)?\d\d)\b|\b)|"
    r"\b(?P<year2>20\d\d)\s*(?P<sign>[-/])\s*(?P<short2>(?:20)?\d\d)\b"
)
_AROUND = " .:,/()-–"
_SECOND = frozenset({"second", "cuoi"})
_LONGEST, _LONGEST_BESIDE = 24, 40
_YEAR_LENGTH, _CENTURY, _YEAR_MONTHS = 4, 2000, 12


@dataclass(frozen=True, slots=True)
class YearPart:
    """A part of a year, the calendar year that its own words name, and the first month of its year.

    `first_month` is 0 where no months stand beside a quarter: “Q1 (Jul-Sep)” says that years begin in July.
    """

    kind: Kind
    number: int
    year: str = ""
    first_month: int = 0
    in_words: bool = False

    def name(self) -> str:
        """Return the part without a year, as times are read."""
        if self.kind == "month":
            return MONTHS[self.number - 1][:3].title() if self.in_words else f"tháng {self.number}"
        return f"{self.kind[0].upper()}{self.number}"

    def within(self, year: str) -> str:
        """Return the part with a calendar year, or with a fiscal one as `year_named` writes it."""
        if self.kind == "month":
            fiscal = year.startswith("FY")
            return f"{MONTHS[self.number - 1][:3].title()} {year}" if fiscal else f"{self.number:02}/{year}"
        return f"{self.name()}/{year}" if year.isdigit() else f"{self.name()} {year}"


def parcel(text: str) -> tuple[str, int]:
    """Return the kind of a part of a year that a text names, and which one it is; ("", 0) for none."""
    if len(text) > _LONGEST:
        return "", 0
    words = _YEAR.sub("", bare(text)).strip(_AROUND).removesuffix("nam").strip(_AROUND)
    for kind, pattern in (("quarter", _QUARTER), ("month", _MONTH)):
        if found := pattern.fullmatch(words):
            number = next(filter(None, found.groups()))
            return kind, int(number) if number.isdigit() else roman_value(number.upper())
    return "", 0


@lru_cache(maxsize=4096)
def part_of_year(text: str) -> YearPart | None:
    """Return the quarter, half or month that a whole head names, with or without its year and its months."""
    if not text or len(text) > _LONGEST_BESIDE or not text[:1].isalnum():
        return None
    words = " ".join(bare(text).split())
    year = year_named(words)
    plain = _plain(_LABEL.sub(" ", words).strip(_AROUND) if year.startswith("FY") else words)
    if plain is not None:
        return plain if plain.year else replace(plain, year=year)
    beside = _BESIDE.match(words)
    part = _plain(beside["part"]) if beside else None
    if beside is None or part is None or part.kind == "month":
        return None
    return _with_months(part, beside)


def _plain(words: str) -> YearPart | None:
    kind, number = parcel(words)
    if kind:
        return YearPart(cast("Kind", kind), number, in_words=words.startswith("m"))
    if found := _FIGURES.fullmatch(words):
        return YearPart("month", int(found["month"]), found["year"])
    rest = _YEAR.sub("", words).strip(_AROUND).removesuffix(" nam")
    if found := _NAMED_MONTH.fullmatch(rest):
        year = str(_CENTURY + int(found["short"])) if found["short"] else ""
        return YearPart("month", month_number(found["word"]), year, in_words=True)
    if found := _HALF.fullmatch(rest):
        printed = found["part"] or found["nth"]
        second = printed == "2" or (found["word"] or found["side"]) in _SECOND
        return YearPart("half", 2 if second else 1)
    return None


def _with_months(part: YearPart, found: re.Match[str]) -> YearPart | None:
    """Return the part with the first month of its year; its calendar year where the months bear one.

    None where the months are not as many as the part has.
    """
    first, last = _month(found["first"]), _month(found["last"])
    length = MONTHS_OF[part.kind]
    if (last - first) % _YEAR_MONTHS != length - 1:
        return None
    begins = (first - length * (part.number - 1) - 1) % _YEAR_MONTHS + 1
    printed = found["year"] or found["until"]
    if printed and begins != 1:
        # The months and their year are exact: the same stretch of the calendar year, if it is one.
        number, rest = divmod(first - 1, length)
        return None if rest else YearPart(part.kind, number + 1, printed)
    years = _YEAR.findall(found["part"])
    return YearPart(part.kind, part.number, printed or (years[-1] if years else ""), begins)


def _month(words: str) -> int:
    return month_number(words.removeprefix("thang ").removeprefix("t") if words[-1].isdigit() else words)


def year_named(text: str, *, hyphen: bool = False) -> str:
    """Return the last calendar year that words name, or the only fiscal one as “FY 2031/32”; "" for none.

    Two years with a hyphen are a fiscal one only where a word says so, or where `hyphen` allows it,
    as over four quarters.
    """
    labels = {label for found in _LABEL.finditer(bare(text)) if (label := _label(found, hyphen=hyphen))}
    if len(labels) == 1:
        return next(iter(labels))
    years = _YEAR.findall(text)
    return years[-1] if years else ""


def fiscal_label(text: str) -> str:
    """Return the only fiscal year that words name, as “FY 2031/32”; "" where there are other years too."""
    named = year_named(text)
    if not named.startswith("FY"):
        return ""
    first, last = years_of(named)
    return named if {int(year) for year in _YEAR.findall(text)} <= {first, last} else ""


def is_fiscal_year(text: str) -> bool:
    """Say whether a whole text is a fiscal year: “FY 2031/32”, “2031/32”, “FY2032”."""
    found = _LABEL.fullmatch(" ".join(bare(text).split()).strip(_AROUND)) if len(text) <= _LONGEST else None
    return found is not None and bool(_label(found, hyphen=False))


def years_of(label: str) -> tuple[int, int]:
    """Return the calendar years of “FY 2031/32”, twice the same for “FY 2032”."""
    first = int(label[3:7])
    return first, first + 1 if "/" in label else first


def _label(found: re.Match[str], *, hyphen: bool) -> str:
    printed, short = found["year"] or found["year2"], found["short"] or found["short2"]
    if not found["word"] and found["sign"] == "-" and not hyphen:
        return ""
    year = int(printed) if len(printed) == _YEAR_LENGTH else _CENTURY + int(printed)
    if not short:
        return f"FY {year}"
    return f"FY {year}/{short[-2:]}" if int(short[-2:]) == (year + 1) % 100 else ""
