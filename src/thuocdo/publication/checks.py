"""What must be right before a publication: errors block it, warnings need a sentence."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from thuocdo.core.dates import local_day
from thuocdo.core.messages import Reason
from thuocdo.cycles.types import Evidence, Milestone, Report
from thuocdo.evaluation.types import Facts
from thuocdo.measurement.types import Observation

_Record = Evidence | Report | Milestone | Observation


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with which record."""

    where: str
    reason: Reason


def errors(facts: Facts, now: datetime) -> Iterator[Problem]:
    """Yield what blocks the publication."""
    today = local_day(now)
    if facts.as_of > today:
        days = {"as_of": facts.as_of.isoformat(), "today": today.isoformat()}
        yield Problem("as_of", Reason("as_of_in_future", days))
    yield from unmarked(facts)
    yield from _strangers(facts)
    yield from _repeated(facts)
    for each in facts.evidence:
        if each.verified_on is not None and not each.verified_by:
            yield Problem(f"evidence {each.id}", Reason("verified_without_person"))


def warnings(facts: Facts) -> Iterator[Problem]:
    """Yield what the publisher must answer with a sentence; the reason's code names it."""
    if not facts.evidence and not facts.reports:
        yield Problem("facts", Reason("nothing_reported"))
    days = [each.received_on for each in facts.evidence] + [each.received_on for each in facts.reports]
    later = sum(day > facts.as_of for day in days)
    if later:
        yield Problem("facts", Reason("received_after_as_of", {"count": str(later)}))
    if facts.illustrative and not any(each.illustrative for _, each in _records(facts)):
        yield Problem("facts", Reason("illustrative_without_records"))


def _records(facts: Facts) -> Iterator[tuple[str, _Record]]:
    for kind, found in (
        ("evidence", facts.evidence),
        ("report", facts.reports),
        ("milestone", facts.milestones),
        ("observation", facts.observations),
    ):
        for each in found:
            yield f"{kind} {each.id}", each


def unmarked(facts: Facts) -> Iterator[Problem]:
    """Yield each illustrative record of facts that are not marked illustrative."""
    if facts.illustrative:
        return
    for where, each in _records(facts):
        if each.illustrative:
            yield Problem(where, Reason("records_unmarked"))
    handled = facts.handled
    for kind, found in (
        ("head", facts.heads),
        ("turn", handled.turns),
        ("dispute", handled.disputes),
        ("earlier report", handled.earlier),
        ("note", handled.notes),
    ):
        yield from (
            Problem(f"{kind} {other.id}", Reason("records_unmarked")) for other in found if other.illustrative
        )


def _strangers(facts: Facts) -> Iterator[Problem]:
    tasks = {task.code for task in facts.programme.tasks}
    indicators = {indicator.code for indicator in facts.programme.indicators}
    bodies = {agency.code for agency in facts.register.agencies}
    # Nearly always there is none, and a look at the names alone is quick.
    records: tuple[Evidence | Report | Milestone, ...]
    records = (*facts.evidence, *facts.reports, *facts.milestones)
    known = {each.task for each in records} <= tasks and {each.agency for each in records} <= bodies
    if known and {each.indicator for each in facts.observations} <= indicators:
        return
    for where, each in _records(facts):
        task = getattr(each, "task", None)
        agency = getattr(each, "agency", None)
        code = getattr(each, "indicator", None)
        if task is not None and task not in tasks:
            yield Problem(where, Reason("unknown_task", {"task": task}))
        if agency is not None and agency not in bodies:
            yield Problem(where, Reason("unknown_agency", {"agency": agency}))
        if code is not None and code not in indicators:
            yield Problem(where, Reason("unknown_indicator", {"code": code}))


def _repeated(facts: Facts) -> Iterator[Problem]:
    for kind in (facts.evidence, facts.reports, facts.milestones, facts.observations):
        if len({each.id for each in kind}) < len(kind):
            yield from _twice(where for where, _ in _records(facts))
            break
    yield from _twice(f"task {task.code}" for task in facts.programme.tasks)
    yield from _twice(f"indicator {indicator.key}" for indicator in facts.programme.indicators)


def _twice(names: Iterable[str]) -> Iterator[Problem]:
    for name, count in Counter(names).items():
        if count > 1:
            yield Problem(name, Reason("twice"))
