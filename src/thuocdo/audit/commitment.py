"""A salted commitment to an event's body: it can enter a public log without showing the body."""

import hashlib
import secrets
from collections.abc import Mapping
from typing import Any

from thuocdo.core.canonical import canonical_json

NONCE_BYTES = 32


def new_nonce() -> bytes:
    """Return 32 fresh random bytes; dropping nonce and body later erases what was committed to."""
    return secrets.token_bytes(NONCE_BYTES)


def commitment(body: Mapping[str, Any], nonce: bytes) -> str:
    """Return SHA-256(nonce ‖ SHA-256(canonical body)) in lower-case hex.

    The nonce keeps short or guessable bodies from being found by trying them all, so it must
    be 32 bytes from `new_nonce`.
    """
    if len(nonce) != NONCE_BYTES:
        raise ValueError(f"a commitment's nonce has {NONCE_BYTES} bytes, not {len(nonce)}")
    inner = hashlib.sha256(canonical_json(body)).digest()
    return hashlib.sha256(nonce + inner).hexdigest()
