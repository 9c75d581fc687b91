"""Tests of keys, trust files and signatures."""

import stat
from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from tests.factories.publication import a_key

from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.publication.keys import (
    Purpose,
    decode,
    encode,
    key_id,
    new_key,
    read_key,
    read_trust,
    trust_bytes,
    trust_of,
    write_key,
)
from thuocdo.publication.signatures import check_signatures, read_signatures, sign

DAY = date(2025, 12, 31)
DATA = b'{"format":1}'


def signed(*keys, illustrative=True, data=DATA):
    """Return the signatures of `keys` over the data."""
    return read_signatures(sign(data, keys, illustrative=illustrative, as_of=DAY))


def checked(found, trust, *, data=DATA, illustrative=True, as_of=DAY):
    """Return what checking says."""
    return check_signatures(data, found, trust, illustrative=illustrative, as_of=as_of)


def codes(reasons):
    """Return the codes of reasons."""
    return [reason.code for reason in reasons]


def test_a_key_file_is_only_for_its_owner(tmp_path):
    """The file is made with 0600 and read back whole."""
    key = new_key(name="Chi", role="publisher", purpose=Purpose.DEMO, valid_from=DAY)
    path = tmp_path / "keys" / "demo.key"
    write_key(path, key)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_key(path) == key


def test_a_key_file_is_never_overwritten(tmp_path):
    """Losing a key by a mistyped name is not possible."""
    write_key(tmp_path / "k", a_key())
    with pytest.raises(Conflict):
        write_key(tmp_path / "k", a_key(2))
    assert read_key(tmp_path / "k") == a_key()


def test_a_key_file_that_others_may_read_is_refused(tmp_path):
    """The refusal says which command puts it right."""
    write_key(tmp_path / "k", a_key())
    (tmp_path / "k").chmod(0o640)
    with pytest.raises(NotAllowed, match="chmod 600"):
        read_key(tmp_path / "k")


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format":1}', b"\xff", b"[" * 70_000])
def test_a_broken_key_file_is_refused(tmp_path, content):
    """Damage gives one sentence."""
    path = tmp_path / "k"
    path.touch(0o600)
    path.write_bytes(content)
    with pytest.raises(Invalid):
        read_key(path)


def test_a_missing_key_file_is_named(tmp_path):
    """The refusal names the file."""
    with pytest.raises(NotFound, match="nowhere"):
        read_key(tmp_path / "nowhere")


def test_a_key_never_prints_its_secret():
    """Neither repr nor the trust file holds the seed."""
    key = a_key(7)
    assert "seed" not in repr(key)
    assert b"BwcH" not in trust_bytes(trust_of((key,)))


def test_a_signature_can_be_checked_with_any_tool():
    """It is plain Ed25519 over the bytes of the manifest."""
    (found,) = signed(a_key())
    public = decode(found.public_key, 32, "test")
    Ed25519PublicKey.from_public_bytes(public).verify(decode(found.signature, 64, "test"), DATA)
    assert found.key_id == key_id(public)


def test_production_keys_refuse_illustrative_facts():
    """Nobody can pass off a demo as real with a production key."""
    with pytest.raises(NotAllowed, match="production key"):
        signed(a_key(purpose=Purpose.PRODUCTION))


def test_demo_keys_refuse_real_facts():
    """A demo key, which lies around openly, says nothing about real data."""
    with pytest.raises(NotAllowed, match="demo key"):
        signed(a_key(), illustrative=False)


def test_all_reasons_not_to_sign_are_given_at_once():
    """An expired key and a key given twice are named together."""
    old = a_key(valid_until=DAY)
    with pytest.raises(NotAllowed, match=r"not valid on 2025-12-31.*twice"):
        signed(old, old)


def test_signing_needs_a_key():
    """An unsigned publication is not made."""
    with pytest.raises(NotAllowed, match="no key"):
        signed()


def test_threshold_counts_different_trusted_keys():
    """Two of three is reached by two people, not by one."""
    keys = tuple(a_key(seed, Purpose.PRODUCTION) for seed in (1, 2, 3))
    trust = trust_of(keys, threshold=2)
    assert checked(signed(*keys[:2], illustrative=False), trust, illustrative=False).faults == ()
    one = checked(signed(keys[0], illustrative=False), trust, illustrative=False)
    assert codes(one.faults) == ["too_few_signatures"]
    repeated = signed(keys[0], illustrative=False) * 2
    assert codes(checked(repeated, trust, illustrative=False).faults) == ["too_few_signatures"]


def test_a_stranger_does_not_count_and_is_mentioned():
    """A signature by a key outside the trust file adds nothing."""
    result = checked(signed(a_key(1), a_key(9)), trust_of((a_key(1),)))
    assert (result.counted, codes(result.notes), result.faults) == ((a_key(1).id,), ["unknown_key"], ())


def test_a_key_counts_only_in_its_time():
    """The day of the publication decides; the end is exclusive."""
    key = a_key(valid_until=DAY + timedelta(days=1))
    found, trust = signed(key), trust_of((key,))
    assert checked(found, trust).faults == ()
    late = checked(found, trust, as_of=DAY + timedelta(days=1))
    assert codes(late.faults) == ["key_out_of_time", "too_few_signatures"]


def test_a_demo_key_in_the_trust_file_does_not_vouch_for_real_data():
    """Even a signature that holds does not count for the other purpose."""
    result = checked(signed(a_key()), trust_of((a_key(),)), illustrative=False)
    assert "key_for_other_purpose" in codes(result.faults)


def test_without_a_trust_file_the_key_is_not_pinned():
    """The signatures are still checked against the keys beside them."""
    assert codes(checked(signed(a_key()), None).notes) == ["key_not_pinned"]
    assert codes(checked(signed(a_key()), None, data=DATA + b" ").faults) == ["bad_signature"]


@pytest.mark.parametrize("at", range(0, 64, 7))
def test_a_flipped_bit_of_a_signature_is_seen(at):
    """Each part of the signature counts."""
    (found,) = signed(a_key())
    raw = bytearray(decode(found.signature, 64, "test"))
    raw[at] ^= 1
    broken = replace(found, signature=encode(bytes(raw)))
    assert "bad_signature" in codes(checked((broken,), trust_of((a_key(),))).faults)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("algorithm", "none"),
        ("key_id", "0" * 16),
        ("public_key", ""),
        ("signature", "AAAA"),
        ("signature", "A" * 85 + "=="),
        ("more", "x"),
    ],
)
def test_a_malformed_signature_is_refused(field, value):
    """Unknown algorithms, foreign ids, other lengths and unknown fields are no signatures."""
    (plain,) = msgspec.json.decode(sign(DATA, [a_key()], illustrative=True, as_of=DAY))
    with pytest.raises(Invalid):
        read_signatures(canonical_json([{**plain, field: value}]))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b"[" * 60_000, b" " * 70_000])
def test_a_broken_signatures_file_is_refused(data):
    """Damage gives one sentence."""
    with pytest.raises(Invalid):
        read_signatures(data)


def test_a_trust_file_names_all_its_faults():
    """Threshold, repeated keys and wrong ids are said together."""
    plain = msgspec.json.decode(trust_bytes(trust_of((a_key(1), a_key(2)), threshold=2)))
    plain["threshold"] = 3
    plain["keys"][1] = {**plain["keys"][0], "id": "0" * 16}
    with pytest.raises(Invalid) as caught:
        read_trust(canonical_json(plain))
    assert [fault.field for fault in caught.value.faults] == ["threshold", "keys", f"keys, {'0' * 16}"]


def test_a_trust_file_is_read_back():
    """The file that pins the keys says of each whose it is and what it may sign."""
    trust = trust_of((a_key(1), a_key(2, Purpose.PRODUCTION)))
    assert read_trust(trust_bytes(trust)) == trust
    assert [key.illustrative_only for key in trust.keys] == [True, False]
