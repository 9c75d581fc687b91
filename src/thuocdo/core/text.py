"""Comparing Vietnamese text: the same word in its different spellings is the same word."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
_ETH = str.maketrans({"Ð": "Đ", "ð": "đ"})


def clean(text: str) -> str:
    """Return NFC text with inner white space collapsed and invisible characters dropped."""
    if text.isascii():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE).translate(_ETH)
    return _SPACES.sub(" ", text).strip()


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Return lower-case text without tone marks and diacritics (đ becomes d), for comparing."""
    if text.isascii():
        return clean(text).lower()
    decomposed = unicodedata.normalize("NFD", clean(text).casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.replace("đ", "d")


def slug(text: str) -> str:
    """Return an address-safe form: "Bộ KH&CN" gives "bo-kh-cn"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
