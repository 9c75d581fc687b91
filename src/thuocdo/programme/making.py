"""What every row of a new version is made with: the draft, the act, the names and the version before."""

from collections.abc import Mapping
from dataclasses import dataclass

from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.acts import Act
from thuocdo.programme.naming import Names
from thuocdo.programme.types import Programme, Register

_NAME = 90


@dataclass(frozen=True, slots=True)
class Making:
    """What the rows of one new version share; `partial` and `renumbered` as in amending.difference."""

    draft: DraftProgramme
    register: Register
    names: Names
    act: Act
    before: Programme | None
    partial: bool
    renumbered: Mapping[str, str] | None


def short_name(title: str) -> str:
    """Return the first line of a title, cut at a word where it is long."""
    line = " ".join(title.strip().split("\n", 1)[0].split())
    if len(line) <= _NAME:
        return line
    return line[:_NAME].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"


def free_code(number: str, *, taken: bool, act: Act) -> str:
    """Return the key of a new row: its number, or that with the version where an older row has it."""
    return f"{number}-v{act.version}" if taken else number
