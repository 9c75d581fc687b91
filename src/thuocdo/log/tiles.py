"""The static layout of a log (c2sp.org/tlog-tiles): where its hashes and entries lie, and their bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thuocdo.log.errors import Unsound
from thuocdo.log.tree import HASH_BYTES, MAX_SIZE

HEIGHT = 8
WIDTH = 1 << HEIGHT
MAX_ENTRY_BYTES = 0xFFFF
_LENGTH_BYTES = 2
_GROUP = 1000


@dataclass(frozen=True, slots=True)
class Tile:
    """A row of up to 256 hashes of subtrees with 256^level leaves; level None: a bundle of entries.

    A full tile never changes. A partial one belongs to the trees of its width; the next width is
    another file.
    """

    level: int | None
    number: int
    width: int

    @property
    def path(self) -> str:
        """Return where it lies below the log: tile/0/x001/234.p/5."""
        level = "entries" if self.level is None else str(self.level)
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"tile/{level}/{spelled(self.number)}{partial}"

    @property
    def full(self) -> "Tile":
        """Return the full tile that this one becomes."""
        return Tile(self.level, self.number, WIDTH)

    @property
    def first(self) -> int:
        """Return the number of the first subtree, or entry, that it holds."""
        return self.number * WIDTH

    @property
    def covers(self) -> int:
        """Return how many leaves a tree has at least that holds all of this tile."""
        return (self.first + self.width) << (HEIGHT * (self.level or 0))

    @property
    def limit(self) -> int:
        """Return the largest number of bytes that the file may have."""
        return self.width * (HASH_BYTES if self.level is not None else _LENGTH_BYTES + MAX_ENTRY_BYTES)


def tile_of(level: int | None, position: int, size: int) -> Tile:
    """Return the tile that holds a subtree's hash, or an entry, in the tree of `size` leaves."""
    held = size >> (HEIGHT * (level or 0))
    number = position // WIDTH
    width = min(WIDTH, held - number * WIDTH)
    if position < 0 or width <= position % WIDTH:
        raise Unsound("index_beyond", index=position, size=size)
    return Tile(level, number, width)


def row_of(level: int | None, size: int, *, since: int = 0) -> Iterator[Tile]:
    """Yield the tiles of one level that a tree of `size` leaves has and one of `since` had not."""
    shift = HEIGHT * (level or 0)
    held, before = size >> shift, since >> shift
    for number in range(before // WIDTH, -(-held // WIDTH)):
        width = min(WIDTH, held - number * WIDTH)
        if number * WIDTH + width > before:
            yield Tile(level, number, width)


def levels_of(size: int) -> range:
    """Return the levels that a tree of `size` leaves has hashes on."""
    if not 0 <= size <= MAX_SIZE:
        raise Unsound("size_impossible", size=size)
    return range(-(-size.bit_length() // HEIGHT))


def hashes_bytes(hashes: Sequence[bytes]) -> bytes:
    """Return the bytes of a tile of hashes."""
    return b"".join(hashes)


def read_hashes(tile: Tile, data: bytes) -> tuple[bytes, ...]:
    """Return the hashes of a tile, or refuse another number of them than its width."""
    expected = tile.width * HASH_BYTES
    if len(data) != expected:
        raise Unsound("tile_length", path=tile.path, found=len(data), expected=expected)
    return tuple(data[at : at + HASH_BYTES] for at in range(0, expected, HASH_BYTES))


def bundle_bytes(entries: Sequence[bytes]) -> bytes:
    """Return the bytes of a bundle: each entry after its length in two bytes."""
    return b"".join(len(entry).to_bytes(_LENGTH_BYTES, "big") + entry for entry in entries)


def check_lengths(entries: Sequence[bytes]) -> None:
    """Refuse an entry that fits no bundle."""
    for number, entry in enumerate(entries):
        if len(entry) > MAX_ENTRY_BYTES:
            raise Unsound("entry_too_long", number=number, found=len(entry), limit=MAX_ENTRY_BYTES)


def read_bundle(tile: Tile, data: bytes) -> tuple[bytes, ...]:
    """Return the entries of a bundle, or refuse another number of them than its width."""
    entries: list[bytes] = []
    at = 0
    while at < len(data) and len(entries) < tile.width:
        start = at + _LENGTH_BYTES
        at = start + int.from_bytes(data[at:start], "big")
        if at > len(data):
            raise Unsound("bundle_cut", path=tile.path, index=tile.first + len(entries))
        entries.append(data[start:at])
    if len(entries) != tile.width:
        raise Unsound("bundle_count", path=tile.path, found=len(entries), expected=tile.width)
    if at != len(data):
        raise Unsound("bundle_more", path=tile.path, expected=tile.width, extra=len(data) - at)
    return tuple(entries)


def spelled(number: int) -> str:
    """Return a number in groups of three digits, so that no folder grows large: x001/x234/067."""
    groups = [f"{number % _GROUP:03d}"]
    while number := number // _GROUP:
        groups.append(f"x{number % _GROUP:03d}")
    return "/".join(reversed(groups))
