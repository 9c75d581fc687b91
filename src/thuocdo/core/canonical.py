"""One spelling for each value: canonical JSON (RFC 8785) of NFC text, and its SHA-256."""

import hashlib
import unicodedata
from typing import Any

import msgspec
import rfc8785


def canonical_json(value: Any) -> bytes:
    """Return RFC 8785 bytes of dataclasses, dates and decimals; text becomes NFC.

    Floats are refused, because two machines may print them differently: numbers that
    matter are decimal strings (docs/architecture.md).
    """
    plain = msgspec.to_builtins(value, str_keys=True)
    return rfc8785.dumps(_checked(plain))


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of `data` in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def _checked(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, float):
        msg = "canonical JSON carries decimal strings, not floats"
        raise TypeError(msg)
    if isinstance(value, dict):
        return {_checked(key): _checked(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_checked(item) for item in value]
    return value
