"""Bodies below each other in a cell: where a line wraps and where a name begins, by names seen elsewhere."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from thuocdo.documents.flow import joined, parted
from thuocdo.documents.reading.columns import Judge
from thuocdo.documents.reading.headings import senses
from thuocdo.documents.reading.names import read_cell

_MOST_LINES = 30
_MOST_PIECES = 12
_LONGEST = 12  # words of a name that is told by its first or last word
_LABEL = re.compile(r"[-+•*–]\s*|\(?\d{1,2}[.)]\s+|[^:;,()]{2,24}:\s+")
_ROLE = re.compile(r"([^:;,()]{3,30}):(?:\s|$)")
_STRONG = re.compile(r"[;|/•\n]")
_OPEN = re.compile(
    r"(?:[,(/&:–-]|\b(?:of|the|and|for|to|in|with|by|on|at|or|và|của|các|về|cho|với|theo|tại|hoặc|thuộc|trực))$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"[^\w\s]|(?:and|or|of|for|và|hoặc|thuộc)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_KNOWN, _PLAUSIBLE, _ACRONYM, _UNKNOWN = 0.1, 1.0, 1.5, 3.0
_HEAD_INSIDE, _NAME_INSIDE = 1.5, 4.0
_NEVER = float("inf")
_FEWEST_HEADED = 3
_PAIR = 2

Cut = Callable[[Sequence[str]], list[str]]


def names_bodies(heads: Iterable[str]) -> bool:
    """Say whether a column so headed names bodies."""
    return any({"leads", "coordinators"} & {*sense.roles} for head in heads for sense in senses(head)[:1])


class Bodies:
    """The names of a document: those that stand alone somewhere, and those of the directory."""

    def __init__(self, groups: Iterable[Sequence[str]], knows: Judge) -> None:
        self._knows = knows
        self._seen: set[str] = set()
        self._costs: dict[tuple[str, ...], float] = {}
        alone: set[str] = set()
        others: set[str] = set()
        for texts in groups:
            if len(parted(texts, knows)) > 1:
                continue
            pieces = [_plain(piece) for piece in _STRONG.split(_LABEL.sub("", joined(texts), count=1))]
            (alone if len(texts) == 1 and len(pieces) == 1 else others).update(pieces)
            others.update(_plain(part) for piece in pieces for part in piece.split(","))
        self._seen |= {name for name in alone if "," not in name or self._is_whole(name)}
        for name in sorted(others | alone, key=lambda name: (name.count(" "), name)):
            if name not in self._seen and not self._falls_apart(name.split(" ")):
                self._seen.add(name)
        self._seen.discard("")

    def parted(self, texts: Sequence[str]) -> list[str]:
        """Return the paragraphs that the lines of a cell are: one, or the names below each other."""
        found: list[str] = []
        for part in _labelled(texts):
            found += self._parted(part)
        return found

    def _parted(self, texts: tuple[str, ...]) -> list[str]:
        if not 1 < len(texts) <= _MOST_LINES or any(map(_DIGIT.search, texts)):
            return [joined(texts)]
        best: list[tuple[float, list[str]]] = [(0.0, [])]
        for end in range(1, len(texts) + 1):
            found = [
                (best[start][0] + self._cost(texts[start:end]), best[start][1] + [joined(texts[start:end])])
                for start in range(end)
                if start == 0 or _may_part(texts[start - 1], texts[start])
            ]
            best.append(min(found, key=lambda way: (way[0], len(way[1]))))
        cost, parts = best[-1]
        return parts if cost < _NEVER else [joined(texts)]

    def _cost(self, texts: tuple[str, ...]) -> float:
        if texts not in self._costs:
            self._costs[texts] = self._costs_anew(texts)
        return self._costs[texts]

    def _costs_anew(self, texts: tuple[str, ...]) -> float:
        whole = _LABEL.sub("", joined(texts), count=1)
        if self._known(whole):
            return _KNOWN
        if _is_body(whole):
            cost = _PLAUSIBLE
        elif " " not in whole.strip():
            cost = _ACRONYM if whole.isupper() else _NEVER if len(texts) == 1 else _UNKNOWN
        else:
            cost = _UNKNOWN
        for start in range(1, len(texts)):
            if _may_part(texts[start - 1], texts[start]) and read_cell(texts[start]).starts_name(0):
                cost += _HEAD_INSIDE
        if any(map(self._known, _stretches(texts))):
            cost += _NAME_INSIDE
        return cost

    def _known(self, text: str) -> bool:
        """Say whether a text is a list of names with signs between them."""
        return self._knows(text) or self._is_list(_plain(text))

    def _is_list(self, text: str) -> bool:
        pieces = [piece.strip() for piece in re.split(r"[;/|,]", text)]
        if len(pieces) > _MOST_PIECES or not all(pieces):
            return False
        reached = {0}
        for end in range(1, len(pieces) + 1):
            if any(start in reached and ", ".join(pieces[start:end]) in self._seen for start in range(end)):
                reached.add(end)
        return len(pieces) in reached

    def _is_whole(self, name: str) -> bool:
        """Say whether a comma stands within one name, as in “Ministry of A, B and C”."""
        cell = read_cell(name)
        return bool(cell.words) and cell.unknown_end(0) == len(cell.words)

    def _falls_apart(self, words: Sequence[str]) -> bool:
        """Say whether these are several names that are known, or one and a rest that looks like one."""
        words = [word.rstrip(",") for word in words]
        for cut in range(1, len(words)):
            one, other = " ".join(words[:cut]), " ".join(words[cut:])
            if _OPEN.search(one) or _GOES_ON.match(other):
                continue
            first, second = one in self._seen, other in self._seen
            if first and (second or self._falls_apart(words[cut:]) or _is_plain_body(other)):
                return True
            if second and _is_plain_body(one):
                return True
        return False


def _labelled(texts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the lines up to each one that says what the bodies behind it do, such as “Support:”."""
    start = 0
    for place in range(1, len(texts)):
        here, below = texts[place], texts[place + 1 : place + 2]
        broken = bool(below) and not _is_label(*below) and _is_label(" ".join([here, *below]))
        if here[:1].isupper() and (broken or _is_label(here)):
            yield tuple(texts[start:place])
            start = place
    yield tuple(texts[start:])


def _is_label(text: str) -> bool:
    label = _ROLE.match(text)
    return bool(label and names_bodies([label[1]]))


def _stretches(texts: Sequence[str]) -> Iterator[str]:
    """Yield the lines of some of a paragraph that may be names of their own."""
    for start in range(len(texts)):
        if start and not _may_part(texts[start - 1], texts[start]):
            continue
        for end in range(start + 1, len(texts) + 1):
            whole = end - start == len(texts)
            if not whole and (end == len(texts) or _may_part(texts[end - 1], texts[end])):
                yield _LABEL.sub("", joined(texts[start:end]), count=1)


def _may_part(above: str, below: str) -> bool:
    """Say whether a name may end with one line and another begin with the next."""
    if below[:1].islower() or _GOES_ON.match(below) or _OPEN.search(above):
        return False
    return above.count("(") == above.count(")")


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .,;:").casefold()


@lru_cache(maxsize=4096)
def _is_body(text: str) -> bool:
    """Say whether words look like the name of a body: by the first ones, or by the last one."""
    cell = read_cell(text)
    many = (text.isascii() and len(cell.words) >= _PAIR) or len(cell.words) >= _FEWEST_HEADED
    return many and cell.starts_name(0)


def _is_plain_body(text: str) -> bool:
    return text.count(" ") >= 1 and text.count(" ") < _LONGEST and _is_body(text)
