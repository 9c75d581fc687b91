"""What was typed into the grid: read cell by cell, the good ones saved, the wrong ones kept on the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.http import QueryDict

from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict
from thuocdo.core.text import clean
from thuocdo.cycles.drafting import drafts_of, hand_in, save_batch, save_draft
from thuocdo.cycles.gridcells import Column, completed, read_cell
from thuocdo.cycles.types import HandedIn
from thuocdo.web.grid_rows import Grid, GridRow, row_of, shown_row, stored
from thuocdo.web.grid_words import said
from thuocdo.web.language import N_
from thuocdo.web.language import words as _

CHANGED = N_("Somebody else changed this task meanwhile. Your words stand here, unsaved; theirs: {theirs}")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a form holds of one row, and the version that the person had before them."""

    code: str
    version: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be saved of one row, and the cells that cannot be, as typed, with what is wrong."""

    values: Mapping[str, str]
    wrong: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a form: the batch of what was saved, and the rows on which something is to be said."""

    batch: str = ""
    saved: int = 0
    changes: Mapping[str, Change] = field(default_factory=dict)
    handed: HandedIn | None = None


def typed_rows(form: QueryDict, codes: Iterable[str]) -> tuple[Typed, ...]:
    """Return the rows that a form holds."""
    return tuple(
        Typed(
            code,
            form.get(f"version-{code}", ""),
            {
                column.value: form.get(f"{column.value}-{code}", "")
                for column in Column
                if f"{column.value}-{code}" in form
            },
        )
        for code in codes
        if f"version-{code}" in form
    )


def change_of(row: GridRow, typed: Typed, day: date) -> Change:
    """Return what a row changes; an empty cell clears what stood there."""
    values: dict[str, str] = {}
    wrong: dict[str, tuple[str, ...]] = {}
    for name, text in typed.cells.items():
        if clean(text) == row.cells.get(name, ""):
            continue
        cell = read_cell(Column(name), text, today=day)
        if cell.fault is not None:
            wrong[name] = (said(cell.fault.reason),)
        elif cell.value != row.cells.get(name, ""):
            values[name] = cell.value
    return Change(completed(values, row.cells, today=day), wrong, {name: typed.cells[name] for name in wrong})


def save_rows(grid: Grid, typed: Iterable[Typed], *, by: Actor, now: datetime) -> Outcome:
    """Save every row that changed, in one batch; a row that somebody else changed stays as typed."""
    changes: dict[str, Change] = {}
    rows: dict[str, Mapping[str, str]] = {}
    for each in typed:
        row = grid.row(each.code)
        if row is None or row.locked:
            continue
        change = change_of(row, each, grid.day)
        if change.values and each.version != str(row.version or ""):
            change = _conflict(row, each)
        elif change.values:
            rows[each.code] = stored(change.values)
        if change.wrong or change.also:
            changes[each.code] = change
    batch = save_batch(slug=grid.slug, cycle=grid.code, rows=rows, by=by, now=now) if rows else ""
    return Outcome(batch, len(rows), changes)


def _conflict(row: GridRow, typed: Typed) -> Change:
    theirs = "; ".join(value for value in row.cells.values()) or "–"
    return Change({}, {}, dict(typed.cells), (_(CHANGED, theirs=theirs),))


def save_one(
    slug: str, cycle: str, typed: Typed, day: date, *, by: Actor, now: datetime
) -> tuple[GridRow, Change]:
    """Save one row on top of the version that the person had before them; raises Conflict for another."""
    draft = drafts_of(slug, agency=by.agency, cycle=cycle).get(typed.code)
    row = row_of(draft) if draft is not None else GridRow(typed.code, {})
    if typed.version != str(row.version or ""):
        raise Conflict(_conflict(row, typed).also[0])
    change = change_of(row, typed, day)
    if not change.values:
        return row, change
    proof = {"text", "issued_on"}
    given = stored(change.values)
    first, *others = (draft.evidence if draft is not None else ()) or ({},)
    saved = save_draft(
        slug=slug,
        task=typed.code,
        cycle=cycle,
        cells={**(draft.cells if draft is not None else {}), **_without(given, proof)},
        evidence=({**first, **{name: given[name] for name in proof & given.keys()}}, *others),
        version=row.version,
        by=by,
        now=now,
    )
    return row_of(saved), change


def _without(cells: Mapping[str, str], names: set[str]) -> dict[str, str]:
    return {name: cell for name, cell in cells.items() if name not in names}


def send_rows(grid: Grid, codes: Iterable[str], outcome: Outcome, *, by: Actor, now: datetime) -> Outcome:
    """Hand in those of the rows that nothing speaks against; `grid` is what stands there after saving."""
    wanted = set(codes) - outcome.changes.keys()
    tasks = tuple(
        row.code
        for row in grid.rows
        if row.code in wanted and not row.locked and shown_row(row, grid.day).ready
    )
    handed = hand_in(slug=grid.slug, cycle=grid.code, tasks=tasks, by=by, now=now) if tasks else HandedIn()
    return replace(outcome, handed=handed)
