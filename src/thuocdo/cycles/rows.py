"""One row of a file into typed fields: the columns, and every fault of a row at once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from thuocdo.core.errors import Fault
from thuocdo.core.text import clean
from thuocdo.cycles.rules import carries_secret_mark
from thuocdo.cycles.types import EvidenceKind, RawRow, RecordKind, Situation
from thuocdo.measurement.types import Origin, Standing

MAX_CELL = 4000

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_LOCAL_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?: 0?0:00(?::00)?)?")
_NUMBER = re.compile(r"[-−]?\d{1,18}(?:[.,]\d{1,12})?")
_GROUPED = re.compile(r"[-−]?[1-9]\d{0,2}\.\d{3}")
_YES = frozenset({"1", "x", "true", "yes", "có", "đúng"})
_NO = frozenset({"0", "false", "no", "không", "sai"})


class _Wrong(Exception):
    """A cell cannot be read; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the file: how its cell is read, whether it must be filled, what it means."""

    name: str
    read: Callable[[str], Any]
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """A row without faults: `fields` carry what was filled, by the names of types.py."""

    where: str
    kind: RecordKind
    programme: str
    agency: str
    illustrative: bool
    corrects: str = ""
    reason: str = ""
    fields: dict[str, Any] = field(default_factory=dict)


def read_day(cell: str) -> date:
    """Return a day written as 2025-06-12 or 12/6/2025 (day first)."""
    iso, local = _ISO_DAY.fullmatch(cell), _LOCAL_DAY.fullmatch(cell)
    if iso:
        year, month, day = iso.groups()
    elif local:
        day, month, year = local.groups()
    else:
        raise _Wrong("is no date; write 12/06/2025 or 2025-06-12")
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise _Wrong("is no day of the calendar; the day stands before the month") from None


def read_number(cell: str) -> Decimal:
    """Return a number; comma or point is the decimal sign, thousands are not grouped."""
    cell = cell.replace("\u00a0", "").replace(" ", "")
    if _GROUPED.fullmatch(cell):
        raise _Wrong("could be thousands or decimals; write 1234, or 1,234 for a little more than one")
    if not _NUMBER.fullmatch(cell):
        raise _Wrong("is no number; write digits with a comma before the decimals, nothing else")
    return Decimal(cell.replace(",", ".").replace("−", "-"))


def read_yes(cell: str) -> bool:
    """Return a yes or no: 1, x, yes, có or 0, no, không."""
    word = cell.casefold()
    if word in _YES | _NO:
        return word in _YES
    raise _Wrong("is neither yes nor no; write 1 or 0")


def _text(cell: str) -> str:
    return cell


def _one_of(words: type[StrEnum]) -> Callable[[str], str]:
    allowed = [word.value for word in words]

    def read(cell: str) -> str:
        word = cell.casefold()
        if word not in allowed:
            raise _Wrong(f"must be one of {', '.join(allowed)}")
        return word

    return read


COMMON = (
    Column("kind", _one_of(RecordKind), "what the row is", required=True),
    Column("programme", _text, "slug of the programme; may stay empty while only one is loaded"),
    Column("agency", _text, "code of the body that reports; empty means your own"),
    Column("illustrative", read_yes, "1 marks an invented row: it can never be published as real"),
    Column("corrects", _text, "id of the record that this row replaces"),
    Column("reason", _text, "why it is replaced; needed with corrects"),
)
COLUMNS: Mapping[RecordKind, tuple[Column, ...]] = {
    RecordKind.EVIDENCE: (
        Column("task", _text, "number of the task", required=True),
        Column("evidence_kind", _one_of(EvidenceKind), "document (default), running or attestation"),
        Column("text", _text, "the line as you would cite it, or what runs", required=True),
        Column("number", _text, "number of the document; read from text when empty"),
        Column("issued_on", read_day, "day of issue; read from text when empty"),
        Column("issuer", _text, "who issued it; read from text when empty"),
        Column("url", _text, "address of what runs, or of the document"),
        Column("component", _text, "code of the required part that it proves; found by the rules when empty"),
    ),
    RecordKind.REPORT: (
        Column("task", _text, "number of the task", required=True),
        Column("cycle", _text, "code of the reporting cycle; empty between cycles"),
        Column("situation", _one_of(Situation), "what you say of the task", required=True),
        Column("expected_on", read_day, "day on which you expect to be done"),
        Column("obstacle", _text, "what stands in the way"),
        Column("obstacle_since", read_day, "since when; needed with obstacle"),
        Column("has_draft", read_yes, "1 when a draft exists"),
        Column("has_plan", read_yes, "1 when a plan with dates exists"),
        Column("public_sentence", _text, "the sentence that the public reads"),
    ),
    RecordKind.MILESTONE: (
        Column("task", _text, "number of the task, or key of an indicator (23.2@2030)", required=True),
        Column("name", _text, "the step", required=True),
        Column("due_on", read_day, "day on which the step is due", required=True),
    ),
    RecordKind.OBSERVATION: (
        Column("indicator", _text, "number of the indicator row", required=True),
        Column("value", read_number, "the value", required=True),
        Column("unit", _text, "unit, as the programme prints it", required=True),
        Column("period_start", read_day, "first day of the period"),
        Column("period_end", read_day, "last day of the period", required=True),
        Column("published_on", read_day, "day of this vintage; a revision has a later one"),
        Column("source", _text, "where the value stands", required=True),
        Column("origin", _one_of(Origin), "measured, reported or outside", required=True),
        Column("standing", _one_of(Standing), "declared (default), rival, related or interim_target"),
        Column("method", _text, "name and version of the method", required=True),
        Column("place", _text, "VN (default) or the code of a province"),
        Column("scope", _text, "scope key of the target, where a row has several"),
        Column("qualifier", _text, "sign printed before the value, such as >"),
        Column("provisional", read_yes, "1 for a provisional value"),
        Column("numerator", read_number, "numerator of a share"),
        Column("denominator", read_number, "denominator of a share"),
        Column("definition_vi", _text, "definition in Vietnamese"),
        Column("definition_en", _text, "definition in English"),
    ),
}
NAMES = tuple(dict.fromkeys(column.name for columns in (COMMON, *COLUMNS.values()) for column in columns))
"""Every column once, in the order of the template."""

_TOGETHER = (
    ("obstacle", "obstacle_since", "is needed with obstacle"),
    ("obstacle_since", "obstacle", "is needed with obstacle_since"),
    ("corrects", "reason", "is needed with corrects"),
    ("reason", "corrects", "is needed with reason"),
    ("numerator", "denominator", "is needed with numerator"),
    ("denominator", "numerator", "is needed with denominator"),
)


def parse(row: RawRow) -> Parsed | list[Fault]:
    """Return the row's fields, or every fault of it, each on its column."""
    cells = {name: clean(cell) for name, cell in row.values.items() if clean(cell)}
    marked = [name for name, cell in row.values.items() if carries_secret_mark(cell)]
    if marked:  # nothing else of such a row is read, repeated or kept
        message = "carries a mark of state secrecy; this system is on a network and must not hold it"
        return [Fault(where=row.where, field=name, message=message) for name in marked]
    faults = [
        Fault(where=row.where, field=name, message=f"is longer than {MAX_CELL} characters")
        for name, cell in cells.items()
        if len(cell) > MAX_CELL
    ]
    kind_cell = cells.get("kind", "").casefold()
    if kind_cell not in {kind.value for kind in RecordKind}:
        words = ", ".join(kind.value for kind in RecordKind)
        return [*faults, Fault(where=row.where, field="kind", message=f"must be one of {words}")]
    kind = RecordKind(kind_cell)
    columns = {column.name: column for column in (*COMMON, *COLUMNS[kind])}
    faults += _misplaced(row.where, cells, columns, kind)
    fields, wrong = _fields(row.where, cells, columns)
    faults += wrong
    if faults:
        return faults
    common = {column.name: fields.pop(column.name, None) for column in COMMON}
    return Parsed(
        where=row.where,
        kind=kind,
        programme=common["programme"] or "",
        agency=common["agency"] or "",
        illustrative=bool(common["illustrative"]),
        corrects=common["corrects"] or "",
        reason=common["reason"] or "",
        fields=fields,
    )


def _misplaced(
    where: str, cells: Mapping[str, str], columns: Mapping[str, Column], kind: RecordKind
) -> list[Fault]:
    """Name filled cells that mean nothing here, and cells that are missing beside a filled one."""
    faults = []
    for name in cells:
        if name not in NAMES:
            message = "is no column of the file; see: thuocdo record --template"
            faults.append(Fault(where=where, field=name, message=message))
        elif name not in columns:
            message = f"says nothing about a row of kind {kind.value}; leave it empty"
            faults.append(Fault(where=where, field=name, message=message))
    for name, column in columns.items():
        if column.required and name not in cells:
            faults.append(Fault(where=where, field=name, message="is empty"))
    for first, second, message in _TOGETHER:
        if first in cells and second in columns and second not in cells:
            faults.append(Fault(where=where, field=second, message=message))
    return faults


def _fields(
    where: str, cells: Mapping[str, str], columns: Mapping[str, Column]
) -> tuple[dict[str, Any], list[Fault]]:
    fields: dict[str, Any] = {}
    faults = []
    for name, cell in cells.items():
        column = columns.get(name)
        if column is None:
            continue
        try:
            fields[name] = column.read(cell)
        except _Wrong as wrong:
            shown = cell if len(cell) <= 40 else f"{cell[:40]}…"  # noqa: PLR2004  one line on a terminal
            faults.append(Fault(where=where, field=name, message=f"“{shown}” {wrong}"))
    return fields, faults
