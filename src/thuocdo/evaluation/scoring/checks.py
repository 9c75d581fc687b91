"""What is wrong with a set as a whole: ids, sums, inputs, conditions, levels and days."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

from thuocdo.evaluation.scoring.inputs import SYSTEM, limits
from thuocdo.evaluation.scoring.kinds import PUBLIC_BODIES, Kind, Merged, PillarKind, Standing
from thuocdo.evaluation.scoring.ranges import Domain, flaws, lower
from thuocdo.evaluation.scoring.reading import Draft, lost_of
from thuocdo.evaluation.scoring.rulechecks import (
    Surroundings,
    criterion_findings,
    fits,
    lost_findings,
    measures_of,
    names_of,
    too_fine,
    unknown_input,
)
from thuocdo.evaluation.scoring.types import (
    FORMAT,
    Condition,
    Group,
    Input,
    Level,
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
    places = _MOST_PLACES if draft.unread("rounding") else rounding.places
    around = Surroundings(
        draft, known, frozenset(own), parts.get("units", ()), parts.get("phases", ()), places
    )
    found = [*_head(draft), *_inputs(draft, own), *_ids(draft, pillars)]
    for pillar in pillars:
        found += _pillar(draft, pillar, places)
        for criterion in pillar.criteria:
            found += criterion_findings(criterion, around)
            if pillar.kind is not PillarKind.BASE and criterion.not_applicable is not None:
                line = draft.line(criterion, "not_applicable")
                found.append(Finding(line, "skip_penalty", criterion.id))
        for lost in lost_of(pillar.criteria):
            found += lost_findings(lost, around)
    return [*found, *_whole(draft, around), *_conditions(draft, around), *_levels(draft)]


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
    unread = draft.unread("judges") or draft.unread("frozen_on")
    if binding and not unread and (span is None or frozen is None):
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


def reachable(points: Iterable[tuple[str, Decimal]], groups: Iterable[Group]) -> Decimal:
    """Return what criteria, given by group and points, reach together at most, their groups capped."""
    caps = {group.id: group.cap for group in groups}
    sums: dict[str, Decimal] = {}
    for group, own in points:
        sums[group] = sums.get(group, Decimal(0)) + own
    return sum((min(own, caps.get(group, own)) for group, own in sums.items()), Decimal(0))


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
    lost = lost_of(pillar.criteria)
    if lost_of(pillar.groups) or any("points" not in each for each in lost):
        return  # what could not be read would make every sum look wrong
    points = [(each.group, each.points) for each in pillar.criteria]
    points += [(each.get("group", ""), each["points"]) for each in lost]
    for group in pillar.groups:
        total = sum((own for name, own in points if name == group.id), Decimal(0))
        line = draft.line(group, "cap")
        if group.cap <= 0:
            yield Finding(
                line, "negative" if group.cap else "zero_points", group.id, {"value": str(group.cap)}
            )
        elif not total:
            yield Finding(draft.line(group), "group_unused", pillar.id, {"id": group.id})
        elif total <= group.cap:
            yield Finding(line, "group_idle", group.id, {"cap": str(group.cap), "sum": str(total)})
    most = reachable(points, pillar.groups)
    params = {"id": pillar.id, "sum": str(most), "points": str(pillar.points)}
    if not pillar.capped and most != pillar.points:
        yield Finding(draft.line(pillar, "points"), "pillar_sum", pillar.id, params)
    elif most < pillar.points:
        yield Finding(draft.line(pillar, "points"), "pillar_short", pillar.id, params)


def _whole(draft: Draft, around: Surroundings) -> Iterator[Finding]:
    """Find what only all pillars together can tell: the total, and inputs that nobody reads.

    Where a pillar could not be read nothing of it can be told.
    """
    parts = draft.parts
    pillars: tuple[Pillar, ...] = parts.get("pillars", ())
    if "pillars" not in parts or lost_of(pillars):
        return
    base = [pillar for pillar in pillars if pillar.kind is PillarKind.BASE]
    bonus = [pillar for pillar in pillars if pillar.kind is PillarKind.BONUS]
    within = parts.get("bonus_within_total", False)
    total = sum((pillar.points for pillar in base + (bonus if within else [])), Decimal(0))
    if not base:
        yield Finding(_top(draft, "pillars"), "base_missing", "pillars")
    elif "total" in parts and not draft.unread("bonus_within_total") and total != parts["total"]:
        sums = {"sum": str(total), "total": str(parts["total"])}
        yield Finding(_top(draft, "total"), "total_sum", "total", sums)
    if within and not bonus:
        yield Finding(_top(draft, "bonus_within_total"), "bonus_missing", "bonus_within_total")
    criteria = [each for pillar in base for each in pillar.criteria]
    all_read = not any(lost_of(pillar.criteria) for pillar in base)
    if all_read and all(each.not_applicable and each.not_applicable.declared for each in criteria):
        yield Finding(_top(draft, "pillars"), "all_skippable", "pillars")
    yield from _read(draft, around)


def _read(draft: Draft, around: Surroundings) -> Iterator[Finding]:
    """Find inputs that nobody reads, and such as cannot be added where units merge."""
    read = _read_inputs(draft)
    own: Mapping[str, Input] = draft.parts.get("inputs", {})
    for name, each in own.items():
        if read is not None and name not in read:
            yield Finding(draft.line(each), "unused_input", f"inputs.{name}", {"name": name})
    if draft.parts.get("merged") is Merged.SUM_OF_INPUTS:
        for name in sorted((read or frozenset()) & around.inputs.keys()):
            kind = around.inputs[name].kind
            if kind not in {Kind.COUNT, Kind.AMOUNT}:
                params = {"name": name, "kind": kind.value}
                yield Finding(_top(draft, "merged"), "sum_needs_counts", "merged", params)


def _read_inputs(draft: Draft) -> frozenset[str] | None:
    """Return every input that is read; None where something that could read one could not be read."""
    conditions: tuple[Condition, ...] = draft.parts.get("conditions", ())
    if draft.unread("conditions") or any("input" not in each for each in lost_of(conditions)):
        return None
    read = {condition.input for condition in conditions}
    read |= {each["input"] for each in lost_of(conditions)}
    for pillar in draft.parts.get("pillars", ()):
        for criterion in pillar.criteria:
            read.update(*(names_of(rule.measure) for rule in criterion.rules))
            if criterion.not_applicable:
                read.add(criterion.not_applicable.when_zero)
            if lost_of(criterion.alternatives):
                return None
        for lost in lost_of(pillar.criteria):
            if lost.get("measure") is None:
                return None
            read.update(*(names_of(each) for each in measures_of(lost)))
    return frozenset(read)


def _conditions(draft: Draft, around: Surroundings) -> Iterator[Finding]:
    """Find conditions on what does not exist, can never hold or caps nothing."""
    parts = draft.parts
    levels, pillars = parts.get("levels", ()), parts.get("pillars", ())
    names = [*(each.id for each in levels), *(each["id"] for each in lost_of(levels) if "id" in each)]
    all_named = not draft.unread("levels") and all("id" in each for each in lost_of(levels))
    all_read = "pillars" in parts and not lost_of(pillars)
    for condition in parts.get("conditions", ()):
        where, line = condition.id, draft.line(condition)
        if sum(map(bool, (condition.criterion, condition.pillar, condition.input))) != 1:
            yield Finding(line, "condition_one", where)
            continue
        if condition.at_least is None and condition.at_most is None:
            yield Finding(line, "condition_bound", where)
        at = draft.line(condition, "else_at_most")
        if condition.else_at_most not in names and all_named:
            shown = {"id": condition.else_at_most, "known": ", ".join(names) or "–"}
            yield Finding(at, "level_unknown", where, shown)
        elif levels and condition.else_at_most == levels[0].id and not lost_of(levels):
            yield Finding(at, "condition_idle", where)
        if condition.input and around.is_unknown(condition.input):
            yield unknown_input(draft.line(condition, "input"), where, condition.input, around.inputs)
        elif condition.input in around.inputs:
            yield from _at_most(draft, condition, limits(around.inputs[condition.input]))
        elif not condition.input and all_read:
            yield from _points_condition(draft, condition, pillars)


def _points_condition(draft: Draft, condition: Condition, pillars: tuple[Pillar, ...]) -> Iterator[Finding]:
    """Find what is wrong with a condition on the points of a criterion or pillar."""
    owners: dict[str, Decimal | None] = {each.id: each.points for each in pillars}
    if condition.criterion:
        owners = {each.id: each.points for pillar in pillars for each in pillar.criteria}
        for lost in (each for pillar in pillars for each in lost_of(pillar.criteria)):
            if "id" not in lost:
                return
            owners[lost["id"]] = lost.get("points")
    name, points = condition.criterion or condition.pillar, None
    if name not in owners:
        code = "criterion_unknown" if condition.criterion else "pillar_unknown"
        yield Finding(draft.line(condition), code, condition.id, {"id": name})
    else:
        points = owners[name]
    if points is not None and condition.at_least is not None and condition.at_least > points:
        at = draft.line(condition, "at_least")
        yield Finding(at, "condition_never", condition.id, {"most": str(points)})
    yield from _at_most(draft, condition, (Decimal(0), points))


def _at_most(
    draft: Draft, condition: Condition, ends: tuple[Decimal | None, Decimal | None]
) -> Iterator[Finding]:
    """Find an upper bound that can never hold or always does, or lies below the lower one."""
    (least, most), bound = ends, condition.at_most
    if bound is None:
        return
    at, where = draft.line(condition, "at_most"), condition.id
    if (least is not None and bound < least) or (condition.at_least or bound) > bound:
        yield Finding(at, "condition_low", where, {"least": str(condition.at_least or least)})
    elif most is not None and bound >= most:
        yield Finding(at, "condition_always", where, {"most": str(most)})


def _levels(draft: Draft) -> Iterator[Finding]:
    parts = draft.parts
    levels: tuple[Level, ...] = parts.get("levels", ())
    if not levels or lost_of(levels):
        return
    if len(levels) > _MOST_LEVELS and PUBLIC_BODIES & set(parts.get("units", ())):
        yield Finding(_top(draft, "levels"), "levels_too_many", "levels", {"count": str(len(levels))})
    if "total" in parts and not draft.unread("rounding"):
        step = Decimal(1).scaleb(-parts.get("rounding", Rounding()).places)
        for flaw in flaws(levels, Domain(Decimal(0), parts["total"], step)):
            level = levels[flaw.at]
            first = "" if flaw.other is None else str(draft.line(levels[flaw.other]))
            params = {"first": first, "values": flaw.values, "value": flaw.values, "range": flaw.values}
            yield Finding(draft.line(level), flaw.code, level.id, params)
    for one, two in pairwise(levels):
        if lower(two) > lower(one):
            yield Finding(draft.line(two), "levels_order", two.id)
