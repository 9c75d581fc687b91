"""The machine that measures here: which intake, which engine, and where the files lie."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache

from django.conf import settings

from thuocdo.adapters.engines.duckdb import DuckDBEngine
from thuocdo.adapters.engines.duckdb_partials import DuckDBPartials
from thuocdo.adapters.engines.duckdb_rows import DuckDBRows
from thuocdo.adapters.engines.duckdb_session import DuckDBParser, Limits
from thuocdo.adapters.intake.confined_intake import ConfinedIntake
from thuocdo.config import engines
from thuocdo.core.errors import N_, Conflict
from thuocdo.measurement.declaring.reading import catalogue
from thuocdo.measurement.declaring.types import Catalogue
from thuocdo.measurement.ports import Engine
from thuocdo.measurement.sources.contracts import contracts
from thuocdo.measurement.sources.measuring import Machine
from thuocdo.measurement.sources.recounting import Counter
from thuocdo.measurement.sources.taking_in import Stores
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.measurement.written import queries as written
from thuocdo.measurement.written.rules import columns_read


def stores() -> Stores:
    """Return where the files of measuring lie; the folders are made when they are first needed."""
    return Stores(settings.THUOCDO_MEASURE, settings.THUOCDO_DELIVERIES)


@contextmanager
def machine(clock: Callable[[], datetime], engine: str = "", language: str = "en") -> Iterator[Machine]:
    """Yield the machine with its partial sums open; one process measures at a time.

    `engine` names the one that computes, in place of that of the settings; `language` is that in which
    refusals are told.
    """
    import duckdb  # noqa: PLC0415  the base install has no engine

    lie = stores()
    for folder in (lie.partitions, lie.work, lie.aside, lie.deliveries):
        folder.mkdir(parents=True, exist_ok=True)
    spill = lie.root / "spill"
    limits = Limits(folders=(lie.partitions, spill), spill=spill)
    try:
        partials = DuckDBPartials(limits, lie.root / "partials.duckdb")
    except duckdb.IOException:
        raise Conflict(
            N_("Another process measures at this moment."), hint=N_("Wait until it has ended.")
        ) from None
    computes = None
    try:
        computes = engines.chosen(engine, lie.partitions)
        yield replace(_machine(partials, lie, clock, computes), language=language)
    finally:
        partials.close()
        if computes is not None:
            computes.close()


@contextmanager
def rehearsing(clock: Callable[[], datetime]) -> Iterator[tuple[Machine, Engine]]:
    """Yield a machine for a rehearsal, with an engine of its own: it keeps nothing and waits for nobody."""
    lie = stores()
    for folder in (lie.partitions, lie.work, lie.deliveries):
        folder.mkdir(parents=True, exist_ok=True)
    limits = Limits(memory_mb=300, seconds=20, folders=(lie.partitions, lie.work))
    partials = DuckDBPartials(limits)
    try:
        yield _machine(partials, lie, clock, None), DuckDBEngine(limits)
    finally:
        partials.close()


@contextmanager
def recounting() -> Iterator[Counter]:
    """Yield what counts the rows of a value again, in memory: it keeps nothing and waits for nobody."""
    lie = stores()
    lie.partitions.mkdir(parents=True, exist_ok=True)
    limits = Limits(memory_mb=300, seconds=20, folders=(lie.partitions,))
    rows = DuckDBRows(limits)
    try:
        yield Counter(lambda: DuckDBPartials(limits), rows, lie, standard_tables(), metrics())
    finally:
        rows.close()


def _machine(
    partials: DuckDBPartials, lie: Stores, clock: Callable[[], datetime], engine: Engine | None
) -> Machine:
    tables = standard_tables()
    return Machine(
        intake=ConfinedIntake(),
        partials=partials,
        stores=lie,
        tables=tables,
        contracts=contracts(tables),
        catalogue=metrics(),
        hosts=tuple(settings.THUOCDO_SOURCE_HOSTS),
        networks=tuple(settings.THUOCDO_SOURCE_NETWORKS),
        engine=engine,
        also=columns_read(each.written for each in written.approved()),
        clock=clock,
    )


@cache
def metrics() -> Catalogue:
    """Return all metrics, read once per process."""
    return catalogue(standard_tables(), DuckDBParser())
