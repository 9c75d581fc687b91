"""DuckDB with every door shut: what opens a connection, and the parser that others use.

A written statement has a connection of its own, in a process of its own (written_child.py), shut as well.
"""

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thuocdo.adapters.engines.states import too_large, too_slow
from thuocdo.core.errors import N_, Unavailable
from thuocdo.measurement.rendering import text

if TYPE_CHECKING:
    import duckdb

SHUT = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "allow_unsigned_extensions": "false",
    "python_enable_replacements": "false",
    "python_scan_all_frames": "false",
}
"""What no connection of ours may do, whatever it is for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a connection may use. `folders` are the only places where it may read or write files."""

    memory_mb: int = 500
    threads: int = 2
    seconds: float = 600
    folders: tuple[Path, ...] = ()
    spill: Path | None = None


def connect(limits: Limits, database: Path | None = None) -> "duckdb.DuckDBPyConnection":
    """Open a locked connection: memory, threads and folders are set, and no statement can change that."""
    try:
        import duckdb  # noqa: PLC0415  the base install has no engine
    except ImportError:
        raise Unavailable(
            N_("The engine DuckDB is not installed."),
            hint=N_("Install it with: pip install thuocdo[engines]"),
        ) from None
    connection = duckdb.connect(
        str(database) if database else ":memory:",
        config={
            **SHUT,
            "memory_limit": f"{limits.memory_mb}MB",
            "threads": str(limits.threads),
            "preserve_insertion_order": "false",
            "max_temp_directory_size": "20GB" if limits.spill else "0KB",
            **({"temp_directory": str(limits.spill)} if limits.spill else {}),
        },
    )
    folders = [str(folder.resolve()) for folder in limits.folders]
    if folders:
        listed = ", ".join("'" + folder.replace("'", "''") + "'" for folder in folders)
        connection.execute(f"set allowed_directories = [{listed}]")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


@contextmanager
def within(connection: "duckdb.DuckDBPyConnection", seconds: float) -> Iterator[None]:
    """Interrupt whatever the connection still does after so many seconds; it can be used again then."""
    import duckdb  # noqa: PLC0415  same

    late = threading.Event()

    def stop() -> None:
        late.set()
        connection.interrupt()

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except duckdb.InterruptException:
        if not late.is_set():
            raise
        raise too_slow(seconds) from None
    except duckdb.OutOfMemoryException:
        raise too_large() from None
    finally:
        # Waited for: a timer that still lives could stop the next statement, or end the whole process
        # with an abort when Python finishes meanwhile.
        timer.cancel()
        timer.join()


class DuckDBParser:
    """The parser of DuckDB: it says what an expression is made of, and never runs one."""

    def __init__(self) -> None:
        self._connection = connect(Limits(memory_mb=100, threads=1))

    def tree(self, expression: str) -> Any:
        """Return the syntax tree of `select <expression>` (json_serialize_sql)."""
        row = self._connection.execute("select json_serialize_sql(?)", [f"select {expression}"]).fetchone()
        return json.loads(row[0]) if row else {"error": True}


def files(paths: Iterable[Path]) -> str:
    """Return the table function that reads these Parquet files as they are."""
    listed = ", ".join(text(str(path)) for path in paths)
    return f"read_parquet([{listed}], hive_partitioning = false)"


def rows(connection: "duckdb.DuckDBPyConnection", query: str, values: Sequence[Any] = ()) -> list[Any]:
    """Run a query of ours and return its rows."""
    return connection.execute(query, list(values)).fetchall()


def table(connection: "duckdb.DuckDBPyConnection", query: str) -> Any:
    """Run a query of ours and return its rows as a table of Arrow: many of them cost Python nothing so."""
    return connection.sql(query).to_arrow_table()
