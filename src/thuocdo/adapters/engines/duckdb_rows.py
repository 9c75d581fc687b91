"""Looks at some rows of a partition that was kept, for people who may see them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from thuocdo.adapters.engines.duckdb_session import Limits, connect, files, rows, within
from thuocdo.measurement.rendering import quoted

_SEED = 57


class DuckDBRows:
    """Reads partitions from the folders that its limits name; one thread, so that chance is the same."""

    def __init__(self, limits: Limits) -> None:
        self._limits = replace(limits, threads=1)
        self._connection = connect(self._limits)

    def columns(self, file: Path) -> frozenset[str]:
        """Return the columns that the partition has."""
        with within(self._connection, self._limits.seconds):
            found = rows(self._connection, f"describe select * from {files([file])}")  # noqa: S608  our own file
        return frozenset(row[0] for row in found)

    def some(self, file: Path, columns: Sequence[str], most: int) -> tuple[tuple[str, ...], ...]:
        """Return some rows as text, drawn from the whole month; an empty cell is ""."""
        listed = ", ".join(f"coalesce(cast({quoted(name)} as varchar), '')" for name in columns)
        query = (
            f"select {listed} from {files([file])}"  # noqa: S608  our own names and file
            f" using sample reservoir({int(most)} rows) repeatable ({_SEED}) order by all"
        )
        with within(self._connection, self._limits.seconds):
            return tuple(tuple(row) for row in rows(self._connection, query))

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()
