"""The forms that open a matter on a task: a dispute, a request for a later deadline, a difficulty."""

import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.core.actor import Actor
from thuocdo.core.errors import Invalid
from thuocdo.cycles.intake import Books
from thuocdo.cycles.matters import queries
from thuocdo.cycles.matters.actions import open_matter
from thuocdo.cycles.matters.rules import WAITING
from thuocdo.cycles.matters.types import ANSWER_WITHIN, MAX_TEXT, Kind, State
from thuocdo.web import deskwords, matters_words
from thuocdo.web.current import current_of
from thuocdo.web.gate import actor_of
from thuocdo.web.language import words as _

_SITUATIONS = frozenset(deskwords.SITUATIONS)
_PAGES = {
    Kind.DISPUTE: "matter-dispute.html",
    Kind.EXTENSION: "matter-extension.html",
    Kind.DIFFICULTY: "matter-difficulty.html",
}


@require_http_methods(["GET", "HEAD", "POST"])
def dispute(request: HttpRequest, task: str) -> HttpResponse:
    """Ask for another status of the own task, with reasons."""
    return _open(request, task, Kind.DISPUTE)


@require_http_methods(["GET", "HEAD", "POST"])
def extension(request: HttpRequest, task: str) -> HttpResponse:
    """Ask for a later deadline; only an act can give one."""
    return _open(request, task, Kind.EXTENSION)


@require_http_methods(["GET", "HEAD", "POST"])
def difficulty(request: HttpRequest, task: str) -> HttpResponse:
    """Tell another body what stands in the way, or propose something to it."""
    return _open(request, task, Kind.DIFFICULTY)


def _open(request: HttpRequest, task: str, kind: Kind) -> HttpResponse:
    person = actor_of(request)
    if request.method != "POST":
        return _form(request, person, task, kind)
    form = request.POST
    proposes = kind is Kind.DIFFICULTY and form.get("kind") == Kind.PROPOSAL
    cells = {**form.dict(), "evidence": " ".join(form.getlist("evidence"))}
    try:
        made = open_matter(
            slug=current_of().facts.programme.slug,
            kind=Kind.PROPOSAL if proposes else kind,
            task=task,
            cells={name: str(value) for name, value in cells.items()},
            once=form.get("once", ""),
            by=person,
            now=timezone.now(),
        )
    except Invalid as refused:
        return _form(request, person, task, kind, refused)
    return redirect("matter", made)


def _form(
    request: HttpRequest, person: Actor, code: str, kind: Kind, refused: Invalid | None = None
) -> HttpResponse:
    current = current_of()
    slug, day = current.facts.programme.slug, current.facts.as_of
    task = queries.own_task(slug, code, kind=kind, by=person, books=Books(day=day))
    kinds = (kind, Kind.PROPOSAL) if kind is Kind.DIFFICULTY else (kind,)
    earlier = queries.about(slug, code, by=person, day=day, kinds=kinds)
    alive = {State.SUBMITTED, *WAITING}
    shown = {
        "person": person,
        "known": current,
        "task": task,
        "kind": kind,
        "verdict": next((each for each in current.verdicts.tasks if each.task == code), None),
        "earlier": earlier,
        "standing": next(
            (each for each in earlier if each.matter.agency == person.agency and each.matter.state in alive),
            None,
        ),
        "records": queries.records_of(slug, code, person.agency) if kind is Kind.DISPUTE else (),
        "record_state": lambda state: deskwords.STATES.get(state, state),
        "record_text": _record_text,
        "wishes": matters_words.WISHES,
        "groups": matters_words.bodies_to_ask(current, without=frozenset({person.agency})),
        "bodies": matters_words.body_names(current),
        "typed": request.POST if refused else {},
        "ticked": request.POST.getlist("evidence") if refused else [],
        "once": request.POST.get("once", "") or secrets.token_urlsafe(12),
        "faulty": matters_words.faulty(refused),
        "most": MAX_TEXT,
        "within": ANSWER_WITHIN,
        "kind_word": matters_words.kind_word,
        "state_word": matters_words.state_word,
    }
    return render(request, _PAGES[kind], shown, status=refused.http_status if refused else 200)


def _record_text(public_id: str, text: str) -> str:
    """Return the line of a record; a report says in a word how its task stands."""
    return _(deskwords.SITUATIONS[text]) if public_id.startswith("R-") and text in _SITUATIONS else text
