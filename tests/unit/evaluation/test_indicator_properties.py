"""What must hold for every indicator, whatever values are known."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.facts import an_indicator, an_observation, some_facts

from thuocdo.core.canonical import canonical_json
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.reasons import sentence
from thuocdo.evaluation.types import IndicatorStatus
from thuocdo.measurement.types import Standing
from thuocdo.programme.types import IndicatorKind, Target

CALM = settings(max_examples=150, deadline=None)
NUMBERS = st.decimals(-1000, 1000, places=2)


@st.composite
def values(draw: st.DrawFn, number: int):
    """Draw one value of any period, method, scope and standing."""
    end = date(draw(st.integers(2019, 2031)), 12, 31)
    return an_observation(
        id=f"o{number}",
        value=draw(NUMBERS),
        unit=draw(st.sampled_from(["percent", "count"])),
        period_end=end,
        published_on=draw(st.none() | st.dates(end, date(2032, 12, 31))),
        method=draw(st.sampled_from(["m", "m", "n"])),
        scope=draw(st.sampled_from(["", "", "x"])),
        standing=draw(st.sampled_from([*[Standing.DECLARED] * 6, *Standing])),
    )


@st.composite
def indicators(draw: st.DrawFn):
    """Draw facts with one indicator of any kind."""
    test = draw(st.sampled_from(["level", "level", "level", "new", "not_below_last_year"]))
    target = Target(
        draw(st.sampled_from([">=", ">", "<=", "<", "=", "range", "qualitative"])),
        draw(st.none() | NUMBERS),
        draw(st.none() | NUMBERS),
        test=test,
    )
    row = an_indicator(
        kind=draw(st.sampled_from(list(IndicatorKind))),
        lower_is_better=draw(st.booleans()),
        targets=(target, Target(">=", Decimal(5), scope="x"))[: draw(st.integers(0, 2))],
        noise=draw(st.none() | st.decimals(0, 10, places=1)),
        frequency_months=draw(st.sampled_from([6, 12, 24])),
        gap=draw(st.sampled_from(["", "no_definition", "unheard_of"])),
    )
    facts = some_facts(as_of=draw(st.dates(date(2025, 1, 9), date(2032, 12, 31))), evidence=(), reports=())
    count = draw(st.integers(0, 8))
    observations = tuple(draw(values(number)) for number in range(count))
    programme = replace(facts.programme, tasks=(), indicators=(row,))
    return replace(facts, programme=programme, observations=observations)


@CALM
@given(indicators())
def test_every_indicator_gets_a_verdict_that_can_be_said(facts):
    """No values make the rules fail, and each verdict can be said and written down."""
    found = evaluate(facts)
    row = found.indicators[0]
    reasons = [row.reason, *(item.reason for item in (*row.targets, *row.interim))]
    assert all(sentence(reason, language) for reason in reasons for language in ("vi", "en"))
    assert row.measured <= max(row.total, 0)
    assert canonical_json(found)


@CALM
@given(indicators(), st.randoms())
def test_the_order_of_the_values_does_not_matter(facts, random):
    """The same values in another order give the same bytes."""
    mixed = tuple(random.sample(facts.observations, len(facts.observations)))
    assert canonical_json(evaluate(replace(facts, observations=mixed))) == canonical_json(evaluate(facts))


@CALM
@given(baseline=st.integers(0, 90), first=st.integers(0, 120), step=st.integers(0, 50))
def test_a_better_value_never_gives_a_worse_verdict(baseline, first, step):
    """With one baseline and one later value, a higher value is never judged worse."""
    order = [
        IndicatorStatus.LATE,
        IndicatorStatus.AT_RISK,
        IndicatorStatus.ON_TRACK,
        IndicatorStatus.AT_TARGET,
    ]

    def judged(value: int) -> IndicatorStatus:
        facts = some_facts(
            observations=(
                an_observation(value=Decimal(baseline)),
                an_observation(
                    id="o2", value=Decimal(value), period_end=date(2025, 12, 31), published_on=None
                ),
            )
        )
        row = an_indicator(targets=(Target(">=", Decimal(95)),))
        return (
            evaluate(replace(facts, programme=replace(facts.programme, indicators=(row,))))
            .indicators[0]
            .status
        )

    assert order.index(judged(first + step)) >= order.index(judged(first))
