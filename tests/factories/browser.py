"""Whether this machine can drive a browser, and what it lacks where it cannot."""

import subprocess
from functools import cache
from pathlib import Path

import playwright

CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@cache
def lacking() -> str:
    """Return the Debian packages that a browser test lacks here, "" when it can run."""
    if not CHROMIUM.exists():
        return "needs Debian's chromium and libatomic1"
    driver = Path(playwright.__file__).parent / "driver" / "node"
    try:
        subprocess.run([driver, "--version"], check=True, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return "needs Debian's libatomic1"
    return ""
