"""Two deadlines for one task: within one document, and in two."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from thuocdo.documents.comparing.likeness import Likeness, Shelf, overlap
from thuocdo.documents.comparing.tasks import SAME, TaskPair, sureness, task_place
from thuocdo.documents.comparing.types import Difference, Finding, Kind, Place, Side
from thuocdo.documents.reading.periods import find_periods
from thuocdo.documents.reading.spelling import bare
from thuocdo.documents.types import DraftClause, DraftDeadline, DraftProgramme, DraftTask

_NEAR_SAME = 0.7
_FEWEST_WORDS = 5
_STATED = re.compile(
    r"(?P<before>truoc|before|prior to)(?:\s+(?:ngay|thang|quy|nam|the end of))*\s*$|"
    r"(?:hoan thanh|xong|trong|cham nhat|within|no later than|complete[sd]?)"
    r"(?:\s+(?:trong|vao|la|in|by|ngay|thang|quy|nam))*\s*$"
)


def stated_due(text: str) -> date | None:
    """Return the last day in time that the words of a clause or title state; None unless exactly one.

    Only a date behind words of finishing counts (“trong năm 2025”, “before 30 June”): other dates
    belong to names of documents or to horizons of schemes.
    """
    words = bare(text)
    found: set[date] = set()
    for period in find_periods(words):
        lead = _STATED.search(words[: period.start])
        if lead:
            found.add(period.first - timedelta(days=1) if lead["before"] else period.last)
    return found.pop() if len(found) == 1 else None


def between(found: Sequence[TaskPair]) -> Iterator[Finding]:
    """Yield the tasks that have different times in two documents."""
    for pair in found:
        if not pair.first.deadline_text or not pair.second.deadline_text:
            continue
        if _same(pair.first.deadline, pair.second.deadline):
            continue
        certainty, score = sureness(pair)
        first, second = task_place(pair.first, "a"), task_place(pair.second, "b")
        differs = (_difference(pair.first, pair.second),)
        yield Finding(Kind.TWO_DEADLINES, certainty, first, second, score, differs)


def clauses_against_tasks(
    clauses: Sequence[DraftClause],
    tasks: Sequence[DraftTask],
    likeness: Likeness,
    *,
    sides: tuple[Side, Side],
) -> Iterator[Finding]:
    """Yield the clauses whose words state another day than the row of the task that serves them."""
    shelf = Shelf(likeness, [task.title for task in tasks])
    for clause in clauses:
        day = stated_due(clause.text)
        near = shelf.nearest(clause.text) if day else None
        if day is None or near is None or near.score < SAME:
            continue
        task = tasks[near.place]
        if task.deadline.due and task.deadline.due != day:
            place = Place(sides[0], "clause", clause.code, clause.text)
            differs = Difference("deadline", day.isoformat(), task.deadline_text)
            yield Finding(
                Kind.TWO_DEADLINES,
                "likely",
                place,
                task_place(task, sides[1]),
                round(near.score, 2),
                (differs,),
                sides[0] if sides[0] == sides[1] else None,
            )


def within(draft: DraftProgramme, side: Side) -> Iterator[Finding]:
    """Yield the tasks of one document that stand there twice, or name a day, with another time."""
    for task in draft.tasks:
        day = stated_due(task.title)
        if day and task.deadline.due and task.deadline.due != day:
            differs = Difference("deadline", day.isoformat(), task.deadline_text)
            yield Finding(Kind.TWO_DEADLINES, "likely", task_place(task, side), None, None, (differs,), side)
    yield from _twice(draft.tasks, side)


def _twice(tasks: Sequence[DraftTask], side: Side) -> Iterator[Finding]:
    shelf = Shelf(Likeness(task.title for task in tasks), [task.title for task in tasks])
    for place, task in enumerate(tasks):
        if len(task.title.split()) < _FEWEST_WORDS:
            continue
        for other, score in enumerate(shelf.score(task.title)[place + 1 :], start=place + 1):
            twin = tasks[other]
            if score < _NEAR_SAME or overlap(task.title, twin.title) < _NEAR_SAME:
                continue
            if task.deadline_text and twin.deadline_text and not _same(task.deadline, twin.deadline):
                yield Finding(
                    Kind.TWO_DEADLINES,
                    "likely" if overlap(task.title, twin.title) == 1 else "candidate",
                    task_place(task, side),
                    task_place(twin, side),
                    round(score, 2),
                    (_difference(task, twin),),
                    side,
                )


def _same(one: DraftDeadline, other: DraftDeadline) -> bool:
    if one.kind == "none" or other.kind == "none":
        return True  # a time that could not be read says nothing
    if one.due or other.due:
        return one.due == other.due
    return (one.kind, one.start, one.day) == (other.kind, other.start, other.day)


def _difference(one: DraftTask, other: DraftTask) -> Difference:
    return Difference("deadline", one.deadline_text, other.deadline_text)
