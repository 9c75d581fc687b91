"""Which body stands under which in the country's registers: by succession, by code, at last the nation."""

from dataclasses import dataclass
from datetime import date

from thuocdo.core.dates import month_end
from thuocdo.measurement.months import Month
from thuocdo.measurement.places import Level, Tree
from thuocdo.measurement.rollup import TreeOf
from thuocdo.programme.types import AgencyKind, Register

NATION = "VN"
_LEVELS = {AgencyKind.PROVINCE: Level.PROVINCE, AgencyKind.COMMUNE: Level.COMMUNE}


@dataclass(frozen=True, slots=True)
class CountryTree(Tree):
    """A tree in which every body stands under the nation.

    A commune, and a body that the register does not name, stands under the one whose code begins its own
    (`T01.X0007` under `T01`); one without such a beginning, under the nation itself.
    """

    def line(self, unit: str) -> tuple[str, ...]:
        """Return the unit and all above it, the nation last."""
        found = [unit]
        while found[-1] != NATION:
            last = found[-1]
            shorter = last.rpartition(".")[0] or NATION
            found.append(self.above.get(last, NATION if last in self.levels else shorter))
        return tuple(found)


def tree_on(register: Register, day: date) -> CountryTree:
    """Return the tree as it stands on a day: who was followed by another body stands under that one."""
    levels = {each.code: _LEVELS.get(each.kind, Level.MINISTRY) for each in register.agencies}
    above = {
        each.code: each.code.rpartition(".")[0]
        for each in register.agencies
        if each.kind is AgencyKind.COMMUNE
    } | {
        each.predecessor: each.successor
        for each in register.successions
        if each.on <= day and each.predecessor != each.successor
    }
    known = {unit: parent for unit, parent in above.items() if unit in levels and parent in levels}
    return CountryTree({**levels, NATION: Level.NATION}, known)


def as_it_is_now(register: Register, day: date) -> TreeOf:
    """Roll every month up by the bodies of one day."""
    tree = tree_on(register, day)
    return lambda _month: tree


def as_it_was_then(register: Register) -> TreeOf:
    """Roll every month up by the bodies of its own last day."""

    def tree_of(month: Month) -> Tree:
        return tree_on(register, month_end(month.year, month.month))

    return tree_of
