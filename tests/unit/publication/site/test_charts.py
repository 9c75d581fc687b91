"""Tests of the geometry of charts: nothing is drawn outside its frame or on the wrong side."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.facts import an_observation

from thuocdo.core.messages import Reason
from thuocdo.evaluation.types import IndicatorStatus, TargetVerdict
from thuocdo.publication.site.charts import MINI, PHONE, WIDE, scale, ticks, trajectory, uncrowded, years

START = date(2025, 1, 9)
FRAMES = st.sampled_from([WIDE, PHONE, MINI])
AMOUNTS = st.decimals(
    allow_nan=False, allow_infinity=False, places=2, min_value=Decimal(-1000), max_value=Decimal(10) ** 7
)
DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2045, 12, 31))
SERIES = st.dictionaries(DAYS, AMOUNTS, max_size=8)


def a_verdict(**changes):
    """Return a target of 50 by the end of 2030 with a baseline of 20 and a value of 24."""
    fields = {
        "scope": "",
        "status": IndicatorStatus.LATE,
        "reason": Reason("gap_no_value"),
        "baseline": Decimal(20),
        "baseline_end": date(2024, 12, 31),
        "value": Decimal(24),
        "value_end": date(2025, 12, 31),
        "required": Decimal(25),
        "target": Decimal(50),
        "due": date(2030, 12, 31),
    }
    return TargetVerdict(**(fields | changes))


def observed(values):
    """Return one observation for each day and value."""
    return [
        an_observation(id=f"o{place}", value=value, period_end=end)
        for place, (end, value) in enumerate(sorted(values.items()))
    ]


def drawn(frame=WIDE, series=(), rivals=(), *, flipped=False, **changes):
    """Return the chart of one target."""
    return trajectory(
        frame,
        series=list(series),
        rivals=list(rivals),
        verdict=a_verdict(**changes),
        start=START,
        flipped=flipped,
    )


def points_of(chart):
    """Yield every point that the template draws."""
    yield from ((x, y) for x, y, _value in chart["points"])
    yield from ((x, y) for x, y, _value in chart["rivals"])
    yield from chart["marks"]
    yield from ((chart["left"], y) for y, _value in chart["ticks"])
    yield from ((x, chart["base"]) for x, _year in chart["years"])
    if chart["target"]:
        yield chart["target"]
    if chart["path"]:
        yield chart["path"][:2]
        yield chart["path"][2:]
    for pair in (*chart["line"].split(), *chart["wedge"].split()):
        x, y = pair.split(",")
        yield float(x), float(y)


@given(frame=FRAMES, series=SERIES, rivals=SERIES, target=AMOUNTS, due=DAYS, flipped=st.booleans())
def test_every_point_lies_inside_the_frame(*, frame, series, rivals, target, due, flipped):
    """Whatever the values, nothing is cut off at the edge of the picture."""
    chart = drawn(
        frame,
        observed(series),
        observed(rivals),
        flipped=flipped,
        target=target,
        due=due,
        baseline=None,
        value=None,
    )
    for x, y in points_of(chart):
        assert 0 <= x <= frame.width
        assert 0 <= y <= frame.height


@given(FRAMES, AMOUNTS, AMOUNTS, st.booleans())
def test_path_and_wedge_lie_inside_the_plot(frame, baseline, target, flipped):
    """The required path and its wedge stay between the axes."""
    end = date(2024, 12, 31)
    series = observed({end: baseline, date(2025, 12, 31): (baseline + target) / 2})
    chart = drawn(
        frame, series, flipped=flipped, baseline=baseline, baseline_end=end, target=target, value=None
    )
    for x, y in points_of(chart):
        assert chart["left"] <= x <= chart["right"]
        assert chart["top"] <= y <= chart["base"]


@given(AMOUNTS, AMOUNTS)
def test_ticks_rise_and_stay_between_the_ends(one, other):
    """About five round values stand on the axis, from the lowest up."""
    low, high = sorted((one, other))
    found = ticks(low, high)
    assert found == sorted(set(found))
    if low < high:
        assert 2 <= len(found) <= 6
        assert all(low <= value <= high for value in found)


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        ("0", "10", ["0", "2", "4", "6", "8", "10"]),
        ("12.3", "31.7", ["15", "20", "25", "30"]),
        ("0", "0.5", ["0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
        ("-20", "20", ["-20", "-10", "0", "10", "20"]),
        ("5", "5", ["5"]),
    ],
)
def test_ticks_are_round_values(low, high, wanted):
    """Steps are one, two or five times a power of ten."""
    assert ticks(Decimal(low), Decimal(high)) == [Decimal(value) for value in wanted]


@given(DAYS, st.integers(min_value=0, max_value=40 * 365), st.integers(min_value=1, max_value=12))
def test_years_rise_and_the_last_one_is_always_labelled(first, days, most):
    """A chart names the year of the target and no more years than have room."""
    last = first + timedelta(days=days)
    found = years(first, last, most)
    assert found == sorted(set(found))
    assert len(found) <= most
    assert not found or found[-1] == last.year


@given(AMOUNTS, AMOUNTS, st.booleans())
def test_more_stands_higher_and_a_rank_is_turned_over(one, other, flipped):
    """A better value stands on top, also where less is better."""
    place = scale(WIDE, [START], [one, other], flipped=flipped)
    if one < other:
        assert (place.y(one) <= place.y(other)) if flipped else (place.y(one) >= place.y(other))


@given(DAYS, DAYS)
def test_time_runs_to_the_right(one, other):
    """A later day is never drawn left of an earlier one."""
    place = scale(WIDE, [one, other], [Decimal(1)], flipped=False)
    assert (place.x(one) <= place.x(other)) == (one <= other) or place.x(one) == place.x(other)


def test_the_path_begins_at_the_programme_and_ends_at_the_target():
    """A baseline from before the programme starts its path on the programme's day."""
    series = observed({date(2024, 12, 31): Decimal(20), date(2025, 12, 31): Decimal(24)})
    chart = drawn(series=series)
    place = scale(WIDE, [date(2024, 12, 31), date(2030, 12, 31)], [Decimal(20), Decimal(50)], flipped=False)
    assert chart["path"][:2] == (place.x(START), place.y(Decimal(20)))
    assert chart["path"][2:] == chart["target"]
    assert len(chart["marks"]) == 5


def test_the_gap_runs_from_the_value_to_what_the_path_asked_for():
    """Its two ends are the heights of value and required value on the value's day."""
    series = observed({date(2024, 12, 31): Decimal(20), date(2025, 12, 31): Decimal(24)})
    chart = drawn(series=series)
    x, value, required = chart["gap"]
    assert (x, value) == chart["points"][-1][:2]
    assert required < value


@pytest.mark.parametrize(
    "missing", [{"baseline": None}, {"baseline_end": None}, {"target": None}, {"due": None}, {"due": START}]
)
def test_no_path_is_drawn_where_one_end_is_missing(missing):
    """A target alone is drawn alone."""
    chart = drawn(**missing)
    assert (chart["path"], chart["marks"], chart["wedge"], chart["gap"]) == (None, [], "", None)


def test_a_chart_without_any_value_still_has_a_frame():
    """An indicator that nobody has measured gets axes and no line."""
    chart = drawn(baseline=None, target=None, value=None)
    assert chart["line"] == ""
    assert chart["ticks"]


@given(st.lists(st.floats(0, 700), max_size=12).map(sorted))
def test_numbers_never_stand_on_each_other(places):
    """The last point is always labelled, and labels keep their distance."""
    room = uncrowded(places)
    shown = [x for x, free in zip(places, room, strict=True) if free]
    assert len(room) == len(places)
    assert not places or room[-1]
    assert all(right - left >= 36 for left, right in pairwise(shown))


@pytest.mark.parametrize("frame", [WIDE, PHONE])
def test_words_of_the_gap_do_not_lie_on_another_method(frame):
    """Where a rival value stands beside the gap its words go above it; ahead they stand to the right."""
    ends = {date(2020 + each, 12, 31): Decimal(20) for each in range(5)}
    series = observed(ends | {date(2025, 12, 31): Decimal(24)})
    rival = observed({date(2024, 12, 31): Decimal(26)})
    chart = drawn(frame, series, rival)
    assert max(chart["gap_words"]["lines"]) < chart["rivals"][0][1] - 8
    assert chart["gap_words"]["side"] == "end"
    ahead = drawn(frame, series, value=Decimal(30))["gap_words"]
    assert (ahead["side"], ahead["x"] > chart["gap"][0]) == ("start", True)


def test_path_bends_where_it_passes_an_earlier_target():
    """The required path, its marks and its wedge go through the stop."""
    chart = trajectory(
        WIDE,
        series=observed({date(2024, 12, 31): Decimal(20)}),
        rivals=[],
        verdict=a_verdict(due=date(2035, 12, 31)),
        start=START,
        flipped=False,
        stops=((date(2030, 12, 31), Decimal(45)),),
    )
    assert chart["bends"][0] in chart["marks"]
    assert len(chart["wedge"].split()) == 5
