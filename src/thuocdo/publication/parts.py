"""The rows of one task or one indicator as a table of their own, beside its page."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from thuocdo.programme.types import Programme
from thuocdo.publication.columns import Cell, Row, Table


def indicator_names(programme: Programme) -> dict[str, str]:
    """Return key → name in addresses: the row's number, with its horizon where a number stands twice."""
    count = Counter(indicator.code for indicator in programme.indicators)
    return {
        indicator.key: indicator.key if count[indicator.code] > 1 else indicator.code
        for indicator in programme.indicators
    }


def parts(programme: Programme, assignments: Table, observations: Table) -> Iterator[Table]:
    """Yield the assignments of each task and the values of each indicator, at their pages' addresses.

    An indicator shows the values of the row that measures the same quantity too, as its page does.
    """
    of_task = _by(assignments, "task")
    for task in programme.tasks:
        yield _part(assignments, f"{programme.slug}/nhiem-vu/{task.code}", of_task[task.code])
    of_indicator = _by(observations, "code")
    names = indicator_names(programme)
    for indicator in programme.indicators:
        codes = dict.fromkeys((indicator.code, indicator.shares_path_with))
        rows = [row for code in codes for row in of_indicator[code]]
        yield _part(observations, f"{programme.slug}/chi-tieu/{names[indicator.key]}", rows)


def _by(table: Table, name: str) -> Mapping[Cell, list[Row]]:
    place = next(at for at, column in enumerate(table.columns) if column.name == name)
    found: dict[Cell, list[Row]] = defaultdict(list)
    for row in table.rows:
        found[row[place]].append(row)
    return found


def _part(whole: Table, path: str, rows: list[Row]) -> Table:
    return replace(whole, path=path, rows=tuple(rows), part=True)
