"""What moves when bodies change: tasks, indicators, groups, people and machines, counted before the act."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.errors import Fault, NotFound
from thuocdo.programme.restructuring import NO_TASKS, NOT_ITS_TASK, Change, Turn, after, fault
from thuocdo.programme.rules import assigned_to, holder_on
from thuocdo.programme.types import Agency, Indicator, Programme, Register, Task

_PARTED = frozenset({Turn.SPLIT, Turn.PART})
"""Changes after which a document has to say, task by task, who leads."""


@dataclass(frozen=True, slots=True)
class Held:
    """One task or indicator that passes from bodies to others; `named` says that the document names them.

    Where it does not, they only belong to a group that the document names. `lead` is the name in the
    document under which a split or parted body holds a task.
    """

    code: str
    number: str
    name_vi: str
    name_en: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    named: bool
    lead: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeMoves:
    """What moves in one programme; `appoint` are the tasks for which a document must name who leads."""

    slug: str
    number: str
    leads: tuple[Held, ...]
    partners: tuple[Held, ...]
    monitors: tuple[Held, ...]
    appoint: tuple[Held, ...]

    @property
    def count(self) -> int:
        """Return how many duties move."""
        return len(self.leads) + len(self.partners) + len(self.monitors)


@dataclass(frozen=True, slots=True)
class Belonging:
    """How many accounts and open machine tokens belong to a body."""

    people: int = 0
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Moves:
    """Everything that a change moves, with what people are to look at before they order it."""

    programmes: tuple[ProgrammeMoves, ...]
    leaves: tuple[str, ...]
    joins: tuple[str, ...]
    people: int
    tokens: int

    @property
    def count(self) -> int:
        """Return how many duties, accounts and tokens are touched together."""
        return sum(each.count for each in self.programmes) + self.people + self.tokens

    @property
    def appoint(self) -> int:
        """Return for how many tasks a document must still name who leads."""
        return sum(len(each.appoint) for each in self.programmes)


def moves(
    change: Change,
    register: Register,
    programmes: Sequence[tuple[Programme, Register]],
    belongings: Mapping[str, Belonging],
) -> Moves:
    """Return what a change without faults moves.

    Each programme comes with its own register (its designations); `belongings` are those of the
    bodies by their codes. Tasks that an act had replaced by that day move nowhere.
    """
    mine = [belongings.get(code, Belonging()) for code in change.ends]
    begun = () if change.starts is None else (change.starts,)
    ended = [agency for agency in register.agencies if agency.code in change.ends]
    return Moves(
        programmes=tuple(_of_programme(change, programme, own) for programme, own in programmes),
        leaves=_groups(ended, register),
        joins=_groups(begun, register),
        people=sum(each.people for each in mine),
        tokens=sum(each.tokens for each in mine),
    )


def task_faults(change: Change, programmes: Iterable[tuple[Programme, Register]]) -> Iterator[Fault]:
    """Yield why the tasks of a part cannot move: none chosen, or one that the body does not lead."""
    if change.kind is not Turn.PART or not change.bodies or change.on is None:
        return
    if not change.tasks:
        yield fault("tasks", NO_TASKS)
    led = {
        (programme.slug, each.code)
        for programme, register in programmes
        for each in led_by(change.bodies[0], programme, register, change.on)
    }
    for each in change.tasks:
        if each not in led:
            yield fault("tasks", NOT_ITS_TASK, code=change.bodies[0], task=each[1])


def led_by(code: str, programme: Programme, register: Register, day: date) -> tuple[Task, ...]:
    """Return the tasks that the document gives to a body by name, itself or as a successor."""
    groups = {group.code for group in register.groups}
    return tuple(
        task
        for task in programme.tasks
        if _open(task, day) and code in _answering(task, _named(task.leads, groups), register, day)
    )


def taking_part(code: str, programme: Programme, register: Register, day: date) -> tuple[Task, ...]:
    """Return the tasks that a body leads or supports as a member of a group, or supports by name."""
    led = led_by(code, programme, register, day)
    return tuple(
        task
        for task in programme.tasks
        if _open(task, day)
        and task not in led
        and code in _answering(task, (*task.leads, *task.coordinators), register, day)
    )


def monitored_by(code: str, programme: Programme, register: Register, day: date) -> tuple[Indicator, ...]:
    """Return the indicators that a body monitors, itself or as a successor."""
    return tuple(item for item in programme.indicators if code in _monitors(item, register, day))


def digest(change: Change, found: Moves) -> str:
    """Return what the act must still be equal to: the change and everything that it moves."""
    return sha256_hex(canonical_json({"change": change, "moves": found}))


def _of_programme(change: Change, programme: Programme, register: Register) -> ProgrammeMoves:
    day = change.on
    if day is None:
        raise ValueError(change)
    then = after(change, register)
    tasks = [task for task in programme.tasks if _open(task, day)]
    leads = tuple(_passing(tasks, register, then, day, leading=True))
    chosen = {code for slug, code in change.tasks if slug == programme.slug}
    part = tuple(
        _held(task, change.bodies, change.takers, named=True) for task in tasks if task.code in chosen
    )
    asking = part if change.kind is Turn.PART else tuple(each for each in leads if each.named)
    return ProgrammeMoves(
        slug=programme.slug,
        number=programme.number,
        leads=(*leads, *part),
        partners=tuple(_passing(tasks, register, then, day, leading=False)),
        monitors=tuple(_monitors_passing(programme.indicators, register, then, day)),
        appoint=_with_lead(asking, tasks, change.bodies[0], register, day) if change.kind in _PARTED else (),
    )


def _with_lead(
    found: Iterable[Held], tasks: Iterable[Task], body: str, register: Register, day: date
) -> tuple[Held, ...]:
    """Return the tasks with the name under which the document gives them to the body."""
    groups = {group.code for group in register.groups}
    by_code = {task.code: task for task in tasks}
    return tuple(
        replace(each, lead=lead)
        for each in found
        for lead in _named(by_code[each.code].leads, groups)
        if body in _answering(by_code[each.code], (lead,), register, day)
    )


def _passing(
    tasks: Iterable[Task], register: Register, then: Register, day: date, *, leading: bool
) -> Iterator[Held]:
    """Yield the tasks for which other bodies answer after the change than would without it."""
    groups = {group.code for group in register.groups}
    for task in tasks:
        codes = task.leads if leading else task.coordinators
        before = _answering(task, codes, register, day)
        now = _answering(task, codes, then, day)
        if set(before) != set(now):
            lost = tuple(code for code in before if code not in now)
            gained = tuple(code for code in now if code not in before)
            by_name = _answering(task, _named(codes, groups), register, day)
            yield _held(task, lost, gained, named=not set(lost).isdisjoint(by_name))


def _monitors_passing(
    indicators: Iterable[Indicator], register: Register, then: Register, day: date
) -> Iterator[Held]:
    for item in indicators:
        before, now = _monitors(item, register, day), _monitors(item, then, day)
        if before != now:
            yield Held(
                code=item.key,
                number=item.number,
                name_vi=item.name_vi,
                name_en=item.name_en,
                lost=tuple(sorted(before - now)),
                gained=tuple(sorted(now - before)),
                named=True,
            )


def _held(task: Task, lost: tuple[str, ...], gained: tuple[str, ...], *, named: bool) -> Held:
    return Held(task.code, task.number, task.name_vi, task.name_en, lost, gained, named)


def _open(task: Task, day: date) -> bool:
    return not task.replaced_by or task.replaced_on is None or day < task.replaced_on


def _named(codes: Iterable[str], groups: AbstractSet[str]) -> tuple[str, ...]:
    return tuple(code for code in codes if code not in groups)


def _answering(task: Task, codes: tuple[str, ...], register: Register, day: date) -> tuple[str, ...]:
    """Return who answers on that day; a body that ended without a successor still stands as named."""
    found: list[str] = []
    for code in codes:
        try:
            due = task.deadline.due
            answer = assigned_to((code,), task=task.code, due=due, as_of=day, register=register)
            found.extend(answer.agencies)
        except NotFound:
            found.append(code)
    return tuple(dict.fromkeys(found))


def _monitors(item: Indicator, register: Register, day: date) -> frozenset[str]:
    return frozenset(holder_on(code, day, register) for code in item.monitors)


def _groups(bodies: Iterable[Agency], register: Register) -> tuple[str, ...]:
    kinds = {body.kind for body in bodies}
    return tuple(group.code for group in register.groups if kinds & set(group.kinds))
