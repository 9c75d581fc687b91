"""What the public page will say of a body's tasks, and the body's note to it before it is published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.cycles.matters import queries, windows
from thuocdo.cycles.matters.actions import move_matter, open_matter
from thuocdo.cycles.matters.types import MAX_NOTE, Kind, State
from thuocdo.web import desk, matters_words
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import words as _

_MOVES = {"send": State.STANDING, "withdraw": State.WITHDRAWN}


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest) -> HttpResponse:
    """Show the sentences that publication would print today, and take a note to each while it may."""
    person = actor_of(request)
    if request.method != "POST":
        return _page(request, person)
    form, task = request.POST, request.POST.get("task", "")
    try:
        if form.get("act") in _MOVES:
            move_matter(matter=form.get("matter", ""), to=_MOVES[form["act"]], by=person, now=timezone.now())
        else:
            open_matter(
                slug=current_of().facts.programme.slug,
                kind=Kind.NOTE,
                task=task,
                cells={"text": form.get("text", "")},
                by=person,
                now=timezone.now(),
            )
    except Invalid as refused:
        return _page(request, person, refused)
    return redirect(f"{reverse('preview')}#t-{task}")


def _page(request: HttpRequest, person: Actor, refused: Invalid | None = None) -> HttpResponse:
    current = current_of()
    slug, day = current.facts.programme.slug, current.facts.as_of
    agency = _agency(request, person)
    cycle = windows.window_around(slug, day=day)
    notes = queries.notes(slug, cycle=cycle.code, agency=agency, by=person, day=day) if cycle else {}
    works = can(person, Permission.REPORT) and agency == person.agency
    shown = {
        "person": person,
        "known": current,
        "agency": agency,
        "desk": desk.desk(current, agency) if agency else None,
        "cycle": cycle,
        "open": bool(cycle and windows.is_open(cycle, day)),
        "writes": works,
        "notes": notes,
        "all_bodies": matters_words.bodies_to_ask(current, without=frozenset())
        if can(person, Permission.READ_ALL)
        else (),
        "task_tried": request.POST.get("task", "") if refused else "",
        "typed": request.POST if refused else {},
        "faulty": matters_words.faulty(refused),
        "most": MAX_NOTE,
        "state_word": matters_words.state_word,
    }
    return render(request, "matter-preview.html", shown, status=refused.http_status if refused else 200)


def _agency(request: HttpRequest, person: Actor) -> str:
    """Return whose page is meant; another body's is there only for who reads everything."""
    asked = request.GET.get("co-quan", "") or person.agency
    if asked != person.agency and not can(person, Permission.READ_ALL):
        raise NotFound(_("There is no such body."))
    known = {body.code for body in current_of().facts.register.agencies}
    if asked and asked not in known:
        raise NotFound(_("There is no such body."))
    return asked
