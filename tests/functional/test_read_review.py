"""`thuocdo read FILE --review` as a person types it, and where no person is."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "documents" / "chuong-trinh-mau.txt"
RUN = "from thuocdo.cli.main import main; main()"


def command(*words):
    """Return what runs the command."""
    return [sys.executable, "-c", RUN, "read", *map(str, words)]


def environment():
    """Return the environment with English words."""
    return {**os.environ, "THUOCDO_LANG": "en", "TERM": "dumb"}


def test_without_a_terminal_the_review_is_refused(tmp_path):
    """One sentence and exit 10, and no file is made."""
    out = tmp_path / "review.json"
    done = subprocess.run(
        command(SAMPLE, "--review", "--out", out),
        input="a\n", capture_output=True, text=True, env=environment(), check=False,
    )  # fmt: skip
    assert done.returncode == 10
    assert done.stderr == (
        "thuocdo: The review asks questions, and here nobody can answer. Run it in a terminal.\n"
    )
    assert not out.exists()


def typed(keys, *words):
    """Run the command in a terminal, type, and return exit status and what was shown."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(*words), stdin=theirs, stdout=theirs, stderr=theirs, env=environment(), close_fds=True
    ) as child:
        os.close(theirs)
        os.write(ours, keys.encode())
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # the terminal closes with the command
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    return child.returncode, shown.decode()


def test_a_person_reviews_in_the_terminal(tmp_path):
    """Two cells are decided, the rest waits; the file holds the steps and the draft."""
    out = tmp_path / "review.json"
    status, shown = typed("a\na\nq\n", SAMPLE, "--review", "--out", out)
    assert status == 0
    assert "cells are left" in shown
    found = json.loads(out.read_bytes())
    assert [step["verdict"] for step in found["steps"]] == ["accept", "accept"]
    assert found["draft"]["tasks"][0]["code"] == "1"
    status, shown = typed("q\n", SAMPLE, "--review", "--out", out)
    assert (status, "[2/" in shown) == (0, True)


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    """The sentence is that of `thuocdo read`."""
    bad = tmp_path / "a.docx"
    bad.write_bytes(b"x" * 100)
    status, shown = typed("", bad, "--review")
    assert status == 10
    assert shown.startswith(f"thuocdo: {bad}: ")
