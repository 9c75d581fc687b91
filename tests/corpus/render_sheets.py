"""Plans as workbooks: a sheet for each table, lines above it, hidden rows, columns and sheets."""

import io
import re

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from tests.corpus.model import Line, Plan, Table
from tests.corpus.pages import shown
from tests.corpus.typed import typed

NAMES = {
    ("tasks", "vi"): "Nhiệm vụ",
    ("indicators", "vi"): "Chỉ tiêu",
    ("tasks", "en"): "Actions",
    ("indicators", "en"): "Indicators",
    ("legend", "vi"): "Chữ viết tắt",
    ("legend", "en"): "Abbreviations",
    ("summary", "vi"): "Tổng hợp",
    ("summary", "en"): "Summary",
    ("contacts", "vi"): "Đầu mối",
    ("contacts", "en"): "Contacts",
}


def workbook(plan: Plan) -> bytes:
    """Return the workbook."""
    book = Workbook()
    sheet = book.active
    used = ""
    waiting: list[Line] = []
    first = True
    for part in plan.parts:
        if isinstance(part, Line):
            if part.style not in {"advert", "prose"}:
                waiting.append(part)
            continue
        each = bool(plan.looks.get("sheet_each")) and any(line.style == "theme" for line in waiting)
        if part.name not in {used, "signature"} or (each and used == "tasks"):
            if first and plan.looks["cover"]:
                sheet.title = "Bìa" if plan.language == "vi" else "Cover"
                letterhead = [line for line in waiting if line.style in {"letterhead", "kind", "title"}]
                waiting = [line for line in waiting if line not in letterhead]
                _lines(sheet, letterhead)
                sheet = book.create_sheet()
            elif not first:
                sheet = book.create_sheet()
            titles = [other.title for other in book.worksheets]
            name = NAMES[part.name, plan.language]
            sheet.title = f"{name} {len(titles)}" if name in titles else name
            used, first = part.name, False
        top = len(part.rows[0].cells) if plan.looks.get("merged_head") else 0
        _lines(sheet, waiting, top)
        waiting = []
        _table(sheet, part, plan)
        if plan.looks.get("filtered") and part.name == "tasks":
            _filtered(sheet, part)
    _lines(sheet, waiting)
    if plan.looks.get("offset"):
        for page in book.worksheets:
            _moved(page)
    if plan.looks["hidden_sheet"]:
        _hidden(book, plan)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _bottom(sheet: Worksheet) -> int:
    return 0 if sheet.max_row == 1 and sheet["A1"].value is None else sheet.max_row


def _filtered(sheet: Worksheet, table: Table) -> None:
    """Freeze what stands above the rows of a table, and let people filter by its columns."""
    last = _bottom(sheet)
    heads = [place for place, row in enumerate(table.rows) if row.kind == "head"]
    if sheet.freeze_panes or not heads or len(heads) > 1:
        return
    first = last - len(table.rows) + 1 + heads[0]
    sheet.freeze_panes = f"A{first + 1}"
    sheet.auto_filter.ref = f"A{first}:{get_column_letter(len(table.rows[0].cells))}{last}"


def _lines(sheet: Worksheet, lines: list[Line], wide: int = 0) -> None:
    """Write lines above a table: in the first column, or, where people merge cells, across the table."""
    head = [line for line in lines if line.style == "letterhead"]
    if wide > 3 and len(head) == 4:
        half = wide // 2
        for left, right in ((head[0], head[1]), (head[2], head[3])):
            row = _bottom(sheet) + 1
            sheet.cell(row=row, column=1, value=left.text)
            sheet.cell(row=row, column=half + 1, value=right.text)
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=half)
            sheet.merge_cells(start_row=row, start_column=half + 1, end_row=row, end_column=wide)
        lines = [line for line in lines if line not in head]
    for place, line in enumerate(lines):
        if line.style in {"annex", "head"} and place and lines[place - 1].style not in {"annex", "head"}:
            sheet.cell(row=_bottom(sheet) + 1, column=1, value=None)
        cell = sheet.cell(row=_bottom(sheet) + 1, column=1, value=line.text)
        if wide > 3 and line.style in {"kind", "title", "annex", "head", "text", "letterhead"}:
            cell.alignment, cell.font = Alignment(horizontal="center", wrap_text=True), Font(bold=True)
            sheet.merge_cells(start_row=cell.row, start_column=1, end_row=cell.row, end_column=wide)


def _moved(sheet: Worksheet) -> None:
    """Move all that a sheet holds one column to the right, as people leave a margin."""
    merged = [area.bounds for area in sheet.merged_cells.ranges]
    hidden = [place for place, column in sheet.column_dimensions.items() if column.hidden]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.move_range(f"A1:{get_column_letter(sheet.max_column)}{sheet.max_row}", cols=1)
    for left, top, right, bottom in merged:
        sheet.merge_cells(start_row=top, start_column=left + 1, end_row=bottom, end_column=right + 1)
    for place in sorted(hidden, reverse=True):
        sheet.column_dimensions[place].hidden = False
        sheet.column_dimensions[get_column_letter(column_index_from_string(place) + 1)].hidden = True


def _value(text: str, plan: Plan) -> tuple[object, str]:
    """Return what a cell holds, and the form that shows it."""
    if re.fullmatch(r"[1-9]\d{0,3}", text):
        return int(text), "General"
    kept = typed(text, plan.language) if plan.looks.get("typed") else None
    return (kept.value, kept.form) if kept else (text or None, "General")


def _table(sheet: Worksheet, table: Table, plan: Plan) -> None:
    top = _bottom(sheet) + 1
    for down, row in enumerate(table.rows):
        for across, cell in enumerate(row.cells):
            if cell is None:
                continue
            place = sheet.cell(row=top + down, column=across + 1)
            text = shown(cell)
            place.value, place.number_format = _value(text, plan)
            if plan.looks.get("comments") and row.kind == "body" and (down * 7 + across) % 23 == 0:
                place.comment = Comment(
                    "Đề nghị rà soát lại" if plan.language == "vi" else "Please check", "A"
                )
            place.font = Font(bold=cell.bold)
            place.alignment = Alignment(wrap_text=True)
            if cell.rows > 1 or cell.columns > 1:
                sheet.merge_cells(
                    start_row=top + down,
                    start_column=across + 1,
                    end_row=top + down + cell.rows - 1,
                    end_column=across + cell.columns,
                )
        if row.hidden:
            sheet.row_dimensions[top + down].hidden = True
    for column in table.hidden_columns:
        sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
    _keep_last_row(sheet, top + len(table.rows) - 1)


def _keep_last_row(sheet: Worksheet, row: int) -> None:
    """Make the sheet end where the table ends, also when its last row is blank."""
    sheet.cell(row=row, column=1)


def _hidden(book: Workbook, plan: Plan) -> None:
    sheet = book.create_sheet("old" if plan.language == "en" else "cũ")
    table = next(part for part in plan.parts if isinstance(part, Table) and part.name == "tasks")
    sheet.append([shown(cell) if cell else "" for cell in table.rows[0].cells])
    sheet.append(["77", *["x" for _ in table.rows[0].cells[1:]]])
    sheet.sheet_state = "hidden"
