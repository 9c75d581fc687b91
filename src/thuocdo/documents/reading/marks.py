"""Times spread over columns, a beginning and an end or marked years and quarters: one column instead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.calendars import year_of_caption
from thuocdo.documents.reading.deadlines import is_only_time, read_deadline
from thuocdo.documents.reading.gridrows import numbers_columns
from thuocdo.documents.reading.parcels import Parcels, periods_of
from thuocdo.documents.reading.periods import MONTHS
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.reading.ticks import is_mark

_HEAD = "Thời gian thực hiện"
_START = re.compile(
    r"(?:start(?:s|ing)?|from|commenc(?:es?|ing|ement)|begin(?:s|ning)?|bat dau|khoi (?:cong|dau)|tu)"
    r"(?: (?:date|time|year|month|quarter|on|ngay|thang|quy|nam|thoi (?:diem|gian)))?|"
    r"(?:thoi gian|thoi diem|ngay|nam|thang) (?:bat dau|khoi cong)"
)
_END = re.compile(
    r"(?:end(?:s|ing)?|finish(?:es)?|complet(?:ion|ed?)|to|until|ket thuc|hoan thanh|den)"
    r"(?: (?:date|time|year|month|quarter|on|by|ngay|thang|quy|nam|thoi (?:diem|gian)))?|"
    r"(?:thoi gian|thoi diem|ngay|nam|thang) (?:ket thuc|hoan thanh)"
)
_STARTS = re.compile(r"\b(?:start|begin|commence|launch|from|bat dau|khoi (?:cong|dong|dau))")
_ENDS = re.compile(
    r"\b(?:end|finish|complet|until|conclu|clos|deliver|ket thuc|hoan (?:thanh|tat)|den (?:han|ngay))"
)
_LONGEST_HEAD = 50
_TIMED, _ORDERED = 2, 0.8  # rows that show a beginning and an end, and how many of them go forward
_NONE = frozenset({"", "-", "–"})
_FEWEST = 2  # columns of periods
_LONGEST_MARK = 12  # letters of what stands in several columns of times
_UPPER = 2  # rows above the lowest one of a heading
_LOOKED_AT = 30  # rows that show whether times go forward
_HEAD_ROWS = 40  # in a sheet the head of the document stands above the table
_MARKED = 0.3  # of the cells below periods
_CLEAN = 0.9  # of those that are filled

Line = Sequence[Block]


@dataclass(frozen=True, slots=True)
class Spread:
    """Columns of one time: from `first` to `last` of a table of this width, below words in the row `row`.

    `periods` are those that the columns stand for; without any they are a beginning and an end.
    `heads` are the words over them, from the uppermost row down; `head` stands in their place.
    """

    width: int
    row: int
    first: int
    last: int
    periods: tuple[str, ...] = ()
    heads: tuple[tuple[str, ...], ...] = ()
    head: str = _HEAD


def with_times(rows: Sequence[Line]) -> Sequence[Line]:
    """Return the rows with one column of times: for a beginning and an end, or for marked periods.

    The words for the time stand in the first of the columns that it takes the place of.
    """
    return times_after(rows, ())[0]


def times_after(
    rows: Sequence[Line], before: Sequence[Spread], above: Sequence[str] = ()
) -> tuple[Sequence[Line], Sequence[Spread]]:
    """Return the rows with one column of times, and where it was spread.

    A table without a heading may go on with the one `before`. Of the words right `above` the table
    the year is taken for quarters and months that have none; the head of the column then names it.
    """
    found: list[Spread] = []
    for find in (_span, partial(_marked, above=above)):
        if spread := find(rows):
            found.append(spread)
            rows = _narrowed_all(rows, spread)
    if found or not before or not rows or len(rows[0]) != before[0].width:
        return rows, found
    for spread in before:
        if not _holds(rows, spread):
            break
        rows = _narrowed_all(rows, replace(spread, row=-1))
    return rows, before


def _narrowed_all(rows: Sequence[Line], spread: Spread) -> list[Line]:
    narrow = _narrowed if spread.periods else _spanned
    made = [
        (number, narrow(row, number, spread))
        for number, row in enumerate(rows)
        if not numbers_columns([cell.text for cell in row])  # the count would miss columns
    ]
    return [row for number, row in made if number != spread.row or not _says_no_more(row, spread)]


def _says_no_more(row: Line, spread: Spread) -> bool:
    """Say whether the lower row of a heading held nothing but the periods, whose head stands above it too."""
    return len(spread.heads) > 1 and {cell.text.strip() for cell in row} == {"", spread.head}


def _holds(rows: Sequence[Line], spread: Spread) -> bool:
    """Say whether the columns of a table without a heading hold what they held in the one before."""
    places = range(spread.first, spread.last + 1)
    cells = [text for row in rows if len(row) == spread.width for text in _filled(row, places)]
    fits = is_mark if spread.periods else is_only_time
    return bool(cells) and sum(map(fits, cells)) >= _ORDERED * len(cells)


def _filled(row: Line, places: Sequence[int]) -> list[str]:
    """Return the words of some cells, none of a row whose words are merged over them."""
    texts = [row[place].text.strip() for place in places]
    merged = len(texts) > 1 and len(set(texts)) == 1 and len(texts[0]) > _LONGEST_MARK
    return (
        []
        if merged or len({cell.text for cell in row}) == 1
        else [text for text in texts if text not in _NONE]
    )


def heads_span(texts: Sequence[str]) -> bool:
    """Say whether two heads name a beginning and an end."""
    words = [bare(text).strip(" .:") for text in texts]
    if len(words) != 2:  # noqa: PLR2004  a beginning and an end
        return False
    return bool(
        (_START.fullmatch(words[0]) or _STARTS.search(words[0]))
        and (_END.fullmatch(words[1]) or _ENDS.search(words[1]))
    )


def _span(rows: Sequence[Line]) -> Spread | None:
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        words = [bare(cell.text).strip(" .:") for cell in row]
        start = next((place for place, text in enumerate(words) if _START.fullmatch(text)), None)
        end = next((place for place, text in enumerate(words) if _END.fullmatch(text)), None)
        if start is None or end != start + 1:
            start = _span_by_stems(words, rows[number + 1 :])
        if start is not None:
            return Spread(len(row), number, start, start + 1)
    return None


def _span_by_stems(words: Sequence[str], below: Sequence[Line]) -> int | None:
    """Return the column of beginnings left of one of ends: a stem in a head, and times that go forward."""
    for place, (first, last) in enumerate(pairwise(words)):
        if max(len(first), len(last)) > _LONGEST_HEAD or first == last:
            continue
        if _ENDS.search(first) or not (_STARTS.search(first) or _ENDS.search(last)):
            continue
        pairs = [
            (read_deadline(row[place].text)[0], read_deadline(row[place + 1].text)[0])
            for row in below[:_LOOKED_AT]
            if len(row) == len(words)
        ]
        days = [(one.due or one.start, other.due) for one, other in pairs]
        timed = [(one, other) for one, other in days if one and other]
        stems = _STARTS.search(first) and _ENDS.search(last)
        fewest = _TIMED if stems else _TIMED + 1
        if len(timed) >= fewest and sum(
            (one <= other if stems else one < other) for one, other in timed
        ) >= _ORDERED * len(timed):
            return place
    return None


def _spanned(row: Line, number: int, spread: Spread) -> Line:
    """Return one row with its beginning and its end as one time."""
    start = spread.first
    if len(row) <= start + 1:
        return row
    first = row[start]
    texts = [text for cell in row[start : start + 2] if (text := cell.text.strip()) not in _NONE]
    if number <= spread.row:
        first = first._replace(text=_HEAD if number == spread.row else first.text)
    elif len(texts) > 1 and texts[0] != texts[1]:
        first = first._replace(text=f"{texts[0]} - {texts[1]}")
    else:
        first = first._replace(text=texts[0] if texts else "")
    return [*row[:start], first, *row[start + 2 :]]


def _marked(rows: Sequence[Line], above: Sequence[str]) -> Spread | None:
    places = range(min(_HEAD_ROWS, len(rows)))
    return next((found for row in places if (found := _periods(rows, row, above))), None)


def _periods(rows: Sequence[Line], row: int, above: Sequence[str]) -> Spread | None:
    width = len(rows[row])
    found = periods_of([[cell.text for cell in line] for line in _heads_above(rows, row)])
    if found is None or len(found.names) < _FEWEST:
        return None
    places = range(found.first, found.first + len(found.names))
    below = [
        [line[place].text.strip() for place in places]
        for line in rows[row + 1 :]
        if len(line) == width
        and len({cell.text for cell in line}) > _FEWEST
        and not numbers_columns([cell.text for cell in line])
    ]
    below = [line for line in below if tuple(line) not in found.heads]
    cells = [text for line in below for text in line if text]
    marked = sum(any(line) for line in below)
    marks = sum(map(is_mark, cells))
    if not cells or marks < _CLEAN * len(cells):
        return None
    if marks < len(cells) and marked < _MARKED * len(below):
        return None
    head = _head(found, above)
    return Spread(width, row, places[0], places[-1], found.names, found.heads, head)


def _head(found: Parcels, above: Sequence[str]) -> str:
    """Return the words for the times, with what the heads and the caption tell of the year they are in."""
    year = year_of_caption(above) if found.yearless else ""
    if found.first_month > 1:
        first, last = MONTHS[found.first_month - 1], MONTHS[found.first_month - 2]
        fiscal = year if year.startswith("FY") else f"{year}; FY" if year else "FY"
        return f"{_HEAD} ({fiscal}: {first.title()} - {last.title()})"
    return f"{_HEAD} ({year})" if year else _HEAD


def _heads_above(rows: Sequence[Line], row: int) -> Sequence[Line]:
    """Return a row with those right above it that may hold the upper words of its heading."""
    first = row
    while first and row - first < _UPPER and len(rows[first - 1]) == len(rows[row]):
        first -= 1
    return rows[first : row + 1]


def _narrowed(row: Line, number: int, spread: Spread) -> Line:
    """Return one row with a single cell for all periods; rows of another width stay as they are."""
    first, last = spread.first, spread.last
    if len(row) <= last:
        return row
    cell, texts = row[first], tuple(cell.text.strip() for cell in row[first : last + 1])
    if texts in spread.heads:
        cell = cell._replace(text=spread.head)
    elif number > spread.row and (not cell.text.strip() or is_mark(cell.text)):
        cells = zip(spread.periods, texts, strict=True)
        cell = cell._replace(text=_stretch([period for period, text in cells if is_mark(text)]))
    return [*row[:first], cell, *row[last + 1 :]]


def _stretch(marked: Sequence[str]) -> str:
    if not marked:
        return ""
    return marked[0] if marked[0] == marked[-1] else f"{marked[0]} - {marked[-1]}"
