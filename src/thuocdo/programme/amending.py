"""What an act changes in a programme: rows added, changed field by field, dropped and renumbered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thuocdo.core.text import clean, fold
from thuocdo.documents.types import DraftProgramme
from thuocdo.programme.drafted import (
    UNGROUPED,
    IndicatorPairs,
    IndicatorWords,
    TaskPairs,
    TaskWords,
    indicator_words,
    living_tasks,
    pair_indicators,
    pair_tasks,
    same_targets,
    same_time,
    task_words,
)
from thuocdo.programme.naming import Names
from thuocdo.programme.registry import register as built_in
from thuocdo.programme.types import Deadline, Indicator, Programme, Register, Target, Task

_AMENDS = ("sua doi", "bo sung", "amend", "supplement")
_SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": ""}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a row, as it stands and as the act has it, in words for a reader."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is added or dropped: its key (new rows: the printed number) and its words."""

    key: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that both have. `likeness` in percent says how sure it is that they are one."""

    key: str
    old_number: str
    number: str
    title: str
    fields: tuple[FieldChange, ...]
    likeness: int = 100


@dataclass(frozen=True, slots=True)
class Part:
    """The difference in one kind of rows. A renumbered row may have changed fields as well."""

    added: tuple[Row, ...] = ()
    changed: tuple[RowChange, ...] = ()
    dropped: tuple[Row, ...] = ()
    renumbered: tuple[RowChange, ...] = ()
    unchanged: int = 0

    @property
    def empty(self) -> bool:
        """Say whether nothing changes."""
        return not (self.added or self.changed or self.dropped or self.renumbered)


@dataclass(frozen=True, slots=True)
class Difference:
    """What an act changes. `partial`: rows that it does not name stay.

    `words_known` is false when the programme's own words were never adopted: then titles and
    outputs cannot be compared, and rows under other numbers cannot be recognised.
    """

    act: str
    partial: bool
    words_known: bool
    tasks: Part
    indicators: Part
    themes: Part

    @property
    def empty(self) -> bool:
        """Say whether the act changes nothing."""
        return self.tasks.empty and self.indicators.empty and self.themes.empty


def difference(
    before: Programme,
    draft: DraftProgramme,
    *,
    partial: bool = False,
    renumbered: Mapping[str, str] | None = None,
    register: Register | None = None,
) -> Difference:
    """Return what the draft changes in the programme.

    With `partial` the act amends named rows only: rows that it does not name stay, and a blank
    cell leaves what stands. `renumbered` is what people decided (see likeness.pair); None proposes.
    """
    names = names_for(draft, before, register)
    tasks = pair_tasks(before, draft, names, partial=partial, renumbered=renumbered)
    rows = pair_indicators(before, draft, names, partial=partial, renumbered=renumbered)
    return Difference(
        act=draft.document.number or "",
        partial=partial,
        words_known=any(task.title is not None for task in before.tasks),
        tasks=_task_part(tasks, names, partial=partial),
        indicators=_indicator_part(rows, names, partial=partial),
        themes=_theme_part(before, draft, partial=partial),
    )


def looks_partial(before: Programme, draft: DraftProgramme) -> bool:
    """Say whether the act seems to amend named rows only: it says so, and names less than half."""
    title = fold(draft.document.title or "")
    says_so = any(words in title for words in _AMENDS)
    return says_so and len(draft.tasks) * 2 < len(living_tasks(before))


def names_for(draft: DraftProgramme, before: Programme | None, register: Register | None = None) -> Names:
    """Return the names of bodies as they were understood on the day of the act."""
    days = [draft.document.issued_on, before.issued_on if before else None]
    return Names(register or built_in(), next((day for day in days if day is not None), date.max))


def _task_part(pairs: TaskPairs, names: Names, *, partial: bool) -> Part:
    rows = []
    for task, row, likeness in pairs.together:
        says = task_words(row, names, task, partial=partial)
        fields = tuple(_task_fields(task, says, names))
        rows.append(RowChange(task.code, task.number, row.code, says.title, fields, likeness))
    dropped = tuple(Row(task.code, task.number, task.title or task.name_vi) for task in pairs.dropped)
    added = tuple(Row(row.code, row.code, row.title) for row in pairs.added)
    return _part(rows, added, dropped, len(pairs.stays))


def _indicator_part(pairs: IndicatorPairs, names: Names, *, partial: bool) -> Part:
    rows = []
    for item, row, likeness in pairs.together:
        says = indicator_words(row, names, item, partial=partial)
        fields = tuple(_indicator_fields(item, says, names))
        old, new = f"{item.number}@{item.horizon}", f"{row.code}@{row.horizon}"
        rows.append(RowChange(item.key, old, new, says.title, fields, likeness))
    dropped = tuple(
        Row(item.key, f"{item.number}@{item.horizon}", item.title or item.name_vi) for item in pairs.dropped
    )
    added = tuple(
        Row(f"{row.code}@{row.horizon}", f"{row.code}@{row.horizon}", row.title) for row in pairs.added
    )
    return _part(rows, added, dropped, len(pairs.stays))


def _theme_part(before: Programme, draft: DraftProgramme, *, partial: bool) -> Part:
    # A theme that only holds replaced tasks has ended with them.
    held = {task.theme for task in living_tasks(before)} - {UNGROUPED}
    known = {theme.code: theme for theme in before.themes}
    printed = {theme.code: theme for theme in draft.themes}
    rows = [
        RowChange(
            code, code, code, printed[code].title, tuple(_words("title", theme.title, printed[code].title))
        )
        for code, theme in known.items()
        if code in printed
    ]
    added = tuple(Row(code, code, theme.title) for code, theme in printed.items() if code not in known)
    left = [theme for code, theme in known.items() if code in held and code not in printed]
    dropped = () if partial else tuple(Row(item.code, item.code, item.title or item.name_vi) for item in left)
    return _part(rows, added, dropped, len(left) if partial else 0)


def _part(
    rows: Sequence[RowChange], added: tuple[Row, ...], dropped: tuple[Row, ...], untouched: int
) -> Part:
    return Part(
        added=added,
        changed=tuple(row for row in rows if row.fields and row.old_number == row.number),
        dropped=dropped,
        renumbered=tuple(row for row in rows if row.old_number != row.number),
        unchanged=untouched + sum(1 for row in rows if not row.fields and row.old_number == row.number),
    )


def _task_fields(task: Task, says: TaskWords, names: Names) -> Iterator[FieldChange]:
    yield from _words("title", task.title, says.title)
    if task.title is not None:
        yield from _words("output", task.output or "", says.output or "")
    if task.leads != says.leads:
        yield FieldChange("leads", names.shown(task.leads), names.shown(says.leads))
    if sorted(task.coordinators) != sorted(says.coordinators):
        old, new = names.shown(task.coordinators), names.shown(says.coordinators)
        yield FieldChange("coordinators", old, new)
    if not same_time(task.deadline, says.deadline):
        yield FieldChange("deadline", time_in_words(task.deadline), time_in_words(says.deadline))
    if task.theme != says.theme:
        yield FieldChange("theme", task.theme, says.theme)


def _indicator_fields(item: Indicator, says: IndicatorWords, names: Names) -> Iterator[FieldChange]:
    yield from _words("title", item.title, says.title)
    if item.title is not None and says.unit is not None:
        yield from _words("unit", item.unit_vi, says.unit)
    if not same_targets(item.targets, says.targets):
        old = item.target_text or targets_in_words(item.targets)
        yield FieldChange("targets", old, says.target_text or targets_in_words(says.targets))
    if item.monitors != says.monitors:
        yield FieldChange("agencies", names.shown(item.monitors), names.shown(says.monitors))
    if item.parent != says.parent:
        yield FieldChange("parent", item.parent, says.parent)


def _words(field: str, old: str | None, new: str) -> Iterator[FieldChange]:
    """Yield a change of words; words that were never adopted cannot have changed."""
    if old is not None and clean(old).casefold() != clean(new).casefold():
        yield FieldChange(field, old, new)


def time_in_words(deadline: Deadline) -> str:
    """Return a deadline as printed, with the day that it is read as."""
    printed = deadline.text or ("" if deadline.due else "–")
    return f"{printed} ({deadline.due:%d/%m/%Y})".strip() if deadline.due else printed


def targets_in_words(targets: tuple[Target, ...]) -> str:
    """Return targets in signs: ≥ 30; 40 - 50."""
    return "; ".join(_target_in_words(target) for target in targets)


def _target_in_words(target: Target) -> str:
    if target.value is None:
        return "–"
    if target.upper is not None:
        return f"{target.value} - {target.upper}"
    return f"{_SIGNS.get(target.comparator, '')} {target.value}".strip()
