"""dcat.jsonld: the publication as a catalogue entry that data portals harvest.

Source: DCAT-AP 3.0, the mandatory and recommended properties of Catalogue, Dataset and Distribution. Each
thing that a property points to names its class too, so that a reader who checks ranges needs nothing else.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from thuocdo.core.errors import N_
from thuocdo.core.messages import LANGUAGES
from thuocdo.publication.columns import Table
from thuocdo.publication.describing.snapshot import LICENCE, Described, correction_words, words

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "adms": "http://www.w3.org/ns/adms#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_MEDIA_TYPES = "http://www.iana.org/assignments/media-types"
_LANGUAGES = {"vi": "VIE", "en": "ENG"}
_FORMATS = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
_CATALOGUE = N_("Open data of {title}")


def files(of: Described) -> Iterator[tuple[str, bytes]]:
    """Yield the one file; its addresses are relative to itself, so that a copied folder stays right."""
    publisher = {"@type": "foaf:Agent", "foaf:name": _in_each(of.issuer)}
    title = _in_each(lambda code: words(_CATALOGUE, code, title=of.title(code)))
    catalogue = {
        "@context": _CONTEXT,
        "@id": "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": title,
        "dct:description": _in_each(of.about),
        "dct:publisher": publisher,
        "dct:license": _one("dct:LicenseDocument", LICENCE),
        "dct:language": _languages(),
        "dct:modified": _day(of.as_of),
        "foaf:homepage": _one("foaf:Document", "./"),
        "dcat:dataset": [_dataset(of, publisher)],
    }
    data = json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n"
    yield f"{of.place}dcat.jsonld", data.encode()


def _dataset(of: Described, publisher: dict[str, Any]) -> dict[str, Any]:
    found = {
        "@id": "#data",
        "@type": "dcat:Dataset",
        "dct:title": _in_each(of.title),
        "dct:description": _in_each(of.about),
        "dct:identifier": f"{of.name}/{of.as_of}",
        "dct:publisher": publisher,
        "dct:language": _languages(),
        "dct:modified": _day(of.as_of),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(of.begins_on),
            "dcat:endDate": _day(of.ends_on),
        },
        "dcat:version": of.as_of.isoformat(),
        "dcat:landingPage": _one("foaf:Document", "./"),
        "dcat:theme": _one("skos:Concept", f"{_AUTHORITY}/data-theme/GOVE"),
        "dcat:distribution": [
            _distribution(of, table, suffix) for table in of.whole_tables for suffix in _FORMATS
        ],
    }
    notes = [note for each in of.corrections for note in _in_each(partial(correction_words, each))]
    return found | ({"adms:versionNotes": notes} if notes else {})


def _distribution(of: Described, table: Table, suffix: str) -> dict[str, Any]:
    address = {"@id": f"{table.path.removeprefix(of.place)}.{suffix}"}
    return {
        "@type": "dcat:Distribution",
        "dct:title": f"{table.name}.{suffix}",
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcat:mediaType": _one("dct:MediaType", f"{_MEDIA_TYPES}/{_FORMATS[suffix]}"),
        "dct:format": _one("dct:MediaTypeOrExtent", f"{_AUTHORITY}/file-type/{suffix.upper()}"),
        "dct:license": _one("dct:LicenseDocument", LICENCE),
    }


def _in_each(said: Callable[[str], str]) -> list[dict[str, str]]:
    return [{"@value": said(language), "@language": language} for language in LANGUAGES]


def _languages() -> list[dict[str, str]]:
    names = (_LANGUAGES[language] for language in LANGUAGES)
    return [_one("dct:LinguisticSystem", f"{_AUTHORITY}/language/{name}") for name in names]


def _one(kind: str, address: str) -> dict[str, str]:
    return {"@id": address, "@type": kind}


def _day(day: object) -> dict[str, str]:
    return {"@value": str(day), "@type": "xsd:date"}
