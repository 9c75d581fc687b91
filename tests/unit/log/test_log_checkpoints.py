"""Checkpoints, witnesses and policies: strict lines, whose signatures count, and how many."""

import pytest
from tests.factories.logs import ORIGIN, SECONDS, SIGNER, WITNESSES, checkpoint_of, entries

from thuocdo.core.errors import Invalid
from thuocdo.log.checkpoints import (
    Checkpoint,
    cosigned,
    open_checkpoint,
    read_checkpoint,
    read_number,
    signed,
)
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import Kind, Note, Signer
from thuocdo.log.policy import k_of_n, read_policy
from thuocdo.log.tree import EMPTY_ROOT

CHECKPOINT = checkpoint_of(entries(5))
SIGNED = signed(CHECKPOINT, SIGNER)
KEYS = [each.verifier for each in WITNESSES]
NAMED = dict(zip(("audit", "university", "press"), KEYS, strict=True))
ROOT = str(CHECKPOINT).split("\n")[2]


def witnessed(*signers):
    """Return the checkpoint with these witnesses' signatures."""
    data = SIGNED
    for number, each in enumerate(signers):
        data = cosigned(data, each, seconds=SECONDS + number)
    return data


def test_a_checkpoint_has_three_lines():
    """Origin, size in decimal and root in base64, each with its newline."""
    assert str(CHECKPOINT) == f"{ORIGIN}\n5\n{ROOT}\n"
    assert read_checkpoint(str(CHECKPOINT)) == CHECKPOINT


def test_lines_that_others_added_are_kept():
    """Extension lines are read and spelled again, so that the signature holds."""
    text = f"{CHECKPOINT}extra\nlines\n"
    assert read_checkpoint(text).extensions == ("extra", "lines")
    assert str(read_checkpoint(text)) == text


MALFORMED = {
    "no origin": f"\n5\n{ROOT}\n",
    "a space in the origin": f"a b\n5\n{ROOT}\n",
    "a leading zero": f"{ORIGIN}\n05\n{ROOT}\n",
    "a sign": f"{ORIGIN}\n+5\n{ROOT}\n",
    "digits of another script": f"{ORIGIN}\n٥\n{ROOT}\n",
    "a size over 63 bits": f"{ORIGIN}\n9223372036854775808\n{ROOT}\n",
    "a giant size": f"{ORIGIN}\n{'9' * 5000}\n{ROOT}\n",
    "a short root": f"{ORIGIN}\n5\n{ROOT[4:]}\n",
    "a root without padding": f"{ORIGIN}\n5\n{ROOT[:-1]}\n",
    "two lines": f"{ORIGIN}\n5\n",
    "no last newline": f"{ORIGIN}\n5\n{ROOT}",
    "an empty extension": f"{ORIGIN}\n5\n{ROOT}\n\n",
    "the root of something for nothing": f"{ORIGIN}\n0\n{ROOT}\n",
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED)
def test_malformed_checkpoints_are_refused(text):
    """A checkpoint has one spelling, even where the log's key signed another one."""
    with pytest.raises(Unsound):
        read_checkpoint(text)


def test_numbers_have_one_spelling_and_63_bits():
    """A number is decimal without sign or leading zero, up to 2^63 - 1."""
    assert [read_number(text) for text in ("0", "70000", "9223372036854775807")] == [0, 70_000, 2**63 - 1]
    others = ("", "00", "01", "+1", "-1", " 1", "1\n", "1_0", "٣", "9223372036854775808", "9" * 20)
    assert [read_number(text) for text in others] == [None] * len(others)


def test_the_empty_log_has_a_checkpoint():
    """Size 0 goes with the hash of nothing."""
    empty = Checkpoint(ORIGIN, 0, EMPTY_ROOT)
    assert open_checkpoint(signed(empty, SIGNER), SIGNER.verifier).checkpoint == empty


def test_every_byte_of_a_signed_checkpoint_matters():
    """Any byte of origin, size, root or signature changed, and it does not open."""
    assert open_checkpoint(SIGNED, SIGNER.verifier).checkpoint == CHECKPOINT
    for at in range(len(SIGNED)):
        for bit in range(8):
            changed = SIGNED[:at] + bytes([SIGNED[at] ^ (1 << bit)]) + SIGNED[at + 1 :]
            with pytest.raises(Unsound):
                open_checkpoint(changed, SIGNER.verifier)


def test_every_byte_of_a_cosignature_matters():
    """With the witness's key known, any byte of its line changed and it does not count."""
    whole = witnessed(WITNESSES[0])
    for at in range(len(SIGNED), len(whole)):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        try:
            opened = open_checkpoint(changed, SIGNER.verifier, KEYS)
        except Unsound:
            continue
        assert opened.witnesses == frozenset()


def test_a_log_signs_its_own_origin_only():
    """Neither signing nor opening takes a checkpoint of another log under this key."""
    other = Checkpoint("other.example", 5, CHECKPOINT.root)
    with pytest.raises(Unsound, match=r"of the log “other\.example”"):
        signed(other, SIGNER)
    smuggled = bytes(Note(str(other), (SIGNER.sign(str(other)),)))
    with pytest.raises(Unsound, match=r"not of “log\.example\.vn/thuoc-do”"):
        open_checkpoint(smuggled, SIGNER.verifier)


def test_another_key_of_the_same_name_does_not_open():
    """The name alone proves nothing: the signature must be by the pinned key."""
    impostor = Signer(ORIGIN, bytes(32))
    with pytest.raises(Unsound, match="has not signed this checkpoint"):
        open_checkpoint(signed(CHECKPOINT, impostor), SIGNER.verifier)


def test_witnesses_count_once():
    """A witness that signed twice is one witness; its times are all there."""
    opened = open_checkpoint(witnessed(WITNESSES[0], WITNESSES[0]), SIGNER.verifier, KEYS)
    assert opened.witnesses == {KEYS[0]}
    assert [each.seconds for each in opened.cosignatures] == [SECONDS, SECONDS + 1]


def test_keys_are_used_for_their_kind_only():
    """A log's key is no witness and a witness's key no log."""
    twin = Signer(ORIGIN, SIGNER.seed, Kind.COSIGNATURE)
    with pytest.raises(Unsound, match="none of a witness"):
        open_checkpoint(SIGNED, SIGNER.verifier, [SIGNER.verifier])
    with pytest.raises(Unsound, match="of kind 4"):
        open_checkpoint(SIGNED, twin.verifier)
    with pytest.raises(Unsound, match="none of a witness"):
        cosigned(SIGNED, SIGNER, seconds=1)
    with pytest.raises(Unsound):
        signed(CHECKPOINT, twin)


@pytest.mark.parametrize("threshold", [1, 2, 3])
@pytest.mark.parametrize("signers", [(), (0,), (1, 2), (0, 0, 0), (0, 1, 2)])
def test_so_many_of_the_witnesses_must_have_signed(threshold, signers):
    """The policy k of n is met by k different witnesses, however often one of them signed."""
    policy = k_of_n(SIGNER.verifier, NAMED, threshold)
    data = witnessed(*(WITNESSES[each] for each in signers))
    opened = open_checkpoint(data, SIGNER.verifier, policy.keys)
    assert policy.met_by(opened.witnesses) == (len(set(signers)) >= threshold)


def test_too_few_witnesses_are_named():
    """The refusal says how many signed and who is missing."""
    policy = k_of_n(SIGNER.verifier, NAMED, 2)
    opened = open_checkpoint(witnessed(WITNESSES[1]), SIGNER.verifier, policy.keys)
    with pytest.raises(Unsound, match=r"5 entries: 1 did, “witnesses” wants more; missing: audit, press"):
        policy.check(opened)


POLICY = f"""# a comment
log {SIGNER.verifier} https://log.example.vn
witness audit {KEYS[0]} https://audit.example.vn
witness university {KEYS[1]}
witness press {KEYS[2]}  # another comment
group outside any university press
group both all audit outside
quorum both
"""


@pytest.mark.parametrize(
    ("names", "met"),
    [((), False), (("audit",), False), (("press", "university"), False), (("audit", "press"), True)],
)
def test_groups_may_hold_groups(names, met):
    """A policy of groups is met when the quorum's group is."""
    assert read_policy(POLICY.encode()).met_by({NAMED[each] for each in names}) == met


def test_a_policy_may_ask_for_nobody():
    """Quorum none says plainly that no witness is asked for."""
    assert read_policy(f"log {SIGNER.verifier}\nquorum none\n".encode()).met_by(())


FAULTS = {
    "unknown word": (POLICY + "witnes x y\n", "policy:9: is none of"),
    "no quorum": (POLICY.replace("quorum both\n", ""), "exactly one line"),
    "two quorums": (POLICY + "quorum audit\n", "exactly one line"),
    "an unknown quorum": (POLICY.replace("quorum both", "quorum all"), "all is named nowhere above"),
    "no log": (POLICY.replace("log ", "# "), "at least one line"),
    "a key of the other kind": (POLICY.replace(str(KEYS[0]), str(SIGNER.verifier)), "policy:3: is none of"),
    "a broken key": (POLICY.replace(str(KEYS[0]), "x+y+z"), "policy:3: “x+y+z” is no key"),
    "a name twice": (POLICY.replace("witness press", "witness audit"), "policy:5: audit is named twice"),
    "a key twice": (POLICY.replace(str(KEYS[2]), str(KEYS[0])), "policy:5: audit.example.vn is named twice"),
    "a member before it is defined": (POLICY.replace("any university", "any both"), "both is named nowhere"),
    "a member twice": (POLICY.replace("all audit outside", "2 audit audit"), "audit is named twice"),
    "a threshold of none": (POLICY.replace("outside any", "outside 0"), "from 1 to 2"),
    "a threshold over its members": (POLICY.replace("outside any", "outside 3"), "from 1 to 2"),
    "a group called none": (POLICY.replace("outside", "none"), "none is named twice"),
    "no text": ("\udcff", "is no text"),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=FAULTS)
def test_faulty_policies_are_refused(text, said):
    """A policy that asks for less than it seems to is refused, with the line."""
    with pytest.raises(Invalid) as caught:
        read_policy(text.encode("utf-8", "surrogateescape"))
    assert any(said in str(each) for each in caught.value.faults)


def test_a_policy_names_all_its_faults_at_once():
    """Every faulty line is named in one refusal."""
    with pytest.raises(Invalid) as caught:
        read_policy(b"log x\nwitness y\ngroup z 1 nobody\nquorum q\n")
    assert [each.where for each in caught.value.faults] == [f"policy:{line}" for line in (1, 2, 3, 4)]


def test_one_key_under_two_names_is_not_two_witnesses():
    """A second name for the same secret gives no second vote, and the log is not its own witness."""
    for seed in (WITNESSES[0].seed, SIGNER.seed):
        again = Signer("another.example", seed, Kind.COSIGNATURE).verifier
        with pytest.raises(Invalid, match="named twice"):
            read_policy(POLICY.replace(str(KEYS[2]), str(again)).encode())
