"""Criteria sets: the list, one set with all it says, proposing one, and the second person who freezes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.assessments import previewing, proposing, queries
from thuocdo.assessments.errors import no_set
from thuocdo.assessments.previewing import Preview
from thuocdo.assessments.questions import inputs_of, questions
from thuocdo.assessments.rules import check_propose, may_propose
from thuocdo.assessments.types import MAX_SET_BYTES, MAX_TEXT, SetState
from thuocdo.config.current import today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid
from thuocdo.core.messages import fault_sentence
from thuocdo.evaluation.scoring import shipped as ours
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.programme.review.settling import read_day
from thuocdo.web import assess_words as words
from thuocdo.web import deskwords, matters_words
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_, language

DONE: Mapping[str, str] = {
    "propose": N_("The set was proposed. It judges nobody until a second person freezes it."),
    "freeze": N_("The set is frozen. It judges the periods that were named and never changes again."),
    "refuse": N_("The proposal was refused."),
    "experts": N_("The experts were named."),
}
_LABELS: Mapping[str, str] = {
    "judges_from": N_("First day that it judges"),
    "judges_until": N_("Last day that it judges"),
    "reason": N_("Why"),
    "note": N_("Why"),
    "experts": N_("Experts"),
}
_TOO_LARGE = N_("The file is larger than {most} KB.")
_NO_ACT = N_("Say what you decide.")
_LONGEST_CELL = 40


@require_safe
def sets(request: HttpRequest) -> HttpResponse:
    """Show the versions that the person may see, and the sets that come with this software."""
    person = actor_of(request)
    shown = {
        "person": person,
        "words": words,
        "versions": queries.versions(by=person),
        "shipped": [ours.shipped(name) for name in ours.names()],
        "proposes": may_propose(person),
        "SetState": SetState,
    }
    return render(request, "assess-sets.html", shown)


@require_safe
def shipped(request: HttpRequest, shipped: str) -> HttpResponse:
    """Show a set that comes with this software, to look at and to start from."""
    if shipped not in ours.names():
        raise no_set()
    data = ours.shipped_bytes(shipped)
    if request.GET.get("dang") == "yaml":
        return _download(data, f"{shipped}.yaml", "application/yaml")
    given = ours.shipped(shipped)
    shown = {**_scene(actor_of(request), given), "version": None, "text": data.decode()}
    return render(request, "assess-set.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def version(request: HttpRequest, version: str) -> HttpResponse:
    """Show one version; take the second person's word, a refusal, and the names of experts."""
    person = actor_of(request)
    refused = None
    if request.method == "POST":
        act = request.POST.get("act", "")
        try:
            _act(act, version, request, person)
        except Invalid as wrong:
            refused = wrong
        else:
            return redirect(f"{reverse('criteria-set', args=[version])}?xong={act}")
    found = queries.version(version, by=person)
    text, reason, spelling = queries.text_of(version, by=person)
    if request.GET.get("dang") == "yaml":
        return _download(text.encode(), f"{found.name}-{found.criteria_set.version}.yaml", "application/yaml")
    if request.GET.get("dang") == "json":
        return _download(
            spelling.encode(), f"{found.name}-{found.criteria_set.version}.json", "application/json"
        )
    adopts = can(person, Permission.ADOPT)
    waits = found.state is SetState.PROPOSED
    shown = {
        **_scene(person, found.criteria_set),
        "version": found,
        "text": text,
        "reason": reason,
        "names": deskwords.names(),
        "adopts": adopts,
        "waits": waits,
        "in_time": today() < found.judges_from,
        "preview": previewing.preview_of(found.criteria_set, by=person) if waits else None,
        "experts": sorted(queries.experts(version)),
        "asks_experts": any(each.giver == "expert" for each in questions(found.criteria_set).values()),
        "faulty": matters_words.faulty(refused, _LABELS),
        "typed": request.POST if refused else {},
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "most": MAX_TEXT,
    }
    return render(request, "assess-set.html", shown, status=refused.http_status if refused else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Take a set as a file or as text, name every fault at once, show what would move, then propose it."""
    person = actor_of(request)
    check_propose(person)
    data, fault = _sent(request)
    found, refused = None, fault
    if request.method == "POST" and not fault:
        try:
            found = previewing.preview(data, by=person)
            if request.POST.get("act") == "propose":
                return _propose(request, person, data, found)
        except Invalid as wrong:
            refused = wrong
    return _propose_page(request, person, data, found, refused)


def _propose(request: HttpRequest, person: Actor, data: bytes, found: Preview) -> HttpResponse:
    form = request.POST
    made = proposing.propose_set(
        data=data,
        judges_from=_day(form, "judges_from"),
        judges_until=_day(form, "judges_until"),
        reason=form.get("reason", "")[: MAX_TEXT + 1],
        moved=len(found.changes),
        by=person,
        now=timezone.now(),
    )
    return redirect(f"{reverse('criteria-set', args=[made])}?xong=propose")


def _propose_page(
    request: HttpRequest, person: Actor, data: bytes, found: Preview | None, refused: Invalid | None
) -> HttpResponse:
    form = request.POST
    text = data.decode("utf-8", errors="replace").lstrip("\ufeff")
    start = request.GET.get("tu", "")
    if request.method != "POST" and start in ours.names():
        text = ours.shipped_bytes(start).decode()
    faults = refused.faults if refused else ()
    judges = found.criteria_set.judges if found else None
    shown = {
        "person": person,
        "words": words,
        "text": text,
        "found": found,
        "preview": found,
        "given": found.criteria_set if found else None,
        "wrong_lines": [
            fault_sentence(each, language()) for each in faults if each.where.startswith("line ")
        ],
        "faulty": matters_words.faulty(_of_form(refused), _LABELS) if refused else {},
        "typed": {
            "judges_from": form.get("judges_from", words.iso(judges.from_ if judges else None))[
                :_LONGEST_CELL
            ],
            "judges_until": form.get("judges_until", words.iso(judges.until if judges else None))[
                :_LONGEST_CELL
            ],
            "reason": form.get("reason", "")[:MAX_TEXT],
        },
        "names": ours.names(),
        "bodies": words.body_names(queries.bodies()),
        "most": MAX_TEXT,
        "most_kb": MAX_SET_BYTES // 1024,
    }
    return render(request, "assess-propose.html", shown, status=refused.http_status if refused else 200)


def _of_form(refusal: Invalid) -> Invalid | None:
    """Return what is wrong with the form itself; faults of the file are listed by line."""
    own = [each for each in refusal.faults if not each.where.startswith("line ")]
    if own or not refusal.faults:
        return Invalid(refusal.template, faults=own, params=refusal.params)
    return None


def _sent(request: HttpRequest) -> tuple[bytes, Invalid | None]:
    if request.method != "POST":
        return b"", None
    file = request.FILES.get("file")
    data = file.read() if file else request.POST.get("text", "").replace("\r\n", "\n").encode()
    if getattr(request, "too_large", False) or len(data) > MAX_SET_BYTES:
        params = {"most": MAX_SET_BYTES // 1024}
        return b"", Invalid(_TOO_LARGE, params=params)
    return data, None


def _act(act: str, public_id: str, request: HttpRequest, person: Actor) -> None:
    form, now = request.POST, timezone.now()
    if act == "freeze":
        proposing.freeze_set(id=public_id, by=person, now=now)
    elif act == "refuse":
        proposing.refuse_set(id=public_id, note=form.get("note", "")[: MAX_TEXT + 1], by=person, now=now)
    elif act == "experts":
        names = form.get("experts", "")[:MAX_TEXT].replace(",", " ").split()
        proposing.name_experts(id=public_id, names=names, by=person, now=now)
    else:
        raise Invalid(_NO_ACT, faults=[Fault("form", _NO_ACT, None, _NO_ACT)])


def _scene(person: Actor, given: CriteriaSet) -> dict[str, Any]:
    asked = questions(given)
    return {
        "person": person,
        "words": words,
        "given": given,
        "questions": asked,
        "titles": words.titles_of(asked),
        "inputs_of": inputs_of,
        "bodies": words.body_names(queries.bodies()),
        "proposes": may_propose(person),
        "preview": None,
        "faulty": {},
        "typed": {},
        "done": "",
    }


def _day(form: Mapping[str, str], name: str) -> date | None:
    return read_day(form.get(name, "").strip()[:_LONGEST_CELL])


def _download(data: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(data, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
