"""The report as a Word file in the layout of official paper; the same report gives the same bytes."""

from collections.abc import Iterator

from thuocdo.adapters.office_parts import OFFICE, XML, content_types, package, relations
from thuocdo.adapters.report_paper import (
    FONT,
    MARK,
    PAPERS,
    PLACE_AND_DATE,
    RECIPIENTS,
    SIGNER,
    Paper,
    twips,
)
from thuocdo.adapters.report_words import (
    Type,
    cell,
    centred,
    paragraph,
    row,
    rule,
    ruled,
    run,
    runs,
    spaced,
    table,
)
from thuocdo.core.messages import translate
from thuocdo.reports.types import Annex, Grid, Layout, Line, Report, Section

_A4 = (210, 297)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = (
    ("word/document.xml", "document.main"),
    ("word/styles.xml", "styles"),
    ("word/header1.xml", "header"),
    ("word/header2.xml", "header"),
)
_INDENT = round(12.7 * 1440 / 25.4)
_TABLE, _NARROW, _ANNEX = 10.5, 8.5, 11
_MANY = 8
"""Columns from which a table of the text needs small letters."""


def report_docx(report: Report) -> bytes:
    """Return the report as .docx: text, signature, and each annex in a section of its own."""
    drawing = _Drawing(report)
    return package(
        (
            ("[Content_Types].xml", content_types((name, f"{_MAIN}.{kind}+xml") for name, kind in _PARTS)),
            ("_rels/.rels", relations([("officeDocument", "word/document.xml")])),
            (
                "word/_rels/document.xml.rels",
                relations([("styles", "styles.xml"), ("header", "header1.xml"), ("header", "header2.xml")]),
            ),
            ("word/document.xml", drawing.document()),
            ("word/styles.xml", _styles(report.asked.language)),
            ("word/header1.xml", drawing.header(numbered=True)),
            ("word/header2.xml", drawing.header(numbered=False)),
        )
    )


class _Drawing:
    """One report being drawn on its paper."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.paper: Paper = PAPERS[report.asked.layout]
        self.party = report.asked.layout is Layout.PARTY
        self.width = twips(_A4[0] - self.paper.left - self.paper.right)
        self.body = Type(self.paper.body)

    def say(self, message: str, **params: object) -> str:
        return translate(message, self.report.asked.language).format(**params)

    def document(self) -> str:
        parts = [self._top(), self._title(), *self._text(), self._bottom()]
        annexes = self.report.annexes
        # The properties of a section stand at its end: the text's come before the first annex.
        for place, annex in enumerate(annexes):
            before = _wide(annexes[place - 1].grid) if place else False
            parts.append(paragraph("", self._section(landscape=before, annex=place > 0)))
            parts += self._annex(annex)
        last = self._section(landscape=_wide(annexes[-1].grid), annex=True) if annexes else self._section()
        return (
            f'{XML}<w:document xmlns:w="{_W}" xmlns:r="{OFFICE}"><w:body>{"".join(parts)}{last}</w:body>'
            "</w:document>"
        )

    def header(self, *, numbered: bool) -> str:
        """Return the top margin: the number in its middle but on first pages, and the mark on every page."""
        field = "".join(
            f"<w:r>{Type(13).xml}{inside}</w:r>"
            for inside in (
                '<w:fldChar w:fldCharType="begin"/>',
                '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>',
                "<w:t>2</w:t>",
                '<w:fldChar w:fldCharType="end"/>',
            )
        )
        lines = [centred(field)] if numbered else []
        if self.report.illustrative:
            lines.append(centred(run(self.say(MARK), Type(9, bold=True))))
        return f'{XML}<w:hdr xmlns:w="{_W}">{"".join(lines) or centred("")}</w:hdr>'

    def _section(self, *, landscape: bool = False, annex: bool = False) -> str:
        paper, (short, long) = self.paper, map(twips, _A4)
        size = (
            f'w:w="{long}" w:h="{short}" w:orient="landscape"' if landscape else f'w:w="{short}" w:h="{long}"'
        )
        margins = " ".join(
            f'w:{side}="{twips(getattr(paper, side))}"' for side in ("top", "right", "bottom", "left")
        )
        first = '<w:pgNumType w:start="1"/>' * annex  # pages of an annex are counted apart
        return (
            '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>'
            '<w:headerReference w:type="first" r:id="rId3"/><w:type w:val="nextPage"/>'
            f"<w:pgSz {size}/><w:pgMar {margins} "
            f'w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>{first}<w:titlePg/></w:sectPr>'
        )

    def _top(self) -> str:
        left, right = self.width * 38 // 100, self.width * 62 // 100
        heading, paper = self.report.heading, self.paper
        number = heading.number or self.say(paper.number)
        issuer = (heading.issuer or self.say(paper.issuer)).upper()
        who = [centred(run(heading.parent.upper(), Type(13)))] if heading.parent else []
        who.append(centred(run(issuer, Type(14 if self.party else 13, bold=True))))
        if self.party:
            who += [centred(run("*", Type(14))), centred(run(number, Type(14)))]
            nation = [
                centred(run(self.say(paper.nation), Type(15, bold=True))),
                rule(right // 10, right // 10),
            ]
            nation.append(centred(run(self._dated(), Type(14, italic=True)), before=60))
            rows = [row((cell("".join(who), left), cell("".join(nation), right)))]
        else:
            who.append(rule(left * 30 // 100, left * 30 // 100))
            nation = [
                centred(run(self.say(paper.nation), Type(13, bold=True))),
                centred(run(self.say(paper.motto), Type(14, bold=True))),
                rule(right * 20 // 100, right * 20 // 100),
            ]
            under = (centred(run(number, Type(13)), before=60),)
            dated = centred(run(self._dated(), Type(14, italic=True)), before=60)
            rows = [
                row((cell("".join(who), left), cell("".join(nation), right))),
                row((cell("".join(under), left), cell(dated, right))),
            ]
        return table(rows, (left, right), margin=0)

    def _dated(self) -> str:
        heading = self.report.heading
        day = heading.dated
        return self.say(
            PLACE_AND_DATE,
            place=heading.place or "…",
            day=_padded(day.day, 10) if day else "…",
            month=_padded(day.month, 3) if day else "…",
            year=day.year if day else self.report.as_of.year,
        )

    def _title(self) -> str:
        bold = Type(self.paper.title, bold=True)
        lines = [centred(run(self.report.title, bold), before=240)]
        lines.append(centred(run(self.report.subject, Type(14, bold=True)), after=20 if self.party else 0))
        if self.party:
            return "".join((*lines, centred(run("-----", Type(14)), after=160)))
        side = self.width * 40 // 100
        return "".join((*lines, rule(side, side), paragraph("", spaced(0, 60))))

    def _text(self) -> Iterator[str]:
        last = self.report.sections[-1] if self.report.sections else None
        for section in self.report.sections:
            yield self._heading(section)
            for place, block in enumerate(section.blocks):
                ends = section is last and place == len(section.blocks) - 1
                if isinstance(block, Line):
                    yield self._line(block, last=ends)
                else:
                    yield self._grid(block)

    def _heading(self, section: Section) -> str:
        words = f"{section.number} {section.title}"
        style = f'<w:pStyle w:val="Heading{section.level}"/><w:keepNext/>{spaced(120, 60)}'
        indent = f'<w:ind w:firstLine="{_INDENT}"/><w:jc w:val="both"/>'
        return paragraph(run(words, Type(14, bold=True)), style + indent)

    def _line(self, line: Line, *, last: bool) -> str:
        inside = (run("- ", self.body) if line.item else "") + runs(line.parts, self.body)
        kept = ""
        if last:  # the signature does not stand alone on a page
            inside += run("/." if line.text.endswith(".") else "./.", self.body)
            kept = "<w:keepNext/>"
        side = "left" if line.item else "both"
        indent = f'<w:ind w:firstLine="{_INDENT}"/><w:jc w:val="{side}"/>'
        return paragraph(inside, f"{kept}{spaced(0, 120, 264)}{indent}")

    def _grid(self, grid: Grid) -> str:
        caption = centred(run(grid.caption, Type(13, italic=True)), before=60, after=60)
        size = _TABLE if len(grid.heads) < _MANY else _NARROW
        return caption + ruled(grid, self.width, size) + paragraph("", spaced(0, 60))

    def _bottom(self) -> str:
        heading, paper = self.report.heading, self.paper
        left, right = self.width * 45 // 100, self.width * 55 // 100
        listed = heading.recipients or tuple(self.say(each) for each in paper.recipients)
        title = Type(14, underlined=True) if self.party else Type(12, bold=True, italic=True)
        small = Type(12 if self.party else 11)
        ends = [";"] * (len(listed) - 1) + ["."]
        to = [paragraph(run(self.say(RECIPIENTS), title), spaced())]
        to += [
            paragraph(run(f"- {words.rstrip(' ;.')}{end}", small), spaced())
            for words, end in zip(listed, ends, strict=True)
        ]
        signing = (heading.signing or self.say(paper.signing)).upper().splitlines()
        sign = [centred(run(words, Type(14, bold=True))) for words in signing]
        sign += [centred("")] * 4
        sign.append(centred(run(heading.signer or self.say(SIGNER), Type(14, bold=True))))
        return paragraph("", f"<w:keepNext/>{spaced(0, 60)}") + table(
            [row((cell("".join(to), left), cell("".join(sign), right)))], (left, right)
        )

    def _annex(self, annex: Annex) -> Iterator[str]:
        name, _dot, title = annex.title.partition(". ")
        yield paragraph(
            run(name, Type(14, bold=True)), f'<w:pStyle w:val="Heading1"/>{spaced()}<w:jc w:val="center"/>'
        )
        yield centred(run(title.upper(), Type(14, bold=True)), after=60)
        if annex.grid.caption:
            yield centred(run(annex.grid.caption, Type(10, italic=True)), after=60)
        long = _A4[1] if _wide(annex.grid) else _A4[0]
        yield ruled(annex.grid, twips(long - self.paper.left - self.paper.right), _ANNEX)
        yield paragraph("", spaced())


def _wide(grid: Grid) -> bool:
    """Say whether a table needs the paper on its side: the seven columns of tasks and of indicators."""
    return len(grid.heads) == 7  # noqa: PLR2004  the forms have seven


def _padded(number: int, below: int) -> str:
    """Return a day or month as the decree writes it: days under 10 and the months 1 and 2 with a zero."""
    return f"{number:02d}" if number < below else str(number)


def _styles(language: str) -> str:
    tongue = "vi-VN" if language == "vi" else "en-GB"
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        for level in (1, 2)
    )
    return (
        f'{XML}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="28"/>'
        f'<w:szCs w:val="28"/><w:lang w:val="{tongue}"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{headings}</w:styles>"
    )
