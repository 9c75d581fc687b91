"""Signed notes: the published example, strict reading, and every byte counts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.logs import SECONDS, SIGNER, WITNESSES

from thuocdo.log import notes
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import Kind, Note, Signer, check_signatures, read_note, read_vkey

# The example of the specification and of Go's own implementation (golang.org/x/mod/sumdb/note).
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
PETERS_LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNX"
    "gKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ENOCHS_LINE = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG0"
    "1oOTGwnWLox33WWd1RvMc+QQ=\n"
)
PUBLISHED = f"{TEXT}\n{PETERS_LINE}".encode()


def verified(data, *keys):
    """Return the names whose signatures hold."""
    return [each.key.name for each in check_signatures(read_note(data), keys)]


def test_the_published_example_verifies():
    """The note of the specification has the signature of the key that it names."""
    key = read_vkey(PETER)
    assert str(key) == PETER
    assert verified(PUBLISHED, key) == ["PeterNeumann"]
    assert bytes(read_note(PUBLISHED)) == PUBLISHED


def test_the_published_second_signature_is_made_again():
    """A key of 32 zero bytes signs to the line that Go prints in its example."""
    enoch = Signer("EnochRoot", bytes(32))
    note = read_note(PUBLISHED)
    twice = bytes(Note(note.text, (*note.signatures, enoch.sign(note.text))))
    assert twice == PUBLISHED + ENOCHS_LINE.encode()
    assert verified(twice, read_vkey(PETER), enoch.verifier) == ["PeterNeumann", "EnochRoot"]


def test_unknown_signatures_are_passed_over():
    """A signature by a key that the reader does not know says nothing, good or bad."""
    data = PUBLISHED + ENOCHS_LINE.encode()
    assert verified(data, read_vkey(PETER)) == ["PeterNeumann"]
    assert verified(data, SIGNER.verifier) == []


def test_one_wrong_signature_by_a_known_key_spoils_the_note():
    """Where a known key did not sign, the others do not count either."""
    wrong = PUBLISHED + ENOCHS_LINE.replace("5n2tiOHp", "5n2tiOHq").encode()
    with pytest.raises(Unsound, match=r"signature of EnochRoot \(af0cfe78\) does not hold"):
        verified(wrong, read_vkey(PETER), Signer("EnochRoot", bytes(32)).verifier)


def test_every_byte_of_a_note_matters():
    """Any byte changed, dropped or doubled, and the key has not signed or the note is none."""
    key = read_vkey(PETER)
    for at in range(len(PUBLISHED)):
        before, byte, after = PUBLISHED[:at], PUBLISHED[at], PUBLISHED[at + 1 :]
        for bit in range(8):
            assert not signs(before + bytes([byte ^ (1 << bit)]) + after, key)
        assert not signs(before + after, key)
        assert not signs(before + bytes([byte, byte]) + after, key)


def signs(data, key):
    """Say whether a note can be read and the key has signed it."""
    try:
        return verified(data, key) != []
    except Unsound:
        return False


MALFORMED = {
    "no blank line": TEXT.encode(),
    "no signature": f"{TEXT}\n".encode(),
    "a line without newline": PUBLISHED[:-1],
    "another dash": PUBLISHED.replace("—".encode(), b"-"),
    "text after the signatures": PUBLISHED + b"more\n",
    "a name without signature": f"{TEXT}\n— PeterNeumann\n".encode(),
    "a signature without name": f"{TEXT}\n—  x08go/ZJ\n".encode(),
    "a plus in a name": PUBLISHED.replace(b"\xe2\x80\x94 Peter", b"\xe2\x80\x94 Pe+er"),
    "an id alone": f"{TEXT}\n— PeterNeumann x08gow==\n".encode(),
    "base64 of another spelling": PUBLISHED.replace(b"wJnAM=", b"wJnAN="),
    "base64 without padding": PUBLISHED.replace(b"wJnAM=", b"wJnAM"),
    "base64 for addresses": PUBLISHED.replace(b"x08go/", b"x08go_"),
    "a carriage return": PUBLISHED.replace(b"\n", b"\r\n"),
    "a tab in the text": PUBLISHED.replace(b"If you", b"If\tyou"),
    "no UTF-8": PUBLISHED.replace(b"If", b"\xff\xfe"),
    "empty": b"",
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_malformed_notes_are_refused(data):
    """What another reader might read in another way is no note."""
    with pytest.raises(Unsound):
        read_note(data)


def test_text_may_hold_blank_lines():
    """The signatures stand after the last blank line; earlier ones belong to the text."""
    text = "one\n\ntwo\n"
    data = bytes(Note(text, (SIGNER.sign(text),)))
    assert read_note(data).text == text
    assert verified(data, SIGNER.verifier) == [SIGNER.name]


def test_giant_notes_are_refused():
    """A note has bounds, so that nobody can keep a reader busy."""
    with pytest.raises(Unsound, match="more than 1000000 bytes"):
        read_note(b"x" * 1_000_001)
    with pytest.raises(Unsound, match="more than 100 signatures"):
        read_note(PUBLISHED + PETERS_LINE.encode() * 100)


@pytest.mark.parametrize(
    ("vkey", "said"),
    [
        (PETER.replace("c74f20a3", "c74f20a4"), "is c74f20a3, not c74f20a4"),
        (PETER.replace("PeterNeumann", "PeterNeuman"), "The id of the key"),
        (PETER[:-4], "no key of the form"),
        (PETER.replace("c74f20a3", "C74F20A3"), "not C74F20A3"),
        ("PeterNeumann", "no key of the form"),
        (PETER.replace("PeterNeumann", "Peter Neumann"), "no key of the form"),
        ("x+00000000+" + notes.spell64(b"\x06" + bytes(32)), "of kind 6"),
        ("\x1b[2J" * 60, "…”"),
    ],
)
def test_malformed_keys_are_refused(vkey, said):
    """A key is read only in its one spelling, and the sentence shows what stood there, made harmless."""
    with pytest.raises(Unsound, match=r"(?s).") as caught:
        read_vkey(vkey)
    assert said in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_a_cosignature_covers_the_time():
    """A witness signs the text together with the moment; another moment does not hold."""
    witness = WITNESSES[0]
    line = witness.sign(TEXT, seconds=SECONDS)
    assert line.blob[:8] == SECONDS.to_bytes(8, "big")
    data = bytes(Note(TEXT, (line,)))
    (found,) = check_signatures(read_note(data), [witness.verifier])
    assert found.seconds == SECONDS
    assert notes.signed_message(TEXT, SECONDS).startswith(b"cosignature/v1\ntime 1767582000\nIf you")
    for at in range(len(line.blob)):
        changed = bytearray(line.blob)
        changed[at] ^= 1
        other = bytes(Note(TEXT, (notes.Signature(line.name, line.key_id, bytes(changed)),)))
        assert not signs(other, witness.verifier)


def test_the_kind_of_a_key_is_part_of_its_id():
    """A log's signature never passes as a witness's with the same name and the same secret."""
    log, witness = Signer("one", bytes(32)), Signer("one", bytes(32), Kind.COSIGNATURE)
    assert log.verifier.public == witness.verifier.public
    assert log.verifier.id != witness.verifier.id


@pytest.mark.parametrize(("signer", "seconds"), [(SIGNER, 1), (WITNESSES[0], None), (WITNESSES[0], -1)])
def test_only_witnesses_sign_with_a_time(signer, seconds):
    """A log signs without a time and a witness with one."""
    with pytest.raises(Unsound, match="cannot sign so"):
        signer.sign(TEXT, seconds=seconds)


@pytest.mark.parametrize("text", ["", "no newline", "a tab\tin it\n", "a return\r\n", "\x00\n"])
def test_what_no_reader_takes_is_not_signed(text):
    """A signer refuses a text that no reader would read."""
    with pytest.raises(Unsound, match="no text of whole lines"):
        SIGNER.sign(text)


def test_secrets_are_not_printed():
    """A signer shows its name, never its key."""
    assert "seed" not in repr(SIGNER)
    assert str(SIGNER.seed) not in repr(SIGNER)


@pytest.mark.parametrize(
    ("name", "seed"), [("a b", bytes(32)), ("a+b", bytes(32)), ("", bytes(32)), ("a", b"")]
)
def test_signers_have_names_and_whole_keys(name, seed):
    """A name that no note could carry, or a key of another length, makes no signer."""
    with pytest.raises(Unsound, match="is no signer"):
        Signer(name, seed)


def test_two_keys_of_one_name_and_id_are_refused():
    """Where it cannot be said whose signature it is, nothing is checked."""
    one = SIGNER.verifier

    class Twin(notes.VerifierKey):
        """A key that was searched for until its id was the same."""

        id = one.id

    with pytest.raises(Unsound, match="Two different keys"):
        check_signatures(read_note(PUBLISHED), [one, Twin(one.name, Kind.ED25519, bytes(32))])


@settings(deadline=None)
@given(st.text(), st.binary(max_size=60))
def test_reading_gives_back_what_it_took(text, noise):
    """Whatever bytes come, a note is refused or has exactly the bytes that its value spells."""
    for data in (text.encode("utf-8", "replace"), noise, PUBLISHED[:60] + noise + PUBLISHED[60:]):
        try:
            note = read_note(data)
        except Unsound:
            continue
        assert bytes(note) == data
