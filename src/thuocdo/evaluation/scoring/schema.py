"""The JSON Schema of the language, made from the types; editors use it, the reader checks more."""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from thuocdo.evaluation.scoring.reading import ID, ID_FIELDS, LONGEST_TEXT, members
from thuocdo.evaluation.scoring.types import CriteriaSet, Terms, Words


def schema() -> dict[str, Any]:
    """Return the schema of a criteria set."""
    parts: dict[str, Any] = {}
    root = _of(CriteriaSet, parts, "")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Criteria set",
        **root,
        "$defs": dict(sorted(parts.items())),
    }


def _of(hint: Any, parts: dict[str, Any], name: str) -> dict[str, Any]:  # noqa: PLR0911  one line for each kind
    """Return the schema of a type; named types stand once, in `parts`."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        kinds = [each for each in arguments if each is not types.NoneType]
        made = [_of(each, parts, name) for each in kinds]
        return made[0] if len(made) == 1 else {"oneOf": made}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0], parts, name.removesuffix("s"))}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _of(arguments[1], parts, "")}
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if hint is str:
        pattern = {"pattern": f"^{ID.pattern}$"} if name in ID_FIELDS else {}
        return {"type": "string", "maxLength": LONGEST_TEXT, **pattern}
    return _named(hint, parts)


def _named(hint: type, parts: dict[str, Any]) -> dict[str, Any]:
    """Return a reference to a type that stands once, in `parts`."""
    name = hint.__name__
    if issubclass(hint, StrEnum):
        parts.setdefault(name, {"enum": [each.value for each in hint]})
    elif name not in parts:
        parts[name] = {}
        own = _part(hint, parts)
        parts[name] = (
            {"oneOf": [own, {"type": "string", "maxLength": LONGEST_TEXT}]} if hint is Words else own
        )
    return {"$ref": f"#/$defs/{name}"}


_PLAIN: dict[Any, dict[str, Any]] = {
    Decimal: {"type": "number"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Terms: {"type": "string", "pattern": r"^\s*[A-Za-z][\w.]*(\s*[+-]\s*[A-Za-z][\w.]*)*\s*$"},
}


def _part(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    known = members(kind)
    # A function is told by the word after `by`, so the word is needed although the type has it already.
    needed = [
        name
        for name, (member, _hint) in known.items()
        if name == "by" or (member.default is MISSING and member.default_factory is MISSING)
    ]
    return {
        "type": "object",
        "properties": {name: _of(hint, parts, member.name) for name, (member, hint) in known.items()},
        "required": needed,
        "additionalProperties": False,
    }
