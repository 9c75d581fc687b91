"""Of two readings of the same text the one that leaves fewer doubts."""

from collections import Counter

from thuocdo.documents.types import DraftProgramme

_DOUBTFUL = 0.82  # how sure the rows are on the average
_MUCH = 1.22  # times surer than the other reading: both lose some rows to doubts that are none
_UNKNOWN = 0.4  # what a field with a body that nobody knows costs
_LEAST = 0.1
_UNREAD = frozenset({"heading_unread", "table_unread"})


def is_doubtful(draft: DraftProgramme) -> bool:
    """Say whether another way of reading is worth its time: few rows are sure, or a table was not read."""
    rows = len(draft.tasks) + len(draft.indicators)
    return (
        _sureness(draft) < _DOUBTFUL * rows or not rows or any(note.code in _UNREAD for note in draft.remarks)
    )


def surer(first: DraftProgramme, second: DraftProgramme) -> DraftProgramme:
    """Return the second reading where it finds clearly more that is sure, else the first."""
    return second if _sureness(second) > _MUCH * _sureness(first) + 0.5 else first


def _sureness(draft: DraftProgramme) -> float:
    """Return how many rows were read, each as far as it is sure.

    A row is one thing, whether its bodies are known or not; but of two readings of one text that
    which finds known bodies is the likelier.
    """
    fields = {(note.where, note.field) for note in draft.remarks if note.code == "unknown_agency"}
    unknown = Counter(where for where, _field in fields)
    rows = [(f"task {task.code}", task.confidence) for task in draft.tasks]
    rows += [(f"indicator {aim.code}", aim.confidence) for aim in draft.indicators]
    return sum(max(_LEAST, sure - _UNKNOWN * unknown[where]) for where, sure in rows)
