"""The demo's open data as others read it: by the standards' own schemas, by libraries that are not ours."""

import csv
from urllib.parse import urlsplit

import pytest
import rdflib
from frictionless import Package, system
from pysdmx.io import read_sdmx
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF
from tests.factories.shapes import broken, catalogue_of

pytestmark = [pytest.mark.files, pytest.mark.slow]
NEWER = {rdflib.URIRef(f"{DCAT}version")}
"""What DCAT 3 defines and the library's list of DCAT 2 does not."""


@pytest.fixture(scope="module")
def graph(demo):
    """Read the catalogue with an RDF library."""
    data = (demo[1] / "nq03" / "dcat.jsonld").read_bytes()
    return catalogue_of(data, "nq03/dcat.jsonld")


def test_catalogue_uses_only_words_of_its_standards(graph):
    """Each class and property of DCAT, Dublin Core and FOAF is one that the vocabulary defines."""
    used = {*graph.predicates(), *graph.objects(None, RDF.type)}
    for vocabulary in (DCAT, DCTERMS, FOAF):
        own = {term for term in used if str(term).startswith(str(vocabulary))}
        assert own
        assert [str(term) for term in own if term not in vocabulary and term not in NEWER] == []


def test_catalogue_keeps_to_the_profile(graph):
    """A SHACL validator finds every property that DCAT-AP asks for, as often and of the class it asks for."""
    assert broken(graph) == []


def test_every_address_of_the_catalogue_is_a_file_of_the_publication(graph, demo):
    """Whoever harvests the catalogue finds each file, with the size that is told where one is."""
    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        address = graph.value(distribution, DCAT.downloadURL)
        path = demo[1] / urlsplit(str(address)).path.lstrip("/")
        assert path.is_file(), address
        size = graph.value(distribution, DCAT.byteSize)
        assert size is None or int(size) == path.stat().st_size


def test_sdmx_keeps_to_its_schema_and_has_every_published_value(demo):
    """The official XSD holds for the structure, and pysdmx reads as many values as the table has rows."""
    place = demo[1] / "nq03" / "sdmx"
    structure = read_sdmx(place / "structure.xml", validate=True)
    (data,) = read_sdmx(place / "observations.csv").data
    table = (demo[1] / "nq03/du-lieu/observations.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(table.splitlines()))
    assert len(data.data) == len(rows) > 50
    columns = [each.id for each in structure.get_data_structure_definitions()[0].components]
    assert list(data.data.columns) == columns
    assert sorted(map(float, data.data["OBS_VALUE"])) == sorted(float(row["value"]) for row in rows)


def test_every_table_of_the_demo_keeps_its_own_schema(demo):
    """Frictionless finds types, keys and allowed values as the package promises them."""
    with system.use_context(trusted=True):
        report = Package(str(demo[1] / "nq03" / "datapackage.json")).validate()
    assert report.flatten(["type", "title", "note"]) == []
