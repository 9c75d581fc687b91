"""What is wrong with one criterion: its measure, its function, its alternatives, and what it can reach."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from thuocdo.evaluation.scoring.inputs import limits
from thuocdo.evaluation.scoring.kinds import Better, Kind, Origin, UnitType
from thuocdo.evaluation.scoring.ranges import Domain, flaws, lower
from thuocdo.evaluation.scoring.reading import Draft, lost_of
from thuocdo.evaluation.scoring.types import (
    Count,
    Criterion,
    Input,
    Linear,
    Mean,
    Measure,
    Relative,
    Rule,
    Scores,
    Share,
    Steps,
    Terms,
    Value,
    YesNo,
)
from thuocdo.evaluation.scoring.words import Finding

LEAST_ANSWERS = 5
_MOST_RATIO = 10
_WHOLE = frozenset({Kind.COUNT, Kind.YES_NO})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a criterion may refer to."""

    draft: Draft
    inputs: Mapping[str, Input]
    own: frozenset[str]
    units: tuple[UnitType, ...]
    phases: tuple[str, ...]
    places: int

    def is_unknown(self, name: str) -> bool:
        """Say whether there is no such input; one that is there and wrong has a fault of its own."""
        return name not in self.inputs and name not in self.draft.unread_inputs


def names_of(measure: Measure) -> tuple[str, ...]:
    """Return every input that a measure reads."""
    if isinstance(measure, Value):
        return measure.value.names
    if isinstance(measure, Share):
        return measure.share.names + measure.out_of.names
    return measure.mean if isinstance(measure, Mean) else (measure.scores,)


def domain_of(measure: Measure, inputs: Mapping[str, Input]) -> Domain:
    """Return which values a measure can have; shares are held within 0 and 100."""
    if isinstance(measure, Share):
        return Domain(Decimal(0), Decimal(100))
    known = {name: limits(inputs[name]) for name in names_of(measure) if name in inputs}
    lows, highs = [low for low, _high in known.values()], [high for _low, high in known.values()]
    if not isinstance(measure, Value):
        least = None if None in lows else min((each for each in lows if each is not None), default=None)
        most = None if None in highs else max((each for each in highs if each is not None), default=None)
        return Domain(least, most)
    terms = measure.value
    whole = all(inputs[name].kind in _WHOLE for name in known)
    return Domain(_end(terms, known, 0), _end(terms, known, 1), Decimal(1) if whole else None)


def _end(
    terms: Terms, known: Mapping[str, tuple[Decimal | None, Decimal | None]], side: int
) -> Decimal | None:
    ends = [known[name][side] for name in terms.plus if name in known]
    ends += [_minus(known[name][1 - side]) for name in terms.minus if name in known]
    return None if None in ends else sum((each for each in ends if each is not None), Decimal(0))


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def criterion_findings(criterion: Criterion, around: Surroundings) -> Iterator[Finding]:
    """Find what is wrong with a criterion by itself."""
    yield from _points(criterion, around)
    yield from _shape(criterion, around)
    yield from _cases(criterion, around)
    for rule in criterion.rules:
        owner = rule if criterion.alternatives else criterion
        yield from _measure(criterion, rule.measure, around)
        if all(name in around.inputs for name in names_of(rule.measure)):
            yield from _score(criterion, rule, owner, around)


def measures_of(lost: Mapping[str, Any]) -> list[Measure]:
    """Return the measures that could be read of a criterion that is wrong elsewhere."""
    found = [lost.get("measure"), *(each.measure for each in lost.get("alternatives", ()))]
    found += [each.get("measure") for each in lost_of(lost.get("alternatives", ()))]
    return [each for each in found if each is not None]


def lost_findings(lost: Mapping[str, Any], around: Surroundings) -> Iterator[Finding]:
    """Find what can be told of a criterion that is wrong elsewhere: inputs that do not exist."""
    for measure in measures_of(lost):
        for name in names_of(measure):
            if around.is_unknown(name):
                where = f"{lost.get('id', '')}.measure"
                yield unknown_input(around.draft.line(measure), where, name, around.inputs)


def _points(criterion: Criterion, around: Surroundings) -> Iterator[Finding]:
    line, where = around.draft.line(criterion, "points"), f"{criterion.id}.points"
    if criterion.points < 0:
        yield Finding(line, "negative", where, {"value": str(criterion.points)})
    elif criterion.points == 0:
        yield Finding(line, "zero_points", where)
    elif not fits(criterion.points, around.places):
        yield too_fine(line, where, criterion.points, around.places)


def fits(value: Decimal, places: int) -> bool:
    """Say whether a number has no more decimal places than are kept."""
    return value == round(value, places)


def too_fine(line: int, where: str, value: Decimal, places: int) -> Finding:
    """Return the finding for a number with too many decimal places."""
    return Finding(line, "too_fine", where, {"value": str(value), "places": str(places)})


def _shape(criterion: Criterion, around: Surroundings) -> Iterator[Finding]:
    line = around.draft.line(criterion)
    plain = criterion.measure is not None or criterion.score is not None
    if plain and criterion.alternatives:
        yield Finding(line, "two_rules", criterion.id)
    elif not criterion.alternatives and (criterion.measure is None or criterion.score is None):
        yield Finding(line, "no_rule", criterion.id)
    if criterion.source is Origin.SELF_ASSESSED and criterion.evidence is None:
        yield Finding(line, "evidence_needed", criterion.id)
    skip = criterion.not_applicable
    if skip is not None:
        at = around.draft.line(criterion, "not_applicable")
        where = f"{criterion.id}.not_applicable"
        if not (skip.declared or skip.when_zero or skip.for_):
            yield Finding(at, "skip_idle", where)
        if skip.when_zero and around.is_unknown(skip.when_zero):
            yield unknown_input(around.draft.line(skip, "when_zero"), where, skip.when_zero, around.inputs)
        yield from _types(skip.for_, around.draft.line(skip, "for"), where, around)
        if around.units and set(around.units) <= set(skip.for_):
            yield Finding(at, "never_applies", criterion.id)


def _types(given: tuple[UnitType, ...], line: int, where: str, around: Surroundings) -> Iterator[Finding]:
    for each in given:
        if around.units and each not in around.units:
            yield Finding(line, "type_not_judged", where, {"type": each.value})


def _cases(criterion: Criterion, around: Surroundings) -> Iterator[Finding]:
    """Find cases that no alternative covers, or more than one."""
    for each in criterion.alternatives:
        yield from _types(each.for_, around.draft.line(each, "for"), criterion.id, around)
        for phase in each.phase:
            if phase not in around.phases and not around.draft.unread("phases"):
                yield Finding(around.draft.line(each, "phase"), "phase_unknown", criterion.id, {"id": phase})
    if not criterion.alternatives or around.draft.unread("phases"):
        return
    left_out = criterion.not_applicable.for_ if criterion.not_applicable else ()
    for kind in around.units:
        for phase in around.phases or ("",):
            hits = [
                each
                for each in criterion.alternatives
                if (not each.for_ or kind in each.for_) and (not each.phase or phase in each.phase)
            ]
            case = {"case": f"{kind.value}, {phase}" if phase else kind.value}
            if not hits and kind not in left_out and not lost_of(criterion.alternatives):
                yield Finding(
                    around.draft.line(criterion, "alternatives"), "alternative_gap", criterion.id, case
                )
            elif len(hits) > 1:
                yield Finding(around.draft.line(hits[1]), "alternative_overlap", criterion.id, case)


def unknown_input(line: int, where: str, name: str, inputs: Mapping[str, Input]) -> Finding:
    """Return the finding for an input that does not exist for the author, with the nearest ones that do."""
    near = ", ".join(get_close_matches(name, inputs, n=3, cutoff=0.5))
    if near:
        return Finding(line, "unknown_input", where, {"name": name[:60], "near": near})
    return Finding(line, "strange_input", where, {"name": name[:60]})


def _measure(criterion: Criterion, measure: Measure, around: Surroundings) -> Iterator[Finding]:
    line, where = around.draft.line(measure), f"{criterion.id}.measure"
    for name in names_of(measure):
        given = {"name": name}
        if around.is_unknown(name):
            yield unknown_input(line, where, name, around.inputs)
        if name not in around.inputs:
            continue
        if criterion.source is Origin.COMPUTED and name in around.own:
            yield Finding(line, "computed_own", where, given)
        is_score = around.inputs[name].kind is Kind.SCORE
        if is_score is not isinstance(measure, Scores):
            yield Finding(line, "score_alone" if is_score else "scores_kind", where, given)
    if isinstance(measure, Share | Scores) and measure.at_least < 1:
        yield Finding(around.draft.line(measure, "at_least"), "minimum_needed", f"{where}.at_least")
    yield from _measure_of_source(criterion.source, measure, where, around)


def _measure_of_source(
    source: Origin, measure: Measure, where: str, around: Surroundings
) -> Iterator[Finding]:
    """Find a measure that does not go with where the points come from."""
    line = around.draft.line(measure)
    if isinstance(measure, Scores) is not (source is Origin.EXPERT):
        code = "scores_need_expert" if isinstance(measure, Scores) else "expert_needs_scores"
        yield Finding(line, code, where)
    if source is not Origin.SURVEY:
        return
    if isinstance(measure, Value):
        yield Finding(line, "survey_needs_share", where)
    elif isinstance(measure, Share) and measure.at_least < LEAST_ANSWERS:
        yield Finding(around.draft.line(measure, "at_least"), "minimum_survey", f"{where}.at_least")


def _score(criterion: Criterion, rule: Rule, owner: object, around: Surroundings) -> Iterator[Finding]:
    score, domain = rule.score, domain_of(rule.measure, around.inputs)
    where = f"{criterion.id}.score"
    if isinstance(score, Steps):
        yield from _steps(criterion, score, rule.better, domain, around)
    elif isinstance(score, Linear):
        yield from _linear(score, rule.better, domain, where, around)
    elif isinstance(score, YesNo):
        kinds = [around.inputs[name].kind for name in names_of(rule.measure)]
        if not isinstance(rule.measure, Value) or kinds != [Kind.YES_NO] or rule.measure.value.minus:
            yield Finding(around.draft.line(score), "yes_no_needs", where)
    elif isinstance(score, Count):
        line = around.draft.line(score, "each")
        if score.each <= 0:
            yield Finding(line, "each_zero", where)
        elif domain.most is not None and domain.most * score.each < criterion.points:
            yield _never_full(line, where, domain.most * score.each, criterion)
    else:
        yield from _relative(criterion, score, rule.better, domain, around)
    if rule.better is Better.BETWEEN and not isinstance(score, Steps):
        line = around.draft.line(owner, "better")
        yield Finding(line, "ends_against_better", where, {"better": rule.better.value})


def _never_full(line: int, where: str, most: Decimal, criterion: Criterion) -> Finding:
    return Finding(line, "never_full", where, {"most": format(most, "f"), "points": str(criterion.points)})


def _steps(
    criterion: Criterion, score: Steps, better: Better, domain: Domain, around: Surroundings
) -> Iterator[Finding]:
    line, where = around.draft.line, f"{criterion.id}.score"
    for flaw in flaws(score.bands, domain):
        first = "" if flaw.other is None else str(line(score.bands[flaw.other]))
        params = {"first": first, "values": flaw.values, "value": flaw.values, "range": flaw.values}
        yield Finding(line(score.bands[flaw.at]), flaw.code, where, params)
    for band in score.bands:
        at, value = line(band, "points"), {"value": str(band.points), "points": str(criterion.points)}
        if band.points < 0:
            yield Finding(at, "negative", where, value)
        elif band.points > criterion.points:
            yield Finding(at, "band_points_high", where, value)
        elif not fits(band.points, around.places):
            yield too_fine(at, where, band.points, around.places)
    most = max(band.points for band in score.bands)
    if 0 <= most < criterion.points:
        yield _never_full(line(score), where, most, criterion)
    if all(band.points == criterion.points for band in score.bands):
        yield Finding(line(score), "always_full", where)
    if better is not Better.BETWEEN:
        ordered = sorted(score.bands, key=lower)
        for one, two in pairwise(ordered if better is Better.MORE else ordered[::-1]):
            if two.points < one.points:
                yield Finding(line(two), "band_not_monotone", where, {"better": better.value})


def _linear(
    score: Linear, better: Better, domain: Domain, where: str, around: Surroundings
) -> Iterator[Finding]:
    line = around.draft.line
    if score.full_at == score.zero_at:
        yield Finding(line(score), "ends_equal", where)
        return
    rises = score.full_at > score.zero_at
    if better is not Better.BETWEEN and rises is not (better is Better.MORE):
        yield Finding(line(score, "full_at"), "ends_against_better", where, {"better": better.value})
    low, high = sorted((score.zero_at, score.full_at))
    if score.floor is not None and not low <= score.floor <= high:
        yield Finding(line(score, "floor"), "floor_outside", where)
    best, worst = (domain.most, domain.least) if rises else (domain.least, domain.most)
    beyond = best is not None and (best < score.full_at if rises else best > score.full_at)
    if beyond:
        yield Finding(
            line(score, "full_at"),
            "ends_beyond",
            where,
            {"value": str(score.full_at), "range": str(domain)},
        )
    if worst is not None and (worst >= score.full_at if rises else worst <= score.full_at):
        yield Finding(line(score, "full_at"), "always_full", where)


def _relative(
    criterion: Criterion, score: Relative, better: Better, domain: Domain, around: Surroundings
) -> Iterator[Finding]:
    line, where = around.draft.line, f"{criterion.id}.score"
    if better is Better.BETWEEN:
        yield Finding(line(score), "relative_between", where)
    if domain.least is None or domain.least < 0:
        yield Finding(line(score), "ratio_negative", where)
    for name, ratio in (("zero_at", score.zero_at), ("full_at", score.full_at)):
        if not 0 <= ratio <= _MOST_RATIO:
            yield Finding(line(score, name), "ratio_range", where)
    if score.zero_at == score.full_at:
        yield Finding(line(score), "ends_equal", where)
    elif score.zero_at > score.full_at:
        yield Finding(line(score, "full_at"), "ends_against_better", where, {"better": better.value})
    if score.to == "best" and score.zero_at < 1 < score.full_at:
        share = (1 - score.zero_at) / (score.full_at - score.zero_at)
        most = round(share * criterion.points, around.places)
        yield _never_full(line(score, "full_at"), where, most, criterion)
