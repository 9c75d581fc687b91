"""The middle half of similar units: only where at least ten can be compared, and never across kinds."""

from decimal import Decimal

from tests.unit.evaluation.scoring.sample import GOOD, a_table, the_set

from thuocdo.evaluation.scoring.comparing import LEAST_SIMILAR, middle_around, middle_half
from thuocdo.evaluation.scoring.engine import score
from thuocdo.evaluation.scoring.kinds import UnitType


def test_nothing_is_said_of_fewer_than_ten():
    """Nine totals tell nothing; of ten and more the quarters at both ends are left out."""
    assert LEAST_SIMILAR == 10
    assert middle_half(range(9), 2) is None
    found = middle_half(range(1100, 0, -100), 2)
    assert found is not None
    assert (found.units, found.low, found.high) == (11, Decimal("3.00"), Decimal("9.00"))


def test_only_units_of_one_kind_are_compared():
    """Ten ministries compare with each other, and one province beside them with nobody."""
    types = [UnitType.MINISTRY] * 10 + [UnitType.PROVINCE]
    given = the_set(GOOD.replace("{by: linear, full_at: 85, floor: 60}", "{by: linear, full_at: 100}"))
    rates = [100 * 10_000] * 5 + [0] * 6
    every = frozenset(range(11))
    table = a_table({"rate": rates}, types=types, parts={"rate": 10_000}, proved={"A2": every})
    result = score(given, table)
    found = middle_around(result, 0)
    assert found is not None
    assert (found.units, found.low, found.high) == (10, Decimal("0.00"), Decimal("10.00"))
    assert middle_around(result, 10) is None
