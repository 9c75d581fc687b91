"""Requests to object storage are signed as its publisher says; the examples are those of its documents."""

from datetime import UTC, datetime

import pytest

from thuocdo.adapters.intake.receiving import Refused
from thuocdo.adapters.intake.signing_objects import Keys, read_keys, signed

MOMENT = datetime(2013, 5, 24, tzinfo=UTC)
KEYS = Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")


@pytest.mark.parametrize(
    ("target", "headers", "signature"),
    [
        (
            "test.txt",
            {"Range": "bytes=0-9"},
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        ),
        ("?lifecycle", {}, "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"),
        ("?prefix=J&max-keys=2", {}, "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"),
    ],
)
def test_published_examples_get_their_signatures(target, headers, signature):
    """A file with a range, a question without a value, and one with two values in another order."""
    given = signed(f"https://examplebucket.s3.amazonaws.com/{target}", headers, KEYS, MOMENT)
    assert given["Authorization"].endswith(f"Signature={signature}")
    assert given["Host"] == "examplebucket.s3.amazonaws.com"


def test_the_port_is_signed_as_it_is_sent():
    """Storage of one's own stands at a port of its own; the usual ports are left out."""
    hosts = [
        signed(f"{url}/x", {}, KEYS, MOMENT)["Host"]
        for url in ("http://a:80", "https://a:443", "http://a:9000")
    ]
    assert hosts == ["a", "a", "a:9000"]


def test_keys_may_name_a_region():
    """The region is the third piece; without it storage of one's own takes the first of all."""
    assert read_keys("a:b") == Keys("a", "b", "us-east-1")
    assert read_keys("a:b:hanoi-1").region == "hanoi-1"


@pytest.mark.parametrize("secret", ["abc", "a:", ":b", "a:b:c:d", "a::c"])
def test_a_secret_that_is_no_pair_of_keys_is_refused(secret):
    """A bearer token typed for storage is named before anything is asked."""
    with pytest.raises(Refused) as refused:
        read_keys(secret)
    assert refused.value.reason.code == "no_keys"
