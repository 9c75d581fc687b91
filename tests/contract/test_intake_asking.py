"""A source that hangs, floods, answers with a web page or leads elsewhere ends within its limits."""

import socket
import threading
import time
from dataclasses import replace
from functools import partial

import pytest
from tests.factories.deliveries import answering, declaration, order, said

from thuocdo.adapters.intake.asking_http import Allowed, allowed
from thuocdo.adapters.intake.confined_intake import ConfinedIntake
from thuocdo.adapters.intake.receiving import Refused
from thuocdo.adapters.intake.taking import take
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources.types import Form, Kind, Limits, Outcome

MONTH = Month(2025, 3)
BODY = b"agency,institution,method,transactions,amount\nT01,NH1,cash,3,100\n"
LOOPBACK = ("127.0.0.0/8",)


def asked(tmp_path, port, *, seconds=5, **changed):
    """Return the order that asks the loopback."""
    declared = declaration(
        "payments",
        kind=Kind.HTTP,
        form=Form.CSV,
        place=f"http://127.0.0.1:{port}/{{month}}.csv",
        limits=Limits(seconds=seconds, megabytes=2, rows=1_000),
    )
    given = {"hosts": ("127.0.0.1",), "networks": LOOPBACK, **changed}
    return order(tmp_path, tmp_path / "into", MONTH, declared=declared, **given)


def trickle(handler):
    """Send a byte now and then, for ever."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/csv")
    handler.end_headers()
    for _ in range(600):
        handler.wfile.write(b"x")
        time.sleep(0.1)


def flood(handler):
    """Send without an end."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/csv")
    handler.end_headers()
    piece = b"1,2,3,4,5\n" * 10_000
    for _ in range(10_000):
        handler.wfile.write(piece)


def elsewhere(handler):
    """Send the caller to another address."""
    handler.send_response(302)
    handler.send_header("Location", "file:///etc/passwd")
    handler.end_headers()


def test_delivery_comes_with_its_month_and_our_secret(tmp_path):
    """The month stands in the address, the secret in the header, and the rows are kept."""
    seen = []

    def answer(handler):
        seen.append((handler.path, handler.headers["Authorization"]))
        said(handler, BODY)

    with answering(answer) as port:
        taken = take(asked(tmp_path, port, secret="mat-khau"))
    assert (taken.outcome, taken.rows) == (Outcome.KEPT, 1)
    assert seen == [("/2025-03.csv", "Bearer mat-khau")]


def test_object_of_the_month_is_asked_for_with_a_signature(tmp_path):
    """Storage gets the signature of our keys, never the keys; without a secret nothing is signed."""
    seen = []

    def answer(handler):
        seen.append((handler.path, handler.headers["Authorization"], handler.headers["Host"]))
        said(handler, BODY, kind="binary/octet-stream")

    with answering(answer) as port:
        plain = asked(tmp_path, port)
        place = f"http://127.0.0.1:{port}/bucket/{{month}}.csv"
        order_ = replace(plain, declaration=replace(plain.declaration, kind=Kind.OBJECTS, place=place))
        taken = [take(replace(order_, secret=secret)) for secret in ("ten:bi-mat:hanoi-1", "")]
        wrong = take(replace(order_, secret="token"))
    assert [each.rows for each in taken] == [1, 1]
    assert (wrong.outcome, wrong.reason.code) == (Outcome.FAILED, "no_keys")
    (path, credential, host), (_path, none, _host) = seen
    assert (path, host, none) == ("/bucket/2025-03.csv", f"127.0.0.1:{port}", None)
    assert credential.startswith("AWS4-HMAC-SHA256 Credential=ten/")
    assert "/hanoi-1/s3/aws4_request, SignedHeaders=accept;accept-encoding;host;" in credential
    assert "bi-mat" not in credential


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (partial(said, body=b"<html>Log in", kind="text/html; charset=utf-8"), "web_page"),
        (partial(said, body=b"  \n<!DOCTYPE html><p>Log in", kind="text/csv"), "web_page"),
        (partial(said, body=b"x", status=500), "answered"),
        (partial(said, body=b"x", status=403), "secret_refused"),
        (elsewhere, "redirect"),
        (flood, "too_large"),
    ],
)
def test_answer_that_is_no_delivery_is_named(tmp_path, answer, code):
    """Pages, errors, redirects and floods each have their reason, and nothing is kept."""
    with answering(answer) as port:
        taken = take(asked(tmp_path, port))
    assert (taken.outcome, taken.reason.code, taken.file) == (Outcome.FAILED, code, "")


@pytest.mark.parametrize(("answer", "status"), [(404, Outcome.NOTHING), (204, Outcome.NOTHING)])
def test_month_that_is_not_there_yet_is_no_failure(tmp_path, answer, status):
    """Not found means that the month was not published yet."""
    with answering(partial(said, body=b"", status=answer)) as port:
        taken = take(asked(tmp_path, port))
    assert taken.outcome is status


def test_source_that_trickles_ends_in_time(tmp_path):
    """A byte now and then does not hold the run beyond its seconds."""
    begun = time.monotonic()
    with answering(trickle) as port:
        taken = take(asked(tmp_path, port, seconds=1))
    assert (taken.outcome, taken.reason.code) == (Outcome.FAILED, "too_slow")
    assert time.monotonic() - begun < 4


def test_source_that_hangs_leaves_the_application_responsive(tmp_path):
    """While a child waits for a silent source, this process goes on; the child ends in its limits."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        found = []
        waiting = asked(tmp_path, silent.getsockname()[1], seconds=2)
        thread = threading.Thread(target=lambda: found.append(ConfinedIntake().take(waiting)))
        begun = time.monotonic()
        thread.start()
        ticks = 0
        while thread.is_alive() and time.monotonic() - begun < 20:
            time.sleep(0.01)
            ticks += 1
        thread.join(1)
    assert (found[0].outcome, found[0].reason.code) == (Outcome.FAILED, "silent")
    assert time.monotonic() - begun < 12
    assert ticks > 20


def test_child_that_is_killed_is_a_failed_run(tmp_path):
    """A child that uses more memory than it may ends, and the run says so."""
    with answering(partial(said, body=BODY)) as port:
        taken = ConfinedIntake(memory_bytes=60_000_000).take(asked(tmp_path, port))
    assert (taken.outcome, taken.reason.code) == (Outcome.FAILED, "ended")


def test_host_that_nobody_listed_is_never_asked(tmp_path):
    """Only hosts of the list are called."""
    with answering(partial(said, body=BODY)) as port:
        taken = take(asked(tmp_path, port, hosts=("example.org",)))
    assert taken.reason.code == "host_refused"


def test_private_address_is_refused_unless_its_network_is_listed(tmp_path):
    """The loopback is a private network: without the setting it is not called."""
    with answering(partial(said, body=BODY)) as port:
        taken = take(asked(tmp_path, port, networks=()))
    assert taken.reason.code == "private_network"


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254",
        "::ffff:127.0.0.1",
        "10.0.0.1",
        "127.0.0.1",
        "::1",
        "fe80::1",
        "64:ff9b::7f00:1",
        "0.0.0.0",  # noqa: S104  refused
    ],
)
def test_no_trick_leads_to_a_private_address(address):
    """Metadata services, mapped and tunnelled addresses are refused, also among public ones."""
    may = Allowed(frozenset({"data.example"}), (), lambda _host, _port: ["1.1.1.1", address])
    with pytest.raises(Refused) as refused:
        may.address("data.example", 443)
    assert refused.value.reason.code == "private_network"


def test_link_local_is_refused_even_where_its_network_is_listed():
    """No setting opens the address from which clouds hand out their keys."""
    may = replace(allowed({"data.example"}, ["0.0.0.0/0"]), resolve=lambda _host, _port: ["169.254.169.254"])
    with pytest.raises(Refused):
        may.address("data.example", 443)


def test_address_with_a_user_or_another_scheme_is_refused(tmp_path):
    """Only plain http and https addresses are asked."""
    plain = asked(tmp_path, 1)
    places = ("ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "http://a:b@127.0.0.1/x", "file:///etc/passwd")
    declared = [replace(plain.declaration, place=place) for place in places]
    codes = {take(replace(plain, declaration=each)).reason.code for each in declared}
    assert codes == {"no_url"}
