"""The points of one criterion for many rows at once, in whole numbers only (equal to plain.py, by test)."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from thuocdo.evaluation.scoring.exact import decimal, down, half_even, scaled
from thuocdo.evaluation.scoring.kinds import Better, Missing, Rounds
from thuocdo.evaluation.scoring.ranges import lower
from thuocdo.evaluation.scoring.table import MISSING, TOO_FEW_ZERO, Pairs
from thuocdo.evaluation.scoring.types import Count, Criterion, Linear, Relative, Rounding, Rule, Steps, YesNo


@dataclass(frozen=True, slots=True)
class _Worth:
    """What a criterion is worth: all of it, what its marks become, and how a half is rounded."""

    most: int
    codes: dict[int, int]
    how: Rounds


NOT_APPLICABLE, WAITING = -1, -2
"""What stands in a column of points where there are none: out of the maximum, or the total waits."""


def special_codes(missing: Missing) -> dict[int, int]:
    """Return what the marks of a measure become in a column of points."""
    codes = {Missing.ZERO: 0, Missing.NO_TOTAL: WAITING, Missing.NOT_APPLICABLE: NOT_APPLICABLE}
    return {0: NOT_APPLICABLE, MISSING: codes[missing], TOO_FEW_ZERO: 0}


Compared = tuple[Sequence[int], Sequence[int]]
"""What each row is compared with, as a fraction over ÷ under; under is 0 where there is nothing."""


def points_column(
    criterion: Criterion,
    rule: Rule,
    pairs: Pairs,
    compared: Compared,
    *,
    rounding: Rounding,
    missing: Missing,
) -> list[int]:
    """Return the points of each row in the set's last place; `compared` is for relative rules only."""
    score, codes = rule.score, special_codes(missing)
    worth = _Worth(scaled(criterion.points, rounding.places), codes, rounding.how)
    if isinstance(score, Steps):
        return _steps(score, pairs, codes, rounding)
    if isinstance(score, Relative):
        return _relative(score, rule.better, pairs, compared, worth)
    zero, full, floor = Fraction(0), Fraction(1), None
    if isinstance(score, Linear):
        zero, full = Fraction(score.zero_at), Fraction(score.full_at)
        floor = None if score.floor is None else Fraction(score.floor)
    elif isinstance(score, Count):
        full = Fraction(criterion.points) / Fraction(score.each)
    elif isinstance(score, YesNo) and not score.counts:
        zero, full = full, zero
    return _linear(zip(*pairs, strict=True), (zero, full, floor), worth)


def _linear(
    pairs: Iterable[tuple[int, int]], ends: tuple[Fraction, Fraction, Fraction | None], worth: _Worth
) -> list[int]:
    """Give each row most × (x - zero) ÷ (full - zero), between 0 and most; 0 on the wrong side of a floor.

    With x = n ÷ d that is (a × n + b × d) ÷ (c × d) for three whole numbers, the half of rounding among them.
    """
    (zero, full, floor), most, codes = ends, worth.most, worth.codes
    parts = lcm(zero.denominator, full.denominator, 1 if floor is None else floor.denominator)
    sign = 1 if full > zero else -1
    start, span = sign * int(zero * parts), sign * int((full - zero) * parts)
    a, b, c = most * sign * parts, -most * start, span
    if worth.how is Rounds.HALF_UP:
        a, b, c = 2 * a, 2 * b + span, 2 * c
    if floor is not None or worth.how is Rounds.HALF_EVEN:
        gate = sign * int((zero if floor is None else floor) * parts)
        rounds = half_even if worth.how is Rounds.HALF_EVEN else down
        return [
            (
                0
                if n * sign * parts < gate * d
                else most
                if (q := rounds(a * n + b * d, c * d)) > most
                else max(0, q)
            )
            if d > 0
            else codes[d]
            for n, d in pairs
        ]
    return [
        (most if (q := (a * n + b * d) // (c * d)) > most else q if q > 0 else 0) if d > 0 else codes[d]  # noqa: FURB136  max() takes twice as long
        for n, d in pairs
    ]


def _steps(score: Steps, pairs: Pairs, codes: dict[int, int], rounding: Rounding) -> list[int]:
    """Find the band of each row by its lower end.

    A value x becomes 2 × (whole part of x × parts), and one more where a rest is left; a band that begins
    at v then begins at 2 × v × parts, and one that begins above v one later. Nothing is lost by that.
    """
    bands = sorted(score.bands, key=lower)
    starts = [lower(band) for band in bands[1:]]
    parts = lcm(*(Fraction(value).denominator for value, _after in starts)) if starts else 1
    marks = [2 * int(value * parts) + after for value, after in starts]
    points = [scaled(band.points, rounding.places) for band in bands]
    if any(after for _value, after in starts):
        return [
            points[bisect_right(marks, 2 * (n * parts // d) + (n * parts % d > 0))] if d > 0 else codes[d]
            for n, d in zip(*pairs, strict=True)
        ]
    return [
        points[bisect_right(marks, 2 * (n * parts // d))] if d > 0 else codes[d]
        for n, d in zip(*pairs, strict=True)
    ]


def _relative(score: Relative, better: Better, pairs: Pairs, compared: Compared, worth: _Worth) -> list[int]:
    """Compare each row: where the divisor of the ratio is 0, plain.py says what it means."""
    zero, full = Fraction(score.zero_at), Fraction(score.full_at)
    beyond = (full.numerator, full.denominator)
    nobody = score.to == "best" and better is Better.MORE
    rows = zip(*pairs, *compared, strict=True)
    if better is Better.MORE:
        ratios = [
            (n, d)
            if d <= 0
            else (n * under, d * over)
            if over > 0
            else (0, 0)
            if under == 0 or nobody
            else (1, 1)
            if n == 0
            else beyond
            for n, d, over, under in rows
        ]
    else:
        ratios = [
            (n, d)
            if d <= 0
            else (0, 0)
            if under == 0
            else (over * d, under * n)
            if n > 0
            else (1, 1)
            if over == 0
            else beyond
            for n, d, over, under in rows
        ]
    return _linear(ratios, (zero, full, None), worth)


def reference_column(score: Relative, better: Better, pairs: Pairs) -> Fraction | None:
    """Return the best or the median of what was measured; None where nothing was."""
    known = [(n, d) for n, d in zip(*pairs, strict=True) if d > 0]
    if not known:
        return None
    if len({d for _n, d in known}) == 1:
        return _of_whole(score, better, [n for n, _d in known], known[0][1])
    # Two fractions with denominators below 2**bits differ by more than 2**-(2*bits), so no two of them
    # share a key unless they are equal.
    bits = 2 * max(d for _n, d in known).bit_length() + 1
    if score.to == "best":
        pick = max if better is Better.MORE else min
        best = pick(known, key=lambda pair: (pair[0] << bits) // pair[1])
        return Fraction(*best)
    ordered = sorted(known, key=lambda pair: (pair[0] << bits) // pair[1])
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return Fraction(*ordered[middle])
    return (Fraction(*ordered[middle - 1]) + Fraction(*ordered[middle])) / 2


def _of_whole(score: Relative, better: Better, overs: list[int], under: int) -> Fraction:
    """Return the best or the median of fractions with one denominator."""
    if score.to == "best":
        return Fraction(max(overs) if better is Better.MORE else min(overs), under)
    overs.sort()
    middle = len(overs) // 2
    twice = 2 * overs[middle] if len(overs) % 2 else overs[middle - 1] + overs[middle]
    return Fraction(twice, 2 * under)


def shown(points: int, rounding: Rounding) -> str:
    """Return points as people read them."""
    return format(decimal(points, rounding.places), "f")
