"""Plans as text whose cells stand in columns: pasted with tabs, or as a program lays out a printed page."""

import re
import textwrap

from tests.corpus.model import Cell, Line, Plan, Row, Table
from tests.corpus.pages import shown, unhidden

WIDTH = 150
GAP = 2
MARKS = ("- ", "+ ", "* ", "• ", "· ", "– ", "— ", "▪ ", "1. ")


def pasted(table: Table) -> str:
    """Return the rows of a table as a clipboard has them: tabs between cells, quotes around line feeds."""
    return "\n".join(
        "\t".join(_quoted(shown(cell)) if cell else "" for cell in row.cells) for row in unhidden(table).rows
    )


def ruled(table: Table) -> str:
    """Return a table drawn with lines of dashes and bars, as converters to plain text draw it."""
    widths = _widths(table)
    rows = [_segments(row) for row in table.rows]
    lines = [_rule([], rows[0], widths)]
    for place, row in enumerate(rows):
        rooms = [sum(widths[start : start + span]) + span - 1 for start, span, _ in row]
        blocks = [
            _folded(cell, room - GAP) if cell else [] for (_, _, cell), room in zip(row, rooms, strict=True)
        ]
        for deep in range(max(map(len, blocks), default=0)):
            words = [block[deep] if deep < len(block) else "" for block in blocks]
            cells = (f" {word} ".ljust(room) for word, room in zip(words, rooms, strict=True))
            lines.append(f"|{'|'.join(cells)}|")
        lines.append(_rule(row, rows[place + 1] if place + 1 < len(rows) else [], widths))
    return "\n".join(lines)


def _segments(row: Row) -> list[tuple[int, int, Cell | None]]:
    """Return where each cell of a row begins and how wide it is; nothing where one above covers the place."""
    found: list[tuple[int, int, Cell | None]] = []
    across = 0
    while across < len(row.cells):
        cell = row.cells[across]
        found.append((across, cell.columns if cell else 1, cell))
        across += found[-1][1]
    return found


def _rule(
    above: list[tuple[int, int, Cell | None]], below: list[tuple[int, int, Cell | None]], widths: list[int]
) -> str:
    """Return the line between two rows, which leaves cells that go on in the lower one open."""
    edges = {start for start, _, _ in above + below}
    kept_open = {start for start, _, cell in below if cell is None}
    line = ""
    for place, width in enumerate(widths):
        line += ("+" if place in edges else "-") + (" " if place in kept_open else "-") * width
    return line + "+"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "\n" in text else text


def clear(plan: Plan) -> bool:
    """Say whether columns tell where a line of a cell ends, for names that stand on a line each."""
    return all(_unbroken(part) for part in plan.parts if isinstance(part, Table))


def _unbroken(table: Table) -> bool:
    widths = _widths(table)
    return all(
        len(line) <= widths[place] - GAP or line.endswith((";", ",", "."))
        for row in table.rows
        for place, cell in enumerate(row.cells)
        if cell and cell.columns == 1 and "\n" in cell.text and not cell.text.startswith(MARKS)
        for line in cell.text.split("\n")
    )


def simple(plan: Plan) -> bool:
    """Say whether no cell covers rows below it, so that a blank place is a blank cell; headings may."""
    if "nfd" in plan.notes:
        return False
    tables = [part for part in plan.parts if isinstance(part, Table)]
    rows = [row for table in tables for row in table.rows if row.kind != "head"]
    return all(cell is None or (cell.rows == 1 and not cell.inner) for row in rows for cell in row.cells)


def counted(plan: Plan) -> bool:
    """Say whether each row begins with a number, so that a line for each cell still tells its rows apart."""
    rows = [row for part in plan.parts if isinstance(part, Table) for row in part.rows]
    heads = sum(row.kind == "head" for row in rows)
    tables = sum(isinstance(part, Table) and part.rows[0].kind == "head" for part in plan.parts)
    first = [
        row.cells[0].text if row.cells[0] else "" for row in rows if row.kind in {"body", "sub", "blank"}
    ]
    return heads == tables and all(any(map(str.isdigit, text)) for text in first)


def laid_out(plan: Plan) -> bytes:
    """Return the pages as text with every cell below its heading and a blank line between rows."""
    blocks: list[str] = []
    head = [part for part in plan.parts if isinstance(part, Line) and part.style == "letterhead"]
    paired = len(head) == 4 and plan.language == "vi"
    if paired:
        blocks += [_beside(head[0].text, head[1].text), _beside(head[2].text, head[3].text)]
    for part in plan.parts:
        if isinstance(part, Table):
            blocks.append(_columns(unhidden(part)))
        elif part.style == "annex":
            blocks.append("\f" + part.text.center(WIDTH).rstrip())
        elif part.style != "advert" and not (paired and part in head):
            blocks.append(_wrapped(part))
    return ("\n\n".join(blocks) + "\n").encode()


def _wrapped(line: Line) -> str:
    rows = [row for text in line.text.split("\n") for row in _lines(text, 110) or [""]]
    if line.style in {"letterhead", "kind", "title", "head"}:
        rows = [row.center(WIDTH).rstrip() for row in rows]
    return "\n".join(rows)


def _beside(left: str, right: str) -> str:
    pairs = [text.split("\n") for text in (left, right)]
    deep = max(map(len, pairs))
    rows = [[*lines, *[""] * (deep - len(lines))] for lines in pairs]
    return "\n".join(f"{a.center(60)}{b.center(WIDTH - 60)}".rstrip() for a, b in zip(*rows, strict=True))


def _columns(table: Table) -> str:
    widths = _widths(table)
    starts = [sum(widths[:place]) for place in range(len(widths))]
    rows = [_row(row, widths, starts) for row in table.rows]
    text = ""
    for place, lines in enumerate(rows):
        near = place + 1 < len(rows) and table.rows[place].kind == table.rows[place + 1].kind == "head"
        text += lines + ("\n" if near else "\n\n")
    return text.rstrip("\n")


def _widths(table: Table) -> list[int]:
    total = sum(table.widths)
    wide = [max(3, WIDTH * width // total) for width in table.widths]
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            if cell and cell.columns == 1:
                longest = max(map(len, shown(cell).split()), default=0)
                wide[place] = max(wide[place], min(longest, 40) + GAP)
    return wide


def _row(row: Row, widths: list[int], starts: list[int]) -> str:
    blocks: list[tuple[int, list[str]]] = []
    for place, cell in enumerate(row.cells):
        if cell is not None:
            room = sum(widths[place : place + cell.columns]) - GAP
            blocks.append((starts[place], _folded(cell, room)))
    lines = []
    for deep in range(max((len(block) for _, block in blocks), default=0)):
        line = ""
        for start, block in blocks:
            if deep < len(block):
                line = line.ljust(start) + block[deep]
        lines.append(line.rstrip())
    return "\n".join(lines)


def _folded(cell: Cell, room: int) -> list[str]:
    return [row for text in shown(cell).split("\n") for row in _lines(text, room)]


def _lines(text: str, room: int) -> list[str]:
    # Two blanks in a row would look like the end of a cell, and programs that lay text out print one.
    return textwrap.wrap(re.sub("  +", " ", text), room, break_long_words=False, break_on_hyphens=False)
