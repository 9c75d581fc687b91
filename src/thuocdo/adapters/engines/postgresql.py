"""PostgreSQL: sums are computed where the rows lie, read only and within a time limit.

Schema `thuocdo` of that database has a table or view for each standard table, with its columns and two
more of type text: `source` (the id of the source) and `month` (as 2025-03).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from thuocdo.adapters.engines.dialects import POSTGRESQL
from thuocdo.adapters.engines.statements import rows_of
from thuocdo.adapters.engines.states import (
    Rows,
    column_faults,
    computed,
    not_installed,
    refuse_columns,
    refused,
    too_slow,
    where,
)
from thuocdo.core.errors import N_, Fault, Invalid, Unavailable, fault
from thuocdo.measurement.partials import Partial
from thuocdo.measurement.planning import TablePlan
from thuocdo.measurement.ports import Partition

if TYPE_CHECKING:
    import psycopg

SCHEMA = "thuocdo"
_KEYS = ("source", "month")
_CONNECT_SECONDS = 10
_SETTINGS = (
    "-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read"
    " -c TimeZone=UTC -c search_path=pg_catalog -c standard_conforming_strings=on"
)


class PostgreSQLEngine:
    """Asks one database; `url` is its address. A scan sees one state of the rows, in all its passes."""

    name = "postgresql"

    def __init__(self, url: str, *, seconds: float = 600) -> None:
        self._url, self._seconds = url, seconds
        self._connection: psycopg.Connection[tuple[Any, ...]] | None = None

    def scan(self, plan: TablePlan, partition: Partition) -> Partial:
        """Return the states of the rows that the database has for a source and month."""
        with self._asking() as cursor:

            def fetch(query: str) -> Rows:
                return cursor.execute(query.encode()).fetchall()

            self._check_columns(cursor, plan, partition)
            # Percent signs stay as they are, because no values are passed along.
            key = partition.key
            rows = rows_of(plan, SCHEMA, POSTGRESQL, source=key.source, month=str(key.month))
            return computed(plan, partition, rows, POSTGRESQL, fetch)

    def close(self) -> None:
        """End the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextmanager
    def _asking(self) -> Iterator["psycopg.Cursor[tuple[Any, ...]]"]:
        """Yield a cursor in a transaction of its own; what goes wrong becomes a sentence."""
        try:
            import psycopg  # noqa: PLC0415  an extra of its own
        except ImportError:
            raise not_installed("PostgreSQL", "postgres") from None
        try:
            if self._connection is None:
                limit = f" -c statement_timeout={max(1, int(self._seconds * 1000))}"
                self._connection = psycopg.connect(
                    self._url, options=_SETTINGS + limit, connect_timeout=_CONNECT_SECONDS
                )
            with self._connection.transaction(), self._connection.cursor() as cursor:
                yield cursor
        except psycopg.errors.QueryCanceled:
            raise too_slow(self._seconds) from None
        except psycopg.OperationalError:
            self.close()
            raise Unavailable(
                N_("The database that measures does not answer."),
                hint=N_("Look at THUOCDO_ENGINE_URL, and whether the server runs."),
            ) from None
        except psycopg.errors.InsufficientPrivilege:
            raise Unavailable(
                N_("The database that measures does not let its tables be read."),
                hint=N_("Let the account of THUOCDO_ENGINE_URL read the schema thuocdo."),
            ) from None
        except psycopg.Error as error:
            raise refused("PostgreSQL", error.sqlstate or "?") from None

    def _check_columns(
        self, cursor: "psycopg.Cursor[tuple[Any, ...]]", plan: TablePlan, partition: Partition
    ) -> None:
        cursor.execute(
            "select attname, format_type(atttypid, case when atttypid = 1700 then atttypmod end)"
            " from pg_attribute join pg_class on pg_class.oid = attrelid"
            " join pg_namespace on pg_namespace.oid = relnamespace"
            " where nspname = %s and relname = %s and attnum > 0 and not attisdropped",
            (SCHEMA, plan.table.name),
        )
        found = {row[0]: row[1] for row in cursor.fetchall()}
        if not found:
            raise Invalid(
                N_("The database that measures has no table {table}."),
                hint=N_("Make it, or a view of this name (docs/measuring.md)."),
                params={"table": f"{SCHEMA}.{plan.table.name}"},
            )
        faults: list[Fault] = column_faults(plan, partition, found, POSTGRESQL)
        for name in _KEYS:
            if found.get(name) not in {"text", "character varying"}:
                said = N_("The column that says which rows are meant is missing, or is no text.")
                faults.append(fault(where(partition), name, said))
        refuse_columns(plan, partition, faults)
