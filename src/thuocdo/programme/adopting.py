"""Comparing a draft with the catalogue, and taking the document's own words out of it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from thuocdo.core.country import names
from thuocdo.core.errors import Fault
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.types import Indicator, Programme, Task

TASK_WORDS = ("title", "output", "leads_text", "coordinators_text")
INDICATOR_WORDS = ("title", "target_text")

WordsKey = tuple[str, str, int]
"""(kind, code, horizon); the horizon is 0 for tasks and themes."""


def differences(known: Programme, draft: DraftProgramme) -> list[Fault]:
    """Return every place where the document's facts disagree with the programme's.

    Compared are the document's number, the rows that exist, theme, leads, deadline and targets:
    what somebody answers for. Words are not compared; they are what adoption brings.
    """
    plain = msgspec.to_builtins(draft)
    number = plain["document"]["number"]
    faults = []
    if number != known.number:
        faults.append(
            Fault("document", f"its number is {number}, the programme's is {known.number}", "number")
        )
    codes = {name.name_vi: name.code for name in names()}
    tasks = {row["code"]: row for row in plain["tasks"]}
    rows = {(row["code"], row["horizon"]): row for row in plain["indicators"]}
    faults += _missing("task", {task.code for task in known.tasks}, set(tasks))
    faults += _missing(
        "indicator", {item.key for item in known.indicators}, {f"{code}@{year}" for code, year in rows}
    )
    for task in known.tasks:
        if task.code in tasks:
            faults += _task_faults(task, tasks[task.code], codes)
    for item in known.indicators:
        row = rows.get((item.code, item.horizon))
        if row is not None:
            faults += _indicator_faults(item, row, codes)
    return faults


def official_words(draft: DraftProgramme) -> dict[WordsKey, dict[str, Any]]:
    """Return the verbatim words of each row, keyed as the tables keep them."""
    words: dict[WordsKey, dict[str, Any]] = {}
    for theme in draft.themes:
        words["theme", theme.code, 0] = {"title": theme.title}
    for task in draft.tasks:
        words["task", task.code, 0] = {name: getattr(task, name) for name in TASK_WORDS}
    for item in draft.indicators:
        words["indicator", item.code, item.horizon or 0] = {
            name: getattr(item, name) for name in INDICATOR_WORDS
        }
    return words


def words_of(programme: Programme) -> dict[WordsKey, dict[str, Any]]:
    """Return the words that the rows of a version carry, of whichever act they are."""
    words: dict[WordsKey, dict[str, Any]] = {}
    for theme in programme.themes:
        if theme.title is not None:
            words["theme", theme.code, 0] = {"title": theme.title}
    for task in programme.tasks:
        if task.title is not None:
            words["task", task.code, 0] = {name: getattr(task, name) for name in TASK_WORDS}
    for item in programme.indicators:
        if item.title is not None:
            words["indicator", item.code, item.horizon] = {
                name: getattr(item, name) for name in INDICATOR_WORDS
            }
    return words


def without_words(programme: Programme) -> Programme:
    """Return the version with our reading only: its words are kept in rows of their own."""
    return replace(
        programme,
        themes=tuple(replace(theme, title=None) for theme in programme.themes),
        tasks=tuple(
            replace(task, title=None, output=None, leads_text=None, coordinators_text=None)
            for task in programme.tasks
        ),
        indicators=tuple(replace(row, title=None, target_text=None) for row in programme.indicators),
    )


def _missing(kind: str, known: set[str], read: set[str]) -> list[Fault]:
    absent = [Fault(f"{kind} {code}", "is not in the document") for code in sorted(known - read)]
    extra = [Fault(f"{kind} {code}", "is not in the programme") for code in sorted(read - known)]
    return absent + extra


def _task_faults(task: Task, row: Mapping[str, Any], codes: Mapping[str, str]) -> list[Fault]:
    pairs = [
        ("theme", task.theme, row["theme"]),
        ("leads", task.leads, _codes(row["leads"], codes)),
        ("coordinators", task.coordinators, _codes(row["coordinators"], codes)),
        ("deadline", _iso(task.deadline.due), row["deadline"]["due"]),
        ("deadline kind", task.deadline.kind.value, row["deadline"]["kind"]),
    ]
    return _faults(f"task {task.code}", pairs)


def _indicator_faults(item: Indicator, row: Mapping[str, Any], codes: Mapping[str, str]) -> list[Fault]:
    # A target may carry several tests (row 17); the document prints it once.
    ours = [
        (target.comparator, _decimal(target.value), _decimal(target.upper))
        for target in item.targets
        if target.test == "level"
    ]
    theirs = [
        (target["comparator"], _decimal(target["value"]), _decimal(target.get("upper")))
        for target in row["targets"]
    ]
    pairs = [("targets", ours, theirs), ("agencies", item.monitors, _codes(row["agencies"], codes))]
    return _faults(f"indicator {item.key}", pairs)


def _faults(where: str, pairs: Iterable[tuple[str, Any, Any]]) -> list[Fault]:
    return [
        Fault(where, f"the programme has {ours}, the document {theirs}", field)
        for field, ours, theirs in pairs
        if ours != theirs
    ]


def _codes(printed: Iterable[str], codes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(codes.get(name, name) for name in printed)


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _decimal(value: Any) -> str | None:
    if value is None:
        return None
    text = str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
