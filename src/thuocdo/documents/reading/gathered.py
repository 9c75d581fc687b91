"""What many rows would ask alike is asked once: an unknown name where it first stands, a column as one."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from thuocdo.documents.reading.doubts import COST
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import DraftProgramme, Remark

OF_COLUMN: Mapping[str, str] = {
    "code_inferred": "codes_counted",
    "no_comparator": "no_comparators",
    "aim_without_year": "aims_without_year",
    "deadline_fiscal_months": "deadlines_fiscal_months",
    "deadline_year_of_heading": "deadlines_year_of_heading",
    "deadline_year_of_title": "deadlines_year_of_title",
}
"""Remarks on a cell that follow from how its table is made, and what says the same of the column."""
_FEWEST = 5
_MOSTLY = 0.4  # of the rows of a kind


def gathered(draft: DraftProgramme, *, abroad: bool) -> DraftProgramme:
    """Return the draft with remarks that ask nothing twice.

    In a document from `abroad` one remark says that no body is known; single ones need no other.
    """
    remarks = _by_column(draft)
    kept = set(map(id, remarks))
    moved = [note for note in draft.remarks if id(note) not in kept]
    draft = _surer(draft, moved)
    asked = (note for note in remarks if note.code != "unknown_agency") if abroad else _by_name(remarks)
    return dataclasses.replace(draft, remarks=tuple(asked))


def _by_column(draft: DraftProgramme) -> list[Remark]:
    """Let one remark of the document stand for those that most rows bear."""
    rows = {"task": len(draft.tasks), "indicator": len({item.code for item in draft.indicators})}
    groups: dict[tuple[str, str], list[Remark]] = {}
    for note in draft.remarks:
        if note.code in OF_COLUMN:
            groups.setdefault((note.where.split(" ")[0], note.code), []).append(note)
    found: list[Remark] = list(draft.remarks)
    for (kind, code), notes in groups.items():
        count = len({note.where for note in notes})
        if count < _FEWEST or count < _MOSTLY * rows.get(kind, count):
            continue
        shared = {name: text for name, text in notes[0].params.items() if _is_shared(notes, name)}
        whole = remark("document", notes[0].field, OF_COLUMN[code], **{"count": str(count)} | shared)
        alone = {id(note) for note in notes}
        found = [*(note for note in found if id(note) not in alone), whole]
    return found


def _surer(draft: DraftProgramme, moved: Iterable[Remark]) -> DraftProgramme:
    """Return the draft whose rows no longer are unsure for what is now asked of their column."""
    costs: Counter[str] = Counter()
    for note in moved:
        costs[note.where] += COST.get(note.code, 0)

    def sure(where: str, confidence: float) -> float:
        return min(100, round(100 * confidence) + costs[where]) / 100

    return dataclasses.replace(
        draft,
        tasks=tuple(
            dataclasses.replace(task, confidence=sure(f"task {task.code}", task.confidence))
            for task in draft.tasks
        ),
        indicators=tuple(
            dataclasses.replace(item, confidence=sure(f"indicator {item.code}", item.confidence))
            for item in draft.indicators
        ),
    )


def _is_shared(notes: Sequence[Remark], name: str) -> bool:
    return len({note.params.get(name) for note in notes}) == 1


def _by_name(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """Yield the remarks; a name that nobody knows is asked about where it first stands."""
    asked: set[str] = set()
    for note in remarks:
        printed = note.params.get("printed", "")
        if note.code == "unknown_agency":
            if printed in asked:
                continue
            asked.add(printed)
        yield note
