"""Writing one assessment down: the guarded update that settles races, what was said, and its audit event."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec
from django.conf import settings

from thuocdo.assessments import models, queries
from thuocdo.assessments.errors import moved, no_assessment
from thuocdo.assessments.rules import Case, check_move, may_read
from thuocdo.assessments.types import Card, State
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day


def today_of(now: datetime) -> date:
    """Return the day of a moment in the programme's time zone."""
    return local_day(now, settings.THUOCDO_ZONE)


def opened(public_id: str, *, by: Actor, now: datetime) -> tuple[Card, Case]:
    """Return an assessment for an action; what the person may not see does not exist."""
    day = today_of(now)
    found = queries.card(public_id, by=by, day=day)
    return found, queries.case_of(found, day)


def for_all(public_id: str, *, by: Actor, now: datetime) -> tuple[Card, Case]:
    """Return an assessment that was submitted or is of the own body; drafts of others do not exist."""
    found, case = opened(public_id, by=by, now=now)
    if not may_read(case, by):
        raise no_assessment()
    return found, case


def keep(found: Card, fields: Mapping[str, Any]) -> None:
    """Change what the person has seen; Conflict where somebody else changed it meanwhile."""
    same = models.Assessment.objects.filter(public_id=found.id, number=found.number, state=found.state.value)
    plain = {name: _plain(value) for name, value in fields.items()}
    if same.update(number=found.number + 1, **plain) != 1:
        raise moved()


def move(
    found: Card,
    case: Case,
    *,
    to: State,
    by: Actor,
    now: datetime,
    fields: Mapping[str, Any] | None = None,
    text: str = "",
    body: Mapping[str, Any] | None = None,
) -> None:
    """Take an assessment one step on as the table of moves allows, with its word and its audit event."""
    step = check_move(case, to=to, by=by, day=today_of(now))
    keep(found, {"state": to.value, **(fields or {})})
    say(found, step.event, to, text, by=by, now=now)
    said = {"unit": found.unit, "period": found.period, "state": to.value, **(body or {})}
    audit.record(kind=f"assessment_{step.event}", on=found.id, by=by, at=now, body=said)


def say(found: Card, event: str, state: State, text: str, *, by: Actor, now: datetime) -> None:
    """Write down one thing that was done or said."""
    row = models.Assessment.objects.get(public_id=found.id)
    models.AssessmentWord.objects.create(
        assessment=row,
        number=models.AssessmentWord.objects.filter(assessment=row).count() + 1,
        by=by.id,
        agency=by.agency,
        at=now,
        event=event,
        state=state.value,
        text=text,
    )


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value) if hasattr(value, "__dataclass_fields__") else value
