"""Plans as web pages: clean, or as saved from a law portal with its menus and advertising."""

import re
from collections.abc import Iterator
from html import escape

from tests.corpus.model import Cell, Line, Plan, Table
from tests.corpus.pages import split_rows
from tests.corpus.render_site import on_site

CLEAN = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<style>table {{border-collapse: collapse}} td, th {{border: 1px solid #333}}</style></head>
<body><main>
{body}
</main></body></html>
"""
PORTAL = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{title}</title>
<script>var a = "<table><tr><td>1</td></tr></table>";</script></head>
<body><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/vb">Văn bản</a></li></ul></nav>
<div id="header"><p>Cổng tra cứu văn bản</p></div>
<div class="wrap"><div class="content"><div class="document">
{body}
</div></div><aside><p>Văn bản cùng loại</p><ul><li>Văn bản khác</li></ul></aside></div>
<footer><p>Bản quyền của cổng tra cứu</p></footer></body></html>
"""
SHOWN_ADVERT = '<div class="ads"><p>Mua gói hội viên để xem thêm</p></div>'
ADVERT = '<div class="ads" style="display:none"><p>Mua gói hội viên để xem thêm</p></div>'


OFFICE = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Word">
<title>{title}</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {{margin:0cm; font-size:13.0pt}} div.WordSection1 {{page:WordSection1}} --></style>
</head>
<body lang={lang}><div class=WordSection1>
{body}
</div></body></html>
"""
"""The page that an office program saves."""


def html(plan: Plan) -> bytes:
    """Return the page."""
    return page(plan).encode()


def _office(plan: Plan) -> bool:
    return bool(plan.looks.get("office_page")) and not (plan.looks["portal"] and plan.language == "vi")


def page(plan: Plan) -> str:
    """Return the page as words."""
    blocks: list[str] = []
    portal = bool(plan.looks["portal"]) and plan.language == "vi"
    head = [part for part in plan.parts if isinstance(part, Line) and part.style == "letterhead"]
    if portal and len(head) == 4:
        blocks.append(_letterhead(head))
    for part in plan.parts:
        if isinstance(part, Table):
            table = split_rows(part) if plan.looks["split_rows"] else part
            blocks.append(table_html(table, plan))
        elif part.style == "advert":
            blocks.append(SHOWN_ADVERT if portal else ADVERT)
        elif part not in head or not blocks or not blocks[0].startswith("<table"):
            blocks.append(_office_line(part) if _office(plan) else _line(part, portal=portal))
    title = next((part.text for part in plan.parts if isinstance(part, Line) and part.style == "title"), "")
    form = PORTAL if portal else OFFICE if _office(plan) else CLEAN
    body = "\n".join(blocks)
    if plan.looks.get("wrapped"):
        body = "\n".join(_source_lines(body))
    if plan.looks.get("site") and form is not OFFICE:
        return on_site(plan, title, body)
    return form.format(lang=plan.language, title=escape(title), body=body)


def _source_lines(body: str) -> Iterator[str]:
    """Return the source with its long lines broken at spaces between words, as programs save it."""
    for line in body.split("\n"):
        parts = re.split(r"(<[^>]*>)", line)
        width = 0
        for place, part in enumerate(parts):
            words = [part] if part.startswith("<") else part.split(" ")
            for at, word in enumerate(words):
                mark = "\n" if at and width > 80 else " " if at else ""
                width = len(word) if mark == "\n" else width + len(word) + 1
                words[at] = mark + word
            parts[place] = "".join(words)
        yield "".join(parts)


def _letterhead(lines: list[Line]) -> str:
    cells = [_broken(line.text) for line in lines]
    return (
        '<table border="0" width="100%"><tr><td><p align="center"><b>{}</b></p></td>'
        '<td><p align="center"><b>{}</b></p></td></tr>'
        "<tr><td><p>{}</p></td><td><p><i>{}</i></p></td></tr></table>"
    ).format(*cells)


def _broken(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>\n")


def _line(line: Line, *, portal: bool) -> str:
    text = _broken(line.text)
    if portal:
        strong = line.style in {"kind", "title", "annex", "head", "theme"}
        return f'<p align="center"><b>{text}</b></p>' if strong else f"<p>{text}</p>"
    tag = {"title": "h1", "kind": "h2", "annex": "h2", "head": "h2", "theme": "h3"}.get(line.style, "p")
    return f"<{tag}>{text}</{tag}>"


def _office_line(line: Line) -> str:
    strong = line.style in {"kind", "title", "annex", "head", "theme"}
    text = f"<span style='font-size:13.0pt'>{_broken(line.text)}<o:p></o:p></span>"
    return f"<p class=MsoNormal{' align=center' if strong else ''}>{f'<b>{text}</b>' if strong else text}</p>"


def table_html(table: Table, plan: Plan, *, plain: bool = False) -> str:
    """Return a table element with its merged, hidden and nested cells."""
    rows = []
    for row in table.rows:
        if row.hidden and plain:
            continue
        style = ' style="display:none"' if row.hidden else ""
        cells = [
            _cell(cell, plan, head=row.kind == "head" and not (plan.looks["portal"] or _office(plan)))
            for cell in row.cells
            if cell
        ]
        rows.append(f"<tr{style}>{''.join(cells)}</tr>")
    return '<table border="1" cellspacing="0">\n' + "\n".join(rows) + "\n</table>"


def _cell(cell: Cell, plan: Plan, *, head: bool) -> str:
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    inner = _broken(cell.text)
    if cell.mark:
        inner += f"<sup>[{cell.mark}]</sup>"
    if cell.bold:
        inner = f"<b>{inner}</b>"
    if cell.inner:
        rows = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in cell.inner)
        inner = "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    elif _office(plan):
        lines = inner.split("<br>\n") if not cell.bold else [inner]
        inner = "".join(
            f"<p class=MsoNormal><span style='font-size:12.0pt'>{line or '&nbsp;'}</span></p>"
            for line in lines
        )
    elif plan.looks["portal"]:
        inner = f"<p>{inner or '&nbsp;'}</p>"
    tag = "th" if head else "td"
    return f"<{tag}{spans}>{inner}</{tag}>"
