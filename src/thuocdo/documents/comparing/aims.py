"""Which aim of one document is which of the other, what they say differently, and what has no counterpart."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from thuocdo.documents.comparing.likeness import Likeness, Shelf
from thuocdo.documents.comparing.quantities import Aim, differences
from thuocdo.documents.comparing.types import Certainty, Finding, Kind

MATCH = 0.5
"""Score from which two aims are taken for the same quantity."""
NEAR = 0.3
"""Score from which an aim is shown as the nearest there is."""
SURE = 0.75
"""Score from which a match is likely rather than a candidate."""
_FEWEST_WORDS = 0.2
_SAME_FIGURE = 0.4
_OTHER_HORIZON = 0.4
_OTHER_MEASURE = 0.6
_FIGURE_ALONE = 0.5

Scores = list[list[float]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two aims taken for the same quantity, by their places in the two lists."""

    first: int
    second: int
    score: float


def pairs(
    first: Sequence[Aim], second: Sequence[Aim], scores: Scores, *, alone: bool = False
) -> tuple[Pair, ...]:
    """Return the aims that go together: the most alike first, each aim once.

    One sentence may state what two rows count, so an aim that is left over also goes with its best
    counterpart when their figures agree. With `alone` a tie decides nothing: a pair must have a
    better score than any other pair of either aim.
    """
    ranked = sorted(
        ((score, one, other) for one, row in enumerate(scores) for other, score in enumerate(row)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    found: dict[tuple[int, int], float] = {}
    ours, theirs = set[int](), set[int]()
    for score, one, other in ranked:
        if score < MATCH:
            break
        if one not in ours and other not in theirs:
            joined = not (alone and _tied(scores, one, other))
        else:
            both = one in ours and other in theirs
            joined = not both and _agree(first[one], second[other])
        if joined:
            found[one, other] = score
            ours.add(one)
            theirs.add(other)
    return tuple(Pair(one, other, found[one, other]) for one, other in sorted(found))


def score_all(first: Sequence[Aim], second: Sequence[Aim], likeness: Likeness, *, across: bool) -> Scores:
    """Return how likely each two aims are the same quantity, from 0 to 1.

    Words decide, equal figures add, another measure or horizon takes away. With `across` the
    documents are in two languages: figure, measure and horizon decide, and the signs that both
    languages share (TFP, 5G) add.
    """
    shelf = Shelf(likeness, [aim.words for aim in second])
    return [
        [
            _score(aim, other, words, across=across)
            for other, words in zip(second, shelf.score(aim.words), strict=True)
        ]
        for aim in first
    ]


def score_codes(first: Sequence[Aim], second: Sequence[Aim]) -> Scores:
    """Return 1 for the same code and horizon: so two copies of one document are compared."""
    return [
        [float((aim.place.code, aim.horizon) == (other.place.code, other.horizon)) for other in second]
        for aim in first
    ]


def differing(
    first: Sequence[Aim], second: Sequence[Aim], found: Sequence[Pair], *, across: bool, by_code: bool = False
) -> Iterator[Finding]:
    """Yield the aims whose targets are not the same in both documents."""
    for pair in found:
        one, other = first[pair.first], second[pair.second]
        differs = differences(one, other)
        if not differs:
            continue
        certainty: Certainty = "likely" if pair.score >= SURE and not across else "candidate"
        score = None if by_code else round(pair.score, 2)
        if by_code:
            certainty = "certain"
        yield Finding(Kind.AIM_DIFFERS, certainty, one.place, other.place, score, differs)


def without_counterpart(
    kind: Kind, first: Sequence[Aim], second: Sequence[Aim], scores: Scores, found: Sequence[Pair]
) -> Iterator[tuple[Aim, Finding]]:
    """Yield the aims of the first list that are in no pair, each with the nearest of the second.

    What goes with another aim is nobody's nearest, unless nothing else comes near.
    """
    covered = {pair.first for pair in found}
    taken = {pair.second for pair in found}
    for place, aim in enumerate(first):
        if place in covered:
            continue
        near = _nearest(scores[place], taken)
        certainty: Certainty = "candidate" if near is not None or not aim.figures else "likely"
        if near is None:
            yield aim, Finding(kind, certainty, aim.place)
        else:
            score = round(scores[place][near], 2)
            yield aim, Finding(kind, certainty, aim.place, second[near].place, score)


def _nearest(row: Sequence[float], taken: AbstractSet[int]) -> int | None:
    near = [place for place, score in enumerate(row) if score >= NEAR]
    return max(near, key=lambda place: (place not in taken, row[place]), default=None)


def _tied(scores: Scores, one: int, other: int) -> bool:
    score = scores[one][other]
    return scores[one].count(score) > 1 or [row[other] for row in scores].count(score) > 1


def _agree(one: Aim, other: Aim) -> bool:
    return bool(one.figures & other.figures) and not differences(one, other)


def _score(one: Aim, other: Aim, words: float, *, across: bool) -> float:
    horizons = bool(one.horizon and other.horizon and one.horizon != other.horizon)
    measures = bool(one.measure and other.measure and one.measure != other.measure)
    same = bool(one.figures & other.figures)
    if across:
        if not same or horizons or measures:
            return 0.0
        return _FIGURE_ALONE + (1 - _FIGURE_ALONE) * words
    score = words
    if same and words >= _FEWEST_WORDS and not measures:
        score += (1 - words) * _SAME_FIGURE
    if measures:
        score *= _OTHER_MEASURE
    return score * _OTHER_HORIZON if horizons else score
