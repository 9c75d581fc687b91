"""Pages of the grid: all tasks of a body at once, typed, pasted or uploaded, saved, undone and sent."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from thuocdo.config.current import today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, ThuocDoError
from thuocdo.cycles.drafting import undo_batch
from thuocdo.cycles.gridcells import Column
from thuocdo.cycles.sheets import write_csv
from thuocdo.cycles.types import HandedIn
from thuocdo.web.current import own_of
from thuocdo.web.errors import HEADERS
from thuocdo.web.gate import actor_of
from thuocdo.web.grid_rows import IN_GRID, Grid, GridRow, ShownRow, grid_of, shown_row
from thuocdo.web.grid_saving import Change, Outcome, save_one, save_rows, send_rows, typed_rows
from thuocdo.web.grid_words import HEADS, NAME_HEAD, NUMBER_HEAD, SITUATIONS, STATES, head, shown_cell
from thuocdo.web.language import language, said
from thuocdo.web.language import words as _
from thuocdo.web.work_faults import sentence

SCRIPTED = {
    "Content-Security-Policy": (
        f"{HEADERS['Content-Security-Policy']}; script-src 'self'; connect-src 'self'"
    )
}
"""The pages of the grid run our own script, which saves rows; they work without it too."""

_BATCH = re.compile(r"B-[0-9a-f]{12}")
_FIELDS = len(Column) + 2
_MOST_FIELDS = 1900
"""Fields of a form that Django takes, less those that are not cells."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said above the grid: a batch that can be undone, what was sent, what went wrong."""

    batch: str = ""
    rows: int = 0
    undone: bool = False
    handed: HandedIn | None = None
    problem: str = ""
    changes: Mapping[str, Change] = field(default_factory=dict)
    chosen: frozenset[str] | None = None


def form(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let a view answer forms only; who comes by a link (of another language, say) is led to the grid."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def answered(request: HttpRequest) -> HttpResponse:
        return view(request) if request.method == "POST" else redirect("grid")

    return answered


@require_safe
def grid(request: HttpRequest) -> HttpResponse:
    """Show all tasks that the body answers for, one a row."""
    batch, rows = request.GET.get("batch", ""), request.GET.get("rows", "")
    notice = Notice(
        batch=batch if _BATCH.fullmatch(batch) else "",
        rows=int(rows) if rows.isdecimal() and rows.isascii() and len(rows) < len("10000") else 0,
        undone=request.GET.get("undone") == "1",
    )
    return page(request, grid_for(request), notice)


@form
def save(request: HttpRequest) -> HttpResponse:
    """Save what was typed, and with `act=send` hand in the checked rows; one row is answered in JSON."""
    one = request.POST.get("one", "")
    person, now = reporter_of(request), timezone.now()
    if one:
        return _save_one(request, one, person, now)
    known = own_of(person)
    found = grid_of(known, person)
    typed = typed_rows(request.POST, [row.code for row in found.rows])
    outcome = save_rows(found, typed, by=person, now=now)
    chosen = None
    if request.POST.get("act") == "send":
        chosen = frozenset(request.POST.getlist("send"))
        outcome = send_rows(grid_of(known, person), chosen, outcome, by=person, now=now)
    elif not outcome.changes:
        made: dict[str, str | int] = {"batch": outcome.batch, "rows": outcome.saved} if outcome.batch else {}
        return redirect(address(request, made))
    notice = Notice(
        outcome.batch, outcome.saved, handed=outcome.handed, changes=outcome.changes, chosen=chosen
    )
    return page(request, grid_of(known, person), notice, status=_status(outcome))


@form
def undo(request: HttpRequest) -> HttpResponse:
    """Put back what stood in the cells before a paste, an upload or a save."""
    batch = request.POST.get("batch", "")
    try:
        undo_batch(batch=batch, by=reporter_of(request), now=timezone.now())
    except Conflict as refused:
        problem = _("It cannot be undone any more: some of its tasks were changed or sent since.")
        return page(request, grid_for(request), Notice(problem=problem), status=refused.http_status)
    return redirect(address(request, {"undone": 1}))


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Send the grid as a file that a spreadsheet opens and that can be uploaded again."""
    found = grid_for(request)
    spoken = language()
    rows = [[_(NUMBER_HEAD), _(NAME_HEAD), *(head(column) for column in Column)]]
    for row in found.rows:
        name = row.name_vi if spoken == "vi" else row.name_en
        cells = [shown_cell(column, row.cells.get(column, "")) for column in Column]
        rows.append([row.number, name, *cells])
    response = HttpResponse(write_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="thuoc-do-{found.code or "bang"}.csv"'
    return response


def reporter_of(request: HttpRequest) -> Actor:
    """Return the person, who has to belong to a body; the gate has asked for the right to report."""
    person = actor_of(request)
    if not person.agency:
        raise NotAllowed(_("Your account belongs to no body, so no task waits for you here."))
    return person


def grid_for(request: HttpRequest) -> Grid:
    """Return the grid of the person's body as it stands now."""
    person = reporter_of(request)
    return grid_of(own_of(person), person)


def address(request: HttpRequest, query: Mapping[str, str | int]) -> str:
    """Return the address of the grid, in the theme that was shown."""
    theme = request.POST.get("nhom", "")
    asked: dict[str, str | int] = {**({"nhom": theme} if theme else {}), **query}
    return f"{reverse('grid')}?{urlencode(asked)}" if asked else reverse("grid")


def scripted(response: HttpResponse) -> HttpResponse:
    """Let our own script run on this page."""
    for name, value in SCRIPTED.items():
        response[name] = value
    return response


def _save_one(request: HttpRequest, code: str, person: Actor, now: datetime) -> HttpResponse:
    """Save one row for the script, and say where its cells stand."""
    day, cycle = today(), request.POST.get("cycle", "")
    typed = typed_rows(request.POST, [code])
    if not typed:
        raise Invalid(_("This is no row of the grid."))
    try:
        row, change = save_one(settings.THUOCDO_PROGRAMME, cycle, typed[0], day, by=person, now=now)
    except ThuocDoError as refused:
        problem = said(refused)
        if isinstance(refused, Invalid) and refused.faults:
            problem = "; ".join(sentence(fault) for fault in refused.faults)
        return JsonResponse({"problem": problem}, status=refused.http_status)
    shown = shown_row(row, day, typed=change.typed, wrong=change.wrong)
    cells = {
        cell.column: {"value": cell.value, "state": cell.state, "says": list(cell.says)}
        for cell in shown.cells
    }
    return JsonResponse({"version": row.version or "", "cells": cells, "ready": shown.ready})


def _status(outcome: Outcome) -> int:
    if any(change.also for change in outcome.changes.values()):
        return Conflict.http_status
    faulty = outcome.changes or (outcome.handed and outcome.handed.faulty)
    return Invalid.http_status if faulty else 200


def page(request: HttpRequest, found: Grid, notice: Notice, *, status: int = 200) -> HttpResponse:
    """Return the page of the grid."""
    themes = list(dict.fromkeys(row.theme for row in found.rows))
    theme = _theme(request, found, themes)
    rows = [_shown(row, found, notice) for row in found.rows if theme in {"", row.theme}]
    values = {
        "person": actor_of(request),
        "known": found.known,
        "grid": found,
        "rows": rows,
        "theme": theme,
        "themes": themes,
        "all_fit": len(found.rows) * _FIELDS <= _MOST_FIELDS,
        "heads": HEADS,
        "situations": SITUATIONS,
        "states": STATES,
        "notice": notice,
        "stay": _staying(rows, notice),
    }
    return scripted(render(request, "grid.html", values, status=status))


def _theme(request: HttpRequest, found: Grid, themes: list[str]) -> str:
    """Return the theme to show, "" for all rows where they fit into one form."""
    wanted = request.POST.get("nhom") or request.GET.get("nhom", "")
    if wanted in themes:
        return wanted
    fits = len(found.rows) * _FIELDS <= _MOST_FIELDS
    return "" if fits or not themes else themes[0]


def _shown(row: GridRow, found: Grid, notice: Notice) -> ShownRow:
    """Return a row with what the form held of it, and with what handing it in found wrong."""
    change = notice.changes.get(row.code)
    wrong: dict[str, tuple[str, ...]] = dict(change.wrong) if change else {}
    also = list(change.also) if change else []
    faults = notice.handed.faulty.get(row.code, ()) if notice.handed else ()
    for fault in faults:
        column = IN_GRID.get(fault.field or "", "")
        if column:
            wrong[column] = (*wrong.get(column, ()), sentence(fault))
        else:
            also.append(sentence(fault))
    return shown_row(row, found.day, typed=change.typed if change else {}, wrong=wrong, also=also)


def _staying(rows: list[ShownRow], notice: Notice) -> int:
    """Return how many of the rows that were to be sent stay, because something is wrong with them."""
    if notice.chosen is None:
        return 0
    return sum(not each.row.locked and each.row.code in notice.chosen for each in rows)
