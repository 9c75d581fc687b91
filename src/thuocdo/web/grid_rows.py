"""The grid as values: one row for each task that the body answers for, its cells with their states."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from thuocdo.config.current import Known
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault
from thuocdo.core.messages import Reason
from thuocdo.core.text import clean
from thuocdo.cycles.calendar import taking
from thuocdo.cycles.drafting import drafts_of
from thuocdo.cycles.gridcells import DAYS, Column, doubts, read_cell, shown_day
from thuocdo.cycles.opening import calendar_of
from thuocdo.cycles.pasting import Place
from thuocdo.cycles.standing import standing
from thuocdo.cycles.types import Evidence, OpenCycle, Report, SavedDraft, Standing
from thuocdo.programme.types import Agency, Task
from thuocdo.web import desk
from thuocdo.web.grid_words import said, shown_cell
from thuocdo.web.work_faults import sentence

STORED: Mapping[str, str] = {Column.DOCUMENT: "text"}
"""Columns of the grid whose cell of a draft has another name."""
IN_GRID: Mapping[str, str] = {STORED.get(column, column.value): column.value for column in Column}
_LOCKED = frozenset({"submitted", "sent", "verified", "returned"})


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: what stands in it, last period's value, its state ("" while empty), what is said of it."""

    column: str
    value: str
    before: str = ""
    state: str = ""
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRow:
    """One task of the grid; `cells` are as saved, `locked` says why nobody may change them here."""

    code: str
    cells: Mapping[str, str]
    number: str = ""
    name_vi: str = ""
    name_en: str = ""
    theme: str = ""
    before: Mapping[str, str] = field(default_factory=dict)
    version: int | None = None
    locked: Reason | None = None
    more_evidence: int = 0
    told: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows of one body in one period, in the order of the programme."""

    body: Agency
    slug: str
    cycle: OpenCycle | None
    rows: tuple[GridRow, ...]
    known: Known

    @property
    def day(self) -> date:
        """Return the day from which the grid looks."""
        return self.known.facts.as_of

    @property
    def code(self) -> str:
        """Return the code of the period, "" between two."""
        return self.cycle.code if self.cycle else ""

    def row(self, code: str) -> GridRow | None:
        """Return the row of a task, None when the body does not answer for it."""
        return next((row for row in self.rows if row.code == code), None)

    def places(self) -> tuple[Place, ...]:
        """Return the rows as a table from outside finds them."""
        return tuple(Place(row.code, row.number, cells=row.cells, locked=row.locked) for row in self.rows)


def grid_of(known: Known, person: Actor) -> Grid:
    """Return the grid of a person's body; the number of queries does not grow with its rows."""
    programme, day = known.facts.programme, known.facts.as_of
    mine = desk.desk(known, person.agency)
    cycle = taking(calendar_of(programme.slug, day=day, programme=programme), day)
    code = cycle.code if cycle else ""
    stands = standing(programme.slug, agency=person.agency, cycle=code, day=day)
    drafts = drafts_of(programme.slug, agency=person.agency, cycle=code)
    led = {row.task.code for row in mine.leads}
    rows = tuple(
        _row(task, stands.get(task.code) or Standing(task.code), drafts.get(task.code))
        for task in programme.tasks
        if task.code in led
    )
    return Grid(mine.body, programme.slug, cycle, rows, known)


def _row(task: Task, found: Standing, draft: SavedDraft | None) -> GridRow:
    before = _of_report(found.before) if found.before is not None else {}
    if draft is not None:
        row = row_of(draft)
        told = tuple(dict.fromkeys([*row.told, *found.faults]))
        return _named(task, replace(row, before=before, told=told))
    if found.state not in _LOCKED or found.report is None:
        return _named(task, GridRow(task.code, {}, before=before))
    pieces = [piece.value for piece in found.evidence]
    cells = {**_of_report(found.report), **(_of_evidence(pieces[-1]) if pieces else {})}
    locked, more = Reason(f"locked_{found.state}"), max(0, len(pieces) - 1)
    row = GridRow(task.code, cells, before=before, locked=locked, more_evidence=more, told=found.faults)
    return _named(task, row)


def _named(task: Task, row: GridRow) -> GridRow:
    return replace(row, number=task.number, name_vi=task.name_vi, name_en=task.name_en, theme=task.theme)


def row_of(draft: SavedDraft) -> GridRow:
    """Return the row of a draft, without the names of its task."""
    cells = _in_grid({**draft.cells, **(draft.evidence or ({},))[0]})
    more = max(0, len(draft.evidence) - 1)
    return GridRow(draft.task, cells, version=draft.version, more_evidence=more, told=draft.faults)


def _in_grid(stored: Mapping[str, Any]) -> dict[str, str]:
    """Return the cells of a draft under the names of the grid, days as the grid writes them."""
    found = {}
    for name, cell in stored.items():
        column = IN_GRID.get(name)
        if column is not None and clean(cell):
            found[column] = _plain(column, cell)
    return found


def _plain(column: str, cell: str) -> str:
    day = read_cell(Column(column), cell, today=date.max).value if column in DAYS else ""
    return day or clean(cell)


def _of_report(report: Report) -> dict[str, str]:
    values = {
        Column.SITUATION: report.situation.value,
        Column.EXPECTED_ON: report.expected_on,
        Column.OBSTACLE: report.obstacle,
        Column.OBSTACLE_SINCE: report.obstacle_since,
        Column.PUBLIC_SENTENCE: report.public_sentence,
    }
    return _filled(values)


def _of_evidence(piece: Evidence) -> dict[str, str]:
    return _filled({Column.DOCUMENT: piece.text, Column.ISSUED_ON: piece.issued_on})


def _filled(values: Mapping[Column, str | date | None]) -> dict[str, str]:
    shown = {name: shown_day(value) if isinstance(value, date) else value for name, value in values.items()}
    return {name.value: clean(value) for name, value in shown.items() if value}


def stored(cells: Mapping[str, str]) -> dict[str, str]:
    """Return cells of the grid under the names that a draft gives them."""
    return {STORED.get(name, name): cell for name, cell in cells.items()}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as the page draws it; `ready` says that nothing keeps it from being sent."""

    row: GridRow
    cells: tuple[GridCell, ...]
    locked: str
    ready: bool
    says: tuple[str, ...] = ()
    checked: bool = False


def shown_row(
    row: GridRow,
    day: date,
    *,
    typed: Mapping[str, str] | None = None,
    wrong: Mapping[str, Sequence[str]] | None = None,
    also: Iterable[str] = (),
) -> ShownRow:
    """Return a row for the page; `typed` cells are unsaved, `wrong` says why, `also` is of the whole row."""
    typed, wrong = typed or {}, wrong or {}
    found = () if row.locked else _faults(row, day)
    told = [(IN_GRID.get(fault.field or "", ""), sentence(fault)) for fault in row.told]
    cells = []
    for column in Column:
        grave = [said(fault.reason) for fault in found if fault.column == column and fault.grave]
        mild = [said(fault.reason) for fault in found if fault.column == column and not fault.grave]
        grave += [*wrong.get(column, ()), *(words for name, words in told if name == column)]
        value = typed.get(column, row.cells.get(column, ""))
        state = _state(row, value, grave, mild)
        before = shown_cell(column, row.before.get(column, ""))
        cells.append(GridCell(column.value, value, before, state, tuple(dict.fromkeys([*grave, *mild]))))
    ready = row.version is not None and not any(fault.grave for fault in found) and not wrong
    says = (*also, *(words for name, words in told if not name))
    return ShownRow(row, tuple(cells), said(row.locked) if row.locked else "", ready, says, ready)


def _faults(row: GridRow, day: date) -> list[Any]:
    """Return what is wrong with the saved cells, alone and together."""
    alone = [read_cell(Column(name), cell, today=day).fault for name, cell in row.cells.items()]
    return [*filter(None, alone), *doubts(row.cells, today=day)]


def _state(row: GridRow, value: str, grave: Sequence[str], mild: Sequence[str]) -> str:
    if row.locked:
        return "locked"
    if grave:
        return "error"
    if mild:
        return "warning"
    return "saved" if value and row.version is not None else ""
