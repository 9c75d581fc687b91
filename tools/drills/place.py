"""Where a drill runs: a database and folder made once, copied for each round, and the server on top of it."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

TOOLS = Path(__file__).resolve().parents[1]
_PATIENCE = 60.0


class Place:
    """A folder with SQLite in it, or with a database of its own on the PostgreSQL of DATABASE_URL."""

    def __init__(self, folder: Path, url: str, name: str = "") -> None:
        self.folder, self._server = folder, url
        self._name = name or f"drill_{uuid4().hex[:12]}"
        if url and not name:
            self._run(f'CREATE DATABASE "{self._name}"')

    @property
    def kind(self) -> str:
        """Return the database's kind."""
        return "postgresql" if self._server else "sqlite"

    @property
    def url(self) -> str:
        """Return the value of DATABASE_URL, "" for SQLite."""
        return urlunsplit(urlsplit(self._server)._replace(path=f"/{self._name}")) if self._server else ""

    def environment(self) -> dict[str, str]:
        """Return the environment of every process of the drill."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("THUOCDO_")}
        ours = {
            "DATABASE_URL": self.url,
            "DJANGO_SETTINGS_MODULE": "drills.settings",
            "PYTHONPATH": str(TOOLS),
            "THUOCDO_DATA": str(self.folder),
            "THUOCDO_HTTPS": "0",
            "THUOCDO_SECRET_KEY": "of a drill on loopback",
        }
        return kept | ours

    def copy(self, folder: Path) -> "Place":
        """Return a place that begins as this one stands; nobody may be working in this one."""
        shutil.copytree(self.folder, folder)
        other = Place(folder, self._server, f"drill_{uuid4().hex[:12]}")
        if self._server:
            self._run(f'CREATE DATABASE "{other._name}" TEMPLATE "{self._name}"')
        return other

    def drop(self) -> None:
        """Throw everything away."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._server:
            self._run(f'DROP DATABASE IF EXISTS "{self._name}" WITH (FORCE)')

    def run(self, module: str, *words: str, given: str = "") -> str:
        """Run a module of the drill in this place; returns what it printed."""
        command = [sys.executable, "-m", f"drills.{module}", *words]
        done = subprocess.run(  # noqa: S603  our own module
            command, env=self.environment(), input=given, text=True, check=True, stdout=subprocess.PIPE
        )
        return done.stdout

    def _run(self, statement: str) -> None:
        import psycopg  # noqa: PLC0415  SQLite needs none

        with psycopg.connect(self._server, autocommit=True) as connection:
            connection.execute(statement.encode())


class Server:
    """The application's server in a place; it may be killed and started as often as one likes."""

    def __init__(self, place: Place, *, early: bool = False) -> None:
        self._place, self._early = place, early
        self.port = _free_port()
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        words = ["--port", str(self.port), *(["--early"] if self._early else [])]
        with (self._place.folder / "server.log").open("ab") as log:
            self._child = subprocess.Popen(  # noqa: S603  our own module
                [sys.executable, "-m", "drills.served", *words],
                env=self._place.environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self._child.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        message = f"the server does not answer: {(self._place.folder / 'server.log').read_text()[-2000:]}"
        raise RuntimeError(message)

    def has_died(self) -> bool:
        """Say whether it ended though nobody here has killed it."""
        return self._child is not None and self._child.poll() is not None

    def kill(self) -> None:
        """Kill all its processes with signal 9, at whatever point they stand."""
        if self._child is not None:
            with contextlib.suppress(ProcessLookupError):  # it died by itself
                os.killpg(self._child.pid, signal.SIGKILL)
            self._child.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
