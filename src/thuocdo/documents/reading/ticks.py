"""Marks in cells: what stands below a year in which a task runs."""

from thuocdo.documents.reading.spelling import bare

_WORDS = frozenset({"x", "v", "co", "yes", "y"})
_NO_MARKS = frozenset("-–—_.…,;:%‰$€£#°<>=≥≤\"'“”〃")
_LONGEST = 4


def is_mark(text: str) -> bool:
    """Say whether a cell holds only a mark, as stands below a year in which a task runs: x, ✓, ■, “có”."""
    mark = bare(text.strip())
    if not mark or len(mark) > _LONGEST:
        return False
    return mark in _WORDS or not any(char.isalnum() or char in _NO_MARKS for char in mark)
