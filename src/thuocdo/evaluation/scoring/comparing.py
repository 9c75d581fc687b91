"""Where a unit stands among similar ones, without a rank: the middle half, where enough can be compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from thuocdo.evaluation.scoring.engine import Scored
from thuocdo.evaluation.scoring.exact import decimal

LEAST_SIMILAR = 10
"""Similar units below which nothing is said of them: too few to hide who they are."""


@dataclass(frozen=True, slots=True)
class Middle:
    """Between which totals the middle half of similar units lies, and how many units there are."""

    units: int
    low: Decimal
    high: Decimal


def middle_half(totals: Iterable[int], places: int) -> Middle | None:
    """Return the middle half of totals in a set's last place; nothing where there are too few."""
    ordered = sorted(totals)
    if len(ordered) < LEAST_SIMILAR:
        return None
    last = len(ordered) - 1
    low, high = ordered[last // 4], ordered[-(-last * 3 // 4)]
    return Middle(len(ordered), decimal(low, places), decimal(high, places))


def middle_around(scored: Scored, row: int) -> Middle | None:
    """Return the middle half of the units of the kind, phase and period of a row that have a total."""
    table = scored.table
    own, period = table.unit_of(row), table.periods[row // len(table.units)]
    similar = (
        scored.totals[each].total
        for each in table.rows_of(period)
        if (table.unit_of(each).type, table.unit_of(each).phase) == (own.type, own.phase)
    )
    return middle_half((total for total in similar if total >= 0), scored.criteria_set.rounding.places)
