"""Hyphens at the ends of lines: set by the author or only by the printer."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from thuocdo.documents.layout import Grid, Item, Paragraph, lines

DOUBTFUL = "\u00ad"
"""What stands, until `settled`, for a hyphen that ended a line in the middle of a word."""
_BROKEN = re.compile(rf"(\w+){DOUBTFUL}(\w+)")
_WORD = re.compile(r"\w+(?:-\w+)*")
_FEWEST = 3
_WORDS = 250  # a printer that breaks words does so at least once in so many


def settled(items: Sequence[Item]) -> list[Item]:
    """Return the same items with each broken word whole again, or with the hyphen that it has."""
    texts = list(lines(items))
    broken = Counter(match.groups() for text in texts for match in _BROKEN.finditer(text))
    if not broken:
        return list(items)
    words = Counter(word.casefold() for text in texts for word in _WORD.findall(_BROKEN.sub(" ", text)))
    printer_breaks = len(broken) >= _FEWEST and len(broken) * _WORDS > words.total()

    def whole(match: re.Match[str]) -> str:
        apart, together = f"{match[1]}-{match[2]}", f"{match[1]}{match[2]}"
        with_hyphen, without = words[apart.casefold()], words[together.casefold()]
        if with_hyphen or without:
            return apart if with_hyphen > without else together
        return together if printer_breaks else apart

    return list(_mended(items, lambda text: _BROKEN.sub(whole, text).replace(DOUBTFUL, "-")))


def _mended(items: Iterable[Item], mend: Callable[[str], str]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Grid):
            for cell in {id(cell): cell for row in item.rows for cell in row}.values():
                cell.items = list(_mended(cell.items, mend))
            yield item
        else:
            yield Paragraph(mend(item), item.page) if isinstance(item, Paragraph) else mend(item)
