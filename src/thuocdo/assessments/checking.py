"""What others do: scoring beside the unit, experts' scores, and the answer to a dispute."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from thuocdo.assessments import models, queries, results
from thuocdo.assessments.errors import NOTHING_DONE, field_fault, moved
from thuocdo.assessments.keeping import for_all, keep, move, opened, today_of
from thuocdo.assessments.reading import TypedChecked, read_checked, read_text, read_values
from thuocdo.assessments.rules import check_expert, check_look, check_move
from thuocdo.assessments.types import DISPUTE_WITHIN, Card, Giver, State
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, Fault, Invalid
from thuocdo.core.workdays import working_day_after

DECIDE_ALL = N_("say of each disputed criterion whether the unit is right")
NO_SCORES = N_("write at least one score")


@transaction.atomic
def look(
    *,
    id: str,  # noqa: A002  public ids are called id everywhere
    typed: TypedChecked,
    number: int | None,
    finished: bool,
    by: Actor,
    now: datetime,
) -> None:
    """Score beside the unit: keep what was found so far, or finish and let the verified score stand.

    With that, what this system counts for the unit is fixed, and the days of dispute begin.
    """
    found, case = for_all(id, by=by, now=now)
    check_look(case, by)
    if number is not None and number != found.number:
        raise moved()
    known = queries.set_of(found.version)
    checked, faults = read_checked(known.criteria_set, found.own, typed)
    if faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    if not finished:
        keep(found, {"checked": checked})
        body = {"refused": len(checked.refused), "applies": len(checked.applies)}
        audit.record(kind="assessment_looked", on=id, by=by, at=now, body=body)
        return
    (counted,) = results.counted(known, [found])
    today = today_of(now)
    fields = {
        "checked": checked,
        "counted": counted.counted,
        "office": found.office,
        "verified_by": by.id,
        "verified_on": today,
        "dispute_until": working_day_after(today, DISPUTE_WITHIN),
    }
    told = {
        "sha256": known.digest,
        "refused": sorted(checked.refused),
        "changed": _changed(found, checked.values),
    }
    move(found, case, to=State.VERIFIED, by=by, now=now, fields=fields, body=told)


@transaction.atomic
def give_scores(*, id: str, typed: Mapping[str, str], by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Score the expert criteria of a submitted assessment as one of the named experts; again replaces."""
    found, case = opened(id, by=by, now=now)
    check_expert(case, by, queries.experts(found.version))
    values, faults = read_values(queries.set_of(found.version).criteria_set, typed, Giver.EXPERT)
    if not values and not faults:
        faults = [field_fault("scores", NO_SCORES)]
    if faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    row = models.Assessment.objects.get(public_id=id)
    for name, value in values.items():
        models.ExpertScore.objects.update_or_create(
            assessment=row, question=name, person=by.id, defaults={"value": value, "at": now}
        )
    body = {"inputs": sorted(values)}
    audit.record(kind="assessment_scored", on=id, by=by, at=now, body=body)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the unit is right about one disputed criterion, and why."""

    upheld: bool
    text: str


@transaction.atomic
def answer(*, id: str, decisions: Mapping[str, Decision], by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Answer a dispute criterion by criterion, as somebody who neither wrote nor verified it.

    Where the unit is right, its own values and evidence count for the criterion; a value counts the same
    for every criterion that reads it.
    """
    found, case = for_all(id, by=by, now=now)
    check_move(case, to=State.ANSWERED, by=by, day=today_of(now))
    faults: list[Fault] = []
    answers: dict[str, str] = {}
    for criterion in found.ruling.reasons:
        decided = decisions.get(criterion)
        if decided is None:
            faults.append(field_fault(f"u-{criterion}", DECIDE_ALL))
            continue
        answers[criterion], wrong = read_text(decided.text, f"a-{criterion}", needed=True)
        faults += wrong
    if faults:
        raise Invalid(NOTHING_DONE, faults=faults)
    upheld = {criterion: decisions[criterion].upheld for criterion in answers}
    fields = {
        "ruling": replace(found.ruling, upheld=upheld, answers=answers),
        "answered_by": by.id,
        "answered_on": today_of(now),
    }
    body = {"upheld": sorted(each for each, right in upheld.items() if right), "criteria": sorted(upheld)}
    move(found, case, to=State.ANSWERED, by=by, now=now, fields=fields, body=body)


def _changed(found: Card, values: Mapping[str, str]) -> list[str]:
    return sorted(name for name, value in values.items() if value != found.own.values.get(name, ""))
