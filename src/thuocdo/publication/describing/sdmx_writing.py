"""A structure message and its data as SDMX writes them, of any set of observations.

Sources: SDMX 3.0, section 3 (SDMX-ML structure) and SDMX-CSV 2.0.
"""

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from thuocdo.core.errors import N_
from thuocdo.core.messages import LANGUAGES
from thuocdo.publication.describing.snapshot import words

_SDMX = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
_MES, _STR, _COM = (f"{{{_SDMX}/{name}}}" for name in ("message", "structure", "common"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_URN = "urn:sdmx:org.sdmx.infomodel"
_AGENCY, _VERSION, _CONCEPTS = "THUOCDO", "1.0", "CS_THUOCDO"

TIME = N_("The stretch of time that the value speaks of")
VALUE = N_("The value, in its unit")

Names = Mapping[str, str]
"""Words by language."""


@dataclass(frozen=True, slots=True)
class Codes:
    """A code list: what it lists (a message) and the names of each code."""

    id: str
    meaning: str
    names: Mapping[str, Names]


@dataclass(frozen=True, slots=True)
class Flow:
    """A data flow: dimensions and attributes with their meanings (messages), some of them with codes."""

    id: str
    structure: str
    as_of: date
    illustrative: bool
    titles: Names
    dimensions: Mapping[str, str]
    attributes: Mapping[str, str]
    coded: Mapping[str, Codes]


STATES = Codes(
    "CL_OBS_STATUS",
    N_("Normal or provisional"),
    {
        code: {language: words(meaning, language) for language in LANGUAGES}
        for code, meaning in (("A", N_("Normal value")), ("P", N_("Provisional value")))
    },
)


def flow_id(name: str) -> str:
    """Return the id of the flow of a programme or data set."""
    return "INDICATORS_" + re.sub(r"[^A-Z0-9]", "_", name.upper())


def data_csv(flow: Flow, rows: Iterable[Iterable[str]]) -> bytes:
    """Return the observations; each row has the dimensions, the time, the value and the attributes."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    names = (*flow.dimensions, "TIME_PERIOD", "OBS_VALUE", *flow.attributes)
    writer.writerow(("STRUCTURE", "STRUCTURE_ID", "ACTION", *names))
    head = ("dataflow", f"{_AGENCY}:{flow.id}({_VERSION})", "I")
    writer.writerows((*head, *row) for row in rows)
    return stream.getvalue().encode()


def structure_xml(flow: Flow) -> bytes:
    """Return the structure message: flow, code lists, concepts and the structure itself."""
    top = ET.Element(f"{_MES}Structure")
    header = ET.SubElement(top, f"{_MES}Header")
    ET.SubElement(header, f"{_MES}ID").text = f"{flow.id}_{flow.as_of:%Y%m%d}"
    ET.SubElement(header, f"{_MES}Test").text = "true" if flow.illustrative else "false"
    ET.SubElement(header, f"{_MES}Prepared").text = f"{flow.as_of}T00:00:00"
    ET.SubElement(header, f"{_MES}Sender", {"id": _AGENCY})
    all_of = ET.SubElement(top, f"{_MES}Structures")
    kept = _kept(ET.SubElement(all_of, f"{_STR}Dataflows"), "Dataflow", flow.id)
    _name(kept, flow.titles)
    structure = f"{_URN}.datastructure.DataStructure={_AGENCY}:{flow.structure}({_VERSION})"
    ET.SubElement(kept, f"{_STR}Structure").text = structure
    lists = ET.SubElement(all_of, f"{_STR}Codelists")
    for codes in flow.coded.values():
        _codelist(lists, codes)
    _concepts(ET.SubElement(all_of, f"{_STR}ConceptSchemes"), flow)
    _components(ET.SubElement(all_of, f"{_STR}DataStructures"), flow)
    for prefix, space in (("mes", "message"), ("str", "structure"), ("com", "common")):
        ET.register_namespace(prefix, f"{_SDMX}/{space}")
    ET.indent(top, " ")
    written: bytes = ET.tostring(top, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _codelist(parent: ET.Element, codes: Codes) -> None:
    kept = _kept(parent, "Codelist", codes.id)
    _say(kept, codes.meaning)
    for code, names in codes.names.items():
        _name(ET.SubElement(kept, f"{_STR}Code", {"id": code}), names)


def _concepts(parent: ET.Element, flow: Flow) -> None:
    scheme = _kept(parent, "ConceptScheme", _CONCEPTS)
    _name(scheme, flow.titles)
    every = {**flow.dimensions, "TIME_PERIOD": TIME, "OBS_VALUE": VALUE, **flow.attributes}
    for name, meaning in every.items():
        _say(ET.SubElement(scheme, f"{_STR}Concept", {"id": name}), meaning)


def _components(parent: ET.Element, flow: Flow) -> None:
    structure = _kept(parent, "DataStructure", flow.structure)
    _name(structure, flow.titles)
    parts = ET.SubElement(structure, f"{_STR}DataStructureComponents")
    dimensions = ET.SubElement(parts, f"{_STR}DimensionList")
    for place, name in enumerate(flow.dimensions, 1):
        _part(dimensions, "Dimension", {"id": name, "position": str(place)}, _holds(flow, name))
    _part(dimensions, "TimeDimension", {"id": "TIME_PERIOD"}, "ObservationalTimePeriod")
    attributes = ET.SubElement(parts, f"{_STR}AttributeList")
    for name in flow.attributes:
        made = _part(attributes, "Attribute", {"usage": "optional", "id": name}, _holds(flow, name))
        ET.SubElement(ET.SubElement(made, f"{_STR}AttributeRelationship"), f"{_STR}Observation")
        ET.SubElement(ET.SubElement(made, f"{_STR}MeasureRelationship"), f"{_STR}Measure").text = "OBS_VALUE"
    _part(ET.SubElement(parts, f"{_STR}MeasureList"), "Measure", {"id": "OBS_VALUE"}, "Decimal")


def _holds(flow: Flow, name: str) -> str:
    return flow.coded[name].id if name in flow.coded else "String"


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


def _say(parent: ET.Element, message: str) -> None:
    _name(parent, {language: words(message, language) for language in LANGUAGES})


def _name(parent: ET.Element, names: Names) -> None:
    for language, said in names.items():
        ET.SubElement(parent, f"{_COM}Name", {_LANG: language}).text = said
