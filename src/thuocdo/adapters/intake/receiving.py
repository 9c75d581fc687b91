"""Writing down what a source sends: so many bytes, until a moment, with the digest of what came."""

import hashlib
import time
from collections.abc import Iterable
from pathlib import Path

from thuocdo.core.messages import Reason


class Refused(Exception):
    """A source could not be asked, or did not give what it was asked for; `nothing` means it has none."""

    def __init__(self, code: str, *, nothing: bool = False, **params: object) -> None:
        super().__init__(code)
        self.reason = Reason(code, {name: str(value) for name, value in params.items()})
        self.nothing = nothing


def receive(
    pieces: Iterable[bytes | bytearray | memoryview], into: Path, *, most: int, until: float
) -> tuple[int, str]:
    """Write the pieces into a file; returns its bytes and its SHA-256, or raises Refused."""
    digest, size = hashlib.sha256(), 0
    with into.open("wb") as file:
        for piece in pieces:
            size += len(piece)
            if size > most:
                raise Refused("too_large", megabytes=most // 1_000_000)
            if time.monotonic() > until:
                raise Refused("too_slow")
            digest.update(piece)
            file.write(piece)
    return size, digest.hexdigest()
