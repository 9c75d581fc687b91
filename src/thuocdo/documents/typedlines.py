"""Plain lines and what stands apart on them: words with wide gaps between, blank lines between blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_SEGMENT = re.compile(r"\S+(?: \S+)*")
LONGEST = 1000
"""Letters; what people lay out in columns is never so wide."""
_RULE = re.compile(r"[-–—=_~─━═]{3,}")
_GUTTER = 4
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words with single spaces between them, and where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that is not blank: its number in the file and the words that stand apart on it."""

    number: int
    parts: tuple[Segment, ...]

    def text(self) -> str:
        """Return all its words."""
        return " ".join(part.text for part in self.parts)


Block = Sequence[Typed]
"""Lines without a blank one between them."""


def blocks_of(lines: Sequence[tuple[int, str]]) -> list[list[Typed]]:
    """Return the blocks of numbered lines."""
    found: list[list[Typed]] = []
    last = 0
    for number, line in lines:
        parts = tuple(
            Segment(*match.span(), match[0]) for match in _SEGMENT.finditer(line.replace("\f", "")[:LONGEST])
        )
        if not parts or all(_RULE.fullmatch(part.text) for part in parts):
            continue  # a line of strokes parts blocks as a blank one does
        if not found or number != last + 1 or "\f" in line:
            found.append([])
        found[-1].append(Typed(number, parts))
        last = number
    return found


def wrapped(lines: Sequence[str], room: int) -> list[str]:
    """Return the paragraphs of lines: a line runs on where the next word had no room on it."""
    found: list[str] = []
    last = ""
    for line in lines:
        fits = bool(last) and len(last) + 1 + len(line.split(" ", 1)[0]) <= room
        if not found or fits or _MARK.match(line):
            found.append(line)
        else:
            found[-1] = f"{found[-1]} {line}"
        last = line
    return found


_MARK = re.compile(r"(?:[-–—+•*·▪●○■□➢‣◦]|[a-zđ]\)|\d{1,2}[.)])\s")


def paragraphs(block: Block, room: int) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a block with their lines; of text beside text the left one first."""
    gutter = _gutter(block)
    if gutter is None:
        lines = [(line.number, line.text()) for line in block]
        number = lines[0][0]
        for text in wrapped([text for _number, text in lines], room):
            yield number, text
            number += 1
        return
    for left in (True, False):
        side = [
            Typed(line.number, parts)
            for line in block
            if (parts := tuple(part for part in line.parts if (part.start < gutter) == left))
        ]
        yield from ((line.number, line.text()) for line in side)


def _gutter(block: Block) -> int | None:
    """Return where the right one of two texts side by side begins, None where there are no two."""
    several = [line for line in block if len(line.parts) > 1]
    if not several:
        return None
    gaps = [
        (one.end, other.start) for one, other in zip(several[0].parts, several[0].parts[1:], strict=False)
    ]
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
    for line in block:
        for part in line.parts:
            if part.start < end and part.end > start:  # it stands within the stretch
                if part.start + part.end < start + end:
                    start = max(start, part.end)
                else:
                    end = min(end, part.start)
    return end if end - start >= _GUTTER else None
