"""Addresses of criteria sets and assessments: bulk results, self-assessments, values that no unit gives."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from ninja import Query, Router
from ninja.responses import Status

from thuocdo.accounts.rules import can, check
from thuocdo.accounts.types import Permission
from thuocdo.api.asking import TWICE
from thuocdo.api.assess_schemas import (
    AssessmentsSent,
    AssessmentsTaken,
    OfficeSent,
    OfficeTaken,
    OwnSent,
    Results,
    ResultsAsked,
    SetShapes,
)
from thuocdo.api.door import fault_shape
from thuocdo.api.own import today
from thuocdo.api.own_schemas import Key
from thuocdo.api.tokens import MachineToken, machine_of, once, reporter_of
from thuocdo.assessments import actions, office, queries, results
from thuocdo.assessments.questions import questions
from thuocdo.assessments.reading import TypedOwn
from thuocdo.assessments.results import Outcome
from thuocdo.assessments.types import Card, SetState, SetVersion, State
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Fault, Invalid, NotAllowed, NotFound, ThuocDoError, fault

router = Router(tags=["assessments"], auth=MachineToken())
_ALL, _SOME = 200, 207
_NO_PERIOD = "is no period that this set judges and that has begun"


@router.get("/own/criteria-sets", response=SetShapes, summary="Frozen criteria sets")
def criteria_sets(request: HttpRequest) -> Mapping[str, Any]:
    """Return the frozen versions with their inputs, and who gives each of them."""
    _reader(request)
    return {"items": [_set(each) for each in queries.frozen()]}


@router.get("/own/assessment-results", response=Results, summary="Results of a period")
def assessment_results(request: HttpRequest, asked: Query[ResultsAsked]) -> Mapping[str, Any]:
    """Return results that were handed in, and the body's own; totals are those that were verified."""
    machine = _reader(request)
    version = _frozen(asked.set, machine)
    if asked.period not in {each.code for each in queries.judged_periods(version, day=today())}:
        wrong = fault("query", "period", _NO_PERIOD)
        raise Invalid("The request cannot be answered.", faults=[wrong])
    shown, more = results.bulk(version, asked.period, by=machine, after=asked.cursor or "", limit=asked.limit)
    return {
        "set": version.id,
        "sha256": version.digest,
        "period": asked.period,
        "items": [_result(card, outcome) for card, outcome in shown],
        "next": shown[-1][0].unit if more else None,
    }


@router.put(
    "/own/assessments",
    response={_ALL: AssessmentsTaken, _SOME: AssessmentsTaken},
    summary="Save self-assessments",
)
def put_assessments(request: HttpRequest, sent: AssessmentsSent, key: Key) -> Status[Any]:
    """Open and save many self-assessments: each is kept as a whole or answered with its faults."""
    machine = reporter_of(request)
    return once(request, key, lambda now: _put_all(sent, by=machine, now=now))


@router.put(
    "/own/office-values",
    response={_ALL: OfficeTaken, _SOME: OfficeTaken},
    summary="Values that no unit gives",
)
def put_office_values(request: HttpRequest, sent: OfficeSent, key: Key) -> Status[Any]:
    """Hand in survey results and other counts, as the body that answers for the set, for many units."""
    machine = reporter_of(request)
    units = [each.unit for each in sent.items]
    again = sorted({unit for unit in units if units.count(unit) > 1})
    if again:
        faults = [fault(f"unit {unit}", "unit", TWICE) for unit in again]
        raise Invalid("Nothing was changed.", faults=faults)

    def work(now: datetime) -> tuple[int, Any]:
        rows = {each.unit: each.values for each in sent.items}
        done = office.give_values(version=sent.set, period=sent.period, rows=rows, by=machine, now=now)
        found = [
            {
                "unit": unit,
                "status": Invalid.http_status if unit in done.faulty else _ALL,
                "faults": [fault_shape(each) for each in done.faulty.get(unit, ())],
            }
            for unit in units
        ]
        return (_SOME if done.faulty else _ALL), {"results": found}

    return once(request, key, work)


def _put_all(sent: AssessmentsSent, *, by: Actor, now: datetime) -> tuple[int, Any]:
    found = [_put(each, by=by, now=now) for each in sent.items]
    return (_SOME if any(each["status"] != _ALL for each in found) else _ALL), {"results": found}


def _put(sent: OwnSent, *, by: Actor, now: datetime) -> dict[str, Any]:
    """Save one item in a transaction of its own, so that the right ones are kept."""
    typed = TypedOwn(sent.values, sent.not_applicable, sent.evidence, sent.files, sent.note)
    try:
        with transaction.atomic():
            made = actions.open_assessment(
                version=sent.set,
                period=sent.period,
                kind=sent.kind.value if sent.kind else "",
                name=sent.name,
                phase=sent.phase,
                by=by,
                now=now,
            )
            done = actions.save_own(id=made, typed=typed, number=sent.number, by=by, now=now, strict=True)
            number, state = done.number, State.SAVED
            if sent.hand_up:
                actions.hand_in(id=made, to=State.WAITING, by=by, now=now)
                number, state = number + 1, State.WAITING
    except (Invalid, Conflict, NotFound, NotAllowed) as refused:
        return {
            "status": refused.http_status,
            "id": None,
            "number": None,
            "state": None,
            "faults": [fault_shape(each) for each in _faults(refused)],
        }
    return {"status": _ALL, "id": made, "number": number, "state": state.value, "faults": []}


def _faults(refused: ThuocDoError) -> tuple[Fault, ...]:
    own = refused.faults if isinstance(refused, Invalid) else ()
    return own or (Fault("item", refused.message, None, refused.template, _texts(refused)),)


def _texts(refused: ThuocDoError) -> dict[str, str]:
    return {name: str(value) for name, value in refused.params.items()}


def _reader(request: HttpRequest) -> Actor:
    """Return a machine that reads everything, or reports for its body."""
    machine = machine_of(request)
    if not can(machine, Permission.READ_ALL):
        check(machine, Permission.REPORT)
    return machine


def _frozen(public_id: str, by: Actor) -> SetVersion:
    found = queries.version(public_id, by=by)
    if found.state is not SetState.FROZEN:
        raise NotFound("There is no such version of a criteria set.", hint="See /api/v1/own/criteria-sets.")
    return found


def _set(found: SetVersion) -> dict[str, Any]:
    given = found.criteria_set
    return {
        "id": found.id,
        "name": given.set,
        "version": given.version,
        "sha256": found.digest,
        "title_vi": given.title.vi,
        "title_en": given.title.en,
        "author": given.author,
        "units": list(given.units),
        "phases": list(given.phases),
        "period": given.period.value,
        "judges_from": found.judges_from,
        "judges_until": found.judges_until,
        "periods": [each.code for each in queries.judged_periods(found, day=today())],
        "inputs": [
            {
                "name": name,
                "title_vi": each.given.title.vi,
                "title_en": each.given.title.en,
                "kind": each.given.kind,
                "giver": each.giver,
                "criteria": list(each.criteria),
            }
            for name, each in questions(given).items()
        ],
        "illustrative": found.illustrative,
    }


def _result(card: Card, outcome: Outcome | None) -> dict[str, Any]:
    told = outcome.explanation if outcome else None
    return {
        "id": card.id,
        "unit": card.unit,
        "name": card.name,
        "kind": card.kind,
        "agency": card.agency,
        "period": card.period,
        "state": card.state,
        "number": card.number,
        "total": told.total if told else None,
        "possible": told.possible if told else None,
        "level": told.level if told else "",
        "few_cases": outcome.small if outcome else False,
        "pillars": {each.pillar: each.points for each in told.pillars} if told else {},
        "criteria": {each.criterion: each.points for each in told.lines} if told else {},
        "note": card.own.note,
        "illustrative": card.illustrative,
    }
