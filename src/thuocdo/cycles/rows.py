"""One row of a file into typed fields: the columns, and every fault of a row at once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from thuocdo.core.errors import Fault, fault
from thuocdo.core.text import clean
from thuocdo.cycles import faults
from thuocdo.cycles.rules import carries_secret_mark
from thuocdo.cycles.types import EvidenceKind, RawRow, RecordKind, Situation
from thuocdo.measurement.types import Origin, Standing

MAX_CELL = 4000

_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_LOCAL_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?: 0?0:00(?::00)?)?")
_NUMBER = re.compile(r"[-−]?\d{1,18}(?:[.,]\d{1,12})?")
_GROUPED = re.compile(r"[-−]?[1-9]\d{0,2}\.\d{3}")
_FILE = re.compile(r"F-[0-9a-f]{12}")
_YES = frozenset({"1", "x", "true", "yes", "có", "đúng"})
_NO = frozenset({"0", "false", "no", "không", "sai"})


class Wrong(Exception):
    """A cell cannot be read; the sentence says what to write instead."""

    def __init__(self, sentence: str, **params: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.params = params


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
    attachments: tuple[str, ...] = ()
    fields: dict[str, Any] = field(default_factory=dict)


def read_day(cell: str) -> date:
    """Return a day written as 2025-06-12 or 12/6/2025 (day first)."""
    iso, local = _ISO_DAY.fullmatch(cell), _LOCAL_DAY.fullmatch(cell)
    if iso:
        year, month, day = iso.groups()
    elif local:
        day, month, year = local.groups()
    else:
        raise Wrong(faults.NO_DATE)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise Wrong(faults.NO_DAY) from None


def read_number(cell: str) -> Decimal:
    """Return a number; comma or point is the decimal sign, thousands are not grouped."""
    cell = cell.replace("\u00a0", "").replace(" ", "")
    if _GROUPED.fullmatch(cell):
        raise Wrong(faults.AMBIGUOUS)
    if not _NUMBER.fullmatch(cell):
        raise Wrong(faults.NO_NUMBER)
    return Decimal(cell.replace(",", ".").replace("−", "-"))


def read_yes(cell: str) -> bool:
    """Return a yes or no: 1, x, yes, có or 0, no, không."""
    word = cell.casefold()
    if word in _YES | _NO:
        return word in _YES
    raise Wrong(faults.NO_YES)


def _text(cell: str) -> str:
    return cell


def read_files(cell: str) -> tuple[str, ...]:
    """Return the ids of files that were handed in before, each once."""
    ids = tuple(dict.fromkeys(cell.split()))
    if not all(_FILE.fullmatch(public_id) for public_id in ids):
        raise Wrong(faults.NO_FILES)
    return ids


def _one_of(words: type[StrEnum]) -> Callable[[str], str]:
    allowed = [word.value for word in words]

    def read(cell: str) -> str:
        word = cell.casefold()
        if word not in allowed:
            raise Wrong(faults.NO_WORD, words=", ".join(allowed))
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
        Column("files", read_files, "ids of your body's files that belong to it, with spaces between them"),
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
        Column("allocated", read_number, "money allocated to the task since its start, in million VND"),
        Column("disbursed", read_number, "money paid out since its start, in million VND"),
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
    ("obstacle", "obstacle_since"),
    ("obstacle_since", "obstacle"),
    ("corrects", "reason"),
    ("reason", "corrects"),
    ("disbursed", "allocated"),
    ("numerator", "denominator"),
    ("denominator", "numerator"),
)


def parse(row: RawRow) -> Parsed | list[Fault]:
    """Return the row's fields, or every fault of it, each on its column."""
    cells = {name: clean(cell) for name, cell in row.values.items() if clean(cell)}
    marked = [name for name, cell in row.values.items() if carries_secret_mark(cell)]
    if marked:  # nothing else of such a row is read, repeated or kept
        return [fault(row.where, name, faults.SECRET) for name in marked]
    found = [
        fault(row.where, name, faults.TOO_LONG, most=MAX_CELL)
        for name, cell in cells.items()
        if len(cell) > MAX_CELL
    ]
    kind_cell = cells.get("kind", "").casefold()
    if kind_cell not in {kind.value for kind in RecordKind}:
        words = ", ".join(kind.value for kind in RecordKind)
        return [*found, fault(row.where, "kind", faults.NO_KIND, words=words)]
    kind = RecordKind(kind_cell)
    columns = {column.name: column for column in (*COMMON, *COLUMNS[kind])}
    found += _misplaced(row.where, cells, columns, kind)
    fields, wrong = _fields(row.where, cells, columns)
    found += wrong
    if found:
        return found
    common = {column.name: fields.pop(column.name, None) for column in COMMON}
    return Parsed(
        where=row.where,
        kind=kind,
        programme=common["programme"] or "",
        agency=common["agency"] or "",
        illustrative=bool(common["illustrative"]),
        corrects=common["corrects"] or "",
        reason=common["reason"] or "",
        attachments=fields.pop("files", ()),
        fields=fields,
    )


def _misplaced(
    where: str, cells: Mapping[str, str], columns: Mapping[str, Column], kind: RecordKind
) -> list[Fault]:
    """Name filled cells that mean nothing here, and cells that are missing beside a filled one."""
    found = []
    for name in cells:
        if name not in NAMES:
            found.append(fault(where, name, faults.NO_COLUMN))
        elif name not in columns:
            found.append(fault(where, name, faults.NOT_OF_KIND, kind=kind.value))
    for name, column in columns.items():
        if column.required and name not in cells:
            found.append(fault(where, name, faults.EMPTY))
    if cells.get("situation", "").casefold() == Situation.OBSTACLE.value and "obstacle" not in cells:
        found.append(fault(where, "obstacle", faults.NO_OBSTACLE))
    for first, second in _TOGETHER:
        if first in cells and second in columns and second not in cells:
            found.append(fault(where, second, faults.NEEDED_WITH, other=first))
    return found


def _fields(
    where: str, cells: Mapping[str, str], columns: Mapping[str, Column]
) -> tuple[dict[str, Any], list[Fault]]:
    fields: dict[str, Any] = {}
    found = []
    for name, cell in cells.items():
        column = columns.get(name)
        if column is None:
            continue
        try:
            fields[name] = column.read(cell)
        except Wrong as wrong:
            shown = cell if len(cell) <= 40 else f"{cell[:40]}…"  # noqa: PLR2004  one line on a terminal
            found.append(fault(where, name, wrong.sentence, cell=shown, **wrong.params))
    return fields, found
