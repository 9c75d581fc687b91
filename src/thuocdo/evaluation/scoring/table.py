"""Units, periods and their inputs in columns: what a set is applied to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

from thuocdo.evaluation.scoring.exact import UNIT
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.types import Measure, Scores, Share, Terms, Value

Cell = int | tuple[int, ...] | None
"""A value as a whole number of parts, several of them where experts gave scores, or nothing."""

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Unit:
    """Who is judged; `merged_in` is the first period of a unit made of `predecessors`.

    A unit that ended is judged up to `last_in`.
    """

    id: str
    type: UnitType
    name: str = ""
    phase: str = ""
    predecessors: tuple[str, ...] = ()
    merged_in: str = ""
    last_in: str = ""


@dataclass(frozen=True)
class Table:
    """Inputs by column; row = place of the period × number of units + place of the unit.

    `declared` holds, by criterion and row, why a unit says that it does not apply; `proved` the rows in
    which evidence was handed in for a self-assessed criterion. `parts` says in which parts of one an
    input is counted: 1 where nothing is said, so that counts stay small numbers. `without_data` are the
    rows for which nobody handed in a line: they are not judged. `remarks` are the words that stand above
    the data, and `illustrative` says that it is invented.
    """

    units: tuple[Unit, ...]
    periods: tuple[str, ...]
    columns: Mapping[str, Sequence[Cell]]
    declared: Mapping[str, Mapping[int, str]] = field(default_factory=lambda: NOTHING)
    proved: Mapping[str, frozenset[int]] = field(default_factory=lambda: NOTHING)
    parts: Mapping[str, int] = field(default_factory=lambda: NOTHING)
    without_data: frozenset[int] = frozenset()
    remarks: tuple[str, ...] = ()
    illustrative: bool = False

    @property
    def size(self) -> int:
        """Return the number of rows."""
        return len(self.units) * len(self.periods)

    @cached_property
    def rows(self) -> frozenset[int]:
        """Return every row."""
        return frozenset(range(self.size))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Return the place of each unit."""
        return {unit.id: place for place, unit in enumerate(self.units)}

    @property
    def judged_periods(self) -> tuple[str, ...]:
        """Return the periods for which something was handed in."""
        size = len(self.units)
        return tuple(
            period
            for place, period in enumerate(self.periods)
            if not self.without_data.issuperset(range(place * size, (place + 1) * size))
        )

    def rows_of(self, period: str) -> range:
        """Return the rows of a period."""
        start = self.periods.index(period) * len(self.units)
        return range(start, start + len(self.units))

    def row(self, unit: str, period: str) -> int:
        """Return the row of a unit in a period."""
        return self.periods.index(period) * len(self.units) + self.places[unit]

    def unit_of(self, row: int) -> Unit:
        """Return whose row it is."""
        return self.units[row % len(self.units)]

    def exists(self, row: int) -> bool:
        """Say whether the unit of a row existed in its period."""
        unit, period = self.unit_of(row), row // len(self.units)
        begun = not unit.merged_in or period >= self.periods.index(unit.merged_in)
        return begun and (not unit.last_in or period <= self.periods.index(unit.last_in))

    def before(self, row: int) -> int | None:
        """Return the row of the same unit one period earlier."""
        return row - len(self.units) if row >= len(self.units) else None

    def column(self, name: str) -> Sequence[Cell]:
        """Return the values of an input, nothing in every row where nobody handed it in."""
        return self.columns.get(name) or [None] * self.size

    def with_cell(self, name: str, row: int, cell: Cell) -> "Table":
        """Return the table with one value changed."""
        changed = list(self.column(name))
        changed[row] = cell
        without_data = self.without_data if cell is None else self.without_data - {row}
        return replace(self, columns={**self.columns, name: changed}, without_data=without_data)


# What a measure is in a row: (over, under) with under > 0, or one of these in the place of `under`.
TOO_FEW, MISSING, TOO_FEW_ZERO = 0, -1, -2

Pairs = tuple[list[int], list[int]]


def measured(measure: Measure, table: Table, rows: Sequence[int]) -> Pairs:
    """Return what a measure is in each row, as exact fractions in two columns."""
    if isinstance(measure, Share):
        return _shares(measure, table, rows)
    if isinstance(measure, Scores):
        return _means(measure, table, rows)
    terms = measure.value if isinstance(measure, Value) else Terms(plus=measure.mean)
    overs, parts = _sums(terms, table, rows)
    under = parts if isinstance(measure, Value) else parts * len(measure.mean)
    if None not in overs:
        return overs, [under] * len(overs)  # type: ignore[return-value]
    return [over or 0 for over in overs], [MISSING if over is None else under for over in overs]


def _sums(terms: Terms, table: Table, rows: Sequence[int]) -> tuple[list[int | None], int]:
    """Return the sums of inputs and the parts of one that they count."""
    parts = max(table.parts.get(name, 1) for name in terms.names)
    summed = _picked(table, terms.plus[0], rows, parts)
    for name in terms.plus[1:]:
        other = _picked(table, name, rows, parts)
        summed = [None if a is None or b is None else a + b for a, b in zip(summed, other, strict=True)]
    for name in terms.minus:
        other = _picked(table, name, rows, parts)
        summed = [None if a is None or b is None else a - b for a, b in zip(summed, other, strict=True)]
    return summed, parts


def _picked(table: Table, name: str, rows: Sequence[int], parts: int) -> list[int | None]:
    """Return the cells of rows in some parts; the checks let only `scores` read several values at once."""
    column: Sequence[Any] = table.column(name)
    cells = list(column) if len(rows) == len(column) else [column[row] for row in rows]
    times = parts // table.parts.get(name, 1)
    return cells if times == 1 else [None if each is None else each * times for each in cells]


def _shares(measure: Share, table: Table, rows: Sequence[int]) -> Pairs:
    parts, times = _sums(measure.share, table, rows)
    wholes, own = _sums(measure.out_of, table, rows)
    if times != own:
        parts = [None if each is None else each * (UNIT // times) for each in parts]
        wholes = [None if each is None else each * (UNIT // own) for each in wholes]
    least = measure.at_least * max(times, own)
    few = TOO_FEW if measure.too_few == "not_applicable" else TOO_FEW_ZERO
    if None in parts or None in wholes:
        unders = [
            TOO_FEW
            if b is not None and b <= 0
            else MISSING
            if a is None or b is None
            else b
            if b >= least
            else few
            for a, b in zip(parts, wholes, strict=True)
        ]
    else:
        unders = [
            whole if whole >= least else few if whole > 0 else TOO_FEW for whole in cast("list[int]", wholes)
        ]
    overs = [
        100 * part if part and 0 < part <= under else 100 * under if part and part > 0 else 0
        for part, under in zip(parts, unders, strict=True)
    ]
    return overs, unders


def _means(measure: Scores, table: Table, rows: Sequence[int]) -> Pairs:
    overs, unders = [], []
    column, parts = table.column(measure.scores), table.parts.get(measure.scores, 1)
    for row in rows:
        given = column[row]
        several = given if isinstance(given, tuple) else () if given is None else (given,)
        overs.append(sum(several))
        unders.append(len(several) * parts if len(several) >= measure.at_least else MISSING)
    return overs, unders
