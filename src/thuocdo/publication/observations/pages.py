"""The pages of a data set: an index, and for each indicator a chart and a table; both languages."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from thuocdo.core.messages import LANGUAGES
from thuocdo.core.text import fold
from thuocdo.publication.describing.snapshot import LICENCE
from thuocdo.publication.observations.drawing import FRAMES, bars, line
from thuocdo.publication.observations.tables import INDICATORS, addresses
from thuocdo.publication.observations.types import DataSet, Value
from thuocdo.publication.site import addresses as ways
from thuocdo.publication.site import build
from thuocdo.publication.site.words import day, number

View = dict[str, object]
STYLE = "assets/style.css"
_FEW = 5


def pages(given: DataSet) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each page and of their style sheet."""
    yield STYLE, (Path(build.__file__).parent / "style.css").read_bytes()
    named = addresses(given)
    by_indicator = [(code, list(found)) for code, found in groupby(given.values, attrgetter("indicator"))]
    for language in LANGUAGES:
        prefix = ways.PREFIX[language]
        rows = [_summary(given, code, values, named[code], language) for code, values in by_indicator]
        context = _common(given, language)
        yield _page(prefix, language, "set_index.html", {**context, "rows": rows})
        for (code, values), row in zip(by_indicator, rows, strict=True):
            shown = {**context, "row": row, **_indicator(given, values, language)}
            path = f"{prefix}{INDICATORS}/{named[code]}/"
            yield _page(path, language, "set_indicator.html", shown)


def _page(path: str, language: str, template: str, context: View) -> tuple[str, bytes]:
    bare = path.removeprefix(ways.PREFIX["en"])
    other = ways.PREFIX["en" if language == "vi" else "vi"] + bare
    here = {"root": ways.root_of(path), "home": ways.PREFIX[language], "other": other}
    text = build.environment_of(language).render_template(template, **(context | here))
    return f"{path}index.html", text.encode()


def _common(given: DataSet, language: str) -> View:
    return {
        "title": given.title,
        "publisher": given.publisher,
        "as_of": day(given.as_of, language),
        "illustrative": given.illustrative,
        "licence": LICENCE,
        "counts": [number(len(each), language) for each in (given.values, given.indicators, given.areas)],
    }


def _summary(given: DataSet, code: str, values: list[Value], name: str, language: str) -> View:
    newest = max(
        (each.period for each in values if each.value is not None), default=None, key=lambda one: one.end
    )
    areas = {each.area for each in values}
    return {
        "code": code,
        "name": given.indicators[code],
        "path": f"{ways.PREFIX[language]}{INDICATORS}/{name}/",
        "data": f"{INDICATORS}/{name}",
        "unit": values[0].unit,
        "areas": len(areas),
        "values": number(len(values), language),
        "first": min((each.period for each in values), key=lambda one: one.start).text,
        "last": newest.text if newest else "–",
        "illustrative": any(each.illustrative for each in values),
    }


def _indicator(given: DataSet, values: list[Value], language: str) -> View:
    periods = sorted({each.period for each in values}, key=lambda one: (one.end, one.start))
    areas = list(dict.fromkeys(each.area for each in values))
    at = {(each.area, each.period.text): each for each in values}
    mixed = len({each.illustrative for each in values}) > 1
    known = [each for each in values if each.value is not None]
    last = max((each.period for each in known), default=None, key=lambda one: (one.end, one.start))
    chart: View = {}
    if len(areas) > 1 and last is not None:
        newest = [each for each in known if each.period == last]
        newest.sort(key=lambda each: (-(each.value or Decimal(0)), fold(given.areas[each.area])))
        chart = {
            size: bars(frame, [(given.areas[each.area], each.value) for each in newest], language)
            for size, frame in FRAMES.items()
        }
    elif known:
        chart = {size: line(frame, known, language) for size, frame in FRAMES.items()}
    return {
        "chart": chart,
        "shown": last.text if last and len(areas) > 1 else "",
        "periods": [each.text for each in periods],
        "table": [
            {
                "area": given.areas[area],
                "cells": [_cell(at.get((area, each.text)), language, mixed=mixed) for each in periods],
            }
            for area in areas
        ],
        "provisional": any(each.provisional for each in values),
        "sources": list(dict.fromkeys(each.source for each in values if each.source))[:_FEW],
    }


def _cell(each: Value | None, language: str, *, mixed: bool) -> View:
    if each is None:
        return {"value": "–", "provisional": False, "illustrative": False}
    return {
        "value": number(each.value, language),
        "provisional": each.provisional,
        "illustrative": mixed and each.illustrative,
    }
