"""DCAT-AP's rules of a catalogue entry, run by a SHACL validator that is not ours."""

from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import SH

ADDRESS = "https://a.example/"
"""Where the publication is taken to lie: its own addresses are relative."""
_SHAPES = Path(__file__).parents[1] / "contract" / "dcat-ap.ttl"


def catalogue_of(data: bytes, path: str) -> rdflib.Graph:
    """Read dcat.jsonld as found at a path of the publication."""
    return rdflib.Graph().parse(data=data, format="json-ld", base=ADDRESS + path)


def broken(graph: rdflib.Graph) -> list[tuple[str, str]]:
    """Return what does not keep to DCAT-AP: the property's name and the kind of rule, sorted."""
    shapes = rdflib.Graph().parse(_SHAPES)
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", meta_shacl=True)
    return sorted(
        (_name(report.value(each, SH.resultPath)), _name(report.value(each, SH.sourceConstraintComponent)))
        for each in report.objects(None, SH.result)
    )


def _name(term: object) -> str:
    return str(term).replace("/", "#").rpartition("#")[2].removesuffix("ConstraintComponent")
