"""Whether a delivery counts: what its rows broke, and what no row shows: another unit, another extent."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from statistics import median_low

from thuocdo.core.messages import Reason
from thuocdo.measurement.sources.contracts import Contract
from thuocdo.measurement.sources.types import Broken, Profile

_THOUSAND = 1000
FEWEST = 100
"""Rows below which a median, or how many rows there are, says nothing."""


def drifted(contract: Contract, profile: Profile, earlier: Sequence[Profile]) -> Iterator[Broken]:
    """Yield what differs from the earlier months so much that no month explains it.

    Without an earlier month nothing can be said; the ranges of the contract are all there is then.
    """
    told = [each for each in earlier if each.rows >= FEWEST]
    if not told or profile.rows < FEWEST:
        if told and not profile.rows:
            yield Broken("extent", "", Reason("extent", {"rows": "0", "usual": str(_usual_rows(told))}))
        return
    usual = _usual_rows(told)
    if _factor(Decimal(profile.rows), Decimal(usual)) >= contract.extent_factor:
        yield Broken("extent", "", Reason("extent", {"rows": str(profile.rows), "usual": str(usual)}))
    for column in profile.columns:
        before = _usual_median(column.column, told)
        if column.median is None or before is None:
            continue
        factor = _factor(column.median, before)
        if factor >= contract.unit_factor:
            times = str(factor.quantize(Decimal(1), rounding=ROUND_HALF_UP))
            word = "unit_larger" if column.median > before else "unit_smaller"
            said = {"column": column.column, "times": times, "now": _plain(column.median)}
            yield Broken("unit", column.column, Reason(word, {**said, "before": _plain(before)}))


def is_held(broken: Iterable[Broken], *, rows: int, quarantined: int, tolerance: int) -> bool:
    """Say whether a delivery stands apart as a whole.

    What concerns the whole of it always holds it; of rows, more than `tolerance` in a thousand do.
    """
    return any(not each.rows for each in broken) or quarantined * _THOUSAND > rows * tolerance


def _usual_rows(earlier: Sequence[Profile]) -> int:
    return median_low(each.rows for each in earlier)


def _usual_median(name: str, earlier: Sequence[Profile]) -> Decimal | None:
    found = [
        column.median
        for profile in earlier
        for column in profile.columns
        if column.column == name and column.median is not None
    ]
    return median_low(found) if found else None


def _factor(one: Decimal, other: Decimal) -> Decimal:
    """Return how many times the larger is the smaller; below one nothing is compared."""
    low, high = sorted((abs(one), abs(other)))
    if one * other < 0 or high < 1:
        return Decimal(1)
    return high / max(low, Decimal(1))


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")
