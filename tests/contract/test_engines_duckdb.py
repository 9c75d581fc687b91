"""DuckDB agrees with the plain engine and with the ledger, and cannot be talked into more."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.measures import TREE, key, planned, row, rows, things
from tests.fakes.plain_engine import scan

from thuocdo.adapters.engines.duckdb import DuckDBEngine
from thuocdo.adapters.engines.duckdb_partials import DuckDBPartials
from thuocdo.adapters.engines.duckdb_session import Limits, connect, within
from thuocdo.adapters.engines.duckdb_session import rows as fetched
from thuocdo.core.errors import Invalid, Unavailable
from thuocdo.measurement.months import Month, year
from thuocdo.measurement.partials import Ledger
from thuocdo.measurement.places import Tree
from thuocdo.measurement.planning import ROWS, measure_name
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.rollup import roll_up
from thuocdo.measurement.tables.types import ColumnType, Grain

PLAN = planned()
SQL_TYPES = {
    ColumnType.CODE: "varchar",
    ColumnType.ID: "varchar",
    ColumnType.FLAG: "boolean",
    ColumnType.COUNT: "bigint",
    ColumnType.MONEY: "bigint",
    ColumnType.QUANTITY: "decimal(18,3)",
    ColumnType.DAY: "date",
    ColumnType.MOMENT: "timestamp",
}
slow = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write(folder, lines, name="a", rename=(), table=None):
    """Write rows as a Parquet file and return its path."""
    path = Path(folder) / f"{name}.parquet"
    columns = (table or things()).columns
    connection = duckdb.connect()
    declared = ", ".join(f'"{dict(rename).get(one.name, one.name)}" {SQL_TYPES[one.type]}' for one in columns)
    connection.execute(f"create table t ({declared})")
    if lines:
        marks = ", ".join("?" for _ in columns)
        connection.executemany(
            f"insert into t values ({marks})",  # noqa: S608  question marks
            [[line[one.name] for one in columns] for line in lines],
        )
    connection.execute(f"copy t to '{path}' (format parquet)")
    return path


def tree_of(month):
    """Return the tree, the same in every month."""
    del month
    return TREE


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return the only folder that the engine may read."""
    return tmp_path_factory.mktemp("register")


@pytest.fixture(scope="module")
def engine(folder):
    """Return an engine that may read one folder."""
    return DuckDBEngine(Limits(folders=(folder,), threads=1))


@slow
@given(lines=rows(), shape=st.sampled_from([(), ("channel",), ("channel", "new")]))
def test_every_state_of_a_partition_equals_the_plain_engine(engine, folder, lines, shape):
    """Every kind of expression gives the same states over nulls, Unicode, extremes and empty groups."""
    fused = planned(dimensions=shape)
    partition = Partition(key(), 1, (write(folder, lines),))
    assert engine.scan(fused, partition) == scan(fused, key(), 1, lines)


deliveries = st.lists(
    st.tuples(
        st.sampled_from(["a", "b"]), st.sampled_from(["2025-01", "2025-02"]), st.integers(1, 2), rows()
    ),
    max_size=4,
    unique_by=lambda one: one[:3],
)


@slow
@given(
    deliveries,
    st.randoms(use_true_random=False),
    st.sampled_from(list(Grain)),
    st.sampled_from([(), ("new",)]),
)
def test_partials_kept_in_duckdb_equal_the_ledger(folder, delivered, chance, grain, dimensions):
    """In any order, with duplicates and corrections, both give the same numbers and the same lineage."""
    fused = planned(things(grain))
    arriving = delivered + [each for each in delivered if chance.random() < 0.5]
    chance.shuffle(arriving)
    ledger, kept = Ledger(), DuckDBPartials(Limits(folders=(folder,), threads=1))
    for number, (source, month, revision, lines) in enumerate(arriving):
        where = key(source, month)
        files = (write(folder, lines, f"k{number}"),) if lines else ()
        counts = kept.put(fused, Partition(where, revision, files))
        assert counts == ledger.put(scan(fused, where, revision, lines))
    assert kept.roll_up(fused, year(2025), tree_of, dimensions) == roll_up(
        fused, ledger, year(2025), tree_of, dimensions
    )


@slow
@given(deliveries, st.sampled_from(list(Grain)), st.sampled_from([(), ("new",)]))
def test_states_of_another_engine_are_kept_like_our_own(delivered, grain, dimensions):
    """What comes from elsewhere gives the numbers of the ledger, and its engine stays known."""
    fused = planned(things(grain))
    ledger, kept = Ledger(), DuckDBPartials(Limits(threads=1))
    for source, month, revision, lines in delivered:
        partial = scan(fused, key(source, month), revision, lines)
        assert kept.keep(fused, partial, "elsewhere") == ledger.put(partial)
    rolled = kept.roll_up(fused, year(2025), tree_of, dimensions)
    assert rolled == roll_up(fused, ledger, year(2025), tree_of, dimensions)
    assert kept.engines(fused) == dict.fromkeys(kept.revisions(fused), "elsewhere")


def test_a_file_of_before_engines_were_noted_still_opens(folder, tmp_path):
    """Partial sums that an earlier version kept count on, as computed by the engine of that time."""
    database = tmp_path / "partials.duckdb"
    first = DuckDBPartials(Limits(folders=(folder,)), database)
    first.put(PLAN, Partition(key(), 3, (write(folder, [row()]),)))
    first.close()
    with duckdb.connect(str(database)) as connection:
        connection.execute("alter table partitions drop column engine")
    second = DuckDBPartials(Limits(folders=(folder,)), database)
    assert second.revisions(PLAN) == {key(): 3}
    assert second.engines(PLAN) == {key(): "duckdb"}
    second.close()


def test_partials_survive_in_their_file(folder, tmp_path):
    """What was computed yesterday is there today, and tells which revisions count."""
    path, database = write(folder, [row(), row(agency="Y1")]), tmp_path / "partials.duckdb"
    first = DuckDBPartials(Limits(folders=(folder,)), database)
    first.put(PLAN, Partition(key(), 3, (path,)))
    before = first.roll_up(PLAN, year(2025), tree_of)
    first.close()
    second = DuckDBPartials(Limits(folders=(folder,)), database)
    assert second.roll_up(PLAN, year(2025), tree_of) == before
    assert second.revisions(PLAN) == {key(): 3}
    second.keep_only([])
    assert second.revisions(PLAN) == {}


def test_a_renamed_column_and_a_changed_type_are_named_together_and_change_nothing(folder):
    """The owner reads which columns are wrong; the last good numbers stay."""
    kept = DuckDBPartials(Limits(folders=(folder,)))
    kept.put(PLAN, Partition(key(), 1, (write(folder, [row()]),)))
    before = kept.roll_up(PLAN, year(2025), tree_of)
    wrong = write(folder, [row()], "wrong", rename=[("channel", "kenh_nop"), ("paid", "da_nop")])
    text = folder / "text.parquet"
    duckdb.execute(
        f"copy (select * replace (amount::varchar as amount) from '{folder}/a.parquet') to '{text}'"  # noqa: S608  our own folder
    )
    with pytest.raises(Invalid) as refused:
        kept.put(PLAN, Partition(key(), 2, (wrong, text)))
    assert {fault.field for fault in refused.value.faults} == {"channel", "paid", "amount"}
    assert kept.roll_up(PLAN, year(2025), tree_of) == before


def test_rows_without_a_body_are_refused_and_change_nothing(folder):
    """A row for which nobody answers is a fault of the source, not a group of its own."""
    kept = DuckDBPartials(Limits(folders=(folder,)))
    kept.put(PLAN, Partition(key(), 1, (write(folder, [row()]),)))
    before = kept.roll_up(PLAN, year(2025), tree_of)
    nameless = Partition(key(), 2, (write(folder, [row(), row(), row(agency=None)], "nameless"),))
    with pytest.raises(Invalid, match="name no body"):
        kept.put(PLAN, nameless)
    with pytest.raises(Invalid, match="name no body"):
        DuckDBEngine(Limits(folders=(folder,))).scan(PLAN, nameless)
    assert kept.roll_up(PLAN, year(2025), tree_of) == before


def test_rows_without_a_body_are_refused_in_a_file_of_an_earlier_version(folder, tmp_path):
    """A file whose table did not refuse them by itself does so as soon as it is opened again."""
    database = tmp_path / "partials.duckdb"
    kept = DuckDBPartials(Limits(folders=(folder,)), database)
    kept.put(PLAN, Partition(key(), 1, (write(folder, [row()], "named"),)))
    kept.close()
    with duckdb.connect(database) as before:
        before.execute(f'alter table "sums_{PLAN.table.name}_{PLAN.fingerprint}" alter agency drop not null')
    kept = DuckDBPartials(Limits(folders=(folder,)), database)
    nameless = write(folder, [row(agency=None)], "nameless")
    with pytest.raises(Invalid, match="name no body"):
        kept.put(PLAN, Partition(key(), 2, (nameless,)))
    assert kept.revisions(PLAN) == {key(): 1}
    kept.close()


def test_a_file_that_is_no_parquet_is_refused_by_name(folder, engine):
    """An error page that was saved as data is named, not traced back."""
    page = folder / "page.parquet"
    page.write_text("<html>Service unavailable</html>", encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        engine.scan(PLAN, Partition(key(), 1, (page,)))
    assert refused.value.faults[0].field == "page.parquet"


def test_files_outside_of_the_folders_are_not_read(tmp_path, folder, engine):
    """A path that leads elsewhere is refused, also through a link or two dots."""
    outside = write(tmp_path, [row()])
    link = folder / "link.parquet"
    link.symlink_to(outside)
    with pytest.raises(Invalid):
        engine.scan(PLAN, Partition(key(), 1, (link,)))
    with pytest.raises(Invalid):
        engine.scan(PLAN, Partition(key(), 1, (outside,)))
    with pytest.raises(Invalid):
        engine.scan(PLAN, Partition(key(), 1, (outside.parent / ".." / outside.parent.name / outside.name,)))


ATTACKS = [
    "select * from read_text('/etc/passwd')",
    "select * from read_csv('/etc/passwd')",
    "select * from glob('/etc/*')",
    "select * from read_parquet('https://example.org/x.parquet')",
    "copy (select 1) to '/tmp/thuocdo-escaped.csv'",
    "attach '/tmp/thuocdo-escaped.db' as x",
    "install httpfs",
    "load httpfs",
    "set memory_limit = '10GB'",
    "set threads = 64",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "set allowed_directories = ['/']",
    "reset memory_limit",
    "pragma threads = 64",
    "create secret s (type s3, key_id 'x', secret 'y')",
    "select getenv('HOME')",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_connection_opens_no_door(folder, attack):
    """Files elsewhere, the network, extensions, secrets and settings are shut, whatever statement asks."""
    connection = connect(Limits(folders=(folder,)))
    with pytest.raises(duckdb.Error):
        connection.execute(attack)
    assert not Path("/tmp/thuocdo-escaped.csv").exists()  # noqa: S108  what an attack would write


def test_a_variable_of_python_is_no_table():
    """The engine does not look into the program that runs it."""
    secret = duckdb.sql("select 1 as x")
    with pytest.raises(duckdb.Error):
        connect(Limits()).execute("select * from secret")
    assert secret


def test_a_statement_that_takes_too_long_ends_and_leaves_the_connection_usable():
    """After the limit the caller gets a sentence, and the next statement runs."""
    connection = connect(Limits(threads=1))
    with pytest.raises(Unavailable, match="longer than"), within(connection, 0.2):
        connection.execute("select count(*) from range(100000000000) a(i) where hash(i) = 1").fetchall()
    assert fetched(connection, "select 1") == [(1,)]


def test_memory_beyond_the_limit_is_a_sentence():
    """A measurement that needs too much ends as something to try again with more."""
    connection = connect(Limits(memory_mb=20, threads=1))
    with pytest.raises(Unavailable, match="memory"), within(connection, 30):
        connection.execute(
            "select hash(i) h, count(*) from range(5000000) a(i) group by h order by h"
        ).fetchall()


def test_each_month_can_go_by_the_tree_of_its_time(folder):
    """Two months with two trees, made anew at each question, roll up as the ledger does."""
    kept, ledger = DuckDBPartials(Limits(folders=(folder,))), Ledger()
    merged = {**TREE.above, "Y1": "P1"}
    for month in ("2025-06", "2025-07", "2025-08"):
        lines = [row(agency="X1", thing="an"), row(agency="Y1", thing=month, minutes=3)]
        kept.put(PLAN, Partition(key(month=month), 1, (write(folder, lines, month),)))
        ledger.put(scan(PLAN, key(month=month), 1, lines))

    def then(month):
        return Tree(dict(TREE.levels), dict(TREE.above) if month < Month(2025, 7) else dict(merged))

    rolled = kept.roll_up(PLAN, year(2025), then)
    assert rolled == roll_up(PLAN, ledger, year(2025), then)
    assert rolled.of("P2", measure_name(ROWS)) == 1


def test_another_tree_or_a_new_body_is_noticed_at_once(folder):
    """What was drawn for one question is not used for the next when the tree or the bodies changed."""
    kept, ledger = DuckDBPartials(Limits(folders=(folder,))), Ledger()
    merged = Tree(TREE.levels, {**TREE.above, "Y1": "P1"})
    for number, agencies in enumerate((["X1"], ["X1", "Y1"], ["X1", "Y1", "M1"])):
        lines = [row(agency=agency) for agency in agencies]
        kept.put(PLAN, Partition(key(), number, (write(folder, lines, f"grown{number}"),)))
        ledger.put(scan(PLAN, key(), number, lines))
        for tree in (TREE, merged, TREE):
            assert kept.roll_up(PLAN, year(2025), lambda _, tree=tree: tree) == roll_up(
                PLAN, ledger, year(2025), lambda _, tree=tree: tree
            )


MEASURES_AND_ENDS = """
from thuocdo.adapters.engines.duckdb_session import Limits, connect, within
def measure():
    connection = connect(Limits())
    with within(connection, 60):
        connection.execute("select 1").fetchall()
measure()
"""


def test_a_process_that_measured_ends_in_silence():
    """The clock that guards a statement is gone before Python ends; it once aborted the process."""
    for _ in range(4):
        done = subprocess.run(
            [sys.executable, "-c", MEASURES_AND_ENDS], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
