"""The outside that notices speak to: a mail server, and machines that subscribed."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Mail:
    """One message by e-mail; `id` stays the same on every try, so that a receiver can drop a repeat."""

    id: str
    to: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """One event for a machine: the body as it was signed; `id` stays the same on every try."""

    id: str
    url: str
    body: bytes
    signature: str


class Mailer(Protocol):
    """Hands a mail to a server that takes the responsibility for it."""

    def send(self, mail: Mail) -> None:
        """Return when the server has accepted it; raise Undelivered otherwise."""


class Caller(Protocol):
    """Hands an event to the machine of a subscription."""

    def call(self, call: Call) -> None:
        """Return when the machine answered with 2xx; raise Undelivered otherwise."""


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels that are switched on; None is off, and then nothing leaves that way.

    `address` is where people reach the workspace, for the links in a mail ("" for none);
    `key` is what the secrets of subscriptions are derived from.
    """

    mailer: Mailer | None = None
    caller: Caller | None = None
    address: str = ""
    key: str = ""
