"""Whose move it is in an assessment and in a version of a set: one table, pure decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.assessments.types import SetState, State
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, NotAllowed, ThuocDoError
from thuocdo.cycles.errors import OwnWork, WrongState
from thuocdo.evaluation.scoring.inputs import INSIDE, SYSTEM
from thuocdo.evaluation.scoring.loading import readable
from thuocdo.evaluation.scoring.types import Input


class Owner(StrEnum):
    """Whose move it is."""

    BODY = "body"
    VERIFIER = "verifier"
    JUDGE = "judge"
    CLOSER = "closer"


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed move: whose it is, which permission it needs, and the audit event that it writes."""

    owner: Owner
    permission: Permission
    event: str


@dataclass(frozen=True, slots=True)
class Case:
    """What the table must know of an assessment.

    `own` are the bodies that speak for the unit, with those before and after them; `people` wrote or
    submitted it, `verifier` scored beside, `disputer` disputed. `dispute_until` is the last day on which
    the head may dispute.
    """

    id: str
    state: State
    own: frozenset[str]
    people: frozenset[str] = frozenset()
    verifier: str = ""
    disputer: str = ""
    dispute_until: date | None = None


_BODY = (Owner.BODY, Permission.REPORT)
_HEAD = (Owner.BODY, Permission.APPROVE)

MOVES: Mapping[tuple[State, State], tuple[Move, ...]] = {
    (State.SAVED, State.WAITING): (Move(*_BODY, "handed_up"),),
    (State.WAITING, State.SAVED): (Move(*_BODY, "taken_back"),),
    (State.SAVED, State.SUBMITTED): (Move(*_HEAD, "submitted"),),
    (State.WAITING, State.SUBMITTED): (Move(*_HEAD, "submitted"),),
    (State.SUBMITTED, State.VERIFIED): (Move(Owner.VERIFIER, Permission.VERIFY, "verified"),),
    (State.VERIFIED, State.DISPUTED): (Move(*_HEAD, "disputed"),),
    (State.DISPUTED, State.VERIFIED): (Move(*_HEAD, "withdrawn"),),
    (State.DISPUTED, State.ANSWERED): (Move(Owner.JUDGE, Permission.JUDGE, "answered"),),
    (State.VERIFIED, State.FINAL): (
        Move(*_HEAD, "accepted"),
        Move(Owner.CLOSER, Permission.VERIFY, "closed"),
    ),
    (State.ANSWERED, State.FINAL): (
        Move(*_HEAD, "accepted"),
        Move(Owner.VERIFIER, Permission.VERIFY, "closed"),
    ),
}
"""Every move there is; where two people may make one, the first that fits is taken."""

OPEN = frozenset({State.SAVED, State.WAITING})
"""The unit's own affair: nobody outside the body sees it."""

SCORED = frozenset({State.VERIFIED, State.DISPUTED, State.ANSWERED, State.FINAL})
"""A verified score stands beside the unit's own."""

_NO_MOVE = N_("This step does not exist from where the assessment stands.")
_OPEN_AGAIN = N_("Open it again and look where it stands.")


def check_move(case: Case, *, to: State, by: Actor, day: date) -> Move:
    """Return the move, or refuse with the reason to show."""
    refused: ThuocDoError = WrongState(_NO_MOVE, hint=_OPEN_AGAIN)
    for move in MOVES.get((case.state, to), ()):
        try:
            _check(case, move, by=by, day=day)
        except ThuocDoError as reason:
            refused = reason
        else:
            return move
    raise refused


def can_move(case: Case, *, to: State, by: Actor, day: date) -> bool:
    """Ask; the action still checks."""
    try:
        check_move(case, to=to, by=by, day=day)
    except ThuocDoError:
        return False
    return True


def moves_of(case: Case, by: Actor, day: date) -> tuple[State, ...]:
    """Return where this person may take the assessment, in the order of the table."""
    return tuple(to for state, to in MOVES if state is case.state and can_move(case, to=to, by=by, day=day))


def may_read(case: Case, by: Actor) -> bool:
    """Say whether the person may see it; what was not submitted stays inside the body."""
    if by.agency and by.agency in case.own and any(can(by, each) for each in _OF_A_BODY):
        return True
    return case.state not in OPEN and any(can(by, each) for each in _OF_ALL)


def may_fill(case: Case, by: Actor) -> bool:
    """Say whether the person may write in the unit's own form."""
    return case.state is State.SAVED and by.agency in case.own and can(by, Permission.REPORT)


def check_fill(case: Case, by: Actor) -> None:
    """Refuse who may not write in the unit's own form, and everybody once it was handed up."""
    if not by.agency or by.agency not in case.own or not can(by, Permission.REPORT):
        raise NotAllowed(N_("Only the body that is assessed fills in this form."))
    if case.state is not State.SAVED:
        raise WrongState(N_("This form was handed in and can no longer be changed."), hint=_OPEN_AGAIN)


def check_look(case: Case, by: Actor) -> None:
    """Refuse to score beside: the body itself, who wrote it, and whoever does not verify."""
    _check(case, MOVES[(State.SUBMITTED, State.VERIFIED)][0], by=by, day=date.max)
    if case.state is not State.SUBMITTED:
        raise WrongState(N_("This assessment does not wait for verification."), hint=_OPEN_AGAIN)


def may_look(case: Case, by: Actor) -> bool:
    """Ask; the action still checks."""
    try:
        check_look(case, by)
    except ThuocDoError:
        return False
    return True


def check_expert(case: Case, by: Actor, experts: frozenset[str]) -> None:
    """Refuse a score by who is no named expert of the set, or belongs to the body that is assessed."""
    if by.id not in experts:
        raise NotAllowed(N_("You are not named as an expert of this set."))
    if by.id in case.people or (by.agency and by.agency in case.own):
        raise OwnWork(N_("An expert of the body that is assessed does not score it."))
    if case.state is not State.SUBMITTED:
        raise WrongState(N_("Experts score what was submitted and is not verified yet."), hint=_OPEN_AGAIN)


def check_propose(by: Actor) -> None:
    """Refuse who may not propose a set: a methodologist or monitor, or the head of a body for its own."""
    if not can(by, Permission.ADOPT) and not (by.agency and can(by, Permission.APPROVE)):
        raise NotAllowed(
            N_("Your roles do not let you propose a criteria set."),
            hint=N_("A methodologist, or the head of a body, can do it."),
        )


def may_propose(by: Actor) -> bool:
    """Ask; the action still checks."""
    try:
        check_propose(by)
    except NotAllowed:
        return False
    return True


def may_read_set(state: SetState, *, body: str, proposed_by: str, by: Actor) -> bool:
    """Say whether a person sees a version: a frozen one everybody, another one who made or decides it."""
    own = by.id == proposed_by or bool(body and by.agency == body and can(by, Permission.APPROVE))
    return state is SetState.FROZEN or own or can(by, Permission.ADOPT)


def inputs_for(by: Actor) -> Mapping[str, Input]:
    """Return the inputs of this system that a person may read, and so a set that the person writes."""
    return SYSTEM if can(by, Permission.READ_ALL) else readable(SYSTEM, INSIDE)


_OF_A_BODY = (Permission.REPORT, Permission.APPROVE)
_OF_ALL = (Permission.READ_ALL, Permission.VERIFY, Permission.JUDGE)


def _check(case: Case, move: Move, *, by: Actor, day: date) -> None:
    if not can(by, move.permission):
        raise NotAllowed(
            N_("Your roles do not allow this step."),
            hint=N_("Ask an administrator for a role that allows it."),
        )
    if move.owner is Owner.BODY:
        if not by.agency or by.agency not in case.own:
            raise NotAllowed(N_("Only the body that is assessed may do this."))
        return
    if by.id in case.people or (by.agency and by.agency in case.own):
        raise OwnWork(
            N_("You or your body are what is assessed here."),
            hint=N_("Somebody of another body has to do it."),
        )
    if move.owner is Owner.JUDGE and by.id in {case.verifier, case.disputer}:
        raise OwnWork(
            N_("You verified what is disputed."), hint=N_("Another person again has to answer the dispute.")
        )
    if move.owner is Owner.CLOSER and (case.dispute_until is None or day <= case.dispute_until):
        raise WrongState(
            N_("The body may still dispute it until {day}."),
            hint=N_("Its head can accept the result sooner."),
            params={"day": (case.dispute_until or day).isoformat()},
        )
