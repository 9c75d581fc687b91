"""Measuring: ask the sources, compute the partitions that are new, and write down the values they make.

Every step leaves what it did in place, so a run that was ended is simply begun again: a delivery that
is there already is the same, a partition that was computed is not computed again, and a value that was
measured from the same rows is not written twice.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from thuocdo.core import messages
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, Conflict, Invalid, Unavailable
from thuocdo.core.messages import Reason
from thuocdo.measurement.declaring.types import Catalogue
from thuocdo.measurement.months import Month
from thuocdo.measurement.partials import PartitionKey
from thuocdo.measurement.planning import ROWS, Plan, TablePlan, measure_name, plan
from thuocdo.measurement.ports import Engine, Partition
from thuocdo.measurement.sources import queries
from thuocdo.measurement.sources.contracts import Contract
from thuocdo.measurement.sources.ports import Intake, Partials
from thuocdo.measurement.sources.rules import GOOD, months_to_ask, owed
from thuocdo.measurement.sources.taking_in import Stores, begin, end, order_of
from thuocdo.measurement.sources.types import RunValue, Source, Version
from thuocdo.measurement.tables.types import Table

Tell = Callable[[Reason], None]
Clock = Callable[[], datetime]
"""Gives the server's time; the door brings it."""


@dataclass(frozen=True)
class Machine:
    """All that measuring needs; the settings say which adapters they are (config/measuring.py).

    Without an `engine` the partial sums are computed where they are kept. `language` is that in which
    refusals are told to who measures.
    """

    intake: Intake
    partials: Partials
    stores: Stores
    tables: Mapping[str, Table]
    contracts: Mapping[str, Contract]
    catalogue: Catalogue
    hosts: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    engine: Engine | None = None
    also: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Columns of tables that are kept beside those that the catalogue reads."""
    language: str = "en"
    clock: Clock = field(kw_only=True)

    @cached_property
    def plan(self) -> Plan:
        """Return the fewest scans for all metrics whose tables some source gives."""
        given = {each.shown.declaration.table for each in queries.switched_on()}
        return plan(self.catalogue, self.tables, given)

    @cached_property
    def checked(self) -> dict[str, tuple[Table, Contract]]:
        """Return each table with its contract."""
        return {name: (table, self.contracts[name]) for name, table in self.tables.items()}

    def keep(self, table: str) -> tuple[str, ...]:
        """Return the columns of a table that some metric reads; its key only where one does."""
        found = self.plan.tables.get(table)
        columns = self.tables[table].columns if found is None else found.columns()
        names = {column.name for column in columns} | self.also.get(table, frozenset())
        return tuple(column.name for column in self.tables[table].columns if column.name in names)


def take_in(
    machine: Machine,
    *,
    only: str = "",
    months: Collection[Month] = (),
    as_of: date,
    by: Actor,
    tell: Tell,
    most: int | None = None,
) -> tuple[RunValue, ...]:
    """Ask every source that is on for the months it owes, or for these; returns the runs in order.

    `most` ends it after so many runs, for background work that has to let others have their turn.
    """
    done: list[RunValue] = []
    for source, month in due(only=only, months=months, as_of=as_of):
        if most is not None and len(done) >= most:
            break
        version = source.current
        if version is None:
            continue
        said = {"source": version.declaration.name, "month": str(month)}
        tell(Reason("asking", said))
        try:
            found = take_one(machine, version, month, as_of=as_of, by=by)
        except Conflict:
            tell(Reason("busy", said))
            continue
        done.append(found)
        tell(
            Reason(
                f"taken_{found.outcome}", {**said, "rows": str(found.rows), "aside": str(found.quarantined)}
            )
        )
        if found.reason is not None:
            tell(found.reason)
    return tuple(done)


def due(*, only: str, months: Collection[Month], as_of: date) -> Iterator[tuple[Source, Month]]:
    """Yield what is to be asked for: the months given, else what each source owes and its last ones."""
    for source in queries.switched_on():
        version = source.current
        if version is None or (only and only != source.id) or (source.paused_on and not only):
            continue
        if months:
            yield from ((source, month) for month in sorted(months))
            continue
        good = {run.month for run in queries.runs(source.id) if run.outcome in GOOD}
        yield from ((source, month) for month in months_to_ask(version.declaration, good, as_of))


def take_one(machine: Machine, version: Version, month: Month, *, as_of: date, by: Actor) -> RunValue:
    """Take in one month of a source; whatever the source does, the run ends within its limits."""
    run = begin(version, month, by=by, now=machine.clock())
    into = machine.stores.work / run
    into.mkdir(parents=True, exist_ok=True)
    order = order_of(
        version,
        month,
        tables=machine.checked,
        keep=machine.keep(version.declaration.table),
        stores=machine.stores,
        into=into,
        hosts=machine.hosts,
        networks=machine.networks,
        as_of=as_of,
        secret=queries.secret(version.source),
    )
    taken = machine.intake.take(order)
    return end(run, version, taken, stores=machine.stores, into=into, by=by, now=machine.clock())


def compute(machine: Machine, *, tell: Tell) -> int:
    """Compute the partial sums of every partition that is new or was corrected; returns how many."""
    computed = 0
    for table, table_plan in machine.plan.tables.items():
        held = machine.partials.revisions(table_plan)
        for partition, run in partitions(machine.stores, table):
            if held.get(partition.key, 0) >= partition.revision:
                continue
            said = {"source": partition.key.source, "month": str(partition.key.month)}
            try:
                _put(machine, table_plan, partition, run)
            except (Conflict, Invalid, Unavailable) as refused:
                told = " ".join(messages.said(refused, machine.language)).strip()
                tell(Reason("not_computed", {**said, "said": told}))
                continue
            computed += 1
            tell(Reason("computed", {**said, "rows": str(run.rows)}))
    return computed


def _put(machine: Machine, table_plan: TablePlan, partition: Partition, run: RunValue) -> None:
    """Compute a partition in the engine that was chosen; it has to have the rows that were kept."""
    if machine.engine is None:
        machine.partials.put(table_plan, partition)
        return
    partial = machine.engine.scan(table_plan, partition)
    counted = measure_name(ROWS)
    found, kept = sum(int(sums[counted]) for sums in partial.sums.values()), run.rows - run.quarantined
    if found != kept:
        raise Conflict(
            N_("The engine {engine} has {found} rows of {where}, but {kept} were kept of the delivery."),
            hint=N_("Bring the rows there up to date, then measure again."),
            params={
                "engine": machine.engine.name,
                "found": found,
                "kept": kept,
                "where": f"{partition.key.source} {partition.key.month}",
            },
        )
    machine.partials.keep(table_plan, partial, machine.engine.name)


def computed_by(machine: Machine, keys: Iterable[PartitionKey]) -> str:
    """Return the names of the engines that computed these partitions."""
    given = list(keys)
    engines = {
        key: engine
        for table in {key.table for key in given}
        for key, engine in machine.partials.engines(machine.plan.tables[table]).items()
    }
    return ", ".join(sorted({engines[key] for key in given}))


def partitions(stores: Stores, table: str) -> Iterator[tuple[Partition, RunValue]]:
    """Yield every partition of a table that counts, with the run that brought it."""
    for source in queries.switched_on():
        if source.current is None or source.current.declaration.table != table:
            continue
        for month, run in sorted(queries.kept(source.id).items()):
            key = PartitionKey(table, source.id, month)
            yield Partition(key, run.revision, (stores.partitions / run.file,)), run


def missing_months(table: str, first: Month, last: Month, as_of: date) -> tuple[str, ...]:
    """Return which months of a period the sources of a table owe and did not give, as `source month`."""
    found = []
    for source in queries.switched_on():
        version = source.current
        if version is None or version.declaration.table != table:
            continue
        good = queries.kept(source.id)
        found += [
            f"{source.id} {month}"
            for month in owed(version.declaration, as_of)
            if month not in good and first <= month <= last
        ]
    return tuple(sorted(found))
