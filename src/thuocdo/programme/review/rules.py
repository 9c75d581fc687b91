"""Who still has to look at what: the rules of a review by two people. Pure.

1. A cell waits for a person when the reading doubts it, or the other reviewer has decided on it.
2. Each of the two decides for themselves; nobody sees the other's word on a cell before giving their own.
3. Where the two words differ the cell waits for both, until one of them takes the other's.
4. A blank is confirmed as a blank; it is never accepted like words.
5. Undo takes back the person's own last step, nobody else's.
6. A person finishes when nothing waits for them; a step after that takes the finish back.
7. A draft is ready when two different people have finished.
8. A number that one person chooses for a row of the programme is a cell that waits for the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import msgspec

from thuocdo.core.errors import Conflict, Fault, Invalid, NotAllowed
from thuocdo.core.typed import from_json
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.review.cells import ADDED, rows_of
from thuocdo.programme.review.numbers import choice_rows, choices
from thuocdo.programme.review.settling import read_day, settled
from thuocdo.programme.review.types import (
    DROPPABLE,
    WHOLE,
    Cell,
    Key,
    NewRow,
    Passage,
    Row,
    Standing,
    Step,
    Verdict,
    Why,
)

REVIEWERS = 2
_LONGEST = 4000
_LONGEST_CODE = 14
_YEARS = range(1900, 2201)
_ONE_WORD = "One cell was not taken."
NEEDED = frozenset({"code", "title", "text"})
"""Cells without which there is no row."""


def counting(steps: Iterable[Step]) -> dict[str, list[Step]]:
    """Return for each reviewer, in the order in which they came, the steps that still count."""
    found: dict[str, list[Step]] = {}
    for step in steps:
        if step.verdict is Verdict.RELEASE:
            found.pop(step.value, None)
            continue
        mine = found.setdefault(step.by, [])
        if step.verdict is not Verdict.UNDO:
            mine.append(step)
        elif mine:
            mine.pop()
    return {person: mine for person, mine in found.items() if mine}


def added_rows(steps: Iterable[Step]) -> list[Step]:
    """Return the steps by which rows were added, in the order in which it was done."""
    return [step for step in _kept(steps) if step.verdict is Verdict.ADD]


def rows_under_review(
    draft: DraftProgramme, steps: Sequence[Step], passages: Sequence[Passage] = ()
) -> tuple[Row, ...]:
    """Return the rows of the draft, those that people added, and the numbers that they chose."""
    kept = _kept(steps)
    return (*rows_of(draft, passages, added_rows(steps)), *choice_rows(kept))


def chosen_numbers(steps: Sequence[Step]) -> dict[str, str]:
    """Return old number → new as the reviewers chose; where they still differ the later word stands."""
    return choices(_kept(steps))


def decisions(steps: Iterable[Step]) -> dict[str, dict[Key, Step]]:
    """Return each reviewer's last word on each cell."""
    return {person: {step.key: step for step in mine} for person, mine in counting(steps).items()}


def standing(rows: Sequence[Row], steps: Sequence[Step], person: str) -> Standing:
    """Return what waits for a person; `rows` are those of rows_under_review."""
    words = decisions(steps)
    mine = words.pop(person, {})
    partner = next(iter(words), "")
    theirs = words.get(partner, {})
    waiting: dict[Key, Why] = {}
    total = 0
    for row in rows:
        gone = _drops(mine.get((row.where, WHOLE)))
        for cell in row.cells:
            if gone and cell.field != WHOLE:
                continue
            if not (cell.doubts or cell.key in mine or cell.key in theirs):
                continue
            total += 1
            why = _why(cell, mine.get(cell.key), theirs.get(cell.key))
            if why is not None:
                waiting[cell.key] = why
    return Standing(person, partner, mine, theirs, waiting, total)


def outcome(step: Step, cell: Cell) -> str:
    """Return what a word makes of a cell: its text, or for a whole row whether it stays."""
    if cell.field == WHOLE:
        return "drop" if _drops(step) else "keep"
    if step.verdict is Verdict.ACCEPT:
        return " ".join(cell.printed.split())
    return " ".join(step.value.split()) if step.verdict is Verdict.EDIT else ""


def next_open(rows: Sequence[Row], standing: Standing, after: Key | None = None) -> Key | None:
    """Return the next cell that waits, from the top again when none is left below."""
    order = {cell.key: place for place, cell in enumerate(chain.from_iterable(row.cells for row in rows))}
    here = order.get(after, -1) if after else -1
    waiting = list(standing.open)
    return next((key for key in waiting if order[key] > here), waiting[0] if waiting else None)


def check_reviewer(steps: Sequence[Step], person: str) -> None:
    """Refuse a third person."""
    others = [name for name in counting(steps) if name != person]
    if len(others) >= REVIEWERS:
        raise Conflict(
            "Two people review this draft already.",
            hint="One of them has to be released first.",
        )


def check_step(step: Step, rows: Sequence[Row], steps: Sequence[Step]) -> None:
    """Refuse a step that says nothing, or says it about nothing."""
    if step.verdict is Verdict.RELEASE:
        if step.value not in counting(steps):
            raise Conflict("This person does not review this draft.")
        return
    check_reviewer(steps, step.by)
    if step.verdict is Verdict.UNDO:
        if not counting(steps).get(step.by):
            raise Conflict("There is no step of yours to take back.")
        return
    if step.verdict is Verdict.ADD:
        _check_new_row(from_json(step.value, NewRow))
        return
    row = next((row for row in rows if row.where == step.where), None)
    cell = row.cell(step.field) if row else None
    if row is None or cell is None:
        raise Invalid(_ONE_WORD, faults=[Fault(step.where, "the draft has no such cell", step.field)])
    if fault := _fault(step, cell, row, rows):
        raise Invalid(_ONE_WORD, faults=[Fault(step.where, fault, step.field)])


def check_finish(standing: Standing) -> None:
    """Refuse to finish as long as something waits."""
    if standing.open:
        raise Conflict(
            "Cells still wait for a word.",
            hint="Each of them needs a word; then the review can be finished.",
        )


def check_ready(draft: DraftProgramme, steps: Sequence[Step], finished: Sequence[str]) -> tuple[str, str]:
    """Return the two people who answer for the draft, or refuse."""
    if len(set(finished)) < REVIEWERS:
        raise NotAllowed(
            "Two different people have to finish before the draft is adopted.",
        )
    first, second = finished[:REVIEWERS]
    rows = rows_under_review(draft, steps)
    for person in (first, second):
        check_finish(standing(rows, steps, person))
    return first, second


def agreed(draft: DraftProgramme, steps: Sequence[Step]) -> DraftProgramme:
    """Return the draft as its reviewers decided; where they still differ the later word stands."""
    words = {step.key: step for step in _kept(steps)}
    return settled(draft, words, added_rows(steps))


def new_row_step(row: NewRow, steps: Sequence[Step], *, by: str) -> Step:
    """Return the step that adds a row under a key that no step has used."""
    number = 1 + sum(step.verdict is Verdict.ADD for step in steps)
    value = msgspec.json.encode(row).decode()
    return Step(by, Verdict.ADD, f"{row.kind}{ADDED}{number}", WHOLE, value)


def _kept(steps: Iterable[Step]) -> list[Step]:
    """Return the steps that still count, in the order in which they were done."""
    given = list(steps)
    kept = {id(step) for step in chain.from_iterable(counting(given).values())}
    return [step for step in given if id(step) in kept]


def _why(cell: Cell, mine: Step | None, theirs: Step | None) -> Why | None:
    if mine is None:
        return Why.DOUBT if cell.doubts else Why.TOUCHED
    if theirs is not None and outcome(mine, cell) != outcome(theirs, cell):
        return Why.CONFLICT
    return None


def _drops(step: Step | None) -> bool:
    return step is not None and step.verdict is Verdict.DROP


def _fault(step: Step, cell: Cell, row: Row, rows: Sequence[Row]) -> str:
    """Return what is wrong with a word about a cell, "" when nothing is."""
    if cell.field == WHOLE:
        if _drops(step) and row.kind not in DROPPABLE:
            return "only a theme, a task or an indicator can be dropped"
        return "" if step.verdict in {Verdict.ACCEPT, Verdict.DROP} else "a row as a whole is kept or dropped"
    found = {
        Verdict.DROP: "only a whole row is dropped",
        Verdict.ACCEPT: "" if cell.printed else "it is empty: say that the blank is right, or give its words",
        Verdict.BLANK: "a row cannot do without it" if cell.field in NEEDED else "",
    }
    if step.verdict in found:
        return found[step.verdict]
    text = step.value.strip()
    if not text:
        return "no words were given: say that the blank is right instead"
    return _fault_of_words(cell.field, text, rows)


def _fault_of_words(field: str, text: str, rows: Sequence[Row]) -> str:
    """Return what is wrong with the words for a field, "" when nothing is."""
    wrong = {
        "the words are too long": len(text) > (_LONGEST_CODE if field == "code" else _LONGEST),
        "a year is needed, such as 2030": field == "horizon" and not _is_year(text),
        "a day is needed, such as 9/1/2025": field == "issued_on" and read_day(text) is None,
        "the document has no such theme": field == "theme"
        and all(row.code != text for row in rows if row.kind == "theme"),
    }
    return next((message for message, found in wrong.items() if found), "")


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) in _YEARS


def _check_new_row(row: NewRow) -> None:
    given: Mapping[str, str] = {"code": row.code.strip(), "title": row.title.strip()}
    faults = [Fault("new row", "is needed", field) for field, text in given.items() if not text]
    faults += [
        Fault("new row", message, field)
        for field, text in given.items()
        if (message := _fault_of_words(field, text, ()))
    ]
    if row.kind == "indicator" and row.horizon not in _YEARS:
        faults.append(Fault("new row", "a year is needed, such as 2030", "horizon"))
    if faults:
        raise Invalid("The row was not added.", faults=faults)
