"""The commands that correct, take away, prepare and release, as the server's keeper types them."""

from datetime import date

import pytest
from tests.factories.publication import a_key
from tests.integration.test_correcting import Desk
from typer.testing import CliRunner

from thuocdo.cli.main import build
from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Invalid, NotAllowed, NotFound
from thuocdo.publication.keys import Purpose, trust_bytes, trust_of
from thuocdo.publication.offline import read_file, signature
from thuocdo.publication.verify import verify

ORDER = ("--reason", "Nhập sai.", "--document", "12/CV-VPTW", "--on", "2026-01-06")
CHANGE = "thu/du-lieu/evidence, evidence e1, verifier_note: Sai → Đúng"


@pytest.fixture
def run(monkeypatch):
    """Return a function that runs a command in this process and returns what it prints."""
    monkeypatch.setenv("THUOCDO_LANG", "en")

    def given(*words):
        done = CliRunner().invoke(build(), [str(word) for word in words])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.output

    return given


@pytest.fixture
def desk(db, tmp_path, monkeypatch, chi, now):  # noqa: ARG001  db opens the database
    """Return a logged publication, and Chi who may correct it."""
    from thuocdo.accounts.actions import add_person  # noqa: PLC0415  tables are ready only here

    given = {"username": chi.id, "name": chi.name, "agency": chi.agency, "roles": chi.roles}
    add_person(**given, password="mot-mat-khau-dai", by=chi, now=now)
    made = Desk(tmp_path)
    made.publish("Sai")
    monkeypatch.setattr("thuocdo.config.transparency.patient", lambda: made.signer)
    return made


def test_a_correction_is_logged_by_one_line(run, desk):
    """The line is what verifying prints later; a wrong day and a stranger are refused."""
    said = run("log", "correct", CHANGE, *ORDER, "--by", "chi", "--site", desk.site)
    assert said == "Entry 2 of the log corrects 1 values. Publish now: readers see it then.\n"
    with pytest.raises(Invalid, match=r"soon is no day"):
        run("log", "correct", CHANGE, *ORDER[:-1], "soon", "--by", "chi", "--site", desk.site)
    with pytest.raises(NotFound):
        run("log", "correct", CHANGE, *ORDER, "--by", "nobody", "--site", desk.site)


def test_files_are_taken_away_by_name(run, desk, monkeypatch):
    """Several at once; each is said with its entries."""
    monkeypatch.setattr("thuocdo.config.transparency.stamp_files", lambda *_given: ())
    names = ("thu/du-lieu/evidence.csv", "thu/du-lieu/evidence.json")
    said = run("log", "take-away", *names, *ORDER, "--by", "chi", "--site", desk.site)
    assert said.splitlines() == [
        f"{names[0]} is gone. The log says why: entries 2.",
        f"{names[1]} is gone. The log says why: entries 3.",
    ]
    assert verify(desk.site).holds


@pytest.mark.usefixtures("model_programme")
def test_two_of_three_release_what_was_prepared(run, tmp_path):
    """One signature is refused; an earlier day is refused after that without a correction."""
    keys = tuple(a_key(seed, Purpose.PRODUCTION) for seed in (1, 2, 3))
    (tmp_path / "trust.json").write_bytes(trust_bytes(trust_of(keys, threshold=2)))
    waiting, site = tmp_path / "waiting", tmp_path / "site"
    into = ("prepare", "--to", waiting, "--out", site, "--accept", "nothing_reported=Thử.")
    assert "is to be signed" in run(*into, "--as-of", "2025-06-20")
    manifest, data = read_file(waiting / "manifest.json")
    assert manifest.as_of == date(2025, 6, 20)
    for number, key in enumerate(keys, 1):
        (tmp_path / f"s{number}").write_bytes(signature(manifest, data, key))
    out = ("release", waiting, "--out", site, "--trust", tmp_path / "trust.json")
    with pytest.raises(NotAllowed, match=r"1 trusted signatures count, 2 are needed"):
        run(*out, "--signature", tmp_path / "s1")
    said = run(*out, "--signature", tmp_path / "s1", "--signature", tmp_path / "s3")
    assert sha256_hex(data) in said
    assert verify(site, trust=trust_of(keys, threshold=2)).holds
    with pytest.raises(Invalid, match=r"lies before 2025-06-20, which readers have"):
        run(*into, "--as-of", "2025-06-19")
