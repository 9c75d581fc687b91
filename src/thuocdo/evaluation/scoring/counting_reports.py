"""Punctuality of reports: what each body owed in each closed cycle, and what came in time."""

from collections.abc import Iterable, Iterator
from datetime import date

from thuocdo.cycles.calendar import preset
from thuocdo.cycles.handled import EarlierReport
from thuocdo.cycles.owing import Owers, owed_on, proofs_of
from thuocdo.cycles.types import Report, State
from thuocdo.evaluation.rules.bodies import Bodies
from thuocdo.evaluation.rules.index import Records
from thuocdo.evaluation.scoring.counts import Count
from thuocdo.evaluation.types import Facts
from thuocdo.programme.types import Task

_HEARD = frozenset({State.SENT, State.VERIFIED, State.RETURNED})


class Reporting:
    """The cycles whose reports were due by the facts' day, and who owes them."""

    def __init__(self, facts: Facts) -> None:
        calendar = {each.code: preset(each, frozenset(facts.holidays)) for each in facts.programme.cycles}
        calendar |= {each.code: each for each in facts.handled.cycles}
        self.programme = facts.programme
        self.cycles = tuple(each for each in calendar.values() if each.due_on < facts.as_of)
        self.days = {each.code: each.due_on for each in self.cycles}
        self.owers = Owers(facts.register, facts.as_of)


def of_reports(
    task: Task, records: Records, earlier: Iterable[EarlierReport], asked: Reporting, bodies: Bodies
) -> Iterator[tuple[str, Count]]:
    """Yield the reports due on one task, and those received in time.

    The first version decides whether it was in time: who corrects a report does not make it late.
    """
    first = _first_received(
        task, (*(each for each in records.reports if each.state in _HEARD), *earlier), bodies
    )
    proofs = proofs_of(records.evidence).get(task.code, [])
    for body, cycle in owed_on(task, asked.cycles, asked.programme, asked.owers, proofs):
        last = asked.days[cycle]
        yield body, Count("reports.due", last)
        received = first.get((body, cycle))
        if received is not None and received <= last:
            yield body, Count("reports.in_time", last)


def of_returned(
    earlier: Iterable[EarlierReport], asked: Reporting, bodies: Bodies
) -> Iterator[tuple[str, Count]]:
    """Yield the reports that were returned."""
    for each in earlier:
        if each.returned_on is not None and each.cycle in asked.days:
            yield (
                bodies.holder(each.agency, task=each.task),
                Count("reports.returned", asked.days[each.cycle]),
            )


def _first_received(
    task: Task, reports: Iterable[Report | EarlierReport], bodies: Bodies
) -> dict[tuple[str, str], date]:
    """Return the day on which the first report on a task came from each body in each cycle."""
    found: dict[tuple[str, str], date] = {}
    for each in reports:
        key = (bodies.holder(each.agency, task=task.code), each.cycle)
        found[key] = min(found.get(key, each.received_on), each.received_on)
    return found
