"""Recomputing a whole log from its entries, and naming what does not fit: which file, which entry.

At our size nothing is taken from a tile that the entries do not confirm: a checker that trusts
tiles has to get many cases right, one that recomputes has one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from thuocdo.log import reading, tiles
from thuocdo.log.checkpoints import Checkpoint
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import VerifierKey
from thuocdo.log.reading import Read
from thuocdo.log.story import Story
from thuocdo.log.tiles import HEIGHT, Tile
from thuocdo.log.tree import Tree, leaf_hash

MAX_NAMED = 20


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The tree over all entries of a log, and everything that its files say otherwise.

    `tree` is None where not every entry could be read.
    """

    tree: Tree | None
    faults: tuple[Unsound, ...]


def recompute(read: Read, checkpoint: Checkpoint, *, earlier: Iterable[Checkpoint] = ()) -> Recomputed:
    """Recompute the tree of a checkpoint's size from its entries; compare every tile and every root.

    `earlier` are checkpoints that were signed before, in any order: the history must hold for
    each. After `MAX_NAMED` faults only the counting stops, nothing is passed.
    """
    try:
        tree = Tree(_leaves(read, checkpoint.size))
    except Unsound as error:
        return Recomputed(None, (error,))
    faults = []
    for each in _wrong_tiles(read, tree, checkpoint):
        faults.append(each)
        if len(faults) == MAX_NAMED:
            break
    faults += history_faults(tree, [*earlier, checkpoint])
    return Recomputed(tree, tuple(faults))


def history_faults(tree: Tree, checkpoints: Iterable[Checkpoint]) -> list[Unsound]:
    """Return why the tree is not the one that each checkpoint was signed for; between which sizes."""
    faults, agreed = [], 0
    for each in sorted(checkpoints, key=lambda one: one.size):
        if each.size > tree.size:
            faults.append(Unsound("history_shorter", size=tree.size, signed=each.size))
        elif tree.root(each.size) == each.root:
            # Agreement at a size vouches for everything before it.
            agreed = each.size
        else:
            faults.append(Unsound("history_rewritten", size=each.size, first=agreed, last=each.size - 1))
    return faults


def compare(known: Checkpoint, shown: Checkpoint) -> Unsound | None:
    """Return what two signed checkpoints prove against their log by themselves, None for nothing.

    Two of one size with two roots are a fork, signed; a smaller one shown later is a rewind.
    That a larger one continues the known one needs a proof or the whole log.
    """
    if known.origin != shown.origin:
        return Unsound("origin_other", found=shown.origin, expected=known.origin)
    if shown.size < known.size:
        return Unsound("rewound", size=shown.size, known=known.size)
    if shown.size == known.size and shown.root != known.root:
        return Unsound("forked", size=known.size, one=known.root.hex(), other=shown.root.hex())
    return None


def first_difference(one: Tree, other: Tree) -> int | None:
    """Return the first entry in which two copies of a log differ, None where one begins with the other."""
    pairs = zip(one.row(0), other.row(0), strict=False)
    return next((index for index, (mine, theirs) in enumerate(pairs) if mine != theirs), None)


def extended(
    read: Read, *, origin: str, size: int, previous: Checkpoint | None, earlier: Iterable[Checkpoint] = ()
) -> Checkpoint:
    """Return the checkpoint to sign next; raises `Unsound` unless the whole log only extends.

    Every entry is read, the tree recomputed, every tile compared, the history held against the
    last signed checkpoint and any `earlier` ones, and each new entry has to be one that may
    stand there. `previous` is None only for a log that never signed: whoever lost the last
    checkpoint must not sign.
    """
    return extension(read, origin=origin, size=size, previous=previous, earlier=earlier).checkpoint


@dataclass(frozen=True, slots=True)
class Extension:
    """A checkpoint that may be signed, and the log's keys by its own entries, the last one in force.

    `keys` is empty while the log has never changed its key.
    """

    checkpoint: Checkpoint
    keys: tuple[VerifierKey, ...]


def extension(
    read: Read, *, origin: str, size: int, previous: Checkpoint | None, earlier: Iterable[Checkpoint] = ()
) -> Extension:
    """Return what `extended` returns, with the keys that the entries name."""
    if previous is not None:
        if previous.origin != origin:
            raise Unsound("origin_other", found=origin, expected=previous.origin)
        if size < previous.size:
            raise Unsound("rewound", size=size, known=previous.size)
    tree, story, refused = _read_through(read, size, signed=0 if previous is None else previous.size)
    following = Checkpoint(origin, size, tree.root())
    signed = [*earlier] if previous is None else [*earlier, previous]
    for fault in (*history_faults(tree, signed), *_wrong_tiles(read, tree, following), *refused):
        raise fault
    return Extension(following, story.keys)


def _read_through(read: Read, size: int, *, signed: int) -> tuple[Tree, Story, list[Unsound]]:
    """Return the tree over all entries, and why the first new entry that is wrong may not be signed."""
    story = Story()
    leaves: list[bytes] = []
    refused: list[Unsound] = []
    for data in reading.entries(read, size):
        leaves.append(leaf_hash(data))
        try:
            if refused:
                continue
            if story.size < signed:
                story.pass_over(data)
            else:
                story.take(data)
        except Unsound as error:
            refused.append(error)
    return Tree(leaves), story, refused


def _leaves(read: Read, size: int) -> Iterator[bytes]:
    return map(leaf_hash, reading.entries(read, size))


def _wrong_tiles(read: Read, tree: Tree, checkpoint: Checkpoint) -> Iterator[Unsound]:
    """Yield what differs between tiles and entries; the signed root says which of the two is wrong."""
    certain = tree.root() == checkpoint.root
    if not certain and (signed := _tree_of_tiles(read, checkpoint)) is not None:
        pairs = enumerate(zip(signed.row(0), tree.row(0), strict=True))
        changed = (index for index, (mine, theirs) in pairs if mine != theirs)
        yield from (_wrong_entry(index, checkpoint.size) for index in changed)
        tree, certain = signed, True
    for level in tiles.levels_of(checkpoint.size):
        row = tree.row(level * HEIGHT)
        for tile in tiles.row_of(level, checkpoint.size):
            try:
                found = reading.hashes(read, tile)
            except Unsound as error:
                yield error
                continue
            expected = row[tile.first : tile.first + tile.width]
            if found != tuple(expected):
                yield _wrong_tile(tile, found, expected, certain=certain)


def _wrong_tile(tile: Tile, found: Sequence[bytes], expected: Sequence[bytes], *, certain: bool) -> Unsound:
    place = next(at for at, pair in enumerate(zip(found, expected, strict=True)) if pair[0] != pair[1])
    span = 1 << (HEIGHT * (tile.level or 0))
    first = (tile.first + place) * span
    code = "tile_wrong" if certain else "tile_disagrees"
    return Unsound(code, path=tile.path, place=place, first=first, last=first + span - 1)


def _tree_of_tiles(read: Read, checkpoint: Checkpoint) -> Tree | None:
    """Return the tree over the lowest tiles where they still give the signed root; else None."""
    row = tiles.row_of(0, checkpoint.size)
    try:
        tree = Tree(each for tile in row for each in reading.hashes(read, tile))
    except Unsound:
        return None
    return tree if tree.root() == checkpoint.root else None


def _wrong_entry(index: int, size: int) -> Unsound:
    return Unsound("entry_wrong", path=tiles.tile_of(None, index, size).path, index=index)
