"""Addresses with which a body's machine writes: drafts, hand-ins and matters.

They share the router of own.py, for one address takes GET there and PUT here.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.http import HttpRequest
from ninja import Path
from ninja.responses import Status

from thuocdo.api.asking import TWICE
from thuocdo.api.door import fault_shape
from thuocdo.api.own import draft_shape, router, today
from thuocdo.api.own_schemas import (
    Code,
    DraftSent,
    HandedInShape,
    HandInSent,
    Key,
    MatterSent,
    OneDraft,
    OneMatter,
    TaskSent,
)
from thuocdo.api.tokens import once, reporter_of
from thuocdo.core.actor import Actor
from thuocdo.core.errors import Conflict, Fault, Invalid, NotFound, fault
from thuocdo.cycles.books import Books
from thuocdo.cycles.cells import where_of
from thuocdo.cycles.drafting import hand_in, save_draft
from thuocdo.cycles.faults import NO_TASK
from thuocdo.cycles.matters import queries as matters
from thuocdo.cycles.matters.actions import open_matter
from thuocdo.cycles.matters.types import Kind, Matter
from thuocdo.programme.queries import slugs

_ALL, _SOME = 200, 207
_TAKEN, _CONFLICT, _INVALID = 201, Conflict.http_status, Invalid.http_status


@router.put("/own/programmes/{slug}/tasks/{task}/draft", response=OneDraft, summary="Save a draft")
def put_draft(
    request: HttpRequest, slug: Path[Code], task: Path[Code], sent: DraftSent, key: Key
) -> Status[Any]:
    """Save what is known of a task, also when it is not complete; 409 when another version stands there."""
    machine = reporter_for(request, slug)

    def work(now: datetime) -> tuple[int, Any]:
        saved = save_draft(
            slug=slug,
            task=task,
            cycle=sent.period,
            cells=sent.cells,
            evidence=sent.evidence,
            version=sent.version,
            by=machine,
            now=now,
        )
        return _ALL, {"item": draft_shape(saved)}

    return once(request, key, work)


@router.post(
    "/own/programmes/{slug}/hand-ins",
    response={_ALL: HandedInShape, _SOME: HandedInShape},
    summary="Hand in tasks",
)
def post_hand_in(request: HttpRequest, slug: Path[Code], sent: HandInSent, key: Key) -> Status[Any]:
    """Hand in many tasks: the good ones go, the others stay drafts and are answered with their faults."""
    machine = reporter_for(request, slug)
    _refuse_twice([each.task for each in sent.tasks])
    return once(request, key, lambda now: hand_in_all(slug, sent, by=machine, now=now))


@router.post("/own/programmes/{slug}/matters", response={_TAKEN: OneMatter}, summary="Open a matter")
def post_matter(request: HttpRequest, slug: Path[Code], sent: MatterSent, key: Key) -> Status[Any]:
    """Dispute a status, ask for a later deadline, or name a difficulty; it waits for the body's head."""
    machine = reporter_for(request, slug)

    def work(now: datetime) -> tuple[int, Any]:
        public_id = open_matter(
            slug=slug, kind=Kind(sent.kind), task=sent.task, cells=sent.cells, by=machine, now=now
        )
        found = matters.line(public_id, by=machine, day=today())
        return _TAKEN, {"item": _matter(found.matter)}

    return once(request, key, work)


@router.get("/own/matters/{matter}", response=OneMatter, summary="Where a matter stands")
def get_matter(request: HttpRequest, matter: Path[Code]) -> dict[str, Any]:
    """Return a matter of the body."""
    machine = reporter_of(request)
    found = matters.line(matter, by=machine, day=today()).matter
    if found.agency != machine.agency:
        raise NotFound("There is no such matter.", hint="Use the id that POST answered.")
    return {"item": _matter(found)}


def reporter_for(request: HttpRequest, slug: str) -> Actor:
    """Return the machine that reports for its body on a programme that there is."""
    machine = reporter_of(request)
    if slug not in slugs():
        raise NotFound(f"There is no programme {slug}.", hint="See /api/v1/programmes.")
    return machine


def _refuse_twice(tasks: Sequence[str]) -> None:
    again = sorted({task for task in tasks if tasks.count(task) > 1})
    if again:
        faults = [fault(where_of(task), "task", TWICE) for task in again]
        raise Invalid("Nothing was handed in.", faults=faults)


def hand_in_all(slug: str, sent: HandInSent, *, by: Actor, now: datetime) -> tuple[int, Any]:
    """Save what is sent along and hand in what can go; returns status and body of the answer."""
    books = Books(day=today())
    refused: dict[str, tuple[int, Sequence[Fault]]] = {}
    for each in sent.tasks:
        wrong = _save(slug, sent.period, each, books, by=by, now=now)
        if wrong is not None:
            refused[each.task] = wrong
    good = [each.task for each in sent.tasks if each.task not in refused]
    with transaction.atomic():
        handed = hand_in(slug=slug, cycle=sent.period, tasks=good, by=by, now=now)
    refused |= {task: (_INVALID, faults) for task, faults in handed.faulty.items()}
    results = []
    for each in sent.tasks:
        status, faults = refused.get(each.task, (_TAKEN, ()))
        results.append(
            {"task": each.task, "status": status, "faults": [fault_shape(wrong) for wrong in faults]}
        )
    body = {
        "period": sent.period,
        "state": handed.state,
        "receipt": handed.receipt,
        "records": handed.ids,
        "results": results,
    }
    return (_SOME if refused else _ALL), body


def _save(
    slug: str, period: str, sent: TaskSent, books: Books, *, by: Actor, now: datetime
) -> tuple[int, Sequence[Fault]] | None:
    """Save the draft that is sent along; returns what stands against it, and then nothing is saved."""
    where = where_of(sent.task)
    if books.task(slug, sent.task) is None:
        return _INVALID, [fault(where, "task", NO_TASK, task=sent.task[:20], programme=slug)]
    if sent.draft is None:
        return None
    try:
        with transaction.atomic():
            save_draft(
                slug=slug,
                task=sent.task,
                cycle=period,
                cells=sent.draft.cells,
                evidence=sent.draft.evidence,
                version=sent.draft.version,
                by=by,
                now=now,
            )
    except Invalid as refused:
        return _INVALID, refused.faults or [Fault(where, refused.message)]
    except Conflict as refused:
        return _CONFLICT, [Fault(where, refused.message, "version", refused.message)]
    return None


def _matter(found: Matter) -> dict[str, Any]:
    value = msgspec.to_builtins(found)
    return {**value, "text": found.content.text}
