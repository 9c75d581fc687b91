"""What an officer saves, pastes, takes back and hands in: drafts of one body, then its reports."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from thuocdo.accounts.rules import check
from thuocdo.accounts.types import Permission
from thuocdo.audit import actions as audit
from thuocdo.core.actor import Actor
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Conflict, Fault, Invalid, NotAllowed, NotFound, fault
from thuocdo.cycles import faults, handing, models
from thuocdo.cycles.books import Books, today_of
from thuocdo.cycles.cells import EVIDENCE_CELLS, REPORT_CELLS, cell_faults, filled, where_of
from thuocdo.cycles.faults import N_, NO_BODY_OF, SAY_BODY
from thuocdo.cycles.handing_back import first_version
from thuocdo.cycles.types import DraftValues, HandedIn, SavedDraft

_CHANGED = N_("Somebody else changed the draft meanwhile.")
_LOOK = N_("Look at what stands there now, then try again.")
MAX_BATCH = 500
"""Tasks that one paste or one sheet may fill."""


@transaction.atomic
def save_draft(
    *,
    slug: str,
    task: str,
    cycle: str,
    cells: Mapping[str, str],
    evidence: Sequence[Mapping[str, str]] = (),
    version: int | None,
    by: Actor,
    now: datetime,
) -> SavedDraft:
    """Save what was typed, also when it is not right yet; `version` is that of what was looked at.

    None means that nothing was there. Raises Conflict when something else stands there now, and
    Invalid for cells that no report has, for too long ones, and for marks of state secrecy: such
    words are not kept. Saving keeps what the head said when the report was handed back.
    """
    row = _put_down(
        Books(today_of(now)),
        slug,
        task,
        cycle,
        cells=cells,
        evidence=evidence,
        version=version,
        by=by,
        now=now,
    )
    audit.record(kind="draft_saved", on=_name(row), by=by, at=now, body={"version": row.version})
    return to_value(row)


@transaction.atomic(savepoint=False)
def submit(
    *,
    slug: str,
    task: str,
    cycle: str,
    cells: Mapping[str, str],
    evidence: Sequence[Mapping[str, str]] = (),
    version: int | None,
    by: Actor,
    now: datetime,
) -> tuple[HandedIn, SavedDraft | None]:
    """Hand in what was typed just now; where it is faulty, save it as a draft and return that too.

    Raises like save_draft. The draft's row keeps the place until the end of the transaction, so of two
    people who send the same task at once the second builds on what the first has sent. What is refused
    ends the whole transaction.
    """
    books = Books(today_of(now))
    row = _put_down(books, slug, task, cycle, cells=cells, evidence=evidence, version=version, by=by, now=now)
    handed = handing.hand_over({task: row}, slug=slug, cycle=cycle, tasks=[task], books=books, by=by, now=now)
    if task in handed.sent:
        return handed, None
    audit.record(kind="draft_saved", on=_name(row), by=by, at=now, body={"version": row.version})
    return handed, to_value(row)


@transaction.atomic
def discard_draft(*, slug: str, task: str, cycle: str, version: int, by: Actor, now: datetime) -> None:
    """Throw a draft away; raises Conflict when it is not the one that was looked at."""
    check_reporter(by)
    found = _drafts(slug, by.agency, cycle).filter(task=task, version=version)
    if found.delete()[0] != 1:
        raise Conflict(_CHANGED, hint=_LOOK)
    name = _named(slug, task, by.agency, cycle)
    audit.record(kind="draft_discarded", on=name, by=by, at=now, body={"version": version})


def drafts_of(slug: str, *, agency: str, cycle: str) -> dict[str, SavedDraft]:
    """Return a body's drafts of a cycle ("" for between cycles) by task."""
    return {row.task: to_value(row) for row in _drafts(slug, agency, cycle).order_by("task")}


@transaction.atomic
def save_batch(
    *, slug: str, cycle: str, rows: Mapping[str, Mapping[str, str]], by: Actor, now: datetime
) -> str:
    """Save many tasks in one act, a paste or a sheet, and return the id with which it is undone.

    A cell that is given takes the place of the one before, an empty one clears it, and what is not
    given stays. Columns of evidence (text, url, ...) change the first piece of evidence.
    """
    check_reporter(by)
    if not rows or len(rows) > MAX_BATCH:
        params = {"most": MAX_BATCH, "count": len(rows)}
        raise Invalid(N_("A batch fills between 1 and {most} tasks, not {count}."), params=params)
    split = {task: _split(cells) for task, cells in rows.items()}
    found = _task_faults(Books(today_of(now)), slug, list(rows), cycle, by)
    for task, (cells, proof) in split.items():
        found += cell_faults(task, cells, [proof])
    _refuse(found, N_("Nothing of the batch was saved."))
    present = {row.task: row for row in _drafts(slug, by.agency, cycle).filter(task__in=rows)}
    before = []
    for task, (cells, proof) in split.items():
        row, old = _put(slug, task, cycle, row=present.get(task), cells=cells, proof=proof, by=by, now=now)
        before.append({"task": task, "before": old, "version": row.version})
    public_id = f"B-{sha256_hex(f'{slug} {cycle} {by.id} {now.isoformat()} {before}'.encode())[:12]}"
    batch = models.Batch(
        public_id=public_id,
        programme=slug,
        agency=by.agency,
        cycle=cycle,
        by=by.id,
        at=now,
        before=before,
    )
    batch.save(force_insert=True)
    body = {"tasks": list(rows), "agency": by.agency, "cycle": cycle}
    audit.record(kind="batch_saved", on=public_id, by=by, at=now, body=body)
    return public_id


@transaction.atomic
def undo_batch(*, batch: str, by: Actor, now: datetime) -> None:
    """Put every task of a batch back to what stood there before it, or none of them.

    Raises Conflict when one of them was changed, handed in or thrown away since, or when the batch
    was undone already.
    """
    check_reporter(by)
    row = models.Batch.objects.filter(public_id=batch, agency=by.agency).first()
    if row is None:
        raise NotFound(N_("There is no batch {id}."), params={"id": batch[:40]})
    # The update settles a race: of two people who undo at once, one changes the row.
    if models.Batch.objects.filter(pk=row.pk, undone_at=None).update(undone_at=now) != 1:
        raise Conflict(N_("{id} was undone already."), params={"id": batch})
    changed = [item["task"] for item in row.before if not _undo(row, item, by=by, now=now)]
    if changed:
        raise Conflict(
            N_("{id} cannot be undone: task {tasks} was changed since."),
            hint=N_("Change these drafts one by one."),
            params={"id": batch, "tasks": ", ".join(changed)},
        )
    body = {"tasks": [item["task"] for item in row.before], "agency": by.agency, "cycle": row.cycle}
    audit.record(kind="batch_undone", on=batch, by=by, at=now, body=body)


@transaction.atomic
def hand_in(*, slug: str, cycle: str, tasks: Sequence[str], by: Actor, now: datetime) -> HandedIn:
    """Turn drafts into reports with their evidence: all tasks without fault at once, the rest stay drafts.

    A head's reports are sent, a reporter's wait for the head. A task that was handed in already
    and has no draft any more counts as sent, with the receipt it got then, so a hand-in may be
    repeated. What was sent before is replaced only where the draft says a `reason`.
    Raises Conflict when a draft changes while it is handed in.
    """
    check_reporter(by)
    if len(tasks) > MAX_BATCH:
        params = {"most": MAX_BATCH, "count": len(tasks)}
        raise Invalid(N_("At most {most} tasks are handed in at once, not {count}."), params=params)
    return handing.hand_in(slug=slug, cycle=cycle, tasks=tuple(dict.fromkeys(tasks)), by=by, now=now)


def faults_of(
    *, slug: str, cycle: str, tasks: Sequence[str], by: Actor, day: date
) -> dict[str, tuple[Fault, ...]]:
    """Return what a hand-in of these drafts would find wrong, by task; nothing is written."""
    return handing.rehearse(slug=slug, cycle=cycle, tasks=tasks, by=by, day=day)


def values_of(
    *,
    slug: str,
    task: str,
    cycle: str,
    cells: Mapping[str, str],
    evidence: Sequence[Mapping[str, str]] = (),
    by: Actor,
    day: date,
) -> DraftValues:
    """Read what was typed as the values that a preview needs, and name every fault; nothing is written."""
    typed = {"cells": filled(cells), "evidence": [filled(row) for row in evidence if filled(row)]}
    return handing.values_of(slug=slug, task=task, cycle=cycle, content=typed, by=by, day=day)


def check_reporter(by: Actor) -> None:
    """Refuse who may not report, or who belongs to no body."""
    check(by, Permission.REPORT)
    if not by.agency:
        raise NotAllowed(NO_BODY_OF, hint=SAY_BODY, params={"name": by.name})


def to_value(row: models.Draft) -> SavedDraft:
    """Return a stored draft as a value."""
    content: dict[str, Any] = row.content
    told = content.get("faults", ())
    return SavedDraft(
        task=row.task,
        agency=row.agency,
        cycle=row.cycle,
        cells=content["cells"],
        evidence=tuple(content["evidence"]),
        version=row.version,
        saved_by=row.saved_by,
        saved_at=row.saved_at,
        faults=tuple(Fault(where_of(row.task), item["message"], item["field"] or None) for item in told),
    )


def _drafts(slug: str, agency: str, cycle: str) -> QuerySet[models.Draft]:
    found: QuerySet[models.Draft] = models.Draft.objects.filter(programme=slug, agency=agency, cycle=cycle)
    return found


def _put_down(
    books: Books,
    slug: str,
    task: str,
    cycle: str,
    *,
    cells: Mapping[str, str],
    evidence: Sequence[Mapping[str, str]],
    version: int | None,
    by: Actor,
    now: datetime,
) -> models.Draft:
    """Write the row of a draft, or say what is wrong with it; whoever calls records the act."""
    check_reporter(by)
    found = [*_task_faults(books, slug, [task], cycle, by), *cell_faults(task, cells, evidence)]
    _refuse(found, N_("The draft was not saved."))
    content = {"cells": filled(cells), "evidence": [filled(row) for row in evidence if filled(row)]}
    if version is None:
        return _insert(slug, task, cycle, content, by=by, now=now)
    return _replace(slug, task, cycle, content, version, by=by, now=now)


def _insert(
    slug: str, task: str, cycle: str, content: dict[str, Any], *, by: Actor, now: datetime
) -> models.Draft:
    row = models.Draft(
        programme=slug,
        task=task,
        agency=by.agency,
        cycle=cycle,
        content=content,
        version=first_version(now),
        saved_by=by.id,
        saved_at=now,
    )
    try:
        row.save(force_insert=True)
    except IntegrityError:  # the whole act ends here, and with it its transaction
        raise Conflict(_CHANGED, hint=_LOOK) from None
    return row


def _replace(
    slug: str, task: str, cycle: str, content: dict[str, Any], version: int, *, by: Actor, now: datetime
) -> models.Draft:
    row = _drafts(slug, by.agency, cycle).filter(task=task, version=version).first()
    if row is None:
        raise Conflict(_CHANGED, hint=_LOOK)
    kept = {"faults": row.content["faults"]} if row.content.get("faults") else {}
    return _update(row, {**content, **kept}, by=by, now=now)


def _update(row: models.Draft, content: dict[str, Any], *, by: Actor, now: datetime) -> models.Draft:
    """Write over the version that was read and no other; that also settles races."""
    mine = models.Draft.objects.filter(pk=row.pk, version=row.version)
    fields = {"content": content, "version": row.version + 1, "saved_by": by.id, "saved_at": now}
    if mine.update(**fields) != 1:
        raise Conflict(_CHANGED, hint=_LOOK)
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def _put(
    slug: str,
    task: str,
    cycle: str,
    *,
    row: models.Draft | None,
    cells: Mapping[str, str],
    proof: Mapping[str, str],
    by: Actor,
    now: datetime,
) -> tuple[models.Draft, dict[str, Any] | None]:
    """Lay the cells of a batch over a draft; returns it and what stood there before."""
    old: dict[str, Any] = row.content if row is not None else {"cells": {}, "evidence": []}
    first, *others = old["evidence"] or [{}]
    proofs = [filled({**first, **proof}), *others]
    content = {**old, "cells": filled({**old["cells"], **cells}), "evidence": [one for one in proofs if one]}
    if row is None:
        return _insert(slug, task, cycle, content, by=by, now=now), None
    return _update(row, content, by=by, now=now), old


def _undo(batch: models.Batch, item: Mapping[str, Any], *, by: Actor, now: datetime) -> bool:
    found = _drafts(batch.programme, batch.agency, batch.cycle)
    mine = found.filter(task=item["task"], version=item["version"], saved_at=batch.at)
    if item["before"] is None:
        return mine.delete()[0] == 1
    fields = {"content": item["before"], "version": item["version"] + 1, "saved_by": by.id, "saved_at": now}
    return mine.update(**fields) == 1


def _split(row: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Divide the cells of a batch into those of the report and those of a piece of evidence."""
    of_evidence = set(EVIDENCE_CELLS) - set(REPORT_CELLS)
    proof = {name: cell for name, cell in row.items() if name in of_evidence}
    return {name: cell for name, cell in row.items() if name not in of_evidence}, proof


def _task_faults(books: Books, slug: str, tasks: Sequence[str], cycle: str, by: Actor) -> list[Fault]:
    found = []
    cycles = books.cycles(slug)
    if cycle and cycle not in cycles:
        found.append(fault(slug, "cycle", faults.NO_CYCLE, cycle=cycle, cycles=", ".join(cycles)))
    for code in tasks:
        task = books.task(slug, code)
        if task is None:
            found.append(fault(where_of(code), "task", faults.NO_TASK, task=code, programme=slug))
        elif not books.takes_part(slug, task, by.agency):
            found.append(fault(where_of(code), "task", faults.NO_PART_IN, agency=by.agency, task=code))
    return found


def _refuse(found: Sequence[Fault], sentence: str) -> None:
    if found:
        raise Invalid(sentence, faults=found, hint=N_("Correct what is named and save again."))


def _name(row: models.Draft) -> str:
    return _named(row.programme, row.task, row.agency, row.cycle)


def _named(slug: str, task: str, agency: str, cycle: str) -> str:
    return " ".join(part for part in (slug, task, agency, cycle) if part)
