"""The milestones of one task or indicator with where each stands: what the lead registered and corrected."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.core.actor import Actor
from thuocdo.cycles import models
from thuocdo.cycles.intake import Books
from thuocdo.cycles.rules import can_move
from thuocdo.cycles.types import INSIDE, State


@dataclass(frozen=True, slots=True)
class Registered:
    """One milestone as it stands, and what this person may do with it.

    `mine` says that it is of the person's own body, `judge` that the person may verify it.
    """

    id: str
    name: str
    agency: str
    due_on: date
    state: State
    received_on: date
    verified_on: date | None
    faults: tuple[str, ...]
    missed: bool
    mine: bool
    judge: bool


def milestones_of(slug: str, about: str, *, by: Actor, day: date) -> tuple[Registered, ...]:
    """Return the milestones of a task or indicator in the order of their days.

    A body sees its own; who reads or verifies everything sees those of all that were sent.
    """
    rows = models.Milestone.objects.filter(programme=slug, task=about).exclude(state=State.CORRECTED.value)
    everything = can(by, Permission.READ_ALL) or can(by, Permission.VERIFY)
    shown = [
        row
        for row in rows
        if (by.agency and row.agency == by.agency) or (everything and row.state not in INSIDE)
    ]
    return tuple(sorted(_values(shown, slug, about, by, day), key=lambda each: (each.due_on, each.id)))


def _values(
    rows: Sequence[models.Milestone], slug: str, about: str, by: Actor, day: date
) -> list[Registered]:
    bodies = Books(day=day).answerable(slug, about) if rows else frozenset()
    found = []
    for row in rows:
        due = date.fromisoformat(row.content["due_on"])
        state = State(row.state)
        found.append(
            Registered(
                id=row.public_id,
                name=row.content["name"],
                agency=row.agency,
                due_on=due,
                state=state,
                received_on=row.received_on,
                verified_on=row.verified_on,
                faults=tuple(fault["message"] for fault in row.faults),
                missed=state is not State.VERIFIED and due < day,
                mine=bool(by.agency) and row.agency == by.agency and can(by, Permission.REPORT),
                judge=can_move(row.to_paper(bodies), to=State.VERIFIED, by=by),
            )
        )
    return found
