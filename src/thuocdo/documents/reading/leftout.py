"""What a table holds and no field took: columns left out beside a field without one, rows, and sections."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.bodies import looks_like_bodies
from thuocdo.documents.reading.columns import Columns, Judge
from thuocdo.documents.reading.deadlines import is_deadline
from thuocdo.documents.reading.labels import roman_value, section_title
from thuocdo.documents.reading.products import is_product
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import DraftProgramme, Remark

WHAT: Mapping[str, str] = {
    "leads": "those who lead",
    "coordinators": "those who support",
    "output": "the output",
    "deadline": "the time",
    "theme": "the section",
}
"""What a field without a column is called in the remark."""
_LEFT = frozenset({"note", "other", "result", "status", "serves", "baseline", "unit", "target"})
_BLANK = frozenset({"", "-"})
_FEWEST = 3  # filled cells
_HALF, _SOME = 0.5, 0.4
_RECURRING = 0.7
_WORDS = 15  # letters of a cell that is told from others
_LETTERS = 3
_LONGEST_SECTION = 120
_SENTENCE, _SEVERAL = 25, 5  # letters of a paragraph, and paragraphs, that were not read
_ANNEX = re.compile(r"(?:phu luc|phu bieu|bieu|bang|annex|appendix|table|schedule)\b(?: so)? ?[\divx]")
_ROMAN = re.compile(r"[IVXL]+")
_SHOWN = 80


def columns_left_out(
    columns: Columns, rows: Sequence[Sequence[str]], knows: Judge, *, sectioned: bool
) -> Iterator[Remark]:
    """Yield a remark for each field of tasks without a column, where one that was left out may hold it."""
    if columns.kind != "tasks":
        return
    missing = [name for name in WHAT if name not in columns.roles and not (name == "theme" and sectioned)]
    for place, role in enumerate(columns.roles[1:]):
        cells = [row[place] for row in rows if len(row) > place and row[place] not in _BLANK]
        if role not in _LEFT:
            continue
        full = len(cells) >= max(_FEWEST, _HALF * len(rows))
        fits = next((name for name in missing if full and _fits(name, role, cells, knows)), None)
        if not full and "theme" in missing and _heads_stretches(cells, rows):
            fits = "theme"
        if fits:
            head = columns.heads[place + 1].replace("\n", " ") or "—"
            yield remark("document", fits, "column_left_out", head=head, what=WHAT[fits])


def _fits(name: str, role: str, cells: Sequence[str], knows: Judge) -> bool:
    """Say whether the cells of a column that was left out may be what is missing."""
    count = len(cells)
    if name in {"leads", "coordinators"}:
        return sum(knows(text) or looks_like_bodies(text) for text in cells) >= _SOME * count
    if name == "deadline":
        return role != "result" and sum(map(is_deadline, cells)) >= _SOME * count
    wordy = sum(sum(map(str.isalpha, text)) > _LETTERS for text in cells) >= _HALF * count
    if name == "output":
        return wordy and (role == "result" or sum(map(is_product, cells)) >= _SOME * count)
    return wordy and 1 < len(set(cells)) <= _RECURRING * count and not any("@" in text for text in cells)


def _heads_stretches(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Say whether a few different texts stand each above rows that leave the column blank."""
    wordy = all(sum(map(str.isalpha, text)) > _LETTERS and len(text) <= _LONGEST_SECTION for text in cells)
    return wordy and 1 < len(cells) == len(set(cells)) and len(rows) > _FEWEST


def rows_left_out(blocks: Iterable[Block], draft: DraftProgramme, heads: Iterable[str]) -> Iterator[Remark]:
    """Yield a remark for each table of rows some of which gave nothing, and for each section line so."""
    if not draft.tasks and not draft.indicators:
        return
    words = _read_words(draft)
    named = {_plain(head) for text in heads for head in (text, *text.split("\n"))}
    unread = {note.params.get("table") for note in draft.remarks if note.code == "table_unread"}
    read_tables = {str(source.get("table")) for source in _sources(draft)}
    for table, group in groupby(blocks, key=lambda block: block.table):
        if table is None or str(table) in unread or str(table) not in read_tables:
            continue
        lost = [cells for cells in _rows(group) if _is_lost(cells, words, named)]
        if lost:
            shown = " | ".join(lost[0])[:_SHOWN]
            yield remark("document", None, "rows_unread", table=str(table), count=str(len(lost)), words=shown)


def sections_left_out(blocks: Sequence[Block], draft: DraftProgramme) -> Iterator[Remark]:
    """Yield a remark for each labelled line between the tasks that heads nothing and stands in no field."""
    lines = [task.source.get("line", 0) for task in draft.tasks]
    if lines and all(lines):
        first = next((at for at, block in enumerate(blocks) if block.line >= min(lines)), None)
        last = next((at for at, block in enumerate(blocks) if block.line >= max(lines)), None)
    else:
        first = next((at for at, block in enumerate(blocks) if _holds(block, draft, 0)), None)
        last = next((at for at, block in enumerate(blocks) if _holds(block, draft, -1)), None)
    if first is None or last is None or any(note.code == "task_from_prose" for note in draft.remarks):
        return
    titles = {_plain(line) for text in _read_texts(draft) for line in (text, section_title(text)[1])}
    for block in blocks[first:last]:
        code, title = section_title(block.text)
        if not code or code.isdigit() or len(block.text) > _LONGEST_SECTION or len(title) < _LETTERS:
            continue
        if block.table is None and not {_plain(title), _plain(block.text)} & titles:
            yield remark("document", "theme", "section_unread", words=block.text[:_SHOWN])


def lines_left_out(blocks: Sequence[Block], draft: DraftProgramme) -> Iterator[Remark]:
    """Yield a remark where many paragraphs below the first row of a text stand in no field."""
    lines = [source.get("line", 0) for source in _sources(draft)]
    if not lines or not all(lines):
        return
    words = _read_words(draft)
    lost = [
        block
        for block in blocks
        if block.table is None and block.line > min(lines) and len(block.text) >= _SENTENCE
    ]
    lost = [block for block in lost if block.line not in lines]
    lost = [block for block in lost if _plain(block.text.lstrip("-+•* ")) not in words]
    lost = [block for block in lost if _plain(section_title(block.text)[1] or block.text) not in words]
    if len(lost) >= _SEVERAL:
        line, shown = str(lost[0].line), lost[0].text[:_SHOWN]
        yield remark("document", None, "lines_unread", count=str(len(lost)), line=line, words=shown)


def _holds(block: Block, draft: DraftProgramme, number: int) -> bool:
    title = _plain(draft.tasks[number].title) if draft.tasks else ""
    return len(title) >= _WORDS and title in _plain(block.text)


def _rows(group: Iterable[Block]) -> Iterator[list[str]]:
    """Yield the different filled cells of each row."""
    for _row, cells in groupby(group, key=lambda block: block.row):
        yield list(dict.fromkeys(cell.text for cell in cells if cell.text))


def _is_lost(cells: Sequence[str], words: str, heads: set[str]) -> bool:
    telling = [_plain(text) for text in cells if len(text) >= _WORDS]
    if len(cells) < _FEWEST or not telling or any(_plain(text) in heads for text in cells):
        return False
    return not any(text in words for text in telling)


def sections_missing(draft: DraftProgramme) -> Iterator[Remark]:
    """Yield a remark where the Roman numbers of sections begin late or jump."""
    values = [roman_value(theme.code) for theme in draft.themes if _ROMAN.fullmatch(theme.code)]
    for before, after in pairwise((0, *values)):
        if after - before > 1:
            theme = next(theme for theme in draft.themes if roman_value(theme.code) == after)
            yield remark("document", "theme", "sections_missing", before=theme.code)


def annexes_as_sections(draft: DraftProgramme) -> Iterator[Remark]:
    """Yield a remark on each section whose words name a table: its rows may be no tasks."""
    for theme in draft.themes:
        if _ANNEX.match(bare(theme.title)):
            words = theme.title.replace("\n", " ")[:_SHOWN]
            yield remark(f"theme {theme.code}", None, "annex_as_section", words=words)


def no_tasks(draft: DraftProgramme) -> Iterator[Remark]:
    """Yield a remark where all rows were taken for aims: their table may be one of tasks."""
    if draft.indicators and not draft.tasks:
        yield remark("document", None, "no_tasks", count=str(len(draft.indicators)))


def _sources(draft: DraftProgramme) -> list[Mapping[str, int]]:
    """Return where each row stands."""
    return [*(task.source for task in draft.tasks), *(item.source for item in draft.indicators)]


def _read_words(draft: DraftProgramme) -> str:
    """Return all words that stand in a field, in one line."""
    return _plain("\n".join(_read_texts(draft)))


def _read_texts(draft: DraftProgramme) -> list[str]:
    texts: list[str | None] = [theme.title for theme in draft.themes]
    for task in draft.tasks:
        texts += [task.title, task.leads_text, task.coordinators_text, task.output, task.deadline_text]
        texts += [task.status_text, task.result_text, task.serves]
    for aim in draft.indicators:
        texts += [aim.title, aim.unit, aim.target_text, aim.agencies_text]
    texts += [clause.text for clause in draft.clauses]
    return list(filter(None, texts))


def _plain(text: str) -> str:
    return " ".join(bare(text).split())
