"""What one value earns, straight from the words of the language: slow and exact; columns.py must equal it."""

from collections.abc import Sequence
from fractions import Fraction

from thuocdo.evaluation.scoring.kinds import Better
from thuocdo.evaluation.scoring.types import (
    Count,
    Criterion,
    Linear,
    Range,
    Relative,
    Rule,
    Score,
    Steps,
    YesNo,
)


def earned(
    criterion: Criterion, rule: Rule, measure: Fraction, reference: Fraction | None = None
) -> Fraction | None:
    """Return the exact points of a measure before rounding; None where there is nothing to compare with."""
    most, score = Fraction(criterion.points), rule.score
    if isinstance(score, Steps):
        return next(Fraction(band.points) for band in score.bands if within(band, measure))
    if isinstance(score, Linear):
        if score.floor is not None and _beyond(measure, Fraction(score.floor), score):
            return Fraction(0)
        return _proportion(measure, Fraction(score.zero_at), Fraction(score.full_at)) * most
    if isinstance(score, YesNo):
        return most if (measure == 1) is score.counts else Fraction(0)
    if isinstance(score, Count):
        return min(most, max(Fraction(0), measure * Fraction(score.each)))
    return _compared(score, rule.better, measure, reference, most)


def within(given: Range, value: Fraction) -> bool:
    """Say whether a value lies in a stretch."""
    if given.from_ is not None and value < given.from_:
        return False
    if given.above is not None and value <= given.above:
        return False
    if given.below is not None and value >= given.below:
        return False
    return given.to is None or value <= given.to


def _beyond(measure: Fraction, floor: Fraction, score: Linear) -> bool:
    return measure < floor if score.full_at > score.zero_at else measure > floor


def _proportion(measure: Fraction, zero: Fraction, full: Fraction) -> Fraction:
    return min(Fraction(1), max(Fraction(0), (measure - zero) / (full - zero)))


def _compared(
    score: Relative, better: Better, measure: Fraction, reference: Fraction | None, most: Fraction
) -> Fraction | None:
    if reference is None or (score.to == "best" and better is Better.MORE and reference == 0):
        return None
    over, under = (measure, reference) if better is Better.MORE else (reference, measure)
    # Nothing against nothing is equal to it; anything against nothing is beyond every ratio.
    against_nothing = Fraction(1) if over == 0 else Fraction(score.full_at)
    ratio = over / under if under else against_nothing
    return _proportion(ratio, Fraction(score.zero_at), Fraction(score.full_at)) * most


def reference_of(score: Score, better: Better, measures: Sequence[Fraction]) -> Fraction | None:
    """Return the best or the median of the measures of a table; the unit's own past is no such thing."""
    if not isinstance(score, Relative) or not measures:
        return None
    if score.to == "best":
        return max(measures) if better is Better.MORE else min(measures)
    ordered = sorted(measures)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
