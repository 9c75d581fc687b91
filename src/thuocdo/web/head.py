"""The head's page, phone first: what is overdue and why, what waits for approval, what came back."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.config.current import Known, today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Fault, Invalid
from thuocdo.cycles import actions, approvals, desk
from thuocdo.cycles.attaching import files_of
from thuocdo.cycles.opening import cycle_on
from thuocdo.cycles.queries import kind_of
from thuocdo.cycles.types import AttachedFile, RecordKind, State
from thuocdo.evaluation.types import Status
from thuocdo.web import desk as duties
from thuocdo.web import deskwords
from thuocdo.web.approving import EVIDENCE_FIELDS, FIELDS, Line, lines_of
from thuocdo.web.current import current_of
from thuocdo.web.errors import HEADERS
from thuocdo.web.gate import actor_of
from thuocdo.web.language import said_fault
from thuocdo.web.language import words as _

SCRIPTED = {"Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; script-src 'self'"}
"""The pages of a desk run one script of ours, for keys only; they work without it too."""

LONGEST = 1000
"""Signs of one reason."""


@require_http_methods(["GET", "HEAD", "POST"])
def head(request: HttpRequest) -> HttpResponse:
    """Show what the head of a body has to know and to approve, and take each decision."""
    person = actor_of(request)
    if request.method != "POST":
        return _page(request, person)
    ids = list(dict.fromkeys(request.POST.getlist("id")))
    decision = request.POST.get("decision", "")
    if not ids or decision not in {"approve", "together", "return"}:
        raise Invalid(_("Say what you decide."), hint=_("Go back to the list and press one of its buttons."))
    approvals.check_own(ids, by=person)
    if gone := desk.moved(ids, out_of=State.SUBMITTED):
        return _faster(request, person, gone)
    if decision == "together" and (warned := _warned(person, ids)):
        return _faster(request, person, (), warned)
    following = _following(person, ids)
    try:
        _decide(request, person, ids, decision)
    except Invalid as refused:
        return _page(request, person, problem=refused, key=ids[0])
    except Conflict:
        return _faster(request, person, desk.moved(ids, out_of=State.SUBMITTED))
    return redirect(f"{reverse('head')}?{decision}={len(ids)}#{following}")


def _decide(request: HttpRequest, person: Actor, ids: Sequence[str], decision: str) -> None:
    if decision != "return":
        actions.send_records(ids=ids, by=person, now=timezone.now())
        return
    said = {name: request.POST.get(f"fault-{name}", "").strip() for name in (*FIELDS, "")}
    long = [name for name, text in said.items() if len(text) > LONGEST]
    if long:
        message = _("is longer than {limit} characters", limit=LONGEST)
        raise Invalid(_("Nothing was decided."), faults=[Fault(ids[0], message, name) for name in long])
    faults = [Fault(_place(ids, name), text, name or None) for name, text in said.items() if text]
    if not faults:
        message = _("Say what is wrong, on the field where it is wrong.")
        raise Invalid(message, faults=[Fault(ids[0], message)])
    actions.hand_back(ids=ids, faults=faults, by=person, now=timezone.now())


def _following(person: Actor, ids: Sequence[str]) -> str:
    """Return the anchor of the item after the decided ones: the browser puts the focus there by itself."""
    items = approvals.for_head(person.agency, day=today())
    places = [place for place, item in enumerate(items) if set(item.ids) & set(ids)]
    start = places[-1] + 1 if len(places) == 1 else 0
    others = [item.ids[0] for item in (*items[start:], *items[:start]) if not set(item.ids) & set(ids)]
    return f"i{others[0]}" if others else "cho-duyet"


def _place(ids: Sequence[str], field: str) -> str:
    """Return the record on which a fault stands: a piece of evidence for its own fields, else the report."""
    kind = RecordKind.EVIDENCE if field in EVIDENCE_FIELDS else RecordKind.REPORT
    return next((public_id for public_id in ids if kind_of(public_id) is kind), ids[0])


def _page(
    request: HttpRequest, person: Actor, *, problem: Invalid | None = None, key: str = ""
) -> HttpResponse:
    known = current_of()
    waiting = _waiting(person, known)
    own = duties.desk(known, person.agency) if person.agency else None
    overdue = [row for row in own.leads if row.overdue and row.status is not Status.DONE] if own else []
    clean = [line for line in waiting if line.clean]
    cycle = cycle_on(known.facts.programme.slug, today())
    shown = {
        "person": person,
        "known": known,
        "own": own,
        "waiting": waiting,
        "overdue": sorted(overdue, key=lambda row: row.due or date.max),
        "returned": approvals.returned(person.agency, day=today()) if person.agency else (),
        "clean": clean,
        "clean_ids": [public_id for line in clean for public_id in line.item.ids],
        "tasks": {task.code: task for task in known.facts.programme.tasks},
        "cycle": cycle,
        "next_due": _next_due(own, today()),
        "files": _files(person, waiting),
        "why": deskwords.why,
        "label": deskwords.label,
        "fields": {name: deskwords.label(name) for name in FIELDS},
        "returned_kinds": {kind: _(deskwords.KINDS[kind]) for kind in RecordKind},
        "moment": deskwords.moment,
        "author": deskwords.names(),
        "problem": problem,
        "problem_key": key,
        "faulty": {fault.field or "": said_fault(fault) for fault in problem.faults} if problem else {},
        "form": request.POST if problem else {},
        "longest": LONGEST,
        "done": {name: _count(request.GET, name) for name in ("approve", "together", "return")},
    }
    response = render(request, "head.html", shown, status=problem.http_status if problem else 200)
    for name, value in SCRIPTED.items():
        response[name] = value
    return response


def _waiting(person: Actor, known: Known) -> tuple[Line, ...]:
    """Return the items with the programme of each; nearly always there is one."""
    items = approvals.for_head(person.agency, day=today()) if person.agency else ()
    slug = known.facts.programme.slug
    found: list[Line] = []
    for other in dict.fromkeys(item.programme for item in items):
        facts = known if other == slug else current_of(other)
        found += lines_of([item for item in items if item.programme == other], facts, by=person)
    return tuple(found)


def _files(person: Actor, waiting: Sequence[Line]) -> Mapping[str, AttachedFile]:
    """Return the files of all waiting evidence by their digest, with one query."""
    digests = [digest for line in waiting for piece in line.item.evidence for digest in piece.files]
    found = files_of(digests, agency=person.agency) if digests else ()
    return {file.sha256: file for file in found}


def _warned(person: Actor, ids: Sequence[str]) -> list[str]:
    """Return the tasks that may not go with the others, by what stands there now."""
    lines = [line for line in _waiting(person, current_of()) if set(line.item.ids) & set(ids)]
    return [line.task.number if line.task else line.item.task for line in lines if not line.clean]


def _faster(
    request: HttpRequest, person: Actor, gone: tuple[desk.Moved, ...], warned: Sequence[str] = ()
) -> HttpResponse:
    """Say who was faster and with what; nothing of this decision was kept."""
    shown = {
        "person": person,
        "moves": deskwords.moves_of(gone),
        "warned": list(warned),
        "back": f"{reverse('head')}#cho-duyet",
        "again": "",
    }
    return render(request, "moved.html", shown, status=Conflict.http_status)


def _next_due(own: duties.Desk | None, day: date) -> duties.Row | None:
    """Return the body's next task that falls due, for a page on which nothing waits."""
    ahead = (
        [row for row in own.leads if row.due and row.due >= day and row.status is not Status.DONE]
        if own
        else []
    )
    return min(ahead, key=lambda row: row.due or date.max, default=None)


def _count(given: Mapping[str, str], name: str) -> int:
    """Return how many records the last decision moved, as the address says after it."""
    text = given.get(name, "")
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 6 else 0  # noqa: PLR2004  100 000
