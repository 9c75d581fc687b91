"""Changing the log's key: one entry that both keys sign, and the first checkpoint by the new one."""

from datetime import UTC, datetime
from pathlib import Path

from thuocdo.log.entries import entry_bytes
from thuocdo.log.growing import Cosign, grow, key_of, nobody
from thuocdo.log.homes import Home
from thuocdo.log.notes import VerifierKey
from thuocdo.log.rotation import rotation


def change_key(home: Home, root: Path, *, now: datetime, cosign: Cosign = nobody) -> VerifierKey:
    """Return the new key, which signed the log; after a crash the same call finishes what it began."""
    signed, note = home.signed()
    old, new = home.signers()[0], home.next_signer()
    if key_of(note, [new.verifier]) is None:
        moment = now.astimezone(UTC).replace(microsecond=0)
        entry = rotation(old=old, new=new, valid_from=moment)
        grow(home, root, [entry_bytes(entry)], base=signed.size, cosign=cosign)
    home.rotate()
    return new.verifier
