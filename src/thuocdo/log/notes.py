"""Signed notes (c2sp.org/signed-note): a text, and signatures by keys that have names.

Nothing is lenient here: base64 has one spelling, a signature by a known key that does not verify
spoils the whole note, and signatures by unknown keys are passed over.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from thuocdo.log.errors import Unsound

MAX_BYTES = 1_000_000
MAX_SIGNATURES = 100
KEY_BYTES = 32
SIGNATURE_BYTES = 64
_ID_BYTES = 4
_TIME_BYTES = 8
_PREFIX = "— "
_SEEN_OF_NAME = 80
_MAX_TIME = 2**63 - 1


class Kind(IntEnum):
    """What a key signs: a note's text, or a checkpoint with the moment when a witness saw it."""

    ED25519 = 0x01
    COSIGNATURE = 0x04


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key with its name; as text it is a vkey: name+id+base64(kind ‖ key)."""

    name: str
    kind: Kind
    public: bytes

    @property
    def id(self) -> bytes:
        """Return the four bytes that tell keys of one name apart; they prove nothing."""
        material = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return hashlib.sha256(material).digest()[:_ID_BYTES]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{spell64(bytes([self.kind]) + self.public)}"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: whose it claims to be, and the bytes after the key's id."""

    name: str
    key_id: bytes
    blob: bytes

    def __str__(self) -> str:
        return f"{_PREFIX}{self.name} {spell64(self.key_id + self.blob)}"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends with a newline, and the signatures below it, none of them checked yet."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __bytes__(self) -> bytes:
        lines = "".join(f"{each}\n" for each in self.signatures)
        return f"{self.text}\n{lines}".encode()


@dataclass(frozen=True, slots=True)
class Verified:
    """A signature that holds; `seconds` is the Unix time of a cosignature, None for others."""

    key: VerifierKey
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key with its name; never printed, because `seed` stays out of the repr."""

    name: str
    seed: bytes = field(repr=False)
    kind: Kind = Kind.ED25519

    def __post_init__(self) -> None:
        if not is_name(self.name) or len(self.seed) != KEY_BYTES:
            raise Unsound("key_malformed", name=shown(self.name))

    @property
    def verifier(self) -> VerifierKey:
        """Return the key that others check with."""
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return VerifierKey(self.name, self.kind, public)

    def sign(self, text: str, *, seconds: int | None = None) -> Signature:
        """Return the signature over a text; a cosignature needs the Unix time, others take none."""
        if (self.kind is Kind.COSIGNATURE) != (seconds is not None):
            raise Unsound("time_unfit", name=self.name)
        if seconds is not None and not 0 <= seconds <= _MAX_TIME:
            raise Unsound("time_unfit", name=self.name)
        check_text(text)
        raw = Ed25519PrivateKey.from_private_bytes(self.seed).sign(signed_message(text, seconds))
        stamp = b"" if seconds is None else seconds.to_bytes(_TIME_BYTES, "big")
        return Signature(self.name, self.verifier.id, stamp + raw)


def read_vkey(text: str) -> VerifierKey:
    """Return the key that a vkey spells; its id must be the one that follows from the rest."""
    name, first, rest = text.partition("+")
    spelled_id, second, material = rest.partition("+")
    raw = read64(material)
    kinds = {bytes([kind]): kind for kind in Kind}
    if not (first and second and is_name(name)) or raw is None or len(raw) != 1 + KEY_BYTES:
        raise Unsound("vkey_malformed", text=shown(text))
    kind = kinds.get(raw[:1])
    if kind is None:
        raise Unsound("vkey_kind", name=name, kind=raw[0])
    key = VerifierKey(name, kind, raw[1:])
    if spelled_id != key.id.hex():
        raise Unsound("vkey_id", name=name, found=shown(spelled_id), expected=key.id.hex())
    return key


def read_note(data: bytes) -> Note:
    """Return a note in its one spelling; no signature is checked."""
    if len(data) > MAX_BYTES:
        raise Unsound("note_too_large", limit=MAX_BYTES)
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Unsound("note_not_text") from None
    text, blank, block = whole.rpartition("\n\n")
    text += "\n"
    check_text(text)
    if not blank or not block.endswith("\n"):
        raise Unsound("note_without_signatures")
    lines = block.removesuffix("\n").split("\n")
    if len(lines) > MAX_SIGNATURES:
        raise Unsound("note_signatures_many", limit=MAX_SIGNATURES)
    return Note(text, tuple(_signature(line, number) for number, line in enumerate(lines, 1)))


def check_text(text: str) -> None:
    """Refuse what may not be signed: no newline at the end, or a control character."""
    if not text.endswith("\n") or any(char < " " and char != "\n" for char in text):
        raise Unsound("note_not_text")


def check_signatures(note: Note, keys: Iterable[VerifierKey]) -> tuple[Verified, ...]:
    """Return the signatures by known keys; one of them that does not hold spoils the note.

    A key of which another signature holds already may stand there again (a witness that saw a
    checkpoint twice), so count keys, not signatures.
    """
    known: dict[tuple[str, bytes], VerifierKey] = {}
    for key in keys:
        if known.setdefault((key.name, key.id), key) != key:
            raise Unsound("key_ambiguous", name=key.name, id=key.id.hex())
    found = []
    for each in note.signatures:
        signer = known.get((each.name, each.key_id))
        if signer is not None:
            found.append(_checked(note.text, each, signer))
    return tuple(found)


def signed_message(text: str, seconds: int | None) -> bytes:
    """Return the bytes under a signature: the text, for a cosignature after its header and time."""
    return text.encode() if seconds is None else f"cosignature/v1\ntime {seconds}\n{text}".encode()


def is_name(name: str) -> bool:
    """Say whether a key may have this name: no spaces, no plus, no control characters."""
    return bool(name) and not any(char.isspace() or char < " " or char == "+" for char in name)


def spell64(raw: bytes) -> str:
    """Return standard base64."""
    return base64.b64encode(raw).decode("ascii")


def read64(text: str) -> bytes | None:
    """Return the bytes of base64 in its one spelling, None for anything else."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if spell64(raw) == text else None


def shown(text: str) -> str:
    """Return foreign text cut short, with codes for characters that a terminal might obey."""
    cut = text if len(text) <= _SEEN_OF_NAME else f"{text[:_SEEN_OF_NAME]}…"
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in cut)


def _signature(line: str, number: int) -> Signature:
    name, space, spelled = line.removeprefix(_PREFIX).partition(" ")
    raw = read64(spelled)
    if not (line.startswith(_PREFIX) and space and is_name(name)) or raw is None or len(raw) <= _ID_BYTES:
        raise Unsound("signature_malformed", number=number)
    return Signature(name, raw[:_ID_BYTES], raw[_ID_BYTES:])


def _checked(text: str, signature: Signature, key: VerifierKey) -> Verified:
    blob, seconds = signature.blob, None
    if key.kind is Kind.COSIGNATURE:
        seconds = int.from_bytes(blob[:_TIME_BYTES], "big")
        blob = blob[_TIME_BYTES:]
    right = len(blob) == SIGNATURE_BYTES and (seconds is None or seconds <= _MAX_TIME)
    try:
        if right:
            Ed25519PublicKey.from_public_bytes(key.public).verify(blob, signed_message(text, seconds))
    except (InvalidSignature, ValueError):
        right = False
    if not right:
        raise Unsound("signature_wrong", name=key.name, id=key.id.hex())
    return Verified(key, seconds)
