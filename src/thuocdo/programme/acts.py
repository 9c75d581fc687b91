"""The acts that make the versions of a programme, and the deadlines that each of them sets."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Act:
    """A document that made a version of the programme; `sha256` is that of the file it was read from."""

    version: int
    number: str
    issued_on: date
    effective_on: date
    title: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineSet:
    """Which act set or moved a task's deadline: `act` of `act_on`, in force from `effective_on`."""

    act: str
    act_on: date
    effective_on: date
    due: date | None = None
    text: str = ""
