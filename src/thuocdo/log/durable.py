"""Files that are there whole or not at all, also after a power cut, and one writer at a time."""

import contextlib
import fcntl
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from thuocdo.core.errors import N_, Conflict

BUSY = N_("Another process writes in {folder} at this moment.")
PRIVATE = stat.S_IRUSR | stat.S_IWUSR
PUBLIC = PRIVATE | stat.S_IRGRP | stat.S_IROTH


def write_whole(path: Path, data: bytes, *, mode: int = PUBLIC) -> None:
    """Put a file in the place of another in one step; when this returns, bytes and name are on the disk."""
    write_beside(path, data, mode=mode).replace(path)
    force_names(path.parent)


def write_beside(path: Path, data: bytes, *, mode: int) -> Path:
    """Return a file beside a place: its bytes are on the disk, and at no moment had it wider rights."""
    waiting = path.with_name(f".{path.name}.new")
    waiting.unlink(missing_ok=True)  # what a crash left may have wider rights
    handle = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(handle, "wb") as stream:  # noqa: PTH123  a descriptor, not a path
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    return waiting


def force_names(folder: Path) -> None:
    """Force the names in a folder to disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder with its parents, and force each new name to disk."""
    missing = []
    place = folder
    while not place.is_dir():
        missing.append(place)
        place = place.parent
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        force_names(each.parent)


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Be the only process that writes in a folder; refuses at once when there is another one."""
    handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Conflict(
                BUSY,
                hint=N_("Try again when it has ended."),
                params={"folder": folder},
            ) from None
        yield
    finally:
        os.close(handle)  # the kernel lets go of the lock, also when the process is killed
