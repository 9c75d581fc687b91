"""What a witness does (c2sp.org/tlog-witness): it signs only what continues the last checkpoint it signed.

The answers are those of the protocol: 200 with the signature line, 400 malformed, 403 not signed by
the log, 404 unknown log, 409 with the size that was signed last, 422 where the proof does not hold.
"""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from thuocdo.core.errors import N_, Invalid
from thuocdo.log.checkpoints import Checkpoint, cosigned, open_checkpoint, read_checkpoint, read_number
from thuocdo.log.durable import PRIVATE, make_folder, only_writer, write_whole
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import Kind, Signer, VerifierKey, read64, read_note, spell64
from thuocdo.log.tree import HASH_BYTES, check_consistency

MAX_REQUEST = 64 * 1024
SIZE_TYPE = "text/x.tlog.size"
TEXT_TYPE = "text/plain"
_MAX_PROOF = 63


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over HTTP."""

    status: int
    body: bytes
    media_type: str = TEXT_TYPE


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it was read: nothing in it is checked yet."""

    old: int
    proof: tuple[bytes, ...]
    note: bytes


def request_bytes(*, old: int, proof: Sequence[bytes], note: bytes) -> bytes:
    """Return the body of add-checkpoint."""
    lines = [f"old {old}", *map(spell64, proof)]
    return "".join(f"{line}\n" for line in lines).encode() + b"\n" + note


def read_request(data: bytes) -> Asked | None:
    """Return a request in its one spelling, None for anything else."""
    head, blank, note = data.partition(b"\n\n")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        return None
    old = read_number(lines[0].removeprefix("old ")) if lines[0].startswith("old ") else None
    proof = [read64(line) for line in lines[1:]]
    whole = all(each is not None and len(each) == HASH_BYTES for each in proof)
    if not blank or old is None or not whole or len(proof) > _MAX_PROOF or (old == 0 and proof):
        return None
    return Asked(old, tuple(each for each in proof if each is not None), note)


class Witness:
    """One witness: its key, the logs that it knows, and a folder with what it signed last of each.

    One process at a time uses the folder; threads of it wait for each other.
    """

    def __init__(self, signer: Signer, logs: Sequence[VerifierKey], folder: Path) -> None:
        if signer.kind is not Kind.COSIGNATURE:
            raise Unsound("witness_kind", name=signer.name)
        if not logs or any(each.kind is not Kind.ED25519 for each in logs):
            raise Invalid(N_("A witness needs the key of at least one log."))
        self._signer = signer
        self._logs = tuple(logs)
        self._folder = folder
        self._alone = threading.Lock()
        make_folder(folder)

    def add_checkpoint(self, data: bytes, *, seconds: int) -> Answer:
        """Answer one request at this Unix time; what is signed is on the disk before it is answered."""
        asked = read_request(data) if len(data) <= MAX_REQUEST else None
        try:
            shown = None if asked is None else read_checkpoint(read_note(asked.note).text)
        except Unsound:
            shown = None
        if asked is None or shown is None:
            return _said(400, "The request is malformed.")
        keys = [each for each in self._logs if each.name == shown.origin]
        if not keys:
            return _said(404, "This log is unknown here.")
        if not any(_signed_by(asked.note, key) for key in keys):
            return _said(403, "The log's key has not signed this checkpoint.")
        with self._alone, only_writer(self._folder):
            return self._decide(asked, shown, seconds)

    def seen(self, origin: str) -> Checkpoint | None:
        """Return the checkpoint of a log that was signed last."""
        try:
            note = self._place(origin).read_bytes()
        except FileNotFoundError:
            return None
        return read_checkpoint(read_note(note).text)

    def _decide(self, asked: Asked, shown: Checkpoint, seconds: int) -> Answer:
        known = self.seen(shown.origin)
        size = 0 if known is None else known.size
        if asked.old > shown.size:
            return _said(400, "The old size is larger than the new one.")
        if asked.old != size:
            return Answer(409, f"{size}\n".encode(), SIZE_TYPE)
        if known is not None and size == shown.size and known.root != shown.root:
            return Answer(409, f"{size}\n".encode(), SIZE_TYPE)
        if known is not None and size:
            try:
                check_consistency(
                    old=size, new=shown.size, old_root=known.root, new_root=shown.root, proof=asked.proof
                )
            except Unsound as refused:
                return _said(422, refused.message)
        text = read_note(asked.note).text
        line = self._signer.sign(text, seconds=seconds)
        write_whole(
            self._place(shown.origin), cosigned(asked.note, self._signer, seconds=seconds), mode=PRIVATE
        )
        return Answer(200, f"{line}\n".encode())

    def _place(self, origin: str) -> Path:
        return self._folder / hashlib.sha256(origin.encode()).hexdigest()


def _signed_by(note: bytes, key: VerifierKey) -> bool:
    try:
        open_checkpoint(note, key)
    except Unsound:
        return False
    return True


def _said(status: int, words: str) -> Answer:
    return Answer(status, f"{words}\n".encode())
