"""The contract of every engine: the states of the plain engine, to the last decimal, whatever the rows hold.

CASES=1000 is the size for the night; without it a small size runs.
"""

import os
from decimal import Decimal
from functools import cache

import pytest
from tests.factories.cases import cases
from tests.factories.engines import opened
from tests.factories.measures import PARSER, planned, row, things
from tests.fakes.plain_engine import scan

from thuocdo.core.errors import Invalid
from thuocdo.measurement.declaring.reading import catalogue
from thuocdo.measurement.months import Month, one
from thuocdo.measurement.partials import Ledger, PartitionKey
from thuocdo.measurement.places import Tree
from thuocdo.measurement.planning import fuse, measure_name, parts, plan
from thuocdo.measurement.rollup import roll_up
from thuocdo.measurement.tables.reading import standard_tables
from thuocdo.measurement.values import value_of

CASES = int(os.environ.get("CASES", "60"))
SEED = int(os.environ.get("SEED", "1"))
ENGINES = ("duckdb", "postgresql", "clickhouse", "spark", "trino")
MONTH = Month(2025, 1)
TABLES = standard_tables()
PLAN = plan(catalogue(TABLES, PARSER), TABLES, TABLES)
SHAPES = {"none": (), "both": ("channel", "new")}


@pytest.fixture(scope="module", params=ENGINES)
def held(request, tmp_path_factory):
    """Return each engine in turn, with a place for its rows."""
    with opened(request.param, tmp_path_factory.mktemp(request.param)) as holder:
        yield holder


@cache
def plain():
    """Return what the plain engine makes of the cases: the rows and states of every table, and all values."""
    lines = {name: cases(TABLES[name], CASES, SEED) for name in PLAN.tables}
    states = {
        name: scan(fused, PartitionKey(name, "a", MONTH), 1, lines[name])
        for name, fused in PLAN.tables.items()
    }
    return lines, states, values(states)


def values(partials):
    """Return the value of every metric for every body of every case, from the states of all tables."""
    ledger = Ledger()
    for partial in partials.values():
        ledger.put(partial)
    rolled = {
        name: roll_up(PLAN.tables[name], ledger, one(MONTH), lambda _month: Tree({})) for name in PLAN.tables
    }
    found = {}
    for metric in PLAN.metrics:
        bodies = {group[0] for part in parts(metric) for group in rolled[part.table].numbers}
        for body in bodies:
            numbers = [rolled[part.table].of(body, measure_name(part.aggregate)) for part in parts(metric)]
            below = numbers[1] if len(numbers) > 1 else Decimal(7)
            found[metric.code, body] = value_of(metric, numbers[0], below, years=3)
    return found


def test_every_metric_has_the_same_value_in_every_case(held):
    """Nulls, Unicode, clocks, empty groups, twins and denominators of zero change no value of any metric."""
    lines, states, expected = plain()
    theirs = {}
    for name, fused in PLAN.tables.items():
        theirs[name] = held.engine.scan(fused, held.put(TABLES[name], lines[name], month=MONTH))
        assert theirs[name] == states[name], name
    found = values(theirs)
    assert found == expected
    assert any(each.value is None and each.denominator == 0 for each in found.values())
    print(f"{held.name}: {CASES} cases, {len(PLAN.metrics)} metrics, {len(found)} values agree")  # noqa: T201  make test-engines


@pytest.mark.parametrize("shape", SHAPES)
def test_every_kind_of_expression_has_the_same_states(held, shape):
    """All that the subset can say gives the states of the plain engine, with dimensions and without."""
    fused = planned(dimensions=SHAPES[shape])
    lines = cases(things(), CASES, SEED)
    partition = held.put(things(), lines, month=MONTH)
    assert held.engine.scan(fused, partition) == scan(fused, partition.key, 1, lines)


def test_a_sum_may_be_larger_than_its_numbers(held):
    """Sums of đồng run beyond 64 bits without running over, and below zero as well."""
    fused = planned(dimensions=(), expressions=("sum(amount)", "sum(amount) filter (where channel = 'post')"))
    large = [row(amount=4 * 10**18), *(row(agency="Y1", amount=-4 * 10**18, channel="post"),) * 2] * 2
    partition = held.put(things(), large, month=MONTH)
    found = held.engine.scan(fused, partition)
    assert found == scan(fused, partition.key, 1, large)
    assert -16 * 10**18 in found.sums["Y1",].values()


def test_a_partition_without_rows_has_no_states(held):
    """A month in which nothing happened gives no group, and no fault."""
    partition = held.put(things(), [], month=MONTH)
    assert held.engine.scan(planned(), partition) == scan(planned(), partition.key, 1, [])


def test_columns_of_another_type_and_missing_ones_are_named_together(held):
    """A floating number for a quantity and a column that is not there are refused in one answer."""
    if held.name == "trino":
        pytest.skip("Trino is only written for: nobody asks it, so nobody looks at its columns")
    table = things()
    fewer = things(columns=[column for column in table.columns if column.name != "channel"])
    wrong = {"weight": "double precision" if held.name == "postgresql" else "float64"}
    partition = held.put(fewer, [row()], month=MONTH, kinds=wrong)
    with pytest.raises(Invalid) as refused:
        held.engine.scan(planned(), partition)
    assert {fault.field for fault in refused.value.faults} == {"weight", "channel"}


def test_rows_without_a_body_or_a_dimension_are_refused(held):
    """A row for which nobody answers is a fault of the source, in every engine."""
    for line in (row(agency=None), row(new=None), row(channel=None)):
        partition = held.put(things(), [row(), line], month=MONTH)
        with pytest.raises(Invalid, match="name no body"):
            held.engine.scan(planned(), partition)


def test_a_sum_has_one_name_whatever_else_is_asked(held):
    """A plan of one metric gives the numbers that the fused plan of all gives."""
    name = "dossiers"
    partition = held.put(TABLES[name], cases(TABLES[name], 20, SEED), month=MONTH)
    together = held.engine.scan(PLAN.tables[name], partition)
    metric = next(each for each in PLAN.metrics if each.code == "11.6-online-payment")
    alone = held.engine.scan(fuse(TABLES[name], [metric]), partition)
    assert set(alone.sums) == set(together.sums)
    for group, numbers in alone.sums.items():
        assert numbers.items() <= together.sums[group].items()
