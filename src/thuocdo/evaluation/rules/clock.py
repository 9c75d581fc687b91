"""Rules 5 to 8: what the calendar, reports and milestones say of an assignment that is not proved."""

from dataclasses import dataclass
from datetime import date

from thuocdo.core.dates import month_end
from thuocdo.core.messages import Reason
from thuocdo.cycles.types import Milestone, Report, Situation, State
from thuocdo.evaluation.types import Status
from thuocdo.measurement.thresholds.types import STANDARD, Thresholds
from thuocdo.programme.types import Cycle

_HEARD = frozenset({State.SENT, State.VERIFIED})


@dataclass(frozen=True, slots=True)
class Watch:
    """What rules 5 to 8 look at: the time given, and what was heard of the assignment by `as_of`.

    `has_draft` is true when part of the required evidence has been filed.
    """

    as_of: date
    starts_on: date
    due: date
    reports: tuple[Report, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    has_draft: bool = False
    thresholds: Thresholds = STANDARD


def heard(reports: tuple[Report, ...], as_of: date) -> tuple[Report, ...]:
    """Return the reports that had been sent and stood by that day, oldest first."""
    known = [item for item in reports if item.state in _HEARD and item.received_on <= as_of]
    return tuple(sorted(known, key=lambda item: (item.received_on, item.id)))


def open_status(watch: Watch) -> tuple[Status, Reason]:
    """Return late, at risk, on track or within time, with the first reason that holds."""
    if watch.as_of > watch.due:
        days = (watch.as_of - watch.due).days
        return Status.LATE, Reason("late", {"days": str(days), "due": watch.due.isoformat()})
    for rule in (_expected_after_due, _obstacle, _no_report, _milestone_missed, _no_draft, _no_plan):
        reason = rule(watch)
        if reason is not None:
            return Status.AT_RISK, reason
    return _on_track(watch) or (
        Status.WITHIN_TIME,
        Reason("within_time", {"due": watch.due.isoformat(), "days": str((watch.due - watch.as_of).days)}),
    )


def _expected_after_due(watch: Watch) -> Reason | None:
    dated = [item.expected_on for item in watch.reports if item.expected_on is not None]
    if not dated or dated[-1] <= watch.due:
        return None
    params = {"expected": dated[-1].isoformat(), "due": watch.due.isoformat()}
    return Reason("risk_expected_after_due", params)


def _obstacle(watch: Watch) -> Reason | None:
    latest = watch.reports[-1] if watch.reports else None
    if latest is None or not (latest.obstacle or latest.situation is Situation.OBSTACLE):
        return None
    since = latest.obstacle_since or latest.received_on
    days = (watch.as_of - since).days
    if days <= watch.thresholds.obstacle_days:
        return None
    return Reason("risk_obstacle", {"since": since.isoformat(), "days": str(days)})


def closed_cycles(watch: Watch) -> list[Cycle]:
    """Return the cycles whose reports were due by `as_of` and that ran while the task did."""
    closed = [
        item for item in watch.cycles if item.due_before <= watch.as_of and item.ends_on >= watch.starts_on
    ]
    return sorted(closed, key=lambda item: item.due_before)


def _no_report(watch: Watch) -> Reason | None:
    closed = closed_cycles(watch)
    if not closed or any(item.cycle == closed[-1].code for item in watch.reports):
        return None
    return Reason("risk_no_report", {"cycle": closed[-1].code, "closed": closed[-1].due_before.isoformat()})


def _verified(item: Milestone, as_of: date) -> bool:
    return item.verified_on is not None and item.verified_on <= as_of


def _milestone_missed(watch: Watch) -> Reason | None:
    missed = [i for i in watch.milestones if i.due_on < watch.as_of and not _verified(i, watch.as_of)]
    if not missed:
        return None
    first = min(missed, key=lambda item: (item.due_on, item.id))
    return Reason("risk_milestone", {"name": first.name, "due": first.due_on.isoformat()})


def _no_draft(watch: Watch) -> Reason | None:
    given = (watch.due - watch.starts_on).days
    used = (watch.as_of - watch.starts_on).days
    drafted = watch.has_draft or any(item.has_draft for item in watch.reports)
    if drafted or given <= 0 or used < watch.thresholds.draft_share * given:
        return None
    return Reason("risk_no_draft", {"share": str(used * 100 // given), "due": watch.due.isoformat()})


def _no_plan(watch: Watch) -> Reason | None:
    planned = watch.milestones or any(item.has_plan for item in watch.reports)
    ahead = _months_later(watch.as_of, watch.thresholds.plan_months)
    if planned or not closed_cycles(watch) or watch.due <= ahead:
        return None
    return Reason("risk_no_plan", {"due": watch.due.isoformat()})


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = month_end(year, month + 1)
    return last.replace(day=min(day.day, last.day))


def _on_track(watch: Watch) -> tuple[Status, Reason] | None:
    """Find the last milestone due; an earlier rule has refused one missed, and today is not over."""
    due = [i for i in watch.milestones if i.due_on <= watch.as_of and _verified(i, watch.as_of)]
    if not due:
        return None
    last = max(due, key=lambda item: (item.due_on, item.id))
    return Status.ON_TRACK, Reason("on_track", {"name": last.name, "due": last.due_on.isoformat()})
