"""Comparing a published table with the recomputed one, row by row and field by field."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from thuocdo.core.messages import Reason
from thuocdo.publication.columns import Cell, Table


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the published file and the recomputation disagree.

    `row` is "" for the file as a whole. `published` or `recomputed` is None where the row is
    only on the other side.
    """

    row: str
    field: str
    published: str | None
    recomputed: str | None

    @property
    def what(self) -> str:
        """Return the row and the field: "task 44, status"."""
        return ", ".join(part for part in (self.row, self.field) if part)

    @property
    def reason(self) -> Reason:
        """Return what is said of it."""
        return differing(self.published, self.recomputed)


def differing(published: str | None, recomputed: str | None) -> Reason:
    """Return the reason for a row that only one side has, or for two values that differ."""
    if published is None:
        return Reason("row_missing")
    if recomputed is None:
        return Reason("row_extra")
    return Reason("field_differs", {"published": published[:80], "recomputed": recomputed[:80]})


def differences_of_rows(
    table: Table, published: Iterable[tuple[Sequence[str], Sequence[Any]]], shown: Callable[[Cell], Any]
) -> Iterator[Difference]:
    """Yield the differences of (names, cells) rows from the table's rows as `shown` by a writer.

    Rows are matched by their key columns, so that one missing row is one difference.
    """
    names = [column.name for column in table.columns]
    wanted = _by_key((dict(zip(names, map(shown, row), strict=True)) for row in table.rows), table)
    found = _by_key((dict(zip(*row, strict=False)) for row in published), table)
    for key, row in wanted.items():
        name = table.row_name([row[column] for column in names])
        if key not in found:
            yield Difference(name, "", None, "")
            continue
        for field in dict.fromkeys((*row, *found[key])):
            ours, theirs = row.get(field), found[key].get(field)
            # The types are compared too: in JSON, true equals 1 for Python but not for a reader.
            if ours != theirs or type(ours) is not type(theirs):
                yield Difference(name, field, str(theirs), str(ours))
    for key, row in found.items():
        if key not in wanted:
            yield Difference(table.row_name([row.get(column, "") for column in names]), "", "", None)


def _by_key(rows: Iterable[dict[str, Any]], table: Table) -> dict[tuple[str, int], dict[str, Any]]:
    keys = [column.name for column in table.columns[: table.keys]]
    seen: Counter[str] = Counter()
    found = {}
    for row in rows:
        key = repr([row.get(name) for name in keys])
        found[key, seen[key]] = row
        seen[key] += 1
    return found
