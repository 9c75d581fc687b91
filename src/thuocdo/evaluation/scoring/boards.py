"""A set applied to what this system counted: units, their inputs in a period, points and totals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from thuocdo.core.errors import N_, NotFound
from thuocdo.evaluation.scoring import engine
from thuocdo.evaluation.scoring.counting import Counts, count
from thuocdo.evaluation.scoring.counts import Span
from thuocdo.evaluation.scoring.engine import Scored
from thuocdo.evaluation.scoring.inputs import SYSTEM
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.sheets import read_inputs
from thuocdo.evaluation.scoring.table import Table, Unit
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.evaluation.types import Facts, Verdicts
from thuocdo.programme.heads.types import HeadTerm
from thuocdo.programme.types import Agency, AgencyKind, Cycle

TYPE_OF: Mapping[AgencyKind, UnitType] = {
    AgencyKind.MINISTRY: UnitType.MINISTRY,
    AgencyKind.MINISTERIAL: UnitType.MINISTRY,
    AgencyKind.PROVINCE: UnitType.PROVINCE,
    AgencyKind.COMMUNE: UnitType.COMMUNE,
}
"""Bodies of any other kind are agencies; two types never share a table."""


@dataclass(frozen=True)
class Board:
    """One set in one period: the result of every unit, with who it is.

    `bodies` gives the body behind each unit, `terms` the term of each head.
    """

    scored: Scored
    cycle: Cycle
    bodies: Mapping[str, str]
    terms: Mapping[str, HeadTerm]

    @property
    def criteria_set(self) -> CriteriaSet:
        """Return the set."""
        return self.scored.criteria_set

    def of_type(self, kind: UnitType) -> tuple[int, ...]:
        """Return the rows of one kind of unit, in the order of their names."""
        units = self.scored.table.units
        rows = [row for row, unit in enumerate(units) if unit.type is kind]
        return tuple(sorted(rows, key=lambda row: (units[row].name, units[row].id)))


def board(
    given: CriteriaSet, facts: Facts, verdicts: Verdicts, *, period: str = "", counts: Counts | None = None
) -> Board:
    """Return what a set makes of the counts of a period; without one, of the last whose reports were due.

    A set that reads anything but counts of this system cannot be scored so: what it lacks is treated as
    the set says. Who has counted already hands the counts on.
    """
    cycle = cycle_of(facts, period)
    counts = counts or count(facts, verdicts)
    terms = {term.id: term for term in facts.heads}
    spans = dict(_spans(given, facts, cycle))
    inputs = {unit.id: counts.inputs(body, span) for unit, (body, span) in spans.items()}
    # A body that has nothing to do with the programme is left out; who headed one is always named.
    units = tuple(unit for unit in spans if inputs[unit.id] or unit.type is UnitType.HEAD)
    names = [name for name in read_inputs(given) if name in SYSTEM]
    columns = {name: [inputs[unit.id].get(name, 0) for unit in units] for name in names}
    table = Table(units, (cycle.code,), columns, illustrative=facts.illustrative)
    bodies = {unit.id: spans[unit][0] for unit in units}
    return Board(
        engine.score(given, table),
        cycle,
        bodies,
        {unit.id: terms[unit.id] for unit in units if unit.id in terms},
    )


def closed_cycles(facts: Facts) -> tuple[Cycle, ...]:
    """Return the cycles of the programme whose reports were due by the facts' day, the oldest first."""
    found = (each for each in facts.programme.cycles if each.due_before <= facts.as_of)
    return tuple(sorted(found, key=lambda each: each.due_before))


def cycle_of(facts: Facts, period: str = "") -> Cycle:
    """Return the cycle that a period names, or the last closed one; NotFound names those there are."""
    closed = closed_cycles(facts)
    if not period and closed:
        return closed[-1]
    found = next((each for each in closed if each.code == period), None)
    if found is None:
        raise NotFound(
            N_("There is no closed period {period}."),
            hint=N_("There are: {known}."),
            params={"period": period[:20], "known": ", ".join(each.code for each in closed) or "–"},
        )
    return found


def _spans(given: CriteriaSet, facts: Facts, cycle: Cycle) -> Iterator[tuple[Unit, tuple[str, Span]]]:
    """Yield each unit that a set judges in a cycle, with its body and the days that count for it."""
    whole = Span(cycle.starts_on, cycle.ends_on)
    bodies = {each.code: each for each in facts.register.agencies if each.exists_on(facts.as_of)}
    for code, body in bodies.items():
        kind = TYPE_OF.get(body.kind, UnitType.AGENCY)
        if kind in given.units:
            yield Unit(code, kind, body.name_vi), (code, whole)
    if UnitType.HEAD not in given.units:
        return
    for term in facts.heads:
        last = cycle.ends_on if term.until is None else min(cycle.ends_on, term.until - timedelta(days=1))
        first = max(cycle.starts_on, term.since)
        if term.agency in bodies and first <= last:
            span = Span(first, last, carries=False, current=term.covers(cycle.ends_on))
            yield Unit(term.id, UnitType.HEAD, _head_name(term, bodies[term.agency])), (term.agency, span)


def _head_name(term: HeadTerm, body: Agency) -> str:
    return f"{term.person}, {body.short_vi or body.name_vi}"
