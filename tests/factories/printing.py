"""Documents as PDF: pages printed by headless Chromium, and small files written by hand."""

import html
from functools import cache

from playwright.sync_api import sync_playwright
from tests.factories.browser import CHROMIUM, SWITCHES
from tests.factories.documents import _merged

STYLE = """
body { font: 13px 'DejaVu Serif'; } p { margin: 6px 0; } td p { margin: 0; }
table { border-collapse: collapse; width: 100%; } tr { break-inside: auto; }
td { border: 1px solid black; padding: 3px; vertical-align: top; }
"""


@cache
def printed(page, *, landscape=False, head="", foot=""):
    """Return the PDF of an HTML page as Chromium prints it on A4."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        sheet = browser.new_page()
        sheet.set_content(page)
        made = sheet.pdf(
            format="A4",
            landscape=landscape,
            margin=dict.fromkeys(("top", "bottom", "left", "right"), "2cm"),
            display_header_footer=bool(head or foot),
            header_template=_small(head),
            footer_template=_small(foot),
        )
        browser.close()
    return made


def page_of(content, style=STYLE):
    """Return paragraphs and tables as an HTML page for printing."""
    parts = []
    for item in content:
        if isinstance(item, str):
            parts.append(f"<p>{html.escape(item) or '&nbsp;'}</p>")
            continue
        rows = {}
        for row, across, down, _place, text in _merged(item):
            words = "</p><p>".join(map(html.escape, text.split("\n"))) or "&nbsp;"
            rows.setdefault(row, []).append(f'<td colspan="{across}" rowspan="{down}"><p>{words}</p></td>')
        parts.append("<table>" + "\n".join(f"<tr>{''.join(rows[row])}</tr>" for row in rows) + "</table>")
    return (
        f"<!DOCTYPE html><html lang=vi><head><meta charset='utf-8'><style>{style}</style></head>"
        f"<body>{''.join(parts)}</body></html>"
    )


def as_pdf(content, style=STYLE, **options):
    """Return a PDF of paragraphs and tables."""
    return printed(page_of(content, style), **options)


def written(stream, *, more="", page="", trailer="", font="/BaseFont/Helvetica"):
    """Return a PDF of one page with this content stream, written object by object."""
    body = stream.encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{page}/Contents 4 0 R"
        f"/Resources<</Font<</F1 5 0 R>>{more}>>>>".encode(),
        b"<</Length %d>>stream\n%s\nendstream" % (len(body), body),
        f"<</Type/Font/Subtype/Type1{font}>>".encode(),
    ]
    return assembled(objects, trailer)


def assembled(objects, trailer=""):
    """Return a PDF of these objects, the first one its catalogue."""
    made, places = b"%PDF-1.7\n", []
    for number, found in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, found)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = f"trailer\n<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(made)}\n%%EOF\n".encode()
    return made + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + end


def _small(words):
    return f"<div style='font-size:9px;width:100%;text-align:center'>{words}</div>"
