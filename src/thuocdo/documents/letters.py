"""Letters with a place on the page become words, whatever fonts they come from."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

SUPPOSED = "\n"
"""Stands for a space that no program wrote: PDFium supposes it between letters, and the gap decides."""
_GAP = 0.2  # of a letter's height; two words stand so far apart
_NO_GAP = 0.08
_OVERLAP = 0.2
_OTHER_SIZE = 1.08
_HYPHENS = frozenset("\x02\ufffe\u00ad\u2011")


class Word(NamedTuple):
    """Letters without a gap; y grows downwards, in points; `glued`: no space stands before it."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    glued: bool = False

    @property
    def height(self) -> float:
        """Return the height of the line that the font asks for."""
        return self.y1 - self.y0


def words_of(signs: Iterable[tuple[Any, ...]]) -> Iterator[Word]:
    """Yield the words: letters on one line, of one size, without a gap.

    A space that was written parts them, also where the boxes of slanted letters overlap it.
    """
    letters: list[str] = []
    x0 = y0 = x1 = y1 = last = 0.0
    glued = spaced = written = False
    for sign, left, top, right, bottom, _turn in signs:
        if sign.isspace():
            spaced, written = True, written or sign != SUPPOSED
            continue
        if letters and not unicodedata.combining(sign):
            height = y1 - y0
            nearest, widest = (-_OVERLAP, _NO_GAP) if spaced else (-1, _GAP)
            level = min(y1, bottom) - max(y0, top) > min(height, bottom - top) / 2
            back = left < last - _OVERLAP * height  # a second font fills the gaps that the first one left
            near = level and not (written or back) and nearest * height < left - x1 < widest * height
            ratio = (bottom - top) / height if height > 0 else 1
            if not near or not 1 / _OTHER_SIZE < ratio < _OTHER_SIZE:
                yield Word("".join(letters), x0, y0, x1, y1, glued)
                letters, glued = [], near
        if not letters:
            x0, y0, x1, y1 = left, top, right, bottom
        letters.append("-" if sign in _HYPHENS else sign)
        x1, last = max(x1, right), left
        spaced = written = False
    if letters:
        yield Word("".join(letters), x0, y0, x1, y1, glued)


def woven(words: Sequence[Word]) -> list[Word]:
    """Return the words, glued to what stands right before them on their line.

    Some programs write a line without the letters that its font lacks, and those of a second font
    behind it: only their places tell which letters make a word.
    """
    if not any(_comes_back(first, second) for first, second in pairwise(words)):
        return list(words)
    ends = sorted(words, key=lambda word: word.x1)
    rights = [word.x1 for word in ends]

    def follows(word: Word) -> bool:
        reach = _OVERLAP * word.height
        near = ends[bisect_left(rights, word.x0 - reach) : bisect_right(rights, word.x0 + reach)]
        return any(_touch(before, word) for before in near if before is not word)

    return [word if word.glued or not follows(word) else word._replace(glued=True) for word in words]


def _comes_back(first: Word, second: Word) -> bool:
    """Say whether a word stands on the line of the one written before it, further left."""
    return second.x1 <= first.x0 + _OVERLAP * first.height and _shares_line(first, second)


def _touch(before: Word, word: Word) -> bool:
    size = min(before.height, word.height)
    gap = word.x0 - before.x1
    return -_OVERLAP * size < gap < _NO_GAP * size and before.x0 < word.x0 and _shares_line(before, word)


def _shares_line(one: Word, other: Word) -> bool:
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > min(one.height, other.height) / 2
