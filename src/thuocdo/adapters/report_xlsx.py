"""The annexes of a report as a workbook: one sheet each, the references and the quoted sentences in full.

Cells are texts and numbers; there is no formula, and a text that a spreadsheet might run as one is marked
as text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from thuocdo.adapters.office_parts import OFFICE, XML, attribute, content_types, package, relations, safe
from thuocdo.adapters.report_paper import FONT, MARK
from thuocdo.core.formulas import GUARDED
from thuocdo.core.messages import translate
from thuocdo.publication.site.words import day
from thuocdo.reports.checking import references
from thuocdo.reports.types import Annex, Figure, Report, Voice, lines_of, shown

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PLAIN, _HEAD, _QUOTED = 0, 1, 2
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
    return f'{XML}<workbook xmlns="{_S}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'


def _named(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:_LONGEST]


def _sheet(sheet: _Sheet) -> str:
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(sheet.widths, start=1)
    )
    lines: list[tuple[tuple[Value, ...], bool]] = [((text,), True) for text in sheet.above]
    lines += [(sheet.heads, True), *((row, False) for row in sheet.rows)]
    rows = "".join(
        f'<row r="{place}">{"".join(_cells(cells, place, head=head))}</row>'
        for place, (cells, head) in enumerate(lines, start=1)
    )
    head = len(sheet.above) + 1
    frozen = f'<pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/>'
    titles = safe(" – ".join(sheet.above)).replace("&amp;", "&amp;&amp;")
    printed = f"<oddHeader>&amp;C{titles}</oddHeader>" if titles else ""
    return (
        f'{XML}<worksheet xmlns="{_S}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0">{frozen}</sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{rows}</sheetData>"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter>{printed}<oddFooter>&amp;C&amp;P</oddFooter></headerFooter>"
        "</worksheet>"
    )


def _cells(values: Sequence[Value], line: int, *, head: bool) -> Iterator[str]:
    for place, value in enumerate(values):
        at = f"{_column(place)}{line}"
        if isinstance(value, Decimal):
            yield f'<c r="{at}" s="{_PLAIN}"><v>{value}</v></c>'
        elif value:
            style = _HEAD if head else _QUOTED if value[0] in GUARDED else _PLAIN
            inside = f'<is><t xml:space="preserve">{safe(value)}</t></is>'
            yield f'<c r="{at}" s="{style}" t="inlineStr">{inside}</c>'


def _column(place: int) -> str:
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


_XF = '<xf numFmtId="0" fontId="{font}" fillId="0" borderId="0" xfId="0"{more} applyAlignment="1">{wrap}</xf>'
_WRAP = '<alignment vertical="top" wrapText="1"/>'
_STYLES = (
    f'{XML}<styleSheet xmlns="{_S}">'
    f'<fonts count="2"><font><sz val="11"/><name val="{FONT}"/></font>'
    f'<font><b/><sz val="11"/><name val="{FONT}"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3">'
    + _XF.format(font=0, more="", wrap=_WRAP)
    + _XF.format(font=1, more="", wrap=_WRAP)
    + _XF.format(font=0, more=' quotePrefix="1"', wrap=_WRAP)
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    + "</styleSheet>"
)
