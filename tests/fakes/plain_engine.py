"""An engine in plain Python over rows in memory: slow and obvious; every real engine must agree with it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import add, eq, ge, gt, le, lt, mul, ne, sub
from typing import Any

from thuocdo.measurement.partials import Group, Partial, PartitionKey
from thuocdo.measurement.planning import Measure, State, TablePlan
from thuocdo.measurement.subset.sorts import parts_of
from thuocdo.measurement.subset.types import (
    Aggregate,
    Arithmetic,
    Between,
    Case,
    Coalesce,
    Column,
    Comparison,
    Emptiness,
    Expression,
    Function,
    Joined,
    Junction,
    Literal,
    Membership,
    Negation,
)

Row = Mapping[str, Any]
_SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {
    "=": eq,
    "<>": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "+": add,
    "-": sub,
    "*": mul,
}


def scan(plan: TablePlan, key: PartitionKey, revision: int, rows: Sequence[Row]) -> Partial:
    """Return the states of a partition, row by row."""
    sums: dict[Group, dict[str, Any]] = defaultdict(lambda: {one.name: 0 for one in plan.of(State.SUM)})
    sets: dict[Group, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    histograms: dict[Group, dict[str, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows:
        group = (row["agency"], *(_word(row[name]) for name in plan.dimensions))
        for measure in plan.measures:
            value = _taken(measure, row)
            if measure.state is State.SUM:
                sums[group][measure.name] += value or 0
            elif value is not None and measure.state is State.SET:
                sets[group][measure.name].add(value)
            elif value is not None:
                histograms[group][measure.name][value] += 1
    return Partial(
        key,
        revision,
        plan.fingerprint,
        dict(sums),
        {group: {name: frozenset(found) for name, found in named.items()} for group, named in sets.items()},
        {group: {name: dict(found) for name, found in named.items()} for group, named in histograms.items()},
    )


def _taken(measure: Measure, row: Row) -> Any:
    """Return what one row adds to a measure; None where its condition does not hold."""
    aggregate: Aggregate = measure.aggregate
    if aggregate.condition is not None and value(aggregate.condition, row) is not True:
        return None
    if aggregate.value is None:
        return 1
    found = value(aggregate.value, row)
    if aggregate.function is Function.COUNT:
        return None if found is None else 1
    return found


def value(node: Expression, row: Row) -> Any:
    """Return the value of an expression for a row; None is SQL's null, with its three-valued logic."""
    if isinstance(node, Column):
        return row[node.name]
    if isinstance(node, Literal):
        return node.value
    return _of_case(node, row) if isinstance(node, Case) else _of_parts(node, row)


def _of_parts(node: Expression, row: Row) -> Any:
    parts = [value(part, row) for part in parts_of(node)]
    found = parts[0]
    match node:
        case Comparison(sign, _, _) | Arithmetic(sign, _, _):
            found = _met(_SIGNS[sign], *parts)
        case Joined(junction, _):
            found = _joined(junction, parts)
        case Negation():
            found = None if found is None else not found
        case Membership(_, _, negated):
            found = None if found is None else (found in parts[1:]) is not negated
        case Between():
            found = _joined(Junction.AND, [_met(ge, found, parts[1]), _met(le, found, parts[2])])
        case Emptiness(_, negated):
            found = (found is None) is not negated
        case Coalesce():
            found = next((each for each in parts if each is not None), None)
    return found


def _of_case(node: Case, row: Row) -> Any:
    for when, then in node.branches:
        if value(when, row) is True:
            return value(then, row)
    return None if node.otherwise is None else value(node.otherwise, row)


def _met(sign: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    return None if left is None or right is None else sign(left, right)


def _joined(junction: Junction, found: list[Any]) -> Any:
    decisive = junction is Junction.OR
    if decisive in found:
        return decisive
    return None if None in found else not decisive


def _word(found: Any) -> str:
    return found if isinstance(found, str) else str(found).lower()
