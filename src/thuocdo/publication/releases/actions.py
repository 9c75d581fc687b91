"""Publishing as an office does it: one prepares, another confirms, several sign, then it is released."""

import shutil
from datetime import date, datetime

from django.db import transaction

from thuocdo.accounts.rules import check, check_two_people
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.audit.inserting import inserting
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, Conflict, Fault, Invalid, NotAllowed
from thuocdo.publication.prepared import read_prepared
from thuocdo.publication.releases import models, queries
from thuocdo.publication.releases.places import Desk, counted
from thuocdo.publication.releases.rules import (
    check_open,
    check_waits,
    ended,
    moved,
    note_faults,
    word_faults,
)
from thuocdo.publication.releases.types import CorrectionRequest, Release, RequestState, State
from thuocdo.publication.signatures import read_signatures

_REFUSED = N_("Nothing was changed.")


@transaction.atomic
def note_proposal(
    *,
    id: str,  # noqa: A002  public ids are called id everywhere
    programme: str,
    as_of: date,
    manifest: str,
    publish_at: datetime,
    by: Actor,
    now: datetime,
) -> Release:
    """Write down a publication whose files wait already (releasing.propose); one waits at a time."""
    check(by, Permission.PUBLISH)
    row = models.Release(
        public_id=id,
        programme=programme,
        as_of=as_of,
        manifest=manifest,
        publish_at=publish_at,
        state=State.PROPOSED.value,
        proposed_by=by.id,
        proposed_at=now,
    )
    taken = Conflict(
        N_("Another publication is on its way already."),
        hint=N_("Have it released or withdrawn before you propose the next."),
    )
    with inserting(taken):
        row.save(force_insert=True)
    body = {"as_of": as_of.isoformat(), "manifest": manifest, "publish_at": publish_at.isoformat()}
    audit.record(kind="publication_proposed", on=id, by=by, at=now, body=body)
    return row.to_value()


@transaction.atomic
def confirm(*, id: str, typed: str, by: Actor, now: datetime) -> Release:  # noqa: A002  public ids are called id everywhere
    """Confirm what another person proposed, by the beginning of the digest that the key holders sign."""
    check(by, Permission.PUBLISH)
    found = queries.release(id)
    check_waits(found)
    check_two_people(Actor(id=found.proposed_by, name=found.proposed_by), by)
    _refuse(tuple(word_faults(typed, found.manifest)))
    _move(found, State.PROPOSED, state=State.CONFIRMED.value, confirmed_by=by.id, confirmed_at=now)
    audit.record(kind="publication_confirmed", on=id, by=by, at=now, body={"manifest": found.manifest})
    return queries.release(id)


@transaction.atomic
def bring_signature(*, desk: Desk, id: str, data: bytes, by: Actor, now: datetime) -> Release:  # noqa: A002  public ids are called id everywhere
    """Take what a key holder signed elsewhere; a signature that does not count is refused at once."""
    check(by, Permission.PUBLISH)
    found = queries.release(id)
    check_waits(found)
    manifest, signed = read_prepared(desk.folder(id))
    sent = read_signatures(data)
    known = counted(desk, manifest, signed, sent)
    refused = [each.key_id for each in sent if each.key_id not in known]
    if refused:
        raise NotAllowed(
            N_("The signature of key {key} does not count for this publication."),
            hint=N_("Sign this manifest with a key of the trust file that is in force."),
            params={"key": refused[0]},
        )
    row = models.Release.objects.get(public_id=id)
    for each in sent:
        given = {"key_id": each.key_id, "signature": each.signature, "sent_by": by.id, "sent_at": now}
        models.Brought.objects.get_or_create(release=row, public_key=each.public_key, defaults=given)
    audit.record(kind="publication_signed", on=id, by=by, at=now, body={"keys": sorted(known)})
    return queries.release(id)


@transaction.atomic
def withdraw(*, desk: Desk, id: str, note: str, by: Actor, now: datetime) -> Release:  # noqa: A002  public ids are called id everywhere
    """Withdraw a publication before it is released, with a sentence; readers never had anything of it."""
    check(by, Permission.PUBLISH)
    found = queries.release(id)
    check_waits(found)
    _refuse(tuple(note_faults(note)))
    _move(found, found.state, state=State.WITHDRAWN.value, ended_by=by.id, ended_at=now, note=note.strip())
    audit.record(kind="publication_withdrawn", on=id, by=by, at=now, body={"reason": note.strip()})
    folder = desk.folder(id)
    transaction.on_commit(lambda: shutil.rmtree(folder, ignore_errors=True))
    return queries.release(id)


@transaction.atomic
def settle(*, id: str, by: Actor, now: datetime) -> Release:  # noqa: A002  public ids are called id everywhere
    """Write down that readers have a publication (releasing.release); two people have decided before."""
    found = queries.release(id)
    _move(found, State.CONFIRMED, state=State.RELEASED.value, ended_by=by.id, ended_at=now)
    body = {"manifest": found.manifest, "as_of": found.as_of.isoformat()}
    audit.record(kind="publication_released", on=id, by=by, at=now, body=body)
    return queries.release(id)


@transaction.atomic
def note_correction(*, request: CorrectionRequest, by: Actor, now: datetime) -> CorrectionRequest:
    """Write down that a published value was wrong (mending.propose); a second person logs it."""
    check(by, Permission.PUBLISH)
    row = models.CorrectionRequest(
        public_id=request.id,
        programme=request.programme,
        manifest=request.manifest,
        where=request.where,
        old=request.old,
        new=request.new,
        reason=request.reason,
        document=request.document,
        document_on=request.document_on,
        state=RequestState.PROPOSED.value,
        proposed_by=by.id,
        proposed_at=now,
    )
    row.save(force_insert=True)
    body = {"where": request.where, "old": request.old, "new": request.new, "document": request.document}
    audit.record(kind="correction_proposed", on=request.id, by=by, at=now, body=body)
    return row.to_value()


@transaction.atomic
def settle_correction(*, id: str, entry: int, by: Actor, now: datetime) -> CorrectionRequest:  # noqa: A002  public ids are called id everywhere
    """Write down that a correction stands in the log (mending.confirm)."""
    check(by, Permission.PUBLISH)
    _end(id, state=RequestState.LOGGED.value, ended_by=by.id, ended_at=now, entry=entry)
    audit.record(kind="correction_confirmed", on=id, by=by, at=now, body={"entry": entry})
    return queries.correction_request(id)


@transaction.atomic
def withdraw_correction(*, id: str, note: str, by: Actor, now: datetime) -> CorrectionRequest:  # noqa: A002  public ids are called id everywhere
    """Withdraw a correction before it is logged, with a sentence."""
    check(by, Permission.PUBLISH)
    check_open(queries.correction_request(id))
    _refuse(tuple(note_faults(note)))
    _end(id, state=RequestState.WITHDRAWN.value, ended_by=by.id, ended_at=now, note=note.strip())
    audit.record(kind="correction_withdrawn", on=id, by=by, at=now, body={"reason": note.strip()})
    return queries.correction_request(id)


def _end(id: str, **fields: object) -> None:  # noqa: A002  public ids are called id everywhere
    """End it in the update itself, so that of two at once one wins."""
    rows = models.CorrectionRequest.objects.filter(public_id=id, state=RequestState.PROPOSED.value)
    if rows.update(**fields) != 1:
        raise ended()


def _move(found: Release, expected: State, **fields: object) -> None:
    """Move it in the update itself, so that of two at once one wins."""
    rows = models.Release.objects.filter(public_id=found.id, state=expected.value)
    if rows.update(**fields) != 1:
        raise moved()


def _refuse(faults: tuple[Fault, ...]) -> None:
    if faults:
        raise Invalid(_REFUSED, faults=faults)
