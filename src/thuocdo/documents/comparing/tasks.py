"""Which clauses and tasks of one document are served by which tasks of the other, and how these differ."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thuocdo.core.text import fold
from thuocdo.documents.citations import number_key
from thuocdo.documents.comparing.citing import cited_clauses, cited_tasks
from thuocdo.documents.comparing.duties import duty_lines
from thuocdo.documents.comparing.likeness import Likeness, Near, Shelf
from thuocdo.documents.comparing.types import Certainty, Difference, Finding, Kind, Place, Side
from thuocdo.documents.reading.stated import parts_of
from thuocdo.documents.types import DraftClause, DraftProgramme, DraftTask

COVERED = 0.45
"""Likeness from which a task is taken to serve a clause."""
TAKEN_UP = 0.4
"""The same for a single sentence of a resolution: short texts are less alike by chance."""
UNLIKE = 0.2
"""Likeness below which nothing comes near; other words may still mean the same."""
DOUBTFUL = 0.3
"""Likeness from which a clause without a task is shown with its nearest task, for a reader to judge."""
SAME = 0.6
"""Likeness from which two tasks that are nearest to each other are taken for the same task."""
SERVED = 0.5
"""Likeness from which a task of one document is taken to be served in the other."""
_SAME_OUTPUT = 0.4

Naming = Callable[[str], str]
"""Returns one key for all names of a body, in both languages."""


@dataclass(frozen=True, slots=True)
class TaskPair:
    """Two rows taken for one task: by words with `score`; None for by code or by citing."""

    first: DraftTask
    second: DraftTask
    score: float | None = None
    cited: bool = False


def clauses_without_task(
    draft: DraftProgramme, clauses: Sequence[DraftClause], likeness: Likeness, side: Side
) -> Iterator[Finding]:
    """Yield the clauses of a document that none of its own tasks serves, by words or by citing."""
    known = frozenset(clause.code for clause in clauses)
    cited = _cited(draft, draft.document.number, known)
    shelf = Shelf(likeness, [task.title for task in draft.tasks])
    for clause in clauses:
        if clause.code in cited:
            continue
        near = shelf.nearest(clause.text)
        place = Place(side, "clause", clause.code, clause.text)
        if finding := _unserved(Kind.CLAUSE_WITHOUT_TASK, place, near, COVERED):
            second = _task_near(draft.tasks, finding, near, side)
            yield replace(finding, second=second, within=side)


def statements_without_task(
    first: DraftProgramme, clauses: Sequence[DraftClause], second: DraftProgramme, likeness: Likeness
) -> Iterator[Finding]:
    """Yield the sentences of the first document's clauses that no task and no clause of the second takes up.

    A resolution packs many measures into one clause, so each sentence is looked for by itself. A
    clause that a task cites counts as taken up whole.
    """
    known = frozenset(clause.code for clause in clauses)
    cited = _cited(second, first.document.number, known)
    places = [
        *(task_place(task, "b") for task in second.tasks),
        *(Place("b", "clause", clause.code, clause.text) for clause in second.clauses),
    ]
    shelf = Shelf(likeness, [place.words for place in places])
    for clause in clauses:
        if clause.code in cited:
            continue
        for words in parts_of(duty_lines(clause)):
            near = shelf.nearest(words)
            place = Place("a", "clause", clause.code, words)
            if finding := _unserved(Kind.CLAUSE_WITHOUT_TASK, place, near, TAKEN_UP):
                shown = finding.score is not None and near is not None
                yield replace(finding, second=places[near.place] if near and shown else None)


def pair_tasks(
    first: DraftProgramme, second: DraftProgramme, likeness: Likeness, *, across: bool
) -> tuple[TaskPair, ...]:
    """Return which tasks go together: by what the second cites, by the number in two copies, by words.

    Two files of one document number are copies; there the codes decide, in any language.
    """
    by_code = {task.code: task for task in first.tasks}
    found = [
        TaskPair(by_code[code], task, cited=True)
        for task in second.tasks
        for code in sorted(cited_tasks(task.serves, first.document.number, by_code.keys()))
    ]
    if is_copy(first, second):
        theirs = {task.code: task for task in second.tasks}
        same = [code for code in by_code if code in theirs]
        return (*found, *(TaskPair(by_code[code], theirs[code]) for code in same))
    if across or not first.tasks or not second.tasks:
        return tuple(found)
    taken = {(pair.first.code, pair.second.code) for pair in found}
    return (*found, *(pair for pair in _by_words(first, second, likeness) if _codes(pair) not in taken))


def is_copy(first: DraftProgramme, second: DraftProgramme) -> bool:
    """Say whether both are copies, translations or versions of one document number."""
    one, other = first.document.number, second.document.number
    return bool(one and other) and number_key(one or "") == number_key(other or "")


def tasks_without_task(
    first: DraftProgramme,
    second: DraftProgramme,
    found: Sequence[TaskPair],
    likeness: Likeness,
) -> Iterator[Finding]:
    """Yield the tasks of the first document that no task of the second serves."""
    served = {pair.first.code for pair in found}
    shelf = Shelf(likeness, [task.title for task in second.tasks])
    for task in first.tasks:
        if task.code in served:
            continue
        near = shelf.nearest(task.title)
        if finding := _unserved(Kind.TASK_WITHOUT_TASK, task_place(task, "a"), near, SERVED):
            yield replace(finding, second=_task_near(second.tasks, finding, near, "b"))


def differing_tasks(
    found: Sequence[TaskPair], likeness: Likeness, naming: Naming, *, across: bool
) -> Iterator[Finding]:
    """Yield tasks that have other leads or another output in the two documents.

    Outputs are words and are not compared across languages.

    A plan that cites the task it serves gives it to bodies of its own level, so cited pairs are
    not compared.
    """
    for pair in found:
        if pair.cited:
            continue
        differs = (*_leads(pair, naming), *(() if across else _outputs(pair, likeness)))
        if differs:
            certainty, score = sureness(pair)
            first, second = task_place(pair.first, "a"), task_place(pair.second, "b")
            yield Finding(Kind.TASK_DIFFERS, certainty, first, second, score, differs)


def sureness(pair: TaskPair) -> tuple[Certainty, float | None]:
    """Return how sure it is that two rows are one task, and the likeness where words decided."""
    return ("certain", None) if pair.score is None else ("likely", round(pair.score, 2))


def task_place(task: DraftTask, side: Side) -> Place:
    """Return where a task stands."""
    return Place(side, "task", task.code, task.title)


def _cited(draft: DraftProgramme, number: str | None, known: frozenset[str]) -> frozenset[str]:
    return frozenset[str]().union(*(cited_clauses(task.serves, number, known) for task in draft.tasks))


def _unserved(kind: Kind, place: Place, near: Near | None, enough: float) -> Finding | None:
    """Return the finding for what nothing serves; its score is None where nothing comes near."""
    score = near.score if near else 0.0
    if score >= enough:
        return None
    return Finding(
        kind,
        "likely" if score < UNLIKE else "candidate",
        place,
        score=round(score, 2) if score >= DOUBTFUL else None,
    )


def _task_near(tasks: Sequence[DraftTask], finding: Finding, near: Near | None, side: Side) -> Place | None:
    return task_place(tasks[near.place], side) if near and finding.score is not None else None


def _by_words(first: DraftProgramme, second: DraftProgramme, likeness: Likeness) -> list[TaskPair]:
    shelf = Shelf(likeness, [task.title for task in second.tasks])
    scores = [shelf.score(task.title) for task in first.tasks]
    best_of_second = [
        max(range(len(scores)), key=lambda one: scores[one][other]) for other in range(len(second.tasks))
    ]
    found = []
    for one, row in enumerate(scores):
        other = max(range(len(row)), key=row.__getitem__)
        if row[other] >= SAME and best_of_second[other] == one:
            found.append(TaskPair(first.tasks[one], second.tasks[other], row[other]))
    return found


def _codes(pair: TaskPair) -> tuple[str, str]:
    return pair.first.code, pair.second.code


def _leads(pair: TaskPair, naming: Naming) -> Iterator[Difference]:
    ours, theirs = ({naming(name) for name in task.leads} for task in (pair.first, pair.second))
    if ours != theirs and ours and theirs:
        yield Difference("leads", "; ".join(pair.first.leads), "; ".join(pair.second.leads))


def _outputs(pair: TaskPair, likeness: Likeness) -> Iterator[Difference]:
    one, other = pair.first.output, pair.second.output
    if not one or not other:
        return  # a blank says nothing
    if fold(one) != fold(other) and likeness.between(one, other) < _SAME_OUTPUT:
        yield Difference("output", one, other)


def name_keys(names: Mapping[str, str]) -> Naming:
    """Return the naming of a table of folded name → key; an unknown name is its own key."""
    return lambda name: names.get(fold(name), fold(name))
