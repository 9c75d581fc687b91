"""Writing what was reported: recording, sending, verifying, returning. One act is one transaction."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid, fault
from thuocdo.cycles import models, queries
from thuocdo.cycles.books import Books, today_of
from thuocdo.cycles.faults import N_, NAME_FAULTS, NAMES_NO_PART, NO_SUCH_PART, NOT_BY_RULE
from thuocdo.cycles.handing_back import restore_drafts, told_of, with_evidence
from thuocdo.cycles.intake import Entry, read_entries, to_observation
from thuocdo.cycles.recording import Change, apply, own_rows, write_entries
from thuocdo.cycles.rules import check_move, check_waits, first_state, parts_of
from thuocdo.cycles.types import Decision, RawRow, Recorded, RecordKind, State
from thuocdo.measurement import queries as values
from thuocdo.measurement.actions import record_observations, verify_observation
from thuocdo.measurement.rules import is_observation


@transaction.atomic
def record_rows(
    *, rows: Sequence[RawRow], by: Actor, now: datetime, rehearse: bool = False, books: Books | None = None
) -> Recorded:
    """Record a whole file, or nothing of it with every fault named.

    A head's rows are sent, a reporter's wait for the head. A row that is recorded already is
    not recorded again, so the same file can be given twice. A rehearsal writes nothing.
    Books that were opened for the same day may be handed on from file to file.
    """
    books = books or Books(day=today_of(now))
    entries = read_entries(rows, by=by, books=books)
    added: list[str] = []
    known: list[str] = []
    for kind in queries.MODELS:
        mine = {entry.key: entry for entry in entries if entry.kind is kind}
        if mine:
            new, old = write_entries(kind, mine, queries.known(kind, list(mine)), by=by, now=now)
            added += new
            known += old
    for (slug, agency), given in _observations(entries).items():
        fresh, old_values = record_observations(slug=slug, observations=given, agency=agency, by=by, now=now)
        added += fresh
        known += old_values
    if rehearse:
        transaction.set_rollback(True)
    return Recorded(added=tuple(added), known=tuple(known), state=first_state(by))


@transaction.atomic
def send_records(*, ids: Sequence[str], by: Actor, now: datetime) -> int:
    """Send what waits for the head, as the head of the same body; returns how many were sent.

    What was handed back meanwhile is the reporter's again: an approval that comes after it is refused.
    """
    found = own_rows(ids, by=by)
    today = today_of(now)
    changes: dict[str, Change] = {}
    for public_id in dict.fromkeys(ids):
        paper = found[public_id].to_paper()
        move = check_move(paper, to=State.SENT, by=by)
        check_waits(paper)
        fields = {"sent_by": by.id, "received_at": now, "received_on": today}
        changes[public_id] = (State.SENT, move, fields, {})
    apply(found, changes, by=by, now=now)
    return len(changes)


@transaction.atomic
def hand_back(*, ids: Sequence[str], faults: Sequence[Fault], by: Actor, now: datetime) -> int:
    """Hand back to the reporter what waits for the head, with every fault at once; returns how many went.

    A fault whose `where` is one of the ids belongs to that record, any other to all of them. Evidence
    that was handed in with a report goes back with it, and both are drafts again, as they were
    given; a draft that somebody has begun meanwhile stays as it is.
    """
    if not faults:
        empty = fault(", ".join(ids), "faults", NAME_FAULTS)
        raise Invalid(N_("Nothing was handed back."), faults=[empty])
    found = with_evidence(own_rows(ids, by=by))
    changes: dict[str, Change] = {}
    for public_id, row in found.items():
        move = check_move(row.to_paper(), to=State.SAVED, by=by)
        told = told_of(public_id, faults, ids)
        changes[public_id] = (State.SAVED, move, {"faults": told}, {"faults": told})
    apply(found, changes, by=by, now=now)
    restore_drafts(found.values(), {key: change[2]["faults"] for key, change in changes.items()}, now=now)
    return len(changes)


@transaction.atomic
def verify_evidence(
    *,
    id: str,  # noqa: A002  public ids are called id everywhere
    components: Sequence[str],
    accept: bool,
    note: str,
    by: Actor,
    now: datetime,
) -> None:
    """Accept evidence for the parts it proves, or return it with a note, as a second person."""
    decision = Decision(id=id, accept=accept, components=tuple(components), note=note)
    verify_records(decisions=[decision], by=by, now=now)


@transaction.atomic
def return_evidence(*, id: str, faults: Sequence[Fault], by: Actor, now: datetime) -> None:  # noqa: A002  same
    """Return evidence with every fault at once, each on its field, as a second person."""
    verify_records(decisions=[Decision(id=id, accept=False, faults=tuple(faults))], by=by, now=now)


@transaction.atomic
def verify_records(
    *, decisions: Sequence[Decision], by: Actor, now: datetime, books: Books | None = None
) -> int:
    """Accept or return many records; either all of them or none, with every fault named.

    The verifier belongs to no lead of the task, nor to its predecessor or successor, and
    neither wrote nor sent the record.
    """
    today = today_of(now)
    books = books or Books(day=today)
    records = [decision for decision in decisions if not is_observation(decision.id)]
    _verify_values([decision for decision in decisions if is_observation(decision.id)], by, now, books)
    found = queries.rows([decision.id for decision in records])
    faults: list[Fault] = []
    changes = {}
    for decision in records:
        row = found[decision.id]
        bodies = books.answerable(row.programme, row.task)
        to = State.VERIFIED if decision.accept else State.RETURNED
        move = check_move(row.to_paper(bodies), to=to, by=by)
        faults += _decision_faults(decision, row, books)
        fields = _accepted(decision, row, by, today) if decision.accept else _returned(decision, today)
        body = {"components": list(decision.components), "faults": fields.get("faults", [])}
        changes[decision.id] = (to, move, fields, body)
    if faults:
        raise Invalid(N_("Nothing was verified."), faults=faults)
    apply(found, changes, by=by, now=now)
    return len(decisions)


def _verify_values(decisions: Sequence[Decision], by: Actor, now: datetime, books: Books) -> None:
    about = values.about([decision.id for decision in decisions])
    for decision in decisions:
        item = books.indicator(*about[decision.id]) if decision.id in about else None
        verify_observation(
            id=decision.id,
            accept=decision.accept,
            note=decision.note,
            by=by,
            now=now,
            monitors=frozenset(item.monitors) if item else None,
        )


def _observations(entries: Sequence[Entry]) -> dict[tuple[str, str], list[tuple[str, Any]]]:
    found: dict[tuple[str, str], list[tuple[str, Any]]] = {}
    for entry in entries:
        if entry.kind is RecordKind.OBSERVATION:
            given = found.setdefault((entry.programme, entry.agency), [])
            given.append((entry.where, to_observation(entry)))
    return found


def _decision_faults(decision: Decision, row: models.Record, books: Books) -> list[Fault]:
    if not decision.accept:
        if decision.note.strip() or decision.faults:
            return []
        return [fault(decision.id, "note", NAME_FAULTS)]
    task = books.task(row.programme, row.task)
    if task is None:  # a step of an indicator has no parts
        return [fault(decision.id, "component", NAMES_NO_PART)] if decision.components else []
    parts = {part.code: part for part in task.components}
    faults = [
        fault(decision.id, "component", NO_SUCH_PART, task=row.task, part=code)
        for code in decision.components
        if code not in parts_of(task)
    ]
    judged = [parts[code] for code in _proved(decision, row) if code in parts]
    if any(part.check_person for part in judged) and not decision.note.strip():
        faults.append(fault(decision.id, "note", NOT_BY_RULE))
    return faults


def _proved(decision: Decision, row: models.Record) -> tuple[str, ...]:
    named = row.content.get("component", "")
    return decision.components or ((named,) if named else ())


def _accepted(decision: Decision, row: models.Record, by: Actor, today: date) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "verified_by": by.id,
        "verified_on": today,
        "verifier_note": decision.note,
        "verified_components": list(_proved(decision, row)),
    }
    if decision.in_gazette is not None and isinstance(row, models.Evidence):
        fields["in_gazette"] = decision.in_gazette
    return fields


def _returned(decision: Decision, today: date) -> dict[str, Any]:
    faults = [{"field": fault.field or "", "message": fault.message} for fault in decision.faults]
    if decision.note.strip():
        faults.append({"field": "", "message": decision.note.strip()})
    return {"returned_on": today, "faults": faults}
