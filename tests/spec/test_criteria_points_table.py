"""The table of what criteria earn and which level totals have holds."""

from decimal import Decimal

import pytest
from tests.spec.language import rows

from thuocdo.evaluation.scoring.columns import NOT_APPLICABLE
from thuocdo.evaluation.scoring.engine import score
from thuocdo.evaluation.scoring.explaining import explain
from thuocdo.evaluation.scoring.loading import load_set
from thuocdo.evaluation.scoring.sheets import read_table
from thuocdo.evaluation.scoring.totals import level_of, marks_of, plan
from thuocdo.evaluation.scoring.words import reason_words

ROWS = tuple(rows("criteria_points.md"))
KINDS = {"days": "amount", "p1": "percent", "p2": "percent", "p3": "percent", "scores": "score, most: 10"}
SET = """format: 1
set: vi-du
version: 1
title: Ví dụ
source: {{document: bảng ví dụ, certainty: ours, note: ví dụ}}
standing: draft
author: thuocdo
period: year
units: [enterprise_small]
total: {total}
rounding: {{places: {places}}}
not_applicable: {{at_most: 100}}
{inputs}pillars:
  - {{id: A, title: a, points: {total}, criteria: [{{id: A1, title: a, points: {total},
      source: {source}, evidence: e, better: {better}, measure: {measure}, score: {score}}}]}}
{levels}"""


def a_set(given, names):
    """Return the set that a section of the table describes, with the inputs that its columns name."""
    read = [name for name in names if name in given.get("measure", "value: x")] or ["x"]
    inputs = "".join(f"  {name}: {{title: {name}, kind: {KINDS.get(name, 'count')}}}\n" for name in read)
    text = SET.format(
        total=given.get("points", "100"),
        places=given.get("places", "2"),
        inputs=f"inputs:\n{inputs}",
        source=given.get("source", "self_assessed"),
        better=given.get("better", "more"),
        measure=given.get("measure", "{value: x}"),
        score=given.get("score", "{by: count, each: 1}"),
        levels=f"levels: {given['levels']}\n" if "levels" in given else "",
    )
    return load_set(text.encode()), read


@pytest.mark.parametrize("row", [row for row in ROWS if "points" in row.cells], ids=lambda row: row.name)
def test_points_are_as_the_table_says(row):
    """Every line of criteria_points.md earns what it says, for the reason that it says."""
    given, read = a_set(row.given, row.cells)
    values = [row.cells[name] for name in read]
    evidence = ["evidence:A1"] if given.criteria[0].source == "self_assessed" else []
    lines = [",".join(["unit", "type", *read, *evidence])]
    lines.append(",".join(["u", "enterprise_small", *values, *(["văn bản"] * len(evidence))]))
    scored = score(given, read_table("\n".join(lines).encode(), given))
    line = explain(scored, 0).lines[0]
    points = "-" if scored.points[0][0] == NOT_APPLICABLE else str(line.points)
    assert (line.measure, points, line.reasons[0].code) == (
        row.cells["shown"],
        row.cells["points"],
        row.cells["reason"],
    )
    assert all("{" not in reason_words(line.reasons[0], language) for language in ("vi", "en"))


@pytest.mark.parametrize("row", [row for row in ROWS if "level" in row.cells], ids=lambda row: row.name)
def test_levels_are_as_the_table_says(row):
    """Every total of criteria_points.md has the level that it says."""
    given, _read = a_set(row.given, ())
    total = int(Decimal(row.cells["total"]) * 10**given.rounding.places)
    assert level_of(plan(given), total, (), marks_of(given)) == (row.cells["level"], "")
