"""The commands with which several people publish: on a laptop without the application."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.factories.facts import some_evidence, some_facts
from tests.factories.publication import NOW, a_key, plain_pages, publish_plainly

from thuocdo.core.canonical import sha256_hex
from thuocdo.publication.keys import read_trust, write_key
from thuocdo.publication.prepared import prepare

pytestmark = pytest.mark.files
ROOT = Path(__file__).resolve().parents[2]
WITHOUT = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "ninja", "sqlite3", "psycopg", "jinja2", "minijinja"}:
            raise ImportError(f"{name} is not here")

sys.meta_path.insert(0, Blocked())
from thuocdo.cli.main import main
main()
"""


def thuocdo(*arguments, typed="", language="en"):
    """Run the command on a machine that has no Django, no templates and no database."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "THUOCDO_LANG": language},
        capture_output=True,
        text=True,
        check=False,
        input=typed,
    )


@pytest.fixture
def waiting(tmp_path):
    """Return a prepared folder that follows a publication, with a key beside it."""
    publish_plainly(some_facts(), tmp_path / "site")
    prepare(
        some_facts(evidence=(some_evidence(), some_evidence(id="e2"))),
        into=tmp_path / "waiting",
        after=tmp_path / "site",
        now=NOW,
        render=plain_pages,
    )
    write_key(tmp_path / "key", a_key(2))
    return tmp_path / "waiting"


def test_signing_shows_what_it_is_and_asks(waiting):
    """Counts, digest and difference are printed; the digest's beginning is typed; the file is new."""
    digest = sha256_hex((waiting / "manifest.json").read_bytes())
    given = ("sign", waiting / "manifest.json", "--key", waiting.parent / "key")
    before = ("--previous", waiting.parent / "site/manifest.json")
    done = thuocdo(*given, *before, typed=f"{digest[:12]}\n")
    assert (done.returncode, done.stderr) == (0, "")
    for words in ("1/NQ-THU, as of 2025-12-31", "ILLUSTRATIVE", digest, "thu/du-lieu/evidence.csv", "Chi 2"):
        assert words in done.stdout
    found = json.loads((waiting / f"signature-{a_key(2).id}.json").read_bytes())
    assert [each["key_id"] for each in found] == [a_key(2).id]
    assert thuocdo(*given, "--yes", digest[:12]).returncode == 13


def test_whoever_types_something_else_signs_nothing(waiting):
    """A yes is not enough: the digest has to be looked at."""
    done = thuocdo("sign", waiting / "manifest.json", "--key", waiting.parent / "key", typed="yes\n")
    assert done.returncode == 12
    assert "nothing was signed" in done.stderr
    assert not list(waiting.glob("signature-*"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_wrong_manifest_before_is_refused(waiting, language):
    """What is compared has to be what the manifest names."""
    path = waiting / "manifest.json"
    done = thuocdo("sign", path, "--key", waiting.parent / "key", "--previous", path, language=language)
    assert done.returncode == 13


def test_the_keys_of_three_people_become_one_trust_file(tmp_path):
    """Each makes a key alone; two of them have to sign; one is ended by name."""
    for number in (1, 2, 3):
        made = ("make-key", tmp_path / f"key{number}", "--name", f"P{number}", "--valid-from", "2025-01-01")
        assert thuocdo(*made, "--trust", tmp_path / f"trust{number}.json").returncode == 0
    parts = [tmp_path / f"trust{number}.json" for number in (1, 2, 3)]
    file = tmp_path / "trust.json"
    done = thuocdo("trust", "join", *parts, "--threshold", 2, "--to", file)
    assert (done.returncode, "3 keys, 2 have to sign" in done.stdout) == (0, True)
    key = read_trust(file.read_bytes()).keys[0].id
    assert thuocdo("trust", "retire", key, "--on", "2026-01-01", "--lost-at", 7, "--in", file).returncode == 0
    ended = read_trust(file.read_bytes()).keys[0]
    assert (ended.valid_until, ended.until_entry) == (date(2026, 1, 1), 7)
    assert thuocdo("trust", "retire", "0" * 16, "--on", "2026-01-01", "--in", file).returncode == 11
    assert thuocdo("trust", "retire", key, "--on", "soon", "--in", file).returncode == 10
