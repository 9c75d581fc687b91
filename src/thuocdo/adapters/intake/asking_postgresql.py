"""Asking a source's PostgreSQL for one table or view: read only, one statement, written to a CSV file."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from thuocdo.adapters.intake.asking_http import Allowed
from thuocdo.adapters.intake.receiving import Refused, receive
from thuocdo.measurement.months import Month
from thuocdo.measurement.rendering import quoted
from thuocdo.measurement.sources.types import Declaration

if TYPE_CHECKING:
    import psycopg

_CONNECT_SECONDS = 10


def ask_postgresql(
    declaration: Declaration, month: Month, secret: str, into: Path, *, may: Allowed, most: int, until: float
) -> tuple[int, str]:
    """Write the rows of a month as CSV; returns bytes and SHA-256, or raises Refused.

    The secret is the connection's address (postgresql://…). Its host is checked like any other and
    called at the address that was checked. Only the columns that the mapping names are asked for.
    """
    import psycopg  # noqa: PLC0415  an extra of its own
    from psycopg.conninfo import conninfo_to_dict, make_conninfo  # noqa: PLC0415  same

    try:
        parts = conninfo_to_dict(secret)
    except psycopg.Error:
        raise Refused("no_url") from None
    host, port = str(parts.get("host") or ""), int(parts.get("port") or 5432)
    if not host or "," in host or host.startswith("/"):
        raise Refused("no_url")
    left = max(1, int(until - time.monotonic()))
    given = make_conninfo(
        secret,
        hostaddr=may.address(host, port),
        connect_timeout=_CONNECT_SECONDS,
        options=f"-c default_transaction_read_only=on -c statement_timeout={left * 1000}",
    )
    try:
        with psycopg.connect(given) as connection:
            return _copy(connection, _statement(declaration, month), into, most=most, until=until)
    except psycopg.errors.QueryCanceled:
        raise Refused("too_slow") from None
    except psycopg.OperationalError:
        raise Refused("unreachable", host=host) from None
    except psycopg.Error as error:
        raise Refused("answered", host=host, status=error.sqlstate or "?") from None


def _statement(declaration: Declaration, month: Month) -> str:
    names = dict.fromkeys(each.given for each in declaration.mapping if each.given)
    where = ""
    if declaration.month_column:
        names[declaration.month_column] = None
        column = quoted(declaration.month_column)
        where = f" where {column} >= '{month}-01' and {column} < '{month.later(1)}-01'"
    place = ".".join(quoted(part) for part in declaration.place.split("."))
    rows = f"select {', '.join(quoted(name) for name in names)} from {place}{where}"  # noqa: S608  quoted names
    return f"copy ({rows}) to stdout (format csv, header)"


def _copy(
    connection: "psycopg.Connection[tuple[object, ...]]",
    statement: str,
    into: Path,
    *,
    most: int,
    until: float,
) -> tuple[int, str]:
    with connection.cursor() as cursor, cursor.copy(statement.encode()) as rows:
        return receive(rows, into, most=most, until=until)
