"""How long a large set takes over a large table, and how little is scored anew after one changed value."""

import argparse
import random
import sys
import time
from decimal import Decimal

from thuocdo.evaluation.scoring.engine import rescored, score
from thuocdo.evaluation.scoring.explaining import explain
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.loading import load_set
from thuocdo.evaluation.scoring.table import Table, Unit

SECONDS = 2.0

HEAD = """format: 1
set: bench
version: 1
title: Bộ tiêu chí đo tốc độ
source: {document: none, certainty: ours, note: Dữ liệu ngẫu nhiên}
standing: illustrative
author: thuocdo
period: month
units: [commune]
total: %(total)s
not_applicable: {rescale: pillar, at_most: 50}
"""

SHARE = "{share: done%(n)s, out_of: due%(n)s, at_least: 5}"
STEPS = (
    "{by: steps, bands: [{from: 100, points: 10}, {from: 90, below: 100, points: 8},"
    " {from: 80, below: 90, points: 6}, {from: 70, below: 80, points: 4}, {below: 70, points: 0}]}"
)
KINDS = (
    ("computed", SHARE, "{by: linear, full_at: 85, floor: 60}"),
    ("computed", SHARE, STEPS),
    ("self_assessed", "{value: done%(n)s}", "{by: count, each: 0.5}"),
    ("computed", SHARE, "{by: linear, zero_at: 20, full_at: 100}"),
    ("computed", "{value: due%(n)s - done%(n)s}", "{by: linear, zero_at: 40, full_at: 0}"),
    ("computed", "{value: done%(n)s}", "{by: relative, to: best}"),
    ("computed", SHARE, "{by: relative, to: median, zero_at: 0.5, full_at: 1.5}"),
    ("computed", "{value: done%(n)s}", "{by: relative, to: own_past, zero_at: 0.9, full_at: 1.1}"),
    ("computed", "{mean: [done%(n)s, due%(n)s]}", "{by: linear, full_at: 50}"),
    ("computed", SHARE, STEPS),
)


def the_set(criteria: int) -> str:
    """Return the text of a set that uses every function, ten points for each criterion."""
    lines = [HEAD % {"total": 10 * criteria}, "inputs:"]
    for n in range(criteria):
        lines += [f"  {name}{n}: {{title: {name}, kind: count}}" for name in ("done", "due")]
    lines.append("pillars:")
    for first in range(0, criteria, 10):
        own = range(first, min(criteria, first + 10))
        lines.append(f"- {{id: P{first}, title: Nhóm, points: {10 * len(own)}, criteria: [")
        for n in own:
            source, measure, function = KINDS[n % 10]
            # What is handed in is no value of this system, so nothing here is "computed" in its sense.
            source = "self_assessed" if source == "computed" else source
            better = ", better: less" if "full_at: 0}" in function else ""
            skip = f", not_applicable: {{when_zero: due{n}}}" if n % 3 == 0 or "due" not in measure else ""
            lines.append(
                f"  {{id: C{n}, title: Tiêu chí {n}, points: 10, source: {source}, evidence: Văn bản,"
                f" measure: {measure % {'n': n}}, score: {function}{better}{skip}}},"
            )
        lines.append("  ]}")
    return "\n".join(lines)


def the_table(criteria: int, units: int, periods: int, seed: int) -> Table:
    """Return random counts, one value in fifty missing, with evidence for nearly everything."""
    dice = random.Random(seed)  # noqa: S311  a repeatable sample, no secret
    size = units * periods
    columns: dict[str, list[int | None]] = {}
    for n in range(criteria):
        due = [dice.randrange(0, 60) for _ in range(size)]
        columns[f"due{n}"] = due
        done = [dice.randint(0, each) for each in due]
        columns[f"done{n}"] = [None if dice.randrange(50) == 0 else each for each in done]
    every = frozenset(range(size)) - frozenset(range(0, size, 97))
    return Table(
        units=tuple(Unit(f"u{n}", UnitType.COMMUNE) for n in range(units)),
        periods=tuple(f"2026-{n + 1:02}" for n in range(periods)),
        columns=columns,
        proved={f"C{n}": every for n in range(criteria)},
    )


def main() -> None:
    """Print one `name: value` line for each figure; fail when it takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=3400)
    parser.add_argument("--criteria", type=int, default=60)
    parser.add_argument("--periods", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    started = time.perf_counter()
    given = load_set(the_set(asked.criteria).encode())
    print(f"score_load_seconds: {time.perf_counter() - started:.3f}")
    table = the_table(asked.criteria, asked.units, asked.periods, asked.seed)
    took, used = [], []
    for _ in range(3):
        started, ticks = time.perf_counter(), time.process_time()
        scored = score(given, table)
        took.append(time.perf_counter() - started)
        used.append(time.process_time() - ticks)
    print(f"score_rows: {table.size * asked.criteria}")
    print(f"score_seconds: {min(took):.2f}")
    print(f"score_processor_seconds: {min(used):.2f}")
    started = time.perf_counter()
    explain(scored, 7)
    print(f"explain_seconds: {time.perf_counter() - started:.4f}")
    changed = 5
    started = time.perf_counter()
    fresh, change = rescored(scored, "done1", 11, changed)
    print(f"rescored_after_one_change: {change.criteria}")
    print(f"rescored_rows: {change.rows}")
    print(f"rescore_seconds: {time.perf_counter() - started:.4f}")
    same = fresh.totals == score(given, table.with_cell("done1", 11, changed)).totals
    print(f"rescored_equals_scored_anew: {same}")
    print(f"score_mean_total: {_mean([each.total for each in scored.totals if each.total >= 0])}")
    sys.exit(min(took) > SECONDS or not same)


def _mean(totals: list[int]) -> Decimal:
    return round(Decimal(sum(totals)) / len(totals) / 100, 2)


if __name__ == "__main__":
    main()
