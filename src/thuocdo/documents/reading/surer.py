"""Of two readings of the same text the one that leaves fewer doubts."""

from thuocdo.documents.types import DraftProgramme

_DOUBTFUL = 0.82  # how sure the rows are on the average
_MUCH = 1.22  # times surer than the other reading: both lose some rows to doubts that are none
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
    """Return how many rows were read, each as far as it is sure."""
    return sum(task.confidence for task in draft.tasks) + sum(aim.confidence for aim in draft.indicators)
