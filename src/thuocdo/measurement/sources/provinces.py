"""A metric by province in both readings: the provinces as they are now, and as they were month by month."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from thuocdo.core.dates import month_end
from thuocdo.core.errors import N_, Conflict
from thuocdo.measurement.declaring.types import Kind, Metric
from thuocdo.measurement.months import Period
from thuocdo.measurement.planning import measure_name, parts
from thuocdo.measurement.rollup import RolledUp, TreeOf
from thuocdo.measurement.sources.standing_places import as_it_is_now, as_it_was_then
from thuocdo.measurement.values import Value, value_of
from thuocdo.programme.types import Agency, AgencyKind, Register

Roll = Callable[[str, TreeOf], RolledUp]
"""Rolls the partitions of a table up by trees."""


@dataclass(frozen=True, slots=True)
class Area:
    """A province with its value in both readings; None where it does not stand in one, or has no rows.

    `now` takes all months by the bodies of today: the rows of a province that was merged count for its
    successor. `then` takes each month by the bodies of its own last day.
    """

    agency: Agency
    now: Value | None
    then: Value | None
    successors: tuple[str, ...] = ()


def by_province(metric: Metric, roll: Roll, *, period: Period, register: Register, as_of: date) -> list[Area]:
    """Return every province that has rows in one of the readings, in the order of the register."""
    if metric.declaration.kind is Kind.GROWTH:
        raise Conflict(
            N_("{metric} is a growth since a base year; it is told for the nation only."),
            hint=N_("Choose a metric that is a share or a level."),
            params={"metric": metric.code},
        )
    now = _read(metric, roll, as_it_is_now(register, as_of))
    then = _read(metric, roll, as_it_was_then(register))
    ends = [month_end(month.year, month.month) for month in period.months()]
    found = []
    for agency in register.agencies:
        if agency.kind is not AgencyKind.PROVINCE:
            continue
        area = Area(
            agency,
            now(agency.code) if agency.exists_on(as_of) else None,
            then(agency.code) if any(agency.exists_on(end) for end in ends) else None,
            () if agency.exists_on(as_of) else _successors(agency.code, register, as_of),
        )
        if area.now or area.then:
            found.append(area)
    return found


def _read(metric: Metric, roll: Roll, tree_of: TreeOf) -> Callable[[str], Value | None]:
    together = [(roll(part.table, tree_of), measure_name(part.aggregate)) for part in parts(metric)]

    def of(unit: str) -> Value | None:
        numbers = [rolled.of(unit, name) for rolled, name in together]
        if all(number is None for number in numbers):
            return None
        return value_of(metric, numbers[0], numbers[1] if len(numbers) > 1 else None)

    return of


def _successors(code: str, register: Register, as_of: date) -> tuple[str, ...]:
    found: Iterable[str] = (
        each.successor for each in register.successions if each.predecessor == code and each.on <= as_of
    )
    return tuple(dict.fromkeys(each for each in found if each != code))
