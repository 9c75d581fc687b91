"""Punctuality of reports: what each body owed in each closed cycle, and what came in time."""

from collections.abc import Iterator
from datetime import date

from thuocdo.cycles.calendar import preset
from thuocdo.cycles.handled import EarlierReport
from thuocdo.cycles.owing import Owers, owed_reports, proofs_of
from thuocdo.cycles.types import Report, State
from thuocdo.evaluation.rules.bodies import Bodies
from thuocdo.evaluation.scoring.counts import Count
from thuocdo.evaluation.types import Facts

_HEARD = frozenset({State.SENT, State.VERIFIED, State.RETURNED})


def of_reports(facts: Facts, bodies: Bodies) -> Iterator[tuple[str, Count]]:
    """Yield the reports due, those received in time, and those that were returned.

    The first version decides whether it was in time: who corrects a report does not make it late.
    """
    calendar = {each.code: preset(each, frozenset(facts.holidays)) for each in facts.programme.cycles}
    calendar |= {each.code: each for each in facts.handled.cycles}
    cycles = tuple(each for each in calendar.values() if each.due_on < facts.as_of)
    days = {each.code: each.due_on for each in cycles}
    first = _first_received(facts, bodies)
    owed = owed_reports(
        facts.programme, cycles, Owers(facts.register, facts.as_of), proofs_of(facts.evidence)
    )
    for (body, cycle), tasks in owed.items():
        for task in tasks:
            yield body, Count("reports.due", days[cycle])
            received = first.get((task, body, cycle))
            if received is not None and received <= days[cycle]:
                yield body, Count("reports.in_time", days[cycle])
    for each in facts.handled.earlier:
        if each.returned_on is not None and each.cycle in days:
            yield bodies.holder(each.agency, task=each.task), Count("reports.returned", days[each.cycle])


def _first_received(facts: Facts, bodies: Bodies) -> dict[tuple[str, str, str], date]:
    """Return the day on which the first report of each task came from each body in each cycle."""
    found: dict[tuple[str, str, str], date] = {}
    everything: list[Report | EarlierReport] = [each for each in facts.reports if each.state in _HEARD]
    everything += facts.handled.earlier
    for each in everything:
        key = (each.task, bodies.holder(each.agency, task=each.task), each.cycle)
        day = each.received_on
        found[key] = min(found.get(key, day), day)
    return found
