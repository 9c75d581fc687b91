"""PostgreSQL as an engine: reads one month of one source, changes nothing, and ends in time."""

from datetime import UTC, datetime

import pyarrow.parquet as pq
import pytest
from tests.factories.deliveries import TABLES, declaration
from tests.factories.deliveries import register as delivered
from tests.factories.engines import postgresql
from tests.factories.measures import planned, row, things
from tests.fakes.plain_engine import scan

from thuocdo.adapters.engines.postgresql import PostgreSQLEngine
from thuocdo.core.errors import Invalid, Unavailable
from thuocdo.jobs import measuring
from thuocdo.measurement.models import Observation
from thuocdo.measurement.months import Month
from thuocdo.measurement.partials import PartitionKey
from thuocdo.measurement.ports import Partition
from thuocdo.measurement.sources import actions, queries
from thuocdo.measurement.sources.models import Measured

MONTH = Month(2025, 1)
PLAN = planned()
NOW = datetime(2025, 5, 20, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def held():
    """Return the engine with a database of its own."""
    with postgresql() as holder:
        yield holder


def test_only_the_rows_of_the_source_and_month_count(held):
    """Other sources and months lie in the same table and are not looked at."""
    held.put(things(), [row()], month=MONTH)
    held.writer.execute(
        "insert into thuocdo.things (thing, agency, channel, new, amount, source, month)"
        " values ('t', 'X1', 'post', true, 5, 'b', '2025-01'), ('t', 'X1', 'post', true, 5, 'a', '2025-02')"
    )
    found = held.engine.scan(PLAN, Partition(PartitionKey("things", "a", MONTH), 1, ()))
    assert found == scan(PLAN, PartitionKey("things", "a", MONTH), 1, [row()])


def test_moments_with_a_zone_count_as_the_same_moments(held):
    """A database that keeps zones gives the same numbers, wherever its clock stands."""
    line = row(seen_at=datetime(2025, 1, 1, 3), left_at=datetime(2025, 1, 1, 4))  # noqa: DTZ001  UTC without zone
    partition = held.put(things(), [line], month=MONTH, kinds={"left_at": "timestamp with time zone"})
    held.writer.execute("update thuocdo.things set left_at = '2025-01-01 11:00:00+07'")
    assert held.engine.scan(PLAN, partition) == scan(PLAN, partition.key, 1, [line])


def test_nothing_can_be_written(held):
    """Even a view that would change rows when it is read is stopped by the server."""
    partition = held.put(things(), [row()], month=MONTH)
    held.writer.execute("create table if not exists thuocdo.marks (at int)")
    held.writer.execute(
        "create or replace function thuocdo.mark() returns boolean language sql volatile as"
        " 'insert into thuocdo.marks values (1) returning true'"
    )
    held.writer.execute("alter table thuocdo.things rename to kept")
    held.writer.execute("create view thuocdo.things as select * from thuocdo.kept where thuocdo.mark()")
    with pytest.raises(Invalid, match="25006"):
        held.engine.scan(PLAN, partition)
    assert held.writer.execute("select count(*) from thuocdo.marks").fetchone() == (0,)
    held.writer.execute("drop view thuocdo.things; drop table thuocdo.kept")


def test_what_takes_too_long_ends_and_the_engine_goes_on(held):
    """After the limit the caller gets a sentence, and the next scan runs."""
    partition = held.put(things(), [row()], month=MONTH)
    held.writer.execute("alter table thuocdo.things rename to quick")
    held.writer.execute(
        "create view thuocdo.things as select quick.* from thuocdo.quick, lateral (select pg_sleep(5)) slow"
    )
    engine = PostgreSQLEngine(held.url, seconds=0.3)
    with pytest.raises(Unavailable, match="longer than"):
        engine.scan(PLAN, partition)
    held.writer.execute("drop view thuocdo.things; alter table thuocdo.quick rename to things")
    assert engine.scan(PLAN, partition) == scan(PLAN, partition.key, 1, [row()])
    engine.close()


def test_what_is_missing_is_said(held):
    """A table or a column that is not there, and a silent server, have their sentences."""
    held.put(things(), [row()], month=MONTH)
    key = PartitionKey("things", "a", MONTH)
    held.writer.execute("alter table thuocdo.things drop column month")
    with pytest.raises(Invalid) as refused:
        held.engine.scan(PLAN, Partition(key, 1, ()))
    assert [fault.field for fault in refused.value.faults] == ["month"]
    held.writer.execute("drop table thuocdo.things")
    with pytest.raises(Invalid, match=r"no table thuocdo\.things"):
        held.engine.scan(PLAN, Partition(key, 1, ()))
    with pytest.raises(Unavailable, match="does not answer"):
        PostgreSQLEngine("postgresql://127.0.0.1:1/nothing").scan(PLAN, Partition(key, 1, ()))


def test_an_account_that_may_not_read_is_told_so(held):
    """Who set the account up reads which right is missing."""
    held.put(things(), [row()], month=MONTH)
    held.writer.execute("create role reads_nothing login")
    engine = PostgreSQLEngine(held.url.replace("thuocdo@", "reads_nothing@"))
    with pytest.raises(Unavailable, match="does not let"):
        engine.scan(PLAN, Partition(PartitionKey("things", "a", MONTH), 1, ()))
    engine.close()
    held.writer.execute("drop role reads_nothing")


@pytest.fixture
def source(model_programme, settings, tmp_path, chi, binh, now):  # noqa: ARG001  the programme has the bodies
    """Return a source of dossiers of March, delivered and switched on."""
    settings.THUOCDO_DELIVERIES = tmp_path / "deliveries"
    settings.THUOCDO_MEASURE = tmp_path / "measure"
    delivered(settings.THUOCDO_DELIVERIES, rows=400)
    version = actions.propose_source(declaration=declaration(first="2025-03"), by=chi, now=now)
    actions.switch_on(id=version.source, number=1, by=binh, now=now)
    return version.source


def mirrored(held, source, root):
    """Bring the rows that were kept of the one month into the database."""
    for month, run in queries.kept(source).items():
        lines = pq.read_table(root / "partitions" / run.file).to_pylist()
        held.put(TABLES["dossiers"], lines, source=source, month=month)


def test_an_office_measures_in_its_own_database(held, source, settings):
    """The values are those that DuckDB gives, and the lineage says which engine computed them."""
    measure = {"clock": lambda: NOW, "tell": lambda _reason: None, "period": measuring.read_period("2025-03")}
    settings.THUOCDO_ENGINE_URL = held.url
    told = []
    first = measuring.measure("nq03", **{**measure, "tell": told.append}, engine="postgresql")
    assert (first.computed, first.values) == (0, ())
    assert any(reason.code == "not_computed" for reason in told)
    mirrored(held, source, settings.THUOCDO_MEASURE)
    done = measuring.measure("nq03", **measure, ask=False, engine="postgresql")
    assert done.computed == 1
    made = {row.content["method"]: row.content["value"] for row in Observation.objects.all()}
    assert {queries.lineage(each).engine for each in done.values} == {"postgresql"}
    Observation.objects.all().delete()
    Measured.objects.all().delete()
    (settings.THUOCDO_MEASURE / "partials.duckdb").unlink()
    measuring.measure("nq03", **measure, ask=False)
    assert {row.content["method"]: row.content["value"] for row in Observation.objects.all()} == made


def test_a_database_that_lags_behind_the_delivery_is_refused(held, source, settings):
    """Rows that are missing there would make a wrong value, so none is made and the count is told."""
    settings.THUOCDO_ENGINE, settings.THUOCDO_ENGINE_URL = "postgresql", held.url
    measure = {"clock": lambda: NOW, "period": measuring.read_period("2025-03")}
    measuring.measure("nq03", **measure, tell=lambda _reason: None)
    mirrored(held, source, settings.THUOCDO_MEASURE)
    held.writer.execute("delete from thuocdo.dossiers where ctid = (select min(ctid) from thuocdo.dossiers)")
    told = []
    done = measuring.measure("nq03", **measure, ask=False, tell=told.append)
    assert (done.computed, done.values) == (0, ())
    said = [reason.params["said"] for reason in told if reason.code == "not_computed"]
    assert len(said) == 1
    assert "rows of" in said[0]


@pytest.mark.parametrize("url", ["", "postgresql://127.0.0.1:1/x"])
def test_an_engine_that_cannot_be_used_is_a_sentence(model_programme, settings, tmp_path, url):  # noqa: ARG001  same
    """An unknown engine, one without its address, and one without a server never end in a traceback."""
    settings.THUOCDO_MEASURE, settings.THUOCDO_DELIVERIES = tmp_path / "measure", tmp_path / "deliveries"
    settings.THUOCDO_ENGINE_URL = url
    given = {"clock": lambda: NOW, "tell": lambda _reason: None, "ask": False}
    with pytest.raises(Invalid, match="no engine"):
        measuring.measure("nq03", engine="oracle", **given)
    if url:
        assert measuring.measure("nq03", engine="postgresql", **given).computed == 0
    else:
        with pytest.raises(Invalid, match="needs the address"):
            measuring.measure("nq03", engine="postgresql", **given)
