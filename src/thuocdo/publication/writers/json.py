"""JSON: an object with as_of, illustrative, rules_version and rows; one row a line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from thuocdo.core.memory import Memory
from thuocdo.core.typed import convert, from_json
from thuocdo.evaluation.types import RULES_VERSION, Facts
from thuocdo.publication.columns import Cell, Table
from thuocdo.publication.compare import Difference, differences_of_rows

SUFFIX = ".json"


def write(table: Table, facts: Facts, memory: Memory | None = None) -> bytes:
    """Return the table's bytes; decimals and dates are text, lists are lists, no value is null."""
    return written(table, _head(facts), memory)


def written(table: Table, head: Mapping[str, Any], memory: Memory | None = None) -> bytes:
    """Return the rows below what the file says of itself."""
    names = [column.name for column in table.columns]
    rows = table.each(memory or Memory(), SUFFIX, lambda some: [_encoded(names, row) for row in some])
    return msgspec.json.encode(head)[:-1] + b',"rows":[\n' + b",\n".join(rows) + b"\n]}\n"


def differences(data: bytes, table: Table, facts: Facts) -> Iterator[Difference]:
    """Yield where a published file says something else than `table`; `ValueError` if it is no such JSON."""
    try:
        head = from_json(data, dict[str, Any])
        rows = convert(head.pop("rows", None), list[dict[str, Any]])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from None
    for name, value in _head(facts).items():
        if head.get(name) != value:
            yield Difference("", name, str(head.get(name)), str(value))
    yield from differences_of_rows(table, [(list(row), list(row.values())) for row in rows], shown)


def shown(cell: Cell) -> Any:
    """Return the plain value of a cell."""
    match cell:
        case Decimal():
            return format(cell, "f")
        case date():
            return cell.isoformat()
        case tuple():
            return [str(item) for item in cell]
        case str():
            return str(cell)
    return cell


def _encoded(names: Sequence[str], row: Sequence[Cell]) -> bytes:
    # The encoder writes days and lists as `shown` does; only decimals need another form.
    cells = [format(cell, "f") if type(cell) is Decimal else cell for cell in row]
    return msgspec.json.encode(dict(zip(names, cells, strict=True)))


def _head(facts: Facts) -> dict[str, Any]:
    return {
        "as_of": facts.as_of.isoformat(),
        "illustrative": facts.illustrative,
        "rules_version": RULES_VERSION,
    }
