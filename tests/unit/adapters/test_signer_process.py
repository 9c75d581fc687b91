"""The signer as a process of its own: started for a call, or listening on a socket."""

import os
import socket
import threading

import pytest
from tests.factories.logs import SIGNER, entries, grown, homed, judged

from thuocdo.adapters import signing
from thuocdo.adapters.signer import Asked
from thuocdo.core.errors import Conflict, Unavailable
from thuocdo.log.errors import Unsound
from thuocdo.log.growing import Grown


@pytest.fixture
def listening(tmp_path):
    """Serve a signer of a log of 300 entries on a socket; returns how it is reached."""
    home, root = grown(tmp_path, 300)
    stop, ready = threading.Event(), threading.Event()
    at = tmp_path / "socket"
    given = {"home": home.folder, "log": root, "stop": stop, "ready": ready.set}
    thread = threading.Thread(target=signing.serve, args=(at,), kwargs=given)
    thread.start()
    assert ready.wait(5)
    yield Asked(root, home.folder, str(at))
    stop.set()
    thread.join(5)


def test_a_process_for_one_call_signs(tmp_path):
    """Without a socket a child is started that reads the key, signs and ends."""
    asked = Asked(tmp_path / "log", homed(tmp_path / "home").folder)
    assert asked.grow(entries(3), base=0) == Grown(3, 3)
    assert asked.grow() == Grown(3, 3)
    assert judged(asked.log).faults == ()


def test_its_refusals_are_the_same_as_at_home(tmp_path):
    """A conflict stays a conflict and a broken log a broken log, each with its sentence."""
    home, root = grown(tmp_path, 300)
    asked = Asked(root, home.folder)
    with pytest.raises(Conflict, match="300 entries by now, not 5"):
        asked.grow(entries(1), base=5)
    (root / "tile/0/000").write_bytes(bytes(8192))
    with pytest.raises(Unsound, match=r"tile/0/000") as refused:
        asked.grow(entries(3)[2:], base=300)
    assert refused.value.reason.params["path"] == "tile/0/000"


def test_the_child_gets_none_of_our_secrets(tmp_path, monkeypatch):
    """Addresses and secrets of the application are not handed to the process that holds the key."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://user:secret@db/x")
    seen = {}
    real = signing.answer

    def run(_command, **given):
        seen.update(given["env"])
        return type(
            "Done", (), {"stdout": real(given["input"], home=tmp_path / "home", log=tmp_path / "log")}
        )

    homed(tmp_path / "home")
    monkeypatch.setattr("subprocess.run", run)
    Asked(tmp_path / "log", tmp_path / "home").grow(entries(1), base=0)
    assert "DATABASE_URL" not in seen
    assert seen["PATH"] == os.environ["PATH"]


def test_over_its_socket_it_extends_and_refuses(listening):
    """One request after the other is answered; a wrong base is refused over the wire too."""
    data = entries(305)
    assert listening.grow(data[300:], base=300) == Grown(305, 305)
    with pytest.raises(Conflict):
        listening.grow(data[300:], base=300)
    assert judged(listening.log).checkpoint.size == 305


def test_two_callers_at_once_append_once(listening):
    """Of eight that append after the same entry, one wins and the others are told."""
    outcomes = []

    def call():
        try:
            outcomes.append(listening.grow(entries(301)[300:], base=300).signed)
        except Conflict:
            outcomes.append("told")

    threads = [threading.Thread(target=call) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(map(str, outcomes)) == ["301", *["told"] * 7]
    assert judged(listening.log).checkpoint.size == 301


@pytest.mark.parametrize("sent", [b"", b"\xff" * 100, b"\x80", b"\x82\xa4base\x00\xa7entries\xa1x"])
def test_what_is_no_request_gets_an_answer_and_changes_nothing(listening, sent):
    """Bytes that are no request are refused in one sentence, and the next request is answered."""
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(listening.at)
        line.sendall(sent)
        line.shutdown(socket.SHUT_WR)
        with pytest.raises(Unavailable):
            signing.understood(signing.read_all(line.recv))
    assert listening.grow() == Grown(300, 300)


def test_a_signer_that_is_not_there_is_said(tmp_path):
    """Nobody behind the socket is an outside fault with its remedy."""
    with pytest.raises(Unavailable, match="thuocdo log signer"):
        Asked(tmp_path, tmp_path, str(tmp_path / "none")).grow()
    assert SIGNER.name not in repr(Asked(tmp_path, tmp_path).at)
