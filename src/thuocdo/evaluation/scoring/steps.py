"""What a unit could do next: the steps that would gain most, each with how much is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from thuocdo.evaluation.scoring.engine import Scored
from thuocdo.evaluation.scoring.exact import decimal, scaled
from thuocdo.evaluation.scoring.explaining import measure_text, number
from thuocdo.evaluation.scoring.kinds import Better, Origin, PillarKind
from thuocdo.evaluation.scoring.plain import within
from thuocdo.evaluation.scoring.ranges import lower, upper
from thuocdo.evaluation.scoring.table import measured
from thuocdo.evaluation.scoring.totals import pillar_sum, total_of
from thuocdo.evaluation.scoring.types import (
    Band,
    Count,
    Criterion,
    Linear,
    Relative,
    Rule,
    Share,
    Steps,
    YesNo,
)

MOST = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a unit: by how much the total rises, and what has to be reached from where."""

    criterion: str
    gain: Decimal
    now: str
    to: str
    more: str
    """How many more cases a share needs with the same denominator; empty where that says nothing."""
    evidence: bool = False
    """Only evidence is wanting."""


def next_steps(scored: Scored, row: int, *, most: int = MOST) -> tuple[Step, ...]:
    """Return the steps that would raise the total most, the largest first; none where there is no total."""
    if scored.totals[row].total < 0:
        return ()
    found = sorted(_candidates(scored, row), key=lambda step: (-step.gain, step.criterion))
    return tuple(found[:most])


def _candidates(scored: Scored, row: int) -> Iterator[Step]:
    unit, digits = scored.table.unit_of(row), scored.criteria_set.rounding.places
    for place, criterion in enumerate(scored.criteria_set.criteria):
        points = scored.points[place][row]
        rule = criterion.rule(unit.type, unit.phase)
        pillar = next(plan.pillar for plan in scored.plan.pillars if place in plan.places)
        if rule is None or points < 0 or pillar.kind is PillarKind.PENALTY:
            continue
        if points >= scaled(criterion.points, digits):
            continue
        step = _step(scored, row, (place, criterion, rule))
        if step is not None and step.gain > 0:
            yield step


def _step(scored: Scored, row: int, which: tuple[int, Criterion, Rule]) -> Step | None:
    place, criterion, rule = which
    digits = scored.criteria_set.rounding.places
    now = measure_text(rule, scored.table, row)
    (over,), (under,) = measured(rule.measure, scored.table, [row])
    value = Fraction(over, under) if under > 0 else None
    proved = row in scored.table.proved.get(criterion.id, frozenset())
    if criterion.source is Origin.SELF_ASSESSED and not proved and value is not None:
        gain = _gain(scored, row, place, scaled(criterion.points, digits))
        return Step(criterion.id, gain, now, "", "", evidence=True)
    target, points = _target(criterion, rule, value)
    gain = _gain(scored, row, place, scaled(points, digits))
    to = "" if target is None else number(target)
    return Step(criterion.id, gain, now, to, _more(scored, rule, row, target))


def _target(criterion: Criterion, rule: Rule, value: Fraction | None) -> tuple[Fraction | None, Decimal]:
    """Return the value to reach next, and the points that it earns: the next band, or all of them."""
    score, most = rule.score, criterion.points
    if isinstance(score, Linear):
        return Fraction(score.full_at), most
    if isinstance(score, Count):
        return Fraction(most) / Fraction(score.each), most
    if isinstance(score, YesNo):
        return Fraction(score.counts), most
    if isinstance(score, Relative) or value is None:
        return None, most
    band = _next_band(score, value)
    return _edge(band, rule.better), band.points


def _next_band(score: Steps, value: Fraction) -> Band:
    now = next(each for each in score.bands if within(each, value))
    better: Sequence[Band] = [each for each in score.bands if each.points > now.points]
    return min(better, key=lambda each: each.points) if better else now


def _edge(band: Band, better: Better) -> Fraction | None:
    edge = upper(band)[0] if better is Better.LESS else lower(band)[0]
    return Fraction(edge) if edge.is_finite() else None


def _gain(scored: Scored, row: int, place: int, points: int) -> Decimal:
    """Return by how much the total would rise with other points of one criterion."""
    sums = []
    for plan in scored.plan.pillars:
        values = [points if n == place else scored.points[n][row] for n in plan.places]
        sums.append(pillar_sum(plan, values))
    digits = scored.criteria_set.rounding.places
    return decimal(total_of(scored.plan, sums).total - scored.totals[row].total, digits)


def _more(scored: Scored, rule: Rule, row: int, target: Fraction | None) -> str:
    """Return how many more cases of the part lead to a share."""
    measure = rule.measure
    if target is None or not isinstance(measure, Share) or rule.better is not Better.MORE:
        return ""
    (over,), (under,) = measured(measure, scored.table, [row])
    if under <= 0:
        return ""
    parts = max(scored.table.parts.get(name, 1) for name in measure.share.names + measure.out_of.names)
    missing = (target * under - over) / 100 / parts
    return str(-(-missing.numerator // missing.denominator))
