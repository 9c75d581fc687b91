"""Assessments into the table that a set is applied to: the unit's own word, or what stands after checking."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from thuocdo.assessments.questions import inputs_of, questions
from thuocdo.assessments.types import Card, Giver, Side
from thuocdo.evaluation.scoring.exact import scaled
from thuocdo.evaluation.scoring.inputs import places
from thuocdo.evaluation.scoring.kinds import Kind, Origin
from thuocdo.evaluation.scoring.sheets import parts_of
from thuocdo.evaluation.scoring.table import Cell, Table, Unit
from thuocdo.evaluation.scoring.types import CriteriaSet, Relative


def table_of(given: CriteriaSet, cards: Sequence[Card], side: Side) -> Table:
    """Return the table of assessments, in the order of units and periods; what nobody said is nothing.

    Every unit stands in every period; where it was not assessed, its row is not judged.
    """
    ordered = sorted(cards, key=lambda each: (each.period, each.unit))
    units = {each.unit: Unit(each.unit, each.kind, each.name, each.phase) for each in ordered}
    periods = tuple(dict.fromkeys(each.period for each in ordered))
    asked = questions(given)
    size = len(units) * len(periods)
    empty = set(range(size))
    columns: dict[str, list[Cell]] = {name: [None] * size for name in asked}
    declared: dict[str, dict[int, str]] = {}
    proved: dict[str, set[int]] = {}
    position = {unit: place for place, unit in enumerate(units)}
    for card in ordered:
        row = periods.index(card.period) * len(units) + position[card.unit]
        empty.discard(row)
        values = values_of(given, card, side)
        for name, question in asked.items():
            kind = question.given.kind
            if question.giver is Giver.EXPERT:
                several = [cell_of(each, kind) for each in card.experts.get(name, ())]
                columns[name][row] = tuple(each for each in several if each is not None) or None
            else:
                columns[name][row] = cell_of(values.get(name, ""), kind)
        for criterion, why in skips_of(card, side).items():
            declared.setdefault(criterion, {})[row] = why
        for criterion in proofs_of(given, card, side):
            proved.setdefault(criterion, set()).add(row)
    return Table(
        tuple(units.values()),
        periods,
        columns,
        declared,
        {criterion: frozenset(rows) for criterion, rows in proved.items()},
        {name: parts_of(each.given) for name, each in asked.items()},
        frozenset(empty),
    )


def cell_of(text: str, kind: Kind) -> int | None:
    """Return a kept value as the whole number that it is counted in; None where there is none.

    A value of an earlier version that this one could not hold counts as not given.
    """
    try:
        return scaled(Decimal(text), places(kind)) if text else None
    except ValueError:
        return None


def values_of(given: CriteriaSet, card: Card, side: Side) -> Mapping[str, str]:
    """Return every value on one side: the unit's, or the verifier's with what a dispute gave back."""
    rest = {**card.office, **card.counted}
    if side is Side.OWN:
        return {**card.own.values, **rest}
    values = {**card.own.values, **card.checked.values}
    for name in upheld_inputs(given, card):
        values[name] = card.own.values.get(name, "")
    return {**values, **rest}


def upheld_inputs(given: CriteriaSet, card: Card) -> frozenset[str]:
    """Return the inputs for which the unit was right in a dispute: a value is one for all criteria."""
    upheld = {name for name, right in card.ruling.upheld.items() if right}
    if not upheld:
        return frozenset()
    return frozenset(name for each in given.criteria if each.id in upheld for name in inputs_of(each))


def skips_of(card: Card, side: Side) -> Mapping[str, str]:
    """Return what does not apply, with the unit's reason."""
    if side is Side.OWN:
        return card.own.skipped
    return {name: why for name, why in card.own.skipped.items() if _holds(name, card.checked.applies, card)}


def proofs_of(given: CriteriaSet, card: Card, side: Side) -> frozenset[str]:
    """Return the self-assessed criteria with evidence that holds on this side."""
    held = card.own.proofs
    return frozenset(
        each.id
        for each in given.criteria
        if each.id in held
        and each.source is Origin.SELF_ASSESSED
        and (side is Side.OWN or _holds(each.id, card.checked.refused, card))
    )


def _holds(name: str, refused: Iterable[str], card: Card) -> bool:
    return name not in refused or card.ruling.upheld.get(name, False)


def compares(given: CriteriaSet) -> bool:
    """Say whether a criterion is scored against other units, so that all of them are needed."""
    scores = (rule.score for criterion in given.criteria for rule in criterion.rules)
    return any(isinstance(each, Relative) and each.to != "own_past" for each in scores)
