"""The planner: one scan for each table, shared sums, refusals with their reason."""

from dataclasses import replace

from tests.factories.measures import metric, planned, things

from thuocdo.measurement.declaring.types import Catalogue, Uncomputable
from thuocdo.measurement.planning import MAX_CELLS, REASONS, ROWS, State, fuse, measure_name, plan
from thuocdo.measurement.tables.types import Column, ColumnType


def test_metrics_that_need_the_same_sum_share_it():
    """Two shares of all rows count the rows once."""
    fused = fuse(
        things(),
        [
            metric("1.1-a", "count(*) filter (where paid)", "count(*)"),
            metric("1.1-b", "count(paid)", "count(*)"),
        ],
    )
    assert len(fused.measures) == 3
    assert measure_name(ROWS) in {measure.name for measure in fused.measures}


def test_the_same_sum_in_other_words_is_the_same():
    """Spaces, capitals and brackets do not make another sum."""
    one = metric("1.1-a", "count(*) filter (where paid and minutes > 3)")
    other = metric("1.1-b", "COUNT(*)  filter (where (paid) AND ((minutes > 3)))")
    assert measure_name(one.numerator.aggregate) == measure_name(other.numerator.aggregate)


def test_a_scan_reads_only_the_columns_that_it_needs():
    """What no metric asks for is not decoded."""
    fused = fuse(things(), [metric("1.1-a", "sum(amount) filter (where minutes > 3)", dimensions=("new",))])
    assert [column.name for column in fused.columns()] == ["agency", "new", "minutes", "amount"]


def test_sums_keep_their_name_when_metrics_are_added():
    """A further metric changes the plan but no name of what is kept."""
    few, more = planned(expressions=("sum(amount)",)), planned(expressions=("sum(amount)", "sum(minutes)"))
    assert {measure.name for measure in few.measures} < {measure.name for measure in more.measures}
    assert few.fingerprint != more.fingerprint
    assert planned().fingerprint == planned().fingerprint


def test_what_must_be_kept_follows_from_the_aggregate():
    """Counts and sums add up, distinct counts need sets, quantiles histograms."""
    fused = planned()
    assert len(fused.of(State.SET)) == 3
    assert len(fused.of(State.HISTOGRAM)) == 2


def test_what_is_refused_has_a_reason_that_can_be_said():
    """No source, too many cells, or something missing: each metric says why it has no value."""
    wide = things()
    words = tuple(f"w{number}" for number in range(MAX_CELLS))
    wide = replace(
        wide, columns=(*wide.columns, Column("many", ColumnType.CODE, "", "", values=words, dimension=True))
    )
    good = metric("1.1-a", "count(*)", table=wide, dimensions=("new",))
    fine = metric("1.1-b", "count(*)", table=wide, dimensions=("many",))
    waiting = Uncomputable("1.1-c", replace(good.declaration, owed_by="BKHCN"))
    whole = plan(Catalogue((good, fine), (waiting,)), {"things": wide}, ["things"])
    assert [one.code for one in whole.metrics] == ["1.1-a"]
    assert whole.tables["things"].dimensions == ("new",)
    assert {code: reason.code for code, reason in whole.refused.items()} == {
        "1.1-b": "too_fine",
        "1.1-c": "missing",
    }
    nothing = plan(Catalogue((good,), ()), {"things": wide}, [])
    assert nothing.refused["1.1-a"].code == "no_source"
    assert not nothing.tables
    for reason in (*whole.refused.values(), *nothing.refused.values()):
        assert REASONS[reason.code].format(**reason.params)
