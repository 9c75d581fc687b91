"""PDF documents with a text layer: what stands on the pages, in the order in which people read it."""

from importlib.util import find_spec

from thuocdo.documents import errors
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.layout import to_blocks
from thuocdo.documents.reading.parts import secrecy_mark

SUFFIXES = (".pdf",)
SECONDS = 8.0
MEGABYTES = 600


def read(data: bytes) -> list[Block]:
    """Return the blocks; heads, feet and numbers of pages are left out, but not a mark of secrecy there."""
    if find_spec("pypdfium2") is None:
        raise Unreadable(errors.NEEDS_FORMATS, suffix=SUFFIXES[0])
    from thuocdo.documents.pdfium import read_sheets  # noqa: PLC0415  the base install has no PDFium
    from thuocdo.documents.printed import items_of  # noqa: PLC0415  same

    items, aside = items_of(read_sheets(data))
    for words in aside:
        if mark := secrecy_mark([Block(words.strip())]):
            raise Unreadable(errors.CLASSIFIED, mark=mark)
    return to_blocks(items)
