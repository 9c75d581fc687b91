"""Tests of verifying from a web address, on the loopback only."""

import contextlib
import functools
import http.server
import threading
import time

import pytest
from tests.factories.facts import some_facts
from tests.factories.publication import a_key, publish_plainly

from thuocdo.core.errors import Invalid, Unavailable
from thuocdo.publication import download
from thuocdo.publication.download import downloaded, is_address
from thuocdo.publication.keys import trust_of
from thuocdo.publication.verify import verify


@contextlib.contextmanager
def serving(handler):
    """Serve with a handler on a free port of this machine; give the address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line on the terminal."""

    def log_message(self, *_args):
        """Say nothing."""


@pytest.fixture
def site(tmp_path):
    """Return a published folder."""
    publish_plainly(some_facts(), tmp_path / "site")
    return tmp_path / "site"


def test_an_address_is_told_from_a_folder():
    """Whatever has a scheme is an address, and only http and https are fetched."""
    assert is_address("https://x/y")
    assert not is_address("demo/site")


@pytest.mark.parametrize("address", ["file:///etc", "ftp://127.0.0.1/", "http://", "http://127.0.0.1/?a=1"])
def test_other_schemes_are_refused(address):
    """No local file is read through an address."""
    with pytest.raises(Invalid, match="no http"), downloaded(address):
        pass


def test_a_served_publication_holds(site):
    """The same steps, with a slash at the end or without."""
    handler = functools.partial(Quiet, directory=site)
    with serving(handler) as address:
        for spelled in (address, f"{address}/"):
            with downloaded(spelled) as root:
                assert verify(root, trust=trust_of((a_key(),))).holds


def test_missing_and_changed_files_are_named_from_afar(site):
    """A file that the server withholds is missing, a changed one is changed."""
    (site / "thu/nghia-vu.csv").unlink()
    page = site / "thu/task/2/index.html"
    page.write_bytes(page.read_bytes() + b" " * 100_000)
    with serving(functools.partial(Quiet, directory=site)) as address, downloaded(address) as root:
        found = {finding.where: finding.reason.code for finding in verify(root).faults}
    assert found == {"thu/nghia-vu.csv": "not_there", "thu/task/2/index.html": "size_differs"}


def test_a_longer_file_is_not_fetched_whole(site, monkeypatch):
    """One byte more than signed is enough to see that it differs."""
    (site / "index.html").write_bytes(b"x" * 5_000_000)
    monkeypatch.setattr(download, "_TOTAL_BYTES", 1_000_000)
    with serving(functools.partial(Quiet, directory=site)) as address, downloaded(address) as root:
        assert (root / "index.html").stat().st_size < 1000


def test_redirects_are_not_followed(site):
    """A redirect could lead to another host; it counts as no answer."""

    class Redirecting(Quiet):
        def do_GET(self):
            if self.path.startswith("/real/"):
                self.path = self.path.removeprefix("/real")
                super().do_GET()
                return
            self.send_response(302)
            self.send_header("Location", f"/real{self.path}")
            self.end_headers()

    handler = functools.partial(Redirecting, directory=site)
    with serving(handler) as address, pytest.raises(Unavailable, match="302"), downloaded(address):
        pass


def test_a_server_that_gives_too_much_is_left(site, monkeypatch):
    """The total is bounded, and the refusal says what to do."""
    monkeypatch.setattr(download, "_TOTAL_BYTES", 20_000)
    handler = functools.partial(Quiet, directory=site)
    with (
        serving(handler) as address,
        pytest.raises(Unavailable, match="Copy the folder"),
        downloaded(address),
    ):
        pass


def test_a_server_that_is_slow_for_ever_is_left(site, monkeypatch):
    """A byte now and then does not keep the verifier waiting."""

    class Dripping(Quiet):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            with contextlib.suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"{")
                    time.sleep(0.02)

    monkeypatch.setattr(download, "_TOTAL_SECONDS", 0.2)
    handler = functools.partial(Dripping, directory=site)
    started = time.perf_counter()
    with serving(handler) as address, pytest.raises(Unavailable), downloaded(address):
        pass
    assert time.perf_counter() - started < 3


def test_nobody_listening_is_said_in_one_sentence():
    """The refusal names the address."""
    with (
        pytest.raises(Unavailable, match=r"127\.0\.0\.1:9/manifest\.json"),
        downloaded("http://127.0.0.1:9/"),
    ):
        pass


def test_an_unreadable_manifest_is_left_to_the_first_step(site):
    """Nothing else is fetched, and verifying says what is wrong."""
    (site / "manifest.json").write_text('{"files":{"../../x":1}}')
    with serving(functools.partial(Quiet, directory=site)) as address, downloaded(address) as root:
        assert [path.name for path in root.iterdir()] == ["manifest.json"]
        assert [finding.step for finding in verify(root).faults] == [1]
