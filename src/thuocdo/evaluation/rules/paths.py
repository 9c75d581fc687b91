"""The required path from the baseline to the target, and how much of it has been covered."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from thuocdo.evaluation.rules.series import years_between
from thuocdo.evaluation.types import IndicatorStatus
from thuocdo.measurement.thresholds.types import Thresholds
from thuocdo.programme.types import Indicator, Target

SHARE = Decimal("0.0001")
"""Progress and shares are rounded half up to four places; the rounded value decides the band."""


@dataclass(frozen=True, slots=True)
class Path:
    """Values to be reached by day, linear by days between the marks; the first mark is the baseline."""

    marks: tuple[tuple[date, Decimal], ...]

    def required(self, day: date) -> Decimal:
        """Return the required value on a day; before the start the baseline, after the end the target."""
        if day <= self.marks[0][0]:
            return self.marks[0][1]
        for (start, low), (end, high) in pairwise(self.marks):
            if day <= end:
                share = Decimal((day - start).days) / Decimal((end - start).days)
                return low + (high - low) * share
        return self.marks[-1][1]


@dataclass(frozen=True, slots=True)
class Compound:
    """A path of yearly growth: the baseline, compounded by the year since its period ended."""

    start: date
    baseline: Decimal
    percent: Decimal

    def required(self, day: date) -> Decimal:
        """Return the level that the yearly growth makes of the baseline by that day."""
        return self.baseline * (1 + self.percent / 100) ** years_between(self.start, day)


def wanted_value(target: Target, *, lower_is_better: bool) -> Decimal | None:
    """Return the value that meets the target: of a range the end that is reached first."""
    if target.upper is not None and lower_is_better:
        return target.upper
    return target.value


def meets(value: Decimal, target: Target, *, lower_is_better: bool) -> bool:
    """Say whether a value meets the target; a bare number reads "at least" ("at most" for less)."""
    wanted = wanted_value(target, lower_is_better=lower_is_better)
    if wanted is None:
        return False
    if target.comparator == ">":
        return value > wanted
    if target.comparator == "<":
        return value < wanted
    if target.comparator in {">=", "<="}:
        return value >= wanted if target.comparator == ">=" else value <= wanted
    return value <= wanted if lower_is_better else value >= wanted


def horizon_end(indicator: Indicator, target: Target) -> date:
    """Return the day by which the target is to be met: its own, else 31 December of the horizon."""
    return target.due or date(indicator.horizon, 12, 31)


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """Return part ÷ whole at four places, None when there is no whole."""
    if whole == 0:
        return None
    return (part / whole).quantize(SHARE, ROUND_HALF_UP) if part else Decimal("0.0000")


def printed(value: Decimal, decimals: int) -> Decimal:
    """Return a value rounded half up to the indicator's places, two at least."""
    return value.quantize(Decimal(1).scaleb(-max(decimals, 2)), ROUND_HALF_UP)


def band(progress: Decimal, thresholds: Thresholds) -> IndicatorStatus:
    """Return the band of a progress that has been rounded to four places."""
    if progress >= thresholds.on_track_from:
        return IndicatorStatus.ON_TRACK
    return IndicatorStatus.AT_RISK if progress >= thresholds.at_risk_from else IndicatorStatus.LATE
