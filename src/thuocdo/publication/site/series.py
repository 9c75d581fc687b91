"""The values on an indicator's page: period by period beside the path, earlier vintages, other methods."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from thuocdo.evaluation.rules.paths import Path, horizon_end, wanted_value
from thuocdo.evaluation.rules.series import Series, declared_series
from thuocdo.evaluation.types import TargetVerdict
from thuocdo.measurement.declared import read_folder
from thuocdo.measurement.declaring.reading import METRICS
from thuocdo.measurement.declaring.types import Declaration
from thuocdo.measurement.types import Observation, Origin, Standing
from thuocdo.programme.types import Indicator, IndicatorKind
from thuocdo.publication.site import written
from thuocdo.publication.site.desk import Desk, View
from thuocdo.publication.site.words import day, number, rounded

COUNTRY = "VN"
PACED = frozenset({IndicatorKind.LEVEL, IndicatorKind.RANK, IndicatorKind.COUNT})
"""Kinds whose required path is a line from the baseline to the target."""


class Known(NamedTuple):
    """What is known of one target: the series that decides, and the path from its baseline."""

    series: Series
    path: Path | None


def _(message: str) -> str:
    return message


ORIGINS = {
    Origin.MEASURED: _("measured from source data"),
    Origin.REPORTED: _("reported by the agency"),
    Origin.OUTSIDE: _("taken from an outside index"),
}
STANDINGS = {
    Standing.DECLARED: _("decides the verdict"),
    Standing.RIVAL: _("other method, does not decide"),
    Standing.RELATED: _("related figure, does not decide"),
    Standing.INTERIM_TARGET: _("interim target"),
}
_VERIFIED = {
    Origin.MEASURED: _("measured from source data, looked at by a second person"),
    Origin.REPORTED: _("reported by the agency, verified by a second person"),
    Origin.OUTSIDE: _("taken from an outside index, verified by a second person"),
}


def known(desk: Desk, indicator: Indicator, one: TargetVerdict, values: Iterable[Observation]) -> Known:
    """Return the series of a target as the verdict saw it, with the path that it has to follow."""
    series = series_of(desk, values, one.scope)
    path = None
    if indicator.kind in PACED and one.baseline is not None and one.baseline_end and one.target is not None:
        path = _path(desk, indicator, one, (max(one.baseline_end, desk.programme.issued_on), one.baseline))
    return Known(series, path)


def series_of(desk: Desk, values: Iterable[Observation], scope: str) -> Series:
    """Return the declared values of one scope: one method, of each period the newest vintage."""
    begun = desk.programme.issued_on
    return declared_series(values, scope=scope, as_of=desk.facts.as_of, baseline_by=begun)


def _path(desk: Desk, row: Indicator, one: TargetVerdict, start: tuple[date, Decimal]) -> Path | None:
    """Return the path with the earlier targets of the same quantity as its stops."""
    assert one.due is not None and one.target is not None  # noqa: S101, PT018  for the type checker
    stops = sorted(
        (horizon_end(other, each), stop)
        for other in desk.programme.indicators
        if other.horizon < row.horizon and not other.replaced_by and _same_quantity(row, other)
        for each in other.targets
        if each.scope == one.scope
        and (stop := wanted_value(each, lower_is_better=other.lower_is_better)) is not None
    )
    marks = [start, *(each for each in stops if start[0] < each[0] < one.due), (one.due, one.target)]
    return Path(tuple(marks)) if start[0] < one.due else None


def _same_quantity(row: Indicator, other: Indicator) -> bool:
    shared = row.shares_path_with in {other.code, other.key} or other.shares_path_with in {row.code, row.key}
    return shared and bool(row.shares_path_with + other.shares_path_with)


def table(desk: Desk, indicator: Indicator, one: TargetVerdict, found: Known) -> list[View]:
    """Return a row for each period: measured, required, the gap, what came first and what counts now."""
    rows = []
    for point in found.series.points:
        required = found.path.required(point.period_end) if found.path else None
        if found.path and point.period_end < found.path.marks[0][0]:
            required = None
        if point.period_end == one.value_end and one.required is not None:
            required = one.required
        shown = rounded(required, indicator.decimals)
        gap = None
        if required is not None and point.period_end != one.baseline_end:
            gap = rounded(point.value - required, indicator.decimals)
        first = next(iter(found.series.vintages(point)), point)
        rows.append(
            value(desk, indicator, point)
            | {
                "required": number(shown, desk.language) if shown is not None else "",
                "gap": number(gap, desk.language, sign=True) if gap is not None else "",
                "baseline": point.period_end == one.baseline_end,
                "latest": point.period_end == one.value_end,
                "first": _printed(first, desk.language),
                "revised": first.value != point.value,
                "earlier": [value(desk, indicator, each) for each in found.series.vintages(point)],
            }
        )
    return rows


def others(desk: Desk, indicator: Indicator, values: Sequence[Observation], deciding: set[str]) -> list[View]:
    """Return the values that decide nothing, the newest first: other methods, related, interim targets."""
    rest = [each for each in values if each.id not in deciding and each.place == COUNTRY]
    shown = [value(desk, indicator, each) for each in reversed(rest)]
    other = desk.say(_("other method, does not decide"))
    return [each | {"standing": other} if each["declared"] else each for each in shown]


def value(desk: Desk, indicator: Indicator, one: Observation) -> View:
    """Return one value with its source, its day and how much it can be relied on."""
    scope = next((desk.pick(each, "scope") for each in indicator.targets if each.scope == one.scope), "")
    return {
        "end": day(one.period_end, desk.language),
        "value": _printed(one, desk.language),
        "scope": scope if len({target.scope for target in indicator.targets}) > 1 else "",
        "published": day(one.published_on, desk.language),
        "source": one.source,
        "origin": desk.say(ORIGINS[one.origin]),
        "standing": desk.say(STANDINGS[one.standing]),
        "declared": one.standing is Standing.DECLARED,
        "rival": one.standing is Standing.RIVAL,
        "provisional": one.provisional,
        "definition": desk.pick(one, "definition"),
        "illustrative": one.illustrative,
        "numerator": number(_plain(one.numerator), desk.language) if one.numerator is not None else "",
        "denominator": number(_plain(one.denominator), desk.language) if one.denominator is not None else "",
    }


def trust(desk: Desk, one: Observation) -> str:
    """Return how much a value can be relied on: who gave it, and whether a second person looked at it."""
    return desk.say((_VERIFIED if one.verified_by else ORIGINS)[one.origin])


def counted(desk: Desk, one: Observation) -> View | None:
    """Return how a measured value was counted, None for one that was given; the method as it then was."""
    if one.origin is not Origin.MEASURED:
        return None
    code, _at, version = one.method.partition("@")
    declared = _metrics().get(code)
    found: View = {"code": code, "version": version, "method": "", "numerator": "", "denominator": ""}
    found["path"] = written.path_of(desk, code, version)
    if declared is not None and str(declared.version) == version:
        found |= {
            "method": desk.pick(declared, "method"),
            "numerator": declared.numerator,
            "denominator": declared.denominator,
        }
    return found


@cache
def _metrics() -> dict[str, Declaration]:
    return read_folder(METRICS, Declaration)[0]


def _printed(one: Observation, language: str) -> str:
    return f"{one.qualifier} {number(one.value, language)}".strip()


def _plain(amount: Decimal | None) -> Decimal | None:
    """Return a count without trailing zeros."""
    if amount is None:
        return None
    return amount.quantize(Decimal(1)) if amount == amount.to_integral() else amount.normalize()
