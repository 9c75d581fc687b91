"""Counts over all verdicts: the programme, its themes, the Government Office's table, each body."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from thuocdo.evaluation.rules.evidence import known_filed, known_verified
from thuocdo.evaluation.rules.index import FactsIndex
from thuocdo.evaluation.types import (
    AgencyTotals,
    AssignmentVerdict,
    IndicatorVerdict,
    OfficeCell,
    Status,
    TaskVerdict,
    Totals,
)
from thuocdo.programme.types import IndicatorKind, Mode, Task

HEADING = "heading"
"""Key under which rows are counted that only head others: they have no verdict of their own."""

_OUTSIDE_SHARES = frozenset({Status.REPLACED, Status.NOT_MEASURABLE})


def programme_totals(
    verdicts: Sequence[TaskVerdict], indicators: Sequence[IndicatorVerdict], index: FactsIndex
) -> Totals:
    """Return the counts of the programme; what recurs is counted apart from what ends."""
    themes = {task.code: task.theme for task in index.programme.tasks}
    by_theme: dict[str, Counter[str]] = {theme.code: Counter() for theme in index.programme.themes}
    for item in verdicts:
        by_theme.setdefault(themes[item.task], Counter())[item.status.value] += 1
    once = [item for item in verdicts if not item.recurring]
    office = Counter(item.office_cell for item in once if item.office_cell)
    headings = {row.key for row in index.programme.indicators if row.kind is IndicatorKind.HEADER}
    rows = Counter(HEADING if item.indicator in headings else item.status.value for item in indicators)
    return Totals(
        once=_statuses(item.status for item in once),
        recurring=_statuses(item.status for item in verdicts if item.recurring),
        office={cell.value: office[cell.value] for cell in OfficeCell},
        indicators=dict(sorted(rows.items())),
        by_theme={code: dict(sorted(counts.items())) for code, counts in by_theme.items()},
    )


@dataclass(slots=True)
class _Tally:
    """One body's counts while they are being made."""

    lead: Counter[str] = field(default_factory=Counter)
    co_lead: Counter[str] = field(default_factory=Counter)
    partner: Counter[str] = field(default_factory=Counter)
    recurring: Counter[str] = field(default_factory=Counter)
    due: int = 0
    due_done_in_time: int = 0
    filed: int = 0
    verified: int = 0
    open_codes: dict[str, None] = field(default_factory=dict)


def agency_totals(verdicts: Sequence[TaskVerdict], index: FactsIndex) -> tuple[AgencyTotals, ...]:
    """Return the counts of every body that leads, shares the lead or takes part, sorted by code.

    A body leads what is its own part (sole lead, or each lead its own) and co-leads what it
    answers for with others. `due` are its parts with one due date that lies before the facts'
    day; what was replaced or cannot be measured is in no denominator.
    """
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    tasks: Mapping[str, Task] = {task.code: task for task in index.programme.tasks}
    for verdict in verdicts:
        task = tasks[verdict.task]
        parts = verdict.assignments or _as_one(task, verdict, index)
        for part in parts:
            _count_part(task, verdict, part, tallies, index)
        _count_partners(task, verdict, tallies, index)
    _count_evidence(tallies, index)
    return tuple(_totals(code, tally) for code, tally in sorted(tallies.items()))


def _as_one(task: Task, verdict: TaskVerdict, index: FactsIndex) -> tuple[AssignmentVerdict, ...]:
    """Return replaced and unmeasurable tasks as one assignment, so that each lead counts them."""
    holders = index.bodies.parts(task.leads, task=task.code, due=None).holders
    if task.mode is Mode.EACH_LEAD:
        return tuple(AssignmentVerdict((code,), verdict.status, verdict.reason) for code in holders)
    return (AssignmentVerdict(holders, verdict.status, verdict.reason),)


def _count_part(
    task: Task,
    verdict: TaskVerdict,
    part: AssignmentVerdict,
    tallies: Mapping[str, _Tally],
    index: FactsIndex,
) -> None:
    for code in part.agencies:
        tally = tallies[code]
        if verdict.recurring:
            tally.recurring[part.status.value] += 1
        else:
            (tally.lead if len(part.agencies) == 1 else tally.co_lead)[part.status.value] += 1
        if part.status in _OUTSIDE_SHARES:
            continue
        if part.status is not Status.DONE:
            tally.open_codes[task.code] = None
        if not verdict.recurring and part.due is not None and part.due < index.as_of:
            tally.due += 1
            tally.due_done_in_time += part.status is Status.DONE and part.days_late == 0


def _count_partners(
    task: Task, verdict: TaskVerdict, tallies: Mapping[str, _Tally], index: FactsIndex
) -> None:
    if verdict.recurring or not task.coordinators:
        return
    leading = {code for part in verdict.assignments for code in part.agencies}
    for code in index.bodies.parts(task.coordinators, task=task.code, due=verdict.due).holders:
        if code not in leading:
            tallies[code].partner[verdict.status.value] += 1


def _count_evidence(tallies: Mapping[str, _Tally], index: FactsIndex) -> None:
    for own in index.of.values():
        for body, (filed, verified) in own.filed.items():
            tallies[body].filed += filed
            tallies[body].verified += verified
    for piece in index.facts.evidence:
        if piece.task not in index.of and piece.agency and known_filed(piece, index.as_of):
            tally = tallies[index.bodies.holder(piece.agency, task=piece.task)]
            tally.filed += 1
            tally.verified += known_verified(piece, index.as_of)


def _statuses(found: Iterable[Status]) -> dict[str, int]:
    counts = Counter(item.value for item in found)
    return {status.value: counts[status.value] for status in Status if counts[status.value]}


def _totals(code: str, tally: _Tally) -> AgencyTotals:
    return AgencyTotals(
        agency=code,
        lead=dict(sorted(tally.lead.items())),
        co_lead=dict(sorted(tally.co_lead.items())),
        partner=dict(sorted(tally.partner.items())),
        due=tally.due,
        due_done_in_time=tally.due_done_in_time,
        evidence_filed=tally.filed,
        evidence_verified=tally.verified,
        open_codes=tuple(tally.open_codes),
        recurring=dict(sorted(tally.recurring.items())),
    )
