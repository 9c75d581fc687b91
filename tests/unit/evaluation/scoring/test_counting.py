"""What this system counts for a score: by role, once for each body, in the period where it belongs."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.facts import a_task, an_indicator, an_observation, some_evidence, some_facts

from thuocdo.core.errors import Invalid, NotFound
from thuocdo.cycles.handled import Disputed, EarlierReport, Handled, Turn
from thuocdo.cycles.types import Report, Situation, State
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.scoring import engine
from thuocdo.evaluation.scoring.boards import board
from thuocdo.evaluation.scoring.counting import count
from thuocdo.evaluation.scoring.counts import Count, Span
from thuocdo.evaluation.scoring.inputs import INSIDE, SYSTEM, hidden_from
from thuocdo.evaluation.scoring.kinds import UnitType
from thuocdo.evaluation.scoring.loading import fingerprint, load_canonical, load_set, readable, set_bytes
from thuocdo.evaluation.scoring.margin import margins
from thuocdo.evaluation.scoring.shipped import shipped, shipped_bytes
from thuocdo.evaluation.scoring.table import Table
from thuocdo.programme.heads.types import HeadTerm
from thuocdo.programme.types import Mode, Succession

FIRST = Span(date(2025, 1, 1), date(2025, 6, 30))
SECOND = Span(date(2025, 7, 1), date(2025, 12, 31))
ALL = Span(date(2025, 1, 1), date(2025, 12, 31))
SET = shipped("nq57-scorecard")


def facts_of(*tasks, **changes):
    """Return the trial facts with these tasks instead of their own."""
    facts = some_facts(**changes)
    return replace(facts, programme=replace(facts.programme, tasks=tasks)) if tasks else facts


def counted(facts, body, span=ALL):
    """Return what is counted for a body."""
    return count(facts, evaluate(facts)).inputs(body, span)


def a_turn(**changes):
    """Return a difficulty of Ministry A on task 1 that Ministry B was asked about."""
    turn = Turn("K-1.1", "difficulty", "1", "bo-a", "bo-b", date(2025, 9, 1), date(2025, 9, 9), solved=True)
    return replace(turn, **changes)


def test_a_sole_lead_counts_as_lead_in_time_late_or_overdue():
    """A task of one lead is due, and done in time, done late or overdue, never two of these."""
    late = some_evidence(id="e2", task="2", issued_on=date(2025, 8, 1), received_on=date(2025, 8, 4))
    facts = facts_of(a_task("1"), a_task("2"), a_task("3"), evidence=(some_evidence(), late), reports=())
    found = counted(facts, "bo-a")
    assert {name: n for name, n in found.items() if name.startswith("tasks.")} == {
        "tasks.lead_due": 3,
        "tasks.lead_done_in_time": 1,
        "tasks.lead_done_late": 1,
        "tasks.lead_overdue": 1,
    }


def test_a_joint_or_group_task_counts_as_co_lead_once_for_each_body():
    """Nobody carries the whole of a task that several lead, and no member of a group counts twice."""
    facts = facts_of(
        a_task("1", leads=("bo-a", "bo-b")),
        a_task("2", leads=("tinh",), mode=Mode.EACH_LEAD),
        evidence=(some_evidence(), some_evidence(id="e2", task="2", agency="tinh-x")),
        reports=(),
    )
    for body in ("bo-a", "bo-b"):
        own = counted(facts, body)
        assert (own["tasks.co_lead_due"], own["tasks.co_lead_done"], "tasks.lead_due" in own) == (1, 1, False)
    done, other = counted(facts, "tinh-x"), counted(facts, "tinh-y")
    assert (done["tasks.co_lead_due"], done["tasks.co_lead_done"]) == (1, 1)
    assert (other["tasks.co_lead_due"], other.get("tasks.co_lead_done", 0)) == (1, 0)


def test_a_merged_body_counts_an_inherited_part_once():
    """Three parts that came to one body by a merger are one duty, done when all of them are."""
    facts = facts_of(
        a_task("2", leads=("tinh",), mode=Mode.EACH_LEAD),
        evidence=(some_evidence(id="e2", task="2", agency="tinh-x"),),
        reports=(),
    )
    merged = tuple(
        replace(each, valid_until=date(2025, 8, 1)) if each.code == "tinh-x" else each
        for each in facts.register.agencies
    )
    succession = (Succession("tinh-x", "tinh-y", date(2025, 8, 1)),)
    facts = replace(facts, register=replace(facts.register, agencies=merged, successions=succession))
    found = counted(facts, "tinh-y")
    assert (found["tasks.co_lead_due"], found.get("tasks.co_lead_done", 0)) == (1, 0)
    assert counted(facts, "tinh-x") == {}


def test_doubtful_leads_are_unscored_until_decided():
    """A task whose leads are in doubt counts for nobody."""
    facts = facts_of(a_task("1", doubtful_leads=True), evidence=(), reports=())
    assert not [name for name in counted(facts, "bo-a") if name.startswith("tasks.")]


def test_an_open_duty_counts_again_in_the_next_period_until_it_is_done():
    """Who is late does not leave the table when the period ends; a head answers for the own term only."""
    open_ = facts_of(a_task("1"), evidence=(), reports=())
    assert counted(open_, "bo-a", FIRST)["tasks.lead_overdue"] == 1
    assert counted(open_, "bo-a", SECOND)["tasks.lead_overdue"] == 1
    assert "tasks.lead_due" not in counted(open_, "bo-a", replace(SECOND, carries=False))
    done = facts_of(a_task("1"), reports=())
    assert counted(done, "bo-a", FIRST)["tasks.lead_done_in_time"] == 1
    assert "tasks.lead_due" not in counted(done, "bo-a", SECOND)


def test_each_instance_of_a_recurring_task_falls_due_in_its_own_period():
    """A yearly task counts in the year's last period only, by its own evidence."""
    recurring = next(task for task in some_facts().programme.tasks if task.code == "5")
    facts = replace(facts_of(recurring, evidence=(), reports=()), as_of=date(2026, 1, 10))
    assert "tasks.lead_due" not in counted(facts, "bo-a", FIRST)
    assert counted(facts, "bo-a", SECOND)["tasks.lead_overdue"] == 1


def test_a_report_is_in_time_by_its_first_version():
    """A correction after the due day does not make a report late, and a returned one is counted as such."""
    said = Report("r9", "1", "bo-a", "2025-2", Situation.WORKING, State.SENT, date(2025, 12, 5))
    late = counted(facts_of(a_task("1"), evidence=(), reports=(said,)), "bo-a", SECOND)
    assert (late["reports.due"], late.get("reports.in_time", 0)) == (1, 0)
    first = EarlierReport("r8", "1", "bo-a", "2025-2", date(2025, 11, 20), returned_on=date(2025, 11, 25))
    handled = Handled(earlier=(first,))
    kept = counted(facts_of(a_task("1"), evidence=(), reports=(said,), handled=handled), "bo-a", SECOND)
    assert (kept["reports.due"], kept["reports.in_time"], kept["reports.returned"]) == (1, 1, 1)


def test_evidence_counts_once_a_second_person_has_decided():
    """What waits is nobody's fault; what was returned is filed and not verified."""
    pieces = (
        some_evidence(),
        some_evidence(id="e2", state=State.RETURNED, verified_on=None, verified_by=""),
        some_evidence(id="e3", state=State.SENT, verified_on=None, verified_by=""),
    )
    found = counted(facts_of(evidence=pieces), "bo-a")
    assert (found["evidence.filed"], found["evidence.verified"]) == (2, 1)


def test_a_partner_is_counted_by_its_answers_and_nobody_else_for_them():
    """A coordinating body that was asked answers within ten working days, or its time runs out."""
    late = a_turn(id="K-2.1", until=date(2025, 10, 20))
    waiting = a_turn(id="K-3.1", since=date(2025, 12, 30), until=None, solved=False)
    found = counted(facts_of(handled=Handled(turns=(a_turn(), late, waiting))), "bo-b")
    assert (found["tasks.partner_asked"], found["tasks.partner_answered"]) == (2, 1)
    assert "obstacles.reported" not in found


def test_an_obstacle_is_counted_for_whose_turn_it_was():
    """Solved within 30 days, unsolved, or left lying; what was passed on in time is the next body's."""
    turns = (
        a_turn(asked="tinh-x"),
        a_turn(id="K-2.1", asked="tinh-x", until=date(2025, 12, 1)),
        a_turn(id="K-3.1", asked="tinh-x", until=None, solved=False),
        a_turn(id="K-4.1", asked="tinh-x", solved=False, passed=True),
        a_turn(id="K-4.2", asked="tinh-y", until=None, solved=False),
        a_turn(id="K-5.1", asked="tinh-x", kind="proposal"),
    )
    facts = facts_of(handled=Handled(turns=turns))
    found = counted(facts, "tinh-x")
    assert (found["obstacles.reported"], found["obstacles.resolved"]) == (3, 1)
    assert counted(facts, "tinh-y")["obstacles.reported"] == 1


def test_a_dispute_answered_late_counts_for_who_answered():
    """In time counts nothing, and what nobody has answered yet is no body's."""
    disputes = (
        Disputed("K-1", "1", "bo-a", date(2025, 9, 10), date(2025, 9, 11), "bo-b"),
        Disputed("K-2", "1", "bo-a", date(2025, 9, 10), date(2025, 9, 10), "bo-b"),
        Disputed("K-3", "1", "bo-a", date(2025, 9, 10)),
    )
    assert counted(facts_of(handled=Handled(disputes=disputes)), "bo-b")["disputes.answered_late"] == 1


def test_a_claim_without_proof_is_counted():
    """Task 2 was reported as done and nothing matches: that is one claim of its lead."""
    assert counted(some_facts(), "bo-a")["claims.without_proof"] == 1


def test_who_monitors_is_counted_for_measuring_and_not_for_the_value():
    """Definition, a fresh value, in its period; the value itself only where an act assigns it."""
    found = counted(some_facts(), "bo-b")
    assert (found["indicators.monitored"], found["indicators.defined"]) == (3, 2)
    assert (found["indicators.measured"], found["indicators.in_time"]) == (1, 1)
    assert not [name for name in found if name.startswith("indicators.assigned")]
    facts = some_facts()
    given = (an_indicator("1", assigned_to=("bo-a",), assigned_by="5/NQ-THU"),)
    assigned = replace(facts, programme=replace(facts.programme, indicators=given))
    assert counted(assigned, "bo-a")["indicators.assigned"] == 1
    assert "indicators.assigned" not in counted(assigned, "bo-b")


def test_a_value_published_long_after_its_period_is_not_in_time():
    """A value counts as measured while it is fresh, and as in time only when it came within its rhythm."""
    late = an_observation(period_end=date(2024, 6, 30), published_on=date(2025, 11, 1))
    found = counted(some_facts(observations=(late,)), "bo-b")
    assert (found.get("indicators.measured", 0), found.get("indicators.in_time", 0)) == (1, 0)


def test_every_input_that_is_counted_is_declared():
    """The names under which the counting files cases are those that a set can read."""
    turns = (a_turn(), a_turn(id="K-2.1", asked="tinh-x"))
    facts = facts_of(handled=Handled(turns=turns))
    found = {each.name for counts in count(facts, evaluate(facts)).of_body.values() for each in counts}
    assert found <= set(SYSTEM)


@pytest.mark.parametrize(
    ("case", "span", "counts"),
    [
        (Count("x", date(2025, 3, 1)), FIRST, True),
        (Count("x", date(2025, 3, 1)), SECOND, False),
        (Count("x", date(2025, 3, 1), open_since=True), SECOND, True),
        (Count("x", date(2025, 3, 1), date(2025, 6, 1), open_since=True), SECOND, False),
        (Count("x", date(2025, 3, 1), date(2025, 7, 1), open_since=True), SECOND, True),
        (Count("x", date(2025, 8, 1)), FIRST, False),
        (Count("x", None), SECOND, True),
        (Count("x", None), replace(SECOND, current=False), False),
    ],
)
def test_a_case_lies_in_the_days_where_it_belongs(case, span, counts):
    """By its day; what stayed open, again in later periods; a state of the day, in the current one."""
    assert case.lies_in(span) is counts


def test_units_of_two_kinds_never_share_a_table_and_heads_are_units_of_their_own():
    """Ministries, provinces and heads are apart, and a head is scored for the days in office."""
    term = HeadTerm("bo-a", "Nguyễn Minh Hoạ", "Bộ trưởng", "Minister", date(2025, 9, 1), "12/QĐ-TTg")
    before = replace(term, person="Trần Thí Dụ", since=date(2025, 1, 1), until=date(2025, 9, 1))
    facts = some_facts(heads=(before, term))
    found = board(SET, facts, evaluate(facts))
    kinds = {unit.id: unit.type for unit in found.scored.table.units}
    assert kinds["bo-a"] is UnitType.MINISTRY
    assert kinds["tinh-x"] is UnitType.PROVINCE
    assert kinds["bo-a.2025-01-01"] is UnitType.HEAD
    assert [found.bodies[found.scored.table.units[row].id] for row in found.of_type(UnitType.HEAD)] == [
        "bo-a",
        "bo-a",
    ]
    monitored = found.scored.table.column("claims.without_proof")
    places = found.scored.table.places
    assert monitored[places["bo-a.2025-09-01"]] == 1
    assert monitored[places["bo-a.2025-01-01"]] == 0


def test_a_period_that_is_not_closed_is_refused_with_those_there_are():
    """Without a name the last closed period is scored; another one is named in the refusal."""
    facts = some_facts()
    assert board(SET, facts, evaluate(facts)).cycle.code == "2025-2"
    assert board(SET, facts, evaluate(facts), period="2025-1").cycle.code == "2025-1"
    with pytest.raises(NotFound, match="no closed period"):
        board(SET, facts, evaluate(facts), period="2026-1")


def test_the_order_of_facts_and_bodies_changes_no_score():
    """Counted inputs and points are the same whatever comes first."""
    facts = some_facts(handled=Handled(turns=(a_turn(), a_turn(id="K-2.1", asked="tinh-x"))))
    turned = replace(
        facts,
        programme=replace(
            facts.programme,
            tasks=facts.programme.tasks[::-1],
            indicators=facts.programme.indicators[::-1],
        ),
        register=replace(facts.register, agencies=facts.register.agencies[::-1]),
        evidence=facts.evidence[::-1],
        observations=facts.observations[::-1],
        handled=replace(facts.handled, turns=facts.handled.turns[::-1]),
    )
    assert results(facts) == results(turned)


def results(facts):
    """Return inputs, points, total and level by unit."""
    found = board(SET, facts, evaluate(facts)).scored
    return {
        unit.id: (
            {name: column[row] for name, column in found.table.columns.items()},
            [points[row] for points in found.points],
            found.totals[row],
            found.levels[row],
        )
        for row, unit in enumerate(found.table.units)
    }


def test_a_set_cannot_read_what_its_author_may_not_see():
    """What bodies say to each other does not exist for an author who sees no other body."""
    text = shipped_bytes("nq57-scorecard").decode().replace("author: thuocdo", "author: BKHCN")
    assert hidden_from("thuocdo") == frozenset()
    assert hidden_from("BKHCN") == INSIDE
    assert hidden_from("VPTW", overseers={"VPTW"}) == frozenset()
    with pytest.raises(Invalid) as refused:
        load_set(text.encode(), inputs=readable(SYSTEM, hidden_from("BKHCN")))
    named = str([each.message for each in refused.value.faults])
    assert "tasks.partner_answered" in named
    assert "obstacles.resolved" in named
    assert all(each.where.startswith("line ") for each in refused.value.faults)


def test_a_frozen_version_gives_the_same_bytes_and_is_read_back_whole():
    """The one spelling of the published set is pinned here; what is read from it is the same set."""
    again = load_canonical(set_bytes(SET))
    assert again == SET
    assert set_bytes(again) == set_bytes(SET)
    assert fingerprint(SET) == "b8b4c597f8f6ad8c48b6fda69ef574f0b76227172f80d654f46bac76b7c3a5de"


def test_the_margin_is_what_one_case_decided_otherwise_gives():
    """One of four tasks more or fewer moves the total by its own weight; nothing beyond all or none."""
    sheet = {"tasks.lead_due": [4], "tasks.lead_done_in_time": [3], "tasks.lead_done_late": [0]}
    units = board(SET, some_facts(), evaluate(some_facts())).scored.table.units[:1]
    names = (*SYSTEM,)
    columns = {name: sheet.get(name, [0]) for name in names}
    scored = engine.score(SET, Table(units, ("2025-2",), columns))
    found = margins(scored)[0]
    assert (found.low, scored.totals[0].total, found.high) == (5000, 7500, 10000)
    assert found.levels == ("good", "very_good", "fair")
