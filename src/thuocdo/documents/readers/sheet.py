"""Spreadsheets (.xlsx, .ods): each visible sheet is a register, its cells as people see them."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import TypeVar

from thuocdo.documents import errors
from thuocdo.documents.archives import Archive
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.registers import MAX_CELLS, Line, clean_cell, register_blocks, too_many_cells
from thuocdo.documents.workbooks import Format, Look, look_at_ods, look_at_xlsx

SUFFIXES = (".xlsx", ".ods")
SECONDS = 8
MEGABYTES = 600
_LAST_NUMBER_FORMAT = ".12g"

_Result = TypeVar("_Result")
Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def read(data: bytes) -> list[Block]:
    """Return a block for each cell of the visible rows of the visible sheets."""
    return _survived(lambda: _blocks(data))


def read_lines(data: bytes) -> list[tuple[str, list[Line]]]:
    """Return the visible rows of each visible sheet with its name, as they stand."""
    return _survived(lambda: list(_sheets(data)))


def _survived(reading: Callable[[], _Result]) -> _Result:
    """Return what a reading gives; Unreadable for whatever the library does with a broken file."""
    try:
        import python_calamine  # noqa: F401, PLC0415  the base install has no library for spreadsheets
    except ImportError:
        raise Unreadable(errors.NEEDS_FORMATS, suffix=", ".join(SUFFIXES)) from None
    try:
        return reading()
    except (Unreadable, KeyboardInterrupt, SystemExit):
        raise
    # The library's own panic is no Exception, and a broken file may break it anywhere.
    except BaseException:  # noqa: BLE001
        raise Unreadable(errors.DAMAGED) from None


def _sheets(data: bytes) -> Iterator[tuple[str, list[Line]]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415  see above

    archive = Archive(data)
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.part(
        "META-INF/manifest.xml"
    ):
        raise Unreadable(errors.PROTECTED)
    looks = look_at_ods(archive) if "content.xml" in archive.names else look_at_xlsx(archive)
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    for sheet in book.sheets_metadata:
        if sheet.visible != SheetVisibleEnum.Visible or sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        # A sheet that was not looked at may reach anywhere.
        look = looks[sheet.name]
        if not look.hidden_sheet:
            values = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
            yield sheet.name, _lines(values, look)


def _blocks(data: bytes) -> list[Block]:
    blocks: list[Block] = []
    table = 0
    for _name, lines in _sheets(data):
        found, table = register_blocks(lines, table=table)
        blocks += found
        if len(blocks) > MAX_CELLS:
            raise too_many_cells()
    if not any(block.text for block in blocks):
        raise Unreadable(errors.EMPTY)
    return blocks


def _lines(values: Sequence[Sequence[Value]], look: Look) -> list[Line]:
    rows = [
        [_shown(value, (row, column), look) for column, value in enumerate(cells)]
        for row, cells in enumerate(values)
    ]
    merged = _repeat_merged(rows, look)
    lines = []
    for place, cells in enumerate(rows):
        if place in look.hidden:
            continue
        shown = [column for column in range(len(cells)) if column not in look.hidden_columns]
        marks = [merged.get((place, column), 0) for column in shown]
        lines.append(Line(place + 1, [cells[column] for column in shown], marks))
    return lines


def _repeat_merged(rows: list[list[str]], look: Look) -> dict[tuple[int, int], int]:
    """Write the text of merged cells into every place that they cover; return which is in which."""
    marks: dict[tuple[int, int], int] = {}
    filled = 0
    for number, ((top, left), (bottom, right)) in enumerate(look.merged, start=1):
        if top >= len(rows) or left >= len(rows[top]):
            continue
        text = rows[top][left]
        for row, cells in enumerate(rows[top : bottom + 1], start=top):
            width = max(0, min(right + 1, len(cells)) - left)
            cells[left : left + width] = [text] * width
            marks.update(((row, column), number) for column in range(left, left + width))
            filled += width
        if filled > MAX_CELLS:
            raise too_many_cells()
    return marks


def _shown(value: Value, place: tuple[int, int], look: Look) -> str:
    if isinstance(value, str):
        return clean_cell(value)
    if place in look.shown:
        return clean_cell(look.shown[place])
    shown = look.formats.get(place)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return f"{_number(value * 100)}%" if shown == "percent" else _number(value)
    return _day(value, shown) if isinstance(value, dt.date) else str(value)


def _day(value: dt.date, shown: Format | None) -> str:
    if shown == "year":
        return str(value.year)
    return f"{value.month}/{value.year}" if shown == "month" else f"{value:%d/%m/%Y}"


def _number(value: float) -> str:
    """Return a number with a decimal comma, as Vietnamese offices print it."""
    if value == int(value):
        return str(int(value))
    return format(value, _LAST_NUMBER_FORMAT).replace(".", ",")
