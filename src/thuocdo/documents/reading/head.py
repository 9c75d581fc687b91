"""The head of a document: number, title, issuer, day of issue."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.parts import HIDDEN, Part, PartLanguage, is_rule
from thuocdo.documents.reading.periods import MONTHS, find_periods
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
_NAMES = "|".join(sorted(_TYPES, key=len, reverse=True))
_MAKER = re.compile(r"(?:cua|of(?: the)?) (?P<maker>\S[^,.;:]{2,80})")
_TYPE_LINE = re.compile(rf"[*_# ]*(?:{_NAMES})(?: (?:cua|of(?: the)?) (?P<maker>\S[^,.;:]{{2,80}}?))?[*_ ]*")
# “… đã ký ban hành Nghị quyết số 5-NQ/TW ngày 1/2/2024 của … về …”
_ISSUED_VI = re.compile(
    rf"(?:ban hanh|thong qua|\bky)\s+(?:{_NAMES})\s+(?:so\s+)?(?P<number>\d+[/-][^\s,;]+),?\s+"
    r"(?P<day>ngay\s+[\d/.\s]*\d(?:\s*thang\s+\d+\s*nam\s+\d{4})?)\s+cua\s+(?P<maker>[^,.;:]{2,80}?)\s+ve\s+(?:viec\s+)?"
    r"(?P<title>[^.;:]{3,400})"
)
_ISSUED_EN = re.compile(
    rf"(?:issued|signed|promulgated|adopted|approved|issuing|"
    rf"signing)\s+(?:the\s+)?(?:\S+\s+)?(?:{_NAMES})\s+(?:no\.?\s*)?"
    r"(?P<number>\d+[/-][^\s,;]+),?\s+(?:dated|of|on)\s+(?P<day>[a-z]*\s*\d[\w\s,/.]{3,20}?)\s+(?:of|"
    r"by)\s+(?:the\s+)?"
    r"(?P<maker>[^,.;:]{2,80}?)\s+(?:on|concerning|regarding)\s+(?P<title>[^.;:]{3,400})"
)
_FIRST = 5
_TITLE_WITHIN = 8
_NAMED = re.compile(r"\b20\d\d\b|\w: \w")
_WORDS_OF_TYPE = 3  # spaces in “Action Plan of 2026”, which names no subject
_PLAN = re.compile(
    r"\b(?:plan|strategy|programme|program|roadmap|road map|framework|agenda|policy|blueprint|"
    r"master ?plan)\b|"
    r"\b(?:ke hoach|chuong trinh|de an|chien luoc|lo trinh)\b"
)
_BODY = re.compile(
    r"\b(?:department|ministry|government|office|commission|agency|council|authority|board|bureau|"
    r"secretariat|"
    r"committee|institute|executive|division|county|bo|so|uy ban|ubnd|chinh phu|cuc|tong cuc|vien|ban|"
    r"van phong)\b"
)
_HEADS_ANNEX = re.compile(
    r"(?:phu luc|danh muc|bang|bieu|he thong|phan cong|annex|appendix|introduction|table|list)\b"
)
_AFTER_TITLE = re.compile(r"^(?:can cu|pursuant|theo de nghi|dieu 1|article 1|phan [ivx\d]|\(|i\.|1\.)")


def read_head(part: Part, directory: Directory) -> DocumentData:
    """Return what the head says; what is not there stays None.

    A text without a letterhead may tell in its first sentences which act was issued.
    """
    head = part.blocks[:_HEAD]
    letterhead = _letterhead(part, directory)
    if letterhead.number or letterhead.title:
        return letterhead
    return _announced(head, directory, part.language) or letterhead


def head_doubts(document: DocumentData, directory: Directory) -> Iterator[Doubt]:
    """Yield what the head leaves open: a field that was not found, or words that may be something else."""
    for field in ("number", "title", "issuer", "issued_on"):
        if getattr(document, field) is None:
            yield Doubt("no_date" if field == "issued_on" else f"no_{field}", field)
    if document.title and _only_type(document.title):
        yield Doubt("title_only_type", "title", {"printed": document.title})
    if document.issuer and not directory.read(document.issuer).known:
        yield Doubt("issuer_unknown", "issuer", {"printed": document.issuer})


def _only_type(title: str) -> bool:
    words = bare(title)
    return words in _TYPES or (title.count(" ") < _WORDS_OF_TYPE and bool(_PLAN.search(words)))


def _letterhead(part: Part, directory: Directory) -> DocumentData:
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
    if made := _maker(head, directory):
        return made
    lines: list[str] = []
    for block in head:
        words = bare(block.text)
        if (
            not block.text
            or is_rule(block.text)
            or words.startswith(("cong hoa", "socialist", "the socialist", "so:", "no.", "so "))
        ):
            break
        if block.text == HIDDEN or not block.text.isupper():
            break
        lines.append(block.text)
    printed = " ".join(lines) or _beside_title(head, directory)
    if not printed:
        return None
    owners = directory.read(printed)
    return owners.names[0] if owners.known and len(owners.names) == 1 else printed


def _beside_title(head: Sequence[Block], directory: Directory) -> str:
    """Return the body above or below a title that bears no letterhead."""
    place = _titled(head)
    if place is None or any(_type_and_maker(block.text) for block in head):
        return ""
    near = [head[other].text for other in (place - 1, place + 1) if 0 <= other < len(head)]
    return next((text for text in near if _BODY.search(bare(text)) or directory.knows(text)), "")


def _title(head: Sequence[Block]) -> str | None:
    for place, block in enumerate(head):
        if not _type_and_maker(block.text):
            continue
        lines: list[str] = []
        for below in head[place + 1 :]:
            words = bare(below.text)
            ends = not below.text or is_rule(below.text) or _AFTER_TITLE.match(words)
            if ends or below.text in {head[0].text, HIDDEN} or _type_and_maker(below.text):
                break
            if lines and not _runs_on(lines[-1], below.text):
                break
            if lines or not _MAKER.fullmatch(words):
                lines.append(below.text)
        return _as_title(lines) or block.text
    named = _titled(head)
    return None if named is None else head[named].text


def _runs_on(line: str, below: str) -> bool:
    """Say whether a title goes on: capitals below capitals, else where the sentence is not over."""
    if _HEADS_ANNEX.match(bare(below)):
        return False
    return (line.isupper() and below.isupper()) or below[:1].islower() or line.endswith((",", "-", "–"))


def _titled(head: Sequence[Block]) -> int | None:
    """Return which of the first lines names a plan, where no line of its own says what it is.

    Above the first sentence a line with a year or a colon may be the title, when none names a plan.
    """
    perhaps: int | None = None
    for place, block in enumerate(head[:_TITLE_WITHIN]):
        text = block.text
        if block.table is not None or len(text) > _LINE or text.endswith("."):
            break
        if text.endswith(":"):
            continue
        if _PLAN.search(bare(text)) and not _HEADS_ANNEX.match(bare(text)):
            return place if perhaps is None or text.istitle() else min(perhaps, place)
        named = _NAMED.search(text) and text.count(" ") >= _WORDS_OF_TYPE and not is_only_time(text)
        perhaps = place if perhaps is None and named else perhaps
    return perhaps


def _as_title(lines: Sequence[str]) -> str:
    """Join the lines; one that breaks off within a sentence runs on."""
    title = ""
    for line in lines:
        title += ("" if not title else " " if title.endswith(",") and line[:1].islower() else "\n") + line
    return title


def _type_and_maker(text: str) -> re.Match[str] | None:
    """Match a line that holds the type of the document, and perhaps who made it."""
    return _TYPE_LINE.fullmatch(bare(text)) if len(text) <= _LINE else None


def _maker(head: Sequence[Block], directory: Directory) -> str | None:
    """Return the known body that a title names: “NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ”, on one line or two."""
    for place, block in enumerate(head):
        if not (line := _type_and_maker(block.text)):
            continue
        text, found = block.text, line
        if line["maker"] is None and place + 1 < len(head):
            text = head[place + 1].text
            found = _MAKER.fullmatch(bare(text)) or line
        if found["maker"]:
            owners = directory.read(text[found.start("maker") : found.end("maker")])
            return owners.names[0] if owners.known and len(owners.names) == 1 else None
        return None
    return None


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
