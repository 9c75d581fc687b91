"""Where the lead ends and the coordinators begin, when both stand on several lines: by the table's habits."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from thuocdo.documents.reading.spelling import bare

BULLETS = frozenset({"-", "+", "•", "·", "*", "–"})
_BODY_EN = (
    r"ministry|department|office|agency|authority|board|council|commission|institute|bank|bureau|local|"
    r"treasury|university|service|services|corporation|fund"
)
_NEXT = re.compile(
    rf"[;\n]|,(?= (?:cac |(?:bo|so|ubnd|uy ban|cong an|thanh tra|van phong|ban|hoi|trung tam|tinh|dai) |"
    rf"(?:(?!and\b)\w+ ){{0,2}}(?:{_BODY_EN})\b))|(?<= )and (?=(?:{_BODY_EN}|the)\b)"
)
_HABIT = 2.0
_KNOWN = 1.5


@dataclass(slots=True)
class Habits:
    """What the clear cells of one column of bodies show: how many names, on lines of their own or not."""

    counts: Counter[int] = field(default_factory=Counter)
    texts: set[str] = field(default_factory=set)
    lists: int = 0
    on_lines: int = 0

    def learn(self, text: str) -> None:
        """Take in a cell whose borders are clear."""
        count = count_names(text)
        self.counts[count] += 1
        self.texts.add(text)
        self.lists += count > 1
        self.on_lines += "\n" in text

    def likelihood(self, parts: Sequence[str]) -> float:
        """Return how well such a cell agrees with the clear ones."""
        text = "\n".join(parts)
        count = count_names(text)
        found = log((self.counts[count] + 1) / (self.counts.total() + _HABIT))
        if count > 1:
            lines = (self.on_lines + 1) / (self.lists + _HABIT)
            found += log(lines if len(parts) > 1 else 1 - lines + 1 / (self.lists + _HABIT))
        return found + (_KNOWN if text in self.texts and len(parts) > 1 else 0.0)


def count_names(text: str) -> int:
    """Return how many bodies a cell names, as far as its separators tell."""
    words = bare(text.rstrip(" ,;")).replace(",\n", "\n").replace(";\n", "\n")
    return len(_NEXT.findall(words)) + 1 if words else 0


def borders(parts: Sequence[str]) -> list[int]:
    """Return where the border may be: each cell then separates its names in one manner throughout."""
    cuts = range(1, len(parts))
    marked = [part[:1] in BULLETS for part in parts]
    if changes := [cut for cut in cuts if marked[cut] != marked[cut - 1]]:
        return changes
    open_ = [cut for cut in cuts if not parts[cut - 1].endswith((",", ";"))] or list(cuts)
    alike = [cut for cut in open_ if _is_alike(parts[:cut]) and _is_alike(parts[cut:])]
    return alike or open_


def best_border(parts: Sequence[str], ways: Sequence[int], left: Habits, right: Habits) -> int:
    """Return the way that agrees best with the clear cells of both columns."""
    return max(ways, key=lambda way: (left.likelihood(parts[:way]) + right.likelihood(parts[way:]), -way))


def _is_alike(parts: Sequence[str]) -> bool:
    """Say whether lines can stand in one cell: all end in the same sign, and none is a list in itself."""
    if len(parts) == 1:
        return True
    ends = {part[-1:] if part.endswith((",", ";")) else "" for part in parts[:-1]}
    inner = any(count_names(part) > 1 for part in parts)
    return len(ends) == 1 and not inner
