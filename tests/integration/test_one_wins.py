"""Who moves one report: a state machine beside a plain model, and fifty people at the same moment."""

import json
from collections import Counter
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.conftest import NOW
from tests.factories.cycles import LINE, handed, reported, saved
from tests.integration.test_cycles_at_once import at_once, outcome

from thuocdo.audit.models import Event
from thuocdo.core.actor import Actor, Role
from thuocdo.core.errors import Conflict, Fault, NotAllowed, NotFound, ThuocDoError
from thuocdo.cycles import models
from thuocdo.cycles.actions import hand_back, record_rows, send_records, verify_records
from thuocdo.cycles.rules import MOVES
from thuocdo.cycles.types import Decision, RawRow

AT_ONCE = 50
TELL = [Fault("", "chưa rõ")]

EM = Actor("em", "Em", frozenset({Role.REPORTER}), "BKHCN")
AN = Actor("an", "An", frozenset({Role.REPORTER, Role.HEAD}), "BKHCN")
BINH = Actor("binh", "Bình", frozenset({Role.MONITOR}), "VPTW")
DUNG = Actor("dung", "Dũng")
GIANG = Actor("giang", "Giang", frozenset({Role.REPORTER, Role.HEAD}), "BYT")
PEOPLE = (EM, AN, BINH, DUNG, GIANG)

REFERENCE = {
    ("saved", "submitted"): "reporter",
    ("saved", "sent"): "head",
    ("submitted", "sent"): "head",
    ("submitted", "saved"): "head",
    ("sent", "returned"): "verifier",
    ("sent", "verified"): "verifier",
    **{(state, "corrected"): "reporter" for state in ("saved", "submitted", "sent", "returned", "verified")},
}
"""Every move there is and whose it is, written down a second time."""

OWNERS = {"reporter": (EM, AN), "head": (AN,), "verifier": (BINH,)}
ABLE = {to: OWNERS[owner] for (_old, to), owner in REFERENCE.items() if to != "submitted"}


def verify(public_id, by, now, *, accept):
    """Accept or return one report."""
    verify_records(decisions=[Decision(id=public_id, accept=accept, note="đã xem")], by=by, now=now)


def replace(public_id, by, now, *, sentence):
    """Give another version of a report in its place; returns the new one's id."""
    cells = {
        "programme": "nq03",
        "task": "17",
        "kind": "report",
        "cycle": "2025-2",
        "situation": "working",
        "public_sentence": sentence,
        "corrects": public_id,
        "reason": "Viết lại",
    }
    return record_rows(rows=[RawRow("row 1", cells)], by=by, now=now).added[0]


BY_HANDING_IN = ("saved", "sent")
"""What came back is sent by handing it in again; an approval of it comes too late."""


class Paper(RuleBasedStateMachine):
    """One question of one body; the model is the state of each of its reports, by id."""

    def __init__(self):
        super().__init__()
        self.clock, self.count, self.won = NOW, 0, Counter()
        self.states = {}
        self.block = transaction.atomic()
        self.block.__enter__()

    def teardown(self):
        """Leave the database as it was."""
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    def attempt(self, public_id, to, by, act):
        """Do the act; it does just what the reference says, and refuses in the one right way."""
        self.clock += timedelta(seconds=30)
        move = (self.states[public_id], to)
        owner = None if move == BY_HANDING_IN else REFERENCE.get(move)
        done, refusal = None, None
        try:
            with transaction.atomic():
                done = act()
        except ThuocDoError as error:
            refusal = error
        seen = (self.states[public_id], to, by.id, refusal)
        if owner is not None and by in OWNERS[owner]:
            assert refusal is None, seen
            self.states[public_id] = to
        elif owner is None and by in ABLE[to]:
            assert isinstance(refusal, Conflict), seen  # the right person, but too late or too early
        else:
            assert isinstance(refusal, Conflict | NotAllowed | NotFound), seen
        return done

    @precondition(lambda self: not self.states)
    @rule(by=st.sampled_from((EM, AN)))
    def begin(self, by):
        """A reporter's report waits for the head, a head's is sent."""
        found = reported(by, self.clock)
        self.states[found.ids[0]] = "sent" if by is AN else "submitted"

    @precondition(lambda self: self.states)
    @rule(data=st.data(), by=st.sampled_from(PEOPLE))
    def send(self, data, by):
        """Approve any report, whatever its state."""
        one = data.draw(st.sampled_from(sorted(self.states)))
        self.attempt(one, "sent", by, lambda: send_records(ids=[one], by=by, now=self.clock))

    @precondition(lambda self: self.states)
    @rule(data=st.data(), by=st.sampled_from(PEOPLE))
    def back(self, data, by):
        """Hand any report back, whatever its state."""
        one = data.draw(st.sampled_from(sorted(self.states)))
        self.attempt(one, "saved", by, lambda: hand_back(ids=[one], faults=TELL, by=by, now=self.clock))

    @precondition(lambda self: self.states)
    @rule(data=st.data(), by=st.sampled_from(PEOPLE), accept=st.booleans())
    def judge(self, data, by, accept):
        """Accept or return any report, whatever its state."""
        one = data.draw(st.sampled_from(sorted(self.states)))
        to = "verified" if accept else "returned"
        self.attempt(one, to, by, lambda: verify(one, by, self.clock, accept=accept))

    @precondition(lambda self: self.states)
    @rule(data=st.data(), by=st.sampled_from((EM, AN)))
    def edit(self, data, by):
        """Put another version in the place of any report, whatever its state."""
        one = data.draw(st.sampled_from(sorted(self.states)))
        self.count += 1
        words = f"Bản {self.count}"
        new = self.attempt(one, "corrected", by, lambda: replace(one, by, self.clock, sentence=words))
        if new:
            self.states[new] = "sent" if by is AN else "submitted"

    @invariant()
    def stored_as_the_model_says(self):
        """Every report stands in the state of the model, and at most one of them stands."""
        assert dict(models.Report.objects.values_list("public_id", "state")) == self.states
        assert sum(state != "corrected" for state in self.states.values()) <= 1


@pytest.mark.usefixtures("model_programme")
def test_every_order_of_moves_is_that_of_the_table():
    """Whoever does whatever in whatever order, a report moves just as the reference table says."""
    assert {(old.value, new.value): move.owner.value for (old, new), move in MOVES.items()} == REFERENCE
    quiet = settings(
        max_examples=20,
        stateful_step_count=15,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    run_state_machine_as_test(Paper, settings=quiet)


def mixed(*kinds):
    """Return fifty acts, the kinds in turn."""
    return [kinds[number % len(kinds)] for number in range(AT_ONCE)]


def left(public_id):
    """Return the moves that a report made after it came in, from the audit trail, in order."""
    rows = Event.objects.filter(on=public_id).order_by("id").values_list("kind", "body")
    moves = [(kind, json.loads(body).get("by_record", "")) for kind, body in rows]
    return [kind.partition("_")[2] for kind, _new in moves[1:]]


@pytest.mark.usefixtures("model_programme")
def test_an_approval_after_a_hand_back_is_a_conflict(now):
    """What was handed back is the reporter's again: an approval that was on its way then comes too late."""
    (one, *_others) = reported(EM, now).ids
    hand_back(ids=[one], faults=TELL, by=AN, now=now)
    with pytest.raises(Conflict):
        send_records(ids=[one], by=AN, now=now)


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("first", ["send", "back"])
def test_one_of_fifty_decisions_of_a_head_wins(first, now):
    """Of fifty who approve one report or hand it back at once, one wins; the others get a conflict."""
    (one, *_others) = reported(EM, now).ids

    def send():
        return send_records(ids=[one], by=AN, now=now)

    def back():
        return hand_back(ids=[one], faults=TELL, by=AN, now=now)

    results = at_once(*mixed(*((send, back) if first == "send" else (back, send))))
    assert sum(not isinstance(result, Exception) for result in results) == 1
    assert all(isinstance(result, Conflict) for result in results if isinstance(result, Exception))
    state = models.Report.objects.get(public_id=one).state
    assert left(one) == [{"sent": "sent", "saved": "handed_back"}[state]]


@pytest.mark.usefixtures("committed")
def test_one_of_fifty_verdicts_wins(now):
    """Of fifty who accept one report or return it at once, one wins; the others get a conflict."""
    (one, *_others) = reported(AN, now).ids
    results = at_once(
        *mixed(
            lambda: verify(one, BINH, now, accept=True),
            lambda: verify(one, BINH, now, accept=False),
        )
    )
    assert sum(not isinstance(result, Exception) for result in results) == 1
    assert all(isinstance(result, Conflict) for result in results if isinstance(result, Exception))
    assert left(one) == [models.Report.objects.get(public_id=one).state]


@pytest.mark.usefixtures("committed")
def test_one_of_fifty_edits_wins(now):
    """Of fifty who put another version in the place of one report at once, one does; no second stands."""
    (one, *_others) = reported(EM, now).ids
    acts = [
        lambda number=number: replace(one, EM, now, sentence=f"Bản {number}") for number in range(AT_ONCE)
    ]
    results = at_once(*acts)
    assert sum(not isinstance(result, Exception) for result in results) == 1
    assert all(isinstance(result, Conflict) for result in results if isinstance(result, Exception))
    assert left(one) == ["corrected"]
    assert models.Report.objects.count() == 2


@pytest.mark.usefixtures("committed")
def test_one_of_fifty_moves_leaves_each_state(now):
    """Approve, hand back, return and edit at once: each state is left once, and the losers learn why."""
    # An approval may be followed by a return or an edit of what was approved; the trail tells the order.
    (one, *_others) = reported(EM, now, evidence=[{"text": LINE}]).ids
    saved(EM, now, cells={"situation": "done"})
    results = at_once(
        *mixed(
            lambda: send_records(ids=[one], by=AN, now=now),
            lambda: hand_back(ids=[one], faults=TELL, by=AN, now=now),
            lambda: verify(one, BINH, now, accept=False),
            lambda: handed(EM, now),
            lambda: replace(one, EM, now, sentence=uuid4().hex),
        )
    )
    refused = [result for result in results if isinstance(result, Exception)]
    assert all(isinstance(result, Conflict) for result in refused), outcome(results)
    state, path = "submitted", left(one)
    for event in path:
        to = {"handed_back": "saved"}.get(event, event)
        assert (state, to) in REFERENCE, path
        state = to
    assert models.Report.objects.get(public_id=one).state == state
    assert models.Report.objects.exclude(state="corrected").count() == 1
    assert path
