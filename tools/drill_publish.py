"""Kills a publication at each of its steps, looks as a reader does, starts again and looks once more.

Prints a line for each step: what readers had after the kill (the old publication or the new one, whole),
and whether the restart ended with one consistent checkpoint. Ends with `held n/n` and with `control:
caught`, and with 1 otherwise: a drill that does not catch a careless publisher proves nothing.
"""

import argparse
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from drills.insider import check, verify
from drills.installed import Place, install

sys.path.insert(0, str(Path(__file__).parent / "drills"))
from publishing import AGAIN, CARELESS, STEPS

_SCRIPT = Path(__file__).parent / "drills" / "publishing.py"
_SECONDS = 300


def main() -> int:
    """Install, kill at each step, restart; then let the careless publisher be killed."""
    reader = argparse.ArgumentParser(description=main.__doc__)
    reader.add_argument("--only", default="", help="steps whose name holds this text")
    asked = reader.parse_args()
    started = time.perf_counter()
    steps = [step for step in STEPS if asked.only in step]
    with tempfile.TemporaryDirectory(prefix="thuocdo-publish-") as name:
        made = install(Path(name) / "installation")
        held = 0
        for step in steps:
            place = _copy(made)
            said = _killed_and_restarted(place, step, old=_digest(made))
            held += said[0]
            print(f"{step}: {said[1]}", flush=True)
            shutil.rmtree(place.folder)
        place = _copy(made)
        _run(place, CARELESS)
        caught = bool(verify(place))
    print(f"control: {'caught' if caught else 'MISSED'}")
    print(f"seconds: {time.perf_counter() - started:.1f}")
    print(f"held {held}/{len(steps)}")
    return 0 if held == len(steps) and caught else 1


def _killed_and_restarted(place: Place, step: str, *, old: str) -> tuple[bool, str]:
    """Return whether all was as it has to be, and what there was."""
    status = _run(place, step)
    if status != -signal.SIGKILL:
        return False, f"NOT KILLED (status {status})"
    wrong = [*verify(place), *check(place, kept=place.kept)]
    if wrong:
        return False, f"READERS GOT: {wrong[0]}"
    readers = "the old one" if _digest(place) == old else "the new one"
    wrong = _after_restart(place, old)
    if wrong:
        return False, f"readers have {readers}; AFTER THE RESTART: {wrong[0]}"
    return True, f"readers have {readers}, whole; after the restart the new one and one checkpoint"


def _after_restart(place: Place, old: str) -> list[str]:
    """Start again and return everything that is not as it has to be."""
    status = _run(place, AGAIN)
    wrong = [f"it failed with {status}"] if status else []
    wrong += [*verify(place, kept=place.kept), *check(place, kept=place.kept), *_unlogged(place)]
    if _digest(place) == old:
        wrong.append("nothing was published")
    if (place.log / "checkpoint").read_bytes() != (place.site / "log/checkpoint").read_bytes():
        wrong.append("the site has another checkpoint than the log")
    return wrong


def _unlogged(place: Place) -> list[str]:
    """Return what `thuocdo log audit` says of the copy's own database."""
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[2]); from pathlib import Path;"
        "from installed import settings_of; os.environ |= settings_of(Path(sys.argv[1]));"
        "from thuocdo.config import setup; setup.start(); from thuocdo.jobs.log import audit_database;"
        "print(*(fault.message for fault in audit_database()), sep='\\n')"
    )
    done = subprocess.run(  # noqa: S603  our own arguments
        [sys.executable, "-c", code, str(place.folder), str(_SCRIPT.parent)],
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )
    return [done.stderr.strip()] if done.returncode else [line for line in done.stdout.splitlines() if line]


def _run(place: Place, step: str) -> int:
    command = [sys.executable, str(_SCRIPT), str(place.folder), step]
    return subprocess.run(command, check=False, timeout=_SECONDS).returncode  # noqa: S603  our own arguments


def _copy(made: Place) -> Place:
    """Return a copy of the whole installation, its database with it."""
    return Place(Path(shutil.copytree(made.folder, made.folder.with_name("copy"))))


def _digest(place: Place) -> str:
    return sha256((place.site / "manifest.json").read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
