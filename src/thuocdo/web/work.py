"""Pages of my work: the list, the panel of one task, reading a pasted line, a file, and the receipt."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thuocdo.accounts import queries as people
from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.audit.looking import one_look
from thuocdo.config.current import Known
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Invalid, NotFound
from thuocdo.cycles.drafting import drafts_of
from thuocdo.cycles.types import SavedDraft
from thuocdo.web.current import current_of, own_of
from thuocdo.web.errors import HEADERS
from thuocdo.web.gate import actor_of
from thuocdo.web.language import words as _
from thuocdo.web.work_desk import STATES, Duty, Place, Work, duty_now, showing, work_of
from thuocdo.web.work_faults import shown
from thuocdo.web.work_files import keep_files, take_files
from thuocdo.web.work_form import Typed, blank_proof, typed_of, without
from thuocdo.web.work_lines import KINDS
from thuocdo.web.work_panel import SITUATIONS, Panel, Trouble, completed_form, opened, panel_of
from thuocdo.web.work_receipts import received_page, shown_receipt
from thuocdo.web.work_sending import Changed, answered, received, save, send, settle
from thuocdo.web.work_versions import clock, compared

_SCRIPTED = {
    "Content-Security-Policy": f"{HEADERS['Content-Security-Policy']}; script-src 'self'; connect-src 'self'"
}
"""These pages run our own file, which sends forms to this server and nowhere else; they work without it."""


@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """Show the tasks of the person's body: open questions first, then the most urgent."""
    person = actor_of(request)
    if not person.agency:
        return _page(request, person, current_of(), None)
    known = own_of(person)
    work = work_of(known, person)
    done = request.GET.get("sau", "")
    following = work.after(done) if done else None
    if following is not None:
        return redirect(f"{reverse('work-task', args=[following.task.code])}?{_further(request)}")
    return _page(request, person, known, work)


@require_http_methods(["GET", "HEAD", "POST"])
def task(request: HttpRequest, task: str) -> HttpResponse:
    """Show the list with the panel of one task open, and take what the panel's buttons send."""
    if request.method == "POST":
        with one_look():
            return _act(request, task)
    place = _place(request, task)
    stored, notice = _stored(place.duty), ""
    if stored is not None and request.GET.get("luu"):
        notice = _("The draft was saved at {time}.", time=clock(stored.saved_at))
    panel = panel_of(
        place, opened(place.row, stored, place.known.facts.as_of), Trouble(notice=notice), stored
    )
    return _at(request, place, panel)


@require_POST
def line(request: HttpRequest, task: str) -> HttpResponse:
    """Read what is typed and answer the parts of the panel that follow from it; nothing is written."""
    place = _place(request, task)
    return _parts(request, place, panel_of(place, typed_of(request.POST)))


@require_POST
def file(request: HttpRequest, task: str) -> HttpResponse:
    """Keep the files that were chosen and answer what was received: name, size, pages."""
    place = _place(request, task)
    typed, faults = take_files(request, typed_of(request.POST), by=place.person)
    keep_files(typed, by=place.person, now=timezone.now())
    return _parts(request, place, panel_of(place, typed, Trouble(faults=shown(faults))))


@require_safe
def receipt(request: HttpRequest, key: str) -> HttpResponse:
    """Show what was received from this person, to keep or to print."""
    person = actor_of(request)
    found = received(key, by=person)
    if found is None:
        raise NotFound(_("There is no such receipt."))
    known = current_of()
    return render(
        request, "work-receipt.html", {"person": person, "known": known, **received_page(known, found)}
    )


def _place(request: HttpRequest, task: str, *, alone: bool = False) -> Place:
    """Return the desk and the line of a task; what lies on another body's desk is not there.

    `alone` leaves out all other lines: enough to keep what was sent.
    """
    person = actor_of(request)
    if person.agency:
        known = own_of(person, task=task if alone else "")
        work = work_of(known, person)
        row = work.line(task)
        if row is not None:
            return Place(person, known, work, row)
    raise NotFound(_("There is no such task on your desk."))


def _duty(request: HttpRequest, task: str, typed: Typed) -> Duty:
    """Return what a form is held against; in the busiest weeks no record has to be read for it."""
    person = actor_of(request)
    replaces = any(proof.get("corrects") for proof in typed.proofs)
    found = duty_now(person, task) if person.agency and not replaces else None
    return found or _place(request, task, alone=True).duty


def _stored(duty: Duty) -> SavedDraft | None:
    return drafts_of(duty.slug, agency=duty.person.agency, cycle=duty.cycle).get(duty.task.code)


def _act(request: HttpRequest, task: str) -> HttpResponse:
    """Do what the pressed button says; what was received already gets the same answer."""
    typed, now = typed_of(request.POST), timezone.now()
    duty = _duty(request, task, typed)
    typed, wrong = take_files(request, typed, by=duty.person)
    if wrong or typed.act != "send":
        keep_files(typed, by=duty.person, now=now)
    if wrong or typed.act not in {"save", "send"}:
        status = Invalid.http_status if wrong else 200
        return _again(request, task, _rearranged(typed), Trouble(faults=shown(wrong)), status=status)
    typed = completed_form(duty, typed)
    try:
        return _save(request, duty, typed, now) if typed.act == "save" else _send(request, duty, typed, now)
    except Changed as changed:
        keep_files(typed, by=duty.person, now=now)
        return _two_versions(request, task, typed, changed)
    except Invalid as refused:
        keep_files(typed, by=duty.person, now=now)
        return _again(request, task, typed, Trouble(faults=shown(refused.faults)), status=refused.http_status)


def _save(request: HttpRequest, duty: Duty, typed: Typed, now: datetime) -> HttpResponse:
    before = answered(typed, by=duty.person)
    if before is not None:
        return _after(request, duty.task.code, before.key)
    save(duty.slug, duty.task.code, duty.cycle, _settled(duty, typed), by=duty.person, now=now)
    return redirect(f"{reverse('work-task', args=[duty.task.code])}?{_kept(request)}luu=1")


def _send(request: HttpRequest, duty: Duty, typed: Typed, now: datetime) -> HttpResponse:
    code, typed = duty.task.code, _settled(duty, typed)
    sent = send(duty.slug, code, duty.cycle, typed, by=duty.person, now=now)
    if sent.receipt is not None:
        return _after(request, code, sent.receipt.key)
    trouble = Trouble(faults=shown(sent.faults))
    return _again(
        request, code, _on_top_of(sent.draft, typed), trouble, status=Invalid.http_status, draft=sent.draft
    )


def _settled(duty: Duty, typed: Typed) -> Typed:
    """Return the form with the words of the version that the person chose, where two were shown."""
    theirs = _stored(duty) if typed.chosen else None
    return settle(typed, theirs) if theirs is not None and theirs.version == typed.version else typed


def _two_versions(request: HttpRequest, task: str, typed: Typed, changed: Changed) -> HttpResponse:
    """Show both versions side by side; what builds on the newer one may then be saved."""
    names = {each.id: each.name for each in people.people()} if changed.theirs else {}
    trouble = Trouble(conflict=compared(typed, changed.theirs, names))
    typed = _on_top_of(changed.theirs, typed)
    return _again(request, task, typed, trouble, status=Conflict.http_status)


def _again(
    request: HttpRequest,
    task: str,
    typed: Typed,
    trouble: Trouble,
    *,
    status: int,
    draft: SavedDraft | None = None,
) -> HttpResponse:
    """Show the form again beside the whole list."""
    place = _place(request, task)
    return _at(request, place, panel_of(place, typed, trouble, draft), status=status)


def _on_top_of(draft: SavedDraft | None, typed: Typed) -> Typed:
    """Return the form as it builds on the draft that is stored now."""
    return replace(typed, version=draft.version if draft else None, chosen={})


def _rearranged(typed: Typed) -> Typed:
    """Return the form with one piece of evidence more, or one less."""
    if typed.act == "add":
        return typed.with_proofs([*typed.proofs, blank_proof()])
    if typed.act == "drop":
        return typed.with_proofs(without(typed.proofs, typed.at))
    return typed


def _after(request: HttpRequest, task: str, key: str) -> HttpResponse:
    """Go on with the receipt to what waits next; the list finds out what that is."""
    return redirect(f"{reverse('work')}?{_kept(request)}sau={task}&nhan={key}")


def _further(request: HttpRequest) -> str:
    """Return the query with which the next task opens: the filter, and the receipt of the last one."""
    return f"{_kept(request)}{urlencode({'nhan': request.GET.get('nhan', '')})}"


def _kept(request: HttpRequest) -> str:
    state = request.GET.get("ky", "")
    return f"ky={state}&" if state in STATES else ""


def _at(request: HttpRequest, place: Place, panel: Panel, *, status: int = 200) -> HttpResponse:
    return _page(request, place.person, place.known, place.work, panel=panel, status=status)


def _page(
    request: HttpRequest,
    person: Actor,
    known: Known,
    work: Work | None,
    *,
    panel: Panel | None = None,
    status: int = 200,
) -> HttpResponse:
    asked = request.GET.get("ky", "")
    chosen = asked if asked in STATES else ""
    got = received(request.GET.get("nhan", ""), by=person)
    values: dict[str, Any] = {
        **_words(person),
        "known": known,
        "panel": panel,
        "desk": work.desk if work else None,
        "chosen": chosen,
        "receipt": shown_receipt(known, got) if got else None,
        **(_listed(known, work, chosen) if work else {}),
    }
    return _scripted(render(request, "work.html", values, status=status))


def _parts(request: HttpRequest, place: Place, panel: Panel) -> HttpResponse:
    return render(request, "work-read.html", {**_words(place.person), "panel": panel})


def _scripted(response: HttpResponse) -> HttpResponse:
    for name, value in _SCRIPTED.items():
        response[name] = value
    return response


def _words(person: Actor) -> dict[str, Any]:
    return {
        "person": person,
        "may_report": can(person, Permission.REPORT),
        "situations": SITUATIONS,
        "kinds": KINDS,
    }


def _listed(known: Known, work: Work, chosen: str) -> Mapping[str, Any]:
    day = known.facts.as_of
    return {
        "cycle": work.cycle,
        "days_left": (work.cycle.due_on - day).days if work.cycle else -1,
        "sent": work.sent,
        "asked": work.asked,
        "leads": showing(work.leads, chosen),
        "takes_part": showing(work.takes_part, chosen),
        "states": work.counts(),
        "all_count": len(work.leads) + len(work.takes_part),
        "waiting": work.waiting,
        "next_date": work.next_date(day),
    }
