"""Tables without lines: below a heading whose words stand in columns, the same columns go on."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thuocdo.documents.bands import gaps, segments
from thuocdo.documents.flow import Frame, Line, grouped, joined, lines_of, usual_pitch
from thuocdo.documents.layout import Cell, Grid, Item
from thuocdo.documents.letters import Word
from thuocdo.documents.reading.columns import heads_columns, is_number_head
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.labels import read_label

_FEWEST = 3
_GAP = 1.0  # times the height of a line; columns stand nearer than text beside text
_NEAR = 1.8  # times the height of a line; rows stand no further apart than three times this
_ROWS_APART = 3.0
_ALLEY = 3.0  # points that two columns stand apart at least
_HEAD_LINES = 4
_FEWEST_KNOWN, _MOSTLY = 4, 0.75
_APART = 1.25  # times the height of a line; lines of one cell stand nearer to each other
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Aligned:
    """A table without lines on one page or more; `goes_on` says that this part had no heading.

    Where the first column holds no `numbered` rows the distance between lines tells where they begin.
    """

    starts: list[float]
    goes_on: bool = False
    numbered: bool = True
    rows: list[list[Cell]] = field(default_factory=list)

    def grid(self) -> Grid:
        """Return the table."""
        return Grid(self.rows)


def aligned_tables(
    lines: Sequence[Line], before: Aligned | None, page: int
) -> Iterator[list[Line] | Aligned]:
    """Yield lines and the tables between them; a table without heading goes on with the one before."""
    place = 0
    if before and lines:
        stop = _end(lines, 0, before)
        if stop:
            yield _filled(
                Aligned(before.starts, goes_on=True, numbered=before.numbered), lines[:stop], 0, page
            )
            place = stop
    rest: list[Line] = []
    while place < len(lines):
        head = _head(lines, place)
        starts = _starts(lines, place, head) if head else []
        if len(starts) < _FEWEST:
            rest.append(lines[place])
            place += 1
            continue
        made = Aligned(starts, numbered=_is_numbered(lines[place : place + head]))
        stop = _end(lines, place + head, made)
        yield rest
        rest = []
        yield _filled(made, lines[place:stop], head, page)
        place = stop
    yield rest


def _head(lines: Sequence[Line], place: int) -> int:
    """Return how many lines a heading takes that begins here, 0 when none does."""
    if len(gaps(lines[place], _GAP)) < 1:
        return 0
    stop = place + 1
    while (
        stop < len(lines) and stop - place < _HEAD_LINES and _follows(lines, stop) and gaps(lines[stop], _GAP)
    ):
        stop += 1
    for end in range(place + 1, stop + 1):
        found = [line for line in lines[place:end] if len(segments(line, _GAP)) >= _FEWEST]
        texts = [part.text() for line in found for part in segments(line, _GAP)]
        numbered = any(is_number_head(text) for text in texts[:2])
        if (numbered or _says_enough(texts)) and heads_columns(texts) and not _is_row(lines[end - 1]):
            begins = (below for below in range(end, stop) if numbered or _begins_row(lines, below))
            if numbered:
                return next((below for below in begins if _is_row(lines[below])), stop) - place
            return next(begins, end) - place
    return 0


def _says_enough(texts: Sequence[str]) -> bool:
    """Say whether words without a column of numbers head columns: four or more, nearly all of them known."""
    known = sum(bool(senses(text)) for text in texts)
    plain = not any(_DIGIT.search(text) for text in texts)
    return plain and len(texts) >= _FEWEST_KNOWN and known >= _MOSTLY * len(texts)


def _is_row(line: Line) -> bool:
    return bool(read_label(segments(line, _GAP)[0].text()))


def _follows(lines: Sequence[Line], place: int) -> bool:
    distance = lines[place].main.y1 - lines[place - 1].main.y1
    return distance < _NEAR * lines[place].main.height


def _starts(lines: Sequence[Line], place: int, head: int) -> list[float]:
    """Return where the columns begin: stretches that heading and full rows leave free part them."""
    full = list(lines[place : place + head])
    width = max(len(segments(line, _GAP)) for line in full)
    full += (line for line in lines[place + head :] if len(segments(line, _GAP)) >= max(width, _FEWEST))
    spans = sorted((part.x0, part.x1) for line in full for part in segments(line, _GAP))
    columns: list[list[float]] = []
    for start, end in spans:
        if columns and start < columns[-1][1] + _ALLEY:
            columns[-1][1] = max(columns[-1][1], end)
        else:
            columns.append([start, end])
    return [start - _ALLEY / 2 for start, _end in columns]


def _is_numbered(head: Sequence[Line]) -> bool:
    """Say whether a heading begins with the one of the row numbers."""
    return any(is_number_head(part.text()) for line in head for part in segments(line, _GAP)[:2])


def _end(lines: Sequence[Line], first: int, table: Aligned) -> int:
    """Return where the rows end: at a line across the columns that is no section, or after a wide space."""
    starts = table.starts
    for place in range(first, len(lines)):
        line = lines[place]
        if place and line.main.y1 - lines[place - 1].main.y1 > _ROWS_APART * line.main.height:
            return place
        parts = segments(line, _GAP)
        fits = len(parts) > 1 or _column(starts, parts[0].x0) == _column(starts, parts[0].x1 - 1)
        if fits or _is_row(line) or read_label(line.words[0].text):
            continue
        if table.numbered or not _heads_row(lines, place):
            return place
    return len(lines)


def _heads_row(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line stands alone, at the left end, above one of several columns."""
    below = lines[place + 1 : place + 2]
    return bool(below) and _begins_row(lines, place + 1) and len(segments(below[0], _GAP)) >= _FEWEST


def _begins_row(lines: Sequence[Line], place: int) -> bool:
    """Say whether a line stands further from the one above than those of a cell do."""
    return not place or lines[place].main.y1 - lines[place - 1].main.y1 > _APART * lines[place].main.height


def _filled(made: Aligned, lines: Sequence[Line], head: int, page: int) -> Aligned:
    """Return the table with the rows that these lines make, the first of them of the heading."""
    starts = made.starts
    rows: list[list[Line]] = [list(lines[:head])] if head else []
    spaced = any(_begins_row(lines, place) for place in range(head + 1, len(lines)))
    for place, line in enumerate(lines[head:], start=head):
        goes_on = bool(_column(starts, line.x0))
        if not made.numbered and not goes_on:
            columns = {_column(starts, word.x0) for word in line.words}
            goes_on = not _begins_row(lines, place) if spaced else len(columns) < len(starts)
        if len(rows) > bool(head) and goes_on:
            rows[-1].append(line)
        else:
            rows.append([line])
    made.rows = [_row(row, made, page) for row in rows]
    return made


def _row(lines: Sequence[Line], table: Aligned, page: int) -> list[Cell]:
    starts = table.starts
    columns: list[list[Word]] = [[] for _start in starts]
    across = False
    for line in lines:
        first, *rest = segments(line, _GAP)
        if not rest and len(lines) == 1 and len(line.words) > 1 and _column(starts, line.x1) > 1:
            if not table.numbered:
                return [Cell(_texts(list(line.words)), page)] * len(starts)
            across = True
            columns[0].append(first.words[0])
            columns[1] += first.words[1:]
            continue
        for word in line.words:
            columns[_column(starts, (word.x0 + word.x1) / 2)].append(word)
    cells = [Cell(_texts(words), page) for words in columns]
    return [cells[0], *[cells[1]] * (len(cells) - 1)] if across else cells


def _texts(words: list[Word]) -> list[Item]:
    lines = lines_of(words)
    if not lines:
        return []
    frame = Frame(min(line.x0 for line in lines), max(line.x1 for line in lines), usual_pitch([lines]))
    return [joined(line.text() for line in group) for group in grouped(lines, frame)]


def _column(starts: Sequence[float], x: float) -> int:
    return max(bisect_right(starts, x) - 1, 0)
