"""Looking inside a file that a body hands in, in a child process: marks of secrecy, macros, pages."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from thuocdo.adapters.confined import run_confined
from thuocdo.core.errors import Invalid
from thuocdo.core.text import clean
from thuocdo.cycles.rules import carries_secret_mark
from thuocdo.cycles.types import Looked
from thuocdo.documents import errors
from thuocdo.documents.archives import Archive
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.reading.parts import secrecy_mark

_SECONDS = 15.0
_MEMORY = 700_000_000
_STAMP = 60
"""Signs of a line that may be a stamp; longer ones are sentences, which may speak of secrets."""

_MAIN_PART = {
    ".docx": re.compile(r"word/document\d*\.xml"),
    ".xlsx": re.compile(r"xl/workbook\d*\.xml"),
    ".odt": re.compile(r"content\.xml"),
    ".ods": re.compile(r"content\.xml"),
}
_MACROS = re.compile(r"vbaproject\.bin$|(?:^|/)vba|^(?:basic|scripts)/", re.IGNORECASE)
_WORDS = re.compile(
    r"(?:^|/)(?:document|header|footer|footnotes|endnotes|comments|sharedStrings|sheet|drawing|content|styles)"
    r"\d*\.xml$"
)
_LINES = frozenset(
    {"p", "h", "si", "is", "oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter"}
)


def look_inside(data: bytes, suffix: str) -> Looked:
    """Return what was found in a file of that kind; only pictures are never looked into.

    Raises nothing for a bad file: the fault says what is wrong, as a code of cycles/filekinds.py.
    """
    if suffix in {".txt", ".csv"}:
        return Looked(marked=_marked(_decoded(data).splitlines()))
    try:
        return run_confined(look, data, suffix, seconds=_SECONDS, memory_bytes=_MEMORY)
    except Invalid:
        return Looked(fault="too_much")


def look(data: bytes, suffix: str) -> Looked:
    """Look, as the child."""
    try:
        return _look_at_pages(data) if suffix == ".pdf" else _look_at_archive(data, suffix)
    except Unreadable as refusal:
        return Looked(fault="protected" if refusal.template == errors.PROTECTED else "damaged")


def _look_at_pages(data: bytes) -> Looked:
    import pypdfium2  # noqa: PLC0415  the base install has no PDFium

    try:
        document: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        locked = fault.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        return Looked(fault="protected" if locked else "damaged")
    try:
        return Looked(marked=_marked(_lines_of_pages(document)), pages=len(document))
    except pypdfium2.PdfiumError:
        return Looked(fault="damaged")
    finally:
        document.close()


def _lines_of_pages(document: Any) -> Iterator[str]:
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        yield from text.get_text_range().splitlines()
        text.close()
        page.close()


def _look_at_archive(data: bytes, suffix: str) -> Looked:
    archive = Archive(data)
    if not any(_MAIN_PART[suffix].fullmatch(name) for name in archive.names):
        return Looked(fault="disguised")
    if any(_MACROS.search(name) for name in archive.names):
        return Looked(fault="macros")
    return Looked(marked=_marked(_lines_of_archive(archive)))


def _lines_of_archive(archive: Archive) -> Iterator[str]:
    for name in archive.names:
        if not _WORDS.search(name):
            continue
        for element in archive.xml(name).iter():
            if isinstance(element.tag, str) and element.tag.rpartition("}")[2] in _LINES:
                yield "".join(element.itertext())


def _marked(lines: Iterable[str]) -> bool:
    for line in lines:
        plain = clean(line)
        if plain and len(plain) <= _STAMP and (secrecy_mark([Block(plain)]) or carries_secret_mark(plain)):
            return True
    return False


def _decoded(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if wide else "utf-8-sig", errors="replace")
