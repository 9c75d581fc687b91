"""NAME.parquet beside NAME.csv: each whole table with its types, for engines that read columns.

A decimal has 38 digits, as many behind the point as its column needs; a column with a number
that has no room in them is text, so that nothing is rounded. Texts stand as they are, without the
apostrophe of the CSV: no spreadsheet opens these files.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from thuocdo.core.messages import LANGUAGES
from thuocdo.publication import parquet
from thuocdo.publication.columns import BOOLEAN, DATE, DECIMAL, INTEGER, LIST, TEXT, Cell, Column, Table
from thuocdo.publication.describing.snapshot import Described
from thuocdo.publication.parquet import Filled

SUFFIX = ".parquet"
_KINDS = {
    TEXT: parquet.TEXT,
    INTEGER: parquet.INTEGER,
    DATE: parquet.DATE,
    BOOLEAN: parquet.BOOLEAN,
    LIST: parquet.TEXT,
}


def files(of: Described) -> Iterator[tuple[str, bytes]]:
    """Yield one file for each whole table."""
    said = {
        "title": " / ".join(of.title(language) for language in LANGUAGES),
        "as_of": of.as_of.isoformat(),
    }
    for table in of.whole_tables:
        yield table.path + SUFFIX, table_bytes(table, said)


def table_bytes(table: Table, said: dict[str, str]) -> bytes:
    """Return a table as a Parquet file."""
    cells = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    columns = [_filled(column, cells[place]) for place, column in enumerate(table.columns)]
    return parquet.parquet_bytes(columns, len(table.rows), said)


def _filled(column: Column, cells: Sequence[Cell]) -> Filled:
    if column.type == DECIMAL:
        return _decimals(column.name, cells)
    if column.type == LIST:
        lists = [tuple(map(str, cell)) if isinstance(cell, tuple) else None for cell in cells]
        return Filled(column.name, parquet.TEXT, lists, many=True)
    # An enumeration is a str too and becomes plain text.
    made: Callable[[Cell], object] = str if column.type == TEXT else _as_it_is
    plain = [None if cell is None else made(cell) for cell in cells]
    return Filled(column.name, _KINDS[column.type], plain)


def _as_it_is(cell: Cell) -> Cell:
    return cell


def _decimals(name: str, cells: Sequence[Cell]) -> Filled:
    # Equal numbers are looked at once; 1.0 and 1.00 are one number.
    known = dict.fromkeys(cell for cell in cells if isinstance(cell, Decimal))
    scale = max((max(0, -int(cell.as_tuple().exponent)) for cell in known), default=0)
    made = {cell: _unscaled(cell, scale) for cell in known}
    if scale <= parquet.PRECISION and all(abs(each) < 10**parquet.PRECISION for each in made.values()):
        kind = parquet.decimal(scale)
        return Filled(name, kind, [made[cell] if isinstance(cell, Decimal) else None for cell in cells])
    return Filled(name, parquet.TEXT, [format(c, "f") if isinstance(c, Decimal) else None for c in cells])


def _unscaled(value: Decimal, scale: int) -> int:
    """Return the whole number of the last place; digit by digit, because decimals round at 28 digits."""
    sign, digits, exponent = value.as_tuple()
    number: int = int("".join(map(str, digits))) * 10 ** (scale + int(exponent))
    return -number if sign else number
