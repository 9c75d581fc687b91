"""Reading a sheet that somebody handed over, in a child process that can be killed."""

from thuocdo.adapters.confined import run_confined
from thuocdo.core.errors import Invalid
from thuocdo.cycles.sheets import MEMORY_BYTES, SECONDS, Sheet, read_sheets
from thuocdo.documents import errors
from thuocdo.documents.errors import Unreadable
from thuocdo.documents.files import check_size


def sheets_handed_over(data: bytes, filename: str) -> tuple[Sheet, ...]:
    """Return the sheets of a file; of its name only the suffix counts.

    Nothing is written anywhere. Raises Unreadable, whose template a door translates, for everything
    that is no readable sheet.
    """
    if not data:
        raise Unreadable(errors.EMPTY)
    check_size(len(data))
    try:
        found = run_confined(read_sheets, data, filename, seconds=SECONDS, memory_bytes=MEMORY_BYTES)
    except Invalid:
        raise Unreadable(errors.BROKEN) from None
    if found.refusal:
        raise Unreadable(found.refusal, **found.params)
    return found.sheets
