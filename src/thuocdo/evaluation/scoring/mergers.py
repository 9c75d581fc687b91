"""Units made of others: in which rows they are judged for the first time, and the data of those before."""

from dataclasses import replace

from thuocdo.evaluation.scoring.table import Table


def merged_rows(table: Table) -> list[int]:
    """Return the rows in which a merged unit is judged for the first time."""
    return [
        table.row(unit.id, unit.merged_in)
        for unit in table.units
        if unit.predecessors and unit.merged_in in table.periods
    ]


def predecessor_rows(table: Table, row: int) -> list[int]:
    """Return the rows of the units that a merged unit was made of, in the same period."""
    period = table.periods[row // len(table.units)]
    return [table.row(name, period) for name in table.unit_of(row).predecessors if name in table.places]


def with_sums(table: Table) -> Table:
    """Return the table in which merged units have the sums of their predecessors in their first period."""
    rows = merged_rows(table)
    columns = {name: list(column) for name, column in table.columns.items()} if rows else {}
    without_data = set(table.without_data)
    for row in rows:
        before = predecessor_rows(table, row)
        if not table.without_data.issuperset(before):
            without_data.discard(row)
        for column in columns.values():
            cells = [cell for each in (row, *before) if isinstance(cell := column[each], int)]
            column[row] = sum(cells) if cells else None
    return replace(table, columns=columns, without_data=frozenset(without_data)) if rows else table
