"""The files of a log that go with one checkpoint, for a copy beside a publication."""

from collections.abc import Iterator
from pathlib import Path

from thuocdo.log import checkpoints, reading, receipts, tiles
from thuocdo.log.checkpoints import read_checkpoint
from thuocdo.log.errors import Unsound
from thuocdo.log.growing import KEPT, shown_note
from thuocdo.log.homes import POLICY
from thuocdo.log.notes import read_note
from thuocdo.log.reading import Read

_MAX_NOTE = 1_000_000
PROOF = f"publication{receipts.SUFFIX}"
"""Lies beside a publication's copy of the log: the proof of its own entry, for whoever has only that."""


def log_files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file that belongs to the checkpoint that readers get, itself last."""
    note = shown_note(root)
    if note is None:
        raise Unsound("nothing_shown", path=checkpoints.PATH)
    size = read_checkpoint(read_note(note).text).size
    read = reading.folder(root)
    for level in (None, *tiles.levels_of(size)):
        for tile in tiles.row_of(level, size):
            yield tile.path, _bytes(read, tile)
    for path in sorted((root / KEPT).rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            kept = path.read_bytes()
            if read_checkpoint(read_note(kept).text).size <= size:
                yield path.relative_to(root).as_posix(), kept
    yield POLICY, read(POLICY, _MAX_NOTE) or b""
    yield checkpoints.PATH, note


def proof_file(root: Path, number: int) -> tuple[str, bytes]:
    """Return path and bytes of the proof that an entry stands under the checkpoint that readers get."""
    note = shown_note(root)
    if note is None:
        raise Unsound("nothing_shown", path=checkpoints.PATH)
    size = read_checkpoint(read_note(note).text).size
    read = reading.folder(root)
    made = receipts.make(
        entry=reading.entry(read, number, size),
        index=number,
        proof=reading.Tiled(read, size).inclusion(number),
        note=note,
    )
    return PROOF, bytes(made)


def wanted(size: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the paths of each tile of a log, the partial one first, with the most bytes that it may have."""
    for level in (None, *tiles.levels_of(size)):
        for tile in tiles.row_of(level, size):
            yield tuple(dict.fromkeys((tile.path, tile.full.path))), tile.full.limit


def _bytes(read: Read, tile: tiles.Tile) -> bytes:
    if tile.level is None:
        return tiles.bundle_bytes(reading.bundle(read, tile))
    return tiles.hashes_bytes(reading.hashes(read, tile))
