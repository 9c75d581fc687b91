"""What a line of words proves: documents it cites as issued, something that runs, an agreement, a figure.

Evidence filed for a task and the results of a status report are judged by these same rules.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from thuocdo.core.text import fold
from thuocdo.documents.citations import announcement, number_key, read_citations
from thuocdo.documents.instruments import LADDER, Citation, supports_any

_RUNS = re.compile(
    r"\bda (?:duoc )?(?:dua vao |di vao |chinh thuc )?(?:van hanh|khai thac|su dung|hoat dong|trien khai)\b"
    r"|\b(?:is|are) (?:live|running|in operation|in use)\b"
)
_PROOF_OF_RUNNING = re.compile(
    r"\bnghiem thu\b|\bacceptance\b"
    r"|\d[\d.,]* (?:nguoi dung|tai khoan|luot|ban ghi|ho so|giao dich|users|records|accounts)\b"
)
_AGREEMENT = re.compile(
    r"\b(?:thoa thuan|ban ghi nho|hiep dinh|bien ban hop tac|agreement|memorandum|mou|treaty)\b"
)
_FIGURE = re.compile(r"(?<![\w/])\d[\d.,]*\s?(?:%|\w)")
_ADDRESS = re.compile(r"https?://\S+|\bwww\.\S+\.\S+|\b[\w.-]+\.(?:gov\.)?vn\b", re.IGNORECASE)
PERSON = "person"


def proves_running(text: str) -> bool:
    """Say whether the words hold proof that something runs: an acceptance record, users or data."""
    return bool(_PROOF_OF_RUNNING.search(fold(text)))


def is_agreement(text: str) -> bool:
    """Say whether the words speak of an agreement."""
    return bool(_AGREEMENT.search(fold(text)))


def has_figure(text: str) -> bool:
    """Say whether a figure stands in the words that is no document number and no date."""
    bare = text
    for item in read_citations(text):
        bare = bare.replace(item.number, " ")
    bare = re.sub(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}", " ", bare)
    return bool(_FIGURE.search(bare))


def only_announces(text: str, needs: Sequence[str]) -> bool:
    """Say whether the words only announce; that something already runs is no announcement of it."""
    if "running" in needs and _RUNS.search(fold(text)):
        return False
    return announcement(text, needs) != ""


@dataclass(frozen=True, slots=True)
class Part:
    """What must be proved: any of `needs`, by `minimum` different documents."""

    code: str
    needs: tuple[str, ...]
    minimum: int = 1


@dataclass(frozen=True, slots=True)
class Support:
    """What a result text proves: its own documents, the parts still open, and why (a code)."""

    documents: tuple[Citation, ...]
    open: tuple[str, ...] = ()
    reason: str = ""


def issued_documents(text: str, *, but: str = "") -> tuple[Citation, ...]:
    """Return the documents that the text cites as issued, each once, without the one numbered `but`."""
    found: dict[str, Citation] = {}
    for item in read_citations(text):
        if not item.referenced and number_key(item.number) != number_key(but):
            found.setdefault(number_key(item.number), item)
    return tuple(found.values())


def support(text: str, parts: Sequence[Part], *, programme_number: str = "") -> Support:
    """Return which parts the text proves; a document stands for one part only.

    Without parts, any document that decides, or proof that something runs, is enough.
    """
    cited = issued_documents(text, but=programme_number)
    filled = _fill(cited, parts)
    still = tuple(part for part in parts if filled.get(part.code, 0) < part.minimum)
    still = tuple(part for part in still if not _in_words(text, part, cited, alone=len(parts) == 1))
    if not parts and not (any(item.kind in LADDER for item in cited) or proves_running(text)):
        return Support(cited, (), _why(text, (), cited, programme_number))
    if not still:
        return Support(cited)
    needs = tuple(need for part in still for need in part.needs)
    return Support(cited, tuple(part.code for part in still), _why(text, needs, cited, programme_number))


def _fill(cited: Sequence[Citation], parts: Sequence[Part]) -> dict[str, int]:
    """Return how many documents stand for each part, none of them for two, as many as can be."""
    places = [part for part in parts for _number in range(part.minimum)]
    held: dict[int, Citation] = {}

    def put(item: Citation, tried: set[int]) -> bool:
        for place, part in enumerate(places):
            if place in tried or not supports_any(part.needs, item):
                continue
            tried.add(place)
            if place not in held or put(held[place], tried):
                held[place] = item
                return True
        return False

    for item in cited:
        put(item, set())
    return Counter(places[place].code for place in held)


def _in_words(text: str, part: Part, cited: Sequence[Citation], *, alone: bool) -> bool:
    """Say whether the words prove what no document number alone can prove."""
    if part.minimum > 1 or only_announces(text, part.needs):
        return False
    shown = bool(_ADDRESS.search(text))
    return (
        ("running" in part.needs and (proves_running(text) or (shown and bool(_RUNS.search(fold(text))))))
        or ("published_list" in part.needs and shown)
        or ("agreement" in part.needs and is_agreement(text) and any(item.issued_on for item in cited))
        or ("figure" in part.needs and alone and has_figure(text))
    )


def _why(text: str, needs: Sequence[str], cited: Sequence[Citation], programme_number: str) -> str:
    if not text.strip():
        return "no_result"
    if code := announcement(text, needs):
        return code
    if cited:
        return "wrong_instrument"
    own = number_key(programme_number)
    if own and any(number_key(item.number) == own for item in read_citations(text)):
        return "cites_programme"
    if set(needs) == {PERSON}:
        return "person_decides"
    return "no_document"
