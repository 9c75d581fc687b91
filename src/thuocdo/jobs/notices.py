"""The work of notices: gather what the day is made of, decide, write it down, deliver."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from thuocdo.config.current import Known, known
from thuocdo.core.dates import local_day
from thuocdo.core.errors import NotFound
from thuocdo.core.workdays import holidays
from thuocdo.cycles.notices import queries
from thuocdo.cycles.notices.days import MORNING
from thuocdo.cycles.notices.delivery import Clock, Delivered, Spoken, deliver
from thuocdo.cycles.notices.making import Run, make, remembered
from thuocdo.cycles.notices.owing import periods
from thuocdo.cycles.notices.ports import Channels
from thuocdo.cycles.notices.rules import due_notices
from thuocdo.cycles.notices.trail import happened, reminders_for_machines
from thuocdo.cycles.notices.types import Duty, Standing
from thuocdo.evaluation.reasons import shown_day
from thuocdo.evaluation.rules.instances import instances
from thuocdo.evaluation.types import AssignmentVerdict, Facts, Status, TaskVerdict
from thuocdo.programme import queries as programmes
from thuocdo.programme.types import Rhythm, Task

_ANSWERED = frozenset({Status.DONE, Status.CLAIMED, Status.REPLACED, Status.NOT_MEASURABLE})


def make_notices(slug: str, *, now: datetime, mail: bool) -> int:
    """Make what this moment asks for; returns the number of new notices. A second run makes none.

    `mail` says whether e-mail is switched on: without it no message is made that nobody would send.
    Refuses with Conflict when another run ended meanwhile: the next one goes on from there.
    """
    day = local_day(now, settings.THUOCDO_ZONE)
    before = remembered(slug)
    everybody = queries.people(day)
    people = everybody if mail else tuple(replace(person, address="") for person in everybody)
    standing = standing_of(slug, day=day, risks_before=before.risks)
    if standing is None:
        return 0
    told = happened(slug, before=before, people=people, now=now)
    due = due_notices(standing, people, day)
    messages = (*told.messages, *reminders_for_machines(slug, due, people, now))
    run = Run(standing=standing, notices=(*told.notices, *due), messages=messages, trail=told.trail)
    send = now.astimezone(ZoneInfo(settings.THUOCDO_ZONE)).hour >= MORNING
    return make(run, before=before, people=people, day=day, now=now, send=send)


def deliver_messages(slug: str, channels: Channels, *, clock: Clock) -> Delivered:
    """Deliver what is due on the channels that are switched on."""
    day = local_day(clock(), settings.THUOCDO_ZONE)
    names = {each.code: (each.name_vi, each.name_en) for each in programmes.register(slug).agencies}
    spoken = Spoken(
        people={person.id: person for person in queries.people(day)},
        names=lambda code, language: names.get(code, (code, code))[language == "en"],
        day=lambda text, language: shown_day(date.fromisoformat(text), language),
        today=day,
    )
    return deliver(channels, spoken, clock=clock)


def standing_of(slug: str, *, day: date, risks_before: frozenset[tuple[str, str]] | None) -> Standing | None:
    """Return all that the notices of a day are made of; None while no programme is in force."""
    try:
        current = known(slug, as_of=day)
    except NotFound:
        return None
    return Standing(
        programme=slug,
        duties=duties_of(current),
        periods=periods(slug, day=day),
        queued=queries.queued(slug),
        returned=queries.returned(slug),
        risks_before=risks_before,
        holidays=holidays(),
    )


def duties_of(current: Known) -> tuple[Duty, ...]:
    """Return each body's part of each task, with its due day and what has come in for it.

    A body that was merged may owe the parts of several: together they are one, as open as the most open.
    """
    found: dict[tuple[str, str, date | None], Duty] = {}
    for duty in _parts(current):
        key = (duty.task, duty.agency, duty.due)
        other = found.setdefault(key, duty)
        found[key] = replace(
            duty,
            answered=duty.answered and other.answered,
            filed=duty.filed or other.filed,
            late=duty.late or other.late,
            risk=other.risk or duty.risk,
        )
    return tuple(found.values())


def _parts(current: Known) -> Iterator[Duty]:
    facts = current.facts
    tasks = {task.code: task for task in facts.programme.tasks}
    filed = {(item.task, item.agency) for item in facts.evidence}
    filed |= {(item.task, item.agency) for item in facts.reports}
    for verdict in current.verdicts.tasks:
        task = tasks[verdict.task]
        if verdict.status in {Status.REPLACED, Status.NOT_MEASURABLE}:
            continue
        for part in verdict.assignments:
            for agency in part.agencies:
                yield _duty(task, verdict, part, agency, filed)
        if task.rhythm is Rhythm.EACH_YEAR and verdict.current not in {"", verdict.instance}:
            yield from _running(task, verdict, facts)


def _duty(
    task: Task, verdict: TaskVerdict, part: AssignmentVerdict, agency: str, filed: set[tuple[str, str]]
) -> Duty:
    return Duty(
        task=task.code,
        agency=agency,
        # What recurs with the reporting period is asked for by the period's own day.
        due=None if task.rhythm is Rhythm.EACH_CYCLE else part.due or verdict.due,
        answered=part.status in _ANSWERED,
        filed=not verdict.recurring and (task.code, agency) in filed,
        late=part.status is Status.LATE,
        risk=part.reason if part.status is Status.AT_RISK else None,
    )


def _running(task: Task, verdict: TaskVerdict, facts: Facts) -> Iterator[Duty]:
    """Return the parts of this year's instance: the verdict speaks of the one that ended last."""
    running = instances(task, facts.programme, facts.as_of)[-1]
    given = {
        item.agency
        for item in facts.evidence
        if item.task == task.code and running.covers(item.issued_on or item.received_on)
    }
    done = verdict.current_status in _ANSWERED
    for agency in dict.fromkeys(agency for part in verdict.assignments for agency in part.agencies):
        answered = done or agency in given
        yield Duty(task=task.code, agency=agency, due=running.due, answered=answered, filed=answered)
