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
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from thuocdo.core.errors import Conflict, Unavailable
from thuocdo.log.durable import force_names
from thuocdo.publication.folder import Folder
from thuocdo.publication.manifest import MANIFEST_PATH
from thuocdo.publication.standing import Left, Standing, Tree, folders_of, left, tree_of

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Stage:
    """The folder under construction; `written` and `unchanged` name what was put into it.

    With a `standing` that still holds, the folder is the publication before the last, and is mended:
    what stands in it already is not touched, whatever else stands in it is taken out at the switch.
    """

    def __init__(self, folder: Path, published: Path, standing: Standing | None = None) -> None:
        self.folder = folder
        self.published = published
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self._standing = standing
        known = None if standing is None else standing.known(published, folder)
        self._published: Tree | None = known[0] if known else None
        self._spare = known[1] if known else Tree()
        self._placed: dict[str, Left] = {}
        self._folders: set[str] = set()
        self.switched = False
        if known is None:
            _clear(folder)

    def put(self, path: str, data: bytes, *, durable: bool = False) -> None:
        """Place one file; `durable` forces it to disk before returning."""
        if self._published is not None and self.stands(path, data):
            self._placed[path] = self._published.files[path]
            self.unchanged.append(path)
            return
        try:
            if self._same(path, data) and self._linked(path, path, data):
                self.unchanged.append(path)
                return
            self._enter(path)
            self._write(path, data, durable=durable)
        except OSError as error:
            raise _unwritable(self.published, error) from None
        self.written.append(path)

    def stands(self, path: str, data: bytes) -> bool:
        """Say whether the very same bytes stand in both folders already: most files, nearly always."""
        if self._published is None:
            return False
        was, there = self._published.files.get(path), self._spare.files.get(path)
        return was is not None and there is not None and was.data is data and was.inode == there.inode

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
        self._make_room(path)
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
        self._place(path, data)

    def _place(self, path: str, data: bytes | None) -> None:
        if self._standing is not None:
            self._placed[path] = left(self.folder, path, data)

    def _make_room(self, path: str) -> None:
        """Take out what stands there of an older publication; never written over, it may have other names."""
        if path in self._spare.files:
            os.unlink(f"{self.folder}/{path}")  # noqa: PTH108  as above

    def others(self, listed: Container[str]) -> Iterator[str]:
        """Yield each file of the published folder that is neither listed nor placed already."""
        if self._published is None:
            paths: Iterable[str] = (path for path, _ in Folder(self.published).walk())
            yield from (path for path in paths if path not in listed and not (self.folder / path).exists())
        else:
            yield from [
                path for path in self._published.files if path not in listed and path not in self._placed
            ]

    def is_untouched(self, path: str) -> bool:
        """Say whether a published file is known to be as this process left it."""
        return self._published is not None and path in self._published.files

    def carry(self, path: str) -> None:
        """Take over a file of the published folder that the publication does not name."""
        self.keep(path, path)

    def keep(self, path: str, where: str) -> None:
        """Let a published file stand at another place too, as it is."""
        if self._linked(path, where, None):
            return
        target = self.folder / where
        target.parent.mkdir(parents=True, exist_ok=True)
        self._make_room(where)
        shutil.copy2(self.published / path, target, follow_symlinks=False)  # a disk without links
        self._place(where, None)

    def switch(self) -> None:
        """Make this folder the published one."""
        self._take_out()
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
        self.switched = True

    def _take_out(self) -> None:
        """Take out what the publication before the last had and this one has not."""
        for path in [path for path in self._spare.files if path not in self._placed]:
            os.unlink(f"{self.folder}/{path}")  # noqa: PTH108  as above
            parent = path.rpartition("/")[0]
            with contextlib.suppress(OSError):  # others stand in it
                while parent:
                    os.rmdir(f"{self.folder}/{parent}")  # noqa: PTH106  as above
                    parent = parent.rpartition("/")[0]

    def leave(self) -> None:
        """Remember both folders as they stand now, so that the next publication mends the other one."""
        if self._standing is None:
            return
        known = {path: each.data for path, each in self._placed.items() if each.data is not None}
        if not self.switched:  # nothing differed: now the other folder holds the same
            self._take_out()
            now = self._published or tree_of(self.published, known)
            other = Tree(self._placed, folders_of(self.folder, self._placed))
        else:
            now = Tree(self._placed, folders_of(self.published, self._placed))
            other = self._published or self._former()
        self._standing.published, self._standing.spare = now, other

    def _former(self) -> Tree:
        """Return the folder that was published before; for the very first one a copy made of links."""
        if not self.folder.exists():
            self.folder.mkdir()
            self._folders.clear()
            for path in self._placed:
                self._enter(path)
                os.link(f"{self.published}/{path}", f"{self.folder}/{path}", follow_symlinks=False)
        return tree_of(self.folder, {})

    def _same(self, path: str, data: bytes) -> bool:
        if self._published is not None:
            found = self._published.files.get(path)
            return found is not None and (found.data is data or found.data == data)
        # Compared byte by byte rather than by the old manifest's digest: a file that somebody
        # changed since is put right.
        try:
            handle = os.open(f"{self.published}/{path}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError:
            return False
        with os.fdopen(handle, "rb") as stream:
            return os.fstat(handle).st_size == len(data) and stream.read(len(data) + 1) == data

    def _linked(self, path: str, where: str, data: bytes | None) -> bool:
        """Let a published file stand in the new folder, unless it does already."""
        there = self._spare.files.get(where)
        here = None if self._published is None else self._published.files.get(path)
        if here is not None and there is not None and here.inode == there.inode:
            self._placed[where] = Left(here.inode, here.size, here.changed, data)
            return True
        self._enter(where)
        self._make_room(where)
        try:
            os.link(f"{self.published}/{path}", f"{self.folder}/{where}", follow_symlinks=False)
        except OSError:  # a disk without links: the caller writes the bytes
            return False
        self._place(where, data)
        return True


@contextlib.contextmanager
def staged(published: Path, mark: str = MANIFEST_PATH, standing: Standing | None = None) -> Iterator[Stage]:
    """Give a staging folder for `published`, empty or known; one publication at a time.

    Refuses a folder that holds something else than a publication, so that a mistyped name
    costs nothing: a publication has the file `mark`. With a `standing` the folder of the publication
    before stays beside the new one afterwards, to be mended into the next.
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
        stays = False
        try:
            if old.exists() and not published.exists():
                old.rename(published)  # a crash between the two renames of `_exchange`
            _check_target(published, mark)
            stage = Stage(folder, published, standing)
            yield stage
            stage.leave()
            stays = standing is not None
        finally:
            if not stays:
                if standing is not None:
                    standing.forget()
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
