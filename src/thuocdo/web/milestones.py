"""The milestones of a task or an indicator: the lead registers and corrects them, another person verifies."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.config.current import Known
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.cycles.actions import record_rows, verify_records
from thuocdo.cycles.intake import Books
from thuocdo.cycles.matters.milestones import milestones_of
from thuocdo.cycles.types import Decision, RawRow
from thuocdo.programme.types import Indicator, Task
from thuocdo.web import deskwords, matters_words
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import words as _


@require_http_methods(["GET", "HEAD", "POST"])
def milestones(request: HttpRequest, about: str) -> HttpResponse:
    """Show the milestones of one task or indicator, and take what is registered, corrected or decided."""
    person, current = actor_of(request), current_of()
    thing = _thing(current, about)
    key = thing.code if isinstance(thing, Task) else thing.key
    books = Books(day=current.facts.as_of)
    bodies = books.answerable(current.facts.programme.slug, key)
    own = can(person, Permission.REPORT) and bool(person.agency) and person.agency in bodies
    if not own and not any(can(person, each) for each in (Permission.READ_ALL, Permission.VERIFY)):
        raise NotFound(_("This is no task of your body."), hint=_("See your list of tasks."))
    refused = None
    if request.method == "POST":
        try:
            _take(request, person, current, key)
        except Invalid as wrong:
            refused = wrong
        else:
            return redirect("milestones", about)
    shown = {
        "person": person,
        "known": current,
        "thing": thing,
        "about": about,
        "is_task": isinstance(thing, Task),
        "own": own,
        "found": milestones_of(current.facts.programme.slug, key, by=person, day=current.facts.as_of),
        "bodies": matters_words.body_names(current),
        "record_state": lambda state: _(deskwords.STATES[state]),
        "tried": request.POST.get("id", "") if refused else "",
        "act": request.POST.get("act", "") if refused else "",
        "typed": request.POST if refused else {},
        "faulty": matters_words.faulty(refused),
    }
    return render(request, "milestones.html", shown, status=refused.http_status if refused else 200)


def _take(request: HttpRequest, person: Actor, current: Known, key: str) -> None:
    form, act, slug = request.POST, request.POST.get("act", ""), current.facts.programme.slug
    if act != "register":
        # What is not on this person's page does not exist here, whoever it is of.
        shown = milestones_of(slug, key, by=person, day=current.facts.as_of)
        if form.get("id", "") not in {each.id for each in shown if each.mine or each.judge}:
            raise NotFound(_("There is no such milestone."))
    if act in {"register", "correct"}:
        record_rows(rows=[_row(form, slug, key, corrects=act == "correct")], by=person, now=timezone.now())
    elif act in {"accept", "return"}:
        note = form.get("note", "").strip()[:1000]
        chosen = Decision(form.get("id", ""), accept=act == "accept", note=note)
        verify_records(decisions=[chosen], by=person, now=timezone.now())
    else:
        raise Invalid(_("Say what you decide."), hint=_("Go back and press one of the buttons."))


def _row(form: Mapping[str, str], slug: str, key: str, *, corrects: bool) -> RawRow:
    cells = {
        "kind": "milestone",
        "programme": slug,
        "task": key,
        "name": form.get("name", ""),
        "due_on": form.get("due_on", ""),
    }
    if corrects:
        cells |= {"corrects": form.get("id", ""), "reason": form.get("reason", "")}
    return RawRow("form", cells)


def _thing(current: Known, about: str) -> Task | Indicator:
    for task in current.facts.programme.tasks:
        if task.code == about:
            return task
    for item in current.facts.programme.indicators:
        if about in {item.key, item.code}:
            return item
    raise NotFound(_("There is no such task."), hint=_("See your list of tasks."))
