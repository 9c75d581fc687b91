"""The words of the source in pieces that a person can read beside the rows. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from thuocdo.documents.blocks import Block
from thuocdo.programme.review.types import Passage

Place = Mapping[str, int]
_LONGEST = 2000


def passages_of(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """Return the paragraphs, and each table row as one piece; a merged cell stands there once."""
    found: list[Passage] = []
    cells: list[str] = []
    for block in blocks:
        if block.table is None:
            if block.text:
                found.append(Passage(block.text[:_LONGEST], block.line, block.page))
            continue
        before = found[-1] if found else None
        if before is None or (before.table, before.row) != (block.table, block.row):
            cells = []
            before = None
        if block.text and (not cells or cells[-1] != block.text):
            cells.append(block.text)
        passage = Passage(" | ".join(cells)[:_LONGEST], block.line, block.page, block.table, block.row)
        if before is None:
            found.append(passage)
        else:
            found[-1] = passage
    return tuple(found)


class Places:
    """Finds the passage in which a row begins."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._rows = {
            (passage.table, passage.row): index for index, passage in enumerate(passages) if passage.table
        }
        lines = [(passage.line, index) for index, passage in enumerate(passages) if not passage.table]
        self._lines = [line for line, _index in lines]
        self._indexes = [index for _line, index in lines]

    def find(self, place: Place) -> int | None:
        """Return the index of the passage at a draft's `source`, None where it has none."""
        if table := place.get("table"):
            return self._rows.get((table, place.get("row", 0)))
        line = place.get("line")
        if line is None or not self._lines:
            return None
        at = bisect_left(self._lines, line)
        return self._indexes[at] if at < len(self._indexes) else None
