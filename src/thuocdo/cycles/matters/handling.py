"""Reading how bodies dealt with each other by a day, as the values that scores are counted from."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.conf import settings

from thuocdo.core.dates import local_day
from thuocdo.cycles import opening
from thuocdo.cycles.handled import BodyNote, Disputed, EarlierReport, Handled, Turn
from thuocdo.cycles.matters import models, queries
from thuocdo.cycles.matters.rules import FOREIGN_ASKS, ladder
from thuocdo.cycles.matters.types import Kind, Matter, State, Word
from thuocdo.cycles.models import Report

_HELD = frozenset({State.OPEN, State.PASSED})


def handled(slug: str, *, as_of: date) -> Handled:
    """Return what had happened between bodies by the end of a day; words only where they are public."""
    public = queries.published(slug, as_of=as_of)
    opened = (cycle for cycle in opening.calendar_of(slug, day=as_of) if cycle.opened)
    return Handled(
        cycles=tuple(opened),
        turns=tuple(_turns(slug, as_of)),
        disputes=tuple(_disputes(public)),
        earlier=tuple(_earlier(slug, as_of)),
        notes=tuple(_notes(public)),
    )


def _turns(slug: str, as_of: date) -> Iterator[Turn]:
    rows = models.Matter.objects.filter(
        programme=slug, kind__in=[kind.value for kind in FOREIGN_ASKS], sent_on__lte=as_of
    )
    for row in rows.order_by("public_id").prefetch_related("said"):
        words = sorted((word.to_value() for word in row.said.all()), key=lambda word: word.number)
        known = [word for word in words if _day(word) <= as_of]
        if row.sent_on is not None and known:
            yield from _turns_of(row.to_value(tuple(known)), row.sent_on)


def _turns_of(matter: Matter, sent_on: date) -> Iterator[Turn]:
    """Yield the turn of each body that was asked, in their order."""
    asked = [(word.body, sent_on if word.number == 1 else _day(word)) for word in matter.words if word.body]
    last = matter.words[-1]
    ended = None if last.state in _HELD else _day(last)
    steps = ladder(asked, until=ended, day=sent_on)
    for place, step in enumerate(steps):
        is_last = place == len(steps) - 1
        yield Turn(
            id=f"{matter.id}.{place + 1}",
            kind=matter.kind.value,
            task=matter.task,
            agency=matter.agency,
            asked=step.body,
            since=step.since,
            until=step.until,
            solved=is_last and last.state is State.SOLVED,
            passed=not is_last or last.state is State.WITHDRAWN,
            illustrative=matter.illustrative,
        )


def _disputes(public: Iterable[Matter]) -> Iterator[Disputed]:
    for each in public:
        if each.kind is not Kind.DISPUTE or each.due_on is None:
            continue
        answer = next((word for word in each.words if word.state in {State.UPHELD, State.NOT_UPHELD}), None)
        yield Disputed(
            id=each.id,
            task=each.task,
            agency=each.agency,
            due_on=each.due_on,
            answered_on=_day(answer) if answer is not None else None,
            answered_by=answer.agency if answer is not None else "",
            illustrative=each.illustrative,
        )


def _earlier(slug: str, as_of: date) -> Iterator[EarlierReport]:
    """Yield the reports that had been returned, or replaced by a later version."""
    rows = Report.objects.filter(programme=slug, received_on__lte=as_of).exclude(sent_by="")
    for row in rows.exclude(returned_on=None, corrected_on=None).order_by("public_id"):
        returned = row.returned_on if row.returned_on is not None and row.returned_on <= as_of else None
        replaced = row.corrected_on is not None and row.corrected_on <= as_of
        if returned is None and not replaced:
            continue
        yield EarlierReport(
            id=row.public_id,
            task=row.task,
            agency=row.agency,
            cycle=row.content.get("cycle") or "",
            received_on=row.received_on,
            returned_on=returned,
            illustrative=row.illustrative,
        )


def _notes(public: Sequence[Matter]) -> Iterator[BodyNote]:
    for each in public:
        if each.kind is Kind.NOTE and each.sent_on is not None:
            yield BodyNote(
                id=each.id,
                task=each.task,
                agency=each.agency,
                cycle=each.cycle,
                text=each.content.text,
                on=each.sent_on,
                illustrative=each.illustrative,
            )


def _day(word: Word) -> date:
    return local_day(word.at, settings.THUOCDO_ZONE)
