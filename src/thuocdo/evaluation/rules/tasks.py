"""Status of a task by the eight rules, over all its assignments and instances."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from thuocdo.core.messages import Reason
from thuocdo.evaluation.rules.assignments import Duty, assignment_verdict
from thuocdo.evaluation.rules.index import FactsIndex, Heard
from thuocdo.evaluation.rules.instances import Instance, instances
from thuocdo.evaluation.rules.matching import fill
from thuocdo.evaluation.types import AssignmentVerdict, OfficeCell, Status, TaskVerdict
from thuocdo.programme.types import Mode, Rhythm, Task

WORST_FIRST = (
    Status.LATE,
    Status.AT_RISK,
    Status.WITHIN_TIME,
    Status.ON_TRACK,
    Status.CLAIMED,
    Status.DONE,
)
_UNMEASURABLE = frozenset({"no_output", "no_due", "no_output_no_date"})


def task_verdict(task: Task, index: FactsIndex) -> TaskVerdict:
    """Return the status of a task on the facts' day, judged once for each index."""
    own = index.of[task.code]
    if own.verdict is None:
        own.verdict = _whole(task, index)
    return own.verdict


def _whole(task: Task, index: FactsIndex) -> TaskVerdict:
    """Judge a task: rules 1 and 2 first, then its instances."""
    base = _base(task)
    begun = instances(task, index.programme, index.as_of)
    replaced = _replaced_in_time(task, begun, index.as_of)
    if replaced is not None:
        return replace(base, status=Status.REPLACED, reason=replaced)
    gap = _not_measurable(task, begun, index)
    if gap is not None:
        return replace(base, status=Status.NOT_MEASURABLE, reason=gap)
    verdict = (
        _recurring(base, task, begun, index) if base.recurring else _instance(base, task, begun[0], index)
    )
    return _replaced_late(replace(verdict, submitted_on=_submitted_on(task, index)), task, index)


def instance_verdicts(task: Task, index: FactsIndex) -> tuple[TaskVerdict, ...]:
    """Return a verdict on each instance that has begun, the oldest first.

    None where the task was replaced in time or cannot be measured: it is in no denominator.
    """
    begun = instances(task, index.programme, index.as_of)
    if _replaced_in_time(task, begun, index.as_of) or _not_measurable(task, begun, index):
        return ()
    return tuple(_instance(_base(task), task, each, index) for each in begun)


def _base(task: Task) -> TaskVerdict:
    due = task.deadline.due
    return TaskVerdict(
        task.code,
        Status.WITHIN_TIME,
        Reason(""),
        due=due,
        first_due=task.first_due or due,
        recurring=task.rhythm is not Rhythm.ONCE,
    )


def _submitted_on(task: Task, index: FactsIndex) -> date | None:
    """Return the day of the first line that says "submitted", where one output serves all."""
    if task.mode is Mode.EACH_LEAD or task.rhythm is not Rhythm.ONCE:
        return None
    offers = index.of[task.code].whole.offers
    days = [item.on for item in offers if item.refusal and item.refusal.code == "submitted_not_passed"]
    return min(days, default=None)


def _replaced_in_time(task: Task, begun: tuple[Instance, ...], as_of: date) -> Reason | None:
    """Rule 1: replaced by a later act before the (next) due date."""
    on = task.replaced_on
    if not task.replaced_by or on is None or on > as_of:
        return None
    recurring = task.rhythm is not Rhythm.ONCE
    if not recurring and begun and on > begun[0].due:
        return None
    return Reason("replaced", {"act": task.replaced_by, "on": on.isoformat()})


def _not_measurable(task: Task, begun: tuple[Instance, ...], index: FactsIndex) -> Reason | None:
    """Rule 2: no output can be named, or no due date; says who owes what by when."""
    if task.unmeasurable:
        code = task.unmeasurable if task.unmeasurable in _UNMEASURABLE else "no_measure"
    elif not task.components:
        code = "no_output"
    elif not begun:
        code = "no_cycle_yet" if task.rhythm is not Rhythm.ONCE else "no_due"
    else:
        return None
    parts = index.bodies.parts(task.leads, task=task.code, due=None)
    owners = parts.holders or parts.unnamed
    coming = [item.due_before for item in index.programme.cycles if item.due_before > index.as_of]
    params = {f"owner_{lang}": index.bodies.names(owners, lang) for lang in ("vi", "en")}
    if not coming:
        return Reason(code, params)
    return Reason(code, {**params, "by": min(coming).isoformat()})


def _instance(base: TaskVerdict, task: Task, instance: Instance, index: FactsIndex) -> TaskVerdict:
    """Judge one instance over all its assignments, once for each index."""
    judged = index.of[task.code].judged
    if instance.code not in judged:
        judged[instance.code] = _judged(base, task, instance, index)
    return judged[instance.code]


def _judged(base: TaskVerdict, task: Task, instance: Instance, index: FactsIndex) -> TaskVerdict:
    found = index.bodies.parts(task.leads, task=task.code, due=instance.due)
    verdicts = tuple(assignment_verdict(duty, index) for duty in _duties(task, instance, index))
    unnamed = bool(found.unnamed)
    moved = replace(
        base, due=instance.due, instance=instance.code, members_unnamed=unnamed, assignments=verdicts
    )
    if not found.parts and not any(item.status in {Status.DONE, Status.CLAIMED} for item in verdicts):
        names = {f"group_{lang}": index.bodies.names(found.unnamed, lang) for lang in ("vi", "en")}
        return replace(
            moved, status=Status.NOT_MEASURABLE, reason=Reason("members_not_named", names), assignments=()
        )
    summed = _sum_up(moved, verdicts, index.as_of)
    if task.mode is Mode.EVERY_COMPONENT and len(task.components) > 1:
        summed = replace(summed, counts=_component_counts(verdicts[0]))
    return replace(summed, office_cell=_office_cell(summed, index.as_of))


def _duties(task: Task, instance: Instance, index: FactsIndex) -> Iterable[Duty]:
    found = index.bodies.parts(task.leads, task=task.code, due=instance.due)
    unfilled = fill(task, ())
    if task.mode is not Mode.EACH_LEAD or len(found.parts) <= 1:
        return [Duty(task, instance, found.parts, index.of[task.code].whole, unfilled)]
    parts = index.judged(task, found.parts)
    heard = index.of[task.code].of_parts(parts)
    silent = Heard()
    return [Duty(task, instance, (part,), heard.get(part.origin, silent), unfilled) for part in parts]


def _sum_up(base: TaskVerdict, verdicts: tuple[AssignmentVerdict, ...], as_of: date) -> TaskVerdict:
    counts = Counter(item.status.value for item in verdicts)
    status = next(item for item in WORST_FIRST if counts[item.value])
    worst = max(
        (item for item in verdicts if item.status is status),
        key=lambda item: (item.days_late, item.claimed_without_proof),
    )
    claim = next((item.claim_reason for item in verdicts if item.claim_reason is not None), None)
    ends = [item.done_on for item in verdicts if item.done_on is not None]
    return replace(
        base,
        status=status,
        reason=worst.reason if len(verdicts) == 1 else _together(status, worst, verdicts, counts),
        done_on=max(ends, default=None) if status is Status.DONE else None,
        days_late=worst.days_late,
        overdue=base.due is not None and as_of > base.due and status is not Status.DONE,
        claimed_without_proof=any(item.claimed_without_proof for item in verdicts),
        claim_reason=claim,
        counts=dict(sorted(counts.items())),
    )


def _together(
    status: Status, worst: AssignmentVerdict, verdicts: tuple[AssignmentVerdict, ...], counts: Counter[str]
) -> Reason:
    total, done = len(verdicts), counts[Status.DONE.value]
    params = {"total": str(total), "done": str(done), "some": str(counts[status.value])}
    if worst.due is not None:
        params["due"] = worst.due.isoformat()
    if status is Status.DONE:
        late = sum(item.days_late > 0 for item in verdicts)
        return Reason("all_done_late" if late else "all_done", {**params, "late": str(late)})
    if status is Status.LATE:
        params["days"] = str(worst.days_late)
    return Reason(f"some_{status.value}", params)


def _component_counts(verdict: AssignmentVerdict) -> dict[str, int]:
    """Count the required parts by status; a part that is not proved shares the assignment's clock."""
    rest = Status.WITHIN_TIME if verdict.status in {Status.DONE, Status.CLAIMED} else verdict.status
    counts: Counter[str] = Counter()
    for item in verdict.components:
        waiting = Status.CLAIMED if item.filed else rest
        counts[(Status.DONE if item.on is not None else waiting).value] += 1
    return dict(sorted(counts.items()))


def _recurring(base: TaskVerdict, task: Task, begun: tuple[Instance, ...], index: FactsIndex) -> TaskVerdict:
    """Judge what recurs by its last due instance; the running one only once it is done."""
    judged = [_instance(base, task, instance, index) for instance in begun]
    ended = [item for item in judged if item.due is not None and item.due < index.as_of]
    running = judged[-1] if len(ended) < len(judged) else None
    counted = ended + ([running] if running is not None and running.status is Status.DONE else [])
    last = counted[-1] if counted else judged[-1]
    return replace(
        last,
        run_done=sum(item.status is Status.DONE for item in counted),
        run_total=len(counted),
        current=running.instance if running is not None else "",
        current_status=running.status if running is not None else None,
    )


def _replaced_late(verdict: TaskVerdict, task: Task, index: FactsIndex) -> TaskVerdict:
    """Close a task that was replaced after its due date: late, and the clock stops there."""
    on = task.replaced_on
    if not task.replaced_by or on is None or on > index.as_of or verdict.due is None:
        return verdict
    if verdict.status is not Status.LATE:
        return verdict
    days = (on - verdict.due).days
    params = {
        "act": task.replaced_by,
        "on": on.isoformat(),
        "days": str(days),
        "due": verdict.due.isoformat(),
    }
    return replace(verdict, reason=Reason("late_then_replaced", params), days_late=days)


def _office_cell(verdict: TaskVerdict, as_of: date) -> str:
    """Return the cell of the Government Office's table; claimed is not done there."""
    if verdict.status is Status.DONE:
        late = verdict.days_late > 0
        return (OfficeCell.DONE_LATE if late else OfficeCell.DONE_IN_TIME).value
    past = verdict.due is not None and as_of > verdict.due
    return (OfficeCell.OPEN_LATE if past else OfficeCell.OPEN_IN_TIME).value
