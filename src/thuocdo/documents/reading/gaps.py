"""Gaps in the numbers of the rows of tables: what stood between may have been lost."""

import re
from collections.abc import Sequence
from dataclasses import replace

from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.rows import Row, Table

_LAST_NUMBER = re.compile(r"(?P<before>.*?)(?P<number>\d{1,4})")
_FARTHEST = 20  # more than so many rows are not lost: the table is numbered otherwise


def with_gaps(tables: Sequence[Table]) -> list[Table]:
    """Return the tables with a doubt on both sides of each gap in the numbers of their rows."""
    rows = [list(table.rows) for table in tables]
    above: tuple[int, int] | None = None
    for number, table in enumerate(tables):
        if above and tables[above[0]].columns.roles != table.columns.roles:
            above = None
        for place, row in enumerate(table.rows):
            if row.kind != "row" or row.lettered:
                continue
            before = rows[above[0]][above[1]] if above else row
            if above and _jumps(before.code, row.code):
                doubt = Doubt("rows_missing", None, {"before": before.code, "after": row.code})
                rows[above[0]][above[1]] = _doubted(before, doubt)
                rows[number][place] = _doubted(row, doubt)
            above = number, place
    return [replace(table, rows=tuple(found)) for table, found in zip(tables, rows, strict=True)]


def _doubted(row: Row, doubt: Doubt) -> Row:
    return replace(row, doubts=(*row.doubts, doubt))


def _jumps(before: str, after: str) -> bool:
    first, second = _LAST_NUMBER.fullmatch(before), _LAST_NUMBER.fullmatch(after)
    if not first or not second or first["before"] != second["before"]:
        return False
    return 1 < int(second["number"]) - int(first["number"]) <= _FARTHEST
