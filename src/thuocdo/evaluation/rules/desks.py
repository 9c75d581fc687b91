"""What of the facts decides about one body's own tasks, so that its desk need not read everybody else's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from thuocdo.evaluation.rules.bodies import Bodies
from thuocdo.evaluation.rules.instances import instances
from thuocdo.programme.types import Mode, Programme, Register, Rhythm, Task


@dataclass(frozen=True, slots=True)
class OnDesk:
    """The tasks of one body: of `own` only its own part is judged, of `whole` everything that was heard."""

    own: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()

    def only(self, task: str) -> "OnDesk":
        """Return what of one task lies on this desk."""
        return OnDesk(self.own & {task}, self.whole & {task})


@dataclass(slots=True)
class _Found:
    own: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)


def desks(programme: Programme, register: Register, as_of: date) -> Mapping[str, OnDesk]:
    """Return for each body the tasks that it leads or supports on a day.

    Of a task that each of several leads answers for alone, a lead sees its own part; where the
    instances of the others decide which one is shown (what recurs), and for who only supports it, the
    whole has to be judged.
    """
    bodies = Bodies(register, as_of)
    found: dict[str, _Found] = {}
    for task in programme.tasks:
        dues = _dues(task, programme, as_of)
        leads = _holders(task.leads, task, dues, bodies)
        alone = _each_alone(task, bodies)
        for code in leads:
            mine = found.setdefault(code, _Found())
            (mine.own if alone else mine.whole).add(task.code)
        for code in _holders(task.coordinators, task, dues, bodies) - leads:
            found.setdefault(code, _Found()).whole.add(task.code)
    return {code: OnDesk(frozenset(each.own), frozenset(each.whole)) for code, each in found.items()}


def _each_alone(task: Task, bodies: Bodies) -> bool:
    if task.mode is not Mode.EACH_LEAD or task.rhythm is not Rhythm.ONCE:
        return False
    return len(bodies.parts(task.leads, task=task.code, due=task.deadline.due).parts) > 1


def _dues(task: Task, programme: Programme, as_of: date) -> Iterable[date | None]:
    begun = instances(task, programme, as_of)
    return dict.fromkeys([None, task.deadline.due, *(item.due for item in begun)])


def _holders(
    codes: tuple[str, ...], task: Task, dues: Iterable[date | None], bodies: Bodies
) -> frozenset[str]:
    found = (bodies.parts(codes, task=task.code, due=due).holders for due in dues)
    return frozenset(code for holders in found for code in holders)
