"""Runs a command with DATABASE_URL naming a PostgreSQL of its own, on loopback, thrown away afterwards.

The server runs without fsync, because nothing in it outlives the tests; with `--durable` as the
first word it runs as an installation does.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path


def main(command: list[str]) -> int:
    """Start a fresh server, run the command, stop the server; return the command's exit status."""
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    home = Path(tempfile.mkdtemp(prefix="thuocdo-pg-"))
    port = _free_port()
    prefix: list[str] = []
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        account = pwd.getpwnam("postgres")
        os.chown(home, account.pw_uid, account.pw_gid)
        prefix = ["runuser", "-u", "postgres", "--"]
    cluster = home / "data"
    control = [*prefix, str(binaries / "pg_ctl"), "-D", str(cluster), "-s", "-w"]
    options = f"-c listen_addresses=127.0.0.1 -p {port} -k {home}"
    if command[:1] == ["--durable"]:
        command = command[1:]
    else:
        options += " -c fsync=off -c full_page_writes=off"
    try:
        _quiet(
            [
                *prefix,
                str(binaries / "initdb"),
                "-D",
                str(cluster),
                "-U",
                "thuocdo",
                "-A",
                "trust",
                "-E",
                "UTF8",
            ]
        )
        _quiet([*control, "-l", str(home / "log"), "-o", options, "start"])
        try:
            url = f"postgresql://thuocdo@127.0.0.1:{port}/postgres"
            return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=False).returncode  # noqa: S603  our own command line
        finally:
            _quiet([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _quiet(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")  # noqa: S603  fixed programs


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
