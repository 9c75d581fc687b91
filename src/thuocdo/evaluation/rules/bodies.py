"""Who owes which part of a task: the bodies named on the due date, and who answers for them today."""

from dataclasses import dataclass
from datetime import date

from thuocdo.core.errors import NotFound
from thuocdo.programme.rules import assigned_to
from thuocdo.programme.types import Assigned, Register


@dataclass(frozen=True, slots=True)
class Part:
    """One body's duty: `origin` had it on the due date, `holder` answers for it today."""

    origin: str
    holder: str


@dataclass(frozen=True, slots=True)
class Parts:
    """All parts of a task, and the groups whose members no document has named yet."""

    parts: tuple[Part, ...]
    unnamed: tuple[str, ...] = ()

    @property
    def holders(self) -> tuple[str, ...]:
        """Return who answers today, each once."""
        return tuple(dict.fromkeys(part.holder for part in self.parts))


class Bodies:
    """Look-ups over one register on one day, remembered because many tasks name the same groups."""

    def __init__(self, register: Register, as_of: date) -> None:
        self._register = register
        self._as_of = as_of
        self._groups = {group.code for group in register.groups}
        self._names = {item.code: (item.name_vi, item.name_en) for item in register.agencies}
        self._names |= {item.code: (item.name_vi, item.name_en) for item in register.groups}
        self._designated = {item.task for item in register.designations}
        self._found: dict[tuple[tuple[str, ...], str, date | None, date], Assigned] = {}

    def parts(self, leads: tuple[str, ...], *, task: str, due: date | None) -> Parts:
        """Return who owes the task: members of groups as they were on the due date, leads as today."""
        found: dict[str, str] = {}
        unnamed: list[str] = []
        for lead in leads:
            now = self._assigned((lead,), task, due, self._as_of)
            if lead in self._groups and due is not None and due < self._as_of:
                then = self._assigned((lead,), task, due, due)
                origins = then.agencies or now.agencies
                found.update(
                    {origin: self.holder(origin, task=task) for origin in origins if origin not in found}
                )
            else:
                found.update({code: code for code in now.agencies if code not in found})
            unnamed.extend(now.unnamed)
        return Parts(tuple(Part(*pair) for pair in found.items()), tuple(dict.fromkeys(unnamed)))

    def holder(self, code: str, *, task: str, day: date | None = None) -> str:
        """Return who answers on `day` (today when None) for what `code` owed."""
        found = self._assigned((code,), task, None, day or self._as_of)
        return found.agencies[0] if found.agencies else code

    def is_group(self, code: str) -> bool:
        """Say whether a code is a collective name."""
        return code in self._groups

    def names(self, codes: tuple[str, ...], language: str) -> str:
        """Return the names of bodies and groups in a language, joined by commas."""
        at = 0 if language == "vi" else 1
        return ", ".join(self._names[code][at] if code in self._names else code for code in codes)

    def _assigned(self, leads: tuple[str, ...], task: str, due: date | None, day: date) -> Assigned:
        key = (leads, task if task in self._designated else "", due, day)
        if key not in self._found:
            try:
                found = assigned_to(leads, task=task, due=due, as_of=day, register=self._register)
            except NotFound:
                found = Assigned(agencies=leads)
            self._found[key] = found
        return self._found[key]
