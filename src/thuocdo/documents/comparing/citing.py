"""What a task cites: clauses and tasks of another document, or clauses of its own."""

import re
from collections.abc import Set as AbstractSet

from thuocdo.core.text import clean, fold
from thuocdo.documents.citations import number_key, read_citations

_CODE = re.compile(
    r"\b(?:[IVX]{1,4}\.)?(?:\d{1,3}(?:\.\d{1,2})*)(?:\.[a-zđ]\b)?|\b[IVX]{1,4}\.\d{1,2}(?:\.[a-zđ]\b)?"
)
_TASKS = re.compile(
    r"(?:nhiem vu|task|stt|so thu tu)s?\s*(?:so|no\.?)?\s*:?\s*((?:\d{1,3}(?:\s*(?:,|va|and)\s*)?)+)"
)
_LETTERED = re.compile(
    r"(?:điểm|point)\s+(?P<letter>[a-zđ])\)?[,\s]+(?:khoản|mục|clause|section)\s+(?P<number>\d{1,2})"
    r"(?:[,\s]+(?:mục|phần|section|part)\s+(?P<section>[ivx]{1,4})\b)?"
)


def cited_tasks(serves: str | None, number: str | None, known: AbstractSet[str]) -> frozenset[str]:
    """Return the tasks of the document `number` that the words of a serving column name.

    Words that name only other documents cite nothing of this one.
    """
    rest = _of_document(serves, number)
    if rest is None:
        return frozenset()
    found = {code for match in _TASKS.finditer(fold(rest)) for code in re.findall(r"\d+", match[1])}
    if not found and (only := re.fullmatch(r"\s*(\d{1,3}(?:\s*[,;]\s*\d{1,3})*)\s*", rest)):
        found = set(re.findall(r"\d+", only[1]))
    return frozenset(found & known)


def cited_clauses(serves: str | None, number: str | None, known: AbstractSet[str]) -> frozenset[str]:
    """Return the clauses of the document `number` that the words name: "II.1.a", "điểm a khoản 1 mục II"."""
    rest = _of_document(serves, number)
    if rest is None:
        return frozenset()
    named = {match.group() for match in _CODE.finditer(rest)} & known
    for match in _LETTERED.finditer(clean(rest).lower()):
        tail = f"{match['number']}.{match['letter']}"
        section = (match["section"] or "").upper()
        fitting = {tail, f"{section}.{tail}"} if section else {code for code in known if _ends(code, tail)}
        named |= fitting & known
    return frozenset(named)


def _ends(code: str, tail: str) -> bool:
    return code == tail or code.endswith(f".{tail}")


def _of_document(serves: str | None, number: str | None) -> str | None:
    """Return the words without document numbers; None where they name another document alone."""
    if not serves:
        return None
    cited = read_citations(serves)
    if cited and number and number_key(number) not in {number_key(item.number) for item in cited}:
        return None
    # From the last to the first, so that the places of those before stay where they are.
    rest = clean(serves)
    for item in reversed(cited):
        rest = f"{rest[: item.start]} {rest[item.end :]}"
    return rest
