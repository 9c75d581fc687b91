"""Calling the machines that subscribed: HTTPS to allowed hosts, at public addresses, without redirects."""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Collection, Sequence
from urllib.parse import urlsplit

from thuocdo.cycles.notices.errors import Undelivered
from thuocdo.cycles.notices.ports import Call
from thuocdo.cycles.notices.signing import HEADER

TIMEOUT = 10.0
"""Seconds for the whole call, from connecting to the status line."""

LARGEST = 256 * 1024
"""Bytes of an event; ours are far smaller."""

_OK = range(200, 300)
_REDIRECT = range(300, 400)
_GONE = 410

Resolve = Callable[[str, int], Sequence[str]]
"""Gives the addresses of a host's name."""

# What is_global does not know: networks that carry an IPv4 address inside, and translate to it.
_CARRIERS = tuple(
    ipaddress.ip_network(each) for each in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the public network and to no tunnel into another one."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return is_public(str(found.ipv4_mapped))
        if found.scope_id or any(found in network for network in _CARRIERS):
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def resolved(host: str, port: int) -> Sequence[str]:
    """Ask the system for a host's addresses."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(each[4][0]) for each in found]


class HttpsCaller:
    """Calls over HTTPS; the name is resolved once, every address checked, and one of them called.

    So a name that changes its address between check and call gains nothing. `public_only` is
    switched off in tests, whose receiver is on the loopback.
    """

    def __init__(
        self,
        hosts: Collection[str],
        *,
        resolve: Resolve = resolved,
        context: ssl.SSLContext | None = None,
        public_only: bool = True,
        timeout: float = TIMEOUT,
    ) -> None:
        self._hosts = frozenset(host.lower() for host in hosts)
        self._resolve = resolve
        self._context = context or ssl.create_default_context()
        self._public_only = public_only
        self._timeout = timeout

    def call(self, call: Call) -> None:
        """Return when the machine answered with 2xx; a redirect and 410 are refusals for good."""
        host, port, target = self._target(call)
        connection = _Pinned(host, port, self._address(host, port), self._context, self._timeout)
        # A receiver that answers a byte at a time would otherwise hold the worker for ever.
        clock = threading.Timer(self._timeout, connection.cut)
        clock.start()
        try:
            connection.request(
                "POST",
                target,
                body=call.body,
                headers={
                    "Content-Type": "application/json; charset=utf-8",
                    "User-Agent": "thuocdo-webhook/1",
                    "Thuocdo-Id": call.id,
                    HEADER: call.signature,
                },
            )
            status = connection.getresponse().status  # the body is never read
        except (OSError, http.client.HTTPException, ValueError) as failed:
            reason = "certificate" if isinstance(failed, ssl.SSLCertVerificationError) else "connection"
            raise Undelivered(f"{host} does not answer ({reason})") from failed
        finally:
            clock.cancel()
            connection.close()
        if status not in _OK:
            permanent = status == _GONE or status in _REDIRECT
            raise Undelivered(f"{host} answered {status}", permanent=permanent)

    def _target(self, call: Call) -> tuple[str, int, str]:
        try:
            parts = urlsplit(call.url)
            host, port = (parts.hostname or "").lower(), parts.port or 443
        except ValueError:
            raise Undelivered("the address cannot be read", permanent=True) from None
        if parts.scheme != "https" or parts.username or parts.password:
            raise Undelivered("only plain https:// addresses are called", permanent=True)
        if host not in self._hosts:
            raise Undelivered(f"{host} is not among the hosts that may be called", permanent=True)
        if len(call.body) > LARGEST:
            raise Undelivered("the event is too large", permanent=True)
        return host, port, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    def _address(self, host: str, port: int) -> str:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as failed:
            raise Undelivered(f"{host} has no address") from failed
        if not addresses:
            raise Undelivered(f"{host} has no address")
        # One private address among public ones is a trap too: all have to be public.
        if self._public_only and not all(is_public(address) for address in addresses):
            raise Undelivered(f"{host} leads into a private network")
        return addresses[0]


class _Pinned(http.client.HTTPSConnection):
    """A connection to one address under a host's name: the certificate has to be the host's."""

    def __init__(self, host: str, port: int, address: str, context: ssl.SSLContext, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout, context=context)
        self._address = address
        self._checking = context
        self._raw: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the address that was checked."""
        self._raw = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = self._checking.wrap_socket(
            self._raw, server_hostname=self.host, do_handshake_on_connect=False
        )
        self.sock.do_handshake()  # apart, so that `cut` finds the socket while it goes on

    def cut(self) -> None:
        """End the call from another thread."""
        for each in (self.sock, self._raw):
            try:
                if each is not None:
                    each.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it has ended by itself
