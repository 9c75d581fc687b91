"""A publication stands in its log, the log only grew: whatever else is true is named."""

import functools
import json
import shutil

import pytest
from tests.factories.facts import some_evidence, some_facts
from tests.factories.logged_site import KEYS, installed, pinned
from tests.factories.logs import SIGNER, WITNESSES
from tests.factories.publication import publish_plainly
from tests.unit.publication.test_download import Quiet, serving

from thuocdo.core.errors import Conflict
from thuocdo.log import checkpoints
from thuocdo.log.checkpoints import Checkpoint
from thuocdo.log.notes import Signer
from thuocdo.publication.download import downloaded
from thuocdo.publication.findings import LOG_STEP
from thuocdo.publication.keys import Trust, read_trust, trust_bytes
from thuocdo.publication.sentences import STEPS
from thuocdo.publication.verify import verify

pytestmark = pytest.mark.files
OTHER = some_facts(evidence=(some_evidence(), some_evidence(id="e2")))


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Return an installation that no test changes."""
    return installed(tmp_path_factory.mktemp("installed"))


@pytest.fixture
def made(original, tmp_path):
    """Return a copy to be tampered with."""
    shutil.copytree(original.folder, tmp_path / "copy")
    return type(original)(tmp_path / "copy")


def faults(made, **given):
    """Return the faults in English."""
    report = verify(made.site, **{"trust": pinned()} | given)
    return [str(each.fault("en")) for each in report.faults]


def notes(report):
    """Return the codes of what the log's step notes."""
    return [each.reason.code for each in report.notes if each.step == LOG_STEP]


def test_a_publication_in_its_log_passes_every_step(made):
    """All nine steps pass, and the report says as which entry it stands there."""
    report = verify(made.site, trust=pinned())
    assert [report.outcome(step) for step in range(1, len(STEPS) + 1)] == ["passed"] * 9
    assert notes(report) == ["logged_as", "log_without_witnesses"]
    said = next(str(each.fault("en")) for each in report.notes if each.step == LOG_STEP)
    assert said == "log/: stands in the log as entry 301 of 302"


def test_without_a_trust_file_the_key_is_not_pinned(made):
    """The log beside the files is checked all the same."""
    assert "log_key_not_pinned" in notes(verify(made.site))


def test_a_publication_without_a_log_verifies_as_before(tmp_path):
    """What was published before there was a log holds, unless the reader expects one."""
    publish_plainly(some_facts(), tmp_path / "site", signers=KEYS[:2])
    report = verify(tmp_path / "site", trust=Trust(1, 2, pinned().keys))
    assert (report.holds, report.outcome(LOG_STEP)) == (True, "absent")
    missing = [str(each.fault("en")) for each in verify(tmp_path / "site", trust=pinned()).faults]
    assert missing == ["log/: is missing, and a log is expected here (pinned, or kept from before)"]


def test_publishing_the_same_again_appends_nothing(made):
    """The same manifest has its entry; a changed one gets the next, which names the one before."""
    assert made.publish(some_facts()).written == ()
    assert made.home.signed()[0].size == 302
    made.publish(OTHER)
    assert made.home.signed()[0].size == 303
    assert faults(made) == []


def test_the_old_copy_and_its_checkpoint_prove_that_the_log_only_grew(made, tmp_path):
    """Who kept the old folder sees that the new one continues it, and not the other way."""
    shutil.copytree(made.site, tmp_path / "kept")
    made.publish(OTHER)
    kept = (tmp_path / "kept/log/checkpoint").read_bytes()
    assert faults(made, since=kept) == []
    new = (made.site / "log/checkpoint").read_bytes()
    back = [str(each.fault("en")) for each in verify(tmp_path / "kept", trust=pinned(), since=new).faults]
    assert back == ["log/: The log was rewound: it has 302 entries where a checkpoint of 303 is known"]


def test_an_old_publication_beside_a_newer_log_is_not_the_last(made, tmp_path):
    """A site that was put back while its log went on is said not to be the newest."""
    shutil.copytree(made.site, tmp_path / "old")
    made.publish(OTHER)
    shutil.rmtree(tmp_path / "old/log")
    shutil.copytree(made.site / "log", tmp_path / "old/log")
    assert "log_newer" in notes(verify(tmp_path / "old", trust=pinned()))


def test_a_manifest_that_was_never_logged_is_named(made):
    """Two keys can sign another publication, and cannot make it stand in the log."""
    publish_plainly(OTHER, made.site, signers=KEYS[:2])
    assert faults(made) == ["log/: this manifest stands in none of the log's 302 entries"]


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("tile/0/000", "tile/0/000 was changed"),
        ("tile/entries/000", "in tile/entries/000 was changed"),
        ("tile/0/001.p/46", "tile/0/001.p/46 was changed"),
    ],
)
def test_a_changed_file_of_the_log_is_named(made, path, where):
    """Which file, and which entry in it."""
    data = bytearray((made.site / "log" / path).read_bytes())
    data[200] ^= 1
    (made.site / "log" / path).write_bytes(data)
    assert where in faults(made)[0]


def test_a_log_of_somebody_else_is_refused(made):
    """A log by another key does not pass for the pinned one."""
    stranger = Signer(SIGNER.name, bytes(32))
    found = checkpoints.read_checkpoint(
        checkpoints.read_note((made.site / "log/checkpoint").read_bytes()).text
    )
    (made.site / "log/checkpoint").write_bytes(checkpoints.signed(found, stranger))
    assert any("has not signed this checkpoint" in each for each in faults(made))
    other = pinned(policy=f"log {Signer(SIGNER.name, bytes([9]) * 32).verifier}\nquorum none\n")
    assert any("has not signed this" in each for each in faults(made, trust=other))


def test_a_fork_that_was_kept_is_named(made):
    """Two checkpoints of one size over two roots are a fork, whoever shows them."""
    kept = checkpoints.signed(Checkpoint(SIGNER.name, 302, bytes(32)), SIGNER)
    assert any("was forked: two checkpoints of 302 entries" in each for each in faults(made, since=kept))


def test_a_pinned_quorum_must_have_signed(made):
    """A citizen who wants two witnesses gets no log without them."""
    lines = [f"witness w{number} {each.verifier}" for number, each in enumerate(WITNESSES)]
    policy = "\n".join([f"log {SIGNER.verifier}", *lines, "group two 2 w0 w1 w2", "quorum two", ""])
    assert "Too few witnesses" in faults(made, trust=pinned(policy=policy))[0]
    path = made.site / "log/checkpoint"
    for witness in WITNESSES[:2]:
        path.write_bytes(checkpoints.cosigned(path.read_bytes(), witness, seconds=1_767_582_000))
    report = verify(made.site, trust=pinned(policy=policy))
    assert (report.holds, "log_witnessed" in notes(report)) == (True, True)


def test_the_log_comes_with_the_files_from_afar(made):
    """Over the web the log is fetched too, and what the server withholds is missing."""
    with serving(functools.partial(Quiet, directory=made.site)) as address:
        with downloaded(address) as root:
            assert notes(verify(root, trust=pinned())) == ["logged_as", "log_without_witnesses"]
        shutil.rmtree(made.site / "log/tile/entries")
        with downloaded(address) as root:
            missing = [str(each.fault("en")) for each in verify(root, trust=pinned()).faults]
    assert any("tile/entries/000 is missing" in each for each in missing)


def test_witnesses_that_are_late_hold_the_publication_back(made):
    """Nothing is published before the log that has it may be shown."""
    before = (made.site / "manifest.json").read_bytes()

    def enter(_manifest):
        raise Conflict("late")
        yield

    with pytest.raises(Conflict):
        made.publish(some_facts(evidence=()), enter=enter, accepted={"nothing_reported": "x"})
    assert (made.site / "manifest.json").read_bytes() == before


def test_trust_names_a_log_only_where_one_is_pinned():
    """The trust file of an installation without a log is the same bytes as ever."""
    assert b'"log"' not in trust_bytes(Trust(1, 2, pinned().keys))
    assert read_trust(trust_bytes(pinned())) == pinned()
    assert json.loads(trust_bytes(pinned()))["log"].startswith("log ")
