"""Tiles and bundles: paths, what is written when, what never changes, and hostile files."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.logs import entries, reader

from thuocdo.log import reading, tiles, writing
from thuocdo.log.errors import Unsound
from thuocdo.log.reading import Tiled
from thuocdo.log.tiles import WIDTH, Tile
from thuocdo.log.tree import Tree, check_consistency, check_inclusion, leaf_hash

SHORT = [str(number).encode() for number in range(70_000)]


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 0, WIDTH), "tile/0/000"),
        (Tile(1, 5, 7), "tile/1/005.p/7"),
        (Tile(0, 1234067, WIDTH), "tile/0/x001/x234/067"),
        (Tile(None, 1000, 255), "tile/entries/x001/000.p/255"),
        (Tile(None, 273, WIDTH), "tile/entries/273"),
    ],
)
def test_paths_are_those_of_the_specification(tile, path):
    """Numbers stand in groups of three digits, all but the last with an x; partial ones with their width."""
    assert tile.path == path


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, []),
        (1, ["tile/0/000.p/1"]),
        (256, ["tile/0/000", "tile/1/000.p/1"]),
        (257, ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"]),
        (512, ["tile/0/000", "tile/0/001", "tile/1/000.p/2"]),
    ],
)
def test_a_size_has_these_tiles(size, expected):
    """Each level has its full tiles and at most one partial one; an empty partial tile does not exist."""
    found = [tile.path for level in tiles.levels_of(size) for tile in tiles.row_of(level, size)]
    assert found == expected


def test_a_level_more_begins_at_the_first_full_tile_below():
    """65 536 entries fill the second level's first tile, and the third begins with one hash."""
    assert [tile.path for tile in tiles.row_of(1, 65_536)] == ["tile/1/000"]
    assert [tile.path for tile in tiles.row_of(2, 65_536)] == ["tile/2/000.p/1"]
    assert list(tiles.row_of(2, 65_535)) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=5))
def test_portions_give_the_files_of_the_whole(tmp_path_factory, portions):
    """However a log grew, its current tiles, root and proofs are those of the tree over its entries."""
    grown, size = tmp_path_factory.mktemp("grown"), 0
    for portion in portions:
        size = writing.append(grown, SHORT[size : size + portion], signed=size, durable=False)
    tree, tiled = Tree.of_entries(SHORT[:size]), Tiled(reader(grown), size)
    assert list(reading.entries(reader(grown), size)) == SHORT[:size]
    assert tiled.root() == tree.root()
    for index in {0, size // 2, size - 1}:
        assert tiled.inclusion(index) == tree.inclusion(index)
        assert reading.entry(reader(grown), index, size) == SHORT[index]
    for old in {1, portions[0], size}:
        assert tiled.consistency(old) == tree.consistency(old)


def test_a_large_log_proves_from_its_tiles(tmp_path):
    """70 000 entries over three levels of tiles give proofs that hold against the root."""
    size = writing.append(tmp_path, SHORT, signed=0, durable=False)
    tiled, tree = Tiled(reader(tmp_path), size), Tree.of_entries(SHORT)
    root = tree.root()
    for index in (0, 255, 256, 65_535, 65_536, 69_999):
        proof = tiled.inclusion(index)
        check_inclusion(index=index, size=size, leaf=leaf_hash(SHORT[index]), proof=proof, root=root)
    for old in (1, 256, 65_536, 65_537):
        proof = tiled.consistency(old)
        check_consistency(old=old, new=size, old_root=tree.root(old), new_root=root, proof=proof)
    assert tiled.root() == root
    assert len(files(tmp_path)) == 2 * 274 + 2 + 1


def test_only_new_files_are_written(tmp_path):
    """A later append leaves every file of the signed log as it is, to the inode."""
    writing.append(tmp_path, SHORT[:600], signed=0, durable=False)
    before = {path: (path.stat().st_ino, path.read_bytes()) for path in files(tmp_path)}
    writing.append(tmp_path, SHORT[600:700], signed=600, durable=False)
    assert {path: (path.stat().st_ino, path.read_bytes()) for path in before} == before
    new = {str(path.relative_to(tmp_path)) for path in files(tmp_path) if path not in before}
    assert new == {"tile/entries/002.p/188", "tile/0/002.p/188"}


def test_what_a_crash_left_is_replaced(tmp_path):
    """Files beyond the signed size were promised to nobody; other entries take their place."""
    writing.append(tmp_path, SHORT[:300], signed=0, durable=False)
    writing.append(tmp_path, SHORT[5000:5600], signed=300, durable=False)
    size = writing.append(tmp_path, SHORT[300:900], signed=300, durable=False)
    assert Tiled(reader(tmp_path), size).root() == Tree.of_entries(SHORT[:900]).root()
    assert list(reading.entries(reader(tmp_path), size)) == SHORT[:900]


@pytest.mark.parametrize("durable", [True, False])
def test_the_same_append_again_gives_the_same_files(tmp_path, durable):
    """A restart after a crash repeats the append and changes nothing."""
    writing.append(tmp_path, SHORT[:300], signed=0, durable=durable)
    before = {path: path.read_bytes() for path in files(tmp_path)}
    writing.append(tmp_path, SHORT[:300], signed=0, durable=durable)
    assert {path: path.read_bytes() for path in files(tmp_path)} == before


def test_a_signed_file_is_never_written_over(tmp_path):
    """Where a signed tile holds other bytes, the append stops and names the file."""
    writing.append(tmp_path, SHORT[:256], signed=0, durable=False)
    writer = writing._Writer(tmp_path, 256, durable=False)
    with pytest.raises(Unsound, match="tile/0/000 belongs to the signed log of 256 entries"):
        writer.put(Tile(0, 0, WIDTH), b"x" * 8192)


def test_pruning_leaves_every_earlier_size_readable(tmp_path):
    """Partial files go once the full one stands; readers of earlier checkpoints find its beginning."""
    size = 0
    while size < 520:
        size = writing.append(tmp_path, SHORT[size : size + 40], signed=size, durable=False)
    gone = writing.prune(tmp_path, size)
    assert gone == 2 * 12
    assert not (tmp_path / "tile/0/000.p").exists()
    assert (tmp_path / "tile/0/002.p/8").is_file()
    for old in (40, 200, 280, 520):
        assert Tiled(reader(tmp_path), old).root() == Tree.of_entries(SHORT[:old]).root()


def test_long_entries_are_refused_before_anything_is_written(tmp_path):
    """An entry over 65 535 bytes has no place in a bundle."""
    with pytest.raises(Unsound, match="65536 bytes"):
        writing.append(tmp_path, [b"x" * 65_536], signed=0)
    assert files(tmp_path) == []


def test_an_entry_may_be_as_long_as_its_length_says(tmp_path):
    """The longest and the empty entry are read back."""
    held = [b"x" * 65_535, b"", b"y"]
    size = writing.append(tmp_path, held, signed=0)
    assert list(reading.entries(reader(tmp_path), size)) == held
    assert list(reading.entries(reader(tmp_path), size, since=2)) == held[2:]


HOSTILE = {
    "a tile one byte short": ("tile/0/001.p/44", lambda data: data[:-1], "1407 bytes, not 1408"),
    "a tile one byte long": ("tile/0/001.p/44", lambda data: data + b"x", "more than 1408 bytes"),
    "an empty tile": ("tile/1/000.p/1", lambda _: b"", "0 bytes, not 32"),
    "a bundle cut": ("tile/entries/001.p/44", lambda data: data[:-1], "ends in the middle of entry 299"),
    "a bundle cut in a length": ("tile/entries/001.p/44", lambda _: b"\0", "ends in the middle of entry 256"),
    "a bundle of too few": ("tile/entries/000", lambda data: data[: 2 + data[1]], "has 1 entries, not 256"),
    "a bundle of too many": ("tile/entries/000", lambda data: data + b"\0\0", "goes on for 2 bytes"),
    "an empty bundle": ("tile/entries/001.p/44", lambda _: b"", "has 0 entries, not 44"),
}


def read_all(root, size):
    """Read every tile and bundle of a log."""
    list(reading.entries(reader(root), size))
    for level in tiles.levels_of(size):
        for tile in tiles.row_of(level, size):
            reading.hashes(reader(root), tile)


@pytest.mark.parametrize(("path", "change", "said"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(tmp_path, path, change, said):
    """A file of another length or width than its name says is refused, and the sentence names it."""
    writing.append(tmp_path, entries(300), signed=0, durable=False)
    read_all(tmp_path, 300)
    file = tmp_path / path
    file.write_bytes(change(file.read_bytes()))
    with pytest.raises(Unsound) as caught:
        read_all(tmp_path, 300)
    assert path in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("more", [-32, -1, 1, 32])
def test_a_tile_has_exactly_its_hashes(more):
    """Whoever hands over the bytes, a tile of seven hashes has 224 of them."""
    tile = Tile(0, 0, 7)
    assert len(tiles.read_hashes(tile, bytes(224))) == 7
    with pytest.raises(Unsound, match=f"{224 + more} bytes, not 224"):
        tiles.read_hashes(tile, bytes(224 + more))


def test_a_missing_file_is_named(tmp_path):
    """A tile that is gone is named with what it held."""
    writing.append(tmp_path, entries(300), signed=0, durable=False)
    (tmp_path / "tile/entries/001.p/44").unlink()
    with pytest.raises(Unsound, match=r"tile/entries/001.p/44 is missing; it holds numbers 256 to 299"):
        read_all(tmp_path, 300)


@pytest.mark.parametrize("make", [lambda p: p.symlink_to("/etc/hostname"), os.mkfifo, Path.mkdir])
def test_special_files_are_not_opened(tmp_path, make):
    """Links, pipes and folders in the place of a tile are refused, and none makes the reader wait."""
    writing.append(tmp_path, entries(10), signed=0, durable=False)
    path = tmp_path / "tile/0/000.p/10"
    path.unlink()
    make(path)
    with pytest.raises(Unsound, match=r"tile/0/000.p/10 (is a link|cannot be read)"):
        read_all(tmp_path, 10)


def test_a_folder_that_is_a_link_is_not_followed(tmp_path):
    """A link on the way to a tile is refused like one in its place."""
    writing.append(tmp_path / "true", entries(10), signed=0, durable=False)
    (tmp_path / "false").mkdir()
    (tmp_path / "false/tile").symlink_to(tmp_path / "true/tile")
    with pytest.raises(Unsound, match="is a link"):
        read_all(tmp_path / "false", 10)


def test_sizes_that_no_log_has_are_refused():
    """A size beyond 63 bits, or below none, is refused before a file is looked for."""
    for size in (-1, 1 << 63):
        with pytest.raises(Unsound, match="No log has"):
            Tiled(lambda *_: None, size)


def test_an_entry_beyond_the_size_is_none(tmp_path):
    """A log answers for its own entries only."""
    writing.append(tmp_path, entries(10), signed=0, durable=False)
    for index in (-1, 10, 300):
        with pytest.raises(Unsound, match=f"no entry {index}"):
            reading.entry(reader(tmp_path), index, 10)


def files(root):
    """Return every file of a log."""
    return sorted(path for path in root.rglob("*") if path.is_file())
