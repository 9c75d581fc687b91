"""Comparing Vietnamese text: the same word in its different spellings is the same word."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_VIETNAMESE = frozenset(map(chr, range(128))) | frozenset("đ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
"""What Vietnamese words are made of, once tone marks and diacritics stand alone."""


def clean(text: str) -> str:
    """Return NFC text with inner white space collapsed and invisible characters dropped."""
    if text.isascii():
        return " ".join(text.split())
    # Plain methods rather than str.translate, which costs five times as much on long texts.
    text = unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("ð", "đ")
    return " ".join(_INVISIBLE.sub("", text).split())


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Return lower-case text without tone marks and diacritics (đ becomes d), for comparing."""
    if text.isascii():
        return clean(text).lower()
    decomposed = unicodedata.normalize("NFD", clean(text).casefold())
    if _VIETNAMESE.issuperset(decomposed):
        # Nothing but marks is dropped here, in a third of the time.
        return decomposed.replace("đ", "d").encode("ascii", "ignore").decode("ascii")
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.replace("đ", "d")


def slug(text: str) -> str:
    """Return an address-safe form: "Bộ KH&CN" gives "bo-kh-cn"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
