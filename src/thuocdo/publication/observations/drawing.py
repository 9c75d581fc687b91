"""Geometry of a data set's charts: bars of areas in one period, or one area's line through time."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from thuocdo.publication.observations.types import Value
from thuocdo.publication.site.charts import PHONE, WIDE, Frame, scale, ticks, uncrowded, years
from thuocdo.publication.site.words import number

FRAMES: Mapping[str, Frame] = {"wide": WIDE, "phone": PHONE}
MOST_BARS = 70
_BAR, _STEP, _FOOT = 14, 21, 8
_LETTER = 7.2
_LABELS = {WIDE.width: 210, PHONE.width: 128}
_NUMBERS = 76


def bars(frame: Frame, rows: list[tuple[str, Decimal | None]], language: str) -> dict[str, Any]:
    """Return a horizontal bar for each area, beginning at zero; of very many the first ones."""
    shown = [(name, value) for name, value in rows if value is not None][:MOST_BARS]
    values = [value for _name, value in shown]
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    longest = max(len(name) for name, _value in shown)
    left, right = min(_LABELS[frame.width], 16 + int(longest * _LETTER)), frame.width - _NUMBERS
    span = (high - low) or Decimal(1)

    def x(value: Decimal) -> float:
        return round(left + (right - left) * float((value - low) / span), 1)

    zero = x(Decimal(0))
    letters = int((left - 8) / _LETTER)
    return {
        "kind": "bars",
        "width": frame.width,
        "height": len(shown) * _STEP + _FOOT,
        "zero": zero,
        "left": left - 8,
        "bars": [
            {
                "y": place * _STEP + 4,
                "x": min(zero, x(value)),
                "width": max(0.5, round(abs(x(value) - zero), 1)),
                "height": _BAR,
                "name": name,
                "label": name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…",
                "end": max(zero, x(value)) + 6,
                "value": number(value, language),
            }
            for place, (name, value) in enumerate(shown)
        ],
        "more": len(rows) - len(shown),
    }


def line(frame: Frame, values: list[Value], language: str) -> dict[str, Any]:
    """Return the line of one area through its periods, with axes."""
    known = [(each.period.end, each.value) for each in values if each.value is not None]
    low_high = [value for _end, value in known]
    place = scale(frame, [end for end, _value in known], low_high, flipped=False)
    points = [(place.x(end), place.y(value), number(value, language)) for end, value in known]
    return {
        "kind": "line",
        "more": 0,
        "width": frame.width,
        "height": frame.height,
        "left": frame.left,
        "right": frame.width - frame.right,
        "line": " ".join(f"{x},{y}" for x, y, _value in points),
        "points": points,
        "labelled": uncrowded([x for x, _y, _value in points]),
        "ticks": [(place.y(value), number(value, language)) for value in ticks(place.low, place.high)],
        "years": [
            (place.x(place.last.replace(year=year)), year)
            for year in years(place.first, place.last, 9 if frame is WIDE else 4)
        ],
    }
