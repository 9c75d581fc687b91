"""A metric by province in two readings: merged provinces count for their successor, or for themselves."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.factories.measures import key, metric, row, things
from tests.fakes.plain_engine import scan

from thuocdo.core.errors import Conflict
from thuocdo.measurement.declaring.types import Kind
from thuocdo.measurement.months import Month, Period
from thuocdo.measurement.partials import Ledger
from thuocdo.measurement.planning import fuse
from thuocdo.measurement.rollup import roll_up
from thuocdo.measurement.sources.provinces import by_province
from thuocdo.programme.types import Agency, AgencyKind, Register, Succession

PERIOD = Period(Month(2025, 6), Month(2025, 7))
MERGED = date(2025, 7, 1)
AS_OF = date(2025, 12, 31)


def province(code, **changes):
    """Return a province."""
    return Agency(code, f"Tỉnh {code}", f"Province {code}", AgencyKind.PROVINCE, **changes)


REGISTER = Register(
    (
        province("T1"),
        province("T2", valid_until=MERGED),
        province("T3", valid_from=MERGED),
        province("T4"),
        Agency("B1", "Bộ", "Ministry", AgencyKind.MINISTRY),
    ),
    (Succession("T2", "T1", MERGED),),
    (),
)
ROWS = {"2025-06": ["T1.X1", "T2.X1", "T2.X2", "B1"], "2025-07": ["T1.X1", "T2.X1", "T3.X9", "B1"]}


def told(counted, **changes):
    """Return what both readings say of each province, by its code: the numbers of rows."""
    plan = fuse(things(), [counted])
    ledger = Ledger()
    for month, bodies in ROWS.items():
        ledger.put(scan(plan, key(month=month), 1, [row(agency=body) for body in bodies]))
    areas = by_province(
        counted,
        lambda _table, tree_of: roll_up(plan, ledger, PERIOD, tree_of),
        **{"period": PERIOD, "register": REGISTER, "as_of": AS_OF} | changes,
    )
    return {
        each.agency.code: (
            each.now.numerator if each.now else None,
            each.then.numerator if each.then else None,
            each.successors,
        )
        for each in areas
    }


def test_a_merged_province_counts_for_its_successor_now_and_for_itself_then():
    """T2 ended on 1 July: now its rows are T1's in both months, then only those since the merger."""
    found = told(metric("1.1-a", "count(*)"))
    assert found["T1"][:2] == (5, 3)
    assert found["T2"] == (None, 3, ("T1",))


def test_a_province_that_began_within_the_period_stands_in_both():
    """T3 has the rows of its own months in both readings; T4 has no rows and is left out."""
    found = told(metric("1.1-a", "count(*)"))
    assert found["T3"] == (1, 1, ())
    assert set(found) == {"T1", "T2", "T3"}


def test_before_the_merger_both_readings_are_the_same():
    """On a day before the merger nobody has a successor yet."""
    found = told(metric("1.1-a", "count(*)"), as_of=date(2025, 6, 30), period=PERIOD)
    assert found["T2"][0] == Decimal(3)
    assert found["T2"][2] == ()


def test_a_growth_is_refused_in_words():
    """A growth since a base year needs that year's provinces too; it is told for the nation only."""
    counted = metric("1.1-a", "count(*)")
    growth = replace(counted, declaration=replace(counted.declaration, kind=Kind.GROWTH, base_year=2024))
    with pytest.raises(Conflict, match="growth since a base year"):
        told(growth)
