"""The tasks of a new version: those that go on, those that are new and those that an act replaced."""

from dataclasses import replace

from thuocdo.documents.types import DraftTask
from thuocdo.programme.acts import Act
from thuocdo.programme.drafted import TaskWords, pair_tasks, same_time, task_words
from thuocdo.programme.history import deadline_history, deadline_set
from thuocdo.programme.making import Making, free_code, short_name
from thuocdo.programme.needs import asked
from thuocdo.programme.types import Task


def next_tasks(making: Making) -> tuple[Task, ...]:
    """Return the tasks in the order of the act; those that it drops stand last, marked with it."""
    if making.before is None:
        return tuple(_new_task(row, making, row.code) for row in making.draft.tasks)
    before = making.before
    pairs = pair_tasks(
        before, making.draft, making.names, partial=making.partial, renumbered=making.renumbered
    )
    ended = {task.code: _ended_task(task, making.act) for task in pairs.dropped}
    going = {row.code: _next_task(task, row, making) for task, row, _ in pairs.together}
    keys = {task.code for task in before.tasks}
    new = {
        row.code: _new_task(row, making, free_code(row.code, taken=row.code in keys, act=making.act))
        for row in pairs.added
    }
    if making.partial:
        by_key = ended | {task.code: task for task in going.values()}
        return (*(by_key.get(task.code, task) for task in before.tasks), *new.values())
    printed = going | new
    older = [task for task in before.tasks if task.replaced_by]
    in_order = (printed[row.code] for row in making.draft.tasks)
    return (*in_order, *ended.values(), *older)


def _new_task(row: DraftTask, making: Making, key: str) -> Task:
    words = task_words(row, making.names)
    name, what = short_name(words.title), asked(words, making.register)
    later = making.before is not None
    return Task(
        code=key,
        theme=words.theme,
        name_vi=name,
        name_en=name,
        leads=words.leads,
        coordinators=words.coordinators,
        deadline=words.deadline,
        components=what.components,
        mode=what.mode,
        rhythm=what.rhythm,
        minimum=what.minimum,
        clauses=(row.serves,) if row.serves else (),
        unmeasurable=what.unmeasurable,
        doubtful_leads=not words.leads,
        title=words.title,
        output=words.output,
        leads_text=words.leads_text,
        coordinators_text=words.coordinators_text,
        first_due=words.deadline.due,
        printed="" if key == row.code else row.code,
        deadline_history=(deadline_set(making.act, words.deadline),) if later else (),
    )


def _next_task(task: Task, row: DraftTask, making: Making) -> Task:
    words = task_words(row, making.names, task, partial=making.partial)
    moved = not same_time(task.deadline, words.deadline)
    going = replace(
        task,
        theme=words.theme,
        leads=words.leads,
        coordinators=words.coordinators,
        deadline=words.deadline,
        title=words.title,
        output=words.output,
        leads_text=words.leads_text,
        coordinators_text=words.coordinators_text,
        printed="" if row.code == task.code else row.code,
        first_due=task.first_due or task.deadline.due or words.deadline.due,
        doubtful_leads=task.doubtful_leads and task.leads == words.leads,
    )
    return _asked_anew(_renamed(going, task), task, words, making, moved=moved)


def _renamed(going: Task, task: Task) -> Task:
    """Make the name anew where it was made from the words and these have changed."""
    if task.title is None or task.name_vi != short_name(task.title) or going.title is None:
        return going
    name = short_name(going.title)
    return replace(going, name_vi=name, name_en=name)


def _asked_anew(going: Task, task: Task, words: TaskWords, making: Making, *, moved: bool) -> Task:
    if making.before is not None and moved:
        so_far = deadline_history(task, making.before)
        going = replace(going, deadline_history=(*so_far, deadline_set(making.act, words.deadline)))
    what = asked(words, making.register)
    if moved:
        going = replace(going, rhythm=what.rhythm)
    if task.title is None or (task.output or "") == (words.output or ""):
        return going
    return replace(
        going,
        components=what.components,
        mode=what.mode,
        minimum=what.minimum,
        unmeasurable=what.unmeasurable,
        reading_vi="",
        reading_en="",
    )


def _ended_task(task: Task, act: Act) -> Task:
    return replace(task, replaced_by=act.number, replaced_on=act.effective_on)
