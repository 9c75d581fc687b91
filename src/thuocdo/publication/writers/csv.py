"""CSV: RFC 4180 with a byte order mark, so that spreadsheets read Vietnamese as it is written.

A text cell that a spreadsheet might run as a formula gets a leading apostrophe, and so does a
text that begins with an apostrophe: dropping one leading apostrophe always gives the text back.
Numbers stay numbers.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from thuocdo.core.formulas import GUARDED, guarded
from thuocdo.core.memory import Memory
from thuocdo.evaluation.types import Facts
from thuocdo.publication.columns import Cell, Table
from thuocdo.publication.compare import Difference, differences_of_rows

SUFFIX = ".csv"
_BOM = "\ufeff"
_AS_THEY_ARE = frozenset({type(None), int, date})
"""Types that the CSV module writes just as `shown` does."""
_LIST_SEPARATOR = "; "


def write(table: Table, _facts: Facts, memory: Memory | None = None) -> bytes:
    """Return the table's bytes; the same table always gives the same bytes."""
    return table_bytes(table, memory)


def table_bytes(table: Table, memory: Memory | None = None) -> bytes:
    """Return the bytes of a table of whatever it tells."""
    lines = table.each(memory or Memory(), SUFFIX, _lines)
    return "".join((_BOM, *_lines([[column.name for column in table.columns]]), *lines)).encode("utf-8")


def _lines(rows: Iterable[Sequence[Cell]]) -> list[str]:
    found: list[str] = []
    # The module writes a row at once, so each piece that it gives is a line.
    writer = csv.writer(SimpleNamespace(write=found.append), lineterminator="\r\n")
    writer.writerows([cell if _stands(cell) else shown(cell) for cell in row] for row in rows)
    return found


def differences(data: bytes, table: Table, _facts: Facts) -> Iterator[Difference]:
    """Yield where a published file says something else than `table`; `ValueError` if it is no CSV."""
    text = data.decode("utf-8")
    if not text.startswith(_BOM):
        raise ValueError("does not begin with a byte order mark")
    try:
        lines = list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from None
    if not lines:
        raise ValueError("is empty")
    names = lines[0]
    yield from differences_of_rows(table, [(names, line) for line in lines[1:]], shown)
    if names != [column.name for column in table.columns]:
        yield Difference("", "columns", "; ".join(names), "; ".join(column.name for column in table.columns))


def shown(cell: Cell) -> str:
    """Return the text of a cell; "" stands for no value."""
    if isinstance(cell, str):
        return guarded(str(cell))  # an enumeration becomes plain text
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, tuple):
        return guarded(_LIST_SEPARATOR.join(cell))
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def _stands(cell: Cell) -> bool:
    """Say whether the CSV module writes the cell just as `shown` does: most cells, at half the price."""
    if type(cell) is str:  # an enumeration is a str too, and is not written as it stands
        return cell[:1] not in GUARDED
    return type(cell) in _AS_THEY_ARE
