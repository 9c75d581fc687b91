"""The composer: the list of reports, one report with its sections filled, the rows of a number, the files."""

from collections.abc import Mapping

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from thuocdo.adapters.report_docx import report_docx
from thuocdo.adapters.report_pdf import converter, report_pdf
from thuocdo.adapters.report_xlsx import report_xlsx
from thuocdo.config.current import Known, known, today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Fault, Invalid, NotFound
from thuocdo.cycles.opening import calendar_of
from thuocdo.reports import queries
from thuocdo.reports.actions import begin_report, discard_report, freeze_report, save_report
from thuocdo.reports.composing import asked_of, compose
from thuocdo.reports.counting import Figures
from thuocdo.reports.rules import LONGEST_FIELD, LONGEST_TEXT, may_freeze, may_write
from thuocdo.reports.types import Composed, Layout, Own, Saved, Snapshot, State
from thuocdo.web import composing_form, composing_shown
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_, said_with_hint
from thuocdo.web.language import words as _

LAYOUTS: Mapping[str, str] = {
    Layout.STATE: N_("State paper (Decree 30/2020)"),
    Layout.PARTY: N_("Party paper"),
}
DONE: Mapping[str, str] = {
    "save": N_("Saved. The numbers below are those of the day you chose."),
    "freeze": N_("The numbers are frozen; the files are ready."),
    "discard": N_("The draft was thrown away."),
}
_MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@require_http_methods(["GET", "HEAD", "POST"])
def reports(request: HttpRequest) -> HttpResponse:
    """Show the reports that the person may see; begin one."""
    person, current = actor_of(request), current_of()
    refused, status = "", 200
    if request.method == "POST":
        try:
            begun = _begin(request, person)
        except (Conflict, Invalid) as wrong:
            refused, status = said_with_hint(wrong), wrong.http_status
        else:
            return redirect(reverse("report", args=[begun.id]))
    cycles = [each for each in calendar_of(_slug(), day=today()) if each.starts_on <= today()]
    shown = {
        "person": person,
        "known": current,
        "reports": queries.reports(_slug(), by=person),
        "cycles": list(reversed(cycles)),
        "chosen": cycles[-1].code if cycles else "",
        "own": bool(person.agency) and may_write(person, person.agency),
        "office": may_write(person, ""),
        "layouts": LAYOUTS,
        "name": composing_shown.namer(current),
        "refused": refused,
        "done": DONE.get(request.GET.get("xong", ""), ""),
    }
    return render(request, "reports.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, report: str) -> HttpResponse:
    """Show a report with its sections filled and its faults; keep words, freeze it, or go on from it."""
    person = actor_of(request)
    found = queries.report(report, by=person)
    if request.method != "POST":
        return _page(request, person, found, found.own)
    act = request.POST.get("do", "save")
    own = found.own
    faults: tuple[Fault, ...] = ()
    try:
        own = composing_form.own_of(request.POST)
        return redirect(_ACTS.get(act, _save)(request, person, found, own))
    except (Conflict, Invalid) as wrong:
        refused, status = said_with_hint(wrong), wrong.http_status
        faults = getattr(wrong, "faults", ())
    return _page(request, person, found, own, refused=refused, faults=faults, status=status)


@require_safe
def figure(request: HttpRequest, report: str) -> HttpResponse:
    """Show the rows that a number of a report counts."""
    person = actor_of(request)
    found = queries.report(report, by=person)
    snapshot = _snapshot(found)
    asked = asked_of(found, snapshot.facts.programme)
    figures = Figures(snapshot, asked.cycle)
    query = request.GET.get("so", "")[:200]
    if not composing_shown.belongs(query, found.agency) or figures.wrong(query):
        raise NotFound(_("There is no such number in this report."))
    shown = {
        "person": person,
        "known": snapshot,
        "saved": found,
        "query": query,
        "value": figures.shown(query, found.language),
        "rows": composing_shown.rows(figures, query),
    }
    return render(request, "report-figure.html", shown)


@require_safe
def file(request: HttpRequest, report: str, form: str) -> HttpResponse:
    """Give out a frozen report as a file; a draft has none, for its numbers may still move."""
    found = queries.report(report, by=actor_of(request))
    if found.state is not State.FROZEN:
        raise Conflict(
            _("This report is still a draft, and its numbers may move."),
            hint=_("Freeze it, then download it."),
        )
    made = _composed(found, found.own).report
    if form == "xlsx":
        data = report_xlsx(made)
    else:
        data = report_docx(made)
        data = report_pdf(data) if form == "pdf" else data
    response = HttpResponse(data, content_type=_MEDIA[form])
    name = "-".join(
        filter(None, ("bao-cao", found.cycle, found.agency.lower() if found.agency.isascii() else ""))
    )
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _begin(request: HttpRequest, person: Actor) -> Saved:
    form = composing_form.beginning(request.POST, today())
    return begin_report(
        slug=_slug(),
        cycle=form.cycle,
        agency=person.agency if form.own else "",
        layout=form.layout,
        language=form.language,
        as_of=form.as_of,
        by=person,
        now=timezone.now(),
    )


def _save(request: HttpRequest, person: Actor, found: Saved, own: Own) -> str:
    _keep(request, person, found, own)
    return f"{reverse('report', args=[found.id])}?xong=save"


def _freeze(request: HttpRequest, person: Actor, found: Saved, own: Own) -> str:
    with transaction.atomic():  # what is refused is not kept either: the page shows it for mending
        kept = _keep(request, person, found, own)
        freeze_report(id=kept.id, version=kept.version, by=person, now=timezone.now())
    return f"{reverse('report', args=[found.id])}?xong=freeze"


def _discard(request: HttpRequest, person: Actor, found: Saved, own: Own) -> str:  # noqa: ARG001  the form of an act
    version = composing_form.version_of(request.POST)
    discard_report(id=found.id, version=version, by=person, now=timezone.now())
    return f"{reverse('reports')}?xong=discard"


def _go_on(request: HttpRequest, person: Actor, found: Saved, own: Own) -> str:  # noqa: ARG001  the form of an act
    begun = begin_report(
        slug=found.programme,
        cycle=found.cycle,
        agency=found.agency,
        layout=found.layout,
        language=found.language,
        as_of=today(),
        after=found.id,
        by=person,
        now=timezone.now(),
    )
    return reverse("report", args=[begun.id])


_ACTS = {"save": _save, "freeze": _freeze, "discard": _discard, "go-on": _go_on}


def _keep(request: HttpRequest, person: Actor, found: Saved, own: Own) -> Saved:
    return save_report(
        id=found.id,
        version=composing_form.version_of(request.POST),
        own=own,
        as_of=composing_form.day_of(request.POST, found.as_of),
        keys=composing_shown.section_keys(_composed(found, Own())),
        by=person,
        now=timezone.now(),
    )


def _page(
    request: HttpRequest,
    person: Actor,
    found: Saved,
    own: Own,
    *,
    refused: str = "",
    faults: tuple[Fault, ...] = (),
    status: int = 200,
) -> HttpResponse:
    snapshot = _snapshot(found)
    composed = _composed(found, own, snapshot)
    rows = [each for each in composed.faults if each not in faults]
    shown = {
        "person": person,
        "known": snapshot,
        "saved": found,
        "report": composed.report,
        "own": own,
        "found": composing_shown.placed((*faults, *rows), composed.report),
        "parts": composing_shown.parts,
        "markers": composing_shown.markers(snapshot, composed.report),
        "reference": lambda query: f"{reverse('report-figure', args=[found.id])}?{urlencode({'so': query})}",
        "draft": found.state is State.DRAFT and may_write(person, found.agency),
        "freezing": may_freeze(person, found.agency),
        "writes": may_write(person, found.agency),
        "pdf": bool(converter()),
        "layouts": LAYOUTS,
        "typed": request.POST if request.method == "POST" else {},
        # Who had an older version before them still has it: their next word may not undo another's.
        "version": request.POST.get("version", "") if request.method == "POST" else found.version,
        "fields": composing_form.FIELDS,
        "most": LONGEST_TEXT,
        "most_field": LONGEST_FIELD,
        "refused": refused,
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "name": composing_shown.namer(Known(snapshot.facts, snapshot.verdicts)),
    }
    return render(request, "report.html", shown, status=status)


def _composed(found: Saved, own: Own, snapshot: Snapshot | None = None) -> Composed:
    snapshot = snapshot or _snapshot(found)
    return compose(asked_of(found, snapshot.facts.programme), snapshot, own)


def _snapshot(found: Saved) -> Snapshot:
    """Return the frozen snapshot, or of a draft what is known of its day: it has no digest yet."""
    if found.state is State.FROZEN:
        return queries.snapshot_of(found)
    now_known = known(found.programme, as_of=found.as_of)
    return Snapshot(now_known.facts, now_known.verdicts, "")


def _slug() -> str:
    return str(settings.THUOCDO_PROGRAMME)
