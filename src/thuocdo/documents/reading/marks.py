"""Times spread over several columns, a beginning and an end or marked years: one column in their place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.columns import is_year
from thuocdo.documents.reading.gridrows import numbers_columns
from thuocdo.documents.reading.spelling import bare

MARKS = frozenset("xX*✓✔√●•■▲+") | {"v", "V", "có", "Có", "yes", "Yes"}
"""What stands below a year in which a task runs."""

_HEAD = "Thời gian thực hiện"
_YEAR = re.compile(r"(?:19|20)\d\d")
_START = re.compile(
    r"(?:start(?:s|ing)?|from|commenc(?:es?|ing|ement)|begin(?:s|ning)?|bat dau|khoi (?:cong|dau)|tu)"
    r"(?: (?:date|time|year|month|on|ngay|thang|nam))?|"
    r"(?:thoi gian|thoi diem|ngay|nam|thang) (?:bat dau|khoi cong)"
)
_END = re.compile(
    r"(?:end(?:s|ing)?|finish(?:es)?|complet(?:ion|ed?)|to|until|ket thuc|hoan thanh|den)"
    r"(?: (?:date|time|year|month|on|by|ngay|thang|nam))?|"
    r"(?:thoi gian|thoi diem|ngay|nam|thang) (?:ket thuc|hoan thanh)"
)
_FEWEST = 2  # columns of years
_HEAD_ROWS = 40  # in a sheet the head of the document stands above the table
_MARKED = 0.3  # of the cells below years

Line = Sequence[Block]


@dataclass(frozen=True, slots=True)
class _Years:
    """The row that names the years, and the columns that they stand over."""

    row: int
    places: tuple[int, ...]


def with_times(rows: Sequence[Line]) -> Sequence[Line]:
    """Return the rows with one column of times: for a beginning and an end, or for marked years.

    The words for the time stand in the first of the columns that it takes the place of.
    """
    return _with_marked_years(_with_spans(rows))


def _with_spans(rows: Sequence[Line]) -> Sequence[Line]:
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        words = [bare(cell.text).strip(" .:") for cell in row]
        start = next((place for place, text in enumerate(words) if _START.fullmatch(text)), None)
        end = next((place for place, text in enumerate(words) if _END.fullmatch(text)), None)
        if start is not None and end == start + 1:
            return [
                _spanned(row, place, number, start)
                for place, row in enumerate(rows)
                if not numbers_columns([cell.text for cell in row])
            ]
    return rows


def _spanned(row: Line, number: int, head: int, start: int) -> Line:
    """Return one row with its beginning and its end as one time."""
    if len(row) <= start + 1:
        return row
    first, last = row[start], row[start + 1]
    texts = [text for text in (first.text.strip(), last.text.strip()) if text not in {"", "-", "–"}]
    if number <= head:
        first = first._replace(text=_HEAD if number == head else first.text)
    elif len(texts) > 1 and texts[0] != texts[1]:
        first = first._replace(text=f"{texts[0]} - {texts[1]}")
    else:
        first = first._replace(text=texts[0] if texts else "")
    return [*row[:start], first, *row[start + 2 :]]


def _with_marked_years(rows: Sequence[Line]) -> Sequence[Line]:
    found = next((years for row in range(min(_HEAD_ROWS, len(rows))) if (years := _years(rows, row))), None)
    if found is None:
        return rows
    named = [_YEAR.findall(rows[found.row][place].text)[-1] for place in found.places]
    return [
        _narrowed(row, number, found, named)
        for number, row in enumerate(rows)
        if not numbers_columns([cell.text for cell in row])  # the count would miss the years
    ]


def _years(rows: Sequence[Line], row: int) -> _Years | None:
    width = len(rows[row])
    places = tuple(place for place in range(width) if is_year(rows[row][place].text))
    if len(places) < _FEWEST or places != tuple(range(places[0], places[-1] + 1)):
        return None
    below = [
        [line[place].text.strip() for place in places]
        for line in rows[row + 1 :]
        if len(line) == width
        and len({cell.text for cell in line}) > _FEWEST
        and not numbers_columns([cell.text for cell in line])
    ]
    cells = [text for line in below for text in line if text]
    marked = sum(any(line) for line in below)
    if not cells or any(text not in MARKS for text in cells) or marked < _MARKED * len(below):
        return None
    return _Years(row, places)


def _narrowed(row: Line, number: int, years: _Years, named: Sequence[str]) -> Line:
    """Return one row with a single cell for all years; rows of another width stay as they are."""
    first, last = years.places[0], years.places[-1]
    if len(row) <= last:
        return row
    cell = row[first]
    if number == years.row:
        cell = cell._replace(text=_HEAD)
    elif number > years.row and cell.text.strip() in {*MARKS, ""}:
        marked = [
            year for year, place in zip(named, years.places, strict=True) if row[place].text.strip() in MARKS
        ]
        cell = cell._replace(text=_stretch(marked))
    return [*row[:first], cell, *row[last + 1 :]]


def _stretch(marked: Sequence[str]) -> str:
    if not marked:
        return ""
    return marked[0] if marked[0] == marked[-1] else f"{marked[0]} - {marked[-1]}"
