"""An audit event as a value: its canonical body, and the commitment that can enter the log."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done: `body` is RFC 8785 JSON, `commitment` is SHA-256(nonce ‖ SHA-256(body))."""

    kind: str
    on: str
    by: str
    at: datetime
    body: Mapping[str, Any]
    nonce: bytes
    commitment: str
