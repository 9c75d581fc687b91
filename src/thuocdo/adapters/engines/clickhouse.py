"""ClickHouse in this process (chdb): reads the partitions that were kept."""

import re
from typing import TYPE_CHECKING, Any

from thuocdo.adapters.engines.dialects import CLICKHOUSE
from thuocdo.adapters.engines.duckdb_session import Limits
from thuocdo.adapters.engines.states import (
    Rows,
    column_faults,
    computed,
    inside,
    not_installed,
    refuse_columns,
    refused,
    too_large,
    too_slow,
    where,
)
from thuocdo.core.errors import N_, Fault, Invalid, fault
from thuocdo.measurement.partials import Partial
from thuocdo.measurement.planning import TablePlan
from thuocdo.measurement.ports import Partition

if TYPE_CHECKING:
    from pathlib import Path

_TOO_SLOW, _TOO_LARGE = "159", "241"
_NULLABLE = re.compile(r"Nullable\((.*)\)")
_CODE = re.compile(r"Code: ([0-9]+)\.")


class ClickHouseEngine:
    """One process has one of these at a time, as chdb asks."""

    name = "clickhouse"

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._connection = _connect(limits)

    def scan(self, plan: TablePlan, partition: Partition) -> Partial:
        """Return the states of a partition."""
        if not partition.files:
            return Partial(partition.key, partition.revision, plan.fingerprint)
        inside(self._limits.folders, partition)
        self._check_columns(plan, partition)
        columns = ", ".join(CLICKHOUSE.hand.name(column.name) for column in plan.columns())
        each = (f"select {columns} from {_file(path)}" for path in partition.files)  # noqa: S608  quoted
        return computed(plan, partition, f"({' union all '.join(each)}) as given", CLICKHOUSE, self._fetch)

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()

    def _fetch(self, query: str) -> Rows:
        try:
            found: Any = self._connection.query(query, "ArrowTable")
        except RuntimeError as error:
            # What a statement that failed had written stands before the answer of the next one.
            self._connection.close()
            self._connection = _connect(self._limits)
            code = _CODE.search(str(error))
            if code and code[1] == _TOO_SLOW:
                raise too_slow(self._limits.seconds) from None
            if code and code[1] == _TOO_LARGE:
                raise too_large() from None
            raise refused("ClickHouse", code[1] if code else "?") from error
        columns = [column.to_pylist() for column in found.columns]
        return list(zip(*columns, strict=True))

    def _check_columns(self, plan: TablePlan, partition: Partition) -> None:
        faults: list[Fault] = []
        for path in partition.files:
            try:
                described = self._fetch(f"describe table {_file(path)}")
            except Invalid as error:
                said = str(error.__cause__).splitlines()[0]
                faults.append(
                    fault(where(partition), path.name, N_("The file cannot be read: {reason}"), reason=said)
                )
                continue
            types = {row[0]: _NULLABLE.sub(r"\1", row[1]) for row in described}
            faults += column_faults(plan, partition, types, CLICKHOUSE)
        refuse_columns(plan, partition, faults)


def _connect(limits: Limits) -> Any:
    try:
        import chdb  # noqa: PLC0415  an extra of its own
    except ImportError:
        raise not_installed("ClickHouse", "clickhouse") from None
    connection = chdb.connect(":memory:")
    for setting, value in (
        ("session_timezone", "'UTC'"),
        ("schema_inference_make_columns_nullable", "1"),
        ("max_threads", str(limits.threads)),
        ("max_memory_usage", str(limits.memory_mb * 1_000_000)),
        ("max_execution_time", f"{limits.seconds:g}"),
    ):
        connection.query(f"set {setting} = {value}")
    return connection


def _file(path: "Path") -> str:
    return f"file({CLICKHOUSE.hand.text(str(path.resolve()))}, 'Parquet')"
