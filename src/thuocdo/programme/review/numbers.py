"""Which row of the programme goes on as which row of an act, where reviewers choose it themselves. Pure.

A choice is a step like any other: an edit names the new number, a blank says that the row ends.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from thuocdo.core.errors import Fault
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.amending import names_for
from thuocdo.programme.drafted import living_tasks, pair_indicators, pair_tasks
from thuocdo.programme.faults import renumbering_faults
from thuocdo.programme.likeness import NOTHING
from thuocdo.programme.review.types import Cell, Key, Row, Step, Verdict
from thuocdo.programme.types import Programme, Register

OLD = "old"
"""The kind of a row of the programme whose number was chosen."""

FOLLOWS = "follows"
"""The field that holds the number under which it goes on."""


def choice_key(number: str) -> Key:
    """Return the name of the choice for a row of the programme, by the number that it bears there."""
    return f"{OLD} {number}", FOLLOWS


def choice_rows(steps: Iterable[Step]) -> tuple[Row, ...]:
    """Return a row for each row of the programme that a step chooses a number for."""
    chosen = dict.fromkeys(step.where for step in steps if step.field == FOLLOWS)
    return tuple(Row(where, OLD, number_of(where), (Cell(where, FOLLOWS, ""),)) for where in chosen)


def choices(steps: Iterable[Step]) -> dict[str, str]:
    """Return old number → new (NOTHING: it ends) of the steps that count; the later word stands."""
    return {
        number_of(step.where): NOTHING if step.verdict is Verdict.BLANK else step.value
        for step in steps
        if step.field == FOLLOWS
    }


def number_of(where: str) -> str:
    """Return the number in the programme that a choice is about."""
    return where.removeprefix(f"{OLD} ")


def may_choose(before: Programme, *, partial: bool) -> bool:
    """Say whether numbers can be chosen: a whole list is recognised by words, so these are needed."""
    return partial or any(task.title is not None for task in living_tasks(before))


def choice_faults(
    before: Programme, draft: DraftProgramme, standing: Mapping[str, str], choice: tuple[str, str]
) -> list[Fault]:
    """Return what is wrong with a choice (old number, new number) beside those that stand."""
    others = {number: follows for number, follows in standing.items() if number != choice[0]}
    known = renumbering_faults(draft, before, others)
    return [
        fault for fault in renumbering_faults(draft, before, {**others, choice[0]: choice[1]})
        if fault not in known
    ]  # fmt: skip


def all_numbers(
    before: Programme,
    draft: DraftProgramme,
    chosen: Mapping[str, str],
    *,
    partial: bool,
    register: Register,
) -> Mapping[str, str] | None:
    """Return what adoption is told about numbers: None as long as nobody chose.

    An act that prints the whole list gets a number for every row: the chosen ones, and for the rest
    the proposal that the reviewers saw beside them.
    """
    if not chosen or partial or not may_choose(before, partial=partial):
        return dict(chosen) or None
    names, taken = names_for(draft, before, register), set(chosen.values())
    rest = replace(
        before,
        tasks=tuple(task for task in before.tasks if task.number not in chosen),
        indicators=tuple(row for row in before.indicators if f"{row.number}@{row.horizon}" not in chosen),
    )
    free = replace(
        draft,
        tasks=tuple(row for row in draft.tasks if row.code not in taken),
        indicators=tuple(row for row in draft.indicators if f"{row.code}@{row.horizon}" not in taken),
    )
    tasks = pair_tasks(rest, free, names, partial=False, renumbered=None)
    rows = pair_indicators(rest, free, names, partial=False, renumbered=None)
    return {
        **{task.number: NOTHING for task in tasks.dropped},
        **{f"{row.number}@{row.horizon}": NOTHING for row in rows.dropped},
        **{task.number: row.code for task, row, _ in tasks.together},
        **{f"{old.number}@{old.horizon}": f"{new.code}@{new.horizon}" for old, new, _ in rows.together},
        **chosen,
    }


def numbers_of(draft: DraftProgramme) -> Sequence[tuple[str, str]]:
    """Return number and title of every task and indicator row of an act."""
    return [(row.code, row.title) for row in draft.tasks] + [
        (f"{row.code}@{row.horizon}", row.title) for row in draft.indicators
    ]
