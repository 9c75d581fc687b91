"""The cells of a draft: which there are, what is never kept, and how they become rows of a file."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from thuocdo.core.errors import Fault, fault
from thuocdo.core.text import clean
from thuocdo.cycles import faults
from thuocdo.cycles.rows import COLUMNS, MAX_CELL
from thuocdo.cycles.rules import carries_secret_mark
from thuocdo.cycles.types import RawRow, RecordKind

REPORT_CELLS = (
    *(column.name for column in COLUMNS[RecordKind.REPORT] if column.name not in {"task", "cycle"}),
    "reason",
    "illustrative",
)
"""What a draft says of its task; `reason` is needed when it replaces what was sent."""

EVIDENCE_CELLS = (
    *(column.name for column in COLUMNS[RecordKind.EVIDENCE] if column.name != "task"),
    "corrects",
    "reason",
    "illustrative",
)
"""What a draft says of one piece of evidence."""

MAX_EVIDENCE = 50
"""Pieces of evidence of one draft."""

_MONEY = frozenset({"allocated", "disbursed"})


def filled(cells: Mapping[str, str]) -> dict[str, str]:
    """Return the cells that say something, as typed."""
    return {name: cell.strip() for name, cell in cells.items() if clean(cell)}


def cell_faults(
    task: str, cells: Mapping[str, str], evidence: Sequence[Mapping[str, str]] = ()
) -> list[Fault]:
    """Return why a draft cannot even be kept; what else is wrong is told when it is handed in."""
    found = [*_faults(where_of(task), cells, REPORT_CELLS)]
    for place, row in enumerate(evidence, start=1):
        found += _faults(where_of(task, place), row, EVIDENCE_CELLS)
    if len(evidence) > MAX_EVIDENCE:
        found.append(fault(where_of(task), "evidence", faults.MOST_EVIDENCE, most=MAX_EVIDENCE))
    return found


def _faults(where: str, cells: Mapping[str, str], known: Iterable[str]) -> Iterable[Fault]:
    for name, cell in cells.items():
        if name not in known:
            yield fault(where, name[:40], faults.NO_CELL)
        elif carries_secret_mark(cell):
            yield fault(where, name, faults.SECRET)
        elif "\x00" in cell:
            yield fault(where, name, faults.HIDDEN_SIGN)
        elif len(cell) > MAX_CELL:
            yield fault(where, name, faults.TOO_LONG, most=MAX_CELL)


def where_of(task: str, evidence: int = 0) -> str:
    """Return how a row of a draft is named in faults; `evidence` counts from 1, 0 is the report."""
    return f"task {task}, evidence {evidence}" if evidence else f"task {task}"


def task_of(where: str) -> str:
    """Return the task that `where_of` named."""
    return where.removeprefix("task ").partition(",")[0]


def rows_of(
    slug: str,
    task: str,
    cycle: str,
    content: Mapping[str, Any],
    *,
    corrects: str = "",
    reason: str = "",
) -> tuple[RawRow, ...]:
    """Return a draft as rows of a file: the report, then its evidence, all with the report's mark."""
    cells: Mapping[str, str] = content["cells"]
    mark = {"illustrative": cells["illustrative"]} if cells.get("illustrative") else {}
    about = {"programme": slug, "task": task}
    report = {name: cell for name, cell in cells.items() if name != "reason"}
    replaces = {"corrects": corrects, "reason": reason} if corrects else {}
    rows = [RawRow(where_of(task), {**about, **report, **replaces, "kind": "report", "cycle": cycle})]
    for place, row in enumerate(content["evidence"], start=1):
        rows.append(RawRow(where_of(task, place), {**about, **mark, **row, "kind": "evidence"}))
    return tuple(rows)


def cells_of(content: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """Return what a record holds as the cells of a draft, so that it can be changed and given again."""
    return {name: _cell(name, content[name]) for name in names if content.get(name) not in {None, ""}}


def _cell(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value).replace(".", ",") if name in _MONEY else str(value)
