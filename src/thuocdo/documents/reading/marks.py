"""Years as columns in which a mark says when a task runs: one column of times in their place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.columns import is_year
from thuocdo.documents.reading.gridrows import numbers_columns

MARKS = frozenset("xX*✓✔√●•■▲+") | {"v", "V", "có", "Có", "yes", "Yes"}
"""What stands below a year in which a task runs."""

_HEAD = "Thời gian thực hiện"
_YEAR = re.compile(r"(?:19|20)\d\d")
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
    """Return the rows with the marked years of each as words for a time, in the first of their columns."""
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
