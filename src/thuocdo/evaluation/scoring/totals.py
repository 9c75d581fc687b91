"""From the points of criteria to pillars, the total and the level, for one row or for many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import compress
from typing import NamedTuple

from thuocdo.evaluation.scoring.columns import NOT_APPLICABLE, WAITING
from thuocdo.evaluation.scoring.exact import ROUND, scaled
from thuocdo.evaluation.scoring.kinds import PillarKind, Rescale
from thuocdo.evaluation.scoring.types import CriteriaSet, Pillar

TOO_MUCH_LEFT_OUT, ABSENT, NO_TOTAL_AFTER_MERGER, NO_DATA = -1, -3, -4, -5
"""Why a row has no total, beside WAITING: too much does not apply, no such unit, the merger rule, no line."""

NOT_JUDGED = frozenset({ABSENT, NO_DATA})
"""Who did not exist in a period, or handed in nothing for it, stands in no table of it."""


@dataclass(frozen=True, slots=True)
class PillarPlan:
    """A pillar as the totals need it: where its criteria begin, its points and groups, all scaled."""

    pillar: Pillar
    start: int
    most: int
    points: tuple[int, ...]
    all_points: int
    groups: tuple[tuple[tuple[int, ...], int], ...]
    """Places within the pillar and cap of each group; criteria of no group stand alone."""

    @property
    def places(self) -> range:
        """Return the places of its criteria in the set."""
        return range(self.start, self.start + len(self.points))


@dataclass(frozen=True, slots=True)
class Plan:
    """A set as the totals need it: points of all base pillars, and the least of them that must apply."""

    criteria_set: CriteriaSet
    pillars: tuple[PillarPlan, ...]
    base: int
    least: int
    total: int
    bases: tuple[int, ...]
    """Places of the pillars that make up the total."""
    others: tuple[tuple[int, int], ...]
    """Places of the pillars that add (1) or take away (-1)."""


def plan(given: CriteriaSet) -> Plan:
    """Return what the totals of a set need, worked out once."""
    digits = given.rounding.places
    made, start = [], 0
    for pillar in given.pillars:
        groups = tuple(
            (
                tuple(n for n, each in enumerate(pillar.criteria) if each.group == group.id),
                scaled(group.cap, digits),
            )
            for group in pillar.groups
        )
        points = tuple(scaled(each.points, digits) for each in pillar.criteria)
        made.append(PillarPlan(pillar, start, scaled(pillar.points, digits), points, sum(points), groups))
        start += len(points)
    base = sum(each.most for each in made if each.pillar.kind is PillarKind.BASE)
    least = -base * (100 - Fraction(given.not_applicable.at_most)) // 100
    bases = tuple(n for n, each in enumerate(made) if each.pillar.kind is PillarKind.BASE)
    others = tuple(
        (n, 1 if each.pillar.kind is PillarKind.BONUS else -1)
        for n, each in enumerate(made)
        if each.pillar.kind is not PillarKind.BASE
    )
    return Plan(given, tuple(made), base, max(1, -least), scaled(given.total, digits), bases, others)


Sum = tuple[int, int]
"""Points of a pillar and the maximum that applies; (WAITING, 0) where a value is awaited."""


def pillar_sum(this: PillarPlan, values: Sequence[int]) -> Sum:
    """Return the points of a pillar from those of its criteria, caps kept, and the maximum that applies."""
    if WAITING in values:
        return WAITING, 0
    if not this.groups:
        gone = values.count(NOT_APPLICABLE)
        away = sum(compress(this.points, map(NOT_APPLICABLE.__eq__, values))) if gone else 0
        # Each mark stands as -1 in the sum.
        if this.pillar.capped:
            return min(sum(values) + gone, this.most), min(this.all_points - away, this.most)
        return sum(values) + gone, this.all_points - away
    points = possible = 0
    grouped: set[int] = set()
    for places, cap in this.groups:
        grouped.update(places)
        live = [place for place in places if values[place] >= 0]
        points += min(cap, sum(values[place] for place in live))
        possible += min(cap, sum(this.points[place] for place in live))
    for place, value in enumerate(values):
        if value >= 0 and place not in grouped:
            points += value
            possible += this.points[place]
    return min(points, this.most), min(possible, this.most)


def pillar_column(this: PillarPlan, columns: Sequence[Sequence[int]]) -> list[Sum]:
    """Return the sums of a pillar for all rows; only rows where something is left out take the long way."""
    taken = zip(*(columns[place] for place in this.places), strict=True)
    if this.groups or this.pillar.capped:
        return [pillar_sum(this, values) for values in taken]
    most = this.most
    return [(sum(values), most) if min(values) >= 0 else pillar_sum(this, values) for values in taken]


class Total(NamedTuple):
    """The end of a row: total in the set's last place or why there is none, and what it came from."""

    total: int
    possible: int
    pillars: tuple[int, ...]


def total_of(this: Plan, sums: Sequence[Sum]) -> Total:
    """Return the total of a row from the sums of its pillars, rescaled as the set says."""
    shown = [points for points, _possible in sums]
    if WAITING in shown:
        return Total(WAITING, 0, tuple(shown))
    possible = sum([sums[place][1] for place in this.bases])
    if possible < this.base:
        for place in this.bases:
            if sums[place][1] == 0:
                shown[place] = NOT_APPLICABLE
    if possible < this.least:
        return Total(TOO_MUCH_LEFT_OUT, possible, tuple(shown))
    if possible < this.base:
        total = _rescaled(this, sums, possible, shown)
    else:
        total = sum([shown[place] for place in this.bases])
    for place, sign in this.others:
        total += sign * shown[place]
    return Total(min(this.total, max(0, total)), possible, tuple(shown))


def _rescaled(this: Plan, sums: Sequence[Sum], possible: int, shown: list[int]) -> int:
    """Return the base total where something does not apply; pillars are rescaled in `shown` too."""
    how, rescale = ROUND[this.criteria_set.rounding.how], this.criteria_set.not_applicable.rescale
    if rescale is not Rescale.PILLAR:
        earned = sum([sums[place][0] for place in this.bases])
        return earned if rescale is Rescale.NONE else how(earned * this.base, possible)
    total = live = 0
    for place in this.bases:
        points, part = sums[place]
        most = this.pillars[place].most
        if part == most:
            total += points
            live += most
        elif part > 0:
            shown[place] = how(points * most, part)
            total += shown[place]
            live += most
    return total if live == this.base else how(total * this.base, live)


def level_of(
    this: Plan, total: int, failed: Sequence[str], marks: Sequence[tuple[int, str]]
) -> tuple[str, str]:
    """Return the level of a total and the condition that held it down, if one did.

    `marks` are the lowest totals of the levels from the best to the lowest, `failed` the conditions that
    do not hold.
    """
    if total < 0 or not marks:
        return "", ""
    names = [name for _mark, name in marks]
    place = next((n for n, (mark, _name) in enumerate(marks) if total >= mark), len(marks) - 1)
    held = ""
    conditions: Mapping[str, str] = {each.id: each.else_at_most for each in this.criteria_set.conditions}
    for each in failed:
        cap = names.index(conditions[each])
        if cap > place:
            place, held = cap, each
    return names[place], held


def marks_of(given: CriteriaSet) -> tuple[tuple[int, str], ...]:
    """Return the lowest total of each level in the set's last place."""
    digits = given.rounding.places
    found = []
    for level in given.levels:
        if level.from_ is not None:
            low = Fraction(level.from_) * 10**digits
            mark = -(-low.numerator // low.denominator)
        elif level.above is not None:
            low = Fraction(level.above) * 10**digits
            mark = low.numerator // low.denominator + 1
        else:
            mark = 0
        found.append((mark, level.id))
    return tuple(found)
