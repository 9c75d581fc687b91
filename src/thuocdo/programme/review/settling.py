"""The draft with what people decided: edited words are read again, confirmed cells bear no remark. Pure."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from thuocdo.core.country import names
from thuocdo.core.text import clean
from thuocdo.documents.reading.agencies import Directory, directory
from thuocdo.documents.reading.deadlines import NONE, read_deadline
from thuocdo.documents.reading.doubts import Doubt
from thuocdo.documents.reading.targets import read_targets
from thuocdo.documents.remarks import remark
from thuocdo.documents.types import (
    DraftIndicator,
    DraftProgramme,
    DraftTarget,
    DraftTask,
    Remark,
)
from thuocdo.programme.review.cells import keyed, keyed_entries, rows_of
from thuocdo.programme.review.types import WHOLE, Cell, Key, Row, Step, Verdict

_DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2}))|(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))")
_OWNERS = frozenset({"leads", "coordinators", "agencies"})
Values = Mapping[str, str]


def settled(draft: DraftProgramme, decisions: Mapping[Key, Step], added: Iterable[Step]) -> DraftProgramme:
    """Return the draft as decided; `added` are the ADD steps that count.

    Where a row or cell has no decision the reading stays with its remarks. A decided cell bears
    no remark, and a row whose remarks are all gone is sure.
    """
    edits: dict[str, dict[str, str]] = {}
    for (where, field), step in decisions.items():
        if step.verdict in {Verdict.EDIT, Verdict.BLANK}:
            edits.setdefault(where, {})[field] = step.value.strip() if step.verdict is Verdict.EDIT else ""
    dropped = {where for (where, field), step in decisions.items() if step.verdict is Verdict.DROP}
    remarks, unsure = _left_over(draft, decisions, dropped)
    english = draft.document.language == "en"

    def kept(entries: Iterable[tuple[str, Any]]) -> Iterator[Any]:
        for where, entry in entries:
            if where not in dropped:
                changed = edited(entry, edits.get(where, {}), english=english)
                yield dataclasses.replace(changed, confidence=entry.confidence if where in unsure else 1.0)

    indicators, tasks = keyed_entries(draft, added)
    return dataclasses.replace(
        draft,
        document=_document(draft, edits.get("document", {})),
        themes=tuple(
            dataclasses.replace(theme, **{k: v for k, v in edits.get(where, {}).items() if k == "title"})
            for where, theme in keyed("theme", draft.themes)
            if where not in dropped
        ),
        clauses=tuple(
            dataclasses.replace(clause, text=edits.get(where, {}).get("text", clause.text))
            for where, clause in keyed("clause", draft.clauses)
        ),
        indicators=tuple(kept(indicators)),
        tasks=tuple(kept(tasks)),
        remarks=remarks,
    )


def edited(entry: Any, values: Values, *, english: bool = False) -> Any:
    """Return a task or indicator with new words in some cells, read as the reader reads them."""
    change = _task_changes if isinstance(entry, DraftTask) else _indicator_changes
    return dataclasses.replace(entry, **change(entry, values, english))


def reread(row: Row, cell: Cell, text: str, *, english: bool = False) -> Cell:
    """Return a cell with other words, read as the reader reads them, and what is doubtful about these."""
    found: Sequence[Doubt] = ()
    given: dict[str, Any] = {"names": (), "deadline": None, "targets": ()}
    if cell.field in _OWNERS and text:
        owners = bodies().read(text)
        given["names"], found = owners.names, owners.doubts
    elif cell.field == "deadline" and text:
        given["deadline"], found = read_deadline(text)
    elif cell.field == "target" and text:
        unit = row.cell("unit")
        given["targets"], found = _targets(text, unit.printed if unit else "", row.horizon, english=english)
    doubts = tuple(remark(cell.where, cell.field, doubt.code, **doubt.params) for doubt in found)
    return Cell(cell.where, cell.field, text, doubts=doubts, **given)


def typed(text: str) -> str:
    """Return what a person typed as the readers would give it: one spelling, no control characters."""
    lines = ("".join(each if each.isprintable() else " " for each in line) for line in text.splitlines())
    return "\n".join(clean(line) for line in lines).strip()


def read_day(text: str) -> date | None:
    """Return a day written 2025-01-09 or 9/1/2025, None where it is none."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, late_day, late_month, late_year = found.groups()
    try:
        return date(int(year or late_year), int(month or late_month), int(day or late_day))
    except ValueError:
        return None


@cache
def bodies() -> Directory:
    """Return the names of all bodies, made once."""
    return directory(names())


def _task_changes(_task: DraftTask, values: Values, _english: bool) -> dict[str, Any]:  # noqa: FBT001  one form
    changes: dict[str, Any] = {}
    for field, text in values.items():
        if field in _OWNERS:
            changes |= {f"{field}_text": text or None, field: bodies().read(text).names if text else ()}
        elif field == "deadline":
            changes |= {"deadline_text": text or None, "deadline": read_deadline(text)[0] if text else NONE}
        elif field in {"code", "title"}:
            changes[field] = text
        elif field != WHOLE:
            changes[field] = text or None
    return changes


def _indicator_changes(item: DraftIndicator, values: Values, english: bool) -> dict[str, Any]:  # noqa: FBT001  one form
    changes: dict[str, Any] = {}
    for field, text in values.items():
        if field == "agencies":
            changes |= {"agencies_text": text or None, field: bodies().read(text).names if text else ()}
        elif field == "target":
            changes["target_text"] = text or None
        elif field == "horizon":
            changes[field] = int(text) if text else None
        elif field in {"code", "title"}:
            changes[field] = text
        elif field == "unit":
            changes[field] = text or None
    if {"target", "unit", "horizon"} & values.keys():
        words = changes.get("target_text", item.target_text) or ""
        unit = changes.get("unit", item.unit) or ""
        if "target" in values or words:
            horizon = changes.get("horizon", item.horizon)
            changes["targets"] = _targets(words, unit, horizon, english=english)[0]
    return changes


def _targets(
    words: str, unit: str, horizon: int | None, *, english: bool
) -> tuple[tuple[DraftTarget, ...], tuple[Doubt, ...]]:
    """Return the targets of a cell for one horizon; words without a year are about every one."""
    parts, doubts = read_targets(words, unit=unit, english=english)
    mine = [part for part in parts if part.horizon in {None, horizon}] or list(parts[:1])
    return tuple(target for part in mine for target in part.targets), doubts


def _document(draft: DraftProgramme, values: Values) -> Any:
    changes: dict[str, Any] = {name: text or None for name, text in values.items() if name != WHOLE}
    if "issued_on" in changes:
        changes["issued_on"] = read_day(changes["issued_on"] or "")
    return dataclasses.replace(draft.document, **changes)


def _left_over(
    draft: DraftProgramme, decisions: Mapping[Key, Step], dropped: set[str]
) -> tuple[tuple[Remark, ...], set[str]]:
    """Return the remarks that nobody has decided on, and the rows that still have a doubt."""
    answered: set[int] = set()
    waiting: set[int] = set()
    unsure: set[str] = set()
    for row in rows_of(draft):
        for cell in row.cells:
            done = cell.key in decisions or row.where in dropped
            if cell.doubts and not done:
                unsure.add(row.where)
            for note in cell.doubts:
                (answered if done else waiting).add(id(note))
    gone = answered - waiting
    return tuple(note for note in draft.remarks if id(note) not in gone), unsure
