"""What a column holds when the headings of the others are known, and only one kind of words is missing."""

import re
from collections.abc import Sequence

from thuocdo.documents.reading.contents import Contents
from thuocdo.documents.reading.headings import Role
from thuocdo.documents.reading.looks import Look, look_at
from thuocdo.documents.reading.products import is_product
from thuocdo.documents.reading.reported import are_reported

_FEW, _SOME, _HALF, _MOSTLY = 0.2, 0.3, 0.5, 0.8
_RECURS = 0.9
_WORDS = 1.5
_LONGEST_NAME = 60
_PART = re.compile(r"[,;/\n]|\s[–-]\s")
_WORD = re.compile(r"[^\W\d_]{4,}")
_MONEY = re.compile(r"[$€£₫¥]|\b(?:triệu|tỷ|đồng|USD|VND|VNĐ|EUR|GBP|million|billion)\b")
_AMOUNTS = frozenset({"output", "target", "unit", "result", "status"})


def take_remaining(roles: list[Role | None], contents: Contents) -> None:
    """Give the one unknown column that can be it to those who lead, and to what comes forth.

    Both say nothing by their looks alone: names that nobody knows, products in words of any kind.
    """
    if "title" not in roles:
        return
    looks = {
        place: look
        for place, role in enumerate(roles)
        if role is None and (look := look_at(contents, place)) is not None
    }
    if "leads" not in roles and {"coordinators", "deadline"} & {*roles}:
        helped = "coordinators" in roles
        names = [place for place, look in looks.items() if _names(look, helped=helped)]
        _give(roles, "leads", names, contents)
    if not _AMOUNTS & {*roles} and {"leads", "deadline"} <= {*roles}:
        after = roles.index("title")
        told = [place for place, look in looks.items() if roles[place] is None and _tells(look)]
        _give(roles, "output", [place for place in told if place > after], contents)


def _give(roles: list[Role | None], role: Role, places: Sequence[int], contents: Contents) -> None:
    if len(places) == 1:
        roles[places[0]] = role
        contents.guessed.add(places[0])


def _names(look: Look, *, helped: bool) -> bool:
    """Say whether nearly all cells are names, each word of them with a capital; alone they must recur."""
    if max(look.times, look.figures) >= _FEW or (not helped and look.distinct > _RECURS):
        return False
    named = sum(map(_is_name, look.cells))
    return named >= _MOSTLY * len(look.cells) and sum(map(is_product, look.cells)) < _HALF * len(look.cells)


def _is_name(text: str) -> bool:
    if any(char.isdigit() for char in text) or text.endswith("."):
        return False
    parts = [part.strip() for part in _PART.split(text)]
    short = all(len(part) <= _LONGEST_NAME for part in parts)
    return short and all(word[0].isupper() for part in parts for word in _WORD.findall(part))


def _tells(look: Look) -> bool:
    """Say whether cells are words of their own: no names, no times, no money, no report of what was done."""
    cells = look.cells
    plain = look.times < _FEW and look.bodies < _HALF and look.words >= _WORDS
    money = sum(bool(_MONEY.search(text)) or not any(map(str.isalpha, text)) for text in cells)
    return plain and look.distinct >= _MOSTLY and money < _SOME * len(cells) and not are_reported(cells)
