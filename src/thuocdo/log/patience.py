"""Waiting for the signer while another process uses it, and saying who that may be when it takes too long."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from thuocdo.core.errors import N_, Conflict
from thuocdo.log.durable import BUSY
from thuocdo.log.growing import Grown
from thuocdo.log.ports import Signing

_PAUSE = 0.25


@dataclass(frozen=True, slots=True)
class Patient:
    """A signer for a person who waits: the background work holds it for moments only.

    The background work itself asks without patience: its next round goes on.
    """

    signer: Signing
    seconds: float = 30
    pause: Callable[[float], None] = time.sleep

    @property
    def log(self) -> Path:
        """Return the log's folder."""
        return self.signer.log

    def grow(self, entries: Sequence[bytes] = (), *, base: int | None = None) -> Grown:
        """Append and sign once nobody else does (log.growing.grow)."""
        waited = 0.0
        while True:
            try:
                return self.signer.grow(entries, base=base)
            except Conflict as refused:
                if refused.template != BUSY:
                    raise
            if waited >= self.seconds:
                raise Conflict(
                    N_(
                        "Another process writes the log: the background work, or another publication."
                        " It did not end within {seconds} seconds, and nothing was written."
                    ),
                    hint=N_("Try again in a minute."),
                    params={"seconds": f"{self.seconds:g}"},
                )
            self.pause(_PAUSE)
            waited += _PAUSE
