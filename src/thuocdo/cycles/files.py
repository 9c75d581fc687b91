"""Bytes of a CSV, JSON or JSON-lines file into raw rows; a wrong file gives one clear sentence."""

import csv
import io
import json
from typing import Any

from thuocdo.core.delimited import delimited
from thuocdo.core.errors import Fault, Invalid
from thuocdo.cycles.rows import COLUMNS, COMMON, NAMES
from thuocdo.cycles.types import RawRow, RecordKind

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 20_000
_MAX_LINE = 200_000
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_TEMPLATE_HINT = "See the columns with: thuocdo record --template"


def read_rows(data: bytes, name: str) -> tuple[RawRow, ...]:
    """Return the rows of a file; `name` is used in refusals only.

    CSV may be separated by comma, semicolon or tab, with or without a byte-order mark; rows are
    counted as Excel does, the header being row 1. JSON is a list of objects, or one object a line.
    """
    text = _decoded(data, name)
    start = text.lstrip()[:1]
    if not start:
        raise Invalid(f"{name} is empty.", hint=_TEMPLATE_HINT)
    if start == "[":
        rows = _json_list(text, name)
    elif start == "{":
        rows = _json_lines(text, name)
    else:
        rows = _csv(text, name)
    if not rows:
        raise Invalid(f"{name} holds a header and no rows.", hint=_TEMPLATE_HINT)
    return tuple(rows)


def template() -> str:
    """Return a CSV with the header and one example line for each kind, marked as examples."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=NAMES, lineterminator="\n")
    writer.writeheader()
    for example in _EXAMPLES:
        writer.writerow(example)
    return out.getvalue()


def columns_of(kind: RecordKind) -> tuple[str, ...]:
    """Return the names of the columns that say something about a kind."""
    return tuple(column.name for column in (*COMMON, *COLUMNS[kind]))


_EXAMPLES: tuple[dict[str, str], ...] = (
    {
        "kind": "evidence",
        "illustrative": "1",
        "task": "60",
        "text": "VÍ DỤ / EXAMPLE: Quyết định số 9001/QĐ-TTg ngày 12/6/2025 của Thủ tướng Chính phủ",
    },
    {
        "kind": "report",
        "illustrative": "1",
        "task": "61",
        "situation": "working",
        "expected_on": "30/11/2025",
        "has_draft": "1",
        "public_sentence": "VÍ DỤ / EXAMPLE",
    },
    {
        "kind": "milestone",
        "illustrative": "1",
        "task": "61",
        "name": "VÍ DỤ / EXAMPLE: bản dự thảo lần 1",
        "due_on": "15/09/2025",
    },
    {
        "kind": "observation",
        "illustrative": "1",
        "indicator": "12",
        "value": "41,5",
        "unit": "%",
        "period_start": "01/01/2025",
        "period_end": "30/06/2025",
        "source": "VÍ DỤ / EXAMPLE",
        "origin": "reported",
        "method": "VÍ DỤ / EXAMPLE 1",
    },
)


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise Invalid(
            f"{name} is larger than {MAX_BYTES // 1024 // 1024} MB.", hint="Split it into smaller files."
        )
    if data.startswith(_WORKBOOKS):
        raise Invalid(f"{name} is a workbook, not text.", hint="In Excel, save it as CSV UTF-8.")
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Invalid(
            f"{name} is not UTF-8 text (byte {error.start + 1}).", hint="In Excel, save it as CSV UTF-8."
        ) from None
    if "\x00" in text:
        raise Invalid(
            f"{name} holds NUL bytes, so it is no text file.", hint="In Excel, save it as CSV UTF-8."
        )
    return text


def _csv(text: str, name: str) -> list[RawRow]:
    head = text[:_MAX_LINE].splitlines()[0]
    if len(head) >= _MAX_LINE or not any(NAMES[0] in head.split(mark) for mark in ",;\t"):
        raise Invalid(f"The first line of {name} names no column “{NAMES[0]}”.", hint=_TEMPLATE_HINT)
    delimiter = max(",;\t", key=head.count)
    reader = delimited(text, delimiter)
    rows: list[RawRow] = []
    try:
        header = [cell.strip() for cell in next(reader)]
        _check_header(header, name)
        for number, cells in enumerate(reader, start=2):
            if not any(cell.strip() for cell in cells):
                continue
            if any(cell.strip() for cell in cells[len(header) :]):
                raise Invalid(
                    f"{name}, row {number}: it has more cells than the header.",
                    hint="A cell that contains the separator must stand in double quotes.",
                )
            rows.append(RawRow(f"row {number}", dict(zip(header, cells, strict=False))))
            _check_count(rows, name)
    except csv.Error as error:
        raise Invalid(
            f"{name}, line {reader.line_num}: it is no CSV ({error}).",
            hint="Check the double quotes, or save it again as CSV UTF-8.",
        ) from None
    return rows


def _check_header(header: list[str], name: str) -> None:
    faults = [
        Fault(where="row 1", field=cell, message="is no column of the file")
        for cell in header
        if cell and cell not in NAMES
    ]
    faults += [
        Fault(where="row 1", field=cell, message="stands twice")
        for cell in dict.fromkeys(header)
        if cell and header.count(cell) > 1
    ]
    if faults:
        raise Invalid(f"The header of {name} is wrong.", faults=faults, hint=_TEMPLATE_HINT)


def _json_list(text: str, name: str) -> list[RawRow]:
    found = _loads(text, name)
    rows: list[RawRow] = []
    for number, item in enumerate(found, start=1):
        rows.append(_json_row(item, f"item {number}", name))
        _check_count(rows, name)
    return rows


def _json_lines(text: str, name: str) -> list[RawRow]:
    rows: list[RawRow] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            rows.append(_json_row(_loads(line, f"{name}, line {number}"), f"line {number}", name))
            _check_count(rows, name)
    return rows


class _Number(str):
    """A JSON number as it was written, so that no binary rounding touches it."""

    __slots__ = ()


def _loads(text: str, name: str) -> Any:
    try:
        return json.loads(
            text,
            parse_float=_Number,
            parse_int=_Number,
            parse_constant=_Number,
            object_pairs_hook=_object,
        )
    except (ValueError, RecursionError) as error:
        problem = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise Invalid(
            f"{name} is no JSON ({problem}).", hint="Write a list of objects, or one object a line."
        ) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _json_row(item: Any, where: str, name: str) -> RawRow:
    if not isinstance(item, dict):
        raise Invalid(f"{name}, {where}: it is no object.", hint="Write a list of objects.")
    values = {}
    for key, value in item.items():
        if value is None:
            continue
        if isinstance(value, bool):
            values[key] = "1" if value else "0"
        elif isinstance(value, _Number):
            values[key] = value.replace(".", ",")  # a JSON point is never a thousands separator
        elif isinstance(value, str):
            values[key] = value
        else:
            raise Invalid(
                f"{name}, {where}, {key}: it is a list or an object.", hint="Write text, a number or true."
            )
    return RawRow(where, values)


def _check_count(rows: list[RawRow], name: str) -> None:
    if len(rows) > MAX_ROWS:
        raise Invalid(f"{name} holds more than {MAX_ROWS} rows.", hint="Split it into smaller files.")
