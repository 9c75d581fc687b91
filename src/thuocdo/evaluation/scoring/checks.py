"""What is wrong with a set as a whole: ids, sums, inputs, conditions, levels and days."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from thuocdo.evaluation.scoring.inputs import SYSTEM
from thuocdo.evaluation.scoring.kinds import PUBLIC_BODIES, Kind, Merged, PillarKind, Standing
from thuocdo.evaluation.scoring.ranges import Domain, flaws, lower
from thuocdo.evaluation.scoring.reading import Draft
from thuocdo.evaluation.scoring.rulechecks import (
    Surroundings,
    criterion_findings,
    fits,
    names_of,
    too_fine,
    unknown_input,
)
from thuocdo.evaluation.scoring.types import (
    FORMAT,
    Condition,
    CriteriaSet,
    Criterion,
    Input,
    Pillar,
    Rounding,
)
from thuocdo.evaluation.scoring.words import Finding

_MOST_PLACES = 4
_MOST_LEVELS = 4
_HUNDRED = 100


def check(draft: Draft, inputs: Mapping[str, Input]) -> list[Finding]:
    """Return what is wrong with the sense of a set; of a set with faults of shape, what can be told."""
    parts = draft.parts
    own = dict(parts.get("inputs", {}))
    known = {**inputs, **own}
    rounding = parts.get("rounding", Rounding())
    pillars: tuple[Pillar, ...] = parts.get("pillars", ())
    around = Surroundings(
        draft, known, frozenset(own), parts.get("units", ()), parts.get("phases", ()), rounding.places
    )
    found = [*_head(draft), *_inputs(draft, own), *_ids(draft, pillars)]
    for pillar in pillars:
        found += _pillar(draft, pillar, rounding.places)
        for criterion in pillar.criteria:
            found += criterion_findings(criterion, around)
            if pillar.kind is not PillarKind.BASE and criterion.not_applicable is not None:
                line = draft.line(criterion, "not_applicable")
                found.append(Finding(line, "skip_penalty", criterion.id))
    if draft.criteria_set is not None:
        found += _whole(draft, draft.criteria_set, known, own)
    return found


def _top(draft: Draft, name: str) -> int:
    return draft.lines.get((id(draft.parts), name), 1)


def _head(draft: Draft) -> Iterator[Finding]:
    """Find what is wrong with the lines at the top of the file."""
    parts = draft.parts
    if parts.get("format", FORMAT) != FORMAT:
        yield Finding(_top(draft, "format"), "format_unknown", "format", {"known": str(FORMAT)})
    if parts.get("version", 1) < 1:
        yield Finding(_top(draft, "version"), "version_low", "version")
    total = parts.get("total", Decimal(1))
    if total <= 0:
        yield Finding(
            _top(draft, "total"), "negative" if total else "zero_points", "total", {"value": str(total)}
        )
    if "rounding" in parts and not 0 <= parts["rounding"].places <= _MOST_PLACES:
        yield Finding(draft.line(parts["rounding"], "places"), "places_range", "rounding.places")
    skipping = parts.get("not_applicable")
    if skipping is not None and not 0 <= skipping.at_most <= _HUNDRED:
        yield Finding(draft.line(skipping, "at_most"), "percent_range", "not_applicable.at_most")
    for name in ("units", "phases"):
        given: tuple[str, ...] = parts.get(name, ())
        for each in dict.fromkeys(each for each in given if given.count(each) > 1):
            yield Finding(_top(draft, name), "type_twice", name, {"value": str(each)})
    yield from _days(draft)


def _days(draft: Draft) -> Iterator[Finding]:
    parts = draft.parts
    span, frozen = parts.get("judges"), parts.get("frozen_on")
    if span is not None and span.until < span.from_:
        yield Finding(draft.line(span, "until"), "span_order", "judges.until")
    if span is not None and frozen is not None and frozen >= span.from_:
        day = {"day": span.from_.isoformat()}
        yield Finding(_top(draft, "frozen_on"), "frozen_late", "frozen_on", day)
    binding = parts.get("standing") in {Standing.IN_FORCE, Standing.FROZEN}
    if binding and not draft.findings and (span is None or frozen is None):
        yield Finding(_top(draft, "standing"), "frozen_needed", "standing")


def _inputs(draft: Draft, own: Mapping[str, Input]) -> Iterator[Finding]:
    for name, each in own.items():
        line = draft.line(each)
        if "." in name or name in SYSTEM:
            yield Finding(line, "shadows_input", f"inputs.{name}")
        fixed = each.kind in {Kind.PERCENT, Kind.YES_NO}
        if fixed and (each.least is not None or each.most is not None):
            yield Finding(line, "input_fixed_range", f"inputs.{name}", {"kind": each.kind.value})
        elif each.least is not None and each.most is not None and each.least >= each.most:
            yield Finding(draft.line(each, "least"), "input_range", f"inputs.{name}")
        if each.kind is Kind.SCORE and each.most is None:
            yield Finding(line, "input_needs_most", f"inputs.{name}")


def _ids(draft: Draft, pillars: Iterable[Pillar]) -> Iterator[Finding]:
    """Find ids used twice, among everything in the set that has one."""
    owners: list[Any] = []
    for pillar in pillars:
        owners += [pillar, *pillar.groups, *pillar.criteria]
    owners += [*draft.parts.get("conditions", ())]
    levels = [*draft.parts.get("levels", ())]
    for group in (owners, levels):
        first: dict[str, int] = {}
        for owner in group:
            line = draft.line(owner, "id")
            if owner.id in first:
                params = {"id": owner.id, "first": str(first[owner.id])}
                yield Finding(line, "id_twice", owner.id, params)
            else:
                first[owner.id] = line


def reachable(pillar: Pillar) -> Decimal:
    """Return the points that the criteria of a pillar reach at most, their groups capped."""
    caps = {group.id: group.cap for group in pillar.groups}
    sums: dict[str, Decimal] = {}
    for each in pillar.criteria:
        sums[each.group] = sums.get(each.group, Decimal(0)) + each.points
    return sum((min(points, caps.get(group, points)) for group, points in sums.items()), Decimal(0))


def _pillar(draft: Draft, pillar: Pillar, places: int) -> Iterator[Finding]:
    caps = {group.id: group for group in pillar.groups}
    for each in pillar.criteria:
        if each.group and each.group not in caps:
            yield Finding(draft.line(each, "group"), "group_unknown", each.id, {"id": each.group})
    if pillar.points <= 0:
        code = "negative" if pillar.points else "zero_points"
        yield Finding(
            draft.line(pillar, "points"), code, f"{pillar.id}.points", {"value": str(pillar.points)}
        )
    elif not fits(pillar.points, places):
        yield too_fine(draft.line(pillar, "points"), f"{pillar.id}.points", pillar.points, places)
    if draft.findings:
        return  # a criterion that could not be read would make every sum look wrong
    for group in pillar.groups:
        total = sum((each.points for each in pillar.criteria if each.group == group.id), Decimal(0))
        line = draft.line(group, "cap")
        if group.cap <= 0:
            yield Finding(
                line, "negative" if group.cap else "zero_points", group.id, {"value": str(group.cap)}
            )
        elif not total:
            yield Finding(draft.line(group), "group_unused", pillar.id, {"id": group.id})
        elif total <= group.cap:
            yield Finding(line, "group_idle", group.id, {"cap": str(group.cap), "sum": str(total)})
    most = reachable(pillar)
    params = {"id": pillar.id, "sum": str(most), "points": str(pillar.points)}
    if not pillar.capped and most != pillar.points:
        yield Finding(draft.line(pillar, "points"), "pillar_sum", pillar.id, params)
    elif most < pillar.points:
        yield Finding(draft.line(pillar, "points"), "pillar_short", pillar.id, params)


def _whole(
    draft: Draft, given: CriteriaSet, known: Mapping[str, Input], own: Mapping[str, Input]
) -> Iterator[Finding]:
    """Find what only the whole set can tell: its total, idle inputs, conditions and levels."""
    base = [pillar for pillar in given.pillars if pillar.kind is PillarKind.BASE]
    bonus = [pillar for pillar in given.pillars if pillar.kind is PillarKind.BONUS]
    counted = base + (bonus if given.bonus_within_total else [])
    total = sum((pillar.points for pillar in counted), Decimal(0))
    if not base:
        yield Finding(_top(draft, "pillars"), "base_missing", "pillars")
    elif total != given.total:
        yield Finding(
            _top(draft, "total"), "total_sum", "total", {"sum": str(total), "total": str(given.total)}
        )
    if given.bonus_within_total and not bonus:
        yield Finding(_top(draft, "bonus_within_total"), "bonus_missing", "bonus_within_total")
    criteria = [each for pillar in base for each in pillar.criteria]
    if criteria and all(each.not_applicable and each.not_applicable.declared for each in criteria):
        yield Finding(_top(draft, "pillars"), "all_skippable", "pillars")
    read = _read_inputs(given)
    for name, each in own.items():
        if name not in read:
            yield Finding(draft.line(each), "unused_input", f"inputs.{name}", {"name": name})
    if given.merged is Merged.SUM_OF_INPUTS:
        for name in sorted(read & known.keys()):
            if known[name].kind not in {Kind.COUNT, Kind.AMOUNT}:
                params = {"name": name, "kind": known[name].kind.value}
                yield Finding(_top(draft, "merged"), "sum_needs_counts", "merged", params)
    for condition in given.conditions:
        yield from _condition(draft, given, condition, known)
    yield from _levels(draft, given)


def _read_inputs(given: CriteriaSet) -> frozenset[str]:
    read = {condition.input for condition in given.conditions}
    for criterion in given.criteria:
        read.update(*(names_of(rule.measure) for rule in criterion.rules))
        if criterion.not_applicable:
            read.add(criterion.not_applicable.when_zero)
    return frozenset(read)


def _condition(
    draft: Draft, given: CriteriaSet, condition: Condition, known: Mapping[str, Input]
) -> Iterator[Finding]:
    where, line = condition.id, draft.line(condition)
    if sum(map(bool, (condition.criterion, condition.pillar, condition.input))) != 1:
        yield Finding(line, "condition_one", where)
        return
    levels = [each.id for each in given.levels]
    if condition.else_at_most not in levels:
        at = draft.line(condition, "else_at_most")
        yield Finding(at, "level_unknown", where, {"id": condition.else_at_most})
    elif condition.else_at_most == levels[0]:
        yield Finding(draft.line(condition, "else_at_most"), "condition_idle", where)
    if condition.input:
        if condition.input not in known:
            yield unknown_input(draft.line(condition, "input"), where, condition.input, known)
        return
    owners: tuple[Criterion | Pillar, ...] = given.criteria if condition.criterion else given.pillars
    name = condition.criterion or condition.pillar
    code = "criterion_unknown" if condition.criterion else "pillar_unknown"
    found = next((each for each in owners if each.id == name), None)
    if found is None:
        yield Finding(line, code, where, {"id": name})
    elif condition.at_least > found.points:
        at = draft.line(condition, "at_least")
        yield Finding(at, "condition_never", where, {"most": str(found.points)})


def _levels(draft: Draft, given: CriteriaSet) -> Iterator[Finding]:
    if not given.levels:
        return
    if len(given.levels) > _MOST_LEVELS and PUBLIC_BODIES & set(given.units):
        yield Finding(_top(draft, "levels"), "levels_too_many", "levels", {"count": str(len(given.levels))})
    step = Decimal(1).scaleb(-given.rounding.places)
    for flaw in flaws(given.levels, Domain(Decimal(0), given.total, step)):
        level = given.levels[flaw.at]
        first = "" if flaw.other is None else str(draft.line(given.levels[flaw.other]))
        params = {"first": first, "values": flaw.values, "value": flaw.values, "range": flaw.values}
        yield Finding(draft.line(level), flaw.code, level.id, params)
    for one, two in zip(given.levels, given.levels[1:], strict=False):
        if lower(two) > lower(one):
            yield Finding(draft.line(two), "levels_order", two.id)
