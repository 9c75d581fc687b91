"""The sample programme, and any rows, written as spreadsheets and CSV."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from thuocdo.documents.files import read_bytes
from thuocdo.documents.types import DraftProgramme

SAMPLE = Path(__file__).parents[1] / "documents" / "chuong-trinh-mau.txt"
INDICATOR_HEAD = ["TT", "Chỉ tiêu", "Đơn vị", "Kết quả", "Cơ quan chủ trì theo dõi"]
TASK_HEAD = [
    "TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Kết quả", "Thời gian hoàn thành",
]  # fmt: skip
NOTE = "[1] Theo bảng phân công của chương trình mẫu"


@dataclass
class SheetRows:
    """A sheet to write: rows from A1, and what of them is merged or hidden."""

    rows: Sequence[Sequence[Any]]
    name: str = "Phụ lục"
    merged: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    hidden: bool = False
    formats: dict[str, str] = field(default_factory=dict)


@cache
def sample_draft() -> DraftProgramme:
    """Return the draft of the sample as plain text, whose cells are those of the tables below."""
    return read_bytes(SAMPLE.read_bytes(), filename=SAMPLE.name)


def sample_head() -> list[str]:
    """Return the paragraphs above the first annex of the sample."""
    text = SAMPLE.read_text(encoding="utf-8")
    return [line for line in text[: text.index("PHỤ LỤC I\n")].split("\n") if line.strip()]


def indicator_rows() -> list[list[str]]:
    """Return the indicator table of the sample, with its section rows."""
    rows, horizon = [INDICATOR_HEAD], None
    for item in sample_draft().indicators:
        if item.horizon != horizon:
            horizon = item.horizon
            rows.append(["I" if len(rows) == 1 else "II", f"Đến năm {horizon}", "", "", ""])
        rows.append(
            [item.code, item.title, item.unit or "", item.target_text or "", item.agencies_text or ""]
        )
    return rows


def task_rows() -> list[list[str]]:
    """Return the task table of the sample, with its section rows."""
    draft = sample_draft()
    titles = {theme.code: theme.title for theme in draft.themes}
    rows, theme = [TASK_HEAD], None
    for item in draft.tasks:
        if item.theme != theme:
            theme = item.theme
            rows.append([f"{theme}.", titles[theme or ""], "", "", "", ""])
        rows.append(
            [
                f"{item.code}.",
                item.title,
                item.leads_text or "",
                item.coordinators_text or "",
                item.output or "",
                item.deadline_text or "",
            ]
        )
    return rows


def xlsx(*sheets: SheetRows) -> bytes:
    """Return a workbook of the sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, wanted in enumerate(sheets, start=1):
        _fill(book.create_sheet(f"{wanted.name} {number}"), wanted)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, wanted: SheetRows) -> None:
    for row in wanted.rows:
        sheet.append([None if cell == "" else cell for cell in row])
    for cells in wanted.merged:
        sheet.merge_cells(cells)
    for row in wanted.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for place, code in wanted.formats.items():
        sheet[place].number_format = code
    if wanted.hidden:
        sheet.sheet_state = "hidden"


def sample_xlsx() -> bytes:
    """Return the sample programme with a sheet for the act and one for each annex."""
    head = [[line] for line in sample_head()]
    annexes = [
        SheetRows(
            [["PHỤ LỤC"], *rows, [], [NOTE]],
            merged=[f"A1:{chr(ord('A') + len(rows[0]) - 1)}1"],
        )
        for rows in (indicator_rows(), task_rows())
    ]
    return xlsx(SheetRows(head, name="Nghị quyết"), *annexes)


def csv_bytes(rows: Sequence[Sequence[str]], *, delimiter: str = ",", bom: bool = False) -> bytes:
    """Return the rows as CSV."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue().encode("utf-8-sig" if bom else "utf-8")


def sample_csv(*, delimiter: str = ",", bom: bool = False) -> bytes:
    """Return the sample programme as one register: the act above its tables."""
    rows = [
        *([line] for line in sample_head()), [], ["PHỤ LỤC I"], *indicator_rows(), [],
        ["PHỤ LỤC II"], *task_rows(), [], [NOTE],
    ]  # fmt: skip
    return csv_bytes(rows, delimiter=delimiter, bom=bom)


def ods(rows_xml: str, *, name: str = "Bảng") -> bytes:
    """Return an .ods whose only sheet holds these rows of XML."""
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="{name}">{rows_xml}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def ods_row(*cells: str, attributes: str = "") -> str:
    """Return a row of text cells."""
    made = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row {attributes}>{made}</table:table-row>"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip archive of the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_part(data: bytes, name: str, change: tuple[str, str]) -> bytes:
    """Return the archive with one text replaced in one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {part: archive.read(part) for part in archive.namelist()}
    text = parts[name]
    assert isinstance(text, bytes)
    parts[name] = text.decode().replace(*change)
    return zipped(parts)


def part_of(data: bytes, name: str) -> str:
    """Return the text of one part of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()
