"""The opening of a document: which lines are its head, and which of them are only its furniture."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.columns import heads_columns, is_number_head
from thuocdo.documents.reading.parts import HIDDEN, is_motto, is_rule, letterhead
from thuocdo.documents.reading.spelling import bare

HEAD = 40
LONGEST_LINE = 160
TYPES = frozenset(
    [
        "nghi quyet",
        "quyet dinh",
        "ke hoach",
        "chuong trinh",
        "chuong trinh hanh dong",
        "chuong trinh cong tac",
        "ke hoach cong tac",
        "ke hoach hanh dong",
        "ke hoach hoat dong",
        "ke hoach trien khai",
        "ke hoach thuc hien",
        "chi thi",
        "thong tu",
        "nghi dinh",
        "de an",
        "cong dien",
        "thong bao",
        "ket luan",
        "thong bao ket luan",
        "huong dan",
        "circular",
        "order",
        "instruction",
        "memorandum",
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
"""What a document calls itself on a line of its own."""
TYPE_NAMES = "|".join(sorted(TYPES, key=len, reverse=True))
_TYPE_LINE = re.compile(
    rf"[*_# ]*(?:{TYPE_NAMES})(?: (?:cua|of(?: the)?) (?!actions?\b|works?\b|activit|measures\b)"
    r"(?P<maker>\S[^,.;:]{2,80}?))?[*_ ]*"
)
_MAIL = re.compile(
    r"(?:from|to|cc|bcc|date|sent|subject|reply-to|importance|attachments?|"
    r"tu|toi|den|gui|nguoi gui|nguoi nhan|ngay gui|chu de|tieu de|dinh kem)\s*:\s*\S"
)
_SENDER = re.compile(r"(?:from|tu|nguoi gui)\s*:|\S@\S")
_MAIL_LINES = 8
_FEWEST_MAIL = 2
_BEHIND_MAIL = 8
_HEADING = 4  # paragraphs that head columns, where no table tells
_PIECES = re.compile(r"\s+[·•|]\s+|\n")
_NOTE = re.compile(
    r"[\[(*].*[\])*]|du thao\b.*|ban du thao|draft\b.*|confidential|illustrative\b.*|"
    r"(?:phu luc|annex|appendix)(?: (?:so )?[\divxa-h]{1,5})?\W*|trang \d+.*|page \d+.*|luu hanh noi bo"
)
_LABELLED = re.compile(r"(?P<label>[^\W\d][^:]{1,40}):\s*(?P<value>.*)")


class Piece(NamedTuple):
    """A line of the head, or one of the several parts that a line has; `place` is that of its block."""

    text: str
    words: str
    place: int


def opening(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of the head: from the letterhead on, above the first table of rows.

    Lines of a mail or of a site may stand before the letterhead, and columns may be headed by
    paragraphs; a day or a body in a row says nothing of the document.
    """
    found = list(blocks[: HEAD + _MAIL_LINES])
    start = letterhead(found)
    if not any(block.text.isupper() and type_line(block.text) for block in found[:start]):
        found = found[start:]
    found = found[_behind_mail(found) :]
    return found[: _first_row(found)][:HEAD]


def pieces(head: Sequence[Block]) -> list[Piece]:
    """Return the parts of the lines of a head that are no rules and not hidden."""
    found: list[Piece] = []
    for place, block in enumerate(head):
        if len(block.text) > LONGEST_LINE or is_rule(block.text) or block.text == HIDDEN:
            continue
        found += [
            Piece(text, bare(text), place)
            for part in _PIECES.split(block.text)
            if (text := part.strip(" *_"))
        ]
    return found


def type_line(text: str) -> re.Match[str] | None:
    """Match a line that holds the type of the document, and perhaps who made it."""
    return _TYPE_LINE.fullmatch(bare(text)) if len(text) <= LONGEST_LINE else None


def is_furniture(text: str) -> bool:
    """Say whether a line is a rule, a motto, a note in brackets or the number of a page."""
    return is_rule(text) or is_motto(text) or bool(_NOTE.fullmatch(bare(text).strip()))


def labelled(text: str) -> tuple[str, str] | None:
    """Return label, as bare words, and value of “Published: …”; None where no short label stands."""
    found = _LABELLED.fullmatch(text)
    return (bare(found["label"]).strip(), found["value"]) if found else None


def _behind_mail(blocks: Sequence[Block]) -> int:
    """Return where the document begins behind the head of a mail and its greeting, 0 where none stands."""
    words = [bare(block.text) for block in blocks[:_MAIL_LINES]]
    end = next((place for place, text in enumerate(words) if not _MAIL.match(text)), len(words))
    if end < _FEWEST_MAIL or not any(map(_SENDER.search, words[:end])):
        return 0
    near = range(end, min(end + _BEHIND_MAIL, len(blocks)))
    return next((place for place in near if blocks[place].text.isupper()), end)


def _first_row(blocks: Sequence[Block]) -> int:
    """Return where the first table of rows begins, however its columns are headed."""
    rows: dict[tuple[int, int], list[int]] = {}
    for place, block in enumerate(blocks):
        if block.table is not None:
            rows.setdefault((block.table, block.row), []).append(place)
    headed = {key[0] for key, row in rows.items() if heads_columns([blocks[place].text for place in row])}
    first = next((place for place, block in enumerate(blocks) if block.table in headed), len(blocks))
    return next((place for place in range(first) if _heads_rows(blocks[place : place + _HEADING])), first)


def _heads_rows(blocks: Sequence[Block]) -> bool:
    texts = [block.text for block in blocks if block.table is None]
    return len(texts) == _HEADING and is_number_head(texts[0]) and heads_columns(texts)
