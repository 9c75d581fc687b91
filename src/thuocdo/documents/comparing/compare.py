"""Two documents side by side: what one aims at and assigns, and what the other makes of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thuocdo.core.country import names
from thuocdo.core.text import fold
from thuocdo.documents.comparing import aims as matching
from thuocdo.documents.comparing import deadlines, leads, tasks
from thuocdo.documents.comparing.duties import duties, tabled_tasks
from thuocdo.documents.comparing.likeness import Likeness
from thuocdo.documents.comparing.quantities import (
    Aim,
    aims,
    duties_with_figures,
    is_english,
    worded_aims,
)
from thuocdo.documents.comparing.types import Comparison, EndedBody, Finding, Kind, Side
from thuocdo.documents.types import DraftClause, DraftProgramme, DraftTask

_PROSE = 0.6
"""Indicators that reading is not surer of come from prose, not from a table."""


@dataclass(frozen=True, slots=True)
class _Document:
    """One side of a comparison, read once."""

    side: Side
    draft: DraftProgramme
    aims: tuple[Aim, ...]
    worded: tuple[Aim, ...]
    figures: tuple[Aim, ...]
    duties: tuple[DraftClause, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return all words that are compared."""
        return (
            *(aim.words for aim in (*self.aims, *self.worded, *self.figures)),
            *(clause.text for clause in self.duties),
            *(task.title for task in self.draft.tasks),
        )


def compare(first: DraftProgramme, second: DraftProgramme, *, as_of: date, ended: EndedBody) -> Comparison:
    """Return what stands differently in two documents, or in one and not in the other.

    The first is the document that the second carries out: a resolution and its programme, a
    programme and a province's plan. Nothing is said to be wrong. `ended` tells which bodies no
    longer exist on `as_of`.
    """
    across = is_english(first) != is_english(second)
    a, b = _document(first, "a"), _document(second, "b")
    likeness = Likeness((*a.texts, *b.texts))
    found = [*_between(a, b, likeness, across=across)]
    for document in (a,) if first == second else (a, b):
        found += _within(document, likeness)
        found += leads.gone(document.draft, document.side, ended)
    order = {kind: place for place, kind in enumerate(Kind)}
    found.sort(key=lambda finding: (order[finding.kind], finding.within or ""))
    told_apart = sum(len(document.draft.clauses) - len(document.duties) for document in (a, b))
    return Comparison(as_of, tuple(found), words_compared=not across, told_apart=told_apart)


def _document(draft: DraftProgramme, side: Side) -> _Document:
    found = duties(draft)
    return _Document(
        side,
        replace(draft, tasks=_assigned(draft, found)),
        aims(draft, side),
        worded_aims(draft, side),
        duties_with_figures(draft, side),
        found,
    )


def _assigned(draft: DraftProgramme, assigning: Sequence[DraftClause]) -> tuple[DraftTask, ...]:
    """Return the tasks of the table, and of the prose those that no clause of organisation gives."""
    codes = {clause.code for clause in assigning}
    tabled = {task.code for task in tabled_tasks(draft)}
    return tuple(task for task in draft.tasks if task.code in tabled or task.code.split("/")[0] in codes)


def _between(a: _Document, b: _Document, likeness: Likeness, *, across: bool) -> Iterator[Finding]:
    yield from _aims(a, b, likeness, across=across)
    found = tasks.pair_tasks(a.draft, b.draft, likeness, across=across)
    yield from tasks.differing_tasks(found, likeness, tasks.name_keys(_name_keys()), across=across)
    yield from deadlines.between(found)
    if across or not b.draft.tasks:
        return
    if tabled_tasks(a.draft):
        yield from tasks.tasks_without_task(a.draft, b.draft, found, likeness)
    else:
        yield from tasks.statements_without_task(a.draft, a.duties, b.draft, likeness)
    if not tasks.is_copy(a.draft, b.draft):
        yield from deadlines.clauses_against_tasks(a.duties, b.draft.tasks, likeness, sides=("a", "b"))


def _aims(a: _Document, b: _Document, likeness: Likeness, *, across: bool) -> Iterator[Finding]:
    """Compare aims; those in words alone cannot be compared across languages."""
    ours, theirs = ((*item.aims, *(() if across else item.worded)) for item in (a, b))
    if not ours or not theirs:
        return
    if tasks.is_copy(a.draft, b.draft):
        same = matching.pairs(ours, theirs, matching.score_codes(ours, theirs))
        yield from matching.differing(ours, theirs, same, across=across, by_code=True)
        return
    scores = matching.score_all(ours, theirs, likeness, across=across)
    pairs = matching.pairs(ours, theirs, scores, alone=across)
    yield from matching.differing(ours, theirs, pairs, across=across)
    if across:
        ours, theirs = _figured(ours), _figured(theirs)
    for kind, here, there, more in (
        (Kind.AIM_WITHOUT_INDICATOR, ours, theirs, b.figures),
        (Kind.INDICATOR_WITHOUT_AIM, theirs, ours, a.figures),
    ):
        yield from _alone(kind, here, there, more, likeness, across=across)


def _alone(
    kind: Kind,
    here: Sequence[Aim],
    there: Sequence[Aim],
    more: Sequence[Aim],
    likeness: Likeness,
    *,
    across: bool,
) -> Iterator[Finding]:
    """Yield the aims without counterpart; where a duty of the other document has the figure, it is named."""
    scores = matching.score_all(here, there, likeness, across=across)
    stands = matching.score_all(here, more, likeness, across=across)
    places = {id(aim): place for place, aim in enumerate(here)}
    for aim, finding in matching.without_counterpart(
        kind, here, there, scores, matching.pairs(here, there, scores)
    ):
        row = stands[places[id(aim)]]
        best = max(range(len(more)), key=row.__getitem__, default=None)
        if best is not None and row[best] >= matching.MATCH and aim.figures & more[best].figures:
            score = round(row[best], 2)
            params = {"stands": "duty"}
            yield replace(finding, certainty="likely", second=more[best].place, score=score, params=params)
        else:
            yield finding


def _figured(items: Sequence[Aim]) -> tuple[Aim, ...]:
    return tuple(aim for aim in items if aim.figures)


def _within(document: _Document, likeness: Likeness) -> Iterator[Finding]:
    draft, side = document.draft, document.side
    if tabled_tasks(draft) and draft.clauses:
        yield from tasks.clauses_without_task(draft, document.duties, likeness, side)
        yield from deadlines.clauses_against_tasks(document.duties, draft.tasks, likeness, sides=(side, side))
    yield from deadlines.within(draft, side)
    yield from _figures_without_indicator(document, likeness)


def _figures_without_indicator(document: _Document, likeness: Likeness) -> Iterator[Finding]:
    """Yield the figures of clauses and tasks for which the document's own table has no row."""
    rows = {item.code for item in document.draft.indicators if item.confidence > _PROSE}
    table = [aim for aim in document.aims if aim.place.code in rows]
    if not table:
        return
    figures = document.figures
    scores = matching.score_all(figures, table, likeness, across=False)
    same = [
        matching.Pair(one, other, score)
        for one, row in enumerate(scores)
        for other, score in enumerate(row)
        if score >= matching.MATCH and figures[one].figures & table[other].figures
    ]
    kind = Kind.FIGURE_WITHOUT_INDICATOR
    for _aim, finding in matching.without_counterpart(kind, figures, table, scores, same):
        yield replace(finding, within=document.side)


def _name_keys() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name in names():
        for spelling in (name.name_vi, name.name_en, *name.variants):
            found.setdefault(fold(spelling), name.code)
    return found
