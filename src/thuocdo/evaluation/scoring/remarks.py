"""What to know of results beside the points: who handed in nothing, what nobody handed in, odd shares."""

from collections.abc import Iterable
from dataclasses import dataclass

from thuocdo.evaluation.scoring.engine import Scored
from thuocdo.evaluation.scoring.explaining import beyond_whole, cases
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.rulechecks import names_of
from thuocdo.evaluation.scoring.table import Unit
from thuocdo.evaluation.scoring.totals import NO_DATA, NOT_JUDGED
from thuocdo.evaluation.scoring.types import CriteriaSet, Share

FEW = 5


@dataclass(frozen=True, slots=True)
class Beyond:
    """A share of a unit whose part is more than its whole; it counts as 100 per cent."""

    unit: str
    criterion: str
    part: str
    whole: str


def judged(scored: Scored, rows: Iterable[int]) -> list[int]:
    """Return the rows of units that existed and for which something was handed in."""
    return [row for row in rows if scored.totals[row].total not in NOT_JUDGED]


def without_data(scored: Scored, rows: Iterable[int]) -> tuple[Unit, ...]:
    """Return the units for which nobody handed in a line, in the order of their codes."""
    units = (scored.table.unit_of(row) for row in rows if scored.totals[row].total == NO_DATA)
    return tuple(sorted(units, key=lambda unit: unit.id))


def not_handed_in(scored: Scored, rows: Iterable[int]) -> tuple[str, ...]:
    """Return the inputs that the units of some rows are asked for and that none of them has."""
    table, own = scored.table, judged(scored, rows)
    kinds = dict.fromkeys((unit.type, unit.phase) for unit in map(table.unit_of, own))
    names = [name for kind, phase in kinds for name in _asked(scored.criteria_set, kind, phase)]
    return tuple(
        name
        for name in dict.fromkeys(names)
        if (column := table.column(name)) and all(column[row] in {None, ()} for row in own)
    )


def _asked(given: CriteriaSet, kind: UnitType, phase: str) -> Iterable[str]:
    """Yield every input that is read for one kind of unit in a phase."""
    for criterion in given.criteria:
        skip, rule = criterion.not_applicable, criterion.rule(kind, phase)
        if rule is None or (skip is not None and kind in skip.for_):
            continue
        yield from names_of(rule.measure)
        if skip is not None and skip.when_zero:
            yield skip.when_zero
    yield from (each.input for each in given.conditions if each.input)


def beyond(scored: Scored, rows: Iterable[int]) -> tuple[Beyond, ...]:
    """Return the shares whose part is more than the whole, by unit and criterion."""
    found = []
    for row in judged(scored, rows):
        unit = scored.table.unit_of(row)
        for place, criterion in enumerate(scored.criteria_set.criteria):
            rule = criterion.rule(unit.type, unit.phase)
            held = None if rule is None else beyond_whole(rule, scored.table, row)
            if held is not None and scored.points[place][row] >= 0:
                found.append(Beyond(unit.id, criterion.id, *held))
    return tuple(sorted(found, key=lambda each: each.unit))


def is_small(scored: Scored, row: int) -> bool:
    """Say whether a share of the row counts fewer than five cases."""
    return bool(small_criteria(scored, row))


def small_criteria(scored: Scored, row: int) -> frozenset[str]:
    """Return the criteria of a row whose share counts fewer than five cases."""
    unit = scored.table.unit_of(row)
    found = set()
    for place, criterion in enumerate(scored.criteria_set.criteria):
        rule = criterion.rule(unit.type, unit.phase)
        if rule is None or scored.points[place][row] < 0 or not isinstance(rule.measure, Share):
            continue
        if 0 < cases(rule.measure, scored.table, row)[1] < FEW:
            found.add(criterion.id)
    return frozenset(found)
