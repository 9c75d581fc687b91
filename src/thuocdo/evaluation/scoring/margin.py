"""How far one case more or less would move a total: small counts say less than they seem to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from thuocdo.evaluation.scoring.engine import Scored, score
from thuocdo.evaluation.scoring.kinds import Merged
from thuocdo.evaluation.scoring.sheets import read_inputs
from thuocdo.evaluation.scoring.table import Table, Unit
from thuocdo.evaluation.scoring.types import CriteriaSet, Relative, Share, Terms


@dataclass(frozen=True, slots=True)
class Margin:
    """The lowest and highest total, in the set's last place, that one case decided otherwise gives.

    `levels` are the levels that these totals have.
    """

    low: int
    high: int
    levels: tuple[str, ...]


def margins(scored: Scored) -> dict[int, Margin]:
    """Return the margin of each row that has a total; none for sets that compare units with each other.

    One case is one more or one fewer in the numerator of a share, as long as the share stays within
    0 and 100, or one more or fewer of what is only counted.
    """
    given, table = scored.criteria_set, scored.table
    if any(isinstance(rule.score, Relative) for each in given.criteria for rule in each.rules):
        return {}
    names = tuple(read_inputs(given))
    rows: list[int] = []
    columns: dict[str, list[int | None]] = {name: [] for name in names}
    for row in range(table.size):
        cells = {name: _cell(table, name, row) for name in names}
        if scored.totals[row].total < 0 or any(cell is None for cell in cells.values()):
            continue
        for changed in _one_case(given, scored, row, {n: c or 0 for n, c in cells.items()}):
            rows.append(row)
            for name in names:
                columns[name].append(changed[name])
    units = tuple(replace(_plain(table.unit_of(row)), id=f"{place}") for place, row in enumerate(rows))
    moved = score(replace(given, merged=Merged.OWN_DATA), Table(units, ("",), columns)) if rows else None
    found: dict[int, Margin] = {}
    for row in dict.fromkeys(rows):
        own, level = scored.totals[row].total, scored.levels[row][0]
        found[row] = Margin(own, own, (level,))
    for place, row in enumerate(rows):
        total = moved.totals[place].total if moved is not None else -1
        if moved is not None and total >= 0:
            before = found[row]
            levels = dict.fromkeys((*before.levels, moved.levels[place][0]))
            found[row] = Margin(min(before.low, total), max(before.high, total), tuple(levels))
    return found


def _plain(unit: Unit) -> Unit:
    return replace(unit, predecessors=(), merged_in="", last_in="")


def _cell(table: Table, name: str, row: int) -> int | None:
    cell = table.column(name)[row]
    return cell if isinstance(cell, int) else None


def _one_case(
    given: CriteriaSet, scored: Scored, row: int, cells: dict[str, int]
) -> Iterator[dict[str, int]]:
    """Yield the inputs of a row with one case of one input decided otherwise, and as they are."""
    yield cells
    unit = scored.table.unit_of(row)
    seen: set[tuple[str, int]] = set()
    for criterion in given.criteria:
        rule = criterion.rule(unit.type, unit.phase)
        if rule is None or not isinstance(rule.measure, Share):
            continue
        whole, part = _sum(rule.measure.out_of, cells), _sum(rule.measure.share, cells)
        for name in rule.measure.share.plus:
            one = scored.table.parts.get(name, 1)
            for step in (one, -one):
                fits = 0 <= part + step <= whole and cells[name] + step >= 0
                if fits and (name, step) not in seen:
                    seen.add((name, step))
                    yield {**cells, name: cells[name] + step}


def _sum(terms: Terms, cells: dict[str, int]) -> int:
    return sum(cells[name] for name in terms.plus) - sum(cells[name] for name in terms.minus)
