"""Receipts: one file proves offline that an entry is in the log, and no other file does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.logs import SECONDS, SIGNER, WITNESSES, checkpoint_of, entries

from thuocdo.log import receipts
from thuocdo.log.checkpoints import cosigned, signed
from thuocdo.log.errors import Unsound
from thuocdo.log.policy import k_of_n
from thuocdo.log.receipts import Receipt
from thuocdo.log.tree import Tree

DATA = entries(11)
TREE = Tree.of_entries(DATA)
NOTE = signed(checkpoint_of(DATA), SIGNER)


def receipt_of(index, note=NOTE):
    """Return the bytes of an entry's receipt."""
    made = receipts.make(entry=DATA[index], index=index, proof=TREE.inclusion(index), note=note)
    return bytes(made)


GOOD = receipt_of(6)


def test_a_receipt_has_the_lines_of_its_format():
    """Header, the entry, its index, the proof, a blank line, and the checkpoint as it was signed."""
    head, _, note = GOOD.partition(b"\n\n")
    lines = head.decode().split("\n")
    assert lines[0] == "c2sp.org/tlog-proof@v1"
    assert lines[1].startswith("extra ")
    assert lines[2] == "index 6"
    assert len(lines) == 3 + len(TREE.inclusion(6))
    assert note == NOTE


@pytest.mark.parametrize("index", range(11))
def test_every_entry_has_a_receipt_that_holds(index):
    """With nothing but the file and the log's key, the entry and its number are proven."""
    found, opened = receipts.check(receipt_of(index), SIGNER.verifier)
    assert (found.entry, found.index, opened.checkpoint.size) == (DATA[index], index, 11)


def test_a_log_of_one_entry_gives_a_receipt_without_hashes():
    """An empty proof is a proof where the entry is the whole log."""
    data = entries(1)
    note = signed(checkpoint_of(data), SIGNER)
    made = bytes(receipts.make(entry=data[0], index=0, proof=(), note=note))
    assert receipts.check(made, SIGNER.verifier)[0].proof == ()


def test_every_bit_of_a_receipt_matters():
    """Any bit changed, or any byte dropped, and the receipt is refused."""
    for at in range(len(GOOD)):
        for bit in range(8):
            refused(GOOD[:at] + bytes([GOOD[at] ^ (1 << bit)]) + GOOD[at + 1 :])
        refused(GOOD[:at] + GOOD[at + 1 :])
        refused(GOOD[:at])


def refused(data, policy=None):
    """Check that a receipt is refused in one sentence; return it."""
    with pytest.raises(Unsound) as caught:
        receipts.check(data, SIGNER.verifier, policy)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_no_receipt_is_made_for_what_is_not_logged():
    """Another entry, another index or another proof makes none."""
    for entry, index, proof in (
        (DATA[5], 6, TREE.inclusion(6)),
        (DATA[6], 5, TREE.inclusion(6)),
        (DATA[6], 6, TREE.inclusion(5)),
    ):
        with pytest.raises(Unsound, match="another root"):
            receipts.make(entry=entry, index=index, proof=proof, note=NOTE)


def test_a_policy_asks_for_witnesses():
    """With a policy the checkpoint in the receipt must carry the witnesses' signatures."""
    policy = k_of_n(SIGNER.verifier, {each.name: each.verifier for each in WITNESSES}, 2)
    note = NOTE
    for each in WITNESSES[:2]:
        note = cosigned(note, each, seconds=SECONDS)
    assert receipts.check(receipt_of(6, note), SIGNER.verifier, policy)[0].index == 6
    assert "Too few witnesses" in refused(GOOD, policy)


LINES = GOOD.decode().split("\n")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "begins with"),
        (GOOD.replace(b"@v1", b"@v2"), "@v2"),
        (GOOD.replace(b"\n", b"\r\n"), "begins with"),
        ("\n".join([LINES[0], *LINES[2:]]).encode(), "Line 2"),
        (GOOD.replace(b"index 6", b"index 06"), "Line 3"),
        (GOOD.replace(b"index 6", b"index -6"), "Line 3"),
        (GOOD.replace(b"index 6", "index ٦".encode()), "begins with"),
        (GOOD.replace(b"index 6\n", b"index 6\nAAAA\n"), "Line 4"),
        (b"x" * 1_100_001, "more than"),
    ],
)
def test_malformed_receipts_say_which_line(data, said):
    """A receipt has one spelling; the sentence names the line."""
    assert said in refused(data)


def test_a_proof_has_at_most_63_hashes():
    """More hashes than any log can need are refused before anything is computed."""
    made = Receipt(DATA[6], 6, (bytes(32),) * 64, NOTE)
    assert "Line 67" in refused(bytes(made))


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_noise_is_refused_in_a_sentence(noise):
    """Whatever the bytes are, the answer is a refusal and nothing else."""
    refused(noise)
    refused(LINES[0].encode() + b"\n" + noise)
