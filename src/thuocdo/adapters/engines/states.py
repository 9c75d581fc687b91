"""What all engines share beyond their SQL: from fetched rows to states, and which tables are refused."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from thuocdo.adapters.engines import statements
from thuocdo.adapters.engines.dialects import Dialect
from thuocdo.core.errors import N_, Fault, Invalid, Unavailable, fault
from thuocdo.measurement.partials import Group, Number, Partial
from thuocdo.measurement.planning import Measure, State, TablePlan
from thuocdo.measurement.ports import Partition

Rows = Sequence[tuple[Any, ...]]
Fetch = Callable[[str], Rows]
"""Runs a statement of ours and returns its rows."""


def computed(plan: TablePlan, partition: Partition, source: str, dialect: Dialect, fetch: Fetch) -> Partial:
    """Return the states of a partition: one fused pass, and one narrow pass for each set or histogram."""
    width = 1 + len(plan.dimensions)
    summed = fetch(statements.sums(plan, source, dialect))
    refuse_nameless(partition, (row[:width] for row in summed))
    sets = {
        measure: fetch(statements.members(plan, measure, source, dialect)) for measure in plan.of(State.SET)
    }
    histograms = {
        measure: fetch(statements.histogram(plan, measure, source, dialect))
        for measure in plan.of(State.HISTOGRAM)
    }
    return Partial(
        partition.key,
        partition.revision,
        plan.fingerprint,
        _sums(plan, summed, width),
        _members(sets, width),
        _histograms(histograms, width),
    )


def inside(folders: tuple[Path, ...], partition: Partition) -> None:
    """Refuse files that lie outside of the folders that an engine may read, also through a link."""
    for path in partition.files:
        if not any(path.resolve().is_relative_to(folder.resolve()) for folder in folders):
            raise Invalid(
                N_("The file {name} lies outside of the folders that may be measured."),
                params={"name": path.name},
            )


def not_installed(engine: str, extra: str) -> Unavailable:
    """Return what is said where an engine is missing."""
    return Unavailable(
        N_("The engine {engine} is not installed."),
        hint=N_("Install it with: pip install {extra}"),
        params={"engine": engine, "extra": f"thuocdo[{extra}]"},
    )


def refused(engine: str, code: str) -> Invalid:
    """Return what is said where an engine does not run a statement, such as for a sum beyond its room."""
    return Invalid(
        N_("The engine {engine} refused a statement (code {code})."),
        hint=N_("Look for the code in the engine's own documents."),
        params={"engine": engine, "code": code},
    )


def too_slow(seconds: float) -> Unavailable:
    """Return what is said where a measurement was stopped."""
    return Unavailable(
        N_("The measurement took longer than {seconds} seconds and was stopped."),
        hint=N_("Measure fewer months at once, or give the engine more time."),
        params={"seconds": f"{seconds:g}"},
    )


def too_large() -> Unavailable:
    """Return what is said where the memory did not suffice."""
    return Unavailable(
        N_("The measurement needs more memory than it may use."),
        hint=N_("Give the engine more memory, or a folder in which it may spill."),
    )


def where(partition: Partition) -> str:
    """Return how a sentence names a partition."""
    return f"{partition.key.source} {partition.key.month}"


def column_faults(
    plan: TablePlan, partition: Partition, found: Mapping[str, str], dialect: Dialect
) -> list[Fault]:
    """Return which columns of the plan are missing, or have another type, among those found."""
    place = where(partition)
    faults: list[Fault] = []
    for column in plan.columns():
        name, kind = column.name, found.get(column.name)
        if kind is None:
            known = ", ".join(sorted(found))
            faults.append(
                fault(place, name, N_("The column is missing. The file has: {known}."), known=known)
            )
        elif kind not in dialect.types[column.type]:
            said = {"found": kind, "expected": column.type}
            faults.append(fault(place, name, N_("The column is {found}, not {expected}."), **said))
    return faults


def refuse_columns(plan: TablePlan, partition: Partition, faults: list[Fault]) -> None:
    """Refuse data whose columns are not those of the table, naming all faults at once."""
    if faults:
        raise Invalid(
            N_("The data of {where} do not have the columns of the table {table}: {first}"),
            faults=faults,
            hint=N_("Map the columns anew, or ask the owner to send the month again."),
            params={"where": where(partition), "table": plan.table.name, "first": str(faults[0])},
        )


def refuse_nameless(partition: Partition, groups: Iterable[Sequence[Any]]) -> None:
    """Refuse rows that name no body, or leave a dimension empty: nobody would answer for them."""
    if any(word is None for group in groups for word in group):
        raise Invalid(
            N_("{where}: some rows name no body, or leave a column empty that may not be."),
            hint=N_("Ask the owner to send the month again."),
            params={"where": where(partition)},
        )


def _sums(plan: TablePlan, found: Rows, width: int) -> dict[Group, dict[str, Number]]:
    names = [measure.name for measure in plan.of(State.SUM)]
    return {row[:width]: dict(zip(names, row[width:], strict=True)) for row in found}


def _members(found: Mapping[Measure, Rows], width: int) -> dict[Group, dict[str, frozenset[str]]]:
    collected: dict[Group, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for measure, lines in found.items():
        for row in lines:
            collected[row[:width]][measure.name].add(row[width])
    return {
        group: {name: frozenset(values) for name, values in sets.items()} for group, sets in collected.items()
    }


def _histograms(found: Mapping[Measure, Rows], width: int) -> dict[Group, dict[str, dict[int, int]]]:
    collected: dict[Group, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for measure, lines in found.items():
        for row in lines:
            collected[row[:width]][measure.name][row[width]] = row[width + 1]
    return {group: dict(named) for group, named in collected.items()}
