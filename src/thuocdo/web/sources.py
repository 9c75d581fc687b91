"""Sources of measurement: the list with their states, one source, one run, and what was measured."""

from collections.abc import Mapping
from decimal import Decimal

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from thuocdo.config.current import today
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid
from thuocdo.measurement import queries as observed
from thuocdo.measurement.sources import queries
from thuocdo.measurement.sources.actions import (
    pause_source,
    refuse_version,
    resume_source,
    set_secret,
    switch_on,
)
from thuocdo.measurement.sources.disagreeing import disagreements
from thuocdo.measurement.sources.rules import LONGEST
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.programme.queries import register
from thuocdo.web import deskwords, sources_words
from thuocdo.web.accounts import show
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_

DONE: Mapping[str, str] = {
    "propose": N_("The version was proposed. Nothing is asked until a second person switches it on."),
    "on": N_("The version is switched on."),
    "refuse": N_("The version was refused."),
    "pause": N_("The source is paused."),
    "resume": N_("The source is asked again."),
    "secret": N_("The secret is kept, and shown to nobody."),
}
_NO_ACT = N_("Say what you decide")
_LAST = 25
"""Runs on the page of a source."""


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Show every source that the person may see with its state, what it owes and when."""
    person = actor_of(request)
    found = queries.sources(person)
    shown = {
        "found": found,
        "stands": queries.conditions(found, as_of=today()),
        "names": _names(),
        "words": sources_words,
    }
    return show(request, "sources.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def source(request: HttpRequest, source: str) -> HttpResponse:
    """Show one source: declaration, contract, runs, quality; take the second person's word and pauses."""
    person = actor_of(request)
    faults: tuple[Fault, ...] = ()
    if request.method == "POST":
        act = request.POST.get("act", "")
        try:
            _ACTS.get(act, _nothing)(source, request.POST, person)
        except Invalid as wrong:
            faults = wrong.faults
        else:
            return redirect(f"{reverse('source', args=[source])}?xong={act}")
    found = queries.source(source, person)
    shown = {
        "person": person,
        "found": found,
        "stands": queries.conditions([found], as_of=today())[found.id],
        "runs": queries.runs(source, most=_LAST),
        "quality": queries.quality(source),
        "tables": standard_tables(),
        "contracts": sources_words.checks_of(found.shown.declaration.table),
        "names": _names(),
        "people": deskwords.names(),
        "words": sources_words,
        "faulty": sources_words.faulty(faults),
        "done": DONE.get(request.GET.get("xong", ""), ""),
        "most": LONGEST,
        "keeps": queries.may_keep(person),
    }
    return render(request, "source.html", shown, status=422 if faults else 200)


@require_safe
def source_run(request: HttpRequest, run: str) -> HttpResponse:
    """Show one run: what broke, how often, and the first rows to who may see them."""
    person = actor_of(request)
    found = queries.run(run, person)
    whose = queries.source(found.source, person)
    shown = {
        "found": whose,
        "run": found,
        "samples": queries.may_see_rows(person, whose),
        "people": deskwords.names(),
        "words": sources_words,
    }
    return show(request, "source-run.html", shown)


@require_safe
def measured(request: HttpRequest) -> HttpResponse:
    """Show the latest measured values, each with the runs it was made of, and where reports disagree."""
    person = actor_of(request)
    asked = request.GET.get("metric", "")[:80]
    mark = request.GET.get("mark", "").strip().strip("[]")[:64]
    made = queries.measured(metric=asked, mark=mark)
    values = observed.by_id([each.observation for each in made])
    slug = settings.THUOCDO_PROGRAMME
    shown = {
        "made": [(each, values[each.observation]) for each in made if each.observation in values],
        "runs": queries.briefly([run for each in made for run in each.runs]),
        "apart": disagreements(
            observed.observations(slug, as_of=today()),
            as_of=today(),
            tolerance=Decimal(settings.THUOCDO_DISAGREEMENT_PERCENT) / 100,
        ),
        "metric": asked,
        "mark": mark,
        "tolerance": settings.THUOCDO_DISAGREEMENT_PERCENT,
        "names": {each.id: each.shown.declaration.name for each in queries.sources(person)},
        "words": sources_words,
        "today": today(),
    }
    return show(request, "measured.html", shown)


def _on(source: str, form: Mapping[str, str], person: Actor) -> None:
    switch_on(id=source, number=_number(form), by=person, now=timezone.now())


def _refuse(source: str, form: Mapping[str, str], person: Actor) -> None:
    note = form.get("note", "")[: LONGEST + 1]
    refuse_version(id=source, number=_number(form), note=note, by=person, now=timezone.now())


def _pause(source: str, form: Mapping[str, str], person: Actor) -> None:
    pause_source(id=source, why=form.get("why", "")[: LONGEST + 1], by=person, now=timezone.now())


def _resume(source: str, form: Mapping[str, str], person: Actor) -> None:  # noqa: ARG001  the form of an act
    resume_source(id=source, by=person, now=timezone.now())


def _secret(source: str, form: Mapping[str, str], person: Actor) -> None:
    set_secret(id=source, secret=form.get("secret", ""), by=person, now=timezone.now())


def _nothing(source: str, form: Mapping[str, str], person: Actor) -> None:  # noqa: ARG001  the form of an act
    queries.source(source, person)
    raise Invalid(_NO_ACT, faults=[Fault("source", _NO_ACT, None, _NO_ACT)])


_ACTS = {"on": _on, "refuse": _refuse, "pause": _pause, "resume": _resume, "secret": _secret}


def _number(form: Mapping[str, str]) -> int:
    cell = form.get("version", "")
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < len("1000000") else 0


def _names() -> dict[str, object]:
    return {each.code: each for each in register("").agencies}
