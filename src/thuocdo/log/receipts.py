"""Receipts (c2sp.org/tlog-proof): one file that proves offline that an entry stands in the log."""

import re
from dataclasses import dataclass

from thuocdo.log.checkpoints import Opened, open_checkpoint, read_checkpoint, read_number
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import VerifierKey, read64, read_note, shown, spell64
from thuocdo.log.policy import Policy
from thuocdo.log.tree import HASH_BYTES, check_inclusion, leaf_hash

HEADER = "c2sp.org/tlog-proof@v1"
SUFFIX = ".tlog-proof"
MAX_BYTES = 1_100_000
_MAX_HASHES = 63
_NAMED = re.compile(r"(extra|index) ([!-~]+)")


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as it was read; only `check` says whether it holds.

    The entry's own bytes travel in the format's line for extra data, so that the one file is
    enough.
    """

    entry: bytes
    index: int
    proof: tuple[bytes, ...]
    note: bytes

    def __bytes__(self) -> bytes:
        lines = [HEADER, f"extra {spell64(self.entry)}", f"index {self.index}", *map(spell64, self.proof)]
        return "".join(f"{line}\n" for line in lines).encode() + b"\n" + self.note


def make(*, entry: bytes, index: int, proof: tuple[bytes, ...], note: bytes) -> Receipt:
    """Return the receipt of an entry under a signed checkpoint; `Unsound` where the proof does not fit."""
    receipt = Receipt(entry, index, proof, note)
    _check_proof(receipt)
    return receipt


def read(data: bytes) -> Receipt:
    """Return a receipt in its one spelling; nothing in it is checked."""
    if len(data) > MAX_BYTES:
        raise Unsound("receipt_too_large", limit=MAX_BYTES)
    head, blank, note = data.partition(b"\n\n")
    try:
        lines = head.decode("ascii").split("\n")
    except UnicodeDecodeError:
        lines = []
    if not blank or lines[:1] != [HEADER]:
        raise Unsound("receipt_header", found=shown(lines[0] if lines else ""), expected=HEADER)
    entry, index = _named(lines, 1, "extra"), _named(lines, 2, "index")
    raw, number = read64(entry), read_number(index)
    if raw is None or number is None:
        raise Unsound("receipt_line", number=2 if raw is None else 3)
    proof = [read64(line) for line in lines[3:]]
    for at, each in enumerate(proof):
        if each is None or len(each) != HASH_BYTES or at >= _MAX_HASHES:
            raise Unsound("receipt_line", number=at + 4)
    return Receipt(raw, number, tuple(each for each in proof if each is not None), note)


def check(data: bytes, log: VerifierKey, policy: Policy | None = None) -> tuple[Receipt, Opened]:
    """Return a receipt whose entry stands under a checkpoint that the log signed; else `Unsound`.

    With a policy, its witnesses must have signed the checkpoint too.
    """
    receipt = read(data)
    opened = open_checkpoint(receipt.note, log, policy.keys if policy else ())
    _check_proof(receipt)
    if policy is not None:
        policy.check(opened)
    return receipt, opened


def _check_proof(receipt: Receipt) -> None:
    checkpoint = read_checkpoint(read_note(receipt.note).text)
    check_inclusion(
        index=receipt.index,
        size=checkpoint.size,
        leaf=leaf_hash(receipt.entry),
        proof=receipt.proof,
        root=checkpoint.root,
    )


def _named(lines: list[str], at: int, name: str) -> str:
    found = _NAMED.fullmatch(lines[at]) if at < len(lines) else None
    if found is None or found[1] != name:
        raise Unsound("receipt_line", number=at + 1)
    return found[2]
