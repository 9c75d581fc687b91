"""The files by which machines find and read a publication: one module of `describing/` for each."""

from collections.abc import Iterable, Iterator

from thuocdo.core.memory import Memory
from thuocdo.core.messages import Reason
from thuocdo.publication.describing import calendar, dcat, feed, package, parquet, sdmx
from thuocdo.publication.describing.snapshot import Snapshot
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.manifest import Manifest

DESCRIBING = 1
"""Version of the form of these files: a change of any byte of one, for the same snapshot, gives the next."""

_DESCRIBING = (package, dcat, sdmx, feed, calendar)


def describing_files(snapshot: Snapshot, memory: Memory | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each; the same snapshot always gives the same bytes."""
    for each in _DESCRIBING:
        yield from each.files(snapshot)
    yield from parquet.files(snapshot, memory)


Faults = tuple[tuple[str, Reason], ...]


def altered(folder: Folder, head: Manifest, snapshot: Snapshot) -> Iterator[tuple[str, Faults]]:
    """Yield each describing file that was published, with a fault where it says something else."""
    for path, right in describing_files(snapshot):
        if path in head.files:
            yield path, () if _read(folder, path, right) == right else (("", Reason("bytes_differ")),)


def _read(folder: Folder, path: str, right: bytes) -> bytes:
    try:
        return folder.read(path, len(right) + 1)
    except Unreadable as error:  # what is missing is named with the digests; what is longer differs
        return b"" if error.reason.code == "size_differs" else right


def foreign(head: Manifest, found: Iterable[tuple[str, Faults]]) -> Reason | None:
    """Return that another version made the describing files, None where this one answers for every byte.

    Then their digests alone are held against the manifest. A manifest that names no version is older: its
    files are compared as far as they still come out the same.
    """
    if head.made_by is not None:
        made, known = head.made_by.describing, DESCRIBING
        return None if made == known else _elsewhere(str(made))
    return _elsewhere("–") if any(faults for _path, faults in found) else None


def _elsewhere(made: str) -> Reason:
    return Reason("described_elsewhere", {"made": made, "known": str(DESCRIBING)})
