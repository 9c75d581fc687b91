"""A small insider drill: what somebody inside changes is found, and the sentence says what and where."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.files
def test_what_an_insider_edits_is_found():
    """Five edits of files, log and database are each named; the untouched installation is clean."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("THUOCDO_")}
    kept.pop("DATABASE_URL", None)
    command = [sys.executable, ROOT / "tools" / "drill_insider.py", "--only", "edit a"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=kept, timeout=300)
    lines = done.stdout.splitlines()
    assert (done.returncode, lines[0], lines[-1]) == (0, "untouched: clean", "found 5/5"), done
    assert "nq03/nhiem-vu.csv: was changed after it was signed" in lines[1]
