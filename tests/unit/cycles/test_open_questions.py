"""Due dates that ask their leads between cycles."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from thuocdo.cycles.owing import NEAR_DAYS, open_questions, settled
from thuocdo.cycles.types import Asked, Evidence, EvidenceKind, Proof, Report, Situation, State
from thuocdo.programme.catalogue import catalogue
from thuocdo.programme.registry import register
from thuocdo.programme.types import Mode, Rhythm

PROGRAMME, REGISTER = catalogue("nq03"), register()
DUE = date(2025, 6, 30)
LED = next(task for task in PROGRAMME.tasks if task.rhythm is Rhythm.ONCE and task.leads == ("BKHCN",))
TASK = replace(LED, unmeasurable="", deadline=replace(LED.deadline, due=DUE))


def report(on, **changes):
    """Return a report of the lead that was received on a day."""
    given = Report("R-1", TASK.code, "BKHCN", "", Situation.WORKING, State.SENT, on)
    return replace(given, **changes)


def proof(on, **changes):
    """Return accepted evidence of the lead."""
    given = Evidence("E-1", TASK.code, "BKHCN", EvidenceKind.DOCUMENT, "x", State.VERIFIED, on)
    return replace(given, verified_on=on, verified_by="binh", **changes)


def asked(day, reports=(), evidence=(), task=TASK):
    """Return the questions about one task on a day."""
    programme = replace(PROGRAMME, tasks=(task,))
    return open_questions(programme, REGISTER, reports, evidence, day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (DUE - timedelta(days=NEAR_DAYS + 1), None),
        (DUE - timedelta(days=NEAR_DAYS), Asked.DUE_NEAR),
        (DUE, Asked.DUE_NEAR),
        (DUE + timedelta(days=1), Asked.DUE_PASSED),
        (DUE + timedelta(days=400), Asked.DUE_PASSED),
    ],
)
def test_when_a_due_date_asks(day, expected):
    """It begins two weeks before the day and does not stop by itself."""
    found = asked(day)
    assert [question.asked for question in found] == ([expected] if expected else [])
    assert all((question.task, question.agency) == (TASK.code, "BKHCN") for question in found)


@pytest.mark.parametrize(
    ("reports", "open_still"),
    [
        ([report(DUE + timedelta(days=1))], False),
        ([report(DUE - timedelta(days=NEAR_DAYS))], False),
        ([report(DUE - timedelta(days=NEAR_DAYS + 1))], True),
        ([report(DUE, cycle="2025-2")], False),
        ([report(DUE, state=State.RETURNED)], True),
        ([report(DUE, agency="BYT")], True),
        ([report(DUE, task="none")], True),
        ([report(DUE, agency="BTTTT")], False),
    ],
)
def test_what_answers_a_question(reports, open_still):
    """A report that was sent since it began to ask answers it, also one of a body that was merged."""
    assert bool(asked(DUE + timedelta(days=2), reports)) is open_still


def test_a_proved_task_is_not_asked():
    """Accepted evidence for every part, whenever it came, leaves nothing to ask."""
    early = proof(date(2025, 3, 1))
    assert asked(DUE + timedelta(days=2), (), [early]) == ()
    assert asked(DUE + timedelta(days=2), (), [replace(early, state=State.SENT, verified_on=None)])


def test_each_of_several_leads_is_asked():
    """Each lead owes its own answer, and one that answers does not answer for the other."""
    both = replace(TASK, leads=("BKHCN", "BYT"), mode=Mode.EACH_LEAD)
    day = DUE + timedelta(days=1)
    assert [question.agency for question in asked(day, task=both)] == ["BKHCN", "BYT"]
    assert [question.agency for question in asked(day, [report(day)], task=both)] == ["BYT"]
    proved = asked(day, (), [proof(date(2025, 3, 1))], task=both)
    assert [question.agency for question in proved] == ["BYT"]
    together = replace(both, mode=Mode.ONE_FOR_ALL)
    assert asked(day, (), [proof(date(2025, 3, 1))], task=together) == ()


def test_what_is_replaced_or_cannot_be_measured_is_not_asked():
    """A task that a later act replaced, or that nothing can prove, has no question."""
    day = DUE + timedelta(days=1)
    assert asked(day, task=replace(TASK, replaced_by="71/NQ-CP", replaced_on=date(2025, 6, 1))) == ()
    assert asked(day, task=replace(TASK, unmeasurable="no_output")) == ()


def test_a_yearly_task_asks_each_year():
    """A yearly task is due on 31 December, or on its day, and asks again the next year."""
    yearly = replace(TASK, rhythm=Rhythm.EACH_YEAR)
    assert [q.due for q in asked(date(2026, 12, 20), task=yearly)] == [date(2026, 12, 31)]
    dated = replace(yearly, deadline=replace(yearly.deadline, day="02-29"))
    assert [q.due for q in asked(date(2027, 3, 1), task=dated)] == [date(2027, 2, 28)]
    assert asked(date(2026, 12, 31), task=replace(TASK, rhythm=Rhythm.EACH_CYCLE)) == ()


def test_parts_are_settled_one_by_one():
    """Evidence that was accepted for one part does not settle the other."""
    one, *_ = TASK.components
    two = replace(TASK, components=(one, replace(one, code="other")))
    piece = Proof("BKHCN", date(2025, 3, 1), (one.code,))
    assert not settled(two, [piece], before=DUE)
    assert settled(two, [piece, replace(piece, parts=("other",))], before=DUE)
    assert not settled(two, [replace(piece, parts=())], before=date(2025, 3, 1))


def test_the_whole_programme_asks_quickly():
    """Every question of the model programme names a lead that answers on that day, the oldest first."""
    found = open_questions(PROGRAMME, REGISTER, (), (), date(2026, 1, 5))
    assert len(found) > 100
    assert [question.due for question in found] == sorted(question.due for question in found)
    assert "BTTTT" not in {question.agency for question in found}
