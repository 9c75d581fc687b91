"""A body's desk and the counts of all bodies."""

from collections import Counter
from dataclasses import replace
from datetime import date

from tests.factories.facts import a_task, some_evidence, some_facts

from thuocdo.config.current import Known
from thuocdo.cycles.types import State
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.types import Status
from thuocdo.programme.types import Agency, AgencyKind, Mode, Succession
from thuocdo.web.desk import URGENCY, desk, overview


def known(**changes):
    """Return facts with what the rules make of them."""
    facts = some_facts(**changes)
    return Known(facts, evaluate(facts))


def test_a_desk_holds_what_the_body_answers_for():
    """Tasks that a body leads are apart from those in which it takes part."""
    found = desk(known(), "bo-a")
    assert {row.task.code for row in found.leads} == {"1", "2", "3", "5", "6"}
    assert found.takes_part == ()
    partner = desk(known(), "bo-b")
    assert partner.leads == ()
    assert {row.task.code for row in partner.takes_part} == {"1", "2", "3", "4", "5", "6"}


def test_the_most_urgent_stands_first():
    """What is late comes before what is at risk, what is done comes last, and earlier days come first."""
    rows = desk(known(), "bo-a").leads
    order = [(URGENCY.index(row.status), row.due or date.max) for row in rows]
    assert order == sorted(order)
    assert rows[0].status is Status.LATE
    assert rows[-1].status is Status.DONE
    assert set(URGENCY) == set(Status)


def test_the_counts_are_those_of_the_rows():
    """Each status is counted once for each row, and nothing else is."""
    found = desk(known(), "bo-a")
    assert found.counts == Counter(row.status for row in found.leads)


def test_a_group_member_sees_its_own_part():
    """A province sees the group's task with the status of its own part."""
    proof = some_evidence(id="e2", task="4", agency="tinh-x")
    facts = known(evidence=(some_evidence(), proof))
    assert [row.status for row in desk(facts, "tinh-x").leads] == [Status.DONE]
    assert [row.status for row in desk(facts, "tinh-y").leads] == [Status.LATE]


def test_a_merged_body_sees_what_its_successor_answers_for():
    """Somebody whose body has ended works on the successor's desk."""
    register = some_facts().register
    ended = Agency("bo-cu", "Bộ cũ", "Old ministry", AgencyKind.MINISTRY, valid_until=date(2025, 3, 1))
    merged = replace(
        register,
        agencies=(*register.agencies, ended),
        successions=(Succession("bo-cu", "bo-a", date(2025, 3, 1)),),
    )
    facts = known(register=merged)
    assert desk(facts, "bo-cu") == desk(facts, "bo-a")
    assert desk(facts, "bo-cu").body.code == "bo-a"


def test_what_nobody_can_measure_is_still_on_the_desk():
    """A task without output and date waits on its lead's desk, shared leads say with how many."""
    programme = some_facts().programme
    vague = a_task("9", components=(), leads=("bo-a", "bo-b"), coordinators=(), mode=Mode.ONE_FOR_ALL)
    facts = known(programme=replace(programme, tasks=(*programme.tasks, vague)))
    row = next(row for row in desk(facts, "bo-a").leads if row.task.code == "9")
    assert (row.status, row.shared_with) == (Status.NOT_MEASURABLE, 1)
    assert "9" not in {row.task.code for row in desk(facts, "bo-b").takes_part}


def test_returned_evidence_is_counted():
    """Evidence that was sent back waits for its own body only."""
    returned = some_evidence(state=State.RETURNED, verified_on=None, verified_components=())
    facts = known(evidence=(returned,))
    assert (desk(facts, "bo-a").returned, desk(facts, "bo-b").returned) == (1, 0)


def test_a_body_that_no_register_holds_has_an_empty_desk():
    """A code that was mistyped gives an empty desk under that code, not a fault."""
    found = desk(known(), "nobody")
    assert (found.body.name_en, found.leads, found.takes_part) == ("nobody", (), ())


def test_central_bodies_and_provinces_never_share_a_table():
    """The overview keeps the register's order and counts every part once."""
    facts = known()
    central, provinces = overview(facts)
    assert [line.body.code for line in central] == ["bo-a"]
    assert [line.body.code for line in provinces] == ["tinh-x", "tinh-y"]
    assert central[0].total == len(desk(facts, "bo-a").leads) == sum(central[0].counts.values())
