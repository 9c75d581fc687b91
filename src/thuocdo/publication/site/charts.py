"""Geometry of the charts: from dates and values to points; templates only draw what stands here."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from thuocdo.evaluation.types import TargetVerdict
from thuocdo.measurement.thresholds.types import STANDARD, Thresholds
from thuocdo.measurement.types import Observation

View = dict[str, Any]
_TICKS = 5
_ROOM = 36
_MAX_YEARS = 9


@dataclass(frozen=True, slots=True)
class Frame:
    """Width and height of a picture and the margins of its plot."""

    width: int
    height: int
    left: int = 56
    right: int = 96
    top: int = 24
    bottom: int = 34


WIDE = Frame(720, 340)
PHONE = Frame(360, 300, left=44, right=58)
MINI = Frame(300, 112, left=6, right=58, top=14, bottom=24)


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns days and values into points; `flipped` puts small values on top, for ranks."""

    frame: Frame
    first: date
    last: date
    low: Decimal
    high: Decimal
    flipped: bool

    def x(self, when: date) -> float:
        """Return the horizontal place of a day."""
        span = max(1, (self.last - self.first).days)
        inner = self.frame.width - self.frame.left - self.frame.right
        return round(self.frame.left + inner * (when - self.first).days / span, 1)

    def y(self, value: Decimal) -> float:
        """Return the vertical place of a value."""
        share = float((value - self.low) / ((self.high - self.low) or Decimal(1)))
        inner = self.frame.height - self.frame.top - self.frame.bottom
        return round(self.frame.top + inner * (share if self.flipped else 1 - share), 1)


def scale(frame: Frame, days: list[date], values: list[Decimal], *, flipped: bool) -> Scale:
    """Return a scale that holds all days (whole years) and values, with some air."""
    low, high = min(values), max(values)
    air = (high - low) * Decimal("0.12") or abs(high) * Decimal("0.2") or Decimal(1)
    low = max(Decimal(0), low - air) if low >= 0 else low - air
    first = date(min(days).year - 1, 12, 31)
    return Scale(frame, first, date(max(days).year, 12, 31), low, high + air, flipped)


def ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return about five round values between two values."""
    rough = (high - low) / _TICKS
    if rough <= 0:
        return [low]
    unit = Decimal(10) ** rough.adjusted()
    step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= rough)
    start = (low / step).to_integral_value(rounding="ROUND_CEILING") * step
    found = []
    while start <= high:
        found.append(start.normalize() + 0)
        start += step
    return found


def years(first: date, last: date, most: int = _MAX_YEARS) -> list[int]:
    """Return the years to label, the last one always, at most `most` of them."""
    span = last.year - first.year
    every = max(1, -(-span // most))
    return list(range(last.year, first.year, -every))[::-1]


def trajectory(
    frame: Frame,
    *,
    series: list[Observation],
    rivals: list[Observation],
    verdict: TargetVerdict,
    start: date,
    flipped: bool,
    keep: bool = False,
    outlook: tuple[Decimal, Decimal] | None = None,
    thresholds: Thresholds = STANDARD,
) -> View:
    """Return what the chart of one target draws: axes, line, path, wedge, gap, target and rivals.

    `start` is the programme's date: the required path never begins before it. With `keep` the
    target is a line that every value has to keep, not an end to reach. `outlook` are the lowest and
    highest value at the target's day if the pace holds. The wedge lies between the `thresholds`.
    """
    target, due = verdict.target, verdict.due
    days = [one.period_end for one in (*series, *rivals)] + [start] + ([due] if due else [])
    values = [one.value for one in (*series, *rivals)] + ([target] if target is not None else [])
    values += outlook or ()
    if not values:
        values = [Decimal(0), Decimal(1)]
    place = scale(frame, days, values, flipped=flipped)
    return {
        "width": frame.width,
        "height": frame.height,
        "left": frame.left,
        "right": frame.width - frame.right,
        "base": frame.height - frame.bottom,
        "top": frame.top,
        "ticks": [(place.y(value), value) for value in ticks(place.low, place.high)],
        "years": [
            (place.x(date(year, 12, 31)), year)
            for year in years(place.first, place.last, _MAX_YEARS if frame is WIDE else 4)
        ],
        "line": " ".join(f"{place.x(one.period_end)},{place.y(one.value)}" for one in series),
        "points": [(place.x(one.period_end), place.y(one.value), one.value) for one in series],
        "rivals": [(place.x(one.period_end), place.y(one.value), one.value) for one in rivals],
        "outlook": _outlook(place, series, due, outlook),
        "illustrative": any(one.illustrative for one in (*series, *rivals)),
        "target": (place.x(due), place.y(target)) if due and target is not None else None,
        **(_threshold(place, verdict, start) if keep else _path(place, verdict, start, thresholds)),
    }


def uncrowded(places: list[float]) -> list[bool]:
    """Say which points have room for their number: the last always, others where they stand clear."""
    room: list[bool] = []
    taken = None
    for x in reversed(places):
        room.append(taken is None or taken - x >= _ROOM)
        taken = x if room[-1] else taken
    return room[::-1]


def _outlook(
    place: Scale, series: list[Observation], due: date | None, ends: tuple[Decimal, Decimal] | None
) -> str:
    """Return the wedge from the last value to where the pace so far would lead."""
    if not series or due is None or ends is None:
        return ""
    corners = [(series[-1].period_end, series[-1].value), (due, ends[0]), (due, ends[1])]
    return " ".join(f"{place.x(when)},{place.y(value)}" for when, value in corners)


def _threshold(place: Scale, verdict: TargetVerdict, start: date) -> View:
    """Return the level line of a target that has to be kept."""
    if verdict.target is None or verdict.due is None:
        return {"path": None, "marks": [], "wedge": "", "gap": None}
    y = place.y(verdict.target)
    line = (place.x(start), y, place.x(verdict.due), y)
    return {"path": line, "marks": [], "wedge": "", "gap": None}


def _path(place: Scale, verdict: TargetVerdict, start: date, thresholds: Thresholds) -> View:
    """Return the required path with its yearly marks, the at-risk wedge and the gap at the last value."""
    nothing: View = {"path": None, "marks": [], "wedge": "", "gap": None}
    if verdict.baseline is None or verdict.baseline_end is None or verdict.target is None:
        return nothing
    if verdict.due is None:
        return nothing
    begin = max(verdict.baseline_end, start)
    base, rise, span = verdict.baseline, verdict.target - verdict.baseline, (verdict.due - begin).days
    if span <= 0:
        return nothing

    def required(when: date) -> Decimal:
        return base + rise * (when - begin).days / span

    ends = [date(year, 12, 31) for year in range(begin.year, verdict.due.year)]
    origin, end = (place.x(begin), place.y(base)), (place.x(verdict.due), place.y(verdict.target))
    upper = (end[0], place.y(base + rise * thresholds.on_track_from))
    lower = (end[0], place.y(base + rise * thresholds.at_risk_from))
    gap = None
    if verdict.value is not None and verdict.value_end and verdict.required is not None:
        x = place.x(verdict.value_end)
        gap = (x, place.y(verdict.value), place.y(verdict.required))
    return {
        "path": (*origin, *end),
        "marks": [(place.x(when), place.y(required(when))) for when in ends if when > begin],
        "wedge": " ".join(f"{x},{y}" for x, y in (origin, upper, lower)),
        "gap": gap,
    }
