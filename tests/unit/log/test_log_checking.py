"""A whole log recomputed: each way of changing it is found, and the sentence says what and where."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.logs import ORIGIN, SIGNER, checkpoint_of, entries, logged, reader, submission

from thuocdo.core import messages
from thuocdo.log import checkpoints, reading, tiles, writing
from thuocdo.log.checking import MAX_NAMED, compare, extended, first_difference, recompute
from thuocdo.log.checkpoints import Checkpoint
from thuocdo.log.entries import entry_bytes
from thuocdo.log.errors import SENTENCES, Unsound
from thuocdo.log.tree import EMPTY_ROOT, Tree

SIZE = 600
DATA = entries(SIZE)
EARLIER = [checkpoint_of(DATA[:size]) for size in (1, 256, 300, 599)]
OTHER = entry_bytes(submission(7777))


@pytest.fixture(scope="module")
def true(tmp_path_factory):
    """Return the folder of a sound log; nobody changes it."""
    root = tmp_path_factory.mktemp("true")
    logged(root, DATA)
    return root


@pytest.fixture
def log(true, tmp_path):
    """Return a copy of the sound log, to be changed."""
    return shutil.copytree(true, tmp_path / "log")


def opened(root):
    """Return the signed checkpoint of a log."""
    data = (root / checkpoints.PATH).read_bytes()
    return checkpoints.open_checkpoint(data, SIGNER.verifier).checkpoint


def said(root, checkpoint=None):
    """Return the sentences about everything that is wrong with a log."""
    found = recompute(reader(root), checkpoint or opened(root), earlier=EARLIER)
    return [str(each) for each in found.faults]


def edit(path, at, byte=1):
    """Change one byte of a file."""
    data = bytearray(path.read_bytes())
    data[at] ^= byte
    path.write_bytes(bytes(data))


def rebundle(root, data):
    """Write other entries in the place of the logged ones, with tiles that fit them, as an insider would."""
    shutil.rmtree(root / "tile")
    writing.append(root, data, signed=0, durable=False)


def test_a_sound_log_is_sound(true):
    """Every tile, the root, and every earlier checkpoint fit the entries."""
    found = recompute(reader(true), opened(true), earlier=EARLIER)
    assert found.faults == ()
    assert found.tree.root() == checkpoint_of(DATA).root


def test_an_empty_log_is_sound(tmp_path):
    """A log without entries needs no files."""
    assert recompute(reader(tmp_path), Checkpoint(ORIGIN, 0, EMPTY_ROOT)).faults == ()


def test_an_edited_tile_is_named(log):
    """The signed root follows from the entries, so the tile is the one that was changed."""
    edit(log / "tile/0/001", 32 * 44)
    assert said(log) == [
        "tile/0/001 was changed: hash 44 in it, over entries 300 to 300, is not the logged one."
    ]


def test_an_edited_upper_tile_is_named(log):
    """A hash over many entries is named with the entries below it."""
    edit(log / "tile/1/000.p/2", 32)
    assert said(log) == [
        "tile/1/000.p/2 was changed: hash 1 in it, over entries 256 to 511, is not the logged one."
    ]


def test_an_edited_entry_is_named(log):
    """The signed root follows from the tiles, so the entry is the one that was changed."""
    path = log / "tile/entries/001"
    held = list(reading.bundle(reader(log), tiles.tile_of(None, 300, SIZE)))
    held[44] = OTHER
    path.write_bytes(tiles.bundle_bytes(held))
    first, *rest = said(log)
    assert first == "Entry 300 in tile/entries/001 was changed: it is not the logged one."
    assert all("was rewritten" in each for each in rest)


def test_an_edited_entry_and_an_edited_tile_are_both_named(log):
    """One change does not hide the other."""
    edit(log / "tile/entries/002.p/88", 40, 0x02)
    edit(log / "tile/1/000.p/2", 0)
    found = said(log)
    assert "Entry 512 in tile/entries/002.p/88 was changed: it is not the logged one." in found
    assert any(each.startswith("tile/1/000.p/2 was changed: hash 0") for each in found)


def test_a_rewritten_log_is_placed_between_checkpoints(log):
    """Where entries and tiles were rewritten together, earlier checkpoints say where the change begins."""
    rebundle(log, [*DATA[:280], OTHER, *DATA[281:]])
    assert said(log) == [
        f"The log was rewritten: it is not the one that the checkpoint of {size} entries was signed for;"
        f" the difference lies in entries 256 to {size - 1}."
        for size in (300, 599, 600)
    ]


def test_a_dropped_entry_is_found(log):
    """A log that is one entry short has no entry where the checkpoint counts one."""
    rebundle(log, [*DATA[:280], *DATA[281:]])
    (sentence,) = said(log)
    assert sentence.startswith("tile/entries/002.p/88 is missing; it holds numbers 512 to 599")


def test_a_dropped_entry_in_a_bundle_is_found(log):
    """A bundle with one entry less says how many it should have."""
    held = list(reading.bundle(reader(log), tiles.tile_of(None, 300, SIZE)))
    (log / "tile/entries/001").write_bytes(tiles.bundle_bytes(held[:-1]))
    assert said(log) == ["tile/entries/001 has 255 entries, not 256."]


def test_reordered_entries_are_found(log):
    """Two entries that changed places are both named."""
    held = list(reading.bundle(reader(log), tiles.tile_of(None, 300, SIZE)))
    held[3], held[9] = held[9], held[3]
    (log / "tile/entries/001").write_bytes(tiles.bundle_bytes(held))
    assert [each.split(" in ")[0] for each in said(log)[:2]] == ["Entry 259", "Entry 265"]


def test_a_rewound_log_is_found(log):
    """A shorter log under a fresh signature contradicts a checkpoint that somebody kept."""
    shorter = checkpoint_of(DATA[:500])
    kept = checkpoint_of(DATA)
    assert str(compare(kept, shorter)) == (
        "The log was rewound: it has 500 entries where a checkpoint of 600 is known."
    )
    found = recompute(reader(log), shorter, earlier=[kept])
    assert "The log has 500 entries; a checkpoint was signed for 600." in map(str, found.faults)


def test_a_fork_with_the_same_key_is_found():
    """Two signed checkpoints of one size prove by themselves that the key signed two histories."""
    forked = checkpoint_of([*DATA[:-1], OTHER])
    sentence = str(compare(checkpoint_of(DATA), forked))
    assert sentence.startswith("The log was forked: two checkpoints of 600 entries are signed")
    assert forked.root.hex() in sentence


def test_a_fork_that_grew_is_found(log):
    """A second tree that went on to another size does not begin with the checkpoint that was kept."""
    forked = [*DATA[:599], OTHER, *entries(620)[600:]]
    rebundle(log, forked)
    found = recompute(reader(log), checkpoint_of(forked), earlier=[checkpoint_of(DATA), *EARLIER])
    (fault,) = found.faults
    assert fault.reason.code == "history_rewritten"
    assert fault.reason.params == {"size": "600", "first": "599", "last": "599"}


def test_two_copies_differ_from_an_entry_on():
    """The first entry in which two copies differ is found by their leaves."""
    mine, theirs = Tree.of_entries(DATA), Tree.of_entries([*DATA[:417], OTHER, *DATA[418:]])
    assert first_difference(mine, theirs) == 417
    assert first_difference(mine, Tree.of_entries(DATA[:5])) is None


def test_other_logs_are_not_compared():
    """A checkpoint of another origin is neither a fork nor a rewind of this one."""
    other = checkpoint_of(DATA, "other.example")
    assert "of the log “other.example”" in str(compare(checkpoint_of(DATA), other))
    assert compare(EARLIER[0], checkpoint_of(DATA)) is None


def test_many_changes_are_counted_no_further(log):
    """A log that is wrong everywhere is refused with as many sentences as a person reads."""
    (log / "tile/0/000").write_bytes(bytes(8192))
    for number in range(256):
        edit(log / "tile/0/001", 32 * number)
    held = [OTHER] * 256
    (log / "tile/entries/000").write_bytes(tiles.bundle_bytes(held))
    assert 0 < len(said(log)) <= MAX_NAMED + len(EARLIER) + 1


FILES = ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"]
FILES += ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FILES), st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_any_changed_byte_of_any_file_is_found(true, tmp_path_factory, name, share, byte):
    """One byte of one file changed, anywhere, and a sentence names that file or an entry in it."""
    root = shutil.copytree(true, tmp_path_factory.mktemp("changed") / "log")
    edit(root / name, int(share * (root / name).stat().st_size), byte)
    assert name in " ".join(said(root))


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(FILES))
def test_any_dropped_file_is_found(true, tmp_path_factory, name):
    """One file gone, and the sentence names it."""
    root = shutil.copytree(true, tmp_path_factory.mktemp("dropped") / "log")
    (root / name).unlink()
    assert f"{name} is missing" in " ".join(said(root))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_other_history_is_found(data):
    """Entries changed, dropped, doubled or reordered, all tiles made to fit, never pass a kept checkpoint."""
    size = data.draw(st.integers(2, 80))
    held = DATA[:size]
    known = data.draw(st.integers(1, size))
    at, to = data.draw(st.integers(0, known - 1)), data.draw(st.integers(0, known - 1))
    kind = data.draw(st.sampled_from(["change", "drop", "double", "swap"]))
    other = list(held)
    if kind == "change":
        other[at] = OTHER
    elif kind == "drop":
        del other[at]
    elif kind == "double":
        other.insert(at, other[at])
    else:
        other[at], other[to] = other[to], other[at]
    kept = checkpoint_of(held[:known])
    same = other[:known] == held[:known]
    faults = recompute_of(other, kept)
    assert (faults == []) == same


def recompute_of(held, kept):
    """Return what a kept checkpoint says of another history that is whole in itself."""
    files = {}
    for tile in tiles.row_of(None, len(held)):
        files[tile.path] = tiles.bundle_bytes(held[tile.first : tile.first + tile.width])
    tree = Tree.of_entries(held)
    for level in tiles.levels_of(len(held)):
        for tile in tiles.row_of(level, len(held)):
            row = tree.row(level * tiles.HEIGHT)
            files[tile.path] = tiles.hashes_bytes(row[tile.first : tile.first + tile.width])
    found = recompute(lambda path, _: files.get(path), checkpoint_of(held), earlier=[kept])
    return [str(each) for each in found.faults]


def test_a_log_that_grew_is_signed_on(log):
    """The next checkpoint is over all entries, and its tree begins with the last signed one."""
    size = writing.append(log, entries(650)[600:], signed=SIZE, durable=False)
    previous = opened(log)
    following = extended(reader(log), origin=ORIGIN, size=size, previous=previous, earlier=EARLIER)
    assert following == checkpoint_of(entries(650))
    assert extended(reader(log), origin=ORIGIN, size=SIZE, previous=previous) == previous


def test_a_log_begins_with_nothing_signed(log):
    """The first checkpoint needs none before it, and every entry is checked."""
    assert extended(reader(log), origin=ORIGIN, size=SIZE, previous=None) == checkpoint_of(DATA)
    empty = Checkpoint(ORIGIN, 0, EMPTY_ROOT)
    assert extended(reader(log), origin=ORIGIN, size=SIZE, previous=empty) == checkpoint_of(DATA)


def refusal(log, *, size=SIZE, previous=None, origin=ORIGIN, earlier=()):
    """Return why the next checkpoint is not signed."""
    with pytest.raises(Unsound) as caught:
        extended(reader(log), origin=origin, size=size, previous=previous, earlier=earlier)
    return str(caught.value)


def test_only_an_extension_is_signed(log):
    """Rewound, rewritten and foreign logs are not signed, whatever their files say."""
    whole = opened(log)
    assert "was rewound" in refusal(log, size=599, previous=whole)
    assert "of the log “other.example”" in refusal(log, origin="other.example", previous=whole)
    assert "is missing" in refusal(log, size=601, previous=whole)
    rebundle(log, [*DATA[:280], OTHER, *DATA[281:], *entries(650)[600:]])
    assert "entries 0 to 599" in refusal(log, size=650, previous=whole)
    assert "entries 256 to 299" in refusal(log, size=650, previous=whole, earlier=EARLIER)


def test_a_bit_that_flipped_in_an_old_tile_stops_signing(log):
    """The signer reads every file, so that damage is found before a signature covers it."""
    edit(log / "tile/0/000", 5)
    assert "tile/0/000 was changed" in refusal(log, previous=opened(log))


def test_a_bit_that_flipped_in_an_old_entry_stops_signing(log):
    """The same for an entry."""
    edit(log / "tile/entries/000", 5)
    assert "was rewritten" in refusal(log, previous=opened(log))


@pytest.mark.parametrize("entry", [b"no entry", OTHER + b"\n", DATA[1]])
def test_new_entries_that_may_not_stand_are_not_signed(log, entry):
    """What is no entry, is not canonical, or breaks a chain is refused with its number."""
    size = writing.append(log, [entry], signed=SIZE, durable=False)
    assert refusal(log, size=size, previous=opened(log)).startswith("Entry 600 ")


def test_every_sentence_ends_and_has_one_line():
    """What a person reads is one sentence with its full stop."""
    assert all(each.endswith(".") and "\n" not in each for each in SENTENCES.values())


def test_a_refusal_is_said_in_both_languages():
    """What is found has a code with its values, and a sentence in Vietnamese too."""
    fault = Unsound("entry_wrong", path="tile/entries/001", index=300)
    assert (fault.reason.code, fault.reason.params["index"]) == ("entry_wrong", "300")
    sentence, _ = messages.said(fault, "vi")
    assert sentence == "Mục 300 trong tile/entries/001 đã bị sửa: không phải mục đã ghi."
    assert all(messages.translate(each, "vi") != each for each in SENTENCES.values())
