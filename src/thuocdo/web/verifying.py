"""Pages of the verifier: the queue by age, and one record with what was asked beside what was offered."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from thuocdo.config.current import Known, today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Fault, Invalid, NotAllowed, ThuocDoError
from thuocdo.cycles import desk
from thuocdo.cycles.actions import verify_records
from thuocdo.cycles.attaching import attachment, files_of
from thuocdo.cycles.checks import NAMES, File, signature_in
from thuocdo.cycles.types import AttachedFile, Decision, Evidence, RecordKind, State
from thuocdo.programme.types import Indicator, Task
from thuocdo.web import deskwords
from thuocdo.web.current import current_of
from thuocdo.web.examining import Names, Sight, Uses, proves_nothing_by_rule, see
from thuocdo.web.gate import actor_of
from thuocdo.web.head import SCRIPTED
from thuocdo.web.language import language, said, said_fault
from thuocdo.web.language import words as _

PAGE = 50
"""Rows of the queue on one page."""

LONGEST = 2000
"""Signs of a sentence that a verifier writes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks of the queue: a kind, a body, a page."""

    kind: str = ""
    agency: str = ""
    page: int = 1

    @property
    def query(self) -> str:
        """Return the filter as it stands in an address, without the page."""
        given = {"loai": self.kind, "co-quan": self.agency}
        return urlencode({name: value for name, value in given.items() if value})


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Show everything that waits for a second person, the oldest first."""
    person, asked = actor_of(request), _asked(request.GET)
    known, everything = current_of(), desk.to_verify(actor_of(request), day=today())
    names = Names(known)
    rows = _filtered(everything, asked)
    pages = max(1, -(-len(rows) // PAGE))
    page = min(asked.page, pages)
    shown = {
        "person": person,
        "known": known,
        "asked": asked,
        "rows": rows[(page - 1) * PAGE : page * PAGE],
        "found": len(rows),
        "total": len(everything),
        "late": sum(item.monitor_late for item in everything),
        "mine": sum(item.mine for item in everything),
        "first": next((item.waiting.id for item in rows if item.mine), ""),
        "page": page,
        "pages": pages,
        "kinds": Counter(item.waiting.kind for item in everything),
        "agencies": _bodies(everything, names),
        "body": lambda code: _body(names, code),
        "about": lambda kind, code: _about(known, kind, code),
        "kind_word": lambda kind: _(deskwords.KINDS[kind]),
        "line": deskwords.line,
    }
    return render(request, "verify.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, record: str) -> HttpResponse:
    """Show one record, and take the decision on it."""
    person = actor_of(request)
    case = desk.case(record, by=person, day=today())
    if request.method != "POST":
        return _record(request, case, person)
    asked = _asked(request.POST)
    if case.state is not State.SENT:
        return _faster(request, case, person)
    if case.bar:
        raise NotAllowed(_(deskwords.BARS[case.bar]))
    after = _after(desk.to_verify(person, day=today()), record, asked)
    try:
        verify_records(decisions=[_decision(request, case)], by=person, now=timezone.now())
    except Invalid as refused:
        return _record(request, case, person, problem=refused)
    except Conflict:
        return _faster(request, desk.case(record, by=person, day=today()), person)
    address = reverse("verify-record", args=[after]) if after else reverse("verify")
    return redirect(f"{address}?{asked.query}" if asked.query else address)


def _asked(given: Mapping[str, str]) -> Asked:
    page = given.get("trang", "")
    kind = given.get("loai", "")
    return Asked(
        kind=kind if kind in set(RecordKind) else "",
        agency=given.get("co-quan", "")[:40],
        page=max(1, int(page)) if page.isdecimal() and page.isascii() and len(page) < LONGEST else 1,
    )


def _filtered(items: Sequence[desk.Item], asked: Asked) -> list[desk.Item]:
    return [
        item
        for item in items
        if asked.kind in {"", item.waiting.kind} and asked.agency in {"", item.waiting.agency}
    ]


def _after(items: Sequence[desk.Item], record: str, asked: Asked) -> str:
    """Return the next record that this person may decide, else the first one, "" when none is left."""
    ids = [item.waiting.id for item in _filtered(items, asked) if item.mine or item.waiting.id == record]
    place = ids.index(record) if record in ids else -1
    others = [*ids[place + 1 :], *ids[: max(place, 0)]]
    return others[0] if others else ""


def _bodies(items: Sequence[desk.Item], names: Names) -> list[tuple[str, str, int]]:
    counted = Counter(item.waiting.agency for item in items)
    rows = [(code, names(code, language()), count) for code, count in counted.items() if code]
    return sorted(rows, key=lambda row: row[1])


def _body(names: Names, code: str) -> str:
    """Return whose record it is; values that were measured, or taken from elsewhere, are nobody's."""
    return names(code, language()) if code else _("reported by no body")


def _about(known: Known, kind: str, code: str) -> Task | Indicator | None:
    """Return the task or indicator that a record names; a value is one of an indicator, never of a task."""
    programme = known.facts.programme
    if kind != RecordKind.OBSERVATION:
        task = next((each for each in programme.tasks if each.code == code), None)
        if task is not None:
            return task
    return next((each for each in programme.indicators if code in {each.code, each.key}), None)


# One record ----------------------------------------------------------------------------------------


def _record(
    request: HttpRequest, case: desk.Case, person: Actor, *, problem: Invalid | None = None
) -> HttpResponse:
    known = current_of(case.programme)
    names, kept = Names(known), _kept(case, person)
    tasks = {task.code: task for task in known.facts.programme.tasks}
    task = None if case.kind is RecordKind.OBSERVATION else tasks.get(case.about)
    sight: Sight | None = None
    if isinstance(case.value, Evidence) and task is not None:
        files = tuple(File(file.name, _signed(file, path)) for file, path in kept)
        sight = see(case.value, task, known, uses=Uses(known), files=files)
    form = request.POST if request.method == "POST" else {}
    shown = {
        "person": person,
        "known": known,
        "case": case,
        "task": task,
        "item": _about(known, case.kind, case.about),
        "sight": sight,
        "files": [file for file, _path in kept],
        "asked": _asked(form or request.GET),
        "body": _body(names, case.agency),
        "leads": [names(code, language()) for code in task.leads] if task else [],
        "mover": deskwords.person(case.person),
        "bar": _(deskwords.BARS[case.bar]) if case.bar and case.bar != "decided" else "",
        **_words(),
        "fields": {name: _(deskwords.FIELDS[name]) for name in deskwords.FIELDS_OF[case.kind]},
        "cells": deskwords.cells(case.value),
        "problem": problem,
        "faulty": _by_field(problem),
        "form": form,
        "ticked": request.POST.getlist("part") if form else None,
        "longest": LONGEST,
    }
    response = render(request, "verify-record.html", shown, status=problem.http_status if problem else 200)
    for name, value in SCRIPTED.items():
        response[name] = value
    return response


def _words() -> dict[str, Callable[..., object]]:
    """Return what the page asks for words."""
    return {
        "kind_word": lambda kind: _(deskwords.KINDS[kind]),
        "need_words": deskwords.needs,
        "check_name": lambda check: _(NAMES[check.name]),
        "why": deskwords.why,
        "outcome_word": lambda outcome: _(deskwords.OUTCOMES[outcome]),
        "part_name": deskwords.part_name,
        "safe_address": deskwords.is_address,
    }


def _decision(request: HttpRequest, case: desk.Case) -> Decision:
    form = request.POST
    note = form.get("note", "").strip()
    if form.get("decision") == "accept":
        _check_texts(case, {"note": note})
        _check_parts(case, form.getlist("part"))
        return Decision(
            id=case.id,
            accept=True,
            components=tuple(form.getlist("part")),
            note=note,
            in_gazette="gazette" in form if case.kind is RecordKind.EVIDENCE else None,
        )
    if form.get("decision") != "return":
        raise Invalid(_("Say what you decide."))
    said = {name: form.get(f"fault-{name}", "").strip() for name in deskwords.FIELDS_OF[case.kind]}
    reason = form.get("reason", "").strip()
    _check_texts(case, {**said, "reason": reason})
    faults = tuple(Fault(case.id, message, name) for name, message in said.items() if message)
    return Decision(id=case.id, accept=False, note=reason, faults=faults)


def _check_parts(case: desk.Case, parts: Sequence[str]) -> None:
    """Refuse to accept evidence for nothing: without a tick the rules have to match it with some part."""
    known = current_of(case.programme)
    task = next((task for task in known.facts.programme.tasks if task.code == case.about), None)
    if parts or task is None or not isinstance(case.value, Evidence):
        return
    if task.components and proves_nothing_by_rule(case.value, task, known):
        message = _("No rule matches it with a part: tick what it proves, or return it.")
        raise Invalid(_("Nothing was decided."), faults=[Fault(case.id, message, "component")])


def _check_texts(case: desk.Case, texts: Mapping[str, str]) -> None:
    long = [name for name, text in texts.items() if len(text) > LONGEST]
    if long:
        message = _("is longer than {limit} characters", limit=LONGEST)
        raise Invalid(_("Nothing was decided."), faults=[Fault(case.id, message, name) for name in long])


def _by_field(problem: Invalid | None) -> Mapping[str, str]:
    """Return what is wrong by the field of the form."""
    if problem is None:
        return {}
    told = {(fault.field or "").replace("component", "part"): said_fault(fault) for fault in problem.faults}
    return told or {"": said(problem)}


def _faster(request: HttpRequest, case: desk.Case, person: Actor) -> HttpResponse:
    """Say who decided meanwhile, and what; nothing of this person's decision was kept."""
    shown = {
        "person": person,
        "moves": [deskwords.move_of(case)],
        "back": reverse("verify"),
        "again": reverse("verify-record", args=[case.id]),
    }
    return render(request, "moved.html", shown, status=Conflict.http_status)


def _kept(case: desk.Case, person: Actor) -> list[tuple[AttachedFile, Path]]:
    """Return the files of a piece of evidence that this person may open."""
    if not isinstance(case.value, Evidence) or not case.value.files:
        return []
    found = []
    for file in files_of(case.value.files, agency=case.agency):
        try:
            found.append(attachment(file.public_id, by=person))
        except ThuocDoError:  # a file that was lost is missing on the page, the rest stays readable
            continue
    return found


def _signed(file: AttachedFile, path: Path) -> bool | None:
    """Say whether a PDF carries a signature; None for every other file."""
    return signature_in(path.read_bytes()) if file.media == "application/pdf" else None
