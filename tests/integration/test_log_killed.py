"""The job that appends, killed with signal 9 at many points: each event is in the log once."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.factories.logs import judged
from tests.factories.signers import logged

from thuocdo.log.growing import grow
from thuocdo.log.homes import Home

pytestmark = [pytest.mark.slow, pytest.mark.files]
ROOT = Path(__file__).resolve().parents[2]
START = """
import os, sys
from pathlib import Path
from thuocdo.config import setup
setup.migrate()
from datetime import UTC, datetime
from tests.factories.cycles import reported
from tests.factories.killing import die_at
from tests.factories.logs import homed
from tests.factories.signers import Near
from thuocdo.config.loading import load_model_programme
from thuocdo.core.actor import Actor, Role
from thuocdo.log.appending import append_events
now = datetime(2025, 6, 20, 3, tzinfo=UTC)
an = Actor("an", "An", frozenset({Role.REPORTER, Role.HEAD}), "BKHCN")
data = Path(os.environ["THUOCDO_DATA"])
"""
MAKE = """
chi = Actor("chi", "Chi", frozenset({Role.PUBLISHER, Role.METHODOLOGIST}), "VPTW")
binh = Actor("binh", "Binh", frozenset({Role.MONITOR}), "VPTW")
load_model_programme(slug="nq03", by=chi, confirmed_by=binh, now=now)
signer = Near(data)
append_events(signer)
for task in ("17", "26", "60"):
    reported(an, now, task=task)
"""
APPEND = """
signer = Near(data, fresh=False)
die_at(int(sys.argv[1]))
append_events(signer)
"""
STEPS = range(1, 400, 8)


def run(code, data, *words):
    """Run a script on a data folder; return its exit status."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    given = {"THUOCDO_DATA": str(data), "DJANGO_SETTINGS_MODULE": "thuocdo.config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", START + code, *map(str, words)], cwd=ROOT, env=environment | given, check=False
    )
    return done.returncode


def known(data):
    """Return the commitments that the database has as logged, in their order, and all that have to be."""
    with sqlite3.connect(data / "thuocdo.sqlite3") as line:
        rows = line.execute("SELECT number, commitment FROM log_leaf ORDER BY number").fetchall()
        right = line.execute(
            "SELECT commitment FROM audit_event WHERE kind IN ('handed_in', 'programme_adopted') ORDER BY id"
        ).fetchall()
    line.close()
    return rows, [each for (each,) in right]


class Left:
    """A log as it was left, for reading."""

    def __init__(self, data):
        self.home, self.log = Home(data / "log-signer"), data / "log"

    def grow(self):
        """Finish what was left undone."""
        return grow(self.home, self.log)


def test_a_job_that_is_killed_appends_each_event_once(tmp_path):
    """Whatever was on the disk when it died, the next job ends with every event in the log once, in order."""
    made = tmp_path / "made"
    assert run(MAKE, made) == 0
    killed = 0
    for step in STEPS:
        data = tmp_path / "data"
        shutil.copytree(made, data)
        status = run(APPEND, data, step)
        assert status in {0, -signal.SIGKILL}, step
        killed += status != 0
        assert judged(data / "log").faults == (), step
        assert run(APPEND, data, 0) == 0, step
        rows, right = known(data)
        assert [number for number, _ in rows] == list(range(len(right))), step
        assert [commitment for _, commitment in rows] == right == logged(Left(data)), step
        shutil.rmtree(data)
        if status == 0:
            break
    assert killed >= 4
