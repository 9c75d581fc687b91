"""Tables whose cells the format knows: where each begins, its heading of one to three rows, and its rows."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.bodies import looks_like_bodies
from thuocdo.documents.reading.calendars import names_time
from thuocdo.documents.reading.columns import (
    Columns,
    Judge,
    Role,
    assign,
    heads_columns,
    heads_people,
    is_number_head,
    is_year,
)
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.gaps import with_gaps
from thuocdo.documents.reading.gridrows import Layout, Walk, numbers_columns
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.labels import next_label, read_label, section_title
from thuocdo.documents.reading.marks import Spread, times_after
from thuocdo.documents.reading.rows import Table
from thuocdo.documents.reading.spelling import bare

_INTRODUCES = (".", ";", ":")
_HEAD_ROWS = 12
_LEVELS = 3
_ABOVE = 4
_SCATTERED = 0.5
_STRAY = 2  # what stands so often in a column may have strayed there from another one
_NEARLY = 0.8
_RETURNS = 1.5  # stretches of like cells, for each that is unlike all others
_GOAL = re.compile(r"\b(?:goals?|objectives?|priorit|targets?|muc tieu|outcomes?)")
_FEWEST = 3
_LONGEST_HEAD = 120
_LISTED = re.compile(r"[-+•*–▪●]\s")
_MOST_GRADES, _LONGEST_GRADE, _MOSTLY_GRADES = 5, 24, 0.6

Line = Sequence[Block]
_Alike = Mapping[tuple[str, ...], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading: the rows that it takes, and what its columns hold in their physical order."""

    columns: Columns
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A table that is none of tasks or indicators as far as the reader can tell."""

    first: tuple[str, ...]
    rows: int
    place: dict[str, int]


@dataclass(frozen=True, slots=True)
class Grids:
    """The tables that hold tasks or indicators, and those that were passed over."""

    tables: list[Table]
    unread: list[Unread]


def grid_tables(blocks: Sequence[Block], knows: Judge) -> Grids:
    """Return the tables among the cells; a table without a heading goes on with the one before.

    `knows` says whether a text is a list of known bodies; it decides where a heading does not.
    """
    unread: list[Unread] = []
    walk: Walk | None = None
    steps: list[_Step] = []
    grids = [
        (above, [row for row in _without_people(whole) if any(cell.text for cell in row)])
        for above, whole in _grids(blocks)
    ]
    alike = _alike([rows for _above, rows in grids])
    for above, rows in grids:
        if not rows:
            continue
        goes_on = walk is not None and _is_row_of(walk, rows[0], knows)
        headings = _headings(rows, knows, alike, goes_on=goes_on)
        stop = headings[0].first if headings else len(rows)
        if walk and stop and _goes_on(walk, rows):
            steps.append(_Step(walk, rows[:stop], above))
        elif not headings and _holds_rows(rows):
            first = tuple(dict.fromkeys(cell.text for cell in rows[0] if cell.text))
            unread.append(Unread(first, len(rows) - 1, rows[0][0].place()))
        for number, heading in enumerate(headings):
            stop = headings[number + 1].first if number + 1 < len(headings) else len(rows)
            body = rows[heading.after : stop]
            heads = tuple(tuple(cell.text for cell in row) for row in rows[heading.first : heading.after])
            if walk is None or walk.layout.heads != heads:
                walk = Walk(layout_of(heading.columns, heads, body), body)
            steps.append(_Step(walk, body, above if not number else []))
    return Grids(with_gaps(_walked(steps)), unread)


@dataclass(frozen=True, slots=True)
class _Step:
    """Rows that a walk is to read, and the words right above their table."""

    walk: Walk
    rows: Sequence[Line]
    above: Sequence[str]

    def title(self) -> str:
        """Return the words above that may head the rows."""
        named = [text for text in self.above if not text.endswith(_INTRODUCES)]
        return named[-1] if named and self.walk.layout.columns.kind == "tasks" else ""

    def counts_sections(self, steps: Sequence["_Step"], *, goes_on: bool) -> bool:
        """Say whether the words above bear the label of a section that others of their table follow.

        Where the table `goes_on` below a heading that is repeated, a label is enough.
        """
        code, _title = section_title(self.title())
        if not code or goes_on:
            return bool(code)
        alone = [{*filter(None, (cell.text for cell in row))} for step in steps for row in step.rows]
        texts = [next(iter(words)) for words in alone if len(words) == 1]
        texts += [step.title() for step in steps if step is not self]
        return next_label(code) in {section_title(text)[0] for text in texts}


def _walked(steps: Sequence[_Step]) -> list[Table]:
    """Return the tables; where several as wide stand below words of their own, these are their sections.

    Such tables need not have a heading each, nor the same words in it.
    """
    titles: dict[int, set[str]] = {}
    for step in steps:
        if title := step.title():
            titles.setdefault(step.walk.layout.width, set()).add(title)
    walks: list[Walk] = []
    for step in steps:
        goes_on = step.walk in walks
        if not goes_on:
            walks.append(step.walk)
        if step.above:
            several = len(titles.get(step.walk.layout.width, ())) > 1
            counts = step.counts_sections(
                [other for other in steps if other.walk is step.walk], goes_on=goes_on
            )
            step.walk.stands_below(step.above, titled=several or counts)
        step.walk.read(step.rows)
    return [walk.table() for walk in walks]


def _grids(blocks: Sequence[Block]) -> Iterator[tuple[list[str], Sequence[Line]]]:
    """Yield each table, as rows of cells, with the paragraphs that stand right above it."""
    above: list[str] = []
    spreads: Sequence[Spread] = ()
    for table, group in groupby(blocks, key=lambda block: block.table):
        if table is None:
            above = [block.text for block in group if block.text][-_ABOVE:]
            continue
        whole = [list(row) for _row, row in groupby(group, key=lambda block: block.row)]
        rows, spreads = times_after(whole, spreads, above)
        yield above, rows
        above = []


def _without_people(rows: Sequence[Line]) -> Sequence[Line]:
    """Return the rows above a list of persons: in a sheet it stands in the same columns."""
    stop = next(
        (place for place, row in enumerate(rows) if heads_people([cell.text for cell in row])), len(rows)
    )
    return rows[:stop]


def _is_row_of(walk: Walk, row: Line, knows: Judge) -> bool:
    """Say whether the first row of a table holds times and bodies where the table before it does."""
    if len(row) != walk.layout.width or any(is_number_head(cell.text) for cell in row[:2]):
        return False
    cells = [
        (role, row[place].text)
        for role, place in zip(walk.layout.columns.roles[1:], walk.layout.places, strict=True)
        if role in {"leads", "coordinators", "deadline"} and row[place].text not in {"", "-"}
    ]
    times = [names_time(text) for role, text in cells if role == "deadline"]
    dated = any(role == "deadline" and is_only_time(text) for role, text in cells)
    bodies = [
        knows(text) or (dated and looks_like_bodies(text)) for role, text in cells if role != "deadline"
    ]
    return sum(times) + sum(bodies) > 1


def _texts(row: Line) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)


def _alike(grids: Sequence[Sequence[Line]]) -> _Alike:
    """Return what stands below a first row that several tables have: together it tells what they hold."""
    found: dict[tuple[str, ...], list[Sequence[Line]]] = {}
    for rows in filter(None, grids):
        found.setdefault(_texts(rows[0]), []).append(rows[1:])
    return {
        head: [row for rows in several for row in rows] for head, several in found.items() if len(several) > 1
    }


def _headings(rows: Sequence[Line], knows: Judge, alike: _Alike, *, goes_on: bool) -> list[_Heading]:
    """Return the headings of a table: the first near its top, further ones where the columns change.

    A table that goes on with the one before has only further ones.
    """
    found: list[_Heading] = []
    place = int(goes_on)
    while place < len(rows):
        near = not found and not goes_on and place < _HEAD_ROWS
        if near or any(is_number_head(cell.text) for cell in rows[place][:2]):
            heading = _heading(rows, place, knows, alike)
            if heading and (near or _counts_rows(heading, rows)):
                found.append(heading)
                place = heading.after
                continue
        place += 1
    return found


def _counts_rows(heading: _Heading, rows: Sequence[Line]) -> bool:
    """Say whether labels stand below the head of the numbers: “Published code” is also an output."""
    number = heading.columns.place("number")
    if number is None:
        return True
    cells = [row[number].text for row in rows[heading.after :] if len(row) > number and row[number].text]
    return not cells or 2 * sum(read_label(text) is not None for text in cells) >= len(cells)


def _heading(rows: Sequence[Line], first: int, knows: Judge, alike: _Alike) -> _Heading | None:
    if not heads_columns([cell.text for cell in rows[first]]):
        return None
    after = first + 1
    while after < len(rows) and after - first < _LEVELS and _below_head(rows[after - 1], rows[after]):
        after += 1
    width = len(rows[first])
    below = alike.get(_texts(rows[first])) if not first and after == 1 else None
    texts = [list(_texts(row)) for row in below or rows[after:] if len(row) == width]
    body = [row for row in texts if len(set(row)) >= _FEWEST and not numbers_columns(row)]
    samples = [[row[place] for row in body] for place in range(width)]
    for end in range(after, first, -1):
        levels = [[row[place].text for row in rows[first:end]] for place in range(width)]
        columns = assign(levels, samples, knows)
        if columns:
            return _Heading(columns, first, end)
    return None


def _below_head(upper: Line, lower: Line) -> bool:
    """Say whether the lower row names columns below heads that cover several, and is no row of the table."""
    if len(upper) != len(lower):
        return False
    new = [
        (top.text, cell.text)
        for top, cell in zip(upper, lower, strict=True)
        if cell.text and cell.text != top.text
    ]
    texts = [text for _top, text in new]
    if any(_LISTED.match(text) or text.endswith((".", ";")) for text in texts):
        return False  # the rest of a cell that a page broke
    if not texts or any(len(text) > _LONGEST_HEAD for text in texts) or len(set(texts)) < len(texts) / 2:
        return False
    first = lower[0].text
    if first and first != upper[0].text and (upper[0].text or not senses(first)):
        return False
    if numbers_columns([cell.text for cell in lower]) or len({cell.text for cell in lower}) == 1:
        return False
    known = [is_year(text) or bool(senses(text)) for text in texts]
    covered = [_covers(upper, top) for top, _text in new]
    return all(map(max, known, covered)) and (any(known) or (len(new) > 1 and len(set(texts)) == len(texts)))


def _covers(row: Line, text: str) -> bool:
    return sum(cell.text == text for cell in row) > 1


def _goes_on(walk: Walk, rows: Sequence[Line]) -> bool:
    """Say whether a table without a heading holds further rows of the table before it."""
    reached = any("@" in cell.text for row in rows for cell in row)
    return len(rows[0]) == walk.layout.width and not reached and not _is_headed(walk, rows)


def _is_headed(walk: Walk, rows: Sequence[Line]) -> bool:
    """Say whether words stand above a column of numbers: a heading that was not understood."""
    number = walk.layout.number
    if number is None or not rows[0][number].text or read_label(rows[0][number].text):
        return False
    several = len({cell.text for cell in rows[0] if cell.text}) > 1
    below = [row[number].text for row in rows[1:] if len(row) > number]
    return several and sum(read_label(text) is not None for text in below) > len(below) / 2


def _holds_rows(rows: Sequence[Line]) -> bool:
    """Say whether a table is more than words placed on the page: several rows of several filled cells."""
    filled = [len({cell.text for cell in row if cell.text}) for row in rows]
    return len(rows) > _FEWEST and sum(count >= _FEWEST for count in filled) > len(rows) / 2


def layout_of(columns: Columns, heads: tuple[tuple[str, ...], ...], body: Sequence[Line]) -> Layout:
    """Return the columns with the number first, as rows of paragraphs have it, and where each stands."""
    columns = _with_scattered_goals(columns, body)
    number = columns.place("number")
    places = [place for place in range(len(columns.roles)) if place != number]
    by_cells = [places.index(place) + 1 for place in columns.by_cells if place in places]
    normal = Columns(
        columns.kind,
        ("number", *(columns.roles[place] for place in places)),
        ("" if number is None else columns.heads[number], *(columns.heads[place] for place in places)),
        (None, *(columns.years[place] for place in places)),
        tuple(by_cells),
        columns.unread,
    )
    return Layout(normal, tuple(places), number, len(columns.roles), heads)


def _with_scattered_goals(columns: Columns, body: Sequence[Line]) -> Columns:
    """Take goals that change from row to row for what each task serves: a theme heads several rows.

    “High, Medium, Low” says how urgent a task is, not what it is for.
    """
    if (serves := columns.place("serves")) is not None:
        return _with_role(columns, serves, "note") if _are_grades(_cells(body, serves)) else columns
    place = columns.place("theme")
    if place is None:
        return columns
    cells = _filled_down(body, place) or _cells(body, place)
    counts = Counter(cells)
    common = [text for text in cells if counts[text] > _STRAY]
    cells = common if len(common) >= _NEARLY * len(cells) else cells
    runs = sum(before != after for before, after in pairwise(cells)) + 1
    if not _GOAL.search(bare(columns.heads[place])):
        # A list that is sorted otherwise comes back to a theme now and then.
        changing = runs > _SCATTERED * len(cells)
        scattered = len(cells) > _FEWEST and changing and runs > _RETURNS * len(set(cells))
        return _with_role(columns, place, "note") if scattered else columns
    if len(cells) < _FEWEST or runs <= _SCATTERED * len(cells):
        return columns
    return _with_role(columns, place, "note" if _are_grades(cells) else "serves")


def _filled_down(body: Sequence[Line], place: int) -> list[str]:
    """Return a column whose texts stand in the first of their rows only, so that most are blank."""
    texts = [row[place].text for row in body if len(row) > place]
    filled = [text for text in texts if text]
    if not texts or not texts[0] or len(set(filled)) < len(filled) or 2 * len(filled) > len(texts):
        return []
    found: list[str] = []
    for text in texts:
        found.append(text or found[-1])
    return found


def _cells(body: Sequence[Line], place: int) -> list[str]:
    return [row[place].text for row in body if len(row) > place and row[place].text]


def _are_grades(cells: Sequence[str]) -> bool:
    """Say whether a few short words fill most of a column; section headings may stand between them."""
    common = Counter(cells).most_common(_MOST_GRADES)
    grades = [text for text, count in common if count > 1]
    if sum(count for _text, count in common if count > 1) < _MOSTLY_GRADES * len(cells) or not grades:
        return False
    return max(map(len, grades)) <= _LONGEST_GRADE and not any(map(_has_digit, grades))


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def _with_role(columns: Columns, place: int, role: Role) -> Columns:
    roles = tuple(role if number == place else held for number, held in enumerate(columns.roles))
    return replace(columns, roles=roles)
