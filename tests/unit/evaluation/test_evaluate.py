"""The whole programme at once: bodies that merged, shared paths, totals, speed."""

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.factories.facts import a_task, an_indicator, an_observation, some_evidence, some_facts

from thuocdo.core.canonical import canonical_json
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Facts, IndicatorStatus, Status
from thuocdo.measurement.types import Standing
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register
from thuocdo.programme.types import FIVE_PARTS, Component, IndicatorKind, Mode, Need, Target

YEAR_END = date(2025, 12, 31)


def model(**changes) -> Facts:
    """Return the model programme with nothing filed."""
    return replace(Facts(catalogue(), register(), YEAR_END), **changes)


def by_code(facts: Facts, code: str):
    """Return the verdict on one task."""
    return next(item for item in evaluate(facts).tasks if item.task == code)


def plan(agency: str, number: str, **changes):
    """Return a verified provincial plan for task 7, due at the end of January 2025."""
    day = date(2025, 1, 20)
    made = {"received_on": day, "verified_on": day, "verified_components": FIVE_PARTS, **changes}
    piece = some_evidence(id=f"{agency}-{number}", task="7", agency=agency, number=number, text="")
    return replace(piece, issued_on=day, component="", **made)


def test_63_provinces_owed_a_plan_in_january_and_34_answer_for_it():
    """Each body of January 2025 keeps its own duty; today's body answers for what is still open."""
    parts = by_code(model(), "7").assignments
    held = register().agencies
    origins = {item.origin for item in parts}
    provinces = [item for item in held if item.kind == "province" and item.code in origins]
    assert len(provinces) == 63
    assert len({item.agencies for item in parts if item.origin in {p.code for p in provinces}}) == 34


def test_a_predecessor_s_plan_closes_its_own_duty_only():
    """What one of three merged provinces handed in leaves the duties of the other two open."""
    merged: dict[str, list[str]] = {}
    for item in by_code(model(), "7").assignments:
        merged.setdefault(item.agencies[0], []).append(item.origin)
    heir, origins = next(
        (heir, found) for heir, found in merged.items() if len(found) == 3 and heir not in found
    )
    parts = by_code(model(evidence=(plan(origins[0], "1/KH-UBND"),)), "7").assignments
    done = {item.origin for item in parts if item.status is Status.DONE}
    assert done == {origins[0]}
    late = {item.origin for item in parts if item.agencies == (heir,) and item.status is Status.LATE}
    assert late == set(origins[1:])


def test_evidence_of_a_dissolved_ministry_counts_for_its_successor():
    """A decision that the former lead handed in proves the task that its successor leads today."""
    day = date(2025, 2, 20)
    piece = some_evidence(
        task="4", agency="BTTTT", number="9/QĐ-TTg", text="", issued_on=day, received_on=day, verified_on=day,
        component="", verified_components=(),
    )  # fmt: skip
    verdict = by_code(model(evidence=(piece,)), "4")
    assert verdict.assignments[0].agencies == ("BKHCN",)
    assert verdict.assignments[0].components[0].verified == ("e1",)


def test_every_task_of_the_model_programme_can_reach_a_verdict():
    """At least 120 tasks are late, at risk or better with nothing filed; the rest say who owes what."""
    verdicts = evaluate(model()).tasks
    silent = [item for item in verdicts if item.status is Status.NOT_MEASURABLE]
    assert len(verdicts) == 140
    assert len(verdicts) - len(silent) >= 120
    assert {item.reason.code for item in silent} <= {"members_not_named", "no_output_no_date"}


def test_rows_of_one_quantity_share_one_path():
    """Until 2030 the row for 2045 asks for the same value as the row for 2030, afterwards for more."""
    rows = (
        an_indicator("10", targets=(Target(">=", Decimal(30)),), shares_path_with="36"),
        an_indicator("36", horizon=2045, targets=(Target(">=", Decimal(50)),), shares_path_with="10"),
    )
    values = (
        an_observation(indicator="10", value=Decimal("13.17")),
        an_observation(
            id="o2", indicator="10", value=Decimal("14.02"), period_end=YEAR_END, published_on=None
        ),
    )
    facts = some_facts(observations=values)
    facts = replace(facts, programme=replace(facts.programme, indicators=rows))
    early = [item.targets[0].required for item in evaluate(facts).indicators]
    assert early == [Decimal("15.92"), Decimal("15.92")]
    newer = an_observation(
        id="o3", indicator="10", value=Decimal(31), period_end=date(2037, 12, 31), published_on=None
    )
    after = evaluate(replace(facts, observations=(*values, newer), as_of=date(2038, 6, 30))).indicators
    assert (after[0].status, after[1].targets[0].required) == (IndicatorStatus.MET, Decimal("39.33"))


def test_interim_targets_of_others_get_a_verdict_of_their_own():
    """A target that somebody else set for 2026 is judged apart and leaves the row's verdict alone."""
    rows = (an_indicator("1", targets=(Target(">=", Decimal(30)),)),)
    values = (
        an_observation(value=Decimal("13.17")),
        an_observation(id="o2", value=Decimal("14.02"), period_end=YEAR_END, published_on=None),
        an_observation(
            id="o3", value=Decimal("14.5"), period_end=date(2026, 12, 31), standing=Standing.INTERIM_TARGET
        ),
    )
    facts = some_facts(observations=values, as_of=date(2026, 1, 31))
    verdict = evaluate(replace(facts, programme=replace(facts.programme, indicators=rows))).indicators[0]
    assert verdict.status is IndicatorStatus.LATE
    assert [(item.status, item.due, item.target) for item in verdict.interim] == [
        (IndicatorStatus.ON_TRACK, date(2026, 12, 31), Decimal("14.5"))
    ]


def test_a_heading_is_rolled_up_and_counted_apart():
    """A heading takes the worst of its measured sub-rows and is in no count of verdicts."""
    rows = (
        an_indicator("11", kind=IndicatorKind.HEADER, targets=()),
        an_indicator("11.1", parent="11"),
        an_indicator("11.2", parent="11"),
    )
    facts = some_facts(
        observations=(
            an_observation(indicator="11.1"),
            an_observation(id="o2", indicator="11.1", period_end=YEAR_END, published_on=None),
        )
    )
    found = evaluate(replace(facts, programme=replace(facts.programme, indicators=rows)))
    assert (found.indicators[0].status, found.indicators[0].measured, found.indicators[0].total) == (
        IndicatorStatus.LATE,
        1,
        2,
    )
    assert found.totals.indicators == {"heading": 1, "late": 1, "not_measurable": 1}


def test_one_of_two_targets_measured_says_so():
    """The row takes the worst measured target and says how many were measured."""
    rows = (
        an_indicator(
            "1", targets=(Target(">=", Decimal(50), scope="a"), Target(">=", Decimal(90), scope="b"))
        ),
    )
    values = (
        an_observation(scope="a"),
        an_observation(id="o2", scope="a", value=Decimal(60), period_end=YEAR_END, published_on=None),
    )
    facts = some_facts(observations=values)
    verdict = evaluate(replace(facts, programme=replace(facts.programme, indicators=rows))).indicators[0]
    assert (verdict.status, verdict.measured, verdict.total) == (IndicatorStatus.AT_TARGET, 1, 2)


def test_lead_co_lead_and_partner_are_counted_apart():
    """A body's counts by role do not mix, and its due tasks have their denominator."""
    plain = some_facts(evidence=(some_evidence(),), reports=(), milestones=(), observations=())
    tasks = (
        a_task("1"),
        a_task("2", leads=("bo-a", "bo-b"), coordinators=()),
        a_task("3", leads=("tinh",), mode=Mode.EACH_LEAD, coordinators=("bo-a",)),
    )
    found = evaluate(replace(plain, programme=replace(plain.programme, tasks=tasks)))
    body = next(item for item in found.agencies if item.agency == "bo-a")
    assert (body.lead, body.co_lead, body.partner) == ({"done": 1}, {"late": 1}, {"late": 1})
    assert (body.due, body.due_done_in_time, body.evidence_filed, body.evidence_verified) == (2, 1, 1, 1)
    assert body.open_codes == ("2",)
    assert found.totals.office == {"done_in_time": 1, "done_late": 0, "open_in_time": 0, "open_late": 2}


def test_what_recurs_is_counted_apart():
    """A recurring task stands in no count of tasks that end, and shows its run."""
    facts = some_facts()
    found = evaluate(facts)
    recurring = next(item for item in found.tasks if item.task == "5")
    assert recurring.recurring
    assert (recurring.instance, recurring.run_done, recurring.run_total) == ("2025", 0, 0)
    assert sum(found.totals.recurring.values()) == 1
    assert sum(found.totals.once.values()) == len(found.tasks) - 1


def test_waiting_for_signature_is_shown_apart():
    """The first line that said "submitted" stays visible beside the day on which it was issued."""
    day = date(2025, 5, 5)
    sent = some_evidence(id="e0", number="", text="Đã trình Chính phủ", issued_on=None, received_on=day)
    verdict = evaluate(some_facts(evidence=(sent, some_evidence()), reports=())).tasks[0]
    assert (verdict.submitted_on, verdict.done_on) == (day, date(2025, 6, 20))


def test_every_component_counts_its_parts():
    """A task of listed parts shows how many of them are done, not one colour."""
    parts = tuple(Component(code, (Need.DECREE,), code, code) for code in "abc")
    piece = some_evidence(component="b", verified_components=("b",))
    facts = some_facts(evidence=(piece,), reports=())
    task = a_task("1", components=parts, mode=Mode.EVERY_COMPONENT)
    verdict = evaluate(replace(facts, programme=replace(facts.programme, tasks=(task,)))).tasks[0]
    assert verdict.counts == {"done": 1, "late": 2}


@pytest.mark.parametrize("as_of", [date(2025, 1, 9), date(2025, 7, 1), date(2031, 1, 1)])
def test_the_model_programme_is_judged_fast_and_always_alike(as_of):
    """140 tasks with up to 92 bodies each take well under a second, twice with the same bytes."""
    pieces = tuple(plan(item.code, f"{number}/KH-UBND") for number, item in enumerate(register().agencies))
    facts = model(as_of=as_of, evidence=pieces)
    started = time.perf_counter()
    first = evaluate(facts)
    assert time.perf_counter() - started < 2
    assert canonical_json(first) == canonical_json(evaluate(facts))
