"""A verifier's desk: everything that waits, and what this person may decide."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from thuocdo.accounts.rules import can
from thuocdo.accounts.types import Permission
from thuocdo.audit import queries as audit
from thuocdo.core.actor import Actor
from thuocdo.core.dates import working_days_between
from thuocdo.core.errors import N_, Fault, NotFound, ThuocDoError
from thuocdo.cycles import models, queries
from thuocdo.cycles.books import Books
from thuocdo.cycles.checks import VERIFYING_DAYS
from thuocdo.cycles.rules import Paper, can_move
from thuocdo.cycles.types import Evidence, Milestone, RecordKind, Report, State, Waiting
from thuocdo.measurement import queries as values
from thuocdo.measurement.rules import can_verify, is_observation
from thuocdo.measurement.types import Observation, Review

_DECIDED = (State.SENT.value, State.VERIFIED.value, State.RETURNED.value, State.CORRECTED.value)
_REVIEWS = {Review.WAITING: State.SENT, Review.VERIFIED: State.VERIFIED, Review.RETURNED: State.RETURNED}


@dataclass(frozen=True, slots=True)
class Item:
    """One waiting record; `mine` says that this person may decide it.

    `waited` are working days since receipt, and `monitor_late` says that they are too many: the
    delay is then the monitor's, not the body's.
    """

    waiting: Waiting
    mine: bool
    programme: str = ""
    waited: int = 0
    monitor_late: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One record as the verifier sees it.

    `bar` says why this person may not decide it: "role", "own_work", "own_body", "decided", or ""
    for nothing. `person` is who moved it last and `moved_on` the day, for what is decided already.
    """

    id: str
    kind: RecordKind
    programme: str
    about: str
    agency: str
    state: State
    value: Evidence | Report | Milestone | Observation
    received_at: datetime
    waited: int
    bar: str = ""
    person: str = ""
    moved_on: date | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def monitor_late(self) -> bool:
        """Say whether it has waited longer than verification may take."""
        return self.state is State.SENT and self.waited > VERIFYING_DAYS


@dataclass(frozen=True, slots=True)
class Moved:
    """Who moved a record last, to which state and when: what a conflict has to name."""

    id: str
    task: str
    state: State
    person: str
    at: datetime


def to_verify(
    by: Actor, *, day: date, books: Books | None = None, holidays: AbstractSet[date] = frozenset()
) -> tuple[Item, ...]:
    """Return what waits for verification, oldest first, the values after the records."""
    books = books or Books(day=day)
    found = []
    for kind, row in in_state(State.SENT):
        paper = row.to_paper(books.answerable(row.programme, row.task))
        mine = can_move(paper, to=State.VERIFIED, by=by)
        found.append(_item(_waiting(kind, row), row.programme, day, holidays, mine=mine))
    for value in values.waiting():
        mine = not _value_bar(by, books, value)
        found.append(_item(_waiting_value(value), value.programme, day, holidays, mine=mine))
    return tuple(found)


def to_send(by: Actor) -> tuple[Item, ...]:
    """Return what waits for the head of this person's body, oldest first."""
    rows = in_state(State.SUBMITTED, agency=by.agency) if by.agency else ()
    return tuple(
        Item(_waiting(kind, row), can_move(row.to_paper(), to=State.SENT, by=by), row.programme)
        for kind, row in rows
    )


def moved(ids: Collection[str], *, out_of: State) -> tuple[Moved, ...]:
    """Return which of these records no longer stand in a state, and who took them out of it."""
    found = queries.rows([public_id for public_id in ids if not is_observation(public_id)])
    gone = []
    for public_id, row in found.items():
        if row.state != out_of.value:
            last = audit.events_on(public_id)[-1]
            gone.append(Moved(public_id, row.task, State(row.state), last.by, last.at))
    return tuple(gone)


def case(public_id: str, *, by: Actor, day: date, holidays: AbstractSet[date] = frozenset()) -> Case:
    """Return one record for the verifier; what its body has not sent is nobody else's affair."""
    books = Books(day=day)
    if is_observation(public_id):
        return _value_case(public_id, by, books, holidays)
    row = queries.rows([public_id])[public_id]
    if row.state not in _DECIDED:
        hint = N_("Go back to the list and look again.")
        raise NotFound(N_("There is no record {id}."), hint=hint, params={"id": public_id[:40]})
    state = State(row.state)
    paper = row.to_paper(books.answerable(row.programme, row.task))
    person, moved_on = row.verified_by, row.verified_on or row.returned_on
    if state is not State.SENT and not person:
        person = audit.events_on(public_id)[-1].by
    return Case(
        id=public_id,
        kind=queries.kind_of(public_id),
        programme=row.programme,
        about=row.task,
        agency=row.agency,
        state=state,
        value=_value(row, day),
        received_at=row.received_at,
        waited=working_days_between(row.received_on, day, holidays),
        bar="decided" if state is not State.SENT else _bar(paper, by),
        person=person if state is not State.SENT else "",
        moved_on=moved_on,
        faults=faults_of(row),
    )


# Rows and what they say ----------------------------------------------------------------------------


def in_state(state: State, *, agency: str = "") -> list[tuple[RecordKind, models.Record]]:
    """Return the rows in a state, oldest first (for desks); one query for each kind."""
    found: list[tuple[RecordKind, models.Record]] = []
    for kind, model in queries.MODELS.items():
        rows = model.objects.filter(state=state.value)
        found += [(kind, row) for row in (rows.filter(agency=agency) if agency else rows)]
    return sorted(found, key=lambda pair: (pair[1].received_at, pair[1].public_id))


def _item(waiting: Waiting, programme: str, day: date, holidays: AbstractSet[date], *, mine: bool) -> Item:
    waited = working_days_between(waiting.received_on, day, holidays)
    return Item(waiting, mine, programme, waited, waited > VERIFYING_DAYS)


def _waiting(kind: RecordKind, row: models.Record) -> Waiting:
    return Waiting(
        id=row.public_id,
        kind=kind,
        state=State(row.state),
        about=row.task,
        agency=row.agency,
        text=words_of(row),
        author=row.author,
        received_on=row.received_on,
    )


def _value(row: models.Record, day: date) -> Evidence | Report | Milestone:
    if isinstance(row, (models.Evidence, models.Report, models.Milestone)):
        return row.to_value(day)
    raise TypeError(type(row).__name__)


def words_of(row: models.Record) -> str:
    """Return what a record says of itself in one line."""
    content = row.content
    return str(content.get("text") or content.get("name") or content.get("situation", ""))


def faults_of(row: models.Record) -> tuple[Fault, ...]:
    """Return what was wrong with a record that came back."""
    return tuple(Fault(row.public_id, each["message"], each["field"] or None) for each in row.faults)


def _bar(paper: Paper, by: Actor) -> str:
    """Say why a person may not verify a record, as `check_verifier` would refuse it."""
    if not can(by, Permission.VERIFY):
        return "role"
    if by.id in paper.people:
        return "own_work"
    return "own_body" if by.agency and by.agency in paper.bodies | {paper.agency} else ""


# Values --------------------------------------------------------------------------------------------


def _value_case(public_id: str, by: Actor, books: Books, holidays: AbstractSet[date]) -> Case:
    row = values.row(public_id)
    state = _REVIEWS[Review(row.review)]
    return Case(
        id=public_id,
        kind=RecordKind.OBSERVATION,
        programme=row.programme,
        about=row.indicator,
        agency=row.agency,
        state=state,
        value=row.to_value(),
        received_at=row.received_at,
        waited=working_days_between(row.received_on, books.day, holidays),
        bar="decided" if state is not State.SENT else _value_bar(by, books, row),
        person=row.verified_by or ("" if state is State.SENT else audit.events_on(public_id)[-1].by),
        moved_on=row.verified_on,
        faults=(Fault(public_id, row.note),) if state is State.RETURNED and row.note else (),
    )


def _value_bar(by: Actor, books: Books, row: Any) -> str:
    """Say why a person may not verify a value, as `measurement.rules` would refuse it."""
    try:
        indicator = books.indicator(row.programme, row.indicator)
    except ThuocDoError:  # the programme was taken away; the value still waits
        indicator = None
    monitors = frozenset(indicator.monitors) if indicator else frozenset()
    if can_verify(by, author=row.author, origin=row.origin, agency=row.agency, monitors=monitors):
        return ""
    if not can(by, Permission.VERIFY):
        return "role"
    return "own_work" if by.id == row.author else "own_body"


def _waiting_value(row: Any) -> Waiting:
    content = row.content
    return Waiting(
        id=row.public_id,
        kind=RecordKind.OBSERVATION,
        state=State.SENT,
        about=row.indicator,
        agency=row.agency,
        text=f"{content.get('qualifier', '')}{content['value']} {content['unit']} ({content['source']})",
        author=row.author,
        received_on=row.received_on,
    )
