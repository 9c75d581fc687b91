"""What stands on the pages beside the text: repeated heads and feet, page numbers, notes below the text."""

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from thuocdo.documents.flow import Line
from thuocdo.documents.pdfium import Sheet

_ZONE = 0.12  # share of the page's height that heads and feet may take
_SHARE = 0.4  # of the pages; heads may differ on left and right pages
_NEAR = 4.0
_LOWER_HALF = 0.5
_SMALLER = 0.95
_COUNT = r"(?:trang|tr\.|page|p\.)?\s*[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:/|of|trên)\s*\d{1,3})?"
_PAGE_NUMBER = re.compile(_COUNT, re.IGNORECASE)
_AT_END = re.compile(rf"^{_COUNT}\s+|\s+{_COUNT}$", re.IGNORECASE)
_MARK = re.compile(r"\[\d{1,3}\] ")

Pages = Sequence[tuple[Sheet, list[Line]]]


def without_furniture(pages: Pages) -> tuple[list[list[Line]], list[str]]:
    """Return the lines of each page but its furniture, and the words of the furniture."""
    places: dict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    for sheet, lines in pages:
        for line, top, away in _edges(sheet, lines):
            places[top, _AT_END.sub("", line.text())].append((sheet.number, away))
    fewest = max(2, _SHARE * len(pages))
    usual = {key: median(away for _number, away in found) for key, found in places.items()}
    repeated = {
        key: usual[key]
        for key, found in places.items()
        if len({number for number, away in found if abs(away - usual[key]) < _NEAR}) >= fewest
    }
    kept: list[list[Line]] = []
    words: list[str] = []
    for sheet, lines in pages:
        dropped: set[int] = set()
        ended: set[bool] = set()
        for line, top, away in sorted(_edges(sheet, lines), key=lambda edge: edge[2]):
            text = line.text()
            middle = repeated.get((top, _AT_END.sub("", text)))
            outer = line in (lines[0], lines[-1])
            if top in ended:  # what stands within the text is text, even if pages have the same there
                continue
            if (middle is not None and abs(away - middle) < _NEAR) or (
                outer and _PAGE_NUMBER.fullmatch(text)
            ):
                dropped.add(id(line))
                words += [text, _AT_END.sub("", text)]
            else:
                ended.add(top)
        kept.append([line for line in lines if id(line) not in dropped])
    return kept, words


def split_notes(sheet: Sheet, lines: Sequence[Line]) -> int:
    """Return where the notes below the text begin: smaller letters behind a raised number."""
    sizes = [line.main.height for line in lines]
    usual = median(sizes) if sizes else 0
    for place, line in enumerate(lines):
        low = line.main.y0 > _LOWER_HALF * sheet.height
        if low and line.main.height < _SMALLER * usual and _MARK.match(line.text()):
            return place
    return len(lines)


def _edges(sheet: Sheet, lines: Sequence[Line]) -> list[tuple[Line, bool, float]]:
    """Return the lines near the upper or lower end of the page, with their distance from it."""
    zone = _ZONE * sheet.height
    found: list[tuple[Line, bool, float]] = []
    for line in lines:
        if line.main.y1 < zone:
            found.append((line, True, line.main.y0))
        elif line.main.y0 > sheet.height - zone:
            found.append((line, False, sheet.height - line.main.y1))
    return found
