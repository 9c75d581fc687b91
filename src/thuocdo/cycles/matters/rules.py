"""Whose move it is in each kind of matter, and who may read it: one table, pure decisions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.errors import NotAllowed, ThuocDoError
from thuocdo.cycles.errors import OwnWork, WrongState
from thuocdo.cycles.matters.types import Kind, State, Step


class Owner(StrEnum):
    """Whose move it is; what each must be stands in `_OWNERS`."""

    REPORTER = "reporter"
    HEAD = "head"
    JUDGE = "judge"
    ASKED = "asked"
    LADDER = "ladder"
    SECOND = "second"
    PROPOSER = "proposer"


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed move: whose it is, any one of these permissions, its event, and what must be said."""

    owner: Owner
    permissions: frozenset[Permission]
    event: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What the table must know of a matter.

    `own` are the bodies that speak for the agency today, `asked` those that hold the question,
    `ladder` all that ever held it. `barred` are the leads of the task with their predecessors and
    successors, `people` who wrote, sent or verified what is disputed: none of either judges.
    """

    id: str
    kind: Kind
    state: State
    own: frozenset[str]
    opened_by: str
    sent_by: str = ""
    asked: frozenset[str] = frozenset()
    ladder: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


_REPORT = frozenset({Permission.REPORT})
_APPROVE = frozenset({Permission.APPROVE})
_JUDGE = frozenset({Permission.JUDGE})
_HELP = frozenset({Permission.APPROVE, Permission.JUDGE})
NAMING = frozenset({Permission.MANAGE_CYCLES, Permission.ADOPT})
"""Either permission lets a person say who is meant by a collective name."""

_Table = Mapping[tuple[State, State], Move]

_SENT: _Table = {
    (State.SUBMITTED, State.OPEN): Move(Owner.HEAD, _APPROVE, "sent"),
    (State.SUBMITTED, State.WITHDRAWN): Move(Owner.REPORTER, _REPORT, "withdrawn"),
    (State.OPEN, State.WITHDRAWN): Move(Owner.HEAD, _APPROVE, "withdrawn"),
}
_CLIMBS: _Table = {
    **_SENT,
    (State.PASSED, State.WITHDRAWN): Move(Owner.HEAD, _APPROVE, "withdrawn"),
    **{
        (held, to): move
        for held in (State.OPEN, State.PASSED)
        for to, move in (
            (State.SOLVED, Move(Owner.ASKED, _HELP, "solved", ("text",))),
            (State.REFUSED, Move(Owner.ASKED, _HELP, "refused", ("text",))),
            (State.PASSED, Move(Owner.LADDER, _HELP, "passed", ("text", "body"))),
        )
    },
}

MOVES: Mapping[Kind, _Table] = {
    Kind.DISPUTE: {
        **_SENT,
        (State.OPEN, State.UPHELD): Move(Owner.JUDGE, _JUDGE, "upheld", ("text", "remedy")),
        (State.OPEN, State.NOT_UPHELD): Move(Owner.JUDGE, _JUDGE, "not_upheld", ("text",)),
    },
    Kind.EXTENSION: {
        **_SENT,
        (State.OPEN, State.GRANTED): Move(Owner.JUDGE, _JUDGE, "granted", ("document",)),
        (State.OPEN, State.REFUSED): Move(Owner.JUDGE, _JUDGE, "refused", ("text",)),
    },
    Kind.DIFFICULTY: _CLIMBS,
    Kind.PROPOSAL: _CLIMBS,
    Kind.NOTE: {
        (State.SUBMITTED, State.STANDING): Move(Owner.HEAD, _APPROVE, "sent"),
        (State.SUBMITTED, State.WITHDRAWN): Move(Owner.REPORTER, _REPORT, "withdrawn"),
        (State.STANDING, State.REPLACED): Move(Owner.HEAD, _APPROVE, "replaced"),
        (State.STANDING, State.WITHDRAWN): Move(Owner.HEAD, _APPROVE, "withdrawn"),
    },
    Kind.DESIGNATION: {
        (State.OPEN, State.CONFIRMED): Move(Owner.SECOND, NAMING, "confirmed"),
        (State.OPEN, State.REFUSED): Move(Owner.SECOND, NAMING, "refused", ("text",)),
        (State.OPEN, State.WITHDRAWN): Move(Owner.PROPOSER, NAMING, "withdrawn"),
    },
}
"""Every move there is, by kind and (state, to). No move sets the status of a task: that is computed."""

STATES: Mapping[Kind, frozenset[State]] = {
    kind: frozenset(state for pair in table for state in pair) for kind, table in MOVES.items()
}
"""Which states a kind can be in."""

WAITING = frozenset({State.OPEN, State.PASSED})
"""Somebody else has to answer."""

ANSWERED = frozenset(
    to
    for table in MOVES.values()
    for (_, to), move in table.items()
    if move.owner in {Owner.JUDGE, Owner.ASKED, Owner.SECOND}
)
"""Somebody else has answered: never the person who opened or sent it."""

FOREIGN_ASKS = frozenset({Kind.DIFFICULTY, Kind.PROPOSAL})
"""Kinds that ask one body by name and climb from there."""

PUBLIC = frozenset({Kind.DISPUTE, Kind.NOTE})
"""Kinds whose texts publication shows once the head has sent them."""


def first_state(kind: Kind, by: Actor) -> State:
    """Return where a new matter enters: a head sends it, a reporter's waits for the head."""
    if kind is Kind.DESIGNATION:
        return State.OPEN
    if not can(by, Permission.APPROVE):
        return State.SUBMITTED
    return State.STANDING if kind is Kind.NOTE else State.OPEN


def check_opener(kind: Kind, by: Actor) -> None:
    """Refuse who may not open a matter of this kind for the own body."""
    if kind is Kind.DESIGNATION:
        _check_any(NAMING, by)
        return
    _check_any(_REPORT, by)
    if not by.agency:
        raise NotAllowed("You belong to no body, so you cannot speak for one.")


def check_move(case: Case, *, to: State, by: Actor) -> Move:
    """Return the move, or refuse with the reason to show."""
    move = MOVES[case.kind].get((case.state, to))
    if move is None:
        raise WrongState("This move does not exist from where the matter stands.", hint="Open it again.")
    _check_any(move.permissions, by)
    _OWNERS[move.owner](case, by)
    return move


def can_move(case: Case, *, to: State, by: Actor) -> bool:
    """Ask; the action still checks."""
    try:
        check_move(case, to=to, by=by)
    except ThuocDoError:
        return False
    return True


def moves_of(case: Case, by: Actor) -> tuple[State, ...]:
    """Return where this person may take the matter, in the order of the table."""
    found = (to for state, to in MOVES[case.kind] if state is case.state)
    return tuple(to for to in found if to is not State.REPLACED and can_move(case, to=to, by=by))


def may_read(case: Case, by: Actor) -> bool:
    """Say whether the person may see the matter; what the head has not sent stays inside the body."""
    if case.kind is Kind.DESIGNATION:
        return any(can(by, each) for each in (*NAMING, Permission.READ_ALL))
    works = any(can(by, each) for each in (Permission.REPORT, *_HELP))
    if by.agency and by.agency in case.own and works:
        return True
    if case.state is State.SUBMITTED:
        return False
    return can(by, Permission.READ_ALL) or (works and by.agency != "" and by.agency in case.ladder)


def is_overdue(*, state: State, due_on: date | None, day: date) -> bool:
    """Say whether an answer is missing after the end of its last day."""
    return state in WAITING and due_on is not None and day > due_on


def ladder(asked: Iterable[tuple[str, date]], *, until: date | None, day: date) -> tuple[Step, ...]:
    """Return how long each body had the matter: `asked` in order, `until` the day of the answer."""
    steps = tuple(asked)
    ends = [*(since for _, since in steps[1:]), until][: len(steps)]
    return tuple(
        Step(body, since, end, ((end or day) - since).days)
        for (body, since), end in zip(steps, ends, strict=True)
    )


def _check_any(permissions: frozenset[Permission], by: Actor) -> None:
    if not any(can(by, each) for each in permissions):
        raise NotAllowed(
            "Your roles do not allow this step.", hint="Ask an administrator for a role that allows it."
        )


def _own_body(case: Case, by: Actor) -> None:
    if not by.agency or by.agency not in case.own:
        raise NotAllowed("Only the body that the matter is of may do this.")


def _neutral(case: Case, by: Actor) -> None:
    if by.id in case.people | {case.opened_by, case.sent_by}:
        raise OwnWork(
            "You wrote, sent or verified what this is about.", hint="Somebody else has to answer it."
        )
    if by.agency and by.agency in case.barred | case.own:
        raise OwnWork(
            "Your body leads the task, or came from or into a lead of it.",
            hint="Somebody of a body that does not lead the task has to answer it.",
        )


def _asked_body(case: Case, by: Actor) -> None:
    if not by.agency or by.agency not in case.asked:
        raise NotAllowed("Only the body that is asked may answer.")
    _not_the_opener(case, by)


def _asked_or_monitor(case: Case, by: Actor) -> None:
    """A monitor may carry on what the asked body leaves lying, unless it is of the own body."""
    if can(by, Permission.JUDGE) and by.agency not in case.own:
        _not_the_opener(case, by)
        return
    _asked_body(case, by)


def _not_the_opener(case: Case, by: Actor) -> None:
    if by.id in {case.opened_by, case.sent_by}:
        raise OwnWork("You cannot confirm or answer your own work.", hint="A second person has to do it.")


def _proposer(case: Case, by: Actor) -> None:
    if by.id != case.opened_by:
        raise NotAllowed("Only the person who proposed it may take it back.")


_OWNERS: Mapping[Owner, Callable[[Case, Actor], None]] = {
    Owner.REPORTER: _own_body,
    Owner.HEAD: _own_body,
    Owner.JUDGE: _neutral,
    Owner.ASKED: _asked_body,
    Owner.LADDER: _asked_or_monitor,
    Owner.SECOND: _not_the_opener,
    Owner.PROPOSER: _proposer,
}
