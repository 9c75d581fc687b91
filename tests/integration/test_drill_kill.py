"""A small drill: the application is killed while people report, and nothing that was acknowledged is gone."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_acknowledged_is_lost():
    """Four kills among forty reports lose, double and halve nothing, and the bad control is caught."""
    command = [sys.executable, ROOT / "tools" / "drill_kill.py", "--submissions", "40", "--kills", "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ, timeout=300)
    found = dict(line.split(": ") for line in done.stdout.splitlines())
    assert (found.get("lost"), found.get("doubled"), found.get("half")) == ("0", "0", "0"), done
    assert int(found["acknowledged"]) >= 20
    assert int(found["kills"]) >= 1
    assert int(found["control_lost"]) > 0
    assert done.returncode == 0, done
