"""Thresholds: those in force, what others would change, and two people who decide on a new set.

A new set is first shown with every status that would change; then one person proposes it and a
second one approves or refuses it. Looking is a plain GET and writes nothing.
"""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.config.current import today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid, NotFound
from thuocdo.measurement.thresholds import queries
from thuocdo.measurement.thresholds.actions import (
    approve_thresholds,
    propose_thresholds,
    refuse_thresholds,
)
from thuocdo.measurement.thresholds.reading import cells_of, read_thresholds
from thuocdo.measurement.thresholds.rules import (
    LONGEST_REASON,
    day_faults,
    fault,
    in_force,
)
from thuocdo.measurement.thresholds.types import NAMES, STANDARD, SetState, Thresholds
from thuocdo.programme.review.settling import read_day
from thuocdo.programme.review.settling import typed as clean_text
from thuocdo.web import deskwords
from thuocdo.web import thresholds_shown as words
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_
from thuocdo.web.thresholds_shown import Looked, look

DONE: Mapping[str, str] = {
    "propose": N_("The set was proposed. It changes nothing until a second person approves it."),
    "approve": N_("The set was approved and applies from its day."),
    "refuse": N_("The proposal was refused."),
}
_MOVED = N_("are {count} by now; look at them again, then decide")
_NO_ACT = N_("Say what you decide")
_NOTHING = N_("Nothing was changed.")
_FIELDS = (*NAMES, "applies_from")
_LONGEST_CELL = 40


@require_http_methods(["GET", "HEAD", "POST"])
def thresholds(request: HttpRequest) -> HttpResponse:
    """Show the thresholds in time and what a set would change; take a proposal and the second word."""
    person = actor_of(request)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        act = request.POST.get("act", "")
        try:
            _ACTS.get(act, _nothing)(request.POST, person)
        except Invalid as wrong:
            faults = wrong.faults
        else:
            return redirect(f"{reverse('thresholds')}?xong={act}")
    return _page(request, person, faults)


def _propose(form: Mapping[str, str], person: Actor) -> None:
    numbers, applies_from = _read(form)
    changes = _seen(form, look(numbers, applies_from, queries.history()))
    propose_thresholds(
        thresholds=numbers,
        applies_from=applies_from,
        reason=clean_text(form.get("reason", "")[: LONGEST_REASON + 1]),
        typed=form.get("typed", "")[:_LONGEST_CELL],
        changes=changes,
        by=person,
        now=timezone.now(),
    )


def _approve(form: Mapping[str, str], person: Actor) -> None:
    history = queries.history()
    found = next((each for each in history if each.id == form.get("set", "")), None)
    if found is None:
        raise NotFound(N_("There is no such set of thresholds."))
    waits = found.state is SetState.PROPOSED
    changes = _seen(form, look(found.thresholds, found.applies_from, history)) if waits else 0
    typed = form.get("typed", "")[:_LONGEST_CELL]
    approve_thresholds(id=found.id, typed=typed, changes=changes, by=person, now=timezone.now())


def _refuse(form: Mapping[str, str], person: Actor) -> None:
    note = clean_text(form.get("note", "")[: LONGEST_REASON + 1])
    refuse_thresholds(id=form.get("set", ""), note=note, by=person, now=timezone.now())


def _nothing(form: Mapping[str, str], person: Actor) -> None:  # noqa: ARG001  the form of an act
    raise Invalid(_NOTHING, faults=[Fault("thresholds", _NO_ACT, None, _NO_ACT)])


_ACTS = {"propose": _propose, "approve": _approve, "refuse": _refuse}


def _page(request: HttpRequest, person: Actor, faults: tuple[Fault, ...]) -> HttpResponse:
    history, day = queries.history(), today()
    current = in_force(history, day)
    waiting = next((each for each in history if each.state is SetState.PROPOSED), None)
    form = request.POST if request.POST.get("act") == "propose" else request.GET
    looked = None
    if waiting is not None:
        looked = look(waiting.thresholds, waiting.applies_from, history)
    elif any(name in form for name in _FIELDS):
        try:
            looked = look(*_read(form), history)
        except Invalid as wrong:
            faults = wrong.faults
    numbers = STANDARD if current is None else current.thresholds
    shown = {
        "person": person,
        "words": words,
        "names": NAMES,
        "numbers": numbers,
        "current": current,
        "standard": STANDARD,
        "history": history,
        "today": day,
        "waiting": waiting,
        "looked": looked,
        "kept": urlencode(_cells(request.GET)),
        "cells": {**cells_of(numbers), **_cells(form)},
        "reason": form.get("reason", "")[:LONGEST_REASON],
        "faulty": words.faulty(faults),
        "act": request.POST.get("act", ""),
        "people": deskwords.names(),
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "most": LONGEST_REASON,
    }
    return render(request, "thresholds.html", shown, status=422 if faults else 200)


def _read(form: Mapping[str, str]) -> tuple[Thresholds, date]:
    """Return what a form says; `Invalid` with everything that is wrong with it."""
    numbers, faults = read_thresholds(form)
    applies_from = read_day(form.get("applies_from", "").strip()[:_LONGEST_CELL])
    wrong = (*faults, *day_faults(applies_from, today()))
    if wrong or numbers is None or applies_from is None:
        raise Invalid(_NOTHING, faults=wrong)
    return numbers, applies_from


def _cells(form: Mapping[str, str]) -> dict[str, str]:
    return {name: form[name][:_LONGEST_CELL] for name in _FIELDS if name in form}


def _seen(form: Mapping[str, str], looked: Looked) -> int:
    """Return how many statuses change; refused when the person was shown another count."""
    if form.get("seen", "") != str(looked.changes):
        raise Invalid(_NOTHING, faults=[fault("seen", _MOVED, count=str(looked.changes))])
    return looked.changes
