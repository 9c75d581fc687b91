"""Paragraphs, live numbers and tables in the language of .docx files."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thuocdo.adapters.office_parts import attribute, safe
from thuocdo.adapters.report_paper import FONT
from thuocdo.reports.types import Cell, Figure, Grid, shown

_LONGEST_TAG = 64
"""Characters that Word takes in the tag of a content control."""

GRID = "<w:tblBorders>" + "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
) + "</w:tblBorders>"  # fmt: skip


@dataclass(frozen=True, slots=True)
class Type:
    """How letters look: size in points, bold, italic, underlined."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    underlined: bool = False

    @property
    def xml(self) -> str:
        """Return the properties of a run."""
        marks = ("<w:b/>" * self.bold) + ("<w:i/>" * self.italic)
        line = '<w:u w:val="single"/>' * self.underlined
        half = round(self.size * 2)
        fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        return f'<w:rPr>{fonts}{marks}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>{line}</w:rPr>'


def run(text: str, kind: Type) -> str:
    """Return a run of letters."""
    return f'<w:r>{kind.xml}<w:t xml:space="preserve">{safe(text)}</w:t></w:r>' if text else ""


def runs(cell: Cell, kind: Type) -> str:
    """Return the parts of a line; a live number is a content control that carries its query."""
    return "".join(live(part, kind) if isinstance(part, Figure) else run(shown(part), kind) for part in cell)


def live(figure: Figure, kind: Type) -> str:
    """Return a number as a content control whose tag is its query."""
    inside = run(figure.shown, kind)
    if len(figure.query) > _LONGEST_TAG:
        return inside
    tag = attribute(figure.query)
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={tag}/><w:tag w:val={tag}/></w:sdtPr>"
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def paragraph(inside: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def centred(inside: str, *, before: int = 0, after: int = 0) -> str:
    """Return a paragraph in the middle."""
    return paragraph(inside, f'{spaced(before, after)}<w:jc w:val="center"/>')


def spaced(before: int = 0, after: int = 0, line: int = 240) -> str:
    """Return the space around a paragraph in twentieths of a point; `line` 240 is single."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def rule(left: int, right: int) -> str:
    """Return a horizontal line of the width that the two indents leave."""
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    spacing = '<w:spacing w:before="70" w:after="0" w:line="100" w:lineRule="exact"/>'
    return paragraph("", f'{border}{spacing}<w:ind w:left="{left}" w:right="{right}"/><w:jc w:val="center"/>')


def table(rows: Iterable[str], widths: Sequence[int], borders: str = "", margin: int = 57) -> str:
    """Return a table of rows; widths and the margin in its cells in twentieths of a point."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[str], *, heading: bool = False) -> str:
    """Return a row that stays on one page; a heading stands on each."""
    repeated = "<w:tblHeader/>" * heading
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def cell(inside: str, width: int, *, span: int = 1, shade: str = "") -> str:
    """Return a cell; `inside` are paragraphs."""
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{fill}</w:tcPr>{inside}</w:tc>'


def ruled(grid: Grid, width: int, size: float) -> str:
    """Return a table of the report with borders, its heads repeated on each page."""
    whole = sum(grid.widths)
    widths = [width * share // whole for share in grid.widths]
    head = row(
        (
            cell(_in_cell((run(text, Type(size, bold=True))), "center"), each, shade="EFEFEF")
            for text, each in zip(grid.heads, widths, strict=True)
        ),
        heading=True,
    )
    last = len(grid.rows) - 1
    body = (
        _row(cells, widths, size, bold=grid.total and place == last) for place, cells in enumerate(grid.rows)
    )
    return table((head, *body), widths, GRID)


def _row(cells: Sequence[Cell], widths: Sequence[int], size: float, *, bold: bool) -> str:
    words = ["".join(map(shown, each)) for each in cells]
    if len(words) > 2 and words[1] and not any(words[2:]):  # noqa: PLR2004  a row that heads others: number and name
        inside = _in_cell(run(words[1], Type(size, bold=True)), "left")
        first = cell(_in_cell(run(words[0], Type(size, bold=True)), "center"), widths[0])
        return row((first, cell(inside, sum(widths[1:]), span=len(cells) - 1)))
    kind = Type(size, bold=bold)
    return row(
        cell(_in_cell(runs(each, kind), _side(each, text)), width)
        for each, text, width in zip(cells, words, widths, strict=True)
    )


def _side(parts: Cell, text: str) -> str:
    return "center" if any(isinstance(part, Figure) for part in parts) or len(text) <= 5 else "left"  # noqa: PLR2004  a number, not words


def _in_cell(inside: str, side: str) -> str:
    return paragraph(inside, f'{spaced(20, 20)}<w:jc w:val="{side}"/>')
