"""Heads of columns that each name a part of a calendar: years, or the quarters and months of a year."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from thuocdo.documents.reading.columns import is_year
from thuocdo.documents.reading.labels import roman_value
from thuocdo.documents.reading.yearparts import (
    MONTHS_OF,
    YearPart,
    is_fiscal_year,
    part_of_year,
    year_named,
)

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AROUND = " .:,/()-–"
_COUNTED = {4: "quarter", 12: "month"}
_YEAR_LENGTH = 4
_FEWEST = 2
_YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Parcels:
    """Columns side by side that name periods in order: the first one, the periods, the words over them.

    `yearless` says that no word over them names their year; `first_month` is the one with which their
    years begin, 0 where the heads do not tell.
    """

    first: int
    names: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...]
    yearless: bool = False
    first_month: int = 0


def periods_of(rows: Sequence[Sequence[str]]) -> Parcels | None:
    """Return the periods that the columns below the last of these rows stand for.

    A quarter without a year is one of the year that stands above it, in its own column or in one
    further left; a grid of years needs no words above. Where no year stands anywhere the parts of a
    year that follow each other keep their bare names.
    """
    lowest = _named_in_full(rows)
    years = [place for place, text in enumerate(lowest) if is_year(text) or is_fiscal_year(text)]
    if years:
        return _years(rows, lowest, years)
    parts = {place: part for place, text in enumerate(lowest) if (part := part_of_year(text))}
    places = list(parts)
    if not _adjoin(places):
        return None
    upper = next(
        (row for row in reversed(rows[:-1]) if any(_YEAR.search(row[place]) for place in places)), None
    )
    heads = _cut([upper, rows[-1]] if upper else rows[-1:], places)
    found = list(parts.values())
    first_month = _first_month(found)
    named = _years_over(parts, upper)
    if not any(named):
        bare_names = tuple(part.name() for part in found)
        if not _follow(found):
            return None
        return Parcels(places[0], bare_names, heads, yearless=True, first_month=first_month)
    if not all(named):
        return None
    if first_month > 1 and len({*named}) == 1 and named[0].isdigit() and not any(part.year for part in found):
        named = [f"FY {named[0]}"] * len(named)  # one year whose months begin in another one
    names = tuple(part.within(year) for part, year in zip(found, named, strict=True))
    return Parcels(places[0], names, heads, first_month=first_month)


def _years_over(parts: Mapping[int, YearPart], upper: Sequence[str] | None) -> list[str]:
    """Return the year of each part: its own, that above it, or the one further left; "" for none."""
    named: list[str] = []
    year = ""
    for place, part in parts.items():
        year = part.year or (year_named(upper[place], hyphen=True) if upper else "") or year
        named.append(year)
    return named


def _years(rows: Sequence[Sequence[str]], lowest: Sequence[str], places: Sequence[int]) -> Parcels | None:
    if not _adjoin(places) or len({lowest[place] for place in places}) < len(places):
        return None  # one merged head: its parts stand below
    names = tuple(year_named(lowest[place]) for place in places)
    return Parcels(places[0], names, _cut(rows[-1:], places))


def _adjoin(places: Sequence[int]) -> bool:
    """Say whether several columns stand side by side."""
    return len(places) >= _FEWEST and list(places) == list(range(places[0], places[-1] + 1))


def _follow(parts: Sequence[YearPart]) -> bool:
    """Say whether parts of one kind follow each other, the first one behind the last."""
    return all(
        one.kind == other.kind and other.number == one.number % (_YEAR_MONTHS // MONTHS_OF[one.kind]) + 1
        for one, other in pairwise(parts)
    )


def _first_month(parts: Sequence[YearPart]) -> int:
    """Return the month with which their years begin: as heads or twelve months tell."""
    told = {part.first_month for part in parts if part.first_month}
    if told:
        return next(iter(told)) if len(told) == 1 else 0
    whole = len(parts) == _YEAR_MONTHS and parts[0].kind == "month" and _follow(parts)
    return parts[0].number if whole else 0


def _named_in_full(rows: Sequence[Sequence[str]]) -> Sequence[str]:
    """Return the lowest row with bare numerals below a year as what they count: quarters or months of it."""
    lowest = list(rows[-1])
    if sum(map(bool, map(_numeral, lowest))) < min(_COUNTED):
        return lowest
    for row in reversed(rows[:-1]):
        upper = _filled_on(row)
        place = 0
        while place < len(lowest):
            end = place
            while end < len(lowest) and _numeral(lowest[end]) == end - place + 1 and _YEAR.search(upper[end]):
                end += 1
            if kind := _COUNTED.get(end - place):
                lowest[place:end] = [f"{kind} {number + 1}" for number in range(end - place)]
            place = max(end, place + 1)
    return lowest


def _filled_on(row: Sequence[str]) -> list[str]:
    """Return a row whose words with a year go on over the empty cells behind them, as merged ones do."""
    found: list[str] = []
    for text in row:
        above = found[-1] if found else ""
        found.append(above if not text.strip() and _YEAR.search(above) else text)
    return found


def _numeral(text: str) -> int:
    word = text.strip(_AROUND)
    return int(word) if word.isdecimal() and len(word) < _YEAR_LENGTH else roman_value(word)


def _cut(rows: Sequence[Sequence[str]], places: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row[place].strip() for place in places) for row in rows)
