"""Plans as PDF files with a text layer, printed by headless Chromium; one browser for all.

The browser is driven from a process of its own: a driver that stays open in this one would keep an
event loop running, in which neither another driver nor Django's database may be used.
"""

import re
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from html import escape
from multiprocessing import get_context

from playwright.sync_api import Browser, sync_playwright
from tests.corpus.model import Cell, Line, Plan, Table
from tests.corpus.pages import unhidden

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
BORDERS = {
    "all": "td, th {border: 1px solid #000}",
    "thin": "td, th {border: 0.5px solid #bbb}",
    "horizontal": "td, th {border-top: 1px solid #000; border-bottom: 1px solid #000}",
}
PAGE = """<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><style>
body {{font-family: "{font}"; font-size: {size}pt; margin: 0}}
table {{border-collapse: collapse; width: 100%; margin-bottom: 8pt}}
td, th {{padding: 2pt 4pt; vertical-align: top; text-align: left; overflow-wrap: break-word}}
{borders}
.lines td {{border: 0; text-align: center}}
.middle {{text-align: center; font-weight: bold}}
.box {{border: 1px solid #000; width: 12em; padding: 3pt}}
tr {{break-inside: {inside}}}
{centred}
</style></head><body>{body}</body></html>"""
CENTRED = (
    "td {vertical-align: middle} td:first-child, td.head {text-align: center} td.head {background: #eee}"
)
SMALL = '<div style="font-size:8pt;width:100%;text-align:center">{}</div>'


def pdf(plan: Plan) -> bytes:
    """Return the printed document."""
    return _printers().submit(_printed, plan).result()


@cache
def _printers() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))


def _printed(plan: Plan) -> bytes:
    page = _browser().new_page()
    try:
        page.set_content(document(plan))
        bare = "<span></span>"
        running = escape(
            next(part.text for part in plan.parts if isinstance(part, Line) and part.style == "title")
        )
        data: bytes = page.pdf(
            format="A4",
            landscape=bool(plan.looks["landscape"]),
            margin=dict.fromkeys(("top", "bottom", "left", "right"), "18mm"),
            print_background=True,
            display_header_footer=True,
            header_template=SMALL.format(running) if plan.looks["running_head"] else bare,
            footer_template=SMALL.format('<span class="pageNumber"></span>')
            if plan.looks["page_numbers"]
            else bare,
        )
    finally:
        page.close()
    return data


@cache
def _browser() -> Browser:
    return sync_playwright().start().chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


def document(plan: Plan) -> str:
    """Return the page that is printed."""
    head = [
        part
        for part in plan.parts
        if isinstance(part, Line) and part.style == "letterhead" and not part.boxed
    ]
    blocks: list[str] = []
    paired = len(head) == 4
    blocks += [_line(part, plan) for part in plan.parts if isinstance(part, Line) and part.style == "stamp"]
    if paired:
        texts = [_text(line.text, plan) for line in head]
        blocks.append(
            '<table class="lines"><tr><td>{}</td><td>{}</td></tr>'
            "<tr><td>{}</td><td>{}</td></tr></table>".format(*texts)
        )
    for part in plan.parts:
        if isinstance(part, Table):
            blocks.append(_table(unhidden(part), plan))
        elif part.style not in {"advert", "stamp"} and not (paired and part in head):
            blocks.append(_line(part, plan))
    return PAGE.format(
        lang=plan.language,
        title="",
        font=plan.looks["font"],
        size=plan.looks["size"],
        borders=BORDERS[str(plan.looks["lines"])],
        centred=CENTRED if plan.looks.get("centred") else "",
        inside="auto" if plan.looks["split_rows"] else "avoid",
        body="\n".join(blocks),
    )


def _text(text: str, plan: Plan) -> str:
    if plan.looks["hyphens"]:
        text = re.sub(r"\b([A-Za-z]{4,6})([a-z]{4,})\b", "\\1\u00ad\\2", text)
    return escape(text, quote=False).replace("\n", "<br>")


def _line(line: Line, plan: Plan) -> str:
    if line.boxed:
        return f'<div class="box">{_text(line.text, plan)}</div>'
    strong = line.style in {"kind", "title", "annex", "head", "theme"}
    return f"<p{' class=middle' if strong else ''}>{_text(line.text, plan)}</p>"


def _table(table: Table, plan: Plan) -> str:
    total = sum(table.widths)
    columns = "".join(f'<col style="width:{100 * width / total:.1f}%">' for width in table.widths)
    heads = [row for row in table.rows[:2] if row.kind == "head"]
    repeated = plan.seed % 3 != 0
    rows = [
        f"<tr>{''.join(_cell(cell, plan, row.kind) for cell in row.cells if cell)}</tr>" for row in table.rows
    ]
    top, rest = "".join(rows[: len(heads)]), "".join(rows[len(heads) :])
    inner = f"<thead>{top}</thead><tbody>{rest}</tbody>" if repeated else f"<tbody>{top}{rest}</tbody>"
    return f"<table><colgroup>{columns}</colgroup>{inner}</table>"


def _cell(cell: Cell, plan: Plan, kind: str) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += ' class="head"' if kind == "head" else ""
    inner = _text(cell.text, plan) + (f"[{cell.mark}]" if cell.mark else "")
    if cell.inner:
        rows = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in cell.inner)
        inner = "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    return f"<td{spans}>{f'<b>{inner}</b>' if cell.bold else inner}</td>"
