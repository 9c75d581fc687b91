"""Where a body reports one value and its registers give another: shown, never settled by itself."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thuocdo.measurement.types import Observation, Origin


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A reported and a measured value of the same thing that lie further apart than the tolerance."""

    reported: Observation
    measured: Observation
    difference: Decimal
    share: Decimal | None
    """The difference as a part of the measured value; None where that is zero."""


def disagreements(
    observations: Iterable[Observation], *, as_of: date, tolerance: Decimal
) -> tuple[Disagreement, ...]:
    """Return every disagreement as it was known on a day, of the latest vintage on both sides.

    `tolerance` is the part of the measured value by which the reported one may differ (a setting).
    Two values speak of the same when indicator, scope, place, unit and the period's end are the same.
    """
    newest: dict[tuple[object, ...], dict[Origin, Observation]] = defaultdict(dict)
    for item in sorted(observations, key=_known):
        if item.origin is not Origin.OUTSIDE and _known(item)[0] <= as_of:
            same = (item.indicator, item.scope, item.place, item.unit, item.period_end)
            newest[same][item.origin] = item
    found = (
        _compared(pair[Origin.REPORTED], pair[Origin.MEASURED]) for pair in newest.values() if len(pair) > 1
    )
    return tuple(
        each
        for each in sorted(found, key=lambda one: (one.reported.indicator, one.reported.period_end))
        if each.share is None or abs(each.share) > tolerance
    )


def _compared(reported: Observation, measured: Observation) -> Disagreement:
    difference = reported.value - measured.value
    if not difference:
        return Disagreement(reported, measured, difference, Decimal(0))
    share = difference / abs(measured.value) if measured.value else None
    return Disagreement(reported, measured, difference, share)


def _known(item: Observation) -> tuple[date, str]:
    return item.published_on or item.received_on or item.period_end, item.id
