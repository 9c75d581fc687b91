"""From the rows of a plan to tables of cells: headings, sections, merged cells, and what disturbs them."""

from tests.corpus import annexes, extras, sampled
from tests.corpus.chance import Dice
from tests.corpus.model import Cell, Line, Part, Row, Table
from tests.corpus.rows import Printed, Section
from tests.corpus.style import Style
from tests.corpus.surroundings import CAPTIONS

WIDTHS = {
    "no": 1, "theme": 3, "title": 7, "leads": 4, "coordinators": 4, "bodies": 5, "output": 4, "deadline": 3,
    "start": 2, "end": 2, "serves": 2, "status": 3, "result": 4, "notes": 2, "money": 2, "more": 2,
}  # fmt: skip


def task_parts(dice: Dice, style: Style, sections: list[Section]) -> list[Part]:
    """Return the paragraphs and tables that print the sections, with what is said about their times."""
    parts = _printed(dice, style, sections)
    if "noted_below" in style.flags:
        annexes.note_below(dice, style.language, parts)
    if not style.named or not style.named.note:
        return parts
    note = Line(style.named.note, "text")
    return [note, *parts] if dice.often(0.7) else [*parts, note]


def _printed(dice: Dice, style: Style, sections: list[Section]) -> list[Part]:
    if style.themes == "paragraph":
        parts: list[Part] = []
        for place, section in enumerate(sections):
            if section.over:
                parts.append(Line(f"{section.over[0]}. {section.over[1]}", "theme"))
            parts.append(Line(_section_words(style, section), "theme"))
            if "explained" in style.flags:
                parts.append(Line(extras.explanation(dice, style.language), "text"))
            shown = sampled.reworded(dice, style) if place and "reworded" in style.flags else style
            headless = bool(place) and "one_head" in style.flags
            parts.append(_table(dice, shown, [section], with_head=not headless))
        return parts
    table = _table(dice, style, sections, with_head=True)
    above = extras.above_table(dice, style.language, style.flags, {column.field for column in style.columns})
    if "continues" in style.flags and len(table.rows) > 14 and not _spans(style):
        return [*above, *_cut(dice, style, table)]
    return [*above, table]


def _spans(style: Style) -> bool:
    return style.themes == "column" or bool({"merged_leads", "merged_more"} & style.flags)


def _cut(dice: Dice, style: Style, table: Table) -> list[Part]:
    heads = sum(row.kind == "head" for row in table.rows[:2])
    place = len(table.rows) // 2
    while table.rows[place].kind != "body" or not _text(table.rows[place].cells[0]):
        place += 1
        if place == len(table.rows):
            return [table]
    end = place
    while table.rows[end - 1].kind == "head":
        end -= 1
    first = Table(table.rows[:end], table.widths, "tasks")
    rest = table.rows[place:]
    if "continued_theme" in style.flags:
        rest = table.rows[:heads] + extras.continued(table.rows, place, style.language) + rest
    elif dice.often(0.5):
        rest = table.rows[:heads] + rest
    return [first, Table(rest, table.widths, "tasks", continues=True)]


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""


def _section_words(style: Style, section: Section) -> str:
    if not section.code:
        return section.title
    return f"{section.code}{':' if style.theme_codes == 'word' else '.'} {section.title}"


def _table(dice: Dice, style: Style, sections: list[Section], *, with_head: bool) -> Table:
    fields = [column.field for column in style.columns]
    rows = head_rows(style) if with_head else []
    if "table_title" in style.flags and with_head:
        title = Cell(dice.one(CAPTIONS[style.language]), columns=len(fields), bold=True)
        rows.insert(0, Row([title, *[None] * (len(fields) - 1)], "caption"))
    heads = len(rows)
    if style.number_row and with_head:
        rows.append(Row([Cell(text) for text in sampled.numbered(style, len(fields))], "numbers"))
    for section in sections:
        if style.themes == "row":
            rows += _above_section(dice, style, section, fields, follows=len(rows) > heads + 1)
            rows.append(_section_row(style, section, fields))
            if "explained" in style.flags and style.numbers != "none":
                rows.append(_aside(extras.explanation(dice, style.language), len(fields)))
        rows += _body(style, section, fields)
        if style.themes == "row" and "subtotals" in style.flags:
            rows.append(_subtotal(style, section, len(fields)))
    if "repeat_head" in style.flags:
        _repeat_heads(dice, style, rows)
    if "blank_rows" in style.flags:
        rows.append(Row([Cell() for _ in fields], "blank"))
    if "hidden_row" in style.flags:
        place = dice.number(heads + 2, len(rows))
        if place == len(rows) or not any(cell is None for cell in rows[place].cells):
            text = "Dòng nháp không dùng" if style.language == "vi" else "Old draft row, not used"
            cells = [Cell("99" if name == "no" else text if name == "title" else "") for name in fields]
            rows.insert(place, Row(cells, "body", hidden=True))
    if "total" in style.flags:
        count = sum(len(section.rows) for section in sections)
        text = f"Tổng cộng: {count} nhiệm vụ" if style.language == "vi" else f"Total: {count} actions"
        rows.append(Row([Cell(text, columns=len(fields), bold=True), *[None] * (len(fields) - 1)], "total"))
    hidden = tuple(
        place for place, name in enumerate(fields) if name == "notes" and "hidden_column" in style.flags
    )
    widths = [2 if name.startswith("kept ") else WIDTHS.get(name, 1) for name in fields]
    return Table(rows, widths, "tasks", hidden_columns=hidden)


def head_rows(style: Style) -> list[Row]:
    """Return the one or two rows of headings."""
    columns = style.columns
    if not any(column.group for column in columns):
        return [Row([Cell(column.heading, bold=True) for column in columns], "head")]
    upper: list[Cell | None] = []
    lower: list[Cell | None] = []
    for place, column in enumerate(columns):
        if not column.group:
            upper.append(Cell(column.heading, rows=2, bold=True))
            lower.append(None)
            continue
        first = place == 0 or columns[place - 1].group != column.group
        wide = sum(other.group == column.group for other in columns)
        upper.append(Cell(column.group, columns=wide, bold=True) if first else None)
        lower.append(Cell(column.heading, bold=True))
    return [Row(upper, "head"), Row(lower, "head")]


def _above_section(
    dice: Dice, style: Style, section: Section, fields: list[str], *, follows: bool
) -> list[Row]:
    """Return what stands between the tasks of one theme and the title of the next."""
    blank = follows and "blank_rows" in style.flags and dice.often(0.5)
    rows = [Row([Cell() for _ in fields], "blank")] if blank else []
    if section.over:
        rows.append(_section_row(style, Section(*section.over, None, []), fields))
    return rows


def _section_row(style: Style, section: Section, fields: list[str]) -> Row:
    count = len(fields)
    at_start = fields[0] == "no" and fields[1] == "title"
    # A row "1 | words | blank cells" above rows 1, 2, 3 would be a task as well as a theme.
    unclear = not section.code or (style.theme_codes == "digit" and style.numbers != "dotted")
    if style.section_form == "all_merged" or not at_start or unclear:
        first = Cell(_section_words(style, section), columns=count, bold=True)
        return Row([first, *[None] * (count - 1)], "section")
    code = Cell(section.code, bold=True)
    if style.section_form == "cells":
        return Row([code, Cell(section.title, bold=True), *[Cell() for _ in range(count - 2)]], "section")
    rest = Cell(section.title, columns=count - 1, bold=True)
    return Row([code, rest, *[None] * (count - 2)], "section")


def _subtotal(style: Style, section: Section, count: int) -> Row:
    code = section.code if style.theme_codes in {"roman", "letter"} else ""
    text = extras.subtotal(code, len(section.rows), style.language)
    return Row([Cell(text, columns=count, bold=True), *[None] * (count - 1)], "total")


def _aside(text: str, count: int) -> Row:
    return Row([Cell(text, columns=count), *[None] * (count - 1)], "aside")


def _body(style: Style, section: Section, fields: list[str]) -> list[Row]:
    rows: list[Row] = []
    for place, printed in enumerate(section.rows):
        cells: list[Cell | None] = []
        for name in fields:
            covered = name in printed.joins or (name == "theme" and place > 0)
            if covered:
                _above(rows, len(cells)).rows += 1
                cells.append(None)
            else:
                cells.append(_cell(style, printed, name))
        rows.append(Row(cells, "sub" if printed.sub else "body"))
    return rows


def _above(rows: list[Row], column: int) -> Cell:
    for row in reversed(rows):
        cell = row.cells[column]
        if cell is not None:
            return cell
    raise LookupError("No cell stands above.")


def _cell(style: Style, printed: Printed, name: str) -> Cell:
    cell = Cell(printed.cells.get(name, ""))
    if name == "no" and "auto_numbers" in style.flags:
        cell.numbered = True
    if name == "title":
        cell.mark = printed.mark
    if name == "output" and printed.nested:
        cell.inner = [[printed.cells[name], "1"], ["…", "2"]]
    return cell


def _repeat_heads(dice: Dice, style: Style, rows: list[Row]) -> None:
    if len(rows) < 20 or _spans(style):
        return
    place = dice.number(12, len(rows) - 4)
    if rows[place].kind == "body":
        rows[place:place] = head_rows(style)
