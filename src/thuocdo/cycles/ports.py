"""What this room needs from outside: a place for files, and a look inside a file that somebody handed in."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from thuocdo.cycles.types import Looked


class FileStore(Protocol):
    """Keeps bytes under their SHA-256; a file never changes."""

    def put(self, data: bytes) -> tuple[str, Callable[[], None]]:
        """Begin to keep the bytes; returns their SHA-256, and what waits until they are on the disk.

        Waiting raises OSError where they could not be written. The same bytes are kept once.
        """

    def path(self, sha256: str) -> Path:
        """Return where the bytes of that digest are; raises NotFound."""

    def kept(self) -> Iterator[tuple[str, datetime]]:
        """Return every digest with the moment at which it was last put."""

    def tidy(self, *, older_than: datetime) -> int:
        """Remove what a crash has left unfinished since before that moment; says how much."""

    def drop(self, sha256: str, *, older_than: datetime) -> bool:
        """Remove a file unless it was put again since that moment; says whether it was removed."""


class Look(Protocol):
    """Looks inside a file in a process that can be killed."""

    def __call__(self, data: bytes, suffix: str) -> Looked:
        """Return what was found; raises Invalid when the file needs more than looking may take."""


def store() -> FileStore:
    """Return the place for files that the settings name."""
    made: FileStore = import_string(settings.THUOCDO_FILE_STORE)(settings.THUOCDO_FILES)
    return made


def look() -> Look:
    """Return the way to look inside a file that the settings name."""
    found: Look = import_string(settings.THUOCDO_LOOK_INSIDE)
    return found


def held_elsewhere() -> set[str]:
    """Return the ids of files that other rooms name in what is not handed in yet."""
    holders = [import_string(name) for name in settings.THUOCDO_FILE_HOLDERS]
    return {public_id for holder in holders for public_id in holder()}
