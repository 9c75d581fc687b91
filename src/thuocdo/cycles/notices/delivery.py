"""Delivering what waits in the outbox: claim, send, note; each message by its channel."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from thuocdo.cycles.notices import queries, signing
from thuocdo.cycles.notices.errors import Undelivered
from thuocdo.cycles.notices.outbox import Claimed, claim, due, note_failure, note_sent
from thuocdo.cycles.notices.ports import Call, Channels, Mail
from thuocdo.cycles.notices.queries import Subscribed
from thuocdo.cycles.notices.types import Channel, Person
from thuocdo.cycles.notices.words import Names, Shown, as_of, mail_words

AT_A_TIME = 200
"""Messages that one delivery tries at most; the next run goes on."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a delivery did."""

    sent: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the words of a mail need: people by log-in name, names of bodies, days as people write them.

    `today` is the local day, from which the days left are counted.
    """

    people: Mapping[str, Person]
    names: Names
    day: Shown
    today: date


def deliver(channels: Channels, spoken: Spoken, *, clock: Clock) -> Delivered:
    """Try every message that is due, each at most once; nothing is sent inside a transaction.

    When the process dies after the receiver accepted and before that is noted, the message is
    sent again later under the same id (outbox.py says what is promised).
    """
    switched_on = [
        channel
        for channel, there in ((Channel.MAIL, channels.mailer), (Channel.WEBHOOK, channels.caller))
        if there is not None
    ]
    sent = failed = 0
    for key in due(switched_on, now=clock(), limit=AT_A_TIME):
        message = claim(key, now=clock())
        if message is None:
            continue
        try:
            _send(message, channels, spoken, clock())
        except Undelivered as refused:
            failed += 1
            note_failure(
                key, lease=message.lease, problem=refused.message, permanent=refused.permanent, now=clock()
            )
        else:
            sent += note_sent(key, lease=message.lease, now=clock())
    return Delivered(sent, failed)


def _send(message: Claimed, channels: Channels, spoken: Spoken, now: datetime) -> None:
    if message.channel is Channel.MAIL and channels.mailer is not None:
        channels.mailer.send(_mail(message, channels.address, spoken))
    elif channels.caller is not None:
        channels.caller.call(_call(message, channels.key, now))


def _mail(message: Claimed, address: str, spoken: Spoken) -> Mail:
    person = spoken.people.get(message.receiver)
    if person is None or not person.address:
        raise Undelivered("the person wants no e-mail any more", permanent=True)
    notices = [as_of(each, spoken.today) for each in queries.carried_by(message.key)]
    if not notices:
        raise Undelivered("there is nothing left to tell", permanent=True)
    subject, text = mail_words(notices, person.language, address=address, names=spoken.names, day=spoken.day)
    return Mail(id=signing.delivery_id(message.key), to=person.address, subject=subject, text=text)


def _call(message: Claimed, key: str, now: datetime) -> Call:
    found = queries.subscription(message.receiver)
    if found is None:
        raise Undelivered("the subscription has ended", permanent=True)
    sent_id = signing.delivery_id(message.key)
    body = json.dumps({"id": sent_id, **message.body}, ensure_ascii=False, separators=(",", ":")).encode()
    signed = signing.signature(body, at=int(now.timestamp()), secrets=_secrets(found, key, now))
    return Call(id=sent_id, url=found.url, body=body, signature=signed)


def _secrets(found: Subscribed, key: str, now: datetime) -> list[str]:
    """Return the secrets in force: the newest, and for a day after a rotation the one before it."""
    versions = [found.secret_version]
    if found.overlap_until is not None and now < found.overlap_until:
        versions.append(found.secret_version - 1)
    return [signing.secret_of(found.id, version, key) for version in versions]
