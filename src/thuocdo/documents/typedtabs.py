"""Rows in plain text whose cells a tab parts, as a clipboard has them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thuocdo.documents.layout import Cell, Grid, spread_heads, tidy

_FEWEST = 3
_LONGEST_CELL = 60  # lines


@dataclass(slots=True)
class Tabbed:
    """A run of rows; `numbers` tell the line of each."""

    grid: Grid
    numbers: list[int]


def pieces(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str] | Tabbed]:
    """Yield numbered lines, and runs of rows with tabs as tables."""
    place = 0
    while place < len(lines):
        rows: list[tuple[int, list[str]]] = []
        at = place
        while at < len(lines):
            number, line = lines[at]
            if "\t" not in line and not (rows and line.strip() and _tabs_follow(lines, at)):
                break
            cells, at = _cells(lines, at)
            rows.append((number, cells))
        width = max((len(cells) for _number, cells in rows), default=0)
        if len(rows) > 1 and width >= _FEWEST:
            yield _table(rows, width)
        else:
            yield from lines[place : max(at, place + 1)]
        place = max(at, place + 1)


def _tabs_follow(lines: Sequence[tuple[int, str]], place: int) -> bool:
    """Say whether a line without a tab stands right between rows: a cell merged over all columns."""
    return place + 1 < len(lines) and "\t" in lines[place + 1][1]


def _cells(lines: Sequence[tuple[int, str]], place: int) -> tuple[list[str], int]:
    """Return the cells of a row and where the next row begins; quotation marks hold lines together."""
    text = lines[place][1]
    after = place + 1
    while _is_open(text) and after < len(lines) and after - place < _LONGEST_CELL:
        text = f"{text}\n{lines[after][1]}"
        after += 1
    if _is_open(text):  # a mark that nothing closes is one of the words
        text, after = lines[place][1], place + 1
    return [_plain(cell) for cell in _split(text)], after


def _is_open(text: str) -> bool:
    cell = _split(text)[-1]
    return cell.startswith('"') and cell.count('"') % 2 == 1


def _split(text: str) -> list[str]:
    """Return the cells; a tab within quotation marks parts none."""
    found: list[str] = []
    for piece in text.split("\t"):
        if found and found[-1].startswith('"') and found[-1].count('"') % 2:
            found[-1] = f"{found[-1]}\t{piece}"
        else:
            found.append(piece)
    return found


def _plain(cell: str) -> str:
    quoted = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
    return cell[1:-1].replace('""', '"') if quoted else cell


def _table(rows: Sequence[tuple[int, list[str]]], width: int) -> Tabbed:
    cells = [
        [Cell([words for line in text.split("\n") if (words := tidy(line))]) for text in row]
        for _number, row in rows
    ]
    grid = Grid([[*row, *(Cell() for _more in range(width - len(row)))] for row in cells])
    spread_heads(grid.rows)
    return Tabbed(grid, [number for number, _row in rows])
