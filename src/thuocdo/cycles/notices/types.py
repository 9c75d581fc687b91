"""What is told to whom: the values that the rules of notices read and return."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thuocdo.core.actor import Role
from thuocdo.core.messages import Reason
from thuocdo.cycles.types import State


class Occasion(StrEnum):
    """Why somebody is told something."""

    CYCLE_DUE = "cycle_due"
    TASK_DUE = "task_due"
    BODIES_OWE = "bodies_owe"
    TASKS_OWED = "tasks_owed"
    NOBODY = "nobody"
    RETURNED = "returned"
    HANDED_BACK = "handed_back"
    APPROVAL = "approval"
    VERIFICATION = "verification"
    AT_RISK = "at_risk"
    CHASED = "chased"
    ANSWERED = "answered"
    DELIVERY = "delivery"
    DIGEST = "digest"


AT_ONCE = frozenset({Occasion.RETURNED, Occasion.HANDED_BACK})
"""What has a message of its own at once; everything else waits for the person's message of the day."""


class Place(StrEnum):
    """Where something can be acted on: its address in the workspace."""

    WORK = "/viec"
    HEAD = "/lanh-dao"
    MONITOR = "/theo-doi"
    VERIFY = "/xac-minh"
    MATTERS = "/kien-nghi"
    SOURCES = "/nguon-du-lieu"
    NOTICES = "/thong-bao"


class Channel(StrEnum):
    """How a message leaves the house."""

    MAIL = "mail"
    WEBHOOK = "webhook"


class Event(StrEnum):
    """What an interested machine can be told of, by a webhook."""

    REPORT_SENT = "report.sent"
    REPORT_RETURNED = "report.returned"
    REPORT_VERIFIED = "report.verified"
    EVIDENCE_SENT = "evidence.sent"
    EVIDENCE_RETURNED = "evidence.returned"
    EVIDENCE_VERIFIED = "evidence.verified"
    MATTER_ANSWERED = "matter.answered"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be told: body, roles, language, and whether the weekly summary is wanted.

    `address` is where messages go, "" when the person reads notices in the workspace only. `heir` is
    the body that answers today for the person's, where that one has ended.
    """

    id: str
    agency: str
    roles: frozenset[Role]
    language: str = "vi"
    digest: bool = True
    address: str = ""
    heir: str = ""

    @property
    def bodies(self) -> tuple[str, ...]:
        """Return whose duties are the person's: those of the own body, and of the one it went over to."""
        return tuple(each for each in (self.agency, self.heir) if each)


@dataclass(frozen=True, slots=True)
class Duty:
    """One body's part in one task: when it is due, and what has come in.

    `answered` says that nothing more is asked (evidence matches, or nobody owes anything);
    `filed` that something was handed in at all; `risk` is the reason why the part is at risk,
    None when it is not; `late` says that its day has passed without an answer.
    """

    task: str
    agency: str
    due: date | None
    answered: bool
    filed: bool = False
    late: bool = False
    risk: Reason | None = None


@dataclass(frozen=True, slots=True)
class Owing:
    """What one body still owes of a reporting period: tasks asked, and how many of them were sent.

    `tasks` are the codes of those that nothing was sent for.
    """

    agency: str
    asked: int
    sent: int
    tasks: tuple[str, ...] = ()

    @property
    def open(self) -> int:
        """Return how many tasks nothing was sent for."""
        return self.asked - self.sent


@dataclass(frozen=True, slots=True)
class Period:
    """The reporting period whose day comes next or has just passed: `due_on` is the last day in time."""

    code: str
    due_on: date
    owing: tuple[Owing, ...] = ()


@dataclass(frozen=True, slots=True)
class Queued:
    """What waits for a head or a verifier: how many records since which day."""

    state: State
    agency: str
    since: date
    count: int = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """All that a day's notices are made of, gathered by the caller.

    `risks_before` are the parts (task, agency) that were at risk when notices were last made,
    None when they have never been made: then nothing is new. `returned` counts each body's
    returned records.
    """

    programme: str
    duties: tuple[Duty, ...] = ()
    periods: tuple[Period, ...] = ()
    queued: tuple[Queued, ...] = ()
    returned: Mapping[str, int] = field(default_factory=dict)
    risks_before: frozenset[tuple[str, str]] | None = None
    holidays: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell one person. `key` says what, to whom and at which step: it is made once, ever.

    `params` fill the sentence of the occasion (numbers and days as text, codes of bodies and tasks
    as lists joined by ", ").
    """

    key: str
    person: str
    occasion: Occasion
    params: Mapping[str, str]
    place: Place
