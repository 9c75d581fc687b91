"""Reading notices: whom to tell, what a person was told, what is stuck, who subscribed."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from thuocdo.accounts.models import Delegation, User
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Role
from thuocdo.cycles.notices import models
from thuocdo.cycles.notices.types import Event, Notice, Occasion, Person, Place, Queued
from thuocdo.cycles.owing import Owers
from thuocdo.cycles.queries import MODELS
from thuocdo.cycles.types import State
from thuocdo.programme.queries import register

SHOWN = 200
"""Notices of one person that are shown, the newest ones."""


@dataclass(frozen=True, slots=True)
class Told:
    """A notice as it stands in a person's list."""

    id: int
    notice: Notice
    made_on: date
    unread: bool


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a person wants to be told."""

    mail: bool = False
    address: str = ""
    digest: bool = True
    language: str = ""


@dataclass(frozen=True, slots=True)
class Stuck:
    """A message that could not be delivered."""

    id: int
    channel: str
    receiver: str
    attempts: int
    made_at: datetime
    problem: str


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A subscription, without its secret."""

    id: str
    agency: str
    owner: str
    url: str
    events: tuple[Event, ...]
    secret_version: int
    overlap_until: datetime | None
    made_at: datetime


def people(day: date) -> tuple[Person, ...]:
    """Return everybody who can be told, by log-in name; who may approve for another counts as a head."""
    acting = set(
        Delegation.objects.in_force(day)
        .filter(permission=Permission.APPROVE.value, giver__is_active=True)
        .values_list("receiver_id", flat=True)
    )
    wishes = {row.person: row for row in models.Preference.objects.all()}
    users = User.objects.filter(is_active=True).prefetch_related("grants").order_by("username")
    owers = Owers(register(""), day)
    return tuple(
        _person(user, user.pk in acting, wishes.get(user.username, models.Preference()), owers)
        for user in users
    )


def _person(
    user: User,
    acting: bool,  # noqa: FBT001  read in one place
    wish: models.Preference,
    owers: Owers,
) -> Person:
    heir = owers.holder(user.agency) if user.agency else ""
    roles = {Role(grant.role) for grant in user.grants.all()} | ({Role.HEAD} if acting else set())
    return Person(
        id=user.username,
        agency=user.agency,
        roles=frozenset(roles),
        language=wish.language or user.language,
        digest=wish.digest,
        address=wish.address if wish.mail else "",
        heir="" if heir == user.agency else heir,
    )


def told(person: str) -> tuple[Told, ...]:
    """Return what a person was told, the newest first; two hundred at most."""
    rows = models.Notice.objects.filter(person=person).order_by("-made_at", "-id")[:SHOWN]
    return tuple(Told(row.pk, notice_of(row), row.made_on, row.read_at is None) for row in rows)


def unread(person: str) -> int:
    """Count what a person has not marked as read."""
    return models.Notice.objects.filter(person=person, read_at=None).count()


def wishes(person: str) -> Wishes:
    """Return how a person wants to be told; who never said anything reads notices in the workspace."""
    row = models.Preference.objects.filter(person=person).first() or models.Preference()
    return Wishes(mail=row.mail, address=row.address, digest=row.digest, language=row.language)


def stuck() -> tuple[Stuck, ...]:
    """Return the messages that could not be delivered, the oldest first."""
    rows = models.Outbox.objects.filter(state="dead").order_by("made_at", "id")
    return tuple(
        Stuck(row.pk, row.channel, row.receiver, row.attempts, row.made_at, row.problem) for row in rows
    )


def counts() -> Mapping[str, int]:
    """Count the messages by state."""
    rows = models.Outbox.objects.values("state").annotate(number=Count("id")).order_by()
    return {**dict.fromkeys(("waiting", "sent", "dead"), 0), **{row["state"]: row["number"] for row in rows}}


def subscriptions(agencies: Collection[str] | None = None) -> tuple[Subscribed, ...]:
    """Return the standing subscriptions, of these bodies only where some are named ("" is of all bodies)."""
    rows = models.Subscription.objects.filter(ended_at=None)
    if agencies is not None:
        rows = rows.filter(agency__in=agencies)
    return tuple(_subscribed(row) for row in rows.order_by("made_at", "public_id"))


def subscription(public_id: str) -> Subscribed | None:
    """Return a standing subscription, None when it has ended or never was."""
    row = models.Subscription.objects.filter(public_id=public_id, ended_at=None).first()
    return _subscribed(row) if row else None


def carried_by(message: str) -> tuple[Notice, ...]:
    """Return the notices that a message carries."""
    return tuple(notice_of(row) for row in models.Notice.objects.filter(message=message).order_by("id"))


def notice_of(row: models.Notice) -> Notice:
    """Return a row as the value that the words are made of."""
    return Notice(
        key=row.key,
        person=row.person,
        occasion=Occasion(row.occasion),
        params=row.params,
        place=Place(row.place),
    )


def _subscribed(row: models.Subscription) -> Subscribed:
    return Subscribed(
        id=row.public_id,
        agency=row.agency,
        owner=row.owner,
        url=row.url,
        events=tuple(Event(each) for each in row.events),
        secret_version=row.secret_version,
        overlap_until=row.overlap_until,
        made_at=row.made_at,
    )


def queued(programme: str) -> tuple[Queued, ...]:
    """Return what waits for heads and verifiers, counted by body and day of receipt."""
    found: Counter[tuple[State, str, date]] = Counter()
    states = [State.SUBMITTED.value, State.SENT.value]
    for model in MODELS.values():
        rows = model.objects.filter(programme=programme, state__in=states)
        for row in rows.values("state", "agency", "received_on").annotate(number=Count("id")).order_by():
            found[State(row["state"]), row["agency"], row["received_on"]] += row["number"]
    return tuple(Queued(*key, count=number) for key, number in sorted(found.items()))


def returned(programme: str) -> Mapping[str, int]:
    """Count the records that came back to each body and that nothing has replaced."""
    found: Counter[str] = Counter()
    for model in MODELS.values():
        rows = model.objects.filter(programme=programme, state=State.RETURNED.value)
        for row in rows.values("agency").annotate(number=Count("id")).order_by():
            found[row["agency"]] += row["number"]
    return found
