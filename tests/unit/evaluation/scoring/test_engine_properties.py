"""The engine against the plain rule and against itself, over generated tables."""

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.evaluation.scoring.sample import GOOD, a_table, the_set

from thuocdo.evaluation.scoring.columns import NOT_APPLICABLE
from thuocdo.evaluation.scoring.engine import rescored, score
from thuocdo.evaluation.scoring.exact import decimal, rounded
from thuocdo.evaluation.scoring.kinds import Rounds, UnitType
from thuocdo.evaluation.scoring.loading import fingerprint, load_canonical, set_bytes
from thuocdo.evaluation.scoring.plain import earned, reference_of
from thuocdo.evaluation.scoring.table import measured

HEAD = """format: 1
set: mot
version: 1
title: Một tiêu chí
source: {{document: mẫu, certainty: ours, note: mẫu}}
standing: draft
author: VPTW
period: year
units: [ministry]
total: 10
rounding: {{places: {places}, how: {how}}}
inputs:
  a: {{title: a, kind: {kind}, least: 0}}
{more}pillars:
  - id: A
    title: Nhóm
    points: 10
    criteria:
      - {{id: A1, title: Một, points: 10, source: self_assessed, evidence: có, better: {better},
         measure: {measure}, score: {score}}}
"""
SHARE = "{share: a, out_of: b, at_least: 3}"
BANDS = (
    "{by: steps, bands: [{above: 20, points: 10}, {above: 12.5, to: 20, points: 7.5},"
    " {from: 3, to: 12.5, points: 1}, {below: 3, points: 0}]}"
)
FEWER = (
    "{by: steps, bands: [{to: 33.3, points: 10}, {above: 33.3, below: 50, points: 4}, {from: 50, points: 0}]}"
)
RULES = (
    ("amount", "more", "{value: a}", "{by: linear, zero_at: 2.5, full_at: 17.3, floor: 5}"),
    ("amount", "less", "{value: a}", "{by: linear, zero_at: 30, full_at: 0.1}"),
    ("amount", "less", "{value: a}", "{by: linear, zero_at: 30, full_at: 0.1, floor: 12}"),
    ("amount", "more", "{value: a}", "{by: count, each: 0.7}"),
    ("amount", "more", "{value: a}", "{by: relative, to: best}"),
    ("amount", "less", "{value: a}", "{by: relative, to: best}"),
    ("amount", "more", "{value: a}", "{by: relative, to: median, zero_at: 0.3, full_at: 1.7}"),
    ("amount", "less", "{value: a}", "{by: relative, to: median, zero_at: 0.3, full_at: 1.1}"),
    ("amount", "more", "{value: a}", "{by: relative, to: own_past, zero_at: 0.9, full_at: 1.15}"),
    (
        "amount",
        "more",
        "{value: a}",
        BANDS,
    ),
    ("count", "more", SHARE, "{by: linear, zero_at: 20, full_at: 85, floor: 60}"),
    ("count", "more", SHARE, "{by: relative, to: median, full_at: 1.3}"),
    ("count", "less", SHARE, "{by: relative, to: best}"),
    ("count", "more", SHARE, "{by: relative, to: best}"),
    (
        "count",
        "less",
        SHARE,
        FEWER,
    ),
)
EDGES = (
    0, 24_999, 25_000, 29_999, 30_000, 30_001, 50_000, 120_000, 120_001, 125_000, 125_001, 173_000,
    200_000, 200_001, 203_000, 300_000, None,
)  # fmt: skip
"""Values at the ends of the rules above, and just beside them."""

PERIODS = ("1", "2")


@st.composite
def cases(draw):
    """Draw a set of one criterion and a table of a few units in two periods."""
    kind, better, measure, function = draw(st.sampled_from(RULES))
    how = draw(st.sampled_from(list(Rounds)))
    text = HEAD.format(
        places=draw(st.integers(2, 3)),
        how=how.value,
        kind=kind,
        more=f"  b: {{title: b, kind: {kind}}}\n" if "b" in measure.partition("out_of: ")[2][:1] else "",
        better=better,
        measure=measure,
        score=function,
    )
    size = draw(st.integers(1, 5)) * len(PERIODS)
    parts = {"a": 10_000} if kind == "amount" else {}
    high = 400_000 if kind == "amount" else 12
    edges = EDGES if kind == "amount" else (0, 3, 5, 6, 10, None)
    cell = st.one_of(st.integers(0, high), st.sampled_from(edges))
    columns = {name: draw(st.lists(cell, min_size=size, max_size=size)) for name in ("a", "b")}
    proved = {"A1": frozenset(range(size))}
    return the_set(text), a_table(columns, periods=PERIODS, parts=parts, phase="", proved=proved)


@settings(max_examples=400)
@given(cases())
def test_the_fast_way_equals_the_plain_rule(case):
    """Whole-number columns give exactly what the words of the language say, in fractions, then rounded."""
    given_set, table = case
    criterion, places = given_set.criteria[0], given_set.rounding.places
    rule = criterion.rule(UnitType.MINISTRY, "")
    scored = score(given_set, table)
    pairs = list(zip(*measured(rule.measure, table, range(table.size)), strict=True))
    width = len(table.units)
    for row, (over, under) in enumerate(pairs):
        if under <= 0:
            continue
        value = Fraction(over, under)
        same = [Fraction(*each) for each in pairs[row // width * width :][:width] if each[1] > 0]
        reference = reference_of(rule.score, rule.better, same)
        if getattr(rule.score, "to", "") == "own_past":
            before = pairs[row - width] if row >= width else (0, 0)
            reference = Fraction(*before) if before[1] > 0 else None
        exact = earned(criterion, rule, value, reference)
        wanted = NOT_APPLICABLE if exact is None else rounded(exact * 10**places, given_set.rounding.how)
        assert scored.points[0][row] == wanted


@given(cases(), st.integers(0, 400_000))
def test_points_are_monotone_where_declared(case, more):
    """A better value of one unit, all else equal, never costs it points, unless it is its own yardstick."""
    given_set, table = case
    rule = given_set.criteria[0].rule(UnitType.MINISTRY, "")
    row = table.size - 1
    now = table.column("a")[row]
    if now is None or (rule.better == "less" and now < more):
        return
    step = more if table.parts else more % 13
    other = now + step if rule.better == "more" else max(0, now - step)
    before, after = score(given_set, table), score(given_set, table.with_cell("a", row, other))
    if min(before.points[0][row], after.points[0][row]) >= 0:
        assert after.points[0][row] >= before.points[0][row]


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_units_changes_nothing(case, dice):
    """Units in another order have the same points."""
    given_set, table = case
    width = len(table.units)
    order = list(range(width))
    dice.shuffle(order)
    rows = [period * width + n for period in range(len(table.periods)) for n in order]
    moved = replace(
        table,
        units=tuple(table.units[n] for n in order),
        columns={name: [column[row] for row in rows] for name, column in table.columns.items()},
    )
    first, second = score(given_set, table), score(given_set, moved)
    assert [first.totals[row] for row in rows] == list(second.totals)
    assert [first.levels[row] for row in rows] == list(second.levels)


@given(cases(), st.integers(0, 12), st.integers(0, 9))
def test_one_changed_value_gives_what_scoring_anew_gives(case, value, place):
    """Rescoring after a change equals scoring the changed table from the start."""
    given_set, table = case
    row = place % table.size
    fresh, change = rescored(score(given_set, table), "a", row, value)
    anew = score(given_set, table.with_cell("a", row, value))
    assert (fresh.points, fresh.totals, fresh.levels) == (anew.points, anew.totals, anew.levels)
    assert 1 <= change.criteria <= len(table.units) + 1


SKIPS = GOOD.replace("kind: count}\n  due", "kind: count}\n  due").replace(
    "        evidence: Bảng số liệu\n",
    "        evidence: Bảng số liệu\n        not_applicable: {declared: true}\n",
)


@given(
    st.integers(0, 20),
    st.integers(1, 20),
    st.integers(0, 100),
    st.sampled_from(["set", "pillar", "none"]),
    st.data(),
)
def test_leaving_out_gives_no_more_than_the_rate_of_the_rest(done, due, rate, rescale, data):
    """Who leaves out criteria gets for them at most the share earned on the rest, never more."""
    given_set = the_set(SKIPS.replace("rescale: set", f"rescale: {rescale}"))
    columns = {
        "done": [min(done, due)],
        "due": [due],
        "rate": [rate * 10_000],
        "open": [data.draw(st.integers(0, 1))],
        "given": [(70_000, 80_000, data.draw(st.integers(0, 100_000)))],
        "late": [0],
    }
    proved = {each.id: frozenset({0}) for each in given_set.criteria}
    parts = {"rate": 10_000, "given": 10_000}
    skipped = data.draw(st.sets(st.sampled_from(["A1", "A2"])))
    table = a_table(columns, parts=parts, proved=proved)
    gone = score(given_set, replace(table, declared={each: {0: "không có"} for each in skipped}))
    earned_points = [column[0] for column in gone.points[:4]]
    most = [int(each.points * 100) for each in given_set.criteria[:4]]
    live = [n for n in range(4) if earned_points[n] >= 0]
    rest, possible = sum(earned_points[n] for n in live), sum(most[n] for n in live)
    total = gone.totals[0]
    if total.total < 0:
        assert possible < 5000
        return
    assert total.possible == possible
    if rescale == "set":
        assert total.total == rounded(Fraction(rest * 10_000, possible), Rounds.HALF_UP)
    elif rescale == "none":
        assert total.total == rest
    else:
        pillar = [n for n in live if n < 3]
        own = Fraction(sum(earned_points[n] for n in pillar) * 6000, sum(most[n] for n in pillar))
        assert total.total == rounded(own, Rounds.HALF_UP) + earned_points[3]


def test_a_frozen_version_always_gives_the_same_bytes():
    """Order of keys, comments, spelling of numbers and unsaid defaults change no byte of a set."""
    lines = GOOD.splitlines(keepends=True)
    head, rest = lines[:4], lines[4:]
    other = "# nhận xét\n" + "".join(reversed(head[:3])) + head[3] + "".join(rest)
    other = other.replace("total: 100", "total: 100.00").replace("missing: zero\n", "")
    other = other.replace("title: Kết quả", "title: {en: Kết quả, vi: Kết quả}")
    assert set_bytes(the_set(other)) == set_bytes(the_set())
    assert fingerprint(the_set()) == "a03031331a1618c9772ca7a56c65ed2362d0c58ee1162ea65c0c46cf31aa6ad4"
    assert load_canonical(set_bytes(the_set())) == the_set()


def test_decimals_are_exact():
    """A third of ten points is 3.33, three times a tenth is 0.3, and no float stands in a set."""
    text = HEAD.format(
        places=2, how="half_up", kind="amount", more="", better="more", measure="{value: a}",
        score="{by: linear, full_at: 30}",
    )  # fmt: skip
    table = a_table({"a": [100_000, 9_000, 30_015]}, parts={"a": 10_000}, proved={"A1": frozenset(range(3))})
    scored = score(
        the_set(text), replace(table, units=tuple(replace(each, phase="") for each in table.units))
    )
    assert [decimal(each.total, 2) for each in scored.totals] == [
        Decimal("3.33"),
        Decimal("0.30"),
        Decimal("1.00"),
    ]
    assert b"." not in set_bytes(the_set(text)).replace(b'"30"', b"")


def test_a_large_table_does_not_depend_on_how_it_is_cut():
    """Rows scored together equal rows scored apart, where nothing is compared."""
    dice = random.Random(7)  # noqa: S311  a repeatable sample
    text = HEAD.format(
        places=2, how="half_up", kind="count", more="  b: {title: b, kind: count}\n", better="more",
        measure=SHARE, score="{by: linear, full_at: 85}",
    )  # fmt: skip
    columns = {name: [dice.randrange(30) for _ in range(50)] for name in ("a", "b")}
    whole = score(the_set(text), a_table(columns, phase="", proved={"A1": frozenset(range(50))}))
    for row in range(50):
        one = a_table(
            {name: [cells[row]] for name, cells in columns.items()}, phase="", proved={"A1": frozenset({0})}
        )
        assert score(the_set(text), one).totals[0] == whole.totals[row]
