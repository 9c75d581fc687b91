"""ClickHouse and Spark: they read what was kept and nothing else, and end in time. Skipped where missing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.factories.deliveries import declaration
from tests.factories.deliveries import register as delivered
from tests.factories.engines import ARROW, opened
from tests.factories.measures import planned, row, things
from tests.fakes.plain_engine import scan

from thuocdo.core.errors import Invalid, Unavailable
from thuocdo.jobs import measuring
from thuocdo.measurement.models import Observation
from thuocdo.measurement.months import Month
from thuocdo.measurement.sources import actions, queries

MONTH = Month(2025, 1)
PLAN = planned()
ENDLESS = {
    "clickhouse": "select count() from numbers(100000000000) where cityHash64(number) = 1"
    " settings max_execution_time = 0.3",
    "spark": "select count(*) from range(100000000000) where hash(id) = 1",
}


@pytest.fixture(scope="module", params=("clickhouse", "spark"))
def held(request, tmp_path_factory):
    """Return each engine in turn, with a folder for its rows."""
    with opened(request.param, tmp_path_factory.mktemp(request.param)) as holder:
        yield holder


def test_a_partition_of_several_files_is_one(held):
    """Rows of two files count together, and other files of the folder do not."""
    one, two = (held.put(things(), [row(agency=agency)], month=MONTH) for agency in ("X1", "Y1"))
    both = replace(one, files=(*one.files, *two.files))
    lines = [row(agency="X1"), row(agency="Y1")]
    assert held.engine.scan(PLAN, both) == scan(PLAN, one.key, 1, lines)
    assert held.engine.scan(PLAN, one) == scan(PLAN, one.key, 1, lines[:1])


def test_a_file_that_is_no_parquet_is_refused_by_name(held):
    """An error page that was saved as data is named, not traced back."""
    page = held.folder / "page.parquet"
    page.write_text("<html>Service unavailable</html>", encoding="utf-8")
    partition = held.put(things(), [row()], month=MONTH)
    with pytest.raises(Invalid) as refused:
        held.engine.scan(PLAN, replace(partition, files=(page, *partition.files)))
    assert [fault.field for fault in refused.value.faults] == ["page.parquet"]


def test_files_outside_of_the_folder_are_not_read(held, tmp_path):
    """A path that leads elsewhere is refused, also through a link."""
    partition = held.put(things(), [row()], month=MONTH)
    outside = tmp_path / "outside.parquet"
    outside.write_bytes(partition.files[0].read_bytes())
    link = held.folder / "link.parquet"
    link.symlink_to(outside)
    for path in (outside, link):
        with pytest.raises(Invalid, match="lies outside"):
            held.engine.scan(PLAN, replace(partition, files=(path,)))


def test_a_floating_number_is_no_quantity(held):
    """A column of another type is refused with the type that it has."""
    partition = held.put(things(), [row()], month=MONTH, kinds={"weight": "float64"})
    with pytest.raises(Invalid, match="not quantity"):
        held.engine.scan(PLAN, partition)
    assert str(ARROW[things().column("weight").type]) == "decimal128(18, 3)"


def test_what_takes_too_long_ends_and_the_engine_goes_on(held, monkeypatch):
    """After the limit the caller gets a sentence, and the next scan runs."""
    partition = held.put(things(), [row()], month=MONTH)
    with monkeypatch.context() as shorter:
        # ClickHouse's statement has its own limit: a connection that is made anew would keep this one.
        seconds = {"clickhouse": 60, "spark": 0.5}[held.name]
        shorter.setattr(held.engine, "_limits", replace(held.engine._limits, seconds=seconds))
        with pytest.raises(Unavailable, match="longer than"):
            held.engine._fetch(ENDLESS[held.name])
    assert held.engine.scan(PLAN, partition) == scan(PLAN, partition.key, 1, [row()])


@pytest.mark.parametrize("name", ["clickhouse", "spark"])
def test_an_office_measures_with_another_engine(name, model_programme, settings, tmp_path, chi, binh, now):  # noqa: ARG001  bodies
    """The command's choice computes what was kept, and each value names the engine."""
    pytest.importorskip({"clickhouse": "chdb", "spark": "pyspark"}[name])
    settings.THUOCDO_DELIVERIES, settings.THUOCDO_MEASURE = tmp_path / "deliveries", tmp_path / "measure"
    delivered(settings.THUOCDO_DELIVERIES, rows=400)
    version = actions.propose_source(declaration=declaration(first="2025-03"), by=chi, now=now)
    actions.switch_on(id=version.source, number=1, by=binh, now=now)
    done = measuring.measure(
        "nq03",
        period=measuring.read_period("2025-03"),
        engine=name,
        clock=lambda: datetime(2025, 5, 20, 3, 0, tzinfo=UTC),
        tell=lambda _reason: None,
    )
    assert done.computed == 1
    assert {queries.lineage(each).engine for each in done.values} == {name}
    assert Observation.objects.filter(content__method="11.6-online-payment@1").exists()
