"""What a witness signs, and what it answers to everything else."""

import threading

import pytest
from tests.factories.logs import SECONDS, SIGNER, WITNESSES, checkpoint_of, entries, grown, homed, reader

from thuocdo.core.errors import Invalid
from thuocdo.log import checkpoints, witnessing
from thuocdo.log.checkpoints import Checkpoint, open_checkpoint
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import Note, Signer, read_note
from thuocdo.log.reading import Tiled
from thuocdo.log.tree import EMPTY_ROOT, Tree
from thuocdo.log.witnessing import SIZE_TYPE, Witness, read_request, request_bytes

DATA = entries(70)
TREE = Tree.of_entries(DATA)


def note_of(size, *, signer=SIGNER, root=None):
    """Return the signed checkpoint of the first `size` entries."""
    found = Checkpoint(signer.name, size, TREE.root(size) if root is None else root)
    return checkpoints.signed(found, signer)


def asking(old, new, **changes):
    """Return the request that a log sends."""
    proof = TREE.consistency(old, new) if 0 < old < new else ()
    return request_bytes(**{"old": old, "proof": proof, "note": note_of(new)} | changes)


@pytest.fixture
def witness(tmp_path):
    """Return a witness that has seen nothing yet."""
    return Witness(WITNESSES[0], [SIGNER.verifier], tmp_path / "seen")


def status(witness, data):
    """Return what the witness answers."""
    return witness.add_checkpoint(data, seconds=SECONDS).status


def test_a_log_that_grows_is_signed_each_time(witness):
    """The line is a cosignature that holds below the note it was given for."""
    for old, new in ((0, 3), (3, 3), (3, 64), (64, 65), (65, 70)):
        answer = witness.add_checkpoint(asking(old, new), seconds=SECONDS)
        assert answer.status == 200
        opened = open_checkpoint(note_of(new) + answer.body, SIGNER.verifier, [WITNESSES[0].verifier])
        assert opened.cosignatures[0].seconds == SECONDS
        assert witness.seen(SIGNER.name).size == new


def test_another_old_size_gets_the_one_that_was_signed(witness):
    """Who does not know what the witness saw last is told, in the form of the protocol."""
    status(witness, asking(0, 20))
    answer = witness.add_checkpoint(asking(0, 30), seconds=SECONDS)
    assert (answer.status, answer.body, answer.media_type) == (409, b"20\n", SIZE_TYPE)


def test_a_rewound_log_is_refused(witness):
    """A smaller tree is never signed after a larger one."""
    status(witness, asking(0, 20))
    assert status(witness, asking(20, 10)) == 400
    assert status(witness, asking(10, 10)) == 409
    assert witness.seen(SIGNER.name).size == 20


def test_a_fork_of_the_same_size_is_refused(witness):
    """Another root of a known size is a conflict, whoever signed it."""
    status(witness, asking(0, 20))
    assert status(witness, asking(20, 20, note=note_of(20, root=bytes(32)))) == 409
    assert witness.seen(SIGNER.name).root == TREE.root(20)


def test_a_fork_that_went_on_is_refused(witness):
    """A larger tree that does not begin with the known one has no proof that holds."""
    status(witness, asking(0, 20))
    other = Tree.of_entries([b"another past", *DATA[1:]])
    note = checkpoints.signed(Checkpoint(SIGNER.name, 30, other.root(30)), SIGNER)
    for proof in (other.consistency(20, 30), TREE.consistency(20, 30), ()):
        assert status(witness, request_bytes(old=20, proof=proof, note=note)) == 422
    assert witness.seen(SIGNER.name).size == 20


def test_strangers_get_nothing(witness):
    """An unknown log is 404, a known name with another key 403."""
    stranger = Signer("other.example.vn", bytes(32))
    assert status(witness, asking(0, 3, note=note_of(3, signer=stranger))) == 404
    forger = Signer(SIGNER.name, bytes(32))
    assert status(witness, asking(0, 3, note=note_of(3, signer=forger))) == 403
    assert witness.seen(SIGNER.name) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"old 0\n",
        b"old 00\n\n" + note_of(3),
        b"old -1\n\n" + note_of(3),
        b"old 0 \n\n" + note_of(3),
        b"Old 0\n\n" + note_of(3),
        b"old 0\n\n",
        b"old 0\n\nno note",
        asking(0, 3, proof=[bytes(32)]),
        asking(3, 5, proof=[bytes(31)]),
        asking(3, 5, proof=[bytes(32)] * 64),
        b"\xff" * 50,
        asking(0, 3) + b"x" * witnessing.MAX_REQUEST,
    ],
)
def test_what_is_malformed_is_400(witness, data):
    """One spelling only, and bounded."""
    assert status(witness, data) == 400


def test_every_changed_byte_of_a_request_is_refused(tmp_path):
    """A request with any bit turned is never answered with a signature, or signs the same."""
    right = asking(20, 33)
    for place in range(len(right)):
        witness = Witness(WITNESSES[0], [SIGNER.verifier], tmp_path / "seen")
        if place == 0:
            status(witness, asking(0, 20))
        data = bytearray(right)
        data[place] ^= 1
        assert status(witness, bytes(data)) != 200, place


def test_what_was_signed_outlives_the_process(witness, tmp_path):
    """A witness that starts again remembers."""
    status(witness, asking(0, 20))
    again = Witness(WITNESSES[0], [SIGNER.verifier], tmp_path / "seen")
    assert status(again, asking(0, 10)) == 409
    assert status(again, asking(20, 30)) == 200


def test_of_two_futures_at_once_one_is_signed(witness):
    """Two continuations at the same moment: one wins, and the other does not follow from it."""
    status(witness, asking(0, 20))
    other = Tree.of_entries([*DATA[:20], b"another", *DATA[21:]])
    note = checkpoints.signed(Checkpoint(SIGNER.name, 30, other.root(30)), SIGNER)
    asked = [asking(20, 30), request_bytes(old=20, proof=other.consistency(20, 30), note=note)] * 4
    found = []
    threads = [
        threading.Thread(target=lambda data=data: found.append(status(witness, data))) for data in asked
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(found) == [200, *[409] * 7]


def test_a_request_is_read_as_it_was_written():
    """Writing and reading agree."""
    asked = read_request(asking(20, 33))
    assert (asked.old, asked.proof, asked.note) == (20, TREE.consistency(20, 33), note_of(33))


def test_a_witness_needs_a_log_and_its_own_kind_of_key(tmp_path):
    """Half a set-up stops at the start."""
    with pytest.raises(Invalid, match="at least one log"):
        Witness(WITNESSES[0], [], tmp_path)
    with pytest.raises(Unsound, match="none of a witness"):
        Witness(SIGNER, [SIGNER.verifier], tmp_path)


def test_tiles_give_the_proof_that_the_witness_wants(tmp_path, witness):
    """The signer needs no tree in memory: its files are enough."""
    _home, root = grown(tmp_path, 70)
    status(witness, asking(0, 33))
    proof = Tiled(reader(root), 70).consistency(33)
    assert status(witness, request_bytes(old=33, proof=proof, note=note_of(70))) == 200
    assert checkpoint_of(DATA).root == TREE.root()


def test_an_empty_log_is_signed_without_a_proof(witness):
    """From nothing to nothing, and from nothing on."""
    empty = checkpoints.signed(Checkpoint(SIGNER.name, 0, EMPTY_ROOT), SIGNER)
    assert status(witness, request_bytes(old=0, proof=(), note=empty)) == 200
    assert status(witness, asking(0, 5)) == 200


def test_lines_of_others_do_not_matter(witness, tmp_path):
    """A note with signatures that the witness does not know is signed over the same text."""
    note = read_note(note_of(5))
    other = WITNESSES[1].sign(note.text, seconds=SECONDS)
    crowded = bytes(Note(note.text, (*note.signatures, other)))
    assert status(witness, request_bytes(old=0, proof=(), note=crowded)) == 200
    assert homed(tmp_path / "home").signed()[0].size == 0
