"""Partials kept in a DuckDB file: a partition is computed and replaced where it lies, in one transaction.

Means the same as `measurement.partials.Ledger` with `measurement.rollup.roll_up`, and is quick enough
for a whole nation. One process writes at a time, as DuckDB asks.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from thuocdo.adapters.engines import statements
from thuocdo.adapters.engines.dialects import DUCKDB, EXACT
from thuocdo.adapters.engines.duckdb import check_columns
from thuocdo.adapters.engines.duckdb_numbers import Numbers
from thuocdo.adapters.engines.duckdb_session import Limits, connect, files, rows, table, within
from thuocdo.adapters.engines.states import refuse_nameless
from thuocdo.measurement.months import Month, Period
from thuocdo.measurement.partials import Group, Number, Partial, PartitionKey, choose
from thuocdo.measurement.places import Tree
from thuocdo.measurement.planning import State, TablePlan
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.rendering import quoted
from thuocdo.measurement.rollup import RolledUp, TreeOf, exact_quantile

_KINDS = ("sums", "members", "histograms")
# An "insert or replace" takes six times as long, and a month of few rows would feel it.
_NOTED = "insert into partitions (revision, engine, plan, source, month) values (?, ?, ?, ?, ?)"
_NOTED_AGAIN = "update partitions set revision = ?, engine = ? where plan = ? and source = ? and month = ?"


class DuckDBPartials:
    """The partials of all tables, in memory or in a file of its own."""

    name = "duckdb"

    def __init__(self, limits: Limits, database: Path | None = None) -> None:
        self._limits = limits
        self._connection = connect(limits, database)
        self._connection.execute(
            "create table if not exists partitions (plan varchar, source varchar, month integer,"
            " revision bigint, primary key (plan, source, month))"
        )
        self._connection.execute(
            f"alter table partitions add column if not exists engine varchar default '{self.name}'"
        )
        self._made: set[str] = set()
        self._written: tuple[list[PartitionKey], Mapping[Month, int]] | None = None
        self._drawn: list[Tree] | None = None

    def put(self, plan: TablePlan, partition: Partition) -> bool:
        """Compute a partition and keep it in place of its earlier revision; False when a later one is held.

        Whatever goes wrong leaves the last good numbers as they were.
        """
        if partition.files:
            with within(self._connection, self._limits.seconds):
                check_columns(self._connection, plan, partition)

        def insert(place: list[Any]) -> None:
            if partition.files:
                self._insert(plan, partition, place)

        return self._replace(plan, partition.key, partition.revision, self.name, insert)

    def keep(self, plan: TablePlan, partial: Partial, engine: str) -> bool:
        """Keep what another engine computed, as `put` keeps what is computed here."""

        def insert(place: list[Any]) -> None:
            self._copy(plan, partial, place)

        return self._replace(plan, partial.key, partial.revision, engine, insert)

    def roll_up(
        self, plan: TablePlan, period: Period, tree_of: TreeOf, dimensions: Iterable[str] = ()
    ) -> RolledUp:
        """Return every measure of a plan for every unit of the tree, by the dimensions asked for."""
        held = self._held(plan)
        keys = sorted(choose(plan.table, period, list(held)))
        trees, which = _different({key.month: tree_of(key.month) for key in keys})
        words = [quoted(f"d_{name}") for name in dimensions]
        with within(self._connection, self._limits.seconds):
            self._choose(keys, which)
            found = self._sums(plan, words, trees)
            further = self._further(plan, words)
        names = [measure.name for measure in plan.of(State.SUM)]
        numbers = Numbers(found, 1 + len(words), names, further)
        return RolledUp(numbers, tuple((key, held[key]) for key in keys))

    def revisions(self, plan: TablePlan) -> Mapping[PartitionKey, int]:
        """Return which revision of each partition counts."""
        return self._held(plan)

    def engines(self, plan: TablePlan) -> Mapping[PartitionKey, str]:
        """Return which engine computed each partition."""
        return {key: engine for key, (_revision, engine) in self._known(plan).items()}

    def keep_only(self, plans: Iterable[TablePlan]) -> None:
        """Drop what was computed by plans that are no longer in use."""
        wanted = {_plan_key(plan) for plan in plans}
        for (name,) in rows(self._connection, "select distinct plan from partitions"):
            if name not in wanted:
                for kind in _KINDS:
                    self._connection.execute(f"drop table if exists {quoted(f'{kind}_{name}')}")
                self._connection.execute("delete from partitions where plan = ?", [name])
                self._made.discard(name)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _prepare(self, plan: TablePlan) -> None:
        """Make the tables of a plan; a plan that changed has tables of its own and starts empty."""
        if _plan_key(plan) in self._made:
            return
        words = statements.group(plan, DUCKDB)
        group = ", ".join(f"{name} varchar" for name in words)
        totals = "".join(
            f", {quoted(measure.name)} {'bigint' if measure.integral else EXACT}"
            for measure in plan.of(State.SUM)
        )
        where = f"source varchar, month integer, {group}"
        for kind, columns in (
            ("sums", f"{where}{totals}"),
            ("members", f"measure varchar, {where}, member varchar"),
            ("histograms", f"measure varchar, {where}, member bigint, times bigint"),
        ):
            self._connection.execute(f"create table if not exists {_table(plan, kind)} ({columns})")
        for name in words:  # by an alteration, because a file of an earlier version has the table already
            self._connection.execute(f"alter table {_table(plan, 'sums')} alter column {name} set not null")
        self._made.add(_plan_key(plan))

    def _replace(
        self,
        plan: TablePlan,
        key: PartitionKey,
        revision: int,
        engine: str,
        insert: Callable[[list[Any]], None],
    ) -> bool:
        """Put the states of a partition in place of its earlier ones, in one transaction."""
        self._prepare(plan)
        place = [key.source, key.month.number]
        one = [_plan_key(plan), *place]
        with within(self._connection, self._limits.seconds):
            self._connection.execute("begin")
            try:
                held = rows(
                    self._connection,
                    "select revision from partitions where plan = ? and source = ? and month = ?",
                    one,
                )
                kept = not held or held[0][0] <= revision
                if kept:
                    for kind in _KINDS if held else ():
                        self._connection.execute(
                            f"delete from {_table(plan, kind)} where source = ? and month = ?",  # noqa: S608  our own names
                            place,
                        )
                    insert(place)
                    self._connection.execute(_NOTED_AGAIN if held else _NOTED, [revision, engine, *one])
            except BaseException:
                self._connection.execute("rollback")
                raise
            self._connection.execute("commit")
        return kept

    def _insert(self, plan: TablePlan, partition: Partition, place: list[Any]) -> None:
        import duckdb  # noqa: PLC0415  the base install has no engine

        source = files(partition.files)
        query = statements.sums(plan, source, DUCKDB)
        try:
            self._connection.execute(
                f"insert into {_table(plan, 'sums')} select ?, ?, * from ({query})",  # noqa: S608  same
                place,
            )
        except duckdb.ConstraintException:  # a body or a word is empty: all that the table asks for
            refuse_nameless(partition, [(None,)])
        for measure in plan.of(State.SET):
            query = statements.members(plan, measure, source, DUCKDB)
            self._connection.execute(
                f"insert into {_table(plan, 'members')} select ?, ?, ?, * from ({query})",  # noqa: S608  same
                [measure.name, *place],
            )
        for measure in plan.of(State.HISTOGRAM):
            query = statements.histogram(plan, measure, source, DUCKDB)
            self._connection.execute(
                f"insert into {_table(plan, 'histograms')} select ?, ?, ?, * from ({query})",  # noqa: S608  same
                [measure.name, *place],
            )

    def _copy(self, plan: TablePlan, partial: Partial, place: list[Any]) -> None:
        """Write states down as columns: a row at a time would take a hundred times as long."""
        totals = [(measure.name, "bigint" if measure.integral else EXACT) for measure in plan.of(State.SUM)]
        summed = [[*group, *(sums[name] for name, _kind in totals)] for group, sums in partial.sums.items()]
        members = [
            [name, *group, member]
            for group, sets in partial.sets.items()
            for name, found in sets.items()
            for member in found
        ]
        histograms = [
            [name, *group, member, times]
            for group, found in partial.histograms.items()
            for name, histogram in found.items()
            for member, times in histogram.items()
        ]
        words = ["varchar"] * (1 + len(plan.dimensions))
        for kind, kinds, lines, before in (
            ("sums", [*words, *(kind for _name, kind in totals)], summed, 0),
            ("members", ["varchar", *words, "varchar"], members, 1),
            ("histograms", ["varchar", *words, "bigint", "bigint"], histograms, 1),
        ):
            columns = [f"unnest(?::{of}[])" for of in kinds]
            columns[before:before] = ["?", "?"]
            given: list[Any] = [[line[at] for line in lines] for at in range(len(kinds))]
            given[before:before] = place
            self._connection.execute(
                f"insert into {_table(plan, kind)} select {', '.join(columns)}",
                given,
            )

    def _held(self, plan: TablePlan) -> dict[PartitionKey, int]:
        return {key: revision for key, (revision, _engine) in self._known(plan).items()}

    def _known(self, plan: TablePlan) -> dict[PartitionKey, tuple[int, str]]:
        """Return revision and engine of every partition that is kept."""
        self._prepare(plan)
        found = rows(
            self._connection,
            "select source, month, revision, engine from partitions where plan = ? order by all",
            [_plan_key(plan)],
        )
        first = Month(0, 1)
        return {
            PartitionKey(plan.table.name, source, first.later(month)): (revision, engine)
            for source, month, revision, engine in found
        }

    def _choose(self, keys: list[PartitionKey], which: Mapping[Month, int]) -> None:
        """Write down which partitions make the period, and by which tree each is rolled up."""
        if self._written == (keys, which):
            return
        self._written = None
        self._connection.execute(
            "create or replace temp table chosen (source varchar, month integer, tree integer)"
        )
        self._connection.execute(
            "insert into chosen select unnest(?::varchar[]), unnest(?::integer[]), unnest(?::integer[])",
            [
                [key.source for key in keys],
                [key.month.number for key in keys],
                [which[key.month] for key in keys],
            ],
        )
        self._written = (keys, which)

    def _sums(self, plan: TablePlan, words: list[str], trees: list[Tree]) -> Any:
        """Add up over months first, then over bodies: the second sum is a twelfth of the first."""
        if self._drawn != trees:
            self._draw(plan, trees)
        group = ", ".join(["tree", "agency", *words])
        query = (
            f"with bodies as materialized (select {group}, {_totals(plan)}"  # noqa: S608  our own names
            f" from {_chosen(plan, 'sums')} group by all)"
            f" select {', '.join(['unit', *words])}, {_totals(plan, last=True)}"
            " from bodies left join line using (tree, agency) group by all"
        )
        found = table(self._connection, query)
        if found.column(0).null_count:  # a body came of which nothing was drawn
            self._draw(plan, trees)
            found = table(self._connection, query)
        return found

    def _draw(self, plan: TablePlan, trees: list[Tree]) -> None:
        """Write down which units stand above each body that has numbers, in each tree."""
        self._drawn = None
        found = rows(self._connection, f"select distinct tree, agency from {_chosen(plan, 'sums')}")  # noqa: S608  same
        lines = [(which, body, unit) for which, body in found for unit in trees[which].line(body)]
        self._connection.execute(
            "create or replace temp table line (tree integer, agency varchar, unit varchar)"
        )
        self._connection.execute(
            "insert into line select unnest(?::integer[]), unnest(?::varchar[]), unnest(?::varchar[])",
            [[line[part] for line in lines] for part in range(3)],
        )
        self._drawn = trees

    def _further(self, plan: TablePlan, words: list[str]) -> defaultdict[Group, dict[str, Number]]:
        """Return what cannot be added: how many different members, and quantiles, of each unit.

        A unit without members has none of them.
        """
        into: defaultdict[Group, dict[str, Number]] = defaultdict(
            lambda: dict.fromkeys((measure.name for measure in plan.of(State.SET)), 0)
        )
        self._sets(plan, words, into)
        self._quantiles(plan, words, into)
        return into

    def _sets(self, plan: TablePlan, words: list[str], into: dict[Group, dict[str, Number]]) -> None:
        """Count the different members that the bodies below a unit have together."""
        if not plan.of(State.SET):
            return
        found = rows(
            self._connection,
            f"select {', '.join(['unit', *words])}, measure, count(distinct member)"  # noqa: S608  same
            f" from {_joined(plan, 'members')} group by all",
        )
        for *group, name, count in found:
            into[tuple(group)][name] = count

    def _quantiles(self, plan: TablePlan, words: list[str], into: dict[Group, dict[str, Number]]) -> None:
        parts = {
            measure.name: measure.aggregate.quantile or Decimal("0.5") for measure in plan.of(State.HISTOGRAM)
        }
        if not parts:
            return
        found = rows(
            self._connection,
            f"select {', '.join(['unit', *words])}, measure, member, sum(times)"  # noqa: S608  same
            f" from {_joined(plan, 'histograms')} group by all",
        )
        collected: dict[tuple[Group, str], dict[int, int]] = defaultdict(dict)
        for *group, name, value, times in found:
            collected[tuple(group), name][value] = times
        for (unit, name), histogram in collected.items():
            number = exact_quantile(histogram, parts[name])
            if number is not None:
                into[unit][name] = number


def _different(trees: Mapping[Month, Tree]) -> tuple[list[Tree], dict[Month, int]]:
    """Return each tree once, and which of them each month goes by."""
    found: list[Tree] = []
    which: dict[Month, int] = {}
    for month, tree in trees.items():
        same = (place for place, each in enumerate(found) if tree is each or tree == each)
        which[month] = next(same, len(found))
        if which[month] == len(found):
            found.append(tree)
    return found, which


def _table(plan: TablePlan, kind: str) -> str:
    return quoted(f"{kind}_{plan.table.name}_{plan.fingerprint}")


def _plan_key(plan: TablePlan) -> str:
    return f"{plan.table.name}_{plan.fingerprint}"


def _totals(plan: TablePlan, *, last: bool = False) -> str:
    """Return the sums of what is kept; the `last` ones in the type of what was added."""
    return ", ".join(
        f"sum({quoted(one.name)}){'::bigint' if last and one.integral else ''} as {quoted(one.name)}"
        for one in plan.of(State.SUM)
    )


def _chosen(plan: TablePlan, kind: str) -> str:
    return f"{_table(plan, kind)} join chosen using (source, month)"


def _joined(plan: TablePlan, kind: str) -> str:
    return f"{_chosen(plan, kind)} join line using (tree, agency)"
