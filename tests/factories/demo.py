"""The demo, made by the command as a newcomer makes it, on the database that the tests run on."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg


def thuocdo(*words: object, data: Path, check: bool = True, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run the command with the demo's data folder."""
    done = subprocess.run(
        _command(words),
        env=_environment(data),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        **more,
    )
    if check:
        assert done.returncode == 0, done.stderr
    return done


def started(*words: object, data: Path) -> subprocess.Popen[str]:
    """Start the command with the demo's data folder; whoever starts it ends it."""
    return subprocess.Popen(
        _command(words), env=_environment(data), stdout=subprocess.PIPE, text=True, bufsize=1
    )


def _command(words: tuple[object, ...]) -> list[str]:
    return [sys.executable, "-uc", "from thuocdo.cli.main import main; main()", *map(str, words)]


def _environment(data: Path) -> dict[str, str]:
    known = {key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "THUOCDO_SITE"}}
    environment = known | {"THUOCDO_DATA": str(data), "THUOCDO_LANG": "en", "THUOCDO_HTTPS": "0"}
    database = data.with_name("database")
    if database.exists():
        environment["DATABASE_URL"] = database.read_text(encoding="utf-8")
    return environment


@contextlib.contextmanager
def a_database_of_its_own(url: str) -> Iterator[str]:
    """Make an empty PostgreSQL database beside the one that the tests were given, and drop it afterwards."""
    name = f"thuocdo_demo_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.contextmanager
def made_demo(home: Path) -> Iterator[tuple[Path, Path]]:
    """Make the demo in a folder; yields its data and its published folder."""
    data, out = home / "data", home / "site"
    with contextlib.ExitStack() as stack:
        if os.environ.get("DATABASE_URL"):
            url = stack.enter_context(a_database_of_its_own(os.environ["DATABASE_URL"]))
            (home / "database").write_text(url, encoding="utf-8")
        thuocdo("demo", "--data", data, "--out", out, "--no-serve", data=data)
        yield data, out
