"""Plans as Word documents: merged cells, numbers that Word makes, text boxes, nested tables."""

import io
import random
import re
from html import escape

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from tests.corpus.model import Cell, Line, Plan, Table
from tests.corpus.pages import split_rows, unhidden

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
NUMBERS = 77
RUN = re.compile(r'(<w:r>(?:<w:rPr><w:b/></w:rPr>)?<w:t xml:space="preserve">)([^<]+)(</w:t></w:r>)')
HEADINGS = {"title": "Title", "annex": "Heading 1", "head": "Heading 2", "theme": "Heading 3"}


def word(plan: Plan) -> bytes:
    """Return the document."""
    document = docx.Document()
    document.styles["Normal"].font.name = str(plan.looks["font"])
    if plan.looks["landscape"]:
        section = document.sections[-1]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    if plan.looks["numbered_by_word"]:
        _add_numbers(document, str(plan.looks["form"]))
    in_table = plan.language == "vi" and plan.looks["portal"]
    head = [
        part
        for part in plan.parts
        if isinstance(part, Line) and part.style == "letterhead" and not part.boxed
    ]
    placed = bool(in_table and len(head) == 4)
    if placed:
        _append(document, _grid([[line.text for line in head[:2]], [line.text for line in head[2:]]]))
    for part in plan.parts:
        if isinstance(part, Table):
            table = unhidden(part)
            table = split_rows(table) if plan.looks["split_rows"] else table
            _append(document, _as_written(plan, _table(table)))
            if not part.continues:
                document.add_paragraph()
        elif part.style != "advert" and not (placed and part in head):
            _line(document, part, plain=bool(plan.looks.get("plain_heads")))
    if plan.looks["page_numbers"]:
        document.sections[0].footer.paragraphs[0].text = "2"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _as_written(plan: Plan, xml: str) -> str:
    """Return a table as people and programs leave it: lines as paragraphs, torn runs, kept changes."""
    dice = random.Random(plan.seed)  # noqa: S311  a corpus, no secret
    if plan.looks.get("paragraphs"):
        xml = re.sub(r"<w:p>(?:(?!</w:p>).)*</w:p>", lambda found: _apart(found[0]), xml)
    if plan.looks.get("runs"):
        xml = re.sub(RUN, lambda found: _torn(found, dice), xml)
    if plan.looks.get("tracked"):
        xml = re.sub(RUN, lambda found: _changed(found, dice), xml)
    return xml


def _apart(paragraph: str) -> str:
    """Return the lines of a paragraph as paragraphs of their own, but for those that Word numbers."""
    if "<w:br/>" not in paragraph or "<w:pPr>" in paragraph:
        return paragraph
    bold = "<w:rPr><w:b/></w:rPr>" if "<w:b/>" in paragraph else ""
    between = f'</w:t></w:r></w:p><w:p><w:r>{bold}<w:t xml:space="preserve">'
    return paragraph.replace('</w:t><w:br/><w:t xml:space="preserve">', between)


def _torn(found: re.Match[str], dice: random.Random) -> str:
    """Return a run in two, as checking the spelling or an edit leaves it."""
    opening, text, closing = found.groups()
    if len(text) < 12 or "&" in text or dice.random() < 0.5:
        return found[0]
    place = dice.randrange(3, len(text) - 3)
    proof = '<w:proofErr w:type="spellStart"/>'
    return f"{opening}{text[:place]}{closing}{proof}{opening}{text[place:]}{closing}"


def _changed(found: re.Match[str], dice: random.Random) -> str:
    """Return a run that somebody put in the place of another one, both of which the file keeps."""
    if dice.random() < 0.8:
        return found[0]
    who = f'w:id="{dice.randrange(10**6)}" w:author="Reviewer" w:date="2025-01-01T00:00:00Z"'
    gone = f"<w:del {who}><w:r><w:delText>(cũ)</w:delText></w:r></w:del>"
    return f"{gone}<w:ins {who}>{found[0]}</w:ins>"


def _append(document: Document, xml: str) -> None:
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml))


def _line(document: Document, line: Line, *, plain: bool) -> None:
    if line.boxed:
        shape = (
            f'<w:p {W} {V}><w:r><w:pict><v:shape style="width:180pt;height:24pt"><v:textbox><w:txbxContent>'
            f"{_paragraph(line.text)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        )
        _append(document, shape)
        return
    if plain and line.style in {*HEADINGS, "kind"}:
        # Offices make a heading bold and put it in the middle, and know no styles.
        paragraph = document.add_paragraph()
        paragraph.add_run(line.text).bold = True
        paragraph.alignment = None if line.style == "theme" else WD_ALIGN_PARAGRAPH.CENTER
        return
    document.add_paragraph(line.text, style=HEADINGS.get(line.style))


def _add_numbers(document: Document, form: str) -> None:
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {W} w:abstractNumId="{NUMBERS}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{form}"/>'
            '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(
        parse_xml(f'<w:num {W} w:numId="{NUMBERS}"><w:abstractNumId w:val="{NUMBERS}"/></w:num>')
    )


def _paragraph(text: str, *, bold: bool = False, numbered: bool = False) -> str:
    runs = '</w:t><w:br/><w:t xml:space="preserve">'.join(
        escape(part, quote=False) for part in text.split("\n")
    )
    properties = (
        f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{NUMBERS}"/></w:numPr></w:pPr>'
        if numbered
        else ""
    )
    run = f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{runs}</w:t></w:r>'
    return f"<w:p>{properties}{run if text else ''}</w:p>"


def _grid(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{_paragraph(text)}</w:tc>" for text in row) for row in rows)
    columns = "<w:gridCol/>" * len(rows[0])
    body = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    width = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl {W}>{width}<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def _table(table: Table) -> str:
    columns = "".join(f'<w:gridCol w:w="{width * 500}"/>' for width in table.widths)
    open_cells: dict[int, tuple[int, int]] = {}
    rows = []
    for row in table.rows:
        head = "<w:trPr><w:tblHeader/></w:trPr>" if row.kind == "head" else ""
        rows.append(f"<w:tr>{head}{_row(row.cells, open_cells)}</w:tr>")
    return (
        f'<w:tbl {W}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: list[Cell | None], open_cells: dict[int, tuple[int, int]]) -> str:
    parts: list[str] = []
    across = 0
    while across < len(cells):
        cell = cells[across]
        if cell is None:
            left, width = open_cells.get(across, (0, 1))
            open_cells[across] = (left - 1, width)
            parts.append(_tc(Cell(columns=width), "<w:vMerge/>"))
            across += width
            continue
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        if cell.rows > 1:
            open_cells[across] = (cell.rows - 1, cell.columns)
        parts.append(_tc(cell, merge))
        across += cell.columns
    return "".join(parts)


def _tc(cell: Cell, merge: str) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    if cell.numbered:
        inner = _paragraph("", numbered=True)
    elif cell.inner:
        inner = _grid(cell.inner).replace(f" {W}", "") + "<w:p/>"
    else:
        text = f"{cell.text}[{cell.mark}]" if cell.mark else cell.text
        inner = _paragraph(text, bold=cell.bold)
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inner}</w:tc>"
