"""Plain text as a Word document: one paragraph a line, nothing else, so that it can be edited further."""

from thuocdo.adapters.office_parts import content_types, package, relations, safe

_BODY = "word/document.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}'
    # A4 with the margins of administrative letters: 20 mm, left 30, right 15.
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"'
    ' w:header="0" w:footer="0" w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>"
)
_PARAGRAPH = (
    '<w:p><w:pPr><w:spacing w:after="80"/></w:pPr><w:r><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/>'
    '</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
)
_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def docx(text: str) -> bytes:
    """Return the text as .docx; a form feed begins a new page. The same text gives the same bytes."""
    pages = text.replace("\r\n", "\n").split("\f")
    body = _BREAK.join(_page(page) for page in pages)
    return package(
        (
            ("[Content_Types].xml", content_types([(_BODY, _KIND)])),
            ("_rels/.rels", relations([("officeDocument", _BODY)])),
            (_BODY, _DOCUMENT.format(body=body)),
        )
    )


def _page(page: str) -> str:
    return "".join(_PARAGRAPH.format(text=safe(line)) for line in page.strip("\n").split("\n"))
