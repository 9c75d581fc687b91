"""Takes in one month of one source: fetch, read, map, check, keep. Runs in a child that can be killed."""

import hashlib
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thuocdo.adapters.engines.duckdb_session import Limits, connect, rows, within
from thuocdo.adapters.intake.fetching import Fetched, fetch
from thuocdo.adapters.intake.mapping import prepared, raw, relation, value
from thuocdo.adapters.intake.receiving import Refused
from thuocdo.adapters.intake.staging import Staged, stage
from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import Unavailable
from thuocdo.core.messages import Reason
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources.judging import drifted, is_held
from thuocdo.measurement.sources.ports import Order, Taken
from thuocdo.measurement.sources.types import Broken, Declaration, Outcome

if TYPE_CHECKING:
    import duckdb

MEMORY_MB = 400
FILE_BYTES = 20_000_000_000
_LONGEST_SAID = 200


def take(order: Order) -> Taken:
    """Return what came of an order; whatever a source does wrong is a reason, never an exception."""
    until = time.monotonic() + order.declaration.limits.seconds
    try:
        fetched = fetch(order, until)
        digest = _digest(order, fetched)
        if digest == order.earlier:
            return Taken(Outcome.SAME, digest=digest, bytes=fetched.bytes)
        return _read(order, fetched, digest, until)
    except Refused as refused:
        return Taken(Outcome.NOTHING if refused.nothing else Outcome.FAILED, refused.reason)
    except Unavailable:  # the engine was stopped: time or memory
        return Taken(Outcome.FAILED, _too_slow(order.declaration))


def _read(order: Order, fetched: Fetched, digest: str, until: float) -> Taken:
    import duckdb  # noqa: PLC0415  the base install has no engine

    into = Path(order.into)
    folders = (into, *dict.fromkeys(path.parent for path in fetched.files))
    connection = connect(Limits(memory_mb=MEMORY_MB, folders=folders, spill=into / "spill"))
    source = relation(fetched.form, fetched.files, order.declaration.delimiter)
    try:
        with within(connection, max(1.0, until - time.monotonic())):
            found = {row[0]: row[1] for row in rows(connection, f"describe select * from {source}")}  # noqa: S608  quoted
            missing = tuple(_missing(order.declaration, found))
            if missing:
                return Taken(
                    Outcome.HELD,
                    missing[0].reason,
                    digest,
                    fetched.bytes,
                    broken=missing,
                    given=tuple(found),
                    head=_head(connection, source, order.sample),
                )
            query = prepared(order.declaration, order.table, source, found, order.month)
            return _checked(order, connection, query, source, digest, fetched.bytes, tuple(found))
    except duckdb.Error as error:
        said = " ".join(str(error).split())[:_LONGEST_SAID]
        return Taken(Outcome.FAILED, Reason("unreadable_file", {"said": said}), digest, fetched.bytes)
    finally:
        connection.close()


def _checked(  # noqa: PLR0917  the parts of one delivery
    order: Order,
    connection: "duckdb.DuckDBPyConnection",
    query: str,
    source: str,
    digest: str,
    size: int,
    given: tuple[str, ...],
) -> Taken:
    head = _head(connection, source, order.sample)
    written, mapped = _sampled(connection, order, query)
    staged = stage(connection, order, query, Month.read(order.month), date.fromisoformat(order.as_of))
    if staged is None:
        return Taken(
            Outcome.FAILED,
            Reason("too_many_rows", {"rows": str(order.declaration.limits.rows)}),
            digest,
            size,
        )
    broken = (*staged.broken, *drifted(order.contract, staged.profile, order.history))
    held = is_held(
        broken, rows=staged.rows, quarantined=staged.quarantined, tolerance=order.declaration.tolerance
    )
    file, aside = _put(staged, Path(order.into), held=held)
    return Taken(
        Outcome.HELD if held else Outcome.KEPT,
        broken[0].reason if broken else None,
        digest,
        size,
        staged.rows,
        staged.quarantined,
        broken,
        staged.profile,
        file,
        aside,
        given,
        head,
        written,
        mapped,
    )


def _put(staged: Staged, into: Path, *, held: bool) -> tuple[str, str]:
    """Write what is kept, or what is set aside: all of a delivery that is held, else its broken rows."""
    if held:
        staged.write_all(into / "aside.parquet")
        return "", "aside.parquet"
    staged.write_good(into / "good.parquet")
    if not staged.quarantined:
        return "good.parquet", ""
    staged.write_broken(into / "aside.parquet")
    return "good.parquet", "aside.parquet"


def _missing(declaration: Declaration, found: dict[str, str]) -> list[Broken]:
    """Return one fault for every column that the mapping names and the delivery lacks."""
    known = ", ".join(found)[:_LONGEST_SAID]
    wanted = [(each.column, each.given) for each in declaration.mapping if each.given]
    if declaration.month_column:
        wanted.append(("", declaration.month_column))
    return [
        Broken("missing", column, Reason("missing_column", {"column": given, "known": known}))
        for column, given in wanted
        if given not in found
    ]


def _head(connection: "duckdb.DuckDBPyConnection", source: str, most: int) -> tuple[tuple[str, ...], ...]:
    return _texts(connection, f"select * from {source} limit {most}") if most else ()  # noqa: S608  quoted


def _sampled(
    connection: "duckdb.DuckDBPyConnection", order: Order, query: str
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Return some rows of the month twice: as they were written, and as we read them."""
    if not order.sample:
        return (), ()
    names = [column.name for column in order.table.columns]
    both = ", ".join([*map(raw, names), *map(value, names)])
    found = _texts(connection, f"select {both} from ({query}) limit {order.sample}")  # noqa: S608  quoted
    return tuple(row[: len(names)] for row in found), tuple(row[len(names) :] for row in found)


def _texts(connection: "duckdb.DuckDBPyConnection", query: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple("" if cell is None else str(cell)[:_LONGEST_SAID] for cell in row)
        for row in rows(connection, query)
    )


def _digest(order: Order, fetched: Fetched) -> str:
    """Return what a delivery and all that decides about it are made of: the same is never done twice."""
    declaration = order.declaration
    decides: Sequence[object] = (
        fetched.digest,
        declaration.mapping,
        declaration.month_column,
        declaration.hours,
        declaration.tolerance,
        declaration.delimiter,
        order.contract,
        order.table,
        order.keep,
        order.month,
    )
    return hashlib.sha256(canonical_json(decides)).hexdigest()


def _too_slow(declaration: Declaration) -> Reason:
    return Reason("too_slow", {"seconds": str(declaration.limits.seconds)})
