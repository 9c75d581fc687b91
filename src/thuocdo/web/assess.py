"""Assessments: what a body has to fill in, what waits for a verifier or an expert, and the result of one."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.assessments import actions, checking, queries, results
from thuocdo.assessments.checking import Decision
from thuocdo.assessments.questions import questions
from thuocdo.assessments.rules import OPEN, SCORED, may_fill, moves_of
from thuocdo.assessments.types import MAX_TEXT, Card, SetVersion, State
from thuocdo.config.current import today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid
from thuocdo.web import assess_words as words
from thuocdo.web import deskwords, matters_words
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_

DONE: Mapping[str, str] = {
    "waiting": N_("It was handed up to the head."),
    "saved": N_("It was taken back and can be changed."),
    "submitted": N_("It was handed in."),
    "verified": N_("The dispute was withdrawn."),
    "disputed": N_("The dispute was sent; somebody else answers it."),
    "answered": N_("The answer was sent."),
    "final": N_("The result is final."),
    "note": N_("The note stands beside the result."),
    "looked": N_("Your score stands beside the unit’s."),
    "scored": N_("Your scores were kept."),
}
_LABELS: Mapping[str, str] = {"note": N_("Note"), "dispute": N_("Dispute")}
_NO_ACT = N_("Say what you decide.")
_RIGHT, _WRONG = "yes", "no"


@require_http_methods(["GET", "HEAD", "POST"])
def assessments(request: HttpRequest) -> HttpResponse:
    """Show what concerns the person, and open the form of a unit."""
    person = actor_of(request)
    refused = None
    if request.method == "POST":
        form = request.POST
        try:
            made = actions.open_assessment(
                version=form.get("version", ""),
                period=form.get("period", "")[:20],
                kind=form.get("kind", ""),
                name=form.get("name", "")[:300],
                phase=form.get("phase", ""),
                by=person,
                now=timezone.now(),
            )
        except Invalid as wrong:
            refused = wrong
        else:
            return redirect("assessment-form", made)
    return _list(request, person, refused)


def _list(request: HttpRequest, person: Actor, refused: Invalid | None) -> HttpResponse:
    day = today()
    verifies = can(person, Permission.VERIFY)
    judges = can(person, Permission.JUDGE)
    page = _page(request)
    sees_all = can(person, Permission.READ_ALL)
    everything, count = queries.listed(by=person, page=page) if sees_all else ((), 0)
    reports = can(person, Permission.REPORT)
    shown = {
        "person": person,
        "words": words,
        "due": queries.due(by=person, day=day) if reports else (),
        "reports": reports,
        "queue": queries.listed(by=person, states=[State.SUBMITTED.value])[0] if verifies else (),
        "disputes": queries.listed(by=person, states=[State.DISPUTED.value])[0] if judges else (),
        "verifies": verifies,
        "judges": judges,
        "scores": queries.waiting_for_expert(by=person),
        "sees_all": sees_all,
        "everything": everything,
        "count": count,
        "page": page,
        "last": max(1, -(-count // queries.PAGE)),
        "sets": {each.id: each for each in queries.frozen()},
        "bodies": words.body_names(queries.bodies()),
        "faulty": matters_words.faulty(refused, _LABELS),
        "typed": request.POST if refused else {},
        "named_kinds": queries.NAMED,
    }
    return render(request, "assessments.html", shown, status=refused.http_status if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def assessment(request: HttpRequest, assessment: str) -> HttpResponse:
    """Show a result with every point and why; take the next step of who may take one."""
    person = actor_of(request)
    refused = None
    if request.method == "POST":
        act = request.POST.get("act", "")
        try:
            done = _act(act, assessment, request, person)
        except Invalid as wrong:
            refused = wrong
        else:
            return redirect(f"{reverse('assessment', args=[assessment])}?xong={done}")
    found = queries.card(assessment, by=person, day=today())
    shown = _scene(request, person, found)
    shown |= {
        "faulty": matters_words.faulty(refused, _labels(shown["version"])),
        "typed": request.POST if refused else {},
        "tried": request.POST.get("act", "") if refused else "",
    }
    return render(request, "assess-result.html", shown, status=refused.http_status if refused else 200)


def _scene(request: HttpRequest, person: Actor, found: Card) -> dict[str, Any]:
    day = today()
    case = queries.case_of(found, day)
    moves = moves_of(case, person, day)
    told = results.result(found)
    asked = questions(told.version.criteria_set)
    own = person.agency in case.own
    return {
        "person": person,
        "words": words,
        "found": found,
        "told": told,
        "version": told.version,
        "given": told.version.criteria_set,
        "criteria": {each.id: each for each in told.version.criteria_set.criteria},
        "titles": words.titles_of(asked),
        "body": words.body_names(queries.bodies()).get(found.agency, found.agency),
        "moves": moves,
        "State": State,
        "is_open": found.state in OPEN,
        "is_scored": found.state in SCORED,
        "fills": may_fill(case, person),
        "checks": found.state is State.SUBMITTED and State.VERIFIED in moves,
        "notes": own and can(person, Permission.APPROVE) and found.state is not State.FINAL,
        "expert": found.state is State.SUBMITTED and person.id in queries.experts(found.version) and not own,
        "history": queries.said(found.id),
        "events": words.EVENTS,
        "names": deskwords.names(),
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "most": MAX_TEXT,
    }


def _act(act: str, public_id: str, request: HttpRequest, person: Actor) -> str:
    """Do what a button says and return which sentence tells of it."""
    form, now = request.POST, timezone.now()
    if act in {State.WAITING, State.SUBMITTED, State.SAVED}:
        actions.hand_in(id=public_id, to=State(act), by=person, now=now)
    elif act == State.DISPUTED:
        reasons = {key[2:]: str(value) for key, value in form.items() if key.startswith("d-")}
        actions.dispute(id=public_id, reasons=reasons, by=person, now=now)
    elif act == State.VERIFIED:
        actions.withdraw(id=public_id, by=person, now=now)
    elif act == State.ANSWERED:
        checking.answer(id=public_id, decisions=_decisions(form.dict()), by=person, now=now)
    elif act == State.FINAL:
        actions.finish(id=public_id, by=person, now=now)
    elif act == "note":
        actions.attach_note(id=public_id, text=form.get("note", ""), by=person, now=now)
    else:
        raise Invalid(_NO_ACT, faults=[Fault("form", _NO_ACT, None, _NO_ACT)])
    return act


def _decisions(form: Mapping[str, Any]) -> dict[str, Decision]:
    return {
        key[2:]: Decision(upheld=value == _RIGHT, text=str(form.get(f"a-{key[2:]}", "")))
        for key, value in form.items()
        if key.startswith("u-") and value in {_RIGHT, _WRONG}
    }


def _labels(version: SetVersion) -> Mapping[str, str]:
    return {
        **_LABELS,
        **{f"{mark}-{each.id}": each.id for each in version.criteria_set.criteria for mark in "adpsuw"},
    }


def _page(request: HttpRequest) -> int:
    number = request.GET.get("trang", "1")[:4]
    return max(1, int(number)) if number.isascii() and number.isdecimal() else 1
