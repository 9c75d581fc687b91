"""Verifying runs where neither Django nor a database is, and reads nothing but the folder."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.factories.facts import some_facts
from tests.factories.publication import a_key, publish_plainly

from thuocdo.publication.keys import trust_bytes, trust_of

ROOT = Path(__file__).resolve().parents[2]
ALONE = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "ninja", "sqlite3", "psycopg", "jinja2", "minijinja"}:
            raise ImportError(f"{name} is not here")

sys.meta_path.insert(0, Blocked())
from pathlib import Path
from thuocdo.publication.keys import read_trust
from thuocdo.publication.verify import check
report = check(Path(sys.argv[1]), trust=read_trust(Path(sys.argv[2]).read_bytes()))
print(report.manifest.programme, *report.signed_by)
"""


@pytest.fixture
def published(tmp_path):
    """Return a published folder and its trust file."""
    publish_plainly(some_facts(), tmp_path / "site")
    (tmp_path / "trust.json").write_bytes(trust_bytes(trust_of((a_key(),))))
    return tmp_path / "site", tmp_path / "trust.json"


def test_verify_runs_without_django_templates_and_database(published):
    """Importing any of them is blocked, and the publication is verified all the same."""
    done = subprocess.run(
        [sys.executable, "-c", ALONE, *published], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.stderr) == (["thu", a_key().id], "")


def test_verify_changes_nothing(published):
    """Names, sizes and times of the folder are the same afterwards."""
    site, trust = published
    before = sorted((path, path.stat().st_mtime_ns, path.stat().st_size) for path in site.rglob("*"))
    subprocess.run([sys.executable, "-c", ALONE, site, trust], cwd=ROOT, capture_output=True, check=True)
    assert sorted((path, path.stat().st_mtime_ns, path.stat().st_size) for path in site.rglob("*")) == before
