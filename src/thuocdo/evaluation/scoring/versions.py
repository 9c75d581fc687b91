"""What would move before a changed set is adopted: the same units under the old and the new version."""

from dataclasses import dataclass
from decimal import Decimal

from thuocdo.evaluation.scoring.engine import Scored
from thuocdo.evaluation.scoring.exact import decimal


@dataclass(frozen=True, slots=True)
class Moved:
    """A unit whose total or level is another one; nothing stands where there is no total."""

    unit: str
    period: str
    old: Decimal | None
    new: Decimal | None
    old_level: str
    new_level: str


def moved(old: Scored, new: Scored, *, period: str = "") -> tuple[Moved, ...]:
    """Return what moves from one version to the other, for the units and periods that both judge.

    With a period only that one is looked at.
    """
    found = []
    for row in new.table.rows_of(period) if period else range(new.table.size):
        unit, period = new.table.unit_of(row), new.table.periods[row // len(new.table.units)]
        if unit.id not in old.table.places or period not in old.table.periods:
            continue
        before = old.table.row(unit.id, period)
        totals = _total(old, before), _total(new, row)
        levels = old.levels[before][0], new.levels[row][0]
        if totals[0] != totals[1] or levels[0] != levels[1]:
            found.append(Moved(unit.id, period, *totals, *levels))
    return tuple(found)


def _total(scored: Scored, row: int) -> Decimal | None:
    total = scored.totals[row].total
    return None if total < 0 else decimal(total, scored.criteria_set.rounding.places)
