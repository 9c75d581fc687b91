"""Heads of columns on several lines of plain text: words in brackets, in small letters, below a year."""

import re
from collections.abc import Sequence
from itertools import pairwise

from thuocdo.documents.reading.columns import is_year
from thuocdo.documents.reading.spelling import bare

_GOAL_WORDS = re.compile(r"(?:muc tieu|chi tieu|ke hoach|targets?|goals?|plan|planned)(?: value)?")
WITH_YEAR = re.compile(
    r"(?!(?:by|before|until|in|trong|den|het|cuoi|tu|truoc)\b)[a-z]+ [a-z ]{0,12}\(?20\d\d\)?|"
    r"20\d\d [a-z]{4,}(?: [a-z]{4,})?"
)
_COLUMN_NUMBER = re.compile(r"\W*\d{1,2}\W*")
_SECOND_LINE = 24


def goes_on(text: str) -> bool:
    """Say whether words behind the first ones of a heading belong to it, though alone they were none."""
    return _ends_head(text) or (len(text) <= _SECOND_LINE and bool(WITH_YEAR.fullmatch(bare(text))))


def as_heads(texts: Sequence[str]) -> tuple[list[str], list[int]]:
    """Return the heads, each with its further lines, and where each begins; its end comes last."""
    heads: list[str] = []
    starts: list[int] = []
    goals = _goals_below_years(texts)
    for place, text in enumerate(texts):
        if heads and (_ends_head(text) or (place + 1 in goals and is_year(heads[-1]))):
            heads[-1] = f"{heads[-1]} {text}"
        else:
            heads.append(text)
            starts.append(place)
    return heads, [*starts, len(texts)]


def _ends_head(text: str) -> bool:
    """Say whether words stand on a second line of a head: in brackets, or going on in small letters."""
    if not 0 < len(text) <= _SECOND_LINE or _COLUMN_NUMBER.fullmatch(text):
        return False
    return text.startswith("(") or text[0].islower()


def _goals_below_years(texts: Sequence[str]) -> set[int]:
    """Return the places (from 1) of words like “Target” that stand below each of several years."""
    pairs = [
        place
        for place, (above, text) in enumerate(pairwise(texts), start=2)
        if is_year(above) and _GOAL_WORDS.fullmatch(bare(text))
    ]
    return set(pairs) if len(pairs) == sum(map(is_year, texts)) else set()
