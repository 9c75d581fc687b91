"""Growing a log on disk: who may sign what, and what a crash leaves."""

import shutil
from datetime import UTC, datetime

import pytest
from tests.factories.killing import killed_at
from tests.factories.logs import (
    SIGNER,
    checkpoint_of,
    entries,
    grown,
    homed,
    judged,
    submission,
)

from thuocdo.core.errors import Conflict, Invalid
from thuocdo.log import checkpoints, homes, reading, writing
from thuocdo.log.changing import change_key
from thuocdo.log.checkpoints import Checkpoint
from thuocdo.log.entries import entry_bytes
from thuocdo.log.errors import Unsound
from thuocdo.log.growing import Grown, grow, kept_path, shown_note
from thuocdo.log.notes import Kind, Signer
from thuocdo.log.policy import Policy

NOW = datetime(2026, 1, 5, 3, tzinfo=UTC)


def more(start, count):
    """Return reports that nobody else has handed in."""
    return [entry_bytes(submission(number)) for number in range(start, start + count)]


def test_what_is_appended_is_signed_shown_and_kept(tmp_path):
    """Readers get the new checkpoint, and each checkpoint is kept under its size."""
    home, root = grown(tmp_path, 300)
    assert grow(home, root, more(1000, 7), base=300) == Grown(307, 307)
    found = judged(root)
    assert (found.faults, found.checkpoint.size, found.key) == ((), 307, SIGNER.verifier)
    assert (root / kept_path(307)).read_bytes() == shown_note(root)
    assert (root / kept_path(300)).is_file()


def test_only_who_knows_the_size_may_append(tmp_path):
    """Two who both saw 300 entries do not both append after them."""
    home, root = grown(tmp_path, 300)
    grow(home, root, more(1000, 1), base=300)
    with pytest.raises(Conflict, match="301 entries by now, not 300"):
        grow(home, root, more(2000, 1), base=300)
    assert judged(root).checkpoint.size == 301


def test_a_second_signer_at_the_same_moment_is_refused(tmp_path):
    """While one process signs, another is told so and nothing is signed twice."""
    home, root = grown(tmp_path, 2)
    with home.lock(), pytest.raises(Conflict, match="Another process writes in"):
        grow(home, root, more(1, 1), base=2)
    assert grow(home, root, more(1, 1), base=2).signed == 3


def test_an_entry_that_may_not_stand_there_is_not_signed(tmp_path):
    """After a refusal the log is as it was, and the next good entry takes the place."""
    home, root = grown(tmp_path, 300)
    before = shown_note(root)
    with pytest.raises(Unsound, match="Entry 300 may not stand in the log"):
        grow(home, root, [b"no entry"], base=300)
    assert (shown_note(root), judged(root).faults) == (before, ())
    assert grow(home, root, more(1000, 1), base=300).shown == 301
    assert judged(root).faults == ()


def test_more_entries_than_fit_one_call_are_refused(tmp_path):
    """A call is bounded."""
    with pytest.raises(Invalid, match="At most 10000"):
        grow(homed(tmp_path / "home"), tmp_path / "log", [b""] * 10_001, base=0)


@pytest.mark.parametrize("path", ["tile/0/000", "tile/entries/000", "tile/0/001.p/44"])
def test_a_changed_file_stops_the_signature(tmp_path, path):
    """Before each signature the whole log is recomputed: a bit that flipped is never signed."""
    home, root = grown(tmp_path, 300)
    before = shown_note(root)
    data = bytearray((root / path).read_bytes())
    data[40] ^= 1
    (root / path).write_bytes(data)
    with pytest.raises(Unsound):
        grow(home, root, more(1000, 1), base=300)
    assert shown_note(root) == before


def test_an_older_copy_of_the_log_is_not_continued(tmp_path):
    """Who puts yesterday's log back cannot make the signer sign another history after it."""
    home, root = grown(tmp_path, 300)
    shutil.copytree(root, tmp_path / "old")
    grow(home, root, more(1000, 5), base=300)
    shutil.rmtree(root)
    (tmp_path / "old").rename(root)
    with pytest.raises(Conflict):
        grow(home, root, more(2000, 5), base=300)
    with pytest.raises(Unsound):
        grow(home, root, more(2000, 5), base=305)


def test_an_older_memory_of_the_signer_is_noticed(tmp_path):
    """A signer whose memory was put back sees that readers have more than it ever signed."""
    home, root = grown(tmp_path, 300)
    old = (home.folder / homes.RECORD).read_bytes()
    grow(home, root, more(1000, 5), base=300)
    (home.folder / homes.RECORD).write_bytes(old)
    with pytest.raises(Unsound, match="Readers have a checkpoint of 305 entries"):
        grow(home, root, more(2000, 5), base=300)


def test_another_history_of_the_same_size_is_not_shown_over(tmp_path):
    """A checkpoint that somebody else signed with our key is named as a fork."""
    home, root = grown(tmp_path, 300)
    other = Checkpoint(SIGNER.name, 300, bytes(32))
    (root / checkpoints.PATH).write_bytes(checkpoints.signed(other, SIGNER))
    with pytest.raises(Unsound, match="forked"):
        grow(home, root)


def test_who_lost_the_last_checkpoint_signs_nothing(tmp_path):
    """Without its memory the signer refuses instead of beginning anew."""
    home, root = grown(tmp_path, 2)
    (home.folder / homes.RECORD).unlink()
    with pytest.raises(Unsound, match="must not sign"):
        grow(home, root, more(1, 1), base=2)


def test_too_few_witnesses_leave_readers_what_they_had(tmp_path):
    """What waits for witnesses is signed and not shown, and is shown by the next call that finds enough."""
    home, root = grown(tmp_path, 300)
    witness = Signer("audit.example.vn", bytes(range(32)), Kind.COSIGNATURE)
    policy = f"log {SIGNER.verifier}\nwitness audit {witness.verifier}\nquorum audit\n"
    (home.folder / homes.POLICY).write_text(policy, encoding="utf-8")
    assert grow(home, root, more(1000, 1), base=300) == Grown(301, 300, ("audit",))
    assert judged(root).checkpoint.size == 300

    def cosign(note, _policy, _read):
        return checkpoints.cosigned(note, witness, seconds=1_767_582_000)

    assert grow(home, root, cosign=cosign) == Grown(301, 301)
    pinned = Policy((SIGNER.verifier,), {"audit": witness.verifier}, {}, "audit")
    found = judged(root, policy=pinned)
    assert (found.faults, found.witnesses) == ((), ("audit",))


@pytest.mark.slow
def test_killed_at_any_step_readers_see_the_old_or_the_new_and_one_history_goes_on(tmp_path):
    """Killed at any use of a file, the signer leaves what holds, and a restart gives one checkpoint."""
    home, root = grown(tmp_path / "first", 254)
    start, added, others = entries(254), more(1000, 5), more(2000, 4)
    step, seen = 0, set()
    while True:
        step += 1
        place = tmp_path / f"at{step}"
        shutil.copytree(tmp_path / "first", place)
        home, root = homes.Home(place / "home"), place / "log"
        killed = killed_at(step, lambda home=home, root=root: grow(home, root, added, base=254))
        found = judged(root)
        assert found.faults == (), step
        assert found.checkpoint in {checkpoint_of(start), checkpoint_of(start + added)}, step
        signed = home.signed()[0]
        seen.add((signed.size, found.checkpoint.size))
        # Whoever restarts may have other entries by now: only what was signed binds.
        following = others if signed.size == 254 else []
        right = start + (following or added)
        assert grow(home, root, following, base=signed.size) == Grown(len(right), len(right)), step
        again = judged(root, since=checkpoints.signed(found.checkpoint, SIGNER))
        assert (again.faults, again.checkpoint) == ((), checkpoint_of(right)), step
        shutil.rmtree(place)
        if not killed:
            break
    assert seen == {(254, 254), (259, 254), (259, 259)}
    assert step > 40


def test_a_changed_key_signs_from_then_on(tmp_path):
    """The old key leads to the new one by an entry of the log itself; who pinned either one is content."""
    home, root = grown(tmp_path, 300)
    new = change_key(home, root, now=NOW)
    grow(home, root, more(1000, 1), base=301)
    found = judged(root)
    assert (found.faults, found.key) == ((), new)
    assert judged(root, policy=Policy((new,))).faults == ()
    stranger = Signer(SIGNER.name, bytes(32)).verifier
    assert "None of the pinned keys" in str(judged(root, policy=Policy((stranger,))).faults[0])


@pytest.mark.slow
def test_a_change_of_key_that_was_killed_is_finished_by_the_same_command(tmp_path):
    """At each use of a file the change is killed: the log holds, the next change of key ends it, once."""
    grown(tmp_path / "first", 3)
    step, killed = 0, True
    while killed:
        step += 1
        place = tmp_path / f"at{step}"
        shutil.copytree(tmp_path / "first", place)
        home, root = homes.Home(place / "home"), place / "log"
        killed = killed_at(step, lambda home=home, root=root: change_key(home, root, now=NOW))
        assert judged(root).faults == (), step
        if killed and (home.signed()[0].size == 3 or len(home.signers()) > 1):
            change_key(home, root, now=NOW)
        size = home.signed()[0].size
        assert size == 4, step
        grow(home, root, more(1000, 1), base=size)
        assert judged(root).faults == (), step
        assert [each.name for each in home.folder.glob("key*")].count("key") == 1, step
        shutil.rmtree(place)


def test_the_signed_part_is_what_a_crash_cannot_touch(tmp_path):
    """What was written beyond the last signed size is replaced; a signed file of other bytes is refused."""
    home, root = grown(tmp_path, 300)
    writing.append(root, [b"a crash left this"], signed=300)
    grow(home, root, more(1000, 1), base=300)
    assert list(reading.entries(reading.folder(root), 301))[-1] == more(1000, 1)[0]
