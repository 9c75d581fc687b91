"""What a browser and a spreadsheet would make of what somebody typed."""

import csv
import io
import re

from lxml import etree, html

SIGN = "zq"
"""How every sign begins that the tests type in."""

FOREIGN = frozenset({"img", "svg", "iframe", "b"})
"""Elements of the payloads: none of ours carries a sign."""

_LINKS = ("href", "src", "action", "formaction", "data", "poster")
_LEADS = re.compile(r"javascript:|vbscript:|data:[^,]", re.IGNORECASE)
_COMPUTED = re.compile(r"[=@\t\r]|[+-](?![\d.,]*$)")


def alive(text, sign=SIGN):
    """Return every element of a page that would run or load what was typed, as a browser reads the page."""
    return alive_in(html.fromstring(text.encode() if text.startswith("<?xml") else text or "<p>"), sign)


def alive_in(tree, sign=SIGN):
    """Return the same of a page that was read already."""
    found = []
    for each in tree.iter(etree.Element):
        attributes = dict(each.attrib)
        runs = [name for name in attributes if name.startswith("on")]
        links = [attributes[name] for name in _LINKS if name in attributes]
        leads = [link for link in links if _LEADS.match(re.sub(r"\s", "", link))]
        typed = sign in str(each.tag) or (each.tag in FOREIGN and sign in str(attributes))
        if runs or leads or typed or (each.tag == "script" and sign in (each.text or "")):
            found.append(etree.tostring(each, encoding="unicode")[:200])
    return found


def computed(data):
    """Return the cells of a table that a spreadsheet would compute."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    return [cell for row in rows for cell in row if _COMPUTED.match(cell)]
