"""Plans as plain text, Markdown and CSV."""

import csv
import io
import re

from tests.corpus.chance import ANNEXED
from tests.corpus.model import Cell, Line, Plan, Row, Table
from tests.corpus.pages import covering, shown, unhidden
from tests.corpus.render_columns import clear, counted, laid_out, pasted, ruled, simple

BLANK = "\u00a0"
SPANNING = {"section", "aside", "total", "caption"}


def txt(plan: Plan) -> bytes:
    """Return one paragraph a line, where a no-break space is an empty cell; or rows with tabs or columns."""
    form = _form(plan)
    if form == "columns":
        return laid_out(plan)
    blocks: list[str] = []
    for part in plan.parts:
        if isinstance(part, Table) and form in {"tabs", "ruled"}:
            blocks.append(pasted(part) if form == "tabs" else ruled(unhidden(part)))
        elif isinstance(part, Table):
            blocks += _paragraphs(unhidden(part), as_cells=bool(plan.looks["section_as_cells"]))
        elif part.style != "advert":
            blocks.append(part.text)
    return ("\n\n".join(blocks) + "\n").encode()


def _form(plan: Plan) -> str:
    """Return how the text tells where its cells are: the held-out part keeps to what a person can read."""
    wished = str(plan.looks.get("text", "lines"))
    if plan.pool not in ANNEXED:
        return wished if simple(plan) and (wished != "columns" or clear(plan)) else "lines"
    if "nfd" in plan.notes:
        return "tabs"
    plain, unbroken = simple(plan), clear(plan)
    fits = {"ruled": unbroken, "tabs": plain, "columns": plain and unbroken, "lines": counted(plan)}
    return next((form for form in (wished, "lines", "tabs") if fits[form]), "ruled")


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
                blocks.append(_pipes(unhidden(part), plan))
        elif part.style != "advert":
            blocks.append(_exported_line(part) if plan.looks.get("exported") else _markdown_line(part))
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


def _exported_line(line: Line) -> str:
    """Return a paragraph as a word processor exports it: bold words for headings, marks of lists escaped."""
    text = re.sub(r"(?m)^(\d+|[a-z])([.)])(?= )", r"\1\\\2", _escaped(line.text))
    text = re.sub(r"(?m)^([-+])(?= )", r"\\\1", text)
    strong = line.style in {"kind", "title", "annex", "head", "theme"}
    rows = [f"**{row}**" if strong and row else row for row in text.split("\n")]
    return "  \n".join(rows)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


def _pipes(table: Table, plan: Plan) -> str:
    lines: list[str] = []
    if "one_head" in plan.notes and table.name == "tasks" and table.rows[0].kind != "head":
        width = len(table.rows[0].cells)
        lines += ["|" + "   |" * width, "|" + "---|" * width]
    padded = bool(plan.looks.get("padded"))
    for place, (row, cells) in enumerate(zip(table.rows, covering(table), strict=True)):
        texts = [_escaped(text).replace("\n", "<br>") for text in _row_texts(row, cells)]
        if plan.looks.get("exported") and row.kind == "head":
            texts = [f"**{text}**" if text else "" for text in texts]
        if padded:
            texts = [text.ljust(min(width * 6, 60)) for text, width in zip(texts, table.widths, strict=True)]
        lines.append("| " + " | ".join(texts) + " |")
        if place == 0 and len(lines) == 1:
            lines.append("|" + (":--|" if padded else "---|") * len(texts))
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
    quoting = csv.QUOTE_ALL if plan.looks.get("quoted") else csv.QUOTE_MINIMAL
    writer = csv.writer(file, delimiter=str(plan.looks["separator"]), quoting=quoting)
    tables = [part for part in plan.parts if isinstance(part, Table) and part.name == "tasks"]
    width = len(tables[0].rows[0].cells)
    whole = bool(plan.looks.get("titled_csv"))
    if whole:
        heads = [
            part.text for part in plan.parts if isinstance(part, Line) and part.style in {"kind", "title"}
        ]
        writer.writerows([text, *[""] * (width - 1)] for text in [*heads, ""])
    for part in plan.parts:
        if isinstance(part, Line) and part.style == "theme":
            writer.writerow([part.text, *[""] * (width - 1)])
        elif isinstance(part, Table) and part.name == "tasks":
            table = unhidden(part)
            for row, cells in zip(table.rows, covering(table), strict=True):
                writer.writerow(_row_texts(row, cells))
    if whole:
        writer.writerows([""] * width for _ in range(2))
    return ("\ufeff" if plan.seed % 2 else "").encode() + file.getvalue().encode()
