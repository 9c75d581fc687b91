"""datapackage.json: a Frictionless tabular data package over the CSV files, with types and row names.

Source: https://specs.frictionlessdata.io/tabular-data-package/ (version 1).
"""

import json
from collections.abc import Iterator
from typing import Any

from thuocdo.core.errors import N_
from thuocdo.core.messages import LANGUAGES
from thuocdo.publication.columns import BOOLEAN, DATE, DECIMAL, INTEGER, LIST, TEXT, Column, Table
from thuocdo.publication.describing.snapshot import LICENCE, LICENCE_NAME, Snapshot

_TYPES: dict[str, dict[str, Any]] = {
    TEXT: {"type": "string"},
    INTEGER: {"type": "integer"},
    DECIMAL: {"type": "number"},
    DATE: {"type": "date"},
    BOOLEAN: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    LIST: {"type": "string"},
}
_SEVERAL = N_("Several values are parted by “; ”.")


def files(snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """Yield the one file, beside the tables that it describes."""
    package = {
        "profile": "tabular-data-package",
        "name": snapshot.slug,
        "title": " / ".join(snapshot.title(language) for language in LANGUAGES),
        "description": " / ".join(snapshot.about(language) for language in LANGUAGES),
        "version": snapshot.facts.as_of.isoformat(),
        "licenses": [{"name": LICENCE_NAME, "path": LICENCE}],
        "sources": [{"title": f"{snapshot.facts.programme.number} ({snapshot.issuer('vi')})"}],
        "resources": [_resource(snapshot, table) for table in snapshot.whole_tables],
    }
    data = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    yield f"{snapshot.slug}/datapackage.json", data.encode()


def _resource(snapshot: Snapshot, table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": f"{snapshot.within(table)}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {
            "fields": [_field(snapshot, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": [column.name for column in table.columns[: table.keys]],
        },
    }


def _field(snapshot: Snapshot, column: Column) -> dict[str, Any]:
    meaning = _both(snapshot, column.meaning, status=column.name.rpartition("_")[2])
    if column.type == LIST:
        meaning += " " + _both(snapshot, _SEVERAL)
    field = {"name": column.name, **_TYPES[column.type], "description": meaning}
    if column.values and column.type == TEXT:
        field["constraints"] = {"enum": list(column.values)}
    return field


def _both(snapshot: Snapshot, message: str, **params: object) -> str:
    return " / ".join(snapshot.words(message, language, **params) for language in LANGUAGES)
