"""What a set would do before it judges anybody: spread of totals, pillars that say the same, weak levels."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isqrt

from thuocdo.evaluation.scoring.columns import NOT_APPLICABLE, WAITING
from thuocdo.evaluation.scoring.engine import Scored, score
from thuocdo.evaluation.scoring.exact import decimal
from thuocdo.evaluation.scoring.inputs import limits
from thuocdo.evaluation.scoring.kinds import Kind, PillarKind
from thuocdo.evaluation.scoring.remarks import judged
from thuocdo.evaluation.scoring.sheets import parts_of, read_inputs
from thuocdo.evaluation.scoring.table import Cell, Table, Unit
from thuocdo.evaluation.scoring.totals import TOO_MUCH_LEFT_OUT, level_of, marks_of
from thuocdo.evaluation.scoring.types import CriteriaSet, Input, Share, looks_back

UNITS = 1000
_MOST_CASES, _TIMES_ENOUGH = 60, 20
_SWING = (Fraction(4, 5), Fraction(6, 5))
_SCORES = 5
_FINE = 10**6


@dataclass(frozen=True, slots=True)
class Simulation:
    """What a table of units shows about a set; shares are in per cent."""

    units: int
    without_total: int
    deciles: tuple[Decimal, ...]
    """Lowest total, the nine values between tenths of the units, highest total."""
    levels: tuple[tuple[str, int], ...]
    correlations: tuple[tuple[str, str, Decimal], ...]
    """How far two pillars say the same: 1 entirely, 0 not at all."""
    swings: tuple[tuple[str, Decimal, Decimal], ...]
    """Share of units that change level when a pillar weighs a fifth less, and a fifth more."""
    idle: tuple[str, ...]
    """Criteria in which every unit has the same points."""
    too_much: int
    """Units without a total because more does not apply than the set allows."""
    left_out: tuple[tuple[str, int], ...]
    """Criteria that do not apply to these units, with how many of them."""
    awaited: tuple[tuple[str, int], ...]
    """Criteria for whose values totals wait, with how many units."""


def random_table(given: CriteriaSet, *, units: int = UNITS, seed: int = 1) -> Table:
    """Return invented units, the same for the same seed; each has a strength that its values follow.

    Where the set looks at the own past they have one; most have enough cases for every share.
    """
    dice = random.Random(seed)  # noqa: S311  a repeatable sample, no secret
    inputs = read_inputs(given)
    kinds, phases = given.units, given.phases or ("",)
    made = tuple(
        Unit(f"u{n + 1}", kinds[n % len(kinds)], phase=phases[n // len(kinds) % len(phases)])
        for n in range(units)
    )
    parts_in = {name for share in _shares(given) for name in share.share.plus} - {
        name for share in _shares(given) for name in share.out_of.names
    }
    least_cases = {name: share.at_least for share in _shares(given) for name in share.out_of.plus}
    columns: dict[str, list[Cell]] = {name: [] for name in inputs}
    periods = ("1", "2") if looks_back(given) else ("",)
    strengths = [dice.random() for _unit in made]
    for strength in strengths * len(periods):
        row = {
            name: _drawn(each, dice, strength, least_cases.get(name, 0))
            for name, each in inputs.items()
            if name not in parts_in
        }
        for share in _shares(given):
            whole = sum(_whole(row.get(name)) for name in share.out_of.plus)
            left = whole
            for name in share.share.plus:
                if name in parts_in and name not in row:
                    row[name] = round(left * min(1, max(0, strength + dice.uniform(-0.3, 0.3))))
                    left -= _whole(row[name])
        for name, column in columns.items():
            column.append(row.get(name))
    every = frozenset(range(units * len(periods)))
    return Table(
        made,
        periods,
        columns,
        proved={each.id: every for each in given.criteria},
        parts={name: parts_of(each) for name, each in inputs.items()},
    )


def _whole(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


def _shares(given: CriteriaSet) -> list[Share]:
    measures = (rule.measure for criterion in given.criteria for rule in criterion.rules)
    return [each for each in measures if isinstance(each, Share)]


def _drawn(given: Input, dice: random.Random, strength: float, cases: int) -> Cell:
    least, most = limits(given)
    enough = max(_MOST_CASES, _TIMES_ENOUGH * cases)
    low, high = int(least or 0), int(most if most is not None else enough)
    near = min(1.0, max(0.0, strength + dice.uniform(-0.3, 0.3)))
    if given.kind is Kind.YES_NO:
        return int(near > dice.random())
    if given.kind is Kind.SCORE:
        several = [min(1.0, max(0.0, near + dice.uniform(-0.1, 0.1))) for _ in range(_SCORES)]
        return tuple(parts_of(given) * round(low + (high - low) * each) for each in several)
    if given.kind is Kind.COUNT:
        return dice.randint(low, high)
    return parts_of(given) * round(low + (high - low) * near)


def simulate(given: CriteriaSet, table: Table, *, period: str = "") -> Simulation:
    """Apply a set to the units of a period, else of the last one, and return what to look at before adopting.

    Units that did not exist then, or for which nothing was handed in, do not count.
    """
    return simulation_of(score(given, table), table.rows_of(period or table.judged_periods[-1]))


def simulation_of(scored: Scored, asked: Sequence[int]) -> Simulation:
    """Return what the results of some rows show about a set."""
    given = scored.criteria_set
    counted = judged(scored, asked)
    rows = [row for row in counted if scored.totals[row].total >= 0]
    totals = sorted(scored.totals[row].total for row in rows)
    digits = given.rounding.places
    levels = Counter(scored.levels[row][0] for row in rows)
    too_much = [row for row in counted if scored.totals[row].total == TOO_MUCH_LEFT_OUT]
    waiting = [row for row in counted if scored.totals[row].total == WAITING]
    points = {
        each.id: [max(0, scored.totals[row].pillars[place]) for row in rows]
        for place, each in enumerate(given.pillars)
        if each.kind is PillarKind.BASE
    }
    names = list(points)
    return Simulation(
        len(counted),
        len(counted) - len(rows),
        tuple(decimal(totals[(len(totals) - 1) * n // 10], digits) for n in range(11)) if totals else (),
        tuple((each.id, levels[each.id]) for each in given.levels),
        tuple(
            (one, two, correlation(points[one], points[two]))
            for n, one in enumerate(names)
            for two in names[n + 1 :]
        ),
        tuple((name, *_swings(scored, rows, points, name)) for name in names) if given.levels else (),
        tuple(
            each.id
            for place, each in enumerate(given.criteria)
            if rows and len(own := {scored.points[place][row] for row in rows}) == 1 and min(own) >= 0
        ),
        len(too_much),
        _with_mark(scored, too_much, NOT_APPLICABLE),
        _with_mark(scored, waiting, WAITING),
    )


def _with_mark(scored: Scored, rows: Sequence[int], mark: int) -> tuple[tuple[str, int], ...]:
    """Return the criteria that carry a mark in some rows, the most frequent first."""
    found = [
        (each.id, sum(scored.points[place][row] == mark for row in rows))
        for place, each in enumerate(scored.criteria_set.criteria)
    ]
    return tuple(sorted((each for each in found if each[1]), key=lambda each: (-each[1], each[0])))


def correlation(ones: Sequence[int], twos: Sequence[int]) -> Decimal:
    """Return Pearson's correlation with two places, worked out in whole numbers; 0 where one never moves."""
    n = len(ones)
    top = n * sum(a * b for a, b in zip(ones, twos, strict=True)) - sum(ones) * sum(twos)
    spread = [n * sum(a * a for a in values) - sum(values) ** 2 for values in (ones, twos)]
    under = isqrt(spread[0] * spread[1] * _FINE * _FINE)
    return Decimal(0) if not under else round(Decimal(top * _FINE) / under, 2)


def _swings(
    scored: Scored, rows: Sequence[int], points: Mapping[str, Sequence[int]], name: str
) -> tuple[Decimal, Decimal]:
    """Return the share of units whose level moves when a pillar weighs a fifth less or more."""
    most = {plan.pillar.id: plan.most for plan in scored.plan.pillars}
    marks = marks_of(scored.criteria_set)
    found = []
    for swing in _SWING:
        weight = sum(most[each] * (swing if each == name else 1) for each in points)
        moved = 0
        for place, row in enumerate(rows):
            before = sum(own[place] for own in points.values())
            after = sum(own[place] * (swing if each == name else 1) for each, own in points.items())
            extra = scored.totals[row].total - before
            total = round(after * sum(most[each] for each in points) / weight) + extra
            now, then = scored.totals[row].total, max(0, total)
            moved += level_of(scored.plan, then, (), marks)[0] != level_of(scored.plan, now, (), marks)[0]
        found.append(round(Decimal(100 * moved) / max(1, len(rows)), 1))
    return found[0], found[1]
