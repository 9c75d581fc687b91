"""What the rows of a draft say, in the programme's own types; a partial act leaves blanks as they stood."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from thuocdo.core.text import clean, fold, slug
from thuocdo.documents.types import DraftDeadline, DraftIndicator, DraftProgramme, DraftTarget, DraftTask
from thuocdo.programme.likeness import NOTHING, Pairs, Traits, pair
from thuocdo.programme.naming import Names
from thuocdo.programme.types import Deadline, DeadlineKind, Indicator, Programme, Target, Task

UNGROUPED = "0"
"""Code of the one theme of a document whose tasks stand under no heading."""

TaskPairs = Pairs[Task, DraftTask]
IndicatorPairs = Pairs[Indicator, DraftIndicator]

_REPEALED = ("bai bo", "huy bo", "repealed", "deleted")
_REPEAL_WORDS = 6
_SCOPES = {"the gioi": "world", "toan cau": "world", "dong nam a": "southeast_asia", "chau a": "asia"}
_SCOPE_NAMES = {
    "world": ("Thế giới", "World"),
    "southeast_asia": ("Đông Nam Á", "Southeast Asia"),
    "asia": ("Châu Á", "Asia"),
}


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What a task row says: printed words beside their reading."""

    title: str
    output: str | None
    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    leads_text: str | None
    coordinators_text: str | None
    deadline: Deadline
    theme: str


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """What an indicator row says."""

    title: str
    target_text: str | None
    unit: str | None
    targets: tuple[Target, ...]
    monitors: tuple[str, ...]
    parent: str


def task_words(
    row: DraftTask, names: Names, before: Task | None = None, *, partial: bool = False
) -> TaskWords:
    """Return what the row says; with `partial` a blank cell says what `before` says."""
    stays = before if partial else None
    deadline = read_deadline(row.deadline, row.deadline_text)
    leads, coordinators = names.codes(row.leads), names.codes(row.coordinators)
    if stays is None:
        return TaskWords(
            title=row.title,
            output=row.output,
            leads=leads,
            coordinators=coordinators,
            leads_text=row.leads_text,
            coordinators_text=row.coordinators_text,
            deadline=deadline,
            theme=row.theme or UNGROUPED,
        )
    blank_time = deadline.kind is DeadlineKind.NONE and not deadline.text
    return TaskWords(
        title=row.title or stays.title or stays.name_vi,
        output=row.output or stays.output,
        leads=leads or stays.leads,
        coordinators=coordinators or stays.coordinators,
        leads_text=row.leads_text if leads else stays.leads_text,
        coordinators_text=row.coordinators_text if coordinators else stays.coordinators_text,
        deadline=stays.deadline if blank_time else deadline,
        theme=row.theme or stays.theme,
    )


def indicator_words(
    row: DraftIndicator, names: Names, before: Indicator | None = None, *, partial: bool = False
) -> IndicatorWords:
    """Return what the row says; with `partial` a blank cell says what `before` says."""
    stays = before if partial else None
    targets = tuple(read_target(target) for target in row.targets)
    monitors = names.codes(row.agencies)
    if stays is None:
        return IndicatorWords(row.title, row.target_text, row.unit, targets, monitors, row.parent or "")
    return IndicatorWords(
        title=row.title or stays.title or stays.name_vi,
        target_text=row.target_text or stays.target_text,
        unit=row.unit or stays.unit_vi,
        targets=targets or stays.targets,
        monitors=monitors or stays.monitors,
        parent=row.parent or stays.parent,
    )


def read_deadline(draft: DraftDeadline, text: str | None) -> Deadline:
    """Return the draft's deadline with its printed words."""
    return Deadline(
        kind=DeadlineKind(draft.kind),
        text=text or "",
        start=draft.start,
        due=draft.due,
        every=draft.every,
        day=draft.day,
    )


def read_target(draft: DraftTarget) -> Target:
    """Return the draft's target; a scope that we know gets the key that observations use."""
    words = clean(draft.scope or "")
    key = _SCOPES.get(fold(words), slug(words))
    name_vi, name_en = _SCOPE_NAMES.get(key, (words, words))
    return Target(
        comparator=draft.comparator,
        value=_number(draft.value),
        upper=_number(draft.upper),
        scope=key,
        scope_vi=name_vi,
        scope_en=name_en,
    )


def same_time(one: Deadline, other: Deadline) -> bool:
    """Say whether two deadlines ask for the same time, however they print it."""
    if one.due is not None or other.due is not None:
        return (one.due, one.start) == (other.due, other.start)
    after_event = one.kind is DeadlineKind.RELATIVE and fold(one.text) != fold(other.text)
    return (one.kind, one.start, one.day) == (other.kind, other.start, other.day) and not after_event


def same_targets(ours: tuple[Target, ...], theirs: tuple[Target, ...]) -> bool:
    """Say whether an act prints the targets that we have; one that we test twice is printed once."""
    levels = [target for target in ours if target.test == "level"]
    plain = [[(item.comparator, item.value, item.upper) for item in side] for side in (levels, theirs)]
    return plain[0] == plain[1]


def living_tasks(programme: Programme) -> tuple[Task, ...]:
    """Return the tasks that no act has replaced."""
    return tuple(task for task in programme.tasks if not task.replaced_by)


def living_indicators(programme: Programme) -> tuple[Indicator, ...]:
    """Return the indicator rows that no act has replaced."""
    return tuple(row for row in programme.indicators if not row.replaced_by)


def repeals(row: DraftTask) -> bool:
    """Say whether a row of an act that amends named rows only says that the task is repealed."""
    words = fold(row.title).strip(" ().:-")
    short = len(words.split()) <= _REPEAL_WORDS
    return short and words.startswith(_REPEALED) and not row.output and row.deadline_text is None


def pair_tasks(
    before: Programme,
    draft: DraftProgramme,
    names: Names,
    *,
    partial: bool,
    renumbered: Mapping[str, str] | None,
) -> TaskPairs:
    """Return which task of the act is which of the programme.

    In a partial act the same number is the same row, and a row ends only where the act or
    `renumbered` says so.
    """

    def old(task: Task) -> Traits:
        return Traits(task.number, task.title, task.leads, _time(task.deadline))

    def new(row: DraftTask) -> Traits:
        deadline = read_deadline(row.deadline, row.deadline_text)
        return Traits(row.code, row.title, names.codes(row.leads), _time(deadline))

    decided = (renumbered or {}) if partial else renumbered
    pairs = pair(living_tasks(before), draft.tasks, old=old, new=new, renumbered=decided, by_number=partial)
    if not partial:
        return pairs
    repealed = tuple(task for task, row, _ in pairs.together if repeals(row))
    kept = tuple(item for item in pairs.together if not repeals(item[1]))
    ended = tuple(task for task in pairs.dropped if _ended(task.number, renumbered))
    stays = tuple(task for task in pairs.dropped if not _ended(task.number, renumbered))
    return Pairs(kept, (*repealed, *ended), pairs.added, stays)


def pair_indicators(
    before: Programme,
    draft: DraftProgramme,
    names: Names,
    *,
    partial: bool,
    renumbered: Mapping[str, str] | None,
) -> IndicatorPairs:
    """Return which indicator row of the act is which of the programme; numbers read code@horizon."""

    def old(row: Indicator) -> Traits:
        return Traits(f"{row.number}@{row.horizon}", row.title, row.monitors, sort=str(row.horizon))

    def new(row: DraftIndicator) -> Traits:
        return Traits(
            f"{row.code}@{row.horizon}", row.title, names.codes(row.agencies), sort=str(row.horizon)
        )

    decided = (renumbered or {}) if partial else renumbered
    pairs = pair(
        living_indicators(before), draft.indicators, old=old, new=new, renumbered=decided, by_number=partial
    )
    if not partial:
        return pairs
    ended = tuple(row for row in pairs.dropped if _ended(old(row).number, renumbered))
    stays = tuple(row for row in pairs.dropped if not _ended(old(row).number, renumbered))
    return Pairs(pairs.together, ended, pairs.added, stays)


def _ended(number: str, renumbered: Mapping[str, str] | None) -> bool:
    return (renumbered or {}).get(number) == NOTHING


def _time(deadline: Deadline) -> str:
    return deadline.due.isoformat() if deadline.due else deadline.kind.value


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
