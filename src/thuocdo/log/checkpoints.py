"""Checkpoints (c2sp.org/tlog-checkpoint): a log's size and root, signed by the log and its witnesses."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from thuocdo.log.errors import Unsound
from thuocdo.log.notes import (
    Kind,
    Note,
    Signer,
    Verified,
    VerifierKey,
    check_signatures,
    is_name,
    read64,
    read_note,
    shown,
    spell64,
)
from thuocdo.log.tree import EMPTY_ROOT, HASH_BYTES, MAX_SIZE

PATH = "checkpoint"
_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")
_HEAD_LINES = 3


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log's key signs: its origin, how many entries it has, and the root over them.

    `extensions` are lines that others may have added; we read them and write none.
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not is_name(self.origin):
            raise Unsound("origin_malformed", origin=shown(self.origin))
        if not 0 <= self.size <= MAX_SIZE or len(self.root) != HASH_BYTES:
            raise Unsound("checkpoint_malformed")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise Unsound("checkpoint_empty_root")
        if any(not line or any(char < " " for char in line) for line in self.extensions):
            raise Unsound("checkpoint_malformed")

    def __str__(self) -> str:
        lines = (self.origin, str(self.size), spell64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Opened:
    """A checkpoint whose log signature holds, with every witness's signature that was looked for."""

    checkpoint: Checkpoint
    note: Note
    cosignatures: tuple[Verified, ...]

    @property
    def witnesses(self) -> frozenset[VerifierKey]:
        """Return the witnesses that signed; each counts once, however often it signed."""
        return frozenset(each.key for each in self.cosignatures)


def read_number(text: str) -> int | None:
    """Return a decimal number in its one spelling that fits 63 bits, None for anything else."""
    number = int(text) if _NUMBER.fullmatch(text) else None
    return number if number is not None and number <= MAX_SIZE else None


def read_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint that a note's text spells."""
    lines = text.split("\n")
    if len(lines) <= _HEAD_LINES or lines[-1]:
        raise Unsound("checkpoint_malformed")
    size, root = read_number(lines[1]), read64(lines[2])
    if size is None or root is None:
        raise Unsound("checkpoint_malformed")
    return Checkpoint(lines[0], size, root, tuple(lines[_HEAD_LINES:-1]))


def signed(checkpoint: Checkpoint, signer: Signer) -> bytes:
    """Return the note of a checkpoint with the log's signature; whether to sign is decided before."""
    if signer.kind is not Kind.ED25519 or signer.name != checkpoint.origin:
        raise Unsound("origin_other", found=checkpoint.origin, expected=signer.name)
    text = str(checkpoint)
    return bytes(Note(text, (signer.sign(text),)))


def cosigned(data: bytes, witness: Signer, *, seconds: int) -> bytes:
    """Return the note with a witness's signature added; the witness has checked consistency before."""
    note = read_note(data)
    read_checkpoint(note.text)
    if witness.kind is not Kind.COSIGNATURE:
        raise Unsound("witness_kind", name=witness.name)
    return bytes(Note(note.text, (*note.signatures, witness.sign(note.text, seconds=seconds))))


def open_checkpoint(data: bytes, log: VerifierKey, witnesses: Iterable[VerifierKey] = ()) -> Opened:
    """Return a checkpoint that the log's key signed; its origin must be the key's name.

    Signatures of the given witnesses are checked too: a wrong one spoils the note, a missing one
    does not. Whether enough of them signed is for a policy to say.
    """
    known = tuple(witnesses)
    _check_kinds(log, known)
    note = read_note(data)
    verified = check_signatures(note, (log, *known))
    if not any(each.key == log for each in verified):
        raise Unsound("log_signature_missing", name=log.name, id=log.id.hex())
    checkpoint = read_checkpoint(note.text)
    if checkpoint.origin != log.name:
        raise Unsound("origin_other", found=shown(checkpoint.origin), expected=log.name)
    return Opened(checkpoint, note, tuple(each for each in verified if each.key != log))


def _check_kinds(log: VerifierKey, witnesses: Collection[VerifierKey]) -> None:
    if log.kind is not Kind.ED25519:
        raise Unsound("vkey_kind", name=log.name, kind=int(log.kind))
    for each in witnesses:
        if each.kind is not Kind.COSIGNATURE:
            raise Unsound("witness_kind", name=each.name)
