"""What lies between an agency and those who judge or help it, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from thuocdo.core.errors import Fault

MAX_TEXT = 4000
MAX_NOTE = 500
ANSWER_WITHIN = 10
"""Working days within which a dispute is answered (domain.md, Reporting)."""


class Kind(StrEnum):
    """What a matter is about."""

    DISPUTE = "dispute"
    EXTENSION = "extension"
    DIFFICULTY = "difficulty"
    PROPOSAL = "proposal"
    NOTE = "note"
    DESIGNATION = "designation"


class State(StrEnum):
    """Where a matter stands; which kind knows which state follows from `rules.MOVES`."""

    SUBMITTED = "submitted"
    OPEN = "open"
    PASSED = "passed"
    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"
    GRANTED = "granted"
    REFUSED = "refused"
    SOLVED = "solved"
    STANDING = "standing"
    CONFIRMED = "confirmed"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class Wish(StrEnum):
    """Which status an agency holds to be right; the words are those of the computed status."""

    DONE = "done"
    CLAIMED = "claimed"
    ON_TRACK = "on_track"
    WITHIN_TIME = "within_time"
    NOT_MEASURABLE = "not_measurable"
    REPLACED = "replaced"


class Remedy(StrEnum):
    """The act that will correct what a dispute was right about; the status then follows by itself."""

    VERIFICATION = "verification_reopened"
    EVIDENCE = "evidence_accepted"
    READING = "reading_amended"


@dataclass(frozen=True, slots=True)
class Content:
    """What was said when the matter was opened; which fields count depends on the kind.

    `wished` and `evidence` belong to a dispute, `wished_on` to a request for a later deadline,
    `group`, `members`, `document` and `on` to a designation.
    """

    text: str = ""
    wished: str = ""
    evidence: tuple[str, ...] = ()
    wished_on: date | None = None
    group: str = ""
    members: tuple[str, ...] = ()
    document: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says with a move: words, a cited act, what corrects, whom to ask next."""

    text: str = ""
    document: str = ""
    remedy: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that was said; `state` is where the matter stood afterwards. Nothing said is unsaid.

    `body` is whom the matter was passed to; `by` is a log-in name, `agency` the speaker's body.
    """

    number: int
    by: str
    agency: str
    at: datetime
    event: str
    state: State
    text: str = ""
    document: str = ""
    remedy: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter with everything that was said, as the person who asked for it may see it.

    `asked` is the body that has to answer, "" where judges do. `public` says that publication
    shows both texts. `sent_on` is the server's local day on which the head let it go.
    """

    id: str
    kind: Kind
    state: State
    programme: str
    task: str
    agency: str
    content: Content
    opened_by: str
    opened_at: datetime
    asked: str = ""
    cycle: str = ""
    sent_on: date | None = None
    due_on: date | None = None
    answered_by: str = ""
    answered_on: date | None = None
    public: bool = False
    illustrative: bool = False
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the ladder: which body had the matter from when, and for how many days."""

    body: str
    since: date
    until: date | None
    days: int


@dataclass(frozen=True, slots=True)
class Read:
    """A form that was read: the content, or every fault of it."""

    content: Content = field(default_factory=Content)
    asked: str = ""
    faults: tuple[Fault, ...] = ()


Cells = Mapping[str, str]
"""A form as typed: name of the field → text."""
