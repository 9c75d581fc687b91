"""DuckDB in this process: the default engine."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from thuocdo.adapters.engines import duckdb_sql as sql
from thuocdo.adapters.engines.duckdb_session import Limits, connect, rows, within
from thuocdo.core.errors import N_, Fault, Invalid, fault
from thuocdo.measurement.partials import Group, Number, Partial
from thuocdo.measurement.planning import Measure, State, TablePlan
from thuocdo.measurement.ports import Partition

if TYPE_CHECKING:
    import duckdb


class DuckDBEngine:
    """Reads Parquet partitions from the folders that its limits name, and nothing else."""

    name = "duckdb"

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._connection = connect(limits)

    def scan(self, plan: TablePlan, partition: Partition) -> Partial:
        """Return the states of a partition: one fused pass, and one narrow pass for each set or histogram."""
        if not partition.files:
            return Partial(partition.key, partition.revision, plan.fingerprint)
        source = sql.files(partition.files)
        with within(self._connection, self._limits.seconds):
            check_columns(self._connection, plan, partition)
            summed = rows(self._connection, sql.sums(plan, source))
            sets = {
                measure: rows(self._connection, sql.members(plan, measure, source))
                for measure in plan.of(State.SET)
            }
            histograms = {
                measure: rows(self._connection, sql.histogram(plan, measure, source))
                for measure in plan.of(State.HISTOGRAM)
            }
        width = 1 + len(plan.dimensions)
        refuse_nameless(partition, (row[:width] for row in summed))
        return Partial(
            partition.key,
            partition.revision,
            plan.fingerprint,
            _sums(plan, summed, width),
            _members(sets, width),
            _histograms(histograms, width),
        )


def check_columns(connection: "duckdb.DuckDBPyConnection", plan: TablePlan, partition: Partition) -> None:
    """Refuse files whose columns are missing, renamed or of another type, naming all of them at once."""
    import duckdb  # noqa: PLC0415  the base install has no engine

    where = f"{partition.key.source} {partition.key.month}"
    faults: list[Fault] = []
    for path in partition.files:
        try:
            described = rows(connection, f"describe select * from {sql.files([path])}")  # noqa: S608  our own file
        except duckdb.Error as error:
            said = str(error).splitlines()[0]
            faults.append(fault(where, path.name, N_("The file cannot be read: {reason}"), reason=said))
            continue
        found = {row[0]: row[1] for row in described}
        faults += [
            one for column in plan.columns() for one in _of_column(where, column.name, column.type, found)
        ]
    if faults:
        raise Invalid(
            N_("The data of {where} do not have the columns of the table {table}: {first}"),
            faults=faults,
            hint=N_("Map the columns anew, or ask the owner to send the month again."),
            params={"where": where, "table": plan.table.name, "first": str(faults[0])},
        )


def refuse_nameless(partition: Partition, groups: Iterable[Sequence[Any]]) -> None:
    """Refuse rows that name no body, or leave a dimension empty: nobody would answer for them."""
    if any(word is None for group in groups for word in group):
        raise Invalid(
            N_("{where}: some rows name no body, or leave a column empty that may not be."),
            hint=N_("Ask the owner to send the month again."),
            params={"where": f"{partition.key.source} {partition.key.month}"},
        )


def _of_column(where: str, name: str, kind: Any, found: dict[str, str]) -> list[Fault]:
    if name not in found:
        known = ", ".join(sorted(found))
        return [fault(where, name, N_("The column is missing. The file has: {known}."), known=known)]
    if found[name] not in sql.TYPES[kind]:
        return [
            fault(where, name, N_("The column is {found}, not {expected}."), found=found[name], expected=kind)
        ]
    return []


def _sums(plan: TablePlan, found: list[Any], width: int) -> dict[Group, dict[str, Number]]:
    names = [measure.name for measure in plan.of(State.SUM)]
    return {row[:width]: dict(zip(names, row[width:], strict=True)) for row in found}


def _members(found: dict[Measure, list[Any]], width: int) -> dict[Group, dict[str, frozenset[str]]]:
    collected: dict[Group, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for measure, lines in found.items():
        for row in lines:
            collected[row[:width]][measure.name].add(row[width])
    return {
        group: {name: frozenset(values) for name, values in sets.items()} for group, sets in collected.items()
    }


def _histograms(found: dict[Measure, list[Any]], width: int) -> dict[Group, dict[str, dict[int, int]]]:
    collected: dict[Group, dict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for measure, lines in found.items():
        for row in lines:
            collected[row[:width]][measure.name][row[width]] = row[width + 1]
    return {group: dict(named) for group, named in collected.items()}
