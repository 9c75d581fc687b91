"""Pages of indicators: the list, and one page with the trajectory of each."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from thuocdo.evaluation.reasons import indicator_status_explanation
from thuocdo.evaluation.rules.pace import Pace, pace
from thuocdo.evaluation.rules.paths import Path
from thuocdo.evaluation.types import IndicatorVerdict, TargetVerdict
from thuocdo.measurement.thresholds.rules import percent
from thuocdo.measurement.types import Observation, Standing
from thuocdo.programme.types import Indicator, IndicatorKind, Target
from thuocdo.publication.site import addresses, charts, series, ways, written
from thuocdo.publication.site.desk import Desk, View
from thuocdo.publication.site.series import PACED, Known
from thuocdo.publication.site.words import age_in_months, day, number, rounded

Page = tuple[str, str, View]


class Lines(NamedTuple):
    """The values that a chart draws: those that decide, those of other methods, and the pace so far."""

    series: list[Observation]
    rivals: list[Observation]
    pace: Pace | None = None
    firsts: list[Observation] = []  # noqa: RUF012  never changed
    path: Path | None = None


_COMPARATORS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "=": "", "range": ""}


def _(message: str) -> str:
    return message


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the list of indicators and each indicator's page."""
    views = [view(desk, indicator) for indicator in desk.programme.indicators]
    yield desk.path("chi-tieu"), "indicators.html", {"rows": views, "horizons": _horizons(views)}
    by_code = {each["code"]: each for each in views}
    for indicator, row in zip(desk.programme.indicators, views, strict=True):
        yield row["path"], "indicator.html", {"row": row, **_kept(desk, indicator, by_code)}


def view(desk: Desk, indicator: Indicator) -> View:
    """Return what lists and cards show of an indicator."""
    verdict = desk.indicator_verdict_of[indicator.key]
    latest = _deciding(verdict)
    value, end = _latest(latest)
    return {
        "code": indicator.code,
        "number": indicator.number,
        "key": indicator.key,
        "horizon": indicator.horizon,
        "parent": indicator.parent,
        "header": indicator.kind is IndicatorKind.HEADER,
        "name": desk.pick(indicator, "name"),
        "unit": desk.pick(indicator, "unit"),
        "path": desk.indicator_path(indicator),
        "monitors": [desk.body(code) for code in indicator.monitors],
        "target": target_text(desk, indicator),
        "value": _shown(desk, indicator, value),
        "value_end": day(end, desk.language),
        "required": _shown(desk, indicator, latest.required if latest else None),
        "reason": desk.sentence(verdict.reason),
        "illustrative": any(one.illustrative for one in _observations(desk, indicator)),
        **desk.indicator_mark(verdict.status.value),
    }


def _latest(one: TargetVerdict | None) -> tuple[Decimal | None, date | None]:
    """Return the newest value that is known: the baseline where nothing came after it."""
    if one is None:
        return None, None
    return (one.baseline, one.baseline_end) if one.value is None else (one.value, one.value_end)


def target_text(desk: Desk, indicator: Indicator) -> str:
    """Return the targets as printed: "≤ 3 Đông Nam Á; ≤ 50 Thế giới"."""
    return "; ".join(text for text in (_target(desk, indicator, one) for one in indicator.targets) if text)


def _target(desk: Desk, indicator: Indicator, target: Target) -> str:
    if target.test != "level" or target.value is None:
        return desk.say(_("in words only")) if target.comparator == "qualitative" else ""
    amount = _printed(target.value, desk.language)
    if target.upper is not None:
        amount = f"{amount} – {_printed(target.upper, desk.language)}"
    scope = desk.pick(target, "scope")
    unit = desk.pick(indicator, "unit")
    sign = "%" if unit.startswith("%") else ""
    return f"{_COMPARATORS[target.comparator]}{amount}{' ' + sign if sign else ''} {scope}".strip()


def _printed(value: Decimal, language: str) -> str:
    return number(value.normalize() + 0 if value == value.to_integral() else value, language)


def _shown(desk: Desk, indicator: Indicator, value: Decimal | None) -> str:
    if value is None:
        return ""
    places = min(indicator.decimals, max(0, -int(value.normalize().as_tuple().exponent)))
    return number(rounded(value, places), desk.language)


def _deciding(verdict: IndicatorVerdict) -> TargetVerdict | None:
    """Return the target whose value is shown: the one that gave the row its verdict."""
    measured = [one for one in verdict.targets if _latest(one)[0] is not None]
    same = [one for one in measured if one.status is verdict.status]
    return next(iter(same or measured), None)


def _observations(desk: Desk, indicator: Indicator) -> list[Observation]:
    codes = {indicator.code}
    if indicator.shares_path_with:
        codes.add(indicator.shares_path_with)
    found = [one for one in desk.facts.observations if one.indicator in codes]
    return sorted(found, key=lambda one: (one.period_end, one.published_on or one.period_end, one.id))


def _horizons(views: list[View]) -> list[View]:
    years = sorted({view["horizon"] for view in views})
    return [{"year": year, "rows": [view for view in views if view["horizon"] == year]} for year in years]


def _kept(desk: Desk, indicator: Indicator, by_code: dict[str, View]) -> View:
    tasks = [desk.task_views.get(code) for code in (*indicator.tasks, indicator.gap_task)]
    values, steps = desk.facts.observations, desk.facts.milestones
    origin = (desk.indicator_verdict_of[indicator.key], values, steps, tasks, by_code)
    return desk.kept(desk.indicator_path(indicator), origin, lambda: _page(desk, indicator, by_code))


def _page(desk: Desk, indicator: Indicator, by_code: dict[str, View]) -> View:
    verdict = desk.indicator_verdict_of[indicator.key]
    observations = _observations(desk, indicator)
    latest = _deciding(verdict)
    end = _latest(latest)[1]
    tasks = desk.task_views
    known = {one.scope: series.known(desk, indicator, one, observations) for one in verdict.targets}
    return {
        "kind": "indicator",
        "data": addresses.data(desk.slug, "chi-tieu", desk.indicator_path(indicator)),
        "reading": desk.pick(indicator, "reading"),
        "method": desk.pick(indicator, "method"),
        "written": written.serving(desk, indicator.code),
        "explanation": indicator_status_explanation(verdict.status, desk.language, desk.facts.thresholds),
        "risk": {
            "low": percent(desk.facts.thresholds.at_risk_from),
            "high": percent(desk.facts.thresholds.on_track_from),
        },
        "official": indicator.title,
        "official_target": indicator.target_text,
        "targets": [_target_view(desk, indicator, one) for one in verdict.targets],
        "measured": verdict.measured,
        "total": verdict.total,
        "printed": desk.printed(indicator),
        "charts": _charts(desk, indicator, verdict, observations, known),
        **_values(desk, indicator, verdict, observations, known),
        "age": _age(desk, end),
        "distance": _distance(desk, indicator, latest, known[latest.scope] if latest else None),
        "tasks": [tasks[code] for code in indicator.tasks if code in tasks],
        "gap_task": tasks.get(indicator.gap_task),
        "gap_owner": desk.body(indicator.gap_owner) if indicator.gap_owner else None,
        "clauses": indicator.clauses,
        "children": [each for each in by_code.values() if each["parent"] == indicator.code],
        "same": by_code.get(indicator.shares_path_with),
    }


def _age(desk: Desk, end: date | None) -> str:
    """Return how old the value is, in words."""
    if end is None:
        return ""
    months = age_in_months(end, desk.facts.as_of)
    if months > 1:
        return desk.say(_("The value is {months} months old."), months=months)
    return desk.say(_("The value is one month old.") if months else _("The value is less than a month old."))


def _values(
    desk: Desk,
    indicator: Indicator,
    verdict: IndicatorVerdict,
    observations: list[Observation],
    known: dict[str, Known],
) -> View:
    """Return the tables of values, and of the last one how it came to be and what else is said."""
    tables = [
        {**_target_view(desk, indicator, one), "rows": series.table(desk, indicator, one, known[one.scope])}
        for one in verdict.targets
    ]
    deciding = {each.id for found in known.values() for each in (*found.series.points, *found.series.older)}
    points = [each for found in known.values() for each in found.series.points]
    last = max(points, key=lambda each: each.period_end, default=None)
    others = series.others(desk, indicator, observations, deciding)
    return {
        "tables": [each for each in tables if each["rows"]],
        "others": others,
        "rival": next((each for each in others if each["rival"]), None),
        "trust": series.trust(desk, last) if last else "",
        "counted": series.counted(desk, last) if last else None,
        "last": series.value(desk, indicator, last) if last else None,
    }


def _target_view(desk: Desk, indicator: Indicator, one: TargetVerdict) -> View:
    scope = next((desk.pick(each, "scope") for each in indicator.targets if each.scope == one.scope), "")
    return {
        "scope": scope,
        "reason": desk.sentence(one.reason),
        "baseline": _shown(desk, indicator, one.baseline),
        "baseline_end": day(one.baseline_end, desk.language),
        "value": _shown(desk, indicator, one.value),
        "value_end": day(one.value_end, desk.language),
        "required": _shown(desk, indicator, one.required),
        "gap": number(rounded(one.gap, indicator.decimals), desk.language, sign=True) if one.gap else "",
        "target": _shown(desk, indicator, one.target),
        "due": day(one.due, desk.language),
        **desk.indicator_mark(one.status.value),
    }


def _distance(
    desk: Desk, indicator: Indicator, one: TargetVerdict | None, found: Known | None
) -> View | None:
    if one is None or found is None or one.distance_share is None or one.time_share is None:
        return None
    bars = {size: ways.bar(size, one, found.path) for size in ways.WIDTHS}
    for each in bars.values():
        for mark in each["marks"] if each else ():
            mark |= {"value": _shown(desk, indicator, mark["value"]), "day": day(mark["day"], desk.language)}
    return {
        "distance": number(rounded(one.distance_share * 100, 0), desk.language),
        "time": number(rounded(one.time_share * 100, 0), desk.language),
        "bars": bars,
        **_target_view(desk, indicator, one),
    }


def _charts(
    desk: Desk,
    indicator: Indicator,
    verdict: IndicatorVerdict,
    observations: list[Observation],
    known: dict[str, Known],
) -> list[View]:
    """Return one chart for each target with a value to reach, in a wide and a phone drawing."""
    drawn = []
    for one in verdict.targets:
        if one.target is None or one.due is None:
            continue
        lines = _lines(indicator, one, known[one.scope], observations)
        pictures = {
            name: _picture(desk, indicator, frame, one, lines)
            for name, frame in (("wide", charts.WIDE), ("phone", charts.PHONE))
        }
        drawn.append(_target_view(desk, indicator, one) | pictures | _outlook(desk, indicator, one, lines))
    return drawn


def _lines(indicator: Indicator, one: TargetVerdict, found: Known, observations: list[Observation]) -> Lines:
    points = list(found.series.points)
    rivals = [each for each in observations if each.standing is Standing.RIVAL and each.scope == one.scope]
    firsts = [next(iter(found.series.vintages(each)), each) for each in points]
    revised = [first for first, each in zip(firsts, points, strict=True) if first.value != each.value]
    return Lines(points, rivals, _pace(indicator, one, points), revised, found.path)


def _pace(indicator: Indicator, one: TargetVerdict, series: list[Observation]) -> Pace | None:
    if indicator.kind not in PACED or one.target is None or one.due is None:
        return None
    return pace(series, target=one.target, due=one.due, lower_is_better=indicator.lower_is_better)


def _outlook(desk: Desk, indicator: Indicator, one: TargetVerdict, known: Lines) -> View:
    """Return what the chart says of the pace, in numbers; "pace" is None where nothing can be said."""
    found: View = {"measured": bool(known.series), "pace": None}
    if known.pace is not None:
        places = max(1, indicator.decimals)
        shown = {
            name: number(rounded(getattr(known.pace, name), places), desk.language)
            for name in ("needed", "best", "low", "high")
        }
        year = str(one.due.year) if one.due else ""
        found["pace"] = {**shown, "year": year, "interval": known.pace.interval}
    return found


def mini(desk: Desk, indicator: Indicator) -> View | None:
    """Return the small drawing of a card, None when there is no number to reach."""
    verdict = desk.indicator_verdict_of[indicator.key]
    one = _deciding(verdict) or next((each for each in verdict.targets if each.target is not None), None)
    if one is None or one.target is None or one.due is None:
        return None
    found = series.known(desk, indicator, one, _observations(desk, indicator))
    lines = Lines(list(found.series.points), [], path=found.path)
    return _picture(desk, indicator, charts.MINI, one, lines)


def _picture(desk: Desk, indicator: Indicator, frame: charts.Frame, one: TargetVerdict, known: Lines) -> View:
    drawing = charts.trajectory(
        frame,
        series=known.series,
        rivals=known.rivals,
        verdict=one,
        start=desk.programme.issued_on,
        flipped=indicator.lower_is_better,
        keep=indicator.kind is IndicatorKind.KEEP_ABOVE,
        outlook=(known.pace.low, known.pace.high) if known.pace else None,
        thresholds=desk.facts.thresholds,
        firsts=known.firsts,
        stops=known.path.marks[1:-1] if known.path else (),
    )
    drawing["labelled"] = charts.uncrowded([x for x, _y, _value in drawing["points"]])
    drawing["rivals_labelled"] = charts.uncrowded([x for x, _y, _value in drawing["rivals"]])
    for name in ("points", "rivals"):
        drawing[name] = [(x, y, _shown(desk, indicator, value)) for x, y, value in drawing[name]]
    drawing["ticks"] = [(y, number(value, desk.language)) for y, value in drawing["ticks"]]
    drawing["goal"] = _goal(desk, indicator, one)
    drawing["required"] = _shown(desk, indicator, one.required)
    drawing |= _gap(desk, indicator, one)
    return drawing


def _gap(desk: Desk, indicator: Indicator, one: TargetVerdict) -> View:
    """Return by how much the last value lies short of the path, or ahead of it, without a sign."""
    if not one.gap:
        return {"short": False, "gap_size": ""}
    short = one.gap > 0 if indicator.lower_is_better else one.gap < 0
    return {"short": short, "gap_size": number(rounded(abs(one.gap), indicator.decimals), desk.language)}


def _goal(desk: Desk, indicator: Indicator, one: TargetVerdict) -> str:
    printed = next(
        (each for each in indicator.targets if each.scope == one.scope and each.test == "level"), None
    )
    text = _target(desk, indicator, printed) if printed else ""
    return text.removesuffix(desk.pick(printed, "scope")).strip() if printed else text
