"""Heads of columns that each name a part of a calendar: years, or the quarters and months of a year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thuocdo.documents.reading.columns import is_year
from thuocdo.documents.reading.labels import roman_value
from thuocdo.documents.reading.spelling import bare

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUARTER = re.compile(
    r"(?:quy|quarter|qtr|qr|q)[ .]*(?P<part>[1-4]|i{1,3}|iv)|(?P<nth>[1-4])(?:st|nd|rd|th) (?:quarter|qtr)"
)
_MONTH = re.compile(r"(?:thang|month|t|m)[ .]*(?P<part>0?[1-9]|1[0-2])")
_AROUND = " .:,/()-–"
_COUNTED = {4: "quarter", 12: "month"}
_YEAR_LENGTH = 4
_FEWEST = 2
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Parcels:
    """Columns side by side that name periods in order: the first one, the periods, the words over them."""

    first: int
    names: tuple[str, ...]
    heads: tuple[tuple[str, ...], ...]


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


def periods_of(rows: Sequence[Sequence[str]]) -> Parcels | None:
    """Return the periods that the columns below the last of these rows stand for.

    A quarter without a year is one of the year that stands above it, in its own column or in one
    further left; a grid of years needs no words above.
    """
    lowest = _named_in_full(rows)
    years = [place for place, text in enumerate(lowest) if is_year(text)]
    parts = [place for place, text in enumerate(lowest) if parcel(text)[0]]
    places = years or parts
    if len(places) < _FEWEST or places != list(range(places[0], places[-1] + 1)):
        return None
    if years:
        if len({lowest[place] for place in years}) < len(years):
            return None  # one merged head: its parts stand below
        return Parcels(
            places[0], tuple(_YEAR.findall(lowest[place])[-1] for place in years), _cut(rows[-1:], places)
        )
    upper = next(
        (row for row in reversed(rows[:-1]) if any(_YEAR.search(row[place]) for place in places)), None
    )
    named: list[str] = []
    year = ""
    for place in places:
        kind, number = parcel(lowest[place])
        found = _YEAR.findall(lowest[place]) or (_YEAR.findall(upper[place]) if upper else [])
        year = found[-1] if found else year
        if not year:
            return None
        named.append(f"Q{number}/{year}" if kind == "quarter" else f"{number:02}/{year}")
    return Parcels(places[0], tuple(named), _cut([upper, rows[-1]] if upper else rows[-1:], places))


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
