"""Texts of written metrics: published word for word, held against the facts and against the log."""

import hashlib
import shutil
from dataclasses import replace
from datetime import date

import pytest
from tests.contract.test_verify_tampering import resign
from tests.factories.facts import some_facts
from tests.factories.logged_site import KEYS, installed, pinned
from tests.factories.publication import publish_plainly
from tests.factories.written import SQL, file

from thuocdo.log.entries import entry_bytes
from thuocdo.log.types import Method
from thuocdo.measurement.written.types import WrittenMethod
from thuocdo.publication.facts_file import facts_bytes
from thuocdo.publication.findings import LOG_STEP
from thuocdo.publication.verify import verify

pytestmark = pytest.mark.files
CODE = "11.1-last-of-month"
TEXT = file(CODE)
ENTRY = 302
ONE = WrittenMethod(CODE, 1, TEXT, date(2025, 6, 9), "bo-a", ENTRY, date(2025, 6, 10))
AT = f"phep-do/{CODE}/1"


def digest(text):
    """Return a SHA-256 as `sha256sum` prints it."""
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Return an installation whose log has the method of the text, and a publication after it."""
    made = installed(tmp_path_factory.mktemp("installed"))
    assert made.home.signed()[0].size == ENTRY
    made.append(entry_bytes(Method(f"{CODE}/1", digest(TEXT), digest(SQL.lstrip("\n")), "DuckDB 2.0.0")))
    made.publish(some_facts(written=(ONE,)))
    return made


@pytest.fixture
def made(original, tmp_path):
    """Return a copy to be changed."""
    shutil.copytree(original.folder, tmp_path / "copy")
    return type(original)(tmp_path / "copy")


def faults(site, step):
    """Return the faults of one step in English."""
    found = verify(site, trust=pinned()).faults
    return [str(each.fault("en")) for each in found if each.step == step]


def test_a_reader_compares_the_files_with_the_entry(made):
    """Both files have the digests that the log's entry names, and verifying finds nothing."""
    slug = some_facts().programme.slug
    assert (made.site / slug / f"{AT}.toml").read_text(encoding="utf-8") == TEXT
    assert (made.site / slug / f"{AT}.sql").read_text(encoding="utf-8") == SQL.lstrip("\n")
    assert verify(made.site, trust=pinned()).holds


@pytest.mark.parametrize(
    "change",
    [
        {"entry": 0},
        {"entry": ENTRY + 1},
        {"entry": 9999},
        {"number": 2},
        {"code": "11.1-other"},
        {"text": TEXT.replace("Illustrative:", "Changed:")},
    ],
)
def test_a_text_that_its_entry_does_not_name_is_a_fault(made, change):
    """Another text, number, code or entry than the log has is named with the file."""
    made.publish(some_facts(written=(replace(ONE, **change),)))
    [found] = faults(made.site, LOG_STEP)
    assert "is not the method that entry" in found


def test_a_version_without_an_entry_claims_nothing(made):
    """What was approved and not logged yet is published all the same."""
    made.publish(some_facts(written=(replace(ONE, entry=None, logged_on=None),)))
    assert verify(made.site, trust=pinned()).holds


@pytest.mark.parametrize("ending", [".toml", ".sql"])
def test_a_file_that_says_something_else_is_a_fault(tmp_path, ending):
    """Signed by the publisher or not: the file has to be the text that the facts hold, and to be there."""
    facts = some_facts(written=(replace(ONE, entry=None, logged_on=None),))
    publish_plainly(facts, tmp_path / "site")
    path = tmp_path / "site" / facts.programme.slug / f"{AT}{ending}"
    path.write_text("other", encoding="utf-8")
    resign(tmp_path / "site")
    assert ["spelled differently" in each for each in faults(tmp_path / "site", 5)] == [True]
    path.unlink()
    resign(tmp_path / "site")
    assert ["has to be published" in each for each in faults(tmp_path / "site", 5)] == [True]


@pytest.mark.parametrize("text", ["no toml [", "x = 1", "a = " + "[" * 9000])
def test_facts_of_a_stranger_with_a_text_that_is_none(tmp_path, text):
    """A text that no reader of ours can read is a fault and no crash."""
    facts = some_facts(written=(replace(ONE, entry=None, logged_on=None),))
    publish_plainly(facts, tmp_path / "site")
    broken = replace(facts, written=(replace(ONE, text=text),))
    (tmp_path / "site" / "facts.json").write_bytes(facts_bytes(broken))
    resign(tmp_path / "site")
    assert any("written: cannot be read" in each for each in faults(tmp_path / "site", 5))


def test_an_older_publication_has_no_texts(tmp_path):
    """Facts that name none verify as before; nothing is missed."""
    publish_plainly(some_facts(), tmp_path / "site", signers=KEYS[:1])
    assert not [each for each in verify(tmp_path / "site").faults if "phep-do" in each.where]
