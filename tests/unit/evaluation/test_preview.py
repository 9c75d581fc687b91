"""What the status of a task would be if a report went out now."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.facts import a_task

from thuocdo.cycles.types import Evidence, EvidenceKind, Report, Situation, State
from thuocdo.evaluation.evaluate import evaluate
from thuocdo.evaluation.preview import preview
from thuocdo.evaluation.types import Facts, Status
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register

PROGRAMME, REGISTER = catalogue("nq03"), register()
DAY = date(2025, 12, 31)
TASK = replace(a_task("1"), leads=("BKHCN",))
FACTS = Facts(replace(PROGRAMME, tasks=(TASK,), indicators=()), REGISTER, DAY)
DECREE = "Nghị định số 88/2025/NĐ-CP ngày 20/6/2025 của Chính phủ"


def proof(text=DECREE, **changes):
    """Return evidence as the panel types it."""
    given = Evidence("", "1", "BKHCN", EvidenceKind.DOCUMENT, text, State.SENT, DAY)
    return replace(given, **changes)


def said(**changes):
    """Return a report as the panel types it."""
    return replace(Report("", "1", "BKHCN", "2026-1", Situation.WORKING, State.SENT, DAY), **changes)


def ahead(report=None, evidence=(), *, verified=False, facts=FACTS):
    """Return the status that the task would have."""
    return preview(facts, task="1", agency="BKHCN", report=report, evidence=evidence, verified=verified)


def test_evidence_is_claimed_and_then_done():
    """Sent it waits for verification; verified it is done, late by the rules for its day."""
    assert ahead().status is Status.LATE
    assert ahead(said(situation=Situation.DONE), [proof()]).status is Status.CLAIMED
    done = ahead(said(situation=Situation.DONE), [proof()], verified=True)
    assert done.status is Status.DONE
    assert done.days_late > 0


def test_a_claim_without_proof_stays_late():
    """Saying done changes nothing, and the preview shows that as the public will read it."""
    found = ahead(said(situation=Situation.DONE), [proof("Đã trình Chính phủ xem xét, ban hành")])
    assert (found.status, found.claimed_without_proof) == (Status.LATE, True)
    assert found.claim_reason.code == "submitted_not_passed"


@pytest.mark.parametrize("verified", [False, True])
def test_a_preview_is_what_the_rules_make_of_it_later(verified):
    """Recording the same on that day gives the very same verdict: one set of rules decides."""
    piece = proof(id="E-1", state=State.SENT)
    if verified:
        piece = replace(piece, state=State.VERIFIED, verified_on=DAY, verified_by="binh", verifier_note="đủ")
    later = replace(FACTS, reports=(said(id="R-1"),), evidence=(piece,))
    expected = evaluate(later).tasks[0]
    found = ahead(said(), [proof()], verified=verified)
    assert replace(found, assignments=()) == replace(expected, assignments=())


def test_a_new_report_takes_the_place_of_the_old():
    """The old expected date does not speak beside the new one, and other tasks stay out of it."""
    open_task = replace(TASK, deadline=replace(TASK.deadline, due=date(2026, 12, 31)))
    old = said(id="R-1", received_on=date(2025, 12, 1), expected_on=date(2027, 6, 1))
    strange = replace(old, id="R-2", task="2")
    facts = replace(FACTS, programme=replace(FACTS.programme, tasks=(open_task,)), reports=(old, strange))
    assert ahead(facts=facts).reason.code == "risk_expected_after_due"
    found = ahead(said(expected_on=date(2026, 10, 1), has_plan=True, has_draft=True), facts=facts)
    assert found.reason.code != "risk_expected_after_due"


def test_facts_are_left_as_they_were():
    """Looking ahead changes nothing that others read."""
    before = replace(FACTS)
    ahead(said(), [proof()], verified=True)
    assert before == FACTS


def test_a_task_that_is_not_there_is_a_mistake_of_the_caller():
    """An unknown task is not guessed."""
    with pytest.raises(KeyError):
        preview(FACTS, task="none", agency="BKHCN", report=None, evidence=())
