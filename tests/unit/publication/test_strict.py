"""Tests of reading JSON in its one spelling."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis.strategies import booleans, characters, dictionaries, integers, lists, none, recursive, text

from thuocdo.core.canonical import canonical_json
from thuocdo.publication.strict import Malformed, read_strict, spell


@dataclass(frozen=True)
class Old:
    """A format as it was first published."""

    format: int
    name: str
    parts: tuple[int, ...] = ()


@dataclass(frozen=True)
class New:
    """The same format after a field was added with a default."""

    format: int
    name: str
    parts: tuple[int, ...] = ()
    value: Decimal = Decimal(0)


GOOD = b'{"format":1,"name":"\xc4\x90\xe1\xbb\x81 \xc3\xa1n","parts":[1,2]}'


def read(data, kind=Old, limit=1000):
    """Read format 1."""
    return read_strict(data, kind, limit=limit, format_number=1)


def test_the_one_spelling_is_read():
    """Canonical bytes give the value."""
    assert read(GOOD) == Old(1, "Đề án", (1, 2))


def test_what_was_published_before_a_field_was_added_is_still_read():
    """An absent field has its default; old publications verify for ever."""
    assert read(GOOD, New) == New(1, "Đề án", (1, 2), Decimal(0))


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (GOOD.replace(b'"name"', b'"mane":0,"name"'), "mane"),
        (GOOD.replace(b":1,", b": 1,"), ""),
        (GOOD + b"\n", ""),
        (b'{"name":"x","format":1}', ""),
        (b'{"format":1,"format":1,"name":"x"}', ""),
        (b'{"format":1,"name":"o\xcc\x82"}', ""),
        (b'{"format":1,"name":"\\u0041"}', ""),
        (b'{"format":1,"name":"x","parts":[9007199254740993]}', ""),
    ],
)
def test_another_spelling_is_ambiguous(data, place):
    """Unknown, repeated or reordered names, white space, escapes, NFD, floats and giant integers."""
    with pytest.raises(Malformed) as caught:
        read(data)
    assert (caught.value.ambiguous, caught.value.place) == (True, place)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", ""),
        (b"[", ""),
        (b"\xff", ""),
        (b"[]", "format"),
        (b'{"format":2,"name":"x"}', "format"),
        (b'{"format":true,"name":"x"}', "format"),
        (b'{"format":1}', ""),
        (b'{"format":1,"name":3}', "name"),
        (b'{"format":1,"name":"x","parts":[1,"2"]}', "parts[1]"),
        (b'{"format":1,"name":"x","parts":[1.0]}', "parts[0]"),
        (b"[" * 900, ""),
        (b" " * 1001, ""),
    ],
)
def test_what_is_no_such_file_is_named_with_its_place(data, place):
    """The place is the path inside the file."""
    with pytest.raises(Malformed) as caught:
        read(data)
    assert (caught.value.ambiguous, caught.value.place) == (False, place)


def test_a_second_way_to_write_a_value_is_refused():
    """The number 0 and the text "0.0" mean the same, but only decimal text may stand in the file."""
    assert read(b'{"format":1,"name":"x","value":"0.0"}', New).value == Decimal("0.0")
    with pytest.raises(Malformed):
        read(b'{"format":1,"name":"x","value":0}', New)


_TEXTS = text(characters(exclude_categories=["Cs"]))
_VALUES = recursive(
    none() | booleans() | integers(-(2**53) + 1, 2**53 - 1) | _TEXTS,
    lambda inner: lists(inner, max_size=4) | dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=20,
)


@given(_VALUES)
@example({"\U0001f600": 1, "\uffee": 2})
@example({"e\u0301": '\x7f\x00\x1f\u2028/\\"'})
@example([2**53 - 1, -(2**53) + 1])
def test_the_fast_spelling_is_the_canonical_one(value):
    """Whatever the value, the bytes are those of RFC 8785."""
    assert spell(value) == canonical_json(value)


def test_an_integer_that_another_reader_would_round_is_not_spelled():
    """Beyond 2^53 JavaScript reads another number."""
    with pytest.raises(ValueError, match="9007199254740993"):
        spell([2**53 + 1])
