"""How one log key gives way to the next: an entry that both have signed."""

from collections.abc import Iterator
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from thuocdo.log.errors import Unsound
from thuocdo.log.notes import Signer, VerifierKey, read64, read_vkey, spell64
from thuocdo.log.types import Key


def rotation(*, old: Signer, new: Signer, valid_from: datetime) -> Key:
    """Return the entry by which a log's new key follows its old one, signed by both."""
    before, after = str(old.verifier), str(new.verifier)
    text = _statement(before, after, valid_from)
    return Key(before, after, valid_from, spell64(old.sign(text).blob), spell64(new.sign(text).blob))


def rotation_faults(index: int, entry: Key) -> Iterator[Unsound]:
    """Yield why the change of key at `index` does not count."""
    old, new = read_vkey(entry.old), read_vkey(entry.new)
    if old.public == new.public:
        yield Unsound("rotation_same", index=index)
    if old.name != new.name:
        yield Unsound("rotation_name", index=index)
    text = _statement(entry.old, entry.new, entry.valid_from)
    for key, signature in ((old, entry.signed_by_old), (new, entry.signed_by_new)):
        if not _holds(key, text, signature):
            yield Unsound("rotation_signature", index=index, key=key)


def _statement(old: str, new: str, valid_from: datetime) -> str:
    """Return what both keys sign; no checkpoint begins so, and neither passes as the other."""
    moment = valid_from.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"thuocdo key change v1\nold {old}\nnew {new}\nfrom {moment}\n"


def _holds(key: VerifierKey, text: str, signature: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(read64(signature) or b"", text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
