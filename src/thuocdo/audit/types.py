"""An audit event as a value: its canonical body, and the commitment that can enter the log."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for in the trail; "" and None ask nothing. Both days belong to the window.

    `thing` is how the name of the thing begins, `person` the whole log-in name.
    """

    person: str = ""
    kind: str = ""
    thing: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with its number in the trail, by which one leafs."""

    number: int
    event: Event
