"""Geometry of the charts: from dates and values to points; templates only draw what stands here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from thuocdo.evaluation.rules.paths import Path
from thuocdo.evaluation.types import TargetVerdict
from thuocdo.measurement.thresholds.types import STANDARD, Thresholds
from thuocdo.measurement.types import Observation

View = dict[str, Any]
_TICKS = 5
_ROOM = 36
_MAX_YEARS = 9
_FEW_YEARS = 4
_APART = 34
"""Height that the words at the outlook's end need below or above those of the target."""
_LINE = 14
_UNDRAWN: View = {"path": None, "bends": [], "marks": [], "wedge": "", "gap": None}
_WORDS = 98
"""Width that the words to the left of a gap need; they may reach over the axis."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Width and height of a picture and the margins of its plot."""

    width: int
    height: int
    left: int = 56
    right: int = 96
    top: int = 24
    bottom: int = 34


WIDE = Frame(720, 340, right=112)
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
    firsts: Sequence[Observation] = (),
    stops: tuple[tuple[date, Decimal], ...] = (),
) -> View:
    """Return what the chart of one target draws: axes, line, path, wedge, gap, target and rivals.

    `start` is the programme's date: the required path never begins before it. With `keep` the
    target is a line that every value has to keep, not an end to reach. `outlook` are the lowest and
    highest value at the target's day if the pace holds. The wedge lies between the `thresholds`.
    `firsts` are values as first published that were revised since, `stops` what the path passes.
    """
    target, due = verdict.target, verdict.due
    days = [start, *([due] if due else []), *(one.period_end for one in (*series, *rivals))]
    values = [one.value for one in (*series, *rivals, *firsts)] + ([target] if target is not None else [])
    values += [*(outlook or ()), *(value for _day, value in stops)]
    place = scale(frame, days, values or [Decimal(0), Decimal(1)], flipped=flipped)
    drawn = _threshold(place, verdict, start) if keep else _path(place, verdict, start, thresholds, stops)
    others = [_point(place, one) for one in rivals]
    return {
        "width": frame.width,
        "height": frame.height,
        "left": frame.left,
        "right": frame.width - frame.right,
        "top": frame.top,
        "base": frame.height - frame.bottom,
        "ticks": [(place.y(value), value) for value in ticks(place.low, place.high)],
        "years": _years(place),
        "line": " ".join(f"{place.x(one.period_end)},{place.y(one.value)}" for one in series),
        "points": [_point(place, one) for one in series],
        "rivals": others,
        "outlook": _outlook(place, series, due, outlook),
        "illustrative": any(one.illustrative for one in (*series, *rivals)),
        "target": (place.x(due), place.y(target)) if due and target is not None else None,
        "firsts": [_point(place, one)[:2] for one in firsts],
        "outlook_at": _outlook_at(place, verdict, outlook),
        "gap_words": _gap_words(drawn["gap"], others),
        **drawn,
    }


def _point(place: Scale, one: Observation) -> tuple[float, float, Decimal]:
    return place.x(one.period_end), place.y(one.value), one.value


def _years(place: Scale) -> list[tuple[float, int]]:
    most = _MAX_YEARS if place.frame is WIDE else _FEW_YEARS
    return [(place.x(date(year, 12, 31)), year) for year in years(place.first, place.last, most)]


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


def _outlook_at(
    place: Scale, verdict: TargetVerdict, outlook: tuple[Decimal, Decimal] | None
) -> tuple[float, float] | None:
    """Return where the ends of the outlook are named; None where the target's words leave no room."""
    if outlook is None or verdict.due is None or verdict.target is None:
        return None
    middle = (place.y(outlook[0]) + place.y(outlook[1])) / 2
    if abs(middle - place.y(verdict.target)) < _APART:
        return None
    lowest = place.frame.height - place.frame.bottom - _LINE
    return place.x(verdict.due), round(min(middle, lowest), 1)


def _gap_words(
    gap: tuple[float, float, float] | None, rivals: list[tuple[float, float, Decimal]]
) -> View | None:
    """Return where the words of the gap stand: clear of the line, of the path and of other methods' values.

    Short of the path they stand to the left above it, ahead of it to the right below it.
    """
    if gap is None:
        return None
    x, measured, required = gap
    short = measured > required
    left = short and x >= _WORDS
    if not short:
        return {"x": x + 8, "lines": (required + 18, required + 33), "side": "start"}
    hit = [y for other, y, _value in rivals if left and other <= x and required - 44 < y < required + 8]
    last = min([required - 7, *(y - 11 for y in hit)])
    return {"x": x + (-8 if left else 8), "lines": (last - 15, last), "side": "end" if left else "start"}


def _threshold(place: Scale, verdict: TargetVerdict, start: date) -> View:
    """Return the level line of a target that has to be kept."""
    if verdict.target is None or verdict.due is None:
        return dict(_UNDRAWN)
    y = place.y(verdict.target)
    return _UNDRAWN | {"path": (place.x(start), y, place.x(verdict.due), y)}


def _path(
    place: Scale,
    verdict: TargetVerdict,
    start: date,
    thresholds: Thresholds,
    stops: tuple[tuple[date, Decimal], ...],
) -> View:
    """Return the required path with its yearly marks, the at-risk wedge and the gap at the last value."""
    if verdict.baseline is None or verdict.baseline_end is None or verdict.target is None:
        return dict(_UNDRAWN)
    begin, base = max(verdict.baseline_end, start), verdict.baseline
    if verdict.due is None or verdict.due <= begin:
        return dict(_UNDRAWN)
    corners = ((begin, base), *stops, (verdict.due, verdict.target))
    path = Path(corners)

    def edge(threshold: Decimal) -> list[tuple[float, float]]:
        return [(place.x(when), place.y(base + (value - base) * threshold)) for when, value in corners[1:]]

    ends = [date(year, 12, 31) for year in range(begin.year, verdict.due.year)]
    origin, end = (place.x(begin), place.y(base)), (place.x(verdict.due), place.y(verdict.target))
    around = (origin, *edge(thresholds.on_track_from), *reversed(edge(thresholds.at_risk_from)))
    gap = None
    if verdict.value is not None and verdict.value_end and verdict.required is not None:
        x = place.x(verdict.value_end)
        gap = (x, place.y(verdict.value), place.y(verdict.required))
    return {
        "path": (*origin, *end),
        "bends": [(place.x(when), place.y(value)) for when, value in stops],
        "marks": [(place.x(when), place.y(path.required(when))) for when in ends if when > begin],
        "wedge": " ".join(f"{x},{y}" for x, y in around),
        "gap": gap,
    }
