"""Compressed copies of published files, so that a web server hands out bytes instead of making them.

The file `FILE` has its copy `FILE.br` beside it (brotli). The manifest names the copy like any other
file, and verifying unpacks it: a reader gets the same page either way.
"""

from collections.abc import Collection, Iterator, Mapping

import brotli

from thuocdo.core.messages import Reason
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.manifest import MAX_FILE_BYTES, FileEntry

SUFFIX = ".br"
_TEXTS = (".html", ".css", ".js", ".csv", ".json", ".xml", ".jsonld", ".ics", ".svg", ".txt")
_LEAST = 1024
"""Below this a copy saves no packet on the way."""
_MOST = 4 * 1024 * 1024
"""Above this no page is: who fetches so much data takes Parquet, or lets the web server pack on the way."""

_QUALITY = 5
"""Level 11 costs a hundred times as much and saves a seventh."""

_WINDOW = 18
"""Bits: a quarter of a megabyte, which on files this regular packs as well as four and is faster."""

_PIECE = 1024 * 1024


def has_copy(path: str, size: int) -> bool:
    """Say whether a file of this name and size gets a compressed copy."""
    return _LEAST <= size <= _MOST and path.endswith(_TEXTS)


def packed(data: bytes) -> bytes:
    """Return the compressed copy of a file; the same bytes give the same copy."""
    copy: bytes = brotli.compress(data, quality=_QUALITY, lgwin=_WINDOW, mode=brotli.MODE_TEXT)
    return copy


def unpacks_to(copy: bytes, data: bytes) -> bool:
    """Say whether a copy holds exactly these bytes; one that would unpack to more is not unpacked."""
    reader = brotli.Decompressor()
    at, given = 0, copy
    try:
        while not reader.is_finished():
            piece = reader.process(given, output_buffer_limit=_PIECE)
            if not piece and not given and reader.can_accept_more_data():
                return False  # it ends in the middle
            if data[at : at + len(piece)] != piece:
                return False
            at, given = at + len(piece), b""
    except brotli.error:
        return False
    return at == len(data)


def faults(
    folder: Folder, files: Mapping[str, FileEntry], broken: Collection[str]
) -> Iterator[tuple[str, Reason]]:
    """Yield each copy that does not hold what its file holds; a web server may send either.

    What is `broken` has been named already, or was taken away.
    """
    for path in files:
        name = path.removesuffix(SUFFIX)
        if name == path or path in broken or name in broken:
            continue
        try:
            copy = folder.read(path, MAX_FILE_BYTES)
            data = folder.read(name, MAX_FILE_BYTES) if name in files else None
        except Unreadable as error:  # it was there a moment ago
            yield path, error.reason
            continue
        if data is None or not unpacks_to(copy, data):
            yield path, Reason("copy_differs", {"file": name})
