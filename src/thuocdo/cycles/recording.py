"""Writing records and moving them, for the actions of this room: guarded updates, each with its event."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Invalid, fault
from thuocdo.cycles import models, queries
from thuocdo.cycles.books import today_of
from thuocdo.cycles.faults import OTHER_THING
from thuocdo.cycles.intake import Entry
from thuocdo.cycles.rules import Move, check_move, first_state
from thuocdo.cycles.types import RecordKind, State
from thuocdo.documents.citations import number_key

__all__ = ["Change", "apply", "own_rows", "take_back", "write_entries"]

_LETTERS = {RecordKind.EVIDENCE: "E", RecordKind.REPORT: "R", RecordKind.MILESTONE: "M"}

Change = tuple[State, Move, dict[str, Any], dict[str, Any]]
"""One move of one record: the new state, the move, the columns that change, the body of its event."""


def own_rows(public_ids: Collection[str], *, by: Actor) -> dict[str, models.Record]:
    """Return the rows with these ids; one of another body does not exist for this person."""
    found = queries.rows(public_ids)
    foreign = [public_id for public_id in public_ids if found[public_id].agency != by.agency]
    if foreign:
        raise queries.no_record(foreign)
    return found


def apply(
    found: Mapping[str, models.Record], changes: Mapping[str, Change], *, by: Actor, now: datetime
) -> None:
    """Write each group of equal changes with one update, which also settles races, and its events."""
    groups: dict[str, tuple[type[models.Record], str, State, dict[str, Any], list[str]]] = {}
    for public_id, (to, _, fields, _) in changes.items():
        row = found[public_id]
        group = repr((type(row), row.state, to, sorted(fields.items())))
        groups.setdefault(group, (type(row), row.state, to, fields, []))[4].append(public_id)
    for model, old, to, fields, ids in groups.values():
        # Not one row fewer may change: somebody else may have moved it since it was read.
        changed = model.objects.filter(public_id__in=ids, state=old).update(state=to.value, **fields)
        if changed != len(ids):
            raise Conflict("Somebody else moved a record meanwhile.", hint="List what waits and try again.")
    audit.record_all(
        events=[
            (f"{queries.kind_of(public_id).value}_{move.event}", public_id, body)
            for public_id, (_, move, _, body) in changes.items()
        ],
        by=by,
        at=now,
    )


def write_entries(
    kind: RecordKind,
    mine: Mapping[str, Entry],
    known: Mapping[str, queries.Known],
    *,
    by: Actor,
    now: datetime,
) -> tuple[list[str], list[str]]:
    """Write what is not known yet, by key; returns the ids that were added, and those known before."""
    check(by, Permission.REPORT)
    model = queries.MODELS[kind]
    fresh = {key: entry for key, entry in mine.items() if key not in known}
    state = first_state(by)
    rows = [
        model(
            public_id=f"{_LETTERS[kind]}-{key[:12]}",
            key=key,
            programme=entry.programme,
            task=entry.content["task"],
            agency=entry.agency,
            state=state.value,
            content=entry.content,
            illustrative=entry.illustrative,
            author=by.id,
            sent_by=by.id if state is State.SENT else "",
            received_at=now,
            received_on=today_of(now),
            **_found_by(kind, entry),
        )
        for key, entry in fresh.items()
    ]
    try:
        model.objects.bulk_create(rows)
    except IntegrityError:
        raise Conflict(
            "Somebody else recorded the same row meanwhile.", hint="Give the file again."
        ) from None
    audit.record_all(
        events=[(f"{kind.value}_{state.value}", row.public_id, {"key": row.key}) for row in rows],
        by=by,
        at=now,
    )
    _bind_files(rows, fresh)
    corrections = [(row, entry) for row, entry in zip(rows, fresh.values(), strict=True) if entry.corrects]
    if corrections:
        _correct(corrections, by=by, now=now)
    return [row.public_id for row in rows], [known[key].id for key in mine if key in known]


def _found_by(kind: RecordKind, entry: Entry) -> dict[str, str]:
    if kind is not RecordKind.EVIDENCE:
        return {}
    return {"document_key": number_key(entry.content.get("number") or "")[: models.LONGEST_KEY]}


def _bind_files(rows: Sequence[models.Record], fresh: Mapping[str, Entry]) -> None:
    """Let the files know their evidence; whoever sweeps unused files waits until this is committed."""
    wanted = {public_id: row.public_id for row in rows for public_id in fresh[row.key].attachments}
    if not wanted:
        return
    bound = 0
    for evidence in dict.fromkeys(wanted.values()):
        own = [public_id for public_id, named in wanted.items() if named == evidence]
        bound += models.Attachment.objects.filter(public_id__in=own, evidence="").update(evidence=evidence)
    if bound != len(wanted) and models.Attachment.objects.filter(public_id__in=wanted).count() != len(wanted):
        raise Conflict("A file was removed meanwhile.", hint="Hand the file in again.")


def take_back(
    rows: Sequence[models.Record], *, replaced_by: str, reason: str, by: Actor, now: datetime
) -> None:
    """End records that their body leaves out of what it gives anew."""
    fields = {"corrected_on": today_of(now), "corrected_by": replaced_by}
    body = {"by_record": replaced_by, "reason": reason}
    changes = {}
    for row in rows:
        move = check_move(row.to_paper(), to=State.CORRECTED, by=by)
        changes[row.public_id] = (State.CORRECTED, move, fields, body)
    apply({row.public_id: row for row in rows}, changes, by=by, now=now)


def _correct(corrections: Sequence[tuple[models.Record, Entry]], *, by: Actor, now: datetime) -> None:
    """End the records that new ones replace; the reason stays in the trail and with the old record."""
    found = own_rows([entry.corrects for _, entry in corrections], by=by)
    changes = {}
    faults = []
    for new, entry in corrections:
        old = found[entry.corrects]
        move = check_move(old.to_paper(), to=State.CORRECTED, by=by)
        if (type(old), old.programme, old.task) != (type(new), new.programme, new.task):
            params = {"id": old.public_id, "task": old.task}
            faults.append(fault(entry.where, "corrects", OTHER_THING, **params))
        fields = {"corrected_on": today_of(now), "corrected_by": new.public_id}
        changes[old.public_id] = (
            State.CORRECTED,
            move,
            fields,
            {"by_record": new.public_id, "reason": entry.reason},
        )
    if faults:
        raise Invalid("Nothing was recorded.", faults=faults)
    apply(found, changes, by=by, now=now)
