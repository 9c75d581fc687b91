"""The receipt: what was received of one task, when by the server's clock, under which code."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings

from thuocdo.config.current import Known
from thuocdo.core.dates import local_day
from thuocdo.cycles import queries
from thuocdo.cycles.types import RecordKind
from thuocdo.web.language import words as _
from thuocdo.web.work_desk import STATES
from thuocdo.web.work_faults import LABELS
from thuocdo.web.work_form import CELLS
from thuocdo.web.work_lines import written
from thuocdo.web.work_log import proof_of
from thuocdo.web.work_panel import SITUATIONS
from thuocdo.web.work_sending import Receipt
from thuocdo.web.work_versions import clock

_SHOWN = 16
"""Characters of the code that people read out; the receipt to keep has all of them."""


def shown_receipt(known: Known, receipt: Receipt) -> Mapping[str, Any]:
    """Return a receipt as the pages print it."""
    numbers = {task.code: task for task in known.facts.programme.tasks}
    task = numbers.get(receipt.task)
    return {
        "key": receipt.key,
        "number": task.number if task else receipt.task,
        "time": clock(receipt.at),
        "day": local_day(receipt.at, settings.THUOCDO_ZONE),
        "word": STATES[receipt.state],
        "code": receipt.code[:_SHOWN],
        "whole": receipt.code,
    }


def received_page(known: Known, receipt: Receipt) -> Mapping[str, Any]:
    """Return everything that the receipt to keep shows: the records as they were received."""
    rows = queries.rows(receipt.ids)
    task = next((each for each in known.facts.programme.tasks if each.code == receipt.task), None)
    given = [(queries.kind_of(public_id), rows[public_id].content) for public_id in receipt.ids]
    return {
        "receipt": shown_receipt(known, receipt),
        "task": task,
        "cycle_code": receipt.cycle,
        "cells": [line for kind, content in given if kind is RecordKind.REPORT for line in _cells(content)],
        "pieces": [_piece(content) for kind, content in given if kind is RecordKind.EVIDENCE],
        "ids": receipt.ids,
        "proof": proof_of(receipt.code),
    }


def _cells(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    words = dict(SITUATIONS)
    found = []
    for name in CELLS:
        cell = content.get(name)
        if cell in {None, "", False}:
            continue
        said = _(words[cell]) if name == "situation" else _("yes") if cell is True else _day(str(cell))
        found.append((_(LABELS[name]), said))
    return found


def _piece(content: Mapping[str, Any]) -> Mapping[str, str]:
    return {
        "text": content.get("text", ""),
        "number": content.get("number", ""),
        "issued_on": _day(content.get("issued_on") or ""),
        "issuer": content.get("issuer", ""),
        "url": content.get("url", ""),
        "files": ", ".join(content.get("files", ())),
    }


def _day(cell: str) -> str:
    """Return a stored day as people write it; everything else as it is."""
    try:
        return written(date.fromisoformat(cell))
    except ValueError:
        return cell
