"""Who heads which body, from when to when, and by which document."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class EntryState(StrEnum):
    """Where an entry of the register stands; only what a second person confirmed counts."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class HeadTerm:
    """One person's time at the head of a body; `until` is exclusive, None while it lasts.

    `document` is the act that appointed the person. A code of a body stands for it as long as it exists.
    """

    agency: str
    person: str
    office_vi: str
    office_en: str
    since: date
    document: str
    until: date | None = None
    until_document: str = ""
    illustrative: bool = False

    @property
    def id(self) -> str:
        """Return the key of the term: the body and its first day."""
        return f"{self.agency}.{self.since.isoformat()}"

    def covers(self, day: date) -> bool:
        """Say whether the person headed the body on that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register with who proposed it and who decided."""

    id: str
    term: HeadTerm
    state: EntryState
    proposed_by: str
    proposed_at: datetime
    decided_by: str = ""
    decided_at: datetime | None = None
    note: str = ""
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of days in which nobody is known to have headed a body; `until` is exclusive."""

    agency: str
    since: date
    until: date
