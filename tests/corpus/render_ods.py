"""Plans as OpenDocument sheets, written by hand: covered cells and runs of repeated blank cells."""

import datetime as dt
import io
import re
import zipfile
from html import escape

from tests.corpus.model import Cell, Line, Plan, Table
from tests.corpus.pages import shown
from tests.corpus.render_sheets import NAMES
from tests.corpus.typed import typed

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "manifest")
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"
CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2">'
    "<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
)
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest {spaces} manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


REST = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)
"""What a program writes below the last row that is used."""


def opendocument(plan: Plan) -> bytes:
    """Return the workbook."""
    sheets: dict[str, list[str]] = {}
    waiting: list[str | Line] = []
    current: list[str] = []
    for part in plan.parts:
        if isinstance(part, Line):
            if part.style not in {"advert", "prose"}:
                blank = [_row([Cell()], plan)] if part.style in {"annex", "head"} and waiting else []
                waiting += [*blank, part]
            continue
        if part.name != "signature":
            current = sheets.setdefault(NAMES[part.name, plan.language], [])
        wide = len(part.rows[0].cells) if plan.looks.get("merged_head") else 1
        current += _above(waiting, wide, plan)
        waiting = []
        current += _table(part, plan)
    current += _above(waiting, 1, plan)
    body = "".join(
        f'<table:table table:name="{escape(name)}"><table:table-column table:number-columns-repeated="20"/>'
        f"{''.join(rows)}{REST if 'typed' in plan.looks else ''}</table:table>"
        for name, rows in sheets.items()
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("META-INF/manifest.xml", MANIFEST.format(spaces=SPACES, kind=KIND))
        archive.writestr("content.xml", CONTENT.format(spaces=SPACES, sheets=body))
    return file.getvalue()


def _above(waiting: list[str | Line], wide: int, plan: Plan) -> list[str]:
    """Return the lines above a table, each in one cell, which may be as wide as the table."""
    return [
        item if isinstance(item, str) else _row([Cell(item.text, columns=wide), *[None] * (wide - 1)], plan)
        for item in waiting
    ]


def _table(table: Table, plan: Plan) -> list[str]:
    return [_row(row.cells, plan, hidden=row.hidden) for row in table.rows]


def _row(cells: list[Cell | None], plan: Plan, *, hidden: bool = False) -> str:
    before = [Cell()] if plan.looks.get("offset") else []
    shown_cells: list[Cell | None] = [*before, *cells]
    whole = [""] * len(shown_cells)
    if "typed" in plan.looks:
        shown_cells, whole = _runs(shown_cells)
    inner = "".join(
        f"<table:covered-table-cell{more}/>" if cell is None else _cell(cell, plan, more)
        for cell, more in zip(shown_cells, whole, strict=True)
    )
    visibility = ' table:visibility="collapse"' if hidden else ""
    spare = '<table:table-cell table:number-columns-repeated="3"/>'
    return f"<table:table-row{visibility}>{inner}{spare}</table:table-row>"


def _runs(cells: list[Cell | None]) -> tuple[list[Cell | None], list[str]]:
    """Return the cells with blank ones that follow each other told once, and how often each stands there."""
    kept: list[Cell | None] = []
    times: list[int] = []
    for cell in cells:
        blank = cell is None or (not shown(cell) and cell.rows == cell.columns == 1)
        same = bool(kept) and (kept[-1] is None) == (cell is None) and times[-1] > 0
        if blank and same:
            times[-1] += 1
        else:
            kept.append(cell)
            times.append(1 if blank else 0)
    return kept, [f' table:number-columns-repeated="{count}"' if count > 1 else "" for count in times]


def _cell(cell: Cell, plan: Plan, more: str = "") -> str:
    text = shown(cell)
    spans = more
    if cell.rows > 1 or cell.columns > 1:
        spans += f' table:number-columns-spanned="{cell.columns}" table:number-rows-spanned="{cell.rows}"'
    if not text:
        return f"<table:table-cell{spans}/>"
    paragraphs = "".join(f"<text:p>{escape(line, quote=False)}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell{spans}{_kind(text, plan)}>{_note(text, plan)}{paragraphs}</table:table-cell>"


def _kind(text: str, plan: Plan) -> str:
    """Return what kind of value a cell has, with the value where it is a number, a share or a day."""
    kept = typed(text, plan.language) if plan.looks.get("typed") else None
    if "typed" in plan.looks and re.fullmatch(r"[1-9]\d{0,3}", text):
        return f' office:value-type="float" office:value="{text}"'
    if kept is None:
        return ' office:value-type="string"'
    if isinstance(kept.value, dt.date):
        return f' office:value-type="date" office:date-value="{kept.value.isoformat()}"'
    kind = "percentage" if kept.form.endswith("%") else "float"
    return f' office:value-type="{kind}" office:value="{kept.value}"'


def _note(text: str, plan: Plan) -> str:
    """Return the comment of a reviewer on a cell, which is no word of it."""
    if not plan.looks.get("comments") or len(text) < 60 or len(text) % 5:
        return ""
    words = "Đề nghị rà soát lại" if plan.language == "vi" else "Please check"
    return f"<office:annotation><text:p>{words}</text:p></office:annotation>"
