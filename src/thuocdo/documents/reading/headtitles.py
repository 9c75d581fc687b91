"""The title of a document: below the line that says what it is, or the first line that names a plan."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.deadlines import is_only_time
from thuocdo.documents.reading.headnumbers import is_counted_act
from thuocdo.documents.reading.opening import LONGEST_LINE, TYPES, is_furniture, labelled, type_line
from thuocdo.documents.reading.parts import HIDDEN, is_rule
from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.spelling import bare

_TITLE_WITHIN = 8  # lines that are no furniture
_NAMED = re.compile(r"\b20\d\d\b|\w: \w")
_WORDS_OF_TYPE = 3  # spaces in “Action Plan of 2026”, which names no subject
_FEW = 2  # spaces
_LONGEST_LEAD = 60
PLAN = re.compile(
    r"\b(?:plan|strategy|programme|program|roadmap|road map|framework|agenda|policy|blueprint|"
    r"master ?plan)\b|"
    r"\b(?:ke hoach|chuong trinh|de an|chien luoc|lo trinh)\b"
)
_HEADS_ANNEX = re.compile(
    r"(?:phu luc|danh muc|bang|bieu|he thong|phan cong|annex|appendix|introduction|table|list)\b"
)
_ANNEX = re.compile(r"(?:phu luc|annex|appendix|schedule)(?: (?:so )?[\divxa-h]{1,5})?\W*")
_AFTER_TITLE = re.compile(r"^(?:can cu|pursuant|theo de nghi|dieu 1|article 1|phan [ivx\d]|\(|i\.|1\.)")
_LETTERHEAD = 4  # lines in which the body that issues stands
_OFFICE = re.compile(
    r"(?:(?:pho )?chu tich|(?:thu|bo|cuc|vu|chi cuc|vien|hieu) truong|(?:tong )?giam doc|truong ban|"
    r"chanh (?:van phong|thanh tra|an)|thong doc|tong kiem toan)\b"
)
_MAKER = re.compile(r"(?:cua|of(?: the)?) \S[^,.;:]{2,80}")
_SUBJECT = re.compile(r"(?:subject|title|re|v/v|trich yeu|ve viec)\s*:\s*(?=\S)")
_NUMBERED = re.compile(r"(?:so|no|ref(?:erence)?|number)\b\W*\S*\d")


class Title(NamedTuple):
    """A title and the block that it begins with; `lead` are its words that stand apart, above the others."""

    text: str
    place: int
    lead: str = ""
    unsure: bool = False


def find_title(head: Sequence[Block]) -> Title | None:
    """Return the title, None where no line of the head is one."""
    named = _titled(head)
    for place, block in enumerate(head):
        if _is_cell_beside_label(head, place) or not type_line(block.text):
            continue
        if named is not None and any(line.text.endswith(".") for line in head[named:place]):
            break  # “Programme of Actions” behind a text heads a part of it
        return Title(_as_title(_below(head, place)) or block.text, place)
    if heading := _of_page(head):
        return heading
    if named is None:
        return _of_annex(head) or _in_capitals(head)
    text = head[named].text
    if found := _SUBJECT.match(bare(text)):
        text = text[found.end() :]
    lead = _lead(head, named)
    return Title(f"{lead}\n{text}" if lead else text, named - bool(lead), lead)


def _of_annex(head: Sequence[Block]) -> Title | None:
    """Return the capitals right below the number of an annex, where nothing else is a title."""
    for place, (label, block) in enumerate(pairwise(head), start=1):
        if block.table is None and _ANNEX.fullmatch(bare(label.text)) and block.text.isupper():
            rest = head[place + 1].text if place + 1 < len(head) else ""
            goes_on = rest.isupper() and head[place + 1].table is None and not is_furniture(rest)
            return Title(f"{block.text}\n{rest}" if goes_on else block.text, place)
    return None


def _in_capitals(head: Sequence[Block]) -> Title | None:
    """Return the capitals right below number and day, where nothing says what the document is."""
    for above, (place, block) in zip(head, enumerate(head[1:], start=1), strict=False):
        text = block.text
        headed = _is_of_letterhead(above.text) or is_counted_act(above.text)
        if not headed or above.table is not None or block.table is not None:
            continue
        plain = not (_is_of_letterhead(text) or is_counted_act(text) or _OFFICE.match(bare(text)))
        if plain and text.isupper() and text.count(" ") >= _FEW and not text.endswith((".", ":")):
            return Title(_as_title([text, *_more_capitals(head, place)]), place, unsure=True)
    return None


def _more_capitals(head: Sequence[Block], place: int) -> list[str]:
    lines = takewhile(lambda block: block.text.isupper() and not is_furniture(block.text), head[place + 1 :])
    return [block.text for block in lines]


def is_only_type(title: str) -> bool:
    """Say whether a title says only what kind of document this is."""
    words = bare(title)
    return words in TYPES or (title.count(" ") < _WORDS_OF_TYPE and bool(PLAN.search(words)))


def _below(head: Sequence[Block], place: int) -> list[str]:
    """Return the lines below the type of a document that are its title."""
    lines: list[str] = []
    for below in head[place + 1 :]:
        words = bare(below.text)
        ends = not below.text or is_rule(below.text) or _AFTER_TITLE.match(words)
        if ends or below.text in {head[0].text, HIDDEN} or type_line(below.text):
            break
        if lines and (not _runs_on(lines[-1], below.text) or _is_signatory(below.text, head)):
            break
        if lines or not _MAKER.fullmatch(words):
            lines.append(below.text)
    return lines


def _is_signatory(text: str, head: Sequence[Block]) -> bool:
    """Say whether capitals below a title name who acts: the body of the letterhead, or an office."""
    words = bare(text)
    pairs = {bare(f"{above.text} {below.text}") for above, below in pairwise(head)}
    return (
        words in pairs
        or words in {bare(block.text) for block in head[:_LETTERHEAD]}
        or bool(_OFFICE.match(words))
    )


def _is_cell_beside_label(head: Sequence[Block], place: int) -> bool:
    """Say whether a cell is the value of the one before it: “Loại văn bản: | Kế hoạch”."""
    block, before = head[place], head[place - 1] if place else None
    beside = before is not None and before.table == block.table and before.row == block.row
    return block.table is not None and beside and before is not None and before.text.endswith(":")


def _runs_on(line: str, below: str) -> bool:
    """Say whether a title goes on: capitals below capitals, else where the sentence is not over."""
    if _HEADS_ANNEX.match(bare(below)):
        return False
    return (line.isupper() and below.isupper()) or below[:1].islower() or line.endswith((",", "-", "–"))


def _of_page(head: Sequence[Block]) -> Title | None:
    """Return the only heading of a page, where it names a plan or a year: not the name of a site."""
    headed = [place for place, block in enumerate(head) if block.heads_page]
    if not headed or headed[-1] - headed[0] >= len(headed):
        return None
    text = "\n".join(head[place].text for place in headed)
    return Title(text, headed[0]) if PLAN.search(bare(text)) or _NAMED.search(text) else None


def _titled(head: Sequence[Block]) -> int | None:
    """Return which of the first lines names a plan, where no line of its own says what it is.

    Above the first sentence a line with a year or a colon may be the title, when none names a plan.
    """
    perhaps: int | None = None
    seen = 0
    for place, block in enumerate(head):
        text = block.text
        if _is_of_letterhead(text) and block.table is None:
            continue
        seen += 1
        if seen > _TITLE_WITHIN or block.table is not None or len(text) > LONGEST_LINE or text.endswith("."):
            break
        if text.endswith(":") or text[:1].islower():
            continue
        if PLAN.search(bare(text)) and not _HEADS_ANNEX.match(bare(text)):
            return place if perhaps is None or text.istitle() else min(perhaps, place)
        named = _NAMED.search(text) and text.count(" ") >= _WORDS_OF_TYPE and not is_only_time(text)
        perhaps = place if perhaps is None and named else perhaps
    return perhaps


def _is_of_letterhead(text: str) -> bool:
    """Say whether a line is furniture, a number or a place and a day: no title stands there."""
    words = bare(text)
    if is_furniture(text) or _NUMBERED.match(words):
        return True
    said = labelled(text)
    dated = any(period.kind == "date" for period in find_periods(words))
    return dated and (said is not None or not PLAN.search(words))


def _lead(head: Sequence[Block], place: int) -> str:
    """Return the words above a title that end with a colon and belong to it: “Moving on:”."""
    if not place or head[place - 1].table is not None:
        return ""
    above = head[place - 1].text
    short = above.endswith(":") and len(above) <= _LONGEST_LEAD and not is_furniture(above)
    words = above.split()
    named = short and len(words) > 1 and words[0][:1].isupper()
    return above if named and not _SUBJECT.match(f"{bare(above)} x") else ""


def _as_title(lines: Sequence[str]) -> str:
    """Join the lines; one that breaks off within a sentence runs on."""
    title = ""
    for line in lines:
        title += ("" if not title else " " if title.endswith(",") and line[:1].islower() else "\n") + line
    return title
