"""What a process left on the disk, so that its next publication touches only what differs.

A folder is known as long as every file and every folder in it has the inode, size and time that it
was left with; one that differs, and nothing of it is believed any more.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple


class Left(NamedTuple):
    """A file as it was left; `data` are its bytes where they are known."""

    inode: int
    size: int
    changed: int
    data: bytes | None = None


@dataclass(slots=True)
class Tree:
    """The files of a folder by their paths, and when each folder in it was last changed."""

    files: dict[str, Left] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)

    def has_these_names(self, root: Path) -> bool:
        """Say whether nothing was put below `root` or taken out of it since."""
        try:
            for path, when in self.folders.items():
                if _changed(root, path) != when:
                    return False
        except OSError:
            return False
        return True

    def holds(self, root: Path) -> bool:
        """Say whether no file below `root` was touched either."""
        stat, inside = os.stat, f"{root}/"  # asked of every file: each name less is a tenth of it
        try:
            for path, (inode, size, changed, _) in self.files.items():
                found = stat(inside + path, follow_symlinks=False)
                if found.st_mtime_ns != changed or found.st_ino != inode or found.st_size != size:
                    return False
        except OSError:
            return False
        return self.has_these_names(root)


@dataclass(slots=True)
class Standing:
    """The published folder, and the one published before, which is mended into the next."""

    published: Tree | None = None
    spare: Tree | None = None

    def forget(self) -> None:
        """Believe nothing any more."""
        self.published = self.spare = None

    def known(self, published: Path, spare: Path) -> tuple[Tree, Tree] | None:
        """Return both folders as they stand, None unless both are as they were left."""
        if self.published is None or self.spare is None:
            return None
        # A file of the spare folder is used again only where it is a published one under a second name.
        if self.spare.has_these_names(spare) and self.published.holds(published):
            return self.published, self.spare
        return None


def left(root: Path, path: str, data: bytes | None = None) -> Left:
    """Return a file as it stands."""
    found = os.stat(f"{root}/{path}", follow_symlinks=False)  # noqa: PTH116  a Path costs more than the call
    return Left(found.st_ino, found.st_size, found.st_mtime_ns, data)


def tree_of(root: Path, known: Mapping[str, bytes]) -> Tree:
    """Return a folder as it stands; `known` are the bytes of files by their paths."""
    found = Tree(folders={"": _changed(root, "")})
    for path, is_folder in _below(root, ""):
        if is_folder:
            found.folders[path] = _changed(root, path)
        else:
            found.files[path] = left(root, path, known.get(path))
    return found


def folders_of(root: Path, files: Iterable[str]) -> dict[str, int]:
    """Return when each folder that holds one of these files was last changed."""
    paths = {""}
    for path in files:
        above = path.rpartition("/")[0]
        while above not in paths:
            paths.add(above)
            above = above.rpartition("/")[0]
    return {path: _changed(root, path) for path in paths}


def _below(root: Path, inside: str) -> Iterator[tuple[str, bool]]:
    with os.scandir(f"{root}/{inside}") as entries:
        for each in entries:
            path = f"{inside}/{each.name}" if inside else each.name
            is_folder = each.is_dir(follow_symlinks=False)
            yield path, is_folder
            if is_folder:
                yield from _below(root, path)


def _changed(root: Path, path: str) -> int:
    return os.stat(f"{root}/{path}", follow_symlinks=False).st_mtime_ns  # noqa: PTH116  as above
