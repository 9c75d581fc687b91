"""How bodies dealt with each other, as a score must know it: who was asked, who answered, by when. Pure."""

from dataclasses import dataclass
from datetime import date

from thuocdo.cycles.types import OpenCycle


@dataclass(frozen=True, slots=True)
class Turn:
    """One body's turn at a difficulty or proposal of another body, without its words.

    `until` is the day on which it ended, None while it lies there: by an answer, which `solved` it or
    not, or because it was `passed` on to the next body.
    """

    id: str
    kind: str
    task: str
    agency: str
    asked: str
    since: date
    until: date | None = None
    solved: bool = False
    passed: bool = False
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Disputed:
    """A dispute with the day by which it had to be answered; `answered_by` is the body that did."""

    id: str
    task: str
    agency: str
    due_on: date
    answered_on: date | None = None
    answered_by: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """A report that was returned, or that a later version took the place of."""

    id: str
    task: str
    agency: str
    cycle: str
    received_on: date
    returned_on: date | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class BodyNote:
    """A sentence that a body attached for the public, on one of its tasks in a cycle."""

    id: str
    task: str
    agency: str
    cycle: str
    text: str
    on: date
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Handled:
    """What had happened between bodies by a day; `cycles` are the days that held for reports."""

    cycles: tuple[OpenCycle, ...] = ()
    turns: tuple[Turn, ...] = ()
    disputes: tuple[Disputed, ...] = ()
    earlier: tuple[EarlierReport, ...] = ()
    notes: tuple[BodyNote, ...] = ()


NOTHING_HANDLED = Handled()
