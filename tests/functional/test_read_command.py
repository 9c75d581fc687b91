"""A person reads a document in the terminal: `thuocdo read FILE [--json]`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.factories.measured import measured

SAMPLE = Path(__file__).parents[1] / "documents" / "chuong-trinh-mau.txt"
COMMAND = Path(sys.executable).parent / "thuocdo"
LIMIT = 5.0
HANGS = 60.0  # by the clock, on a machine that does much else
MEMORY = 500_000


def run(*words, language="en", folder=None):
    """Run the command and return the finished process."""
    environment = {**os.environ, "THUOCDO_LANG": language, "COLUMNS": "100"}
    command = [str(COMMAND), "read", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)


def test_tables_fit_a_terminal():
    """The tables name theme, lead, time as printed and as read, within 100 columns."""
    shown = run(SAMPLE)
    assert shown.returncode == 0
    assert "900/NQ-CP · Chính phủ" in shown.stdout
    assert "03/2025 →" in shown.stdout
    assert "The border between two cells is not marked" in " ".join(shown.stdout.split())
    assert max(map(len, shown.stdout.splitlines())) <= 100


def test_vietnamese_terminal():
    """With a Vietnamese locale heads, dates and remarks are Vietnamese."""
    shown = " ".join(run(SAMPLE, language="vi").stdout.split())
    assert "Ban hành 05/02/2025" in shown
    assert "Cơ quan theo dõi" in shown
    assert "nhiệm vụ 2 chủ trì Ô có 2 đoạn" in shown


def test_json_is_the_draft_in_a_stable_order():
    """`--json` prints the draft with sorted keys, twice the same."""
    first, second = run(SAMPLE, "--json"), run(SAMPLE, "--json")
    assert first.stdout == second.stdout
    draft = json.loads(first.stdout)
    assert list(draft) == ["clauses", "document", "indicators", "remarks", "statements", "tasks", "themes"]
    assert draft["tasks"][0]["deadline"]["due"] == "2025-06-30"


def hostile_files(folder):
    """Write one file of each kind that must be refused."""
    table = (
        "Chính phủ giao các bộ thực hiện nhiệm vụ.\n" * 3 + "TT\n\nNhiệm vụ\n\nCơ quan chủ trì\n\nThời gian\n"
    )
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 100)
    (folder / "french.txt").write_text(
        "Le gouvernement a pris une décision sur les tâches.\n" * 20, encoding="utf-8"
    )
    (folder / "chinese.txt").write_text("国务院关于实施行动计划的决议\n" * 20, encoding="utf-8")
    (folder / "header.txt").write_text(table, encoding="utf-8")
    (folder / "secret.txt").write_text("CHÍNH PHỦ\n\nMẬT\n\n" + table, encoding="utf-8")
    (folder / "old.txt").write_bytes("NghÞ quyÕt cña ChÝnh phñ vµ c¸c bé".encode("latin-1"))
    (folder / "line.txt").write_bytes(b"a" * 60_000_000)
    (folder / "line19.txt").write_bytes(b"a" * 19_000_000)
    (folder / "rows.txt").write_bytes((table + "1.\n" * 3_000_000).encode())
    (folder / "folder.txt").mkdir()
    (folder / "film.avi").write_bytes(b"RIFF" * 100)


NAMES = [
    "empty",
    "binary",
    "french",
    "chinese",
    "header",
    "secret",
    "old",
    "line",
    "line19",
    "rows",
    "folder",
]


@pytest.mark.parametrize("name", [*(f"{name}.txt" for name in NAMES), "film.avi"])
def test_wrong_file_is_refused_in_one_sentence(tmp_path, name):
    """A wrong file gives one line that names it, status 10, within 5 seconds and 500 MB."""
    hostile_files(tmp_path)
    code, output, errors, seconds, kilobytes = measured(COMMAND, "read", tmp_path / name, timeout=HANGS)
    assert code == 10, errors
    assert seconds < LIMIT
    assert kilobytes < MEMORY
    assert output == b""
    assert len(errors.splitlines()) == 1
    assert name in errors
    assert "Traceback" not in errors


def test_missing_file(tmp_path):
    """A file that is not there gives status 11 and one line."""
    refused = run(tmp_path / "none.txt")
    assert refused.returncode == 11
    assert len(refused.stderr.splitlines()) == 1


def test_refusal_in_vietnamese(tmp_path):
    """The refusal speaks the language of the terminal."""
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "Tệp rỗng" in run(tmp_path / "empty.txt", language="vi").stderr
