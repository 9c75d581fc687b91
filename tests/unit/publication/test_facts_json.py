"""Tests of facts.json: one spelling, and strict reading."""

from dataclasses import replace
from decimal import Decimal

import msgspec
import pytest
from tests.factories.facts import an_observation, some_evidence, some_facts

from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import IntegrityBroken, Invalid
from thuocdo.core.memory import Memory
from thuocdo.measurement.thresholds.types import STANDARD
from thuocdo.publication.facts_file import MAX_BYTES, facts_bytes, read_facts, spelled_and_read

DATA = facts_bytes(some_facts())


def changed(old: bytes, new: bytes) -> bytes:
    """Return the file with one piece replaced."""
    assert old in DATA
    return DATA.replace(old, new, 1)


def test_reading_gives_back_what_was_written():
    """No value is lost or rounded on the way through the file."""
    assert read_facts(DATA) == some_facts()


def test_text_is_published_in_one_unicode_form():
    """Decomposed Vietnamese in the database becomes composed text in the file."""
    loose = replace(some_facts(), observations=(an_observation(source="Nie\u0302n gia\u0301m"),))
    assert read_facts(facts_bytes(loose)).observations[0].source == "Niên giám"


def test_a_wrong_type_is_named_with_its_place():
    """The refusal says which field of which record is wrong."""
    with pytest.raises(Invalid, match=r"facts\.evidence\[0\]\.in_gazette") as caught:
        read_facts(changed(b'"in_gazette":true', b'"in_gazette":"yes"'))
    assert caught.value.faults[0].field == "facts.evidence[0].in_gazette"


def test_the_thresholds_stand_in_the_file():
    """What the office chose is read back with every place."""
    chosen = replace(STANDARD, on_track_from=Decimal("0.90"), plan_months=6)
    data = facts_bytes(some_facts(thresholds=chosen))
    assert b'"on_track_from":"0.90","plan_months":6' in data
    assert read_facts(data).thresholds == chosen


def test_what_was_published_before_thresholds_is_read_with_the_standard():
    """An older file names none, and the numbers that its rules had are the standard."""
    written = msgspec.json.decode(DATA)
    del written["facts"]["thresholds"]
    assert read_facts(canonical_json(written)) == some_facts()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'{"facts":', b'{"fact":', "missing required field `facts`"),
        (b'"format":1', b'"format":2', "a newer thuocdo"),
        (b'"rules_version":"1"', b'"rules_version":"0"', "verify with the version"),
        (b'"value":"20.5"', b'"value":"NaN"', r"facts\.observations\[0\]\.value: is no usable number"),
        (b'"value":"20.5"', b'"value":"1E+99999999"', r"observations\[0\]\.value: is no usable number"),
        (b'"as_of":"2025-12-31"', b'"as_of":"2025-02-30"', r"facts\.as_of"),
        (b'"at_risk_from":"0.60"', b'"at_risk_from":"NaN"', r"facts\.thresholds\.at_risk_from: must lie"),
        (b'"at_risk_from":"0.60"', b'"at_risk_from":"0.95"', r"at_risk_from: must lie below"),
        (b'"on_track_from":"0.95"', b'"on_track_from":"0.951"', r"on_track_from: must be a whole per cent"),
        (b'"on_track_from":"0.95"', b'"on_track_from":"1E+999999"', r"on_track_from: must lie between"),
        (b":", b"", "is not JSON"),
    ],
)
def test_an_unusable_file_is_refused_in_one_sentence(old, new, said):
    """Each kind of damage has its own words, and none is a traceback."""
    with pytest.raises(Invalid, match=said) as caught:
        read_facts(changed(old, new))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"format":1', b'"format": 1'),
        (b'"format":1', b'"format":1,"more":true'),
        (b'"as_of":"2025-12-31"', b'"as_of":"2025-12-30","as_of":"2025-12-31"'),
        (b'"holidays":[]', b'"holidays":[],"unknown":0'),
        (b'"minimum":1', b'"minimum":9007199254740993'),
    ],
)
def test_another_spelling_breaks_the_integrity(old, new):
    """What two readers might read in two ways is not accepted even when it can be read."""
    with pytest.raises(IntegrityBroken, match=r"not canonical|unknown field"):
        read_facts(changed(old, new))


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[" * 200_000, b'{"facts":' * 200_000, b"\0" * 100, b" " * (MAX_BYTES + 1)]
)
def test_a_hostile_file_is_refused(data):
    """Empty, binary, deeply nested or huge files give a refusal and nothing else."""
    with pytest.raises(Invalid):
        read_facts(data)


def test_numbers_keep_their_digits():
    """20.50 and 20.5 are different facts and stay so."""
    facts = some_facts(observations=(an_observation(value=Decimal("20.50")),))
    assert str(read_facts(facts_bytes(facts)).observations[0].value) == "20.50"
    assert msgspec.json.decode(facts_bytes(facts))["facts"]["observations"][0]["value"] == "20.50"


def test_what_is_spelled_again_is_the_same_object():
    """Item by item gives the bytes of the whole, and what did not change is known by identity."""
    memory = Memory()
    facts = some_facts(evidence=(some_evidence(), some_evidence(id="e9")))
    with memory.round():
        data, first = spelled_and_read(facts, memory)
    assert data == facts_bytes(facts)
    assert first == read_facts(data) == facts
    more = replace(some_facts(), evidence=(some_evidence(), some_evidence(id="e8"), some_evidence(id="e9")))
    with memory.round():
        data, second = spelled_and_read(more, memory)
    assert data == facts_bytes(more)
    assert second == more
    assert second.programme is first.programme
    assert second.evidence[0] is first.evidence[0]
    assert second.evidence[2] is first.evidence[1]
