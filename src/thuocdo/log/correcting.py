"""Bringing a correction or a removal into the log: like a publication, exactly once."""

from thuocdo.core.errors import N_, Conflict
from thuocdo.log import queries
from thuocdo.log.appending import appended, caught_up
from thuocdo.log.indexing import subject_of
from thuocdo.log.ports import Signing
from thuocdo.log.types import Correction, Tombstone

_TRIES = 5


def append_correction(signer: Signing, entry: Correction | Tombstone) -> int:
    """Return the number of the entry; the same correction of the same publication has one entry."""
    for _ in range(_TRIES):
        base = caught_up(signer)
        known = queries.numbered(type(entry), subject_of(entry))
        if known is not None:
            return known
        if appended(signer, entry, base):
            return base
    raise Conflict(N_("The log grows faster than this can be appended; try again."))
