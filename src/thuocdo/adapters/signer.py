"""Asking the signer's process: over its socket where it has one, else a process for this one call."""

import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from thuocdo.adapters import signing
from thuocdo.core.errors import Unavailable
from thuocdo.log.growing import Grown

_SECONDS = 120
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TZ", "SSL_CERT_FILE", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")


@dataclass(frozen=True, slots=True)
class Asked:
    """How the signer of one log is reached: `at` is its socket, "" where it is started for each call."""

    log: Path
    home: Path
    at: str = ""

    def grow(self, entries: Sequence[bytes] = (), *, base: int | None = None) -> Grown:
        """Let the signer append and sign (log.growing.grow); raises what it refuses with."""
        data = msgspec.msgpack.encode(signing.Request(base, list(entries)))
        return signing.understood(self._over_socket(data) if self.at else self._in_child(data))

    def _over_socket(self, data: bytes) -> bytes:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(_SECONDS)
            try:
                line.connect(self.at)
                line.sendall(data)
                line.shutdown(socket.SHUT_WR)
                return signing.read_all(line.recv)
            except OSError as error:
                raise Unavailable(
                    "The signer does not answer on {socket} ({why}).",
                    hint="Start it: thuocdo log signer",
                    params={"socket": self.at, "why": error.strerror or str(error)},
                ) from None

    def _in_child(self, data: bytes) -> bytes:
        command = [sys.executable, "-m", signing.__name__, str(self.home), str(self.log)]
        # The child needs nothing of ours: no database address, no secrets.
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        try:
            done = subprocess.run(  # noqa: S603  our own module, no shell
                command, input=data, stdout=subprocess.PIPE, env=environment, timeout=_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Unavailable(
                "The signer could not be run ({why}).",
                hint="Try again; nothing is lost.",
                params={"why": type(error).__name__},
            ) from None
        return done.stdout
