"""Zip archives of office formats: looked at before anything is unpacked, then read part by part."""

import io
import zipfile
import zlib
from typing import Any

from thuocdo.documents import errors
from thuocdo.documents.errors import Unreadable

MEGABYTE = 1_000_000
MAX_UNPACKED = 100 * MEGABYTE
MAX_PART = 40 * MEGABYTE
MAX_ENTRIES = 2_000
MAX_RATIO = 100
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1
_HEAD = 4096
# What zipfile raises for bytes that are no archive or a damaged one.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Archive:
    """An archive that keeps the limits.

    Raises Unreadable for bytes that are none, for protected ones, and for any that would
    unpack into more than a document holds.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise Unreadable(errors.PROTECTED if _OLE_ENCRYPTED in data else errors.OLD_OFFICE)
        # Counted in the bytes: opening would already build an object for each entry.
        if data.count(_DIRECTORY_ENTRY) > MAX_ENTRIES:
            raise Unreadable(errors.TOO_MANY_PARTS, limit=f"{MAX_ENTRIES:,}")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE:
            raise Unreadable(errors.DAMAGED) from None
        self.names = [entry.filename for entry in self._zip.infolist()]
        _check(self._zip.infolist())

    def part(self, name: str) -> bytes:
        """Return an unpacked part; Unreadable when it is missing, damaged or too large."""
        try:
            with self._zip.open(name) as stream:
                data = stream.read(MAX_PART + 1)  # the directory may lie about the size
        except _DAMAGE:
            raise Unreadable(errors.DAMAGED) from None
        if len(data) > MAX_PART:
            raise Unreadable(errors.PART_TOO_LARGE, limit=str(MAX_PART // MEGABYTE))
        return data

    def xml(self, name: str) -> Any:
        """Return the root element of an XML part, parsed without entities and without network."""
        from lxml import etree  # noqa: PLC0415  the base install has no lxml

        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        data = self.part(name)
        if b"<!" in data[:_HEAD].replace(b"\x00", b"").replace(b"<!--", b""):
            raise Unreadable(errors.DECLARATIONS)
        try:
            root: Any = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise Unreadable(errors.DAMAGED) from None
        if root is None or root.getroottree().docinfo.doctype:
            raise Unreadable(errors.DECLARATIONS)
        return root


def _check(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ":" in name or ".." in name.split("/"):
            raise Unreadable(errors.ODD_PART_NAME)
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise Unreadable(errors.PROTECTED)
        if entry.file_size > max(MEGABYTE, MAX_RATIO * entry.compress_size):
            raise Unreadable(errors.PACKED_TOO_TIGHT, limit=str(MAX_RATIO))
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Unreadable(errors.UNPACKED_TOO_LARGE, limit=str(MAX_UNPACKED // MEGABYTE))
