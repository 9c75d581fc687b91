"""A rehearsal before a source is switched on: its rows, what they break, and which values would move."""

import secrets
import shutil
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from thuocdo.core.errors import Invalid, Unavailable
from thuocdo.measurement.declaring.types import Kind, Metric
from thuocdo.measurement.months import Month, one
from thuocdo.measurement.partials import Ledger, PartitionKey
from thuocdo.measurement.places import Level, Tree
from thuocdo.measurement.planning import TablePlan, fuse, measure_name, parts
from thuocdo.measurement.ports import Engine, Partition
from thuocdo.measurement.rollup import roll_up
from thuocdo.measurement.sources import queries
from thuocdo.measurement.sources.measuring import Machine
from thuocdo.measurement.sources.ports import Taken
from thuocdo.measurement.sources.standing_places import NATION, CountryTree
from thuocdo.measurement.sources.taking_in import order_of
from thuocdo.measurement.sources.types import Declaration, Step, Version
from thuocdo.measurement.values import value_of

SECONDS = 25
"""A person waits for a rehearsal, so it may take no longer than this."""

ROWS = 20


@dataclass(frozen=True, slots=True)
class Moved:
    """What a metric's value of one month is by the delivery that counts, and by the rehearsed one."""

    metric: Metric
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of a rehearsal; nothing of it was kept."""

    taken: Taken
    moved: tuple[Moved, ...] = ()


def rehearse(
    machine: Machine,
    engine: Engine,
    declaration: Declaration,
    month: Month,
    *,
    source: str = "",
    secret: str = "",
    as_of: date,
) -> Rehearsal:
    """Take in one month as a declaration says, and compare the values it would make; keeps nothing."""
    shorter = replace(
        declaration,
        limits=replace(declaration.limits, seconds=min(declaration.limits.seconds, SECONDS)),
    )
    into = machine.stores.work / f"rehearsal-{secrets.token_hex(6)}"
    into.mkdir(parents=True)
    try:
        plan = _plan(machine, declaration.table)
        version = Version(source, 0, shorter, Step.PROPOSED, "", machine.clock(), "", None, "")
        order = order_of(
            version,
            month,
            tables=machine.checked,
            keep=tuple(column.name for column in plan.columns()),
            stores=machine.stores,
            into=into,
            hosts=machine.hosts,
            networks=machine.networks,
            as_of=as_of,
            secret=secret or (queries.secret(source) if source else ""),
            sample=ROWS,
        )
        taken = machine.intake.take(replace(order, earlier=""))
        after = (into / taken.file) if taken.file else None
        return Rehearsal(taken, _moved(machine, engine, plan, source, month, after))
    finally:
        shutil.rmtree(into, ignore_errors=True)


def _plan(machine: Machine, table: str) -> TablePlan:
    return fuse(machine.tables[table], _metrics(machine, table))


def _metrics(machine: Machine, table: str) -> list[Metric]:
    """Return the metrics that this table alone decides for one month."""
    return [
        metric
        for metric in machine.catalogue.metrics
        if {part.table for part in parts(metric)} == {table} and metric.declaration.kind is not Kind.GROWTH
    ]


def _moved(  # noqa: PLR0917  the same
    machine: Machine, engine: Engine, plan: TablePlan, source: str, month: Month, after: Path | None
) -> tuple[Moved, ...]:
    counts = queries.kept(source).get(month) if source else None
    before = machine.stores.partitions / counts.file if counts else None
    old = _values(machine, engine, plan, source, month, before)
    new = _values(machine, engine, plan, source, month, after)
    return tuple(
        Moved(metric, old.get(metric.code), new.get(metric.code))
        for metric in _metrics(machine, plan.table.name)
    )


def _values(  # noqa: PLR0917  one partition of one plan
    machine: Machine, engine: Engine, plan: TablePlan, source: str, month: Month, file: Path | None
) -> dict[str, Decimal | None]:
    """Return the nation's value of every metric from one partition; nothing where it cannot be computed."""
    if file is None:
        return {}
    key = PartitionKey(plan.table.name, source or "S-new", month)
    ledger = Ledger()
    try:
        ledger.put(engine.scan(plan, Partition(key, 1, (file,))))
    except (Invalid, Unavailable):  # a partition of an earlier plan lacks columns
        return {}
    nation: Tree = CountryTree({NATION: Level.NATION})
    rolled = roll_up(plan, ledger, one(month), lambda _month: nation)
    found = {}
    for metric in _metrics(machine, plan.table.name):
        numbers = [rolled.of(NATION, measure_name(part.aggregate)) for part in parts(metric)]
        found[metric.code] = value_of(metric, numbers[0], numbers[1] if len(numbers) > 1 else None).value
    return found
