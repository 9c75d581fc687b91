"""DuckDB in this process: the default engine."""

from typing import TYPE_CHECKING

from thuocdo.adapters.engines.dialects import DUCKDB
from thuocdo.adapters.engines.duckdb_session import Limits, connect, files, rows, within
from thuocdo.adapters.engines.states import column_faults, computed, refuse_columns, where
from thuocdo.core.errors import N_, Fault, fault
from thuocdo.measurement.partials import Partial
from thuocdo.measurement.planning import TablePlan
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
        """Return the states of a partition."""
        if not partition.files:
            return Partial(partition.key, partition.revision, plan.fingerprint)
        with within(self._connection, self._limits.seconds):
            check_columns(self._connection, plan, partition)
            return computed(
                plan,
                partition,
                files(partition.files),
                DUCKDB,
                lambda query: rows(self._connection, query),
            )

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()


def check_columns(connection: "duckdb.DuckDBPyConnection", plan: TablePlan, partition: Partition) -> None:
    """Refuse files whose columns are missing, renamed or of another type, naming all of them at once."""
    import duckdb  # noqa: PLC0415  the base install has no engine

    faults: list[Fault] = []
    for path in partition.files:
        try:
            described = rows(connection, f"describe select * from {files([path])}")  # noqa: S608  our own file
        except duckdb.Error as error:
            said = str(error).splitlines()[0]
            faults.append(
                fault(where(partition), path.name, N_("The file cannot be read: {reason}"), reason=said)
            )
            continue
        faults += column_faults(plan, partition, {row[0]: row[1] for row in described}, DUCKDB)
    refuse_columns(plan, partition, faults)
