"""What office files are made of: a package of XML parts whose bytes depend on nothing but their contents."""

import io
import re
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""The kinds of relations between the parts of an office file."""

_ALWAYS = (1980, 1, 1, 0, 0, 0)
# What XML 1.0 does not allow, whatever somebody typed.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def package(parts: Iterable[tuple[str, str]]) -> bytes:
    """Return the parts (name, XML) as one file; the same parts give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(zipfile.ZipInfo(name, _ALWAYS), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def content_types(parts: Iterable[tuple[str, str]]) -> str:
    """Return the part that says what each part (name, type) is."""
    listed = "".join(
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>" for name, kind in parts
    )
    return (
        f'{XML}<Types xmlns="{_CONTENT_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{listed}</Types>"
    )


def relations(targets: Iterable[tuple[str, str]]) -> str:
    """Return the relations of a part (kind, target), numbered rId1, rId2, … in their order."""
    listed = "".join(
        f'<Relationship Id="rId{place}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}/>'
        for place, (kind, target) in enumerate(targets, start=1)
    )
    return f'{XML}<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'


def safe(text: str) -> str:
    """Return a text as it may stand between tags."""
    return escape(_FORBIDDEN.sub("", text))


def attribute(text: str) -> str:
    """Return a text as the quoted value of an attribute."""
    return quoteattr(_FORBIDDEN.sub("", text))
