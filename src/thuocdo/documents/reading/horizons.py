"""The year that an aim is for: “đến năm 2030”, “by the end of 2027”, “giai đoạn 2026 - 2030”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.spelling import bare

_YEAR = r"(?P<year>20\d\d)(?![\d.,]*\d|\s*%|[-/]\w)"
_CUE = re.compile(
    r"(?:\b(?:giai đoạn|thời kỳ|period|nhiệm kỳ)\s*(?:from\s+|of\s+)?|\bfrom\s+|\btừ(?: năm)?\s+)?"
    r"\b20\d\d\s*(?:-|đến(?: năm)?|to)\s*"
    rf"{_YEAR}|"
    r"(?:\b(?:đến|tới|vào|trong|cho đến|by|until|towards?|in|at)(?:\s+(?:hết|cuối|the end of|end of|end|late|"
    r"mid))?-?"
    r"(?:\s+(?:năm|year|quý [\divx]+(?:/| năm)?|tháng \d+(?:/| năm)?|the year))?\s*(?:[a-z]+\s+\d{1,2},?\s+|"
    r"\d{1,2}\s+[a-z]+\s+|\d{1,2}[/-]\d{1,2}[/-]|[a-z]+\s+)?"
    r"|\b(?:năm|tầm nhìn|vision|year)\s+(?:to\s+)?)"
    r"(?P<late>20\d\d)(?![\d.,]*\d|\s*%|[-/]\w)"
)
_BEFORE = re.compile(r"\b(?:trước|before|prior to)\s+(?:năm |the year )?(?P<year>20\d\d)\b")
# A year that only says what is compared with, or when an act was made, is no horizon.
_COMPARED = re.compile(
    r"(?:so với|so với mức|compared (?:to|with)|relative to|from|than|base year|năm gốc|mức|since|kể từ|từ|"
    r"against|baseline|as of|versus)\s+(?:the\s+)?(?:của\s+)?(?:mức\s+|level\s+(?:of|in)\s+)?(?:cuối\s+)?$|"
    r"(?:so với|compared (?:to|with)|against)\s+(?:[^\W\d]+\s+){1,4}$|\bfrom\s+[\d.,]+\s*%?\s*$"
)
_ISSUED = re.compile(r"(?:ngày \d{1,2} tháng \d{1,2}|tháng \d{1,2}|\d{1,2}[/-]\d{1,2}[/-])\s*$")


_BY = re.compile(
    r"(?:\b(?:trước|đến|vào|trong|chậm nhất(?: là)?|by|before|prior to|until|in|no later than|"
    r"not later than)\s+"
    r"(?:(?:ngày|hết|cuối|the|end of)\s+)*)$"
)
_JOINED = re.compile(r"(?:\b(?:and|và|while|whereas|còn)|;)\s+$")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Cue:
    """A year that stands for a goal, and where it is printed."""

    year: int
    start: int
    end: int
    joined: bool = False
    """Whether “and” stands right before it: it opens what follows."""


def find_cues(words: str) -> list[Cue]:
    """Return the years that a sentence (see figures.plain) names as a horizon, in their order."""
    if "20" not in words:
        return []
    found = [Cue(int(match["year"]) - 1, *match.span()) for match in _BEFORE.finditer(words)]
    taken = {match.start("year") for match in _BEFORE.finditer(words)}
    for match in _CUE.finditer(words):
        before = words[: match.start()]
        if _COMPARED.search(before) or _ISSUED.search(before) or match.start("late") in taken:
            continue
        year = int(match["year"] or match["late"])
        found.append(Cue(year, match.start(), match.end(), bool(_JOINED.search(before))))
    for period in find_periods(bare(words)):
        by = _BY.search(words[max(0, period.start - _NEAR) : period.start])
        if period.kind != "year" and by and not any(cue.start < period.end <= cue.end for cue in found):
            early = by.group().startswith(("trước", "before", "prior"))
            last = period.first - timedelta(days=1) if early else period.last
            found.append(Cue(last.year, period.start, period.end))
    return sorted(found, key=lambda cue: cue.start)


def horizon_at(cues: Sequence[Cue], figures: Sequence[tuple[int, int]], place: int) -> int | None:
    """Return the horizon of the figure number `place` of a sentence: the year before it or behind it.

    `figures` are the spans of all figures. A year behind the last figure before the next one
    belongs to what it follows, unless the sentence opens with a year.
    """
    start, end = figures[place]
    following = figures[place + 1][0] if place + 1 < len(figures) else None
    behind = [cue for cue in cues if cue.start >= end and (following is None or cue.start < following)]
    before = [cue for cue in cues if cue.end <= start]
    if before and behind and behind[0].joined:
        return before[-1].year
    leads = bool(cues) and cues[0].end <= figures[0][0]
    if behind and (not leads or following is None):
        return behind[0].year if not leads or len(cues) > 1 else before[-1].year
    if before:
        return before[-1].year
    return next((cue.year for cue in cues if cue.start >= end), None)
