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
class Actor:
    """A person acting; `agency` is the code of the body the person belongs to, "" for none."""

    id: str
    name: str
    roles: frozenset[Role] = frozenset()
    agency: str = ""
