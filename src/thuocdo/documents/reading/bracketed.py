"""Labels in brackets: “[Lead: A] [By: May]”, “[Lead] A” and “A (lead)” say what “Lead: A” says."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.labels import read_label
from thuocdo.documents.reading.spelling import bare

_GROUP = re.compile(r"[\[(](?=[^\[\]():]{2,40}:\s)[^\[\]()]{4,300}[\])]")
_BEFORE = re.compile(r"[\[(](?P<label>[^\[\]():\d]{2,40})[\])]\s*:?\s*(?P<words>\S.*)", re.DOTALL)
_BEHIND = re.compile(r"(?P<words>\S.*?)\s*[\[(](?P<label>[^\[\]():\d]{2,40})[\])][.;,]?", re.DOTALL)
_FEWEST = 3
_OWNERS = frozenset({"leads", "coordinators"})
_OTHERS = frozenset({"output", "deadline"})


def without_groups(text: str) -> str:
    """Return a paragraph of labels that each have brackets with strokes instead, as long as it was."""
    groups = list(_GROUP.finditer(text))
    if len(groups) < 2:  # noqa: PLR2004  several
        return text
    for group in groups:
        text = f"{text[: group.start()]}|{text[group.start() + 1 : group.end() - 1]} {text[group.end() :]}"
    return text


def bracketed_label(text: str) -> tuple[str, str] | None:
    """Return label and words of “[Lead] A”, None where no label stands in brackets before the words."""
    found = _BEFORE.fullmatch(text)
    return (found["label"], found["words"]) if found and not read_label(found["label"]) else None


def labels_behind(texts: Sequence[str]) -> Callable[[str], tuple[str, str] | None]:
    """Return what parts “A (lead)” into label and words, where all columns are told so.

    Names alone that bear their part are cells of a table: times or products must bear theirs, too.
    """
    ends = Counter(bare(found["label"]) for text in texts if (found := _BEHIND.fullmatch(text)))
    kinds = {
        label: meant[0].roles[0]
        for label, count in ends.items()
        if count >= _FEWEST and (meant := senses(label)) and meant[0].roles[0] in _OWNERS | _OTHERS
    }
    told = {*kinds.values()}
    if not (told & _OWNERS and told & _OTHERS):
        return lambda _text: None

    def part(text: str) -> tuple[str, str] | None:
        found = _BEHIND.fullmatch(text)
        return (found["label"], found["words"]) if found and bare(found["label"]) in kinds else None

    return part
