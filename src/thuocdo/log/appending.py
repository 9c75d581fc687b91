"""Bringing what happened into the log, in order and exactly once.

The log's files say what is in; the signer takes entries only after the size that the caller saw.
So two jobs at once, or one that was killed between the signature and its own note of it, cannot
append an event twice: the second one is told that the log has grown, reads it, and goes on.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from thuocdo.audit.types import Event
from thuocdo.core.errors import Conflict
from thuocdo.log import queries
from thuocdo.log.checkpoints import read_checkpoint
from thuocdo.log.entries import entry_bytes
from thuocdo.log.events import HANDED_IN, entry_of, period_of
from thuocdo.log.growing import shown_note
from thuocdo.log.indexing import catch_up, subject_of
from thuocdo.log.notes import read_note
from thuocdo.log.ports import Signing
from thuocdo.log.types import Entry, Method, Publication

AT_ONCE = 1000
_TRIES = 5


def append_events(signer: Signing, *, limit: int = AT_ONCE) -> int:
    """Append what the audit trail has and the log has not; return how many entries that were."""
    for _ in range(_TRIES):
        events = queries.waiting(limit)
        if not events and _is_shown(signer.log):
            return 0  # no process needs to be started to find nothing
        base = caught_up(signer)
        # What was appended and not noted has an entry by now.
        events = queries.waiting(limit)
        if not events:
            return 0
        try:
            grown = signer.grow([entry_bytes(each) for each in _entries(events)], base=base)
        except Conflict:
            continue  # somebody else appended meanwhile: look at what stands there now
        catch_up(signer.log, grown.signed)
        return len(events)
    return 0


def append_method(signer: Signing, method: Method) -> int:
    """Return the number of the entry of a method; appends it where another one, or none, was in force."""
    for _ in range(_TRIES):
        base = caught_up(signer)
        known = queries.last_of(method.code)
        if known is not None and known[1] == subject_of(method):
            return known[0]
        if appended(signer, method, base):
            return base
    raise Conflict("The log grows faster than a method can be appended.")


def append_publication(signer: Signing, manifest: str, *, method: Method) -> int:
    """Return the number of the entry of a manifest; the same manifest published again has its entry."""
    for _ in range(_TRIES):
        number = append_method(signer, method)
        base = caught_up(signer)
        last = queries.last(Publication)
        if last is not None and last[1] == manifest:
            return last[0]
        entry = Publication(manifest, number, None if last is None else last[0])
        if appended(signer, entry, base):
            return base
    raise Conflict("The log grows faster than a publication can be appended.")


def appended(signer: Signing, entry: Entry, base: int) -> bool:
    """Append one entry after the first `base` ones; False where somebody else was faster."""
    try:
        grown = signer.grow([entry_bytes(entry)], base=base)
    except Conflict:
        return False
    catch_up(signer.log, grown.signed)
    return True


def _is_shown(root: Path) -> bool:
    """Say whether readers get all that the database knows of."""
    note = shown_note(root)
    shown = 0 if note is None else read_checkpoint(read_note(note).text).size
    return shown == queries.size()


def caught_up(signer: Signing) -> int:
    """Finish what was left undone, take in what is signed; return the size of the log."""
    signed = signer.grow().signed
    catch_up(signer.log, signed)
    return signed


def _entries(events: Sequence[Event]) -> list[Entry]:
    counted: Counter[tuple[str, str]] = Counter()
    found: list[Entry] = []
    for event in events:
        revision = 1
        if event.kind == HANDED_IN:
            period = period_of(event)
            counted[period] += 1
            revision = queries.revisions(*period) + counted[period]
        found.append(entry_of(event, revision=revision))
    return found
