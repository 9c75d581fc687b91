"""The process that runs one statement which a person wrote, and ends: started anew for each (written_sql.py).

In order: what is needed is imported, the process is shut in, the engine opens the one file read only with
every setting locked, nothing can be opened any more, the engine's own parser says what the statement is,
the lists are held against it, and only then it runs.
"""

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from thuocdo.adapters.engines.duckdb_session import SHUT
from thuocdo.adapters.engines.sealed import Layer, limit, shut
from thuocdo.core.errors import N_
from thuocdo.core.typed import from_msgpack
from thuocdo.measurement.subset.tree import Refused
from thuocdo.measurement.written.statement import check_text, check_tree

if TYPE_CHECKING:
    import duckdb

MEMORY_BYTES = 1_500_000_000
CPU_SECONDS = 5
ENGINE_MEMORY_MB = 512
_ENGINE_MILLISECONDS = 4000
_LONGEST_SAID = 200
_NOT_DECIMAL = N_(
    "The column {name} is of type {kind}; every column has to be a decimal: (…)::decimal(38, 6)."
)
_OTHER_COLUMNS = N_("The statement gives the columns {found}, but has to give {wanted}.")
_TOO_MANY = N_("The statement gives more than {most} row(s).")
_TOO_MUCH = N_("The statement needs more memory or time than it may take.")
_REFUSES = N_("The engine refuses the statement: {reason}.")
_FAILS = N_("The statement fails on a value: it cannot be converted, or a number runs over.")


class Asked(msgspec.Struct):
    """One statement, the file that it may read, and what it has to give.

    `unchecked` leaves the lists aside: so tests show that the process alone holds as well.
    """

    database: str
    sql: str
    tables: dict[str, list[str]]
    columns: list[str]
    most_rows: int
    unchecked: bool = False


class Answered(msgspec.Struct):
    """The rows as text, or the sentence of a refusal; and which layers held while it ran."""

    rows: list[list[str | None]] = []
    refusal: str = ""
    params: dict[str, str] = {}
    layers: list[Layer] = []


def main() -> None:
    """Answer the one question on standard input."""
    asked = from_msgpack(sys.stdin.buffer.read(), Asked)
    _rehearse()
    layers = list(limit(memory_bytes=MEMORY_BYTES, cpu_seconds=CPU_SECONDS))
    answered = Answered()
    try:
        answered.rows = _answer(asked, layers)
    except Refused as refused:
        answered.refusal, answered.params = refused.template, dict(refused.params)
    except (MemoryError, RecursionError):
        answered.refusal = _TOO_MUCH
    answered.layers = layers
    os.write(1, msgspec.msgpack.encode(answered))
    os._exit(0)  # an engine that was interrupted may wait for itself


def _rehearse() -> None:
    """Have everything imported and loaded that answering needs: later nothing can be opened."""
    import duckdb  # noqa: PLC0415  the base install has no engine

    with duckdb.connect(":memory:", config={"threads": "1"}) as connection:
        connection.execute("select json_serialize_sql('select 1'), 1.5::decimal(38, 6)").fetchall()
        str(connection.description)


def _answer(asked: Asked, layers: list[Layer]) -> list[list[str | None]]:
    import duckdb  # noqa: PLC0415  the base install has no engine

    connection = _open(asked.database)
    connection.execute("select 1").fetchall()
    layers += shut()
    try:
        statement = _checked(connection, asked)
        found = connection.execute(statement)
        if not asked.unchecked:
            _check_shape(found.description or [], asked.columns)
        rows = found.fetchmany(asked.most_rows + 1)
    except (duckdb.OutOfMemoryException, duckdb.InterruptException, duckdb.IOException):
        raise Refused(_TOO_MUCH) from None  # the last: it wanted to lay rows aside in a file
    except (duckdb.ConversionException, duckdb.OutOfRangeException, duckdb.InvalidInputException):
        raise Refused(_FAILS) from None
    except duckdb.Error as error:
        reason = " ".join(str(error).splitlines()[0].split())[:_LONGEST_SAID].rstrip(".")
        raise Refused(_REFUSES, reason=reason) from None
    if len(rows) > asked.most_rows:
        raise Refused(_TOO_MANY, most=str(asked.most_rows))
    return [[None if cell is None else str(cell) for cell in row] for row in rows]


def _open(database: str) -> "duckdb.DuckDBPyConnection":
    """Open the file read only; whatever a statement could change is locked (trust.md 3.1)."""
    import duckdb  # noqa: PLC0415  the base install has no engine

    connection = duckdb.connect(
        database,
        read_only=True,
        config={
            **SHUT,
            "memory_limit": f"{ENGINE_MEMORY_MB}MB",
            "max_temp_directory_size": "0KB",
            "threads": "1",
            "max_execution_time": str(_ENGINE_MILLISECONDS),
        },
    )
    connection.execute("set timezone = 'UTC'")
    connection.execute("set allowed_directories = []")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _checked(connection: "duckdb.DuckDBPyConnection", asked: Asked) -> Any:
    """Return the one statement that the engine's parser finds; the text is never put into another one."""
    import duckdb  # noqa: PLC0415  the base install has no engine

    if asked.unchecked:
        return asked.sql
    check_text(asked.sql)
    found = connection.extract_statements(asked.sql)
    if len(found) != 1 or found[0].type != duckdb.StatementType.SELECT:
        raise Refused(N_("Only one statement may stand here, and it has to be a SELECT."))
    row = connection.execute("select json_serialize_sql(?)", [asked.sql]).fetchone()
    tables = {name: frozenset(columns) for name, columns in asked.tables.items()}
    check_tree(json.loads(row[0]) if row else None, tables)
    return found[0]


def _check_shape(description: Iterable[tuple[Any, ...]], wanted: list[str]) -> None:
    columns = [(str(each[0]), str(each[1])) for each in description]
    names = [name.lower() for name, _kind in columns]
    if names not in (wanted[:length] for length in range(1, len(wanted) + 1)):
        raise Refused(_OTHER_COLUMNS, found=", ".join(names)[:_LONGEST_SAID], wanted=", ".join(wanted))
    for name, kind in columns:
        if not kind.startswith("DECIMAL("):
            raise Refused(_NOT_DECIMAL, name=name, kind=kind[:_LONGEST_SAID])
