"""Calling machines outside: only allowed hosts, at public addresses, over checked TLS, and not for ever."""

import ssl
import time

import pytest
from tests.factories.receivers import HOST, answer, hook_receiver, self_signed

from thuocdo.adapters.webhook import HttpsCaller, is_public
from thuocdo.cycles.notices.errors import Undelivered
from thuocdo.cycles.notices.ports import Call

PRIVATE = [
    "0.0.0.0",  # noqa: S104  an address to refuse, nothing is bound
    "127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a00:1",
    "2002:7f00:1::1", "2001:0:7f00:1::1", "2001:db8::1", "::7f00:1", "localhost", "", "2130706433",
    "0x7f000001", "127.1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_no_private_address_is_public(address):
    """Loopback, private, link-local, carrier, reserved and tunnelled addresses are all refused."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "113.160.0.1", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_a_public_address_is_public(address):
    """Ordinary addresses of the public network are called."""
    assert is_public(address)


def call(url=f"https://{HOST}/in?a=1", body=b'{"id":"x"}'):
    """Return an event for an address."""
    return Call(id="x", url=url, body=body, signature="t=1,v1=aa")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://hooks.example/", "only plain https://"),
        ("ftp://hooks.example/", "only plain https://"),
        ("file:///etc/passwd", "only plain https://"),
        ("gopher://hooks.example/", "only plain https://"),
        ("https://me:secret@hooks.example/", "only plain https://"),
        ("https://other.example/", "not among the hosts"),
        ("https://hooks.example.evil.example/", "not among the hosts"),
        ("https://127.0.0.1/", "not among the hosts"),
        ("https://[::1]/", "not among the hosts"),
        ("https://hooks.example@127.0.0.1/", "only plain https://"),
        ("https://hooks.example\\@127.0.0.1/", "only plain https://"),
        ("https://hooks.example:99999/", "cannot be read"),
        ("https://[half/", "cannot be read"),
        ("", "only plain https://"),
    ],
)
def test_an_address_that_may_not_be_called_is_refused_for_good(url, said):
    """Nothing is resolved or called for an address that is not plainly one of the allowed hosts'."""

    def never(_host, _port):
        raise AssertionError("nothing may be looked up")

    with pytest.raises(Undelivered, match=said) as refused:
        HttpsCaller([HOST], resolve=never).call(call(url))
    assert refused.value.permanent
    assert "secret" not in refused.value.message


@pytest.mark.parametrize("address", PRIVATE)
def test_an_allowed_name_that_leads_inside_is_refused(address):
    """A host's name that resolves to a private address is not called, even beside a public one."""
    for addresses in ([address], ["1.1.1.1", address]):
        caller = HttpsCaller([HOST], resolve=lambda _host, _port, found=addresses: found)
        with pytest.raises(Undelivered, match="private network"):
            caller.call(call())


def test_an_event_that_is_too_large_is_refused():
    """What is larger than the limit never leaves."""
    with pytest.raises(Undelivered, match="too large"):
        HttpsCaller([HOST]).call(call(body=b"x" * (256 * 1024 + 1)))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Return certificate and key of the allowed host."""
    return self_signed(tmp_path_factory.mktemp("tls"))


def caller(server, certificate, **more):
    """Return a caller that finds the host on the loopback and trusts its certificate."""
    context = ssl.create_default_context(cafile=certificate[0])
    return HttpsCaller(
        [HOST], resolve=lambda _host, _port: ["127.0.0.1"], context=context, public_only=False, **more
    ), f"https://{HOST}:{server.port}/in?a=1"


def test_a_call_brings_id_signature_and_body(certificate):
    """The receiver gets one POST with the id, the signature and exactly the signed bytes."""
    with hook_receiver(certificate, answer(204)) as server:
        to, url = caller(server, certificate)
        to.call(call(url))
    ((path, headers, body),) = server.calls
    assert (path, body) == ("/in?a=1", b'{"id":"x"}')
    assert headers["Thuocdo-Id"] == "x"
    assert headers["Thuocdo-Signature"] == "t=1,v1=aa"
    assert headers["Content-Type"].startswith("application/json")


@pytest.mark.parametrize(
    ("status", "permanent"), [(302, True), (307, True), (410, True), (404, False), (429, False), (500, False)]
)
def test_another_answer_is_a_failure(status, permanent, certificate):
    """A redirect is never followed; it and 410 are for good, everything else is tried again."""
    with hook_receiver(certificate, answer(status, Location="http://127.0.0.1/")) as server:
        to, url = caller(server, certificate)
        with pytest.raises(Undelivered, match=str(status)) as refused:
            to.call(call(url))
    assert refused.value.permanent is permanent
    assert len(server.calls) == 1


def test_a_foreign_certificate_is_refused(certificate, tmp_path):
    """A certificate of another name, or of an unknown issuer, ends the call before anything is said."""
    other = self_signed(tmp_path, "other.example")
    for shown, trusted in ((other, other), (other, certificate)):
        with hook_receiver(shown, answer(204)) as server:
            to, url = caller(server, trusted)
            with pytest.raises(Undelivered, match="certificate"):
                to.call(call(url))
        assert server.calls == []


def test_a_receiver_that_drips_is_cut_off(certificate):
    """An answer that comes a byte at a time does not hold the worker beyond the limit."""

    def drip(handler):
        try:
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 200:
                handler.wfile.write(bytes([byte]))
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    with hook_receiver(certificate, drip) as server:
        to, url = caller(server, certificate, timeout=0.5)
        began = time.monotonic()
        with pytest.raises(Undelivered, match="does not answer"):
            to.call(call(url))
        assert time.monotonic() - began < 3


def test_nobody_there_is_tried_again(certificate):
    """A refused connection and a name without address are failures that may pass."""
    with hook_receiver(certificate, answer(204)) as server:
        to, url = caller(server, certificate)
    for each in (to, HttpsCaller([HOST], resolve=lambda _host, _port: [])):
        with pytest.raises(Undelivered) as refused:
            each.call(call(url))
        assert not refused.value.permanent
