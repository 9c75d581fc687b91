"""Entries: canonical bytes, every fault at once, and what entries may say of each other."""

import dataclasses
import json
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.logs import METHOD, MOMENT, SIGNER, digest, submission

from thuocdo.audit.commitment import commitment
from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import Invalid
from thuocdo.log.entries import entry_bytes, read_entry
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import Signer
from thuocdo.log.rotation import rotation
from thuocdo.log.story import Story
from thuocdo.log.types import (
    TYPES,
    Approval,
    Cell,
    Correction,
    Key,
    Publication,
    Submission,
    Tombstone,
    Verification,
)

NEXT = Signer(SIGNER.name, bytes(range(32)))
CORRECTION = Correction(
    1,
    (Cell("nq03/chi-tieu 12, value", "39,5 %", "41,2 %"), Cell("nq03/nhiem-vu 44, status", "done", "late")),
    "Số liệu nhập sai đơn vị, 1.000.000 ₫",
    "123/QĐ-BKHCN",
    date(2026, 2, 1),
)
ROTATION = rotation(old=SIGNER, new=NEXT, valid_from=MOMENT)
EXAMPLES = (
    METHOD,
    submission(0),
    Verification("monitor", "confirmed", MOMENT, digest("v")),
    Approval("head", "approved", MOMENT, digest("a")),
    Publication(digest("manifest"), 0, None),
    CORRECTION,
    Tombstone(1, "nq03/tai-lieu/44.pdf", digest("file"), "Dữ liệu cá nhân", "9/QĐ", date(2026, 3, 1)),
    ROTATION,
)
SUBMITTED = json.loads(entry_bytes(submission(0)))


def spelled(**changes):
    """Return the bytes of a submission with other values; `...` drops a name."""
    plain = {name: value for name, value in (SUBMITTED | changes).items() if value is not ...}
    return msgspec.json.encode(plain, order="sorted")


def faults(data):
    """Return (field, sentence) of each fault of an entry's bytes."""
    with pytest.raises(Invalid) as caught:
        read_entry(data)
    return [(each.field, each.message) for each in caught.value.faults]


@pytest.mark.parametrize("entry", EXAMPLES, ids=lambda each: each.TYPE)
def test_each_type_is_read_back(entry):
    """Bytes are canonical JSON with format and type, and give the same entry."""
    data = entry_bytes(entry)
    assert data == canonical_json(json.loads(data))
    assert json.loads(data)["type"] == entry.TYPE
    assert read_entry(data) == entry


def test_every_type_has_an_example():
    """No type of entry is left out of these tests."""
    assert {type(each) for each in EXAMPLES} == set(TYPES.values())


def test_an_entry_is_one_line_of_sorted_names():
    """The bytes of a submission, as an outsider sees them."""
    assert entry_bytes(submission(0)).decode() == (
        f'{{"agency":"BYT","commitment":"{digest(0)}","format":1,"period":"2025-12",'
        '"received_at":"2026-01-05T03:00:00Z","revision":1,"type":"submission"}'
    )


def test_every_fault_is_named_at_once():
    """Wrong, missing and unknown fields stand in one refusal."""
    found = faults(spelled(agency="B YT", revision=0, commitment="x", received_at="now", period=..., more=1))
    assert [field for field, _ in found] == [
        "agency",
        "period",
        "revision",
        "received_at",
        "commitment",
        "more",
    ]
    assert ("period", "is missing") in found
    assert ("more", "is unknown here") in found
    assert ("commitment", "needs a SHA-256 in lower-case hex") in found


def test_faults_of_a_value_are_named_before_it_is_logged():
    """What could not be read back is refused when it is made."""
    wrong = dataclasses.replace(submission(0), revision=0, commitment="X" * 64)
    with pytest.raises(Invalid) as caught:
        entry_bytes(wrong)
    assert [each.field for each in caught.value.faults] == ["revision", "commitment"]


GOOD = entry_bytes(submission(0))
OTHER_SPELLINGS = {
    "a space": GOOD.replace(b":1,", b": 1,"),
    "a newline": GOOD + b"\n",
    "a byte order mark": b"\xef\xbb\xbf" + GOOD,
    "another order": b'{"type":"submission",' + GOOD[1:].replace(b',"type":"submission"', b""),
    "a name twice": GOOD.replace(b'"revision":1', b'"revision":1,"revision":1'),
    "an escape": GOOD.replace(b"BYT", b"\\u0042YT"),
    "an exponent": GOOD.replace(b'"revision":1', b'"revision":1e0'),
    "minus nothing": GOOD.replace(b'"revision":1', b'"revision":-0'),
    "a fraction": GOOD.replace(b'"revision":1', b'"revision":1.0'),
    "no JSON": b"submission",
    "a list": b"[]",
    "half of it": GOOD[: len(GOOD) // 2],
    "no UTF-8": GOOD.replace(b"BYT", b"\xff"),
    "nothing": b"",
    "nested deeply": b"[" * 100_000,
    "another format": GOOD.replace(b'"format":1', b'"format":2'),
    "true as the format": GOOD.replace(b'"format":1', b'"format":true'),
    "an unknown type": GOOD.replace(b'"submission"', b'"permission"'),
    "a list as its type": GOOD.replace(b'"type":"submission"', b'"type":["submission"]'),
    "too long": GOOD.replace(b"BYT", b"B" * 65_536),
}


@pytest.mark.parametrize("data", OTHER_SPELLINGS.values(), ids=OTHER_SPELLINGS)
def test_other_spellings_are_refused(data):
    """One entry has one spelling, so that no two readers see two things."""
    assert faults(data)


def test_decomposed_text_is_refused():
    """Vietnamese text is NFC in the log; the same text in NFD is another spelling."""
    composed = entry_bytes(CORRECTION)
    decomposed = unicodedata.normalize("NFD", composed.decode()).encode()
    assert decomposed != composed
    assert any("not canonical" in sentence for _, sentence in faults(decomposed))
    assert read_entry(composed).reason == CORRECTION.reason


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("received_at", "2026-01-05T03:00:00+00:00"),
        ("received_at", "2026-01-05T10:00:00+07:00"),
        ("received_at", "2026-01-05T03:00:00.5Z"),
        ("received_at", "2026-02-30T03:00:00Z"),
        ("received_at", "2026-01-05"),
        ("received_at", 5),
        ("revision", True),
        ("revision", "1"),
        ("revision", 2**53),
        ("revision", 1.5),
        ("agency", ""),
        ("agency", "BYT\n"),
        ("agency", "ＢＹＴ"),
        ("commitment", digest(0).upper()),
        ("commitment", None),
    ],
)
def test_values_of_another_kind_are_refused(field, value):
    """A field takes one kind of value in one spelling."""
    assert field in {name for name, _ in faults(spelled(**{field: value}))}


@pytest.mark.parametrize(
    "cells",
    [
        (),
        (Cell("a", "1", "1"),),
        (Cell("", "1", "2"),),
        (Cell("a", "1", "2"), Cell("a", "2", "3")),
        (Cell("a", "1", "2\n3"),),
    ],
)
def test_a_correction_names_what_changes(cells):
    """A correction without a change, of nothing, or of one place twice is none."""
    with pytest.raises(Invalid) as caught:
        entry_bytes(dataclasses.replace(CORRECTION, cells=cells))
    assert [each.field for each in caught.value.faults] == ["cells"]


def test_a_correction_over_the_limit_says_what_to_do():
    """More changes than an entry can hold go into several entries."""
    cells = tuple(Cell(f"nq03/nhiem-vu {number}, status", "done", "late") for number in range(1500))
    with pytest.raises(Invalid, match="make several entries"):
        entry_bytes(dataclasses.replace(CORRECTION, cells=cells))


@pytest.mark.parametrize("path", ["/etc/passwd", "../x", "a/../b", "a//b", "", ".hidden", "a/.b", "a b"])
def test_a_tombstone_names_a_published_file(path):
    """The address of a file that was taken away is relative and has one spelling."""
    with pytest.raises(Invalid, match="address of a published file"):
        entry_bytes(Tombstone(1, path, digest("x"), "r", "d", date(2026, 1, 1)))


def test_moments_are_in_universal_time():
    """A moment in the zone of Hà Nội is refused instead of being spelled in another way."""
    there = MOMENT.astimezone(timezone(timedelta(hours=7)))
    with pytest.raises(Invalid, match="moment in UTC"):
        entry_bytes(dataclasses.replace(submission(0), received_at=there))


def test_a_commitment_shows_nothing_and_can_be_opened():
    """Body and nonce together give the logged commitment; without the nonce even a guessed body does not."""
    body, nonce = {"task": 44, "evidence": [digest("file")]}, bytes(range(32))
    logged = dataclasses.replace(submission(0), commitment=commitment(body, nonce))
    assert digest("file").encode() not in entry_bytes(logged)
    assert logged.commitment == commitment(body, nonce)
    assert logged.commitment != commitment(body, bytes(32))


ENTRIES = st.builds(
    Submission,
    agency=st.from_regex(r"[A-ZĐ]{2,8}", fullmatch=True),
    period=st.from_regex(r"20[0-9]{2}-(06|12)", fullmatch=True),
    revision=st.integers(1, 2**53 - 1),
    received_at=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001  hypothesis adds the zone
        lambda moment: moment.replace(microsecond=0)
    ),
    commitment=st.binary(min_size=32, max_size=32).map(bytes.hex),
)
WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60)


@settings(deadline=None)
@given(ENTRIES)
def test_every_submission_is_read_back(entry):
    """Reading gives back each value that could be logged."""
    assert read_entry(entry_bytes(entry)) == entry


@settings(deadline=None)
@given(WORDS, WORDS)
def test_words_come_back_as_nfc(reason, document):
    """Text in any script is logged in NFC and read back so."""
    entry = dataclasses.replace(CORRECTION, reason=reason, document=document)
    found = read_entry(entry_bytes(entry))
    assert found.reason == unicodedata.normalize("NFC", reason)
    assert entry_bytes(found) == entry_bytes(entry)


@settings(deadline=None)
@given(st.binary(max_size=80), st.integers(0, len(GOOD)))
def test_noise_is_refused_or_is_the_entry(noise, at):
    """Bytes that are read give exactly these bytes again; all others are refused with faults."""
    for data in (noise, GOOD[:at] + noise + GOOD[at:], GOOD[:at] + noise):
        try:
            entry = read_entry(data)
        except Invalid as error:
            found = error.faults
        else:
            found = entry_bytes(entry) == data
        assert found


def told(*entries):
    """Return the story of these entries; raises where one may not stand."""
    story = Story()
    for each in entries:
        story.take(entry_bytes(each))
    return story


SECOND = Publication(digest("second"), 0, 1)


def test_a_whole_story_is_told():
    """Methods, publications, corrections and keys that follow from each other may stand in one log."""
    back = rotation(old=NEXT, new=SIGNER, valid_from=MOMENT)
    story = told(METHOD, EXAMPLES[4], submission(0), SECOND, CORRECTION, EXAMPLES[6], ROTATION, back)
    assert story.size == 8
    assert story.last_publication == 3
    assert story.keys == (SIGNER.verifier, NEXT.verifier, SIGNER.verifier)


FORGED = Key(
    ROTATION.old, ROTATION.new, MOMENT + timedelta(days=1), ROTATION.signed_by_old, ROTATION.signed_by_new
)
STRANGER = Signer("other.example", bytes(range(32)))
STORIES = {
    "a method that comes later": ((EXAMPLES[4],), "entry 0 as its method; it may name earlier ones only"),
    "a method that is none": ((submission(0), EXAMPLES[4]), "that is no method"),
    "a first publication with one before it": (
        (METHOD, SECOND),
        "name publication null as the one before it",
    ),
    "a publication that leaves one out": (
        (METHOD, EXAMPLES[4], SECOND, SECOND),
        "Entry 3 has to name publication 2 as the one before it, not 1",
    ),
    "a publication that begins anew": ((METHOD, EXAMPLES[4], EXAMPLES[4]), "has to name publication 1"),
    "a correction of no publication": ((METHOD, submission(0), CORRECTION), "that is no publication"),
    "a tombstone of no publication": ((METHOD, METHOD, EXAMPLES[6]), "that is no publication"),
    "a key change that was never signed so": ((FORGED,), "without the signature of log.example.vn/thuoc-do"),
    "a key change that only the old key signed": (
        (dataclasses.replace(ROTATION, signed_by_new=ROTATION.signed_by_old),),
        f"without the signature of {NEXT.verifier}",
    ),
    "a key change that only the new key signed": (
        (dataclasses.replace(ROTATION, signed_by_old=ROTATION.signed_by_new),),
        f"without the signature of {SIGNER.verifier}",
    ),
    "a key change to the same key": ((rotation(old=SIGNER, new=SIGNER, valid_from=MOMENT),), "the same key"),
    "a key change to another name": ((rotation(old=SIGNER, new=STRANGER, valid_from=MOMENT),), "the name"),
    "a key change from a key that went": ((ROTATION, ROTATION), "was in force"),
}


@pytest.mark.parametrize(("entries", "said"), STORIES.values(), ids=STORIES)
def test_entries_that_may_not_stand_are_refused(entries, said):
    """An entry names only what the log holds before it, and the chains have no gap and no branch."""
    with pytest.raises(Unsound, match="Entry") as caught:
        told(*entries)
    assert said in str(caught.value)


def test_a_refused_entry_carries_all_its_faults():
    """The sentence names the first fault, the refusal holds every one."""
    with pytest.raises(Unsound, match="Entry 0 may not stand in the log: entry 0, agency") as caught:
        Story().take(spelled(agency="", revision=0))
    assert [each.field for each in caught.value.faults] == ["agency", "revision"]


def test_passing_over_follows_the_chains():
    """Entries that were checked when they were signed still count as methods and publications."""
    story = Story()
    for each in (METHOD, EXAMPLES[4], submission(0)):
        story.pass_over(entry_bytes(each))
    assert isinstance(story.take(entry_bytes(SECOND)), Publication)
    with pytest.raises(Unsound, match="Entry 4 may not stand"):
        story.pass_over(b"no entry")
