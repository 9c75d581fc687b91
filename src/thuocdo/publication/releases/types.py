"""A publication on its way: prepared, confirmed by a second person, signed, and released at its moment."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class State(StrEnum):
    """Where it stands; what was released or withdrawn never moves again."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Sent:
    """One signature that came in, and who brought it; whether it counts only the trust file says."""

    key_id: str
    public_key: str
    signature: str
    sent_by: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Release:
    """One publication on its way; `publish_at` is its embargo: readers get nothing of it before."""

    id: str
    programme: str
    as_of: date
    manifest: str
    publish_at: datetime
    state: State
    proposed_by: str
    proposed_at: datetime
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    ended_by: str = ""
    ended_at: datetime | None = None
    note: str = ""
    signatures: tuple[Sent, ...] = ()

    @property
    def waits(self) -> bool:
        """Say whether it can still be released."""
        return self.state in {State.PROPOSED, State.CONFIRMED}


class RequestState(StrEnum):
    """Where a correction is on its way into the log."""

    PROPOSED = "proposed"
    LOGGED = "logged"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class CorrectionRequest:
    """One published value that a person says was wrong; a second one brings it into the log.

    `manifest` is the digest of the publication that has the old value, `where` the place in it as the log
    spells it, `entry` the number in the log once it is there.
    """

    id: str
    programme: str
    manifest: str
    where: str
    old: str
    new: str
    reason: str
    document: str
    document_on: date
    state: RequestState
    proposed_by: str
    proposed_at: datetime
    ended_by: str = ""
    ended_at: datetime | None = None
    note: str = ""
    entry: int | None = None
