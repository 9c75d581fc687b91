"""Thresholds move how early the rules warn, and nothing else."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_FLOOR, Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.facts import some_facts
from tests.unit.evaluation.strategies import any_facts
from tests.unit.evaluation.test_indicator_properties import indicators
from tests.unit.measurement.test_threshold_sets import sound

from thuocdo.core.messages import Reason
from thuocdo.cycles.types import Report, Situation, State
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.reasons import indicator_status_explanation, threshold_sentences
from thuocdo.evaluation.rules.clock import Watch, open_status
from thuocdo.evaluation.rules.paths import band
from thuocdo.evaluation.types import IndicatorStatus, Status
from thuocdo.evaluation.what_if import Change, Judged, effect
from thuocdo.measurement.thresholds.types import STANDARD, Thresholds
from thuocdo.programme.types import Cycle

CALM = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BANDS = (IndicatorStatus.LATE, IndicatorStatus.AT_RISK, IndicatorStatus.ON_TRACK)
WARNED = {Status.AT_RISK, Status.WITHIN_TIME, Status.ON_TRACK}


@st.composite
def two_sets(draw):
    """Draw thresholds, and others that warn no earlier in anything."""
    strict = draw(sound())
    low = st.integers(1, 100).map(lambda count: Decimal(count) / 100)
    at_risk = min(strict.at_risk_from, draw(low))
    on_track = max(min(strict.on_track_from, draw(low)), at_risk + Decimal("0.01"))
    wide = Thresholds(
        on_track,
        at_risk,
        max(strict.draft_share, draw(low)),
        max(strict.obstacle_days, draw(st.integers(0, 365))),
        max(strict.plan_months, draw(st.integers(1, 120))),
    )
    return strict, wide


def judged(facts, thresholds):
    """Return the verdicts under these thresholds."""
    return evaluate(replace(facts, thresholds=thresholds))


@given(two_sets(), st.decimals(-2, 3, places=4))
def test_a_wider_band_never_judges_a_progress_worse(sets, progress):
    """Lower thresholds give the same band or a better one."""
    strict, wide = (BANDS.index(band(progress, each)) for each in sets)
    assert strict <= wide


@CALM
@given(indicators(), two_sets())
def test_wider_bands_never_make_a_target_worse(facts, sets):
    """A target in a band stays in it or rises, unless the verdict flips; all others stay as they are."""
    strict, wide = (judged(facts, each).indicators[0].targets for each in sets)
    for before, after in zip(strict, wide, strict=True):
        flips = IndicatorStatus.INCONCLUSIVE
        if before.status in BANDS and after.status in BANDS:
            assert BANDS.index(before.status) <= BANDS.index(after.status)
        elif before.status is not after.status:
            assert flips in {before.status, after.status}
            assert {before.status, after.status} <= {*BANDS, flips}
        assert replace(before, status=flips, reason=Reason("")) == replace(
            after, status=flips, reason=Reason("")
        )


@CALM
@given(any_facts(), two_sets())
def test_later_warnings_never_make_a_task_worse(facts, sets):
    """A task is at risk under fewer conditions or stays as it is; done, claimed and late never move."""
    strict, wide = (judged(facts, each).tasks[0] for each in sets)
    for before, after in zip((strict, *strict.assignments), (wide, *wide.assignments), strict=True):
        if before.status is not after.status:
            assert before.status is Status.AT_RISK
            assert after.status in WARNED
    assert (strict.overdue, strict.days_late, strict.done_on) == (wide.overdue, wide.days_late, wide.done_on)


@CALM
@given(any_facts(), two_sets())
def test_the_preview_is_what_the_rules_would_give(facts, sets):
    """Each change names both statuses as the rules give them; the same thresholds change nothing."""
    before, after = sets
    found = effect(facts, before, after)
    tasks = [(each.before, each.after) for each in found.changes if each.what is Judged.TASK]
    old, new = (judged(facts, each).tasks[0].status for each in sets)
    assert tasks == ([] if old is new else [(old.value, new.value)])
    assert effect(facts, before, before).changes == ()
    assert found.count == sum(each.what is not Judged.PART for each in found.changes)


@pytest.mark.parametrize(
    ("progress", "on_track", "at_risk", "expected"),
    [
        ("0.4000", "0.95", "0.60", "late"),
        ("0.4000", "0.95", "0.40", "at_risk"),
        ("0.4000", "0.40", "0.20", "on_track"),
        ("0.3999", "0.40", "0.20", "at_risk"),
        ("0.9500", "0.95", "0.60", "on_track"),
        ("-0.0001", "0.02", "0.01", "late"),
    ],
)
def test_bands_begin_at_their_threshold(progress, on_track, at_risk, expected):
    """The threshold itself belongs to the better band."""
    thresholds = replace(STANDARD, on_track_from=Decimal(on_track), at_risk_from=Decimal(at_risk))
    assert band(Decimal(progress), thresholds).value == expected


@pytest.mark.parametrize(
    ("on_track", "at_risk", "expected"),
    [("0.00", "-0.20", "on_track"), ("0.01", "0.00", "at_risk"), ("0.02", "0.01", "late")],
)
def test_the_band_is_that_of_the_facts(on_track, at_risk, expected):
    """One indicator, with thresholds around its progress cut to per cents."""
    facts = some_facts()
    cut = evaluate(facts).indicators[0].targets[0].progress.quantize(Decimal("0.01"), ROUND_FLOOR)
    chosen = replace(STANDARD, on_track_from=cut + Decimal(on_track), at_risk_from=cut + Decimal(at_risk))
    assert judged(facts, chosen).indicators[0].targets[0].status.value == expected


CYCLE = Cycle("2025-1", date(2025, 1, 9), date(2025, 6, 14), date(2025, 6, 15))
WATCH = Watch(as_of=date(2025, 7, 1), starts_on=date(2025, 1, 1), due=date(2026, 1, 1), has_draft=True)
STUCK = Report(
    "r", "1", "bo-a", "2025-1", Situation.OBSTACLE, State.SENT, date(2025, 6, 1), obstacle="Chờ vốn"
)

HEARD = replace(STUCK, situation=Situation.WORKING, obstacle="")


@pytest.mark.parametrize(
    ("watch", "thresholds", "expected"),
    [
        ({"has_draft": False}, {}, "within_time"),
        ({"has_draft": False}, {"draft_share": Decimal("0.49")}, "risk_no_draft"),
        ({"has_draft": False}, {"draft_share": Decimal("0.50")}, "within_time"),
        ({"reports": (STUCK,)}, {}, "within_time"),
        ({"reports": (STUCK,)}, {"obstacle_days": 29}, "risk_obstacle"),
        ({"reports": (STUCK,)}, {"obstacle_days": 30}, "within_time"),
        ({"reports": (HEARD,)}, {"plan_months": 5}, "within_time"),
        ({"reports": (HEARD,), "cycles": (CYCLE,)}, {"plan_months": 5}, "risk_no_plan"),
        ({"reports": (HEARD,), "cycles": (CYCLE,)}, {"plan_months": 6}, "within_time"),
        ({"as_of": date(2026, 1, 2)}, {"draft_share": Decimal(1), "obstacle_days": 365}, "late"),
    ],
)
def test_when_a_task_is_warned_of(watch, thresholds, expected):
    """Half a year of a year is used, an obstacle is 30 days old, six months and no day are left."""
    found = open_status(replace(WATCH, **watch, thresholds=replace(STANDARD, **thresholds)))[1]
    assert found.code == expected


def test_the_preview_names_what_changes():
    """Programme, counts, and each change with both statuses and where it goes."""
    facts = some_facts()
    found = effect(
        facts, STANDARD, replace(STANDARD, on_track_from=Decimal("0.10"), at_risk_from=Decimal("0.05"))
    )
    rows = [each for each in found.changes if each.what is Judged.INDICATOR]
    assert found.programme == facts.programme.slug
    assert found.counted[Judged.TASK] == len(facts.programme.tasks)
    assert found.counted[Judged.INDICATOR] == len(facts.programme.indicators)
    assert found.count == len(rows)
    for before, after, changes in found.moves(Judged.INDICATOR):
        assert all(Change(Judged.INDICATOR, each.key, before, after) in rows for each in changes)
    assert found.moves(Judged.TASK) == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["At least 90 %", "At least 55 and less than 90 %", "Less than 55 %"]),
        ("vi", ["ít nhất 90 %", "từ 55 đến dưới 90 %", "dưới 55 %"]),
    ],
)
def test_sentences_take_the_numbers_from_the_facts(language, said):
    """Neither the standard nor any other number is written into the words."""
    chosen = Thresholds(Decimal("0.90"), Decimal("0.55"), Decimal("0.70"), 1, 9)
    words = [indicator_status_explanation(each, language, chosen) for each in reversed(BANDS)]
    assert all(part in whole for part, whole in zip(said, words, strict=True))
    together = " ".join(threshold_sentences(chosen, language))
    assert all(number in together for number in ("90 %", "55 %", "70 %", "1", "9"))
    assert not any(number in together for number in ("95", "60", "80", "30", "12"))
    assert "{" not in together
