"""How often something is due, by grammar: a count, a unit of time, and a word that says it comes again."""

import re
from dataclasses import dataclass

from thuocdo.documents.types import Every

_NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6, "muoi hai": 12,
    "one": 1, "two": 2, "other": 2, "second": 2, "three": 3, "third": 3, "four": 4, "six": 6, "twelve": 12,
}  # fmt: skip
_COUNT = rf"(?:(?P<count>0?\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})[\s-]+)?"
_VI = r"(?P<unit>tuan|thang|quy|nam)\b"
_EN = r"(?P<unit>week|month|quarter|half-?year|year)s?\b"
_ONE = r"(?:0?1|mot)"
_FORMS = (
    re.compile(
        rf"{_COUNT}{_VI}\s*(?:/\s*(?:{_ONE}\s*)?|{_ONE}\s*)(?:lan|ky)\b(?!\s*/)"
    ),  # 3 tháng một lần, 3 tháng/lần
    re.compile(rf"\b(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})[\s-]+(?P<unit>month)ly\b"),  # six-monthly
    re.compile(rf"(?<!\d )\b(?:{_ONE} )?lan\s*(?:/|trong|moi|cho moi|tren)\s*{_COUNT}{_VI}(?! 20)"),
    re.compile(rf"\b(?:cu|dinh ky|theo chu ky|chu ky)\s+(?:moi\s+)?{_COUNT}{_VI}(?! 20)"),
    re.compile(rf"\b(?:once|one time)\s+(?:in\s+)?(?:a|an|per|each|every)\s+{_COUNT}{_EN}(?! 20)"),
    re.compile(
        r"\b(?:every|each|at intervals of)\s+"
        rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})[\s-]+{_EN}(?! 20)"
    ),
)
_MONTHS = {
    "thang": 1,
    "month": 1,
    "quy": 3,
    "quarter": 3,
    "half-year": 6,
    "halfyear": 6,
    "nam": 12,
    "year": 12,
}
_EVERY: dict[int, Every] = {1: "month", 3: "quarter", 6: "half_year", 12: "year"}
_LISTED = re.compile(
    r"(?:(?:bao cao|dinh ky|so ket|tong ket|hang|theo|moi)\s+)*"
    r"(?P<units>(?:thang|quy|(?:0?6|sau|0?9|chin) thang|(?:1 |ca |mot )?nam)"
    r"(?:\s*(?:,|;|va|/|&|-)\s*(?:hang )?(?:quy|(?:0?6|sau|0?9|chin) thang|(?:1 |ca |mot )?nam))+)"
)
"""“6 tháng, năm”: what is due after each of several stretches, the shortest of which tells how often."""
_SHORTEST: tuple[tuple[str, Every], ...] = (("thang", "month"), ("quy", "quarter"))
_PARTED = re.compile(r"\s*(?:,|;|va|/|&|-)\s*(?:hang )?")
_TIMES_IN = re.compile(
    r"\b(?P<times>0?[2-9]|12|hai|ba|bon|sau|muoi hai|two|three|four|six|twelve)\s+(?:lan|times)\s*"
    r"(?:/|mot|moi|trong|a|in a|per|each|every)\s*(?:0?1 |mot )?(?P<unit>nam|year|quy|quarter)\b(?! 20)"
)
_SEVERAL_TIMES = re.compile(r"\b(?:[2-9]|hai|ba|bon|two|three|four)\s+(?:lan|times)\b|\btwice\b")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A rhythm; `every` is None where it is one that has no name of its own, as every two months."""

    every: Every | None


def find_rhythm(words: str) -> Rhythm | None:
    """Return the rhythm that bare words name, None where they name none or several times in one stretch."""
    if listed := _LISTED.fullmatch(words):
        units = _PARTED.split(listed["units"])
        return Rhythm(next((every for unit, every in _SHORTEST if unit in units), "half_year"))
    if often := _TIMES_IN.search(words):
        months = _MONTHS[often["unit"]] / _number(often["times"])
        return Rhythm(_EVERY[int(months)]) if months in _EVERY else None
    if _SEVERAL_TIMES.search(words):
        return None
    found = next((match for form in _FORMS if (match := form.search(words))), None)
    if found is None:
        return None
    return Rhythm(_EVERY.get(_number(found["count"] or "1") * _MONTHS.get(found["unit"], 0)))


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMBERS[printed]
