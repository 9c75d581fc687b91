"""A log and its witnesses over HTTP, on this machine only."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.factories.logs import SIGNER, WITNESSES, entries, homed, judged, submission

from thuocdo.adapters import witness as http_witness
from thuocdo.adapters import witnesses as asking
from thuocdo.adapters.witnesses import cosigned_by
from thuocdo.log import homes
from thuocdo.log.entries import entry_bytes
from thuocdo.log.growing import Grown, grow
from thuocdo.log.policy import k_of_n, read_policy
from thuocdo.log.witnessing import MAX_REQUEST, Witness

pytestmark = pytest.mark.files


@contextlib.contextmanager
def running(folder, signer):
    """Serve a witness; give its port."""
    server = http_witness.server(Witness(signer, [SIGNER.verifier], folder), host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def log(tmp_path):
    """Return a function that makes a log which wants two of three witnesses at these ports."""

    def made(*ports):
        home = homed(tmp_path / "home")
        lines = [f"log {SIGNER.verifier}"]
        for number, (signer, port) in enumerate(zip(WITNESSES, ports, strict=True)):
            lines.append(f"witness w{number} {signer.verifier} http://127.0.0.1:{port}")
        lines += ["group two 2 w0 w1 w2", "quorum two", ""]
        (home.folder / homes.POLICY).write_text("\n".join(lines), encoding="utf-8")
        return home, tmp_path / "log"

    return made


def free_port():
    """Return a port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


PINNED = k_of_n(SIGNER.verifier, {f"w{n}": each.verifier for n, each in enumerate(WITNESSES)}, 2)


def test_two_of_three_witnesses_are_enough(tmp_path, log):
    """One that is down does not stop the log; its name is told."""
    with running(tmp_path / "a", WITNESSES[0]) as first, running(tmp_path / "b", WITNESSES[1]) as second:
        home, root = log(first, second, free_port())
        cosign = cosigned_by(home.folder)
        assert grow(home, root, entries(5), base=0, cosign=cosign) == Grown(5, 5, ("w2",))
        more = [entry_bytes(submission(each)) for each in range(100, 400)]
        assert grow(home, root, more, base=5, cosign=cosign).shown == 305
    found = judged(root, policy=PINNED)
    assert (found.faults, found.witnesses) == ((), ("w0", "w1"))


def test_one_of_three_is_not_enough_until_another_answers(tmp_path, log):
    """Readers keep what they had; when a witness comes back, the same call shows what waits."""
    port = free_port()
    with running(tmp_path / "a", WITNESSES[0]) as first:
        home, root = log(first, port, free_port())
        cosign = cosigned_by(home.folder)
        assert grow(home, root, entries(5), base=0, cosign=cosign) == Grown(5, 0, ("w1", "w2"))
        assert not (root / "checkpoint").exists()
        witness = Witness(WITNESSES[1], [SIGNER.verifier], tmp_path / "b")
        server = http_witness.server(witness, host="127.0.0.1", port=port)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            assert grow(home, root, cosign=cosign) == Grown(5, 5, ("w2",))
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def test_a_log_that_forgot_what_witnesses_saw_learns_it_from_them(tmp_path, log):
    """Without its own note of sizes it begins from what the witness answers."""
    with running(tmp_path / "a", WITNESSES[0]) as first, running(tmp_path / "b", WITNESSES[1]) as second:
        home, root = log(first, second, free_port())
        cosign = cosigned_by(home.folder)
        grow(home, root, entries(5), base=0, cosign=cosign)
        for wrong in ("", "[]", '{"w0": 99999, "w1": "x"}'):
            (home.folder / asking.SEEN).write_text(wrong)
            size = home.signed()[0].size
            done = grow(home, root, [entry_bytes(submission(900 + size))], base=size, cosign=cosign)
            assert done.shown == size + 1


def test_witnesses_refuse_a_second_history(tmp_path, log):
    """With the log's own key, another log of the same name gets no signature: nobody is shown it."""
    with running(tmp_path / "a", WITNESSES[0]) as first, running(tmp_path / "b", WITNESSES[1]) as second:
        home, root = log(first, second, free_port())
        cosign = cosigned_by(home.folder)
        grow(home, root, entries(9), base=0, cosign=cosign)
        for count in (5, 9, 12):
            fork = homed(tmp_path / f"fork{count}")
            (fork.folder / homes.POLICY).write_bytes((home.folder / homes.POLICY).read_bytes())
            other = [entry_bytes(submission(each)) for each in range(500, 500 + count)]
            done = grow(fork, tmp_path / f"log{count}", other, base=0, cosign=cosigned_by(fork.folder))
            assert (done.signed, done.shown) == (count, 0)
    assert judged(root, policy=PINNED).faults == ()


@pytest.mark.parametrize("body", [b"", "— w0 AAAA\n".encode(), b"x" * 100_000, b"\xff\xfe"])
def test_an_answer_that_is_no_signature_counts_nothing(log, body):
    """A witness that answers nonsense is a missing one."""

    class Lying(BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Lying)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        home, root = log(server.server_port, free_port(), free_port())
        done = grow(home, root, entries(5), base=0, cosign=cosigned_by(home.folder))
        assert (done.shown, done.missing) == (0, ("w0", "w1", "w2"))
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_witness_that_says_nothing_is_waited_for_only_so_long(log, monkeypatch):
    """A connection that stays open and silent costs the limit and no more."""
    monkeypatch.setattr(asking, "SECONDS", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        home, root = log(silent.getsockname()[1], free_port(), free_port())
        assert grow(home, root, entries(2), base=0, cosign=cosigned_by(home.folder)).shown == 0


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("POST", "/", {"Content-Length": "0"}, 404),
        ("POST", "/add-checkpoint", {}, 400),
        ("POST", "/add-checkpoint", {"Content-Length": "-5"}, 400),
        ("POST", "/add-checkpoint", {"Content-Length": "99999999999999999999"}, 400),
        ("POST", "/add-checkpoint", {"Content-Length": str(MAX_REQUEST + 1)}, 413),
        ("POST", "/add-checkpoint", {"Content-Length": "0"}, 400),
        ("GET", "/add-checkpoint", {}, 501),
    ],
)
def test_other_requests_are_refused_over_http(tmp_path, method, path, headers, status):
    """Only a bounded POST to the one address is looked at."""
    with running(tmp_path / "a", WITNESSES[0]) as port:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        line.putrequest(method, path)
        for name, value in headers.items():
            line.putheader(name, value)
        line.endheaders()
        assert line.getresponse().status == status
        line.close()


def test_a_witness_is_run_with_three_commands(tmp_path):
    """Somebody else makes a key, names the log, serves; it stops when told, and loads no framework."""
    environment = {**os.environ, "THUOCDO_LANG": "en"}
    start = "import sys; from thuocdo.cli.main import main; main()"

    def run(*words):
        given = [sys.executable, "-c", start, "witness", *map(str, words)]
        return subprocess.run(given, capture_output=True, text=True, check=False, env=environment)

    folder = tmp_path / "witness"
    line = run("init", "witness.example.vn", "--folder", folder)
    name = line.stdout.split()[1]
    policy = f"log {SIGNER.verifier}\n{line.stdout}quorum {name}\n".encode()
    assert read_policy(policy).addresses[name] == "https://witness.example.vn"
    assert run("serve", "--folder", folder).returncode == 11
    assert run("add", SIGNER.verifier, "--folder", folder).returncode == 0
    assert run("add", line.stdout.split()[2], "--folder", folder).returncode == 10
    words = ["witness", "serve", "--folder", str(folder), "--port", "0"]
    code = (
        f"import sys; sys.argv = ['thuocdo', *{words!r}]\n"
        "from thuocdo.cli.main import main\n"
        "try: main()\n"
        "finally: assert 'django' not in sys.modules, 'framework'"
    )
    served = subprocess.Popen(
        [sys.executable, "-u", "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert "http://127.0.0.1:" in served.stdout.readline()
    finally:
        served.send_signal(signal.SIGTERM)
        said = served.communicate(timeout=10)
    assert (served.returncode, said[1]) == (0, "")
