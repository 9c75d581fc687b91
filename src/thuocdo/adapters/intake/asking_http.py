"""Asking a source over HTTP(S): allowed hosts only, one checked address, no redirects, so many bytes."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from thuocdo.adapters.intake.receiving import Refused, receive
from thuocdo.adapters.webhook import Resolve, is_public, resolved

_PIECE = 1 << 18
_HEAD = 512
_SILENCE = 20.0
"""Seconds in which at least one byte has to come."""
_NOTHING = frozenset({204, 404})
_OURS_REFUSED = frozenset({401, 403, 407})
_OK = 200
_REDIRECT = range(300, 400)
_PAGES = ("text/html", "application/xhtml")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Allowed:
    """Which hosts may be asked, and which networks besides the public one; link-local ones never are."""

    hosts: frozenset[str]
    networks: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = ()
    resolve: Resolve = resolved

    def address(self, host: str, port: int) -> str:
        """Return the one address to call: every address of the host has to be allowed."""
        if host.lower() not in self.hosts:
            raise Refused("host_refused", host=host)
        try:
            found: Sequence[str] = self.resolve(host, port)
        except (OSError, UnicodeError):
            found = ()
        if not found:
            raise Refused("no_address", host=host)
        if not all(self._may_call(each) for each in found):
            raise Refused("private_network", host=host)
        return found[0]

    def _may_call(self, address: str) -> bool:
        try:
            own = ipaddress.ip_address(address)
        except ValueError:
            return False
        if own.is_link_local or own.is_multicast or own.is_unspecified:
            return False
        return is_public(address) or any(own in network for network in self.networks)


def allowed(hosts: Collection[str], networks: Collection[str]) -> Allowed:
    """Return what an installation's settings allow."""
    return Allowed(
        frozenset(host.lower() for host in hosts),
        tuple(ipaddress.ip_network(network, strict=False) for network in networks),
    )


def ask(
    url: str,
    into: Path,
    *,
    may: Allowed,
    headers: Mapping[str, str],
    most: int,
    until: float,
) -> tuple[int, str]:
    """Write the answer's body into a file; returns its bytes and its SHA-256, or raises Refused."""
    scheme, host, port, target = _parts(url)
    patience = max(0.1, min(_SILENCE, until - time.monotonic()))
    connection = _CONNECTIONS[scheme](host, port, may.address(host, port), patience)
    try:
        connection.request("GET", target, headers={"User-Agent": "thuocdo-source/1", **headers})
        answer = connection.getresponse()
        _check_answer(answer, host)
        return _receive(answer, into, most=most, until=until)
    except TimeoutError:
        raise Refused("silent", host=host, seconds=f"{patience:.0f}") from None
    except ssl.SSLCertVerificationError:
        raise Refused("certificate", host=host) from None
    except (OSError, http.client.HTTPException, ValueError):
        raise Refused("unreachable", host=host) from None
    finally:
        connection.close()


def refuse_page(head: bytes) -> None:
    """Refuse bytes that begin like a web page: what systems answer with when they want a log-in."""
    begin = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<script")):
        raise Refused("web_page")


def _parts(url: str) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Refused("no_url") from None
    if parts.scheme not in _PORTS or not parts.hostname or parts.username or parts.password:
        raise Refused("no_url")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, parts.hostname, port or _PORTS[parts.scheme], target


def _check_answer(answer: http.client.HTTPResponse, host: str) -> None:
    if answer.status in _NOTHING:
        raise Refused("nothing", nothing=True)
    if answer.status in _REDIRECT:
        raise Refused("redirect", host=host)
    if answer.status in _OURS_REFUSED:
        raise Refused("secret_refused", host=host, status=answer.status)
    if answer.status != _OK:
        raise Refused("answered", host=host, status=answer.status)
    if (answer.getheader("Content-Type") or "").lower().startswith(_PAGES):
        raise Refused("web_page")
    if (answer.getheader("Content-Encoding") or "identity").lower() != "identity":
        raise Refused("encoded", host=host)


def _receive(answer: http.client.HTTPResponse, into: Path, *, most: int, until: float) -> tuple[int, str]:
    told = answer.getheader("Content-Length") or ""
    if told.isdecimal() and int(told) > most:
        raise Refused("too_large", megabytes=most // 1_000_000)
    size, digest = receive(_looked_at(answer), into, most=most, until=until)
    if told.isdecimal() and size != int(told):
        raise Refused("cut_off")
    return size, digest


def _looked_at(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    """Yield what comes, once its beginning was looked at."""
    piece = answer.read1(_PIECE)
    refuse_page(piece[:_HEAD])
    while piece:
        yield piece
        piece = answer.read1(_PIECE)


class _Plain(http.client.HTTPConnection):
    """A connection to one checked address under a host's name."""

    def __init__(self, host: str, port: int, address: str, patience: float) -> None:
        super().__init__(host, port, timeout=patience)
        self._address, self._patience = address, patience

    def connect(self) -> None:
        """Connect to the address that was checked, whatever the name leads to by now."""
        self.sock = socket.create_connection((self._address, self.port), self._patience)


class _Secure(_Plain):
    """The same over TLS; the certificate has to be the host's."""

    def connect(self) -> None:
        """Connect to the address that was checked, then show that it is the host."""
        super().connect()
        self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)


_CONNECTIONS = {"http": _Plain, "https": _Secure}
