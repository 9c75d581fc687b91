"""Reading a document that somebody handed over, in a child process that can be killed."""

from thuocdo.adapters.confined import run_confined
from thuocdo.core.errors import Invalid
from thuocdo.documents import errors
from thuocdo.documents.blocks import Block
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import check_size, limits, read_with_source
from thuocdo.documents.types import DraftProgramme


def read_handed_over(data: bytes, filename: str) -> tuple[DraftProgramme, tuple[Block, ...]]:
    """Return the draft of a file and its words; of the name only the suffix counts.

    Nothing is written anywhere: the bytes travel to the child through a pipe. Raises Unreadable,
    whose template a door translates, for everything that is no readable document.
    """
    if not data:
        raise Unreadable(errors.EMPTY)
    check_size(len(data))
    allowed = limits(filename)
    try:
        outcome = run_confined(
            read_with_source, data, filename, seconds=allowed.seconds, memory_bytes=allowed.memory_bytes
        )
    except Invalid:
        raise Unreadable(errors.BROKEN) from None
    if outcome.draft is None:
        raise Unreadable(outcome.refusal, **outcome.params)
    if any("\0" in block.text for block in outcome.blocks):  # no database keeps it, and no document has it
        raise Unreadable(errors.DAMAGED)
    return outcome.draft, outcome.blocks
