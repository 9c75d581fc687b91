"""Tables in plain text whose cells are drawn: “|” beside them, “+----+” or box characters above and below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thuocdo.documents.layout import Cell, Grid, tidy
from thuocdo.documents.typedlines import wrapped

_BOX = str.maketrans(
    dict.fromkeys("│┃║", "|") | dict.fromkeys("─━═", "-") | dict.fromkeys("┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝", "+")
)
_SIGNS = frozenset("+-= ")
_FEWEST = 3
_ONCE = 3  # rules: one above, one below the heading, one at the end
_LONGEST_TABLE = 50_000  # lines


@dataclass(slots=True)
class Drawn:
    """A drawn table; `numbers` tell the line on which each row begins."""

    grid: Grid
    numbers: list[int]


@dataclass(slots=True)
class _Row:
    """The lines of one row, and the rule above it."""

    number: int
    above: str
    lines: list[str]


def drawn_tables(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str] | Drawn]:
    """Yield numbered lines, and drawn tables in their place."""
    place = 0
    while place < len(lines):
        stop = place
        if _is_rule(_plain(lines[place][1])):
            while stop < min(len(lines), place + _LONGEST_TABLE) and _plain(lines[stop][1])[:1] in {"|", "+"}:
                stop += 1
        table = _table(lines[place:stop]) if stop - place >= _FEWEST else None
        if table:
            yield table
        else:
            yield from lines[place : max(stop, place + 1)]
        place = max(stop, place + 1)


def _plain(line: str) -> str:
    return line.strip().translate(_BOX)


def _is_rule(line: str) -> bool:
    return line[:1] == line[-1:] == "+" and "--" in line.replace("=", "-") and set(line) <= _SIGNS


def _table(lines: Sequence[tuple[int, str]]) -> Drawn | None:
    plain = [(number, _plain(line)) for number, line in lines]
    rules = [line for _number, line in plain if line[0] == "+"]
    borders = sorted({place for line in rules for place, sign in enumerate(line) if sign == "+"})
    rows = _rows(plain, by_line=len(rules) <= _ONCE, second=borders[1])
    if len(rows) < 2 or len(borders) <= _FEWEST:  # noqa: PLR2004  a heading and a row
        return None
    grid: list[list[Cell]] = []
    for row in rows:
        grid.append(_cells(row, borders, grid[-1] if grid else []))
    return Drawn(Grid(grid), [row.number for row in rows])


def _rows(lines: Sequence[tuple[int, str]], *, by_line: bool, second: int) -> list[_Row]:
    """Return the rows between the rules; where rules only frame the table, a filled first cell begins one."""
    rows: list[_Row] = []
    above = ""
    for number, line in lines:
        if line[0] == "+":
            above = line
        elif above or (by_line and len(rows) > 1 and line[1:second].strip()):
            rows.append(_Row(number, above, [line]))
            above = ""
        elif rows:
            rows[-1].lines.append(line)
    return rows


def _cells(row: _Row, borders: Sequence[int], above: Sequence[Cell]) -> list[Cell]:
    """Return the cell of each column; one goes on below where the rule above it is open."""
    cells: list[Cell] = []
    place = 0
    while place + 1 < len(borders):
        last = next(
            at
            for at in range(place + 1, len(borders))
            if at + 1 == len(borders) or all(_sign(line, borders[at]) == "|" for line in row.lines)
        )
        first, end = borders[place], borders[last]
        words = [line[first + 1 : end].strip() for line in row.lines]
        cell = Cell([text for text in map(tidy, wrapped([*filter(None, words)], end - first - 3)) if text])
        if above and row.above and not row.above[first + 1 : end].strip("+ "):
            above[place].items += cell.items
            cell = above[place]
        cells += [cell] * (last - place)
        place = last
    return cells


def _sign(line: str, place: int) -> str:
    return line[place] if place < len(line) else ""
