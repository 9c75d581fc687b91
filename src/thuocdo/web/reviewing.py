"""One page of a draft under review: the rows with what waits, and the words of the source beside them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from thuocdo.programme.review.rules import (
    REVIEWERS,
    added_rows,
    counting,
    next_open,
    outcome,
    rows_under_review,
    standing,
)
from thuocdo.programme.review.settling import reread
from thuocdo.programme.review.types import (
    WHOLE,
    Cell,
    DraftHead,
    Key,
    Passage,
    Review,
    Row,
    Standing,
    Step,
    Verdict,
    Why,
)

PER_PAGE = 20
_BEFORE, _AFTER = 2, 45
"""Passages shown before and after the one where the current row begins."""
_SPAN = 14
"""Passages that one row may cover in a text without tables."""
_SHOWN = 900
"""Characters of a passage that are shown."""
_LONG = 90
_LONG_FIELDS = frozenset({"title", "output", "leads", "coordinators", "text"})
_SPACES = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell on the page: as it was read, as the person has it now, and what is asked.

    `other` is the other reviewer's version and given only where both have decided and differ.
    """

    cell: Cell
    now: Cell
    anchor: str
    why: Why | None
    mine: Step | None
    other: Cell | None = None
    other_step: Step | None = None
    typed: str | None = None
    problem: str = ""

    @property
    def long(self) -> bool:
        """Say whether the words need more than one line."""
        text = self.now.printed
        return self.cell.field in _LONG_FIELDS or len(text) > _LONG or "\n" in text


@dataclass(frozen=True, slots=True)
class RowView:
    """A row on the page; a folded one has no cells. `title` is as the person has it now."""

    row: Row
    anchor: str
    address: str
    title: str
    current: bool
    cells: tuple[CellView, ...]
    waiting: int
    dropped: bool
    added_by: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A piece of the source; `mark` says that the current row stands there."""

    index: int
    passage: Passage
    text: str
    mark: bool


@dataclass(frozen=True, slots=True)
class DraftPage:
    """Everything that one page of a draft shows."""

    head: DraftHead
    standing: Standing
    language: str
    rows: tuple[RowView, ...]
    all_rows: int
    shown_rows: int
    page: int
    pages: int
    only_open: bool
    current: str
    passages: tuple[PassageView, ...]
    reviewers: tuple[str, ...]
    next: str
    may_review: bool
    finished: bool
    ready: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address or a refused form asks for."""

    row: str = ""
    page: int = 0
    only_open: bool = False
    key: Key | None = None
    typed: str = ""
    problem: str = ""


def anchor(where: str, field: str = "") -> str:
    """Return the id of a row or cell within the page."""
    return _SPACES.sub("_", f"{where}:{field}" if field else where)


def address(base: str, key: Key | None, *, only_open: bool = False) -> str:
    """Return the address of a cell of the draft at `base`; of its first page for None."""
    asked = {"row": key[0]} if key else {}
    if only_open:
        asked["show"] = "open"
    query = f"?{urlencode(asked)}" if asked else ""
    return f"{base}{query}#{urlencode({'': anchor(*key)})[1:]}" if key else f"{base}{query}"


def address_after(found: Review, base: str, person: str, key: Key | None, *, only_open: bool) -> str:
    """Return where to go after a step on a cell: the next one that waits, else the cell's own row."""
    rows = rows_under_review(found.draft, found.steps)
    wanted = next_open(rows, standing(rows, found.steps, person), key)
    return address(base, wanted or key, only_open=only_open and wanted is not None)


def draft_page(found: Review, base: str, person: str, asked: Asked) -> DraftPage:
    """Return the page that the address asks for, as this person sees it."""
    rows = rows_under_review(found.draft, found.steps, found.passages)
    stand = standing(rows, found.steps, person)
    wanted = asked.key[0] if asked.key else asked.row
    wanted = wanted if any(row.where == wanted for row in rows) else ""
    open_rows = {where for where, _field in stand.open}
    listed = (
        [row for row in rows if row.where in open_rows or row.where == wanted] if asked.only_open else rows
    )
    at = next((place for place, row in enumerate(listed) if row.where == wanted), None)
    pages = max(1, -(-len(listed) // PER_PAGE))
    page = at // PER_PAGE if at is not None else min(max(asked.page - 1, 0), pages - 1)
    here = listed[page * PER_PAGE : (page + 1) * PER_PAGE]
    current = wanted or next((row.where for row in here if row.where in open_rows), "")
    maker = _Maker(found, stand, base, asked, current)
    others = [name for name in counting(found.steps) if name != person]
    following = next_open(rows, stand, asked.key or (stand_key(current, stand) if wanted else None))
    return DraftPage(
        head=found.head,
        standing=stand,
        language="en" if found.draft.document.language == "en" else "vi",
        rows=tuple(maker.row(row) for row in here),
        all_rows=len(rows),
        shown_rows=len(listed),
        page=page + 1,
        pages=pages,
        only_open=asked.only_open,
        current=current,
        passages=_passages(found.passages, rows, here, current),
        reviewers=tuple(counting(found.steps)),
        next=address(base, following, only_open=asked.only_open) if following else "",
        may_review=len(others) < REVIEWERS and not found.head.version,
        finished=person in found.head.finished,
        ready=len(found.head.finished) >= REVIEWERS,
    )


def stand_key(where: str, stand: Standing) -> Key | None:
    """Return the last waiting cell of a row, so that the next one lies in another row."""
    return next((key for key in reversed(stand.open) if key[0] == where), (where, WHOLE))


class _Maker:
    """Makes the rows of a page."""

    def __init__(self, found: Review, stand: Standing, base: str, asked: Asked, current: str) -> None:
        self.stand, self.base, self.asked, self.current = stand, base, asked, current
        self.english = found.draft.document.language == "en"
        self.added: Mapping[str, str] = {step.where: step.by for step in added_rows(found.steps)}

    def row(self, row: Row) -> RowView:
        """Return one row: all cells of the current one, of the others those that wait."""
        current = row.where == self.current
        views = [
            self.cell(row, cell)
            for cell in row.cells
            if cell.key in self.stand.open or (current and self._worth_showing(cell))
        ]
        whole = self.stand.mine.get((row.where, WHOLE))
        title = row.cell("title")
        return RowView(
            row=row,
            anchor=anchor(row.where),
            address=address(self.base, (row.where, WHOLE), only_open=self.asked.only_open).split("#")[0],
            title=self._now(row, title).printed if title else "",
            current=current,
            cells=tuple(views),
            waiting=sum(cell.key in self.stand.open for cell in row.cells),
            dropped=whole is not None and whole.verdict is Verdict.DROP,
            added_by=self.added.get(row.where, ""),
        )

    def cell(self, row: Row, cell: Cell) -> CellView:
        """Return one cell as this person may see it."""
        mine, theirs = self.stand.mine.get(cell.key), self.stand.theirs.get(cell.key)
        why = self.stand.open.get(cell.key)
        differs = why is Why.CONFLICT and theirs is not None
        refused = self.asked.key == cell.key
        return CellView(
            cell=cell,
            now=self._now(row, cell),
            anchor=anchor(cell.where, cell.field),
            why=why,
            mine=mine,
            other=self._as_decided(row, cell, theirs) if differs and theirs else None,
            other_step=theirs if differs else None,
            typed=self.asked.typed if refused and self.asked.typed else None,
            problem=self.asked.problem if refused else "",
        )

    def _worth_showing(self, cell: Cell) -> bool:
        return cell.field != WHOLE or bool(cell.doubts or cell.notes or cell.key in self.stand.mine)

    def _now(self, row: Row, cell: Cell) -> Cell:
        return self._as_decided(row, cell, self.stand.mine.get(cell.key))

    def _as_decided(self, row: Row, cell: Cell, step: Step | None) -> Cell:
        if step is None or step.verdict not in {Verdict.EDIT, Verdict.BLANK}:
            return cell
        text = step.value.strip() if step.verdict is Verdict.EDIT else outcome(step, cell)
        return reread(row, cell, text, english=self.english)


def _passages(
    passages: Sequence[Passage], rows: Sequence[Row], here: Sequence[Row], current: str
) -> tuple[PassageView, ...]:
    """Return the passages around the current row, else around the first row of the page."""
    starts = sorted({row.first for row in rows if row.first is not None})
    first = next((row.first for row in here if row.where == current), None)
    begin = first if first is not None else next((row.first for row in here if row.first is not None), 0)
    end = begin
    if first is not None:
        following = next((start for start in starts if start > first), first + _SPAN)
        table = passages[first].table
        end = min(following, first + _SPAN)
        end = next(
            (at for at in range(first, end) if at < len(passages) and passages[at].table != table), end
        )
    low, high = max(0, begin - _BEFORE), begin + _AFTER
    return tuple(
        PassageView(
            index,
            passage,
            passage.text if len(passage.text) <= _SHOWN else f"{passage.text[:_SHOWN]} …",
            first is not None and begin <= index < end,
        )
        for index, passage in enumerate(passages[low:high], low)
    )
