"""The head of a document: number, title, issuer, day of issue."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.headdays import issued_on
from thuocdo.documents.reading.headissuers import find_issuer
from thuocdo.documents.reading.headnumbers import enclosing, own_number
from thuocdo.documents.reading.headtitles import find_title, is_only_type
from thuocdo.documents.reading.opening import HEAD, TYPE_NAMES, opening, pieces
from thuocdo.documents.reading.parts import Part, PartLanguage
from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.types import DocumentData

# “… đã ký ban hành Nghị quyết số 5-NQ/TW ngày 1/2/2024 của … về …”
_ISSUED_VI = re.compile(
    rf"(?:ban hanh|thong qua|\bky)\s+(?:{TYPE_NAMES})\s+(?:so\s+)?(?P<number>\d+[/-][^\s,;]+),?\s+"
    r"(?P<day>ngay\s+[\d/.\s]*\d(?:\s*thang\s+\d+\s*nam\s+\d{4})?)\s+cua\s+(?P<maker>[^,.;:]{2,80}?)\s+ve\s+(?:viec\s+)?"
    r"(?P<title>[^.;:]{3,400})"
)
_ISSUED_EN = re.compile(
    rf"(?:issued|signed|promulgated|adopted|approved|issuing|"
    rf"signing)\s+(?:the\s+)?(?:\S+\s+)?(?:{TYPE_NAMES})\s+(?:no\.?\s*)?"
    r"(?P<number>\d+[/-][^\s,;]+),?\s+(?:dated|of|on)\s+(?P<day>[a-z]*\s*\d[\w\s,/.]{3,20}?)\s+(?:of|"
    r"by)\s+(?:the\s+)?"
    r"(?P<maker>[^,.;:]{2,80}?)\s+(?:on|concerning|regarding)\s+(?P<title>[^.;:]{3,400})"
)
_FIRST = 5


class Head(NamedTuple):
    """What the head says; what is not there stays None. Each doubt names its field."""

    document: DocumentData
    doubts: tuple[Doubt, ...] = ()


def read_head(part: Part, directory: Directory) -> Head:
    """Return what the head says of the document.

    A text without a letterhead may tell in its first sentences which act was issued.
    """
    letterhead = _letterhead(part, directory)
    if not (letterhead.document.number or letterhead.document.title):
        announced = _announced(part.blocks[:HEAD], directory, part.language)
        letterhead = Head(announced) if announced else letterhead
    return Head(letterhead.document, (*letterhead.doubts, *_left_open(letterhead.document, directory)))


def _left_open(document: DocumentData, directory: Directory) -> Iterator[Doubt]:
    """Yield what the head leaves open: a field that was not found, or words that may be something else."""
    for field in ("number", "title", "issuer", "issued_on"):
        if getattr(document, field) is None:
            yield Doubt("no_date" if field == "issued_on" else f"no_{field}", field)
    if document.title and is_only_type(document.title):
        yield Doubt("title_only_type", "title", {"printed": document.title})
    if document.issuer and not directory.read(document.issuer).known:
        yield Doubt("issuer_unknown", "issuer", {"printed": document.issuer})


def _letterhead(part: Part, directory: Directory) -> Head:
    head = opening(part.blocks)
    found = pieces(head)
    with_act = enclosing(found)
    number, title = own_number(head, found), find_title(head)
    day = issued_on(found, english=part.language == "en")
    unsure: dict[str, str] = {}
    if with_act and number is None:
        number, unsure["number"] = with_act.number, with_act.printed
    if with_act and day is None and with_act.day:
        unsure["issued_on"] = with_act.printed
    elif day and day.unsure:
        unsure["issued_on"] = day.unsure
    if title and (title.lead or title.unsure):
        unsure["title"] = title.lead or title.text
    issuer = find_issuer(head, title, number, with_act, directory)
    doubts = [Doubt("head_from_words", field, {"printed": printed}) for field, printed in unsure.items()]
    if issuer and issuer.unsure:
        doubts.append(Doubt(issuer.code, "issuer", {"printed": issuer.unsure}))
    document = DocumentData(
        number=number,
        title=title.text if title else None,
        issuer=issuer.name if issuer else None,
        issued_on=day.day if day else with_act.day if with_act else None,
        language=part.language,
    )
    return Head(document, tuple(doubts))


def _announced(head: Sequence[Block], directory: Directory, language: PartLanguage) -> DocumentData | None:
    """Read an act out of a sentence that tells of its issue, as a press digest does."""
    for block in head[:_FIRST]:
        words = bare(block.text)
        found = _ISSUED_VI.search(words) or _ISSUED_EN.search(words)
        if not found:
            continue
        owners = directory.read(block.text[found.start("maker") : found.end("maker")].strip())
        return DocumentData(
            number=block.text[found.start("number") : found.end("number")].rstrip(".,"),
            title=block.text[found.start("title") : found.end("title")].strip(),
            issuer=owners.names[0] if owners.known and len(owners.names) == 1 else None,
            issued_on=_day_in(found["day"]),
            language=language,
        )
    return None


def _day_in(words: str) -> date | None:
    period = next((found for found in find_periods(words) if found.kind == "date"), None)
    return period.last if period else None
