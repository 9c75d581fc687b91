"""What the monitor sees: who has reported in which period, and where each task stands with its reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thuocdo.config.current import Known
from thuocdo.cycles.standing import Ledger
from thuocdo.cycles.types import Cell, Matrix, OpenCycle
from thuocdo.evaluation.rules.bodies import Bodies
from thuocdo.evaluation.types import AssignmentVerdict, Status, TaskVerdict
from thuocdo.programme.types import Agency, AgencyKind, Task
from thuocdo.web.approving import own_part
from thuocdo.web.examining import Names


class Progress(StrEnum):
    """How far the reports of a body or a task have come in one period."""

    NOTHING_OWED = "nothing_owed"
    NONE = "none"
    PART = "part"
    SENT = "sent"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class Square:
    """One body (or task) in one period: its word and its counts.

    `late` are reports received after the due day; `overdue` those that are missing although it has passed.
    """

    cell: Cell
    progress: Progress
    overdue: int = 0

    @property
    def heard(self) -> int:
        """Return how many reports came, whatever became of them."""
        return self.cell.owed - self.cell.missing


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One body with its squares, in the order of the periods."""

    body: Agency
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task with its computed status and its reports; of one body only, where the page asks for one."""

    task: Task
    verdict: AssignmentVerdict | TaskVerdict
    leads: tuple[str, ...]
    square: Square
    instance: str


def squared(cell: Cell, cycle: OpenCycle, *, day: date) -> Square:
    """Return the square of a cell on a day."""
    overdue = cell.missing if day > cycle.due_on else 0
    return Square(cell, _progress(cell), overdue)


def body_rows(matrix: Matrix, known: Known, cycles: Sequence[OpenCycle]) -> tuple[BodyRow, ...]:
    """Return the rows of the matrix for these periods, in the order of the register."""
    names, day = Names(known), known.facts.as_of
    return tuple(
        BodyRow(
            names.body(code) or Agency(code=code, name_vi=code, name_en=code, kind=AgencyKind.OTHER),
            tuple(squared(matrix.cell(code, cycle.code), cycle, day=day) for cycle in cycles),
        )
        for code in matrix.agencies
    )


def two_tables(rows: Iterable[BodyRow]) -> tuple[tuple[str, tuple[BodyRow, ...]], ...]:
    """Return ministries and provinces apart: they never share a table."""
    found: Mapping[bool, list[BodyRow]] = {True: [], False: []}
    for row in rows:
        found[row.body.kind is AgencyKind.PROVINCE].append(row)
    return ("central", tuple(found[False])), ("provinces", tuple(found[True]))


def task_rows(ledger: Ledger, known: Known, cycle: OpenCycle, *, agency: str = "") -> tuple[TaskRow, ...]:
    """Return all tasks, or those of one body, with the reports that one period asks for."""
    cells = _by_task(ledger, cycle, agency)
    day, bodies = known.facts.as_of, Bodies(known.facts.register, known.facts.as_of)
    verdicts = {verdict.task: verdict for verdict in known.verdicts.tasks}
    found = []
    for task in known.facts.programme.tasks:
        verdict = verdicts[task.code]
        # What a task owes today decides whose it is: a settled one owes no report any more.
        holders = bodies.parts(task.leads, task=task.code, due=verdict.due).holders
        if agency and agency not in holders:
            continue
        found.append(
            TaskRow(
                task=task,
                verdict=own_part(verdict, agency) if agency else verdict,
                leads=holders or task.leads,
                square=squared(cells.get(task.code, Cell()), cycle, day=day),
                instance=verdict.instance,
            )
        )
    return tuple(found)


def kept(rows: Iterable[TaskRow], *, progress: str, status: str) -> tuple[TaskRow, ...]:
    """Return the rows that a filter leaves."""
    return tuple(
        row
        for row in rows
        if progress in {"", row.square.progress.value} and status in {"", row.verdict.status.value}
    )


def statuses(rows: Iterable[TaskRow]) -> dict[Status, int]:
    """Return how many rows have each status."""
    counted: dict[Status, int] = defaultdict(int)
    for row in rows:
        counted[row.verdict.status] += 1
    return {status: counted[status] for status in Status if counted[status]}


def of_body(ledger: Ledger, known: Known, cycle: OpenCycle, agency: str) -> Square:
    """Return where one body stands with one period."""
    total: dict[str, int] = defaultdict(int)
    for cell in _by_task(ledger, cycle, agency).values():
        for name in ("owed", "sent", "returned", "verified", "late"):
            total[name] += getattr(cell, name)
    return squared(Cell(**total), cycle, day=known.facts.as_of)


def _by_task(ledger: Ledger, cycle: OpenCycle, agency: str) -> dict[str, Cell]:
    counts: dict[str, dict[str, int]] = {}
    for (body, code), tasks in ledger.owed.items():
        if code != cycle.code or agency not in {"", body}:
            continue
        for task in tasks:
            count = counts.setdefault(task, {"owed": 0, "sent": 0, "returned": 0, "verified": 0, "late": 0})
            count["owed"] += 1
            said = ledger.heard.get((task, body, code))
            if said is not None:
                count[said[0].value] += 1
                count["late"] += said[1] > cycle.due_on
    return {task: Cell(**count) for task, count in counts.items()}


def _progress(cell: Cell) -> Progress:
    if not cell.owed:
        return Progress.NOTHING_OWED
    if cell.missing == cell.owed:
        return Progress.NONE
    if cell.missing or cell.returned:
        return Progress.PART
    return Progress.VERIFIED if cell.verified == cell.owed else Progress.SENT
