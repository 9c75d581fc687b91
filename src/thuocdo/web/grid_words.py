"""The words of the grid: columns, what is wrong with a cell, what to choose, why a row is locked."""

from collections.abc import Mapping

from thuocdo.core.messages import Reason
from thuocdo.cycles.gridcells import Column
from thuocdo.cycles.headwords import NAME, TASK
from thuocdo.cycles.types import Situation
from thuocdo.web.language import N_
from thuocdo.web.language import words as _

HEADS: Mapping[str, str] = {
    Column.SITUATION: N_("Situation"),
    Column.DOCUMENT: N_("Document (paste one line)"),
    Column.ISSUED_ON: N_("Issued on"),
    Column.EXPECTED_ON: N_("Expected on"),
    Column.OBSTACLE: N_("Obstacle"),
    Column.OBSTACLE_SINCE: N_("Obstacle since"),
    Column.PUBLIC_SENTENCE: N_("Sentence for the public"),
}
"""What each column is called, on the page and in the file."""

NUMBER_HEAD, NAME_HEAD = N_("No."), N_("Task name")

MEANINGS: Mapping[str, str] = {
    "": N_("– not used –"),
    TASK: N_("Number of the task"),
    NAME: N_("Name of the task (not used)"),
    **HEADS,
}
"""What a column of somebody's own sheet may be said to hold."""

SITUATIONS: Mapping[str, str] = {
    Situation.DONE: N_("There is a result"),
    Situation.WORKING: N_("Work is under way"),
    Situation.OBSTACLE: N_("There is an obstacle"),
    Situation.NOT_OURS: N_("Not our task"),
}
"""The four answers, in the words of the panel."""

STATES: Mapping[str, str] = {
    "saved": N_("saved"),
    "waits": N_("waits"),
    "error": N_("fault"),
    "warning": N_("warning"),
    "locked": N_("locked"),
}
"""The states of a cell; each has its shape beside the word."""

_SENTENCES: Mapping[str, str] = {
    # what is wrong with a cell
    "secret": N_(
        "carries a mark of state secrecy; this system is on a network and must not hold it. "
        "Nothing of the row was kept"
    ),
    "too_long": N_("is longer than {most} characters"),
    "ditto": N_("“{text}” is no value of its own; choose what it stands for"),
    "as_before": N_("“{text}” is no value; look at the last period and write what holds now"),
    "nothing": N_("“{text}” is no value; choose the reason or write one"),
    "no_situation": N_("“{text}” is none of the four answers"),
    "no_calendar_day": N_("“{text}” is no day of the calendar; the day stands before the month"),
    "still_to_come": N_("“{text}” has not come yet"),
    "period": N_("“{text}” is a period, not a day"),
    "short_year": N_("“{text}” needs a year with four digits"),
    "no_day": N_("“{text}” is no day; write 30/11/2025"),
    "situation_missing": N_("is needed: say how the task stands"),
    "obstacle_missing": N_("is needed: say what stands in the way"),
    "since_missing": N_("is needed beside the obstacle"),
    "document_missing": N_("is needed beside the day of issue"),
    "done_without_document": N_(
        "“There is a result” without a document: the public page will say “claimed, no proof”"
    ),
    "announces": N_("the line announces something that is still to come; that is no proof"),
    "no_number": N_("no document number was found in the line"),
    "several_documents": N_(
        "the line names several documents; {number} is read, add the others in the panel"
    ),
    "another_day": N_("the line says {day}"),
    "expected_passed": N_("this day has passed"),
    "long_sentence": N_("is longer than {most} letters; few people read so far"),
    # what to choose instead
    "leave": N_("leave the cell as it was"),
    "as_above": N_("as in the row above: {value}"),
    "last_day": N_("its last day: {day}"),
    "no_document_yet": N_("there is no document yet; leave the cell as it was"),
    "cannot_be_shown": N_("the document may not be shown; leave the cell as it was"),
    "read_from_line": N_("read it from the line"),
    "not_issued_yet": N_("not issued yet; leave the cell as it was"),
    "no_date_yet": N_("no date is set yet; leave the cell as it was"),
    "waits_for_others": N_("it depends on another body; leave the cell as it was"),
    "done_already": N_("the task is done already; leave the cell as it was"),
    "no_obstacle": N_("there is no obstacle; leave the cell as it was"),
    "no_sentence_yet": N_("there is no sentence yet; leave the cell as it was"),
    **{f"situation_{value}": word for value, word in SITUATIONS.items()},
    # why a row goes nowhere
    "no_row_left": N_("the grid has no further row"),
    "twice": N_("task {task} stands in a row above already"),
    "unknown_task": N_("“{text}” is no task of your body"),
    "no_number_here": N_("the row has no task number"),
    "changed_meanwhile": N_("somebody else changed this task meanwhile; look at the values and apply again"),
    # why a row is locked
    "locked_submitted": N_("it waits for your head"),
    "locked_sent": N_("it was sent"),
    "locked_verified": N_("it was verified"),
    "locked_returned": N_("it was given back: answer it in its panel"),
}


def said(reason: Reason) -> str:
    """Return the words of a reason, in the language of the request."""
    return _(_SENTENCES[reason.code], **{name: _value(value) for name, value in reason.params.items()})


def _value(value: str) -> str:
    return _(SITUATIONS[Situation(value)]) if value in set(Situation) else value


def head(column: str) -> str:
    """Return what a column is called, in the language of the request."""
    return _(HEADS[Column(column)])


def shown_cell(column: str, value: str) -> str:
    """Return a cell as people read it: a situation by its words, everything else as it is written."""
    if column == Column.SITUATION and value in set(Situation):
        return _(SITUATIONS[Situation(value)])
    return value
