"""Deliveries of made-up registers, with what is planted into them, and the orders to take them in."""

import threading
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from thuocdo.adapters.engines import duckdb_synthetic
from thuocdo.measurement.months import Month, Period
from thuocdo.measurement.sources.contracts import contracts
from thuocdo.measurement.sources.ports import Order
from thuocdo.measurement.sources.types import Declaration, Form, Kind, Limits, Mapped, Schedule
from thuocdo.measurement.synthetic.types import Recipe
from thuocdo.measurement.tables.reading import standard_tables

TABLES = standard_tables()
CONTRACTS = contracts(TABLES)
FIRST, LAST = Month(2025, 1), Month(2025, 4)
AS_OF = "2025-06-20"


PERIOD = Period(FIRST, LAST)
SEEN = LAST


def register(folder, *, rows=2_000, planted=None, seen=SEEN, seed=1, period=PERIOD):
    """Write dossiers by month as an owner delivers them; returns the recipe."""
    recipe = Recipe(rows=rows, period=period, seen=seen, bodies=40, seed=seed, planted=planted or {})
    list(duckdb_synthetic.write(recipe, "dossiers", folder))
    return recipe


def declaration(table="dossiers", **changed):
    """Return a declaration of a folder of Parquet files whose columns have our names."""
    plain = Declaration(
        name="Cổng dịch vụ công (minh hoạ)",
        owner="BKHCN",
        table=table,
        kind=Kind.FOLDER,
        form=Form.PARQUET,
        place=f"{table}/month={{month}}/*.parquet",
        mapping=tuple(Mapped(column.name, column.name) for column in TABLES[table].columns),
        schedule=Schedule(days=10, grace=5),
        limits=Limits(seconds=60, megabytes=50, rows=100_000),
        first="2025-01",
        illustrative=True,
    )
    return replace(plain, **changed)


def pushed_source(proposer, second, now):
    """Switch on a source of payments that the ministry of science feeds itself; returns its id."""
    from thuocdo.measurement.sources import actions  # noqa: PLC0415  tables are ready only here

    names = [column.name for column in TABLES["payments"].columns]
    declared = declaration(
        "payments",
        kind=Kind.PUSH,
        form=Form.CSV,
        place="",
        mapping=tuple(Mapped(name, name) for name in names),
        limits=Limits(seconds=30, megabytes=1, rows=1_000),
    )
    version = actions.propose_source(declaration=declared, by=proposer, now=now)
    actions.switch_on(id=version.source, number=1, by=second, now=now)
    return version.source


def order(folder, into, month, *, declared=None, **changed):
    """Return the order for one month."""
    declared = declared or declaration()
    into.mkdir(parents=True, exist_ok=True)
    plain = Order(
        declaration=declared,
        table=TABLES[declared.table],
        contract=CONTRACTS[declared.table],
        month=str(month),
        as_of=AS_OF,
        folder=str(folder),
        into=str(into),
        keep=tuple(column.name for column in TABLES[declared.table].columns),
    )
    return replace(plain, **changed)


@contextmanager
def answering(answer):
    """Serve on the loopback; `answer` gets the handler of each request. Yields the port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def said(handler, body, *, kind="text/csv", status=200, length=True):
    """Answer a request with a body."""
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    if length:
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)
