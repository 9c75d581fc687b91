"""Verifying as a second person, and returning with every fault."""

from datetime import date

import pytest
from tests.factories.rows import evidence, observation, row

from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Fault, Invalid, NotAllowed, NotFound
from thuocdo.cycles import desk, queries
from thuocdo.cycles.actions import (
    record_rows,
    return_evidence,
    send_records,
    verify_evidence,
    verify_records,
)
from thuocdo.cycles.errors import OwnWork, WrongState
from thuocdo.cycles.types import Decision, State
from thuocdo.evaluation.queries import facts
from thuocdo.measurement import queries as values
from thuocdo.measurement.actions import verify_observation
from thuocdo.measurement.errors import NotWaiting, OwnValue

pytestmark = pytest.mark.usefixtures("model_programme")


@pytest.fixture
def filed(an, now):
    """Return the id of evidence that An has sent."""
    return record_rows(rows=[evidence()], by=an, now=now).added[0]


def monitor(agency, name="kim"):
    """Return somebody of a body who may verify."""
    return Actor(name, "Kim", frozenset({Role.MONITOR}), agency)


def accept(public_id, by, now, **given):
    """Accept one record."""
    defaults = {"components": (), "accept": True, "note": ""}
    verify_evidence(id=public_id, by=by, now=now, **{**defaults, **given})


def test_second_person_verifies(filed, binh, now):
    """Verification stores who and when, and writes one event."""
    accept(filed, binh, now, components=["a"])
    (found,) = queries.evidence("nq03", as_of=now.date())
    assert (found.state, found.verified_by, found.verified_on) == (State.VERIFIED, "binh", date(2025, 6, 20))
    assert found.verified_components == ("a",)
    assert [event.by for event in Event.objects.filter(on=filed, kind="evidence_verified")] == ["binh"]


def test_only_the_verifier_says_gazette(an, binh, now):
    """A reporter cannot claim the gazette; what the verifier found there counts from then on."""
    with pytest.raises(Invalid, match="Nothing was recorded"):
        record_rows(rows=[evidence(in_gazette="1")], by=an, now=now)
    public_id = record_rows(rows=[evidence()], by=an, now=now).added[0]
    verify_records(decisions=[Decision(public_id, accept=True, in_gazette=True)], by=binh, now=now)
    assert queries.evidence("nq03", as_of=now.date())[0].in_gazette


def test_author_never_verifies(now):
    """Also with a monitor's role and from another body, nobody verifies their own record."""
    both = Actor("an", "An", frozenset({Role.REPORTER, Role.HEAD, Role.MONITOR}), "BKHCN")
    public_id = record_rows(rows=[evidence()], by=both, now=now).added[0]
    moved = Actor("an", "An", frozenset({Role.MONITOR}), "VPTW")
    with pytest.raises(OwnWork, match="own work"):
        accept(public_id, moved, now)


def test_head_who_sent_never_verifies(em, an, now):
    """The head who sent a reporter's record is no second person either."""
    public_id = record_rows(rows=[evidence()], by=em, now=now).added[0]
    send_records(ids=[public_id], by=an, now=now)
    with pytest.raises(OwnWork):
        accept(public_id, Actor("an", "An", frozenset({Role.MONITOR}), "VPTW"), now)


@pytest.mark.parametrize("agency", ["BKHCN", "BTTTT"])
def test_leads_and_their_predecessors_never_verify(an, now, agency):
    """Nobody of the lead, nor of the body that it follows, verifies: task 60 went from one to the other."""
    public_id = record_rows(rows=[evidence(task="60")], by=an, now=now).added[0]
    with pytest.raises(OwnWork, match="answers for"):
        accept(public_id, monitor(agency), now)


def test_members_of_a_group_never_verify(an, now):
    """In a task of all bodies, a monitor inside any of them is refused; one outside is not."""
    public_id = record_rows(rows=[evidence(task="12")], by=an, now=now).added[0]
    with pytest.raises(OwnWork):
        accept(public_id, monitor("VPCP"), now)
    accept(public_id, monitor("VPTW"), now)


def test_without_the_role_nobody_verifies(filed, giang, dung, now):
    """A reporter of another body and a citizen are refused by role."""
    for person in (giang, dung):
        with pytest.raises(NotAllowed, match="may not verify"):
            accept(filed, person, now)


def test_return_names_every_fault(filed, binh, now):
    """A return keeps each fault on its field, and the evidence counts as returned from that day."""
    faults = [Fault("E", "không có trang ký", "text"), Fault("E", "sai ngày", "issued_on")]
    return_evidence(id=filed, faults=faults, by=binh, now=now)
    row_found = queries.rows([filed])[filed]
    assert [fault["field"] for fault in row_found.faults] == ["text", "issued_on"]
    assert queries.evidence("nq03", as_of=now.date())[0].state is State.RETURNED


def test_return_without_a_reason_is_refused(filed, binh, now):
    """Returning says what is wrong."""
    with pytest.raises(Invalid):
        accept(filed, binh, now, accept=False)


def test_nothing_is_decided_twice(filed, binh, now):
    """What has been verified cannot be returned, and what does not exist is not found."""
    accept(filed, binh, now)
    with pytest.raises(WrongState):
        accept(filed, binh, now, accept=False, note="x")
    with pytest.raises(NotFound):
        accept("E-000000000000", binh, now)
    with pytest.raises(NotFound):
        accept("17", binh, now)


def test_unknown_part_and_missing_sentence_are_refused(an, binh, now):
    """A part must exist, and a part that no rule decides needs the verifier's sentence."""
    given = evidence(task="16", text="Quyết định 9001/QĐ-BKHCN ngày 1/6/2025")
    public_id = record_rows(rows=[given], by=an, now=now).added[0]
    with pytest.raises(Invalid) as refused:
        accept(public_id, binh, now, components=["zz"])
    assert [fault.field for fault in refused.value.faults] == ["component"]


def test_many_are_decided_together_or_not_at_all(an, binh, now):
    """One wrong decision leaves all of them undecided."""
    rows = [evidence(2), evidence(3, text="Quyết định 9018/QĐ-TTg ngày 1/6/2025")]
    first, second = record_rows(rows=rows, by=an, now=now).added
    wrong = [Decision(first, accept=True), Decision(second, accept=False)]
    with pytest.raises(Invalid):
        verify_records(decisions=wrong, by=binh, now=now)
    assert {item.state for item in queries.evidence("nq03", as_of=now.date())} == {State.SENT}
    good = [Decision(first, accept=True), Decision(second, accept=False, note="sai")]
    assert verify_records(decisions=good, by=binh, now=now) == 2


def test_facts_know_only_what_was_known(an, binh, now):
    """Facts of an earlier day show the evidence as sent, and before its receipt not at all."""
    public_id = record_rows(rows=[evidence()], by=an, now=now).added[0]
    accept(public_id, binh, now.replace(day=28))
    assert facts("nq03", as_of=date(2025, 6, 19)).evidence == ()
    (sent,) = facts("nq03", as_of=date(2025, 6, 27)).evidence
    assert (sent.state, sent.verified_by, sent.verified_on) == (State.SENT, "", None)
    assert facts("nq03", as_of=date(2025, 6, 28)).evidence[0].state is State.VERIFIED


def test_one_illustrative_record_marks_the_whole(an, now):
    """Facts are illustrative as soon as one record is."""
    record_rows(rows=[evidence()], by=an, now=now)
    assert not facts("nq03", as_of=now.date()).illustrative
    record_rows(
        rows=[row("milestone", 2, task="17", name="x", due_on="2025-07-01", illustrative="1")], by=an, now=now
    )
    assert facts("nq03", as_of=now.date()).illustrative


def test_milestone_is_verified(an, binh, now):
    """A verified milestone carries its day; those of an indicator go by its key."""
    rows = [row("milestone", 2, task="24@2030", name="Đà Nẵng", due_on="2025-06-01")]
    public_id = record_rows(rows=rows, by=an, now=now).added[0]
    with pytest.raises(OwnWork):
        accept(public_id, monitor("BTTTT"), now)
    accept(public_id, binh, now)
    assert queries.milestones("nq03", as_of=now.date())[0].verified_on == date(2025, 6, 20)


def test_observation_counts_once_verified(binh, chi, now):
    """A recorded value enters the facts when a second person has accepted it."""
    public_id = record_rows(rows=[observation()], by=chi, now=now).added[0]
    assert facts("nq03", as_of=now.date()).observations == ()
    with pytest.raises(NotAllowed):
        verify_observation(id=public_id, accept=True, note="", by=chi, now=now)
    verify_observation(id=public_id, accept=True, note="", by=binh, now=now)
    (found,) = facts("nq03", as_of=now.date()).observations
    assert (str(found.value), found.verified_by, found.source) == ("41.5", "binh", "Khảo sát minh hoạ")
    with pytest.raises(NotWaiting):
        verify_observation(id=public_id, accept=True, note="", by=binh, now=now)


def test_monitor_never_verifies_its_own_value(binh, now):
    """Who entered a value, and for a reported one the body that monitors it, is refused."""
    public_id = record_rows(rows=[observation()], by=binh, now=now).added[0]
    with pytest.raises(OwnValue):
        verify_observation(id=public_id, accept=True, note="", by=binh, now=now)
    bank = Actor("ly", "Ly", frozenset({Role.REPORTER, Role.HEAD}), "NHNN")
    reported = record_rows(rows=[observation(origin="reported", source="NHNN")], by=bank, now=now).added[0]
    with pytest.raises(OwnValue, match="answers for"):
        verify_observation(id=reported, accept=True, note="", by=monitor("NHNN"), now=now)
    verify_observation(id=reported, accept=True, note="", by=binh, now=now)


def test_returned_value_may_be_given_again(binh, chi, now):
    """A returned value leaves its vintage free."""
    public_id = record_rows(rows=[observation()], by=chi, now=now).added[0]
    verify_observation(id=public_id, accept=False, note="sai kỳ", by=binh, now=now)
    record_rows(rows=[observation(value="42")], by=chi, now=now)
    assert len(values.waiting()) == 1


def test_desk_shows_what_waits_and_for_whom(em, an, binh, chi, now):
    """The verifier's desk holds all that was sent, the head's desk what the body's reporters submitted."""
    record_rows(rows=[evidence(2)], by=an, now=now)
    record_rows(rows=[evidence(2, text="Quyết định 9020/QĐ-TTg")], by=em, now=now)
    record_rows(rows=[observation()], by=chi, now=now)
    assert [item.mine for item in desk.to_verify(binh, day=now.date())] == [True, True]
    assert [item.mine for item in desk.to_verify(an, day=now.date())] == [False, False]
    assert [item.mine for item in desk.to_send(an)] == [True]
    assert [item.mine for item in desk.to_send(em)] == [False]
    assert desk.to_send(binh) == ()


def test_lost_race_is_a_conflict(filed, binh, now, monkeypatch):
    """When somebody else moves a record between reading and writing, nothing is overwritten."""
    stale = queries.rows([filed])
    accept(filed, binh, now)
    monkeypatch.setattr("thuocdo.cycles.actions.queries.rows", lambda _: stale)
    with pytest.raises(Conflict, match="meanwhile"):
        accept(filed, binh, now, accept=False, note="x")
