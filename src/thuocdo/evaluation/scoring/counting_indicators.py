"""How well a body measures the indicators it monitors; their value only where an act assigns it."""

from collections.abc import Iterator
from datetime import date

from thuocdo.core.dates import month_end
from thuocdo.evaluation.rules.index import FactsIndex
from thuocdo.evaluation.scoring.counts import Count
from thuocdo.evaluation.types import IndicatorStatus, Verdicts
from thuocdo.measurement.types import Observation, Standing
from thuocdo.programme.types import Indicator, IndicatorKind

UNDEFINED = frozenset({"words_only", "no_definition", "criteria_missing", "no_published_list"})
"""Gaps that mean: nobody has published yet how the value is to be measured."""

STALE_AFTER = 2
"""A value is stale when it is older than so many times the rhythm in which it appears."""

KEPT = frozenset({IndicatorStatus.MET, IndicatorStatus.AT_TARGET, IndicatorStatus.ON_TRACK})


def of_indicators(verdicts: Verdicts, index: FactsIndex) -> Iterator[tuple[str, Count]]:
    """Yield what is counted for who monitors an indicator, and for whom an act assigns its value.

    All of it is a state of the facts' day.
    """
    found = {verdict.indicator: verdict for verdict in verdicts.indicators}
    for row in index.programme.indicators:
        if row.kind is IndicatorKind.HEADER or row.replaced_by:
            continue
        names = tuple(_names(row, index))
        for body in index.bodies.parts(row.monitors, task="", due=None).holders:
            yield from ((body, Count(name, None)) for name in names)
        for body in index.bodies.parts(row.assigned_to, task="", due=None).holders:
            yield body, Count("indicators.assigned", None)
            if found[row.key].status in KEPT:
                yield body, Count("indicators.assigned_kept", None)


def _names(row: Indicator, index: FactsIndex) -> Iterator[str]:
    yield "indicators.monitored"
    if row.gap not in UNDEFINED:
        yield "indicators.defined"
    last = _last_value(row, index)
    if last is None or _later(last.period_end, STALE_AFTER * row.frequency_months) < index.as_of:
        return
    yield "indicators.measured"
    published = last.published_on or last.received_on
    if published is not None and published <= _later(last.period_end, row.frequency_months):
        yield "indicators.in_time"


def _last_value(row: Indicator, index: FactsIndex) -> Observation | None:
    """Return the newest value by the declared method that was known on the facts' day."""
    codes = {row.code, row.shares_path_with.partition("@")[0]} - {""}
    known = (
        each
        for each in index.facts.observations
        if each.indicator in codes
        and each.standing is Standing.DECLARED
        and (each.published_on or each.received_on or each.period_end) <= index.as_of
    )
    return max(known, key=lambda each: (each.period_end, each.id), default=None)


def _later(day: date, months: int) -> date:
    """Return the end of the month that lies so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return month_end(year, month + 1)
