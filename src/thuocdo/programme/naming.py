"""Names of bodies as documents print them, and the codes of the register that they mean on a day."""

from collections.abc import Iterable
from datetime import date

from thuocdo.core.country import names
from thuocdo.core.text import clean
from thuocdo.programme.types import Register


class Names:
    """All names of a register, with the other spellings that the country's list knows.

    Two bodies may carry one name in turn (a merged province and its successor): the one that
    exists `on` the day is meant, and where none does, the one that the register names first.
    """

    def __init__(self, register: Register, on: date) -> None:
        alive = [agency for agency in register.agencies if agency.exists_on(on)]
        ended = [agency for agency in register.agencies if not agency.exists_on(on)]
        known = [
            *((agency.code, agency.name_vi, agency.name_en) for agency in alive),
            *((group.code, group.name_vi, group.name_en) for group in register.groups),
            *((agency.code, agency.name_vi, agency.name_en) for agency in ended),
        ]
        self._shown = {code: name_vi for code, name_vi, _ in known}
        self._english = {code: name_en for code, _, name_en in known}
        self._codes: dict[str, str] = {}
        for code, name_vi, name_en in known:
            self._add(code, (name_vi, name_en))
        places = {code: place for place, (code, _, _) in enumerate(known)}
        listed = [name for name in names() if name.code in places]
        for name in sorted(listed, key=lambda name: places[name.code]):
            self._add(name.code, (name.name_vi, name.name_en, *name.variants))
        for agency in alive:
            self._add(agency.code, (agency.code, agency.short_vi, agency.short_en))

    def code(self, printed: str) -> str | None:
        """Return the code that a printed name means, or None where the register knows no such body."""
        return self._codes.get(_same(printed))

    def codes(self, printed: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of printed names, each once; a name that nobody knows stays as printed."""
        return tuple(dict.fromkeys(self.code(name) or name for name in printed))

    def shown(self, codes: Iterable[str]) -> str:
        """Return the names of bodies for a reader, in their order."""
        return "; ".join(self._shown.get(code, code) for code in codes)

    def english(self, printed: str) -> str:
        """Return the English name of a printed one, or the printed one where the register has none."""
        code = self.code(printed)
        return printed if code is None else self._english[code]

    def _add(self, code: str, forms: Iterable[str]) -> None:
        for form in forms:
            if form:
                self._codes.setdefault(_same(form), code)


def _same(name: str) -> str:
    return clean(name).casefold()
