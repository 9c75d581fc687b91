"""Plain data into our types, also when several threads ask at once; nobody else asks msgspec for it."""

from threading import Lock
from typing import Any, TypeVar, overload

import msgspec

Kind = TypeVar("Kind")

_ready: set[Any] = set()
_preparing = Lock()


def convert(value: Any, kind: type[Kind]) -> Kind:
    """Return plain data as a value of a type; raises msgspec.ValidationError with the place of the fault."""
    _prepare(kind)
    return msgspec.convert(value, kind)  # noqa: TID251  prepared


@overload
def from_json(data: bytes | str) -> Any: ...
@overload
def from_json(data: bytes | str, kind: type[Kind]) -> Kind: ...
def from_json(data: bytes | str, kind: Any = Any) -> Any:
    """Return what JSON says as a value of a type, as plain data without one; raises msgspec.DecodeError."""
    _prepare(kind)
    return msgspec.json.decode(data, type=kind)  # noqa: TID251  prepared


def from_msgpack(data: bytes, kind: type[Kind]) -> Kind:
    """Return what MessagePack says as a value of a type; raises msgspec.DecodeError."""
    _prepare(kind)
    return msgspec.msgpack.decode(data, type=kind)  # noqa: TID251  prepared


def _prepare(kind: Any) -> None:
    """Let msgspec learn a type while no other thread does.

    It learns a type at its first use and lets other threads run meanwhile; one that needs the same type
    then finds it half learnt, and the whole process ends with a segmentation fault (seen in 0.22.0, by
    the drill that kills the server: eight requests at once right after the start).
    """
    if kind in _ready:
        return
    with _preparing:
        msgspec.json.Decoder(kind)
        _ready.add(kind)
