"""Codes of an app are those of RFC 6238, and secrets lie encrypted."""

from datetime import UTC, datetime

import pytest

from thuocdo.accounts.factors import PERIOD, _digest, _matching_step, _new_code
from thuocdo.accounts.mfa import Adapter

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""The secret of the RFC's test vectors."""


def at(seconds):
    return datetime.fromtimestamp(seconds, UTC)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_the_vectors_of_the_rfc(seconds, code):
    """The last six digits of each published vector are accepted at its moment."""
    assert _matching_step(SECRET, code, at(seconds)) == seconds // PERIOD


@pytest.mark.parametrize(("late", "step"), [(-31, None), (-1, 37037036), (30, 37037036), (60, None)])
def test_a_code_lives_one_period_to_either_side(late, step):
    """A clock may be one step off; two steps are too many."""
    assert _matching_step(SECRET, "081804", at(37037036 * PERIOD + late)) == step


@pytest.mark.parametrize("code", ["", "28708", "2870822", "²87082", "２８７０８２", "abcdef", "-87082"])
def test_what_is_no_code_is_refused(code):
    """Only six plain digits are compared."""
    assert _matching_step(SECRET, code, at(59)) is None


def test_a_code_may_be_typed_with_spaces():
    """Apps show a gap in the middle, and people type it."""
    assert _matching_step(SECRET, "287 082", at(59)) == 1


def test_a_secret_is_kept_encrypted_and_lost_with_the_key(settings):
    """What is stored does not show the secret, and another key of the installation reads nothing."""
    box = Adapter()
    kept = box.encrypt(SECRET)
    assert SECRET not in kept
    assert box.decrypt(kept) == SECRET
    settings.SECRET_KEY = "another key of fifty characters, made for this test"
    assert box.decrypt(kept) == ""


def test_a_recovery_code_has_a_hundred_and_twenty_bits():
    """So long that its plain hash is safe, and it may be typed in capitals or without dashes."""
    code = _new_code()
    assert len(code.replace("-", "")) == 24
    assert _digest(code) == _digest(code.upper().replace("-", " "))
    assert len({_new_code() for _number in range(100)}) == 100
