"""What appending asks for: the signer, wherever it runs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from thuocdo.log.growing import Grown


class Signing(Protocol):
    """The signer, wherever it runs."""

    @property
    def log(self) -> Path:
        """Return the log's folder."""
        ...

    def grow(self, entries: Sequence[bytes] = (), *, base: int | None = None) -> Grown:
        """Append and sign (log.growing.grow)."""
        ...
