"""Prose out of lines: wrapped lines become paragraphs again, paragraphs become sentences."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.spelling import bare

MARK = re.compile(
    r"(?:[IVXL]{1,6}\s*[.)-]\s+|\d{1,2}(?:\.\d{1,2}){0,3}\s*[.)]\s+|\d{1,2}(?:\.\d{1,2}){1,3}\s+|"
    r"(?:[a-zđ]|dd)\)\s+|\(\s*(?:\d{1,2}|[a-zđ]|[ivx]{1,5})\s*\)[,.]?\s+|[-+•*–—·▪○●✓]\s+|#+\s+|"
    r"(?:điều|chương|mục|phần|khoản|article|chapter|section|part|clause|goal|objective)\s+"
    r"(?:\d{1,3}|[IVXL]{1,6})\b)",
    re.IGNORECASE,
)
"""What opens a paragraph of its own: a number, a letter, a bullet, “Điều 5”."""
_ENDS = (".", "!", "?", ":", ";", "…", "|")
_CLOSERS = "”\"')]*_"
_WRAPPED_SHARE = 0.5
_WRAPPED_LINES = 6
_LONGEST_WRAPPED = 140
_FULL = 0.75
_LONGEST = 20_000
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])[”\"')\]*_]*\s+(?=[“\"'(\[*_]*[^\W\d_a-zà-ỹ])|\n|(?<=[.!?…])\s+(?=\d)"
)
_SHORT_FORMS = re.compile(
    r"(?:\b(?:tp|tx|ths|ts|pgs|gs|no|mr|mrs|ms|dr|prof|st|vs|art|para|sec|fig|approx|etc|e\.g|i\.e|u\.s|inc|"
    r"ltd|dept|min|vol)|\b[a-z]|^\W*\d{1,2}|\b[ivx]{1,5})\.$"
)
_LONGEST_FORM = 16


def unwrap(blocks: Sequence[Block]) -> list[Block]:
    """Join the lines of a document whose lines end where the page ends; the first line gives the place."""
    if not _is_wrapped(blocks):
        return list(blocks)
    width = _width(blocks)
    joined: list[Block] = []
    last = ""
    for block in blocks:
        if joined and len(joined[-1].text) < _LONGEST and _goes_on(last, block.text, width):
            above = joined[-1]
            joined[-1] = above._replace(text=f"{above.text} {block.text}")
        else:
            joined.append(block)
        last = block.text
    return joined


def mend(blocks: Sequence[Block]) -> list[Block]:
    """Join what a page break tore: a paragraph without an end and one that begins in lower case."""
    joined: list[Block] = []
    for block in blocks:
        above = joined[-1] if joined else None
        if above and len(above.text) < _LONGEST and _torn(above.text, block.text):
            joined[-1] = above._replace(text=f"{above.text} {block.text}")
        else:
            joined.append(block)
    return joined


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; a short form (“TP.”, “No.”, “1.”) ends none."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        before = bare(text[max(start, found.start() - _LONGEST_FORM) : found.start()])
        if found.group() != "\n" and _SHORT_FORMS.search(before):
            continue
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def _is_wrapped(blocks: Sequence[Block]) -> bool:
    """Say whether most long lines break off within a sentence, all of them being about as long."""
    texts = [block.text for block in blocks if block.text]
    width = _width(blocks)
    if width > _LONGEST_WRAPPED:
        return False
    full = [pair for pair in pairwise(texts) if len(pair[0]) >= _FULL * width]
    broken = sum(not _ended(above) and below[:1].islower() for above, below in full)
    longer = sum(len(text) > _LONGEST_WRAPPED for text in texts)
    return len(full) >= _WRAPPED_LINES and broken >= _WRAPPED_SHARE * len(full) and longer * 10 <= len(texts)


def _width(blocks: Sequence[Block]) -> int:
    lengths = sorted(len(block.text) for block in blocks)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _ended(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def _goes_on(above: str, below: str, width: int) -> bool:
    """Say whether the line below goes on with the sentence of the line above."""
    if not above or not below or MARK.match(below) or _is_rule(above) or _is_rule(below):
        return False
    full = len(above) >= _FULL * width
    if below[:1].islower():
        return full or not (_ended(above) or above.isupper())
    # A full line runs on even behind the end of a sentence, within one paragraph.
    return full and not above.endswith((":", ";")) and not above.isupper()


def _torn(above: str, below: str) -> bool:
    return (
        not _ended(above) and below[:1].islower() and not MARK.match(below) and len(above) > _LONGEST_WRAPPED
    )


def _is_rule(text: str) -> bool:
    return not any(char.isalnum() for char in text)
