"""datapackage.json: a Frictionless data package over the CSV files, with types and row names, and Parquet.

Source: https://specs.frictionlessdata.io/data-package/ and /tabular-data-resource/ (version 1).
"""

import json
from collections.abc import Iterator
from typing import Any

from thuocdo.core.errors import N_
from thuocdo.core.messages import LANGUAGES
from thuocdo.publication.columns import BOOLEAN, DATE, DECIMAL, INTEGER, LIST, TEXT, Column, Table
from thuocdo.publication.describing.snapshot import LICENCE, LICENCE_NAME, Described, words

_TYPES: dict[str, dict[str, Any]] = {
    TEXT: {"type": "string"},
    INTEGER: {"type": "integer"},
    DECIMAL: {"type": "number"},
    DATE: {"type": "date"},
    BOOLEAN: {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
    LIST: {"type": "string"},
}
_SEVERAL = N_("Several values are parted by “; ”.")


def files(of: Described) -> Iterator[tuple[str, bytes]]:
    """Yield the one file, beside the tables that it describes."""
    package = {
        "profile": "data-package",
        "name": of.name,
        "title": " / ".join(of.title(language) for language in LANGUAGES),
        "description": " / ".join(of.about(language) for language in LANGUAGES),
        "version": of.as_of.isoformat(),
        "licenses": [{"name": LICENCE_NAME, "path": LICENCE}],
        "sources": [{"title": of.source}],
        "resources": [
            resource
            for table in of.whole_tables
            for resource in (_resource(of, table), _columns_file(of, table))
        ],
    }
    data = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    yield f"{of.place}datapackage.json", data.encode()


def _resource(of: Described, table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": f"{table.path.removeprefix(of.place)}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": [column.name for column in table.columns[: table.keys]],
        },
    }


def _columns_file(of: Described, table: Table) -> dict[str, Any]:
    """Return the same table in columns; it says its types itself."""
    return {
        "profile": "data-resource",
        "type": "file",
        "name": f"{table.name.replace('_', '-')}-parquet",
        "path": f"{table.path.removeprefix(of.place)}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
    }


def _field(column: Column) -> dict[str, Any]:
    meaning = _both(column.meaning, status=column.name.rpartition("_")[2])
    if column.type == LIST:
        meaning += " " + _both(_SEVERAL)
    field = {"name": column.name, **_TYPES[column.type], "description": meaning}
    if column.values and column.type == TEXT:
        field["constraints"] = {"enum": list(column.values)}
    return field


def _both(message: str, **params: object) -> str:
    return " / ".join(words(message, language, **params) for language in LANGUAGES)
