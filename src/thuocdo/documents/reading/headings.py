"""What the words in the heading of a column say that it holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from thuocdo.documents.reading.headwords import CLEAR, DECISIVE, HEADINGS, NUMBER_HEADS
from thuocdo.documents.reading.spelling import bare

Role = Literal[
    "number",
    "theme",
    "title",
    "unit",
    "baseline",
    "target",
    "leads",
    "coordinators",
    "output",
    "deadline",
    "serves",
    "status",
    "result",
    "note",
    "other",
]

# Compared without blanks: “S TT” is broken over two lines.
_NUMBERS = frozenset("".join(head.split()) for head in NUMBER_HEADS.split("|"))
_NUMBER_OF_THINGS = re.compile(
    # A “published code” and a “building code” are outputs.
    r"(?!(?:\w+ed|building|tax|labour|labor|civil|penal|criminal|conduct|practice|source|dress)\W+codes?$)(?:(?!(?:(?:tele)?phone|mobile|tel|fax|contact|document|decision|account|budget|page|file|legal|law|act|"
    r"policy|plan|goal|national|related|sdg|cross|link|parent|source|total)\b)[a-z]+[\W_]{1,2}){0,2}"
    r"(?:no|nos|number|num|id|ids|refs?|reference|codes?|#)|"
    r"(?:ref|reference|id|code|serial)\W*(?:no|number|code|#)?|"
    r"(?:so hieu|ma hieu|ky hieu|ma so|ma|so(?= (?:dau )?viec$)|so thu tu|thu tu|so tt|stt|tt)"
    r"(?: (?:cua|theo|cac|nhom|muc|dau|phan|y|hang|dong|nv|kpi|nhiem vu|cong viec|viec|chi tieu|chi so|"
    r"hoat dong|noi dung|giai phap|tieu chi|san pham|du an|de an|cong tac|so)){0,3}"
)
_LONGEST = 120
_LONGEST_NUMBER = 28

INDICATOR_HEAD = re.compile(
    r"\b(?:chi tieu|chi so|indicators?|kpis?|metrics?|performance measures?|muc tieu|targets?|"
    r"measures? of (?:success|progress)|success measures?|results?|outcomes?)\b"
)
_BOTH = re.compile(
    r"\b(?:chu tri|lead|leads|leading|responsible)\b.*\b"
    r"(?:phoi hop|partners?|support\w*|coordinat\w*|contribut\w*|assist\w*|participat\w*|cooperat\w*)\b"
)
_SUPPORT_FIRST = re.compile(r"^(?:co quan |don vi |cac )?(?:phoi hop|support|partner|coordinat)")
_YEAR_HEAD = re.compile(
    r"(?:(?:den|vao|cuoi|by|in|target|fy|ke hoach|kh|nam|year|end|of|het|the)[\s:.]*)*\(?(?:20\d\d)"
    r"(?:\s*[-/]\s*(?:20)?\d\d)?\)?\s*(?:target|goal)?"
)
_UP_TO_NOW = re.compile(
    r"\b(?:result|outcome|progress|achievement|achieved|done|work|status|action|delivered|completed|ket qua|"
    r"tien do|da lam|da dat|thuc hien)\w*\b.*\b(?:so far|to date|until now|up to now|(?:tinh )?den nay|"
    r"(?:tinh )?den thoi diem|luy ke)"
)
_COUNTS = re.compile(
    r"(?:so luong|tong so|number of|no\.? of|count of|total) (?:cac |the |all )?(?:nhiem vu|cong viec|"
    r"dau viec|viec|"
    r"hoat dong|chi tieu|actions?|activities|tasks?|measures?|items?|projects?|indicators?|targets?|"
    r"commitments?)\b"
)
_STATUS = re.compile(r"status|tinh trang|trang thai")
_SERVES = re.compile(
    r"\b(?:goal|objective|outcome|priority|target|pillar)s?\b.* (?:in|of|under|from) (?:the )?.*"
    r"\b(?:national|development|government|sector|strategic)\b.*\b(?:plan|strategy|agenda|vision)\b|"
    r"\b(?:national|development|government|sector)(?: \w+)? plan "
    r"(?:goal|objective|outcome|priority|target|pillar)|"
    r"\b(?:nhiem vu|muc tieu|noi dung|chi tieu) (?:\w+ ){0,3}(?:tai|theo|cua|trong) "
    r"(?:nghi quyet|quyet dinh|chi thi|chuong trinh so|ke hoach so)\b"
)
_PAST = re.compile(
    r"^(?:(?:cuoi |het )?nam )20\d\d (?:da |uoc )?(?:dat|thuc hien|co|la|o muc)\b|"
    r"^(?:muc )?(?:da (?:dat|co|thuc hien)|hien (?:co|dat))\b(?! duoc den nay).*20\d\d|"
    r"\bwe (?:started|were|stood|began)\b"
)
_TIME_BY = re.compile(r"to be (?:done|finished|delivered|completed|ready|achieved|submitted) by")
_EXPECTED = re.compile(
    r"(?:du kien|expected|anticipated|planned|intended)\b.{0,20}"
    r"\b(?:ket qua|san pham|results?|achievements?|outputs?)\b"
)
_QUALIFIED = re.compile(r"^((?:ten |cac )?(?:chi tieu|chi so)) (?:can )?(?:theo doi|giam sat)\b")
_GLOSSED = re.compile(r"^(?P<words>[^()]+?)\s*\((?P<gloss>[^()\d]+)\)$")
_FREE = frozenset({"status", "result", "output", "title", "theme"})
"""What stands in such columns is free words, so that a gloss in the heading tells it best."""
_FOREIGN = frozenset({"other", "note"})
_UNIT_OR_BODY: tuple[Role, ...] = ("unit", "leads")
_OF_BODY = re.compile(r"\bdon vi (?!cua\b)[a-z]")
"""“Đơn vị” alone may be a unit; with a word behind it, “Đơn vị đảm nhiệm”, it is a body."""
_PREPOSITION = re.compile(r" (?:to|under|for|by|in|against|per|within|from)\b")
_BRACKETS = re.compile(r"[()]")
_MARKS = re.compile(r"[\s*:.]+$")
_IN_FULL = {
    "d/v": "don vi", "d.v": "don vi", "d.vi": "don vi", "dv": "don vi", "mt": "muc tieu",
    "cq": "co quan", "c/q": "co quan", "c/quan": "co quan",
    "nv": "nhiem vu", "n/v": "nhiem vu", "tg": "thoi gian", "t/gian": "thoi gian", "t/g": "thoi gian",
    "p/hop": "phoi hop", "ph": "phoi hop", "c/tri": "chu tri", "sp": "san pham", "s/p": "san pham",
    "kq": "ket qua", "k/q": "ket qua", "ht": "hoan thanh", "th": "thuc hien", "resp": "responsible",
    "dept": "department", "depts": "departments", "min": "ministry", "org": "organisation",
    "impl": "implementing", "coord": "coordinating",
}  # fmt: skip
_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\b)")  # “Đ.v.t”
_SHORT = re.compile(
    rf"(?<![\w/])(?:{'|'.join(map(re.escape, sorted(_IN_FULL, key=len, reverse=True)))})(?![\w/])\.?"
)


def _pattern(phrases: str) -> re.Pattern[str]:
    words = (re.escape(phrase.strip()) for phrase in phrases.split("|") if phrase.strip())
    forms = (word.replace(r"\*", r"\w*").replace(r"\?", r"\w").replace(r"\ ", r"[\s,/]+") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)")


_PATTERNS: tuple[tuple[tuple[Role, ...], int, re.Pattern[str]], ...] = tuple(
    (cast("tuple[Role, ...]", tuple(roles.split("/"))), weight, _pattern(words))
    for roles, weight, words in HEADINGS
)


_WORD = re.compile(r"[^\W_]+|#")
_STEM = 2
_STEMS = frozenset(
    word[:_STEM]
    for phrases in (
        NUMBER_HEADS,
        *(words for _roles, _surely, words in HEADINGS),
        "20 19 fy den vao by da we",
    )
    for word in _WORD.findall(phrases)
)


@dataclass(frozen=True, slots=True)
class Sense:
    """What the words of a heading may mean: one role, or several that only the cells can tell apart."""

    roles: tuple[Role, ...]
    surely: int


@lru_cache(maxsize=4096)
def senses(head: str) -> tuple[Sense, ...]:
    """Return what the column so headed may hold, the likeliest first; () when the words say nothing."""
    words = _words(head)
    if not any(word[:_STEM] in _STEMS for word in _WORD.findall(words)):
        return ()
    if is_number_head(head):
        return (Sense(("number",), DECISIVE + 1),)
    if _YEAR_HEAD.fullmatch(words):
        return (Sense(("target",), CLEAR),)
    return _special(words) or _told_apart(
        head,
        _ranked(words, vietnamese=words != " ".join(head[:_LONGEST].lower().split()).strip("*:. ")),
    )


def _told_apart(head: str, found: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """Let what is ours come first where a stroke gives a choice: “Type of document/Output”."""
    ours = [sense for sense in found if sense.roles[0] not in {*_FOREIGN, "serves"}]
    if "/" not in head or not ours or found[0] is ours[0]:
        return found
    return (ours[0], *(sense for sense in found if sense is not ours[0]))


def _special(words: str) -> tuple[Sense, ...]:
    """Return what grammar says: a goal of another plan, what is reached, a time, a gloss in brackets."""
    role: Role | None = None
    if _SERVES.search(words):
        role = "serves"
    elif _PAST.search(words):
        role = "baseline"
    elif _TIME_BY.fullmatch(words):
        role = "deadline"
    elif _EXPECTED.match(words):
        role = "output"
    elif _UP_TO_NOW.search(words):
        role = "status" if _STATUS.search(words) else "result"
    elif _COUNTS.match(words):
        role = "other"
    elif _BOTH.search(words) and not _SUPPORT_FIRST.match(words):
        role = "leads"
    if role:
        return (Sense((role,), DECISIVE),)
    if glossed := _GLOSSED.match(words):
        outer, gloss = senses(glossed["words"]), senses(glossed["gloss"])
        if outer and gloss and outer[0].roles[0] in {*_FREE, "target"} and gloss[0].roles[0] in _FREE:
            return gloss
        if outer and gloss and gloss[0].roles[0] in _FOREIGN:
            return outer
    return ()


def _ranked(words: str, *, vietnamese: bool) -> tuple[Sense, ...]:
    """Rank by decisiveness, then by the noun: it comes first in Vietnamese, last in English."""
    phrase = _PREPOSITION.search(words)
    limit = phrase.start() if phrase and phrase.start() else len(words)
    found: list[tuple[tuple[int, int, int], Sense]] = []
    every = [list(pattern.finditer(words)) for _roles, _surely, pattern in _PATTERNS]
    spans = [match.span() for matches in every for match in matches]
    for order, (roles, surely, _pattern) in enumerate(_PATTERNS):
        matches = [match for match in every[order] if not _is_within(match.span(), spans)]
        if not matches:
            continue
        if roles == _UNIT_OR_BODY and _OF_BODY.search(words):
            roles = ("leads",)  # noqa: PLW2901  no other place needs the roles as they stand in the list
        if vietnamese:
            noun = -matches[0].start()
        else:
            noun = max(match.end() if match.start() < limit else 0 for match in matches)
        found.append(((surely, -order if surely == DECISIVE else noun, -order), Sense(roles, surely)))
    return tuple(sense for _rank, sense in sorted(found, key=lambda pair: pair[0], reverse=True))


def _is_within(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    """Say whether words are the end of a longer known phrase: “phụ trách” of “lãnh đạo phụ trách”."""
    return any(start < span[0] and span[1] <= end for start, end in others)


def is_number_head(text: str) -> bool:
    """Say whether a cell is the head of the column of row numbers."""
    if len(text) > _LONGEST_NUMBER:
        return False
    words = " ".join(_BRACKETS.sub(" ", _words(text)).split())  # “TT (nhiệm vụ)” is one of tasks
    return words.replace(" ", "") in _NUMBERS or bool(_NUMBER_OF_THINGS.fullmatch(words))


def _words(head: str) -> str:
    words = _INITIALS.sub("", " ".join(bare(head[:_LONGEST]).split()))
    words = _MARKS.sub("", _SHORT.sub(lambda found: _IN_FULL[found[0].rstrip(".")], words)).strip()
    return _QUALIFIED.sub(r"\1", words)
