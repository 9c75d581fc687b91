"""A verifier's desk: everything that waits, and what this person may decide."""

from dataclasses import dataclass
from datetime import date

from thuocdo.core.actor import Actor
from thuocdo.core.errors import ThuocDoError
from thuocdo.cycles import queries
from thuocdo.cycles.intake import Books
from thuocdo.cycles.rules import can_move
from thuocdo.cycles.types import RecordKind, State, Waiting
from thuocdo.measurement import queries as values
from thuocdo.measurement.rules import can_verify


@dataclass(frozen=True, slots=True)
class Item:
    """One waiting record; `mine` says that this person may decide it."""

    waiting: Waiting
    mine: bool


def to_verify(by: Actor, *, day: date) -> tuple[Item, ...]:
    """Return what waits for verification, oldest first, the values after the records."""
    books = Books(day=day)
    waiting = queries.waiting(State.SENT)
    rows = queries.rows([item.id for item in waiting])
    found = []
    for item in waiting:
        row = rows[item.id]
        bodies = books.answerable(row.programme, row.task)
        found.append(Item(item, can_move(row.to_paper(bodies), to=State.VERIFIED, by=by)))
    return (*found, *_values(by, books))


def to_send(by: Actor) -> tuple[Item, ...]:
    """Return what waits for the head of this person's body, oldest first."""
    waiting = queries.waiting(State.SUBMITTED, agency=by.agency) if by.agency else ()
    rows = queries.rows([item.id for item in waiting])
    return tuple(Item(item, can_move(rows[item.id].to_paper(), to=State.SENT, by=by)) for item in waiting)


def _values(by: Actor, books: Books) -> list[Item]:
    found = []
    for row in values.waiting():
        try:
            indicator = books.indicator(row.programme, row.indicator)
        except ThuocDoError:  # the programme was taken away; the value still waits
            indicator = None
        monitors = frozenset(indicator.monitors) if indicator else frozenset()
        mine = can_verify(by, author=row.author, origin=row.origin, agency=row.agency, monitors=monitors)
        content = row.content
        waiting = Waiting(
            id=row.public_id,
            kind=RecordKind.OBSERVATION,
            state=State.SENT,
            about=row.indicator,
            agency=row.agency,
            text=f"{content.get('qualifier', '')}{content['value']} {content['unit']} ({content['source']})",
            author=row.author,
            received_on=row.received_on,
        )
        found.append(Item(waiting, mine))
    return found
