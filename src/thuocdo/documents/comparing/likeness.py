"""How alike two short texts are: shared words, weighted by how rare they are in both documents."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from thuocdo.core.text import fold

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"^(?:(?:dd|[a-zđ])\)|\d{1,2}[.)]|[-+•])\s+")
_ASIDE = re.compile(r"\([^()]{30,}\)")
_STOP = frozenset(
    {
        "va", "cua", "cac", "cho", "trong", "duoc", "co", "la", "den", "ve", "theo", "voi",
        "nhung", "mot", "tai", "tu", "o", "tren", "duoi", "hoac", "nham", "gan", "bang", "qua",
        "do", "de", "khi", "nam", "dat", "toi", "thieu", "it", "nhat", "the", "of", "and",
        "to", "in", "for", "a", "an", "on", "by", "with", "from", "at", "is", "are",
        "be", "will", "as", "that", "or", "its", "their", "least", "reach",
    }
)  # fmt: skip
_PAIR = 0.5
"""A pair of neighbouring words counts half beside the words themselves, so that order matters a little."""


@lru_cache(maxsize=8192)
def terms(text: str) -> frozenset[str]:
    """Return the words of a text and its pairs of neighbours, folded.

    Numbers, stop words and long asides in brackets are left out, unless nothing else is there.
    Vietnamese writes its words as separate syllables, so the pairs are most of its real words.
    """
    found = _WORD.findall(fold(_ASIDE.sub(" ", _MARK.sub("", text))))
    words = [word for word in found if word not in _STOP and not word.isdigit()] or found
    return frozenset([*words, *(f"{first} {second}" for first, second in pairwise(words))])


@dataclass(frozen=True, slots=True)
class Near:
    """The place of a text in a list, and how alike it is (0 to 1)."""

    place: int
    score: float


class Likeness:
    """The likeness of texts within one pair of documents; rare words weigh more than common ones."""

    def __init__(self, texts: Iterable[str]) -> None:
        found = [terms(text) for text in texts]
        seen = Counter(term for each in found for term in each)
        rarest = math.log(1 + len(found))
        self._unseen = (rarest, rarest * _PAIR)
        self._weights = {
            term: math.log(1 + len(found) / times) * (_PAIR if " " in term else 1.0)
            for term, times in seen.items()
        }

    def weight(self, term: str) -> float:
        """Return the weight of a term; one that stands in neither document is the rarest."""
        return self._weights.get(term) or self._unseen[" " in term]

    def between(self, first: str, second: str) -> float:
        """Return how alike two texts are."""
        return Shelf(self, [second]).score(first)[0]


class Shelf:
    """Texts that others are compared with; each shared term is looked up once."""

    def __init__(self, likeness: Likeness, texts: Sequence[str]) -> None:
        self._likeness = likeness
        self._holders: Mapping[str, list[int]] = defaultdict(list)
        self._sizes = []
        for place, text in enumerate(texts):
            found = terms(text)
            self._sizes.append(self._size(found))
            for term in found:
                self._holders[term].append(place)

    def score(self, text: str) -> list[float]:
        """Return the likeness of a text with each text of the shelf.

        It is the geometric mean of the cosine (both texts say the same) and of the share of the
        shorter text that the longer one holds (a short row repeats a part of a long clause).
        """
        found = terms(text)
        total, square = self._size(found)
        shared = [[0.0, 0.0] for _size in self._sizes]
        for term in found:
            if term not in self._holders:
                continue
            weight = self._likeness.weight(term)
            for place in self._holders[term]:
                shared[place][0] += weight
                shared[place][1] += weight * weight
        return [
            _score(common, squares, min(total, other), square * other_square)
            for (common, squares), (other, other_square) in zip(shared, self._sizes, strict=True)
        ]

    def nearest(self, text: str) -> Near | None:
        """Return the text of the shelf that is most alike, the first of equals; None for no shared word."""
        scores = self.score(text)
        best = max(scores, default=0.0)
        return Near(scores.index(best), best) if best else None

    def _size(self, found: Iterable[str]) -> tuple[float, float]:
        weights = [self._likeness.weight(term) for term in found]
        return sum(weights), sum(weight * weight for weight in weights)


def _score(common: float, squares: float, shorter: float, product: float) -> float:
    if not common:
        return 0.0
    return math.sqrt(min(1.0, squares / math.sqrt(product)) * min(1.0, common / shorter))


def overlap(first: str, second: str) -> float:
    """Return the share of all words of two texts that both have; 1 only for the same words."""
    one, other = terms(first), terms(second)
    return len(one & other) / len(one | other) if one or other else 0.0
