"""Who does something: a value that actions take, so that no room reaches for a request."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may be for; permissions are looked up from the role."""

    REPORTER = "reporter"
    HEAD = "head"
    MONITOR = "monitor"
    PUBLISHER = "publisher"
    METHODOLOGIST = "methodologist"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Lent:
    """One permission that no role brings: lent by the person `by`, or a machine's own scope ("")."""

    permission: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or machine acting; `agency` is the code of the body it belongs to, "" for none.

    `lent` holds what was delegated to the person and is in force at this moment.
    """

    id: str
    name: str
    roles: frozenset[Role] = frozenset()
    agency: str = ""
    lent: tuple[Lent, ...] = ()
