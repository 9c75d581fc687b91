"""Bytes to Vietnamese text: UTF-8 in one spelling; other encodings are refused by their name."""

import re
import unicodedata

from thuocdo.documents import errors
from thuocdo.documents.errors import Unreadable

MAX_LINE = 200_000
MAX_LINES = 200_000
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_ETH = str.maketrans({"Ð": "Đ", "ð": "đ"})
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Very common syllables (“của”, “và”, “các”, “được”, “những”) as the bytes of each legacy encoding,
# shown as Latin-1: files were also saved as UTF-8 without converting the letters.
_LEGACY = {
    "TCVN3 (ABC)": ("cña", "vµ", "c¸c", "®", "nh÷ng", "NghÞ"),
    "VNI": ("cuûa", "vaø", "caùc", "ñöôïc", "nhöõng", "Nghò"),
    "windows-1258": ("cuÒa", "vaÌ", "caìc", "ðýõòc", "nhýÞng", "Nghiò", "cuÒ", "cña\u0300"),
}
_ENOUGH = 2


def clean(text: str) -> str:
    """Return the text in NFC, without invisible signs and with the Vietnamese letter for Đ."""
    text = unicodedata.normalize("NFC", text)
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
    return text.translate(_ETH) if "Ð" in text or "ð" in text else text


def decoded(data: bytes, *, check_lines: bool = True) -> str:
    """Return the words of a plain text file; Unreadable names another encoding where it is known."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(errors.UTF16)
    if check_lines:
        _check_lines(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        signs = data.decode("latin-1")
        if _CONTROL.search(signs):
            raise Unreadable(errors.BINARY) from None
        refuse_legacy(signs)
        raise Unreadable(errors.NOT_UTF8) from None
    if _CONTROL.search(text):
        raise Unreadable(errors.BINARY)
    if not text.isascii() and "ạ" not in text and "ế" not in text:
        refuse_legacy(text)
    if not text.strip():
        raise Unreadable(errors.EMPTY)
    return text


def _check_lines(data: bytes) -> None:
    lengths = [len(line) for line in data.split(b"\n")]
    if len(lengths) > MAX_LINES:
        raise Unreadable(errors.TOO_MANY_LINES, limit=f"{MAX_LINES:,}")
    longest = max(lengths)
    if longest > MAX_LINE:
        raise Unreadable(errors.LONG_LINE, line=str(lengths.index(longest) + 1), limit=f"{MAX_LINE:,}")


def refuse_legacy(text: str) -> None:
    """Refuse the letters of an old Vietnamese encoding, with its name."""
    counts = {name: sum(sign in text for sign in signs) for name, signs in _LEGACY.items()}
    name = max(counts, key=lambda found: counts[found])
    if counts[name] >= _ENOUGH:
        raise Unreadable(errors.LEGACY, encoding=name)
