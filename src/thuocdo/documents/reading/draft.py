"""Blocks of a document become a draft programme: head, clauses, tables, and every doubt as a remark."""

import dataclasses
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from thuocdo.core.country import Name
from thuocdo.documents import errors
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.reading.agencies import Directory, directory
from thuocdo.documents.reading.cells import Cells, Cutter
from thuocdo.documents.reading.clauses import read_clauses
from thuocdo.documents.reading.columns import Columns
from thuocdo.documents.reading.deadlines import is_deadline
from thuocdo.documents.reading.doubts import Doubt, confidence
from thuocdo.documents.reading.grids import grid_tables
from thuocdo.documents.reading.head import read_head
from thuocdo.documents.reading.indicators import INDICATOR_FIELDS, read_indicator
from thuocdo.documents.reading.parts import HIDDEN, Part, fold_hidden, secrecy_mark, split_parts
from thuocdo.documents.reading.rows import Row, Table, paragraph_tables
from thuocdo.documents.reading.tasks import TASK_FIELDS, Source, cells_by_role, read_task, without_hidden
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import (
    DocumentData,
    DraftIndicator,
    DraftProgramme,
    DraftTask,
    DraftTheme,
    Remark,
)

_FOOTNOTE = re.compile(r"\[(\d{1,3})\]\s*(\S.*)")
_YEAR = re.compile(r"\b(20\d\d)\b")


def read_document(blocks: Sequence[Block], *, names: tuple[Name, ...]) -> DraftProgramme:
    """Return what the document says; a document in Vietnamese and English is read in Vietnamese.

    Raises Unreadable when it is marked as a state secret or is in another language.
    """
    if mark := secrecy_mark(blocks):
        raise Unreadable(errors.CLASSIFIED, mark=mark)
    parts = split_parts(blocks)
    if not parts:
        raise Unreadable(errors.OTHER_LANGUAGE)
    part = next((found for found in parts if found.language == "vi"), parts[0])
    return _Reading(part, parts, directory(names)).draft()


@dataclass(slots=True)
class _Reading:
    """One reading under way: collects rows and remarks in the order of the document."""

    part: Part
    parts: Sequence[Part]
    directory: Directory
    themes: list[DraftTheme] = dataclasses.field(default_factory=list)
    tasks: list[DraftTask] = dataclasses.field(default_factory=list)
    indicators: list[DraftIndicator] = dataclasses.field(default_factory=list)
    remarks: list[Remark] = dataclasses.field(default_factory=list)

    def draft(self) -> DraftProgramme:
        """Read everything."""
        blocks, hidden = fold_hidden(self.part.blocks)
        part = Part(self.part.language, blocks)
        document = self._document(part)
        if hidden:
            self.remarks.append(remark("document", None, "hidden_passages", count=str(hidden)))
        paragraphs = [block for block in blocks if block.table is None]
        clauses, notes = read_clauses(paragraphs)
        self.remarks += notes
        footnotes = {found[1]: found[2] for block in blocks if (found := _FOOTNOTE.match(block.text))}
        for table in (*paragraph_tables(paragraphs, self._ends_well), *grid_tables(blocks)):
            self._read_table(table, Source(table.columns, self.directory, footnotes))
        return DraftProgramme(
            document=document,
            themes=tuple(self.themes),
            clauses=clauses,
            indicators=tuple(self.indicators),
            tasks=tuple(self.tasks),
            remarks=tuple(self.remarks),
        )

    def _document(self, part: Part) -> DocumentData:
        document = read_head(part, self.directory)
        for name, value in (("number", document.number), ("date", document.issued_on)):
            if value is None:
                self.remarks.append(remark("document", "issued_on" if name == "date" else name, f"no_{name}"))
        for other in self.parts:
            if other is not self.part:
                line = str(other.blocks[0].line)
                self.remarks.append(
                    remark("document", None, "other_part", language=other.language, line=line)
                )
        mixed = {other.language for other in self.parts} > {self.part.language}
        return dataclasses.replace(document, language="mixed") if mixed else document

    def _ends_well(self, columns: Columns) -> Callable[[str], bool]:
        """Return the judge of what may stand in the last column."""
        fits: Callable[[str], bool]
        if columns.roles[-1] == "deadline":
            fits = is_deadline
        elif columns.roles[-1] in {"leads", "coordinators"}:
            fits = self.directory.knows
        else:
            return lambda _text: True
        return lambda text: text in {"", "-", HIDDEN} or fits(text)

    def _read_table(self, table: Table, source: Source) -> None:
        plain = [row for row in table.rows if row.kind == "row"]
        flat = [row for row in plain if row.cells is None]
        cells = {id(row): Cells(row.cells) for row in plain if row.cells is not None}
        cells |= zip(map(id, flat), Cutter(table.columns, self.directory).cut(flat), strict=True)
        theme: str | None = None
        horizon = next((year for year in table.columns.years if year), None)
        for row in table.rows:
            if row.kind == "section":
                title = "\n".join(text for text in row.paragraphs if text and text != HIDDEN)
                if table.columns.kind == "tasks":
                    theme = row.code
                    self.themes.append(DraftTheme(row.code, title))
                    self._remark_theme(row)
                elif found := _YEAR.search(title):
                    horizon = int(found[1])
                continue
            self._read_row(row, cells[id(row)], source, theme, horizon)

    def _remark_theme(self, row: Row) -> None:
        where = f"theme {row.code}"
        if row.inferred:
            self.remarks.append(remark(where, "code", "code_inferred"))
        if HIDDEN in row.paragraphs:
            self.remarks.append(remark(where, "title", "hidden"))

    def _read_row(
        self, row: Row, cells: Cells, source: Source, theme: str | None, horizon: int | None
    ) -> None:
        texts, hidden = without_hidden(cells_by_role(cells.texts, source.columns))
        indicators = source.columns.kind == "indicators"
        fields = INDICATOR_FIELDS if indicators else TASK_FIELDS
        blanks = {fields.get(role, role) for role in hidden}
        doubts = [*cells.doubts, *(Doubt("hidden", field) for field in sorted(blanks)), *_row_doubts(row)]
        if indicators:
            english = self.part.language == "en"
            entries, found = read_indicator(row, texts, horizon, source, english=english)
            doubts += _without_hidden_blanks(found, blanks)
            sure = confidence(doubts)
            self.indicators += [dataclasses.replace(entry, confidence=sure) for entry in entries]
        else:
            task, found = read_task(row, texts, theme, source)
            doubts += _without_hidden_blanks(found, blanks)
            self.tasks.append(dataclasses.replace(task, confidence=confidence(doubts)))
        where = f"{'indicator' if indicators else 'task'} {row.code}"
        self.remarks += [remark(where, doubt.field, doubt.code, **doubt.params) for doubt in doubts]


def _row_doubts(row: Row) -> Iterator[Doubt]:
    if row.inferred:
        yield Doubt("code_inferred", "code")
    if row.skipped_from:
        yield Doubt("number_skipped", "code", {"before": row.skipped_from, "after": row.code})
    if row.swallowed:
        yield Doubt("row_without_number", "code", {"count": str(row.swallowed)})


def _without_hidden_blanks(doubts: Sequence[Doubt], hidden: set[str]) -> list[Doubt]:
    """Return the doubts but those that call a hidden cell empty."""
    if not hidden:
        return list(doubts)
    return [doubt for doubt in doubts if doubt.code not in _BLANK_CODES or doubt.field not in {*hidden, None}]


_BLANK_CODES = frozenset({"blank_cell", "no_lead", "blank_output_and_deadline"})
