"""The commands of docs/verify.md, typed as they stand there, in a copy of the demo's publication."""

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.factories.demo import thuocdo

pytestmark = [
    pytest.mark.files,
    pytest.mark.skipif(not all(map(shutil.which, ("jq", "openssl"))), reason="jq or openssl is not here"),
]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def recipes():
    """Return the commands of the section on other tools: of the folder, and of the trust file."""
    text = (ROOT / "docs" / "verify.md").read_text(encoding="utf-8")
    section = text.partition("## Without our tool\n")[2].partition("\n## ")[0]
    return re.findall(r"```sh\n(.*?)```", section, re.DOTALL)


@pytest.fixture
def copy(demo, tmp_path):
    """Copy the demo's publication, with its trust file beside it; returns the copy."""
    shutil.copytree(demo[1], tmp_path / "site")
    shutil.copy(demo[0] / "trust.json", tmp_path / "trust.json")
    return tmp_path / "site"


def run(commands, folder):
    """Let a shell run commands in a folder, stopping at the first that fails."""
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_recipes_hold_and_leave_the_folder_as_it_was(copy, recipes):
    """Digests and signature hold, the key is known, and the full check still finds nothing extra."""
    checked, known = recipes
    done = run(checked, copy)
    assert done.returncode == 0, done.stderr
    assert "Signature Verified Successfully" in done.stdout
    assert '"Demo"' in run(known, copy).stdout
    assert (
        "the publication holds"
        in thuocdo("verify", copy, "--trust", copy.parent / "trust.json", data=copy).stdout
    )


def test_the_recipes_find_a_changed_file_and_a_changed_manifest(copy, recipes):
    """One byte more in a table breaks the digests; a manifest that was made to fit breaks the signature."""
    table = copy / "nq03" / "nhiem-vu.csv"
    table.write_bytes(table.read_bytes() + b" ")
    assert "nhiem-vu.csv: FAILED" in run(recipes[0], copy).stdout
    manifest = copy / "manifest.json"
    manifest.write_bytes(manifest.read_bytes() + b" ")
    assert run(recipes[0].partition("\n")[2], copy).returncode != 0


def test_a_key_that_the_trust_file_does_not_name_is_found(copy, recipes):
    """The last recipe prints nobody and fails when another key signed."""
    other = (
        (copy / "signatures.json").read_text(encoding="utf-8").replace('"public_key":"', '"public_key":"AA')
    )
    (copy / "signatures.json").write_text(other, encoding="utf-8")
    assert run(recipes[1], copy).returncode != 0


def test_the_page_shows_the_same_commands(demo, recipes):
    """The page that checks a file in the browser names the recipe of the documentation, sign for sign."""
    page = html.unescape((demo[1] / "nq03/kiem-chung/tep/index.html").read_text(encoding="utf-8"))
    lines = [line for line in recipes[0].splitlines() if not line.startswith(("#", "sha256sum"))]
    assert "\n".join(lines) in page


@pytest.mark.parametrize(
    "words",
    [("--recompute",), ("--json",), ("--trust", "trust.json", "--since", "site/log/checkpoint")],
    ids=lambda words: words[0],
)
def test_every_way_to_call_verify_works_as_told(copy, words):
    """Recomputing alone, as JSON, and against a checkpoint that was kept."""
    assert thuocdo("verify", "site", *words, data=copy, cwd=copy.parent).returncode == 0


def test_the_second_program_judges_the_demos_log(copy):
    """Perl and openssl alone find the log whole, and one entry less wrong."""
    command = f"perl {ROOT}/tools/verify-log.pl log"
    assert "holds" in run(command, copy).stdout
    next((copy / "log" / "tile" / "entries").rglob("*")).write_bytes(b"")
    assert run(command, copy).returncode == 1
