"""Generated cases for engines: rows of any table, with all that makes engines differ in silence.

A case is one small register; its number stands before each body's code, so that thousands of cases lie in
one partition and each keeps groups of its own. The same seed gives the same rows.
"""

from datetime import date, datetime
from decimal import Decimal
from random import Random

from thuocdo.measurement.tables.reading import AGENCY
from thuocdo.measurement.tables.types import ColumnType

BODIES = ("X1", "Bộ Ý tế – “khó”", "d'Ô", "a\\b")
WORDS = ("a", "A", "đỏ's", "Đ", "Đ", "", " ", "ạ̣x", "ạ̣x", "100%", "%s", "a\\", 'x"y', "🙂", "1", "01", "null")
WHOLES = (0, 0, 1, 1, 2, 3, -1, -3, 10**15, -(10**15), 2**31, 2**53 + 1)
QUANTITIES = tuple(map(Decimal, ("0.000", "0.001", "-0.001", "1.005", "99999999999.999", "-12345.678")))
DAYS = tuple(
    date.fromisoformat(text)
    for text in (
        *("2024-12-31", "2025-01-01", "2025-01-08", "2025-01-09", "2025-01-10", "2025-01-31", "2025-02-01"),
        *("2024-02-29", "1969-12-31", "1970-01-01", "1950-06-15", "2100-02-28"),
    )
)
# Months begin at 17 o'clock UTC in Việt Nam; clocks change elsewhere; some years lie before 1970.
MOMENTS = tuple(
    datetime.fromisoformat(text)
    for text in (
        *("2024-12-31T16:59:59.999999", "2024-12-31T17:00:00", "2024-12-31T23:59:59", "2025-01-01T00:00:00"),
        *("2025-03-09T07:30:00", "2025-03-30T01:30:00", "2025-10-26T01:30:00", "1969-12-31T23:59:59.999999"),
    )
)
VALUES = {
    ColumnType.ID: WORDS,
    ColumnType.FLAG: (True, False),
    ColumnType.COUNT: WHOLES,
    ColumnType.MONEY: WHOLES,
    ColumnType.QUANTITY: QUANTITIES,
    ColumnType.DAY: DAYS,
    ColumnType.MOMENT: MOMENTS,
}
_EMPTY, _ALWAYS_EMPTY, _TWICE = 0.25, 0.12, 0.15


def cases(table, count, seed):
    """Return the rows of so many cases of a table; some cases have none."""
    chance = Random(f"{table.name} {seed}")  # noqa: S311  made-up rows
    return [row for number in range(count) for row in _case(table, number, chance)]


def _case(table, number, chance):
    """Return the rows of one case; some columns are empty or the same throughout, some rows come twice."""
    empty = {one.name for one in table.columns if one.null and chance.random() < _ALWAYS_EMPTY}
    same = {one.name: _value(one, chance) for one in table.columns if chance.random() < _ALWAYS_EMPTY}
    rows = []
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 8))):
        row = {}
        for one in table.columns:
            nothing = one.name in empty or (one.null and chance.random() < _EMPTY)
            row[one.name] = None if nothing else same.get(one.name, _value(one, chance))
        row[AGENCY] = f"{number}|{chance.choice(BODIES)}"
        rows += [row] * (1 + (chance.random() < _TWICE))
    return rows


def _value(column, chance):
    """Return what may stand in a column."""
    return chance.choice(column.values or VALUES[column.type])
