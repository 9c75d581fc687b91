"""Every engine with a place for its rows, so that one test can hold them all to the same contract."""

import os
import uuid
from contextlib import contextmanager

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from thuocdo.adapters.engines.clickhouse import ClickHouseEngine
from thuocdo.adapters.engines.dialects import TRINO
from thuocdo.adapters.engines.duckdb import DuckDBEngine
from thuocdo.adapters.engines.duckdb_session import Limits
from thuocdo.adapters.engines.postgresql import SCHEMA, PostgreSQLEngine
from thuocdo.adapters.engines.spark import SparkEngine
from thuocdo.adapters.engines.statements import rows_of
from thuocdo.adapters.engines.states import computed
from thuocdo.measurement.partials import PartitionKey
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.rendering import quoted
from thuocdo.measurement.tables.types import ColumnType

URL = os.environ.get("DATABASE_URL", "")
ARROW = {
    ColumnType.CODE: pa.string(),
    ColumnType.ID: pa.string(),
    ColumnType.FLAG: pa.bool_(),
    ColumnType.COUNT: pa.int64(),
    ColumnType.MONEY: pa.int64(),
    ColumnType.QUANTITY: pa.decimal128(18, 3),
    ColumnType.DAY: pa.date32(),
    ColumnType.MOMENT: pa.timestamp("us"),
}
POSTGRESQL = {
    ColumnType.CODE: "varchar(40)",
    ColumnType.ID: "text",
    ColumnType.FLAG: "boolean",
    ColumnType.COUNT: "bigint",
    ColumnType.MONEY: "bigint",
    ColumnType.QUANTITY: "numeric(18,3)",
    ColumnType.DAY: "date",
    ColumnType.MOMENT: "timestamp",
}


class InFiles:
    """An engine that reads Parquet."""

    def __init__(self, folder, engine):
        self.folder, self.engine, self.name = folder, engine, engine.name

    def put(self, table, lines, *, source="a", month, kinds=None):
        """Write the rows of a partition; `kinds` gives columns another type."""
        fields = [(one.name, (kinds or {}).get(one.name, ARROW[one.type])) for one in table.columns]
        columns = {name: pa.array([line.get(name) for line in lines], kind) for name, kind in fields}
        path = self.folder / f"{uuid.uuid4().hex}.parquet"
        pq.write_table(pa.table(columns, pa.schema(fields)), path)
        return Partition(PartitionKey(table.name, source, month), 1, (path,))


class InPostgreSQL:
    """The engine that asks a database whose own clock stands elsewhere."""

    name = "postgresql"

    def __init__(self, url):
        import psycopg  # noqa: PLC0415  only where there is a server

        self.url = url
        self.writer = psycopg.connect(url, autocommit=True)
        self.writer.execute(f"create schema {SCHEMA}")
        self.engine = PostgreSQLEngine(url)

    def put(self, table, lines, *, source="a", month, kinds=None):
        """Write the rows of a partition into a new table of that name."""
        name = f"{SCHEMA}.{quoted(table.name)}"
        self.writer.execute(f"drop table if exists {name}")
        fields = [(one.name, (kinds or {}).get(one.name, POSTGRESQL[one.type])) for one in table.columns]
        columns = [*(f"{quoted(each)} {kind}" for each, kind in fields), "source text", "month text"]
        self.writer.execute(f"create table {name} ({', '.join(columns)})")
        with self.writer.cursor() as cursor, cursor.copy(f"copy {name} from stdin") as into:
            for line in lines:
                into.write_row([*(line.get(each) for each, _kind in fields), source, str(month)])
        return Partition(PartitionKey(table.name, source, month), 1, ())

    def close(self):
        """End both connections."""
        self.engine.close()
        self.writer.close()


class TrinoWords:
    """What Trino would be asked, read by another parser as Trino's SQL and run elsewhere on the same rows."""

    name = "trino"

    def scan(self, plan, partition):
        """Return the states that the statements give."""
        import duckdb as runner  # noqa: PLC0415  the name is this module's own function too
        import sqlglot  # noqa: PLC0415  only for this

        with runner.connect() as connection:
            names = [str(path) for path in partition.files]
            connection.execute("create schema lake")
            connection.read_parquet(names, hive_partitioning=False).create(f"lake.{plan.table.name}")

            def fetch(statement):
                (read,) = sqlglot.transpile(
                    statement, read="trino", write="duckdb", unsupported_level=sqlglot.ErrorLevel.RAISE
                )
                return connection.execute(read).fetchall()

            return computed(plan, partition, rows_of(plan, "lake", TRINO), TRINO, fetch)


@contextmanager
def trino(folder):
    """Yield the words for Trino over a folder."""
    yield InFiles(folder, TrinoWords())


@contextmanager
def postgresql():
    """Yield the engine over a database of its own, or skip where there is no server."""
    if not URL.startswith("postgres"):
        pytest.skip("no PostgreSQL to measure in")
    import psycopg  # noqa: PLC0415  only where there is a server

    database = f"engines_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(URL, autocommit=True) as server:
        server.execute(f"create database {database}")
        server.execute(f"alter database {database} set timezone = 'America/New_York'")
        server.execute(f"alter database {database} set datestyle = 'German'")
        holder = InPostgreSQL(URL.rsplit("/", 1)[0] + "/" + database)
        try:
            yield holder
        finally:
            holder.close()
            server.execute(f"drop database {database} with (force)")


@contextmanager
def clickhouse(folder):
    """Yield ClickHouse over a folder, or skip where it is not installed."""
    pytest.importorskip("chdb", reason="chdb is not installed: make test-engines")
    engine = ClickHouseEngine(Limits(memory_mb=2_000, folders=(folder,)))
    yield InFiles(folder, engine)
    engine.close()


@contextmanager
def spark(folder):
    """Yield Spark over a folder, or skip where it is not installed."""
    pytest.importorskip("pyspark", reason="pyspark is not installed: make test-engines")
    engine = SparkEngine(Limits(folders=(folder,)))
    yield InFiles(folder, engine)
    engine.close()


@contextmanager
def duckdb(folder):
    """Yield DuckDB over a folder."""
    engine = DuckDBEngine(Limits(folders=(folder,)))
    yield InFiles(folder, engine)
    engine.close()


def opened(name, folder):
    """Return the context of an engine by its name."""
    ways = {"duckdb": duckdb, "clickhouse": clickhouse, "spark": spark, "trino": trino}
    return postgresql() if name == "postgresql" else ways[name](folder)
