"""What a paragraph looks like, and how well that fits what a column holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from thuocdo.documents.reading.columns import Role

_LONG = 60
_SHORT = 25
_SURE = 2.0
_OWNERS = frozenset({"leads", "coordinators"})
_BLANK: Mapping[str, float] = {"title": -5.0, "leads": -1.0, "number": -1.5, "unit": -0.5, "target": -0.3}
_SURELY: Mapping[str, tuple[float, float]] = {"deadline": (3.0, -4.0), "number": (4.0, -6.0)}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a paragraph looks like, whatever column it stands in."""

    blank: bool
    label: bool
    agency: float
    time: bool
    figure: bool
    mark: bool
    length: int
    shape: str
    section: bool


def fit(role: Role, kind: Kind) -> float:
    """Return how well a paragraph of this kind fits a column of this role."""
    if kind.blank:
        return _BLANK.get(role, 0.0)
    if role in _OWNERS:
        return kind.agency or (-2.5 if kind.length <= _LONG and not (kind.time or kind.label) else -5.0)
    if role in {"deadline", "number"}:
        fits = kind.time if role == "deadline" else kind.label
        return _SURELY[role][0] if fits else _SURELY[role][1]
    if role == "theme" and kind.agency and kind.agency <= _SURE:
        return 0.0
    if kind.agency:
        return -4.0 if role in {"title", "target", "baseline", "unit"} else -2.0
    return _fit_words(role, kind)


def _fit_words(role: Role, kind: Kind) -> float:
    if role in {"target", "baseline"}:
        return 2.0 if kind.figure or kind.mark else -1.5
    if kind.mark:
        return -3.0
    if role == "unit":
        return 1.5 if kind.length <= _SHORT and not kind.figure else -3.0
    odd = kind.time or kind.label
    if role == "title":
        return -4.0 if odd else 1.5 if kind.length > _LONG else 1.0 if kind.length > _SHORT else 0.0
    if role in {"status", "result"}:
        return 0.5
    return -2.0 if odd else 0.5 if kind.length <= _LONG else -0.5
