"""A log's or a witness's private key in its file, which nobody but its owner may read."""

import os
import stat
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from thuocdo.core.canonical import canonical_json
from thuocdo.core.errors import N_, Conflict, Invalid, NotAllowed, NotFound
from thuocdo.core.typed import from_json
from thuocdo.log.durable import PRIVATE, force_names, write_beside
from thuocdo.log.errors import Unsound
from thuocdo.log.notes import Kind, Signer, read64, spell64

FORMAT = 1
_MAX_BYTES = 4096
_USES = {Kind.ED25519: "log", Kind.COSIGNATURE: "witness"}


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    use: str
    name: str
    private_key: str


def new_signer(name: str, kind: Kind = Kind.ED25519) -> Signer:
    """Return a fresh key from the system's random source."""
    return Signer(name, Ed25519PrivateKey.generate().private_bytes_raw(), kind)


def write_signer(path: Path, signer: Signer) -> None:
    """Write a key file that only its owner may read; never in the place of another."""
    kept = _File(FORMAT, _USES[signer.kind], signer.name, spell64(signer.seed))
    waiting = write_beside(path, canonical_json(kept), mode=PRIVATE)
    try:
        path.hardlink_to(waiting)  # unlike a rename, this replaces nothing
    except FileExistsError:
        raise Conflict(
            N_("{path} exists."), hint=N_("Keys are never overwritten."), params={"path": path}
        ) from None
    finally:
        waiting.unlink()
    force_names(path.parent)


def read_signer(path: Path) -> Signer:
    """Return the key in a file; refuses one that others may read, and a link to one."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        raise NotFound(N_("There is no key file {path} that can be read."), params={"path": path}) from None
    with open(handle, "rb") as stream:  # noqa: PTH123  a descriptor, not a path
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NotAllowed(
                N_("{path} can be read by others."),
                hint=N_("Run: chmod 600 {path}"),
                params={"path": path},
            )
        data = stream.read(_MAX_BYTES + 1)
    try:
        kept = from_json(data, _File)
        kind = next(kind for kind, use in _USES.items() if use == kept.use)
        if kept.format == FORMAT and len(data) <= _MAX_BYTES:
            return Signer(kept.name, read64(kept.private_key) or b"", kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, StopIteration, Unsound):
        pass  # said below, without a word of what stands in the file
    raise Invalid(N_("{path} holds no key of a log or a witness."), params={"path": path})
