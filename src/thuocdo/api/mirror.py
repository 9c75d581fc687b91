"""Addresses for a system that keeps its own list of our tasks and reports under its own identifiers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Path, Router
from ninja.responses import Status

from thuocdo.accounts.naming import Mirrored, names_of, note_versions, set_names
from thuocdo.api.asking import TWICE
from thuocdo.api.door import fault_shape
from thuocdo.api.own import today
from thuocdo.api.own_schemas import (
    Code,
    DraftContent,
    HandInSent,
    Key,
    Mirror,
    MirroredIn,
    MirroredReport,
    MirroredSent,
    MirrorSent,
    TaskSent,
)
from thuocdo.api.tokens import MachineToken, once
from thuocdo.api.writing import hand_in_all, reporter_for
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Fault, Invalid, fault
from thuocdo.cycles.books import Books
from thuocdo.cycles.drafting import discard_draft, drafts_of
from thuocdo.cycles.faults import N_, NO_PART_IN, NO_TASK

router = Router(tags=["mirror"], auth=MachineToken())
_KNOWN, _SOME, _TAKEN, _NONE = 200, 207, 201, 404
NO_NAME = N_("is no identifier of your list; send the list with PUT first")
REASON = "Cập nhật từ hệ thống của cơ quan, phiên bản {version}"
"""Why a report that was sent is replaced, where the system gives no reason of its own."""


@router.get("/own/programmes/{slug}/mirror", response=Mirror, summary="Identifiers of your system")
def get_mirror(request: HttpRequest, slug: Path[Code]) -> dict[str, Any]:
    """Return which identifier means which task, and the last version recorded under it."""
    machine = reporter_for(request, slug)
    return _shape(names_of(slug, agency=machine.agency))


@router.put("/own/programmes/{slug}/mirror", response=Mirror, summary="Set the identifiers")
def put_mirror(request: HttpRequest, slug: Path[Code], sent: MirrorSent, key: Key) -> Status[Any]:
    """Set the whole list; one task has one identifier, and the body takes part in each of them."""
    machine = reporter_for(request, slug)
    _check(slug, sent, machine)

    def work(now: datetime) -> tuple[int, Any]:
        set_names(slug=slug, names={each.id: each.task for each in sent.items}, by=machine, now=now)
        return _KNOWN, _shape(names_of(slug, agency=machine.agency))

    return once(request, key, work)


@router.post(
    "/own/programmes/{slug}/mirror/reports",
    response={_KNOWN: MirroredIn, _SOME: MirroredIn},
    summary="Report under your identifiers",
)
def post_mirrored(request: HttpRequest, slug: Path[Code], sent: MirroredSent, key: Key) -> Status[Any]:
    """Hand in reports by identifier and version; the last recorded version of one is not recorded again."""
    machine = reporter_for(request, slug)
    ids = [each.id for each in sent.items]
    again = sorted({each for each in ids if ids.count(each) > 1})
    if again:
        faults = [fault(f"id {each}", "id", TWICE) for each in again]
        raise Invalid("Nothing was recorded.", faults=faults)
    return once(request, key, lambda now: _record(slug, sent, by=machine, now=now))


def _shape(names: Mapping[str, Mirrored]) -> dict[str, Any]:
    items = [{"id": each.name, "task": each.task, "version": each.version} for each in names.values()]
    return {"items": items}


def _check(slug: str, sent: MirrorSent, by: Actor) -> None:
    books = Books(day=today())
    ids, tasks = [each.id for each in sent.items], [each.task for each in sent.items]
    found: list[Fault] = []
    for each in sent.items:
        where, task = f"id {each.id}", books.task(slug, each.task)
        if ids.count(each.id) > 1:
            found.append(fault(where, "id", TWICE))
        if tasks.count(each.task) > 1:
            found.append(fault(where, "task", TWICE))
        if task is None:
            found.append(fault(where, "task", NO_TASK, task=each.task, programme=slug))
        elif not books.takes_part(slug, task, by.agency):
            found.append(fault(where, "task", NO_PART_IN, agency=by.agency, task=each.task))
    if found:
        raise Invalid("The list was not kept.", faults=found)


def _record(slug: str, sent: MirroredSent, *, by: Actor, now: datetime) -> tuple[int, Any]:
    names = names_of(slug, agency=by.agency)
    new = [each for each in sent.items if each.id in names and names[each.id].version != each.version]
    done = _hand_in(slug, sent.period, new, names, by=by, now=now)
    by_task = {each["task"]: each for each in done["results"]}
    taken = [each for each in new if by_task[names[each.id].task]["status"] == _TAKEN]
    versions = {each.id: (names[each.id].version, each.version) for each in taken}
    note_versions(slug=slug, versions=versions, by=by)
    results = [_result(each, names.get(each.id), by_task) for each in sent.items]
    status = _KNOWN if {each["status"] for each in results} <= {_KNOWN, _TAKEN} else _SOME
    return status, {"period": sent.period, "receipt": done["receipt"], "results": results}


def _hand_in(
    slug: str,
    period: str,
    new: Sequence[MirroredReport],
    names: Mapping[str, Mirrored],
    *,
    by: Actor,
    now: datetime,
) -> dict[str, Any]:
    """Hand in what is new; what is faulty leaves no draft behind, for the next version brings its own."""
    if not new:
        return {"receipt": "", "results": []}
    tasks = []
    for each in new:
        cells = {"reason": REASON.format(version=each.version), **each.cells}
        draft = DraftContent(cells=cells, evidence=each.evidence, version=None)
        tasks.append(TaskSent(task=names[each.id].task, draft=draft))
    before = set(drafts_of(slug, agency=by.agency, cycle=period))
    _status, done = hand_in_all(slug, HandInSent(period=period, tasks=tasks), by=by, now=now)
    for task, left in drafts_of(slug, agency=by.agency, cycle=period).items():
        if task not in before and task in {each.task for each in tasks}:
            discard_draft(slug=slug, task=task, cycle=period, version=left.version, by=by, now=now)
    return dict(done)


def _result(
    sent: MirroredReport, known: Mirrored | None, by_task: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    about = {"id": sent.id, "version": sent.version, "task": known.task if known is not None else ""}
    if known is None:
        return {**about, "status": _NONE, "faults": [fault_shape(fault(f"id {sent.id}", "id", NO_NAME))]}
    if known.version == sent.version:
        return {**about, "status": _KNOWN, "faults": []}
    return {**about, "status": by_task[known.task]["status"], "faults": by_task[known.task]["faults"]}
