"""What must hold for every task, whatever was filed and heard."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.evaluation.strategies import UNTIL, any_facts, later, pieces

from thuocdo.core.canonical import canonical_json
from thuocdo.cycles.types import EvidenceKind, Report, Situation, State
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.reasons import sentence
from thuocdo.evaluation.types import Facts, Status, TaskVerdict
from thuocdo.programme.types import Component, Need, Rhythm

RANK = {
    Status.DONE: 0,
    Status.CLAIMED: 1,
    Status.ON_TRACK: 2,
    Status.WITHIN_TIME: 2,
    Status.AT_RISK: 3,
    Status.LATE: 4,
}
CALM = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def verdict(facts: Facts) -> TaskVerdict:
    """Return the verdict on the only task."""
    return evaluate(facts).tasks[0]


@CALM
@given(any_facts())
def test_every_task_gets_a_status_that_can_be_said(facts):
    """No facts make the rules fail, and each verdict can be said and written down."""
    found = evaluate(facts)
    reasons = [found.tasks[0].reason, found.tasks[0].claim_reason]
    assert all(sentence(reason, "vi") for reason in reasons if reason is not None)
    assert canonical_json(found)


@CALM
@given(any_facts(), st.randoms())
def test_the_order_of_the_records_does_not_matter(facts, random):
    """The same records in another order give the same bytes."""
    mixed = {
        name: tuple(random.sample(getattr(facts, name), len(getattr(facts, name))))
        for name in ("evidence", "reports", "milestones")
    }
    assert canonical_json(evaluate(replace(facts, **mixed))) == canonical_json(evaluate(facts))


@CALM
@given(any_facts(until=UNTIL), pieces(UNTIL))
def test_verified_evidence_never_makes_a_status_worse(facts, piece):
    """One more verified piece leaves a task where it was, or better."""
    more = replace(piece, id="new", state=State.VERIFIED, verified_on=piece.verified_on or UNTIL)
    before, after = verdict(facts), verdict(replace(facts, evidence=(*facts.evidence, more)))
    if before.status in RANK:
        assert RANK[after.status] <= RANK[before.status]
        if before.status is after.status is Status.DONE and not before.recurring:
            assert after.days_late <= before.days_late


@CALM
@given(any_facts(until=UNTIL))
def test_claims_alone_never_stop_the_clock(facts):
    """A task of which only claims and announcements are known is late once its day has ended."""
    said = tuple(
        replace(
            piece, kind=EvidenceKind.DOCUMENT, number="", url="", text="Đã trình, sẽ ban hành", issued_on=None
        )
        for piece in facts.evidence
    )
    claim = Report("r", "1", "bo-a", "", Situation.DONE, State.SENT, UNTIL)
    decree = (Component("a", (Need.DECREE,), "a", "a"),)
    programme = replace(facts.programme, tasks=(replace(facts.programme.tasks[0], components=decree),))
    found = verdict(replace(facts, programme=programme, evidence=said, reports=(*facts.reports, claim)))
    assert found.status not in {Status.DONE, Status.CLAIMED}
    if found.due is not None and found.due < UNTIL and found.status is not Status.NOT_MEASURABLE:
        assert found.status is Status.LATE


@CALM
@given(any_facts(until=UNTIL, rhythms=(Rhythm.ONCE,)), st.integers(0, 500))
def test_time_alone_never_makes_a_status_better(facts, days):
    """Nothing new is filed, so a later day never gives a better status."""
    before, after = verdict(facts), verdict(replace(facts, as_of=later(UNTIL, days)))
    if before.status in RANK:
        assert RANK[after.status] >= RANK[before.status]


@CALM
@given(any_facts(until=UNTIL))
def test_counts_add_up(facts):
    """The assignments by status add up to all assignments, and the totals to one task."""
    found = evaluate(facts)
    task = found.tasks[0]
    if task.counts and task.assignments and facts.programme.tasks[0].mode != "every_component":
        assert sum(task.counts.values()) == len(task.assignments)
    assert sum(found.totals.once.values()) + sum(found.totals.recurring.values()) == 1
    assert sum(found.totals.by_theme["I"].values()) == 1
    for body in found.agencies:
        assert body.due_done_in_time <= body.due
        assert body.evidence_verified <= body.evidence_filed
