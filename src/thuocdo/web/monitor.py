"""Pages of the monitor: bodies against periods, all tasks, one body; each with its table as a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from thuocdo.config.current import Known, today
from thuocdo.core.errors import NotFound
from thuocdo.cycles import standing
from thuocdo.cycles.calendar import taking
from thuocdo.cycles.types import OpenCycle
from thuocdo.evaluation.reasons import sentence, status_word
from thuocdo.evaluation.types import Status
from thuocdo.publication.columns import Cell
from thuocdo.web import desk, overseeing
from thuocdo.web.current import current_of
from thuocdo.web.examining import Names
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_, language
from thuocdo.web.language import words as _
from thuocdo.web.overseeing import Progress, TaskRow
from thuocdo.web.tables import as_csv

WORDS: Mapping[str, str] = {
    Progress.NOTHING_OWED: N_("nothing asked"),
    Progress.NONE: N_("no report yet"),
    Progress.PART: N_("part"),
    Progress.SENT: N_("all sent"),
    Progress.VERIFIED: N_("all verified"),
}

SHOWN_LEADS = 3
"""Bodies named beside a task; of more only the number is given."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: a period, a body, how far the reports are, a computed status."""

    cycle: str = ""
    agency: str = ""
    progress: str = ""
    status: str = ""

    @property
    def query(self) -> str:
        """Return the filter as it stands in an address."""
        given = {
            "ky": self.cycle,
            "co-quan": self.agency,
            "bao-cao": self.progress,
            "tinh-trang": self.status,
        }
        return urlencode({name: value for name, value in given.items() if value})


@require_safe
def matrix(request: HttpRequest, form: str = "") -> HttpResponse:
    """Show bodies against periods; with ?xem=trang-thai the counts by status."""
    if request.GET.get("xem") == "trang-thai":
        return _by_status(request, form)
    known, asked = current_of(), _asked(request)
    found = standing.matrix_of(_ledger(known))
    chosen = _cycle(found.cycles, asked)
    rows = overseeing.body_rows(found, known, found.cycles)
    place = found.cycles.index(chosen) if chosen else 0
    if asked.progress:
        rows = tuple(row for row in rows if row.squares[place].progress.value == asked.progress)
    if form:
        return as_csv("theo-doi", _matrix_headings(), _matrix_cells(rows, found.cycles))
    late = [row for row in rows if chosen and row.squares[place].overdue]
    shown = {
        "cycles": found.cycles,
        "chosen": chosen,
        "tables": overseeing.two_tables(rows),
        "total": len(found.agencies),
        "silent": sum(row.squares[place].progress is Progress.NONE for row in rows) if chosen else 0,
        "late": len(late),
        "view": "matrix",
    }
    return _shown(request, known, asked, shown)


@require_safe
def tasks(request: HttpRequest, form: str = "") -> HttpResponse:
    """Show all tasks with their status and the reports of one period."""
    known, asked = current_of(), _asked(request)
    return _tasks(request, known, asked, _ledger(known), form, view="tasks")


@require_safe
def body(request: HttpRequest, agency: str, form: str = "") -> HttpResponse:
    """Show one body: its periods, its tasks and where their reports stand."""
    known = current_of()
    found = _asked(request)
    asked = Asked(found.cycle, agency, found.progress, found.status)
    if Names(known).body(agency) is None:
        raise NotFound(_("There is no such body."), hint=_("Choose one from the table of all bodies."))
    return _tasks(request, known, asked, _ledger(known), form, view="body")


def _ledger(known: Known) -> standing.Ledger:
    """Return what is owed and heard, from the facts that are at hand."""
    facts = known.facts
    return standing.ledger(
        facts.programme.slug, day=facts.as_of, programme=facts.programme, register=facts.register
    )


def _tasks(
    request: HttpRequest, known: Known, asked: Asked, ledger: standing.Ledger, form: str, *, view: str
) -> HttpResponse:
    chosen = _cycle(ledger.cycles, asked)
    everything = overseeing.task_rows(ledger, known, chosen, agency=asked.agency) if chosen else ()
    rows = overseeing.kept(everything, progress=asked.progress, status=asked.status)
    names = Names(known)
    if form:
        name = f"theo-doi-{view}" if view == "tasks" else "theo-doi-co-quan"
        return as_csv(name, _task_headings(), (_task_cells(row, chosen, names) for row in rows))
    agencies = sorted(((code, names(code, language())) for code in ledger.agencies), key=lambda pair: pair[1])
    shown = {
        "cycles": ledger.cycles,
        "chosen": chosen,
        "rows": rows,
        "total": len(everything),
        "counts": overseeing.statuses(everything),
        "statuses": list(Status),
        "agencies": agencies,
        "body": names.body(asked.agency) if view == "body" else None,
        "body_squares": _own_squares(ledger, known, asked.agency) if view == "body" else (),
        "leads": lambda row: _leads(row, names),
        "view": view,
    }
    return _shown(request, known, asked, shown)


def _by_status(request: HttpRequest, form: str) -> HttpResponse:
    known = current_of()
    central, provinces = desk.overview(known)
    statuses = [status for status in desk.URGENCY if status is not Status.REPLACED]
    if form:
        headings = [_("Body"), _("Parts"), *(status_word(status, language()) for status in statuses)]
        headings += [_("Done in time"), _("Due"), _("Evidence verified"), _("Evidence filed")]
        return as_csv("theo-doi-trang-thai", headings, _status_cells((*central, *provinces), statuses))
    shown = {
        "person": actor_of(request),
        "known": known,
        "tables": (("central", central), ("provinces", provinces)),
        "statuses": statuses,
        "view": "statuses",
        "asked": Asked(),
    }
    return render(request, "bodies.html", shown)


def _shown(request: HttpRequest, known: Known, asked: Asked, more: Mapping[str, object]) -> HttpResponse:
    shown = {
        "person": actor_of(request),
        "known": known,
        "asked": asked,
        "progress_word": lambda progress: _(WORDS[progress]),
        "progresses": [each for each in Progress if each is not Progress.NOTHING_OWED],
        **more,
    }
    return render(request, "monitor.html", shown)


def _asked(request: HttpRequest) -> Asked:
    progress, status = request.GET.get("bao-cao", ""), request.GET.get("tinh-trang", "")
    return Asked(
        cycle=request.GET.get("ky", "")[:10],
        agency=request.GET.get("co-quan", "")[:40],
        progress=progress if progress in set(Progress) else "",
        status=status if status in set(Status) else "",
    )


def _cycle(cycles: Sequence[OpenCycle], asked: Asked) -> OpenCycle | None:
    """Return the period that was asked for, else the one that takes reports today, else the last begun."""
    named = next((cycle for cycle in cycles if cycle.code == asked.cycle), None)
    return named or taking(tuple(cycles), today()) or (cycles[-1] if cycles else None)


def _own_squares(
    ledger: standing.Ledger, known: Known, agency: str
) -> list[tuple[OpenCycle, overseeing.Square]]:
    return [(cycle, overseeing.of_body(ledger, known, cycle, agency)) for cycle in ledger.cycles]


def _leads(row: TaskRow, names: Names) -> str:
    if len(row.leads) > SHOWN_LEADS:
        return _("{count} bodies", count=len(row.leads))
    return ", ".join(names(code, language()) for code in row.leads)


def _matrix_headings() -> list[str]:
    counts = [_("Asked"), _("Received"), _("Verified"), _("Returned"), _("Received late"), _("Missing")]
    return [_("Code"), _("Body"), _("Period"), _("Due on"), _("Reports"), *counts]


def _matrix_cells(rows: Sequence[overseeing.BodyRow], cycles: Sequence[OpenCycle]) -> list[tuple[Cell, ...]]:
    return [
        (
            row.body.code,
            row.body.name_vi if language() == "vi" else row.body.name_en,
            cycle.code,
            cycle.due_on,
            _(WORDS[square.progress]),
            *_counts(square),
        )
        for row in rows
        for cycle, square in zip(cycles, row.squares, strict=True)
    ]


def _task_headings() -> list[str]:
    counts = [_("Asked"), _("Received"), _("Verified"), _("Returned"), _("Received late"), _("Missing")]
    status = [_("Lead"), _("Due"), _("Status, computed"), _("Reason")]
    return [_("No."), _("Task"), *status, _("Period"), _("Reports"), *counts]


def _task_cells(row: TaskRow, cycle: OpenCycle | None, names: Names) -> tuple[Cell, ...]:
    spoken = language()
    return (
        row.task.number,
        row.task.name_vi if spoken == "vi" else row.task.name_en,
        _leads(row, names),
        row.verdict.due,
        status_word(row.verdict.status, spoken),
        sentence(row.verdict.reason, spoken),
        cycle.code if cycle else "",
        _(WORDS[row.square.progress]),
        *_counts(row.square),
    )


def _counts(square: overseeing.Square) -> tuple[int, ...]:
    cell = square.cell
    return cell.owed, square.heard, cell.verified, cell.returned, cell.late, cell.missing


def _status_cells(lines: Sequence[desk.Line], statuses: Sequence[Status]) -> list[tuple[Cell, ...]]:
    return [
        (
            line.body.name_vi if language() == "vi" else line.body.name_en,
            line.total,
            *(line.counts.get(status, 0) for status in statuses),
            line.totals.due_done_in_time,
            line.totals.due,
            line.totals.evidence_verified,
            line.totals.evidence_filed,
        )
        for line in lines
    ]
