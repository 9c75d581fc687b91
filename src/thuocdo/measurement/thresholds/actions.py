"""Changing the thresholds: one person proposes a set with a reason, a second one approves or refuses it."""

import secrets
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal

from django.conf import settings
from django.db import transaction

from thuocdo.accounts.rules import check, check_two_people
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Fault, Invalid
from thuocdo.measurement.thresholds import models, queries
from thuocdo.measurement.thresholds.rules import (
    day_faults,
    note_faults,
    proposal_faults,
    word_faults,
)
from thuocdo.measurement.thresholds.types import SetState, Thresholds, ThresholdSet

_REFUSED = N_("Nothing was changed.")


@transaction.atomic
def propose_thresholds(
    *,
    thresholds: Thresholds,
    applies_from: date | None,
    reason: str,
    typed: str,
    changes: int,
    by: Actor,
    now: datetime,
) -> ThresholdSet:
    """Propose a set from a day to come; it changes nothing until a second person approves it.

    `typed` is the word of `rules.confirming_word`; `changes` is how many statuses would change
    today, as the person was shown, and stands in the audit event. One proposal waits at a time.
    """
    check(by, Permission.SET_THRESHOLDS)
    today = local_day(now, settings.THUOCDO_ZONE)
    approved = queries.in_force_on(applies_from or today)
    faults = proposal_faults(thresholds, applies_from, reason, today=today, approved=approved)
    if faults or applies_from is None:
        raise Invalid(_REFUSED, faults=faults)
    _refuse(word_faults(typed, applies_from))
    row = models.ThresholdSet(
        public_id=f"N-{secrets.token_hex(5)}",
        **asdict(thresholds),
        applies_from=applies_from,
        reason=reason.strip(),
        state=SetState.PROPOSED.value,
        proposed_by=by.id,
        proposed_at=now,
    )
    taken = Conflict(
        N_("Another proposal waits already."),
        hint=N_("Have it approved or refused before you propose the next."),
    )
    with inserting(taken):
        row.save(force_insert=True)
    body = {**_change(approved, row.to_value()), "reason": row.reason, "count": changes}
    audit.record(kind="thresholds_proposed", on=row.public_id, by=by, at=now, body=body)
    return row.to_value()


@transaction.atomic
def approve_thresholds(*, id: str, typed: str, changes: int, by: Actor, now: datetime) -> ThresholdSet:  # noqa: A002  public ids are called id everywhere
    """Approve what another person proposed; from its day on the set applies, and it never changes again.

    Refused on its first day or later: facts of that day may have been published.
    """
    check(by, Permission.SET_THRESHOLDS)
    found = queries.row(id).to_value()
    _check_waits(found)
    proposer = Actor(id=found.proposed_by, name=found.proposed_by)
    check_two_people(proposer, by)
    _refuse(word_faults(typed, found.applies_from))
    if tuple(day_faults(found.applies_from, local_day(now, settings.THUOCDO_ZONE))):
        raise Conflict(
            N_("The first day of this set has come, and what was published is never judged anew."),
            hint=N_("Refuse it and have it proposed with a later day."),
        )
    before = queries.in_force_on(found.applies_from)
    decided = _decide(found, SetState.APPROVED, "", by, now)
    body = {**_change(before, found), "proposed_by": found.proposed_by, "count": changes}
    audit.record(kind="thresholds_approved", on=id, by=by, at=now, body=body)
    return decided


@transaction.atomic
def refuse_thresholds(*, id: str, note: str, by: Actor, now: datetime) -> ThresholdSet:  # noqa: A002  public ids are called id everywhere
    """Refuse a proposal with a sentence; who made it withdraws it so."""
    check(by, Permission.SET_THRESHOLDS)
    found = queries.row(id).to_value()
    _check_waits(found)
    _refuse(note_faults(note))
    decided = _decide(found, SetState.REFUSED, note.strip(), by, now)
    audit.record(kind="thresholds_refused", on=id, by=by, at=now, body={"reason": decided.note})
    return decided


def _decide(found: ThresholdSet, state: SetState, note: str, by: Actor, now: datetime) -> ThresholdSet:
    """Settle a proposal in the update itself, so that of two at once one wins."""
    fields = {
        "state": state.value,
        "decided_by": by.id,
        "decided_at": now,
        "decided_on": local_day(now, settings.THUOCDO_ZONE),
        "note": note,
    }
    waiting = models.ThresholdSet.objects.filter(public_id=found.id, state=SetState.PROPOSED.value)
    if waiting.update(**fields) != 1:
        raise _moved()
    return queries.row(found.id).to_value()


def _check_waits(found: ThresholdSet) -> None:
    if found.state is not SetState.PROPOSED:
        raise _moved()


def _moved() -> Conflict:
    return Conflict(N_("This set has been decided already."), hint=N_("Look at the list of sets."))


def _refuse(faults: tuple[Fault, ...]) -> None:
    if faults:
        raise Invalid(_REFUSED, faults=faults)


def _change(before: Thresholds, found: ThresholdSet) -> dict[str, object]:
    return {
        "before": _plain(before),
        "after": _plain(found.thresholds),
        "applies_from": found.applies_from.isoformat(),
    }


def _plain(thresholds: Thresholds) -> dict[str, str | int]:
    return {
        name: str(value) if isinstance(value, Decimal) else value
        for name, value in asdict(thresholds).items()
    }
