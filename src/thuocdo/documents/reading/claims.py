"""Claimed statuses of a report, and whether the printed result supports them."""

import dataclasses
import re
from collections.abc import Sequence
from typing import Literal

from thuocdo.core.text import fold
from thuocdo.documents.outputs import required_parts
from thuocdo.documents.proofs import PERSON, Part, Support, support
from thuocdo.documents.types import CitedDocument, DraftTask, StatusCheck

Claimed = Literal["done", "under_way", "late", "not_started", "regular", ""]

_NOT_STARTED = (
    r"\bchua (?:duoc )?(?:thuc hien|trien khai|bat dau)|\bnot (?:yet )?(?:started|begun|commenced)"
    r"|\bto be started|\bpending\b|\bplanned\b"
)
_UNDER_WAY = (
    r"\b(?:chua|khong) (?:duoc )?(?:hoan thanh|dat|xong)|\bdang\b|\bmot phan\b|\bgan (?:nhu )?hoan thanh"
    r"|\b(?:not|partly|partially|nearly|almost|substantially) (?:yet )?(?:been )?"
    r"(?:complet|done|achiev|deliver|implement|met)"
    r"|\bin progress|\bunder ?way|\bongoing\b|\bon[ -](?:track|going|schedule)|\bpartial|\bincomplete"
    r"|\bse (?:hoan thanh|thuc hien)|\b(?:du kien|phan dau) hoan thanh|\b(?:dung|dam bao|bao dam) tien do"
    r"|\bto be (?:completed|delivered)|\bwill be\b|\b(?:expected|due) to\b"
)
_DONE = (
    r"\bhoan thanh\b|^(?:da )?(?:dat|xong)\b|\bda (?:dat|xong|thuc hien xong|ban hanh)"
    r"|\b(?:completed?|done|achieved|delivered|finished|fulfilled|implemented|closed|met)\b"
)
_LATE = r"\b(?:cham|qua han|tre han|tre)\b|\b(?:late|overdue|delayed|behind)\b"
_REGULAR = r"\bthuong xuyen\b|\bhang (?:nam|quy|thang)\b|\b(?:regular|continuous|recurring|annual)\w*"
_STARTED = r"\btrien khai\b|\bthuc hien\b|\bstarted\b"
_READ: tuple[tuple[str, Claimed], ...] = (
    (_NOT_STARTED, "not_started"),
    (_UNDER_WAY, "under_way"),
    (_DONE, "done"),
    (_LATE, "late"),
    (_REGULAR, "regular"),
    (_STARTED, "under_way"),
)
_WORDS = tuple((re.compile(pattern), claimed) for pattern, claimed in _READ)
_SHARE = re.compile(r"(?<![\d.,])(\d{1,3})(?:[.,]\d+)?\s?%")
_WHOLE = 100
_IN_RESULT = re.compile(r"^(?:[-+•]\s*)?(?:bo |so |ubnd )?(?:da hoan thanh|hoan thanh 100|completed|done)\b")


def claimed_status(status: str | None, result: str | None = None) -> Claimed:
    """Return what the words claim; "" when they claim nothing that is known.

    Without a status column the result claims completion only where it begins with it.
    """
    words = fold(status or "").strip(" .;-")
    if not words:
        return "done" if _IN_RESULT.match(fold(result or "")) else ""
    share = _SHARE.search(words)
    if share and int(share[1]) < _WHOLE:
        return "under_way" if int(share[1]) else "not_started"
    claimed: Claimed = next((claimed for pattern, claimed in _WORDS if pattern.search(words)), "")
    if claimed in {"", "regular"} and share:
        return "done"
    return claimed


def check_status(task: DraftTask) -> StatusCheck | None:
    """Return whether the result supports the claimed status; None where no progress is reported.

    The required output is that of the row's own output cell. Where it is empty, or no rule reads
    it, any document that decides, or proof that something runs, is enough.
    """
    if not (task.status_text or task.result_text):
        return None
    readable = tuple(part for part in required_parts(task.output) if part.needs != (PERSON,))
    found = row_support(task, readable)
    documents = tuple(CitedDocument(item.number, item.issued_on) for item in found.documents)
    claimed = claimed_status(task.status_text, task.result_text) == "done"
    return StatusCheck(claimed and bool(found.reason), documents, found.reason or None)


def with_status_check(task: DraftTask) -> DraftTask:
    """Return the task with its check, where its row reports progress."""
    return dataclasses.replace(task, status_check=check_status(task))


def reported_text(row: DraftTask) -> str:
    """Return the words in which a row may cite its evidence: the result, else the status."""
    return row.result_text or row.status_text or ""


def row_support(row: DraftTask, parts: Sequence[Part], *, programme_number: str = "") -> Support:
    """Return which parts the words of a row prove; see `documents.proofs.support`."""
    found = support(reported_text(row), parts, programme_number=programme_number)
    if found.reason == "no_document" and not row.result_text:
        return dataclasses.replace(found, reason="no_result")
    return found
