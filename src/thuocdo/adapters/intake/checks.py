"""The checks that one row keeps or breaks, as conditions in SQL: all in one pass, one bit each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from thuocdo.adapters.intake.mapping import raw, value
from thuocdo.core.messages import Reason
from thuocdo.measurement.months import Month
from thuocdo.measurement.rendering import text
from thuocdo.measurement.sources.contracts import TIMES, Contract
from thuocdo.measurement.tables.types import Column, ColumnType, Table

VIETNAM = 7
"""Hours by which the days that decide a month are ahead of UTC."""

MOST = 62
_OLDEST, _LAST = date(1900, 1, 1), date(2200, 1, 1)


@dataclass(frozen=True, slots=True)
class Check:
    """One check; `broken` is the condition under which a row does not keep it, never empty (null)."""

    name: str
    column: str
    reason: Reason
    broken: str


def checks(table: Table, contract: Contract, month: Month, as_of: date) -> tuple[Check, ...]:
    """Return every check of a table's rows, in a fixed order."""
    found = [each for column in table.columns for each in _of_column(column)]
    found += _of_contract(table, contract, as_of)
    if contract.month_of:
        found.append(_of_month(table, contract.month_of, month))
    if len(found) > MOST:
        raise AssertionError(table.name)
    return tuple(found)


def mask(found: tuple[Check, ...]) -> str:
    """Return the expression that is 0 for a row that keeps everything, else has the bit of each check."""
    if not found:
        return "0::bigint"
    return " + ".join(
        f"case when {each.broken} then {1 << place} else 0 end::bigint" for place, each in enumerate(found)
    )


def _of_column(column: Column) -> Iterator[Check]:
    name, own, given = column.name, value(column.name), raw(column.name)
    if not column.null:
        yield Check("empty", name, Reason("empty", {"column": name}), f"({given} is null)")
    if column.type is ColumnType.CODE:
        words = ", ".join(text(word) for word in column.values)
        reason = Reason("word", {"column": name, "words": ", ".join(column.values)})
        yield Check("word", name, reason, f"({own} is not null and {own} not in ({words}))")
    elif column.type is not ColumnType.ID:
        reason = Reason("unreadable", {"column": name, "kind": column.type.value})
        yield Check("unreadable", name, reason, f"({own} is null and {given} is not null)")
    if column.type in TIMES:
        bounds = f"{own} < date '{_OLDEST}' or {own} >= date '{_LAST}'"
        yield Check("impossible", name, Reason("impossible", {"column": name}), f"coalesce({bounds}, false)")


def _of_contract(table: Table, contract: Contract, as_of: date) -> Iterator[Check]:
    for each in contract.ranges:
        own = value(each.column)
        outside = f"{own} < {_plain(each.least)} or {own} > {_plain(each.most)}"
        said = {"column": each.column, "least": _plain(each.least), "most": _plain(each.most)}
        yield Check("range", each.column, Reason("range", said), f"coalesce({outside}, false)")
    for pair in contract.orders:
        below = f"{value(pair.second)} < {value(pair.first)}"
        said = {"column": pair.second, "first": pair.first}
        yield Check("order", pair.second, Reason("order", said), f"coalesce({below}, false)")
    for name in contract.past:
        end = _start(table, name, as_of + timedelta(days=1))
        said = {"column": name, "day": as_of.isoformat()}
        yield Check("future", name, Reason("future", said), f"coalesce({value(name)} >= {end}, false)")


def _of_month(table: Table, name: str, month: Month) -> Check:
    first, after = (_start(table, name, date(each.year, each.month, 1)) for each in (month, month.later(1)))
    outside = f"{value(name)} < {first} or {value(name)} >= {after}"
    said = {"column": name, "month": str(month)}
    return Check("month", name, Reason("month", said), f"coalesce({outside}, false)")


def _start(table: Table, name: str, day: date) -> str:
    """Return the first moment of a Vietnamese day, in the column's own kind."""
    column = table.column(name)
    if column is not None and column.type is ColumnType.DAY:
        return f"date '{day}'"
    return f"(timestamp '{day} 00:00:00' - interval {VIETNAM} hour)"


def _plain(number: Decimal) -> str:
    return format(number, "f")
