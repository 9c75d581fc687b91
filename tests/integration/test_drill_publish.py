"""A small drill of publishing: killed before the switch, readers keep a whole publication."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.files
def test_a_killed_publication_leaves_the_old_one_and_the_next_run_finishes():
    """Everything is written and signed, only the switch is missing; who writes in place is caught."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("THUOCDO_")}
    kept.pop("DATABASE_URL", None)
    command = [sys.executable, ROOT / "tools" / "drill_publish.py", "--only", "before the switch"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=kept, timeout=300)
    lines = done.stdout.splitlines()
    assert (done.returncode, lines[-1]) == (0, "held 1/1"), done
    assert "readers have the old one, whole; after the restart the new one" in lines[0]
    assert "control: caught" in lines
