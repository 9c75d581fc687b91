"""SDMX 3.0 for the indicators: structure.xml says what the columns mean, observations.csv holds the values.

Source: SDMX-ML 3.0 (structure message) and SDMX-CSV 2.0. Every observation stands in it, also one that
another has replaced: RECORD tells them apart, STANDING says which is the declared one.
"""

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from thuocdo.core.dates import month_end
from thuocdo.core.errors import N_
from thuocdo.core.formulas import guarded
from thuocdo.core.messages import LANGUAGES
from thuocdo.measurement.types import Observation
from thuocdo.programme.types import Indicator
from thuocdo.publication.describing.snapshot import Snapshot

_SDMX = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_MES, _STR, _COM = (f"{{{_SDMX}/{name}}}" for name in ("message", "structure", "common"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_URN = "urn:sdmx:org.sdmx.infomodel"
_AGENCY, _VERSION = "THUOCDO", "1.0"
_CODES, _STATES, _CONCEPTS, _STRUCTURE = "CL_INDICATOR", "CL_OBS_STATUS", "CS_THUOCDO", "DSD_INDICATORS"
_WHOLE_COUNTRY = "VN"

_DIMENSIONS = {
    "INDICATOR": N_("Number of the indicator in the programme; _ stands for a dot"),
    "REF_AREA": N_("Code of the place; VN is the whole country"),
    "SCOPE": N_("The part that the value speaks of; _T is the whole"),
    "RECORD": N_("The observation's id"),
}
_TIME = N_("The stretch of time that the value speaks of")
_VALUE = N_("The value, in its unit")
_ATTRIBUTES = {
    "UNIT_MEASURE": N_("Code of the unit"),
    "OBS_STATUS": N_("Normal or provisional"),
    "ORIGIN": N_("Where the value comes from: a register, a report, an outside publisher"),
    "STANDING": N_("Whether it is the declared value or one beside it"),
    "SOURCE": N_("Who published the value, and where"),
    "VINTAGE": N_("Day on which the value became known here"),
    "ILLUSTRATIVE": N_("Whether the value is invented to show how it works"),
}
_STATUS = {"A": N_("Normal value"), "P": N_("Provisional value")}


def files(snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """Yield structure and data."""
    yield f"{snapshot.slug}/sdmx/structure.xml", _structure(snapshot)
    yield f"{snapshot.slug}/sdmx/observations.csv", _data(snapshot)


def _data(snapshot: Snapshot) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    names = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *_DIMENSIONS, "TIME_PERIOD", "OBS_VALUE", *_ATTRIBUTES)
    writer.writerow(names)
    flow = ("dataflow", f"{_AGENCY}:{_flow(snapshot)}({_VERSION})", "I")
    for each in snapshot.facts.observations:
        writer.writerow((*flow, *_cells(each)))
    return stream.getvalue().encode()


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


def _flow(snapshot: Snapshot) -> str:
    return "INDICATORS_" + re.sub(r"[^A-Z0-9]", "_", snapshot.slug.upper())


def _structure(snapshot: Snapshot) -> bytes:
    top = ET.Element(f"{_MES}Structure")
    header = ET.SubElement(top, f"{_MES}Header")
    ET.SubElement(header, f"{_MES}ID").text = f"{_flow(snapshot)}_{snapshot.facts.as_of:%Y%m%d}"
    ET.SubElement(header, f"{_MES}Test").text = "true" if snapshot.facts.illustrative else "false"
    ET.SubElement(header, f"{_MES}Prepared").text = f"{snapshot.facts.as_of}T00:00:00"
    ET.SubElement(header, f"{_MES}Sender", {"id": _AGENCY})
    all_of = ET.SubElement(top, f"{_MES}Structures")
    flow = _kept(ET.SubElement(all_of, f"{_STR}Dataflows"), "Dataflow", _flow(snapshot))
    _name(flow, {language: snapshot.title(language) for language in LANGUAGES})
    structure = f"{_URN}.datastructure.DataStructure={_AGENCY}:{_STRUCTURE}({_VERSION})"
    ET.SubElement(flow, f"{_STR}Structure").text = structure
    _codelists(ET.SubElement(all_of, f"{_STR}Codelists"), snapshot)
    _concepts(ET.SubElement(all_of, f"{_STR}ConceptSchemes"), snapshot)
    _components(ET.SubElement(all_of, f"{_STR}DataStructures"), snapshot)
    for prefix, space in (("mes", "message"), ("str", "structure"), ("com", "common")):
        ET.register_namespace(prefix, f"{_SDMX}/{space}")
    ET.indent(top, " ")
    written: bytes = ET.tostring(top, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _codelists(parent: ET.Element, snapshot: Snapshot) -> None:
    codes = _kept(parent, "Codelist", _CODES)
    _say(codes, snapshot, _DIMENSIONS["INDICATOR"])
    named: dict[str, Indicator] = {}
    for indicator in snapshot.facts.programme.indicators:
        named.setdefault(indicator.code, indicator)
    for code in sorted({*named, *(each.indicator for each in snapshot.facts.observations)}):
        found = named.get(code)
        names = {"vi": found.name_vi, "en": found.name_en} if found else dict.fromkeys(LANGUAGES, code)
        _name(ET.SubElement(codes, f"{_STR}Code", {"id": code.replace(".", "_")}), names)
    states = _kept(parent, "Codelist", _STATES)
    _say(states, snapshot, _ATTRIBUTES["OBS_STATUS"])
    for state, meaning in _STATUS.items():
        _say(ET.SubElement(states, f"{_STR}Code", {"id": state}), snapshot, meaning)


def _concepts(parent: ET.Element, snapshot: Snapshot) -> None:
    scheme = _kept(parent, "ConceptScheme", _CONCEPTS)
    _name(scheme, {language: snapshot.title(language) for language in LANGUAGES})
    every = _DIMENSIONS | {"TIME_PERIOD": _TIME, "OBS_VALUE": _VALUE} | _ATTRIBUTES
    for name, meaning in every.items():
        _say(ET.SubElement(scheme, f"{_STR}Concept", {"id": name}), snapshot, meaning)


def _components(parent: ET.Element, snapshot: Snapshot) -> None:
    structure = _kept(parent, "DataStructure", _STRUCTURE)
    _name(structure, {language: snapshot.title(language) for language in LANGUAGES})
    parts = ET.SubElement(structure, f"{_STR}DataStructureComponents")
    dimensions = ET.SubElement(parts, f"{_STR}DimensionList")
    for place, name in enumerate(_DIMENSIONS, 1):
        codes = _CODES if name == "INDICATOR" else ""
        _part(dimensions, "Dimension", {"id": name, "position": str(place)}, codes or "String")
    _part(dimensions, "TimeDimension", {"id": "TIME_PERIOD"}, "ObservationalTimePeriod")
    attributes = ET.SubElement(parts, f"{_STR}AttributeList")
    for name in _ATTRIBUTES:
        made = _part(
            attributes,
            "Attribute",
            {"usage": "optional", "id": name},
            _STATES if name == "OBS_STATUS" else "String",
        )
        ET.SubElement(ET.SubElement(made, f"{_STR}AttributeRelationship"), f"{_STR}Observation")
        ET.SubElement(ET.SubElement(made, f"{_STR}MeasureRelationship"), f"{_STR}Measure").text = "OBS_VALUE"
    _part(ET.SubElement(parts, f"{_STR}MeasureList"), "Measure", {"id": "OBS_VALUE"}, "Decimal")


def _part(parent: ET.Element, kind: str, given: dict[str, str], holds: str) -> ET.Element:
    """Add a component whose values are of a text type, or of a code list (its id begins with CL_)."""
    made = ET.SubElement(parent, f"{_STR}{kind}", given)
    concept = f"{_URN}.conceptscheme.Concept={_AGENCY}:{_CONCEPTS}({_VERSION}).{given['id']}"
    ET.SubElement(made, f"{_STR}ConceptIdentity").text = concept
    local = ET.SubElement(made, f"{_STR}LocalRepresentation")
    if holds.startswith("CL_"):
        codes = f"{_URN}.codelist.Codelist={_AGENCY}:{holds}({_VERSION})"
        ET.SubElement(local, f"{_STR}Enumeration").text = codes
    else:
        ET.SubElement(local, f"{_STR}TextFormat", {"textType": holds})
    return made


def _kept(parent: ET.Element, kind: str, name: str) -> ET.Element:
    return ET.SubElement(parent, f"{_STR}{kind}", {"id": name, "version": _VERSION, "agencyID": _AGENCY})


def _say(parent: ET.Element, snapshot: Snapshot, message: str) -> None:
    _name(parent, {language: snapshot.words(message, language) for language in LANGUAGES})


def _name(parent: ET.Element, names: dict[str, str]) -> None:
    for language, words in names.items():
        ET.SubElement(parent, f"{_COM}Name", {_LANG: language}).text = words
