"""How a record moves from hand to hand, and who may move it: one table, pure decisions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thuocdo.accounts.rules import can, check
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.core.errors import N_, NotAllowed, NotFound, ThuocDoError, Unnamed
from thuocdo.core.text import clean
from thuocdo.cycles.errors import OwnWork, WrongState
from thuocdo.cycles.types import State
from thuocdo.programme.rules import assigned_to, predecessors, responsible_on
from thuocdo.programme.types import FIVE_PARTS, Register, Task


class Owner(StrEnum):
    """Whose move it is."""

    REPORTER = "reporter"
    HEAD = "head"
    VERIFIER = "verifier"


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed move: whose it is, which permission it needs, and the audit event it writes."""

    owner: Owner
    permission: Permission
    event: str


@dataclass(frozen=True, slots=True)
class Paper:
    """What the table must know of a record.

    `people` are who wrote or sent it; `bodies` are the leads of its task with their
    predecessors and successors: none of either may verify it.
    """

    id: str
    state: State
    agency: str
    people: frozenset[str]
    bodies: frozenset[str] = frozenset()


_REPORTER = (Owner.REPORTER, Permission.REPORT)
_HEAD = (Owner.HEAD, Permission.APPROVE)
_VERIFIER = (Owner.VERIFIER, Permission.VERIFY)

MOVES: Mapping[tuple[State, State], Move] = {
    (State.SAVED, State.SUBMITTED): Move(*_REPORTER, "submitted"),
    (State.SAVED, State.SENT): Move(*_HEAD, "sent"),
    (State.SUBMITTED, State.SENT): Move(*_HEAD, "sent"),
    (State.SUBMITTED, State.SAVED): Move(*_HEAD, "handed_back"),
    (State.SAVED, State.CORRECTED): Move(*_REPORTER, "corrected"),
    (State.SUBMITTED, State.CORRECTED): Move(*_REPORTER, "corrected"),
    (State.SENT, State.RETURNED): Move(*_VERIFIER, "returned"),
    (State.SENT, State.VERIFIED): Move(*_VERIFIER, "verified"),
    (State.SENT, State.CORRECTED): Move(*_REPORTER, "corrected"),
    (State.RETURNED, State.CORRECTED): Move(*_REPORTER, "corrected"),
    (State.VERIFIED, State.CORRECTED): Move(*_REPORTER, "corrected"),
}
"""Every move there is. "Corrected" ends a record: a newer one, with a reason, stands in its place."""

# The mark of the law on state secrets stands in capitals; "bảo mật", "mật mã", "mật độ" are words.
_SECRET_MARK = re.compile(
    r"(?<!BẢO )(?<!BÍ )\bMẬT\b(?! (?:MÃ|KHẨU|ĐỘ|THIẾT))|\b(?i:tối mật|tuyệt mật)\b|\b(?i:độ mật)\s*:"
)


_LIST = N_("List what waits with: thuocdo check --by NAME")


def first_state(by: Actor) -> State:
    """Return where a new record of this person enters: a head sends, a reporter submits to the head."""
    return State.SENT if can(by, Permission.APPROVE) else State.SUBMITTED


def check_move(paper: Paper, *, to: State, by: Actor) -> Move:
    """Return the move, or refuse with the reason to show."""
    move = MOVES.get((paper.state, to))
    if move is None:
        raise WrongState(
            N_("{id} is {state} and cannot become {to}."),
            hint=_LIST,
            params={"id": paper.id, "state": paper.state, "to": to},
        )
    check(by, move.permission)
    if move.owner is Owner.VERIFIER:
        check_verifier(paper, by=by)
    elif by.agency != paper.agency:
        raise NotAllowed(
            N_("{name} belongs to {own}, and {id} is of {agency}."),
            hint=N_("Somebody of {agency} has to do it."),
            params={
                "name": by.name,
                "own": by.agency or Unnamed.BODY,
                "id": paper.id,
                "agency": paper.agency,
            },
        )
    return move


def check_waits(paper: Paper) -> None:
    """Refuse to approve what does not wait for the head; only its reporter hands in again what came back."""
    if paper.state is not State.SUBMITTED:
        raise WrongState(
            N_("{id} is {state} and does not wait for approval."),
            hint=_LIST,
            params={"id": paper.id, "state": paper.state},
        )


def can_move(paper: Paper, *, to: State, by: Actor) -> bool:
    """Ask; the action still checks."""
    try:
        check_move(paper, to=to, by=by)
    except ThuocDoError:
        return False
    return True


def check_verifier(paper: Paper, *, by: Actor) -> None:
    """Refuse who wrote or sent it, and everybody of a lead, its predecessor or its successor."""
    if by.id in paper.people:
        hint = N_("A second person has to do it.")
        raise OwnWork(N_("{name} cannot verify their own work."), hint=hint, params={"name": by.name})
    if by.agency and by.agency in paper.bodies | {paper.agency}:
        raise OwnWork(
            N_("{name} belongs to {agency}, which answers for what {id} is about."),
            hint=N_("Somebody of a body that does not lead the task has to verify it."),
            params={"name": by.name, "agency": by.agency, "id": paper.id},
        )


def lead_bodies(task: Task, *, day: date, register: Register) -> frozenset[str]:
    """Return the leads of a task on that day and on its due date, whom they follow and who follows them."""
    days = {day} if task.deadline.due is None else {day, min(day, task.deadline.due)}
    leads = {
        code
        for each in days
        for code in assigned_to(
            task.leads, task=task.code, due=task.deadline.due, as_of=each, register=register
        ).agencies
    }
    return related(leads, day=day, register=register)


def related(codes: set[str], *, day: date, register: Register) -> frozenset[str]:
    """Return the bodies with all their predecessors and the ones that answer for them on `day`."""
    found = set(codes)
    for code in codes:
        found.update(predecessors(code, register))
        try:
            found.add(responsible_on(code, day, register))
        except NotFound:
            continue  # a body that is named before it exists has no successor either
    return frozenset(found)


def carries_secret_mark(text: str) -> bool:
    """Say whether a text carries a mark of state secrecy (MẬT, TỐI MẬT, TUYỆT MẬT)."""
    return bool(_SECRET_MARK.search(clean(text)))


def parts_of(task: Task) -> tuple[str, ...]:
    """Return the codes that a verifier may name for a task."""
    return (*(part.code for part in task.components), *(FIVE_PARTS if task.five_part else ()))
