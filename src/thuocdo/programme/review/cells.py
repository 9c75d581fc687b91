"""A draft as rows of cells, with each doubt on the cell that it is about. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from thuocdo.core.typed import from_json
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import (
    DraftClause,
    DraftDeadline,
    DraftIndicator,
    DraftProgramme,
    DraftTask,
    DraftTheme,
    Remark,
)
from thuocdo.programme.review.passages import Places
from thuocdo.programme.review.types import PLACE, WHOLE, Cell, NewRow, Passage, Row, Step

NOTES = frozenset(
    {"name_variant", "deadline_before", "footnote", "members_not_named", "clause_repeated",
     "blank_output_and_deadline"}
)  # fmt: skip
"""Remarks that tell something and ask nothing; each other one, also one that is new, needs a person."""

FIELD_OF = {
    "deadline_text": "deadline",
    "target_text": "target",
    "targets": "target",
    "leads_text": "leads",
    "coordinators_text": "coordinators",
    "agencies_text": "agencies",
}
"""The cell that a remark's field belongs to where the two names differ."""

ADDED = " +"
"""What the key of a row has that a person added."""

Entry = TypeVar("Entry", DraftTask, DraftIndicator, DraftTheme, DraftClause)
_OPTIONAL = ("serves", "status_text", "result_text")
_DOCUMENT = ("number", "title", "issuer", "issued_on")


def rows_of(
    draft: DraftProgramme, passages: Sequence[Passage] = (), added: Iterable[Step] = ()
) -> tuple[Row, ...]:
    """Return every row of a draft in its order: document, themes, doubtful clauses, indicators, tasks.

    The key of a row comes from the draft as it was read. Two rows with one number get "#2" and so
    on, and their remarks stand on both, because the remark does not say which one is meant.
    """
    notes = _by_place(draft.remarks)
    places = Places(passages)
    made = [_document(draft, notes)]
    made += [
        _row("theme", key, theme.code, {"title": theme.title}, notes, remarked=f"theme {theme.code}")
        for key, theme in keyed("theme", draft.themes)
    ]
    made += [
        _row("clause", key, clause.code, {"text": clause.text}, notes, remarked=f"clause {clause.code}")
        for key, clause in keyed("clause", draft.clauses)
        if f"clause {clause.code}" in notes
    ]
    indicators, tasks = keyed_entries(draft, added)
    optional = [name for name in _OPTIONAL if any(getattr(task, name) is not None for task in draft.tasks)]
    asked = _bodies_asked_about(draft.remarks)
    made += [_indicator(key, item, notes, places, asked=asked) for key, item in indicators]
    made += [_task(key, task, notes, places, asked=asked, optional=optional) for key, task in tasks]
    return (*made, *_homeless(made, draft.remarks))


def key_of(kind: str, code: str, horizon: int | None = None) -> str:
    """Return the key of a row that bears its number alone."""
    return f"{kind} {code}@{horizon}" if horizon else f"{kind} {code}"


def keyed(kind: str, entries: Iterable[Entry]) -> list[tuple[str, Entry]]:
    """Return entries of the draft as it was read with the key of each, none of them twice."""
    seen: Counter[str] = Counter()
    found = []
    for entry in entries:
        key = key_of(kind, entry.code, getattr(entry, "horizon", None))
        seen[key] += 1
        found.append((key if seen[key] == 1 else f"{key} #{seen[key]}", entry))
    return found


def keyed_entries(
    draft: DraftProgramme, added: Iterable[Step] = ()
) -> tuple[list[tuple[str, DraftIndicator]], list[tuple[str, DraftTask]]]:
    """Return indicators and tasks with their keys, the rows of the ADD steps in their places."""
    indicators, tasks = keyed("indicator", draft.indicators), keyed("task", draft.tasks)
    for step in added:
        row = from_json(step.value, NewRow)
        if row.kind == "task":
            task = DraftTask(row.code, row.title, (), (), None, None, DraftDeadline("none"), 1.0, row.theme)
            tasks.insert(_place_after(row.after, tasks), (step.where, task))
        else:
            item = DraftIndicator(row.code, row.title, None, None, (), (), row.horizon, 1.0)
            indicators.insert(_place_after(row.after, indicators), (step.where, item))
    return indicators, tasks


def _place_after(key: str, entries: Sequence[tuple[str, object]]) -> int:
    return next((place + 1 for place, (other, _entry) in enumerate(entries) if other == key), len(entries))


def _by_place(remarks: Iterable[Remark]) -> dict[str, list[Remark]]:
    found: dict[str, list[Remark]] = {}
    for note in remarks:
        found.setdefault(note.where, []).append(note)
    return found


def _bodies_asked_about(remarks: Iterable[Remark]) -> Callable[[Iterable[str]], bool]:
    """Return whether some remark, wherever it stands, asks about one of these bodies.

    The reader asks about an unknown body where it first stands, and about all those of another
    country at once: the other rows that name them are unsure for this alone.
    """
    names = {note.params.get("printed", "").rstrip(".") for note in remarks if note.code == "unknown_agency"}
    abroad = any(note.code == "agencies_abroad" for note in remarks)
    return lambda bodies: any(abroad or body.rstrip(".") in names for body in bodies)


def _document(draft: DraftProgramme, notes: Mapping[str, list[Remark]]) -> Row:
    head = draft.document
    printed = {name: _text(getattr(head, name)) for name in _DOCUMENT}
    return _row("document", "document", head.number or "", printed, notes)


def _indicator(
    key: str,
    item: DraftIndicator,
    notes: Mapping[str, list[Remark]],
    places: Places,
    *,
    asked: Callable[[Iterable[str]], bool],
) -> Row:
    printed = {
        "code": item.code,
        "title": item.title,
        "unit": _text(item.unit),
        "target": _text(item.target_text),
        "agencies": _text(item.agencies_text) or ", ".join(item.agencies),
        "horizon": _text(item.horizon),
    }
    return _row(
        "indicator",
        key,
        item.code,
        printed,
        notes,
        remarked="" if ADDED in key else f"indicator {item.code}",
        read={"agencies": {"names": item.agencies}, "target": {"targets": item.targets}},
        confidence=item.confidence,
        asked=asked(item.agencies),
        horizon=item.horizon,
        first=places.find(item.source),
    )


def _task(
    key: str,
    task: DraftTask,
    notes: Mapping[str, list[Remark]],
    places: Places,
    *,
    asked: Callable[[Iterable[str]], bool],
    optional: Sequence[str],
) -> Row:
    printed = {
        "code": task.code,
        "title": task.title,
        "theme": _text(task.theme),
        "leads": _text(task.leads_text) or ", ".join(task.leads),
        "coordinators": _text(task.coordinators_text) or ", ".join(task.coordinators),
        "output": _text(task.output),
        "deadline": _text(task.deadline_text),
        **{name: _text(getattr(task, name)) for name in optional},
    }
    return _row(
        "task",
        key,
        task.code,
        printed,
        notes,
        remarked="" if ADDED in key else f"task {task.code}",
        read={
            "leads": {"names": task.leads},
            "coordinators": {"names": task.coordinators},
            "deadline": {"deadline": task.deadline},
        },
        confidence=task.confidence,
        asked=asked((*task.leads, *task.coordinators)),
        first=places.find(task.source),
    )


def _row(
    kind: str,
    where: str,
    code: str,
    printed: Mapping[str, str],
    notes: Mapping[str, list[Remark]],
    *,
    remarked: str = "",
    read: Mapping[str, Mapping[str, Any]] | None = None,
    confidence: float = 1.0,
    asked: bool = False,
    horizon: int | None = None,
    first: int | None = None,
) -> Row:
    found = list(notes.get(remarked or where, ()))
    if " #" in where and all(note.code != "code_repeated" for note in found):
        found.append(remark(where, "code", "code_repeated", printed=code))
    by_field: dict[str, list[Remark]] = {}
    for note in found:
        field = FIELD_OF.get(note.field or WHOLE, note.field or WHOLE)
        by_field.setdefault(field if field in printed else WHOLE, []).append(note)
    if confidence < 1 and not asked and all(note.code in NOTES for note in found):
        by_field.setdefault(WHOLE, []).append(remark(where, None, "unsure", percent=f"{confidence:.0%}"))
    words = {WHOLE: "", **printed}
    cells = tuple(
        Cell(
            where,
            field,
            "" if text == "-" else text,
            doubts=tuple(note for note in by_field.get(field, ()) if note.code not in NOTES),
            notes=tuple(note for note in by_field.get(field, ()) if note.code in NOTES),
            **(read or {}).get(field, {}),
        )
        for field, text in words.items()
    )
    return Row(where, kind, code, cells, horizon, confidence, first)


def _homeless(rows: Iterable[Row], remarks: Iterable[Remark]) -> Iterator[Row]:
    """Yield a row for each place that a remark names and no row has, so that no doubt gets lost."""
    known = {note for row in rows for cell in row.cells for note in map(id, (*cell.doubts, *cell.notes))}
    lost = _by_place(note for note in remarks if id(note) not in known)
    for where, found in lost.items():
        yield _row(PLACE, where, where, {}, {where: found})


def _text(value: object) -> str:
    return "" if value is None else str(value)
