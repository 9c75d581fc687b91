"""The Merkle tree of RFC 6962 on SHA-256: roots, proofs, and checking both without the tree."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Self

from thuocdo.log.errors import Unsound

HASH_BYTES = 32
MAX_SIZE = 2**63 - 1
EMPTY_ROOT = hashlib.sha256(b"").digest()

Stored = Callable[[int, int], bytes]
"""Gives the hash of the complete subtree of 2^level leaves with a number; subtrees are counted from 0."""


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of an entry; its prefix keeps a leaf from passing as a node."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Return the root over leaf hashes, in the straightest way: nothing of it is shared with `Tree`."""
    if not leaves:
        return EMPTY_ROOT
    row = list(leaves)
    while len(row) > 1:
        above = [node_hash(row[at], row[at + 1]) for at in range(0, len(row) - 1, 2)]
        row = above + row[-1:] if len(row) % 2 else above
    return row[0]


class Frontier:
    """What must be kept of a tree to append to it: one hash for each bit of its size."""

    def __init__(self, size: int = 0, hashes: Iterable[bytes] = ()) -> None:
        """Take up a kept frontier: `hashes` from the largest complete subtree to the smallest."""
        self._size = size
        self._hashes = list(hashes)
        if not 0 <= size <= MAX_SIZE or len(self._hashes) != size.bit_count():
            raise Unsound("frontier_wrong", size=size, found=len(self._hashes))
        if any(len(each) != HASH_BYTES for each in self._hashes):
            raise Unsound("hash_length")

    @property
    def size(self) -> int:
        """Return how many leaves the tree has."""
        return self._size

    @property
    def hashes(self) -> tuple[bytes, ...]:
        """Return what to keep, from the largest complete subtree to the smallest."""
        return tuple(self._hashes)

    def append(self, leaf: bytes) -> None:
        """Add a leaf hash; costs as many node hashes as the old size has trailing one bits."""
        carry = self._size
        while carry & 1:
            leaf = node_hash(self._hashes.pop(), leaf)
            carry >>= 1
        self._hashes.append(leaf)
        self._size += 1

    def root(self) -> bytes:
        """Return the root of the leaves so far."""
        return _folded(self._hashes)


class Tree:
    """A tree in memory with the hash of each complete subtree; roots and proofs of every earlier size."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        """Take leaf hashes in order."""
        self._rows: list[list[bytes]] = [[]]
        self.extend(leaves)

    @classmethod
    def of_entries(cls, entries: Iterable[bytes]) -> Self:
        """Return the tree over the bytes of entries."""
        return cls(map(leaf_hash, entries))

    @property
    def size(self) -> int:
        """Return how many leaves there are."""
        return len(self._rows[0])

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Add leaf hashes; each row grows in one go, which is twice as fast as leaf by leaf."""
        sha256 = hashlib.sha256
        self._rows[0].extend(leaves)
        level = 0
        while len(self._rows[level]) > 1:
            if level + 1 == len(self._rows):
                self._rows.append([])
            below, above = self._rows[level], self._rows[level + 1]
            start, end = 2 * len(above), len(below) - len(below) % 2
            above.extend(sha256(b"\x01" + below[at] + below[at + 1]).digest() for at in range(start, end, 2))
            level += 1

    def stored(self, level: int, number: int) -> bytes:
        """Return the hash of a complete subtree."""
        return self._rows[level][number]

    def row(self, level: int) -> Sequence[bytes]:
        """Return the hashes of all complete subtrees of 2^level leaves."""
        return self._rows[level] if level < len(self._rows) else ()

    def root(self, size: int | None = None) -> bytes:
        """Return the root over the first `size` leaves, of all without it."""
        return root(self.stored, self.size if size is None else self._within(size))

    def inclusion(self, index: int, size: int | None = None) -> tuple[bytes, ...]:
        """Return the proof that a leaf stands in the tree of the first `size` leaves."""
        return inclusion(self.stored, index, self.size if size is None else self._within(size))

    def consistency(self, old: int, size: int | None = None) -> tuple[bytes, ...]:
        """Return the proof that the tree of `size` leaves begins with the first `old` ones."""
        return consistency(self.stored, old, self.size if size is None else self._within(size))

    def _within(self, size: int) -> int:
        if not 0 <= size <= self.size:
            raise Unsound("size_beyond", size=size, held=self.size)
        return size


def root(stored: Stored, size: int) -> bytes:
    """Return the root over the first `size` leaves from the hashes of complete subtrees."""
    return _folded([stored(level, number) for level, number in complete_subtrees(0, size)])


def inclusion(stored: Stored, index: int, size: int) -> tuple[bytes, ...]:
    """Return the audit path of RFC 6962 §2.1.1, from the leaf upwards."""
    if not 0 <= index < size:
        raise Unsound("index_beyond", index=index, size=size)
    begin, end, ranges = 0, size, []
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((begin, middle))
            begin = middle
    return tuple(_hash_of(stored, *each) for each in reversed(ranges))


def consistency(stored: Stored, old: int, size: int) -> tuple[bytes, ...]:
    """Return the consistency proof of RFC 6962 §2.1.2, from the lowest node upwards."""
    if not 0 < old <= size:
        raise Unsound("sizes_disordered", old=old, new=size)
    begin, end, ranges, known = 0, size, [], True
    while old != end:
        middle = begin + _split(end - begin)
        if old <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((begin, middle))
            begin, known = middle, False
    if not known:
        ranges.append((begin, end))
    return tuple(_hash_of(stored, *each) for each in reversed(ranges))


def check_inclusion(*, index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes) -> None:
    """Refuse a leaf hash that the proof does not lead from to the root (RFC 9162 §2.1.3.2)."""
    if not 0 <= index < size <= MAX_SIZE:
        raise Unsound("index_beyond", index=index, size=size)
    _check_lengths((leaf, *proof))
    place, last, held = index, size - 1, leaf
    for step in proof:
        if last == 0:
            raise Unsound("inclusion_length", index=index, size=size)
        if place & 1 or place == last:
            held = node_hash(step, held)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            held = node_hash(held, step)
        place, last = place >> 1, last >> 1
    if last != 0:
        raise Unsound("inclusion_length", index=index, size=size)
    if held != root:
        raise Unsound("inclusion_wrong", index=index, size=size)


def check_consistency(
    *, old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]
) -> None:
    """Refuse a later tree that does not begin with the earlier one (RFC 9162 §2.1.4.2).

    Nothing can be proven from the empty tree, so `old` is at least 1.
    """
    if not 0 < old <= new <= MAX_SIZE:
        raise Unsound("sizes_disordered", old=old, new=new)
    _check_lengths(proof)
    if old == new:
        if proof:
            raise Unsound("consistency_length", old=old, new=new)
        if old_root != new_root:
            raise Unsound("consistency_wrong", old=old, new=new)
        return
    # An old tree that is one complete subtree is the first node of the path; the proof omits it.
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not path:
        raise Unsound("consistency_length", old=old, new=new)
    earlier, later = _climbed(old, new, path)
    if earlier != old_root or later != new_root:
        raise Unsound("consistency_wrong", old=old, new=new)


def _climbed(old: int, new: int, path: Sequence[bytes]) -> tuple[bytes, bytes]:
    """Return the roots of both trees as the path gives them."""
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    earlier = later = path[0]
    for step in path[1:]:
        if last == 0:
            raise Unsound("consistency_length", old=old, new=new)
        if place & 1 or place == last:
            earlier, later = node_hash(step, earlier), node_hash(step, later)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            later = node_hash(later, step)
        place, last = place >> 1, last >> 1
    if last != 0:
        raise Unsound("consistency_length", old=old, new=new)
    return earlier, later


def complete_subtrees(begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (level, number) of the complete subtrees of a range, from left to right.

    `begin` must be a multiple of the smallest power of two that is not below the length, as in
    every range of a proof.
    """
    while begin < end:
        level = (end - begin).bit_length() - 1
        yield level, begin >> level
        begin += 1 << level


def _split(length: int) -> int:
    """Return the largest power of two below a length over 1."""
    return 1 << ((length - 1).bit_length() - 1)


def _hash_of(stored: Stored, begin: int, end: int) -> bytes:
    return _folded([stored(level, number) for level, number in complete_subtrees(begin, end)])


def _folded(hashes: Sequence[bytes]) -> bytes:
    if not hashes:
        return EMPTY_ROOT
    held = hashes[-1]
    for each in reversed(hashes[:-1]):
        held = node_hash(each, held)
    return held


def _check_lengths(hashes: Iterable[bytes]) -> None:
    if any(len(each) != HASH_BYTES for each in hashes):
        raise Unsound("hash_length")
