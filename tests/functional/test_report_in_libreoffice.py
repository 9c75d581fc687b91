"""The six-month report of the demo as LibreOffice opens and prints it: in time, whole, without a formula."""

import io
import re
import resource
import shutil
import subprocess
from collections import Counter

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.factories.demo import thuocdo
from tests.factories.office import converted, needs_office, sheets

pytestmark = [pytest.mark.slow, pytest.mark.files, needs_office]

needs_text = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not here; see CONTRIBUTING.md"
)
KINDS = (("state", "vi"), ("state", "en"), ("party", "vi"), ("party", "en"))


@pytest.fixture(scope="module")
def made(demo, tmp_path_factory):
    """Write the report of the demo's second period in each form; returns files and seconds by kind."""
    folder = tmp_path_factory.mktemp("reports")
    found = {}
    for template, language in KINDS:
        word, book = folder / f"{template}-{language}.docx", folder / f"{template}-{language}.xlsx"
        began = _spent()
        thuocdo(
            *("report", "--cycle", "2025-2", "--snapshot", demo[1], "--template", template),
            *("--lang", language, "--out", word, "--out", book),
            data=folder / "none",
        )
        found[template, language] = (word.read_bytes(), book.read_bytes(), _spent() - began)
    return found


@pytest.fixture(scope="module")
def printed(made):
    """Return what LibreOffice prints of each document, page by page."""
    given = {f"{template} {language}": made[template, language][0] for template, language in KINDS}
    return {name: _pages(data) for name, data in converted(given, ".docx", "pdf").items()}


def test_document_and_workbook_are_made_within_five_seconds(made):
    """The command takes five seconds of a processor for both files, its start included, in every form."""
    assert max(seconds for *_files, seconds in made.values()) <= 5


@needs_text
def test_every_form_of_the_document_opens_and_loses_no_word(made, printed):
    """LibreOffice prints all words of the file, the mark of illustrative data on every page."""
    assert len(printed) == len(KINDS)
    for (template, language), (word, _book, _seconds) in made.items():
        pages = printed[f"{template} {language}"]
        body = Document(io.BytesIO(word)).element.body
        wanted = Counter(_words(" ".join(each.text or "" for each in body.iter("{*}t"))))
        missing = wanted - Counter(_words(" ".join(pages)))
        assert missing.total() <= wanted.total() / 100, (template, language, missing.most_common(9))
        mark = "MINH HOẠ" if language == "vi" else "ILLUSTRATIVE"
        assert [number for number, page in enumerate(pages, 1) if mark not in page] == []


@needs_text
def test_heads_are_those_of_the_form(printed):
    """The first page bears the nation's motto in the state's form, the Party's name in the other."""
    assert "Độc lập - Tự do - Hạnh phúc" in printed["state vi"][0]
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in printed["party vi"][0]
    assert "BÁO CÁO" in printed["state vi"][0]


def test_annexes_have_every_cell_and_no_formula(made):
    """LibreOffice has each cell that openpyxl reads, and computes nothing."""
    books = {f"{template} {language}": made[template, language][1] for template, language in KINDS}
    opened = sheets(books, ".xlsx")
    for name, data in books.items():
        for sheet, found in zip(load_workbook(io.BytesIO(data)), opened[name], strict=True):
            assert not [cell for row in found for cell in row if cell.formula]
            expected = [
                [_plain(str(value)) for value in row if value is not None]
                for row in sheet.iter_rows(values_only=True)
            ]
            assert [[_plain(cell.value) for cell in row if cell.kind] for row in found] == expected


@needs_text
def test_no_row_of_the_printed_annexes_is_cut(made):
    """Rows are as high as their text: what a cell holds stands wholly on the printed page."""
    book = made["state", "vi"][1]
    pages = _pages(converted({"book": book}, ".xlsx", "pdf")["book"])
    sheet = load_workbook(io.BytesIO(book)).worksheets[0]
    cells = [str(value) for row in sheet.iter_rows(values_only=True) for value in row if value is not None]
    wanted = Counter(_words(" ".join(cells)))
    missing = wanted - Counter(_words(" ".join(pages)))
    assert missing.total() <= wanted.total() / 100, missing.most_common(9)


def _pages(pdf):
    """Return the text of each page of a PDF."""
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, timeout=60, check=True)
    return done.stdout.decode().split("\f")[:-1]


def _spent():
    """Return the seconds that processors gave to what this process has started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _words(text):
    """Return the words of a text; where lines break inside a number of a document is no matter."""
    return re.findall(r"\w+", text)


def _plain(text):
    """Return a whole number without its decimals: both programs spell it in their own way."""
    return text.removesuffix(".0")
