"""Reading a folder that nobody vouches for: no link is followed, nothing unbounded is read."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from thuocdo.core.messages import Reason
from thuocdo.publication.manifest import EARLIER, LOG_FOLDER, MAX_FILES, OUTSIDE, FileEntry

_MAX_DEPTH = 32
_CHUNK = 1024 * 1024


class Unreadable(Exception):
    """A file cannot be taken as it is; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Folder:
    """A publication on disk."""

    root: Path

    def read(self, path: str, limit: int) -> bytes:
        """Return a plain file's bytes; `Unreadable` when it is missing, special or over `limit`."""
        with open(self._open(path, limit), "rb") as stream:  # noqa: PTH123  a descriptor, not a path
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise Unreadable(Reason("unreadable", {"why": f"more than {limit} bytes"}))
        return data

    def reader(self, place: str, limit: int) -> Callable[[str], bytes | None]:
        """Return what gives the bytes of a path below a place, None where they cannot be read."""

        def read(path: str) -> bytes | None:
            try:
                return self.read(f"{place}{path}", limit)
            except Unreadable:
                return None

        return read

    def check(self, path: str, entry: FileEntry) -> Reason | None:
        """Return why a file is not the one that the manifest names, None when it is."""
        try:
            with open(self._open(path, entry.bytes), "rb") as stream:  # noqa: PTH123  a descriptor
                size = os.fstat(stream.fileno()).st_size
                if size != entry.bytes:
                    return _size_differs(size, entry.bytes)
                digest = hashlib.sha256()
                left = entry.bytes
                while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
                    digest.update(chunk)
                    left -= len(chunk)
        except Unreadable as error:
            return error.reason
        return None if digest.hexdigest() == entry.sha256 else Reason("digest_differs")

    def walk(self) -> Iterator[tuple[str, Reason | None]]:
        """Yield every file with None, and everything that is neither file nor folder with a reason."""
        waiting = [("", 0)]
        count = 0
        while waiting:
            inside, depth = waiting.pop()
            with os.scandir(self.root / inside) as entries:
                for each in entries:
                    count += 1
                    if count > 2 * MAX_FILES:
                        yield inside, Reason("too_many", {"limit": str(2 * MAX_FILES)})
                        return
                    path = inside + each.name
                    if not each.is_dir(follow_symlinks=False):
                        plain = each.is_file(follow_symlinks=False)
                        yield path, None if plain else Reason("symlink")
                    elif depth == _MAX_DEPTH:
                        yield path, Reason("too_deep")
                    else:
                        waiting.append((f"{path}/", depth + 1))

    def _open(self, path: str, limit: int) -> int:
        try:
            # Without O_NONBLOCK, opening a named pipe would wait for ever.
            handle = os.open(self.root / path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError:
            raise Unreadable(Reason("not_there")) from None
        except OSError as error:
            code = Reason("unreadable", {"why": error.strerror or "?"})
            raise Unreadable(Reason("symlink") if (self.root / path).is_symlink() else code) from None
        found = os.fstat(handle)
        if stat.S_ISREG(found.st_mode) and found.st_size <= limit:
            return handle
        os.close(handle)
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable(Reason("symlink"))
        raise Unreadable(_size_differs(found.st_size, limit))


def stands_outside(path: str) -> bool:
    """Say whether a file of the folder is one that no manifest names."""
    # No page stands there: it would be one that nobody checked.
    return path in OUTSIDE or (path.startswith((LOG_FOLDER, EARLIER)) and not path.endswith(".html"))


def _size_differs(found: int, signed: int) -> Reason:
    return Reason("size_differs", {"found": str(found), "signed": str(signed)})
