"""The table of moves: what each state allows to whom, held against a model written in other words."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, NotAllowed, ThuocDoError
from thuocdo.cycles.errors import OwnWork, WrongState
from thuocdo.cycles.rules import MOVES, Owner, Paper, can_move, carries_secret_mark, check_move, first_state
from thuocdo.cycles.types import State

BODIES = ("BKHCN", "BYT", "VPTW", "BTTTT", "")
ROLES = (Role.REPORTER, Role.HEAD, Role.MONITOR, Role.ADMINISTRATOR)
ACTORS = st.builds(
    Actor,
    id=st.sampled_from(["an", "em", "binh", "giang"]),
    name=st.just("X"),
    roles=st.frozensets(st.sampled_from(ROLES), max_size=2),
    agency=st.sampled_from(BODIES),
)


def allowed(state, to, *, by, author, agency, bodies):
    """Say in plain words whether a move is allowed: the reference that the table must equal."""
    writes = bool(by.roles & {Role.REPORTER, Role.HEAD}) and by.agency == agency
    heads = Role.HEAD in by.roles and by.agency == agency
    judges = Role.MONITOR in by.roles and by.id != author and by.agency not in (set(bodies) | {agency})
    judges = judges or (Role.MONITOR in by.roles and by.id != author and by.agency == "")
    if to is State.SUBMITTED:
        return state is State.SAVED and writes
    if to is State.SENT:
        return state in {State.SAVED, State.SUBMITTED} and heads
    if to is State.SAVED:
        return state is State.SUBMITTED and heads
    if to in {State.VERIFIED, State.RETURNED}:
        return state is State.SENT and judges
    return state is not State.CORRECTED and writes


class Moves(RuleBasedStateMachine):
    """Walks a record through random moves by random people, beside the reference."""

    @initialize(author=st.sampled_from(["an", "em"]), agency=st.sampled_from(BODIES[:3]))
    def start(self, author, agency):
        """Begin with a saved record."""
        self.author, self.agency, self.state = author, agency, State.SAVED
        self.bodies = frozenset({agency, "BTTTT"})
        self.verified_by = None

    @rule(by=ACTORS, to=st.sampled_from(State))
    def move(self, by, to):
        """Try any move by anybody."""
        people = frozenset({self.author})
        paper = Paper("E-1", self.state, self.agency, people, self.bodies)
        expected = allowed(self.state, to, by=by, author=self.author, agency=self.agency, bodies=self.bodies)
        assert can_move(paper, to=to, by=by) == expected
        if not expected:
            with pytest.raises(ThuocDoError):
                check_move(paper, to=to, by=by)
            return
        check_move(paper, to=to, by=by)
        self.state = to
        if to is State.VERIFIED:
            self.verified_by = by.id

    @invariant()
    def nobody_verified_their_own_work(self):
        """What is verified was verified by somebody else."""
        assert getattr(self, "verified_by", None) != getattr(self, "author", "")


Moves.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestMoves = Moves.TestCase


def test_every_state_appears_in_the_table():
    """No state is a dead word: each is left or reached by some move."""
    assert {state for pair in MOVES for state in pair} == set(State)


def test_corrected_ends_a_record():
    """A corrected record moves nowhere."""
    assert not [pair for pair in MOVES if pair[0] is State.CORRECTED]


def test_only_verifiers_verify():
    """Verification and return after sending belong to the second person alone."""
    judged = [move for (_, to), move in MOVES.items() if to in {State.VERIFIED, State.RETURNED}]
    assert {move.owner for move in judged} == {Owner.VERIFIER}


def test_refusals_say_why(an, binh):
    """A wrong state is a conflict, one's own work is not allowed, and each says what to do."""
    sent = Paper("E-1", State.SENT, "BKHCN", frozenset({"binh"}), frozenset({"BKHCN"}))
    with pytest.raises(OwnWork, match="second person"):
        check_move(sent, to=State.VERIFIED, by=binh)
    with pytest.raises(NotAllowed, match="may not verify"):
        check_move(sent, to=State.VERIFIED, by=an)
    with pytest.raises(WrongState, match="cannot become"):
        check_move(sent, to=State.SUBMITTED, by=an)
    assert issubclass(WrongState, Conflict)


def test_heads_send_and_reporters_submit(an, em):
    """What a head records is sent at once; what a reporter records waits for the head."""
    assert (first_state(an), first_state(em)) == (State.SENT, State.SUBMITTED)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("MẬT", True),
        ("Công văn số 12/CV-A (MẬT)", True),
        ("TỐI  MẬT", True),
        ("tuyệt mật", True),
        ("Độ mật: B", True),
        ("bí mật kinh doanh", False),
        ("BẢO MẬT", False),
        ("MẬT MÃ", False),
        ("mật độ trạm", False),
        ("cấp nhật", False),
    ],
)
def test_secret_marks(text, secret):
    """The mark of the law is recognised, everyday words with the same syllable are not."""
    assert carries_secret_mark(text) is secret
