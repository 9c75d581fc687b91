"""A set applied to a table: all points, totals and levels, and what one changed value moves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from thuocdo.evaluation.scoring.columns import (
    NOT_APPLICABLE,
    Compared,
    points_column,
    reference_column,
)
from thuocdo.evaluation.scoring.exact import ROUND, decimal
from thuocdo.evaluation.scoring.inputs import SYSTEM
from thuocdo.evaluation.scoring.kinds import Better, Merged, Missing, Origin, PillarKind, UnitType
from thuocdo.evaluation.scoring.mergers import merged_rows, predecessor_rows, with_sums
from thuocdo.evaluation.scoring.rulechecks import names_of
from thuocdo.evaluation.scoring.table import Cell, Pairs, Table, measured
from thuocdo.evaluation.scoring.totals import (
    ABSENT,
    NO_DATA,
    NO_TOTAL_AFTER_MERGER,
    Plan,
    Sum,
    Total,
    level_of,
    marks_of,
    pillar_column,
    pillar_sum,
    plan,
    total_of,
)
from thuocdo.evaluation.scoring.types import CriteriaSet, Criterion, Input, Relative, Rule

ReferenceKey = tuple[str, UnitType, str, int]
"""Criterion, type of unit, phase, place of the period."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What a column of points is worked out from; references are added as they are found."""

    criteria_set: CriteriaSet
    table: Table
    references: dict[ReferenceKey, Fraction | None]


@dataclass(frozen=True)
class Scored:
    """What a set makes of a table; points are whole numbers of the set's last place, marks are negative."""

    plan: Plan
    table: Table
    points: Sequence[Sequence[int]]
    """For each criterion the points of each row, or NOT_APPLICABLE or WAITING."""
    sums: Sequence[Sequence[Sum]]
    """For each pillar its points and the maximum that applies, of each row."""
    totals: Sequence[Total]
    levels: Sequence[tuple[str, str]]
    references: Mapping[ReferenceKey, Fraction | None] = field(default_factory=dict)

    @property
    def criteria_set(self) -> CriteriaSet:
        """Return the set."""
        return self.plan.criteria_set

    @property
    def inputs(self) -> Mapping[str, Input]:
        """Return every input that the set can read, with what it is."""
        return {**SYSTEM, **self.criteria_set.inputs}


@dataclass(frozen=True, slots=True)
class Change:
    """How much was scored anew after a change."""

    criteria: int
    rows: int


def score(given: CriteriaSet, table: Table) -> Scored:
    """Apply a set to a table; explain single rows with explaining.explain."""
    if given.merged is Merged.SUM_OF_INPUTS:
        table = with_sums(table)
    ready = plan(given)
    references: dict[ReferenceKey, Fraction | None] = {}
    everything = _groups(table, range(table.size))
    absent = dict.fromkeys(table.without_data, NO_DATA)
    if _some_end(table):
        absent |= {row: ABSENT for row in range(table.size) if not table.exists(row)}
    context = _Context(given, table, references)
    points = []
    for criterion in given.criteria:
        column = [NOT_APPLICABLE] * table.size
        for group, rows in everything.items():
            _fill(column, criterion, group, rows, context)
        for row in absent:
            column[row] = NOT_APPLICABLE
        points.append(column)
    sums = [pillar_column(each, points) for each in ready.pillars]
    scored = Scored(ready, table, points, sums, (), (), references)
    totals = _totals(ready, sums)
    for row, why in absent.items():
        totals[row] = totals[row]._replace(total=why)
    if given.merged in {Merged.MEAN_OF_PREDECESSORS, Merged.NO_SCORE}:
        for row in merged_rows(table):
            if not table.without_data.issuperset({row, *predecessor_rows(table, row)}):
                totals[row] = merged_total(scored, totals, row)
    scored = replace(scored, totals=totals)
    return replace(scored, levels=_levels(scored, range(table.size)))


def _some_end(table: Table) -> bool:
    return any(unit.merged_in or unit.last_in for unit in table.units)


def _groups(table: Table, rows: Iterable[int]) -> dict[tuple[UnitType, str], Sequence[int]]:
    if isinstance(rows, range) and len({(unit.type, unit.phase) for unit in table.units}) == 1:
        return {(table.units[0].type, table.units[0].phase): rows}
    found: dict[tuple[UnitType, str], list[int]] = {}
    for row in rows:
        unit = table.unit_of(row)
        found.setdefault((unit.type, unit.phase), []).append(row)
    return dict(found)


def _fill(
    column: list[int],
    criterion: Criterion,
    group: tuple[UnitType, str],
    rows: Sequence[int],
    context: "_Context",
) -> None:
    """Write the points of one criterion for rows of one type and phase."""
    table = context.table
    skip = criterion.not_applicable
    rule = criterion.rule(*group)
    if rule is None or (skip is not None and group[0] in skip.for_):
        return
    if isinstance(rule.score, Relative):
        made = _worked_out(criterion, rule, rows, context)
    else:
        made = _worked_out_once(criterion, rule, rows, context)
    if len(rows) == len(column):
        column[:] = made
    else:
        for row, value in zip(rows, made, strict=True):
            column[row] = value
    _left_out(column, criterion, table, rows)


def _worked_out_once(criterion: Criterion, rule: Rule, rows: Sequence[int], context: _Context) -> list[int]:
    """Work out the points of equal values once: counts repeat so often that this halves the time."""
    columns = [context.table.column(name) for name in names_of(rule.measure)]
    if len(rows) < context.table.size:
        columns = [[column[row] for row in rows] for column in columns]
    keys: Sequence[Any] = columns[0] if len(columns) == 1 else list(zip(*columns, strict=True))
    first = dict(zip(keys, rows, strict=True))
    if 2 * len(first) > len(rows):
        return _worked_out(criterion, rule, rows, context)
    made = _worked_out(criterion, rule, list(first.values()), context)
    worth = dict(zip(first, made, strict=True))
    return [worth[key] for key in keys]


def _worked_out(criterion: Criterion, rule: Rule, rows: Sequence[int], context: _Context) -> list[int]:
    given, table = context.criteria_set, context.table
    pairs = measured(rule.measure, table, rows)
    beside: Compared = ((), ())
    if isinstance(rule.score, Relative) and rule.score.to == "own_past":
        beside = _past(rule, table, rows)
    elif isinstance(rule.score, Relative):
        beside = _references(criterion.id, (rule.score, rule.better), rows, pairs, context)
    missing = missing_of(given, criterion)
    return points_column(criterion, rule, pairs, beside, rounding=given.rounding, missing=missing)


def missing_of(given: CriteriaSet, criterion: Criterion) -> Missing:
    """Return what a missing value of a criterion is worth."""
    return criterion.missing or given.missing


def _left_out(column: list[int], criterion: Criterion, table: Table, rows: Sequence[int]) -> None:
    """Take away points without evidence, and mark what a unit or an input says does not apply."""
    if criterion.source is Origin.SELF_ASSESSED:
        proved = table.proved.get(criterion.id, frozenset())
        for row in (table.rows if len(rows) == table.size else frozenset(rows)) - proved:
            column[row] = min(column[row], 0)
    skip = criterion.not_applicable
    if skip is None:
        return
    if skip.when_zero:
        zeros = table.column(skip.when_zero)
        for row in [row for row in rows if zeros[row] == 0]:
            column[row] = NOT_APPLICABLE
    if skip.declared and criterion.id in table.declared:
        declared = table.declared[criterion.id]
        for row in declared.keys() & rows:
            column[row] = NOT_APPLICABLE


def _references(
    criterion: str, compared: tuple[Relative, Better], rows: Sequence[int], pairs: Pairs, context: _Context
) -> Compared:
    """Return beside each row the best or median of its group, which the context keeps."""
    table = context.table
    unit, size = table.unit_of(rows[0]), len(table.units)
    places: dict[int, list[int]] = {}
    if len(rows) == table.size:
        places = {n: list(range(n * size, (n + 1) * size)) for n in range(len(table.periods))}
    else:
        for n, row in enumerate(rows):
            places.setdefault(row // size, []).append(n)
    found: dict[int, Fraction | None] = {}
    for period, members in places.items():
        key = (criterion, unit.type, unit.phase, period)
        if key not in context.references:
            own = ([pairs[0][n] for n in members], [pairs[1][n] for n in members])
            context.references[key] = reference_column(*compared, own)
        found[period] = context.references[key]
    overs = {period: 0 if each is None else each.numerator for period, each in found.items()}
    unders = {period: 0 if each is None else each.denominator for period, each in found.items()}
    if len(rows) == table.size:
        return [each for n in overs.values() for each in [n] * size], [
            each for d in unders.values() for each in [d] * size
        ]
    return [overs[row // size] for row in rows], [unders[row // size] for row in rows]


def _past(rule: Rule, table: Table, rows: Sequence[int]) -> Compared:
    """Return beside each row what its unit had one period earlier."""
    size = len(table.units)
    overs, unders = measured(rule.measure, table, [row - size for row in rows if row >= size])
    if len(overs) == len(rows):
        return overs, [max(0, under) for under in unders]
    values = iter(zip(overs, unders, strict=True))
    both = [next(values) if row >= size else (0, 0) for row in rows]
    return [over for over, _under in both], [max(0, under) for _over, under in both]


def _totals(ready: Plan, sums: Sequence[Sequence[Sum]]) -> list[Total]:
    """Return the totals of all rows; where everything applies this is a sum."""
    plain = all(each.pillar.kind is PillarKind.BASE for each in ready.pillars)
    most = ready.base
    full = tuple(each.most for each in ready.pillars)
    totals = []
    for row in zip(*sums, strict=True):
        points, possible = zip(*row, strict=True)
        totals.append(
            Total(sum(points), most, points) if plain and possible == full else total_of(ready, row)
        )
    return totals


def _levels(scored: Scored, rows: Iterable[int]) -> list[tuple[str, str]]:
    marks = marks_of(scored.criteria_set)
    conditions = scored.criteria_set.conditions
    found = []
    for row in rows:
        failed = failing(scored, row) if conditions else ()
        found.append(level_of(scored.plan, scored.totals[row].total, failed, marks))
    return found


def failing(scored: Scored, row: int) -> tuple[str, ...]:
    """Return the conditions that do not hold in a row; one on a criterion that does not apply holds."""
    given = scored.criteria_set
    failed = []
    for each in given.conditions:
        if each.input:
            cell = scored.table.column(each.input)[row]
            parts = scored.table.parts.get(each.input, 1)
            holds = isinstance(cell, int) and each.holds(Fraction(cell, parts))
        else:
            if each.criterion:
                place = next(n for n, one in enumerate(given.criteria) if one.id == each.criterion)
                points = scored.points[place][row]
            else:
                place = next(n for n, one in enumerate(given.pillars) if one.id == each.pillar)
                points = scored.totals[row].pillars[place]
            holds = points == NOT_APPLICABLE or each.holds(Fraction(decimal(points, given.rounding.places)))
        if not holds:
            failed.append(each.id)
    return tuple(failed)


def merged_total(scored: Scored, totals: Sequence[Total], row: int) -> Total:
    """Return the total of a unit in its first period: the plain mean of its predecessors, or none."""
    given = scored.criteria_set
    earlier = [totals[each] for each in predecessor_rows(scored.table, row)]
    if given.merged is Merged.NO_SCORE or not earlier or any(each.total < 0 for each in earlier):
        return Total(NO_TOTAL_AFTER_MERGER, 0, tuple(NOT_APPLICABLE for _each in given.pillars))
    how = ROUND[given.rounding.how]
    pillars = tuple(
        how(sum(max(0, each) for each in several), len(earlier))
        for several in zip(*(each.pillars for each in earlier), strict=True)
    )
    return Total(
        how(sum(each.total for each in earlier), len(earlier)),
        how(sum(each.possible for each in earlier), len(earlier)),
        pillars,
    )


def affected(given: CriteriaSet, name: str) -> tuple[Criterion, ...]:
    """Return the criteria that read an input."""
    return tuple(
        each
        for each in given.criteria
        if any(name in names_of(rule.measure) for rule in each.rules)
        or (each.not_applicable is not None and each.not_applicable.when_zero == name)
    )


def rescored(scored: Scored, name: str, row: int, cell: Cell) -> tuple[Scored, Change]:
    """Return the result after one value changed; only what depends on it is scored anew."""
    given = scored.criteria_set
    table = scored.table.with_cell(name, row, cell)
    if scored.table.without_data or (_some_end(table) and given.merged is not Merged.OWN_DATA):
        fresh = score(given, table)
        return fresh, Change(len(given.criteria) * table.size, table.size)
    references = dict(scored.references)
    context = _Context(given, table, references)
    points = list(scored.points)
    moved: set[int] = {row}
    counted = 0
    for place, criterion in enumerate(given.criteria):
        if criterion not in affected(given, name):
            continue
        rows = _reached(scored, criterion, row, table, references)
        counted += len(rows)
        column = list(points[place])
        for group, own in _groups(table, rows).items():
            _fill(column, criterion, group, own, context)
        moved.update(each for each in rows if column[each] != points[place][each])
        points[place] = column
    return _settled(replace(scored, table=table, points=points, references=references), moved), Change(
        counted, len(moved)
    )


def _reached(
    scored: Scored,
    criterion: Criterion,
    row: int,
    table: Table,
    references: dict[ReferenceKey, Fraction | None],
) -> list[int]:
    """Return the rows whose points of a criterion may move: this one, the next period, or a whole group."""
    unit, period = table.unit_of(row), row // len(table.units)
    rule = criterion.rule(unit.type, unit.phase)
    if rule is None or not isinstance(rule.score, Relative):
        return [row]
    if rule.score.to == "own_past":
        return [each for each in (row, row + len(table.units)) if each < table.size]
    start = period * len(table.units)
    group = [
        start + n for n, each in enumerate(table.units) if (each.type, each.phase) == (unit.type, unit.phase)
    ]
    key = (criterion.id, unit.type, unit.phase, period)
    fresh = reference_column(rule.score, rule.better, measured(rule.measure, table, group))
    references[key] = fresh
    return [row] if fresh == scored.references.get(key) else group


def _settled(scored: Scored, rows: Iterable[int]) -> Scored:
    """Return the result with sums, totals and levels of some rows worked out anew."""
    rows = sorted(rows)
    sums, totals, levels = [list(each) for each in scored.sums], list(scored.totals), list(scored.levels)
    for row in rows:
        for place, this in enumerate(scored.plan.pillars):
            sums[place][row] = pillar_sum(this, [scored.points[n][row] for n in this.places])
        totals[row] = total_of(scored.plan, [each[row] for each in sums])
        if not scored.table.exists(row):
            totals[row] = totals[row]._replace(total=ABSENT)
    made = replace(scored, sums=sums, totals=totals)
    for row, level in zip(rows, _levels(made, rows), strict=True):
        levels[row] = level
    return replace(made, levels=levels)
