"""Counts, by the kind of field, what was read right and wrong, and on what a remark stands."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.corpus.forgetful import forgetting
from tests.corpus.model import Truth
from tests.corpus.programmes import make
from tests.corpus.render import render
from tests.corpus.score import _Comparison, _same_field

from thuocdo.core.errors import Invalid
from thuocdo.documents.files import read_bytes
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.review.cells import rows_of

PARTS = (
    "dev", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth",
)  # fmt: skip
_LOST = frozenset(
    {
        "table_unread",
        "heading_unread",
        "rows_missing",
        "rows_unread",
        "lines_unread",
        "clause_unread",
        "cells_unclear",
    }
)
_TABULAR = frozenset({"task", "indicator", "theme"})
_SAYS_LITTLE = frozenset({"agencies_abroad"})


@dataclass
class Wrong:
    """A wrong field, and how a remark names it: "field", "row" for its whole row, or "" for none."""

    kind: str
    where: str
    truth: object
    read: object
    said: str


@dataclass
class Calibration:
    """What was counted: fields by kind, wrong ones, and cells that ask."""

    fields: Counter[str] = field(default_factory=Counter)
    faults: list[Wrong] = field(default_factory=list)
    cells: Counter[str] = field(default_factory=Counter)
    doubtful: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    refused: int = 0

    def add(self, other: "Calibration") -> None:
        """Count another document in."""
        self.fields += other.fields
        self.faults += other.faults
        self.cells += other.cells
        self.doubtful += other.doubtful
        self.codes += other.codes
        self.refused += other.refused

    @property
    def strict(self) -> float:
        """Return the share of wrong fields with a remark on that very field."""
        return sum(fault.said == "field" for fault in self.faults) / max(1, len(self.faults))

    @property
    def noticed(self) -> float:
        """Return the share of wrong fields with a remark on the field or on the whole row."""
        return sum(bool(fault.said) for fault in self.faults) / max(1, len(self.faults))

    @property
    def asking(self) -> float:
        """Return the share of cells that ask for a person's word."""
        return self.doubtful.total() / max(1, self.cells.total())

    def lines(self) -> Iterator[str]:
        """Yield one line for each kind of field, and one for all."""
        yield f"{'field':28} {'right':>7} {'wrong':>6} {'strict':>7} {'or row':>7}"
        for kind in sorted(self.fields):
            yield self._line(kind, self.fields[kind], [fault for fault in self.faults if fault.kind == kind])
        yield self._line("ALL", self.fields.total(), self.faults)
        yield f"refused: {self.refused}"
        for name in sorted(self.cells):
            share = self.doubtful[name] / self.cells[name]
            yield f"doubtful {name:24} {self.doubtful[name]:6} of {self.cells[name]:6} {share:.3f}"
        yield f"doubtful cells: {self.doubtful.total()} of {self.cells.total()} = {self.asking:.3f}"
        yield "most frequent: " + ", ".join(f"{code} {count}" for code, count in self.codes.most_common(20))

    @staticmethod
    def _line(name: str, count: int, wrong: Sequence[Wrong]) -> str:
        said = Counter(fault.said for fault in wrong)
        strict = said["field"] / len(wrong) if wrong else 1.0
        either = (said["field"] + said["row"]) / len(wrong) if wrong else 1.0
        return f"{name:28} {count - len(wrong):7} {len(wrong):6} {strict:7.3f} {either:7.3f}"


class _Strictly(_Comparison):
    """Compares as the score does, and asks which remark stands on the very field."""

    def __init__(self, truth: Truth, draft: DraftProgramme, aliases: dict[str, str]) -> None:
        super().__init__(truth, draft, aliases)
        self.found = Calibration()

    def _count(
        self, kind: str, where: str, truth: object, read: object, *, right: bool, sure: float = 1.0
    ) -> None:
        super()._count(kind, where, truth, read, right=right, sure=sure)
        self.found.fields[kind] += 1
        if not right:
            said = self._said(kind, where, blank=read in (None, (), ""))
            self.found.faults.append(Wrong(kind, where, truth, read, said))

    def _missing(self, kind: str, where: str, row: object) -> None:
        super()._missing(kind, where, row)
        above = self.before.get(id(row))
        places = {"document"}
        if above is not None:
            places.add(f"{'task' if kind.startswith('task') else 'indicator'} {above.code}")
        told = any(note.where in places and note.code in _LOST for note in self.draft.remarks)
        self.found.faults[-1].said = "field" if told else ""

    def _said(self, kind: str, where: str, *, blank: bool) -> str:
        name = kind.split(" ", 1)[-1]
        lost = kind.startswith("theme ")
        rows = 0
        for note in self.draft.remarks:
            named = note.field is not None and (
                _same_field(note.field, name) or (lost and note.field in {"theme", "themes"})
            )
            if note.where == where and (named or (note.field is None and name in {"extra", "missing"})):
                return "field"
            if kind == "task theme" and note.field == "theme" and note.where.startswith("theme "):
                return "field"
            of_column = note.where == "document" != where and note.code not in _SAYS_LITTLE
            if of_column and (named or (blank and note.code == "column_unread")):
                return "field"
            rows += note.where == where and note.field is None
        return "row" if rows else ""


def compared(truth: Truth, draft: DraftProgramme, aliases: dict[str, str]) -> Calibration:
    """Return what one reading has right and wrong, and where it asks."""
    comparison = _Strictly(truth, draft, aliases)
    comparison.score()
    found = comparison.found
    for row in rows_of(draft):
        if row.kind in _TABULAR:
            for cell in row.cells:
                name = f"{row.kind} {cell.field}"
                found.cells[name] += cell.field != "row"
                found.doubtful[name] += bool(cell.doubts)
                found.codes.update(f"{name}:{note.code}" for note in cell.doubts)
        elif row.kind == "document":
            found.codes.update(f"document:{note.code}" for cell in row.cells for note in cell.doubts)
    found.cells = +found.cells
    return found


def read_plan(seed: int, part: str, suffix: str, hidden: float) -> Calibration:
    """Return the calibration of one plan in one format, while a share of the words is hidden."""
    plan = make(seed, part)
    file = render(plan, suffix)
    try:
        with forgetting(seed, hidden):
            draft = read_bytes(file.data, filename=file.name)
    except Invalid:
        return Calibration(refused=1)
    found = compared(file.truth, draft, plan.aliases)
    for fault in found.faults:
        fault.where = f"{suffix} seed {seed} {part}: {fault.where}"
    return found
