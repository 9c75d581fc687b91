"""Entries and their bytes: canonical JSON in one spelling, refused with every fault at once."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, get_type_hints

import msgspec

from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import N_, Fault, Invalid
from thuocdo.core.typed import convert, from_json
from thuocdo.log.notes import shown
from thuocdo.log.tiles import MAX_ENTRY_BYTES
from thuocdo.log.types import TYPES, Entry, Kind

FORMAT = 1
_HEAD = frozenset({"format", "type"})
_LONG = N_("has {found} bytes, at most {limit} fit: make several entries of it")
_SPELLING = N_("is not canonical JSON (RFC 8785) of NFC text: another reader might read another thing")
_NOT_JSON = N_("is not a JSON object")
_FORMAT = N_("is not {format}: a newer version may read it")
_TYPE = N_("is none of {types}")
_MISSING = N_("is missing")
_UNKNOWN = N_("is unknown here")


def _kinds_of(cls: type[Entry]) -> Mapping[str, Kind]:
    hints = get_type_hints(cls, include_extras=True)
    return {each.name: hints[each.name].__metadata__[0] for each in dataclasses.fields(cls)}


_KINDS = {name: _kinds_of(cls) for name, cls in TYPES.items()}


def entry_bytes(entry: Entry) -> bytes:
    """Return the bytes that are logged; `Invalid` with every fault of the entry."""
    plain = {"format": FORMAT, "type": entry.TYPE, **msgspec.to_builtins(entry)}
    data = canonical_json(plain)
    _refuse(list(_faults(from_json(data), type(entry))), "entry")
    if len(data) > MAX_ENTRY_BYTES:
        raise _refusal([_too_long("entry", data)])
    return data


def read_entry(data: bytes, *, where: str = "entry") -> Entry:
    """Return the entry that these bytes are; `Invalid` with every fault, named as in `where`."""
    if len(data) > MAX_ENTRY_BYTES:
        raise _refusal([_too_long(where, data)])
    try:
        plain = from_json(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        plain = None
    if not isinstance(plain, dict):
        raise _refusal([_fault(where, _NOT_JSON)])
    faults = [] if _is_canonical(plain, data) else [_fault(where, _SPELLING)]
    name = plain.get("type")
    cls = TYPES.get(name) if isinstance(name, str) else None
    if plain.get("format") != FORMAT or type(plain.get("format")) is not int:
        faults.append(_fault(where, _FORMAT, "format", format=FORMAT))
    if cls is None:
        raise _refusal([*faults, _fault(where, _TYPE, "type", types=", ".join(TYPES))])
    _refuse([*faults, *_faults(plain, cls, where)], where)
    values = {each: plain[each] for each in _KINDS[cls.TYPE]}
    return convert(values, cls)


def _faults(plain: Mapping[str, Any], cls: type[Entry], where: str = "entry") -> Iterator[Fault]:
    kinds = _KINDS[cls.TYPE]
    for name, kind in kinds.items():
        if name not in plain:
            yield _fault(where, _MISSING, name)
        elif not kind.fits(plain[name]):
            yield _fault(where, kind.says, name)
    for name in plain:
        if name not in kinds and name not in _HEAD:
            yield _fault(where, _UNKNOWN, shown(name))


def _is_canonical(plain: Any, data: bytes) -> bool:
    # The quick way is exact for what passes the kinds: ASCII text, and integers that are not giant.
    if data.isascii() and msgspec.json.encode(plain, order="sorted") == data:
        return True
    try:
        return canonical_json(plain) == data
    except (TypeError, ValueError, RecursionError):  # floats, and integers beyond 2^53
        return False


def _too_long(where: str, data: bytes) -> Fault:
    return _fault(where, _LONG, found=len(data), limit=MAX_ENTRY_BYTES)


def _fault(where: str, template: str, field: str | None = None, **params: object) -> Fault:
    values = {name: str(value) for name, value in params.items()}
    return Fault(where, template.format(**values), field, template, values)


def _refuse(faults: list[Fault], where: str) -> None:
    if faults:
        raise _refusal([dataclasses.replace(each, where=where) for each in faults])


def _refusal(faults: list[Fault]) -> Invalid:
    more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
    return Invalid(f"{faults[0]}{more}.", faults=faults)
