"""Placing files: each with what the manifest says of it and with its compressed copy."""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from thuocdo.core.errors import Invalid
from thuocdo.core.memory import Memory
from thuocdo.publication import compressed
from thuocdo.publication.folder import Folder, Unreadable
from thuocdo.publication.manifest import FileEntry, checked_paths, entry, path_fault
from thuocdo.publication.staging import Stage


def put_all(
    stage: Stage, content: Iterable[tuple[str, bytes]], memory: Memory | None = None
) -> dict[str, FileEntry]:
    """Place every file with its compressed copy; returns what the manifest says of each.

    What is new is hashed, packed and written by a thread of its own while the next page is made: these
    three let other threads run.
    """
    memory = memory or Memory()
    files: dict[str, FileEntry] = {}
    placed: list[Future[dict[str, FileEntry]]] = []
    seen: set[str] = set()
    with ThreadPoolExecutor(1) as worker:
        for path, data in content:
            if path in seen:
                raise Invalid(f"{path}: is made twice.")
            seen.add(path)
            if stage.stands(path, data):
                files |= _placed(stage, path, data, memory)
            else:
                placed.append(worker.submit(_placed, stage, path, data, memory))
    for each in placed:
        files |= each.result()
    faults = memory.of("paths", frozenset(files), partial(checked_paths, list(files)))
    if faults:
        raise Invalid(f"{faults[0]}.", faults=faults)
    return files


def _placed(stage: Stage, path: str, data: bytes, memory: Memory) -> dict[str, FileEntry]:
    """Place a file with its copy."""
    files = {path: memory.of(("entry", path), data, partial(checked_entry, path, data))}
    stage.put(path, data)
    if compressed.has_copy(path, len(data)):
        name = path + compressed.SUFFIX
        copy = memory.of(("copy", path), data, partial(_copy_of, stage, path, data))
        files[name] = memory.of(("entry", name), copy, partial(entry, name, copy))
        stage.put(name, copy)
    return files


def checked_entry(path: str, data: bytes) -> FileEntry:
    """Return what the manifest says of a file; refuses an address that no publication may have."""
    problem = path_fault(path)
    if problem:
        raise Invalid(f"{path}: {problem}.")
    return entry(path, data)


def _copy_of(stage: Stage, path: str, data: bytes) -> bytes:
    """Return the compressed copy; the published one stays where it holds just these bytes."""
    if stage.is_untouched(path):  # these bytes are new: what was the same has been remembered
        return compressed.packed(data)
    try:
        standing = Folder(stage.published).read(path + compressed.SUFFIX, len(data))
    except Unreadable:
        return compressed.packed(data)
    return standing if compressed.unpacks_to(standing, data) else compressed.packed(data)
