"""Addresses of the programme room: programmes and bodies."""

from collections.abc import Mapping
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpRequest
from ninja import Query, Router

from thuocdo.api.asking import AgenciesAsked, AgencyAsked, Day, ProgrammesAsked, known_on, part
from thuocdo.api.schemas import Agencies, OneAgency, OneProgramme, Programmes
from thuocdo.config.current import Known, today
from thuocdo.core.errors import NotFound
from thuocdo.programme import queries
from thuocdo.programme.rules import existing_on, predecessors, responsible_on

router = Router(tags=["programme"])


@router.get("/programmes", response=Programmes, summary="All programmes")
def programmes(request: HttpRequest, asked: Query[ProgrammesAsked]) -> Mapping[str, Any]:  # noqa: ARG001  ninja's form
    """Return the programmes that are loaded here."""
    rows = [_programme(known_on(slug, asked.as_of)) for slug in queries.slugs()]
    marked = any(row["illustrative"] for row in rows)
    return {"as_of": asked.as_of or today(), "illustrative": marked, **part(rows, asked)}


@router.get("/programmes/{slug}", response=OneProgramme, summary="One programme with its totals")
def programme(request: HttpRequest, slug: str, asked: Query[Day]) -> Mapping[str, Any]:  # noqa: ARG001  ninja's form
    """Return themes, duties, periods, later acts and totals."""
    known = known_on(slug, asked.as_of)
    found, totals = known.facts.programme, known.verdicts.totals
    item = {
        **_programme(known),
        "rules_version": known.verdicts.rules_version,
        "themes": [
            {
                "code": theme.code,
                "name_vi": theme.name_vi,
                "name_en": theme.name_en,
                "counts": totals.by_theme.get(theme.code, {}),
            }
            for theme in found.themes
        ],
        "duties_list": msgspec.to_builtins(found.duties),
        "amendments": msgspec.to_builtins(found.amendments),
        "cycles": msgspec.to_builtins(found.cycles),
        "totals": msgspec.to_builtins(totals),
    }
    return about(known, item=item)


@router.get("/agencies", response=Agencies, summary="Bodies, also those that have ended")
def agencies(request: HttpRequest, asked: Query[AgenciesAsked]) -> Mapping[str, Any]:  # noqa: ARG001  ninja's form
    """Return all bodies of the register, or those that exist on a day."""
    register = queries.register(settings.THUOCDO_PROGRAMME)
    found = register.agencies if asked.on is None else existing_on(asked.on, register)
    rows = [msgspec.to_builtins(agency) for agency in found if asked.kind in {None, agency.kind}]
    return {"as_of": asked.on or today(), "illustrative": False, **part(rows, asked)}


@router.get("/agencies/{code}", response=OneAgency, summary="One body in time")
def agency(request: HttpRequest, code: str, asked: Query[AgencyAsked]) -> Mapping[str, Any]:  # noqa: ARG001  ninja's form
    """Return a body, whom it followed, who answers for it on the day, and its counts on that day."""
    register = queries.register(settings.THUOCDO_PROGRAMME)
    found = next((each for each in register.agencies if each.code == code), None)
    if found is None:
        raise NotFound(f"There is no body {code}.", hint="See /api/v1/agencies for the codes.")
    known = known_on(settings.THUOCDO_PROGRAMME, asked.on)
    day = known.facts.as_of
    try:
        answers = responsible_on(code, day, register)
    except NotFound:
        answers = None
    totals = next((each for each in known.verdicts.agencies if each.agency == code), None)
    item = {
        **msgspec.to_builtins(found),
        "exists": found.exists_on(day),
        "answers": answers,
        "predecessors": predecessors(code, register),
        "totals": msgspec.to_builtins(totals),
    }
    return about(known, item=item)


def about(known: Known, **more: object) -> dict[str, Any]:
    """Return an answer with the day it looks from and the mark of made-up data."""
    return {"as_of": known.facts.as_of, "illustrative": known.facts.illustrative, **more}


def _programme(known: Known) -> dict[str, Any]:
    found = known.facts.programme
    return {
        "slug": found.slug,
        "number": found.number,
        "name_vi": found.name_vi,
        "name_en": found.name_en,
        "issuer_vi": found.issuer_vi,
        "issuer_en": found.issuer_en,
        "issued_on": found.issued_on,
        "version": found.version,
        "tasks": len(found.tasks),
        "indicators": len(found.indicators),
        "duties": len(found.duties),
        "illustrative": known.facts.illustrative,
    }
