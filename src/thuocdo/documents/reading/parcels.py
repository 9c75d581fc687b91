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
    lowest = rows[-1]
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
    return Parcels(places[0], tuple(named), _cut([upper, lowest] if upper else [lowest], places))


def _cut(rows: Sequence[Sequence[str]], places: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row[place].strip() for place in places) for row in rows)
