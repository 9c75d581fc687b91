"""Which acts made a programme what it is, and which of them set or moved a task's deadline."""

from thuocdo.programme.acts import Act, DeadlineSet
from thuocdo.programme.types import Deadline, Programme, Task


def acts(programme: Programme) -> tuple[Act, ...]:
    """Return the acts that made the programme; a built-in one has only its own."""
    first = Act(1, programme.number, programme.issued_on, programme.issued_on)
    return programme.acts or (first,)


def deadline_history(task: Task, programme: Programme) -> tuple[DeadlineSet, ...]:
    """Return who set the deadline and who moved it since, oldest first; never empty."""
    return task.deadline_history or (deadline_set(acts(programme)[0], task.deadline),)


def deadline_set(act: Act, deadline: Deadline) -> DeadlineSet:
    """Return the line that says: this act set this deadline."""
    return DeadlineSet(act.number, act.issued_on, act.effective_on, deadline.due, deadline.text)
