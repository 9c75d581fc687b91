"""Who is meant by "selected" or "by the list", or leads for a split body: what its document changes."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from thuocdo.core.errors import Fault, NotFound
from thuocdo.programme.rules import assigned_to, existing_on
from thuocdo.programme.types import Agency, Assigned, Designation, Mode, Programme, Register, Task

N_ = str
"""Marks a message for translation; `core.messages.fault_sentence` says it."""

NO_PART = N_("{group} neither leads the task nor takes part")
IN_FUTURE = N_("must not lie in the future: a document counts from its day")
NOBODY = N_("names nobody")
NOT_MEANT = N_("{code} is no body that the name can mean on that day")
SAME_DAY = N_("is the day of another document about the same name")


@dataclass(frozen=True, slots=True)
class Question:
    """A collective name of a task whose members only a document can name.

    `leads` says that the group answers for the task; else it only takes part. `named` is the
    designation that counts on the day that was asked for, None while no document names anybody.
    """

    task: Task
    group: str
    leads: bool
    named: Designation | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a designation changes on a day: who answers before and after, and how many parts arise."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    parts_before: int
    parts_after: int
    leads: bool


def questions(
    programme: Programme,
    register: Register,
    as_of: date,
    appoint: AbstractSet[tuple[str, str]] = frozenset(),
) -> tuple[Question, ...]:
    """Return every name that asks for a designation: leads first, in the order of the programme.

    `appoint` are (task, body) whose lead was split or handed over: each needs a document of its own.
    """
    asking = {group.code for group in register.groups if group.needs_designation}
    found = [
        Question(task, code, leads, _counting(task.code, code, register, as_of))
        for task in programme.tasks
        for leads, codes in ((True, task.leads), (False, task.coordinators))
        for code in codes
        if code in asking or (leads and (task.code, code) in appoint)
    ]
    return tuple(sorted(found, key=lambda each: not each.leads))


def candidates(group: str, register: Register, day: date) -> tuple[Agency, ...]:
    """Return the bodies that a name can mean on a day; all that exist where the name has no kind."""
    kinds = next((each.kinds for each in register.groups if each.code == group), ())
    return tuple(body for body in existing_on(day, register) if not kinds or body.kind in kinds)


def effect(task: Task, designation: Designation, register: Register, as_of: date) -> Effect:
    """Return what the designation would change on a day; what takes effect later is shown as of then."""
    day = max(as_of, designation.on)
    leads = designation.group in task.leads
    codes = task.leads if leads else task.coordinators
    added = replace(register, designations=(*register.designations, designation))
    before = _assigned(task, codes, register, day)
    after = _assigned(task, codes, added, day)
    return Effect(
        before=before.agencies,
        after=after.agencies,
        gained=tuple(code for code in after.agencies if code not in before.agencies),
        lost=tuple(code for code in before.agencies if code not in after.agencies),
        parts_before=_parts(task, before) if leads else 0,
        parts_after=_parts(task, after) if leads else 0,
        leads=leads,
    )


def designation_faults(
    task: Task, designation: Designation, register: Register, today: date
) -> Iterator[Fault]:
    """Return every reason why the document cannot count for this task."""
    if designation.group not in (*task.leads, *task.coordinators):
        yield _fault(task, "group", NO_PART, group=designation.group)
        return
    if designation.on > today:
        yield _fault(task, "on", IN_FUTURE)
    if not designation.members:
        yield _fault(task, "members", NOBODY)
    allowed = {body.code for body in candidates(designation.group, register, designation.on)}
    for code in designation.members:
        if code not in allowed:
            yield _fault(task, "members", NOT_MEANT, code=code)
    if any(_same(each, designation) for each in register.designations):
        yield _fault(task, "on", SAME_DAY)


def _fault(task: Task, field: str, template: str, **params: str) -> Fault:
    return Fault(f"task {task.code}", template.format(**params), field, template, params)


def _same(one: Designation, other: Designation) -> bool:
    return (one.task, one.group, one.on) == (other.task, other.group, other.on)


def _counting(task: str, group: str, register: Register, as_of: date) -> Designation | None:
    known = (
        each
        for each in register.designations
        if each.task == task and each.group == group and each.on <= as_of
    )
    return max(known, key=lambda each: each.on, default=None)


def _assigned(task: Task, codes: tuple[str, ...], register: Register, day: date) -> Assigned:
    try:
        return assigned_to(codes, task=task.code, due=task.deadline.due, as_of=day, register=register)
    except NotFound:
        return Assigned(())


def _parts(task: Task, assigned: Assigned) -> int:
    if not assigned.agencies:
        return 0
    return len(assigned.agencies) if task.mode is Mode.EACH_LEAD else 1
