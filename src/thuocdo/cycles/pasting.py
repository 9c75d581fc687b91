"""A table out of a spreadsheet becomes cells by task: what would change, what is wrong, what fits nowhere.

Nothing is written here. The same reading serves what was pasted and what was uploaded; the page
shows it, and hands back which column means what and how single cells were mended.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from thuocdo.core.errors import N_, Invalid
from thuocdo.core.messages import Reason
from thuocdo.core.text import clean, fold
from thuocdo.cycles.gridcells import CellFault, Column, completed, doubts, read_cell
from thuocdo.cycles.headwords import NAME, TASK, is_heading, meaning_of
from thuocdo.cycles.rules import carries_secret_mark

MAX_TEXT = 1_000_000
MAX_ROWS = 1_000
MAX_COLUMNS = 60
MEANINGS = ("", TASK, NAME, *Column)
"""What a column may be said to hold."""

Table = tuple[tuple[str, ...], ...]
Mends = Mapping[tuple[int, str], str]
"""Cells as a person mended them: by row of the table and column (or TASK); "" leaves a cell as it was."""

_CELL = re.compile(r'"((?:[^"]|"")*+)"(?=\t|\r?\n|\r|\Z)|([^\t\r\n]*+)')
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_TASK_WORDS = re.compile(r"^(?:nhiem vu so|nhiem vu|task no|task|nv|so)\b[ .:]*")
_WHOLE = re.compile(r"(\d+)[.,]0+")
_HEAD_ROWS = 20
_MOST = 0.6
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the grid in its visible order: a task, what stands in its cells, why it is locked."""

    code: str
    number: str
    cells: Mapping[str, str] = field(default_factory=dict)
    locked: Reason | None = None


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row of the table: the task it is about, what it would change (old, new), and its faults.

    `number` counts the rows of the table from 1. `unmatched` says why the row goes nowhere.
    """

    number: int
    task: str = ""
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    faults: tuple[CellFault, ...] = ()
    doubts: tuple[CellFault, ...] = ()
    unmatched: Reason | None = None

    @property
    def state(self) -> str:
        """Return "unmatched", "faulty", "changes" or "same": each row is exactly one of them."""
        if self.unmatched is not None:
            return "unmatched"
        if self.faults:
            return "faulty"
        return "changes" if self.changes else "same"


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a table says: its columns' meanings, the rows of its heading and above, and every row below."""

    columns: tuple[str, ...]
    heading: tuple[str, ...]
    skipped: int
    by_order: bool
    rows: tuple[PastedRow, ...]

    def in_state(self, state: str) -> tuple[PastedRow, ...]:
        """Return the rows in one state, in their order."""
        return tuple(row for row in self.rows if row.state == state)


def read_text(text: str) -> Table:
    """Return the cells of text that was copied out of a spreadsheet.

    Cells are parted by tabs, rows by line breaks; a cell in quotation marks may hold both. Any text
    is a table. Raises Invalid only for more rows, columns or letters than a programme can have.
    """
    if len(text) > MAX_TEXT:
        raise Invalid("This is more text than a grid can take.", hint="Paste fewer rows at once.")
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    place = 0
    while True:
        found = _CELL.match(text, place)
        if found is None:  # the second form matches everywhere, also nothing
            break
        quoted, bare = found.groups()
        cells.append(_without_control(quoted.replace('""', '"') if quoted is not None else bare))
        place = found.end()
        sign = text[place : place + 1]
        if sign == "\t":
            place += 1
            continue
        rows.append(tuple(cells))
        cells = []
        place += 2 if text.startswith("\r\n", place) else 1
        if place >= len(text):
            break
    return as_table(rows)


def as_table(rows: Iterable[Sequence[str]]) -> Table:
    """Return rows as a table: empty ones at the end dropped, refused when they are too many."""
    table = [tuple(row) for row in rows]
    while table and not any(cell.strip() for cell in table[-1]):
        table.pop()
    if len(table) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in table):
        raise Invalid(
            N_("The table has more than {rows} rows or {columns} columns."),
            hint=N_("Give the rows of your own tasks only."),
            params={"rows": MAX_ROWS, "columns": MAX_COLUMNS},
        )
    return tuple(table)


def _without_control(text: str) -> str:
    return _CONTROL.sub("", text)


def read_pasted(
    table: Table,
    *,
    places: Sequence[Place],
    today: date,
    columns: Sequence[str] = (),
    start: tuple[str, str] = ("", ""),
    mends: Mends | None = None,
) -> Pasted:
    """Return what a table would change in the grid.

    `columns` are what a person said of the columns, else they are guessed: by the words of a
    heading, by numbers of tasks among the cells, by position from the column of `start` on. Rows
    find their task by its number, else by the visible order from the task of `start` on. An empty
    cell changes nothing. No table raises.
    """
    head = next((row for row in range(min(_HEAD_ROWS, len(table))) if is_heading(table[row])), None)
    heading = table[head] if head is not None else ()
    skipped = 0 if head is None else head + 1
    body = table[skipped:]
    width = max(map(len, table), default=0)
    known = _by_number(places)
    roles = _said(columns, width) if columns else _guessed(heading, body, width, known, start[1])
    numbers = roles.index(TASK) if TASK in roles else None
    cells = [row[numbers] if numbers is not None and numbers < len(row) else "" for row in body]
    codes = [place.code for place in places]
    if numbers is None:
        first = known.get(_number(start[0]), "")
        begin = codes.index(first) if first in codes else 0
        found = _in_order(codes[begin:], len(body))
    else:
        found = [(known.get(_number(cell), ""), _unknown(cell)) for cell in cells]
    assigned = _each_once(_mended(found, skipped, known, mends or {}))
    reader = _Reader(roles, today, {place.code: place for place in places}, mends or {})
    rows = tuple(reader.read(skipped + row + 1, cells, assigned[row]) for row, cells in enumerate(body))
    return Pasted(roles, heading, skipped, numbers is None, rows)


def _by_number(places: Sequence[Place]) -> Mapping[str, str]:
    """Return the task behind each number that a person may write; the number in force goes first."""
    codes = {_number(place.code): place.code for place in places}
    return codes | {_number(place.number): place.code for place in places}


def _number(cell: str) -> str:
    """Return a task's number as it is compared: "Nhiệm vụ 17." and a sheet's 17,0 are 17."""
    bare = _TASK_WORDS.sub("", fold(cell)).strip(" .)(")
    whole = _WHOLE.fullmatch(bare)
    return whole[1] if whole else bare.replace(" ", "")


def _said(columns: Sequence[str], width: int) -> tuple[str, ...]:
    """Return the meanings that a person gave, each once."""
    roles: list[str] = []
    for meaning in [*columns[:width], *[""] * (width - len(columns))]:
        roles.append(
            meaning if meaning in MEANINGS and (meaning in {"", NAME} or meaning not in roles) else ""
        )
    return tuple(roles)


def _guessed(
    heading: Sequence[str], body: Table, width: int, known: Mapping[str, str], first: str
) -> tuple[str, ...]:
    heads = [meaning_of(cell) for cell in heading] + [""] * (width - len(heading))
    candidates = (
        [place for place in range(width) if heads[place] == TASK] if TASK in heads else list(range(width))
    )
    shares = {place: _share(body, place, known) for place in candidates}
    best = max(shares, key=lambda place: (shares[place], -place), default=None)
    # One column alone is what was copied, never the numbers beside it.
    found = best if best is not None and width > 1 and shares[best] >= _MOST else None
    if found is None and TASK in heads and not _runs(body, heads.index(TASK)):
        found = heads.index(TASK)
    if heading:
        heads = [meaning if meaning != TASK else "" for meaning in heads]
        if found is not None:
            heads[found] = TASK
        return _said(heads, width)
    return _by_position(width, found, first)


def _by_position(width: int, numbers: int | None, first: str) -> tuple[str, ...]:
    """Return the columns of the grid in their order, from the one in which was pasted."""
    order = list(Column)
    wanted = order[order.index(Column(first)) :] if first in set(Column) else order
    roles: list[str] = []
    for place in range(width):
        if place == numbers:
            roles.append(TASK)
        elif numbers is not None and place < numbers:
            roles.append("")
        else:
            roles.append(wanted.pop(0) if wanted else "")
    return tuple(roles)


def _share(body: Table, column: int, known: Mapping[str, str]) -> float:
    """Return how many of a column's filled cells are numbers of these tasks; 0 when one stands twice."""
    filled = [_number(row[column]) for row in body if column < len(row) and row[column].strip()]
    hits = [cell for cell in filled if cell in known]
    return len(hits) / len(filled) if filled and len(set(hits)) == len(hits) else 0.0


def _runs(body: Table, column: int) -> bool:
    """Say whether a column only counts its own rows: 1, 2, 3."""
    filled = [_number(row[column]) for row in body if column < len(row) and row[column].strip()]
    return filled == [str(place) for place in range(1, len(filled) + 1)]


_Found = tuple[str, Reason]
"""The task that a row is about, and why there is none where it is ""."""


def _in_order(codes: Sequence[str], count: int) -> list[_Found]:
    known = [*codes[:count], *[""] * (count - len(codes))]
    return [(code, Reason("no_row_left")) for code in known]


def _mended(found: Sequence[_Found], skipped: int, known: Mapping[str, str], mends: Mends) -> list[_Found]:
    """Return the tasks with those that a person named; a row that goes to none is left out."""
    result = []
    for number, pair in enumerate(found, start=skipped + 1):
        wanted = mends.get((number, TASK))
        result.append(pair if wanted is None else (known.get(_number(wanted), ""), _unknown(wanted)))
    return result


def _each_once(found: Sequence[_Found]) -> list[tuple[str, Reason | None]]:
    """Return each task for the first row that names it."""
    seen: set[str] = set()
    result: list[tuple[str, Reason | None]] = []
    for task, why in found:
        if task in seen:
            result.append(("", Reason("twice", {"task": task})))
        else:
            result.append((task, None if task else why))
        seen.update({task} - {""})
    return result


def _unknown(cell: str) -> Reason:
    bare = " ".join(cell.split())
    return Reason("unknown_task", {"text": bare[:40]}) if bare else Reason("no_number_here")


@dataclass(slots=True)
class _Reader:
    """Reads row after row; remembers the last good value of each column for "as above"."""

    roles: tuple[str, ...]
    today: date
    places: Mapping[str, Place]
    mends: Mends
    above: dict[str, str] = field(default_factory=dict)

    def read(self, number: int, cells: Sequence[str], assigned: tuple[str, Reason | None]) -> PastedRow:
        """Return one row."""
        code, why = assigned
        if any(carries_secret_mark(cell) for cell in cells):  # nothing of such a row is read or kept
            return PastedRow(number, unmatched=Reason("secret"))
        if why is not None:
            return PastedRow(number, unmatched=why)
        place = self.places[code]
        if place.locked is not None and any(cell.strip() for cell in cells):
            return PastedRow(number, code, unmatched=place.locked)
        values, faults = self._values(number, cells)
        values = completed(values, place.cells, today=self.today)
        changes = {
            name: (place.cells.get(name, ""), value)
            for name, value in values.items()
            if value != clean(place.cells.get(name, ""))
        }
        doubtful = doubts({**place.cells, **values}, today=self.today) if changes else ()
        wrong = {fault.column for fault in faults}
        return PastedRow(
            number, code, changes, faults, tuple(doubt for doubt in doubtful if doubt.column not in wrong)
        )

    def _values(self, number: int, cells: Sequence[str]) -> tuple[dict[str, str], tuple[CellFault, ...]]:
        values: dict[str, str] = {}
        faults = []
        for role, text in zip(self.roles, cells, strict=False):
            if role not in set(Column):
                continue
            column = Column(role)
            given = self.mends.get((number, column.value), text)
            cell = read_cell(column, given, today=self.today, above=self.above.get(column, ""))
            if cell.fault is not None:
                faults.append(cell.fault)
            elif cell.value:
                values[column.value] = self.above[column] = cell.value
        return values, tuple(faults)
