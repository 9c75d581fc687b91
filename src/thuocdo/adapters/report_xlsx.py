"""The annexes of a report as a workbook: one sheet each, the references and the quoted sentences in full.

Cells are texts and numbers; there is no formula, and a text that a spreadsheet might run as one is marked
as text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from thuocdo.adapters.office_parts import OFFICE, XML, attribute, content_types, package, relations, safe
from thuocdo.adapters.report_paper import FONT, MARK
from thuocdo.core.formulas import GUARDED
from thuocdo.core.messages import translate
from thuocdo.publication.site.words import day
from thuocdo.reports.checking import references
from thuocdo.reports.types import Annex, Figure, Report, Voice, lines_of, shown

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PLAIN, _HEAD, _QUOTED, _TITLE = 0, 1, 2, 3
_LINE, _TALLEST = 14.5, 409
"""Points of one line of text, and of the tallest row that there can be."""
_LONGEST = 31
"""Characters in the name of a sheet."""

Value = str | Decimal


def _(message: str) -> str:
    """Mark a message for translation; the catalogue is asked when it is shown."""
    return message


_REFERENCES = (_("Where it stands"), _("Sentence"), _("Query"), _("report|Value"), _("Snapshot"))
_QUOTES = (_("Group"), _("Sentence"), _("Body"), _("Report"), _("Received on"), _("report|Task"))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One sheet: its name, what stands above the table, its heads, rows and widths."""

    name: str
    above: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]


def report_xlsx(report: Report) -> bytes:
    """Return the annexes as .xlsx; the same report gives the same bytes."""
    sheets = tuple(_sheets(report))
    names = [f"xl/worksheets/sheet{place}.xml" for place in range(1, len(sheets) + 1)]
    kinds = [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles")]
    kinds += [(name, "worksheet") for name in names]
    targets = [("worksheet", name.removeprefix("xl/")) for name in names]
    return package(
        (
            ("[Content_Types].xml", content_types((name, f"{_KIND}.{kind}+xml") for name, kind in kinds)),
            ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
            ("xl/_rels/workbook.xml.rels", relations([*targets, ("styles", "styles.xml")])),
            ("xl/workbook.xml", _workbook(sheets)),
            ("xl/styles.xml", _STYLES),
            *((name, _sheet(sheet)) for name, sheet in zip(names, sheets, strict=True)),
        )
    )


def _sheets(report: Report) -> Iterator[_Sheet]:
    def say(message: str) -> str:
        return translate(message, report.asked.language).rsplit("|", maxsplit=1)[-1]

    mark = (say(MARK),) if report.illustrative else ()
    for annex in report.annexes:
        if annex.key != "references":
            yield _of_annex(annex, mark, report.asked.language)
    rows = tuple(
        (each.place, each.sentence, each.query, _value(each.shown, report.asked.language), report.digest)
        for each in references(report)
    )
    yield _Sheet(say(_("References")), mark, tuple(map(say, _REFERENCES)), rows, (36, 70, 44, 14, 66))
    quoted = tuple(_quotes(report))
    if quoted:
        yield _Sheet(say(_("Quoted")), mark, tuple(map(say, _QUOTES)), quoted, (30, 70, 14, 20, 14, 10))


def _of_annex(annex: Annex, mark: tuple[str, ...], language: str) -> _Sheet:
    rows = tuple(
        tuple(
            _value(shown(cell[0]), language)
            if len(cell) == 1 and isinstance(cell[0], Figure)
            else "".join(map(shown, cell))
            for cell in row
        )
        for row in annex.grid.rows
    )
    name = annex.title.partition(". ")[0]
    widths = tuple(max(8, share * 9 // 5) for share in annex.grid.widths)
    return _Sheet(name, (annex.title, *mark), annex.grid.heads, rows, widths)


def _quotes(report: Report) -> Iterator[tuple[Value, ...]]:
    for place, line in lines_of(report):
        if line.voice is Voice.QUOTED:
            for source in line.sources:
                on = day(source.on, report.asked.language)
                yield (place, line.text, source.agency, source.report, on, source.task)


def _value(text: str, language: str) -> Value:
    """Return a shown count as a number; a share, or a value that is not there, stays text."""
    decimal, thousands = (",", ".") if language == "vi" else (".", ",")
    plain = text.replace(thousands, "").replace(decimal, ".").replace("−", "-")
    return Decimal(plain) if re.fullmatch(r"-?\d+(?:\.\d+)?", plain) else text


def _workbook(sheets: Sequence[_Sheet]) -> str:
    listed = "".join(
        f'<sheet name={attribute(_named(sheet.name))} sheetId="{place}" r:id="rId{place}"/>'
        for place, sheet in enumerate(sheets, start=1)
    )
    repeated = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{place}">'
        f"'{safe(_named(sheet.name))}'!${_head(sheet)}:${_head(sheet)}</definedName>"
        for place, sheet in enumerate(sheets)
    )
    return (
        f'{XML}<workbook xmlns="{_S}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>'
        f"<definedNames>{repeated}</definedNames></workbook>"
    )


def _named(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", name)[:_LONGEST]


def _head(sheet: _Sheet) -> int:
    """Return the number of the row that holds the heads of the columns; every printed page repeats it."""
    return len(sheet.above) + 1


def _sheet(sheet: _Sheet) -> str:
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(sheet.widths, start=1)
    )
    head = _head(sheet)
    above = "".join(
        f'<row r="{place}">{"".join(_cells((text,), place, _TITLE))}</row>'
        for place, text in enumerate(sheet.above, start=1)
    )
    rows = "".join(
        f'<row r="{place}" ht="{_height(cells, sheet.widths)}">'
        f"{''.join(_cells(cells, place, _HEAD if place == head else _PLAIN))}</row>"
        for place, cells in enumerate((sheet.heads, *sheet.rows), start=head)
    )
    frozen = f'<pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/>'
    titles = safe(" – ".join(sheet.above)).replace("&amp;", "&amp;&amp;")
    printed = f"<oddHeader>&amp;C{titles}</oddHeader>" if titles else ""
    return (
        f'{XML}<worksheet xmlns="{_S}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{above}{rows}</sheetData>"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter>{printed}<oddFooter>&amp;C&amp;P</oddFooter></headerFooter>"
        "</worksheet>"
    )


def _height(cells: Sequence[Value], widths: Sequence[int]) -> str:
    """Return the points that a row needs: LibreOffice cuts wrapped text where a file does not say it."""
    lines = max(
        (len(wrap(str(cell), width * 11 // 10)) or 1 for cell, width in zip(cells, widths, strict=False)),
        default=1,
    )
    return f"{min(_TALLEST, lines * _LINE + 1):g}"


def _cells(values: Sequence[Value], line: int, style: int) -> Iterator[str]:
    for place, value in enumerate(values):
        at = f"{_column(place)}{line}"
        if isinstance(value, Decimal):
            yield f'<c r="{at}" s="{_PLAIN}"><v>{value}</v></c>'
        elif value:
            chosen = _QUOTED if style == _PLAIN and value[0] in GUARDED else style
            inside = f'<is><t xml:space="preserve">{safe(value)}</t></is>'
            yield f'<c r="{at}" s="{chosen}" t="inlineStr">{inside}</c>'
        elif style != _TITLE:
            yield f'<c r="{at}" s="{style}"/>'


def _column(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


_XF = (
    '<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0"{more} applyAlignment="1"'
    ' applyBorder="1" applyFill="1"><alignment vertical="{at}" {how}/></xf>'
)
_WRAPPED = 'wrapText="1"'
_SIDES = "".join(
    f'<{side} style="thin"><color rgb="FF9AA0A6"/></{side}>' for side in ("left", "right", "top", "bottom")
)
_STYLES = (
    f'{XML}<styleSheet xmlns="{_S}">'
    f'<fonts count="2"><font><sz val="11"/><name val="{FONT}"/></font>'
    f'<font><b/><sz val="11"/><name val="{FONT}"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF2"/></patternFill></fill></fills>'
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    f"<border>{_SIDES}<diagonal/></border></borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4">'
    + _XF.format(font=0, fill=0, border=1, more="", at="top", how=_WRAPPED)
    + _XF.format(font=1, fill=2, border=1, more="", at="center", how=f'horizontal="center" {_WRAPPED}')
    + _XF.format(font=0, fill=0, border=1, more=' quotePrefix="1"', at="top", how=_WRAPPED)
    + _XF.format(font=1, fill=0, border=0, more="", at="top", how='wrapText="0"')
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    + "</styleSheet>"
)
