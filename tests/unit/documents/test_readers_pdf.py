"""PDF documents: order of reading, tables by their lines, pages, notes, and what is refused."""

import unicodedata
from collections import Counter

import pytest
from tests.factories import browser
from tests.factories.documents import TASK_HEADS, Habits, as_docx, same_words, sample
from tests.factories.printing import STYLE, as_pdf, page_of, printed, written

from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import read_bytes
from thuocdo.documents.readers.pdf import read

needs_browser = pytest.mark.skipif(bool(browser.lacking()), reason=browser.lacking() or "never")
pytestmark = pytest.mark.browser
_CROWDED = (
    "BT /F1 9 Tf "
    + "".join(f"1 0 0 1 {n % 50 * 10} {n // 50 * 2} Tm (abc) Tj " for n in range(20_000))
    + "ET"
)
GRID = STYLE + "td { height: 30px; }"


def paragraphs(blocks):
    """Return the texts outside of tables."""
    return [block.text for block in blocks if block.table is None]


def tables(blocks):
    """Return each table as rows of texts."""
    found = {}
    for block in blocks:
        if block.table:
            found.setdefault(block.table, {}).setdefault(block.row, []).append(block.text)
    return [list(rows.values()) for rows in found.values()]


def tasks(count, words="Trồng cây ở sân trường và chăm cây hằng tuần"):
    """Return a table of tasks whose words fill some lines each."""
    rows = [
        [f"{n}.", f"{words} lần {n}. " * 3, "Bộ Y tế", "", "Báo cáo", f"{n % 12 + 1}/2026"]
        for n in range(1, count + 1)
    ]
    return [TASK_HEADS, *([cell.strip() for cell in row] for row in rows)]


@needs_browser
@pytest.mark.parametrize(
    "habits",
    [Habits(), Habits(two_level_head=True), Habits(repeated_head_after=5), Habits(english_heads=True)],
)
@pytest.mark.parametrize("borders", ["collapse", "separate"])
def test_same_programme_as_word(habits, borders):
    """The sample programme printed as PDF gives the same draft as its Word document."""
    content = sample(habits)
    made = as_pdf(content, STYLE.replace("collapse", borders))
    assert same_words(read_bytes(made, filename="a.pdf")) == same_words(
        read_bytes(as_docx(content), filename="a.docx")
    )


@needs_browser
def test_long_table_is_one_over_pages_and_landscape():
    """A table over several pages is one table, no words of rows broken by a page are lost or parted."""
    rows = tasks(60)
    for landscape in (False, True):
        blocks = read(as_pdf([*["Mở đầu"], rows], landscape=landscape))
        assert len(tables(blocks)) == 1
        assert tables(blocks)[0] == rows
        assert max(block.page for block in blocks) > 1


@needs_browser
def test_repeated_heading_heads_and_page_numbers_are_left_out():
    """A heading repeated on each page, a running head and page numbers are no part of the text."""
    page = page_of(["Mở đầu", tasks(40)]).replace("<table><tr>", "<table><thead><tr>", 1)
    page = page.replace("</tr>", "</tr></thead>", 1)
    made = printed(page, head="CHƯƠNG TRÌNH MẪU", foot="Trang <span class=pageNumber></span>")
    blocks = read(made)
    assert tables(blocks) == [tasks(40)]
    assert paragraphs(blocks) == ["Mở đầu"]


@needs_browser
def test_secret_mark_in_a_running_head_is_seen():
    """A mark of secrecy in the head of the pages refuses the document."""
    with pytest.raises(Unreadable, match="state secrets"):
        read(printed(page_of([*["Đoạn văn bản"] * 120]), head="MẬT"))


@needs_browser
def test_columns_beside_each_other_are_read_one_by_one():
    """A letterhead in two columns is read column by column, and the words below it follow."""
    page = page_of(["QUYẾT ĐỊNH", "Điều 1. Ban hành chương trình."]).replace(
        "<body>",
        "<body><div style='display:flex;text-align:center'><div style='width:40%'>UBND TỈNH MẪU<br>"
        "Số: 12/QĐ-UBND</div><div style='width:60%'>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>"
        "Độc lập - Tự do - Hạnh phúc</div></div>",
    )
    assert paragraphs(read(printed(page))) == [
        "UBND TỈNH MẪU", "Số: 12/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "QUYẾT ĐỊNH", "Điều 1. Ban hành chương trình.",
    ]  # fmt: skip


@needs_browser
def test_table_without_lines_is_found_by_its_heading():
    """Columns that only stand below each other are a table when their heading names them."""
    rows = [
        TASK_HEADS,
        *[
            [f"{n}.", "Trồng cây ở sân trường", "Bộ Y tế", "Bộ Công an", "Báo cáo", f"{n}/2026"]
            for n in range(1, 6)
        ],
    ]
    style = STYLE.replace("1px solid black", "0") + "td { padding: 4px 14px; }"
    blocks = read(
        as_pdf(
            ["Mở đầu của văn bản.", rows, "Đoạn cuối đứng dưới bảng, dài hơn mọi cột của bảng nhiều lần."],
            style,
        )
    )
    assert tables(blocks) == [rows]
    assert paragraphs(blocks)[0] == "Mở đầu của văn bản."


@needs_browser
def test_lines_wrapped_in_a_narrow_cell_are_one_paragraph():
    """Only paragraphs of the author are lines of a cell, not the wrapping; list marks begin new ones."""
    words = "Xây dựng nền tảng số dùng chung cho các trường học trong toàn tỉnh"
    rows = [
        TASK_HEADS,
        [
            "1.",
            f"{words}\n- {words};\n- {words}.",
            "Bộ Giáo dục và Đào tạo\nBộ Y tế",
            "",
            words,
            "2026 - 2030",
        ],
    ]
    narrow = STYLE.replace("width: 100%", "width: 9cm")
    assert tables(read(as_pdf([rows], narrow))) == [rows]


@needs_browser
def test_vietnamese_letters_stay_whole():
    """Every syllable comes out as it went in, composed, in several fonts."""
    words = "Nghị quyết của Chính phủ về đẩy mạnh ứng dụng, những đổi mới đột phá ở xã Ỷ Lữ, Đăk Nông"
    for font in ("DejaVu Serif", "DejaVu Sans", "Noto Sans"):
        page = page_of([unicodedata.normalize("NFD", words)], STYLE.replace("DejaVu Serif", font))
        assert paragraphs(read(printed(page))) == [words]


@needs_browser
def test_hyphenated_english_word_is_whole():
    """A word that the printer broke at the end of a line is one word again; compounds keep their hyphen."""
    style = STYLE + "body { margin: 0 6cm; hyphens: manual; }"
    blocks = read(
        as_pdf(
            ["The implemen\u00adtation of the govern\u00adment programme 2025-2030 is a long-term matter"],
            style,
        )
    )
    assert paragraphs(blocks) == [
        "The implementation of the government programme 2025-2030 is a long-term matter"
    ]


@needs_browser
def test_raised_number_is_a_mark_of_a_note():
    """A raised number is read as [n], a square metre is not one."""
    page = "<p style='font:14px serif'>Chăm vườn của trường<sup>2</sup> trên 30 m<sup>2</sup> đất</p>"
    assert paragraphs(read(printed(page))) == ["Chăm vườn của trường [2] trên 30 m2 đất"]


def test_turned_pages_are_read_upright():
    """Words that run upwards on the page are read as lines, whether the page is turned or not."""
    for page in ("", "/Rotate 90"):
        upwards = "BT /F1 12 Tf 0 1 -1 0 {} 100 Tm ({}) Tj ET "
        stream = upwards.format(100, "The first line") + upwards.format(120, "and more")
        assert " ".join(paragraphs(read(written(stream, page=page)))) == "The first line and more"


def test_words_askew_are_left_out_but_a_mark_is_seen():
    """A watermark is no text, but a mark of secrecy in it refuses the document."""
    plain = "BT /F1 12 Tf 100 700 Td (The programme of the government) Tj ET "
    slant = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm ({}) Tj ET"
    assert paragraphs(read(written(plain + slant.format("DRAFT")))) == ["The programme of the government"]
    with pytest.raises(Unreadable, match="TOP SECRET"):
        read(written(plain + slant.format("TOP SECRET")))


@pytest.mark.parametrize(
    ("stream", "options", "sentence"),
    [
        ("q 500 0 0 700 0 0 cm /I Do Q", {"more": "/XObject<</I 4 0 R>>"}, "empty"),
        ("", {}, "empty"),
        ("BT /F1 9 Tf (NghÞ quyÕt) Tj ET", {"font": "/BaseFont/.VnTime"}, "TCVN3"),
        ("BT /F1 9 Tf (Nghò quyeát) Tj ET", {"font": "/BaseFont/ABCDEF+VNI-Times"}, "VNI"),
        (_CROWDED, {}, "Page 1 of the PDF has more than 50,000"),
        ("0 0 m 9 9 l S " * 60_000, {}, "Page 1 of the PDF has more than 50,000"),
    ],
)
def test_pages_that_cannot_be_read_are_refused(stream, options, sentence):
    """Pages without words, with words of another encoding or with far too many say so in one sentence."""
    with pytest.raises(Unreadable, match=sentence):
        read(written(stream, **options))


def test_pictures_of_pages_are_refused_with_advice():
    """A scanned document, or one whose letters are drawn, is told from an empty one."""
    scan = "q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
    outlines = "9 9 m 12 40 l 30 12 l 9 9 l f " * 900
    for pages in (scan, outlines):
        with pytest.raises(Unreadable, match="OCR"):
            read(written(pages))


@needs_browser
def test_merged_cells_are_repeated_and_rows_go_on_below_a_break():
    """A cell over several rows stands in each of them, also on the next page."""
    merged = "<td rowspan=40>Bộ Y tế</td>"
    cells = "".join(
        f"<tr><td>{n}.</td><td>Việc {n}</td>{merged if n == 1 else ''}<td>{n}/2026</td></tr>"
        for n in range(1, 41)
    )
    head = "<tr><td>TT<td>Nhiệm vụ<td>Cơ quan chủ trì<td>Thời gian</tr>"
    page = f"<style>{GRID}</style><table>{head}{cells}</table>"
    (rows,) = tables(read(printed(page)))
    assert Counter(row[2] for row in rows[1:]) == {"Bộ Y tế": 40}
