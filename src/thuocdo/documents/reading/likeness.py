"""Misprinted names: which known name a printed one is so near to that no other can be meant."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from thuocdo.core.country import Name
from thuocdo.documents.reading.spelling import bare

_LEAST_LETTERS = 8
"""Shorter names are never corrected: too many real ones lie one letter apart."""
_TWO_SLIPS = 14
"""Letters from which two slips may be corrected."""
_CLEAR = 2
"""By how many letters the next name must lie further off, where no whole word tells them apart."""
_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """The known name that a printed one is read as, None where several are as near; `percent` alike.

    `candidates` are the names that could be meant, the nearest first.
    """

    name: Name | None
    percent: int
    candidates: tuple[Name, ...]


class Neighbours:
    """All spellings that may be misprinted, ready to be compared."""

    def __init__(self, forms: Mapping[str, Name]) -> None:
        self._forms = {
            form: name for form, name in forms.items() if _letters(form) >= _LEAST_LETTERS - 1 and " " in form
        }
        self._by_length: dict[int, list[str]] = {}
        for form in self._forms:
            self._by_length.setdefault(len(form), []).append(form)
        self._longest = max((len(form.split()) for form in self._forms), default=0)

    @property
    def longest(self) -> int:
        """How many words the longest name has."""
        return self._longest

    def nearest(self, printed: str) -> Likeness | None:
        """Return what the printed words (bare, single spaces) may be a misprint of, None if nothing."""
        letters = _letters(printed)
        slips = 2 if letters >= _TWO_SLIPS else 1
        reach = slips + _CLEAR - 1
        lengths = range(len(printed) - reach, len(printed) + reach + 1)
        forms = [form for length in lengths for form in self._by_length.get(length, ())]
        if letters < _LEAST_LETTERS or not forms:
            return None
        found = process.extract(printed, forms, scorer=OSA.distance, score_cutoff=reach, limit=None)
        best: dict[str, tuple[int, str]] = {}
        for form, distance, _place in found:
            name = self._forms[form].name_vi
            if name not in best or (distance, form) < best[name]:
                best[name] = distance, form
        ordered = sorted(best.values())
        if not ordered or ordered[0][0] > slips:
            return None
        return self._judged(printed, ordered)

    def _judged(self, printed: str, ordered: list[tuple[int, str]]) -> Likeness:
        distance, form = ordered[0]
        percent = round(100 * (1 - distance / max(len(printed), len(form))))
        candidates = tuple(self._forms[other] for _distance, other in ordered[:_CANDIDATES])
        clear = _plausible(printed, form) and all(
            other_distance - distance >= _CLEAR or _told_apart(printed, form, other)
            for other_distance, other in ordered[1:]
            if other_distance > distance
        )
        alone = len(ordered) == 1 or ordered[1][0] > distance
        return Likeness(self._forms[form] if clear and alone else None, percent, candidates)


def _plausible(printed: str, form: str) -> bool:
    """Say whether the slips lie within words: no short word was replaced by another one."""
    ours, known = printed.split(), form.split()
    if len(ours) != len(known) or _spaced_wrong(printed, form):
        return OSA.distance(printed.replace(" ", ""), form.replace(" ", "")) <= 1
    if OSA.distance(printed, form) == 1 and _letters(form) >= _TWO_SLIPS and ours[0] == known[0]:
        return True
    return all(
        one == other or OSA.distance(one, other) * 2 < max(len(one), len(other))
        for one, other in zip(ours, known, strict=True)
    )


def _spaced_wrong(printed: str, form: str) -> bool:
    """Say whether only spaces stand in the wrong place."""
    return printed.replace(" ", "") == form.replace(" ", "")


def _told_apart(printed: str, form: str, other: str) -> bool:
    """Say whether a word that only the first name has is printed exactly as there."""
    own = Counter(word for word in form.split() if word[0].isalpha()) - Counter(other.split())
    return _spaced_wrong(printed, form) or bool(own & Counter(printed.split()))


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def exactly(name: Name, printed: str) -> Likeness:
    """Return a name that is meant whatever the distance: only its joining words differ."""
    percent = round(100 * OSA.normalized_similarity(printed, bare(name.name_vi)))
    return Likeness(name, percent, (name,))


def names_of(candidates: Iterable[Name]) -> str:
    """Return the names of the candidates for a remark."""
    return "; ".join(name.name_vi for name in candidates)
