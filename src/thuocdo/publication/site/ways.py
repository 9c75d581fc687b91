"""Geometry of the distance bar: where we are between baseline and target, and where we should be."""

from datetime import date
from decimal import Decimal
from typing import Any

from thuocdo.evaluation.rules.paths import Path
from thuocdo.evaluation.types import TargetVerdict

View = dict[str, Any]
WIDTHS = {"wide": 720, "phone": 360}
_EDGE = 8
_LINE = 17
"""Height of a line of words above the bar; each mark has its own, so that none lies on another."""


def bar(size: str, one: TargetVerdict, path: Path | None) -> View | None:
    """Return the bar of a target, None where nothing was covered or no distance can be told."""
    if one.distance_share is None or one.time_share is None or one.baseline is None or one.target is None:
        return None
    width = WIDTHS[size]
    marks = [_mark(width, one, day, required) for day, required in _marks(one, path)]
    gone = min(Decimal(1), max(Decimal(0), one.distance_share))
    return {
        "width": width,
        "left": _EDGE,
        "inner": width - 2 * _EDGE,
        "top": _LINE * (1 + len(marks)) + 6,
        "gone": _rounded(gone * (width - 2 * _EDGE)),
        "marks": [each | {"line": _LINE * (place + 2)} for place, each in enumerate(marks)],
    }


def _marks(one: TargetVerdict, path: Path | None) -> list[tuple[date, Decimal]]:
    """Return what was required when the last value was taken, and what is at the end of the next year."""
    if path is None or one.value_end is None or one.due is None:
        return []
    days = [one.value_end, date(one.value_end.year + 1, 12, 31)]
    return [(day, path.required(day)) for day in days if path.marks[0][0] < day < one.due]


def _mark(width: int, one: TargetVerdict, day: date, required: Decimal) -> View:
    assert one.target is not None and one.baseline is not None  # noqa: S101, PT018  for the type checker
    whole = one.target - one.baseline
    share = (required - one.baseline) / whole if whole else Decimal(0)
    x = _EDGE + min(Decimal(1), max(Decimal(0), share)) * (width - 2 * _EDGE)
    return {"x": _rounded(x), "value": required, "day": day, "end": x > width / 2}


def _rounded(length: Decimal) -> float:
    return float(round(length, 1))
