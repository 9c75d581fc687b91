"""Writing a published folder so that readers see the old publication or the new one, never a mix.

The new folder is built beside the published one: a file whose content did not change is linked
(it keeps its inode and time), every other file is written. Then the two folders change places
in one step. A crash before that step leaves the old publication as it was; what lies in the
staging folder is cleared by the next run. Only the manifest and the signatures are forced to
disk: after a power cut `thuocdo verify` names any other file that was lost, and publishing
again writes it.
"""

import contextlib
import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from thuocdo.core.errors import Conflict, Unavailable
from thuocdo.log.durable import force_names
from thuocdo.publication.manifest import MANIFEST_PATH

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Stage:
    """The folder under construction; `written` and `unchanged` name what was put into it."""

    def __init__(self, folder: Path, published: Path) -> None:
        self.folder = folder
        self.published = published
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self._folders: set[str] = set()

    def put(self, path: str, data: bytes, *, durable: bool = False) -> None:
        """Place one file; `durable` forces it to disk before returning."""
        try:
            self._enter(path)
            if self._same(path, data) and self._linked(path):
                self.unchanged.append(path)
                return
            self._write(path, data, durable=durable)
        except OSError as error:
            raise _unwritable(self.published, error) from None
        self.written.append(path)

    def _enter(self, path: str) -> None:
        parent, _, _ = path.rpartition("/")
        if parent not in self._folders:
            try:
                os.mkdir(f"{self.folder}/{parent}")  # noqa: PTH102  joining Paths costs a tenth of the run
            except FileExistsError:
                pass
            except FileNotFoundError:
                (self.folder / parent).mkdir(parents=True)
            self._folders.add(parent)

    def _write(self, path: str, data: bytes, *, durable: bool) -> None:
        # A stream costs as much again as the call: half a second of a publication of 19,000 files.
        handle = os.open(f"{self.folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        try:
            at = 0
            while at < len(data):
                at += os.write(handle, data[at:] if at else data)
            if durable:
                os.fsync(handle)
        finally:
            os.close(handle)

    def carry(self, path: str) -> None:
        """Take over a file of the published folder that the publication does not name."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        if not self._linked(path):
            shutil.copy2(self.published / path, self.folder / path, follow_symlinks=False)

    def keep(self, path: str, where: str) -> None:
        """Let a published file stand at another place too, as it is."""
        target = self.folder / where
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(self.published / path, target, follow_symlinks=False)
        except OSError:  # a disk without links
            shutil.copy2(self.published / path, target, follow_symlinks=False)

    def switch(self) -> None:
        """Make this folder the published one."""
        if self.published.exists():
            shutil.copymode(self.published, self.folder)
            try:
                _exchange(self.folder, self.published)
            except OSError as error:
                raise Unavailable(
                    f"{self.published} cannot be replaced ({error.strerror}).",
                    hint="Publish into a folder inside it: a mount point cannot change places.",
                ) from None
        else:
            self.folder.rename(self.published)
        force_names(self.published.parent)

    def _same(self, path: str, data: bytes) -> bool:
        # Compared byte by byte rather than by the old manifest's digest: a file that somebody
        # changed since is put right.
        try:
            handle = os.open(f"{self.published}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            return False
        with os.fdopen(handle, "rb") as stream:
            return os.fstat(handle).st_size == len(data) and stream.read(len(data) + 1) == data

    def _linked(self, path: str) -> bool:
        try:
            os.link(f"{self.published}/{path}", f"{self.folder}/{path}", follow_symlinks=False)
        except OSError:  # a disk without links: the caller writes the bytes
            return False
        return True


@contextlib.contextmanager
def staged(published: Path, mark: str = MANIFEST_PATH) -> Iterator[Stage]:
    """Give an empty staging folder for `published`; one publication at a time.

    Refuses a folder that holds something else than a publication, so that a mistyped name
    costs nothing: a publication has the file `mark`.
    """
    published = published.resolve()
    folder = published.with_name(f".{published.name}.next")
    old = published.with_name(f".{published.name}.old")
    try:
        published.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _unwritable(published, error) from None
    with _locked(folder):
        try:
            _clear(folder)
            if old.exists() and not published.exists():
                old.rename(published)  # a crash between the two renames of `_exchange`
            _check_target(published, mark)
            yield Stage(folder, published)
        finally:
            # After a switch this is the former publication, else what was left undone.
            shutil.rmtree(folder, ignore_errors=True)


def _unwritable(published: Path, error: OSError) -> Unavailable:
    return Unavailable(
        f"{published} cannot be written ({error.strerror}); what was published before stands.",
        hint="Free the disk or the rights and publish again.",
    )


def _check_target(published: Path, mark: str) -> None:
    if not published.exists():
        return
    if not published.is_dir():
        raise Conflict(f"{published} is a file.", hint="Name a folder.")
    if any(published.iterdir()) and not (published / mark).is_file():
        raise Conflict(
            f"{published} holds files that are no publication.", hint="Name an empty or a new folder."
        )


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    busy = Conflict(f"Another publication into {folder.parent} is under way.", hint="Wait for it to end.")
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        raise busy from None
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise busy from None
        # The other run may have switched its folder away between our two calls.
        if not folder.exists() or not os.path.samestat(os.fstat(handle), folder.stat()):
            raise busy
        yield
    finally:
        os.close(handle)


def _clear(folder: Path) -> None:
    for each in folder.iterdir():
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink()


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places: in one step on Linux, in two renames elsewhere."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is not None:
        names = os.fsencode(one), os.fsencode(other)
        if rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
            return
    old = other.with_name(f".{other.name}.old")
    other.rename(old)
    one.rename(other)
    old.rename(one)
