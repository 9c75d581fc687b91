"""Time stamps over checkpoints: what is believed, and what happens while none comes."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID
from tests.factories.authority import Authority
from tests.factories.logs import entries, grown

from thuocdo.adapters.timestamps import MAX_BYTES, asking, read_roots
from thuocdo.core.errors import Invalid, Unavailable
from thuocdo.jobs import log as jobs
from thuocdo.log.growing import grow, kept_path, shown_note
from thuocdo.log.stamping import PATIENCE, State, read_state, stamp, stamp_files, stamp_path

pytestmark = [
    pytest.mark.files,
    pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl plays the authority"),
]
NOW = datetime(2026, 1, 5, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """Make one authority for all tests."""
    return Authority(tmp_path_factory.mktemp("tsa") / "one")


@pytest.fixture
def honest(authority):
    """Return the authority as it answers by itself."""
    yield authority
    authority.spoil = lambda answer: answer


@pytest.fixture
def log(tmp_path):
    """Make a log of 300 entries."""
    return grown(tmp_path, 300)


def ask_of(authority, address, **given):
    """Return how this authority is asked."""
    return asking(address, read_roots(authority.roots), **given)


def test_a_stamp_is_one_that_openssl_believes(honest, log, tmp_path):
    """The stamp lies beside the checkpoint that it is over, and another program verifies it."""
    _home, root = log
    with honest.serving() as address:
        state, problems = stamp(tmp_path / "s", root, {address: ask_of(honest, address)}, now=NOW)
    assert (state, problems) == (State(300), {})
    path = tmp_path / "s" / stamp_path(300, 1)
    command = [
        "openssl",
        "ts",
        "-verify",
        "-data",
        root / kept_path(300),
        "-in",
        path,
        "-CAfile",
        honest.roots,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "Verification: OK" in done.stdout) == (0, True)
    assert [name for name, _ in stamp_files(tmp_path / "s", 300)] == [stamp_path(300, 1)]
    assert list(stamp_files(tmp_path / "s", 299)) == []


def flipped(answer):
    """Turn a bit in the middle of the signature."""
    data = bytearray(answer)
    data[-60] ^= 1
    return bytes(data)


@pytest.mark.parametrize(
    "spoil",
    [flipped, lambda _a: b"", lambda _a: b"no stamp", lambda a: a[:-1], lambda _a: b"x" * (MAX_BYTES + 1)],
)
def test_an_answer_that_does_not_hold_is_no_stamp(honest, spoil):
    """Broken, cut, endless and empty answers are refused in one sentence."""
    honest.spoil = spoil
    with honest.serving() as address, pytest.raises(Unavailable, match="gave no time stamp that holds"):
        ask_of(honest, address)(b"data")


def test_a_stamp_over_something_else_is_refused(honest):
    """Yesterday's answer given again is not over today's checkpoint."""
    kept = []
    with honest.serving() as address:
        kept.append(ask_of(honest, address)(b"yesterday"))
        honest.spoil = lambda _answer: kept[0]
        with pytest.raises(Unavailable):
            ask_of(honest, address)(b"today")


def test_an_authority_that_nobody_trusts_is_refused(honest, tmp_path):
    """Another root, and a certificate that is not for time stamps, count nothing."""
    other = Authority(tmp_path / "other")
    with honest.serving() as address, pytest.raises(Unavailable):
        asking(address, read_roots(other.roots))(b"data")
    wrong = Authority(tmp_path / "wrong", usage=ExtendedKeyUsageOID.SERVER_AUTH)
    with wrong.serving() as address, pytest.raises(Unavailable):
        ask_of(wrong, address)(b"data")


def test_an_authority_whose_clock_is_wrong_is_refused(honest):
    """A stamp an hour away says nothing of when this was."""
    ahead = datetime.now(UTC) + timedelta(hours=1)
    with honest.serving() as address, pytest.raises(Unavailable, match="its clock says"):
        ask_of(honest, address, clock=lambda: ahead)(b"data")


def test_a_file_without_certificates_is_named(tmp_path):
    """Half a setting is said with its remedy."""
    (tmp_path / "none.pem").write_text("x")
    with pytest.raises(Invalid, match="THUOCDO_TSA_ROOTS"):
        read_roots(tmp_path / "none.pem")


def gone(_data):
    """Answer nothing."""
    raise Unavailable("gone")


def test_one_of_two_authorities_is_enough(honest, log, tmp_path):
    """While one is down the other one's stamp counts, and the problem is told."""
    _home, root = log
    with honest.serving() as address:
        asks = {"down": gone, address: ask_of(honest, address)}
        state, problems = stamp(tmp_path / "s", root, asks, now=NOW)
    assert (state, list(problems)) == (State(300), ["down"])
    assert stamp(tmp_path / "s", root, {"down": gone}, now=NOW) == (State(300), {})


def test_for_four_hours_nothing_stops_then_receipts_wait(log, tmp_path):
    """The clock runs from the first checkpoint without a stamp, also when more come; one stamp ends it."""
    home, root = log
    folder = tmp_path / "s"
    stamp(folder, root, {"up": lambda _data: b"token"}, now=NOW)
    grow(home, root, entries(301)[300:], base=300)
    state, _ = stamp(folder, root, {"down": gone}, now=NOW)
    assert (state, state.held_from(NOW + timedelta(hours=1))) == (State(300, NOW), None)
    grow(home, root, entries(302)[301:], base=301)
    late = NOW + PATIENCE
    state, _ = stamp(folder, root, {"down": gone}, now=late)
    assert state.held_from(late) is None
    assert state.held_from(late + timedelta(seconds=1)) == 300
    assert read_state(folder) == state
    done, _ = stamp(folder, root, {"up": lambda _data: b"token"}, now=late + timedelta(hours=1))
    assert (done, done.held_from(late + timedelta(hours=9))) == (State(302), None)


def test_the_background_work_stamps_and_says_when_it_cannot(honest, log, tmp_path, settings):
    """A round asks the authorities of the settings; after four hours it says that receipts are held."""
    home, root = log
    settings.THUOCDO_LOG, settings.THUOCDO_LOG_HOME = root, home.folder
    settings.THUOCDO_LOG_STAMPS = tmp_path / "s"
    settings.THUOCDO_TSA, settings.THUOCDO_TSA_ROOTS = [], ""
    assert jobs.stamp_log(NOW) == {}
    settings.THUOCDO_TSA_ROOTS = str(honest.roots)
    with honest.serving() as address:
        settings.THUOCDO_TSA = [address]
        assert jobs.stamp_log(NOW) == {"stamped": 1}
        assert jobs.stamp_log(NOW) == {"stamped": 0}
    grow(home, root, entries(301)[300:], base=300)
    with pytest.raises(Unavailable, match=r"No time stamp since 2026-01-05 03:00 UTC"):
        jobs.stamp_log(NOW)
    with pytest.raises(Unavailable, match="Receipts for entries from 300 on are held back"):
        jobs.stamp_log(NOW + timedelta(hours=5))
    assert shown_note(root) is not None
