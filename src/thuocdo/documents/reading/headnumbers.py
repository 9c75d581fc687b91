"""The number of a document, and what the line under an annex says of the document that it belongs to."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.opening import LONGEST_LINE, TYPE_NAMES, Piece
from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.spelling import bare

_NUMBER = re.compile(r"^(?:so(?: hieu)?|no|number)\s*[.:]*\s*(\d+[/-][^\s,;]+)")
_NUMBER_BESIDE = re.compile(
    r"(?<!tel\. )(?<!phone )(?<!fax )(?<!tel )\b(?:so|no)\s*[.:]+\s*(\d+[/-][^\s,;]+)"
)
_PRINTED = r"(?P<number>(?=[^\s,;]*\d)[a-z0-9]+(?:[./&_()-]+[a-z0-9]+)+)"
_NO_DOCUMENT = (
    r"(?!.{0,40}\b(?:tables?|annex|appendix|figure|page|version|tel|tele\w*|phone|fax|mobile|room|isbn|issn|"
    r"vat|tax|account|box)\b)"
)
_REFERENCE = re.compile(
    rf"{_NO_DOCUMENT}(?:[a-z']+\s+){{0,3}}?(?:ref(?:erence)?|file|(?:[a-z]+\s+)?(?:no|nr|number|code))"
    rf"(?:\s*[.:]?\s*(?:no|nr|number|code)\b)?\s*[.:]+\s*{_PRINTED}(?=[\s,;)]|$)"
)
"""“Ref: AB/12/2026”, “Document reference: …”, “Committee paper no. …”."""
_REFERENCE_WITHIN = re.compile(
    r"(?<=[\s,;(])(?:(?:our|your|file|document) )?ref(?:erence)?(?:\.? (?:no|number)\.?)?\s*:\s*"
    rf"{_PRINTED}(?=[\s,;)]|$)"
)
_ORDER = re.compile(
    r"(?:[a-z]+ ){0,3}(?:order|circular|memorandum|directive|resolution|ordinance|proclamation|notice|"
    r"decision|decree|instruction|bulletin)\s*(?:no|nr|number)\.?\s*\d{1,4}"
)
_SERIES = re.compile(r"(?:series of|s\.|of) ?20\d\d")
"""Acts that are counted within a year, which stands beside or below: “ORDER NO. 7, Series of 2026”."""
_ENCLOSED = re.compile(
    r"\W*(?:(?:duoc )?(?:ban hanh|phe duyet) )?(?:dinh )?kem(?: theo)?\s*:?\s+"
    rf"(?:{TYPE_NAMES})\s+so\s*[.:]?\s*"
    r"(?P<number>\d+[/-][^\s,;)]+)"
)
_ENCLOSED_EN = re.compile(
    r"\W*(?:issued|promulgated|attached|enclosed|annexed|appended)(?: together)?(?: with| to)?\s+(?:the\s+)?"
    rf"(?:{TYPE_NAMES})\s+(?:no\.?|number)\s*(?P<number>\d+[/-][^\s,;)]+)"
)
_MAKER = re.compile(r"\s(?:cua|of|by)\s+(?:the\s+)?(?P<maker>[^\W\d_][^,;:()]{2,80})")


class Enclosing(NamedTuple):
    """The document that an annex says it came with: its number, day and maker, and the words that say so."""

    number: str
    day: date | None
    maker: str
    printed: str


def own_number(head: Sequence[Block], found: Sequence[Piece]) -> str | None:
    """Return the number that the head gives the document."""
    for pattern in (_NUMBER, _NUMBER_BESIDE):
        for piece in found:
            if (match := pattern.search(piece.words)) and not enclosing([piece]):
                return piece.text[match.start(1) : match.end(1)].rstrip(".)")
    for piece in found:
        if match := _REFERENCE.match(piece.words) or _REFERENCE_WITHIN.search(piece.words):
            return piece.text[match.start("number") : match.end("number")]
    return _counted(head)


def enclosing(found: Sequence[Piece]) -> Enclosing | None:
    """Return the document that this one was issued or sent with."""
    for piece in found:
        match = _ENCLOSED.match(piece.words) or _ENCLOSED_EN.match(piece.words)
        if not match:
            continue
        rest = piece.words[match.end() :]
        day = next((period.last for period in find_periods(rest) if period.kind == "date"), None)
        maker = _MAKER.search(rest)
        name = piece.text[match.end() :][maker.start("maker") : maker.end("maker")].strip() if maker else ""
        number = piece.text[match.start("number") : match.end("number")].rstrip(".")
        return Enclosing(number, day, name, piece.text)
    return None


def is_counted_act(text: str) -> bool:
    """Say whether a line names an act by its number alone: “EXECUTIVE ORDER NO. 7”."""
    return bool(_ORDER.match(bare(text)))


def _counted(head: Sequence[Block]) -> str | None:
    """Return the words of an act that is counted within a year, with the year where it is printed."""
    for place, block in enumerate(head):
        text = block.text
        if len(text) > LONGEST_LINE:
            continue
        words = bare(text)
        if match := _ORDER.match(words):
            rest = words[match.end() :].strip(" ,.-()")
            if rest and not _SERIES.fullmatch(rest):
                continue
            below = head[place + 1].text if place + 1 < len(head) else ""
            if not rest and _SERIES.fullmatch(bare(below).strip(" ()")):
                return f"{text.strip()}, {below.strip(' ()')}"
            return text.strip()
    return None
