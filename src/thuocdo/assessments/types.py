"""What an assessment is made of: a version of a set, what a unit said, what was found and judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.types import CriteriaSet, Input

MAX_TEXT = 2000
MAX_VALUE = 60
MAX_PROOFS = 10
MAX_SET_BYTES = 256 * 1024
DISPUTE_WITHIN = 10
"""Working days after verification within which the head may dispute it."""

NOTHING: Mapping[str, Any] = MappingProxyType({})


class SetState(StrEnum):
    """Where a version of a set stands; a frozen one never changes again."""

    PROPOSED = "proposed"
    FROZEN = "frozen"
    REFUSED = "refused"


class State(StrEnum):
    """Where an assessment stands."""

    SAVED = "saved"
    WAITING = "waiting"
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    ANSWERED = "answered"
    FINAL = "final"


class Giver(StrEnum):
    """Who gives the value of an input."""

    UNIT = "unit"
    EXPERT = "expert"
    OFFICE = "office"
    SYSTEM = "system"


class Side(StrEnum):
    """Whose word a score is worked out from."""

    OWN = "own"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence: a pasted line and what was read from it, or files by their public ids."""

    text: str = ""
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    url: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Own:
    """What the unit says: values by input; by criterion its evidence and why it does not apply."""

    values: Mapping[str, str] = field(default_factory=dict)
    skipped: Mapping[str, str] = field(default_factory=dict)
    proofs: Mapping[str, tuple[Proof, ...]] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the verifier found beside it: a value for every input that was asked, and what is not accepted.

    `refused` are criteria whose evidence does not hold, `applies` those that do apply although the unit
    says no; each with the verifier's sentence. `office` are values that no unit gives (surveys).
    """

    values: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)
    applies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A dispute: by criterion why the verified score is wrong, and whether it was upheld and why."""

    reasons: Mapping[str, str] = field(default_factory=dict)
    upheld: Mapping[str, bool] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """One input of a set: who gives it, and which criteria read it."""

    name: str
    given: Input
    giver: Giver
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetVersion:
    """A version of a set as it was proposed and decided; `digest` is that of its one spelling."""

    id: str
    criteria_set: CriteriaSet
    digest: str
    state: SetState
    judges_from: date
    judges_until: date
    proposed_by: str
    proposed_at: datetime
    body: str
    decided_by: str = ""
    decided_at: datetime | None = None
    frozen_on: date | None = None
    note: str = ""
    illustrative: bool = False

    @property
    def name(self) -> str:
        """Return the short name of the set."""
        return self.criteria_set.set


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that was done or said about an assessment; nothing of it ever changes."""

    number: int
    by: str
    agency: str
    at: datetime
    event: str
    state: State
    text: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One assessment with everything that its score is worked out from.

    `office` are values that the office of the set hands in, `experts` what each expert gave by input,
    `counted` what this system counted. `number` grows with each change, so that two people cannot
    overwrite each other unseen.
    """

    id: str
    version: str
    unit: str
    name: str
    kind: UnitType
    phase: str
    agency: str
    period: str
    state: State
    number: int
    own: Own
    checked: Checked = field(default_factory=Checked)
    ruling: Ruling = field(default_factory=Ruling)
    office: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, str] = field(default_factory=dict)
    experts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    saved_by: str = ""
    submitted_by: str = ""
    submitted_on: date | None = None
    verified_by: str = ""
    verified_on: date | None = None
    disputed_by: str = ""
    answered_by: str = ""
    dispute_until: date | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A unit that another version of a set would move, from the last period that was assessed."""

    unit: str
    name: str
    period: str
    old: str
    new: str
    old_level: str
    new_level: str
