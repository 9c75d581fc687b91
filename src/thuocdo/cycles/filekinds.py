"""Which files a body may hand in: by their first bytes and their ending, which have to agree."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from thuocdo.core.text import clean
from thuocdo.documents.errors import Unreadable

LONGEST_NAME = 150


def _(message: str) -> str:
    """Mark a message for translation; the catalogue is asked when it is shown."""
    return message


SENTENCES: Mapping[str, str] = {
    "empty": _("The file {name} is empty; choose the file again."),
    "too_large": _("The file {name} has more than {limit} MB; hand in the pages that prove the result."),
    "unknown_kind": _("Files like {name} are not taken; hand in one of: {known}."),
    "disguised": _("The file {name} is not what its ending says; save it again in the right format."),
    "macros": _("The file {name} contains macros; save it without them, or as a PDF."),
    "protected": _("The file {name} is protected by a password; take the protection off and save it again."),
    "damaged": _("The file {name} is damaged or cut off; open it where it was written and save it again."),
    "too_much": _("The file {name} is too intricate to be looked through; divide it, or save it as a PDF."),
    "secret_name": _(
        "The file's name carries a mark of state secrecy; this system is on a network and must not hold "
        "state secrets. Nothing of it was kept."
    ),
    "secret_text": _(
        "The file {name} carries a mark of state secrecy; this system is on a network and must not hold "
        "state secrets. Nothing of it was kept."
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file that is taken: its endings, its first bytes, and whether there are words in it."""

    suffix: str
    media: str
    starts: tuple[bytes, ...] = ()
    readable: bool = True


_ZIP = (b"PK\x03\x04",)
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
KINDS: Mapping[str, FileKind] = {
    kind.suffix: kind
    for kind in (
        FileKind(".pdf", "application/pdf", (b"%PDF-",)),
        FileKind(".docx", f"{_OFFICE}.wordprocessingml.document", _ZIP),
        FileKind(".xlsx", f"{_OFFICE}.spreadsheetml.sheet", _ZIP),
        FileKind(".odt", f"{_OPEN}.text", _ZIP),
        FileKind(".ods", f"{_OPEN}.spreadsheet", _ZIP),
        FileKind(".png", "image/png", (b"\x89PNG\r\n\x1a\n",), readable=False),
        FileKind(".jpg", "image/jpeg", (b"\xff\xd8\xff",), readable=False),
        FileKind(".csv", "text/csv"),
        FileKind(".txt", "text/plain"),
    )
}
_SAME = {".jpeg": ".jpg"}
_NOT_TEXT = re.compile(
    rb"\s*(?:<(?:!doctype|html|head|body|script|svg|\?xml|iframe)|#!|%PDF-|PK\x03\x04|MZ|\x7fELF|\xd0\xcf\x11\xe0)",
    re.IGNORECASE,
)
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]")
_INVISIBLE = "\ufeff\u200b\u2060 \t\r\n"
_PATH = re.compile(r"[/\\:*?\"<>|]+")


def refused(code: str, name: str, **params: str) -> Unreadable:
    """Return the refusal of a file; its sentence names the file and the remedy."""
    return Unreadable(SENTENCES[code], name=name, **params)


def clean_name(name: str) -> str:
    """Return a file's own name without folders, hidden signs and signs that a disk does not take."""
    last = re.split(r"[/\\]", name)[-1]
    plain = _PATH.sub("_", clean(_HIDDEN.sub("", last))).lstrip(". ")
    suffix = PurePosixPath(plain).suffix[:10]
    stem = plain[: len(plain) - len(suffix)] if suffix else plain
    return f"{stem[: LONGEST_NAME - len(suffix)].rstrip()}{suffix}" or "file"


def kind_of(name: str, data: bytes) -> FileKind:
    """Return the kind of a file; refuses what is empty, of no kind that is taken, or in disguise."""
    if not data:
        raise refused("empty", name)
    suffix = PurePosixPath(name).suffix.lower()
    kind = KINDS.get(_SAME.get(suffix, suffix))
    if kind is None:
        raise refused("unknown_kind", name, known=", ".join(KINDS))
    looks_right = data.startswith(kind.starts) if kind.starts else _is_text(data)
    if not looks_right:
        raise refused("disguised", name)
    return kind


def _is_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    else:
        encoding, plain = "utf-8-sig", data.removeprefix(b"\xef\xbb\xbf")
        if _NOT_TEXT.match(plain):
            return False
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return "\x00" not in text and not _NOT_TEXT.match(text.lstrip(_INVISIBLE)[:200].encode(errors="replace"))
