"""The draft of a perfect reader, made from the truth of a plan."""

import datetime as dt

from tests.corpus.model import UNSCORED, Due, OneOf, Truth

from thuocdo.documents.types import (
    DocumentData,
    DraftDeadline,
    DraftIndicator,
    DraftProgramme,
    DraftTarget,
    DraftTask,
    DraftTheme,
)


def one(value: object) -> object:
    """Return a value that fits a truth."""
    if value is UNSCORED:
        return "?"
    return value.values[0] if isinstance(value, OneOf) else value


def day(text: str | None) -> dt.date | None:
    """Return a day, or nothing."""
    return dt.date.fromisoformat(text) if text else None


def deadline(due: object) -> DraftDeadline:
    """Return the deadline that a perfect reader gives; any where several are right."""
    if not isinstance(due, Due):
        return DraftDeadline("none")
    return DraftDeadline(due.kinds[0], day(one(due.start)), day(due.due), due.every[0], one(due.day))


def perfect(truth: Truth) -> DraftProgramme:
    """Return the draft of a perfect reader."""
    document = {name: one(value) for name, value in truth.document.items() if value is not UNSCORED}
    document |= {"issued_on": day(document.get("issued_on"))}
    codes = {
        id(pair): f"T{place}" if one(pair[0]) == "?" else one(pair[0])
        for place, pair in enumerate(truth.themes)
    }
    tasks = [
        DraftTask(
            code=str(one(task.code)) if one(task.code) != "?" else f"n{place}",
            title=one(task.title),
            leads=tuple(task.leads),
            coordinators=tuple(task.coordinators),
            output=one(task.output),
            deadline_text=one(task.deadline_text),
            deadline=deadline(task.deadline),
            confidence=1.0,
            theme=codes.get(id(task.theme)),
            serves=task.serves,
            status_text=task.status_text,
            result_text=task.result_text,
        )
        for place, task in enumerate(truth.tasks)
    ]
    indicators = [
        DraftIndicator(
            code=aim.code or f"n{place}",
            title=aim.title,
            unit=one(aim.unit),
            target_text=one(aim.target_text),
            targets=() if aim.targets is UNSCORED else tuple(DraftTarget(*target) for target in aim.targets),
            agencies=tuple(aim.agencies),
            horizon=aim.horizon,
            confidence=1.0,
            parent=aim.parent,
        )
        for place, aim in enumerate(truth.indicators)
    ]
    themes = tuple(DraftTheme(codes[id(pair)], one(pair[1])) for pair in truth.themes)
    return DraftProgramme(DocumentData(**document), themes, (), tuple(indicators), tuple(tasks))
