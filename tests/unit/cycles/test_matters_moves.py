"""Whose move it is in each kind of matter: the table, and a machine that tries everything."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor, Role
from thuocdo.core.dates import working_days_between
from thuocdo.core.errors import NotAllowed, ThuocDoError
from thuocdo.core.workdays import holidays, working_day_after
from thuocdo.cycles.errors import OwnWork, WrongState
from thuocdo.cycles.matters import rules
from thuocdo.cycles.matters.rules import Case, check_move, first_state, is_overdue, ladder, may_read, moves_of
from thuocdo.cycles.matters.types import ANSWER_WITHIN, Kind, State, Wish
from thuocdo.evaluation.types import Status

HEAD = Actor("an", "An", frozenset({Role.REPORTER, Role.HEAD}), "BKHCN")
REPORTER = Actor("em", "Em", frozenset({Role.REPORTER}), "BKHCN")
OTHER = Actor("giang", "Giang", frozenset({Role.REPORTER, Role.HEAD}), "BYT")
MONITOR = Actor("binh", "Bình", frozenset({Role.MONITOR}), "VPTW")
LEAD_MONITOR = Actor("lan", "Lan", frozenset({Role.MONITOR}), "BTTTT")
READER = Actor("hoa", "Hoa", frozenset({Role.AUDITOR}))
CITIZEN = Actor("dung", "Dũng")

TABLE = """
dispute submitted open head
dispute submitted withdrawn reporter
dispute open withdrawn head
dispute open upheld judge
dispute open not_upheld judge
extension submitted open head
extension submitted withdrawn reporter
extension open withdrawn head
extension open granted judge
extension open refused judge
difficulty submitted open head
difficulty submitted withdrawn reporter
difficulty open withdrawn head
difficulty passed withdrawn head
difficulty open solved asked
difficulty open refused asked
difficulty open passed ladder
difficulty passed solved asked
difficulty passed refused asked
difficulty passed passed ladder
note submitted standing head
note submitted withdrawn reporter
note standing replaced head
note standing withdrawn head
designation open confirmed second
designation open refused second
designation open withdrawn proposer
"""
"""Every move there is, written a second time by hand."""


def case(kind=Kind.DISPUTE, state=State.OPEN, **fields):
    """Return a matter of the Ministry of Science and Technology that An opened and sent."""
    given_fields = {
        "own": frozenset({"BKHCN"}),
        "opened_by": "an",
        "sent_by": "an",
        "barred": frozenset({"BKHCN", "BTTTT"}) if kind in {Kind.DISPUTE, Kind.EXTENSION} else frozenset(),
        **fields,
    }
    return Case("K-1", kind, state, **given_fields)


def test_the_table_is_the_one_that_is_written_here():
    """No kind has a move more or less than the list of this file."""
    lines = {tuple(line.split()) for line in TABLE.split("\n") if line}
    lines |= {("proposal", *rest) for kind, *rest in lines if kind == "difficulty"}
    found = {
        (kind.value, state.value, to.value, move.owner.value)
        for kind, table in rules.MOVES.items()
        for (state, to), move in table.items()
    }
    assert found == lines


def test_no_event_is_longer_than_the_audit_column():
    """Kind and event together fit the column of the trail."""
    names = {f"{kind.value}_{move.event}" for kind, table in rules.MOVES.items() for move in table.values()}
    assert max(len(name) for name in names) <= 40


def test_wishes_are_words_of_the_computed_status():
    """What an agency may ask for is a status that the rules know, and never a worse one."""
    assert {wish.value for wish in Wish} < {status.value for status in Status}
    assert {"late", "at_risk"}.isdisjoint(wish.value for wish in Wish)


@pytest.mark.parametrize("to", [State.UPHELD, State.NOT_UPHELD])
def test_a_monitor_of_no_lead_judges(to):
    """Somebody of a body that does not lead the task answers a dispute."""
    assert check_move(case(), to=to, by=MONITOR).owner is rules.Owner.JUDGE


@pytest.mark.parametrize(
    "fields",
    [
        {"barred": frozenset({"VPTW"})},
        {"people": frozenset({"binh"})},
        {"own": frozenset({"VPTW"})},
        {"opened_by": "binh"},
        {"sent_by": "binh"},
    ],
)
def test_whoever_is_near_the_task_judges_nothing(fields):
    """A lead, its predecessor or successor, the verifier, the author and the sender are refused."""
    with pytest.raises(OwnWork):
        check_move(case(**fields), to=State.UPHELD, by=MONITOR)


def test_a_reporter_cannot_judge_and_a_monitor_cannot_send():
    """Roles are asked before anything else."""
    with pytest.raises(NotAllowed):
        check_move(case(), to=State.UPHELD, by=OTHER)
    with pytest.raises(NotAllowed):
        check_move(case(state=State.SUBMITTED), to=State.OPEN, by=MONITOR)


def test_an_answered_dispute_stays_answered():
    """There is no move out of an answer."""
    for state in (State.UPHELD, State.NOT_UPHELD, State.WITHDRAWN):
        for to in State:
            with pytest.raises(WrongState):
                check_move(case(state=state), to=to, by=MONITOR)


def test_the_asked_body_answers_and_a_monitor_only_passes_on():
    """The head of the asked body solves; a monitor may carry the question on but not solve it."""
    asked = case(Kind.DIFFICULTY, asked=frozenset({"BYT"}), ladder=frozenset({"BYT"}))
    assert moves_of(asked, OTHER) == (State.SOLVED, State.REFUSED, State.PASSED)
    assert moves_of(asked, MONITOR) == (State.PASSED,)
    assert moves_of(asked, HEAD) == (State.WITHDRAWN,)
    assert moves_of(asked, REPORTER) == ()


def test_who_proposed_members_does_not_confirm_them():
    """A second person confirms; the first may only take it back."""
    proposal = case(Kind.DESIGNATION, own=frozenset(), opened_by="binh", sent_by="binh")
    second = replace(MONITOR, id="khanh")
    assert moves_of(proposal, MONITOR) == (State.WITHDRAWN,)
    assert moves_of(proposal, second) == (State.CONFIRMED, State.REFUSED)


def test_who_may_read():
    """The own body and those who read everything; another body only where it was asked."""
    mine = case(Kind.DIFFICULTY)
    assert [may_read(mine, who) for who in (HEAD, REPORTER, MONITOR, READER)] == [True] * 4
    assert [may_read(mine, who) for who in (OTHER, CITIZEN, replace(HEAD, roles=frozenset()))] == [False] * 3
    assert may_read(case(Kind.DIFFICULTY, ladder=frozenset({"BYT"})), OTHER)
    inside = case(Kind.DIFFICULTY, State.SUBMITTED, ladder=frozenset({"BYT"}))
    assert [may_read(inside, who) for who in (REPORTER, OTHER, MONITOR)] == [True, False, False]


def test_a_head_sends_at_once():
    """A reporter's matter waits for the head; a designation waits for the second person."""
    assert first_state(Kind.DISPUTE, HEAD) is State.OPEN
    assert first_state(Kind.NOTE, HEAD) is State.STANDING
    assert first_state(Kind.NOTE, REPORTER) is State.SUBMITTED
    assert first_state(Kind.DESIGNATION, MONITOR) is State.OPEN


def test_days_on_the_ladder():
    """Each step lasts until the next, the last one until the answer or today."""
    asked = [("BYT", date(2025, 6, 2)), ("BTC", date(2025, 6, 12))]
    assert [step.days for step in ladder(asked, until=None, day=date(2025, 7, 14))] == [10, 32]
    assert [step.days for step in ladder(asked, until=date(2025, 6, 20), day=date(2025, 7, 14))] == [10, 8]
    assert ladder([], until=None, day=date(2025, 7, 14)) == ()


def test_ten_working_days_jump_over_the_national_day():
    """A dispute of Friday 22 August 2025 is answered by Tuesday 9 September, not by the 5th."""
    assert working_day_after(date(2025, 8, 22), ANSWER_WITHIN) == date(2025, 9, 9)
    assert {date(2025, 9, 1), date(2025, 9, 2)} <= holidays()


@given(st.dates(date(2025, 1, 1), date(2026, 12, 1)))
def test_the_answer_is_due_after_ten_working_days(day):
    """The last day is the tenth working day after the day of sending, and late begins after it."""
    due = working_day_after(day, ANSWER_WITHIN)
    assert due.weekday() < 5
    assert due not in holidays()
    assert working_days_between(day, due, holidays()) == 10
    assert not is_overdue(state=State.OPEN, due_on=due, day=due)
    assert is_overdue(state=State.OPEN, due_on=due, day=due + timedelta(days=1))
    assert not is_overdue(state=State.UPHELD, due_on=due, day=due + timedelta(days=99))


_ROLES = st.frozensets(st.sampled_from(list(Role)), max_size=3)
_PEOPLE = st.builds(
    Actor,
    st.sampled_from(["an", "em", "binh", "giang", "kim"]),
    st.just("Ai"),
    _ROLES,
    st.sampled_from(["", "BKHCN", "BTTTT", "BYT", "BTC", "VPTW"]),
)
_LEADS = frozenset({"BKHCN", "BTTTT"})
_LINES = {tuple(line.split()) for line in TABLE.split("\n") if line}


class Matters(RuleBasedStateMachine):
    """People of all roles and bodies try every move on one matter."""

    kind = Kind.DISPUTE

    @initialize(opener=_PEOPLE, people=st.frozensets(st.sampled_from(["binh", "kim"])))
    def open(self, opener, people):
        """Open a matter, asked of the Ministry of Health where a body is asked."""
        asked = frozenset({"BYT"}) if self.kind in rules.FOREIGN_ASKS else frozenset()
        state = first_state(self.kind, opener)
        self.case = Case(
            "K-1",
            self.kind,
            state,
            own=frozenset({"BKHCN"}) if self.kind is not Kind.DESIGNATION else frozenset(),
            opened_by=opener.id,
            sent_by="" if state is State.SUBMITTED else opener.id,
            asked=asked,
            ladder=asked,
            barred=_LEADS if self.kind in {Kind.DISPUTE, Kind.EXTENSION} else frozenset(),
            people=people if self.kind is Kind.DISPUTE else frozenset(),
        )
        self.answered_by = None

    @rule(by=_PEOPLE, to=st.sampled_from(list(State)), body=st.sampled_from(["BTC", "VPTW"]))
    def try_move(self, by, to, body):
        """Take the move if it is allowed, and hold it against the list of this file."""
        offered = to in moves_of(self.case, by) or to is State.REPLACED
        try:
            move = check_move(self.case, to=to, by=by)
        except ThuocDoError:
            assert not offered or to is State.REPLACED
            return
        assert offered
        name = "difficulty" if self.kind is Kind.PROPOSAL else self.kind.value
        assert (name, self.case.state.value, to.value, move.owner.value) in _LINES
        if to in rules.ANSWERED:
            self.answered_by = by
            assert by.id not in {self.case.opened_by, self.case.sent_by}
        if move.owner is rules.Owner.JUDGE:
            assert by.agency not in _LEADS
            assert by.id not in self.case.people
            assert can(by, Permission.JUDGE)
        if move.owner is rules.Owner.ASKED:
            assert by.agency in self.case.asked
        if move.owner in {rules.Owner.HEAD, rules.Owner.REPORTER}:
            assert by.agency in self.case.own
        sent = by.id if move.event == "sent" else self.case.sent_by
        asked = frozenset({body}) if to is State.PASSED else self.case.asked
        self.case = replace(self.case, state=to, sent_by=sent, asked=asked, ladder=self.case.ladder | asked)

    @invariant()
    def states_belong_to_the_kind(self):
        """A matter never leaves the states of its kind, and whoever may move it may read it."""
        found = getattr(self, "case", None)
        if found is not None:
            assert found.state in rules.STATES[self.kind]
            assert (self.answered_by is not None) == (found.state in rules.ANSWERED)
            for who in (HEAD, OTHER, MONITOR, LEAD_MONITOR, CITIZEN):
                assert may_read(found, who) or not moves_of(found, who)


@pytest.mark.parametrize("kind", list(Kind))
def test_no_move_outside_the_table(kind):
    """Whatever is tried by whomever, only moves of the table succeed, and no lead ever judges."""
    machine = type(f"Matters_{kind.value}", (Matters,), {"kind": kind})
    run_state_machine_as_test(machine, settings=settings(max_examples=60, stateful_step_count=25))
