"""Holds a catalogue entry to the vocabularies themselves: is each word defined, do domain and range hold?

`python tools/check_dcat.py dcat.jsonld VOCABULARY…`, where the vocabularies (DCAT, Dublin Core terms, FOAF,
SKOS) are files in any RDF format as their publishers give them out; the packages `@vocabulary/dcat`,
`@vocabulary/dcterms`, `@vocabulary/foaf` and `@vocabulary/skos` of the npm registry hold them as `.nq`.
Prints what does not hold, then the number of conditions; ends with 1 where one is broken.
"""

import argparse
import sys
from pathlib import Path

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, XSD

_ANYTHING = {RDFS.Resource, OWL.Thing}


def main() -> int:
    """Read the entry and the vocabularies, and compare them."""
    reader = argparse.ArgumentParser(description=main.__doc__)
    reader.add_argument("entry", type=Path)
    reader.add_argument("vocabularies", nargs="+", type=Path)
    asked = reader.parse_args()
    known = rdflib.Dataset(default_union=True)
    for each in asked.vocabularies:
        known.parse(each)
    entry = rdflib.Graph().parse(asked.entry, format="json-ld", publicID="https://a.example/dcat.jsonld")
    count, broken = compare(entry, known)
    print(*sorted(set(broken)), f"conditions: {count}", f"broken: {len(broken)}", sep="\n")
    return 1 if broken else 0


def compare(entry: rdflib.Graph, known: rdflib.Graph) -> tuple[int, list[str]]:
    """Return how many conditions were looked at, and what does not hold."""
    count, broken = 0, []
    described = {str(each).rpartition("#")[0] or str(each).rpartition("/")[0] for each in known.subjects()}
    for subject, name, value in entry:
        home = str(name).rpartition("#")[0] or str(name).rpartition("/")[0]
        if home in described and name != RDF.type:
            count += 1
            broken += [] if (name, None, None) in known else [f"{name} is not defined"]
        for place, node in ((RDFS.domain, subject), (RDFS.range, value)):
            asked = set(known.objects(name, place)) - _ANYTHING
            kinds = {kind for kind in asked if isinstance(kind, rdflib.URIRef)}
            count += len(kinds)
            end = place.rpartition("#")[2]
            broken += [
                f"{name}: its {end} is {kind}" for kind in kinds if not _is_a(node, kind, entry, known)
            ]
    return count, broken


def _is_a(node: object, kind: rdflib.URIRef, entry: rdflib.Graph, known: rdflib.Graph) -> bool:
    if kind == RDFS.Literal or kind in XSD:
        return isinstance(node, rdflib.Literal)
    found = entry.objects(node, RDF.type) if isinstance(node, rdflib.URIRef | rdflib.BNode) else ()
    return any(kind in known.transitive_objects(each, RDFS.subClassOf) for each in found)


if __name__ == "__main__":
    sys.exit(main())
