"""tin.xml: what is new, as an Atom feed in each language: the publication, and every correction.

Source: RFC 4287. Names are made of digests, because a copied folder does not know its address.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date

from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import N_
from thuocdo.core.messages import LANGUAGES
from thuocdo.publication.corrections import PAGE
from thuocdo.publication.describing.snapshot import LICENCE, Snapshot, correction_words

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_NEW = N_("Status as of {day}")


def files(snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """Yield a feed for each language."""
    for language in LANGUAGES:
        yield f"{snapshot.folder(language)}tin.xml", _feed(snapshot, language)


def _feed(snapshot: Snapshot, language: str) -> bytes:
    facts, slug = snapshot.facts, snapshot.slug
    top = ET.Element(f"{{{_ATOM}}}feed", {f"{{{_XML}}}lang": language})
    _say(top, "title", snapshot.title(language))
    _say(top, "id", _urn(slug, language))
    _say(top, "updated", _moment(facts.as_of))
    _say(top, "rights", LICENCE)
    _say(ET.SubElement(top, f"{{{_ATOM}}}author"), "name", snapshot.issuer(language))
    ET.SubElement(top, f"{{{_ATOM}}}link", {"rel": "alternate", "href": "./"})
    title = snapshot.words(_NEW, language, day=facts.as_of)
    _entry(top, (slug, facts.as_of.isoformat()), title, facts.as_of, "./")
    for each in sorted(snapshot.corrections, key=lambda one: one.entry or 0, reverse=True):
        name = (each.what, each.key, each.field, each.old, each.new, each.document)
        _entry(top, name, correction_words(each, language), each.document_on or facts.as_of, f"{PAGE}/")
    ET.register_namespace("", _ATOM)
    ET.indent(top, " ")
    written: bytes = ET.tostring(top, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(top: ET.Element, name: tuple[str, ...], title: str, day: date, href: str) -> None:
    entry = ET.SubElement(top, f"{{{_ATOM}}}entry")
    _say(entry, "title", title)
    _say(entry, "id", _urn(*name))
    _say(entry, "updated", _moment(day))
    _say(entry, "summary", title)
    ET.SubElement(entry, f"{{{_ATOM}}}link", {"rel": "alternate", "href": href})


def _say(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, f"{{{_ATOM}}}{name}").text = text


def _urn(*name: str) -> str:
    return f"urn:sha256:{sha256_hex(canonical_json(list(name)))}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"
