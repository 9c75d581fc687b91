"""Tables of PDF documents: over pages, within cells, with few lines, and names below each other."""

import pytest
from tests.factories import browser
from tests.factories.documents import TASK_HEADS
from tests.factories.printing import STYLE, as_pdf, page_of, printed

from thuocdo.documents.hyphens import DOUBTFUL, settled
from thuocdo.documents.named import Bodies, names_bodies
from thuocdo.documents.readers.pdf import read

needs_browser = pytest.mark.skipif(bool(browser.lacking()), reason=browser.lacking() or "never")
pytestmark = pytest.mark.browser
BETWEEN_ROWS = STYLE + "td { border: 0; border-top: 1px solid; border-bottom: 1px solid; padding: 3px 8px }"
NO_LINES = STYLE.replace("1px solid black", "0") + "td { padding: 4px 14px } tr { break-inside: avoid }"
DOTTED = STYLE.replace("1px solid black", "2px dotted black")


def tables(blocks):
    """Return each table as rows of texts."""
    found = {}
    for block in blocks:
        if block.table:
            found.setdefault(block.table, {}).setdefault(block.row, []).append(block.text)
    return [list(rows.values()) for rows in found.values()]


def texts(blocks):
    """Return the texts outside of tables."""
    return [block.text for block in blocks if block.table is None]


def tasks(count):
    """Return a table of tasks whose words take two lines or more."""
    words = "Trồng cây ở sân trường và chăm cây hằng tuần cùng các lớp"
    return [
        TASK_HEADS,
        *[[f"{n}.", f"{words} lần {n} trong năm", "Bộ Y tế", "Bộ Công an", "Báo cáo", f"{n % 12 + 1}/2026"]
          for n in range(1, count + 1)],
    ]  # fmt: skip


@needs_browser
@pytest.mark.parametrize("style", [STYLE, BETWEEN_ROWS, NO_LINES, DOTTED])
@pytest.mark.parametrize("count", [5, 60])
def test_table_is_one_whatever_its_lines(style, count):
    """Boxes, dotted ones, lines between rows only or none at all: one table, also over several pages."""
    rows = tasks(count)
    blocks = read(as_pdf(["Mở đầu của văn bản.", rows], style + "tr { break-inside: avoid }"))
    assert tables(blocks) == [rows]
    assert texts(blocks) == ["Mở đầu của văn bản."]
    assert (max(block.page for block in blocks) > 1) == (count > 5)


@needs_browser
def test_section_between_lines_runs_across_the_columns():
    """A row with words at its left end only is one merged cell where no lines part the columns."""
    rows = tasks(4)
    page = page_of([rows], BETWEEN_ROWS)
    row = page.rindex("<tr>", 0, page.index("<p>3.</p>"))
    section = "<tr><td colspan=6>II. Công việc của những nơi khác trong năm</td></tr>"
    page = page[:row] + section + page[row:]
    (found,) = tables(read(printed(page)))
    assert found[3] == ["II. Công việc của những nơi khác trong năm"] * 6
    assert [row for row in found if row[0] != found[3][0]] == rows


@needs_browser
def test_table_within_a_cell_belongs_to_the_cell():
    """The words of a table within a cell are words of that cell."""
    inner = "<div style='padding:8px'><table><tr><td>Quý I<td>5</tr><tr><td>Quý II<td>9</tr></table></div>"
    page = page_of([tasks(3)]).replace("Báo cáo", inner, 1)
    (found,) = tables(read(printed(page)))
    assert found[1][4].split("\n") == ["Quý I", "5", "Quý II", "9"]
    assert found[2:] == tasks(3)[2:]


@needs_browser
def test_notes_below_the_text_do_not_part_it():
    """A note at the foot of a page stands behind the paragraph that goes on over the page."""
    filler = "".join("<p>Đoạn văn bản.</p>" for _line in range(30))
    page = (
        "<style>@page { size: A4; margin: 2cm } body { font: 14px 'DejaVu Serif' }"
        "p { margin: 0 0 9px }</style>"
        f"<div style='height:800px;overflow:hidden'>{filler}</div>"
        "<p>Các trường học chăm cây ở sân<sup>1</sup> và mỗi lớp nhận một</p>"
        "<p style='font-size:10px'><sup>1</sup> Kể cả cây trong chậu.</p>"
        "<p style='break-before:page'>góc vườn của trường.</p>"
    )
    found = texts(read(printed(page)))
    assert found[-1] == "[1] Kể cả cây trong chậu."
    assert any("sân [1] và mỗi lớp nhận một" in text for text in found)


def test_names_below_each_other_are_told_by_names_that_stand_alone():
    """Lines part where names end that the document shows alone elsewhere; other lines are one name."""
    groups = [["Fund of Gardens"], ["Heritage", "Circle"], ["Office of", "Water"]]
    bodies = Bodies([*groups, ["Fund of", "Gardens", "Heritage", "Circle"]], lambda _text: False)
    assert bodies.parted(["Fund of", "Gardens", "Heritage", "Circle"]) == [
        "Fund of Gardens",
        "Heritage Circle",
    ]
    assert bodies.parted(["Office of", "Water", "Fund of", "Gardens"]) == [
        "Office of Water",
        "Fund of Gardens",
    ]
    assert bodies.parted(["Office of", "Water and", "Heritage", "Circle"]) == [
        "Office of Water and Heritage Circle"
    ]
    assert bodies.parted(["Lead: Office of", "Water", "Support: Heritage", "Circle"]) == [
        "Lead: Office of Water",
        "Support: Heritage Circle",
    ]


def test_only_headings_of_bodies_name_bodies():
    """Columns of leads and of those who help hold names; those of what is to be done do not."""
    assert names_bodies(["Cơ quan chủ trì"])
    assert names_bodies(["Support agencies"])
    assert not names_bodies(["Nhiệm vụ", "Output"])


def test_typed_hyphen_stays_and_a_printed_one_goes():
    """A hyphen at the end of a line goes where the document has the word without it, or breaks many words."""
    words = "The plan for all schools. "
    assert settled([f"{words}first{DOUBTFUL}time users"]) == [f"{words}first-time users"]
    assert settled([f"{words}gar{DOUBTFUL}dens", "gardens"]) == [f"{words}gardens", "gardens"]
    many = f"gar{DOUBTFUL}den wa{DOUBTFUL}ter win{DOUBTFUL}dow"
    assert settled([words + many]) == [words + "garden water window"]
