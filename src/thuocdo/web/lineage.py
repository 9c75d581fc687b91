"""From a measured value down to its rows: the runs it was made of, their sums counted again, some rows."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from thuocdo.config.current import today
from thuocdo.config.measuring import recounting
from thuocdo.core.actor import Actor
from thuocdo.measurement import queries as observed
from thuocdo.measurement.months import Period
from thuocdo.measurement.sources import queries
from thuocdo.measurement.sources import recounting as again
from thuocdo.measurement.sources.provinces import Area, by_province
from thuocdo.measurement.sources.types import Lineage, RunValue
from thuocdo.measurement.types import Observation
from thuocdo.programme.queries import register
from thuocdo.web import sources_words
from thuocdo.web.accounts import show
from thuocdo.web.gate import actor_of

BODIES = 100
"""Bodies with the most rows on a page; the others are told as a number."""


@require_safe
def lineage(request: HttpRequest, value: str) -> HttpResponse:
    """Show what a value was made of, or one of its partitions (`lan`), down to rows for who may see them.

    With `tinh` it is told by province. Asked to (`dem`), all its rows are counted again and held against
    what was recorded.
    """
    person = actor_of(request)
    found, runs = queries.lineage_for(value, person)
    if request.GET.get("lan"):
        return _partition(request, found, runs)
    if request.GET.get("tinh"):
        return _provinces(request, found, runs)
    counted = None
    if request.GET.get("dem"):
        with recounting() as counter:
            counted = again.recount(counter, found, runs)
    shown = {
        **_value(found),
        "runs": runs,
        "newest": queries.newest([run for run, _table in runs]),
        "sources": _sources(runs, person),
        "counted": counted,
        "names": {each.id: each.shown.declaration.name for each in queries.sources(person)},
        "words": sources_words,
    }
    return show(request, "lineage.html", shown)


def _partition(request: HttpRequest, found: Lineage, runs: tuple[tuple[RunValue, str], ...]) -> HttpResponse:
    """Show one partition of a value counted again by body, and some of its rows to who may see them."""
    person = actor_of(request)
    one = next((each for each in runs if each[0].id == request.GET["lan"]), None)
    if one is None:
        raise queries.unknown()
    whose = queries.source(one[0].source, person)
    with recounting() as counter:
        whole = again.recount(counter, found, [one])
        bodies = again.by_body(counter, found, *one)
        some = again.sample(counter, *one) if queries.may_see_rows(person, whose) else None
    ordered = sorted(bodies.items(), key=lambda each: (-max(_size(each[1]), 0), each[0]))
    shown = {
        **_value(found),
        "run": one[0],
        "table": one[1],
        "source": whose,
        "whole": whole,
        "bodies": ordered[:BODIES],
        "more": max(0, len(ordered) - BODIES),
        "sample": some,
        "names": {each.code: each for each in register("").agencies},
        "words": sources_words,
    }
    return show(request, "lineage-rows.html", shown)


def _provinces(request: HttpRequest, found: Lineage, runs: tuple[tuple[RunValue, str], ...]) -> HttpResponse:
    """Show the value by province, as the provinces are now beside as they were month by month."""
    known = register("")
    with recounting() as counter, again.rolling(counter, found, runs) as roll:
        metric = again.metric_of(counter.catalogue, found)
        period = Period(found.first, found.last)
        areas = by_province(metric, roll, period=period, register=known, as_of=today())
    shown = {
        **_value(found),
        "areas": sorted(areas, key=_with_successor),
        "names": {each.code: each for each in known.agencies},
        "words": sources_words,
    }
    return show(request, "lineage-provinces.html", shown)


def _with_successor(area: Area) -> tuple[str, bool, str]:
    """Return what puts a body that is no more below the one that followed it."""
    names = {each.code: each.name_vi for each in register("").agencies}
    followed = names.get(area.successors[0], "") if area.successors else area.agency.name_vi
    return followed, bool(area.successors), area.agency.name_vi


def _value(found: Lineage) -> dict[str, Lineage | Observation]:
    return {"made": found, "value": observed.by_id([found.observation])[found.observation]}


def _sources(runs: tuple[tuple[RunValue, str], ...], person: Actor) -> dict[str, str]:
    ids = {run.source for run, _table in runs}
    return {each: queries.source(each, person).shown.declaration.name for each in ids}


def _size(sums: again.Counted) -> int:
    return int(sums.denominator if sums.denominator is not None else sums.numerator or 0)
