"""Canonical JSON: one spelling for each value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thuocdo.core.canonical import canonical_json, sha256_hex
from thuocdo.core.messages import Reason

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


def test_composed_and_decomposed_text_is_the_same_text():
    """NFC and NFD spellings of a Vietnamese word give the same bytes."""
    assert canonical_json("Tiến độ") == canonical_json("Tiê\u0301n đô\u0323")


def test_keys_are_sorted_and_values_typed():
    """Keys stand in RFC 8785 order and decimals are strings."""
    assert canonical_json({"b": Decimal("1.50"), "a": Reason("x")}) == (
        b'{"a":{"code":"x","params":{}},"b":"1.50"}'
    )


def test_floats_are_refused():
    """A float never enters a signed file."""
    with pytest.raises(TypeError, match="decimal strings"):
        canonical_json({"value": 0.1})


@given(VALUES)
def test_the_order_of_keys_never_matters(value):
    """The same content in another order of keys has the same digest."""

    def turned(item):
        if isinstance(item, dict):
            return {key: turned(item[key]) for key in reversed(list(item))}
        return [turned(one) for one in item] if isinstance(item, list) else item

    assert sha256_hex(canonical_json(value)) == sha256_hex(canonical_json(turned(value)))
