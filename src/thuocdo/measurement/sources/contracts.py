"""The data contract of a table: what its rows and a whole delivery must keep, beyond names and types.

Types, words of codes, empty cells and the key stand in the standard table; ranges, the order of days,
the month and freshness are declared in `contracts/<table>.toml`, one file for each table.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from thuocdo.core.errors import N_, Fault, fault
from thuocdo.measurement.declared import read_folder, refuse
from thuocdo.measurement.tables.types import ColumnType, Table

STANDARD = Path(__file__).resolve().parent / "contracts"
NUMBERS = frozenset({ColumnType.COUNT, ColumnType.MONEY, ColumnType.QUANTITY})
TIMES = frozenset({ColumnType.DAY, ColumnType.MOMENT})


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the most that a number may be."""

    column: str
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Ordered:
    """Two times, or two numbers, of which the second never lies below the first."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Contract:
    """What a table's deliveries must keep.

    `past` are times that never lie after the day of the delivery. `month_of` is the column whose day,
    in Vietnamese time, decides to which month a row belongs.
    `fresh_days` is how far before the month's end its newest day may lie, 0 for no matter. A median
    that is `unit_factor` times that of earlier months, or a part of it, means another unit; so many
    rows more or fewer, another extent.
    """

    ranges: tuple[Range, ...] = ()
    orders: tuple[Ordered, ...] = ()
    past: tuple[str, ...] = ()
    month_of: str = ""
    fresh_days: int = 0
    unit_factor: Decimal = Decimal(8)
    extent_factor: Decimal = Decimal(5)


def contracts(tables: Mapping[str, Table], folder: Path = STANDARD) -> Mapping[str, Contract]:
    """Return the contract of every table, or refuse with every fault of every file."""
    found, faults = read_folder(folder, Contract)
    for name, contract in found.items():
        if name not in tables:
            faults.append(fault(f"{name}.toml", None, N_("There is no standard table of this name.")))
        else:
            faults += contract_faults(f"{name}.toml", contract, tables[name])
    refuse(faults)
    return {name: found.get(name, Contract()) for name in tables}


def contract_faults(where: str, contract: Contract, table: Table) -> Iterator[Fault]:
    """Yield what is wrong with a contract: columns that the table lacks, and empty ranges."""
    for each in contract.ranges:
        yield from _of_kind(where, each.column, NUMBERS, table)
        if each.most < each.least:
            yield fault(where, each.column, N_("The range is empty: the most lies below the least."))
    for pair in contract.orders:
        first = table.column(pair.first)
        kinds = TIMES if first is not None and first.type in TIMES else NUMBERS
        yield from _of_kind(where, pair.first, kinds, table)
        yield from _of_kind(where, pair.second, kinds, table)
    for name in contract.past:
        yield from _of_kind(where, name, TIMES, table)
    if contract.month_of:
        yield from _of_kind(where, contract.month_of, TIMES, table)
    if contract.fresh_days and not contract.month_of:
        yield fault(where, "fresh_days", N_("Freshness needs the column that decides the month."))
    if contract.unit_factor <= 1 or contract.extent_factor <= 1:
        yield fault(where, "unit_factor", N_("A factor lies above 1."))


def _of_kind(where: str, name: str, kinds: frozenset[ColumnType], table: Table) -> Iterator[Fault]:
    column = table.column(name)
    if column is None or column.type not in kinds:
        yield fault(where, name, N_("The table has no such column, or one of another kind."))
