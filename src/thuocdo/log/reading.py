"""Reading a log out of its static files: every file bounded, roots and proofs from its tiles."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from thuocdo.log import tiles, tree
from thuocdo.log.errors import Unsound
from thuocdo.log.tiles import HEIGHT, WIDTH, Tile
from thuocdo.log.tree import root_of

Read = Callable[[str, int], bytes | None]
"""Gives the bytes of a file below the log, None where there is none, `Unsound` for more than the limit."""


def folder(root: Path) -> Read:
    """Return a reader of a folder that nobody vouches for: it follows no link and reads plain files."""

    def read(path: str, limit: int) -> bytes | None:
        place = root
        for part in path.split("/"):
            place = place / part
            if place.is_symlink():
                raise Unsound("file_special", path=path)
        try:
            handle = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            code = "file_special" if error.errno in {errno.ELOOP, errno.ENXIO} else "file_unreadable"
            raise Unsound(code, path=path) from None
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise Unsound("file_special", path=path)
        with open(handle, "rb") as stream:  # noqa: PTH123  a descriptor, not a path
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise Unsound("file_too_large", path=path, limit=limit)
        return data

    return read


def hashes(read: Read, tile: Tile) -> tuple[bytes, ...]:
    """Return the hashes of a tile; a partial one may since have given way to the full one."""
    data, found = _fetched(read, tile)
    return tiles.read_hashes(found, data)[: tile.width]


def bundle(read: Read, tile: Tile) -> tuple[bytes, ...]:
    """Return the entries of a bundle; a partial one may since have given way to the full one."""
    data, found = _fetched(read, tile)
    return tiles.read_bundle(found, data)[: tile.width]


def entries(read: Read, size: int, *, since: int = 0) -> Iterator[bytes]:
    """Yield the entries of a log from number `since` up to `size`, one bundle in memory at a time."""
    tiles.levels_of(size)
    for tile in tiles.row_of(None, size, since=since):
        yield from bundle(read, tile)[max(0, since - tile.first) :]


def entry(read: Read, index: int, size: int) -> bytes:
    """Return one entry; whether it is the logged one only a proof says."""
    tile = tiles.tile_of(None, index, size)
    return bundle(read, tile)[index - tile.first]


class Tiled:
    """A tree of a given size that lies in tiles, each read at most once.

    Its roots and proofs are no better than its tiles: check a proof against a signed root
    before it counts (tree.check_inclusion, tree.check_consistency).
    """

    def __init__(self, read: Read, size: int) -> None:
        """Take the size from a checkpoint."""
        tiles.levels_of(size)
        self._read = read
        self._size = size
        self._seen: dict[Tile, tuple[bytes, ...]] = {}

    def stored(self, level: int, number: int) -> bytes:
        """Return the hash of a complete subtree of 2^level leaves."""
        row, within = divmod(level, HEIGHT)
        first = number << within
        tile = tiles.tile_of(row, first, self._size)
        if tile not in self._seen:
            self._seen[tile] = hashes(self._read, tile)
        start = first % WIDTH
        return root_of(self._seen[tile][start : start + (1 << within)])

    def root(self) -> bytes:
        """Return the root that the tiles give."""
        return tree.root(self.stored, self._size)

    def inclusion(self, index: int) -> tuple[bytes, ...]:
        """Return the proof that the tiles give for a leaf."""
        return tree.inclusion(self.stored, index, self._size)

    def consistency(self, old: int) -> tuple[bytes, ...]:
        """Return the proof that the tiles give for an earlier size."""
        return tree.consistency(self.stored, old, self._size)


def _fetched(read: Read, tile: Tile) -> tuple[bytes, Tile]:
    data = read(tile.path, tile.limit)
    if data is not None:
        return data, tile
    if tile.width < WIDTH:
        data = read(tile.full.path, tile.full.limit)
        if data is not None:
            return data, tile.full
    raise Unsound("tile_missing", path=tile.path, first=tile.first, last=tile.first + tile.width - 1)
