"""Partials put together: any order of arrival gives what computing everything anew gives."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.measures import BODIES, TREE, key, metric, planned, row, rows, things
from tests.fakes.plain_engine import scan

from thuocdo.core.errors import Invalid
from thuocdo.measurement.months import Month, Period, one, year
from thuocdo.measurement.partials import Ledger, choose
from thuocdo.measurement.places import Level, Tree
from thuocdo.measurement.planning import State, fuse, measure_name
from thuocdo.measurement.rollup import exact_quantile, roll_up
from thuocdo.measurement.tables.types import Grain

PLAN = planned()


def tree_of(month):
    """Return the tree, the same in every month."""
    del month
    return TREE


deliveries = st.lists(
    st.tuples(
        st.sampled_from(["a", "b"]),
        st.sampled_from(["2025-01", "2025-02", "2025-03"]),
        st.integers(1, 3),
        rows(),
    ),
    max_size=6,
    unique_by=lambda one: one[:3],
)


@settings(max_examples=60, deadline=None)
@given(deliveries, st.randoms(use_true_random=False), st.sampled_from([(), ("channel",), ("new", "channel")]))
def test_any_order_of_arrival_gives_what_computing_anew_gives(delivered, chance, dimensions):
    """Late months, duplicates and corrections end in the numbers of one pass over the last rows."""
    arriving = delivered + [each for each in delivered if chance.random() < 0.5]
    chance.shuffle(arriving)
    ledger = Ledger()
    for source, month, revision, lines in arriving:
        ledger.put(scan(PLAN, key(source, month), revision, lines))
    last = {}
    for source, month, _, lines in sorted(delivered, key=lambda each: each[:3]):
        last[source, month] = lines
    everything = [line for lines in last.values() for line in lines]
    rolled = roll_up(PLAN, ledger, year(2025), tree_of, dimensions)
    expected = anew(everything, dimensions)
    assert rolled.numbers == expected
    assert [(held.source, str(held.month)) for held, _ in rolled.partitions] == sorted(last)


def anew(lines, dimensions):
    """Compute every number from rows in one go: each row stands in every unit above its body."""
    spread = [{**line, "agency": unit} for line in lines for unit in TREE.line(line["agency"])]
    fused = replace(PLAN, dimensions=dimensions)
    ledger = Ledger()
    ledger.put(scan(fused, key(), 1, spread))
    alone = Tree(dict.fromkeys(TREE.levels, Level.BODY))
    return roll_up(fused, ledger, year(2025), lambda _: alone, dimensions).numbers


@given(
    st.dictionaries(st.integers(-9, 9), st.integers(1, 5), min_size=1), st.decimals("0.01", "0.99", places=2)
)
def test_a_quantile_out_of_a_histogram_is_that_of_the_sorted_values(histogram, part):
    """It is the smallest value with at least that part of all values at or below it."""
    ordered = sorted(value for value, times in histogram.items() for _ in range(times))
    found = exact_quantile(histogram, part)
    assert sum(value <= found for value in ordered) >= part * len(ordered)
    assert sum(value < found for value in ordered) < part * len(ordered)


def test_nothing_has_no_quantile():
    """An empty histogram gives no value."""
    assert exact_quantile({}, Decimal("0.5")) is None


def test_an_old_revision_that_arrives_late_is_left_aside():
    """A correction stays, whatever comes after it from the post."""
    ledger = Ledger()
    assert ledger.put(scan(PLAN, key(), 2, [row(), row()]))
    assert not ledger.put(scan(PLAN, key(), 1, [row()]))
    assert ledger.revision(key()) == 2
    assert ledger.revision(key("b")) is None


def test_a_correction_that_empties_a_month_takes_its_rows_away():
    """A partition is delivered whole: nothing in it means nothing counts."""
    ledger = Ledger()
    ledger.put(scan(PLAN, key(), 1, [row()]))
    ledger.put(scan(PLAN, key(), 2, []))
    rolled = roll_up(PLAN, ledger, year(2025), tree_of)
    assert rolled.numbers == {}
    assert rolled.partitions == ((key(), 2),)


def test_what_was_computed_by_another_plan_is_not_mixed_in():
    """Sums of an older set of metrics wait until their partition is computed again."""
    ledger = Ledger()
    ledger.put(scan(planned(expressions=("count(*)",)), key(), 1, [row()]))
    assert roll_up(PLAN, ledger, year(2025), tree_of).numbers == {}


def test_one_who_counts_in_two_communes_counts_once_in_the_province():
    """Sets are united on the way up, never their counts added."""
    fused = fuse(things(), [people := metric("1.1-a", "count(distinct thing)")])
    ledger = Ledger()
    ledger.put(scan(fused, key("a"), 1, [row(agency="X1", thing="an"), row(agency="X2", thing="binh")]))
    ledger.put(
        scan(fused, key("b", "2025-02"), 1, [row(agency="X2", thing="an"), row(agency="Y1", thing="an")])
    )
    numbers = roll_up(fused, ledger, year(2025), tree_of).numbers
    name = measure_name(people.numerator.aggregate)
    found = {unit: numbers[unit,][name] for unit in ("X1", "X2", "P1", "P2", "R1", "VN")}
    assert found == {"X1": 1, "X2": 2, "P1": 2, "P2": 1, "R1": 2, "VN": 2}


def test_a_snapshot_speaks_for_its_latest_month_and_for_as_long_as_declared():
    """Each source's last register counts, an old one only while it may be carried on."""
    table = things(Grain.SNAPSHOT, carry_months=2)
    keys = [key("a", "2025-01"), key("a", "2025-02"), key("b", "2025-01"), key("a", "2025-09")]

    def speaking(month):
        return sorted(str(held.month) for held in choose(table, one(Month.read(month)), keys))

    assert speaking("2025-02") == ["2025-01", "2025-02"]
    assert speaking("2025-04") == ["2025-02"]
    assert speaking("2025-05") == []
    assert choose(table, Period(Month(2025, 1), Month(2025, 12)), keys) == {keys[2], keys[3]}


def test_a_merged_province_can_be_shown_as_it_is_now_and_as_it_was():
    """The tree is chosen month by month, so both readings come from the same partials."""
    fused = fuse(things(), [metric("1.1-a", "count(*)")])
    ledger = Ledger()
    for month in ("2025-06", "2025-07"):
        ledger.put(scan(fused, key(month=month), 1, [row(agency="X1"), row(agency="Y1")]))
    merged = Tree(TREE.levels, {**TREE.above, "Y1": "P1"})
    name = fused.of(State.SUM)[0].name

    def of(province, chosen):
        return roll_up(fused, ledger, year(2025), chosen).of(province, name)

    def then(month):
        return TREE if month < Month(2025, 7) else merged

    assert of("P1", lambda _: merged) == 4
    assert of("P1", then) == 3
    assert of("P2", then) == 1
    assert of("P2", lambda _: merged) is None


def test_a_body_that_no_tree_knows_stands_for_itself():
    """Its rows are not lost and not added to anybody else."""
    assert TREE.line("nobody knows") == ("nobody knows",)
    assert TREE.line(BODIES[0]) == ("X1", "P1", "R1", "VN")


def test_a_tree_in_a_circle_is_refused():
    """Nothing stands above itself, and every unit above another has a level; all faults are named."""
    with pytest.raises(Invalid) as refused:
        Tree({"a": Level.BODY, "b": Level.BODY}, {"a": "b", "b": "a", "c": "d"})
    assert len(refused.value.faults) == 4
