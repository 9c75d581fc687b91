"""The real server on loopback with a data folder of its own, and one headless browser to look at it."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.factories.browser import CHROMIUM, SWITCHES

ROOT = Path(__file__).resolve().parents[2]
SERVE = """
from pathlib import Path
from thuocdo.cli.serving import serve
serve(host="127.0.0.1", port={port}, site=Path("none"))
"""
ATTEMPTS = 200
"""Tenths of a second in which a server has to begin to answer."""


def command(code, data):
    """Return what starts a Python of ours on a data folder of its own."""
    own = {
        "THUOCDO_DATA": str(data),
        "THUOCDO_SITE": str(data / "none"),
        "THUOCDO_HTTPS": "0",
        "THUOCDO_SECOND_FACTOR": "offered",
        "DATABASE_URL": "",
    }
    return {"args": [sys.executable, "-c", code], "cwd": ROOT, "env": {**os.environ, **own}}


def made(code, data):
    """Run what fills the data folder; returns what it printed."""
    return subprocess.run(**command(code, data), check=True, stdout=subprocess.PIPE, text=True).stdout


def free_port():
    """Return a port of this machine that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@contextmanager
def serving(data):
    """Serve the data folder with the real command; yields the port, and ends the server afterwards."""
    port = free_port()
    server = subprocess.Popen(**command(SERVE.format(port=port), data))
    try:
        for _attempt in range(ATTEMPTS):
            try:
                urlopen(f"http://127.0.0.1:{port}/dang-nhap").close()
                break
            except URLError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def browsing():
    """Start one headless browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only where there is a browser

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        yield started
        started.close()
