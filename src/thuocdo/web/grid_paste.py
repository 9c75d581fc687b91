"""Pasting into the grid and uploading a sheet: always a preview first, then one act that can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from thuocdo.adapters.sheets import sheets_handed_over
from thuocdo.config.current import Known
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Invalid
from thuocdo.cycles.drafting import save_batch
from thuocdo.cycles.pasting import Pasted, Table, read_pasted, read_text
from thuocdo.cycles.remembering import remember_columns, remembered_columns
from thuocdo.cycles.rules import carries_secret_mark
from thuocdo.cycles.sheets import MAX_SHEETS, Sheet, best_sheet, key_of_heading, unguarded
from thuocdo.documents import errors
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import MAX_BYTES, MEGABYTE
from thuocdo.web.current import own_of
from thuocdo.web.grid import Notice, address, form, page, reporter_of
from thuocdo.web.grid_preview import WORDS, Asked, applicable, asked_of, preview_of
from thuocdo.web.grid_rows import Grid, grid_of, stored
from thuocdo.web.grid_words import MEANINGS
from thuocdo.web.language import said_with_hint
from thuocdo.web.language import words as _

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@dataclass(frozen=True, slots=True)
class _Work:
    """One preview while a request is answered: who asks, the grid, the sheets, and how they were read."""

    person: Actor
    known: Known
    grid: Grid
    sheets: tuple[Sheet, ...]
    asked: Asked
    pasted: Pasted


@form
def paste(request: HttpRequest) -> HttpResponse:
    """Show what a paste or a sheet would change; with `act=apply` save the rows without fault."""
    person = reporter_of(request)
    known = own_of(person)
    found = grid_of(known, person)
    try:
        sheets, asked = _given(request, asked_of(request.POST))
        asked = replace(asked, sheet=asked.sheet if asked.sheet < len(sheets) else 0)
        pasted = _read(found, sheets, asked, person)
        _check_not_secret(sheets[asked.sheet].rows[: pasted.skipped])
    except Invalid as refused:
        return page(request, found, Notice(problem=said_with_hint(refused)), status=refused.http_status)
    work = _Work(person, known, found, sheets, asked, pasted)
    return _apply(request, work) if request.POST.get("act") == "apply" else _preview(request, work)


def _given(request: HttpRequest, asked: Asked) -> tuple[tuple[Sheet, ...], Asked]:
    """Return the sheets that came with the form: a file, what the preview carries, or what was pasted."""
    file = cast("UploadedFile[bytes] | None", request.FILES.get("file"))
    if getattr(request, "too_large", False):
        raise Unreadable(errors.TOO_LARGE, limit=str(MAX_BYTES // MEGABYTE))
    if file is not None:
        sheets = sheets_handed_over(file.read(), file.name or "")
        for sheet in sheets:
            _check_not_secret(sheet.rows)
        return sheets, replace(asked, sheet=best_sheet(sheets))
    carried = [name for name in (f"table-{place}" for place in range(MAX_SHEETS)) if name in request.POST]
    if carried:
        return tuple(
            Sheet(request.POST.get(name.replace("table", "name"), ""), read_text(request.POST.get(name, "")))
            for name in carried
        ), asked
    table = unguarded(read_text(request.POST.get("text", "")))
    if not table:
        raise Invalid("Paste rows of a spreadsheet, or choose a file.")
    return (Sheet("", table),), asked


def _check_not_secret(rows: Table) -> None:
    """Refuse a whole file with a mark in any cell, and a whole paste with one above its rows."""
    if any(carries_secret_mark(cell) for row in rows for cell in row):
        raise Invalid(
            "The table carries a mark of state secrecy; this system is on a network and must not hold it.",
            hint="Nothing of it was kept. Remove it and keep it where it belongs.",
        )


def _read(found: Grid, sheets: tuple[Sheet, ...], asked: Asked, person: Actor) -> Pasted:
    """Read the chosen sheet with the columns that the form, or the body's last upload, names."""

    def read(columns: tuple[str, ...]) -> Pasted:
        return read_pasted(
            sheets[asked.sheet].rows,
            places=found.places(),
            today=found.day,
            columns=columns,
            start=asked.start,
            mends=asked.mends,
        )

    pasted = read(asked.columns)
    if asked.columns or not pasted.heading:
        return pasted
    known = remembered_columns(key_of_heading(pasted.heading), agency=person.agency)
    return read(known) if known else pasted


def _apply(request: HttpRequest, work: _Work) -> HttpResponse:
    """Save the rows without fault in one batch; what is left stays in the preview."""
    pasted, now = work.pasted, timezone.now()
    good, changed = applicable(pasted, work.grid, work.asked.versions)
    rows = {row.task: stored({name: new for name, (_old, new) in row.changes.items()}) for row in good}
    if not rows:
        problem = "" if changed else _("No row can be applied; mend the faults first.")
        return _preview(request, work, problem=problem, conflicts=changed)
    try:
        batch = save_batch(slug=work.grid.slug, cycle=work.grid.code, rows=rows, by=work.person, now=now)
    except Conflict:
        return _preview(request, replace(work, grid=grid_of(work.known, work.person)), conflicts=list(rows))
    if pasted.heading:
        key = key_of_heading(pasted.heading)
        remember_columns(key=key, columns=pasted.columns, by=work.person, now=now)
    if not (changed or pasted.in_state("faulty") or pasted.in_state("unmatched")):
        return redirect(address(request, {"batch": batch, "rows": len(rows)}))
    after, asked = grid_of(work.known, work.person), replace(work.asked, columns=pasted.columns)
    again = _read(after, work.sheets, asked, work.person)
    left = replace(work, grid=after, asked=asked, pasted=again)
    return _preview(request, left, conflicts=changed, batch=batch, saved=len(rows))


def _preview(
    request: HttpRequest,
    work: _Work,
    *,
    problem: str = "",
    conflicts: Sequence[str] = (),
    batch: str = "",
    saved: int = 0,
) -> HttpResponse:
    values = {
        "person": work.person,
        "known": work.known,
        "grid": work.grid,
        "view": preview_of(work.grid, work.sheets, work.pasted, work.asked, conflicts),
        "meanings": MEANINGS,
        "kinds": WORDS,
        "batch": batch,
        "saved": saved,
        "problem": problem,
        "theme": request.POST.get("nhom", ""),
    }
    status = Conflict.http_status if conflicts else 200
    return render(request, "grid-preview.html", values, status=status)
