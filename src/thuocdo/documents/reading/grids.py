"""Rows of a table whose cells the format knows: headings, sections, sub-rows, “-nt-”, totals."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from thuocdo.documents.blocks import Block
from thuocdo.documents.reading.clauses import LETTERS
from thuocdo.documents.reading.columns import Columns, read_columns
from thuocdo.documents.reading.rows import Row, Table, roman_value
from thuocdo.documents.reading.spelling import bare

_HEAD_ROWS = 6
_NUMBER = re.compile(r"(\d{1,4})(?:\.(\d{1,3}))?\.?")
_LETTER = re.compile(r"\(?([a-zđ])[).]")
_ROMAN = re.compile(r"([IVXL]{1,7})\.?")
_AS_ABOVE = frozenset({"-nt-", "nt", "- nt -", '"', "''", "ditto"})
_TOTAL = re.compile(r"(?:tong (?:cong|so)|total)\b")


def grid_tables(blocks: Sequence[Block]) -> list[Table]:
    """Return the tables among the cells; a table without a heading goes on with the one before."""
    tables: list[Table] = []
    cells = [block for block in blocks if block.table is not None]
    for _table, group in groupby(cells, key=lambda block: block.table):
        rows = [list(row) for _row, row in groupby(group, key=lambda block: block.row)]
        columns, first = _heading(rows)
        if columns is None:
            if tables and len(tables[-1].columns.roles) == len(rows[0]):
                tables[-1] = Table(tables[-1].columns, _rows(rows, tables[-1].columns, tables[-1].rows))
            continue
        tables.append(Table(columns, _rows(rows[first:], columns, ())))
    return tables


def _heading(rows: Sequence[Sequence[Block]]) -> tuple[Columns | None, int]:
    for place, row in enumerate(rows[:_HEAD_ROWS]):
        columns = read_columns([cell.text for cell in row])
        if columns and len(columns.roles) == len(row):
            below = _second_level(row, rows[place + 1]) if place + 1 < len(rows) else None
            return (below, place + 2) if below else (columns, place + 1)
    return None, 0


def _second_level(upper: Sequence[Block], lower: Sequence[Block]) -> Columns | None:
    """Return the columns that a second row of headings names, below a head that covers several."""
    tops, texts = [cell.text for cell in upper], [cell.text for cell in lower]
    if len(texts) != len(tops) or texts[0] != tops[0] or texts == tops:
        return None
    both = [top if top == text else f"{top} {text}" for top, text in zip(tops, texts, strict=True)]
    found = (read_columns(heads) for heads in (texts, both))
    return next((columns for columns in found if columns and len(columns.roles) == len(texts)), None)


def _rows(rows: Sequence[Sequence[Block]], columns: Columns, before: tuple[Row, ...]) -> tuple[Row, ...]:
    found = list(before)
    width = len(columns.roles)
    for row in rows:
        texts = [cell.text for cell in row][:width]
        texts += [""] * (width - len(texts))
        if not any(texts) or tuple(texts) == columns.heads or _numbers_columns(texts) or _is_total(texts):
            continue
        above = next((earlier.cells for earlier in reversed(found) if earlier.cells), None)
        if above:
            texts[1:] = [
                top if bare(text) in _AS_ABOVE else text for text, top in zip(texts[1:], above, strict=True)
            ]
        made = _row(texts, row[0].place(), found)
        if made:
            found.append(made)
        elif found and found[-1].cells and not texts[0]:
            # No number: the row above goes on after a page break.
            joined = (_joined(top, text) for top, text in zip(found[-1].cells, texts[1:], strict=True))
            whole = sum(map(bool, texts[1:])) > len(texts[1:]) / 2
            found[-1] = _with_cells(found[-1], tuple(joined), swallowed=whole)
    return tuple(found)


def _row(texts: list[str], place: dict[str, int], before: Sequence[Row]) -> Row | None:
    label, cells = texts[0].strip(), tuple(texts[1:])
    roman = _ROMAN.fullmatch(label)
    if roman and roman_value(roman[1]) and len(set(filter(None, cells))) == 1:
        return Row(roman[1], "section", place, paragraphs=(next(filter(None, cells)),))
    if found := _NUMBER.fullmatch(label):
        code = f"{int(found[1])}.{int(found[2])}" if found[2] else str(int(found[1]))
        return Row(code, "row", place, cells=cells, parent=str(int(found[1])) if found[2] else None)
    letter = _LETTER.fullmatch(label)
    parent = next((row.code for row in reversed(before) if row.kind == "row" and not row.parent), None)
    if letter and letter[1] in LETTERS and parent:
        return Row(f"{parent}.{letter[1]}", "row", place, cells=cells, parent=parent)
    return None


def _with_cells(row: Row, cells: tuple[str, ...], *, swallowed: bool) -> Row:
    return replace(row, cells=cells, swallowed=row.swallowed + swallowed)


def _joined(above: str, text: str) -> str:
    return "\n".join(part for part in (above, text) if part)


def _numbers_columns(texts: Sequence[str]) -> bool:
    return [text.strip("()[] .") for text in texts] == [str(number) for number in range(1, len(texts) + 1)]


def _is_total(texts: Sequence[str]) -> bool:
    return any(_TOTAL.match(bare(text)) for text in texts[:2])
