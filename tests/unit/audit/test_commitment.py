"""Tests of the salted commitment."""

import hashlib

import pytest

from thuocdo.audit.commitment import NONCE_BYTES, commitment, new_nonce
from thuocdo.core.canonical import canonical_json

NONCE = bytes(range(NONCE_BYTES))
BODY = {"kind": "evidence", "text": "Nghị định"}


def test_commitment_is_the_hash_of_nonce_and_hashed_body():
    """Anyone can recompute it with two SHA-256 calls, as the design says."""
    inner = hashlib.sha256(canonical_json(BODY)).digest()
    assert commitment(BODY, NONCE) == hashlib.sha256(NONCE + inner).hexdigest()


def test_same_body_in_another_spelling_has_the_same_commitment():
    """Order of fields and the Unicode form of the text do not matter."""
    other = {"text": "Nghị định", "kind": "evidence"}
    assert commitment(other, NONCE) == commitment(BODY, NONCE)


@pytest.mark.parametrize("body", [{**BODY, "text": "Nghị Định"}, {**BODY, "more": ""}, {}])
def test_another_body_has_another_commitment(body):
    """A changed, added or dropped field is seen."""
    assert commitment(body, NONCE) != commitment(BODY, NONCE)


def test_another_nonce_hides_the_same_body():
    """Two commitments to one body cannot be linked without their nonces."""
    first, second = new_nonce(), new_nonce()
    assert len(first) == NONCE_BYTES
    assert commitment(BODY, first) != commitment(BODY, second)


@pytest.mark.parametrize("nonce", [b"", NONCE[:-1], NONCE + b"\0"])
def test_a_nonce_of_another_length_is_refused(nonce):
    """A short nonce could be guessed and a long one would shift the boundary to the body."""
    with pytest.raises(ValueError, match="32 bytes"):
        commitment(BODY, nonce)
