"""Sending e-mail: what the server gets, what its refusals mean, and when TLS is demanded."""

from email import message_from_bytes
from email.header import decode_header, make_header

import pytest
from tests.factories.receivers import mail_server

from thuocdo.adapters.mail import SmtpMailer, read_server
from thuocdo.core.errors import Invalid
from thuocdo.cycles.notices.errors import Undelivered
from thuocdo.cycles.notices.ports import Mail

MAIL = Mail(
    id="0123abcd", to="an@example.vn", subject="Thước Đo: gửi báo cáo", text="Gửi báo cáo kỳ 2025-1.\n"
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtps://a%40b:p%3Aw@mail.example.vn", ("mail.example.vn", 465, "a@b", "p:w", "smtps")),
        ("smtp://u:p@mail.example.vn", ("mail.example.vn", 587, "u", "p", "starttls")),
        ("smtp://mail.example.vn:2525", ("mail.example.vn", 2525, "", "", "starttls")),
        ("smtp://localhost:25", ("localhost", 25, "", "", "")),
    ],
)
def test_the_address_of_the_server_is_read(url, expected):
    """Scheme and host decide on TLS: only a relay on this machine goes without."""
    server = read_server(url)
    assert (server.host, server.port, server.username, server.password, server.tls) == expected


@pytest.mark.parametrize(
    "url", ["http://mail.example.vn", "mail.example.vn", "smtps://", "smtp://h:x", "smtp://[h"]
)
def test_a_wrong_address_says_what_to_write(url):
    """What is no mail server's address stops the start with the remedy."""
    with pytest.raises(Invalid, match="smtps://"):
        read_server(url)


def test_a_sender_is_needed():
    """Without a sender nothing is sent, and the setting is named."""
    with pytest.raises(Invalid, match="THUOCDO_MAIL_FROM"):
        SmtpMailer(read_server("smtp://localhost"), sender="")


def mailer(server):
    """Return a mailer for the fake server."""
    return SmtpMailer(read_server(f"smtp://127.0.0.1:{server.port}"), sender="Thước Đo <thuoc-do@example.vn>")


def test_a_mail_arrives_with_its_own_id():
    """The server gets text, subject and the Message-ID that stays the same on every try."""
    with mail_server() as server:
        mailer(server).send(MAIL)
        mailer(server).send(MAIL)
    first, second = (message_from_bytes(each) for each in server.mails)
    assert first["Message-ID"] == second["Message-ID"] == "<0123abcd@example.vn>"
    assert str(make_header(decode_header(first["Subject"]))) == MAIL.subject
    assert first["To"] == "an@example.vn"
    assert first["Auto-Submitted"] == "auto-generated"
    assert "Gửi báo cáo" in first.get_payload(decode=True).decode()


@pytest.mark.parametrize(
    ("answers", "permanent", "said"),
    [
        ({"RCPT": "550 no such mailbox"}, True, "refused the address"),
        ({"RCPT": "450 try later"}, False, "refused the address"),
        ({"DATA": "451 try later"}, False, "451"),
        ({"DATA": "554 no"}, True, "554"),
        ({"MAIL": "421 closing"}, False, "421"),
    ],
)
def test_a_refusal_is_for_good_or_for_now(answers, permanent, said):
    """An answer with 5xx is for good, one with 4xx is tried again."""
    with mail_server(**answers) as server, pytest.raises(Undelivered, match=said) as refused:
        mailer(server).send(MAIL)
    assert refused.value.permanent is permanent
    assert server.mails == []


def test_no_server_is_tried_again():
    """A server that cannot be reached is a failure that may pass, and names no address of the inside."""
    with mail_server() as server:
        gone = mailer(server)
    with pytest.raises(Undelivered) as refused:
        gone.send(MAIL)
    assert not refused.value.permanent
    assert "127.0.0.1" not in refused.value.message


def test_a_server_without_tls_gets_nothing(monkeypatch):
    """Where STARTTLS is demanded and not offered, neither the log-in nor the mail is sent."""
    with mail_server() as server:
        wanted = read_server(f"smtp://name:secret@mail.example.vn:{server.port}")
        asking = SmtpMailer(wanted, sender="thuoc-do@example.vn")
        monkeypatch.setattr(
            "socket.getaddrinfo",
            lambda *_given, **_more: [(2, 1, 6, "", ("127.0.0.1", server.port))],
        )
        with pytest.raises(Undelivered) as refused:
            asking.send(MAIL)
    assert not refused.value.permanent
    assert {"AUTH", "MAIL", "DATA"}.isdisjoint(server.verbs)
    assert "secret" not in refused.value.message


def test_a_line_break_makes_no_header():
    """A subject with a line break is refused for good and nothing leaves."""
    bad = Mail(id="x", to="an@example.vn", subject="a\nBcc: evil@example.vn", text="")
    with mail_server() as server, pytest.raises(Undelivered):
        mailer(server).send(bad)
    assert server.mails == []
