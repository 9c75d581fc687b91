"""The catalogue entry keeps to DCAT-AP by a SHACL validator, and the rules catch each kind of fault."""

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, XSD
from tests.factories.facts import some_facts
from tests.factories.shapes import broken, catalogue_of
from tools import check_dcat

from thuocdo.evaluation.evaluate import evaluate
from thuocdo.publication.described import describing_files
from thuocdo.publication.describing.snapshot import Snapshot
from thuocdo.publication.open_data import all_tables


@pytest.fixture
def graph():
    """Return the catalogue entry of a small publication."""
    facts = some_facts()
    path = f"{facts.programme.slug}/dcat.jsonld"
    files = dict(describing_files(Snapshot(facts, all_tables(facts, evaluate(facts)))))
    return catalogue_of(files[path], path)


def test_the_catalogue_keeps_to_every_rule(graph):
    """Nothing is missing, doubled, or of another class than the profile asks for."""
    assert set(graph.objects(None, RDF.type)) >= {DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, FOAF.Agent}
    assert broken(graph) == []


def one(graph, kind):
    """Return any node of a class."""
    return next(graph.subjects(RDF.type, kind))


@pytest.mark.parametrize(
    ("kind", "name", "rule"),
    [
        (DCAT.Catalog, DCTERMS.title, "MinCount"),
        (DCAT.Catalog, DCTERMS.description, "MinCount"),
        (DCAT.Catalog, DCTERMS.publisher, "MinCount"),
        (DCAT.Dataset, DCTERMS.title, "MinCount"),
        (DCAT.Dataset, DCTERMS.description, "MinCount"),
        (DCAT.Distribution, DCAT.accessURL, "MinCount"),
        (FOAF.Agent, FOAF.name, "MinCount"),
    ],
    ids=lambda value: str(value).rpartition("/")[2],
)
def test_what_is_mandatory_is_missed(graph, kind, name, rule):
    """A mandatory property that one thing lacks is named."""
    graph.remove((one(graph, kind), name, None))
    assert broken(graph) == [(str(name).replace("/", "#").rpartition("#")[2], rule)]


@pytest.mark.parametrize(
    ("kind", "name", "value", "wrong"),
    [
        (DCAT.Dataset, DCTERMS.modified, rdflib.Literal("yesterday"), [("modified", "Node")]),
        (
            DCAT.Catalog,
            DCTERMS.license,
            rdflib.Literal("CC BY"),
            [("license", "Class"), ("license", "NodeKind")],
        ),
        (
            DCAT.Dataset,
            DCTERMS.language,
            rdflib.Literal("vi"),
            [("language", "Class"), ("language", "NodeKind")],
        ),
        (DCAT.Dataset, DCAT.theme, rdflib.URIRef("urn:x:theme"), [("theme", "Class")]),
        (DCAT.Dataset, DCAT.landingPage, rdflib.URIRef("urn:x:page"), [("landingPage", "Class")]),
        (DCAT.Dataset, DCTERMS.temporal, rdflib.Literal("2026"), [("temporal", "Class")]),
        (DCAT.Distribution, DCAT.mediaType, rdflib.Literal("text/csv"), [("mediaType", "Class")]),
        (DCAT.Distribution, DCTERMS["format"], rdflib.Literal("CSV"), [("format", "Class")]),
        (DCAT.Distribution, DCAT.downloadURL, rdflib.Literal("a.csv"), [("downloadURL", "NodeKind")]),
        (DCAT.Distribution, DCAT.byteSize, rdflib.Literal(5), [("byteSize", "Datatype")]),
        (
            DCTERMS.PeriodOfTime,
            DCAT.startDate,
            rdflib.Literal("2026", datatype=XSD.integer),
            [("startDate", "Node")],
        ),
    ],
    ids=lambda value: str(value).rpartition("/")[2] if isinstance(value, rdflib.URIRef) else "",
)
def test_a_value_of_another_kind_is_caught(graph, kind, name, value, wrong):
    """A word where an address stands, a day that is none, a thing without its class are caught."""
    graph.set((one(graph, kind), name, value))
    assert broken(graph) == wrong


def test_a_second_publisher_is_caught(graph):
    """A catalogue and a data set have one publisher."""
    other = rdflib.BNode()
    graph.add((other, RDF.type, FOAF.Agent))
    graph.add((other, FOAF.name, rdflib.Literal("Another")))
    graph.add((one(graph, DCAT.Catalog), DCTERMS.publisher, other))
    assert broken(graph) == [("publisher", "MaxCount")]


VOCABULARY = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
dcat:Catalog rdfs:subClassOf dcat:Dataset .
dct:title rdfs:range rdfs:Literal .
dct:license rdfs:range dct:LicenseDocument .
dcat:distribution rdfs:domain dcat:Dataset ; rdfs:range dcat:Distribution .
dcat:startDate rdfs:domain dct:PeriodOfTime .
"""


def test_an_entry_is_compared_with_a_vocabulary_given_to_the_tool(graph):
    """Undefined words, a domain and a range that do not hold are named; a class counts as those above it."""
    known = rdflib.Graph().parse(data=VOCABULARY, format="turtle")
    kept = rdflib.Graph()
    for name in (DCTERMS.title, DCTERMS.license, DCAT.distribution, DCAT.startDate, RDF.type):
        kept += graph.triples((None, name, None))
    kept.add((one(graph, DCAT.Catalog), DCAT.distribution, one(graph, DCAT.Distribution)))
    count, broken_ones = check_dcat.compare(kept, known)
    assert (count > len(kept) // 2, broken_ones) == (True, [])
    kept.add((one(graph, FOAF.Agent), DCAT.distribution, rdflib.URIRef("urn:x:table")))
    kept.add((one(graph, FOAF.Agent), rdflib.URIRef(f"{DCAT}colour"), rdflib.Literal("blue")))
    assert sorted(check_dcat.compare(kept, known)[1]) == [
        f"{DCAT}colour is not defined",
        f"{DCAT.distribution}: its domain is {DCAT.Dataset}",
        f"{DCAT.distribution}: its range is {DCAT.Distribution}",
    ]
