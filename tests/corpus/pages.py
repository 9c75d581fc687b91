"""What all renderers share: rows split over a page, merged cells undone, and what a format hides."""

from dataclasses import replace

from tests.corpus.model import Cell, Row, Table


def covering(table: Table) -> list[list[Cell | None]]:
    """Return the grid with each covered place holding the cell that covers it."""
    grid: list[list[Cell | None]] = [list(row.cells) for row in table.rows]
    for down, row in enumerate(table.rows):
        for across, cell in enumerate(row.cells):
            if cell is None:
                continue
            for y in range(down, min(down + cell.rows, len(grid))):
                for x in range(across, across + cell.columns):
                    grid[y][x] = cell
    return grid


def unhidden(table: Table) -> Table:
    """Return the table without hidden rows; rows that merged cells cover never are hidden ones."""
    return replace(table, rows=[row for row in table.rows if not row.hidden])


def split_rows(table: Table) -> Table:
    """Return the table with every ninth row that stands alone torn in two, as a page break does."""
    rows: list[Row] = []
    for place, row in enumerate(table.rows):
        alone = row.kind == "body" and all(cell is not None and cell.rows == 1 for cell in row.cells)
        cells = [cell for cell in row.cells if cell is not None]
        longest = max(range(len(cells)), key=lambda i: len(cells[i].text)) if alone else 0
        words = cells[longest].text.split(" ")
        if (
            not alone
            or place % 9
            or row.hidden
            or len(words) < 8
            or not cells[0].text
            or longest == 0
            or cells[longest].mark
        ):
            rows.append(row)
            continue
        half = len(words) // 2
        first = [replace(cell) for cell in cells]
        first[longest].text = " ".join(words[:half])
        second = [Cell() for _ in cells]
        second[longest] = Cell(" ".join(words[half:]))
        rows += [replace(row, cells=first), Row(second, "rest")]
    return replace(table, rows=rows)


def shown(cell: Cell) -> str:
    """Return the words of a cell with the mark of its note."""
    return f"{cell.text}[{cell.mark}]" if cell.mark else cell.text
