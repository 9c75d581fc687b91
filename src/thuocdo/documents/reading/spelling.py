"""Comparing the words of a document, with or without tone marks, keeping every letter in its place."""

import unicodedata
from functools import cache


class _Bare(dict[int, str]):
    """A table for str.translate that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = _bare_letter(chr(code))
        self[code] = letter
        return letter


_SAME = {"đ": "d", "ð": "d", "’": "'", "‘": "'", "–": "-", "—": "-", "−": "-", "\u00a0": " "}
_TABLE = _Bare()


def bare(text: str) -> str:
    """Return lower-case text without tone marks; as long as `text`, so that places stay the same.

    Unlike core.text.fold it maps one character to one, which lets a match in the bare text be
    cut out of the printed one.
    """
    return text.translate(_TABLE)


@cache
def _bare_letter(char: str) -> str:
    lower = char.lower()
    if lower in _SAME:
        return _SAME[lower]
    base = unicodedata.normalize("NFD", lower)[:1]
    return base if len(char) == len(lower) == 1 else char


_DASHES = {"–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "’": "'"}


class _Plain(dict[int, str]):
    """A table for str.translate that learns each character when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        letter = _DASHES.get(char) or (low if len(low := char.lower()) == 1 else char)
        self[code] = letter
        return letter


_PLAIN = _Plain()


def plain(text: str) -> str:
    """Return lower-case text with one kind of dash, every letter in its place and with its tone."""
    return text.translate(_PLAIN)
