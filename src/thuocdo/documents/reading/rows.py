"""Rows of a table whose cells are paragraphs: found by the sequence of their numbers."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.clauses import LETTERS
from thuocdo.documents.reading.columns import Columns
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.labels import roman, roman_value
from thuocdo.documents.reading.parts import HIDDEN
from thuocdo.documents.reading.spelling import bare

_NUMBER = re.compile(r"(\d{1,4})(?:\.(\d{1,3}))?\.?")
_LETTER = re.compile(r"([a-zđ])\)")
_ROMAN = re.compile(r"([IVXL]{1,7})\.?")
_END = re.compile(
    r"(?:phu luc|appendix|annex|noi nhan|danh sach (?:dau moi|lien he|can bo)|dau moi lien he|"
    r"contacts?(?: points?| persons?| list)?$|list of contacts)\b|(?:tm|kt|tl|tuq)\. |\[\d+\]|"
    r"cong hoa xa hoi|socialist republic"
)
_END_LETTERS = frozenset("PpAaNnTtKkCcSsDdĐđLl[")
_WIDEST_HEAD = 12
_JUMP = 3
_LONG_ROW = 40

EndsWell = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its printed code and the paragraphs behind it, cell borders still unknown.

    `cells` is set instead of `paragraphs` when the format knows the borders. `last` says that
    other text may follow the row's own paragraphs. `swallowed` counts rows without a number that
    looked whole and were joined to this one; `doubts` are those about the row as a whole;
    `lettered` rows bear a letter below the number of another row.
    """

    code: str
    kind: str
    place: dict[str, int]
    paragraphs: tuple[str, ...] = ()
    cells: tuple[str, ...] | None = None
    parent: str | None = None
    inferred: bool = False
    last: bool = False
    skipped_from: str = ""
    swallowed: int = 0
    doubts: tuple[Doubt, ...] = ()
    lettered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its columns hold, and its rows (sections and rows in their order)."""

    columns: Columns
    rows: tuple[Row, ...]


def numbered_table(blocks: Sequence[Block], columns: Columns, ends_well: EndsWell) -> Table:
    """Return the table whose rows begin where the next number stands.

    `blocks` are the paragraphs below the heading; `ends_well` judges what a row's last cell may be.
    """
    return Table(columns, _Walk(blocks, columns, ends_well).rows())


def ends_table(text: str) -> bool:
    """Say whether a paragraph stands below a table: an annex, a signature, a note."""
    # Looking at one letter first: this is asked of every paragraph.
    return text[:1] in _END_LETTERS and bool(_END.match(bare(text[:40])))


class _Walk:
    """Walks through the paragraphs of one table and cuts where the next expected number stands."""

    def __init__(self, blocks: Sequence[Block], columns: Columns, ends_well: EndsWell) -> None:
        self._blocks = blocks
        self._width = len(columns.roles)
        self._ends_well = ends_well
        self._section = self._number = self._child = 0
        self._starts: list[tuple[int, Row]] = []

    def rows(self) -> tuple[Row, ...]:
        """Return the rows; the paragraphs of each reach up to the next one."""
        stop = len(self._blocks)
        for place, block in enumerate(self._blocks):
            if self._starts and ends_table(block.text) and self._far_enough(place):
                stop = place
                break
            row = self._row_at(place)
            if row:
                self._starts.append((place, row))
        cuts = [place for place, _row in self._starts] + [stop]
        return tuple(
            _with_paragraphs(row, self._blocks[place + 1 : cuts[number + 1]], last=cuts[number + 1] == stop)
            for number, (place, row) in enumerate(self._starts)
        )

    def _row_at(self, place: int) -> Row | None:
        text = self._blocks[place].text
        if not text or len(text) > _WIDEST_HEAD:
            return None
        if text == HIDDEN:
            return self._hidden_row(place)
        found = _ROMAN.fullmatch(text)
        if found and roman_value(found[1]) == self._section + 1 and self._far_enough(place):
            self._section += 1
            return Row(found[1], "section", self._blocks[place].place())
        return self._numbered_row(place, text)

    def _numbered_row(self, place: int, text: str) -> Row | None:
        number, child = self._position(text)
        if not number or not self._far_enough(place):
            return None
        following = number == self._number + 1 and not child
        if following or (number == self._number and child == self._child + 1):
            if not self._fits(place) and self._better_later(place, text):
                return None
            return self._accept(place, number, child)
        jump = not child and self._number + 1 < number <= self._number + _JUMP
        if jump and self._starts and text.endswith(".") and self._fits(place):
            before = str(self._number)
            row = self._accept(place, number, 0)
            return Row(row.code, row.kind, row.place, skipped_from=before)
        return None

    def _position(self, text: str) -> tuple[int, int]:
        """Return (number, child) that the label stands for, (0, 0) when it is no label."""
        if found := _NUMBER.fullmatch(text):
            return int(found[1]), int(found[2] or 0)
        letter = _LETTER.fullmatch(text)
        if letter and letter[1] in LETTERS and self._number:
            return self._number, LETTERS.index(letter[1]) + 1
        return 0, 0

    def _accept(self, place: int, number: int, child: int) -> Row:
        self._number, self._child = number, child
        text = self._blocks[place].text
        parent = str(number) if child else None
        label = text.rstrip(".)")
        code = (
            f"{number}.{label}"
            if child and not label[0].isdigit()
            else f"{number}.{child}"
            if child
            else str(number)
        )
        return Row(code, "row", self._blocks[place].place(), parent=parent)

    def _hidden_row(self, place: int) -> Row | None:
        """Take a hidden paragraph for a row's number when the number after it then follows."""
        if not self._starts or self._distance(place) < self._width:
            return None
        after = [block.text for block in self._blocks[place + 1 : place + self._width + _LONG_ROW]]
        if after[0:1] != [""] and not any(after[1 : self._width - 1]) and len(after) >= self._width:
            self._section += 1
            return Row(roman(self._section), "section", self._blocks[place].place(), inferred=True)
        follows = [place for place, text in enumerate(after, start=1) if self._is_after_next(text)]
        # Either this row or the one before it is then as long as a row without further paragraphs.
        plain_before = self._distance(place) == self._width
        if not follows or not (plain_before or (self._fits(place) and follows[0] == self._width)):
            return None
        self._number, self._child = self._number + 1, 0
        return Row(str(self._number), "row", self._blocks[place].place(), inferred=True)

    def _is_after_next(self, text: str) -> bool:
        """Say whether the label stands behind the row whose own number is hidden."""
        if found := _ROMAN.fullmatch(text):
            return roman_value(found[1]) == self._section + 1
        number, child = self._position(text)
        return not child and self._number + 1 < number <= self._number + _JUMP

    def _distance(self, place: int) -> int:
        return place - self._starts[-1][0] if self._starts else 0

    def _is_section(self) -> bool:
        return bool(self._starts) and self._starts[-1][1].kind == "section"

    def _far_enough(self, place: int) -> bool:
        """Say whether the row before it can be complete here."""
        if not self._starts:
            return True
        return self._distance(place) >= (2 if self._is_section() else self._width)

    def _fits(self, place: int) -> bool:
        return self._is_section() or not self._starts or self._ends_well(self._blocks[place - 1].text)

    def _better_later(self, place: int, text: str) -> bool:
        """Say whether the same label stands again soon, where the row before it ends well."""
        for later in range(place + 1, min(place + _LONG_ROW, len(self._blocks))):
            if self._blocks[later].text == text and self._ends_well(self._blocks[later - 1].text):
                return True
        return False


def _with_paragraphs(row: Row, blocks: Sequence[Block], *, last: bool) -> Row:
    return Row(
        row.code,
        row.kind,
        row.place,
        paragraphs=tuple(block.text for block in blocks),
        parent=row.parent,
        inferred=row.inferred,
        last=last,
        skipped_from=row.skipped_from,
    )
