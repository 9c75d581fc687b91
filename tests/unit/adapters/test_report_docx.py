"""The Word file: sizes, letters, blocks and page numbers of official paper, live numbers, the mark."""

import io
import zipfile
from datetime import date

import pytest
from docx import Document
from docx.shared import Mm
from lxml import etree
from tests.factories.composed import a_snapshot, asked_for, composed, figures_of

from thuocdo.adapters.report_docx import report_docx
from thuocdo.reports.composing import compose
from thuocdo.reports.types import Heading, Layout, Own

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SNAPSHOT = a_snapshot()
HEADING = Heading(
    parent="Chính phủ",
    issuer="Bộ A",
    number="Số: 12/BC-BA",
    place="Hà Nội",
    dated=date(2025, 2, 5),
    signing="KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG",
    signer="Nguyễn Văn A",
    recipients=("Thủ tướng", "Lưu: VT, TH."),
)


def drawn(layout=Layout.STATE, *, snapshot=SNAPSHOT, agency="", language="vi"):
    """Return the file of a report with everything typed that stands above and below."""
    asked = asked_for(snapshot, agency, layout=layout, language=language)
    return report_docx(compose(asked, snapshot, Own({"proposals": "Đề nghị quan tâm"}, HEADING)).report)


def opened(data):
    """Return the file as an independent library reads it."""
    return Document(io.BytesIO(data))


def part(data, name):
    """Return one XML part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def cells(table):
    """Return the paragraphs of a table's cells, row by row."""
    return [[[each.text for each in cell.paragraphs] for cell in row.cells] for row in table.rows]


def looks(document, words):
    """Return size in points, bold and italic of the first run that holds the words."""
    runs = [run for paragraph in document.element.iter(f"{W}p") for run in paragraph.iter(f"{W}r")]
    run = next(run for run in runs if words in "".join(text.text or "" for text in run.iter(f"{W}t")))
    properties = run.find(f"{W}rPr")
    return (
        int(properties.find(f"{W}sz").get(f"{W}val")) / 2,
        properties.find(f"{W}b") is not None,
        properties.find(f"{W}i") is not None,
    )


@pytest.mark.parametrize("layout", list(Layout))
def test_the_paper_is_a4_with_the_margins_of_the_decree(layout):
    """A4; 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right, on every page of text and annexes."""
    for section in opened(drawn(layout)).sections:
        short, long = sorted((section.page_width, section.page_height))
        assert (round(short.mm), round(long.mm)) == (210, 297)
        for side, least, most in (
            ("top_margin", 20, 25),
            ("bottom_margin", 20, 25),
            ("left_margin", 30, 35),
            ("right_margin", 15, 20),
        ):
            assert Mm(least) - Mm(0.1) <= getattr(section, side) <= Mm(most), side


@pytest.mark.parametrize("layout", list(Layout))
def test_all_letters_are_times_new_roman_and_the_body_13_to_14(layout):
    """Every run names Times New Roman; paragraphs of the text are set in 13 to 14 points, justified."""
    data = drawn(layout)
    fonts = {
        each.get(f"{W}{kind}")
        for each in part(data, "word/document.xml").iter(f"{W}rFonts")
        for kind in ("ascii", "hAnsi", "cs", "eastAsia")
    }
    assert fonts == {"Times New Roman"}
    document = opened(data)
    size, bold, italic = looks(document, "Đề nghị quan tâm")
    assert 13 <= size <= 14
    assert (bold, italic) == (False, False)
    body = next(each for each in document.paragraphs if "Đề nghị quan tâm" in each.text)
    assert body.alignment == 3
    assert Mm(10) <= body.paragraph_format.first_line_indent <= Mm(12.8)
    assert body.paragraph_format.space_after.pt >= 6
    assert 1 <= body.paragraph_format.line_spacing <= 1.5
    assert body.text.endswith("Đề nghị quan tâm./.")


def test_the_head_of_a_state_paper_has_its_blocks():
    """Left the bodies, right nation and motto; under them number and date; sizes as the decree says."""
    document = opened(drawn())
    head = cells(document.tables[0])
    assert head[0][0][:2] == ["CHÍNH PHỦ", "BỘ A"]
    assert head[0][1][:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert head[1] == [["Số: 12/BC-BA"], ["Hà Nội, ngày 05 tháng 02 năm 2025"]]
    assert looks(document, "CHÍNH PHỦ") == (13, False, False)
    assert looks(document, "BỘ A") == (13, True, False)
    assert looks(document, "CỘNG HÒA") == (13, True, False)
    assert looks(document, "Độc lập") == (14, True, False)
    assert looks(document, "Số: 12") == (13, False, False)
    assert looks(document, "ngày 05") == (14, False, True)
    assert looks(document, "BÁO CÁO") == (14, True, False)


def test_the_head_of_a_party_paper_has_its_own_blocks():
    """The Party's form has its name, a star, and neither nation nor motto."""
    document = opened(drawn(Layout.PARTY))
    head = cells(document.tables[0])
    assert head[0][0] == ["CHÍNH PHỦ", "BỘ A", "*", "Số: 12/BC-BA"]
    assert head[0][1][0] == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert head[0][1][-1] == "Hà Nội, ngày 05 tháng 02 năm 2025"
    text = "\n".join(each.text for each in document.element.iter(f"{W}t") if each.text)
    assert "CỘNG HÒA XÃ HỘI" not in text
    assert looks(document, "ĐẢNG CỘNG SẢN") == (15, True, False)


def test_recipients_and_signature_stand_at_the_end():
    """Recipients 12 bold italic and 11; authority, position and name 14 bold."""
    document = opened(drawn())
    block = next(each for each in document.tables if "Nơi nhận:" in each.rows[0].cells[0].text)
    (left, right), *_ = cells(block)
    assert left == ["Nơi nhận:", "- Thủ tướng;", "- Lưu: VT, TH."]
    assert [each for each in right if each] == ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Nguyễn Văn A"]
    assert looks(document, "Nơi nhận:") == (12, True, True)
    assert looks(document, "- Thủ tướng") == (11, False, False)
    assert looks(document, "KT. BỘ TRƯỞNG") == (14, True, False)
    assert looks(document, "Nguyễn Văn A") == (14, True, False)


def test_page_numbers_stand_in_the_middle_above_but_not_on_the_first_page():
    """A PAGE field, centred, 13 to 14 points, in the header; first pages have a header without it."""
    data = drawn()
    document = opened(data)
    for section in document.sections:
        assert section.different_first_page_header_footer
        assert "PAGE" in etree.tostring(section.header._element).decode()
        assert "PAGE" not in etree.tostring(section.first_page_header._element).decode()
        assert Mm(5) < section.header_distance < section.top_margin
    numbered = part(data, "word/header1.xml")
    first = next(numbered.iter(f"{W}p"))
    assert first.find(f"{W}pPr/{W}jc").get(f"{W}val") == "center"
    assert {each.get(f"{W}val") for each in first.iter(f"{W}sz")} == {"26"}


def test_annexes_count_their_own_pages():
    """Each annex begins with page 1; those of seven columns lie on their side."""
    document = part(drawn(), "word/document.xml")
    sections = list(document.iter(f"{W}sectPr"))
    starts = [each.find(f"{W}pgNumType") is not None for each in sections]
    turned = [each.find(f"{W}pgSz").get(f"{W}orient") for each in sections]
    assert starts == [False, True, True, True, True, True]
    assert turned == [None, "landscape", "landscape", None, None, None]


@pytest.mark.parametrize("agency", ["", "bo-a"])
def test_every_live_number_of_the_file_equals_the_snapshot(agency):
    """Numbers are content controls that carry their query, and each shows what the snapshot says."""
    document = part(drawn(agency=agency), "word/document.xml")
    figures = figures_of(SNAPSHOT)
    found = [
        (each.find(f"{W}sdtPr/{W}tag").get(f"{W}val"), "".join(text.text for text in each.iter(f"{W}t")))
        for each in document.iter(f"{W}sdt")
    ]
    assert len(found) > 60
    assert [(query, text) for query, text in found if figures.shown(query, "vi") != text] == []


@pytest.mark.parametrize(("language", "mark"), [("vi", "MINH HOẠ"), ("en", "ILLUSTRATIVE")])
def test_illustrative_data_is_marked_on_every_page(language, mark):
    """Both headers carry the mark where records are invented, and neither where they are real."""
    data = drawn(language=language)
    for name in ("word/header1.xml", "word/header2.xml"):
        assert mark in "".join(part(data, name).itertext())
    real = a_snapshot(illustrative=False)
    for name in ("word/header1.xml", "word/header2.xml"):
        assert "MINH HOẠ" not in "".join(part(drawn(snapshot=real), name).itertext())


def test_hostile_words_stay_words():
    """Tags, control signs and surrogates that somebody typed neither break nor enter the XML."""
    words = '<w:br/> & "\x00" \ud800 ]]> {tasks.done}'
    report = composed({"proposals": words}, snapshot=SNAPSHOT).report
    last = [each.text for each in opened(report_docx(report)).paragraphs if "]]>" in each.text]
    assert last == ['<w:br/> & ""  ]]> ./.']  # this library leaves out what stands in content controls


def test_the_same_report_gives_the_same_bytes():
    """Nothing of the hour or the machine stands in the file."""
    assert drawn() == drawn()
