"""What the pages say in their attributes, and whether they carry the illustrative mark.

Each page of a task or an indicator has `<main data-kind="task" data-code="44"
data-status="late">`; any other element may carry the same three attributes. The words of a page
are not read: the attributes, which draw its shapes, are.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from thuocdo.core.messages import Reason
from thuocdo.evaluation.types import Verdicts

_ATTRIBUTE = re.compile(r"""\b(data-kind|data-code|data-status)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_MARKS = tuple(
    form(mark)
    for mark in ("minh hoạ", "minh họa", "illustrative")
    for form in (str.upper, str.capitalize, str)
)
_MARKER = "data-status"
_MAX_TAG = 8192
LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Shown:
    """One element of a page that shows a status."""

    tag: str
    kind: str
    code: str
    status: str


def shown(text: str) -> Iterator[Shown]:
    """Yield every element that says which thing it shows and with what status."""
    # Searching from marker to marker stays linear on hostile pages, where one regular
    # expression over whole tags would not.
    at = text.find(_MARKER)
    while at >= 0:
        start, end = text.rfind("<", max(0, at - _MAX_TAG), at), text.find(">", at, at + _MAX_TAG)
        if 0 <= start < end:
            attributes = text[start:end]
            found = {
                name: html.unescape(a or b or c).strip() for name, a, b, c in _ATTRIBUTE.findall(attributes)
            }
            if _MARKER in found and "data-code" in found:
                tag = attributes[1:].split(None, 1)[0].lower()
                yield Shown(tag, found.get("data-kind", ""), found["data-code"], found[_MARKER])
        at = text.find(_MARKER, max(end, at + 1))


def marked(text: str) -> bool:
    """Say whether the page carries MINH HOẠ or ILLUSTRATIVE."""
    return any(mark in text for mark in _MARKS)


def language_of(path: str) -> str:
    """Return the language of a page by its address."""
    return "en" if path.startswith("en/") else "vi"


def expected(verdicts: Verdicts) -> dict[tuple[str, str], str]:
    """Return (kind, code) → status: what every page must agree with.

    An indicator is known by its key (10@2030), and by its number alone where only one has it.
    """
    return {(kind, name): status for kind, names, status in _things(verdicts) for name in names}


def _things(verdicts: Verdicts) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for task in verdicts.tasks:
        yield "task", (task.task,), str(task.status)
    numbers = Counter(each.indicator.partition("@")[0] for each in verdicts.indicators)
    for each in verdicts.indicators:
        number = each.indicator.partition("@")[0]
        names = (each.indicator, number) if numbers[number] == 1 else (each.indicator,)
        yield "indicator", names, str(each.status)


@dataclass(slots=True)
class Look:
    """What a page says of statuses, and whether it carries the mark; `things` are what it shows.

    `right` says that it was found right: it stays so until the status of one of its things changes.
    """

    shown: tuple[Shown, ...]
    marked: bool
    things: frozenset[tuple[str, str]]
    right: bool = False


def look(text: str) -> Look:
    """Return what a page says."""
    found = tuple(shown(text))
    return Look(found, marked(text), frozenset((each.kind, each.code) for each in found))


def page_faults(
    seen: Look, statuses: Mapping[tuple[str, str], str], *, illustrative: bool
) -> Iterator[tuple[str, Reason]]:
    """Yield (what, reason) for each status on the page that the rules do not give, and a missing mark."""
    for each in seen.shown:
        right = statuses.get((each.kind, each.code))
        if right == each.status:
            continue
        what = f"{each.kind} {each.code}"
        if right is None:
            yield what, Reason("page_unknown")
        else:
            yield what, Reason("field_differs", {"published": each.status, "recomputed": right})
    if illustrative and not seen.marked:
        yield "", Reason("page_unmarked")


def missing_pages(seen: Iterable[tuple[str, str, str]], verdicts: Verdicts) -> Iterator[tuple[str, Reason]]:
    """Yield (what, reason) for each task or indicator without a page of its own in a language."""
    present = set(seen)
    for kind, names, _ in _things(verdicts):
        for language in LANGUAGES:
            if not any((language, kind, name) in present for name in names):
                yield f"{kind} {names[0]}", Reason("page_missing", {"language": language})


def own_pages(path: str, seen: Look) -> Iterator[tuple[str, str, str]]:
    """Yield (language, kind, code) of what the page's `<main>` shows."""
    for each in seen.shown:
        if each.tag == "main":
            yield language_of(path), each.kind, each.code
