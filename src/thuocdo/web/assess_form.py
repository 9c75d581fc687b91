"""The unit's own form, saved as it goes, and the screens of those who score beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.assessments import actions, checking, office, queries, results
from thuocdo.assessments.questions import asked_at, inputs_of, may_skip, questions
from thuocdo.assessments.reading import TypedChecked, TypedOwn
from thuocdo.assessments.rules import check_expert, check_fill, may_look
from thuocdo.assessments.types import MAX_TEXT, Card, Giver, Own, SetVersion, Side, State
from thuocdo.config.current import today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid
from thuocdo.cycles import attaching
from thuocdo.web import assess_words as words
from thuocdo.web import deskwords, matters_words
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_

_LOST = N_("the file was too large to be received; choose a smaller one")
_LABELS: Mapping[str, str] = {"note": N_("Note")}


@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, assessment: str) -> HttpResponse:
    """Show the unit's form and keep what is typed; with the other button it is handed in too."""
    person = actor_of(request)
    found = queries.card(assessment, by=person, day=today())
    check_fill(queries.case_of(found, today()), person)
    version = queries.set_of(found.version)
    if request.method != "POST":
        return _form(request, person, found, version, ())
    typed, faults = _typed(request, version, person)
    done = actions.save_own(
        id=assessment, typed=typed, number=_number(request), by=person, now=timezone.now()
    )
    faults = [*faults, *done.faults]
    to = request.POST.get("act", "")
    if not faults and to in {State.WAITING, State.SUBMITTED}:
        try:
            actions.hand_in(id=assessment, to=State(to), by=person, now=timezone.now())
        except Invalid as refused:
            faults = list(refused.faults)
        else:
            return redirect(f"{reverse('assessment', args=[assessment])}?xong={to}")
    if not faults:
        return redirect(f"{reverse('assessment-form', args=[assessment])}?xong=1")
    kept = queries.card(assessment, by=person, day=today())
    return _form(request, person, kept, version, faults, typed)


def _form(  # noqa: PLR0917  what the page shows, and what was typed into it
    request: HttpRequest,
    person: Actor,
    found: Card,
    version: SetVersion,
    faults: Iterable[Fault],
    typed: TypedOwn | None = None,
) -> HttpResponse:
    given, refused = version.criteria_set, tuple(faults)
    told = results.result(found)
    at = asked_at(given, Giver.UNIT)
    filled = [each.id for each in given.criteria if _is_filled(each.id, at, found.own)]
    asks = [each.id for each in given.criteria if each.source == "self_assessed" or each.id in at]
    shown = {
        **_scene(person, found, version),
        "at": at,
        "told": told,
        "lines": {each.criterion: each for each in told.own.explanation.lines},
        "may_skip": may_skip,
        "values": {**found.own.values, **(typed.values if typed else {})},
        "skipped": typed.skipped if typed else found.own.skipped,
        "proof_lines": _lines(found.own, typed),
        "proofs": found.own.proofs,
        "files": _files(found, person),
        "note": typed.note if typed else found.own.note,
        "filled": len([each for each in asks if each in filled]),
        "asks": asks,
        "heads": can(person, Permission.APPROVE),
        "faulty": matters_words.faulty(
            Invalid("", faults=refused) if refused else None, _labels(version, _LABELS)
        ),
        "saved": "xong" in request.GET,
    }
    return render(request, "assess-form.html", shown, status=422 if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, assessment: str) -> HttpResponse:
    """Show what the unit says and take what the verifier finds beside it; both are kept apart."""
    person = actor_of(request)
    found = queries.card(assessment, by=person, day=today())
    if request.method != "POST" and not may_look(queries.case_of(found, today()), person):
        return redirect("assessment", assessment)
    refused, typed = None, _typed_check(request)
    if request.method == "POST":
        try:
            finished = _look(request, found, typed, person)
        except Invalid as wrong:
            refused = wrong
        else:
            to = "assessment" if finished else "assessment-check"
            return redirect(f"{reverse(to, args=[assessment])}?xong=looked")
    version = queries.set_of(found.version)
    given = version.criteria_set
    around = [found]
    sides = {side: results.outcome(version, around, found, side).explanation for side in Side}
    shown = {
        **_scene(person, found, version),
        "at": asked_at(given, Giver.UNIT),
        "office_at": asked_at(given, Giver.OFFICE),
        "office": found.office,
        "experts": found.experts,
        "expert_at": asked_at(given, Giver.EXPERT),
        "sides": sides,
        "own_lines": {each.criterion: each for each in sides[Side.OWN].lines},
        "checked_lines": {each.criterion: each for each in sides[Side.CHECKED].lines},
        "values": {**found.own.values, **found.checked.values, **(typed.values if refused else {})},
        "decided": _decided(found, typed if refused else None),
        "remarks": typed.remarks if refused else {**found.checked.refused, **found.checked.applies},
        "files": attaching.files_of_ids(_file_ids(found.own), agency=found.agency),
        "faulty": matters_words.faulty(refused, _labels(version)),
        "saved": "xong" in request.GET,
    }
    return render(request, "assess-check.html", shown, status=refused.http_status if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def expert(request: HttpRequest, assessment: str) -> HttpResponse:
    """Take the scores of one named expert."""
    person = actor_of(request)
    found = queries.card(assessment, by=person, day=today())
    check_expert(queries.case_of(found, today()), person, queries.experts(found.version))
    refused = None
    if request.method == "POST":
        typed = {key[2:]: str(value) for key, value in request.POST.items() if key.startswith("v-")}
        try:
            checking.give_scores(id=assessment, typed=typed, by=person, now=timezone.now())
        except Invalid as wrong:
            refused = wrong
        else:
            return redirect(f"{reverse('assessment-expert', args=[assessment])}?xong=1")
    version = queries.set_of(found.version)
    shown = {
        **_scene(person, found, version),
        "at": asked_at(version.criteria_set, Giver.EXPERT),
        "values": dict(request.POST.items()) if refused else _own_scores(found, person),
        "proofs": found.own.proofs,
        "faulty": matters_words.faulty(refused, _labels(version)),
        "saved": "xong" in request.GET,
    }
    return render(request, "assess-expert.html", shown, status=refused.http_status if refused else 200)


def _look(request: HttpRequest, found: Card, typed: TypedChecked, person: Actor) -> bool:
    """Keep what a verifier sent; returns whether that finished the verification."""
    now, act = timezone.now(), request.POST.get("act", "")
    if act == "office":
        values = {key[2:]: str(value) for key, value in request.POST.items() if key.startswith("o-")}
        done = office.give_values(
            version=found.version, period=found.period, rows={found.unit: values}, by=person, now=now
        )
        wrong = [
            replace(each, field=f"o{(each.field or '')[1:]}") for each in done.faulty.get(found.unit, ())
        ]
        if wrong:
            raise Invalid("", faults=wrong)
        return False
    finished = act == "finish"
    checking.look(id=found.id, typed=typed, number=_number(request), finished=finished, by=person, now=now)
    return finished


def _scene(person: Actor, found: Card, version: SetVersion) -> dict[str, Any]:
    asked = questions(version.criteria_set)
    return {
        "person": person,
        "words": words,
        "found": found,
        "version": version,
        "given": version.criteria_set,
        "questions": asked,
        "titles": words.titles_of(asked),
        "inputs_of": inputs_of,
        "Giver": Giver,
        "Side": Side,
        "body": words.body_names(queries.bodies()).get(found.agency, found.agency),
        "names": deskwords.names(),
        "most": MAX_TEXT,
    }


def _typed(request: HttpRequest, version: SetVersion, person: Actor) -> tuple[TypedOwn, list[Fault]]:
    """Return the form as typed; files are kept whatever else is wrong, so that no fault loses one."""
    form = request.POST
    known = {each.id for each in version.criteria_set.criteria}
    files = {name: [str(each) for each in form.getlist(f"k-{name}")] for name in known}
    faults = []
    for field in request.FILES:
        name = field.removeprefix("f-")
        if name not in known:
            continue
        for sent in request.FILES.getlist(field):
            try:
                kept = attaching.attach(name=sent.name or "", data=sent.read(), by=person, now=timezone.now())
            except Invalid as refused:
                faults += [replace(each, field=f"p-{name}") for each in refused.faults]
                if not refused.faults:
                    faults.append(Fault("form", refused.message, f"p-{name}"))
                continue
            files[name].append(kept.public_id)
    if getattr(request, "too_large", False):
        faults.append(Fault("form", _LOST, None, _LOST))
    typed = TypedOwn(
        values=_under(form.dict(), "v-"),
        skipped={name: str(form.get(f"w-{name}", "")) for name in _under(form.dict(), "s-")},
        lines={
            name: text.replace("\r\n", "\n").split("\n") for name, text in _under(form.dict(), "p-").items()
        },
        files={name: each for name, each in files.items() if each},
        note=str(form.get("note", "")),
    )
    return typed, faults


def _typed_check(request: HttpRequest) -> TypedChecked:
    form = request.POST.dict()
    return TypedChecked(_under(form, "v-"), _under(form, "e-"), _under(form, "n-"), _under(form, "r-"))


def _under(form: Mapping[str, Any], mark: str) -> dict[str, str]:
    return {key[len(mark) :]: str(value) for key, value in form.items() if key.startswith(mark)}


def _decided(found: Card, typed: TypedChecked | None) -> Mapping[str, str]:
    """Return by criterion how evidence and skips were decided so far: "e-A1": "no"."""
    if typed is not None:
        said = {f"e-{name}": value for name, value in typed.evidence.items()}
        return {**said, **{f"n-{name}": value for name, value in typed.skips.items()}}
    refused = {f"e-{name}": "no" for name in found.checked.refused}
    return {**refused, **{f"n-{name}": "no" for name in found.checked.applies}}


def _is_filled(criterion: str, at: Mapping[str, Any], own: Own) -> bool:
    asked = at.get(criterion, ())
    return criterion in own.skipped or (
        all(each.name in own.values for each in asked) and (bool(asked) or criterion in own.proofs)
    )


def _lines(own: Own, typed: TypedOwn | None) -> Mapping[str, str]:
    if typed is not None:
        return {name: "\n".join(lines) for name, lines in typed.lines.items()}
    return {name: "\n".join(each.text for each in proofs if each.text) for name, proofs in own.proofs.items()}


def _file_ids(own: Own) -> list[str]:
    return [name for proofs in own.proofs.values() for proof in proofs for name in proof.files]


def _files(found: Card, person: Actor) -> Mapping[str, Any]:
    return attaching.files_named(_file_ids(found.own), by=person)


def _own_scores(found: Card, person: Actor) -> Mapping[str, str]:
    return {f"v-{name}": value for name, value in queries.own_scores(found.id, by=person).items()}


def _labels(version: SetVersion, more: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """Return the names of the fields as the page shows them."""
    asked = questions(version.criteria_set)
    titles = {f"{mark}-{name}": words.text(each.given.title) for name, each in asked.items() for mark in "vo"}
    criteria = {f"{mark}-{each.id}": each.id for each in version.criteria_set.criteria for mark in "pswrfen"}
    return {**criteria, **titles, **(more or {})}


def _number(request: HttpRequest) -> int | None:
    text = request.POST.get("number", "")[:9]
    return int(text) if text.isascii() and text.isdecimal() else None
