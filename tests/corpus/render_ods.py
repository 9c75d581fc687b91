"""Plans as OpenDocument sheets, written by hand: covered cells and runs of repeated blank cells."""

import io
import zipfile
from html import escape

from tests.corpus.model import Cell, Line, Plan, Table
from tests.corpus.pages import shown
from tests.corpus.render_sheets import NAMES

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


def opendocument(plan: Plan) -> bytes:
    """Return the workbook."""
    sheets: dict[str, list[str]] = {}
    waiting: list[str] = []
    current: list[str] = []
    for part in plan.parts:
        if isinstance(part, Line):
            if part.style not in {"advert", "prose"}:
                blank = [_row([Cell()])] if part.style in {"annex", "head"} and waiting else []
                waiting += [*blank, _row([Cell(part.text)])]
            continue
        if part.name != "signature":
            current = sheets.setdefault(NAMES[part.name, plan.language], [])
        current += waiting
        waiting = []
        current += _table(part)
    current += waiting
    body = "".join(
        f'<table:table table:name="{escape(name)}"><table:table-column table:number-columns-repeated="20"/>'
        f"{''.join(rows)}</table:table>"
        for name, rows in sheets.items()
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("META-INF/manifest.xml", MANIFEST.format(spaces=SPACES, kind=KIND))
        archive.writestr("content.xml", CONTENT.format(spaces=SPACES, sheets=body))
    return file.getvalue()


def _table(table: Table) -> list[str]:
    return [_row(row.cells, hidden=row.hidden) for row in table.rows]


def _row(cells: list[Cell | None], *, hidden: bool = False) -> str:
    inner = "".join("<table:covered-table-cell/>" if cell is None else _cell(cell) for cell in cells)
    visibility = ' table:visibility="collapse"' if hidden else ""
    spare = '<table:table-cell table:number-columns-repeated="3"/>'
    return f"<table:table-row{visibility}>{inner}{spare}</table:table-row>"


def _cell(cell: Cell) -> str:
    text = shown(cell)
    spans = ""
    if cell.rows > 1 or cell.columns > 1:
        spans = f' table:number-columns-spanned="{cell.columns}" table:number-rows-spanned="{cell.rows}"'
    if not text:
        return f"<table:table-cell{spans}/>"
    paragraphs = "".join(f"<text:p>{escape(line, quote=False)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell{spans} office:value-type="string">{paragraphs}</table:table-cell>'
