"""Publishing by two of three people whose keys never meet the machine that publishes."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
from tests.factories.facts import some_evidence, some_facts
from tests.factories.logged_site import KEYS, installed, pinned
from tests.factories.publication import NOW, a_key, plain_pages

from thuocdo.core.canonical import sha256_hex
from thuocdo.core.errors import Conflict, Invalid, NotAllowed, NotFound
from thuocdo.publication.keys import Purpose, read_trust, trust_bytes, trust_of
from thuocdo.publication.manifest import read_manifest
from thuocdo.publication.offline import signature, summary
from thuocdo.publication.prepared import prepare, read_prepared, release
from thuocdo.publication.signatures import read_signatures
from thuocdo.publication.threshold import check_threshold
from thuocdo.publication.trusting import join, retire
from thuocdo.publication.verify import verify

pytestmark = pytest.mark.files
OTHER = some_facts(evidence=(some_evidence(), some_evidence(id="e2")))


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Return an installation that no test changes."""
    return installed(tmp_path_factory.mktemp("several"), reports=3)


@pytest.fixture
def made(original, tmp_path):
    """Return a copy to publish in."""
    shutil.copytree(original.folder, tmp_path / "copy")
    return type(original)(tmp_path / "copy")


@pytest.fixture
def waiting(made):
    """Prepare other facts; returns the folder that waits for signatures."""
    prepare(OTHER, into=made.folder / "waiting", after=made.site, now=NOW, render=plain_pages)
    return made.folder / "waiting"


def signed(folder, *numbers, keys=KEYS):
    """Return what some of the three people send back."""
    manifest, data = read_prepared(folder)
    return [read_signatures(signature(manifest, data, keys[number - 1])) for number in numbers]


def published(made, waiting, *numbers, **changes):
    """Release the prepared folder with the signatures of some people."""
    given = {
        "out": made.site,
        "signatures": signed(waiting, *numbers),
        "trust": pinned(),
        "enter": made.enter,
    }
    return release(waiting, **given | changes)


def faults(made, trust=None):
    """Return the codes of what a reader finds."""
    return [each.reason.code for each in verify(made.site, trust=trust or pinned()).faults]


@pytest.mark.parametrize("numbers", [(1, 2), (1, 3), (3, 2), (1, 2, 3), (2, 2, 1)])
def test_any_two_of_three_publish(made, waiting, numbers):
    """Two different people are enough, whichever; the same one twice counts once."""
    published(made, waiting, *numbers)
    assert faults(made) == []
    assert len(verify(made.site, trust=pinned()).signed_by) == len(set(numbers))


@pytest.mark.parametrize("numbers", [(), (1,), (2,), (3, 3)])
def test_one_of_three_publishes_nothing(made, waiting, numbers):
    """Below the threshold the site and the log stay as they were."""
    before = (made.site / "manifest.json").read_bytes(), made.home.signed()[0].size
    with pytest.raises((NotAllowed, Invalid), match=r"of|signatures"):
        published(made, waiting, *numbers)
    assert ((made.site / "manifest.json").read_bytes(), made.home.signed()[0].size) == before


def test_publishing_at_once_below_the_threshold_is_refused_too(made):
    """The command with key files at hand asks the same question."""
    with pytest.raises(NotAllowed, match=r"1 trusted signatures count, 2 are needed"):
        made.publish(OTHER, signers=KEYS[:1], trust=pinned())
    assert faults(made) == []


def test_a_strangers_signature_does_not_count(made, waiting):
    """A key that nobody pinned is as none."""
    with pytest.raises(NotAllowed, match=r"1 trusted signatures count"):
        published(made, waiting, 1, signatures=signed(waiting, 1, 2, keys=(KEYS[0], a_key(9), a_key(8))))


def test_every_changed_byte_of_the_manifest_is_refused(waiting):
    """No byte of what people signed can be another one."""
    manifest, data = read_prepared(waiting)
    found = [each for part in signed(waiting, 1, 2) for each in part]
    assert check_threshold(manifest, data, found, pinned()) == tuple(sorted(key.id for key in KEYS[:2]))
    step = max(1, len(data) // 400)
    for at in {*range(0, len(data), step), *range(200), *range(len(data) - 200, len(data))}:
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        with pytest.raises(NotAllowed):
            check_threshold(manifest, changed, found, pinned())


def test_every_changed_byte_of_a_signature_file_is_refused(waiting):
    """It is no longer a signature file, or its signature does not hold or count."""
    manifest, data = read_prepared(waiting)
    (mine,) = signed(waiting, 1)
    sent = signature(manifest, data, KEYS[1])
    for at in range(len(sent)):
        for bit in (1, 0x20, 0x80):
            changed = sent[:at] + bytes([sent[at] ^ bit]) + sent[at + 1 :]
            with pytest.raises((NotAllowed, Invalid)):
                check_threshold(manifest, data, [*mine, *read_signatures(changed)], pinned())


def test_a_file_that_changed_after_the_signatures_is_named(made, waiting):
    """What is released is what was signed, byte for byte."""
    path = waiting / "facts.json"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(Conflict, match=r"facts.json in the prepared folder is not the file that was signed"):
        published(made, waiting, 1, 2)
    assert faults(made) == []


def test_what_was_prepared_before_another_publication_is_refused(made, waiting):
    """Signatures over a manifest that follows an older one would break the chain."""
    made.publish(some_facts(evidence=(some_evidence(id="e9"),)))
    with pytest.raises(Conflict, match=r"Another publication was released since"):
        published(made, waiting, 1, 2)


def test_releasing_again_after_a_crash_changes_nothing(made, waiting):
    """The same folder and signatures give the same publication and no second entry."""
    published(made, waiting, 1, 2)
    size = made.home.signed()[0].size
    assert published(made, waiting, 1, 2).written == ()
    assert made.home.signed()[0].size == size


def test_who_signs_sees_what_it_is(made, waiting):
    """The day, the counts, the digest and the difference to what readers have now."""
    before = (made.site / "manifest.json").read_bytes()
    manifest, data = read_prepared(waiting)
    found = summary(manifest, data, (read_manifest(before), before))
    assert (found.digest, found.as_of, found.previous) == (
        sha256_hex(data),
        date(2025, 12, 31),
        sha256_hex(before),
    )
    assert "thu/du-lieu/evidence.csv" in found.changed
    assert (found.new, found.removed, found.files) == ((), (), len(manifest.files))
    with pytest.raises(Conflict, match=r"does not follow this one"):
        summary(manifest, data, (manifest, data))


def test_a_production_key_does_not_sign_illustrative_facts(waiting):
    """And a key outside its time signs nothing."""
    manifest, data = read_prepared(waiting)
    for key in (a_key(1, Purpose.PRODUCTION), a_key(1, valid_from=date(2026, 1, 1))):
        with pytest.raises(NotAllowed):
            signature(manifest, data, key)


def test_a_folder_without_a_manifest_is_none(tmp_path):
    """The refusal says what makes one."""
    with pytest.raises(Invalid, match=r"holds no prepared publication"):
        read_prepared(tmp_path)


def test_a_key_is_replaced_without_a_gap(made, waiting):
    """The old key's publications hold, the new one signs from its day on."""
    fourth = a_key(4, valid_from=date(2025, 12, 1))
    joined = join((pinned(), trust_of((fourth,))), threshold=2)
    trust = retire(joined, KEYS[0].id, on=date(2025, 12, 1))
    with pytest.raises(NotAllowed, match=r"is not valid on 2025-12-31"):
        published(made, waiting, 1, 2, trust=trust)
    published(made, waiting, trust=trust, signatures=signed(waiting, 1, 2, keys=(KEYS[1], fourth)))
    assert faults(made, trust) == []
    # The first publication was for the same day: whoever signed the next one vouches for it.
    assert "key_out_of_time" in [each.reason.code for each in verify(made.site, trust=trust).notes]
    later = retire(joined, KEYS[0].id, on=date(2026, 1, 1))
    assert "key_out_of_time" not in [each.reason.code for each in verify(made.site, trust=later).notes]
    assert read_trust(trust_bytes(later)) == later


def test_a_stolen_key_counts_only_for_what_was_logged_before(made, waiting):
    """Whoever has it can claim an old day, and cannot put the publication into the log's past."""
    size = made.home.signed()[0].size
    joined = join((pinned(), trust_of((a_key(4),))), threshold=2)
    trust = retire(joined, KEYS[0].id, on=date(2026, 1, 1), lost_at=size)
    assert faults(made, trust) == []
    published(made, waiting, 1, 2)
    said = [str(each.fault("en")) for each in verify(made.site, trust=trust).faults]
    lost = f"key {KEYS[0].id} was lost or stolen: it counts only for publications logged before entry {size}"
    assert said[0] == f"signatures.json: {lost}"
    assert b'"until_entry"' not in trust_bytes(pinned())
    assert read_trust(trust_bytes(trust)) == trust


def test_a_trust_file_is_not_left_with_too_few_keys():
    """Two of three can go wrong only one at a time; and an end that was set is never moved later."""
    ended = retire(pinned(), KEYS[0].id, on=date(2026, 1, 1))
    with pytest.raises(Conflict, match=r"1 keys would be left on 2026-02-01, and 2 have to sign"):
        retire(ended, KEYS[1].id, on=date(2026, 2, 1))
    again = retire(ended, KEYS[0].id, on=date(2027, 1, 1))
    assert again.keys[0].valid_until == date(2026, 1, 1)
    with pytest.raises(NotFound):
        retire(ended, "0" * 16, on=date(2026, 1, 1))
    with pytest.raises(Invalid, match=r"is valid from 2025-01-01 on"):
        retire(pinned(), KEYS[0].id, on=date(2024, 1, 1))


def test_people_are_joined_into_one_trust_file():
    """Each key once, one log, and no more signatures than people."""
    parts = [trust_of((key,)) for key in (*KEYS, KEYS[0])]
    assert len(join(parts, threshold=2).keys) == 3
    assert join([pinned(), *parts], threshold=3).log == pinned().log
    with pytest.raises(Invalid, match=r"From 1 to 3 of these people"):
        join(parts, threshold=4)
    with pytest.raises(Invalid, match=r"pin different logs"):
        join([pinned(), replace(pinned(), log="other")], threshold=1)
