"""Puts partials together: from bodies up to the nation, from months to longer periods, exactly.

This is the meaning; an engine that stores partials may do the same faster and must agree with it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from thuocdo.measurement.months import Month, Period
from thuocdo.measurement.partials import Group, Ledger, Number, Partial, PartitionKey
from thuocdo.measurement.places import Tree
from thuocdo.measurement.planning import Measure, State, TablePlan

TreeOf = Callable[[Month], Tree]


@dataclass(frozen=True, slots=True)
class RolledUp:
    """The numbers of every unit and every word of the dimensions, and the partitions they come from."""

    numbers: Mapping[Group, Mapping[str, Number]]
    partitions: tuple[tuple[PartitionKey, int], ...]

    def of(self, unit: str, measure: str, where: Mapping[int, str] | None = None) -> Number | None:
        """Return the number of a unit over all its cells, or None when it has no rows at all.

        Only for sums: a set or a histogram is asked for at the grain at which it was rolled up.
        """
        if not where and (unit,) in self.numbers:
            return self.numbers[unit,][measure]
        found = [
            self.numbers[group][measure]
            for group in self.numbers
            if group[0] == unit and all(group[place] == word for place, word in (where or {}).items())
        ]
        return sum(found) if found else None


def roll_up(
    plan: TablePlan, ledger: Ledger, period: Period, tree_of: TreeOf, dimensions: Iterable[str] = ()
) -> RolledUp:
    """Return every measure of a plan for every unit of the tree, by the dimensions asked for."""
    partials = ledger.chosen(plan.table, period, plan.fingerprint)
    kept = [1 + plan.dimensions.index(name) for name in dimensions]
    together = _Together(plan, kept)
    for partial in partials:
        together.add(partial, tree_of(partial.key.month))
    return RolledUp(together.numbers(), tuple((partial.key, partial.revision) for partial in partials))


def exact_quantile(histogram: Mapping[int, int], part: Decimal) -> int | None:
    """Return the smallest value that at least this part of the values does not exceed."""
    total = sum(histogram.values())
    if not total:
        return None
    wanted = max(1, int((part * total).to_integral_value(rounding=ROUND_CEILING)))
    seen = 0
    for value in sorted(histogram):
        seen += histogram[value]
        if seen >= wanted:
            return value
    return None


class _Together:
    """Adds up partials; sets are united and histograms added before anything is counted."""

    def __init__(self, plan: TablePlan, kept: list[int]) -> None:
        self._plan, self._kept = plan, kept
        self._sums: dict[Group, dict[str, Number]] = defaultdict(lambda: defaultdict(int))
        self._sets: dict[Group, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._histograms: dict[Group, dict[str, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))

    def add(self, partial: Partial, tree: Tree) -> None:
        """Add one partition for every unit on each body's line."""
        for group, sums in partial.sums.items():
            for unit in self._units(group, tree):
                into = self._sums[unit]
                for name, number in sums.items():
                    into[name] += number
        for group, sets in partial.sets.items():
            for unit in self._units(group, tree):
                for name, members in sets.items():
                    self._sets[unit][name] |= members
        for group, histograms in partial.histograms.items():
            for unit in self._units(group, tree):
                for name, histogram in histograms.items():
                    self._histograms[unit][name].update(histogram)

    def numbers(self) -> dict[Group, dict[str, Number]]:
        """Return one number for every measure; a quantile of nothing is left out."""
        return {group: self._of(group) for group in sorted(self._sums)}

    def _of(self, group: Group) -> dict[str, Number]:
        found: dict[str, Number] = {}
        for measure in self._plan.measures:
            number = self._number(group, measure)
            if number is not None:
                found[measure.name] = number
        return found

    def _number(self, group: Group, measure: Measure) -> Number | None:
        if measure.state is State.SUM:
            return self._sums[group][measure.name]
        if measure.state is State.SET:
            return len(self._sets[group][measure.name]) if group in self._sets else 0
        histogram = self._histograms[group][measure.name] if group in self._histograms else {}
        return exact_quantile(histogram, measure.aggregate.quantile or Decimal("0.5"))

    def _units(self, group: Group, tree: Tree) -> list[Group]:
        rest = tuple(group[place] for place in self._kept)
        return [(unit, *rest) for unit in tree.line(group[0])]
