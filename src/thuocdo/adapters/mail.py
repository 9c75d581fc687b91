"""Sending e-mail through an SMTP server whose certificate is checked."""

import re
import smtplib
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from thuocdo.core.errors import Invalid
from thuocdo.cycles.notices.errors import Undelivered
from thuocdo.cycles.notices.ports import Mail

TIMEOUT = 20
_PORTS = {"smtps": 465, "smtp": 587}
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_FOR_GOOD = range(500, 600)
_HINT = "Write smtps://name:password@host:465 or smtp://name:password@host:587 (STARTTLS)."


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server: `tls` is "smtps" (from the first byte), "starttls", or "" on this machine only."""

    host: str
    port: int
    username: str
    password: str
    tls: str


def read_server(url: str) -> Server:
    """Read THUOCDO_SMTP_URL; without TLS only a relay on this machine is accepted."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise Invalid("THUOCDO_SMTP_URL is no address.", hint=_HINT) from error
    if parts.scheme not in _PORTS or not host:
        raise Invalid("THUOCDO_SMTP_URL names no mail server.", hint=_HINT)
    tls = "smtps" if parts.scheme == "smtps" else "" if host in _HERE else "starttls"
    return Server(
        host=host,
        port=port or _PORTS[parts.scheme],
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=tls,
    )


class SmtpMailer:
    """Hands mails to one server; a connection for each, because they are few."""

    def __init__(self, server: Server, *, sender: str) -> None:
        if not sender:
            raise Invalid(
                "THUOCDO_MAIL_FROM is empty, and mails need a sender.",
                hint="Set it to an address of yours, as in thuoc-do@example.vn.",
            )
        self._server = server
        self._sender = sender

    def send(self, mail: Mail) -> None:
        """Return when the server has accepted it; a refusal with 5xx is for good."""
        domain = self._sender.rpartition("@")[2].strip("> ")
        message = EmailMessage(
            subject=mail.subject,
            body=mail.text,
            from_email=self._sender,
            to=[mail.to],
            headers={
                "Message-ID": f"<{mail.id}@{domain}>",
                "Auto-Submitted": "auto-generated",
                "X-Auto-Response-Suppress": "All",
            },
            connection=self._backend(),
        )
        try:
            message.send()
        except smtplib.SMTPRecipientsRefused as refused:
            codes = [code for code, _ in refused.recipients.values()]
            raise Undelivered(
                f"the mail server refused the address ({codes[0]})",
                permanent=all(code in _FOR_GOOD for code in codes),
            ) from refused
        except smtplib.SMTPAuthenticationError as refused:
            # The password may be put right at any time; the answer may repeat it, so it is not kept.
            raise Undelivered(f"the mail server refused the log-in ({refused.smtp_code})") from refused
        except smtplib.SMTPResponseException as refused:
            raise Undelivered(
                f"the mail server answered {refused.smtp_code}", permanent=refused.smtp_code in _FOR_GOOD
            ) from refused
        except (OSError, ValueError) as failed:
            raise Undelivered(f"the mail server cannot be reached ({_kind(failed)})") from failed

    def _backend(self) -> EmailBackend:
        # Django's context is ssl.create_default_context(): it checks the chain and the host's name.
        return EmailBackend(
            host=self._server.host,
            port=self._server.port,
            username=self._server.username,
            password=self._server.password,
            use_tls=self._server.tls == "starttls",
            use_ssl=self._server.tls == "smtps",
            timeout=TIMEOUT,
        )


def _kind(failed: Exception) -> str:
    """Return the name of a failure in words, without what the other side said."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", type(failed).__name__).lower()
