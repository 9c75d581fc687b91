"""Addresses of the evaluation room: tasks and indicators with their statuses and verdicts."""

from collections.abc import Mapping
from typing import Any

import msgspec
from django.http import HttpRequest
from ninja import Query, Router

from thuocdo.api.asking import Day, IndicatorsAsked, TasksAsked, known_on, part
from thuocdo.api.programme import about
from thuocdo.api.schemas import Indicators, OneIndicator, OneTask, Tasks
from thuocdo.config.current import Known
from thuocdo.core.errors import NotFound
from thuocdo.core.messages import Reason
from thuocdo.evaluation.reasons import sentence
from thuocdo.evaluation.types import AssignmentVerdict, IndicatorVerdict, TargetVerdict, TaskVerdict
from thuocdo.programme.types import Indicator, Task

router = Router(tags=["evaluation"])


@router.get("/programmes/{slug}/tasks", response=Tasks, summary="Tasks with their statuses")
def tasks(request: HttpRequest, slug: str, asked: Query[TasksAsked]) -> Mapping[str, Any]:  # noqa: ARG001  ninja's form
    """Return the tasks in the order of the document."""
    known = known_on(slug, asked.as_of)
    pairs = zip(known.facts.programme.tasks, known.verdicts.tasks, strict=True)
    rows = [
        _task(task, verdict)
        for task, verdict in pairs
        if asked.theme in {None, task.theme}
        and asked.status in {None, verdict.status}
        and (asked.agency is None or asked.agency in _bodies(task, verdict))
    ]
    return about(known, **part(rows, asked))


@router.get("/programmes/{slug}/tasks/{code}", response=OneTask, summary="One task with everything filed")
def task(request: HttpRequest, slug: str, code: str, asked: Query[Day]) -> Mapping[str, Any]:  # noqa: ARG001  ninja's form
    """Return what the task asks for, each body's part, the evidence and the reports."""
    known = known_on(slug, asked.as_of)
    for found, verdict in zip(known.facts.programme.tasks, known.verdicts.tasks, strict=True):
        if found.code == code:
            return about(known, item=_task_detail(known, found, verdict))
    raise NotFound(f"There is no task {code} in {slug}.", hint=f"See /api/v1/programmes/{slug}/tasks.")


@router.get("/programmes/{slug}/indicators", response=Indicators, summary="Indicators with their verdicts")
def indicators(request: HttpRequest, slug: str, asked: Query[IndicatorsAsked]) -> Mapping[str, Any]:  # noqa: ARG001  ninja's form
    """Return the indicator rows in the order of the document."""
    known = known_on(slug, asked.as_of)
    rows = [
        _indicator(row, verdict)
        for row, verdict in _rows(known)
        if asked.status in {None, verdict.status}
        and asked.horizon in {None, row.horizon}
        and (asked.agency is None or asked.agency in row.monitors)
    ]
    return about(known, **part(rows, asked))


@router.get(
    "/programmes/{slug}/indicators/{key}", response=OneIndicator, summary="One indicator with its values"
)
def indicator(request: HttpRequest, slug: str, key: str, asked: Query[Day]) -> Mapping[str, Any]:  # noqa: ARG001  ninja's form
    """Return a row by code@horizon, or by its code alone, with targets and every known value."""
    known = known_on(slug, asked.as_of)
    for row, verdict in _rows(known):
        if key in {row.key, row.code}:
            return about(known, item=_indicator_detail(known, row, verdict))
    raise NotFound(
        f"There is no indicator {key} in {slug}.", hint=f"See /api/v1/programmes/{slug}/indicators."
    )


def _rows(known: Known) -> list[tuple[Indicator, IndicatorVerdict]]:
    verdicts = {verdict.indicator: verdict for verdict in known.verdicts.indicators}
    return [(row, verdicts[row.key]) for row in known.facts.programme.indicators]


def _bodies(task: Task, verdict: TaskVerdict) -> set[str]:
    """Return who is named for a task and who answers for it today."""
    return {
        *task.leads,
        *task.coordinators,
        *(code for part in verdict.assignments for code in part.agencies),
    }


def _because(reason: Reason | None) -> dict[str, Any] | None:
    if reason is None:
        return None
    words = {language: sentence(reason, language) for language in ("vi", "en")}
    return {"code": reason.code, "params": dict(reason.params), **words}


def _task(task: Task, verdict: TaskVerdict) -> dict[str, Any]:
    return {
        "code": task.code,
        "theme": task.theme,
        "name_vi": task.name_vi,
        "name_en": task.name_en,
        "leads": task.leads,
        "coordinators": task.coordinators,
        "deadline": msgspec.to_builtins(task.deadline),
        "mode": task.mode,
        "rhythm": task.rhythm,
        "status": verdict.status,
        "reason": _because(verdict.reason),
        "due": verdict.due,
        "done_on": verdict.done_on,
        "days_late": verdict.days_late,
        "overdue": verdict.overdue,
        "claimed_without_proof": verdict.claimed_without_proof,
        "claim_reason": _because(verdict.claim_reason),
        "office_cell": verdict.office_cell,
        "recurring": verdict.recurring,
        "instance": verdict.instance,
        "run_done": verdict.run_done,
        "run_total": verdict.run_total,
        "counts": verdict.counts,
        "members_unnamed": verdict.members_unnamed,
    }


def _task_detail(known: Known, task: Task, verdict: TaskVerdict) -> dict[str, Any]:
    facts = known.facts
    return {
        **_task(task, verdict),
        "clauses": task.clauses,
        "reading_vi": task.reading_vi,
        "reading_en": task.reading_en,
        "title": task.title,
        "output": task.output,
        "components": msgspec.to_builtins(task.components),
        "assignments": [_assignment(part) for part in verdict.assignments],
        "evidence": msgspec.to_builtins([each for each in facts.evidence if each.task == task.code]),
        "reports": msgspec.to_builtins([each for each in facts.reports if each.task == task.code]),
    }


def _assignment(part: AssignmentVerdict) -> dict[str, Any]:
    return {
        "agencies": part.agencies,
        "origin": part.origin,
        "status": part.status,
        "reason": _because(part.reason),
        "due": part.due,
        "done_on": part.done_on,
        "days_late": part.days_late,
        "overdue": part.overdue,
    }


def _indicator(row: Indicator, verdict: IndicatorVerdict) -> dict[str, Any]:
    return {
        "key": row.key,
        "code": row.code,
        "horizon": row.horizon,
        "parent": row.parent,
        "name_vi": row.name_vi,
        "name_en": row.name_en,
        "kind": row.kind,
        "unit": row.unit,
        "unit_vi": row.unit_vi,
        "unit_en": row.unit_en,
        "lower_is_better": row.lower_is_better,
        "monitors": row.monitors,
        "status": verdict.status,
        "reason": _because(verdict.reason),
        "measured": verdict.measured,
        "total": verdict.total,
    }


def _indicator_detail(known: Known, row: Indicator, verdict: IndicatorVerdict) -> dict[str, Any]:
    return {
        **_indicator(row, verdict),
        "method_vi": row.method_vi,
        "method_en": row.method_en,
        "reading_vi": row.reading_vi,
        "reading_en": row.reading_en,
        "title": row.title,
        "target_text": row.target_text,
        "targets": [_target(each) for each in verdict.targets],
        "interim": [_target(each) for each in verdict.interim],
        "tasks": row.tasks,
        "clauses": row.clauses,
        "observations": msgspec.to_builtins(
            [each for each in known.facts.observations if each.indicator == row.code]
        ),
    }


def _target(verdict: TargetVerdict) -> dict[str, Any]:
    return {**msgspec.to_builtins(verdict), "reason": _because(verdict.reason)}
