"""Secrets and signatures of webhooks."""

import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from thuocdo.cycles.notices.signing import delivery_id, secret_of, signature


def test_a_secret_is_derived_and_never_the_same_twice():
    """Subscription, version and key decide the secret; another of either is another secret."""
    found = {
        secret_of(subscription, version, key)
        for subscription in ("S-1", "S-2")
        for version in (1, 2)
        for key in ("a", "b")
    }
    assert len(found) == 8
    assert secret_of("S-1", 1, "a") in found
    assert all(each.startswith("whsec_") and len(each) == 49 for each in found)


@given(body=st.binary(max_size=200), at=st.integers(0, 2**33))
def test_a_receiver_can_check_the_signature(body, at):
    """Who holds one of the secrets recomputes its v1 from moment and body, and no other."""
    parts = [each.split("=", 1) for each in signature(body, at=at, secrets=("new", "old")).split(",")]
    assert parts[0] == ["t", str(at)]
    expected = [
        hmac.new(secret, f"{at}.".encode() + body, hashlib.sha256).hexdigest() for secret in (b"new", b"old")
    ]
    assert [value for name, value in parts if name == "v1"] == expected


def test_the_id_of_a_message_follows_from_its_key():
    """The same key always gives the same id, another key another one."""
    assert delivery_id("day:2025-06-14:an") == delivery_id("day:2025-06-14:an")
    assert delivery_id("day:2025-06-14:an") != delivery_id("day:2025-06-14:em")
