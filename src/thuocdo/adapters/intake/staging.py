"""One delivery as a checked file: every row read and judged once, then written apart as good and broken."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thuocdo.adapters.engines.duckdb_session import rows
from thuocdo.adapters.intake.checks import Check, checks, mask
from thuocdo.adapters.intake.mapping import raw, value
from thuocdo.core.messages import Reason
from thuocdo.measurement.months import Month
from thuocdo.measurement.rendering import quoted, text
from thuocdo.measurement.sources.contracts import NUMBERS, Contract
from thuocdo.measurement.sources.ports import Order
from thuocdo.measurement.sources.types import Broken, ColumnProfile, Profile
from thuocdo.measurement.tables.reading import AGENCY
from thuocdo.measurement.tables.types import ColumnType, Table

if TYPE_CHECKING:
    import duckdb

SAMPLE = 5
_BAD = '"_broken"'
_SAID = 120
_COMPACT = "parquet_version v2, compression lz4_raw"
"""Rows that count are read again and again: as small as zstd, and a quarter cheaper to read.

Sorted by body and then by the columns of few words, equal cells stand together: that is a sixth cheaper
than by body alone. A file of DuckDB's own is not cheaper, and the other engines could not read it.
"""


@dataclass(frozen=True, slots=True)
class Staged:
    """A delivery that was read: how many rows, which of them broke what, and how it looks."""

    connection: "duckdb.DuckDBPyConnection"
    file: Path
    keep: tuple[str, ...]
    order: tuple[str, ...]
    key: tuple[str, ...]
    rows: int
    quarantined: int
    broken: tuple[Broken, ...]
    profile: Profile

    def write_good(self, path: Path) -> None:
        """Write the rows that count, only the columns that are kept, sorted by body and words.

        Of rows with the same key one stays: the first in the order of all columns.
        """
        names = ", ".join(map(quoted, self.keep))
        keys = ", ".join(map(quoted, self.key))
        sound = f"(select * from {_source(self.file)} where {_BAD} = 0)"  # noqa: S608  ours
        rest = f"select {names} from {sound}"  # noqa: S608  quoted
        if self._has_twins():
            twins = f"(select * from {sound} semi join twice using ({keys}) order by all)"  # noqa: S608  same
            rest = (
                f"select {names} from {sound} anti join twice using ({keys})"  # noqa: S608  same
                f" union all select distinct on ({keys}) {names} from {twins}"
            )
        order = ", ".join(map(quoted, self.order))
        self._copy(f"select * from ({rest}) order by {order}", path, _COMPACT)  # noqa: S608  same

    def write_broken(self, path: Path) -> None:
        """Write the rows that broke a check, and every copy of a row that came twice."""
        keys = ", ".join(map(quoted, self.key))
        staged = _source(self.file)
        self._copy(
            f"select * from {staged} where {_BAD} <> 0 union all"  # noqa: S608  quoted
            f" select * from {staged} semi join twice using ({keys}) where {_BAD} = 0",
            path,
        )

    def write_all(self, path: Path) -> None:
        """Write the whole delivery, each row with the bits of what it broke."""
        self._copy(f"select * from {_source(self.file)}", path)  # noqa: S608  ours

    def _has_twins(self) -> bool:
        return bool(rows(self.connection, "select 1 from twice limit 1"))

    def _copy(self, query: str, path: Path, form: str = "compression zstd") -> None:
        self.connection.execute(f"copy ({query}) to {text(str(path))} (format parquet, {form})")


def stage(
    connection: "duckdb.DuckDBPyConnection", order: Order, query: str, month: Month, as_of: date
) -> Staged | None:
    """Read and judge every row of a delivery; None when it has more rows than it may."""
    table, contract, most = order.table, order.contract, order.declaration.limits.rows
    found = checks(table, contract, month, as_of)
    file = Path(order.into) / "staged.parquet"
    own = ", ".join(f"{value(column.name)} as {quoted(column.name)}" for column in table.columns)
    connection.execute(
        f"copy (select {own}, {mask(found)} as {_BAD} from ({query}) limit {most + 1})"  # noqa: S608  quoted
        f" to {text(str(file))} (format parquet, compression snappy)"
    )
    combinations = rows(connection, f"select {_BAD}, count(*) from {_source(file)} group by all")  # noqa: S608  ours
    total = sum(count for _bits, count in combinations)
    if total > most:
        return None
    twins = _twins(connection, file, table)
    broken = _broken(connection, query, table, found, combinations)
    if twins:
        broken.insert(0, _duplicates(connection, file, table, twins))
    stale = _stale(connection, file, contract, month) if total else None
    codes = {column.name for column in table.columns if column.type is ColumnType.CODE}
    return Staged(
        connection=connection,
        file=file,
        keep=order.keep,
        order=(AGENCY, *(name for name in order.keep if name in codes)),
        key=table.key,
        rows=total,
        quarantined=twins + sum(count for bits, count in combinations if bits),
        broken=(*broken, *([stale] if stale else [])),
        profile=_profile(connection, file, table, total),
    )


def _source(file: Path) -> str:
    return f"read_parquet({text(str(file))})"


def _twins(connection: "duckdb.DuckDBPyConnection", file: Path, table: Table) -> int:
    """Note the keys that stand more than once (table `twice`); returns how many rows are too many.

    Hashes are counted first: eight bytes a row instead of whole keys.
    """
    keys = ", ".join(map(quoted, table.key))
    staged = _source(file)
    connection.execute(
        f"create or replace temp table suspects as select hash({keys}) as h from {staged}"  # noqa: S608  quoted
        f" where {_BAD} = 0 group by h having count(*) > 1"
    )
    connection.execute(
        f"create or replace temp table twice as select {keys}, count(*) as times from {staged}"  # noqa: S608  same
        f" where {_BAD} = 0 and hash({keys}) in (select h from suspects) group by all having count(*) > 1"
    )
    found = rows(connection, "select coalesce(sum(times - 1), 0)::bigint from twice")
    return int(found[0][0])


def _duplicates(connection: "duckdb.DuckDBPyConnection", file: Path, table: Table, count: int) -> Broken:
    keys = ", ".join(map(quoted, table.key))
    names = list(dict.fromkeys([*table.key, AGENCY]))
    columns = ", ".join(map(quoted, names))
    twins = f"{_source(file)} semi join twice using ({keys})"
    query = f"select {columns} from {twins} order by all limit {SAMPLE}"  # noqa: S608  quoted
    reason = Reason("duplicate", {"column": ", ".join(table.key), "rows": str(count)})
    return Broken("duplicate", ", ".join(table.key), reason, count, _sample(connection, query, names))


def _broken(
    connection: "duckdb.DuckDBPyConnection",
    query: str,
    table: Table,
    found: tuple[Check, ...],
    combinations: list[Any],
) -> list[Broken]:
    """Return every check that some row broke, with how many and the first of them as they were written."""
    broken = []
    for place, each in enumerate(found):
        count = sum(times for bits, times in combinations if bits & (1 << place))
        if count:
            concerned = (*table.key, AGENCY, each.reason.params.get("first", ""), each.column)
            names = [name for name in dict.fromkeys(concerned) if name]
            columns = ", ".join(f"{raw(name)}" for name in names)
            sample = _sample(
                connection,
                f"select {columns} from ({query}) where {each.broken} limit {SAMPLE}",  # noqa: S608  quoted
                names,
            )
            said = {**each.reason.params, "rows": str(count)}
            broken.append(Broken(each.name, each.column, Reason(each.reason.code, said), count, sample))
    return broken


def _sample(
    connection: "duckdb.DuckDBPyConnection", query: str, names: list[str]
) -> tuple[dict[str, str], ...]:
    return tuple(
        {name: "" if cell is None else str(cell)[:_SAID] for name, cell in zip(names, row, strict=True)}
        for row in rows(connection, query)
    )


def _stale(
    connection: "duckdb.DuckDBPyConnection", file: Path, contract: Contract, month: Month
) -> Broken | None:
    """Say whether the newest day of a delivery lies too far before the month's end."""
    if not contract.fresh_days:
        return None
    end = f"date '{month.later(1)}-01'"
    name = contract.month_of
    last = f"max({quoted(name)})::date"
    sound = f"{_source(file)} where {_BAD} = 0"
    newest = rows(connection, f"select {last}, {end} - {last} from {sound}")[0]  # noqa: S608  quoted
    if newest[1] is None or newest[1] <= contract.fresh_days:
        return None
    return Broken("stale", name, Reason("stale", {"day": newest[0].isoformat(), "month": str(month)}))


def _profile(connection: "duckdb.DuckDBPyConnection", file: Path, table: Table, total: int) -> Profile:
    told = [column for column in table.columns if column.type in NUMBERS or column.null]
    parts = []
    for column in told:
        name = quoted(column.name)
        parts.append(f"count(*) - count({name})")
        number = column.type in NUMBERS
        parts.append(f"quantile_disc({name}, 0.5)::decimal(30, 3)" if number else "null")
    if not parts or not total:
        return Profile(total)
    found = rows(connection, f"select {', '.join(parts)} from {_source(file)} where {_BAD} = 0")[0]  # noqa: S608  quoted
    return Profile(
        total,
        tuple(
            ColumnProfile(column.name, int(found[2 * place]), _decimal(found[2 * place + 1]))
            for place, column in enumerate(told)
        ),
    )


def _decimal(number: Any) -> Decimal | None:
    return None if number is None else Decimal(number)
