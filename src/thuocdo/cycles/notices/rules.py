"""Who is told what on a day: pure decisions over the day's standing; sentences stand in words.py."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from thuocdo.core.actor import Role
from thuocdo.core.dates import working_days_between
from thuocdo.cycles.notices.cast import Cast, day_text, listed
from thuocdo.cycles.notices.days import (
    AFTER,
    APPROVAL_LIMIT,
    HEAD_FROM,
    SOON,
    VERIFICATION_LIMIT,
    digest_monday,
    monitor_step_on,
    step_on,
)
from thuocdo.cycles.notices.types import Duty, Notice, Occasion, Owing, Period, Person, Place, Standing
from thuocdo.cycles.types import State


def due_notices(standing: Standing, people: Sequence[Person], day: date) -> tuple[Notice, ...]:
    """Return everything that has to be told on a day, in a fixed order, each key once.

    The ladder: who reports for a body; its head from seven days before when nothing was filed,
    and after the day; the monitors after the day and ten working days later. A body without
    anybody who reports is told through its head; one without a head is named to the monitors.
    """
    scene = _Scene(standing, people, day)
    found = [
        *_of_periods(scene),
        *_of_tasks(scene),
        *_of_risks(scene),
        *_of_queues(scene),
        *_of_the_week(scene),
    ]
    return tuple({notice.key: notice for notice in found}.values())


class _Scene:
    """A day with its standing and its people, parts grouped by body."""

    def __init__(self, standing: Standing, people: Sequence[Person], day: date) -> None:
        self.standing = standing
        self.cast = Cast(people)
        self.day = day
        self.duties: dict[str, list[Duty]] = defaultdict(list)
        for duty in standing.duties:
            self.duties[duty.agency].append(duty)

    def notice(
        self, what: str, person: Person, occasion: Occasion, params: Mapping[str, str], place: Place
    ) -> Notice:
        """Return a notice whose key is of this programme and person."""
        key = f"{what.replace(':', f':{self.standing.programme}:', 1)}:{person.id}"
        return Notice(key, person.id, occasion, params, place)

    def to_monitors(
        self, what: str, occasion: Occasion, params: Mapping[str, str], place: Place
    ) -> Iterator[Notice]:
        """Return the notice for each monitor."""
        for person in self.cast.monitors:
            yield self.notice(what, person, occasion, params, place)

    def monitor_step(self, due: date) -> str:
        """Return the monitors' step of this day."""
        return monitor_step_on(due, self.day, self.standing.holidays)


# 1. A reporting period's day ------------------------------------------------------------------


def _of_periods(scene: _Scene) -> Iterator[Notice]:
    for period in scene.standing.periods:
        late = tuple(each for each in period.owing if each.open > 0)
        step, again = step_on(period.due_on, scene.day), scene.monitor_step(period.due_on)
        if step is not None:
            for each in late:
                yield from _reminders_of_period(scene, period, each, step)
            yield from _nobody(scene, period, late, step)
        if again and late:
            params = {"cycle": period.code, "due": day_text(period.due_on), **_bodies(late)}
            what = f"owe:{period.code}:{again}"
            yield from scene.to_monitors(what, Occasion.BODIES_OWE, params, Place.MONITOR)


def _reminders_of_period(scene: _Scene, period: Period, owing: Owing, step: int) -> Iterator[Notice]:
    with_heads = step == AFTER or (step >= HEAD_FROM and owing.sent == 0)
    params = {
        "cycle": period.code,
        "due": day_text(period.due_on),
        "days": str((period.due_on - scene.day).days),
        "open": str(owing.open),
    }
    for person in scene.cast.of(owing.agency, with_heads=with_heads):
        what = f"cycle:{period.code}:{step}"
        yield scene.notice(what, person, Occasion.CYCLE_DUE, params, Place.WORK)


def _nobody(scene: _Scene, period: Period, late: Sequence[Owing], step: int) -> Iterator[Notice]:
    silent = [each for each in late if not scene.cast.of(each.agency, with_heads=True)]
    if silent:
        params = {"cycle": period.code, **_bodies(silent)}
        what = f"nobody:{period.code}:{step}"
        yield from scene.to_monitors(what, Occasion.NOBODY, params, Place.MONITOR)


def _bodies(owing: Sequence[Owing]) -> dict[str, str]:
    return {"bodies": ", ".join(each.agency for each in owing), "count": str(len(owing))}


# 2. Each task's own day -----------------------------------------------------------------------


def _of_tasks(scene: _Scene) -> Iterator[Notice]:
    """Remind of the tasks of one due day together: forty tasks due on one day are one line."""
    by_due: dict[date, list[Duty]] = defaultdict(list)
    for duty in scene.standing.duties:
        if duty.due is not None and not duty.answered:
            by_due[duty.due].append(duty)
    for due, duties in sorted(by_due.items()):
        step, again = step_on(due, scene.day), scene.monitor_step(due)
        if step is not None:
            yield from _reminders_of_day(scene, due, duties, step)
        if again:
            params = {"due": day_text(due), **_tasks(duties)}
            yield from scene.to_monitors(f"owed:{due}:{again}", Occasion.TASKS_OWED, params, Place.MONITOR)


def _reminders_of_day(scene: _Scene, due: date, duties: Sequence[Duty], step: int) -> Iterator[Notice]:
    by_agency: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties:
        by_agency[duty.agency].append(duty)
    days = {"due": day_text(due), "days": str((due - scene.day).days)}
    for agency, mine in sorted(by_agency.items()):
        reporters = scene.cast.of(agency, with_heads=False)
        for person in reporters:
            params = {**days, **_tasks(mine)}
            yield scene.notice(f"task:{due}:{step}", person, Occasion.TASK_DUE, params, Place.WORK)
        silent = [duty for duty in mine if step == AFTER or (step >= HEAD_FROM and not duty.filed)]
        for person in scene.cast.heads(agency) if silent else ():
            if person not in reporters:
                params = {**days, **_tasks(silent)}
                yield scene.notice(f"task:{due}:{step}", person, Occasion.TASK_DUE, params, Place.WORK)


def _tasks(duties: Sequence[Duty]) -> dict[str, str]:
    """Return the tasks' codes and their number; a task of several bodies counts once."""
    return {"tasks": listed(duty.task for duty in duties), "count": str(len({duty.task for duty in duties}))}


# 3. Early warning -----------------------------------------------------------------------------


def risks(standing: Standing) -> frozenset[tuple[str, str]]:
    """Return the parts that are at risk now, to be compared with by the next run."""
    return frozenset((duty.task, duty.agency) for duty in standing.duties if duty.risk is not None)


def _of_risks(scene: _Scene) -> Iterator[Notice]:
    if scene.standing.risks_before is None:
        return
    by_agency: dict[str, list[str]] = defaultdict(list)
    for task, agency in sorted(risks(scene.standing) - scene.standing.risks_before):
        by_agency[agency].append(task)
    for agency, tasks in by_agency.items():
        params = {"tasks": listed(tasks), "count": str(len(tasks))}
        # A later run of the same day may find others: the key names which ones these are.
        which = hashlib.sha256(params["tasks"].encode()).hexdigest()[:8]
        for person in scene.cast.of(agency, with_heads=True):
            what = f"risk:{scene.day}:{which}"
            yield scene.notice(what, person, Occasion.AT_RISK, params, Place.WORK)


# 4. What waits for a head or a verifier -------------------------------------------------------


def _of_queues(scene: _Scene) -> Iterator[Notice]:
    """Tell once for each day that passes the limit, with all that is beyond it by then."""
    by_agency: dict[str, Counter[date]] = defaultdict(Counter)
    sent: Counter[date] = Counter()
    for each in scene.standing.queued:
        waited = working_days_between(each.since, scene.day, scene.standing.holidays)
        if each.state is State.SUBMITTED and waited > APPROVAL_LIMIT:
            by_agency[each.agency][each.since] += each.count
        elif each.state is State.SENT and waited > VERIFICATION_LIMIT:
            sent[each.since] += each.count
    for agency, since in sorted(by_agency.items()):
        for person in scene.cast.heads(agency):
            what = f"approval:{max(since)}"
            yield scene.notice(what, person, Occasion.APPROVAL, _queue(since), Place.HEAD)
    if sent:
        what = f"verification:{max(sent)}"
        yield from scene.to_monitors(what, Occasion.VERIFICATION, _queue(sent), Place.VERIFY)


def _queue(since: Mapping[date, int]) -> dict[str, str]:
    return {"count": str(sum(since.values())), "since": day_text(min(since))}


# 5. The weekly summary ------------------------------------------------------------------------


def _of_the_week(scene: _Scene) -> Iterator[Notice]:
    monday = digest_monday(scene.day)
    if monday is None:
        return
    for person in scene.cast.people.values():
        for place, counts in _summaries(scene, person) if person.digest else ():
            if any(counts.values()):
                params = {name: str(count) for name, count in counts.items() if count}
                what = f"digest:{monday}:{place.name.lower()}"
                yield scene.notice(what, person, Occasion.DIGEST, params, place)


def _summaries(scene: _Scene, person: Person) -> Iterator[tuple[Place, dict[str, int]]]:
    """Return what the week asks of this person: for the own body, and for all bodies from a monitor."""
    standing = scene.standing
    if person.agency and person.roles & {Role.REPORTER, Role.HEAD}:
        waiting = _waiting(standing, State.SUBMITTED, person.agency) if Role.HEAD in person.roles else 0
        counts = _counts([duty for body in person.bodies for duty in scene.duties.get(body, ())], scene.day)
        returned = standing.returned.get(person.agency, 0)
        yield Place.WORK, {**counts, "returned": returned, "approval": waiting}
    if Role.MONITOR in person.roles:
        past = [period for period in standing.periods if period.due_on < scene.day]
        bodies = {each.agency for period in past for each in period.owing if each.open > 0}
        late = sum(duty.late for duty in standing.duties)
        verification = _waiting(standing, State.SENT, "")
        yield Place.MONITOR, {"late": late, "bodies": len(bodies), "verification": verification}


def _counts(duties: Sequence[Duty], day: date) -> dict[str, int]:
    soon = day + timedelta(days=SOON)
    unanswered = [duty for duty in duties if not duty.answered]
    return {
        "late": sum(duty.late for duty in duties),
        "soon": sum(duty.due is not None and day <= duty.due <= soon for duty in unanswered),
        "risk": sum(duty.risk is not None for duty in duties),
    }


def _waiting(standing: Standing, state: State, agency: str) -> int:
    return sum(
        each.count
        for each in standing.queued
        if each.state is state and (not agency or each.agency == agency)
    )
