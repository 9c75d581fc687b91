"""Blocks of a document become a draft programme: head, clauses, tables, and every doubt as a remark."""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thuocdo.core.country import Name
from thuocdo.documents import errors
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.reading.agencies import Directory, directory
from thuocdo.documents.reading.brokenhead import mended_head
from thuocdo.documents.reading.calendars import Calendar, calendar_of, legend_of, year_of_title
from thuocdo.documents.reading.cells import Cells, Cutter, names_bodies, unlike_lines
from thuocdo.documents.reading.cellwise import celled
from thuocdo.documents.reading.claims import with_status_check
from thuocdo.documents.reading.clauses import read_clauses
from thuocdo.documents.reading.columns import Columns
from thuocdo.documents.reading.deadlines import is_deadline
from thuocdo.documents.reading.doubts import Doubt, confidence
from thuocdo.documents.reading.gathered import gathered
from thuocdo.documents.reading.grids import Unread, grid_tables
from thuocdo.documents.reading.head import read_head
from thuocdo.documents.reading.indicators import INDICATOR_FIELDS, read_indicator
from thuocdo.documents.reading.labelled import learn_labels
from thuocdo.documents.reading.languages import alternating
from thuocdo.documents.reading.leftout import (
    annexes_as_sections,
    columns_left_out,
    lines_left_out,
    no_tasks,
    rows_left_out,
    sections_left_out,
    sections_missing,
)
from thuocdo.documents.reading.misdealt import is_misdealt
from thuocdo.documents.reading.paragraphtables import find_tables
from thuocdo.documents.reading.parts import HIDDEN, Part, fold_hidden, secrecy_mark, split_parts
from thuocdo.documents.reading.passedover import holds_marks, left_over, passed_over
from thuocdo.documents.reading.prose import Prose, read_aims, read_duties, read_prose, without_outputs
from thuocdo.documents.reading.records import with_records
from thuocdo.documents.reading.rows import Row, Table
from thuocdo.documents.reading.sectionleads import leads_of_sections
from thuocdo.documents.reading.sectiontimes import times_of_sections
from thuocdo.documents.reading.sentences import unwrap
from thuocdo.documents.reading.shares import explains_marks
from thuocdo.documents.reading.standing import standing_alone
from thuocdo.documents.reading.stated import stated_aims
from thuocdo.documents.reading.successions import merged_bodies, of_another_country
from thuocdo.documents.reading.surer import is_doubtful, surer
from thuocdo.documents.reading.targets import is_figure
from thuocdo.documents.reading.tasks import TASK_FIELDS, Source, cells_by_role, read_task, without_hidden
from thuocdo.documents.reading.together import together
from thuocdo.documents.reading.unlike import unlike_cells, unlike_title, unlike_units
from thuocdo.documents.reading.yearparts import fiscal_label
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import (
    DocumentData,
    DraftIndicator,
    DraftProgramme,
    DraftStatement,
    DraftTask,
    DraftTheme,
    Remark,
)

_FOOTNOTE = re.compile(r"\[(\d{1,3})\]\s*(\S.*)")
_YEAR = re.compile(r"\b(20\d\d)\b")
_LONGEST_SHOWN = 160
_OWNERS = frozenset({"leads", "coordinators"})


def read_document(blocks: Sequence[Block], *, names: tuple[Name, ...]) -> DraftProgramme:
    """Return what the document says; a document in Vietnamese and English is read in Vietnamese.

    Raises Unreadable when it is marked as a state secret or is in another language.
    """
    blocks = mended_head(blocks)
    if mark := secrecy_mark(blocks):
        raise Unreadable(errors.CLASSIFIED, mark=mark)
    parts = split_parts(blocks)
    if not parts:
        raise Unreadable(errors.OTHER_LANGUAGE)
    part = next((found for found in parts if found.language == "vi"), parts[0])
    bilingual = alternating([block for block in part.blocks if block.table is None])
    if bilingual:  # a paragraph in each language in turn
        spoken = Part("vi", part.blocks)
        part, parts = spoken, [spoken if found is part else found for found in parts]
    abroad = part.language == "en" and of_another_country(blocks)
    known = directory(names, abroad=abroad)
    draft = _Reading(part, parts, known, bilingual=bilingual).draft()
    if is_doubtful(draft) and (cells := celled(part.blocks, known.knows)) != part.blocks:
        again = dataclasses.replace(part, blocks=cells)
        others = [again if found is part else found for found in parts]
        draft = surer(draft, _Reading(again, others, known, bilingual=bilingual).draft())
    return _with_checks(draft, names, abroad=abroad)


def _with_checks(draft: DraftProgramme, names: tuple[Name, ...], *, abroad: bool) -> DraftProgramme:
    """Return the draft with what is seen only of the whole: merged bodies, claims beside results."""
    notes = [remark("document", "leads", "agencies_abroad")] if abroad else []
    named = [*(task.leads + task.coordinators for task in draft.tasks)]
    named += [item.agencies for item in draft.indicators]
    notes += merged_bodies(named, names, draft.document.issued_on)
    tasks = tuple(map(with_status_check, draft.tasks))
    notes += [
        remark(f"task {task.code}", "status_check", "claim_unsupported")
        for task in tasks
        if task.status_check and task.status_check.flag
    ]
    checked = dataclasses.replace(draft, tasks=tasks, remarks=(*draft.remarks, *notes))
    return gathered(checked, abroad=abroad)


@dataclass(slots=True)
class _Reading:
    """One reading under way: collects rows and remarks in the order of the document."""

    part: Part
    parts: Sequence[Part]
    directory: Directory
    bilingual: bool = False
    themes: list[DraftTheme] = dataclasses.field(default_factory=list)
    tasks: list[DraftTask] = dataclasses.field(default_factory=list)
    indicators: list[DraftIndicator] = dataclasses.field(default_factory=list)
    remarks: list[Remark] = dataclasses.field(default_factory=list)
    statements: tuple[DraftStatement, ...] = ()
    unsure: frozenset[str] = frozenset()

    def draft(self) -> DraftProgramme:
        """Read everything."""
        blocks, hidden = fold_hidden(self.part.blocks)
        part = Part(self.part.language, blocks)
        document = self._document(part)
        if hidden:
            self.remarks.append(remark("document", None, "hidden_passages", count=str(hidden)))
        records = with_records(blocks, unwrap([block for block in blocks if block.table is None]))
        blocks, paragraphs, self.unsure = records.blocks, records.paragraphs, records.unsure
        footnotes = {found[1]: found[2] for block in blocks if (found := _FOOTNOTE.match(block.text))}
        tables = find_tables(together(paragraphs), self._ends_well, self.directory.knows)
        in_paragraphs = [table for table in tables if not holds_marks(table)]
        prose = read_prose(_above(paragraphs, in_paragraphs), part.language)
        clauses, notes = read_clauses(prose.blocks)
        self.remarks += notes
        grids = grid_tables(blocks, self.directory.knows)
        self.directory = self.directory.having_seen(standing_alone((*in_paragraphs, *grids.tables)))
        year = year_of_title(document.title, document.issued_on)
        fiscal = fiscal_label(document.title or "")
        legend = dataclasses.replace(legend_of(block.text for block in blocks), year=year, fiscal=fiscal)
        marks = "; ".join(block.text for block in blocks if explains_marks(block.text))
        for table in (*in_paragraphs, *grids.tables):
            self._read_table(table, self._source(table, footnotes, legend, marks))
        self.remarks += map(_unread, grids.unread)
        self.remarks += [
            remark("document", None, "heading_unread", line=str(line), heads=heads[:_LONGEST_SHOWN])
            for line, heads in self._not_read(paragraphs, in_paragraphs)
        ]
        self._read_prose(prose, document)
        draft = DraftProgramme(
            document=document,
            themes=tuple(self.themes),
            clauses=clauses,
            indicators=tuple(self.indicators),
            tasks=tuple(self.tasks),
            remarks=tuple(self.remarks),
            statements=self.statements,
        )
        heads = [head for table in (*in_paragraphs, *grids.tables) for head in table.columns.heads]
        notes = [*rows_left_out(blocks, draft, heads), *sections_left_out(blocks, draft)]
        notes += lines_left_out(paragraphs, draft)
        notes += [*sections_missing(draft), *no_tasks(draft), *annexes_as_sections(draft)]
        notes += [*unlike_cells(draft, self.directory.knows), *unlike_units(draft, self.directory.knows)]
        notes += unlike_title(document.title, self.directory.knows)
        return dataclasses.replace(draft, remarks=(*draft.remarks, *notes))

    @staticmethod
    def _not_read(paragraphs: Sequence[Block], tables: Sequence[Table]) -> Sequence[tuple[int, str]]:
        found = list(passed_over(paragraphs, tables))
        return found or list(left_over(paragraphs, tables))

    def _source(self, table: Table, footnotes: Mapping[str, str], legend: Calendar, marks: str) -> Source:
        place = table.columns.place("deadline")
        head = "" if place is None else table.columns.heads[place]
        return Source(table.columns, self.directory, footnotes, calendar_of(head, legend), legend=marks)

    def _read_prose(self, prose: Prose, document: DocumentData) -> None:
        """Propose what the sentences state where no table states it."""
        told: Sequence[DraftTask] = ()
        if not self.tasks:
            told, notes = read_duties(prose, self.directory)
            self.tasks = [*told]
            self.remarks += notes
        if not self.indicators:
            issued = document.issued_on.year if document.issued_on else None
            aims = without_outputs(prose, self.directory)
            self.indicators, notes = read_aims(aims, issued, [task.source for task in told])
            self.statements = stated_aims(prose)
            self.remarks += notes

    def _document(self, part: Part) -> DocumentData:
        document, doubts = read_head(part, self.directory)
        self.remarks += [remark("document", doubt.field, doubt.code, **doubt.params) for doubt in doubts]
        for other in self.parts:
            if other is not self.part:
                line = str(other.blocks[0].line)
                self.remarks.append(
                    remark("document", None, "other_part", language=other.language, line=line)
                )
        mixed = {other.language for other in self.parts} > {self.part.language}
        return dataclasses.replace(document, language="mixed") if mixed or self.bilingual else document

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
        for place in table.columns.by_cells:
            role = table.columns.roles[place]
            head = table.columns.heads[place].replace("\n", " ")
            self.remarks.append(remark("document", role, "column_by_cells", head=head))
        self.remarks += [
            remark("document", None, "column_unread", head=head) for head in table.columns.unread
        ]
        texts = [cells[id(row)].texts for row in plain]
        sectioned = any(row.kind == "section" for row in table.rows)
        self.remarks += columns_left_out(table.columns, texts, self.directory.knows, sectioned=sectioned)
        self.remarks += _above_sections(table)
        source = self._with_labels(source, texts)
        misdealt = any("line" in row.place for row in plain) and is_misdealt(
            source.columns.roles[1:], texts, self.directory.knows
        )
        leads = {} if source.columns.place("leads") else leads_of_sections(table.rows, self.directory)
        times = {} if source.columns.place("deadline") else times_of_sections(table.rows)
        theme, lead, time = None, "", ""
        horizon = next(table.columns.horizons(), None)
        for row in table.rows:
            if row.kind == "section":
                title = "\n".join(text for text in row.paragraphs if text and text != HIDDEN)
                if table.columns.kind == "tasks":
                    theme, lead, time = row.code, leads.get(id(row), ""), times.get(id(row), "")
                    self.themes.append(DraftTheme(row.code, title))
                    self._remark_theme(row)
                elif found := _YEAR.search(title):
                    horizon = int(found[1])
                continue
            dealt = cells[id(row)]
            if misdealt and not any(doubt.code == "cells_unclear" for doubt in dealt.doubts):
                dealt = dataclasses.replace(dealt, doubts=(*dealt.doubts, Doubt("cells_unclear")))
            self._read_row(row, dealt, source, _Section(theme, lead, time, horizon))

    def _with_labels(self, source: Source, rows: Sequence[Sequence[str]]) -> Source:
        """Return the source with the words that tell the part of each body in the only column of these."""
        places = [place for place, role in enumerate(source.columns.roles[1:]) if role in _OWNERS]
        if len(places) != 1:
            return source
        labels = learn_labels([texts[places[0]] for texts in rows], self.directory.knows)
        self.remarks += [
            remark("document", "leads", "part_guessed", printed=label) for label in labels.guessed
        ]
        return dataclasses.replace(source, labels=labels)

    def _remark_theme(self, row: Row) -> None:
        where = f"theme {row.code}"
        if row.inferred:
            self.remarks.append(remark(where, "code", "code_inferred"))
        if HIDDEN in row.paragraphs:
            self.remarks.append(remark(where, "title", "hidden"))
        lines = [text for text in row.paragraphs if text]
        doubtful = row.inferred or len(lines) > 1 or any(map(self._names_no_theme, lines))
        if ("line" in row.place and doubtful) or self.unsure & {*lines}:
            self.remarks.append(remark(where, None, "theme_unsure"))

    def _names_no_theme(self, text: str) -> bool:
        return is_deadline(text) or is_figure(text) or "@" in text or names_bodies(text, self.directory)

    def _read_row(self, row: Row, cells: Cells, source: Source, section: "_Section") -> None:
        texts, hidden = without_hidden(cells_by_role(cells.texts, source.columns))
        indicators = source.columns.kind == "indicators"
        fields = INDICATOR_FIELDS if indicators else TASK_FIELDS
        blanks = {fields.get(role, role) for role in hidden}
        doubts = [*cells.doubts, *_unlike(row, cells, source), *_row_doubts(row)]
        doubts += [Doubt("hidden", field) for field in sorted(blanks)]
        if indicators:
            english = self.part.language == "en"
            entries, found = read_indicator(row, texts, section.horizon, source, english=english)
            doubts += _without_hidden_blanks(found, blanks)
            sure = confidence(doubts)
            self.indicators += [dataclasses.replace(entry, confidence=sure) for entry in entries]
        else:
            task, found = read_task(
                row, texts, section.theme, source, section_lead=section.lead, section_time=section.time
            )
            doubts += _without_hidden_blanks(found, blanks)
            self.tasks.append(dataclasses.replace(task, confidence=confidence(doubts)))
        where = f"{'indicator' if indicators else 'task'} {row.code}"
        self.remarks += [remark(where, doubt.field, doubt.code, **doubt.params) for doubt in doubts]


@dataclass(frozen=True, slots=True)
class _Section:
    """What the section of a row says for it: its theme, who leads, by when, the year of its targets."""

    theme: str | None
    lead: str
    time: str
    horizon: int | None


def _unlike(row: Row, cells: Cells, source: Source) -> Iterator[Doubt]:
    """Yield what a row made of paragraphs leaves open: a table tells where its cells end, they do not."""
    known = "line" not in row.place or any(doubt.code == "cells_unclear" for doubt in cells.doubts)
    if not known and unlike_lines(cells.texts, source.columns.roles[1:], source.directory):
        yield Doubt("cells_unclear")


def _above(paragraphs: Sequence[Block], tables: Sequence[Table]) -> list[Block]:
    """Return the paragraphs above the first table whose cells are paragraphs."""
    first = min((row.place.get("line", 0) for table in tables for row in table.rows), default=0)
    return [block for block in paragraphs if not first or block.line < first]


def _above_sections(table: Table) -> Iterator[Remark]:
    """Yield a remark where rows stand above the first section: their own one may have been lost."""
    kinds = [row.kind for row in table.rows]
    if table.columns.kind != "tasks" or "section" not in kinds:
        return
    if count := kinds.index("section"):
        params = {"count": str(count), "first": table.rows[0].code}
        yield remark("document", "theme", "rows_above_sections", **params)


def _unread(table: Unread) -> Remark:
    heads = " | ".join(table.first)[:_LONGEST_SHOWN]
    return remark(
        "document", None, "table_unread", table=str(table.place["table"]), rows=str(table.rows), heads=heads
    )


def _row_doubts(row: Row) -> Iterator[Doubt]:
    if row.inferred:
        yield Doubt("code_inferred", "code")
    if row.skipped_from:
        yield Doubt("number_skipped", "code", {"before": row.skipped_from, "after": row.code})
    if row.swallowed:
        yield Doubt("row_without_number", "code", {"count": str(row.swallowed)})
    yield from row.doubts


def _without_hidden_blanks(doubts: Sequence[Doubt], hidden: set[str]) -> list[Doubt]:
    """Return the doubts but those that call a hidden cell empty."""
    if not hidden:
        return list(doubts)
    return [doubt for doubt in doubts if doubt.code not in _BLANK_CODES or doubt.field not in {*hidden, None}]


_BLANK_CODES = frozenset({"blank_cell", "no_lead", "blank_output_and_deadline"})
