"""A citizen verifies a publication from the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.factories.facts import some_facts
from tests.factories.publication import a_key, publish_plainly

from thuocdo.publication.corrections import Past
from thuocdo.publication.keys import read_key, read_trust, trust_bytes, trust_of
from thuocdo.publication.manifest import Correction

ROOT = Path(__file__).resolve().parents[2]
CORRECTION = Correction("task", "1", "status", "late", "done", "evidence was overlooked", "12/CV")


@pytest.fixture
def site(tmp_path):
    """Return a published folder with its trust file beside it."""
    publish_plainly(some_facts(), tmp_path / "site", past=Past((CORRECTION,)))
    (tmp_path / "trust.json").write_bytes(trust_bytes(trust_of((a_key(),))))
    return tmp_path / "site"


def thuocdo(*arguments, language="en"):
    """Run the command as a person would."""
    return subprocess.run(
        [sys.executable, "-c", "from thuocdo.cli.main import main; main()", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "THUOCDO_LANG": language},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_publication_that_holds_exits_0(site):
    """All steps are listed, then what cannot be recomputed, the corrections and the day."""
    done = thuocdo("verify", site, "--trust", site.parent / "trust.json")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line[:2] for line in lines if line[0].isdigit()][:8] == [f"{step}." for step in range(1, 9)]
    assert all(line.endswith("[passed]") for line in lines[:8])
    assert "   - task 1, status: late → done (evidence was overlooked; 12/CV)" in lines
    assert lines[-1].startswith("1/NQ-THU as of 2025-12-31: the publication holds.")


def test_without_a_trust_file_it_warns_and_exits_0(site):
    """The warning says which option pins the key."""
    done = thuocdo("verify", site)
    assert done.returncode == 0
    assert "key not pinned" in done.stdout
    assert "--trust" in done.stdout


def test_a_changed_digit_exits_15_and_names_the_file(site):
    """One line on standard error for the first fault, the list on standard output."""
    path = site / "thu/nhiem-vu.csv"
    path.write_bytes(path.read_bytes().replace(b",184,", b",185,", 1))
    done = thuocdo("verify", site, "--trust", site.parent / "trust.json")
    assert done.returncode == 15
    assert len(done.stderr.splitlines()) == 1
    assert "thu/nhiem-vu.csv" in done.stderr
    assert "thu/nhiem-vu.csv, task 2, days_late: published 185, recomputed 184" in done.stdout
    assert "[failed]" in done.stdout


def test_json_carries_everything(site):
    """A machine gets the same steps, faults and limits; the exit status stays."""
    (site / "index.html").unlink()
    done = thuocdo("verify", site, "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["holds"], found["programme"]) == (15, False, "thu")
    assert found["faults"] == [
        {"step": 3, "code": "not_there", "file": "index.html", "what": "", "message": "is missing"}
    ]
    assert [step["outcome"] for step in found["steps"]] == [
        *["passed", "passed", "failed"],
        *["passed"] * 5,
        "absent",
    ]
    assert found["corrections"][0]["document"] == "12/CV"


def test_it_speaks_vietnamese(site):
    """The steps and the result are in the reader's language."""
    done = thuocdo("verify", site, language="vi")
    assert done.returncode == 0
    assert done.stdout.startswith("1. Đọc được thư mục")
    assert "bản công bố hợp lệ" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["verify", "nowhere-at-all"], 11),
        (["verify", ".", "--trust", "nowhere.json"], 11),
        (["verify", ".", "--trust", "pyproject.toml"], 10),
        (["verify", "ftp://127.0.0.1/"], 10),
        (["verify", "http://127.0.0.1:9/"], 14),
        (["verify", "src"], 15),
    ],
)
def test_what_cannot_be_verified_is_one_sentence(arguments, status):
    """Each kind has its exit status and never a traceback."""
    done = thuocdo(*arguments)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_key_is_made_with_its_trust_file(tmp_path):
    """The two files fit together, and the second attempt does not overwrite the first."""
    make = ("make-key", tmp_path / "k", "--name", "Chi", "--trust", tmp_path / "trust.json")
    done = thuocdo(*make)
    assert (done.returncode, done.stderr) == (0, "")
    key = read_key(tmp_path / "k")
    assert read_trust((tmp_path / "trust.json").read_bytes()) == trust_of((key,))
    assert key.id in done.stdout
    assert thuocdo(*make).returncode == 13
    assert read_key(tmp_path / "k") == key


def test_recomputing_alone_counts_the_rows_that_come_out(site):
    """Each kind of row is counted, and what people decided is listed."""
    done = thuocdo("verify", site, "--recompute")
    assert (done.returncode, done.stderr) == (0, "")
    kinds = [line.split(":")[0] for line in done.stdout.splitlines() if "byte for byte" in line]
    assert kinds == ["statuses", "verdicts", "scores"]
    assert "100.00 %" in done.stdout
    assert "a second person compared the evidence" in done.stdout
    told = json.loads(thuocdo("verify", site, "--recompute", "--json").stdout)
    assert (told["share"], told["others"]) == (1.0, [])
    assert told["equal"] == told["rows"]


def test_recomputing_alone_names_what_does_not_come_out(site):
    """In the reader's language, with both values, and with exit status 15."""
    table = site / "thu" / "nhiem-vu.json"
    table.write_bytes(table.read_bytes().replace(b'"status":"late"', b'"status":"done"', 1))
    done = thuocdo("verify", site, "--recompute", language="vi")
    assert done.returncode == 15
    assert "công bố done, tính lại late" in done.stdout
    assert "thu/nhiem-vu.json" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
