"""What the head sees of each waiting item: what changed, what the public page will say, what to look at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from thuocdo.config.current import Known
from thuocdo.core.actor import Actor
from thuocdo.core.messages import Reason
from thuocdo.cycles.approvals import ForHead
from thuocdo.cycles.checks import warnings
from thuocdo.cycles.types import Report
from thuocdo.evaluation.preview import preview
from thuocdo.evaluation.types import AssignmentVerdict, Facts, TaskVerdict
from thuocdo.programme.types import Task
from thuocdo.web import deskwords
from thuocdo.web.examining import Uses, offered

_COMPARED = (
    "situation",
    "expected_on",
    "obstacle",
    "obstacle_since",
    "has_draft",
    "has_plan",
    "allocated",
    "disbursed",
)

Part = AssignmentVerdict | TaskVerdict

FIELDS = ("situation", "expected_on", "obstacle", "public_sentence", "text", "files")
"""The fields on which a head puts what is wrong."""

EVIDENCE_FIELDS = frozenset({"text", "files"})
"""Those of them that belong to a piece of evidence."""


@dataclass(frozen=True, slots=True)
class Change:
    """One cell of the report: what it said last period and what it says now."""

    field: str
    label: str
    before: str
    now: str

    @property
    def changed(self) -> bool:
        """Say whether the two differ."""
        return self.before != self.now


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the head's list; an item without warnings may be approved together with others."""

    item: ForHead
    task: Task | None
    due: date | None
    changes: tuple[Change, ...]
    sentence: str
    sentence_before: str
    today: Part | None
    then: Part | None
    checked: Part | None
    warnings: tuple[Reason, ...]

    @property
    def key(self) -> str:
        """Return what tells the item apart on the page."""
        return self.item.ids[0]

    @property
    def clean(self) -> bool:
        """Say whether it may go with the others."""
        return self.task is not None and not self.warnings


def lines_of(items: Sequence[ForHead], known: Known, *, by: Actor) -> tuple[Line, ...]:
    """Return the items of one programme as the head reads them."""
    tasks = {task.code: task for task in known.facts.programme.tasks}
    verdicts = {verdict.task: verdict for verdict in known.verdicts.tasks}
    uses = Uses(known)
    return tuple(
        _line(item, tasks.get(item.task), verdicts.get(item.task), known, uses=uses, by=by) for item in items
    )


def _line(
    item: ForHead, task: Task | None, verdict: TaskVerdict | None, known: Known, *, uses: Uses, by: Actor
) -> Line:
    due = verdict.due if verdict else None
    found: tuple[Reason, ...] = ()
    then: Part | None = None
    checked: Part | None = None
    if task is not None:
        pieces = [offered(piece, task, known, uses=uses) for piece in item.evidence]
        found = warnings(task=task, report=item.report, before=item.before, offered=pieces, due=due)
        then, checked = _previews(item, task, known.facts, by.agency)
    return Line(
        item=item,
        task=task,
        due=due,
        changes=_changes(item.report, item.before),
        sentence=item.report.public_sentence if item.report else "",
        sentence_before=item.before.public_sentence if item.before else "",
        today=own_part(verdict, by.agency) if verdict else None,
        then=then,
        checked=checked,
        warnings=found,
    )


def own_part(verdict: TaskVerdict, agency: str) -> Part:
    """Return the body's own part of a task; the whole where it has none of its own."""
    mine = [part for part in verdict.assignments if agency in {*part.agencies, part.origin}]
    return mine[-1] if mine else verdict


def _previews(item: ForHead, task: Task, facts: Facts, agency: str) -> tuple[Part, Part | None]:
    """Return the status once sent, and the one that verification would then bring, if another."""
    narrow = _only(facts, task.code)

    def ahead(*, verified: bool) -> Part:
        found = preview(
            narrow,
            task=task.code,
            agency=agency,
            report=item.report,
            evidence=item.evidence,
            verified=verified,
        )
        return own_part(found, agency)

    then = ahead(verified=False)
    checked = ahead(verified=True) if item.evidence else then
    return then, checked if checked.status is not then.status else None


def _only(facts: Facts, task: str) -> Facts:
    """Return the facts that one task's status needs, so that forty previews stay quick."""
    return replace(
        facts,
        evidence=tuple(piece for piece in facts.evidence if piece.task == task),
        reports=tuple(report for report in facts.reports if report.task == task),
        milestones=tuple(step for step in facts.milestones if step.task == task),
        observations=(),
    )


def _changes(report: Report | None, before: Report | None) -> tuple[Change, ...]:
    if report is None:
        return ()
    found = []
    for name in _COMPARED:
        now = deskwords.cell(name, getattr(report, name))
        old = deskwords.cell(name, getattr(before, name)) if before else ""
        if now or old:
            found.append(Change(name, deskwords.label(name), old, now))
    return tuple(found)
