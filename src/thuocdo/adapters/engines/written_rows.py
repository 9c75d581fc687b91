"""The file that a written statement reads: a table for each that it names, with only the columns it names."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from thuocdo.adapters.engines.duckdb_session import Limits, connect, files, rows, within
from thuocdo.core.errors import N_, Conflict
from thuocdo.measurement.months import Month
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.rendering import text
from thuocdo.measurement.tables.reading import AGENCY
from thuocdo.measurement.tables.types import Column, ColumnType, Table
from thuocdo.measurement.written.types import MONTH

if TYPE_CHECKING:
    import duckdb

NAME = "rows.duckdb"
SAMPLE = 600
"""Made-up rows of each table in a trial."""

_SAMPLE_MONTHS = 3
_SECONDS = 300.0
_ROUND = 999_983
_TYPES: Mapping[ColumnType, str] = {
    ColumnType.CODE: "varchar",
    ColumnType.ID: "varchar",
    ColumnType.FLAG: "boolean",
    ColumnType.COUNT: "bigint",
    ColumnType.MONEY: "bigint",
    ColumnType.QUANTITY: "decimal(18, 3)",
    ColumnType.DAY: "date",
    ColumnType.MOMENT: "timestamp",
}


def lay_down(
    folder: Path,
    tables: Mapping[str, tuple[Table, tuple[str, ...]]],
    partitions: Mapping[str, Iterable[Partition]],
) -> Path:
    """Write the rows of these partitions by table; rows that were kept without a column are refused."""
    given = {name: tuple(found) for name, found in partitions.items()}
    folders = {file.parent for found in given.values() for each in found for file in each.files}
    limits = Limits(folders=(folder, *sorted(folders)))
    connection = connect(limits, folder / NAME)
    try:
        with within(connection, _SECONDS):
            for name, (table, columns) in tables.items():
                _make(connection, table, columns)
                for each in given.get(name, ()):
                    _fill(connection, table, columns, each)
    finally:
        connection.close()
    return folder / NAME


def lay_down_sample(folder: Path, tables: Mapping[str, tuple[Table, tuple[str, ...]]]) -> Path:
    """Write made-up rows, the same each time: words, numbers and empty cells as the tables describe them."""
    connection = connect(Limits(folders=(folder,)), folder / NAME)
    try:
        for table, columns in tables.values():
            _make(connection, table, columns)
            drawn = [_drawn(place, column) for place, column in enumerate(_columns(table, columns), 1)]
            month = f"printf('2025-%02d', 1 + i % {_SAMPLE_MONTHS})"
            connection.execute(
                f"insert into {_quoted(table.name)} select {', '.join([month, *drawn])}"  # noqa: S608  ours
                f" from range({SAMPLE}) r(i)"
            )
    finally:
        connection.close()
    return folder / NAME


def _make(connection: "duckdb.DuckDBPyConnection", table: Table, columns: tuple[str, ...]) -> None:
    kinds = [f"{_quoted(each.name)} {_TYPES[each.type]}" for each in _columns(table, columns)]
    connection.execute(f"create table {_quoted(table.name)} ({', '.join([f'{MONTH} varchar', *kinds])})")


def _fill(
    connection: "duckdb.DuckDBPyConnection", table: Table, columns: tuple[str, ...], partition: Partition
) -> None:
    source = files(partition.files)
    wanted = [each.name for each in _columns(table, columns)]
    held = {row[0] for row in rows(connection, f"describe select * from {source}")}  # noqa: S608  our own file
    missing = [name for name in wanted if name not in held]
    if missing:
        raise Conflict(
            N_("The rows of {source} for {month} were kept without the column {name}."),
            hint=N_("Have that month asked for again: thuocdo measure --source {source} --period {month}"),
            params={
                "source": partition.key.source,
                "month": str(partition.key.month),
                "name": ", ".join(missing),
            },
        )
    listed = ", ".join([text(str(partition.key.month)), *map(_quoted, wanted)])
    connection.execute(f"insert into {_quoted(table.name)} select {listed} from {source}")  # noqa: S608  ours


def _columns(table: Table, columns: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(each for each in table.columns if each.name in columns)


def _quoted(name: str) -> str:
    """Return a name of a standard table or column: small letters, digits and _ (tables/reading.py)."""
    return f'"{name}"'


def _drawn(place: int, column: Column) -> str:
    """Return a value of row i by its type; a column that may be empty is so in every seventh row or so."""

    def draw(below: int, which: int = 0) -> str:
        return f"((i * 7919 + (i // 13) * 31 + {place * 104_729 + which}) % {_ROUND} % {below})"

    first = Month(2025, 1)
    value = {
        ColumnType.CODE: f"[{', '.join(map(text, column.values))}][1 + {draw(len(column.values) or 1)}]",
        ColumnType.ID: f"printf('{'B%02d' if column.name == AGENCY else 'X%04d'}', {draw(40)})",
        ColumnType.FLAG: f"{draw(10)} < 6",
        ColumnType.COUNT: draw(1_000),
        ColumnType.MONEY: f"{draw(_ROUND)} * 1000",
        ColumnType.QUANTITY: f"({draw(_ROUND)}::decimal(18, 3) * 0.125)",
        ColumnType.DAY: f"date '{first}-01' + {draw(90)}::integer",
        ColumnType.MOMENT: f"timestamp '{first}-01' + to_minutes({draw(129_600)})",
    }[column.type]
    kept = f"({value})::{_TYPES[column.type]}"
    return f"case when {draw(7, 5)} > 0 then {kept} end" if column.null else kept
