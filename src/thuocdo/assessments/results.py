"""Results: the unit's own score beside the verified one, what was lost and why, and comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from thuocdo.assessments import ports, queries
from thuocdo.assessments.periods import Stretch, before, stretches
from thuocdo.assessments.questions import questions
from thuocdo.assessments.rules import SCORED
from thuocdo.assessments.tables import compares, table_of
from thuocdo.assessments.types import Card, Giver, SetVersion, Side
from thuocdo.core.actor import Actor
from thuocdo.evaluation.scoring.comparing import Middle, middle_half
from thuocdo.evaluation.scoring.engine import Scored, score
from thuocdo.evaluation.scoring.explaining import Explanation, explain
from thuocdo.evaluation.scoring.kinds import Origin, UnitType
from thuocdo.evaluation.scoring.remarks import is_small
from thuocdo.evaluation.scoring.steps import MOST, Step, next_steps
from thuocdo.evaluation.scoring.types import CriteriaSet, looks_back

_PAST = 6


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a set makes of an assessment on one side."""

    side: Side
    explanation: Explanation
    steps: tuple[Step, ...]
    small: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """A unit's total in an earlier period."""

    period: str
    total: Decimal | None
    level: str
    version: int


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that a page of results shows."""

    card: Card
    version: SetVersion
    stretch: Stretch
    own: Outcome
    checked: Outcome | None
    earlier: tuple[Earlier, ...]
    middle: Middle | None


def result(found: Card) -> Result:
    """Return the result of an assessment that the person may see."""
    known = queries.set_of(found.version)
    stretch = stretch_of(known, found.period)
    verified = found.state in SCORED
    given = known.criteria_set
    around = queries.cards_of(
        known.name, periods=_periods(given, stretch), units=() if compares(given) else [found.unit]
    )
    needed = tuple(each for each in around if each.state in SCORED or each.id == found.id)
    return Result(
        card=found,
        version=known,
        stretch=stretch,
        own=outcome(known, needed, found, Side.OWN),
        checked=outcome(known, needed, found, Side.CHECKED) if verified else None,
        earlier=_earlier(known, found),
        middle=_middle(known, found) if verified else None,
    )


def outcome(known: SetVersion, cards: Sequence[Card], found: Card, side: Side) -> Outcome:
    """Return what the set makes of one assessment among others."""
    scored = scored_of(known, cards, side)
    row = scored.table.row(found.unit, found.period)
    return Outcome(side, explain(scored, row), _own_steps(scored, row), is_small(scored, row))


def _own_steps(scored: Scored, row: int) -> tuple[Step, ...]:
    """Return the steps that the unit can take; what experts give is not its to change."""
    given = scored.criteria_set
    experts = {each.id for each in given.criteria if each.source is Origin.EXPERT}
    steps = next_steps(scored, row, most=len(given.criteria))
    return tuple(each for each in steps if each.criterion not in experts)[:MOST]


def scored_of(known: SetVersion, cards: Sequence[Card], side: Side) -> Scored:
    """Return the set applied to assessments; what this system counts is counted now where it was not yet."""
    return score(known.criteria_set, table_of(known.criteria_set, counted(known, cards), side))


def counted(known: SetVersion, cards: Sequence[Card]) -> tuple[Card, ...]:
    """Return the assessments with what this system counts; what stood at verification stays as it was."""
    names = [each.name for each in questions(known.criteria_set).values() if each.giver is Giver.SYSTEM]
    if not names:
        return tuple(cards)
    fresh: dict[str, dict[str, str]] = {}
    for period in {each.period for each in cards if each.state not in SCORED}:
        waiting = [each for each in cards if each.period == period and each.state not in SCORED]
        found = ports.counts()({each.unit for each in waiting}, stretch_of(known, period), names)
        for each in waiting:
            fresh[each.id] = {name: format(value, "f") for name, value in found.get(each.unit, {}).items()}
    return tuple(replace(each, counted=fresh[each.id]) if each.id in fresh else each for each in cards)


def bulk(
    version: SetVersion, period: str, *, by: Actor, after: str = "", limit: int
) -> tuple[tuple[tuple[Card, Outcome | None], ...], bool]:
    """Return some verified results that a person may see, in the order of units, and whether more follow.

    Scores against others are worked out among all that are verified, whoever asks; there is no rank.
    """
    units = queries.units_seen(version.name, period, by=by, after=after, limit=limit + 1)
    more, units = len(units) > limit, units[:limit]
    if not units:
        return (), False
    periods = _periods(version.criteria_set, stretch_of(version, period))
    around = queries.cards_of(
        version.name, periods=periods, units=() if compares(version.criteria_set) else units
    )
    shown = sorted(
        (each for each in around if each.period == period and each.unit in units), key=lambda card: card.unit
    )
    needed = [each for each in around if each.state in SCORED]
    if not needed:
        return tuple((each, None) for each in shown), more
    scored = scored_of(version, needed, Side.CHECKED)
    found: list[tuple[Card, Outcome | None]] = []
    for each in shown:
        if each.state not in SCORED:
            found.append((each, None))
            continue
        row = scored.table.row(each.unit, each.period)
        found.append((each, Outcome(Side.CHECKED, explain(scored, row), (), is_small(scored, row))))
    return tuple(found), more


def with_period_before(known: SetVersion, period: str) -> tuple[Card, ...]:
    """Return the verified assessments of a period, and of the one before where the set looks back."""
    periods = _periods(known.criteria_set, stretch_of(known, period))
    return tuple(each for each in queries.cards_of(known.name, periods=periods) if each.state in SCORED)


def stretch_of(known: SetVersion, period: str) -> Stretch:
    """Return the days of a period that a version judges."""
    found = stretches(known.criteria_set.period, since=known.judges_from, until=known.judges_until)
    return next(each for each in found if each.code == period)


def _periods(given: CriteriaSet, stretch: Stretch) -> tuple[str, ...]:
    if not looks_back(given):
        return (stretch.code,)
    return before(stretch, given.period).code, stretch.code


def _earlier(known: SetVersion, found: Card) -> tuple[Earlier, ...]:
    """Return the verified totals of earlier periods, the latest first, each under its own version."""
    cards = tuple(
        each
        for each in queries.cards_of_unit(known.name, found.unit)
        if each.period < found.period and each.state in SCORED
    )
    made = []
    for each in cards[:_PAST]:
        version = queries.set_of(each.version)
        given = version.criteria_set
        around = with_period_before(version, each.period) if compares(given) else cards
        told = outcome(version, around, each, Side.CHECKED).explanation
        made.append(Earlier(each.period, told.total, told.level, given.version))
    return tuple(made)


def _middle(known: SetVersion, found: Card) -> Middle | None:
    """Return where the middle half of similar units lies; nothing where there are too few."""
    periods = _periods(known.criteria_set, stretch_of(known, found.period))
    everybody = _totals(known.id, found.period, queries.mark_of(known.name, periods))
    similar = (each.total for each in everybody if (each.kind, each.phase) == (found.kind, found.phase))
    return middle_half(similar, known.criteria_set.rounding.places)


@dataclass(frozen=True, slots=True)
class _Reached:
    """What a unit reached, in the last place of its set."""

    kind: UnitType
    phase: str
    total: int


@lru_cache(maxsize=32)
def _totals(version: str, period: str, mark: tuple[int, int]) -> tuple[_Reached, ...]:  # noqa: ARG001  the mark tells when to work it out anew
    """Return every verified total of a period."""
    known = queries.set_of(version)
    cards = with_period_before(known, period)
    if not cards:
        return ()
    scored = scored_of(known, cards, Side.CHECKED)
    reached = [
        _Reached(each.kind, each.phase, scored.totals[scored.table.row(each.unit, each.period)].total)
        for each in cards
        if each.period == period
    ]
    return tuple(each for each in reached if each.total >= 0)
