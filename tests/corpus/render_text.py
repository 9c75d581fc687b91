"""Plans as plain text, Markdown and CSV."""

import csv
import io

from tests.corpus.model import Cell, Line, Plan, Row, Table
from tests.corpus.pages import covering, shown, unhidden

BLANK = "\u00a0"
SPANNING = {"section", "aside", "total"}


def txt(plan: Plan) -> bytes:
    """Return one paragraph a line; a line of one no-break space is an empty cell."""
    blocks: list[str] = []
    for part in plan.parts:
        if isinstance(part, Table):
            blocks += _paragraphs(unhidden(part), as_cells=bool(plan.looks["section_as_cells"]))
        elif part.style != "advert":
            blocks.append(part.text)
    return ("\n\n".join(blocks) + "\n").encode()


def _paragraphs(table: Table, *, as_cells: bool) -> list[str]:
    lines: list[str] = []
    for row, cells in zip(table.rows, covering(table), strict=True):
        if row.kind in SPANNING:
            own = [shown(cell) for cell in row.cells if cell is not None]
            spare = len(row.cells) - len(own) if as_cells else 0
            lines += [text or BLANK for text in own] + [BLANK] * spare
        elif row.kind == "head":
            lines += [shown(cell) for cell in row.cells if cell is not None]
        else:
            lines += [shown(cell) or BLANK for cell in cells if cell is not None]
    return lines


def markdown(plan: Plan) -> bytes:
    """Return headings, paragraphs and pipe tables; some plans keep their tables in HTML."""
    from tests.corpus.render_html import table_html  # noqa: PLC0415  the two renderers know each other

    blocks: list[str] = []
    for part in plan.parts:
        if isinstance(part, Table):
            if plan.looks["markdown_html"]:
                blocks.append(table_html(unhidden(part), plan, plain=True))
            else:
                blocks.append(_pipes(unhidden(part)))
        elif part.style != "advert":
            blocks.append(_markdown_line(part))
    return ("\n\n".join(blocks) + "\n").encode()


def _markdown_line(line: Line) -> str:
    text = _escaped(line.text).replace("\n", "  \n")
    if line.style == "title":
        return f"# {text}".replace("  \n", " ")
    if line.style in {"annex", "head"}:
        return f"## {text}"
    if line.style == "theme":
        return f"### {text}"
    return f"**{text}**" if line.style == "kind" else text


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


def _pipes(table: Table) -> str:
    lines: list[str] = []
    for place, (row, cells) in enumerate(zip(table.rows, covering(table), strict=True)):
        texts = _row_texts(row, cells)
        lines.append("| " + " | ".join(_escaped(text).replace("\n", "<br>") for text in texts) + " |")
        if place == 0:
            lines.append("|" + "---|" * len(texts))
    return "\n".join(lines)


def _row_texts(row: Row, cells: list[Cell | None]) -> list[str]:
    if row.kind in SPANNING:
        return [shown(cell) if cell is not None else "" for cell in row.cells]
    if row.kind == "head":
        return [shown(cell) if cell is not None else "" for cell in cells]
    return [shown(cell) if cell is not None else "" for cell in cells]


def comma(plan: Plan) -> bytes:
    """Return the table of tasks alone, as a register is exported."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=str(plan.looks["separator"]))
    tables = [part for part in plan.parts if isinstance(part, Table) and part.name == "tasks"]
    width = len(tables[0].rows[0].cells)
    for part in plan.parts:
        if isinstance(part, Line) and part.style == "theme":
            writer.writerow([part.text, *[""] * (width - 1)])
        elif isinstance(part, Table) and part.name == "tasks":
            table = unhidden(part)
            for row, cells in zip(table.rows, covering(table), strict=True):
                writer.writerow(_row_texts(row, cells))
    return ("\ufeff" if plan.seed % 2 else "").encode() + file.getvalue().encode()
