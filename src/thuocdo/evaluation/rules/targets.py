"""Verdict on one target of a row, by the kind of the indicator."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from thuocdo.core.messages import Reason
from thuocdo.cycles.types import Milestone
from thuocdo.evaluation.rules.paths import (
    Compound,
    Path,
    band,
    horizon_end,
    meets,
    printed,
    share,
    wanted_value,
)
from thuocdo.evaluation.rules.series import Series, is_stale, normal_noise, years_between
from thuocdo.evaluation.types import IndicatorStatus, TargetVerdict
from thuocdo.measurement.thresholds.types import STANDARD, Thresholds
from thuocdo.measurement.types import Observation
from thuocdo.programme.types import Indicator, IndicatorKind, Target

SMALL_COUNT = 10
"""Counts up to this target go by dated milestones, because one more or less is no pace."""

Draw = Callable[[Observation], Path | Compound]
"""The required path as it starts from a baseline."""

_NO_FALL = "not_below_last_year"


@dataclass(frozen=True, slots=True)
class Case:
    """All that one target is judged by; `stops` are earlier targets on the same path."""

    row: Indicator
    target: Target
    series: Series
    begun: date
    as_of: date
    stops: tuple[tuple[Indicator, Target], ...] = ()
    milestones: tuple[Milestone, ...] = ()
    thresholds: Thresholds = STANDARD

    @property
    def due(self) -> date:
        """Return the day by which the target is to be met."""
        return horizon_end(self.row, self.target)

    @property
    def baseline(self) -> Observation | None:
        """Return the latest value whose period had ended by the programme's date."""
        return (self.series.until(self.begun) or (None,))[-1]

    @property
    def latest(self) -> Observation | None:
        """Return the latest value whose period ended after the programme's date."""
        return (self.series.after(self.begun) or (None,))[-1]

    def met_by(self, value: Decimal) -> bool:
        """Say whether a value meets the target."""
        return meets(value, self.target, lower_is_better=self.row.lower_is_better)


def target_verdict(case: Case) -> TargetVerdict:
    """Return the verdict on one target; what cannot be measured is tested first."""
    wanted = wanted_value(case.target, lower_is_better=case.row.lower_is_better)
    empty = TargetVerdict(
        case.target.scope, IndicatorStatus.NO_VERDICT, Reason(""), target=wanted, due=case.due
    )
    if case.target.test == _NO_FALL:
        return _never_below_last_year(case, empty)
    if wanted is None:
        return replace(empty, status=IndicatorStatus.NOT_MEASURABLE, reason=Reason("gap_words_only"))
    empty = _with_values(case, empty)
    newest = case.latest or case.baseline
    small = case.row.kind is IndicatorKind.COUNT and wanted <= SMALL_COUNT
    if small and (newest is None or not case.met_by(newest.value)):
        return _small_count(case, empty)
    return _unmeasured(case, empty) or _BY_KIND.get(case.row.kind, _level)(case, empty)


def _unmeasured(case: Case, empty: TargetVerdict) -> TargetVerdict | None:
    """Return why there is no verdict: no value, an old one, or none later than the baseline."""
    newest = case.latest or case.baseline
    if newest is None:
        return replace(empty, status=IndicatorStatus.NOT_MEASURABLE, reason=Reason("gap_no_value"))
    if is_stale(newest, case.row.frequency_months, case.as_of):
        return replace(empty, status=IndicatorStatus.NOT_MEASURABLE, reason=_stale(newest))
    if case.latest is None:
        params = {"end": newest.period_end.isoformat(), "value": _text(newest.value), **_unit(case)}
        return replace(empty, reason=Reason("no_value_after_baseline", params))
    return None


def _with_values(case: Case, empty: TargetVerdict) -> TargetVerdict:
    base, last = case.baseline, case.latest
    return replace(
        empty,
        baseline=base.value if base else None,
        baseline_end=base.period_end if base else None,
        value=last.value if last else None,
        value_end=last.period_end if last else None,
        at_target_from_start=base is not None and case.met_by(base.value),
        observation=last.id if last else "",
    )


def _stale(newest: Observation) -> Reason:
    return Reason("gap_stale", {"end": newest.period_end.isoformat(), "value": _text(newest.value)})


def _small_count(case: Case, empty: TargetVerdict) -> TargetVerdict:
    """Judge a small count by its dated milestones: the last one due must be verified."""
    marks = sorted(case.milestones, key=lambda item: (item.due_on, item.id))
    kept = [i for i in marks if i.verified_on is not None and i.verified_on <= case.as_of]
    due = [i for i in marks if i.due_on < case.as_of or (i.due_on == case.as_of and i in kept)]
    if case.as_of > case.due and case.latest is not None:
        return replace(empty, status=IndicatorStatus.LATE, reason=_reason(case, "missed_target", empty))
    if not due:
        return replace(empty, reason=Reason("counting" if case.milestones else "no_milestones"))
    missed = [i for i in due if i not in kept]
    mark = missed[0] if missed else due[-1]
    params = {"name": mark.name, "due": mark.due_on.isoformat()}
    if missed:
        return replace(empty, status=IndicatorStatus.LATE, reason=Reason("milestone_missed", params))
    return replace(empty, status=IndicatorStatus.ON_TRACK, reason=Reason("milestone_kept", params))


def _reached(case: Case, verdict: TargetVerdict) -> TargetVerdict:
    """Return "met" at the horizon, before it "at target now"."""
    at_horizon = verdict.value_end is not None and verdict.value_end >= case.due
    status = IndicatorStatus.MET if at_horizon else IndicatorStatus.AT_TARGET
    code = "met" if at_horizon else "at_target"
    if not at_horizon and verdict.at_target_from_start:
        code = "at_target_from_start"
    return replace(verdict, status=status, reason=_reason(case, code, verdict))


def _level(case: Case, empty: TargetVerdict) -> TargetVerdict:
    """Judge a level, a rank or a large count along its linear path."""
    wanted = wanted_value(case.target, lower_is_better=case.row.lower_is_better) or Decimal(0)
    last, base = case.latest, case.baseline
    assert last is not None  # noqa: S101  the caller has tested it; this tells the type checker
    if case.target.test == "new" and base is None:
        base = replace(last, value=Decimal(0), period_end=case.begun, id="")
        empty = replace(empty, baseline=base.value, baseline_end=base.period_end)
    if case.met_by(last.value):
        return _shares(case, _reached(case, empty), base, last, wanted)
    if base is None:
        return replace(empty, status=IndicatorStatus.NOT_MEASURABLE, reason=Reason("gap_no_baseline"))

    def draw(start: Observation) -> Path:
        return _path(case, start, wanted)

    verdict = _shares(case, _measured(case, empty, base, last, draw(base)), base, last, wanted)
    if last.period_end >= case.due:
        return replace(verdict, status=IndicatorStatus.LATE, reason=_reason(case, "missed_target", verdict))
    if empty.at_target_from_start:
        fallen = replace(
            verdict, progress=None, required=wanted, gap=last.value - wanted, distance_share=None
        )
        return replace(fallen, status=IndicatorStatus.LATE, reason=_reason(case, "fell_below", fallen))
    return _banded(case, verdict, draw, base, last)


def _path(case: Case, base: Observation, wanted: Decimal) -> Path:
    """Draw the path from the end of the baseline's period, not before the programme's date."""
    marks = [(max(base.period_end, case.begun), base.value)]
    for row, target in case.stops:
        stop = wanted_value(target, lower_is_better=row.lower_is_better)
        if stop is not None and horizon_end(row, target) > marks[-1][0]:
            marks.append((horizon_end(row, target), stop))
    marks.append((max(case.due, marks[-1][0]), wanted))
    return Path(tuple(marks))


def _measured(
    case: Case, empty: TargetVerdict, base: Observation, last: Observation, path: Path | Compound
) -> TargetVerdict:
    required = path.required(last.period_end)
    shown = printed(required, case.row.decimals)
    return replace(
        empty,
        required=shown,
        gap=last.value - shown,
        progress=share(last.value - base.value, required - base.value),
    )


def _shares(
    case: Case, verdict: TargetVerdict, base: Observation | None, last: Observation, wanted: Decimal
) -> TargetVerdict:
    if base is None:
        return verdict
    start = max(base.period_end, case.begun)
    passed, given = (last.period_end - start).days, (case.due - start).days
    return replace(
        verdict,
        distance_share=share(last.value - base.value, wanted - base.value),
        time_share=share(Decimal(passed), Decimal(given)),
    )


def _banded(
    case: Case, verdict: TargetVerdict, draw: Draw, base: Observation, last: Observation
) -> TargetVerdict:
    """Return the band of the progress, unless noise or another baseline or vintage forbids one."""
    if verdict.progress is None:
        return replace(verdict, reason=Reason("path_not_begun", {"end": last.period_end.isoformat()}))
    change = abs(draw(base).required(last.period_end) - base.value)
    noise = normal_noise(case.row.noise, case.series)
    if noise is not None and change < noise:
        params = {"change": _text(printed(change, 2)), "noise": _text(printed(noise, 2)), **_unit(case)}
        return replace(verdict, status=IndicatorStatus.INCONCLUSIVE, reason=Reason("within_noise", params))
    status = band(verdict.progress, case.thresholds)
    for other_base, other_last in _alternatives(case, base, last):
        if _other_band(case, draw, other_base, other_last) not in {None, status}:
            changed = other_base if other_base is not base else other_last
            params = {"end": changed.period_end.isoformat(), "value": _text(changed.value), **_unit(case)}
            return replace(
                verdict, status=IndicatorStatus.INCONCLUSIVE, reason=Reason("verdict_flips", params)
            )
    code = "moving_away" if verdict.progress < 0 else f"path_{status.value}"
    return replace(verdict, status=status, reason=_reason(case, code, verdict))


def _alternatives(case: Case, base: Observation, last: Observation) -> list[tuple[Observation, Observation]]:
    """Return the other plausible pairs: the value before the baseline, and replaced vintages of both.

    A mean of years and a level made of rates have no vintage of their own.
    """
    before = [item for item in case.series.points if item.period_end < base.period_end][-1:]
    other_bases = [(item, last) for item in (*before, *case.series.vintages(base))]
    own = last is case.latest
    return other_bases + [(base, item) for item in case.series.vintages(last) if own]


def _other_band(case: Case, draw: Draw, base: Observation, last: Observation) -> IndicatorStatus | None:
    if last is not case.latest and case.row.kind is not IndicatorKind.GROWTH and case.met_by(last.value):
        return IndicatorStatus.AT_TARGET
    progress = share(last.value - base.value, draw(base).required(last.period_end) - base.value)
    return None if progress is None else band(progress, case.thresholds)


def _keep_above(case: Case, empty: TargetVerdict) -> TargetVerdict:
    """Every value since the programme's date must meet the target."""
    below = [item for item in case.series.after(case.begun) if not case.met_by(item.value)]
    if not below:
        return _reached(case, empty)
    params = {"end": below[-1].period_end.isoformat(), "value": _text(below[-1].value), **_unit(case)}
    return replace(empty, status=IndicatorStatus.LATE, reason=Reason("kept_not", params))


def _never_below_last_year(case: Case, empty: TargetVerdict) -> TargetVerdict:
    """Each value since the programme's date must not lie below the one before it."""
    filled = replace(_with_values(case, empty), at_target_from_start=False)
    pairs = [pair for pair in pairwise(case.series.points) if pair[1].period_end > case.begun]
    if not pairs:
        return replace(filled, reason=Reason("needs_two_years"))
    if is_stale(pairs[-1][1], case.row.frequency_months, case.as_of):
        return replace(filled, status=IndicatorStatus.NOT_MEASURABLE, reason=_stale(pairs[-1][1]))
    worse = -1 if case.row.lower_is_better else 1
    fallen = [(old, new) for old, new in pairs if (new.value - old.value) * worse < 0]
    if fallen:
        old, new = fallen[-1]
        params = {"old": _text(old.value), "value": _text(new.value), "end": new.period_end.isoformat()}
        return replace(
            filled, status=IndicatorStatus.LATE, reason=Reason("below_last_year", {**params, **_unit(case)})
        )
    params = {"value": _text(pairs[-1][1].value), "end": pairs[-1][1].period_end.isoformat()}
    reached = IndicatorStatus.MET if pairs[-1][1].period_end >= case.due else IndicatorStatus.AT_TARGET
    return replace(filled, status=reached, reason=Reason("not_below_last_year", {**params, **_unit(case)}))


def _growth(case: Case, empty: TargetVerdict) -> TargetVerdict:
    """Compare with the level that yearly growth, compounded, makes of the baseline."""
    wanted = wanted_value(case.target, lower_is_better=False) or Decimal(0)
    last, base = case.latest, case.baseline
    assert last is not None  # noqa: S101  the caller has tested it; this tells the type checker
    if last.unit == case.row.unit:
        base, last = _levels_from_rates(case, last)
    if base is None or base.value <= 0:
        return replace(empty, status=IndicatorStatus.NOT_MEASURABLE, reason=Reason("gap_no_baseline"))
    years = years_between(base.period_end, last.period_end)

    def draw(start: Observation) -> Compound:
        return Compound(start.period_end, start.value, wanted)

    yearly = ((last.value / base.value) ** (1 / years) - 1) * 100 if last.value > 0 else Decimal(-100)
    filled = replace(empty, baseline=base.value, baseline_end=base.period_end, value=last.value)
    verdict = _measured(case, replace(filled, at_target_from_start=False), base, last, draw(base))
    rated = replace(case, series=Series((base, last)))
    if case.met_by(printed(yearly, 4)):
        return _reached(case, verdict)
    if last.period_end >= case.due:
        return replace(verdict, status=IndicatorStatus.LATE, reason=_reason(case, "missed_target", verdict))
    usual = case if base is case.baseline else rated
    return _banded(usual, verdict, draw, base, last)


def _levels_from_rates(case: Case, last: Observation) -> tuple[Observation, Observation]:
    """Turn yearly growth rates into a level that starts at 100 one year before the first of them."""
    level = Decimal(100)
    rates = case.series.after(case.begun)
    first = rates[0].period_end
    base = replace(last, id="", value=level, period_end=_a_year_before(first))
    for item in rates:
        level *= 1 + item.value / 100
    return base, replace(last, value=level)


def _a_year_before(day: date) -> date:
    leap_day = (2, 29)
    return date(day.year - 1, day.month, 28 if (day.month, day.day) == leap_day else day.day)


def _average(case: Case, empty: TargetVerdict) -> TargetVerdict:
    """Compare the mean of all values since the programme's date with the target itself."""
    wanted = wanted_value(case.target, lower_is_better=case.row.lower_is_better) or Decimal(0)
    values = case.series.after(case.begun)
    mean = sum((item.value for item in values), Decimal(0)) / len(values)
    last = replace(values[-1], value=printed(mean, case.row.decimals))
    filled = replace(empty, value=last.value)
    if case.met_by(last.value):
        return _reached(case, filled)
    if last.period_end >= case.due:
        return replace(filled, status=IndicatorStatus.LATE, reason=_reason(case, "missed_target", filled))
    base = case.baseline
    if base is None:
        return replace(filled, status=IndicatorStatus.NOT_MEASURABLE, reason=Reason("gap_no_baseline"))

    def draw(_start: Observation) -> Path:
        return Path(((case.begun, wanted), (case.due, wanted)))

    return _banded(case, _measured(case, filled, base, last, draw(base)), draw, base, last)


def _reason(case: Case, code: str, verdict: TargetVerdict) -> Reason:
    params = {"due": case.due.isoformat(), **_unit(case)}
    for name in ("value", "required", "target", "baseline"):
        number: Decimal | None = getattr(verdict, name)
        if number is not None:
            params[name] = _text(number)
    if verdict.value_end is not None:
        params["end"] = verdict.value_end.isoformat()
    if verdict.progress is not None:
        params["percent"] = str(int(verdict.progress * 100))
    return Reason(code, params)


def _unit(case: Case) -> dict[str, str]:
    return {"unit_vi": case.row.unit_vi, "unit_en": case.row.unit_en}


def _text(value: Decimal) -> str:
    return format(value, "f")


_BY_KIND: Mapping[IndicatorKind, Callable[[Case, TargetVerdict], TargetVerdict]] = {
    IndicatorKind.KEEP_ABOVE: _keep_above,
    IndicatorKind.GROWTH: _growth,
    IndicatorKind.AVERAGE: _average,
}
