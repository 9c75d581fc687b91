"""The preview of a paste or an upload as values: what would change, what is wrong, what fits nowhere."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from thuocdo.core.messages import Reason
from thuocdo.core.text import clean
from thuocdo.cycles.gridcells import CellFault, Column
from thuocdo.cycles.pasting import MAX_COLUMNS, MEANINGS, Pasted, PastedRow, Table
from thuocdo.cycles.sheets import MAX_SHEETS, Sheet, write_text
from thuocdo.web.grid_rows import Grid, GridRow
from thuocdo.web.grid_words import head, said, shown_cell
from thuocdo.web.language import N_

WORDS: Mapping[str, str] = {"new": N_("new"), "other": N_("changed"), "gone": N_("cleared")}
"""What a change does to a cell, beside its colour."""

MOST_MENDED = 150
"""Faulty cells that can be mended in one go; a form takes only so many fields."""
MOST_ASSIGNED = 100
_LEAVE = "leave"
_MEND = re.compile(r"(mend|fix|type)-(\d{1,4})-([a-z_]{1,20})")
_SAMPLE = 40
_EXCERPT = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form of a preview says: columns, mends, where the paste began, what was looked at."""

    sheet: int = 0
    columns: tuple[str, ...] = ()
    start: tuple[str, str] = ("", "")
    mends: Mapping[tuple[int, str], str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """One column of the table: its head or first words, and what it is taken for."""

    index: int
    head: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One cell that would change, with the word for what happens to it."""

    column: str
    old: str
    new: str
    kind: str


@dataclass(frozen=True, slots=True)
class ShownFault:
    """One faulty cell: what is wrong, the ways to mend it as (value of the form, words)."""

    column: str
    head: str
    said: str
    choices: tuple[tuple[str, str], ...]
    mendable: bool


@dataclass(frozen=True, slots=True)
class ShownPasted:
    """One row of the table on the page; `task` is None where it fits nowhere."""

    number: int
    task: GridRow | None
    changes: tuple[ShownChange, ...] = ()
    faults: tuple[ShownFault, ...] = ()
    doubts: tuple[str, ...] = ()
    why: str = ""
    words: str = ""
    assignable: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that the page of a preview shows."""

    sheets: tuple[tuple[str, str], ...]
    sheet: int
    columns: tuple[ColumnChoice, ...]
    has_heading: bool
    by_order: bool
    first: str
    changes: tuple[ShownPasted, ...]
    faulty: tuple[ShownPasted, ...]
    unmatched: tuple[ShownPasted, ...]
    same: int
    cells: int
    start: tuple[str, str]
    mends: tuple[tuple[str, str], ...]
    versions: str


def asked_of(form: QueryDict) -> Asked:
    """Return what a form says; what was typed goes before what was chosen, and that before what it was."""
    mends: dict[tuple[int, str], str] = {}
    for kind in ("mend", "fix", "type"):
        for name in form:
            mark = _MEND.fullmatch(name)
            value = form.get(name, "")
            if mark and mark[1] == kind and value:
                text = "" if value == _LEAVE else value
                mends[int(mark[2]), mark[3]] = text
    sheet = form.get("sheet", "")
    known = form.get("shown_sheet", "") == sheet
    columns = [form.get(f"column-{place}") for place in range(MAX_COLUMNS)]
    return Asked(
        sheet=int(sheet) if sheet.isdecimal() and sheet.isascii() and int(sheet) < MAX_SHEETS else 0,
        columns=tuple(column or "" for column in columns) if known and any(columns) else (),
        start=(form.get("start_task", ""), form.get("start_column", "")),
        mends=mends if known else {},
        versions=_versions(form.get("versions", "")),
    )


def _versions(text: str) -> Mapping[str, str]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(code): str(version) for code, version in found.items()} if isinstance(found, dict) else {}


def preview_of(
    grid: Grid,
    sheets: Sequence[Sheet],
    pasted: Pasted,
    asked: Asked,
    conflicts: Iterable[str] = (),
) -> Preview:
    """Return the page's values; `conflicts` are the tasks that somebody else changed meanwhile."""
    secret = {row.number for row in pasted.rows if row.unmatched == Reason("secret")}
    table = _without(sheets[asked.sheet].rows, secret)
    changed = frozenset(conflicts)
    changes = [_changed(row, grid, row.task in changed) for row in pasted.in_state("changes")]
    faulty, left = [], MOST_MENDED
    for row in pasted.in_state("faulty"):
        faulty.append(_faulty(row, grid, left))
        left -= len(row.faults)
    unmatched = [
        _unmatched(row, grid, table, place < MOST_ASSIGNED)
        for place, row in enumerate(pasted.in_state("unmatched"))
    ]
    texts = [
        (each.name, write_text(table if place == asked.sheet else each.rows))
        for place, each in enumerate(sheets)
    ]
    wrong = {(row.number, fault.column) for row in pasted.rows for fault in row.faults}
    first = next((row.task for row in pasted.rows if row.task), "")
    return Preview(
        sheets=tuple(texts),
        sheet=asked.sheet,
        columns=_columns(table, pasted),
        has_heading=bool(pasted.heading),
        by_order=pasted.by_order,
        first=first,
        changes=tuple(changes),
        faulty=tuple(faulty),
        unmatched=tuple(unmatched),
        same=len(pasted.in_state("same")),
        cells=sum(len(row.changes) for row in changes),
        start=asked.start,
        mends=tuple(
            (f"mend-{number}-{column}", value or _LEAVE)
            for (number, column), value in asked.mends.items()
            if (number, column) not in wrong and column in {*MEANINGS}
        ),
        versions=json.dumps({row.code: str(row.version or "") for row in grid.rows}),
    )


def _columns(table: Table, pasted: Pasted) -> tuple[ColumnChoice, ...]:
    found = []
    for place, meaning in enumerate(pasted.columns):
        printed = pasted.heading[place] if place < len(pasted.heading) else ""
        words = printed or next((row[place] for row in table if place < len(row) and row[place].strip()), "")
        if words:
            found.append(ColumnChoice(place, _short(words), meaning))
    return tuple(found)


def _short(text: str) -> str:
    words = clean(text)
    return words if len(words) <= _SAMPLE else f"{words[:_SAMPLE]}…"


def _without(table: Table, numbers: set[int]) -> Table:
    """Return the table without the words of rows that may not be kept, each other row in its place."""
    return tuple(("",) if number in numbers else row for number, row in enumerate(table, start=1))


def _changed(row: PastedRow, grid: Grid, meanwhile: bool) -> ShownPasted:  # noqa: FBT001  two kinds of one row
    doubts = [f"{head(doubt.column)}: {said(doubt.reason)}" for doubt in row.doubts]
    if meanwhile:
        doubts.insert(0, said(Reason("changed_meanwhile")))
    return ShownPasted(row.number, grid.row(row.task), _changes(row), doubts=tuple(doubts))


def _changes(row: PastedRow) -> tuple[ShownChange, ...]:
    return tuple(
        ShownChange(
            head(column),
            shown_cell(column, old),
            shown_cell(column, new),
            "gone" if not new else "other" if old else "new",
        )
        for column, (old, new) in ((each, row.changes[each]) for each in Column if each in row.changes)
    )


def _faulty(row: PastedRow, grid: Grid, left: int) -> ShownPasted:
    faults = tuple(_fault(fault, place < left) for place, fault in enumerate(row.faults))
    return ShownPasted(row.number, grid.row(row.task), _changes(row), faults)


def _fault(fault: CellFault, mendable: bool) -> ShownFault:  # noqa: FBT001  a mark of the value
    choices = tuple((choice.value or _LEAVE, said(choice.reason)) for choice in fault.choices)
    return ShownFault(fault.column, head(fault.column), said(fault.reason), choices, mendable)


def _unmatched(row: PastedRow, grid: Grid, table: Table, assignable: bool) -> ShownPasted:  # noqa: FBT001  same
    why = row.unmatched or Reason("no_number_here")
    words = [_short(cell) for cell in table[row.number - 1] if cell.strip()][:_EXCERPT]
    can = assignable and why.code in {"unknown_task", "no_number_here", "no_row_left", "twice"}
    return ShownPasted(
        row.number, grid.row(row.task), why=said(why), words=" · ".join(words), assignable=can and bool(words)
    )


def applicable(pasted: Pasted, grid: Grid, versions: Mapping[str, str]) -> tuple[list[PastedRow], list[str]]:
    """Return the rows that can be applied, and the tasks that are no longer what was looked at."""
    good: list[PastedRow] = []
    changed: list[str] = []
    for row in pasted.in_state("changes"):
        task = grid.row(row.task)
        now = str(task.version or "") if task is not None else ""
        if versions.get(row.task, now) == now:
            good.append(row)
        else:
            changed.append(row.task)
    return good, changed
