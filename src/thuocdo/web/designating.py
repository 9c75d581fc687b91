"""Who is meant by "selected", "eligible", "by the list": one person proposes, another confirms."""

import secrets
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.accounts.rules import can
from thuocdo.config.current import Known
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Invalid, NotFound
from thuocdo.cycles.matters import queries
from thuocdo.cycles.matters.actions import move_matter, open_matter
from thuocdo.cycles.matters.queries import Line
from thuocdo.cycles.matters.reading import typed_answer
from thuocdo.cycles.matters.rules import NAMING
from thuocdo.cycles.matters.types import Content, Kind, State
from thuocdo.programme import designating as rules
from thuocdo.programme.designating import Effect, Question
from thuocdo.programme.reorganising import to_appoint
from thuocdo.programme.review.settling import read_day
from thuocdo.programme.types import Agency, Designation, Group, Task
from thuocdo.web import deskwords, matters_words
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import words as _

_MOVES = {State.CONFIRMED, State.REFUSED, State.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal with what it would change as long as it waits."""

    line: Line
    task: Task | None
    effect: Effect | None


@require_http_methods(["GET", "HEAD", "POST"])
def designations(request: HttpRequest) -> HttpResponse:
    """Show the names that nobody has filled yet and what is proposed; take a second person's word."""
    person, refused = actor_of(request), None
    if request.method == "POST":
        try:
            _move(request, person)
        except Invalid as wrong:
            refused = wrong
        else:
            return redirect("designations")
    current = current_of()
    shown = {
        "person": person,
        "known": current,
        "proposals": _proposals(current, person),
        "questions": _questions(current),
        "groups": _things(current),
        "bodies": matters_words.body_names(current),
        "names": deskwords.names(),
        "may_propose": any(can(person, each) for each in NAMING),
        "state_word": matters_words.state_word,
        "tried": request.POST.get("matter", "") if refused else "",
        "faulty": matters_words.faulty(refused),
    }
    return render(request, "designations.html", shown, status=refused.http_status if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def designation(request: HttpRequest, question: str) -> HttpResponse:
    """Show the form that names members (`question` is task~group), first with what it would change."""
    person, current = actor_of(request), current_of()
    asked = next((each for each in _questions(current) if f"{each.task.code}~{each.group}" == question), None)
    if asked is None:
        raise NotFound(_("No task asks for such members."), hint=_("See the list of names that wait."))
    refused, effect = None, None
    if request.method == "POST":
        try:
            if request.POST.get("act") == "propose":
                _propose(request, person, current, asked)
                return redirect("designations")
            effect = _preview(request, current, asked)
        except Invalid as wrong:
            refused = wrong
    day = read_day(request.POST.get("on", "")) or current.facts.as_of
    shown = {
        "person": person,
        "known": current,
        "question": asked,
        "address": question,
        "group": _things(current)[asked.group],
        "candidates": rules.candidates(asked.group, current.facts.register, min(day, current.facts.as_of)),
        "effect": effect,
        "bodies": matters_words.body_names(current),
        "may_propose": any(can(person, each) for each in NAMING),
        "typed": request.POST,
        "ticked": request.POST.getlist("members"),
        "once": request.POST.get("once", "") or secrets.token_urlsafe(12),
        "faulty": matters_words.faulty(refused),
    }
    return render(request, "designation.html", shown, status=refused.http_status if refused else 200)


def _questions(current: Known) -> tuple[Question, ...]:
    """Return the names that only a document fills, and the leads that one has to name task by task."""
    facts = current.facts
    appoint = to_appoint(facts.programme.slug)
    return rules.questions(facts.programme, facts.register, facts.as_of, appoint)


def _things(current: Known) -> dict[str, Group | Agency]:
    """Return what a question can ask about by its code: a group, or a body that was split."""
    register = current.facts.register
    bodies: dict[str, Group | Agency] = {each.code: each for each in register.agencies}
    return bodies | {each.code: each for each in register.groups}


def _move(request: HttpRequest, person: Actor) -> None:
    to = request.POST.get("to", "")
    if to not in _MOVES:
        raise Invalid(_("Say what you decide."), hint=_("Go back and press one of the buttons."))
    move_matter(
        matter=request.POST.get("matter", ""),
        to=State(to),
        answer=typed_answer(request.POST),
        by=person,
        now=timezone.now(),
    )


def _propose(request: HttpRequest, person: Actor, current: Known, asked: Question) -> None:
    form = request.POST
    open_matter(
        slug=current.facts.programme.slug,
        kind=Kind.DESIGNATION,
        task=asked.task.code,
        cells={
            **{name: form.get(name, "") for name in ("text", "document", "on")},
            "group": asked.group,
            "members": " ".join(form.getlist("members")),
        },
        once=form.get("once", ""),
        by=person,
        now=timezone.now(),
    )


def _preview(request: HttpRequest, current: Known, asked: Question) -> Effect:
    """Return what the form would change, or refuse it as the proposal would."""
    form = request.POST
    on = read_day(form.get("on", ""))
    content = Content(group=asked.group, members=tuple(form.getlist("members")), document="", on=on)
    if on is None:
        raise Invalid(_("The day of the document is missing."), hint=_("Write it as 2025-01-09 or 9/1/2025."))
    meant = _meant(asked.task.code, content)
    register = current.facts.register
    faults = tuple(rules.designation_faults(asked.task, meant, register, current.facts.as_of))
    if faults:
        raise Invalid("Nobody was named.", faults=faults)
    return rules.effect(asked.task, meant, register, current.facts.as_of)


def _proposals(current: Known, person: Actor) -> list[Proposal]:
    facts = current.facts
    tasks = {task.code: task for task in facts.programme.tasks}
    found = []
    for line in queries.designations(facts.programme.slug, by=person, day=facts.as_of):
        task = tasks.get(line.matter.task)
        waits = line.matter.state is State.OPEN and task is not None and line.matter.content.on is not None
        meant = _meant(line.matter.task, line.matter.content)
        effect = rules.effect(task, meant, facts.register, facts.as_of) if waits and task else None
        found.append(Proposal(line, task, effect))
    return found


def _meant(task: str, content: Content) -> Designation:
    on = content.on
    if on is None:
        raise Invalid(_("The day of the document is missing."))
    return Designation(task, content.group, content.members, content.document, on)
