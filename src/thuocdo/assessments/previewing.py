"""What a set would do before it is proposed or frozen: its spread on invented units, and who would move."""

from dataclasses import dataclass
from datetime import date

from thuocdo.assessments import queries, results
from thuocdo.assessments.rules import SCORED, inputs_for
from thuocdo.assessments.tables import table_of
from thuocdo.assessments.types import Change, SetVersion, Side
from thuocdo.core.actor import Actor
from thuocdo.evaluation.scoring.engine import score
from thuocdo.evaluation.scoring.loading import load_set
from thuocdo.evaluation.scoring.simulating import Simulation, random_table, simulate
from thuocdo.evaluation.scoring.types import CriteriaSet
from thuocdo.evaluation.scoring.versions import moved


@dataclass(frozen=True, slots=True)
class Preview:
    """A set that was read, what it makes of invented units, and whom it would move.

    `before` is the frozen version that it would follow, None for a new set; `period` the last one that
    was assessed under it, `units` how many units stand in it, `seen` whether the person sees all of them.
    """

    criteria_set: CriteriaSet
    simulation: Simulation
    before: SetVersion | None = None
    period: str = ""
    units: int = 0
    changes: tuple[Change, ...] = ()


def preview(data: bytes, *, by: Actor) -> Preview:
    """Return what a file would do; raises Invalid with every fault and its line.

    The set reads only what its author may see, and only such units are shown as moving.
    """
    return preview_of(load_set(data, inputs=inputs_for(by)), by=by)


def preview_of(given: CriteriaSet, *, by: Actor) -> Preview:
    """Return what a set would do, on the last period that was assessed under its frozen version."""
    simulation = simulate(given, random_table(given))
    before = next((each for each in queries.frozen() if each.name == given.set), None)
    if before is None:
        return Preview(given, simulation)
    period, found, units = _moving(given, before, by=by)
    return Preview(given, simulation, before, period, units, found)


def _moving(given: CriteriaSet, old: SetVersion, *, by: Actor) -> tuple[str, tuple[Change, ...], int]:
    """Return the period with most verified units, whom of those seen it would move, and how many are seen.

    Scored are all units, for some scores are against others; shown are those that the person may see.
    """
    cards = {
        each.code: [card for card in queries.cards_of(old.name, periods=[each.code]) if card.state in SCORED]
        for each in queries.judged_periods(old, day=date.max)
    }
    period = max(cards, key=lambda code: (len(cards[code]), code), default="")
    if not period or not cards[period]:
        return "", (), 0
    seen = {card.unit for card in queries.cards_of(old.name, periods=[period], by=by)}
    around = results.with_period_before(old, period)
    under = results.scored_of(old, around, Side.CHECKED)
    judged = [each for each in results.counted(old, around) if each.kind in given.units]
    new = score(given, table_of(given, judged, Side.CHECKED))
    names = {each.unit: each.name for each in cards[period]}
    changes = tuple(
        Change(
            each.unit,
            names[each.unit],
            each.period,
            "" if each.old is None else str(each.old),
            "" if each.new is None else str(each.new),
            each.old_level,
            each.new_level,
        )
        for each in moved(under, new)
        if each.period == period and each.unit in seen
    )
    return period, changes, len(seen & names.keys())
