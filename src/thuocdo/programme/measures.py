"""How an indicator row is measured, proposed from its unit, its targets and its words."""

import re
from collections.abc import Iterable

from thuocdo.core.text import fold, slug
from thuocdo.programme.drafted import IndicatorWords
from thuocdo.programme.types import IndicatorKind, Target

_UNITS = (
    (r"% ?/ ?nam|%/year|percent (a|per) year", "percent_per_year"),
    (r"% ?gdp|% of gdp", "percent_gdp"),
    (r"%|phan tram|per ?cent", "percent"),
    (r"thu bac|thu hang|xep hang|hang\b|\brank", "rank"),
)
_GROWTH = re.compile(r"toc do tang|tang truong|growth|%/year|percent_per_year")
_KEEP = re.compile(r"duy tri|giu vung|luon\b|hang nam (dat|tren)|maintain|keep")
_AVERAGE = re.compile(r"binh quan (giai doan|hang nam|5 nam)|dong gop|average")
_UPPER = frozenset({"<=", "<"})


def unit_key(printed: str | None) -> str:
    """Return the key of a unit: one that many programmes use, or the printed one made safe."""
    words = fold(printed or "")
    for pattern, key in _UNITS:
        if re.search(pattern, words):
            return key
    return slug(words).replace("-", "_")[:40]


def kind(words: IndicatorWords, *, has_rows_below: bool) -> IndicatorKind:
    """Return how progress is judged, as far as the printed row says."""
    values = [target for target in words.targets if target.value is not None]
    if not values:
        return IndicatorKind.HEADER if has_rows_below and not words.targets else IndicatorKind.WORDS
    title, unit = fold(words.title), unit_key(words.unit)
    if unit == "rank":
        return IndicatorKind.RANK
    for pattern, found in (
        (_KEEP, IndicatorKind.KEEP_ABOVE),
        (_AVERAGE, IndicatorKind.AVERAGE),
        (_GROWTH, IndicatorKind.GROWTH),
    ):
        if pattern.search(f"{title} {unit}"):
            return found
    return (
        IndicatorKind.COUNT
        if "/" not in (words.unit or "") and _counts(unit, values)
        else IndicatorKind.LEVEL
    )


def lower_is_better(targets: Iterable[Target], found: IndicatorKind) -> bool:
    """Say whether less is better: ranks, and rows whose every figure is an upper bound."""
    values = [target for target in targets if target.value is not None]
    bounded = bool(values) and all(target.comparator in _UPPER for target in values)
    return found is IndicatorKind.RANK or bounded


def _counts(unit: str, targets: Iterable[Target]) -> bool:
    shares = unit.startswith(("percent", "per_", "index")) or unit == ""
    whole = all(target.value is not None and target.value == target.value.to_integral() for target in targets)
    return whole and not shares
