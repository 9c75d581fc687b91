"""Numbered clauses out of which no task was read, though those beside them are tasks."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from thuocdo.documents.reading.clauses import LETTERS
from thuocdo.documents.reading.passages import Passage
from thuocdo.documents.reading.saidafter import times_in
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import Remark

_FEWEST = 2  # tasks beside each other
_MOSTLY = 0.3  # of the clauses beside each other
_NO_DUTY = frozenset({"basis", "aims", "results"})
_FARTHEST = 20  # more than so many clauses are not lost: the document is numbered otherwise
_SHOWN = 80
_AGAIN = re.compile(r"-\d+$")


def unread_clauses(passages: Sequence[Passage], codes: Sequence[str]) -> list[Remark]:
    """Return a remark for each clause that gave no task, and on the tasks on both sides of a gap.

    `codes` are those of the tasks. Clauses are compared where a good part of those with one number
    above them gave tasks; elsewhere a clause is remarked that names a time by which something is due.
    """
    clauses = [_AGAIN.sub("", code) for code in codes]
    read = set(clauses)
    found: list[Remark] = []
    for group in _groups(passages):
        done = [passage for passage in group if _gave(passage.code, read)]
        if len(done) < _FEWEST or len(done) < _MOSTLY * len(group):
            found += (_unread(passage) for passage in group if passage not in done and _is_due(passage))
            continue
        found += (_unread(passage) for passage in group if passage not in done)
        for above, below in pairwise(passage.code for passage in done):
            if 1 < _number(below) - _number(above) <= _FARTHEST:
                found += _gap(above, below, [*zip(clauses, codes, strict=True)])
    return [*found, *_loose(passages, clauses, {note.where for note in found})]


def _loose(passages: Sequence[Passage], clauses: Sequence[str], said: set[str]) -> Iterator[Remark]:
    """Yield a remark for each clause without a task in which an item or a paragraph names a time."""
    for passage in passages:
        where = f"clause {passage.code}"
        due = not passage.opens and passage.code and passage.stage not in _NO_DUTY and _is_due(passage)
        if due and where not in said and not _gave(passage.code, {*clauses}):
            said.add(where)
            yield _unread(passage)


def _unread(passage: Passage) -> Remark:
    return remark(f"clause {passage.code}", None, "clause_unread", words=passage.text[:_SHOWN])


def _is_due(passage: Passage) -> bool:
    """Say whether a clause names a time by which something is to be done."""
    return not passage.heading and times_in(passage.text) > 0


def _groups(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield the numbered or lettered clauses that stand beside each other, not those of aims and results."""
    groups: dict[str, list[Passage]] = {}
    for passage in passages:
        parent, _point, last = passage.code.rpartition(".")
        counted = last.isdigit() or last in LETTERS
        if passage.opens and counted and passage.stage not in _NO_DUTY:
            group = groups.setdefault(parent, [])
            if group and _number(passage.code) <= _number(group[-1].code):
                yield group
                group = groups[parent] = []
            group.append(passage)
    yield from groups.values()


def _gave(code: str, read: set[str]) -> bool:
    """Say whether a task was read out of a clause, or out of one below it."""
    return code in read or any(other.startswith(f"{code}.") for other in read)


def _gap(above: str, below: str, tasks: Sequence[tuple[str, str]]) -> Iterator[Remark]:
    """Yield what the last task above a gap and the first one below it say about it."""
    before = next((code for clause, code in reversed(tasks) if _gave(above, {clause})), "")
    after = next((code for clause, code in tasks if _gave(below, {clause})), "")
    for code in filter(None, (before, after)):
        yield remark(f"task {code}", None, "rows_missing", before=before, after=after)


def _number(code: str) -> int:
    last = code.rpartition(".")[2]
    return LETTERS.index(last) if last in LETTERS else int(last)
