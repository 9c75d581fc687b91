"""The facts of a programme as they were known on a day: what rules, pages and snapshots start from."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from thuocdo.cycles import queries as cycles
from thuocdo.cycles.matters import handling
from thuocdo.cycles.owing import with_predecessors
from thuocdo.cycles.types import Within
from thuocdo.evaluation.rules.desks import OnDesk, desks
from thuocdo.evaluation.types import Facts
from thuocdo.measurement import queries as measurement
from thuocdo.measurement.thresholds.queries import in_force_on
from thuocdo.measurement.written.queries import methods as written_methods
from thuocdo.programme import queries as programmes
from thuocdo.programme.heads.queries import terms as head_terms
from thuocdo.programme.kept import Kept
from thuocdo.programme.types import Programme, Register


def facts(slug: str, *, as_of: date) -> Facts:
    """Return everything that a status, a verdict or a total of this programme needs.

    Only what had been received (and for values: verified or published) by the end of `as_of`
    is in it, and the programme is the version in force on that day (NotFound before the first), as
    are the thresholds.
    One illustrative record makes the whole illustrative.
    """
    found = _reported(programmes.programme(slug, as_of=as_of), programmes.register(slug), as_of, None)
    observations = measurement.observations(slug, as_of=as_of)
    handled = handling.handled(slug, as_of=as_of)
    heads = head_terms(as_of=as_of)
    marked = found.illustrative or any(
        item.illustrative
        for several in (
            observations,
            handled.turns,
            handled.disputes,
            handled.earlier,
            handled.notes,
            heads,
        )
        for item in several
    )
    rows = {each.code for each in found.programme.indicators}
    return replace(
        found,
        observations=observations,
        handled=handled,
        heads=heads,
        written=written_methods(rows, as_of=as_of),
        illustrative=marked,
    )


def body_facts(slug: str, agency: str, *, as_of: date, task: str = "") -> Facts:
    """Return the facts that decide about one body's tasks, or about one of them.

    The programme in it has no other tasks and no indicators. How many records are read does not grow
    with what other bodies report on tasks that each does for itself.
    """
    programme = programmes.programme(slug, as_of=as_of)
    register = programmes.register(slug)
    mine = on_desk(programme, register, agency, as_of=as_of)
    if task:
        mine = mine.only(task)
    agencies = frozenset(with_predecessors(agency, register))
    found = _reported(programme, register, as_of, Within(mine.whole, mine.own, agencies))
    tasks = tuple(each for each in programme.tasks if each.code in mine.own | mine.whole)
    return replace(found, programme=replace(programme, tasks=tasks, indicators=()))


def on_desk(programme: Programme, register: Register, agency: str, *, as_of: date) -> OnDesk:
    """Return the tasks that a body leads or supports on a day, found once for each state of the programme."""
    found = _desks.get((programme.slug, as_of), lambda: desks(programme, register, as_of))
    return found.get(agency, OnDesk())


def _reported(programme: Programme, register: Register, as_of: date, within: Within | None) -> Facts:
    slug = programme.slug
    evidence = cycles.evidence(slug, as_of=as_of, within=within)
    reports = cycles.reports(slug, as_of=as_of, within=within)
    milestones = cycles.milestones(slug, as_of=as_of, within=within)
    marked = (
        any(item.illustrative for item in evidence),
        any(item.illustrative for item in reports),
        any(item.illustrative for item in milestones),
    )
    return Facts(
        programme=programme,
        register=register,
        as_of=as_of,
        evidence=evidence,
        reports=reports,
        milestones=milestones,
        illustrative=any(marked),
        thresholds=in_force_on(as_of),
    )


_desks: Kept[Mapping[str, OnDesk]] = Kept()
