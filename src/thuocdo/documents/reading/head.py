"""The head of a document: number, title, issuer, day of issue."""

import re
from collections.abc import Sequence
from datetime import date

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.parts import HIDDEN, Part, is_rule
from thuocdo.documents.reading.periods import MONTHS
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.types import DocumentData

_HEAD = 40
_LINE = 160
_NUMBER = re.compile(r"^(?:so(?: hieu)?|no|number)\s*[.:]*\s*(\d+[/-][^\s,;]+)")
_NUMBER_BESIDE = re.compile(r"\b(?:so|no)\s*[.:]+\s*(\d+[/-][^\s,;]+)")
_DAY = re.compile(r"ngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})")
_DAY_EN = re.compile(
    rf"\b({'|'.join(MONTHS)})\s+(\d{{1,2}}),?\s+(\d{{4}})|\b(\d{{1,2}})\s+({'|'.join(MONTHS)}),?\s+(\d{{4}})"
)
_TYPES = frozenset(
    [
        "nghi quyet",
        "quyet dinh",
        "ke hoach",
        "chuong trinh",
        "chuong trinh hanh dong",
        "chi thi",
        "thong tu",
        "nghi dinh",
        "de an",
        "resolution",
        "decision",
        "plan",
        "program",
        "programme",
        "action program",
        "action programme",
        "directive",
        "decree",
    ]
)
_AFTER_TITLE = re.compile(r"^(?:can cu|pursuant|theo de nghi|dieu 1|article 1|phan |\(|i\.|1\.)")


def read_head(part: Part, directory: Directory) -> DocumentData:
    """Return what the head says; what is not there stays None."""
    head = part.blocks[:_HEAD]
    return DocumentData(
        number=_number(head),
        title=_title(head),
        issuer=_issuer(head, directory),
        issued_on=_issued_on(head),
        language=part.language,
    )


def _number(head: Sequence[Block]) -> str | None:
    for pattern in (_NUMBER, _NUMBER_BESIDE):
        for block in head:
            found = pattern.search(bare(block.text[:_LINE]))
            if found:
                return block.text[found.start(1) : found.end(1)].rstrip(".")
    return None


def _issued_on(head: Sequence[Block]) -> date | None:
    for block in head:
        if len(block.text) > _LINE:
            continue
        words = bare(block.text)
        try:
            if found := _DAY.search(words):
                return date(int(found[3]), int(found[2]), int(found[1]))
            if found := _DAY_EN.search(words):
                month, day, year = (
                    (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
                )
                return date(int(year), MONTHS.index(month) + 1, int(day))
        except ValueError:
            continue  # no such day
    return None


def _issuer(head: Sequence[Block], directory: Directory) -> str | None:
    lines: list[str] = []
    for block in head:
        words = bare(block.text)
        if (
            not block.text
            or is_rule(block.text)
            or words.startswith(("cong hoa", "socialist", "so:", "no.", "so "))
        ):
            break
        if block.text == HIDDEN or not block.text.isupper():
            break
        lines.append(block.text)
    printed = " ".join(lines)
    if not printed:
        return None
    owners = directory.read(printed)
    return owners.names[0] if owners.known and len(owners.names) == 1 else printed


def _title(head: Sequence[Block]) -> str | None:
    for place, block in enumerate(head):
        if bare(block.text) not in _TYPES:
            continue
        lines = []
        for below in head[place + 1 :]:
            ends = not below.text or is_rule(below.text) or _AFTER_TITLE.match(bare(below.text))
            if ends or below.text in {head[0].text, HIDDEN}:
                break
            lines.append(below.text)
        return "\n".join(lines) or block.text
    return None
