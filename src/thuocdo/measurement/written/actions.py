"""Writing metrics: one methodologist proposes a version, a second person approves it before its first day."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from thuocdo.accounts.rules import check, check_two_people
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.dates import local_day
from thuocdo.core.errors import N_, Conflict, Fault, Invalid
from thuocdo.measurement.written import models, queries
from thuocdo.measurement.written.rules import (
    check_writer,
    day_faults,
    digest_of,
    method_of,
    said_faults,
)
from thuocdo.measurement.written.types import Step, Trial, Version, Written

_REFUSED = N_("Nothing was changed.")
_LIST = N_("List them with: thuocdo metric list")
SEEN = 12
"""So many letters of a digest name a text for who reads it."""


@transaction.atomic
def propose_metric(
    *, text: str, written: Written, trial: Trial, declared: int, reason: str, by: Actor, now: datetime
) -> Version:
    """Propose a version of a metric, as `text` says it; it measures nothing until a second person approves.

    `trial` is what it gave on made-up rows, `declared` the version of a declared metric of the same code, 0
    without one. The same text as a version that stands is refused.
    """
    check_writer(by)
    _refuse([*day_faults(written.applies_from, _today(now)), *said_faults(reason, "reason")])
    standing = models.Version.objects.exclude(step=Step.REFUSED.value)
    if standing.filter(code=written.code, digest=digest_of(text)).exists():
        raise Conflict(N_("This text stands as a version already."), hint=_LIST)
    row = models.Version(
        public_id=f"P-{secrets.token_hex(5)}",
        code=written.code,
        number=max(queries.highest(written.code), declared) + 1,
        text=text,
        written=models.Version.plain(written),
        digest=digest_of(text),
        trial=models.Version.plain(trial),
        applies_from=written.applies_from,
        reason=reason.strip(),
        step=Step.PROPOSED.value,
        proposed_by=by.id,
        proposed_at=now,
    )
    taken = Conflict(
        N_("Another version of {code} waits already."),
        hint=N_("Have it approved or refused before you propose the next."),
        params={"code": written.code},
    )
    with inserting(taken):
        row.save(force_insert=True)
    audit.record(kind="metric_proposed", on=row.public_id, by=by, at=now, body=_body(row, row.reason))
    return queries.version(row.public_id)


@transaction.atomic
def approve_metric(*, id: str, seen: str, again: Trial, by: Actor, now: datetime) -> Version:  # noqa: A002  public ids are called id everywhere
    """Approve what another person proposed, before its first day; it never changes again.

    `seen` is the digest of the text that the person read, or its beginning, and `again` what that text gives
    now: a version that is no longer what was proposed is refused.
    """
    check(by, Permission.ADOPT)
    found = _waiting(id)
    check_two_people(Actor(id=found.proposed_by, name=found.proposed_by), by)
    today = _today(now)
    if tuple(day_faults(found.written.applies_from, today)):
        raise Conflict(
            N_("The first day of this version has come; a method is fixed before its period."),
            hint=N_("Refuse it and have it proposed with a later day."),
        )
    read = seen.strip().lower()
    if digest_of(found.text) != found.digest or len(read) < SEEN or not found.digest.startswith(read):
        raise Conflict(
            N_("The text is not the one that you read."),
            hint=N_("Read it again (thuocdo metric show {id}) and give its digest."),
            params={"id": id},
        )
    if found.trial != again:
        raise Conflict(
            N_("The statement no longer gives what it gave when it was proposed."),
            hint=N_("Refuse it and have it proposed again."),
        )
    row = _decide(found, Step.APPROVED, "", by, now)
    method = method_of(found)
    body = {
        **_body(row),
        "proposed_by": found.proposed_by,
        "formula": method.formula,
        "queries": method.queries,
        "engine": method.engine,
    }
    audit.record(kind="metric_approved", on=id, by=by, at=now, body=body)
    return queries.version(id)


@transaction.atomic
def refuse_metric(*, id: str, note: str, by: Actor, now: datetime) -> Version:  # noqa: A002  same
    """Refuse a proposal with a sentence; who made it withdraws it so."""
    found = _waiting(id)
    if found.proposed_by != by.id:
        check(by, Permission.ADOPT)
    _refuse(said_faults(note, "note"))
    row = _decide(found, Step.REFUSED, note.strip(), by, now)
    audit.record(kind="metric_refused", on=id, by=by, at=now, body=_body(row, note.strip()))
    return queries.version(id)


@transaction.atomic
def note_logged(*, id: str, entry: int, by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Note that the method of an approved version stands in the log; noting it twice changes nothing."""
    row = models.Version.objects.get(public_id=id)
    _made, new = models.Logged.objects.get_or_create(
        version=row, defaults={"entry": entry, "on": _today(now)}
    )
    if new:
        audit.record(kind="metric_logged", on=id, by=by, at=now, body={"code": row.code, "entry": entry})


def _waiting(public_id: str) -> Version:
    found = queries.version(public_id)
    if found.step is not Step.PROPOSED:
        raise _moved()
    return found


def _decide(found: Version, step: Step, note: str, by: Actor, now: datetime) -> models.Version:
    """Settle a proposal in the update itself, so that of two at once one wins."""
    fields = {
        "step": step.value,
        "decided_by": by.id,
        "decided_at": now,
        "decided_on": _today(now),
        "decided_for": by.agency,
        "note": note,
    }
    waiting = models.Version.objects.filter(public_id=found.id, step=Step.PROPOSED.value, digest=found.digest)
    if waiting.update(**fields) != 1:
        raise _moved()
    row: models.Version = models.Version.objects.get(public_id=found.id)
    return row


def _moved() -> Conflict:
    return Conflict(N_("This version has been decided already."), hint=_LIST)


def _refuse(faults: Iterable[Fault]) -> None:
    found = tuple(faults)
    if found:
        raise Invalid(_REFUSED, faults=found)


def _body(row: models.Version, reason: str = "") -> dict[str, object]:
    said = {"reason": reason} if reason else {}
    applies = {"applies_from": row.applies_from.isoformat()}
    return {"metric": row.code, "version": row.number, "sha256": row.digest, **applies, **said}


def _today(now: datetime) -> date:
    return local_day(now, settings.THUOCDO_ZONE)
