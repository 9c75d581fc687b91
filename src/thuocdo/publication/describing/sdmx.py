"""SDMX 3.0 for the indicators: structure.xml says what the columns mean, observations.csv holds the values.

Source: SDMX-ML 3.0 (structure message) and SDMX-CSV 2.0. Every observation stands in it, also one that
another has replaced: RECORD tells them apart, STANDING says which is the declared one.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from thuocdo.core.dates import month_end
from thuocdo.core.errors import N_
from thuocdo.core.formulas import guarded
from thuocdo.core.messages import LANGUAGES
from thuocdo.measurement.types import Observation
from thuocdo.programme.types import Indicator
from thuocdo.publication.describing.sdmx_writing import (
    STATES,
    Codes,
    Flow,
    data_csv,
    flow_id,
    structure_xml,
)
from thuocdo.publication.describing.snapshot import Snapshot

_WHOLE_COUNTRY = "VN"

_DIMENSIONS = {
    "INDICATOR": N_("Number of the indicator in the programme; _ stands for a dot"),
    "REF_AREA": N_("Code of the place; VN is the whole country"),
    "SCOPE": N_("The part that the value speaks of; _T is the whole"),
    "RECORD": N_("The observation's id"),
}
_ATTRIBUTES = {
    "UNIT_MEASURE": N_("Code of the unit"),
    "OBS_STATUS": STATES.meaning,
    "ORIGIN": N_("Where the value comes from: a register, a report, an outside publisher"),
    "STANDING": N_("Whether it is the declared value or one beside it"),
    "SOURCE": N_("Who published the value, and where"),
    "VINTAGE": N_("Day on which the value became known here"),
    "ILLUSTRATIVE": N_("Whether the value is invented to show how it works"),
}


def files(snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """Yield structure and data."""
    flow = Flow(
        flow_id(snapshot.slug),
        "DSD_INDICATORS",
        snapshot.facts.as_of,
        snapshot.facts.illustrative,
        {language: snapshot.title(language) for language in LANGUAGES},
        _DIMENSIONS,
        _ATTRIBUTES,
        {"INDICATOR": _codes(snapshot), "OBS_STATUS": STATES},
    )
    yield f"{snapshot.slug}/sdmx/structure.xml", structure_xml(flow)
    rows = (_cells(each) for each in snapshot.facts.observations)
    yield f"{snapshot.slug}/sdmx/observations.csv", data_csv(flow, rows)


def _codes(snapshot: Snapshot) -> Codes:
    named: dict[str, Indicator] = {}
    for indicator in snapshot.facts.programme.indicators:
        named.setdefault(indicator.code, indicator)
    names = {}
    for code in sorted({*named, *(each.indicator for each in snapshot.facts.observations)}):
        found = named.get(code)
        said = {"vi": found.name_vi, "en": found.name_en} if found else dict.fromkeys(LANGUAGES, code)
        names[code.replace(".", "_")] = said
    return Codes("CL_INDICATOR", _DIMENSIONS["INDICATOR"], names)


def _cells(each: Observation) -> Iterable[str]:
    return (
        each.indicator.replace(".", "_"),
        each.place or _WHOLE_COUNTRY,
        guarded(each.scope or "_T"),
        each.id,
        period(each.period_start, each.period_end),
        "" if each.value is None else format(each.value, "f"),
        each.unit,
        "P" if each.provisional else "A",
        each.origin.value,
        each.standing.value,
        guarded(each.source),
        "" if each.received_on is None else each.received_on.isoformat(),
        "true" if each.illustrative else "false",
    )


def period(start: date | None, end: date) -> str:
    """Return a stretch of time as SDMX writes it: 2025, 2025-Q2, 2025-07, a day, or a day and a length."""
    if start is None or start == end:
        return end.isoformat()
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    whole = start.day == 1 and end == month_end(end.year, end.month)
    if whole and months == 1:
        return f"{end:%Y-%m}"
    if whole and months == 3 and start.month % 3 == 1:  # noqa: PLR2004  a quarter
        return f"{start.year}-Q{end.month // 3}"
    if whole and months == 12 and start.month == 1:  # noqa: PLR2004  a year
        return str(end.year)
    return f"{start.isoformat()}/P{(end - start + timedelta(days=1)).days}D"
