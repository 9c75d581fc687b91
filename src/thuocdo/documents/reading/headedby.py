"""Clauses below a heading that is the name of a body: “1. Sở Y tế”, “The Department of Health will:”."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thuocdo.documents.reading.agencies import Directory
from thuocdo.documents.reading.bodies import begins_as_body
from thuocdo.documents.reading.helpers import VERBS, is_proper_name, names_end
from thuocdo.documents.reading.passages import Passage
from thuocdo.documents.reading.spelling import bare

_BEFORE = re.compile(
    r"^(?:Đối với|Giao(?: cho)?|Đề nghị|Yêu cầu|Phân công|Trách nhiệm của|Nhiệm vụ của|(?:As for|For) the|"
    r"(?:Responsibilities|Responsibility|Duties|Tasks|Actions|Role) (?:of|for)|Assigns?|Directs?|Requests?|"
    r"Instructs?)\s+",
    re.IGNORECASE,
)
_THE = re.compile(r"^the\s+", re.IGNORECASE)
_BEHIND = re.compile(
    r",?\s+(?:có (?:trách )?nhiệm(?: vụ)?|chịu trách nhiệm|chủ trì(?:,? (?:phối hợp|thực hiện)(?: với)?"
    r"(?P<beside>\s[^:]{3,160}?)?)?|thực hiện|(?:shall|will|must|should)(?: also)?|to|(?:is|are|has|have) "
    r"(?:to|responsible for|asked to|directed to|required to|instructed to|requested to|tasked (?:with|to)|"
    r"responsibility for))(?:\s+(?:các nhiệm vụ(?: sau)?|như sau|the following(?: \w+)?))?$"
)
_KIND_EN = (
    r"(?:ministr(?:y|ies)|departments?|agenc(?:y|ies)|offices?|commissions?|commissioners?|committees?|"
    r"councils?|authorit(?:y|ies)|bureaus?|banks?|institutes?|directorates?|secretariats?|boards?|"
    r"cent(?:er|re)s?|universit(?:y|ies)|governments?|inspectorates?|corporations?|treasury|courts?|police|"
    r"municipalit(?:y|ies)|services?|associations?|teams?|units?|divisions?|directors?|ministers?|secretary|"
    r"officers?|governors?|mayors?|trust|company|companies|utilities|utility|force|commands?)"
)
_BODY_EN = re.compile(
    rf"(?:{_KIND_EN} (?:of|for|on) [\w ,&'’-]+|[\w ,&'’-]+ {_KIND_EN}|(?:all|other) [\w ,&'’-]+)"
    r"(?: \([a-z&]+\))?"
)
_WHOLE_VI = re.compile(
    r"(?:uy ban nhan dan|ubnd|uy ban mat tran|cong an|van phong|cac so|cac bo|cac co quan|cac don vi|"
    r"cac dia phuong|hoi dong nhan dan|mat tran|thu truong|chu tich|giam doc|nguoi dung dau|bao va dai|"
    r"cac (?:khoa|phong|truong|ban|hoi|doan the|chi nhanh|cong ty|xa|phuong|tinh|huyen|vien|trung tam|"
    r"benh vien|doanh nghiep|to chuc|hiep hoi)|dai phat thanh|kho bac|thanh tra|"
    r"bo chi huy|ban chi huy|toa an|vien kiem sat)\b"
)
_DOES = re.compile(rf"\b(?:{VERBS})\b")
_ENDS = (".", ";", ",", "?")
_LONGEST = 24  # words of a heading
_HALF = 0.5
_CAPITALS = 2
_TITLE = 8  # words
_DIVISION = re.compile(r"[IVXL]+")
_CLOSES = re.compile(
    r"(?:trong qua trinh|tren day|noi nhan|can cu|nhan duoc|chi thi nay|cong dien nay|ke hoach nay|"
    r"quyet dinh nay|chuong trinh nay|neu (?:co )?(?:vuong mac|kho khan|phat sinh)|"
    r"yeu cau (?:cac|thu truong|giam doc)|"
    r"this (?:directive|circular|order|plan|memorandum|instruction)|any (?:questions?|queries)|"
    r"for (?:further|more) "
    r"information)\b"
)
_NO_DUTY = frozenset({"basis", "aims", "results"})


@dataclass(frozen=True, slots=True)
class Owner:
    """The body that a heading names for what stands below it, and those it names beside it."""

    who: str
    beside: str = ""


def owners_above(passages: Sequence[Passage], directory: Directory) -> list[Owner | None]:
    """Return for each passage the body that the heading above it names, None where none does.

    The headings themselves have none; they count only where most beside them name a body, too, or where
    they say with a colon that what follows is what the body is to do.
    """
    named = {
        place: owner
        for place, passage in enumerate(passages)
        if passage.stage not in _NO_DUTY
        and (owner := _owner(passage.text, directory))
        and _goes_before(passages, place)
    }
    beside = Counter(_parent(passage) for passage in passages if passage.opens)
    known = Counter(_parent(passages[place]) for place in named)
    heads = {}
    for place, owner in named.items():
        head = passages[place]
        others = beside[_parent(head)] if head.opens else 0
        among = known[_parent(head)] > 1 and known[_parent(head)] >= _HALF * others
        if among or _says_so(head.text):
            heads[place] = owner
    found: list[Owner | None] = [None] * len(passages)
    for place, owner in heads.items():
        for below in _below(passages, place, heads):
            found[below] = owner
    return found


def tells(passage: Passage, text: str, directory: Directory, *, first: bool) -> bool:
    """Say whether a paragraph below the heading tells what its body is to do, and names no other body alone.

    Behind a lettered clause a paragraph without a mark goes on with it, or ends the document.
    """
    words = text.strip(" .;,/*_")
    if not words or (len(words.split()) <= _LONGEST and _is_body(words, directory, said=False)):
        return False
    if text.rstrip("*_ ").endswith(":") or _CLOSES.match(bare(words)):
        return False
    return first or passage.opens or passage.listed or not passage.code.rpartition(".")[2].isalpha()


def _parent(passage: Passage) -> str:
    """Return the number above a passage; all those without a number of their own stand beside each other."""
    return passage.code.rpartition(".")[0] if passage.opens else "/"


def _owner(text: str, directory: Directory) -> Owner | None:
    """Return the body that a paragraph names, and nothing else but that it is to do something."""
    words = text.strip("*_ ")
    says = _says_so(words)
    if words.endswith(_ENDS) or len(words.split()) > _LONGEST:
        return None
    words = _BEFORE.sub("", words.rstrip(": "))
    words = words[:1].upper() + words[1:] if says else words
    behind = _BEHIND.search(words) if says else None
    who = _THE.sub("", words[: behind.start()] if behind else words).strip(" ,*_")
    if not who or not _is_body(who, directory, said=says and behind is not None):
        return None
    return Owner(who, ((behind["beside"] if behind else "") or "").strip())


def _says_so(text: str) -> bool:
    return text.rstrip("*_ ").endswith(":")


def _is_body(who: str, directory: Directory, *, said: bool) -> bool:
    if directory.knows(who):
        return True
    shown = bare(who)
    if not who.isascii():
        named = _WHOLE_VI.match(shown) or (
            begins_as_body(shown) and sum(word[:1].isupper() for word in who.split()) >= _CAPITALS
        )
        whole = names_end(who, directory) == len(who) or not _DOES.search(who.lower())
        return bool(named and who[:1].isupper() and whole)
    tall = is_proper_name(who)
    return tall and (said or bool(_BODY_EN.fullmatch(shown)))


def _goes_before(passages: Sequence[Passage], place: int) -> bool:
    """Say whether something stands below the heading: a clause of its own, or a paragraph."""
    head, following = passages[place], passages[place + 1 : place + 2]
    if not following:
        return False
    below = following[0]
    return not (head.opens and below.opens) or below.code.startswith(f"{head.code}.")


def _below(passages: Sequence[Passage], place: int, heads: dict[int, Owner]) -> Iterator[int]:
    """Yield the places of what stands below a heading, up to the next one of its level."""
    head = passages[place]
    depth = passages[place + 1].code.count(".") if place + 1 < len(passages) else 0
    for below in range(place + 1, len(passages)):
        passage = passages[below]
        if below in heads or not (_is_inside(head, passage) if head.opens else _follows(passage, depth)):
            return
        yield below


def _is_inside(head: Passage, passage: Passage) -> bool:
    """Say whether a passage bears the number of the heading, or one below it."""
    again = passage.opens and passage.code == head.code
    return not again and (passage.code == head.code or passage.code.startswith(f"{head.code}."))


def _follows(passage: Passage, depth: int) -> bool:
    """Say whether a passage still belongs to a heading without a number, whose clauses stand so deep."""
    if passage.opens:
        return not _DIVISION.fullmatch(passage.code) and passage.code.count(".") >= depth
    return not _is_title(passage)


def _is_title(passage: Passage) -> bool:
    """Say whether words without a number look like a heading: few of them, and no stop behind."""
    short = len(passage.text.split()) <= _TITLE and not passage.text.endswith((*_ENDS, ":"))
    return short and not passage.listed
