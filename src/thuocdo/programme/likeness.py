"""Which row of an amending act is which row of the programme: by number, by words, or by a person."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from thuocdo.core.text import fold

SAME_NUMBER = 50
"""Percent of likeness below which a row under the same number is another row."""
OTHER_NUMBER = 65
"""Percent of likeness from which a row under another number is proposed as the same one."""
NOTHING = ""
"""What `renumbered` says of a row that no row of the act continues."""

_WORDS, _LEADS, _DUE = 70, 20, 10

Old = TypeVar("Old")
New = TypeVar("New")


@dataclass(frozen=True, slots=True)
class Traits:
    """What a row is recognised by: its number, words (None when unknown), bodies and time.

    Rows of different `sort` are never one row.
    """

    number: str
    words: str | None
    bodies: tuple[str, ...] = ()
    due: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Pairs(Generic[Old, New]):
    """The rows that go together with their likeness in percent, and what is left on either side.

    `stays` are rows that an act which amends named rows does not name.
    """

    together: tuple[tuple[Old, New, int], ...]
    dropped: tuple[Old, ...]
    added: tuple[New, ...]
    stays: tuple[Old, ...] = ()


@dataclass(slots=True)
class _Side:
    """One list of rows while it is being paired: traits, words counted once, who is still free."""

    traits: Sequence[Traits]
    bags: list[Counter[str]] = field(init=False)
    free: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.bags = [Counter(fold(item.words or "").split()) for item in self.traits]
        self.free = set(range(len(self.traits)))


def alike(one: str, other: str) -> int:
    """Return how alike two texts are in percent: the words they share over all their words."""
    return _dice(Counter(fold(one).split()), Counter(fold(other).split()))


def pair(
    before: Sequence[Old],
    draft: Sequence[New],
    *,
    old: Callable[[Old], Traits],
    new: Callable[[New], Traits],
    renumbered: Mapping[str, str] | None,
    by_number: bool = False,
) -> Pairs[Old, New]:
    """Return which rows of the draft continue which rows of the programme.

    `renumbered` is what people decided, old number to new (`NOTHING`: it is not continued); None
    asks for a proposal by likeness of words, bodies and time. With `by_number` the same number is
    the same row, however its words changed: so it is in an act that amends named rows.
    """
    left, right = _Side([old(row) for row in before]), _Side([new(row) for row in draft])
    found: dict[int, tuple[int, int]] = {}

    def join(first: int, second: int, score: int) -> None:
        if first in left.free and second in right.free:
            left.free.remove(first)
            right.free.remove(second)
            found[first] = second, score

    ended = frozenset(
        place for place, item in enumerate(left.traits) if (renumbered or {}).get(item.number) == NOTHING
    )
    left.free -= ended
    _decided(left, right, renumbered or {}, join)
    across = renumbered is None
    _same_words(left, right, join, across=across)
    for score, first, second in _candidates(left, right, across=across, by_number=by_number):
        join(first, second, score)
    return Pairs(
        together=tuple((before[first], draft[found[first][0]], found[first][1]) for first in sorted(found)),
        dropped=tuple(before[place] for place in sorted(left.free | ended)),
        added=tuple(draft[place] for place in sorted(right.free)),
    )


def _decided(
    left: _Side, right: _Side, renumbered: Mapping[str, str], join: Callable[[int, int, int], None]
) -> None:
    """Join what people decided, wherever the act has that number."""
    by_number = {item.number: place for place, item in enumerate(right.traits)}
    for place in sorted(left.free):
        second = by_number.get(renumbered.get(left.traits[place].number, NOTHING))
        if second is not None:
            join(place, second, _score(left, place, right, second))


def _same_words(left: _Side, right: _Side, join: Callable[[int, int, int], None], *, across: bool) -> None:
    """Join rows with equal words: first under the same number, then those that only moved."""
    by_words: dict[tuple[str, str], list[int]] = {}
    for place in sorted(right.free):
        item = right.traits[place]
        by_words.setdefault((fold(item.words or ""), item.sort), []).append(place)
    for moved in (False, True) if across else (False,):
        for first in sorted(left.free):
            item = left.traits[first]
            same = by_words.get((fold(item.words), item.sort), []) if item.words else []
            free = [place for place in same if place in right.free]
            if not moved:
                free = [place for place in free if right.traits[place].number == item.number]
            elif len(free) > 1:
                continue
            for second in free[:1]:
                join(first, second, _score(left, first, right, second))


def _candidates(
    left: _Side, right: _Side, *, across: bool, by_number: bool
) -> Iterable[tuple[int, int, int]]:
    """Return pairs of free rows that may be one, most alike first, then by number, then by place."""
    found = []
    for first in sorted(left.free):
        for second in sorted(right.free):
            same = left.traits[first].number == right.traits[second].number
            if left.traits[first].sort != right.traits[second].sort:
                continue
            if not same and (not across or left.traits[first].words is None):
                continue
            score = _score(left, first, right, second)
            certain = same and (by_number or left.traits[first].words is None)
            if certain or score >= (SAME_NUMBER if same else OTHER_NUMBER):
                away = abs(first * len(right.traits) - second * len(left.traits))
                found.append((not (by_number and same), -score, not same, away, first, second))
    return [(-score, first, second) for _, score, _, _, first, second in sorted(found)]


def _score(left: _Side, first: int, right: _Side, second: int) -> int:
    """Return the likeness of two rows: words most of all, then bodies, then time."""
    one, other = left.traits[first], right.traits[second]
    if one.words is None:
        return 100 if one.number == other.number else 0
    bodies = _dice(Counter(one.bodies), Counter(other.bodies))
    due = 100 if one.due == other.due else 0
    words = _dice(left.bags[first], right.bags[second])
    return (words * _WORDS + bodies * _LEADS + due * _DUE) // 100


def _dice(one: Counter[str], other: Counter[str]) -> int:
    total = one.total() + other.total()
    return 100 if total == 0 else 200 * (one & other).total() // total
