"""Word documents give the same programme as plain text, whatever the habits of their tables."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.documents import SAMPLE, Habits, as_docx, changed, draft_or_refusal, same_words, sample

from thuocdo.documents import errors
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import limits, read_bytes
from thuocdo.documents.readers import docx
from thuocdo.documents.readers.docx import read

HABITS = [
    Habits(),
    Habits(merged_sections=False),
    Habits(two_level_head=True),
    Habits(repeated_head_after=4),
    Habits(two_level_head=True, repeated_head_after=7),
    Habits(split_after=5),
    Habits(english_heads=True),
]
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
SPAN = '<w:gridSpan w:val="2"/>'
WIDE = '<w:gridSpan w:val="100"/>'
MERGE = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"
DOCX = as_docx(sample())


def word(body, *, name="word/document.xml", parts=()):
    """Return a document with this body, written by hand."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        for other, content in parts:
            archive.writestr(other, content)
    return stream.getvalue()


def paragraph(inner):
    """Return a paragraph around runs."""
    return f"<w:p>{inner}</w:p>"


def run(text, look=""):
    """Return a run of text."""
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def cell(text, look=""):
    """Return a table cell."""
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{paragraph(run(text))}</w:tc>"


def texts(data):
    """Return the texts of the blocks."""
    return [block.text for block in read(data)]


@pytest.mark.parametrize("habits", HABITS, ids=str)
def test_same_programme_as_plain_text(habits):
    """Merged, repeated, two-level, split and English tables give the rows of the plain text."""
    plain = read_bytes(SAMPLE.read_bytes(), filename="a.txt")
    assert same_words(read_bytes(as_docx(sample(habits)), filename="a.docx")) == same_words(plain)


def test_known_borders_need_no_remark():
    """What differs from plain text: no doubt about the borders of cells."""
    plain = read_bytes(SAMPLE.read_bytes(), filename="a.txt").remarks
    notes = read_bytes(DOCX, filename="a.docx").remarks
    assert {(note.where, note.code) for note in plain} - {(note.where, note.code) for note in notes} == {
        ("task 2", "paragraphs_in_cell"),
        ("task 3", "paragraphs_in_cell"),
        ("task 3", "border_doubtful"),
    }


def test_source_names_table_and_row():
    """A task says in which table and row it stands."""
    assert read_bytes(DOCX, filename="a.docx").tasks[0].source == {"table": 2, "row": 3}


def test_merged_cells_stand_in_every_place():
    """A cell over two columns and two rows is repeated in all four places."""
    rows = (
        f"<w:tr>{cell('1')}{cell('ab', SPAN + MERGE)}</w:tr>"
        f"<w:tr>{cell('2')}{cell('', SPAN + GOES_ON)}</w:tr>"
    )
    blocks = read(word(f"<w:tbl>{rows}</w:tbl>"))
    assert [(block.row, block.col, block.text) for block in blocks] == [
        (1, 1, "1"), (1, 2, "ab"), (1, 3, "ab"), (2, 1, "2"), (2, 2, "ab"), (2, 3, "ab"),
    ]  # fmt: skip


def test_layout_table_is_no_table():
    """The table of two columns in the head of a document gives paragraphs, column after column."""
    head = f"<w:tbl><w:tr>{cell('CHÍNH PHỦ')}{cell('CỘNG HÒA')}</w:tr></w:tbl>"
    assert [(block.text, block.table, block.line) for block in read(word(head))] == [
        ("CHÍNH PHỦ", None, 1),
        ("CỘNG HÒA", None, 2),
    ]


def test_what_a_reader_sees():
    """Deleted and hidden words are left out; breaks, notes, inserted words and text boxes are kept."""
    box = "<w:txbxContent>{}</w:txbxContent>"
    body = paragraph(
        run("Một")
        + "<w:r><w:br/></w:r><w:ins>"
        + run("hai  ba")
        + "</w:ins><w:del><w:r><w:delText>bốn</w:delText><w:t>bốn</w:t></w:r></w:del>"
        + run("năm", "<w:vanish/>")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + "<w:r><mc:AlternateContent><mc:Choice>"
        + box.format(paragraph(run("trong khung")))
        + "</mc:Choice><mc:Fallback>"
        + box.format(paragraph(run("trong khung")))
        + "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(word(body)) == ["Một", "hai ba [1]", "trong khung"]


def test_nested_table_belongs_to_its_cell():
    """A table within a cell of a table of tasks is part of the cell's words."""
    inner = f"<w:tbl><w:tr>{cell('a')}{cell('b')}{cell('c')}</w:tr></w:tbl>"
    outer = f"<w:tr>{cell('TT')}{cell('Nhiệm vụ')}{cell('Kết quả')}</w:tr>"
    outer += f"<w:tr>{cell('1')}{cell('Việc')}<w:tc>{inner}</w:tc></w:tr>"
    assert texts(word(f"<w:tbl>{outer}</w:tbl>"))[-1] == "a\nb\nc"


def test_main_part_may_have_another_name():
    """The body is found by the package's relations."""
    relations = '<a><b Type="x/officeDocument" Target="/word/document2.xml"/></a>'
    data = word(paragraph(run("Văn bản")), name="word/document2.xml", parts=[("_rels/.rels", relations)])
    assert texts(data) == ["Văn bản"]


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_secret_is_refused(mark):
    """A marked document is refused, also when the mark stands in the head of the page."""
    header = f"<w:hdr {NAMES}>{paragraph(run(mark))}</w:hdr>"
    body = paragraph(run("Văn bản của Chính phủ"))
    for data in (
        as_docx([mark, *sample()]),
        word(body, parts=[("word/header1.xml", header)]),
    ):
        with pytest.raises(Unreadable) as refusal:
            read_bytes(data, filename="a.docx")
        assert refusal.value.template == errors.CLASSIFIED


@pytest.mark.parametrize(
    ("data", "template"),
    [
        (b"", errors.EMPTY),
        (word(""), errors.EMPTY),
        (word("", name="xl/workbook.xml"), errors.NO_WORD_DOCUMENT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), errors.OLD_OFFICE),
        (DOCX[: len(DOCX) // 2], errors.DAMAGED),
        (word(paragraph(run("Nghò quyeát cuûa Chính phuû vaø caùc boä"))), errors.LEGACY),
        (word("<w:tbl>" + f"<w:tr>{cell('x', WIDE)}</w:tr>" * 2001 + "</w:tbl>"),
         errors.TOO_MANY_CELLS),
    ],
    ids=lambda _value: None,
)  # fmt: skip
def test_refusal(data, template):
    """Each kind of unreadable document has its own sentence."""
    with pytest.raises(Unreadable) as refusal:
        read_bytes(data, filename="a.docx")
    assert refusal.value.template == template


def test_limits_of_the_format():
    """An office format may take longer and more memory than plain text."""
    assert limits("a.DOCX").seconds > limits("a.txt").seconds
    assert limits("a.docx").memory_bytes > limits("a.unknown").memory_bytes


def test_missing_library_is_named(monkeypatch):
    """Without the library the refusal says what to install."""
    monkeypatch.setattr(docx, "find_spec", lambda _name: None)
    with pytest.raises(Unreadable, match=r"thuocdo\[formats\]"):
        read_bytes(DOCX, filename="a.docx")


@given(st.integers(min_value=0, max_value=2**32), st.integers(min_value=1, max_value=30))
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_changed_bytes_are_read_or_refused(seed, changes):
    """Changed bytes of the archive or of the XML in it give a draft or a refusal, nothing else."""
    with zipfile.ZipFile(io.BytesIO(DOCX)) as archive:
        xml = archive.read("word/document.xml")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", changed(xml, seed, changes % 3 + 1))
    for data in (changed(DOCX, seed, changes), stream.getvalue()):
        assert draft_or_refusal(data, "a.docx")
