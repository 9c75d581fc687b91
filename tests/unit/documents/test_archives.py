"""Archives are looked at before they are unpacked, and nothing leads out of them."""

import io
import zipfile

import pytest
from tests.factories.documents import as_docx

from thuocdo.documents import archives, errors
from thuocdo.documents.archives import MAX_ENTRIES, Archive
from thuocdo.documents.errors import Unreadable

ENTITIES = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><a>&c;</a>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(*parts):
    """Return an archive of (name, content) pairs."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def encrypted():
    """Return an archive whose directory says that its part is encrypted."""
    data = bytearray(packed(("a.xml", "<a/>")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


REFUSED = {
    "random": (b"PK\x03\x04" + bytes(range(256)) * 9, errors.DAMAGED),
    "cut off": (as_docx(["Văn bản"])[:9000], errors.DAMAGED),
    "old office": (OLE + bytes(3000), errors.OLD_OFFICE),
    "office with password": (OLE + "EncryptedPackage".encode("utf-16-le"), errors.PROTECTED),
    "encrypted": (encrypted(), errors.PROTECTED),
    "bomb": (packed(("a.xml", bytes(30_000_000))), errors.PACKED_TOO_TIGHT),
    "parent folder": (packed(("a/../../b", "x")), errors.ODD_PART_NAME),
    "backslashes": (packed(("..\\b", "x")), errors.ODD_PART_NAME),
    "absolute": (packed(("/etc/b", "x")), errors.ODD_PART_NAME),
    "drive": (packed(("C:/b", "x")), errors.ODD_PART_NAME),
    "many": (packed(*((f"{number}", "") for number in range(MAX_ENTRIES + 1))), errors.TOO_MANY_PARTS),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_odd_archive_is_refused(kind):
    """Each kind of odd archive has its own sentence."""
    data, template = REFUSED[kind]
    with pytest.raises(Unreadable) as refusal:
        Archive(data)
    assert refusal.value.template == template


def test_sum_of_the_parts_is_limited(monkeypatch):
    """Parts that are harmless alone are refused when they are too much together."""
    monkeypatch.setattr(archives, "MAX_UNPACKED", 5_000)
    with pytest.raises(Unreadable) as refusal:
        Archive(packed(*((f"{number}.xml", "x" * 1000) for number in range(6))))
    assert refusal.value.template == errors.UNPACKED_TOO_LARGE


def test_one_part_is_limited(monkeypatch):
    """A part is unpacked up to its limit only."""
    monkeypatch.setattr(archives, "MAX_PART", 999)
    with pytest.raises(Unreadable) as refusal:
        Archive(packed(("a.xml", "x" * 1000))).part("a.xml")
    assert refusal.value.template == errors.PART_TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding):
    """XML that declares entities is refused before they could grow."""
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    with pytest.raises(Unreadable) as refusal:
        Archive(packed(("a.xml", (head + ENTITIES).encode(encoding)))).xml("a.xml")
    assert refusal.value.template == errors.DECLARATIONS


@pytest.mark.parametrize("content", [b"", b"<a>", b"<a>" * 5000, b"no xml", b"<a>\xff</a>"])
def test_broken_xml_is_refused(content):
    """A part that is no well-formed XML, or nested without end, is refused."""
    with pytest.raises(Unreadable) as refusal:
        Archive(packed(("a.xml", content))).xml("a.xml")
    assert refusal.value.template == errors.DAMAGED


def test_part_and_xml_are_read():
    """A sound part comes back as bytes and as an element."""
    archive = Archive(packed(("a.xml", "<a>cây</a>")))
    assert (archive.names, archive.part("a.xml")) == (["a.xml"], "<a>cây</a>".encode())
    assert archive.xml("a.xml").text == "cây"
    with pytest.raises(Unreadable):
        archive.part("b.xml")
