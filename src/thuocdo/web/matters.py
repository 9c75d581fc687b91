"""Matters between bodies and those who judge or help: the lists, and the page of one with its answer."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.config.current import Known
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Invalid
from thuocdo.cycles.matters import queries
from thuocdo.cycles.matters.actions import move_matter
from thuocdo.cycles.matters.marks import mark_read
from thuocdo.cycles.matters.queries import Line, View
from thuocdo.cycles.matters.reading import act_numbers, typed_answer
from thuocdo.cycles.matters.types import Kind, Matter, State
from thuocdo.documents.citations import number_key
from thuocdo.evaluation.types import TaskVerdict
from thuocdo.programme.types import Task
from thuocdo.web import desk, deskwords, matters_words
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import words as _

OPENING: Mapping[str, str] = {
    "khieu-nai": "dispute",
    "gia-han": "extension",
    "kho-khan": "difficulty",
    "moc": "milestones",
}
_VIEWS: Mapping[str, View] = {"can-tra-loi": View.ANSWER, "cua-toi": View.MINE, "tat-ca": View.ALL}


@require_safe
def matters(request: HttpRequest) -> HttpResponse:
    """Show what waits for the person, what the own body opened, and to who reads everything all of it."""
    person, current = actor_of(request), current_of()
    page, about = OPENING.get(request.GET.get("moi", "")), request.GET.get("viec", "")
    if page and any(task.code == about for task in current.facts.programme.tasks):
        return redirect(page, about)
    view = _view(request, person)
    kind = request.GET.get("loai", "")
    number = request.GET.get("trang", "1")[:4]
    found = queries.page(
        current.facts.programme.slug,
        by=person,
        day=current.facts.as_of,
        view=view,
        kind=Kind(kind) if kind in set(Kind) else None,
        number=max(1, int(number)) if number.isascii() and number.isdecimal() else 1,
    )
    shown = {
        "found": found,
        "view": view,
        "views": [name for name in _VIEWS if name != "tat-ca" or can(person, Permission.READ_ALL)],
        "view_names": {value: key for key, value in _VIEWS.items()},
        "kind": kind if kind in set(Kind) else "",
        "kinds": [each for each in Kind if each is not Kind.DESIGNATION],
        "own": _own_tasks(current, person),
        **_scene(current, person),
    }
    return render(request, "matters.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def matter(request: HttpRequest, matter: str) -> HttpResponse:
    """Show one matter with everything that was said, and take the person's answer."""
    person, current = actor_of(request), current_of()
    line = queries.line(matter, by=person, day=current.facts.as_of)
    if line.matter.kind is Kind.DESIGNATION:
        return redirect("designations")
    if request.method != "POST":
        if request.method == "GET":
            mark_read(line.matter, by=person, now=timezone.now())
        return _matter(request, person, current, line)
    to = request.POST.get("to", "")
    if to not in set(State):
        raise Invalid(_("Say what you decide."), hint=_("Go back and press one of the buttons."))
    try:
        move_matter(
            matter=matter, to=State(to), answer=typed_answer(request.POST), by=person, now=timezone.now()
        )
    except Invalid as refused:
        return _matter(request, person, current, line, refused)
    return redirect("matter", matter)


def _matter(
    request: HttpRequest, person: Actor, current: Known, line: Line, refused: Invalid | None = None
) -> HttpResponse:
    task = next((each for each in current.facts.programme.tasks if each.code == line.matter.task), None)
    had = frozenset(step.body for step in line.steps) | {line.matter.agency}
    shown = {
        "line_moves": line.moves,
        "line_steps": line.steps,
        "overdue": line.overdue,
        "matter": line.matter,
        "task": task,
        "verdict": _verdict(current, line.matter.task),
        "adopted": _adopted(line.matter, task),
        "tried": request.POST.get("to", "") if refused else "",
        "typed": request.POST if refused else {},
        "faulty": matters_words.faulty(refused),
        "groups": matters_words.bodies_to_ask(current, without=had),
        "remedies": matters_words.remedies(),
        "names": deskwords.names(),
        **_scene(current, person),
    }
    return render(request, "matter.html", shown, status=refused.http_status if refused else 200)


def _scene(current: Known, person: Actor) -> dict[str, Any]:
    return {
        "person": person,
        "known": current,
        "tasks": {task.code: task for task in current.facts.programme.tasks},
        "bodies": matters_words.body_names(current),
        "kind_word": matters_words.kind_word,
        "state_word": matters_words.state_word,
        "event_word": matters_words.event_word,
        "button_word": matters_words.button_word,
        "remedy_word": matters_words.remedy_word,
        "moment": matters_words.moment,
    }


def _view(request: HttpRequest, person: Actor) -> View:
    asked = _VIEWS.get(request.GET.get("xem", ""))
    if asked is None:
        answers = can(person, Permission.JUDGE) or can(person, Permission.APPROVE)
        fallback = View.ALL if can(person, Permission.READ_ALL) else View.MINE
        return View.ANSWER if answers else fallback
    return asked


def _own_tasks(current: Known, person: Actor) -> list[Task]:
    """Return the tasks that the person may open a matter on, those that the body leads first."""
    if not person.agency or not can(person, Permission.REPORT):
        return []
    own = desk.desk(current, person.agency)
    return [row.task for row in (*own.leads, *own.takes_part)]


def _verdict(current: Known, task: str) -> TaskVerdict | None:
    return next((each for each in current.verdicts.tasks if each.task == task), None)


def _adopted(found: Matter, task: Task | None) -> bool:
    """Say whether an act that grants a later deadline has become part of the programme's version."""
    if task is None or found.kind is not Kind.EXTENSION:
        return False
    granted = {number_key(number) for word in found.words for number in act_numbers(word.document)}
    return bool(granted & {number_key(each.act) for each in task.deadline_history})
