"""Fuses all metrics of a table into one scan, and lists what it refuses with the reason.

Two metrics that need the same sum share it, and a sum keeps its name whatever else is asked: what was
stored under one plan stays good under the next when nothing about its table changed.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import prod

from thuocdo.core.errors import N_
from thuocdo.core.messages import Reason
from thuocdo.measurement.declaring.types import Catalogue, Metric, Part
from thuocdo.measurement.rendering import portable
from thuocdo.measurement.subset.sorts import columns_of
from thuocdo.measurement.subset.types import Aggregate, Function
from thuocdo.measurement.tables.reading import AGENCY
from thuocdo.measurement.tables.types import Column, ColumnType, Table

MAX_CELLS = 100
ROWS = Aggregate(Function.COUNT)
REASONS: Mapping[str, str] = {
    "missing": N_("It waits for what its declaration names as missing; {owed_by} owes it."),
    "no_source": N_("No source gives the table {table}."),
    "too_fine": N_(
        "With its dimensions the table has {count} cells for each body; at most {most} are computed."
    ),
}


class State(StrEnum):
    """What must be kept of a partition so that partitions can be put together exactly."""

    SUM = "sum"
    SET = "set"
    HISTOGRAM = "histogram"


_STATES: Mapping[Function, State] = {
    Function.COUNT: State.SUM,
    Function.SUM: State.SUM,
    Function.DISTINCT: State.SET,
    Function.QUANTILE: State.HISTOGRAM,
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One aggregate of a table, under a name made from its own words."""

    name: str
    aggregate: Aggregate
    state: State

    @property
    def integral(self) -> bool:
        """Whether a sum can only be whole; else it has up to six decimals."""
        return self.aggregate.function is not Function.SUM


@dataclass(frozen=True, slots=True)
class TablePlan:
    """All that one scan of a table computes, for each body, and each word of the dimensions."""

    table: Table
    dimensions: tuple[str, ...]
    measures: tuple[Measure, ...]
    fingerprint: str

    def of(self, state: State) -> tuple[Measure, ...]:
        """Return the measures that keep such a state."""
        return tuple(measure for measure in self.measures if measure.state is state)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns that the scan reads."""
        names = {AGENCY, *self.dimensions}
        for measure in self.measures:
            names |= columns_of(measure.aggregate)
        return tuple(column for column in self.table.columns if column.name in names)


@dataclass(frozen=True, slots=True)
class Plan:
    """One scan for each table, and the metrics that are refused with the reason."""

    tables: Mapping[str, TablePlan]
    metrics: tuple[Metric, ...]
    refused: Mapping[str, Reason] = field(default_factory=dict)


def plan(catalogue: Catalogue, tables: Mapping[str, Table], available: Iterable[str]) -> Plan:
    """Return the fewest scans that compute all metrics whose tables some source gives."""
    given = frozenset(available)
    refused = {
        waiting.code: Reason("missing", {"owed_by": waiting.declaration.owed_by})
        for waiting in catalogue.uncomputable
    }
    accepted: list[Metric] = []
    dimensions: dict[str, frozenset[str]] = {}
    for metric in catalogue.metrics:
        wider = {
            part.table: dimensions.get(part.table, frozenset()) | frozenset(metric.declaration.dimensions)
            for part in parts(metric)
        }
        reason = _refusal(tables, given, wider)
        if reason is None:
            accepted.append(metric)
            dimensions |= wider
        else:
            refused[metric.code] = reason
    return Plan({name: fuse(tables[name], accepted) for name in sorted(dimensions)}, tuple(accepted), refused)


def fuse(table: Table, metrics: Iterable[Metric], further: Iterable[Aggregate] = ()) -> TablePlan:
    """Return the one scan of a table for these metrics; how many rows there were is always counted."""
    wanted = {measure_name(aggregate): aggregate for aggregate in (ROWS, *further)}
    dimensions: set[str] = set()
    for metric in metrics:
        for part in parts(metric):
            if part.table == table.name:
                wanted[measure_name(part.aggregate)] = part.aggregate
                dimensions.update(metric.declaration.dimensions)
    measures = tuple(Measure(name, wanted[name], _STATES[wanted[name].function]) for name in sorted(wanted))
    ordered = tuple(column.name for column in table.columns if column.name in dimensions)
    return TablePlan(table, ordered, measures, _fingerprint(table, ordered, measures))


def parts(metric: Metric) -> tuple[Part, ...]:
    """Return numerator and denominator."""
    return (metric.numerator,) if metric.denominator is None else (metric.numerator, metric.denominator)


def measure_name(aggregate: Aggregate) -> str:
    """Return the name under which an aggregate's sums are kept: the same words, the same name."""
    return "m_" + hashlib.sha256(portable(aggregate).encode()).hexdigest()[:16]


def _fingerprint(table: Table, dimensions: tuple[str, ...], measures: tuple[Measure, ...]) -> str:
    words = [table.name, table.grain, *dimensions, *(measure.name for measure in measures)]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


def _refusal(
    tables: Mapping[str, Table], given: frozenset[str], wider: Mapping[str, frozenset[str]]
) -> Reason | None:
    """Say why a metric cannot join, given the dimensions that its tables would then have."""
    for name in wider:
        if name not in given:
            return Reason("no_source", {"table": name})
    cells = max(_cells(tables[name], dimensions) for name, dimensions in wider.items())
    if cells > MAX_CELLS:
        return Reason("too_fine", {"count": str(cells), "most": str(MAX_CELLS)})
    return None


def _cells(table: Table, dimensions: Iterable[str]) -> int:
    columns = (table.column(name) for name in dimensions)
    return prod(
        2 if column.type is ColumnType.FLAG else len(column.values)
        for column in columns
        if column is not None
    )
