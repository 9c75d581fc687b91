"""Invented values for indicators that have no published series; a real series is never mixed with them."""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from thuocdo.programme.types import Indicator, IndicatorKind, Programme

# Progress against the required path, row after row: on track, at risk, late, moving away, ahead.
_PACES = tuple(Decimal(pace) for pace in ("1.1", "0.8", "0.35", "1.3", "-0.4", "0.7", "1.0"))
_STARTS = tuple(Decimal(share) for share in ("0.4", "0.55", "0.3", "0.65"))
_BASE_END = date(2024, 12, 31)
_BASE_PUBLISHED = date(2025, 3, 3)
_LAST_END = date(2025, 11, 30)
_LAST_PUBLISHED = date(2025, 12, 15)


def value_rows(programme: Programme, measured: Collection[str]) -> Iterator[tuple[date, dict[str, str]]]:
    """Return the rows of values with the day on which each is handed in.

    `measured` are the indicators with a published series, or measured from registers: they get none.
    """
    shown = 0
    for item in programme.indicators:
        told = {item.code, item.shares_path_with} & set(measured)
        if told or item.kind is not IndicatorKind.LEVEL or item.gap != "no_published_series":
            continue
        for target in item.targets:
            if target.value is None:
                continue
            base = target.value * _STARTS[shown % len(_STARTS)]
            path = Decimal((_LAST_END - programme.issued_on).days)
            whole = Decimal((date(item.horizon, 12, 31) - programme.issued_on).days)
            last = base + _PACES[shown % len(_PACES)] * (target.value - base) * path / whole
            yield _BASE_PUBLISHED, _row(item, target.scope, base, _BASE_END, _BASE_PUBLISHED)
            yield _LAST_PUBLISHED, _row(item, target.scope, last, _LAST_END, _LAST_PUBLISHED)
            shown += 1


def _row(item: Indicator, scope: str, value: Decimal, end: date, published: date) -> dict[str, str]:
    rounded = value.quantize(Decimal(1).scaleb(-item.decimals))
    return {
        "kind": "observation",
        "illustrative": "1",
        "indicator": item.code,
        "value": format(rounded, "f").replace(".", ","),
        "unit": item.unit,
        "scope": scope,
        "period_start": date(end.year, 1, 1).isoformat(),
        "period_end": end.isoformat(),
        "published_on": published.isoformat(),
        "source": "MINH HOẠ / ILLUSTRATIVE",
        "origin": "outside",
        "method": "illustrative_1",
        "definition_vi": "Số liệu minh hoạ, không phải số liệu thật.",
        "definition_en": "Illustrative figure, not a real one.",
    }
