"""Appending to a log's static files: each file is written whole, and nothing signed ever changes."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from thuocdo.log import reading, tiles
from thuocdo.log.durable import force_names
from thuocdo.log.errors import Unsound
from thuocdo.log.tiles import HEIGHT, WIDTH, Tile
from thuocdo.log.tree import leaf_hash, root_of


def append(root: Path, entries: Sequence[bytes], *, signed: int, durable: bool = True) -> int:
    """Write the tiles and bundles that `entries` add after the first `signed` ones; return the new size.

    Only new files are written. What a crash left beyond `signed` was promised to nobody and is
    replaced; a file that a signed checkpoint covers is refused rather than changed. The same
    call after a crash gives the same files. One process appends at a time. `durable` forces each
    file to disk, which a log that is only made to be looked at does not need.
    """
    tiles.check_lengths(entries)
    writer = _Writer(root, signed, durable=durable)
    size = signed + len(entries)
    read = reading.folder(root)
    held = list(entries)
    for tile in tiles.row_of(None, size, since=signed):
        kept = _before(tile, signed)
        old = list(reading.bundle(read, kept)) if kept else []
        start = max(0, tile.first - signed)
        writer.put(tile, tiles.bundle_bytes(old + held[start : tile.first + tile.width - signed]))
    row = [leaf_hash(each) for each in held]
    for level in tiles.levels_of(size):
        row = _append_row(read, writer, level, row, size)
    writer.finish()
    return size


def prune(root: Path, size: int) -> int:
    """Remove the partial tiles whose full tile is signed for in the tree of `size`; return how many went.

    Readers of an earlier checkpoint find the full tile in their place.
    """
    gone = 0
    for level in (None, *tiles.levels_of(size)):
        for tile in tiles.row_of(level, size):
            partial = (root / tile.path).with_name(f"{Path(tile.path).name}.p")
            if tile.width == WIDTH and partial.is_dir() and (root / tile.path).is_file():
                gone += len(list(partial.iterdir()))
                shutil.rmtree(partial)
    return gone


def _append_row(
    read: reading.Read, writer: "_Writer", level: int, row: list[bytes], size: int
) -> list[bytes]:
    """Write one level's tiles from its new hashes; return the new hashes of the level above."""
    before = writer.signed >> (HEIGHT * level)
    above = []
    for tile in tiles.row_of(level, size, since=writer.signed):
        kept = _before(tile, before)
        old = list(reading.hashes(read, kept)) if kept else []
        start = max(0, tile.first - before)
        hashes = old + row[start : tile.first + tile.width - before]
        writer.put(tile, tiles.hashes_bytes(hashes))
        if tile.width == WIDTH:
            above.append(root_of(hashes))
    return above


def _before(tile: Tile, held: int) -> Tile | None:
    """Return the partial tile that this one continues, None when it begins anew."""
    width = held - tile.first
    return Tile(tile.level, tile.number, width) if width > 0 else None


class _Writer:
    def __init__(self, root: Path, signed: int, *, durable: bool) -> None:
        self.root = root
        self.signed = signed
        self.durable = durable
        self.touched: set[Path] = set()

    def put(self, tile: Tile, data: bytes) -> None:
        """Write a file whole, unless a signed one of other bytes stands there."""
        path = self.root / tile.path
        found = path.read_bytes() if path.is_file() else None
        if found not in {None, data} and tile.covers <= self.signed:
            raise Unsound("tile_fixed", path=tile.path, size=self.signed)
        self._make(path.parent)
        # A file that is right already is written again too: a crash may have left it in memory only.
        waiting = path.with_name(f".{path.name}.new")
        with waiting.open("wb") as stream:
            stream.write(data)
            if self.durable:
                stream.flush()
                os.fsync(stream.fileno())
        waiting.replace(path)
        self.touched.add(path.parent)

    def _make(self, place: Path) -> None:
        missing = []
        while not place.is_dir():
            missing.append(place)
            place = place.parent
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            self.touched.add(each.parent)

    def finish(self) -> None:
        """Force the names of the new files to disk, after their bytes."""
        if not self.durable:
            return
        for place in sorted(self.touched):
            force_names(place)
