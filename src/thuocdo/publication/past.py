"""Whether a publication lists and makes the corrections that its log tells, and shows them on its page."""

from collections.abc import Iterator

from thuocdo.core.messages import Reason
from thuocdo.log.history import Told
from thuocdo.publication import corrections
from thuocdo.publication.earlier import Kept, chain, place_of
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.in_log import InLog
from thuocdo.publication.manifest import MANIFEST_PATH, MAX_FILE_BYTES, Correction, Manifest

Found = Iterator[tuple[str, str, Reason]]
_LEADS = ("", "en/")
_MAX_PAGE = 8 * 1024 * 1024


def faults(folder: Folder, head: Manifest, logged: InLog, digest: str) -> Found:
    """Yield (where, what, reason) for each correction that is not what the log tells."""
    number = logged.told.number_of(digest)
    if number is not None:
        yield from _listed(head, logged.told, number)
    for each, reason in corrections.not_made(_due(folder, head), folder.reader("", MAX_FILE_BYTES)):
        yield f"{each.what}{corrections.SUFFIX}", _place(each), reason
    for each in head.corrections:
        if each.supersedes:
            published = folder.reader(place_of(each.supersedes), MAX_FILE_BYTES)
            for wrong, reason in corrections.not_old((each,), published):
                yield f"{place_of(each.supersedes)}{each.what}{corrections.SUFFIX}", _place(wrong), reason
    yield from _shown(folder, head)


def _due(folder: Folder, head: Manifest) -> tuple[Correction, ...]:
    """Return the corrections that this publication has to make: of the one before, of the same day."""
    for before in chain(folder, head.previous):
        same_day = isinstance(before, Kept) and before.as_of == head.as_of
        return corrections.made_after(head.previous or "", head.corrections) if same_day else ()
    return ()


def _listed(head: Manifest, told: Told, number: int) -> Found:
    logged = (
        corrections.corrections_of(told, before=number),
        corrections.taken_away_of(told, before=number),
    )
    listed = (head.corrections, head.taken_away)
    if listed != logged:
        counts = {"listed": str(sum(map(len, listed))), "logged": str(sum(map(len, logged)))}
        yield MANIFEST_PATH, "corrections", Reason("corrections_differ", counts)


def _shown(folder: Folder, head: Manifest) -> Found:
    """Yield what the page of corrections leaves out, in either language, where the site has one."""
    for lead in _LEADS:
        path = f"{lead}{head.programme}/{corrections.PAGE}/index.html"
        if path not in head.files:
            continue
        try:
            text = folder.read(path, _MAX_PAGE).decode("utf-8", "replace")
        except Unreadable:
            continue  # step 3 named it
        entries = [each.entry for each in head.corrections] + [each.entry for each in head.taken_away]
        for entry in sorted({each for each in entries if each is not None}):
            if f'data-entry="{entry}"' not in text:
                yield path, "", Reason("correction_not_shown", {"entry": str(entry)})


def _place(each: Correction) -> str:
    return f"{each.key}, {each.field}"
