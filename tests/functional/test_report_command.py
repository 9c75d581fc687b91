"""A person makes the six-month report in the terminal, from a published folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.factories.facts import some_facts
from tests.factories.publication import publish_plainly

from thuocdo.core.canonical import sha256_hex

COMMAND = Path(sys.executable).parent / "thuocdo"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Publish the small programme; returns its folder."""
    out = tmp_path_factory.mktemp("published") / "site"
    publish_plainly(some_facts(), out)
    return out


def run(*words, language="en"):
    """Run the command and return the finished process."""
    environment = {**os.environ, "THUOCDO_LANG": language, "THUOCDO_DATA": "none"}
    command = [str(COMMAND), "report", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_files_are_made_from_a_published_folder(folder, tmp_path):
    """Both files are written, and the command names the digest of the facts they rest on."""
    word, sheets = tmp_path / "a.docx", tmp_path / "a.xlsx"
    done = run("--cycle", "2025-2", "--snapshot", folder, "--out", word, "--out", sheets)
    assert (done.returncode, done.stderr) == (0, "")
    digest = sha256_hex((folder / "facts.json").read_bytes())
    assert digest in done.stdout
    assert "Bodies that have reported nothing: tinh-x, tinh-y" in done.stdout
    assert Document(word).sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    listed = [cell.value for cell in load_workbook(sheets)["Tham chiếu"]["E"]][2:]
    assert set(listed) == {digest}


def test_a_bodys_report_in_the_partys_form_and_in_english(folder, tmp_path):
    """The code of a body, the paper and the language are chosen on the command line."""
    out = tmp_path / "b.docx"
    chosen = ("--agency", "bo-a", "--template", "party", "--lang", "en", "--issuer", "Ministry A")
    assert run("--cycle", "2025-2", "--snapshot", folder, "--out", out, *chosen).returncode == 0
    text = "\n".join(each.text or "" for each in Document(out).element.iter("{*}t"))
    assert "COMMUNIST PARTY OF VIET NAM" in text
    assert "MINISTRY A" in text
    assert "LEADERSHIP AND DIRECTION" in text


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--cycle", "2031-9"), 11, "2025-1"),
        (("--cycle", "2026-2"), 10, "begins on"),
        (("--cycle", "2025-2", "--agency", "khong"), 11, "khong"),
        (("--cycle", "2025-2", "--template", "x"), 10, "state, party"),
        (("--cycle", "2025-2", "--lang", "fr"), 10, "vi, en"),
        (("--cycle", "2025-2", "--out", "a.odt"), 10, ".docx"),
        (("--cycle", "2025-2", "--as-of", "2025-12-31"), 10, "--as-of"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_line(folder, tmp_path, words, status, said):
    """Each wrong word is refused with its own sentence and exit status, and nothing is written."""
    out = () if "--out" in words else ("--out", tmp_path / "c.docx")
    done = run("--snapshot", folder, *words, *out)
    assert done.returncode == status
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "c.docx").exists()


def test_facts_that_the_manifest_does_not_name_are_refused(tmp_path):
    """A folder whose facts.json was edited gives no report."""
    out = tmp_path / "site"
    publish_plainly(some_facts(), out)
    facts = out / "facts.json"
    facts.write_bytes(facts.read_bytes().replace(b'"in_gazette":true', b'"in_gazette":false'))
    done = run("--cycle", "2025-2", "--snapshot", out, "--out", tmp_path / "d.docx")
    assert done.returncode == 15
    assert run("--cycle", "2025-2", "--snapshot", tmp_path, "--out", tmp_path / "d.docx").returncode == 11
