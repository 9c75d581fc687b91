"""Reading JSON in its one allowed spelling, so that no two readers see two things in one file."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from thuocdo.core.canonical import canonical_json
from thuocdo.core.typed import convert, from_json

_Read = TypeVar("_Read")
_GIANT = re.compile(rb"[:\[,]-?[0-9]{16}")
"""What may be an integer beyond 2^53."""


def spell(value: Any) -> bytes:
    """Return canonical JSON as `core.canonical` does, ten times as fast for all ordinary values.

    A million fields of facts are spelled at each publication; only rare characters and giant
    numbers go the long way. The value must hold no float.
    """
    data = msgspec.json.encode(value, order="sorted")
    return data if _ordinary(data) else canonical_json(value)


def spell_each(values: Sequence[Any]) -> list[bytes]:
    """Return the canonical JSON of each value, looking once at all of them together."""
    found = [msgspec.json.encode(value, order="sorted") for value in values]
    return found if _ordinary(b",".join(found)) else [canonical_json(value) for value in values]


def _ordinary(data: bytes) -> bool:
    if data.isascii():
        return not _GIANT.search(data)
    text = data.decode()
    # RFC 8785 sorts names with characters beyond U+FFFF, which take two units, in another order.
    narrow = len(text.encode("utf-16-le")) == 2 * len(text)
    return narrow and not _GIANT.search(data) and unicodedata.is_normalized("NFC", text)


class Malformed(Exception):
    """The bytes are not what the format allows: `place` is the path of the fault, "" for the whole.

    `ambiguous` says that a value could be read, but another reader might read another one.
    """

    def __init__(self, place: str, message: str, *, ambiguous: bool = False) -> None:
        super().__init__(f"{place}: {message}" if place else message)
        self.place = place
        self.message = message
        self.ambiguous = ambiguous


def read_strict(data: bytes, kind: type[_Read], *, limit: int, format_number: int | None = None) -> _Read:
    """Return the value; raises `Malformed`.

    Refused are more than `limit` bytes, another `format`, a spelling that is not RFC 8785 and
    NFC, repeated names and fields that `kind` does not know. A field that was added to `kind`
    later, with a default, may be absent: what was published once can be read for ever.
    """
    if len(data) > limit:
        raise Malformed("", f"is larger than {limit} bytes")
    try:
        value = from_json(data, kind)
        if spell(value) == data and getattr(value, "format", None) == format_number:
            return value
    except (TypeError, ValueError, RecursionError):
        pass  # the long way says what is wrong
    return _read_carefully(data, kind, format_number)


def _read_carefully(data: bytes, kind: type[_Read], format_number: int | None) -> _Read:
    try:
        plain = from_json(data)
        if format_number is not None:
            _check_format(plain, format_number)
        value = convert(plain, kind)
        known = msgspec.to_builtins(value, str_keys=True)
        canonical = canonical_json(plain) == data
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        raise Malformed(place.strip("`").removeprefix("$").removeprefix("."), message) from None
    except RecursionError:
        raise Malformed("", "is nested too deeply") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Malformed("", f"is not JSON ({error})") from None
    except (TypeError, ValueError) as error:  # floats, and integers beyond 2^53
        raise Malformed("", f"is not canonical ({error})", ambiguous=True) from None
    if not canonical:
        raise Malformed("", "is not canonical: a name is repeated or the spelling differs", ambiguous=True)
    unknown = next(_unknown(plain, known, ""), None)
    if unknown is not None:
        raise Malformed(unknown, "is an unknown field or another spelling of its value", ambiguous=True)
    return value


def _check_format(plain: Any, number: int) -> None:
    found = plain.get("format") if isinstance(plain, dict) else None
    if found != number or isinstance(found, bool):
        raise Malformed("format", f"is not {number}: a newer thuocdo may read it")


def _unknown(plain: Any, known: Any, place: str) -> Iterator[str]:
    """Yield the place of each thing in `plain` that `known` does not repeat."""
    if isinstance(plain, dict) and isinstance(known, dict):
        for name, item in plain.items():
            here = f"{place}.{name}" if place else name
            if name in known:
                yield from _unknown(item, known[name], here)
            else:
                yield here
    elif isinstance(plain, list) and isinstance(known, list | tuple) and len(plain) == len(known):
        for index, (item, other) in enumerate(zip(plain, known, strict=True)):
            yield from _unknown(item, other, f"{place}[{index}]")
    elif plain != known or type(plain) is not type(known):
        yield place
