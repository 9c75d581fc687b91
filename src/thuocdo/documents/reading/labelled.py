"""A cell that says who leads and who helps by words before the names, whatever these words are."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from thuocdo.documents.reading.contents import Judge
from thuocdo.documents.reading.headings import Sense, senses
from thuocdo.documents.reading.spelling import bare

_LABEL = re.compile(
    r"(?:^|(?<=\n)|(?<=[;.] ))[ \t]*(?:[-+•*–—]\s*|\(?\d{1,2}[.)]\s*|\(?[a-zđ][.)]\s*)?"
    r"(?P<label>[^\W\d][^:–—\n,;()]{1,40}?)(?:[ \t]*:|[ \t]+[–—-](?=\s))\s*(?=\S)"
)
_OWNERS = ("leads", "coordinators")
_OFTEN = 0.4  # of the cells that are filled
_FEWEST = 3
_MOST = 3
_BLANK = frozenset({"", "-"})


@dataclass(frozen=True, slots=True)
class Labels:
    """What words before names mean in one column, and which of them only the other ones explain.

    `guessed` are labels that no word explains; `weak` says that none of them all is known.
    """

    roles: Mapping[str, str] = field(default_factory=dict)
    guessed: tuple[str, ...] = ()
    weak: bool = False


def learn_labels(cells: Sequence[str], knows: Judge) -> Labels:
    """Return the words that stand before names in many cells of a column, with the part each names.

    Where one is known to name those who lead, the other one names those who help.
    """
    filled = [text for text in cells if text not in _BLANK]
    if len(filled) < _FEWEST:
        return Labels()
    counts: Counter[str] = Counter()
    printed: dict[str, str] = {}
    places: dict[str, list[int]] = {}
    for text in filled:
        for place, (label, shown) in enumerate(dict(_labels(text)).items()):
            counts[label] += 1
            printed.setdefault(label, shown)
            places.setdefault(label, []).append(place)
    often = [
        label
        for label, count in counts.items()
        if count >= _OFTEN * len(filled) and not knows(printed[label])
    ]
    if not 1 < len(often) <= _MOST:
        return Labels()
    often.sort(key=lambda label: sum(places[label]) / len(places[label]))
    return _explained(often, printed)


def by_labels(cell: str, labels: Labels) -> dict[str, str]:
    """Return the names behind each label, by the part that it names; {} where no label leads."""
    marks = [
        (found.start(), found.end(), labels.roles[name])
        for found in _LABEL.finditer(cell)
        if (name := _plain(found["label"])) in labels.roles
    ]
    if not marks or cell[: marks[0][0]].strip():
        return {}
    texts: dict[str, list[str]] = {}
    ends = [start for start, _end, _role in marks[1:]] + [len(cell)]
    for (_start, end, role), stop in zip(marks, ends, strict=True):
        texts.setdefault(role, []).append(cell[end:stop].strip(" ;,.\n"))
    return {role: "\n".join(filter(None, names)) for role, names in texts.items() if any(names)}


def _labels(text: str) -> Iterator[tuple[str, str]]:
    for found in _LABEL.finditer(text):
        yield _plain(found["label"]), found["label"]


def _plain(label: str) -> str:
    return " ".join(bare(label).split())


def _explained(often: Sequence[str], printed: Mapping[str, str]) -> Labels:
    """Give each label its part: by its words, the surest first, else what the others leave."""
    wishes = {label: _owners(printed[label]) for label in often}
    roles: dict[str, str] = {}
    known = {label: sense for label, sense in wishes.items() if sense}
    for label, sense in sorted(known.items(), key=lambda pair: -pair[1].surely):
        if sense.roles[0] not in roles.values():
            roles[label] = sense.roles[0]
    guessed = tuple(printed[label] for label in often if label not in roles)
    weak = not roles
    for label in often:
        if label not in roles:
            taken = set(roles.values())
            free = next((role for role in _OWNERS if role not in taken), "coordinators")
            roles[label] = free
    return Labels(roles, guessed, weak)


def _owners(label: str) -> Sense | None:
    found = senses(label)
    return found[0] if found and found[0].roles[0] in _OWNERS else None
