"""Numbers that Word makes by itself, and its notes, become words of the document."""

import io
import zipfile

import pytest

from thuocdo.documents.readers.docx import read

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def level(place, form, text, extra=""):
    """Return one level of a list."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


LISTS = (
    f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="1">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    + level(2, "lowerLetter", "%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "decimal", "%1.")
    + level(1, "bullet", "-")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles {NAMES}><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    "</w:style>"
    '<w:style w:styleId="Item"><w:basedOn w:val="Base"/></w:style></w:styles>'
)
NOTES = (
    f'<w:footnotes {NAMES}><w:footnote w:id="5"><w:p><w:r><w:t>Theo luật.</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def item(text, number=1, place=0):
    """Return a paragraph of a list."""
    look = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def texts(body):
    """Return the texts of a document with this body."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/numbering.xml", LISTS)
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/footnotes.xml", NOTES)
    return [block.text for block in read(stream.getvalue())]


def test_levels_of_a_list():
    """Roman numbers, decimals of two levels and letters are counted as Word shows them."""
    body = [
        item("a"),
        item("b", place=1),
        item("c", place=1),
        item("d", place=2),
        item("e"),
        item("f", place=1),
    ]
    assert texts("".join(body)) == ["I. a", "1.1 b", "1.2 c", "a) d", "II. e", "2.1 f"]


def test_a_list_may_start_anew():
    """A list goes on where it stopped, unless it names its start."""
    assert texts(item("a", 2) + item("b", 2) + item("c", 3) + item("d", 2)) == [
        "1. a",
        "2. b",
        "7. c",
        "8. d",
    ]


def test_dashes_and_lists_that_are_none():
    """A dash is a word, and list 0 takes a paragraph out of its list."""
    assert texts(item("a", 2, 1) + item("b", 0) + item("c", 9)) == ["- a", "b", "c"]


def test_a_style_may_hold_the_list():
    """A paragraph takes part in the list of its style, also through the style that this is based on."""
    styled = '<w:p><w:pPr><w:pStyle w:val="Item"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    assert texts(styled * 2) == ["1. a", "2. a"]


def test_an_empty_cell_may_hold_a_number():
    """A cell that holds only an automatic number holds that number."""
    cells = "".join(f"<w:tc>{found}</w:tc>" for found in (item("", 2), item("", 2), "<w:p/>"))
    assert texts(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == ["1.", "2.", ""]


@pytest.mark.parametrize(("mark", "words"), [("5", ["Luật [1]", "[1] Theo luật."]), ("6", ["Luật [1]"])])
def test_words_of_a_note_stand_behind_the_body(mark, words):
    """The mark of a note stays in its sentence; its words follow at the end, where they are known."""
    body = f'<w:p><w:r><w:t>Luật</w:t></w:r><w:r><w:footnoteReference w:id="{mark}"/></w:r></w:p>'
    assert texts(body) == words
