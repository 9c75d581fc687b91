"""NAME.parquet beside NAME.csv: each whole table with its types, for engines that read columns.

A decimal has 38 digits, as many behind the point as its column needs; a column with a number
that has no room in them is text, so that nothing is rounded. Texts stand as they are, without the
apostrophe of the CSV: no spreadsheet opens these files.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import compress
from typing import Any
from zlib import crc32

from thuocdo.core.memory import Memory
from thuocdo.core.messages import LANGUAGES
from thuocdo.publication import parquet
from thuocdo.publication.columns import BOOLEAN, DATE, DECIMAL, INTEGER, LIST, TEXT, Cell, Column, Row, Table
from thuocdo.publication.describing.snapshot import Described
from thuocdo.publication.parquet import Filled, Kind

SUFFIX = ".parquet"
_KINDS = {
    TEXT: parquet.TEXT,
    INTEGER: parquet.INTEGER,
    DATE: parquet.DATE,
    BOOLEAN: parquet.BOOLEAN,
    LIST: parquet.TEXT,
}


_PARTED = 4096
"""Rows of a group, in the mean. Where one ends is said by the key of its last row and not by its number: a
row more or less leaves all groups but its own as they are."""


def files(of: Described, memory: Memory | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield one file for each whole table."""
    memory = memory or Memory()
    said = {
        "title": " / ".join(of.title(language) for language in LANGUAGES),
        "as_of": of.as_of.isoformat(),
    }
    for table in of.whole_tables:
        path = table.path + SUFFIX
        yield path, memory.of(path, (table.origin, said), partial(table_bytes, table, said, memory))


def table_bytes(table: Table, said: dict[str, str], memory: Memory | None = None) -> bytes:
    """Return a table as a Parquet file."""
    memory = memory or Memory()
    kinds = [_kind(column, place, table.rows) for place, column in enumerate(table.columns)]
    groups = []
    for rows in _parted(table, memory):
        name = (table.path, SUFFIX, rows[0][: table.keys])
        some = replace(table, rows=rows)
        groups.append(memory.of(name, (some.origin, kinds), partial(_group, some, kinds)))
    return parquet.parquet_bytes(_filled(table, kinds, ()), groups, said)


def _parted(table: Table, memory: Memory) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each group."""
    ends = table.each(memory, "ends", lambda rows: [_ends_group(row[: table.keys]) for row in rows])
    begun = 0
    for place in compress(range(1, len(ends) + 1), ends):
        yield table.rows[begun:place]
        begun = place
    if begun < len(table.rows):
        yield table.rows[begun:]


def _ends_group(key: Row) -> bool:
    return crc32("\t".join(map(str, key)).encode()) % _PARTED == 0


def _group(table: Table, kinds: Sequence[Kind]) -> parquet.Group:
    return parquet.group(_filled(table, kinds, table.rows))


def _filled(table: Table, kinds: Sequence[Kind], rows: Sequence[Row]) -> list[Filled]:
    cells: list[tuple[Cell, ...]] = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    return [
        Filled(column.name, kind, _coded(column, kind, own), many=column.type == LIST)
        for column, kind, own in zip(table.columns, kinds, cells, strict=True)
    ]


def _coded(column: Column, kind: Kind, cells: Sequence[Cell]) -> list[Any]:
    """Return the cells of a column as its kind takes them."""
    if column.type == DECIMAL:
        coded = _spelled if kind is parquet.TEXT else partial(_unscaled, scale=kind.scale)
        return [coded(cell) if isinstance(cell, Decimal) else None for cell in cells]
    if column.type == LIST:
        return [tuple(map(str, cell)) if isinstance(cell, tuple) else None for cell in cells]
    # An enumeration is a str too and becomes plain text.
    made: Callable[[Cell], object] = str if column.type == TEXT else _as_it_is
    return [None if cell is None else made(cell) for cell in cells]


def _spelled(value: Decimal) -> str:
    return format(value, "f")


def _as_it_is(cell: Cell) -> Cell:
    return cell


def _kind(column: Column, place: int, rows: Sequence[Row]) -> Kind:
    """Return the type of a column: a decimal one has as many places as the longest of all its numbers."""
    if column.type != DECIMAL:
        return _KINDS[column.type]
    # Equal numbers are looked at once; 1.0 and 1.00 are one number.
    known = dict.fromkeys(row[place] for row in rows)
    numbers = [cell for cell in known if isinstance(cell, Decimal)]
    scale = max((max(0, -int(cell.as_tuple().exponent)) for cell in numbers), default=0)
    fits = all(abs(_unscaled(cell, scale)) < 10**parquet.PRECISION for cell in numbers)
    return parquet.decimal(scale) if fits and scale <= parquet.PRECISION else parquet.TEXT


def _unscaled(value: Decimal, scale: int) -> int:
    """Return the whole number of the last place; digit by digit, because decimals round at 28 digits."""
    sign, digits, exponent = value.as_tuple()
    number: int = int("".join(map(str, digits))) * 10 ** (scale + int(exponent))
    return -number if sign else number
