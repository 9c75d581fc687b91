"""Why a unit has its points: every criterion with what was measured, what was lost and the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from thuocdo.core.messages import Reason
from thuocdo.evaluation.scoring.columns import NOT_APPLICABLE, WAITING
from thuocdo.evaluation.scoring.engine import Scored
from thuocdo.evaluation.scoring.exact import decimal
from thuocdo.evaluation.scoring.kinds import Merged, Missing, Origin, PillarKind
from thuocdo.evaluation.scoring.mergers import merged_rows
from thuocdo.evaluation.scoring.plain import within
from thuocdo.evaluation.scoring.rulechecks import names_of
from thuocdo.evaluation.scoring.table import MISSING, TOO_FEW_ZERO, Table, measured
from thuocdo.evaluation.scoring.totals import NO_TOTAL_AFTER_MERGER, TOO_MUCH_LEFT_OUT
from thuocdo.evaluation.scoring.types import (
    Count,
    Criterion,
    Linear,
    Range,
    Relative,
    Rule,
    Scores,
    Share,
    Steps,
    Words,
)

_SHOWN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion of a unit; `points` is nothing where it does not apply or its value is awaited."""

    criterion: str
    title: Words
    points: Decimal | None
    most: Decimal
    lost: Decimal
    measure: str
    reasons: tuple[Reason, ...]
    spread: tuple[Decimal, Decimal] | None = None
    """The lowest and the highest that experts gave."""


@dataclass(frozen=True, slots=True)
class PillarLine:
    """One pillar of a unit: points after caps and rescaling, and the maximum that applies."""

    pillar: str
    title: Words
    points: Decimal | None
    possible: Decimal
    most: Decimal
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All of a unit in a period."""

    unit: str
    period: str
    lines: tuple[Line, ...]
    pillars: tuple[PillarLine, ...]
    total: Decimal | None
    possible: Decimal
    level: str
    reasons: tuple[Reason, ...]


def explain(scored: Scored, row: int) -> Explanation:
    """Return why a row of the table has what it has."""
    given, table, total = scored.criteria_set, scored.table, scored.totals[row]
    digits = given.rounding.places
    lines = tuple(_line(scored, place, each, row) for place, each in enumerate(given.criteria))
    pillars = []
    for place, (plan, points) in enumerate(zip(scored.plan.pillars, total.pillars, strict=True)):
        pillars.append(
            PillarLine(
                plan.pillar.id,
                plan.pillar.title,
                None if points < 0 else decimal(points, digits),
                decimal(scored.sums[place][row][1], digits),
                plan.pillar.points,
                tuple(_caps(scored, place, row)),
            )
        )
    return Explanation(
        table.unit_of(row).id,
        table.periods[row // len(table.units)],
        lines,
        tuple(pillars),
        None if total.total < 0 else decimal(total.total, digits),
        decimal(total.possible, digits),
        scored.levels[row][0],
        tuple(_of_total(scored, row)),
    )


def _line(scored: Scored, place: int, criterion: Criterion, row: int) -> Line:
    given, unit = scored.criteria_set, scored.table.unit_of(row)
    points = scored.points[place][row]
    worth = None if points < 0 else decimal(points, given.rounding.places)
    rule = criterion.rule(unit.type, unit.phase)
    spread = None
    if rule is None:
        text, reasons = "", [Reason("not_for_type")]
    else:
        text = measure_text(rule, scored.table, row)
        reasons = [*_reasons(scored, criterion, rule, row, points)]
        held = beyond_whole(rule, scored.table, row)
        if held is not None and points >= 0:
            reasons.append(Reason("beyond_whole", {"part": held[0], "whole": held[1]}))
        spread = _spread(rule, scored.table, row)
    lost = Decimal(0) if worth is None else criterion.points - worth
    if place in _penalties(scored):
        lost = worth or Decimal(0)
    return Line(criterion.id, criterion.title, worth, criterion.points, lost, text, tuple(reasons), spread)


def _penalties(scored: Scored) -> frozenset[int]:
    return frozenset(
        place
        for plan in scored.plan.pillars
        if plan.pillar.kind is PillarKind.PENALTY
        for place in plan.places
    )


def _spread(rule: Rule, table: Table, row: int) -> tuple[Decimal, Decimal] | None:
    cell = table.column(rule.measure.scores)[row] if isinstance(rule.measure, Scores) else None
    if not isinstance(cell, tuple) or not cell or not isinstance(rule.measure, Scores):
        return None
    parts = table.parts.get(rule.measure.scores, 1)
    return Decimal(min(cell)) / parts, Decimal(max(cell)) / parts


def measure_text(rule: Rule, table: Table, row: int) -> str:
    """Return what was measured as people read it; a share always with its denominator."""
    (over,), (under,) = measured(rule.measure, table, [row])
    if under <= 0:
        return ""
    value = number(Fraction(over, under))
    if not isinstance(rule.measure, Share):
        return value
    part, whole = cases(rule.measure, table, row)
    return f"{value} % ({number(part)}/{number(whole)})"


def cases(measure: Share, table: Table, row: int) -> tuple[Fraction, Fraction]:
    """Return the part and the whole of a share as they were handed in; what is missing counts as nothing."""
    found = []
    for terms in (measure.share, measure.out_of):
        total = Fraction(0)
        for sign, names in ((1, terms.plus), (-1, terms.minus)):
            for name in names:
                cell = table.column(name)[row]
                total += sign * Fraction(cell if isinstance(cell, int) else 0, table.parts.get(name, 1))
        found.append(total)
    return found[0], found[1]


def beyond_whole(rule: Rule, table: Table, row: int) -> tuple[str, str] | None:
    """Return the part and the whole of a share where the part is more; None where all is as it should be."""
    if not isinstance(rule.measure, Share):
        return None
    part, whole = cases(rule.measure, table, row)
    return (number(part), number(whole)) if 0 < whole < part else None


def number(value: Fraction) -> str:
    """Return a number with two decimal places at most, for reading; points never pass through here."""
    shown = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(_SHOWN)
    return format(shown.normalize() + 0, "f") if shown != shown.to_integral() else str(int(shown))


def _reasons(scored: Scored, criterion: Criterion, rule: Rule, row: int, points: int) -> Iterator[Reason]:
    table = scored.table
    skip = criterion.not_applicable
    (over,), (under,) = measured(rule.measure, table, [row])
    if skip is not None and table.unit_of(row).type in skip.for_:
        yield Reason("not_for_type")
    elif skip is not None and skip.declared and row in table.declared.get(criterion.id, {}):
        yield Reason("declared", {"why": table.declared[criterion.id][row]})
    elif skip is not None and skip.when_zero and table.column(skip.when_zero)[row] == 0:
        title = scored.inputs[skip.when_zero].title
        yield Reason("when_zero", {"name_vi": title.vi, "name_en": title.en})
    elif under == MISSING:
        missing = criterion.missing or scored.criteria_set.missing
        codes = {Missing.ZERO: "missing", Missing.NO_TOTAL: "missing_no_total"}
        if isinstance(rule.measure, Scores) and (cell := table.column(rule.measure.scores)[row]):
            count = str(len(cell) if isinstance(cell, tuple) else 1)
            codes = {Missing.ZERO: "few_scores", Missing.NO_TOTAL: "few_scores_no_total"}
            least = str(rule.measure.at_least)
            yield Reason(codes.get(missing, "few_scores_left_out"), {"count": count, "least": least})
            return
        empty = [name for name in names_of(rule.measure) if table.column(name)[row] in {None, ()}]
        name = ", ".join(empty) or ", ".join(names_of(rule.measure))
        yield Reason(codes.get(missing, "missing_left_out"), {"name": name})
    elif under <= 0:
        yield from _small(rule, table, row, under)
    elif criterion.source is Origin.SELF_ASSESSED and row not in table.proved.get(criterion.id, frozenset()):
        yield Reason("no_evidence")
    else:
        yield from _scored(scored, criterion, rule, row, (Fraction(over, under), points))


def _small(rule: Rule, table: Table, row: int, under: int) -> Iterator[Reason]:
    if isinstance(rule.measure, Share):
        _part, whole = cases(rule.measure, table, row)
        if whole > 0:
            yield Reason("too_few", {"count": number(whole), "least": str(rule.measure.at_least)})
            return
    if under != TOO_FEW_ZERO:
        yield Reason("nothing_counted")


def _scored(
    scored: Scored, criterion: Criterion, rule: Rule, row: int, found: tuple[Fraction, int]
) -> Iterator[Reason]:
    """Say what a measured value earned, unless it earned everything."""
    value, points = found
    digits = scored.criteria_set.rounding.places
    shown = {"measure": measure_text(rule, scored.table, row)}
    score = rule.score
    if any(
        plan.pillar.kind is PillarKind.PENALTY and criterion in plan.pillar.criteria
        for plan in scored.plan.pillars
    ):
        taken = {**shown, "points": format(decimal(max(0, points), digits), "f")}
        yield Reason("penalty", taken) if points > 0 else Reason("no_penalty")
    elif points == NOT_APPLICABLE:
        yield Reason("no_reference")
    elif decimal(points, digits) == criterion.points:
        yield Reason("full", shown)
    elif isinstance(score, Steps):
        band = next(each for each in score.bands if within(each, value))
        yield Reason(
            "band",
            {**shown, "band": range_text(band), "points": str(band.points), "most": str(criterion.points)},
        )
    elif isinstance(score, Linear):
        yield _linear(score, value, shown)
    elif isinstance(score, Count):
        needed = number(Fraction(criterion.points) / Fraction(score.each))
        yield Reason("counted", {**shown, "each": str(score.each), "needed": needed})
    elif isinstance(score, Relative):
        yield _against(scored, criterion, rule, row, shown)
    else:
        yield Reason("wrong_answer", shown)


def _linear(score: Linear, value: Fraction, shown: dict[str, str]) -> Reason:
    rises = score.full_at > score.zero_at
    if score.floor is not None and (value < score.floor if rises else value > score.floor):
        return Reason("below_floor", {**shown, "floor": str(score.floor)})
    if value <= score.zero_at if rises else value >= score.zero_at:
        return Reason("no_way_yet", {**shown, "zero": str(score.zero_at)})
    return Reason("part_of_way", {**shown, "full": str(score.full_at)})


def _against(scored: Scored, criterion: Criterion, rule: Rule, row: int, shown: dict[str, str]) -> Reason:
    table, unit = scored.table, scored.table.unit_of(row)
    to = rule.score.to if isinstance(rule.score, Relative) else ""
    if to == "own_past":
        before = table.before(row)
        reference = "" if before is None else measure_text(rule, table, before)
    else:
        found = scored.references.get((criterion.id, unit.type, unit.phase, row // len(table.units)))
        reference = "" if found is None else number(found)
    code = {"best": "against_best", "median": "against_median"}.get(to, "against_past")
    return Reason(code, {**shown, "reference": reference})


def range_text(given: Range) -> str:
    """Return a stretch of values in signs: 80 ≤ … < 90."""
    left = (
        f"{given.from_} ≤ "
        if given.from_ is not None
        else f"{given.above} < "
        if given.above is not None
        else ""
    )
    right = (
        f" ≤ {given.to}" if given.to is not None else f" < {given.below}" if given.below is not None else ""
    )
    return f"{left}…{right}"


def _caps(scored: Scored, place: int, row: int) -> Iterator[Reason]:
    """Say which cap of a pillar took points away."""
    plan = scored.plan.pillars[place]
    digits = scored.criteria_set.rounding.places
    values = [max(0, scored.points[n][row]) for n in plan.places]
    total = sum(values)
    for group, (places, cap) in zip(plan.pillar.groups, plan.groups, strict=True):
        own = sum(values[each] for each in places)
        if own > cap:
            total -= own - cap
            yield Reason("group_cap", {"group": group.id, "cap": format(decimal(cap, digits), "f")})
    if total > plan.most:
        yield Reason("pillar_cap", {"cap": str(plan.pillar.points)})


def _of_total(scored: Scored, row: int) -> Iterator[Reason]:
    given, total = scored.criteria_set, scored.totals[row]
    if row in merged_rows(scored.table):
        codes = {
            Merged.MEAN_OF_PREDECESSORS: "merged_mean",
            Merged.SUM_OF_INPUTS: "merged_sum",
            Merged.NO_SCORE: "merged_none",
        }
        code = "merged_none" if total.total == NO_TOTAL_AFTER_MERGER else codes.get(given.merged, "")
        if code:
            yield Reason(code)
    if total.total == TOO_MUCH_LEFT_OUT:
        share = Fraction(100 * (scored.plan.base - total.possible), scored.plan.base)
        most = {"share": number(share), "most": str(given.not_applicable.at_most)}
        yield Reason("too_much_left_out", most) if total.possible else Reason("nothing_applies")
    level, held = scored.levels[row]
    if held:
        condition = next(each for each in given.conditions if each.id == held)
        own = next(each.title for each in given.levels if each.id == level)
        yield Reason(
            "capped_level",
            {
                "level_vi": own.vi,
                "level_en": own.en,
                "condition_vi": condition.title.vi,
                "condition_en": condition.title.en,
            },
        )
        if condition.input and scored.table.column(condition.input)[row] is None:
            title = scored.inputs[condition.input].title
            yield Reason("condition_missing", {"name_vi": title.vi, "name_en": title.en})


def awaited(scored: Scored, row: int) -> Sequence[str]:
    """Return the criteria whose values a total waits for."""
    return [
        each.id
        for place, each in enumerate(scored.criteria_set.criteria)
        if scored.points[place][row] == WAITING
    ]
