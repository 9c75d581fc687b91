"""A body's own sheet (.xlsx, .ods, .csv) as tables, and the grid as a CSV that comes back without loss."""

import csv
import dataclasses
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from thuocdo.core import formulas
from thuocdo.core.delimited import delimited
from thuocdo.core.errors import Invalid
from thuocdo.core.formulas import is_plain_number
from thuocdo.core.text import fold
from thuocdo.cycles.headwords import is_heading
from thuocdo.cycles.pasting import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Table, as_table
from thuocdo.documents import errors
from thuocdo.documents.encodings import decoded
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import check_size
from thuocdo.documents.readers import sheet as workbook
from thuocdo.documents.readers.csv import BROKEN_CSV
from thuocdo.documents.registers import clean_cell

SUFFIXES = (".xlsx", ".ods", ".csv")
SECONDS = workbook.SECONDS
MEMORY_BYTES = workbook.MEGABYTES * 1_000_000
MAX_SHEETS = 12
TOO_LONG = (
    "No sheet of the file fits into a grid: at most {rows} rows, {columns} columns and {letters} letters; "
    "give the sheet with your own tasks only."
)

_BOM = "\ufeff"
_DELIMITERS = (",", ";", "\t")
_SAMPLE_ROWS = 60
_SAMPLE = 100_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclasses.dataclass(frozen=True, slots=True)
class Sheet:
    """One visible sheet of a file with its cells as people see them; a CSV has no name."""

    name: str
    rows: Table


@dataclasses.dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets of a file as a value that crosses a process border, or why there are none."""

    sheets: tuple[Sheet, ...] = ()
    refusal: str = ""
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)


def read_sheets(data: bytes, filename: str) -> Sheets:
    """Return the sheets of a file, for a caller in another process; never raises for a bad file.

    Formulas are read by the values that they gave. A sheet that is larger than a grid is left out.
    """
    try:
        check_size(len(data))
        return Sheets(_fitting(_named_rows(data, Path(filename).suffix.lower())))
    except Unreadable as refusal:
        return Sheets(refusal=refusal.template, params=refusal.params)


def _named_rows(data: bytes, suffix: str) -> list[tuple[str, list[list[str]]]]:
    if suffix == ".csv":
        return [("", _csv_rows(data))]
    if suffix in workbook.SUFFIXES:
        return [(name, [list(line.cells) for line in lines]) for name, lines in workbook.read_lines(data)]
    raise Unreadable(errors.UNKNOWN_FORMAT, suffix=suffix, known=", ".join(SUFFIXES))


def _fitting(named: Iterable[tuple[str, Sequence[Sequence[str]]]]) -> tuple[Sheet, ...]:
    found: list[Sheet] = []
    filled = letters = 0
    for name, rows in named:
        trimmed = _trimmed(rows)
        filled += bool(trimmed)
        size = sum(len(cell) for row in trimmed for cell in row)
        if not trimmed or letters + size > MAX_TEXT or len(found) == MAX_SHEETS:
            continue
        try:
            found.append(Sheet(name, unguarded(as_table(trimmed))))
        except Invalid:  # other sheets of the file may fit
            continue
        letters += size
    if not filled:
        raise Unreadable(errors.EMPTY)
    if not found:
        limits = {"rows": f"{MAX_ROWS:,}", "columns": str(MAX_COLUMNS), "letters": f"{MAX_TEXT:,}"}
        raise Unreadable(TOO_LONG, **limits)
    return tuple(found)


def _trimmed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the rows without the empty columns at their right and the empty rows below."""
    width = max((place for row in rows for place, cell in enumerate(row, 1) if cell.strip()), default=0)
    kept = [list(row[:width]) for row in rows]
    while kept and not any(kept[-1]):
        kept.pop()
    return kept


def _csv_rows(data: bytes) -> list[list[str]]:
    if data.startswith(_UTF16):  # what Excel calls Unicode text
        try:
            data = data.decode("utf-16").encode()
        except UnicodeDecodeError:
            raise Unreadable(errors.UTF16) from None
    text = decoded(data)
    best = max(_DELIMITERS, key=lambda sign: _worth(text[:_SAMPLE], sign))
    reader = delimited(text, best)
    try:
        return [[clean_cell(cell) for cell in row] for row in reader]
    except csv.Error:
        raise Unreadable(BROKEN_CSV, line=str(reader.line_num)) from None


def _worth(sample: str, sign: str) -> tuple[bool, int]:
    """Return whether a sign gives a heading, and how many cells it parts."""
    rows: list[list[str]] = []
    try:
        for row in delimited(sample, sign, strict=False):
            rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                break
    except csv.Error:
        pass  # the sample is only looked at; reading the whole says what is wrong
    return any(is_heading(row) for row in rows), sum(len(row) - 1 for row in rows if row)


def best_sheet(sheets: Sequence[Sheet]) -> int:
    """Return the place of the sheet that is shown first: the first with a heading of ours, else the first."""
    headed = (place for place, sheet in enumerate(sheets) if any(map(is_heading, sheet.rows[:_SAMPLE_ROWS])))
    return next(headed, 0)


def key_of_heading(heading: Sequence[str]) -> str:
    """Return the SHA-256 under which a heading is remembered, "" for a table without one."""
    words = "\t".join(fold(cell) for cell in heading).rstrip("\t")
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def guarded(cell: str) -> str:
    """Return a cell as it may stand in a file: what a spreadsheet could run gets an apostrophe, no number."""
    return cell if is_plain_number(cell) else formulas.guarded(cell)


def unguarded(table: Table) -> Table:
    """Return the cells as they were before `guarded`; every other cell stays as it is."""
    return tuple(
        tuple(cell[1:] if cell[:1] == "'" and cell[1:2] in formulas.GUARDED else cell for cell in row)
        for row in table
    )


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV with a byte order mark, each cell guarded."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return (_BOM + stream.getvalue()).encode()


def write_text(table: Table) -> str:
    """Return a table as text that `read_text` reads again as the same table."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in table)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if cell else ""
