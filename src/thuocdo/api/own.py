"""Addresses of a body's own reporting, to read: periods, where it stands, drafts, receipts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpRequest
from ninja import Path, Query, Router

from thuocdo.api.door import fault_shape
from thuocdo.api.own_schemas import (
    Code,
    OneDraft,
    OneReceipt,
    OwnTasks,
    PeriodAsked,
    Periods,
    Receipts,
    ReceiptsAsked,
    StandingAsked,
)
from thuocdo.api.tokens import MachineToken, moment, reporter_of
from thuocdo.core.dates import local_day
from thuocdo.core.errors import Invalid, NotFound, fault
from thuocdo.cycles import opening
from thuocdo.cycles.books import Books
from thuocdo.cycles.calendar import taking
from thuocdo.cycles.drafting import drafts_of
from thuocdo.cycles.faults import N_, NO_CYCLE
from thuocdo.cycles.receipts import HandInReceipt, receipt, receipts
from thuocdo.cycles.standing import standing
from thuocdo.cycles.types import SavedDraft, Standing

NO_CURSOR = N_("is no cursor of this list")

router = Router(tags=["own"], auth=MachineToken())


@router.get("/own/programmes/{slug}/periods", response=Periods, summary="Reporting periods")
def periods(request: HttpRequest, slug: Path[Code]) -> Mapping[str, Any]:
    """Return the periods that have begun and the next one, with their last days."""
    reporter_of(request)
    day = today()
    found = opening.calendar_of(slug, day=day)
    now_taking = taking(found, day)
    items = [{**msgspec.to_builtins(each), "current": each == now_taking} for each in found]
    return {"items": items}


@router.get("/own/programmes/{slug}/tasks", response=OwnTasks, summary="Where the body stands")
def tasks(request: HttpRequest, slug: Path[Code], asked: Query[StandingAsked]) -> Mapping[str, Any]:
    """Return the tasks that the body takes part in, in the order of the document."""
    machine = reporter_of(request)
    books = Books(day=today())
    programme = books.programme(slug)
    period = period_of(slug, asked.period, books)
    found = standing(
        slug,
        agency=machine.agency,
        cycle=period,
        day=books.day,
        programme=programme,
        register=books.register(slug),
    )
    own = [task.code for task in programme.tasks if books.takes_part(slug, task, machine.agency)]
    start = _after(own, asked.cursor)
    shown = own[start : start + asked.limit]
    rest = start + asked.limit < len(own)
    return {
        "agency": machine.agency,
        "period": period,
        "as_of": books.day,
        "items": [_standing(found[code]) for code in shown],
        "next": shown[-1] if rest else None,
    }


@router.get("/own/programmes/{slug}/tasks/{task}/draft", response=OneDraft, summary="A saved draft")
def draft(
    request: HttpRequest, slug: Path[Code], task: Path[Code], asked: Query[PeriodAsked]
) -> Mapping[str, Any]:
    """Return the body's draft of a task with its version."""
    machine = reporter_of(request)
    period = period_of(slug, asked.period, Books(day=today()))
    found = drafts_of(slug, agency=machine.agency, cycle=period).get(task)
    if found is None:
        raise NotFound("There is no such draft.", hint="Save one with PUT.")
    return {"item": draft_shape(found)}


@router.get("/own/receipts", response=Receipts, summary="Receipts")
def all_receipts(request: HttpRequest, asked: Query[ReceiptsAsked]) -> Mapping[str, Any]:
    """Return what the body handed in, the newest first, whoever did it."""
    machine = reporter_of(request)
    found = receipts(machine.agency, before=asked.cursor, limit=asked.limit + 1)
    shown = found[: asked.limit]
    rest = len(found) > len(shown)
    return {"items": [_receipt(each) for each in shown], "next": shown[-1].place if rest else None}


@router.get("/own/receipts/{code}", response=OneReceipt, summary="One receipt")
def one_receipt(request: HttpRequest, code: Path[Code]) -> Mapping[str, Any]:
    """Return a receipt of the body by its code."""
    return {"item": _receipt(receipt(code, agency=reporter_of(request).agency))}


def today() -> date:
    """Return the day in the programme's time zone."""
    return local_day(moment(), settings.THUOCDO_ZONE)


def period_of(slug: str, asked: str | None, books: Books) -> str:
    """Return the period that was asked for, else the one that takes reports today ("" when none does)."""
    known = books.cycles(slug)
    if asked is None:
        current = opening.cycle_on(slug, books.day)
        return current.code if current is not None else ""
    if asked and asked not in known:
        wrong = fault("query", "period", NO_CYCLE, cycle=asked, cycles=", ".join(known))
        raise Invalid("The request cannot be answered.", faults=[wrong])
    return asked


def draft_shape(found: SavedDraft) -> dict[str, Any]:
    """Return a draft as it is answered."""
    return {
        "task": found.task,
        "period": found.cycle,
        "cells": found.cells,
        "evidence": list(found.evidence),
        "version": found.version,
        "saved_by": found.saved_by,
        "saved_at": found.saved_at,
        "faults": [fault_shape(each) for each in found.faults],
    }


def _after(own: list[str], cursor: str | None) -> int:
    if cursor is None:
        return 0
    if cursor not in own:
        wrong = fault("query", "cursor", NO_CURSOR)
        raise Invalid("The request cannot be answered.", faults=[wrong])
    return own.index(cursor) + 1


def _standing(found: Standing) -> dict[str, Any]:
    return {
        "task": found.task,
        "state": found.state,
        "late": found.late,
        "draft": found.draft,
        "report": msgspec.to_builtins(found.report),
        "before": msgspec.to_builtins(found.before),
        "evidence": [
            {
                **msgspec.to_builtins(each.value),
                "state": each.state,
                "faults": [fault_shape(wrong) for wrong in each.faults],
            }
            for each in found.evidence
        ],
        "faults": [fault_shape(each) for each in found.faults],
    }


def _receipt(found: HandInReceipt) -> dict[str, Any]:
    return {**msgspec.to_builtins(found), "period": found.cycle}
