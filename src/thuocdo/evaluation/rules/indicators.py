"""Verdict on an indicator: progress against its required path, or why none can be given."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import localcontext

from thuocdo.core.messages import Reason
from thuocdo.evaluation.rules.bodies import Bodies
from thuocdo.evaluation.rules.index import FactsIndex
from thuocdo.evaluation.rules.series import declared_series
from thuocdo.evaluation.rules.targets import Case, target_verdict
from thuocdo.evaluation.types import IndicatorStatus, IndicatorVerdict, TargetVerdict
from thuocdo.measurement.types import Observation, Standing
from thuocdo.programme.types import Indicator, IndicatorKind, Target

PRECISION = 28
"""Significant digits of every intermediate value; the same on every machine."""

WORST_FIRST = (
    IndicatorStatus.LATE,
    IndicatorStatus.AT_RISK,
    IndicatorStatus.INCONCLUSIVE,
    IndicatorStatus.ON_TRACK,
    IndicatorStatus.AT_TARGET,
    IndicatorStatus.MET,
    IndicatorStatus.NO_VERDICT,
    IndicatorStatus.NOT_MEASURABLE,
)
UNMEASURED = frozenset({IndicatorStatus.NO_VERDICT, IndicatorStatus.NOT_MEASURABLE})
GAPS = frozenset(
    {
        "words_only", "no_definition", "no_baseline", "no_published_series", "no_published_list",
        "no_rank_published", "criteria_missing",
    }
)  # fmt: skip
"""Reasons that a catalogue may give for a row that cannot be measured yet."""


def indicator_verdicts(index: FactsIndex) -> tuple[IndicatorVerdict, ...]:
    """Return the verdict on every row, in the order of the programme."""
    by_code: dict[str, list[Observation]] = defaultdict(list)
    for item in index.facts.observations:
        by_code[item.indicator].append(item)
    replaced = {row.key: _replaced(row) for row in index.programme.indicators if row.replaced_by}
    rows = tuple(row for row in index.programme.indicators if not row.replaced_by)
    with localcontext() as context:
        context.prec = PRECISION
        found = {
            row.key: _row(row, _family(row, rows), _values(row, rows, by_code), index)
            for row in rows
            if row.kind is not IndicatorKind.HEADER
        }
    for row in rows:
        if row.kind is IndicatorKind.HEADER:
            found[row.key] = _heading(
                row, [found[r.key] for r in rows if r.parent == row.code and r.key in found]
            )
    return tuple((found | replaced)[row.key] for row in index.programme.indicators)


def _replaced(row: Indicator) -> IndicatorVerdict:
    """Close a row that an act dropped: in no count, yet findable."""
    on = row.replaced_on.isoformat() if row.replaced_on else ""
    return IndicatorVerdict(
        row.key, IndicatorStatus.REPLACED, Reason("row_replaced", {"act": row.replaced_by, "on": on})
    )


def indicator_verdict(indicator: Indicator, index: FactsIndex) -> IndicatorVerdict:
    """Return the verdict on one row."""
    return next(item for item in indicator_verdicts(index) if item.indicator == indicator.key)


def worst(statuses: Iterable[IndicatorStatus]) -> IndicatorStatus:
    """Return the worst measured status; without any, that there is no verdict."""
    found = set(statuses)
    return next((item for item in WORST_FIRST if item in found), IndicatorStatus.NOT_MEASURABLE)


def gap_reason(indicator: Indicator, bodies: Bodies, code: str = "") -> Reason:
    """Return why a row cannot be measured, with who owes what and the task that would close it."""
    gap = code or (indicator.gap if indicator.gap in GAPS else "no_value")
    owner = (indicator.gap_owner,) if indicator.gap_owner else indicator.monitors
    held = tuple(dict.fromkeys(bodies.holder(item, task="") for item in owner))
    params = {f"owner_{lang}": bodies.names(held, lang) for lang in ("vi", "en")} if held else {}
    return Reason(f"gap_{gap}", params | ({"task": indicator.gap_task} if indicator.gap_task else {}))


def _family(row: Indicator, rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """Return the rows of the same quantity with an earlier horizon, earliest first."""
    same = [
        other
        for other in rows
        if other.key != row.key
        and other.horizon < row.horizon
        and (row.shares_path_with in {other.code, other.key} or other.shares_path_with in {row.code, row.key})
        and row.shares_path_with + other.shares_path_with
    ]
    return tuple(sorted(same, key=lambda item: item.horizon))


def _values(
    row: Indicator, rows: Sequence[Indicator], by_code: dict[str, list[Observation]]
) -> tuple[Observation, ...]:
    codes = {row.code}
    for other in rows:
        if row.shares_path_with and row.shares_path_with in {other.code, other.key}:
            codes.add(other.code)
        if other.shares_path_with and other.shares_path_with in {row.code, row.key}:
            codes.add(other.code)
    found = (item for code in codes for item in by_code[code])
    return tuple(sorted(found, key=lambda item: (item.period_end, item.id)))


def _row(
    row: Indicator, family: tuple[Indicator, ...], values: tuple[Observation, ...], index: FactsIndex
) -> IndicatorVerdict:
    if row.kind is IndicatorKind.WORDS or not row.targets:
        reason = gap_reason(row, index.bodies, "words_only")
        return IndicatorVerdict(row.key, IndicatorStatus.NOT_MEASURABLE, reason, total=len(row.targets))
    verdicts = tuple(_target(row, target, family, values, index) for target in row.targets)
    status = worst(item.status for item in verdicts)
    return IndicatorVerdict(
        row.key,
        status,
        next(item.reason for item in verdicts if item.status is status),
        targets=verdicts,
        measured=sum(item.status not in UNMEASURED for item in verdicts),
        total=len(verdicts),
        interim=_interim(row, values, index),
    )


def _target(
    row: Indicator,
    target: Target,
    family: tuple[Indicator, ...],
    values: tuple[Observation, ...],
    index: FactsIndex,
) -> TargetVerdict:
    begun = index.programme.issued_on
    series = declared_series(values, scope=target.scope, as_of=index.as_of, baseline_by=begun)
    stops = tuple(
        (earlier, same) for earlier in family for same in earlier.targets if same.scope == target.scope
    )
    milestones, thresholds = index.milestones_of(row.key), index.facts.thresholds
    case = Case(row, target, series, begun, index.as_of, stops, milestones, thresholds)
    verdict = target_verdict(case)
    if verdict.status is IndicatorStatus.NO_VERDICT and row.gap and verdict.reason.code != "counting":
        verdict = replace(verdict, status=IndicatorStatus.NOT_MEASURABLE)
    if verdict.status is not IndicatorStatus.NOT_MEASURABLE or verdict.reason.code == "gap_stale":
        return _with_owner(verdict, row, index)
    code = {"gap_no_baseline": "no_baseline", "gap_words_only": "words_only"}.get(verdict.reason.code, "")
    stated = code if row.gap in {"", "no_published_series"} else ""
    return replace(verdict, reason=gap_reason(row, index.bodies, stated))


def _with_owner(verdict: TargetVerdict, row: Indicator, index: FactsIndex) -> TargetVerdict:
    if verdict.reason.code != "gap_stale":
        return verdict
    held = tuple(index.bodies.holder(item, task="") for item in row.monitors)
    owner = {f"owner_{lang}": index.bodies.names(held, lang) for lang in ("vi", "en")}
    return replace(verdict, reason=Reason("gap_stale", {**verdict.reason.params, **owner}))


def _interim(row: Indicator, values: tuple[Observation, ...], index: FactsIndex) -> tuple[TargetVerdict, ...]:
    """Judge the interim targets that others have set, each on its own path."""
    found = []
    for item in values:
        if item.standing is not Standing.INTERIM_TARGET or known_on_target(item) > index.as_of:
            continue
        comparator = "<=" if row.lower_is_better else ">="
        target = Target(comparator, item.value, scope=item.scope, due=item.period_end)
        until = tuple(value for value in values if value.period_end <= item.period_end)
        found.append(_target(row, target, (), until, index))
    return tuple(found)


def known_on_target(item: Observation) -> date:
    """Return the day from which an interim target is known: unlike a value, before its period ends."""
    return item.published_on or item.received_on or date.min


def _heading(row: Indicator, parts: list[IndicatorVerdict]) -> IndicatorVerdict:
    """Roll a heading up from its sub-rows; it has no target of its own."""
    status = worst(item.status for item in parts)
    measured = sum(item.status not in UNMEASURED for item in parts)
    params = {"measured": str(measured), "total": str(len(parts))}
    return IndicatorVerdict(row.key, status, Reason("heading", params), measured=measured, total=len(parts))
