"""A cell that lists all bodies of a task, where a mark behind each name tells its part in the work."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.headwords import DECISIVE

Parter = Callable[[str], list[str]]
"""Parts a list of bodies into its names, as they are printed."""

_EXPLAINED = re.compile(
    r"(?P<mark>(?<!\S)[*†‡§]+|(?<=[(\s])[*†‡§]+|\b[A-ZĐ]{1,3}\b)\s*"
    r"(?:[=:]|\b(?:là|LÀ|is|are|IS|ARE|means|denotes|stands for|chỉ)\b)\s*(?P<meaning>[^;,()*=:\n]+)"
)
_NAMED_BEFORE = re.compile(r"(?P<meaning>[^()\[\]*;,\n]+?)\s*[(\[]\s*(?P<mark>[*†‡§]+|[A-ZĐ]{1,3})\s*[)\]]")
"""A mark right behind the words that it stands for: “Lead (*) and partners”."""
_BRACKETED = re.compile(r"\s*[(\[]\s*(?P<words>[^()\[\]\n]{1,30}?)\s*[)\]]")
_SIGN = re.compile(r"(?<=[\w)])\s?(?P<words>[*†‡§]+)(?=\s*(?:[;,.\n]|$))")
_DASHED = re.compile(
    r"\s[–—-]\s?(?P<words>[^\W\d]{1,12}(?: [^\W\d]{1,10})?)"
    r"(?=\s*(?:[;,\n]|$|\b(?:and|plus|as well as|và|cùng)\b))"
)
_JOINS = re.compile(
    r"^[\s,;/.•·+*–-]*(?:(?:and|as well as|plus|or|và|cùng với|cùng|with)\b\s*)?(?:[,;•·+*–-]\s*)*"
)
_SEGMENT = re.compile(r"[;,()\[\]\n]")
_LETTER = re.compile(r"\b[A-ZĐ]{1,3}\s*[=:]")
_STAR = re.compile(r"[*†‡§]+")
_LONGEST = 200
_CODE = re.compile(r"[A-ZĐ]{1,2}")
_LINES = re.compile(r"[;\n]")
_OWNERS = frozenset({"leads", "coordinators"})
_OTHER = {"leads": "coordinators", "coordinators": "leads"}


class _Mark(NamedTuple):
    start: int
    end: int
    role: str


def legend(head: str) -> Mapping[str, str]:
    """Return the marks that a heading explains: “(* = lead)”, “(CT: chủ trì; PH: phối hợp)”."""
    found: dict[str, str] = {}
    for explained in _EXPLAINED.finditer(head):
        if role := _role(explained["meaning"]):
            found.setdefault(explained["mark"].upper(), role)
    for named in _NAMED_BEFORE.finditer(head):
        if role := _role(named["meaning"], surely=True):
            found.setdefault(named["mark"].upper(), role)
    for words in _SEGMENT.split(head):  # “the lead bears *”
        marks = set(_STAR.findall(words))
        if len(marks) == 1 and (role := _role(_STAR.sub("", words), surely=True)):
            found.setdefault(marks.pop(), role)
    return found


def explains_marks(text: str) -> bool:
    """Say whether a paragraph may tell what a sign behind a name means, or letters that part the work."""
    if len(text) > _LONGEST:
        return False
    if _STAR.search(text):
        return bool(legend(text))
    return bool(_LETTER.search(text)) and {*legend(text).values()} == _OWNERS


def by_shares(cell: str, head: str, part: Parter) -> dict[str, str]:
    """Return the names of those who lead and of those who help, {} where no marks tell them apart.

    A name without a mark has the part that no mark names.
    """
    marks = list(_marks(cell, legend(head)))
    roles = {mark.role for mark in marks}
    if not roles:
        return {}
    rest = "" if roles == _OWNERS else _OTHER[marks[0].role]
    found: dict[str, list[str]] = {"leads": [], "coordinators": []}
    start = 0
    for mark in marks:
        *unmarked, own = _names(cell[start : mark.start], part if rest else None) or [""]
        found[rest or mark.role] += unmarked
        found[mark.role].append(own)
        start = mark.end
    found[rest or marks[-1].role] += _names(cell[start:], part if rest else None)
    texts = {role: "; ".join(filter(None, names)) for role, names in found.items()}
    return {role: text for role, text in texts.items() if text} if texts["leads"] else {}


def _marks(cell: str, explained: Mapping[str, str]) -> Iterator[_Mark]:
    bracketed = [(found, _role(found["words"], surely=True)) for found in _BRACKETED.finditer(cell)]
    signs = [(found, "") for found in _SIGN.finditer(cell)]
    signs += [(found, _role(found["words"], surely=True)) for found in _DASHED.finditer(cell)]
    lettered = {role for mark, role in explained.items() if mark.isalpha()}
    other = _OTHER[next(iter(lettered))] if len(lettered) == 1 else ""  # the legend may be cut off
    for found, said in sorted([*bracketed, *signs], key=lambda pair: pair[0].start()):
        code = other if _CODE.fullmatch(found["words"]) else ""
        if role := explained.get(found["words"].upper(), said or code):
            yield _Mark(found.start(), found.end(), role)


def _role(words: str, *, surely: bool = False) -> str:
    found = senses(words)
    if not found or found[0].roles[0] not in _OWNERS or (surely and found[0].surely < DECISIVE):
        return ""
    return found[0].roles[0]


def _names(text: str, part: Parter | None) -> list[str]:
    """Return the names between two marks; where all carry one, and nothing is to part, a single name."""
    text = _JOINS.sub("", text).strip(" ,;.\n")
    if not part or not text:
        return [" ".join(text.split())] if text else []
    if _LINES.search(text):
        return [name for line in _LINES.split(text) if (name := _JOINS.sub("", line).strip(" ,."))]
    return part(text)
