"""The wizard of a source: connect, see twenty rows, map, check and rehearse, then propose it.

Everything typed stands in the form itself; looking and rehearsing write nothing.
"""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from thuocdo.config.current import today
from thuocdo.config.measuring import rehearsing
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import Fault, Invalid, fault
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import queries
from thuocdo.measurement.sources.actions import propose_source, set_secret
from thuocdo.measurement.sources.reading import (
    LONGEST_WORDS,
    NUMBER_TYPES,
    NUMBERS,
    WORD_TYPES,
    cells_of,
    guessed,
    read_declaration,
)
from thuocdo.measurement.sources.rehearsing import Rehearsal, rehearse
from thuocdo.measurement.sources.rules import declaration_faults
from thuocdo.measurement.sources.types import FORMS, Declaration, Form
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.programme.queries import register
from thuocdo.programme.types import Agency
from thuocdo.web import sources_words
from thuocdo.web.gate import actor_of
from thuocdo.web.language import N_

_NOTHING = N_("Nothing was changed.")
_OWN = ("csrfmiddlewaretoken", "act", "secret")


@require_http_methods(["GET", "HEAD", "POST"])
def source_new(request: HttpRequest) -> HttpResponse:
    """Declare a new source step by step."""
    return _wizard(request, "")


@require_http_methods(["GET", "HEAD", "POST"])
def source_edit(request: HttpRequest, source: str) -> HttpResponse:
    """Declare a new version of a source, step by step from the one in force."""
    return _wizard(request, source)


def _wizard(request: HttpRequest, source: str) -> HttpResponse:
    person = actor_of(request)
    before = queries.source(source, person).shown.declaration if source else None
    faults: tuple[Fault, ...] = ()
    found: Rehearsal | None = None
    cells = _cells(request.POST) if request.method == "POST" else _first(before)
    if request.method == "POST":
        try:
            declared = _read(cells, strict=request.POST.get("act") != "look")
            if request.POST.get("act") == "propose":
                return _propose(declared, source, request.POST.get("secret", ""), person)
            found = _rehearse(declared, _month(cells), source, request.POST.get("secret", ""))
        except Invalid as wrong:
            faults = wrong.faults
    return _page(request, source, cells, faults, found)


def _propose(declared: Declaration, source: str, secret: str, person: Actor) -> HttpResponse:
    version = propose_source(declaration=declared, id=source, by=person, now=timezone.now())
    if secret.strip():
        set_secret(id=version.source, secret=secret, by=person, now=timezone.now())
    return redirect(f"{reverse('source', args=[version.source])}?xong=propose")


def _rehearse(declared: Declaration, month: Month, source: str, secret: str) -> Rehearsal:
    with rehearsing(timezone.now) as (machine, engine):
        as_of = local_day(timezone.now(), settings.THUOCDO_ZONE)
        return rehearse(machine, engine, declared, month, source=source, as_of=as_of, secret=secret.strip())


def _page(
    request: HttpRequest,
    source: str,
    cells: dict[str, str],
    faults: tuple[Fault, ...],
    found: Rehearsal | None,
) -> HttpResponse:
    tables = standard_tables()
    table = tables.get(cells.get("table", ""))
    given = found.taken.given if found else ()
    if table and given and not any(cells.get(f"map-{column.name}") for column in table.columns):
        cells = {**cells, **guessed(table, given)}
    chosen = [cells.get(f"map-{column.name}", "") for column in table.columns] if table else []
    shown = {
        "person": actor_of(request),
        "source": source,
        "cells": cells,
        "tables": tables,
        "table": table,
        "given": list(dict.fromkeys([*given, *(name for name in chosen if name)])),
        "found": found,
        "act": request.POST.get("act", ""),
        "forms": list(Form),
        "possible": {kind.value: ", ".join(FORMS[kind]) for kind in FORMS},
        "bodies": _bodies(),
        "number_types": NUMBER_TYPES,
        "word_types": WORD_TYPES,
        "words": sources_words,
        "faulty": sources_words.faulty(faults),
        "checks": sources_words.checks_of(cells.get("table", "")),
    }
    return render(request, "source-edit.html", shown, status=422 if faults else 200)


def _read(cells: Mapping[str, str], *, strict: bool) -> Declaration:
    """Return what the cells say; for a first look the mapping may still be missing."""
    tables = standard_tables()
    declared, faults = read_declaration(cells, tables)
    if declared is None:
        raise Invalid(_NOTHING, faults=faults)
    wrong = declaration_faults(declared, tables, [each.code for each in _bodies()])
    if not strict:
        wrong = tuple(each for each in wrong if not (each.field or "").startswith("map-"))
    if wrong:
        raise Invalid(_NOTHING, faults=wrong)
    return declared


def _cells(form: Mapping[str, str]) -> dict[str, str]:
    return {name: form[name][:LONGEST_WORDS] for name in form if name not in _OWN}


def _first(before: Declaration | None) -> dict[str, str]:
    """Return the cells of an empty wizard, or of the version that is changed."""
    last = Month(today().year, today().month).later(-1)
    standard = {name: str(number) for name, number in NUMBERS.items()}
    if before is not None:
        return {**standard, **cells_of(before), "month": str(last)}
    return {**standard, "delimiter": ",", "rhythm": "monthly", "first": str(last), "month": str(last)}


def _month(cells: Mapping[str, str]) -> Month:
    try:
        return Month.read(cells.get("month", "").strip())
    except Invalid:
        wrong = fault("source", "month", N_("is no month; write it as 2025-03"))
        raise Invalid(_NOTHING, faults=[wrong]) from None


def _bodies() -> list[Agency]:
    day = today()
    known = register(settings.THUOCDO_PROGRAMME).agencies
    return sorted((each for each in known if each.exists_on(day)), key=lambda each: each.name_vi)
