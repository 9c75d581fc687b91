"""Metrics that a methodologist writes: every version, its text and trial, proposing one, and the second word.

Looking is a plain GET, or a form that keeps nothing; proposing, approving and refusing are the actions that
`thuocdo metric` calls too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.config import written as wired
from thuocdo.config.current import today
from thuocdo.core.actor import Actor
from thuocdo.core.dates import month_end
from thuocdo.core.errors import Conflict, Fault, Invalid
from thuocdo.jobs import written as jobs
from thuocdo.measurement.written import queries
from thuocdo.measurement.written.actions import refuse_metric
from thuocdo.measurement.written.reading import MOST_BYTES
from thuocdo.measurement.written.rules import LONGEST, can_write, check_writer
from thuocdo.measurement.written.types import Compared, Step, Written
from thuocdo.programme.review.settling import typed as clean_text
from thuocdo.web import deskwords, metrics_words
from thuocdo.web.accounts import show
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_, said

DONE: Mapping[str, str] = {
    "propose": N_("The version was proposed. It measures nothing until a second person approves it."),
    "approve": N_("The version was approved. It measures from its first day on."),
    "refuse": N_("The proposal was refused."),
}
_NO_ACT = N_("Say what you decide")
_NOTHING = N_("Nothing was changed.")
_LONGEST_CODE = 80


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Show every written metric with its versions and where each stands, then those declared in files."""
    person, day = actor_of(request), today()
    versions, measuring = queries.versions(), wired.measuring_on(day)
    shown = {
        "waiting": [each for each in versions if each.step is Step.PROPOSED],
        "written": metrics_words.by_metric(versions),
        "declared": wired.declarations(),
        "measuring": measuring,
        "today": day,
        "writes": can_write(person),
        "people": deskwords.names(),
        "words": metrics_words,
    }
    return show(request, "metrics.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def metric(request: HttpRequest, metric: str) -> HttpResponse:
    """Show one version whole, with what it gives beside the one in force; take the second person's word."""
    person = actor_of(request)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        act = request.POST.get("act", "")
        try:
            _ACTS.get(act, _nothing)(metric, request.POST, person)
        except Invalid as wrong:
            faults = wrong.faults
        else:
            return redirect(f"{reverse('metric', args=[metric])}?xong={act}")
    found, day = queries.version(metric), today()
    waits = found.step is Step.PROPOSED
    looked = _look(found.text) if waits else None
    shown = {
        "found": found,
        "looked": looked,
        "changes": metrics_words.changes(wired.before(found.written)[1], found.text) if waits else (),
        "waits": waits,
        "in_time": found.written.applies_from > day,
        "own": found.proposed_by == person.id,
        "approves": can(person, Permission.ADOPT),
        "state": metrics_words.state(found, wired.measuring_on(day), day),
        "writes": can_write(person),
        "people": deskwords.names(),
        "words": metrics_words,
        "faulty": metrics_words.faulty(faults),
        "note": request.POST.get("note", "")[:LONGEST] if faults else "",
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "most": LONGEST,
    }
    return show(request, "metric.html", shown, status=422 if faults else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Take the text of a version, name every fault with its line, show what it gives, then propose it."""
    person = actor_of(request)
    check_writer(person)
    form = request.POST
    text, reason = (
        form.get("text", "").replace("\r\n", "\n"),
        clean_text(form.get("reason", "")[: LONGEST + 1]),
    )
    faults: tuple[Fault, ...] = ()
    looked: _Looked | None = None
    written: Written | None = None
    if request.method == "POST":
        try:
            if form.get("act") == "propose":
                version = jobs.propose(text, reason=reason, by=person, now=timezone.now())
                return redirect(f"{reverse('metric', args=[version.id])}?xong=propose")
            written, _trial = jobs.rehearse(text, by=person, now=timezone.now())
            looked = _look(text)
        except Invalid as wrong:
            faults = wrong.faults
    else:
        text = _start(request)
    shown = {
        "text": text,
        "reason": reason,
        "looked": looked,
        "written": written,
        "changes": metrics_words.changes(wired.before(written)[1], text) if written else (),
        "lines": metrics_words.lines(text, faults),
        "faulty": metrics_words.faulty(each for each in faults if each.field == "reason"),
        "codes": [each.code for each in wired.declarations()],
        "words": metrics_words,
        "most": LONGEST,
        "most_bytes": MOST_BYTES,
    }
    return show(request, "metric-new.html", shown, status=422 if faults else 200)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a text gives beside the version in force, or the sentence why it no longer runs."""

    compared: Compared | None
    refusal: str = ""


def _look(text: str) -> _Looked:
    try:
        return _Looked(wired.compared(text))
    except Invalid as wrong:
        return _Looked(None, said(wrong))


def _start(request: HttpRequest) -> str:
    """Return the text that the form begins with: a version, what measures a metric now, or an empty one."""
    asked = request.GET.get("ban", "")
    if asked:
        return queries.version(asked).text
    code = request.GET.get("ma", "")[:_LONGEST_CODE]
    day = _next_month(today())
    try:
        return wired.start(code, day)
    except Conflict:
        return wired.start("", day)


def _next_month(day: date) -> date:
    return month_end(day.year, day.month) + timedelta(days=1)


def _approve(version: str, form: Mapping[str, str], person: Actor) -> None:
    jobs.approve(version, seen=form.get("seen", ""), by=person, now=timezone.now())


def _refuse(version: str, form: Mapping[str, str], person: Actor) -> None:
    note = clean_text(form.get("note", "")[: LONGEST + 1])
    refuse_metric(id=version, note=note, by=person, now=timezone.now())


def _nothing(version: str, form: Mapping[str, str], person: Actor) -> None:  # noqa: ARG001  the form of an act
    raise Invalid(_NOTHING, faults=[Fault("metric", _NO_ACT, None, _NO_ACT)])


_ACTS = {"approve": _approve, "refuse": _refuse}
